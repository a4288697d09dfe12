using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een besluit noemt een andere aanbieder. De ene toewijzing eindigt de dag voordat de andere begint.</summary>
public sealed class AndereAanbiederMetBesluit(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_besluit_dat_een_andere_aanbieder_noemt_zet_de_hulp_over()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 2 september 2026");
        await Op("maandag 9 maart 2026").ZorgGestart()
            .AndereAanbiederVoorbereid("woensdag 1 april 2026").HerzieningBesloten().HerzieningBekendgemaakt()
            .AanbiederKrijgt("1: 02A05, 3 uur per week, 2 maart 2026 - 31 maart 2026, reden 09")
            .AndereAanbiederKrijgt("2: 02A05, 3 uur per week, 1 april 2026 - 2 september 2026")
            .CakKrijgt("start 9 maart 2026");
        await Op("donderdag 2 april 2026").CakKrijgt();
    }
}
