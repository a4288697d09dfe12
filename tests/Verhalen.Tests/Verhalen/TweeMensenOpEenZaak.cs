using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De beslisser leest de aanvraag. Intussen vraagt een consulent om een stuk. Het besluit op de oude stand wordt niet opgeslagen.
/// </summary>
public sealed class TweeMensenOpEenZaak(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_beslist_op_wat_er_niet_meer_staat_krijgt_dat_te_horen()
    {
        await Op("maandag 9 maart 2026").Aangevraagd().GelezenDoorDeBeslisser();
        await Op("dinsdag 10 maart 2026").AanvullingGevraagd("dinsdag 17 maart 2026", "handtekening")
            .Geweigerd("intussen-gewijzigd", null, () => BeslotenOpWatErStond())
            .Status("aanvulling-gevraagd")
            .GelezenDoorDeBeslisser()
            .BeslotenOpWatErStond()
            .Status("besloten");
    }
}
