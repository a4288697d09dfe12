using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner trekt de melding in tijdens het onderzoek.</summary>
public sealed class MeldingIngetrokken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_de_melding_intrekt_laat_geen_termijn_achter()
    {
        await Op("maandag 2 maart 2026").Melding();
        await Op("woensdag 4 maart 2026").MeldingIngetrokken()
            .Status("ingetrokken").AanZet("niemand")
            .Termijn("onderzoek", "maandag 13 april 2026", "vervallen") // 42 dagen na 2 maart
            .Geweigerd("melding-al-ingetrokken", null, () => MeldingIngetrokken());
    }
}
