using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De klacht gaat over wie haar wil behandelen. Dat doet een ander (Awb 9:7).</summary>
public sealed class KlachtOverDeBehandelaar(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_bij_de_klacht_betrokken_was_behandelt_haar_niet()
    {
        await Op("maandag 9 maart 2026").Melding();
        await Op("maandag 16 maart 2026").KlachtIngediend(medewerker: Mensen.Backoffice)
            .Geweigerd("behandelaar-betrokken", "Awb art. 9:7 lid 1", () => OverDeKlachtGesproken())
            .OverDeKlachtGesproken(door: Mensen.Beslisser)
            .MedewerkerKreegDeKlacht(Mensen.Backoffice).MedewerkerVerteldeErover(Mensen.Backoffice, door: Mensen.Beslisser)
            .Geweigerd("behandelaar-betrokken", "Awb art. 9:7 lid 1", () => KlachtBeoordeeld("ongegrond"))
            .KlachtBeoordeeld("gegrond", door: Mensen.Beslisser)
            .Status("klacht-afgehandeld")
            .Brief("klachtafhandeling");
    }
}
