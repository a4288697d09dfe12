using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De twee weken eindigen op Tweede Pinksterdag. De dinsdag telt nog mee; wie woensdag bekendmaakt, is te laat.</summary>
public sealed class LaatsteDagIsTweedePinksterdag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_dag_na_Tweede_Pinksterdag_is_de_laatste()
    {
        await Op("donderdag 7 mei 2026").Melding().Onderzocht();
        await Op("maandag 11 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("dinsdag 26 mei 2026"); // 14 dagen is maandag 25 mei, Tweede Pinksterdag
        await Op("woensdag 27 mei 2026").Toegekend()
            .Termijn("beschikking", "dinsdag 26 mei 2026", "te-laat");
    }
}
