using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>What the CAK knows of one person, and for which voorzieningen.</summary>
public static class BijdrageInzien
{
    /// <param name="PersoonId">De persoon.</param>
    /// <param name="MaandbedragTerInformatie">Euro per maand per huishouden; het CAK rekent en int. Leeg als het bedrag van dit jaar nog niet bekend is.</param>
    /// <param name="Voorzieningen">Waarvoor.</param>
    /// <param name="Signalen">Wat aan het CAK is gemeld.</param>
    public sealed record Antwoord(Guid PersoonId, decimal? MaandbedragTerInformatie, IReadOnlyList<Waarvoor> Voorzieningen, IReadOnlyList<Gemeld> Signalen);

    public sealed record Waarvoor(Guid VoorzieningId, string Dossiernummer, Leveringsvorm Leveringsvorm, DateOnly Startdatum, DateOnly? Einddatum, string? NietVerschuldigd);

    public sealed record Gemeld(long Startnummer, DateOnly Startdatum, DateOnly? Stopdatum, Signaalstatus Status, IReadOnlyList<string> Retourcodes);

    public static void MapBijdrageInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/bijdragen/{persoonId:guid}", Een).Voor(Rollen.Inwoner, Rollen.Backoffice, Rollen.Beslisser, Rollen.Systeem)
            .WithSummary("Eigen bijdrage van een persoon").WithDescription("Voor welke voorzieningen de eigen bijdrage loopt en wat aan het CAK is gemeld.");

    private static async Task<Ok<Antwoord>> Een(Guid persoonId, Gebruiker gebruiker, EigenBijdrageDb db, Kluis kluis, TimeProvider klok, CancellationToken annulering)
    {
        var bijdrage = await db.Zoek(persoonId, annulering);
        if (!gebruiker.MagBij(kluis.OntzegelTekst(bijdrage.VerzegeldeBsn), wijkteam: "")) throw Weigering.Onbekend("Deze eigen bijdrage");
        return TypedResults.Ok(Van(bijdrage, klok));
    }

    internal static async Task<Bijdrage> Zoek(this EigenBijdrageDb db, Guid persoonId, CancellationToken annulering) =>
        await db.Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId, annulering) ?? throw Weigering.Onbekend("Deze eigen bijdrage");

    internal static Antwoord Van(Bijdrage b, TimeProvider klok) => new(b.PersoonId, Maandbedrag(klok.Vandaag()),
        [.. b.Voorzieningen.OrderBy(v => v.Startdatum).Select(v => new Waarvoor(v.VoorzieningId, v.Dossiernummer, v.Leveringsvorm, v.Startdatum, v.Einddatum, v.NietVerschuldigd))],
        [.. b.Signalen.OrderBy(s => s.Startnummer).Select(s => new Gemeld(s.Startnummer, s.Startdatum, s.Stopdatum, s.Status, s.Retourcodes))]);

    private static decimal? Maandbedrag(DateOnly dag)
    {
        try
        {
            return Bijdrageregels.Maandbedrag(dag);
        }
        catch (GegevensOntbrekenException)
        {
            // For information only: the answer simply does without it.
            return null;
        }
    }
}
