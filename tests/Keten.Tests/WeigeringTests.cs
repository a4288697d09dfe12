using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Every refusal ends in a clear state that names the next action. For refusals by a provider or the SVB, see the tests of those routes.
/// </summary>
public sealed class WeigeringTests(Platform platform)
{
    [Fact]
    public async Task What_belongs_to_the_Wlz_stops_the_onderzoek_and_sends_the_resident_to_the_CIZ()
    {
        var dossier = await platform.Dossier().MeldingGedaan().GesprekGevoerd(gebruiktWlz: true).DoorverwezenNaarWlz();

        var beeld = await dossier.Zodra("doorverwezen-wlz");
        beeld.AanZet.Wie.ShouldBe("inwoner");
        beeld.AanZet.Wat.ShouldContain("CIZ");
        beeld.Termijn("onderzoek").Status.ShouldBe("gehaald");
    }

    [Fact]
    public async Task Who_gets_no_indicatie_can_sign_the_verslag_and_gets_a_decision_with_bezwaar()
    {
        var dossier = await platform.Dossier().MeldingGedaan().GesprekGevoerd().GeenIndicatieGesteld().VerslagVastgesteld();
        var zonder = await dossier.Zodra("geen-indicatie");
        zonder.AanZet.Wie.ShouldBe("inwoner");
        zonder.AanZet.Wat.ShouldContain("ondertekent");

        await dossier.VerslagOndertekend().Afgewezen();

        (await dossier.Zodra("afgewezen")).AanZet.Wat.ShouldContain("bezwaar");
    }

    [Fact]
    public async Task Who_cannot_run_a_pgb_gets_none_and_talks_about_help_in_kind()
    {
        var dossier = await platform.Dossier().PgbAangevraagd().PgbBesproken(vaardig: false);
        var beeld = await dossier.Zodra("pgb-past-niet");
        beeld.AanZet.Wie.ShouldBe("beslisser");
        beeld.AanZet.Wat.ShouldContain("zorg in natura");

        await dossier.Afgewezen();

        await dossier.Zodra("afgewezen");
        (await dossier.BijPartner("pgb", "svb", "WMO501")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_aanvraag_assigns_nothing_and_tells_the_last_day_for_bezwaar()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Afgewezen();

        var beeld = await dossier.Zodra("afgewezen");
        beeld.AanZet.Wie.ShouldBe("inwoner");
        beeld.AanZet.Uiterlijk.ShouldBe(Wetgeving.Termijnen.Bezwaar(Platform.Vandaag).Uiterlijk);
        beeld.Heeft("ZorgToegewezen").ShouldBeFalse();
        (await dossier.BijPartner("zorgaanbieders", "ggk", "WMO301")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_BRP_that_is_away_does_not_stop_a_melding()
    {
        var dossier = await platform.Dossier().Gedraagt("brp", "storing").MeldingGedaan();
        (await dossier.Lees()).Status.ShouldBe("in-onderzoek");
        (await dossier.Lees()).Heeft("PersoonsgegevensVastgesteld").ShouldBeFalse();

        await dossier.Gedraagt("brp", "normaal").Totdat("PersoonsgegevensVastgesteld");
    }
}
