using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner overlijdt tijdens het onderzoek. Er komt geen verslag meer, en niemand hoeft nog iets te doen.</summary>
public sealed class OverledenTijdensDeMelding(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_overlijdt_tijdens_het_onderzoek_krijgt_geen_verslag_meer()
    {
        await Op("maandag 2 maart 2026").Melding().Gesprek();
        await Op("donderdag 5 maart 2026").Overleden()
            .AanZet("consulent", "maandag 13 april 2026") // 42 dagen na 2 maart: de consulent belt de nabestaanden
            .MeldingIngetrokken()
            .AanZet("niemand")
            .AanbiederKrijgt();
    }
}
