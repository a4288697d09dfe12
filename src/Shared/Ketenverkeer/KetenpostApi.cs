using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// What a person can do with the outgoing post: see where every message is, offer a refused one again, or give up what was refused or never
/// answered. Never its content.
/// </summary>
public static class KetenpostApi
{
    /// <summary>One outgoing message.</summary>
    /// <param name="Soort">De soort bericht, bijvoorbeeld WMO301.</param>
    /// <param name="Identificatie">De identificatie die wij het gaven.</param>
    /// <param name="Dossiernummer">Het dossier waar het over gaat; een lege tekst bij een antwoord op een bericht dat bij geen dossier hoort.</param>
    /// <param name="Status">Hoe ver het is.</param>
    /// <param name="Pogingen">Hoe vaak versturen is geprobeerd.</param>
    /// <param name="Aangemaakt">Wanneer het is klaargezet.</param>
    /// <param name="VerzondenOp">Wanneer de partner het aannam.</param>
    /// <param name="AntwoordUiterlijk">De laatste dag voor het antwoord; leeg als er geen antwoord komt of het nog niet is verstuurd.</param>
    /// <param name="Bevindingen">Welke regels van de standaard het bericht overtreedt, en waar; leeg als het klopt. Een bericht dat niet klopt, wordt niet verstuurd.</param>
    public sealed record Regel(
        string Soort, string Identificatie, string Dossiernummer, Verzendstatus Status, int Pogingen, DateTimeOffset Aangemaakt, DateTimeOffset? VerzondenOp, DateOnly? AntwoordUiterlijk,
        IReadOnlyList<string> Bevindingen);

    /// <summary>Maps <c>/ketenberichten</c> below the API's path.</summary>
    public static void MapKetenpost(this IEndpointRouteBuilder api)
    {
        var groep = api.MapGroup("/ketenberichten");
        groep.MapGet("", Lijst).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Verzonden ketenberichten").WithDescription("De berichten aan ketenpartners, oudste eerst; desgewenst alleen die van één status of dossier. Zonder inhoud.");
        groep.MapPost("/{soort}/{identificatie}/opnieuw", Opnieuw).Voor(Rollen.Beheer)
            .WithSummary("Geweigerd ketenbericht opnieuw aanbieden").WithDescription("Biedt een bericht dat de partner weigerde opnieuw aan, met dezelfde identificatie.");
        groep.MapPost("/{soort}/{identificatie}/afkeuring", KeurAf).Voor(Rollen.Beheer, Rollen.Backoffice)
            .WithSummary("Niet langer op antwoord wachten").WithDescription(
                "Voor een bericht dat de partner weigerde of niet op tijd beantwoordde: het telt als technisch afgekeurd, zodat u het opnieuw kunt melden. Een antwoord dat later toch komt, telt mee. Opnieuw sturen geeft hetzelfde resultaat.");
    }

    private static async Task<Ok<Pagina<Regel>>> Lijst(DienstDb db, Keuze<Verzendstatus>? status, string? dossiernummer, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.Na(na) is not { } tekst ? 0
            : long.TryParse(tekst, CultureInfo.InvariantCulture, out var nr) ? nr : throw Pagina.Onbekend();
        var berichten = db.Set<UitgaandKetenbericht>().AsNoTracking().Where(b => b.Nr > vanaf);
        if (status?.Waarde("status") is { } gevraagd) berichten = berichten.Where(b => b.Status == gevraagd);
        if (dossiernummer is not null) berichten = berichten.Where(b => b.Dossiernummer == dossiernummer);
        var rijen = await berichten.OrderBy(b => b.Nr).Take(n + 1)
            .Select(b => new
            {
                b.Nr,
                Regel = new Regel(b.Soort, b.Identificatie, b.Dossiernummer, b.Status, b.Pogingen, b.Aangemaakt, b.VerzondenOp, b.AntwoordUiterlijk,
                    b.Bevindingen == null ? new string[0] : b.Bevindingen.Split('\n', StringSplitOptions.None)),
            })
            .ToListAsync(annulering);
        var pagina = Pagina.Van(rijen, n, r => r.Nr.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Pagina<Regel>([.. pagina.Items.Select(r => r.Regel)], pagina.Volgende));
    }

    private static async Task<Accepted> Opnieuw(DienstDb db, KetenverzenderWekker verzender, string soort, string identificatie, CancellationToken annulering)
    {
        // One statement: a second operator, or the sender itself, cannot come in between.
        var klaargezet = await db.Set<UitgaandKetenbericht>()
            .Where(b => b.Soort == soort && b.Identificatie == identificatie && b.Status == Verzendstatus.Geweigerd && b.Bevindingen == null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.Status, Verzendstatus.TeVerzenden).SetProperty(x => x.NietVoor, DateTimeOffset.UnixEpoch), annulering);
        if (klaargezet == 0)
            throw await db.Set<UitgaandKetenbericht>().AsNoTracking().SingleOrDefaultAsync(b => b.Soort == soort && b.Identificatie == identificatie, annulering) switch
            {
                null => Weigering.Onbekend("Dit bericht"),
                { Bevindingen: not null } => Weigering.Toestand("bericht-klopt-niet", "Dit bericht voldoet niet aan de standaard; de partner zou het afkeuren. Kijk bij de bevindingen wat er ontbreekt, herstel dat, wacht niet langer op antwoord en meld het opnieuw."),
                _ => Weigering.Toestand("niet-geweigerd", "Alleen een bericht dat de partner weigerde, kunt u opnieuw aanbieden. De andere gaan vanzelf, of zijn al aangenomen."),
            };
        verzender.Wek();
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> KeurAf(DienstDb db, IBijOpgegeven bij, TimeProvider klok, string soort, string identificatie, CancellationToken annulering)
    {
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        var bericht = await db.Vergrendel(soort, identificatie, annulering) ?? throw Weigering.Onbekend("Dit bericht");
        if (bericht.Status == Verzendstatus.Opgegeven) return TypedResults.Accepted((string?)null);
        if (!bericht.VerwachtAntwoord)
            throw Weigering.Toestand("geen-antwoord-verwacht", "Op dit bericht komt geen antwoord. Bied het opnieuw aan, of vertel de partner met de hand wat erin staat.");
        switch (bericht.Status)
        {
            case Verzendstatus.Geweigerd:
            case Verzendstatus.Verzonden when bericht.AntwoordUiterlijk < klok.Vandaag():
                break;
            case Verzendstatus.Verzonden:
                throw Weigering.Toestand("antwoord-kan-nog-komen", $"De partner mag nog antwoorden tot en met {Datumtekst.Voluit(bericht.AntwoordUiterlijk!.Value)}. Wacht tot daarna.", "iWmo OP090");
            case Verzendstatus.Beantwoord:
                throw Weigering.Toestand("al-beantwoord", "De partner heeft dit bericht al beantwoord. Kijk in het dossier wat er nu moet gebeuren.");
            default:
                throw Weigering.Toestand("wordt-nog-verzonden", "Dit bericht wordt nog verzonden: de partner is er nu niet. Het gaat vanzelf zodra de partner er weer is.");
        }
        bericht.Status = Verzendstatus.Opgegeven;
        await bij.Verwerk(identificatie, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>One message, held until the transaction ends: sending it, answering it and giving it up wait for each other.</summary>
    internal static async Task<UitgaandKetenbericht?> Vergrendel(this DienstDb db, string soort, string identificatie, CancellationToken annulering) =>
        (await db.Set<UitgaandKetenbericht>().FromSql($"SELECT * FROM uitgaand_ketenbericht WHERE soort = {soort} AND identificatie = {identificatie} FOR UPDATE").ToListAsync(annulering)).SingleOrDefault();
}
