using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Correspondentie.Emailadressen;

/// <summary>
/// The page behind the link of <see cref="Brieven.Adrescontrole"/>. Opening it changes nothing, because mail servers open links too; the
/// button does. It works without a token and without script, and shows nothing about anybody.
/// </summary>
public static class EmailadresBevestigen
{
    private const string Pad = "/emailadressen/bevestiging";

    /// <summary>The link in the e-mail.</summary>
    /// <param name="gateway">The public address of the gateway.</param>
    /// <param name="code">See <see cref="Bevestigingscode"/>.</param>
    public static string Adres(string gateway, string code)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return $"{gateway.TrimEnd('/')}/correspondentie/v1{Pad}?code={code}";
    }

    public static void MapEmailadresBevestigen(this IEndpointRouteBuilder api)
    {
        foreach (var eindpunt in (RouteHandlerBuilder[])[api.MapGet(Pad, Toon), api.MapPost(Pad, Bevestig).DisableAntiforgery()])
            eindpunt.AllowAnonymous().ToontNiemand("Wie de pagina opent, is niet bekend, en ziet niets over de inwoner.")
                .ExcludeFromDescription();
    }

    private static async Task<IResult> Toon(string? code, Adresboek adressen, Gemeente gemeente, CancellationToken annulering) =>
        await adressen.Bij(code, annulering) is null
        ? Onbekend(gemeente)
        : Pagina(gemeente, 200, "Klopt uw e-mailadres?",
            $"""
            <p>Hebt u dit e-mailadres zelf aan de gemeente {Veilig(gemeente.Naam)} gegeven? Bevestig het dan hier.</p>
            <form method="post"><input type="hidden" name="code" value="{Veilig(code!)}"><button>Ja, dit is mijn e-mailadres</button></form>
            <p>Was u het niet? Sluit dan deze pagina. Zonder bevestiging sturen wij geen persoonlijke berichten naar dit adres.</p>
            """);

    private static async Task<IResult> Bevestig(
        [FromForm] string? code, Adresboek adressen, CorrespondentieDb db, Gemeente gemeente, CancellationToken annulering)
    {
        Uitvoerder.Nu = Actor.Zelf("Het bevestigen van een e-mailadres");
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (await adressen.Bij(code, annulering) is not { } adres) return Onbekend(gemeente);
        // A melding of this person that is handled now waits until this is done, and sees a confirmed address.
        await db.HoudPersoon(adres.PersoonId, annulering);
        await adressen.Bevestig(adres, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return Pagina(gemeente, 200, "Uw e-mailadres is bevestigd",
            "<p>Dank u wel. Wij sturen onze berichten naar dit adres. U kunt deze pagina sluiten.</p>");
    }

    private static IResult Onbekend(Gemeente gemeente) => Pagina(gemeente, 404, "Deze link werkt niet",
        $"""
        <p>Neem de link precies over uit de nieuwste e-mail. Lukt het niet? Dan hoeft u niets te doen: wij sturen u een brief.</p>
        <p>Hebt u vragen? Bel de gemeente op {Veilig(gemeente.Telefoon)}.</p>
        """);

    private static IResult Pagina(Gemeente gemeente, int status, string kop, string inhoud) => Results.Text(
        $$"""
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>{{kop}} - Gemeente {{Veilig(gemeente.Naam)}}</title>
        <link rel="stylesheet" href="/stijl.css">
        </head>
        <body>
        <header><p>Gemeente {{Veilig(gemeente.Naam)}}</p></header>
        <main>
        <h1>{{kop}}</h1>
        {{inhoud}}
        </main>
        </body>
        </html>

        """, "text/html", Encoding.UTF8, status);

    private static string Veilig(string tekst) => WebUtility.HtmlEncode(tekst);
}
