using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De inwoner vult aan binnen de gegeven termijn. De dagen daartussen tellen niet mee (Awb 4:5 en 4:15 lid 1 onder a).</summary>
public sealed class AanvullingOpTijd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_beslistermijn_schuift_op_met_de_dagen_van_de_aanvulling()
    {
        await Op("vrijdag 24 april 2026").Melding()
            .Termijn("bevestiging", "maandag 4 mei 2026") // 5 werkdagen: 28, 29, 30 april, 1 en 4 mei; 27 april is Koningsdag
            .Termijn("onderzoek", "vrijdag 5 juni 2026"); // 42 dagen na 24 april
        await Op("woensdag 29 april 2026").Onderzocht();
        await Op("vrijdag 1 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026", status: "lopend"); // 14 dagen is vrijdag 15 mei, een gelijkgestelde dag
        await Op("maandag 4 mei 2026").AanvullingGevraagd("maandag 18 mei 2026", "handtekening")
            .Brief("aanvulverzoek")
            .Termijn("aanvulling", "maandag 18 mei 2026")
            .AanZet("inwoner", "maandag 18 mei 2026")
            .BesluitUiterlijk("vrijdag 29 mei 2026"); // 15 mei + 14 dagen stilstand
        await Op("maandag 11 mei 2026").Aangevuld()
            .BesluitUiterlijk("vrijdag 22 mei 2026") // 15 mei + 7 dagen: 4 tot en met 11 mei
            .Termijn("aanvulling", "maandag 18 mei 2026", "gehaald")
            .AanZet("beslisser", "vrijdag 22 mei 2026");
        await Op("vrijdag 22 mei 2026").Toegekend()
            .Termijn("beschikking", "vrijdag 22 mei 2026", "gehaald")
            .Termijn("bezwaar", "vrijdag 3 juli 2026"); // 42 dagen na 22 mei
    }
}
