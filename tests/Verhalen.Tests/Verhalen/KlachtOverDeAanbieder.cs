using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Een klacht over een zorgaanbieder hoort bij de klachtregeling van die aanbieder (Wmo 2015 art. 3.2.1).</summary>
public sealed class KlachtOverDeAanbieder(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_klacht_over_de_aanbieder_gaat_naar_de_aanbieder()
    {
        await Op("maandag 9 maart 2026").Melding()
            .KlachtIngediend()
            .Geweigerd("geen-aanbieder", "Awb art. 9:1", () => KlachtDoorverwezen());
        await Op("maandag 16 maart 2026").KlachtIngediend(over: "aanbieder")
            .KlachtDoorverwezen()
            .Status("klacht-afgehandeld")
            .InDeTijdlijn("De inwoner is met de klacht naar de zorgaanbieder verwezen.");
    }
}
