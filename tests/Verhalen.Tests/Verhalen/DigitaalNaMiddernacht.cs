using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een halfuur na middernacht tekent de inwoner met DigiD. In Amsterdam is het dan al woensdag.</summary>
public sealed class DigitaalNaMiddernacht(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task Digitaal_telt_het_moment_in_Amsterdam()
    {
        await Op("woensdag 6 mei 2026").Melding();
        await Op("donderdag 7 mei 2026").Onderzocht();
        await Op("woensdag 13 mei 2026", om: "00:30").VerslagDigitaalOndertekend()
            .BesluitUiterlijk("woensdag 27 mei 2026"); // 14 dagen na 13 mei, niet na 12 mei
    }
}
