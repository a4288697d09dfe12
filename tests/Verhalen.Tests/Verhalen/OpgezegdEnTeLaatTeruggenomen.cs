using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner komt een dag te laat terug op de opzegging. Voor nieuwe hulp is een nieuwe melding nodig.</summary>
public sealed class OpgezegdEnTeLaatTeruggenomen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_de_laatste_dag_is_de_hulp_gestopt()
    {
        await Op("maandag 9 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 16 maart 2026").Opgezegd("vrijdag 27 maart 2026")
            .HerzieningBesloten(door: "demo-consulent").HerzieningBekendgemaakt();
        await Op("zaterdag 28 maart 2026")
            .Geweigerd("hulp-is-gestopt", "Wmo 2015 art. 2.3.2 lid 1", () => OpzeggingTeruggenomen());
    }
}
