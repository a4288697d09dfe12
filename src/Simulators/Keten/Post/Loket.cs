using System.Text;
using Microsoft.AspNetCore.Http.Features;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Ggk;

namespace WmoPlatform.Keten.Post;

/// <summary>Receives the messages of the platform: XML in, 202 out. The answer follows later, as in reality.</summary>
internal sealed class Loket(Partners partners, Postkamer postkamer, Gedragingen gedragingen, TimeProvider klok)
{
    private const string Xml = $"{Draad.Inhoudstype}; charset=utf-8";

    public static Task<IResult> Svb(HttpRequest vraag, Loket loket) => loket.Neem("svb", vraag, _ => loket.Partner("svb"));

    public static Task<IResult> Cak(HttpRequest vraag, Loket loket) => loket.Neem("cak", vraag, _ => loket.Partner("cak"));

    /// <summary>
    /// The GGk passes a message to the provider that the header names as sender or receiver. The message may come over SOAP, in an
    /// envelope.
    /// </summary>
    public static Task<IResult> Ggk(HttpRequest vraag, Loket loket) =>
        loket.Neem("ggk", vraag, bericht => loket.Partner(bericht.Aanbieder), metEnvelop: true);

    private IPartner? Partner(string? naam) => partners.Zoek(naam);

    private async Task<IResult> Neem(string loket, HttpRequest vraag, Func<Bericht, IPartner?> adres, bool metEnvelop = false)
    {
        if (await Inhoud(vraag, metEnvelop ? Envelop.Hoogstens : Lezer.Hoogstens) is not { } bestand)
            return Weiger(413, Onleesbaar.TeGroot, "het bestand", "Een bericht is hoogstens 25 MB.");

        Envelop? envelop = null;
        var inEnvelop = metEnvelop && vraag.ContentType?.StartsWith(Draad.Inhoudstype, StringComparison.OrdinalIgnoreCase) == true;
        Bericht bericht;
        try
        {
            if (inEnvelop) envelop = Envelop.Lees(Draad.Uitpakken(bestand));
            bericht = Bericht.Lees(envelop?.Inhoud ?? bestand);
            if (envelop is not null && envelop.Functie != bericht.Soort.Naam)
                throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, "stuurgegevens/functie");
            if (envelop is not null && vraag.Headers[Draad.Actiekop].ToString().Trim('"') != Envelop.Actie(envelop.Soort == "Du01"))
                throw new Onleesbaar(Onleesbaar.OngeldigeWaarde, Draad.Actiekop);
        }
        catch (Onleesbaar fout)
        {
            // Level 1: the sender gets this answer at once, and no retour.
            return Nee(fout.Code == Onleesbaar.TeGroot ? 413 : 400, fout.Code, fout.Pad, fout.Message);
        }
        if (adres(bericht) is not { } partner)
            return Nee(422, "onbekende-ontvanger", "Bericht/Header", $"{loket} kent de ontvanger van dit bericht niet.");
        if (!partner.Neemt.Contains(bericht.Soort.Naam))
            return Nee(422, "verkeerd-bericht", "Bericht", $"{partner.Naam} neemt geen {bericht.Soort} aan.");

        var gedrag = gedragingen.Neem(bericht.Personen, loket, partner.Naam);
        if (gedrag.Modus == Modus.Storing)
        {
            vraag.HttpContext.Response.Headers.RetryAfter = "1";
            return Nee(503, "storing", "GGk", $"{partner.Naam} is er even niet.");
        }
        postkamer.Ontvang(partner, bericht, envelop is null ? null : (Encoding.UTF8.GetString(bestand), envelop.Referentienummer), gedrag);
        await Task.Delay(gedrag.Vertraging, vraag.HttpContext.RequestAborted);
        return envelop is null
            ? Results.Accepted()
            : Results.Text(Envelop.Ontvangstbevestiging(envelop, klok.GetUtcNow()), Xml);

        // SOAP gets its refusal in SOAP, always with the same status.
        IResult Nee(int status, string code, string plek, string uitleg) =>
            inEnvelop
                ? Results.Text(
                    Envelop.Fout(envelop?.Referentienummer, code, plek, uitleg, vanServer: status >= 500, klok.GetUtcNow()), Xml,
                    statusCode: 500)
                : Weiger(status, code, plek, uitleg);
    }

    /// <summary>The whole body, or null when the body is too long.</summary>
    private static async Task<byte[]?> Inhoud(HttpRequest vraag, int hoogstens)
    {
        if (vraag.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens)
            grens.MaxRequestBodySize = null;
        if (vraag.ContentLength > hoogstens) return null;
        using var inhoud = new MemoryStream();
        var stuk = new byte[81_920];
        for (int n; (n = await vraag.Body.ReadAsync(stuk, vraag.HttpContext.RequestAborted)) > 0;)
        {
            if (inhoud.Length + n > hoogstens) return null;
            inhoud.Write(stuk, 0, n);
        }
        return inhoud.ToArray();
    }

    private static IResult Weiger(int status, string code, string plek, string uitleg) =>
        Results.Problem(
            uitleg, statusCode: status, title: "Het bericht is niet aangenomen", type: $"urn:wmoplatform:{code}",
            extensions: new Dictionary<string, object?> { ["code"] = code, ["plek"] = plek });
}
