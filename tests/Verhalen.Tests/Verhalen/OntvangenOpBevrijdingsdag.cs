using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Bevrijdingsdag is elk jaar een feestdag voor de Algemene termijnenwet. De brievenbus is open, en de dag telt.</summary>
public sealed class OntvangenOpBevrijdingsdag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_aanvraag_van_5_mei_telt_vanaf_5_mei()
    {
        await Op("dinsdag 28 april 2026").Melding();
        await Op("donderdag 30 april 2026").Onderzocht();
        await Op("woensdag 6 mei 2026").VerslagOndertekend(ontvangenOp: "dinsdag 5 mei 2026")
            .BesluitUiterlijk("dinsdag 19 mei 2026"); // 14 dagen na 5 mei
    }
}
