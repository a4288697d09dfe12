using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Op Goede Vrijdag is het stadhuis dicht, maar de brievenbus niet.</summary>
public sealed class OntvangenOpGoedeVrijdag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_aanvraag_van_Goede_Vrijdag_telt_vanaf_die_dag()
    {
        await Op("maandag 30 maart 2026").Melding();
        await Op("dinsdag 31 maart 2026").Onderzocht();
        await Op("dinsdag 7 april 2026").VerslagOndertekend(ontvangenOp: "vrijdag 3 april 2026")
            .BesluitUiterlijk("vrijdag 17 april 2026"); // 14 dagen na 3 april
    }
}
