using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner stemt schriftelijk in met uitstel tot een bepaalde dag (Awb 4:15 lid 2 onder a).</summary>
public sealed class OpschortingMetInstemming(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_termijn_staat_stil_tot_de_dag_die_is_afgesproken()
    {
        await Op("vrijdag 29 mei 2026").Melding().Onderzocht();
        await Op("maandag 1 juni 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 15 juni 2026"); // 14 dagen na 1 juni
        await Op("woensdag 3 juni 2026")
            .Geweigerd("instemming-zonder-einde", "Awb art. 4:15 lid 2 onder a", () => Opgeschort("instemming"))
            .Opgeschort("instemming", tot: "vrijdag 19 juni 2026")
            .Brief("opschortingsbrief")
            .BesluitUiterlijk("woensdag 1 juli 2026"); // 15 juni + 16 dagen: 3 tot en met 19 juni
        await Op("donderdag 11 juni 2026").OpschortingBeeindigd()
            .BesluitUiterlijk("dinsdag 23 juni 2026") // 15 juni + 8 dagen: 3 tot en met 11 juni
            .Brieven("opschortingsbrief", 2);
    }
}
