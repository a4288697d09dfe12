using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The form of delivery, the hearing before a refusal, and the contribution: decided on an aanvraag of 1 May 2026.</summary>
public sealed class BesluitregelTests
{
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);

    [Fact]
    public void A_refused_pgb_becomes_help_in_kind_from_a_named_provider()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");

        loop.Beslis(ZinInPlaatsVanPgb(loop)).MaakBekend();

        var gemaakt = loop.Aangekondigd()[^1].ShouldBeOfType<BeschikkingBekendgemaakt>().Voorzieningen.Single();
        (gemaakt.Uitkomst, gemaakt.Leveringsvorm, gemaakt.Agb, gemaakt.Budget, gemaakt.PgbGeweigerd)
            .ShouldBe((Uitkomst.Toekennen, Leveringsvorm.Zin, "87654321", null, PgbWeigering.NietVaardig));
    }

    [Fact]
    public void A_pgb_that_fails_its_check_can_be_granted_in_kind_and_not_as_a_pgb()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");
        loop.Toetsen[loop.Gevraagd[0].VoorzieningId] = false;

        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Toekennen) with { Budget = 500 })).ShouldBe((422, "niet-pgb-vaardig"));
        loop.Beslis(ZinInPlaatsVanPgb(loop));
    }

    [Fact]
    public void Refusing_a_pgb_does_not_refuse_the_help()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");

        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { PgbWeigering = PgbWeigering.NietVaardig }))
            .ShouldBe((422, "zin-in-plaats-van-pgb"));
    }

    [Fact]
    public void Who_wrote_not_to_want_help_in_kind_gets_none_until_they_come_back_on_it()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");
        loop.Aanvraag.LegZinkeuzeVast(loop.Gevraagd[0].VoorzieningId, wilGeenZin: true, Dag("2026-05-02"), loop.Nu);
        loop.Aangekondigd().ShouldHaveSingleItem()
            .ShouldBeOfType<ZinkeuzeVastgelegd>().OntvangenOp.ShouldBe(Dag("2026-05-02"));

        Geweigerd(() => loop.Beslis(ZinInPlaatsVanPgb(loop))).ShouldBe((422, "inwoner-wil-geen-zin"));
        loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { PgbWeigering = PgbWeigering.NietVaardig, RedenAfwijkingAdvies = null });

        loop.Aanvraag.LegZinkeuzeVast(loop.Gevraagd[0].VoorzieningId, wilGeenZin: false, Dag("2026-05-04"), loop.Nu);
        loop.Beslis(ZinInPlaatsVanPgb(loop));
    }

    [Fact]
    public void Of_two_statements_the_one_that_came_last_counts_in_any_order_of_recording()
    {
        var loop = new Loop(Pgb()).Op("2026-05-06");
        var id = loop.Gevraagd[0].VoorzieningId;
        loop.Aanvraag.LegZinkeuzeVast(id, wilGeenZin: false, Dag("2026-05-05"), loop.Nu);
        loop.Aanvraag.LegZinkeuzeVast(id, wilGeenZin: true, Dag("2026-05-02"), loop.Nu);

        loop.Aanvraag.Besluitvorming.WilGeenZin(id).ShouldBeFalse();
        loop.Aanvraag.LegZinkeuzeVast(id, wilGeenZin: true, Dag("2026-05-05"), loop.Nu);
        loop.Aanvraag.Besluitvorming.WilGeenZin(id).ShouldBeTrue();
        loop.Aanvraag.Besluitvorming.Zinkeuzes.Select(z => z.OntvangenOp)
            .ShouldBe([Dag("2026-05-02"), Dag("2026-05-05"), Dag("2026-05-05")]);
    }

    [Fact]
    public void Who_comes_back_on_it_after_the_decision_gets_another_one_before_bekendmaking()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");
        var id = loop.Gevraagd[0].VoorzieningId;
        loop.Beslis(ZinInPlaatsVanPgb(loop));
        loop.Aanvraag.LegZinkeuzeVast(id, wilGeenZin: true, Dag("2026-05-04"), loop.Nu);

        Geweigerd(() => loop.MaakBekend()).ShouldBe((422, "inwoner-wil-geen-zin"));
        loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { PgbWeigering = PgbWeigering.NietVaardig, RedenAfwijkingAdvies = null });
        loop.Aanvraag.LegZinkeuzeVast(id, wilGeenZin: false, Dag("2026-05-04"), loop.Nu);
        Geweigerd(() => loop.MaakBekend()).ShouldBe((422, "zin-in-plaats-van-pgb"));
        loop.Beslis(ZinInPlaatsVanPgb(loop)).MaakBekend();
    }

    [Fact]
    public void What_one_wants_instead_of_a_pgb_matters_only_for_a_requested_pgb()
    {
        var loop = new Loop(Zin());
        Geweigerd(() => loop.Aanvraag.LegZinkeuzeVast(loop.Gevraagd[0].VoorzieningId, true, Dag("2026-05-01"), loop.Nu))
            .ShouldBe((422, "pgb-niet-gevraagd"));
        Geweigerd(() => loop.Aanvraag.LegZinkeuzeVast(Guid.NewGuid(), true, Dag("2026-05-01"), loop.Nu))
            .ShouldBe((404, "niet-gevonden"));
        var pgb = new Loop(Pgb());
        Geweigerd(() => pgb.Aanvraag.LegZinkeuzeVast(pgb.Gevraagd[0].VoorzieningId, true, Dag("2026-05-02"), pgb.Nu))
            .ShouldBe((422, "dag-in-de-toekomst"));
    }

    [Fact]
    public void A_pgb_is_refused_on_a_ground_of_the_law_and_help_in_kind_has_a_provider()
    {
        var loop = new Loop(Pgb());
        var zin = ZinInPlaatsVanPgb(loop);

        Geweigerd(() => loop.Beslis(zin with { PgbWeigering = null })).ShouldBe((422, "grond-ontbreekt"));
        Geweigerd(() => loop.Beslis(zin with { Agb = null })).ShouldBe((422, "aanbieder-ontbreekt"));
        Geweigerd(() => loop.Beslis(zin with { Budget = 100 })).ShouldBe((422, "budget-zonder-pgb"));
        Geweigerd(() => loop.Beslis(zin with { Leveringsvorm = null, Budget = 100 })).ShouldBe((422, "pgb-toegekend-en-geweigerd"));
    }

    [Fact]
    public void Nobody_gets_a_pgb_that_they_did_not_ask_for()
    {
        var loop = new Loop(Zin());

        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Toekennen) with { Leveringsvorm = Leveringsvorm.Pgb, Budget = 100 }))
            .ShouldBe((422, "pgb-niet-gevraagd"));
        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { PgbWeigering = PgbWeigering.NietVaardig }))
            .ShouldBe((422, "pgb-niet-gevraagd"));
        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Toekennen) with { Agb = "87654321" })).ShouldBe((422, "aanbieder-niet-nodig"));
    }

    [Fact]
    public void A_refusal_has_no_conditions()
    {
        var loop = new Loop(Zin());
        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { Voorwaarden = ["Meld een verhuizing."] }))
            .ShouldBe((422, "alleen-bij-toekennen"));
    }

    [Fact]
    public void A_refusal_on_other_data_than_those_of_the_person_waits_for_their_view()
    {
        var loop = new Loop().Op("2026-05-04");
        var weigering = Over(loop, Uitkomst.Afwijzen) with { WijktAfVanOpgave = true };
        Geweigerd(() => loop.Beslis(weigering)).ShouldBe((422, "eerst-horen"));

        var voornemen = Kondig(loop, "2026-05-11");
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<VoornemenAangekondigd>()
            .Termijn.ShouldBe(new("zienswijze", Dag("2026-05-04"), Dag("2026-05-11"), "Awb art. 4:7 lid 1"));
        Geweigerd(() => loop.Op("2026-05-11").Beslis(weigering)).ShouldBe((422, "zienswijze-loopt"));
        loop.Aanvraag.NeemZienswijze(voornemen.Id, Dag("2026-05-11"), true, "De buurman is verhuisd.", Beleid, loop.Nu);

        loop.Beslis(weigering);
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-18"));
    }

    [Fact]
    public void After_the_last_day_for_a_view_the_municipality_decides_and_a_late_view_is_kept()
    {
        var loop = new Loop().Op("2026-05-04");
        var weigering = Over(loop, Uitkomst.Afwijzen) with { WijktAfVanOpgave = true };
        var voornemen = Kondig(loop, "2026-05-11");
        loop.Aanvraag.WachtTot.ShouldBe(Dag("2026-05-11"));
        loop.Aangekondigd();

        loop.Op("2026-05-11").HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Op("2026-05-12").HoudBij().HoudBij().Aangekondigd().ShouldHaveSingleItem()
            .ShouldBeOfType<ZienswijzetermijnVerstreken>().VerstrekenOp.ShouldBe(Dag("2026-05-11"));

        loop.Beslis(weigering);
        loop.Aanvraag.NeemZienswijze(voornemen.Id, Dag("2026-05-12"), false, "Toch een brief.", Beleid, loop.Nu);
        Geweigerd(() => loop.Aanvraag.NeemZienswijze(voornemen.Id, Dag("2026-05-12"), false, "Nog een.", Beleid, loop.Nu))
            .ShouldBe((409, "zienswijze-al-ontvangen"));
    }

    [Theory]
    [InlineData(Hoorplichtuitzondering.GeringeBetekenis)]
    [InlineData(Hoorplichtuitzondering.Spoed)]
    [InlineData(Hoorplichtuitzondering.EerderGehoord)]
    [InlineData(Hoorplichtuitzondering.DoelVerijdeld)]
    public void Each_exception_of_the_law_lets_a_refusal_go_without_hearing(Hoorplichtuitzondering grond)
    {
        var loop = new Loop();
        loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { WijktAfVanOpgave = true, NietGehoord = new(grond, "Daarom.") });
        loop.Aanvraag.Status.ShouldBe(Aanvraagstatus.Besloten);
    }

    [Fact]
    public void The_exception_for_money_does_not_hold_for_help_in_kind()
    {
        var (zin, pgb) = (new Loop(Zin()), new Loop(Pgb()));
        var niet = new NietHoren(Hoorplichtuitzondering.FinancieelBesluit, "Bezwaar maakt alles ongedaan.");

        Geweigerd(() => zin.Beslis(Over(zin, Uitkomst.Afwijzen) with { WijktAfVanOpgave = true, NietGehoord = niet }))
            .ShouldBe((422, "geen-financieel-besluit"));
        pgb.Beslis(ZinInPlaatsVanPgb(pgb) with { WijktAfVanOpgave = true, NietGehoord = niet });
    }

    [Fact]
    public void Hearing_is_about_refusals_that_rest_on_other_data_only()
    {
        var loop = new Loop();

        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Toekennen) with { WijktAfVanOpgave = true }))
            .ShouldBe((422, "alleen-bij-weigeren"));
        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { NietGehoord = new(Hoorplichtuitzondering.Spoed, "Haast.") }))
            .ShouldBe((422, "horen-niet-nodig"));
    }

    [Fact]
    public void A_plan_to_refuse_leaves_time_and_runs_once_at_a_time()
    {
        var loop = new Loop();
        Geweigerd(() => Kondig(loop, "2026-05-01")).ShouldBe((422, "termijn-te-kort"));
        Geweigerd(() => Kondig(loop, "2028-05-01")).ShouldBe((422, "dag-te-ver"));
        Geweigerd(() => Kondig(loop, "2026-05-11", Guid.NewGuid())).ShouldBe((404, "niet-gevonden"));
        Kondig(loop, "2026-05-11");
        Geweigerd(() => Kondig(loop, "2026-05-12")).ShouldBe((409, "voornemen-loopt"));
        Kondig(loop.Op("2026-05-12"), "2026-05-19");
    }

    [Fact]
    public void A_plan_about_one_voorziening_is_no_hearing_about_another()
    {
        var loop = new Loop(Zin(), Zin());
        var ene = loop.Aanvraag.KondigVoornemenAan(
            [loop.Gevraagd[0].VoorzieningId], Dag("2026-05-11"), "Geen hulp.", "De buurman helpt.", Beleid, Kluis, loop.Nu);
        loop.Aanvraag.NeemZienswijze(ene.Id, Dag("2026-05-01"), false, "Goed.", Beleid, loop.Nu);

        Geweigerd(() => loop.Beslis(Over(loop, Uitkomst.Toekennen),
            Over(loop, Uitkomst.Afwijzen, 1) with { WijktAfVanOpgave = true })).ShouldBe((422, "eerst-horen"));
        loop.Beslis(Over(loop, Uitkomst.Afwijzen) with { WijktAfVanOpgave = true }, Over(loop, Uitkomst.Toekennen, 1));
    }

    [Fact]
    public void The_contribution_starts_with_the_first_day_of_a_pgb_and_with_help_in_kind_itself()
    {
        var loop = new Loop(Zin(), Pgb());
        loop.Toetsen[loop.Gevraagd[1].VoorzieningId] = true;
        loop.Beslis(Over(loop, Uitkomst.Toekennen), Over(loop, Uitkomst.Toekennen, 1) with { Budget = 1200 });

        loop.Aanvraag.Bijdragen(Beleid, Kluis).Select(b => b.Gevolg).ShouldBe(
        [
            new(true, null, "U betaalt een eigen bijdrage vanaf de dag waarop de hulp begint. Dat is hooguit € 21,80 per maand, voor uw "
                + "hele huishouden. U krijgt de rekening van het CAK."),
            new(true, null, "U betaalt een eigen bijdrage vanaf 1 juni 2026. Dat is hooguit € 21,80 per maand, voor uw hele huishouden. "
                + "U krijgt de rekening van het CAK."),
        ]);
    }

    [Fact]
    public void A_wheelchair_costs_no_contribution_and_a_refusal_has_none_to_tell()
    {
        var loop = new Loop(Zin() with { Product = new("11", "11A01") }, Zin());
        loop.Beslis(Over(loop, Uitkomst.Toekennen), Over(loop, Uitkomst.Afwijzen, 1));

        loop.Aanvraag.Bijdragen(Beleid, Kluis).ShouldHaveSingleItem().Gevolg
            .ShouldBe(new(false, Bijdragevrij.Rolstoel, "Voor een rolstoel betaalt u geen eigen bijdrage."));
    }

    [Fact]
    public void The_letter_says_nothing_about_a_part_that_was_withdrawn_after_the_decision()
    {
        var loop = new Loop(Zin(), Zin()).Beslis(Uitkomst.Toekennen);
        loop.Aanvraag.TrekIn([loop.Gevraagd[0].VoorzieningId], Dag("2026-05-01"), Beleid, loop.Nu);

        loop.MaakBekend();

        loop.Aangekondigd()[^1].ShouldBeOfType<BeschikkingBekendgemaakt>().Tekst!.Waarde.Besluiten.ShouldHaveSingleItem()
            .VoorzieningId.ShouldBe(loop.Gevraagd[1].VoorzieningId);
    }

    private static Voornemen Kondig(Loop loop, string uiterlijk, params Guid[] voorzieningen) => loop.Aanvraag.KondigVoornemenAan(
        voorzieningen is [] ? null : voorzieningen, Dag(uiterlijk), "Geen hulp.", "De buurman helpt.", Beleid, Kluis, loop.Nu);

    private static Voorzieningbesluit Over(Loop loop, Uitkomst uitkomst, int nummer = 0) =>
        Loop.Over(loop.Gevraagd[nummer], uitkomst);

    private static Voorzieningbesluit ZinInPlaatsVanPgb(Loop loop) => Over(loop, Uitkomst.Toekennen) with
    {
        Leveringsvorm = Leveringsvorm.Zin,
        Agb = "87654321",
        PgbWeigering = PgbWeigering.NietVaardig,
    };
}
