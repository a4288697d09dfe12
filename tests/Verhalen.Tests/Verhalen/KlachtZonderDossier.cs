using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Ook wie nooit hulp vroeg, mag klagen (Awb 9:1). Er komt een dossier voor, dat open is zolang de klacht loopt.</summary>
public sealed class KlachtZonderDossier(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_geen_dossier_heeft_krijgt_er_een_voor_de_klacht()
    {
        await Op("maandag 9 maart 2026").DossierGeopend()
            .InDeTijdlijn("Er is een dossier geopend, zonder melding.")
            .AantalZaken(0)
            .Geweigerd("gedraging-na-klacht", "Awb art. 9:1", () => KlachtIngediend("dinsdag 10 maart 2026"))
            .KlachtIngediend("vrijdag 6 maart 2026")
            .AantalZaken(1)
            .Termijn("klacht", "maandag 20 april 2026", "lopend") // 42 dagen na 9 maart
            .AanZet("consulent", "maandag 20 april 2026")
            .Brief("klachtbevestiging");
        await Op("dinsdag 10 maart 2026").DossierGeopend(nieuw: false)
            .KlachtOpgelost()
            .Status("klacht-afgehandeld")
            .Brief("klachtafhandeling");
        await Op("woensdag 11 maart 2026").DossierGeopend().AantalZaken(0);
    }
}
