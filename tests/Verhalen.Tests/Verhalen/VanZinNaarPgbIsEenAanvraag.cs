using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner belt om van zorg in natura naar een pgb over te stappen. Dat is een aanvraag: twee weken. De acht weken van de website staan
/// ernaast en schuiven niets op. Zonder besluit kan het niet worden uitgevoerd. Binnen die weken kan het nog een melding worden.
/// </summary>
public sealed class VanZinNaarPgbIsEenAanvraag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_naar_een_pgb_wil_krijgt_binnen_twee_weken_een_besluit()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("donderdag 9 april 2026").WijzigingGevraagd("zin-naar-pgb", "telefoon")
            .Brief("wijzigingsbevestiging")
            .BesluitUiterlijk("donderdag 23 april 2026", status: "lopend") // veertien dagen na 9 april
            .TermijnVanWijziging("wijziging", "donderdag 4 juni 2026", "lopend") // acht weken na 9 april: een belofte
            .InDeTijdlijn("van zorg in natura naar een pgb")
            .Geweigerd("besluit-nodig", "Wmo 2015 art. 2.3.5 lid 2", () => WijzigingUitgevoerd());
        await Op("vrijdag 10 april 2026").OnderzoekNodigBevonden()
            .Termijn("beschikking", "donderdag 23 april 2026", "vervallen")
            .Brief("onderzoeknodigbrief")
            .VerderMetDeMelding()
            .Termijn("onderzoek", "donderdag 21 mei 2026"); // zes weken na 9 april, de dag van het telefoontje
    }
}
