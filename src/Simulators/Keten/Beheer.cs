using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Ggk;
using WmoPlatform.Keten.Post;
using WmoPlatform.Keten.Svb;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten;

/// <summary>
/// The controls of the simulator. They set the behaviour of a partner, show its messages and its knowledge, and make it send messages.
/// </summary>
internal static class Beheer
{
    public static void MapBeheer(this WebApplication app)
    {
        var beheer = app.MapGroup("/beheer");

        beheer.MapGet("/gedrag", (Partners partners, Gedragingen gedragingen) => partners.Namen.ToDictionary(naam => naam, naam =>
        {
            var (modus, aantal, vertragingMs) = gedragingen.Van(naam);
            return new { modus, aantal, vertragingMs, personen = gedragingen.Personen(naam) };
        }));

        beheer.MapPut("/gedrag/{partner}", (
            string partner, Gedragsopdracht opdracht, Partners partners, Gedragingen gedragingen, Postkamer postkamer) =>
        {
            if (!partners.Namen.Contains(partner))
                return Fout(404, $"Er is geen partner {partner}. Kies uit {string.Join(", ", partners.Namen)}.");
            gedragingen.Zet(partner, opdracht.Bsn, new Gedrag(opdracht.Modus, opdracht.Aantal, opdracht.VertragingMs));
            postkamer.Geef(partner, opdracht.Bsn);
            return Results.NoContent();
        });

        beheer.MapGet("/ontvangen", (Postkamer postkamer, string? partner, string? soort, bool? inhoud) =>
            postkamer.Overzicht(partner, soort, inhoud ?? false));

        beheer.MapGet("/verzonden", (Bezorging bezorging, string? partner) =>
            from zending in bezorging.Zendingen
            let u = zending.Uitgaand
            where partner is null || u.Partner == partner
            select new
            {
                u.Partner,
                u.Soort,
                u.Identificatie,
                u.Antwoordt,
                zending.Bezorgd,
                zending.Geweigerd,
                zending.Pogingen,
                zending.LaatsteStatus,
            });

        // Every call gives the next resident without a dossier, also after a restart.
        beheer.MapPost("/inwoners", (Uitgifte uitgifte) => uitgifte.Volgende());

        beheer.MapGet("/cak", (Partners partners, Postkamer postkamer) => postkamer.Kijk(partners.Cak.Overzicht));
        beheer.MapSvb();
        beheer.MapBrp();

        var aanbieders = beheer.MapGroup("/aanbieders/{agb}");
        aanbieders.MapGet("", (string agb, Opdrachten opdrachten) => opdrachten.Toon(agb));
        aanbieders.MapPost("/start", (string agb, Startopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.Start(opdracht, vandaag)));
        aanbieders.MapPost("/stop", (string agb, Stopopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.Stop(opdracht, vandaag)));
        aanbieders.MapPost("/verwijdering", (string agb, Verwijderopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.Verwijder(opdracht, vandaag)));
        aanbieders.MapPost("/verzoek", (string agb, Verzoekopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.Vraag(opdracht, vandaag)));
        aanbieders.MapPost("/wijzigingsverzoek", (string agb, Wijzigingsopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.VraagWijziging(opdracht, vandaag)));
        aanbieders.MapPost("/declaratie", (string agb, Declaratieopdracht opdracht, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) => aanbieder.Declareer(opdracht, vandaag)));

        // After the beschikking the gemeente signals which help the provider may request. VraagtZelf decides whether the provider does
        // so at once or waits for a command.
        aanbieders.MapPost("/seintje", (string agb, Verzoekopdracht seintje, Opdrachten opdrachten) =>
            opdrachten.Laat(agb, (aanbieder, vandaag) =>
                aanbieder.VraagtZelf ? aanbieder.Vraag(seintje, vandaag) : new Uitkomst(null, 202)));
    }

    /// <param name="Modus">The behaviour from now on.</param>
    /// <param name="Aantal">The number of messages that the behaviour holds for; left out, until the behaviour is set again.</param>
    /// <param name="VertragingMs">The delay of a slow partner.</param>
    /// <param name="Bsn">The person whose messages the behaviour is for; left out, the behaviour is for all messages.</param>
    internal sealed record Gedragsopdracht(Modus Modus, int? Aantal = null, int? VertragingMs = null, string? Bsn = null);

    /// <summary>Makes a provider send a message of its own accord, and shows what the provider knows.</summary>
    internal sealed class Opdrachten(Partners partners, Postkamer postkamer, Gedragingen gedragingen, TimeProvider klok)
    {
        public IResult Laat(string agb, Func<Aanbieder, DateOnly, Uitkomst> maak) =>
            partners.Zoek(agb) is Aanbieder aanbieder
                ? Antwoord(postkamer.Verzend(
                    aanbieder,
                    () => maak(aanbieder, klok.Vandaag()),
                    bericht => gedragingen.NeemVoorZending(bericht.Personen, "ggk", agb)))
                : GeenAanbieder(agb);

        public IResult Toon(string agb) =>
            partners.Zoek(agb) is Aanbieder aanbieder
                ? Results.Ok(postkamer.Kijk(() => aanbieder.Overzicht(klok.Vandaag())))
                : GeenAanbieder(agb);

        private static IResult GeenAanbieder(string agb) => Fout(404, $"Er is geen aanbieder {agb}.");
    }

    public static IResult Antwoord(Uitkomst uitkomst) =>
        uitkomst.Bericht is { } bericht ? Results.Accepted(value: new { bericht.Identificatie })
        : uitkomst.Status == 202 ? Results.Accepted()
        : Fout(uitkomst.Status, uitkomst.Waarom);

    private static IResult Fout(int status, string uitleg) => Results.Problem(title: uitleg, statusCode: status);
}
