using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner gaat met ieders instemming naar een andere aanbieder. Daar is geen besluit voor nodig: de hulp blijft dezelfde.
/// </summary>
public sealed class AndereAanbiederZonderBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_ene_aanbieder_eindigt_de_dag_voordat_de_andere_begint()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart().OvergezetNaarDeBrug("woensdag 1 april 2026")
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 31 maart 2026, reden 09")
            .AndereAanbiederKrijgt("2: 02A05, 3 uur per week, 1 april 2026 - 2 september 2026")
            .CakKrijgt("start 9 maart 2026")
            .Brieven("wijzigingsbesluitbrief", 0);
        await Op("donderdag 2 april 2026").CakKrijgt();
    }
}
