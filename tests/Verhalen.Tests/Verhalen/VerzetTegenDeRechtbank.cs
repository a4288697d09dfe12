using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Over te laat beslissen doet de rechtbank vaak uitspraak zonder zitting (Awb 8:54). Daartegen is er verzet (8:55) en geen hoger beroep.
/// </summary>
public sealed class VerzetTegenDeRechtbank(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Na_een_gegrond_verzet_vervalt_de_opdracht_en_gaat_de_zaak_verder()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("dinsdag 17 maart 2026").InGebrekeGesteld();
        await Op("woensdag 1 april 2026").NaarDeRechter("niet-tijdig") // twee weken na 17 maart is 31 maart
            .Geweigerd("geen-verzet-mogelijk", "Awb art. 8:55", () => Verzet(gegrond: true));
        await Op("maandag 20 april 2026").UitspraakMetOpdracht("alsnog-beslissen", 2, zonderZitting: true)
            .Termijn("opdracht-rechter", "maandag 4 mei 2026", "lopend") // 14 dagen na 20 april
            .Termijn("verzet", "maandag 1 juni 2026", "lopend"); // 42 dagen na 20 april
        await Op("donderdag 30 april 2026").Verzet(gegrond: true)
            .Termijn("opdracht-rechter", "maandag 4 mei 2026", "vervallen")
            .InDeTijdlijn("Het verzet tegen de uitspraak is gegrond. De zaak bij de rechter gaat verder.");
        await Op("maandag 11 mei 2026").UitspraakMetOpdracht("alsnog-beslissen", 2)
            .AanZet("beslisser", "maandag 25 mei 2026"); // 14 dagen na 11 mei; voor de rechter telt Pinksteren mee
    }
}
