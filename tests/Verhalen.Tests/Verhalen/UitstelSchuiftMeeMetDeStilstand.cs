using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Na de aankondiging van uitstel moet de inwoner nog aanvullen. De wettelijke dag en de belofte schuiven samen op.
/// </summary>
public sealed class UitstelSchuiftMeeMetDeStilstand(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Staat_de_termijn_stil_dan_schuift_ook_de_belofte()
    {
        await Op("vrijdag 3 juli 2026").Melding().Onderzocht();
        await Op("maandag 6 juli 2026").VerslagOndertekend();
        await Op("dinsdag 7 juli 2026").UitstelAangekondigd(1)
            .BesluitUiterlijk("maandag 20 juli 2026", toegezegd: "maandag 27 juli 2026"); // 20 juli + 7 dagen
        await Op("donderdag 9 juli 2026").AanvullingGevraagd("donderdag 16 juli 2026", "machtiging")
            .BesluitUiterlijk("maandag 27 juli 2026", toegezegd: "maandag 3 augustus 2026"); // beide 7 dagen later
    }
}
