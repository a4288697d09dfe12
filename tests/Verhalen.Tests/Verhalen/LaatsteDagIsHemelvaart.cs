using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De twee weken eindigen op Hemelvaartsdag, en de vrijdag erna is gelijkgesteld (Algemene termijnenwet art. 1 en 3).
/// </summary>
public sealed class LaatsteDagIsHemelvaart(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_laatste_dag_schuift_van_Hemelvaart_naar_de_maandag()
    {
        await Op("dinsdag 28 april 2026").Melding();
        await Op("woensdag 29 april 2026").Onderzocht();
        await Op("donderdag 30 april 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 mei Hemelvaart, 15 mei gelijkgesteld, 16 en 17 mei weekend
        await Op("maandag 18 mei 2026").Toegekend()
            .Termijn("beschikking", "maandag 18 mei 2026", "gehaald");
    }
}
