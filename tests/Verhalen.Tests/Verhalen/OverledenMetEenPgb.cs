using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner overlijdt terwijl het pgb loopt. Het budget en de bijdrage eindigen op die dag.</summary>
public sealed class OverledenMetEenPgb(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Het_budget_eindigt_op_de_dag_van_overlijden()
    {
        await Op("maandag 2 februari 2026").Melding().Onderzocht("pgb").VerslagOndertekend().PgbBesproken().Toegekend()
            .SvbKrijgt("02: 2 februari 2026 - 2 augustus 2026, 3900 euro")
            .CakKrijgt("start 2 februari 2026");
        await Op("woensdag 4 maart 2026").Overleden()
            .SvbKrijgt("02: 2 februari 2026 - 4 maart 2026, 3900 euro")
            .CakKrijgt("stop 4 maart 2026")
            .Brief("nabestaandenbrief");
    }
}
