using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De aanbieder stopt zelf. De inwoner houdt recht op hulp en krijgt binnen tien werkdagen een andere aanbieder; niemand kan het recht
/// zonder besluit beëindigen, en het CAK hoort niets.
/// </summary>
public sealed class DeAanbiederStoptHetRechtBlijft(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_zijn_aanbieder_verliest_houdt_recht_op_hulp_en_krijgt_een_andere()
    {
        await Op("maandag 2 februari 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 februari 2026").ZorgGestart().CakKrijgt("start 9 februari 2026");
        await Op("vrijdag 20 maart 2026").ZorgGestopt("22")
            .Brief("zorgstopbrief")
            // tien werkdagen: 23 tot en met 27 maart, 30 maart tot en met 2 april, en dinsdag 7 april; 3 april is Goede Vrijdag
            // en 6 april tweede paasdag
            .Termijn("andere-aanbieder", "dinsdag 7 april 2026", "lopend")
            .AanZet("consulent", "dinsdag 7 april 2026")
            .Geweigerd("besluit-nodig", "Wmo 2015 art. 2.3.10", () => EindeVastgesteld());
        await Op("woensdag 25 maart 2026").NaarAndereAanbieder()
            .Termijn("andere-aanbieder", "dinsdag 7 april 2026", "gehaald")
            .AndereAanbiederKrijgt("1: 02A05, 3 uur per week, 21 maart 2026 - 2 augustus 2026")
            .CakKrijgt();
    }
}
