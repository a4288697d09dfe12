using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner brengt het stuk op de laatste dag. De termijn staat dan de hele tijd stil, en er is niets verstreken (Awb 4:15).
/// </summary>
public sealed class AanvullingOpDeLaatsteDag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_op_de_laatste_dag_aanvult_is_op_tijd()
    {
        await Op("vrijdag 13 maart 2026").Melding().Onderzocht();
        await Op("maandag 16 maart 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 30 maart 2026"); // 14 dagen na 16 maart
        await Op("dinsdag 17 maart 2026").AanvullingGevraagd("dinsdag 24 maart 2026", "machtiging");
        await Op("dinsdag 24 maart 2026", om: "23:30").Aangevuld()
            .BesluitUiterlijk("dinsdag 7 april 2026") // 30 maart + 7 dagen is 6 april, Tweede Paasdag
            .Termijn("aanvulling", "dinsdag 24 maart 2026", "gehaald");
        await Op("woensdag 25 maart 2026")
            .GeenTermijn("buiten-behandeling")
            .AanZet("beslisser", "dinsdag 7 april 2026");
    }
}
