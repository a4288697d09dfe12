using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A case at the court, with its days as literals.</summary>
public sealed class BeroepTests
{
    private DateTimeOffset _nu;

    [Fact]
    public void A_judgment_orders_to_decide_again_within_so_many_weeks()
    {
        var beroep = Registreer(Beroepsoort.Beroep);
        beroep.ZendStukken(Dag("2026-08-20"), _nu);
        Geweigerd(() => beroep.ZendStukken(Dag("2026-08-20"), _nu)).ShouldBe((409, "stukken-al-ingezonden"));
        Geweigerd(() => beroep.PlanZitting(new(Dag("2026-07-01"), new(9, 0), TimeSpan.Zero), _nu)).ShouldBe((422, "zitting-voor-beroep"));
        Op("2026-11-16");
        Aankondigingen.Van(beroep);

        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, false, Dag("2026-11-13"), [new(Opdrachtsoort.OpnieuwBeslissen, 6, 100m)], _nu);

        var uitspraak = Aankondigingen.Van(beroep).ShouldHaveSingleItem().ShouldBeOfType<UitspraakOntvangen>();
        var opdracht = uitspraak.Uitspraak.Opdrachten.ShouldHaveSingleItem();
        (opdracht.Termijn.Uiterlijk, opdracht.DwangsomPerDag, uitspraak.HogerBeroep!.Uiterlijk)
            .ShouldBe((Dag("2026-12-25"), 100m, Dag("2026-12-28")));
        Geweigerd(() => beroep.TrekIn(Dag("2026-11-16"), _nu)).ShouldBe((409, "al-uitspraak"));
        Geweigerd(() => beroep.VoerUit(Guid.NewGuid(), Dag("2026-11-16"), _nu)).ShouldBe((404, "niet-gevonden"));
        Geweigerd(() => beroep.VoerUit(opdracht.OpdrachtId, Dag("2026-11-12"), _nu)).ShouldBe((422, "dag-te-vroeg"));
        beroep.VoerUit(opdracht.OpdrachtId, Dag("2026-11-16"), _nu);
        Geweigerd(() => beroep.VoerUit(opdracht.OpdrachtId, Dag("2026-11-16"), _nu)).ShouldBe((409, "opdracht-al-uitgevoerd"));
    }

    [Fact]
    public void After_an_interim_judgment_the_case_goes_on()
    {
        var beroep = Registreer(Beroepsoort.Beroep);
        Op("2026-11-16");

        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, true, false, Dag("2026-11-13"), [new(Opdrachtsoort.GebrekHerstellen, 4)], _nu);

        (beroep.IsAanhangig, beroep.HogerBeroepUiterlijk).ShouldBe((true, null));
        beroep.NeemUitspraak(Beroepuitkomst.Ongegrond, false, false, Dag("2026-11-16"), [], _nu);
        beroep.IsAanhangig.ShouldBeFalse();
    }

    [Fact]
    public void A_provisional_measure_gives_help_meanwhile_and_no_hoger_beroep()
    {
        var verzoek = Registreer(Beroepsoort.VoorlopigeVoorziening);
        Op("2026-08-17");
        Geweigerd(() => verzoek.NeemUitspraak(Beroepuitkomst.Gegrond, true, false, Dag("2026-08-17"), [], _nu))
            .ShouldBe((422, "geen-tussenuitspraak"));
        Geweigerd(() => verzoek.NeemUitspraak(
            Beroepuitkomst.Onbevoegd, false, false, Dag("2026-08-17"), [new(Opdrachtsoort.HulpGeven, 0)], _nu))
            .ShouldBe((422, "opdracht-past-niet"));

        verzoek.NeemUitspraak(Beroepuitkomst.Gegrond, false, false, Dag("2026-08-17"), [new(Opdrachtsoort.HulpGeven, 0)], _nu);

        verzoek.HogerBeroepUiterlijk.ShouldBeNull();
        verzoek.Openstaand.ShouldHaveSingleItem().Termijn.Uiterlijk.ShouldBe(Dag("2026-08-17"));
    }

    [Fact]
    public void A_decision_that_comes_after_all_joins_and_carries_out_the_order()
    {
        var beroep = Registreer(Beroepsoort.NietTijdig);
        Op("2026-09-21");
        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, false, Dag("2026-09-18"), [new(Opdrachtsoort.AlsnogBeslissen, 2, 100m)], _nu);
        Aankondigingen.Van(beroep);

        beroep.Voeg("Z-2026-000001", Dag("2026-09-21"), _nu);
        beroep.Voeg("Z-2026-000001", Dag("2026-09-21"), _nu);

        Aankondigingen.Van(beroep).ShouldHaveSingleItem().ShouldBeOfType<RechterlijkeOpdrachtUitgevoerd>().GedaanOp
            .ShouldBe(Dag("2026-09-21"));
        var aanhangig = Registreer(Beroepsoort.NietTijdig);
        Aankondigingen.Van(aanhangig);
        aanhangig.Voeg("Z-2026-000001", Dag("2026-08-10"), _nu);
        Aankondigingen.Van(aanhangig).ShouldHaveSingleItem().ShouldBeOfType<BeroepUitgebreid>();
    }

    [Fact]
    public void Against_a_judgment_without_a_hearing_there_is_verzet_and_no_hoger_beroep()
    {
        var beroep = Registreer(Beroepsoort.NietTijdig);
        Geweigerd(() => beroep.NeemVerzet(true, Dag("2026-08-24"), _nu)).ShouldBe((409, "geen-verzet-mogelijk"));
        Op("2026-11-16");
        Geweigerd(() => beroep.NeemUitspraak(Beroepuitkomst.Gegrond, true, true, Dag("2026-11-13"), [], _nu))
            .ShouldBe((422, "geen-verzet"));
        Aankondigingen.Van(beroep);

        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, true, Dag("2026-11-13"), [new(Opdrachtsoort.AlsnogBeslissen, 2)], _nu);

        // 42 days after Friday 13 November is Friday 25 December, Christmas; then Boxing Day, Saturday and Sunday.
        var uitspraak = Aankondigingen.Van(beroep).ShouldHaveSingleItem().ShouldBeOfType<UitspraakOntvangen>();
        (uitspraak.HogerBeroep, uitspraak.Verzet!.Uiterlijk).ShouldBe((null, Dag("2026-12-28")));
        Geweigerd(() => beroep.NeemVerzet(true, Dag("2026-11-12"), _nu)).ShouldBe((422, "dag-te-vroeg"));
    }

    [Fact]
    public void After_a_verzet_that_is_right_the_orders_lapse_and_the_case_goes_on()
    {
        var beroep = Registreer(Beroepsoort.NietTijdig);
        Op("2026-11-16");
        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, true, Dag("2026-11-13"), [new(Opdrachtsoort.AlsnogBeslissen, 2)], _nu);
        var opdracht = beroep.Openstaand.ShouldHaveSingleItem().OpdrachtId;
        Aankondigingen.Van(beroep);

        beroep.NeemVerzet(gegrond: true, Dag("2026-11-16"), _nu);

        Aankondigingen.Van(beroep).Select(g => g.GetType()).ShouldBe([typeof(VerzetBeslist), typeof(RechterlijkeOpdrachtVervallen)]);
        (beroep.IsAanhangig, beroep.Openstaand.Any()).ShouldBe((true, false));
        Geweigerd(() => beroep.VoerUit(opdracht, Dag("2026-11-16"), _nu)).ShouldBe((409, "opdracht-vervallen"));
        beroep.NeemUitspraak(Beroepuitkomst.Ongegrond, false, false, Dag("2026-11-16"), [], _nu);
        beroep.HogerBeroepUiterlijk.ShouldBe(Dag("2026-12-28"));
    }

    [Fact]
    public void A_verzet_that_is_not_right_changes_nothing_and_is_judged_once()
    {
        var beroep = Registreer(Beroepsoort.Beroep);
        Op("2026-11-16");
        beroep.NeemUitspraak(Beroepuitkomst.Ongegrond, false, true, Dag("2026-11-13"), [], _nu);

        beroep.NeemVerzet(gegrond: false, Dag("2026-11-16"), _nu);

        beroep.IsAanhangig.ShouldBeFalse();
        Geweigerd(() => beroep.NeemVerzet(true, Dag("2026-11-16"), _nu)).ShouldBe((409, "geen-verzet-mogelijk"));
    }

    [Fact]
    public void What_a_judgment_ordered_that_was_annulled_need_not_be_done_any_more()
    {
        var beroep = Registreer(Beroepsoort.Beroep);
        Op("2026-11-16");
        beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, false, Dag("2026-11-13"),
            [new(Opdrachtsoort.OpnieuwBeslissen, 6), new(Opdrachtsoort.Betalen, 4)], _nu);
        beroep.VoerUit(beroep.Openstaand.Single(o => o.Soort == Opdrachtsoort.Betalen).OpdrachtId, Dag("2026-11-16"), _nu);
        Aankondigingen.Van(beroep);

        beroep.WordtVernietigd(Dag("2026-11-16"), _nu);
        beroep.WordtVernietigd(Dag("2026-11-16"), _nu);

        Aankondigingen.Van(beroep).ShouldHaveSingleItem().ShouldBeOfType<RechterlijkeOpdrachtVervallen>();
        beroep.Openstaand.ShouldBeEmpty();
    }

    [Fact]
    public void A_case_that_was_withdrawn_is_over()
    {
        var beroep = Registreer(Beroepsoort.HogerBeroep);
        beroep.TrekIn(Dag("2026-08-20"), _nu);

        Geweigerd(() => beroep.TrekIn(Dag("2026-08-20"), _nu)).ShouldBe((409, "beroep-ingetrokken"));
        Geweigerd(() => beroep.NeemUitspraak(Beroepuitkomst.Gegrond, false, false, Dag("2026-08-20"), [], _nu))
            .ShouldBe((409, "beroep-ingetrokken"));
    }

    private Beroep Registreer(Beroepsoort soort)
    {
        Op("2026-08-24");
        return Beroep.Registreer("R-2026-000001", new("D-2026-000001", Guid.NewGuid(), Voorbeelden.Inwoner, Voorbeelden.Team), soort,
            "LEE 26/1234", (Guid.NewGuid(), "Z-2026-000001"), Dag("2026-08-03"), null, _nu);
    }

    private void Op(string dag) => _nu = new DateTimeOffset(Dag(dag), new(9, 0), TimeSpan.Zero);
}
