using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner kwam niet naar de passing. De vertraging is diens rekening (Awb 4:15 lid 2 onder b).</summary>
public sealed class OpschortingDoorDeInwoner(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_vertraging_die_aan_de_inwoner_ligt_telt_niet_mee()
    {
        await Op("vrijdag 5 juni 2026").Melding().Onderzocht();
        await Op("maandag 8 juni 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 22 juni 2026"); // 14 dagen na 8 juni
        await Op("woensdag 10 juni 2026").Opgeschort("toerekenbaar", van: "dinsdag 9 juni 2026")
            .Termijn("beschikking", "maandag 22 juni 2026", "staat-stil");
        await Op("maandag 15 juni 2026").OpschortingBeeindigd()
            .BesluitUiterlijk("maandag 29 juni 2026"); // 22 juni + 6 dagen is zondag 28 juni
    }
}
