using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Drie weken uitstel mag niet, en uitstel na de laatste dag ook niet (Awb 4:14 lid 1).</summary>
public sealed class UitstelTeLangOfTeLaat(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Uitstel_is_hooguit_twee_weken_en_komt_voor_het_einde()
    {
        await Op("vrijdag 3 juli 2026").Melding().Onderzocht();
        await Op("maandag 6 juli 2026").VerslagOndertekend()
            .Geweigerd("uitstel-te-lang", "Awb art. 4:14 lid 1", () => UitstelAangekondigd(3));
        await Op("dinsdag 21 juli 2026") // de laatste dag was maandag 20 juli
            .Geweigerd("uitstel-te-laat", "Awb art. 4:14 lid 1", () => UitstelAangekondigd(2))
            .BesluitUiterlijk("maandag 20 juli 2026", status: "verlopen")
            .Brieven("uitstelbrief", 0);
    }
}
