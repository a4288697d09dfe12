using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner zegt de hulp op. De consulent bevestigt dat met een besluit, en op de laatste dag komt de inwoner erop terug.
/// </summary>
public sealed class OpgezegdEnTeruggenomen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_opzegt_kan_daar_tot_de_laatste_dag_op_terugkomen()
    {
        await Op("maandag 9 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 9 maart 2026 - 9 september 2026");
        await Op("maandag 16 maart 2026").Opgezegd("vrijdag 27 maart 2026")
            .Brief("wijzigingsverzoekbrief")
            .HerzieningBesloten(door: "demo-consulent").HerzieningBekendgemaakt()
            .Brief("wijzigingsbesluitbrief")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 9 maart 2026 - 27 maart 2026, reden 05")
            .Termijn("bezwaar", "dinsdag 28 april 2026"); // 42 dagen na 16 maart is 27 april, Koningsdag
        await Op("vrijdag 27 maart 2026").OpzeggingTeruggenomen()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 9 maart 2026 - 9 september 2026, reden 04")
            .Brieven("wijzigingsbesluitbrief", 2);
    }
}
