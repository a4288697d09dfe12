using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Dossiers;

/// <summary>Shows one dossier from melding to CAK: its timeline, its terms, and who must act next.</summary>
public static class DossierInzien
{
    /// <param name="Dossiernummer">Het nummer van het dossier.</param>
    /// <param name="PersoonId">De inwoner, zoals de eigen bijdrage die kent: één nummer voor al diens dossiers. Het is geen BSN.</param>
    /// <param name="Status">Waar het dossier is.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Spoed">Of hulp niet kan wachten.</param>
    /// <param name="AanZet">Wie iets moet doen, wat, en voor wanneer.</param>
    /// <param name="Zaken">Hoe ver elke zaak is: elke melding met wat erop volgde, en elk bezwaar, elke klacht en elk beroep.</param>
    /// <param name="Tijdlijn">Wat er gebeurde, oudste eerst.</param>
    /// <param name="Termijnen">De termijnen, met het artikel waarop ze rusten.</param>
    /// <param name="AndereDossiers">De nummers van de andere dossiers van deze inwoner die u mag zien.</param>
    public sealed record Antwoord(
        string Dossiernummer, Guid? PersoonId, Dossierstatus Status, string Wijkteam, bool Spoed, Actie AanZet,
        IReadOnlyList<Zaakstand> Zaken, IReadOnlyList<Gebeurd> Tijdlijn, IReadOnlyList<Termijn> Termijnen,
        IReadOnlyList<string> AndereDossiers);

    /// <param name="Wie">Wie aan zet is.</param>
    /// <param name="Wat">Wat er moet gebeuren, in gewone taal.</param>
    /// <param name="Uiterlijk">De laatste dag, als er een termijn loopt.</param>
    public sealed record Actie(Wie Wie, string Wat, DateOnly? Uiterlijk);

    /// <param name="Soort">Wat voor zaak.</param>
    /// <param name="Nummer">Het nummer van de melding, het bezwaar, de klacht of het beroep.</param>
    /// <param name="Meldingnummer">De melding waar de zaak mee begon; leeg bij een bezwaar, klacht of beroep.</param>
    /// <param name="Aanvraagnummer">De aanvraag die erop volgde; leeg zolang die er niet is.</param>
    /// <param name="Status">Waar de zaak is.</param>
    /// <param name="AanZet">Wie iets moet doen, wat, en voor wanneer.</param>
    public sealed record Zaakstand(
        Zaaksoort Soort, string Nummer, string? Meldingnummer, string? Aanvraagnummer, Dossierstatus Status, Actie AanZet);

    /// <param name="Wat">Wat er gebeurde, in gewone taal.</param>
    /// <param name="Op">Wanneer.</param>
    /// <param name="Dienst">Welke dienst van het platform het vastlegde.</param>
    /// <param name="Gebeurtenis">De naam van de gebeurtenis.</param>
    /// <param name="Door">Wie het deed. Medewerkers van de gemeente zien dit altijd, een inwoner alleen als die het zelf was.</param>
    /// <param name="Zaak">Het nummer van de zaak waar het bij hoort; leeg als het over het hele dossier gaat.</param>
    public sealed record Gebeurd(string Wat, DateTimeOffset Op, string Dienst, string Gebeurtenis, Door? Door, string? Zaak);

    /// <param name="Wie">Het kenmerk van de gebruiker, `platform` als het vanzelf ging, of `uzelf`.</param>
    /// <param name="Rol">De rol waarin het gebeurde.</param>
    /// <param name="Client">Het programma dat de gebruiker gebruikte, of het onderdeel van het platform.</param>
    /// <param name="Gevolg">Of het vanzelf volgde op een eerdere gebeurtenis, die van deze gebruiker was.</param>
    /// <param name="NaGebeurtenis">Bij een gevolg: de naam van die eerdere gebeurtenis.</param>
    public sealed record Door(string Wie, string Rol, string? Client, bool Gevolg, string? NaGebeurtenis);

    /// <param name="Soort">Welke termijn, bijvoorbeeld onderzoek of beschikking.</param>
    /// <param name="Zaak">Het nummer van de zaak waar de termijn bij hoort; leeg als zij over het hele dossier gaat.</param>
    /// <param name="Start">De dag waarop de termijn begint; die telt zelf niet mee.</param>
    /// <param name="Uiterlijk">De laatste dag die de wet of de norm geeft.</param>
    /// <param name="Grondslag">Het artikel of de norm.</param>
    /// <param name="ToegezegdeDatum">De dag die de gemeente bij uitstel heeft beloofd; de wettelijke dag verschuift daar niet door.</param>
    /// <param name="VoldaanOp">De dag waarop het is gebeurd.</param>
    /// <param name="Status">
    /// Lopend, staat-stil (de laatste dag is pas bekend als de termijn weer loopt), gehaald, te-laat (gebeurd na
    /// de laatste dag), verlopen (nog niet gebeurd), vervallen (niet meer nodig) of afgelopen (een recht dat voorbij is).
    /// </param>
    public sealed record Termijn(
        string Soort, string? Zaak, DateOnly Start, DateOnly Uiterlijk, string Grondslag, DateOnly? ToegezegdeDatum, DateOnly? VoldaanOp,
            Termijnstatus Status);

    public static void MapDossierInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/dossiers/{dossiernummer}", Een).Voor([.. Rollen.BijHetDossier, Rollen.Auditor])
            .WithSummary("Een dossier").WithDescription("De tijdlijn, de termijnen en wie er aan zet is.");

    private static async Task<Ok<Antwoord>> Een(
        string dossiernummer, Gebruiker gebruiker, DossiersDb db, BsnKenmerk kenmerk, TimeProvider klok, CancellationToken annulering)
    {
        var dossier = await db.Dossiers.AsNoTracking().Include(d => d.Termijnen)
            .SingleOrDefaultAsync(d => d.Dossiernummer == dossiernummer, annulering);
        if (dossier is null || !gebruiker.MagBij(dossier, kenmerk)) throw Weigering.Onbekend("Dit dossier");
        var regels = await db.Tijdlijn.AsNoTracking().Where(r => r.Dossiernummer == dossiernummer).ToListAsync(annulering);
        var namen = await db.Aanbiedernamen.AsNoTracking().ToDictionaryAsync(a => a.Agb, a => a.Naam, annulering);
        var vandaag = klok.Vandaag();
        var andere = dossier.PersoonId is not { } persoonId ? [] : await db.Dossiers.AsNoTracking()
            .Where(d => d.PersoonId == persoonId && d.Dossiernummer != dossiernummer).OrderBy(d => d.Dossiernummer).ToListAsync(annulering);
        return TypedResults.Ok(new Antwoord(
            dossier.Dossiernummer, dossier.PersoonId, dossier.Status, dossier.Wijkteam, dossier.Spoed,
            new Actie(dossier.AanZet, dossier.Wat, dossier.Uiterlijk),
            [.. dossier.Zaken.Select(z =>
                new Zaakstand(z.Soort, z.Nummer, z.Soort == Zaaksoort.Melding ? z.Nummer : null, z.Aanvraagnummer, z.Status,
                    new(z.AanZet, z.Wat, z.Uiterlijk)))],
            [.. regels.InVolgorde(r => new Plaats(r.AggregaatId, r.Versie, r.Op))
                .Select(r => new Gebeurd(
                    Projectie.Tijdlijn.MetNamen(r.Wat, namen), r.Op, r.Dienst, r.Gebeurtenis, Zichtbaar(r.Door, gebruiker),
                    dossier.ZaakVan(r)))],
            [.. dossier.Termijnen.OrderBy(t => t.Start).ThenBy(t => t.Uiterlijk).ThenBy(t => t.Soort)
                .Select(t => new Termijn(t.Soort, t.Zaak.Length == 0 ? null : t.Zaak, t.Start, t.Uiterlijk, t.Grondslag, t.ToegezegdeDatum,
                    t.VoldaanOp, t.StatusOp(vandaag)))],
            [.. andere.Where(d => gebruiker.MagBij(d, kenmerk)).Select(d => d.Dossiernummer)]));
    }

    /// <summary>
    /// Staff and the auditor may know who did something. A resident sees only their own acts: who works for the municipality, or writes to
    /// it about them, is not theirs to know.
    /// </summary>
    private static Door? Zichtbaar(Actor? door, Gebruiker gebruiker) => door switch
    {
        null => null,
        _ when gebruiker.Is(Rollen.Consulent) || gebruiker.Is(Rollen.Beslisser) || gebruiker.Is(Rollen.Backoffice)
            || gebruiker.Is(Rollen.Auditor) =>
            new(door.Wie, door.Rol, door.Client, door.Oorzaak is not null, door.Oorzaak?.Gebeurtenis),
        { Oorzaak: null } when gebruiker.Is(Rollen.Inwoner) && door.Wie == gebruiker.Id => new("uzelf", Rollen.Inwoner, null, false, null),
        _ => null,
    };

    /// <summary>
    /// The usual rule for access, with the hash in the place of the BSN. An auditor sees every dossier here, and only here.
    /// </summary>
    private static bool MagBij(this Gebruiker gebruiker, Dossier dossier, BsnKenmerk kenmerk) =>
        gebruiker.Is(Rollen.Auditor) || (gebruiker with
        {
            Bsn = gebruiker.Bsn is null ? null : kenmerk.Alle(gebruiker.Bsn).FirstOrDefault(k => k == dossier.BsnKenmerk, "ander"),
        }).MagBij(dossier.BsnKenmerk ?? "", dossier.Wijkteam);
}
