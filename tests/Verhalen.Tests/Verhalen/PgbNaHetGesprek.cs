using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner kiest een pgb. Het gesprek en de documenten komen binnen de twee weken, die daar niet langer van worden.
/// </summary>
public sealed class PgbNaHetGesprek(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_een_pgb_kan_beheren_krijgt_een_budget_bij_de_SVB()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht("pgb").VerslagOndertekend()
            .BesluitUiterlijk("maandag 16 februari 2026") // 14 dagen na 2 februari
            .AanZet("consulent", "maandag 16 februari 2026")
            .Geweigerd("pgb-toets-ontbreekt", "Wmo 2015 art. 2.3.6 lid 2", () => Besloten("toekennen"));
        await Op("vrijdag 6 februari 2026").PgbBesproken()
            .BesluitUiterlijk("maandag 16 februari 2026") // de toets schuift niets op
            .AanZet("beslisser", "maandag 16 februari 2026");
        await Op("maandag 9 februari 2026").Toegekend()
            .SvbKrijgt("02: 2 februari 2026 - 2 augustus 2026, 3900 euro")
            .CakKrijgt("start 2 februari 2026")
            .Status("hulp-loopt")
            .InDeTijdlijn("De SVB heeft het budget gereserveerd.");
    }
}
