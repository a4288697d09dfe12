using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Shows the voorzieningen and the signals to the CAK of one person. A dossiernummer finds the persons of that dossier.</summary>
public static class BijdrageInzien
{
    /// <param name="PersoonId">De persoon.</param>
    /// <param name="MaandbedragTerInformatie">Euro per maand per huishouden; het CAK rekent en int. Leeg als het bedrag van dit jaar nog
    /// niet bekend is.</param>
    /// <param name="Voorzieningen">Waarvoor.</param>
    /// <param name="Signalen">Wat aan het CAK is gemeld.</param>
    /// <param name="Feitcorrecties">Wat een medewerker heeft verbeterd aan wat over de hulp was gemeld.</param>
    /// <param name="Wacht">Of er nog iets is dat het CAK later moet horen: de dag ligt te ver vooruit, of vandaag is hetzelfde al
    /// gewijzigd.</param>
    public sealed record Antwoord(
        Guid PersoonId, decimal? MaandbedragTerInformatie, IReadOnlyList<Waarvoor> Voorzieningen, IReadOnlyList<Gemeld> Signalen,
        IReadOnlyList<Feitcorrectie> Feitcorrecties, bool Wacht);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier van de voorziening.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
    /// <param name="Startdatum">De eerste dag; leeg als de hulp niet is begonnen.</param>
    /// <param name="Einddatum">De laatste dag; leeg zolang de hulp loopt.</param>
    /// <param name="NietVerschuldigd">Waarom hiervoor geen eigen bijdrage geldt; leeg als die wel geldt.</param>
    /// <param name="Ingetrokken">Of het is alsof de hulp er nooit was, omdat het begin of het budget is ingetrokken.</param>
    public sealed record Waarvoor(Guid VoorzieningId, string Dossiernummer, Leveringsvorm Leveringsvorm, DateOnly? Startdatum,
        DateOnly? Einddatum, NietVerschuldigd? NietVerschuldigd, bool Ingetrokken);

    /// <param name="Startnummer">Het nummer van dit begin bij het CAK.</param>
    /// <param name="Startdatum">De eerste dag van de eigen bijdrage.</param>
    /// <param name="Stopdatum">De laatste dag, als het einde ook is gemeld.</param>
    /// <param name="Status">Hoe het ermee staat.</param>
    /// <param name="Retourcodes">Waarom het CAK het begin of het einde afkeurde.</param>
    /// <param name="Correcties">Wat er daarna aan is gewijzigd of verwijderd, in volgorde.</param>
    public sealed record Gemeld(long Startnummer, DateOnly Startdatum, DateOnly? Stopdatum, Signaalstatus Status,
        IReadOnlyList<string> Retourcodes, IReadOnlyList<Correctie> Correcties);

    public static void MapBijdrageInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bijdragen", Lijst).Voor(Rollen.Inwoner, Rollen.Backoffice, Rollen.Beslisser, Rollen.Systeem)
            .WithSummary("Eigen bijdragen").WithDescription("De eigen bijdragen die u mag zien, oudste eerst, en als u wilt alleen die "
                + "van één dossier. Een inwoner noemt altijd het dossier.");
        api.MapGet("/bijdragen/{persoonId:guid}", Een).Voor(Rollen.Inwoner, Rollen.Backoffice, Rollen.Beslisser, Rollen.Systeem)
            .WithSummary("Eigen bijdrage van een persoon")
            .WithDescription("Voor welke voorzieningen de eigen bijdrage loopt en wat aan het CAK is gemeld.");
    }

    private static async Task<Ok<Pagina<Antwoord>>> Lijst(
        Gebruiker gebruiker, EigenBijdrageDb db, Vault kluis, TimeProvider klok, string? dossiernummer, string? na, int? aantal,
        CancellationToken annulering)
    {
        var (n, vanaf) = (Pagina.Aantal(aantal), Pagina.NaGuid(na));
        // The BSN is sealed, so the database cannot search for it: a resident names a dossier.
        if (dossiernummer is null && !gebruiker.ZietAlles)
            throw Weigering.Invoer("dossiernummer", "Noem het dossier waarvan u de eigen bijdrage wilt zien.");
        var bijdragen = db.Bijdragen.AsNoTracking().Where(b => b.Id > vanaf);
        if (dossiernummer is not null) bijdragen = bijdragen.Where(b => b.Hulp.Any(h => h.Dossiernummer == dossiernummer));
        var pagina = Pagina.Van(await bijdragen.OrderBy(b => b.Id).Take(n + 1).ToListAsync(annulering), n, b => b.Id.ToString());
        return TypedResults.Ok(new Pagina<Antwoord>(
            [.. pagina.Items.Where(b => gebruiker.MagBij(b, kluis)).Select(b => Van(b, klok))], pagina.Volgende));
    }

    private static bool MagBij(this Gebruiker gebruiker, Bijdrage bijdrage, Vault kluis) =>
        gebruiker.MagBij(bijdrage.Bsn(kluis), wijkteam: "");

    private static async Task<Ok<Antwoord>> Een(
        Guid persoonId, Gebruiker gebruiker, EigenBijdrageDb db, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var bijdrage = await db.Zoek(persoonId, annulering);
        if (!gebruiker.MagBij(bijdrage, kluis)) throw Weigering.Onbekend("Deze eigen bijdrage");
        return TypedResults.Ok(Van(bijdrage, klok));
    }

    internal static async Task<Bijdrage> Zoek(this EigenBijdrageDb db, Guid persoonId, CancellationToken annulering) =>
        await db.Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId, annulering)
            ?? throw Weigering.Onbekend("Deze eigen bijdrage");

    internal static Antwoord Van(Bijdrage b, TimeProvider klok) => new(b.PersoonId, Maandbedrag(klok.Vandaag()),
        [.. b.Voorzieningen.OrderBy(v => v.Laatste?.Begin).Select(v => new Waarvoor(
            v.VoorzieningId, v.Dossiernummer, v.Leveringsvorm, v.Laatste?.Begin, v.Laatste?.Einde, v.Laatste?.NietVerschuldigd,
            v.Laatste is null))],
        [.. b.Signalen.OrderBy(s => s.Startnummer).Select(s => new Gemeld(
            s.Startnummer, s.Startdatum, s.Stopdatum, s.Status, s.Retourcodes, s.Correcties))],
        b.Feitcorrecties, b.Wacht);

    private static decimal? Maandbedrag(DateOnly dag)
    {
        try
        {
            return Bijdrageregels.Maandbedrag(dag);
        }
        catch (GegevensOntbrekenException)
        {
            // The amount is only for information, so the answer goes out without it.
            return null;
        }
    }
}
