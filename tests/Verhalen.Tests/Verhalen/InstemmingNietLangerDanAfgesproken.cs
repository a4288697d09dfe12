using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Instemming duurt niet langer dan de dag die de inwoner noemde; daarna is een nieuwe nodig (Awb 4:15 lid 2 onder a).
/// </summary>
public sealed class InstemmingNietLangerDanAfgesproken(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_afgesproken_dag_loopt_de_termijn_vanzelf_weer()
    {
        await Op("vrijdag 29 mei 2026").Melding().Onderzocht();
        await Op("maandag 1 juni 2026").VerslagOndertekend();
        await Op("dinsdag 2 juni 2026").Opgeschort("instemming", tot: "dinsdag 9 juni 2026")
            .BesluitUiterlijk("maandag 22 juni 2026"); // 15 juni + 7 dagen
        await Op("maandag 15 juni 2026")
            .BesluitUiterlijk("maandag 22 juni 2026", status: "lopend")
            .Geweigerd("langer-dan-afgesproken", "Awb art. 4:15 lid 2 onder a", () => OpschortingBeeindigd("vrijdag 12 juni 2026"))
            .BesluitUiterlijk("maandag 22 juni 2026");
    }
}
