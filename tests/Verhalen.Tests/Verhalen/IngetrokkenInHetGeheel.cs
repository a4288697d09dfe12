using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner trekt de aanvraag in voordat er is beslist, en krijgt daarvan een bevestiging.</summary>
public sealed class IngetrokkenInHetGeheel(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_intrekking_is_er_niets_meer_te_beslissen()
    {
        await Op("maandag 2 februari 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 16 februari 2026"); // 14 dagen na 2 februari
        await Op("donderdag 5 februari 2026").Ingetrokken()
            .Brief("intrekkingsbevestiging")
            .Status("ingetrokken").AanZet("niemand")
            .Termijn("beschikking", "maandag 16 februari 2026", "vervallen")
            .Geweigerd("aanvraag-ingetrokken", null, () => Besloten("toekennen"))
            .Geweigerd("aanvraag-ingetrokken", null, () => Ingetrokken());
    }
}
