using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Tijdens het onderzoek verhuist de inwoner. De melding gaat naar de nieuwe gemeente (Awb 2:3), en hier volgt geen verslag meer.
/// </summary>
public sealed class VerhuisdTijdensDeMelding(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_gemeente_waar_de_inwoner_gaat_wonen_onderzoekt_verder()
    {
        await Op("maandag 2 maart 2026").Melding().Gesprek()
            .Termijn("onderzoek", "maandag 13 april 2026"); // 42 dagen na 2 maart
        await Op("donderdag 5 maart 2026").VerhuisdNaarLelystad()
            .AanZet("consulent", "maandag 13 april 2026")
            .MeldingDoorgezondenNaarLelystad()
            .Status("doorgezonden").AanZet("niemand")
            .Termijn("onderzoek", "maandag 13 april 2026", "vervallen")
            .Brief("doorzendbericht")
            .AanbiederKrijgt()
            .InDeTijdlijn("doorgestuurd naar de gemeente Lelystad")
            .Geweigerd("onderzoek-gestopt", null, () => Verslag());
    }
}
