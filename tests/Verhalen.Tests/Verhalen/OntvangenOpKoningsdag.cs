using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De brievenbus kent geen feestdag: een aanvraag van maandag 27 april telt vanaf die dag.</summary>
public sealed class OntvangenOpKoningsdag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_aanvraag_van_Koningsdag_telt_vanaf_Koningsdag()
    {
        await Op("maandag 20 april 2026").Melding();
        await Op("woensdag 22 april 2026").Onderzocht();
        await Op("dinsdag 28 april 2026").VerslagOndertekend(ontvangenOp: "maandag 27 april 2026")
            .BesluitUiterlijk("maandag 11 mei 2026"); // 14 dagen na 27 april
    }
}
