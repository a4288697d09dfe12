using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Keten.Ggk;
using WmoPlatform.Keten.Post;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten;

/// <summary>The strings of the puppets: how partners behave, what they received, and what a provider does next.</summary>
internal static class Beheer
{
    internal sealed record Startopdracht(long Toewijzingnummer, DateOnly Begindatum);
    internal sealed record Stopopdracht(long Toewijzingnummer, DateOnly Einddatum, string Reden);

    public static void MapBeheer(this WebApplication app)
    {
        var beheer = app.MapGroup("/beheer");

        beheer.MapGet("/gedrag", (Partners partners, Gedragingen gedragingen) => partners.Namen.ToDictionary(naam => naam, gedragingen.Van));

        beheer.MapPut("/gedrag/{partner}", (string partner, Gedrag gedrag, Partners partners, Gedragingen gedragingen) =>
        {
            if (!partners.Namen.Contains(partner)) return Fout(404, $"Er is geen partner {partner}. Kies uit {string.Join(", ", partners.Namen)}.");
            gedragingen.Zet(partner, gedrag);
            return Results.NoContent();
        });

        beheer.MapGet("/ontvangen", (Postkamer postkamer, string? partner, string? soort) => postkamer.Overzicht(partner, soort));

        beheer.MapGet("/verzonden", (Bezorging bezorging, string? partner) =>
            from zending in bezorging.Zendingen
            let u = zending.Uitgaand
            where partner is null || u.Partner == partner
            select new { u.Partner, u.Soort, u.Identificatie, u.Antwoordt, zending.Bezorgd, zending.Geweigerd, zending.Pogingen, zending.LaatsteStatus });

        beheer.MapPost("/aanbieders/{agb}/start", (string agb, Startopdracht opdracht, Opdrachten opdrachten, TimeProvider klok) =>
            opdrachten.Laat(agb, opdracht.Toewijzingnummer,
                aanbieder => aanbieder.Start(opdracht.Toewijzingnummer, opdracht.Begindatum, klok.Vandaag()),
                "De levering loopt al."));

        beheer.MapPost("/aanbieders/{agb}/stop", (string agb, Stopopdracht opdracht, Opdrachten opdrachten, TimeProvider klok) =>
            RedenBeeindiging.Alle.Contains(opdracht.Reden)
                ? opdrachten.Laat(agb, opdracht.Toewijzingnummer,
                    aanbieder => aanbieder.Stop(opdracht.Toewijzingnummer, opdracht.Einddatum, opdracht.Reden, klok.Vandaag()),
                    "Er is geen levering die zo kan stoppen.")
                : Fout(400, $"Kies een reden uit {string.Join(", ", RedenBeeindiging.Alle)}."));
    }

    /// <summary>Lets a provider send something of its own accord.</summary>
    internal sealed class Opdrachten(Partners partners, Postkamer postkamer, Gedragingen gedragingen)
    {
        public IResult Laat(string agb, long nummer, Func<Aanbieder, Heenbericht?> maak, string waaromNiet)
        {
            if (partners.Zoek(agb) is not Aanbieder aanbieder) return Fout(404, $"Er is geen aanbieder {agb}.");
            var kent = false;
            var identificatie = postkamer.Verzend(aanbieder, () => (kent = aanbieder.Kent(nummer)) ? maak(aanbieder) : null, () => gedragingen.NeemVoorZending("ggk", agb));
            return identificatie is not null ? Results.Accepted(value: new { identificatie })
                : kent ? Fout(409, waaromNiet)
                : Fout(404, $"{aanbieder.Handelsnaam} heeft geen toewijzing {nummer}.");
        }
    }

    private static IResult Fout(int status, string uitleg) => Results.Problem(title: uitleg, statusCode: status);
}
