using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner verhuist tijdens het bezwaar. Hulp vanaf nu kan hier niet meer (Wmo 2015 art. 1.2.1).</summary>
public sealed class VerhuisdTijdensBezwaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_is_verhuisd_krijgt_hier_geen_hulp_meer_maar_wel_een_beslissing()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BezwaarGemaakt().NietGehoord();
        await Op("woensdag 18 maart 2026").VerhuisdNaarLelystad()
            .OpBezwaarBeslist("gegrond")
            .Geweigerd("verblijf-onduidelijk", "Wmo 2015 art. 1.2.1", () => OpBezwaarBekendgemaakt())
            .OpBezwaarBeslist("ongegrond").OpBezwaarBekendgemaakt()
            .Status("bezwaar-afgehandeld")
            .AanbiederKrijgt();
    }
}
