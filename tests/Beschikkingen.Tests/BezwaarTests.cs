using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The rules of a bezwaar, each met and refused. Every day is a literal, counted by hand; see <see cref="Bezwaarloop"/>.</summary>
public sealed class BezwaarTests
{
    [Theory]
    [InlineData("2026-06-12", null, null, Bezwaartijdigheid.OpTijd)]
    [InlineData("2026-06-13", null, null, Bezwaartijdigheid.TeLaat)]
    [InlineData("2026-06-19", "2026-06-12", null, Bezwaartijdigheid.OpTijdPerPost)]
    [InlineData("2026-06-22", "2026-06-12", null, Bezwaartijdigheid.TeLaat)]
    [InlineData("2026-06-22", null, "2026-06-12", Bezwaartijdigheid.OpTijd)]
    public void The_day_of_receipt_the_postmark_and_the_wrong_office_decide(
        string ontvangen, string? gepost, string? elders, Bezwaartijdigheid tijdigheid)
    {
        var loop = new Bezwaarloop(ontvangen, gepost, elders);

        loop.Ontvangen.Tijdigheid.ShouldBe(tijdigheid);
        loop.Ontvangen.OntvangenOp.ShouldBe(Dag(elders ?? ontvangen));
        loop.Ontvangen.HierOntvangenOp.ShouldBe(elders is null ? null : Dag(ontvangen));
        loop.Ontvangen.Indienen!.Uiterlijk.ShouldBe(Dag("2026-06-12"));
        loop.Ontvangen.Termijn!.Uiterlijk.ShouldBe(Dag("2026-07-24"));
    }

    [Fact]
    public void Before_bekendmaking_it_waits_and_then_its_term_begins()
    {
        var loop = new Bezwaarloop("2026-04-28", bekend: null);
        (loop.Ontvangen.Tijdigheid, loop.Ontvangen.Termijn, loop.Bezwaar.Uiterlijk).ShouldBe((Bezwaartijdigheid.TeVroeg, null, null));
        Geweigerd(() => loop.Doe((b, nu) => b.Verdaag(2, "Druk.", Beleid, nu))).ShouldBe((409, "termijn-niet-begonnen"));
        Geweigerd(() => loop.ZonderHoren().Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "termijn-niet-begonnen"));

        loop.Op("2026-05-01").Aangekondigd();
        loop.Doe((b, nu) => b.BegintTermijn(loop.Besluit("2026-05-01"), Beleid, nu));

        var bekend = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaartijdigheidBeoordeeld>();
        (bekend.Tijdigheid, bekend.Termijn!.Uiterlijk).ShouldBe((Bezwaartijdigheid.TeVroeg, Dag("2026-07-24")));
        loop.Beslis(Bezwaarloop.Ongegrond).Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
        loop.Doe((b, nu) => b.BegintTermijn(loop.Besluit("2026-05-02"), Beleid, nu)).Bezwaar.Uiterlijk.ShouldBe(Dag("2026-07-24"));
    }

    [Fact]
    public void Too_early_is_a_ground_only_when_nothing_had_been_decided()
    {
        var vroeg = new Bezwaarbesluit(Bezwaaruitkomst.NietOntvankelijk, "Er was geen besluit.", true, Nietontvankelijkgrond.TeVroeg);
        Geweigerd(() => new Bezwaarloop("2026-04-28", bekend: null, bestond: true)
            .ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk).Beslis(vroeg)).ShouldBe((422, "niet-te-vroeg"));

        new Bezwaarloop("2026-04-28", bekend: null, bestond: false).ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk).Beslis(vroeg)
            .Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
    }

    [Fact]
    public void A_late_bezwaar_is_judged_only_with_a_good_reason()
    {
        var laat = new Bezwaarbesluit(Bezwaaruitkomst.NietOntvankelijk, "Te laat.", true, Nietontvankelijkgrond.TeLaat);
        var loop = new Bezwaarloop("2026-06-15").ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk);
        Geweigerd(() => loop.Beslis(laat)).ShouldBe((422, "reden-niet-beoordeeld"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond)).ShouldBe((422, "te-laat"));

        loop.Doe((b, nu) => b.BeoordeelVerschoning(false, "Vakantie is geen goede reden.", nu)).Beslis(laat).Bezwaar.Status
            .ShouldBe(Bezwaarstatus.Beslist);
        var ziek = new Bezwaarloop("2026-06-15").Doe((b, nu) => b.BeoordeelVerschoning(true, "De inwoner lag in coma.", nu)).ZonderHoren();
        ziek.Aangekondigd().OfType<BezwaartijdigheidBeoordeeld>().Single().Tijdigheid.ShouldBe(Bezwaartijdigheid.TeLaatVerschoonbaar);
        Geweigerd(() => ziek.Beslis(laat)).ShouldBe((422, "niet-te-laat"));
        ziek.Beslis(Bezwaarloop.Ongegrond).Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
        Geweigerd(() => new Bezwaarloop().Doe((b, nu) => b.BeoordeelVerschoning(true, "Dus.", nu))).ShouldBe((409, "niet-te-laat"));
    }

    [Fact]
    public void A_bezwaar_pro_forma_stands_still_until_it_is_repaired()
    {
        var loop = new Bezwaarloop().Op("2026-06-15");
        var verzoek = loop.VraagHerstel("2026-06-29", Verzuimsoort.Gronden, Verzuimsoort.Handtekening);
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarherstelGevraagd>().Termijn!.Uiterlijk.ShouldBe(Dag("2026-08-07"));

        loop.Op("2026-06-22").Doe((b, nu) => b.NeemHerstel(verzoek.Id, [Verzuimsoort.Handtekening], null, Dag("2026-06-22"), Beleid, nu));
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarHersteld>().Volledig.ShouldBeFalse();
        loop.Op("2026-06-24").Doe((b, nu) => b.NeemHerstel(verzoek.Id, [Verzuimsoort.Gronden], "Daarom.", Dag("2026-06-24"), Beleid, nu));

        // Nine days, from 16 to 24 June: 24 July becomes Sunday 2 August, so Monday 3 August.
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarHersteld>().Termijn!.Uiterlijk.ShouldBe(Dag("2026-08-03"));
        loop.Bezwaar.Gronden.ShouldBe("Daarom.");
        Geweigerd(() => loop.Doe((b, nu) => b.NeemHerstel(verzoek.Id, [Verzuimsoort.Gronden], null, Dag("2026-06-24"), Beleid, nu)))
            .ShouldBe((409, "verzuim-al-hersteld"));
        Geweigerd(() => loop.Doe((b, nu) => b.NeemHerstel(verzoek.Id, [Verzuimsoort.Datum], null, Dag("2026-06-24"), Beleid, nu)))
            .ShouldBe((422, "verzuim-niet-gevraagd"));
        Geweigerd(() => loop.VraagHerstel("2026-06-24", Verzuimsoort.Datum)).ShouldBe((422, "termijn-te-kort"));
    }

    [Fact]
    public void It_is_inadmissible_for_a_defect_only_after_the_term_to_repair_it()
    {
        var besluit = new Bezwaarbesluit(Bezwaaruitkomst.NietOntvankelijk, "Geen gronden.", true,
            Nietontvankelijkgrond.VerzuimNietHersteld);
        var loop = new Bezwaarloop().Op("2026-06-15").ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk);
        Geweigerd(() => loop.Beslis(besluit)).ShouldBe((422, "herstel-niet-verstreken"));
        loop.VraagHerstel("2026-06-29", Verzuimsoort.Gronden);
        loop.Bezwaar.WachtTot.ShouldBe(Dag("2026-06-29"));
        Geweigerd(() => loop.Op("2026-06-29").Beslis(besluit)).ShouldBe((422, "herstel-niet-verstreken"));
        loop.Aangekondigd();

        loop.Op("2026-06-30").Doe((b, nu) => b.HoudBij(Beleid, nu)).Aangekondigd().ShouldHaveSingleItem()
            .ShouldBeOfType<BezwaarhersteltermijnVerstreken>().Termijn!.Uiterlijk.ShouldBe(Dag("2026-08-07"));
        loop.Doe((b, nu) => b.HoudBij(Beleid, nu)).Aangekondigd().ShouldBeEmpty();
        loop.Beslis(besluit).Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
    }

    [Fact]
    public void With_a_commission_that_was_told_in_time_it_is_twelve_weeks()
    {
        var loop = new Bezwaarloop().Op("2026-05-20").Doe((b, nu) => b.SchakelCommissieIn(Beleid, nu));
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarcommissieIngeschakeld>().Termijn!.Uiterlijk
            .ShouldBe(Dag("2026-09-04"));
        Geweigerd(() => loop.Doe((b, nu) => b.SchakelCommissieIn(Beleid, nu))).ShouldBe((409, "commissie-al-gemeld"));
        Geweigerd(() => loop.ZonderHoren().Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "advies-ontbreekt"));
        loop.Doe((b, nu) => b.NeemAdvies(new(Dag("2026-05-20"), Bezwaaruitkomst.Gegrond, "Geef meer hulp."), nu))
            .Beslis(Bezwaarloop.Ongegrond with { AfwijkingAdvies = "Om deze reden." });

        Geweigerd(() => new Bezwaarloop().Op("2026-07-25").Doe((b, nu) => b.SchakelCommissieIn(Beleid, nu)))
            .ShouldBe((422, "commissie-te-laat"));
        Geweigerd(() => new Bezwaarloop().Doe((b, nu) => b.NeemAdvies(new(Dag("2026-05-08"), Bezwaaruitkomst.Gegrond, "Geef het."), nu)))
            .ShouldBe((409, "geen-commissie"));
        Geweigerd(() => new Bezwaarloop().ZonderHoren().Beslis(Bezwaarloop.Ongegrond with { AfwijkingAdvies = "Om deze reden." }))
            .ShouldBe((422, "geen-advies"));
    }

    [Fact]
    public void It_is_postponed_once_by_six_weeks_at_most_and_further_only_by_consent()
    {
        var loop = new Bezwaarloop().Op("2026-07-24");
        Geweigerd(() => loop.Doe((b, nu) => b.Verdaag(7, "Druk.", Beleid, nu))).ShouldBe((422, "verdaging-te-lang"));
        loop.Doe((b, nu) => b.Verdaag(6, "Druk.", Beleid, nu)).Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarVerdaagd>()
            .Termijn.Uiterlijk.ShouldBe(Dag("2026-09-04"));
        Geweigerd(() => loop.Doe((b, nu) => b.Verdaag(1, "Druk.", Beleid, nu))).ShouldBe((409, "al-verdaagd"));

        Geweigerd(() => loop.Doe((b, nu) => b.StelVerderUit(Bezwaaruitstelgrond.Instemming, Dag("2026-09-04"), "Samen.", Beleid, nu)))
            .ShouldBe((422, "uitstel-zonder-gevolg"));
        loop.Doe((b, nu) => b.StelVerderUit(Bezwaaruitstelgrond.Instemming, Dag("2026-10-03"), "Samen.", Beleid, nu)).Aangekondigd()
            .ShouldHaveSingleItem().ShouldBeOfType<BezwaarUitgesteld>().Termijn.Uiterlijk.ShouldBe(Dag("2026-10-03"));
        Geweigerd(() => new Bezwaarloop().Op("2026-07-25").Doe((b, nu) => b.Verdaag(2, "Druk.", Beleid, nu)))
            .ShouldBe((422, "verdaging-te-laat"));
    }

    [Fact]
    public void No_later_agreement_undoes_a_dwangsom_that_runs()
    {
        var loop = new Bezwaarloop().Op("2026-07-27");
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-07-27"), 1, null, Beleid, nu)).Op("2026-08-20");
        void Uitstel(string? op) => loop.Doe((b, nu) => b.StelVerderUit(
            Bezwaaruitstelgrond.Instemming, Dag("2026-10-03"), "Samen.", Beleid, nu, op is null ? null : Dag(op)));

        Geweigerd(() => Uitstel(null)).ShouldBe((422, "uitstel-te-laat"));
        Geweigerd(() => Uitstel("2026-07-25")).ShouldBe((422, "uitstel-te-laat"));
        loop.VraagHerstel("2026-09-01", Verzuimsoort.Gronden);
        loop.Bezwaar.Uiterlijk.ShouldBe(Dag("2026-07-24"));
        // 11 to 19 August are nine days of 23 euros.
        loop.Bezwaar.DwangsomOp(Dag("2026-08-19"), Beleid)!.Bedrag.ShouldBe(207m);

        // An agreement of the last day that is recorded later counts, because it was made in time.
        Uitstel("2026-07-24");
        loop.Bezwaar.Uiterlijk.ShouldBe(Dag("2026-10-03"));
    }

    [Fact]
    public void A_hearing_leaves_time_for_papers_and_for_the_file()
    {
        var loop = new Bezwaarloop().Op("2026-06-01");
        Geweigerd(() => loop.Gehoord("2026-06-11")).ShouldBe((422, "hoorzitting-te-snel"));
        var zitting = loop.Bezwaar.NodigUit(null, Tijd("2026-06-12"), "Stadhuis", kort: false, loop.Nu);

        var gepland = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<HoorzittingGepland>();
        (gepland.NadereStukken!.Uiterlijk, gepland.TerInzage!.Uiterlijk).ShouldBe((Dag("2026-06-01"), Dag("2026-06-05")));
        Geweigerd(() => loop.Bezwaar.NodigUit(null, Tijd("2026-06-16"), "Stadhuis", kort: false, loop.Nu))
            .ShouldBe((409, "hoorzitting-al-gepland"));
        loop.Bezwaar.NodigUit(zitting.Id, Tijd("2026-06-05"), "Stadhuis", kort: true, loop.Nu).Id.ShouldBe(zitting.Id);
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<HoorzittingGepland>().NadereStukken.ShouldBeNull();
    }

    [Fact]
    public void Who_prepared_or_took_the_decision_does_not_hear_alone()
    {
        var loop = new Bezwaarloop().Op("2026-06-01");
        var zitting = loop.Bezwaar.NodigUit(null, Tijd("2026-06-12"), "Stadhuis", kort: false, loop.Nu);
        loop.Op("2026-06-12");
        Hoorder vrij = new("hoorder-1", true, false), voorbereid = new("consulent-1", false, true);

        foreach (var verkeerd in (Hoorder[][])[[vrij with { Voorbereid = true }], [new(Bezwaarloop.Beslisser1, true, false)],
            [vrij, voorbereid]])
            Geweigerd(() => Hoor(verkeerd)).ShouldBe((422, "hoorder-betrokken"));
        Geweigerd(() => Hoor([vrij with { Leidt = false }])).ShouldBe((422, "een-leidt"));
        Geweigerd(() => Hoor([], commissie: true)).ShouldBe((422, "geen-commissie"));
        Hoor([vrij, voorbereid, new("hoorder-2", false, false)]);
        Geweigerd(() => Hoor([vrij])).ShouldBe((409, "al-gehoord"));

        void Hoor(Hoorder[] wie, bool commissie = false) =>
            loop.Bezwaar.LegHorenVast(zitting.Id, new(Dag("2026-06-12"), wie, commissie, "Er is gesproken."), loop.Nu);
    }

    [Theory]
    [InlineData(Geenhoorgrond.KennelijkNietOntvankelijk)]
    [InlineData(Geenhoorgrond.KennelijkOngegrond)]
    [InlineData(Geenhoorgrond.VolledigTegemoetgekomen)]
    public void A_ground_not_to_hear_must_be_borne_out_by_the_decision(Geenhoorgrond grond)
    {
        Geweigerd(() => new Bezwaarloop().Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "niet-gehoord"));
        Geweigerd(() => new Bezwaarloop().ZonderHoren(grond).Beslis(Bezwaarloop.Ongegrond)).ShouldBe((422, "horen-toch-nodig"));
        Geweigerd(() => new Bezwaarloop().Op("2026-06-01").Gehoord("2026-06-12").Beslis(Bezwaarloop.Ongegrond with { Kennelijk = true }))
            .ShouldBe((422, "niet-kennelijk"));
    }

    [Fact]
    public void On_new_facts_the_objector_is_heard_again()
    {
        Geweigerd(() => new Bezwaarloop().Doe((b, nu) => b.MeldNieuwFeit("Een rapport.", Dag("2026-07-01"), nu)))
            .ShouldBe((409, "nog-niet-gehoord"));
        var loop = new Bezwaarloop().Op("2026-06-01").Gehoord("2026-06-12");
        var feit = loop.Bezwaar.MeldNieuwFeit("Een rapport.", Dag("2026-06-26"), loop.Nu);
        Geweigerd(() => loop.Op("2026-06-26").Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "opnieuw-horen"));

        loop.Doe((b, nu) => b.NeemReactie(feit.Id, Dag("2026-06-20"), nu)).Beslis(Bezwaarloop.Ongegrond);
        Geweigerd(() => loop.Doe((b, nu) => b.NeemReactie(feit.Id, Dag("2026-06-20"), nu))).ShouldBe((409, "al-beslist"));
        var stil = new Bezwaarloop().Op("2026-06-01").Gehoord("2026-06-12");
        stil.Bezwaar.MeldNieuwFeit("Een rapport.", Dag("2026-06-26"), stil.Nu);
        stil.Op("2026-06-27").Beslis(Bezwaarloop.Ongegrond).Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
    }

    [Fact]
    public void Another_beslisser_decides_and_not_on_their_own_bezwaar()
    {
        var loop = new Bezwaarloop().ZonderHoren();
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond, Bezwaarloop.Beslisser1)).ShouldBe((422, "zelfde-beslisser"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond, bsn: Voorbeelden.Inwoner)).ShouldBe((422, "eigen-bezwaar"));
        loop.Beslis(Bezwaarloop.Ongegrond).Bezwaar.BeslotenDoor.ShouldBe("beslisser-2");
    }

    [Fact]
    public void A_founded_bezwaar_comes_with_a_new_decision_and_the_day_of_beroep()
    {
        var loop = new Bezwaarloop(kosten: true).Op("2026-06-01").Gehoord("2026-06-12");
        var gegrond = new Bezwaarbesluit(Bezwaaruitkomst.Gegrond, "De hulp is nodig.", Kosten: 647m);
        Geweigerd(() => loop.Beslis(gegrond)).ShouldBe((422, "nieuw-besluit-ontbreekt"));
        Geweigerd(() => loop.Beslis(gegrond with { Voorzieningen = [loop.Toegekend with { VoorzieningId = Guid.NewGuid() }] }))
            .ShouldBe((422, "andere-voorziening"));
        Geweigerd(() => loop.Beslis(gegrond with { Voorzieningen = [loop.Toegekend with { Uitkomst = Uitkomst.Afwijzen }] }))
            .ShouldBe((422, "uitkomst-past-niet"));
        Geweigerd(() => loop.Beslis(gegrond with { Voorzieningen = [loop.Toegekend with { Leveringsvorm = Leveringsvorm.Pgb }] }))
            .ShouldBe((422, "budget-ontbreekt"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond with { Kosten = 0, Voorzieningen = [loop.Toegekend] }))
            .ShouldBe((422, "alleen-bij-gegrond"));

        loop.Beslis(gegrond with
        {
            Voorzieningen = [loop.Toegekend with { Omvang = new(180, "01",
            "2") }]
        }).Op("2026-06-22").Aangekondigd();
        loop.MaakBekend();

        var bekend = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BeslissingOpBezwaarBekendgemaakt>();
        (bekend.Beroepstermijn.Uiterlijk, bekend.Betaaltermijn!.Uiterlijk, bekend.Kosten).ShouldBe(
            (Dag("2026-08-03"), Dag("2026-08-03"), 647m));
        bekend.Voorzieningen.ShouldBe([loop.Was with { Uitkomst = Uitkomst.Toekennen, Omvang = new(180, "01", "2") }]);
        Geweigerd(() => loop.Beslis(gegrond)).ShouldBe((409, "al-bekendgemaakt"));
        loop.Doe((b, nu) => b.BetaalKosten(Dag("2026-06-22"), nu));
        Geweigerd(() => loop.Doe((b, nu) => b.BetaalKosten(Dag("2026-06-22"), nu))).ShouldBe((409, "kosten-al-betaald"));
    }

    [Fact]
    public void A_bezwaar_never_makes_the_objector_worse_off()
    {
        var was = new BeschikteVoorziening(Guid.NewGuid(), Uitkomst.GedeeltelijkToekennen, new("02", "02T21"), new(60, "01", "2"),
            new(new(2026, 6, 1), new(2026, 12, 31)), Leveringsvorm.Zin, "12345678", null);
        var loop = new Bezwaarloop(was: was).ZonderHoren();

        foreach (var minder in (Herbesluit[])[loop.Toegekend with { Omvang = new(59, "01", "2") },
            loop.Toegekend with { Omvang = new(59, "01", "2"), Periode = new(new(2026, 9, 1), new(2026, 9, 30)) }])
            Geweigerd(() => Beslis(minder)).ShouldBe((422, "slechter-door-bezwaar"));
        // On days that it does not name the help stays, so naming fewer days takes nothing away.
        foreach (var gelijk in (Herbesluit[])[loop.Toegekend with { Periode = new(new(2026, 6, 1), new(2026, 12, 30)) },
            loop.Toegekend with { Periode = new(new(2026, 6, 2), new(2026, 12, 31)) }])
            Geweigerd(() => Beslis(gelijk)).ShouldBe((422, "niets-veranderd"));
        Geweigerd(() => Beslis(loop.Toegekend)).ShouldBe((422, "niets-veranderd"));
        Beslis(loop.Toegekend with { Omvang = new(90, "01", "2") });

        void Beslis(Herbesluit besluit) => loop.Beslis(new(Bezwaaruitkomst.Gegrond, "Meer.", Voorzieningen: [besluit]));
    }

    [Fact]
    public void Each_day_of_a_voorziening_is_decided_once_and_a_budget_as_a_whole()
    {
        var zin = new Bezwaarloop(was: Was(Leveringsvorm.Zin, null)).ZonderHoren();
        var meer = zin.Toegekend with { Omvang = new(90, "01", "2") };
        Geweigerd(() => Beslis(zin, meer with { Periode = new(new(2026, 6, 1), new(2026, 8, 31)) },
            meer with { Periode = new(new(2026, 8, 31), new(2026, 12, 31)) })).ShouldBe((422, "perioden-overlappen"));
        Beslis(zin, meer with { Periode = new(new(2026, 6, 1), new(2026, 8, 31)) },
            meer with { Omvang = new(120, "01", "2"), Periode = new(new(2026, 9, 1), new(2026, 12, 31)) });

        var pgb = new Bezwaarloop(was: Was(Leveringsvorm.Pgb, 700m)).ZonderHoren();
        Geweigerd(() => Beslis(pgb, pgb.Toegekend with { Budget = 500m, Periode = new(new(2026, 9, 1), new(2026, 12, 31)) }))
            .ShouldBe((422, "pgb-doorsneden"));
        Geweigerd(() => Beslis(pgb, pgb.Toegekend with { Budget = 699m })).ShouldBe((422, "slechter-door-bezwaar"));
        Beslis(pgb, pgb.Toegekend with { Budget = 250m, Periode = new(new(2026, 6, 1), new(2026, 8, 31)) },
            pgb.Toegekend with { Budget = 500m, Periode = new(new(2026, 9, 1), new(2026, 12, 31)) });

        static BeschikteVoorziening Was(Leveringsvorm vorm, decimal? budget) => new(Guid.NewGuid(), Uitkomst.GedeeltelijkToekennen,
            new("02", "02T21"), new(60, "01", "2"), new(new(2026, 6, 1), new(2026, 12, 31)), vorm, budget is null ? "12345678" : null,
                budget);
        static void Beslis(Bezwaarloop loop, params Herbesluit[] besluiten) =>
            loop.Beslis(new(Bezwaaruitkomst.Gegrond, "Meer.", Voorzieningen: besluiten));
    }

    [Fact]
    public void A_founded_bezwaar_without_an_indicatie_asks_for_an_onderzoek()
    {
        var loop = new Bezwaarloop(zonderIndicatie: true).ZonderHoren();
        Geweigerd(() => loop.Doe((b, nu) => b.BeginOnderzoek("M-2026-000002", Dag("2026-06-22"), nu))).ShouldBe((409,
            "geen-onderzoek-nodig"));
        loop.Op("2026-06-22").Beslis(new(Bezwaaruitkomst.Gegrond, "Er is te snel geweigerd.")).Aangekondigd();

        loop.MaakBekend();

        loop.Aangekondigd().OfType<BeslissingOpBezwaarBekendgemaakt>().Single().OnderzoekNodig.ShouldBeTrue();
        loop.Doe((b, nu) => b.BeginOnderzoek("M-2026-000002", Dag("2026-06-22"), nu));
        loop.Aangekondigd().OfType<OnderzoekNaBezwaarBegonnen>().Single().Meldingnummer.ShouldBe("M-2026-000002");
        Geweigerd(() => loop.Doe((b, nu) => b.BeginOnderzoek("M-2026-000002", Dag("2026-06-22"), nu)))
            .ShouldBe((409, "onderzoek-al-begonnen"));
    }

    [Fact]
    public void Making_known_on_an_earlier_day_asks_for_a_reason_and_sends_no_letter()
    {
        var loop = new Bezwaarloop().ZonderHoren().Op("2026-06-19").Beslis(Bezwaarloop.Ongegrond).Op("2026-06-22");
        loop.Aangekondigd();
        Geweigerd(() => loop.Doe((b, nu) => b.MaakBekend(Dag("2026-06-19"), Bezwaarkennis.Geen, Beleid, nu)))
            .ShouldBe((422, "reden-ontbreekt"));
        Geweigerd(() => loop.Doe((b, nu) => b.MaakBekend(Dag("2026-06-18"), Bezwaarkennis.Geen, Beleid, nu, "Aan de balie."))).ShouldBe(
            (422, "bekendmaking-voor-besluit"));

        loop.Doe((b, nu) => b.MaakBekend(Dag("2026-06-19"), Bezwaarkennis.Geen, Beleid, nu, "Aan de balie uitgereikt."));

        // 19 June and 42 days is 31 July 2026, a Friday.
        var bekend = loop.Aangekondigd().OfType<BeslissingOpBezwaarBekendgemaakt>().Single();
        (bekend.BekendgemaaktOp, bekend.BuitenPlatform, bekend.Beroepstermijn.Uiterlijk).ShouldBe(
            (Dag("2026-06-19"), true, Dag("2026-07-31")));
    }

    [Fact]
    public void A_judgment_that_orders_to_decide_again_opens_the_bezwaar_with_its_own_term()
    {
        var loop = new Bezwaarloop().ZonderHoren().Op("2026-06-22").Beslis(Bezwaarloop.Ongegrond).MaakBekend().Op("2026-11-16");
        loop.Aangekondigd();

        loop.Doe((b, nu) => b.Heropen("R-2026-000001", Dag("2026-11-13"), 6, Beleid, nu))
            .Doe((b, nu) => b.Heropen("R-2026-000001", Dag("2026-11-13"), 6, Beleid, nu));

        // 13 November and 42 days is 25 December 2026: the Atw does not move a day that a judgment gives.
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarHeropend>().Termijn!.Uiterlijk.ShouldBe(Dag("2026-12-25"));
        (loop.Bezwaar.Status, loop.Bezwaar.BeroepUiterlijk).ShouldBe((Bezwaarstatus.Ontvangen, null));
        Geweigerd(() => loop.Doe((b, nu) => b.Verdaag(2, "Druk.", Beleid, nu))).ShouldBe((409, "termijn-van-de-rechter"));
        Geweigerd(() => loop.Doe((b, nu) => b.StelVerderUit(Bezwaaruitstelgrond.Instemming, Dag("2027-01-15"), "Goed.", Beleid, nu)))
            .ShouldBe((409, "termijn-van-de-rechter"));
        loop.Beslis(new(Bezwaaruitkomst.Gegrond, "Toch nodig.", Voorzieningen: [loop.Toegekend])).MaakBekend();
        loop.Bezwaar.Vernietigd.ShouldHaveSingleItem().Besluit.Uitkomst.ShouldBe(Bezwaaruitkomst.Ongegrond);
    }

    [Fact]
    public void A_dwangsom_that_was_owed_stays_owed_when_a_court_annuls_the_decision()
    {
        var loop = Vernietigd();

        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarHeropend>();
        // 11, 12 and 13 August are three days of 23 euros. The term of the court does not touch them.
        loop.Bezwaar.VernietigdeRondes().ShouldHaveSingleItem().DwangsomOp(Dag("2026-11-16"), Beleid)!.Dagen.ShouldBe(3);
        loop.Bezwaar.DwangsomOp(Dag("2026-11-16"), Beleid).ShouldBeNull();
        Geweigerd(() => loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu)).ShouldBe((409, "geen-ingebrekestelling"));
        Geweigerd(() => loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu, "R-2026-000009")).Status.ShouldBe(404);

        loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu, "R-2026-000001").Bedrag.ShouldBe(69m);
        loop.Bezwaar.BetaalDwangsom(Dag("2026-11-16"), loop.Nu, "R-2026-000001");
        loop.Bezwaar.VorderDwangsomTerug(23m, "Eén dag te veel.", loop.Nu, "R-2026-000001");

        loop.Aangekondigd().Cast<IVanBeslisronde>().Select(g => g.Beroepnummer).ShouldBe(
            ["R-2026-000001", "R-2026-000001", "R-2026-000001"]);
        loop.Bezwaar.Vernietigd.Single().Dwangsom.Betaald.ShouldBe(46m);
    }

    [Fact]
    public void A_second_decision_that_is_late_has_a_dwangsom_of_its_own()
    {
        var loop = Vernietigd();
        loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu, "R-2026-000001");
        loop.Op("2026-12-28").Aangekondigd();

        // The term of the court ended on 25 December. Two weeks from 28 December end on 11 January 2027.
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-12-28"), 1, null, Beleid, nu));
        loop.Aangekondigd().OfType<IngebrekestellingOntvangen>().Select(i => (i.Oordeel, i.Termijn?.Uiterlijk, i.Beroepnummer)).ShouldBe(
            [(Ingebrekestellingsoordeel.Geldig, Dag("2027-01-11"), null)]);
        loop.Op("2027-01-13").Beslis(Bezwaarloop.Ongegrond).MaakBekend();

        // 12 January is one day.
        var verschuldigd = loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single();
        (verschuldigd.Dagen, verschuldigd.Beroepnummer).ShouldBe((1, null));
        loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu).Bedrag.ShouldBe(23m);
        loop.Bezwaar.Vernietigd.Single().Dwangsom.Besluit!.Bedrag.ShouldBe(69m);
    }

    [Fact]
    public void A_notice_from_before_an_annulled_decision_is_about_that_decision()
    {
        var loop = Vernietigd(ingebrekestelling: null);

        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-07-27"), 1, null, Beleid, nu, new(Briefsoort.Klacht, "K-2026-000001")));

        loop.Aangekondigd().OfType<IVanBeslisronde>().Select(g => (g.GetType().Name, g.Beroepnummer)).ShouldBe(
        [
            (nameof(IngebrekestellingOntvangen), "R-2026-000001"), (nameof(DwangsomVerschuldigd), "R-2026-000001"),
        ]);
        Geweigerd(() => loop.Doe((b, nu) => b.StelInGebreke(
            Dag("2026-07-27"), 1, null, Beleid, nu, new(Briefsoort.Klacht, "K-2026-000001")))).ShouldBe((409, "brief-al-herkend"));
        // Between that decision and the judgment nothing was late.
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-09-01"), 1, null, Beleid, nu));
        loop.Aangekondigd().OfType<IngebrekestellingOntvangen>().Single().Oordeel.ShouldBe(Ingebrekestellingsoordeel.TeVroeg);
    }

    [Fact]
    public void A_finding_that_was_evident_falls_with_the_decision_and_the_dwangsom_is_owed()
    {
        var loop = Vernietigd(kennelijk: true);

        loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Select(d => (d.Dagen, d.Beroepnummer)).ShouldBe([(3, "R-2026-000001")]);
        loop.HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Bezwaar.StelDwangsomVast(GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond, "Het was toch duidelijk.", Beleid, loop.Nu,
            "R-2026-000001").Bedrag.ShouldBe(0);
    }

    [Fact]
    public void Costs_that_were_paid_after_an_annulled_decision_leave_room_for_those_of_the_next()
    {
        var loop = new Bezwaarloop(kosten: true).ZonderHoren().Op("2026-06-22");
        loop.Beslis(new(Bezwaaruitkomst.Gegrond, "Toch.", Voorzieningen: [loop.Toegekend], Kosten: 647m)).MaakBekend()
            .Doe((b, nu) => b.BetaalKosten(Dag("2026-06-22"), nu)).Op("2026-11-16")
            .Doe((b, nu) => b.Heropen("R-2026-000001", Dag("2026-11-13"), 6, Beleid, nu))
            .Beslis(new(Bezwaaruitkomst.Gegrond, "Toch meer.", Voorzieningen: [loop.Toegekend], Kosten: 100m)).MaakBekend();

        loop.Doe((b, nu) => b.BetaalKosten(Dag("2026-11-16"), nu));

        (loop.Bezwaar.KostenBetaaldOp, loop.Bezwaar.Vernietigd.Single().KostenBetaaldOp).ShouldBe((Dag("2026-11-16"), Dag("2026-06-22")));
    }

    [Fact]
    public void The_resident_reads_about_both_decisions()
    {
        var loop = Vernietigd();

        Inwoneruitleg.Van(loop.Bezwaar, Dag("2026-11-16"), Beleid).Select(r => r.Uitleg).ShouldBe(
        [
            "De gemeente beslist uiterlijk op vrijdag 25 december 2026.",
            "Over de beslissing van vrijdag 14 augustus 2026, die de rechter vernietigde: de gemeente was 3 dagen te laat met beslissen. "
                + "Zij besluit uiterlijk op donderdag 27 augustus 2026 over uw vergoeding (dwangsom).",
        ]);
    }

    /// <summary>
    /// A bezwaar that was decided on 14 August 2026, three weeks late, and that a court opened again by a judgment of 13 November.
    /// </summary>
    private static Bezwaarloop Vernietigd(string? ingebrekestelling = "2026-07-27", bool kennelijk = false)
    {
        var loop = new Bezwaarloop().ZonderHoren(kennelijk ? Geenhoorgrond.KennelijkOngegrond : Geenhoorgrond.WilNiet).Op("2026-07-27");
        if (ingebrekestelling is not null) loop.Doe((b, nu) => b.StelInGebreke(Dag(ingebrekestelling), 1, null, Beleid, nu));
        loop.Op("2026-08-14").Beslis(Bezwaarloop.Ongegrond with { Kennelijk = kennelijk }).MaakBekend().Op("2026-11-16").Aangekondigd();
        return loop.Doe((b, nu) => b.Heropen("R-2026-000001", Dag("2026-11-13"), 6, Beleid, nu));
    }

    [Fact]
    public void Costs_are_decided_exactly_when_they_were_asked_for()
    {
        Geweigerd(() => new Bezwaarloop(kosten: true).ZonderHoren().Beslis(Bezwaarloop.Ongegrond)).ShouldBe((422, "kosten-niet-beslist"));
        Geweigerd(() => new Bezwaarloop(kosten: true).ZonderHoren().Beslis(Bezwaarloop.Ongegrond with { Kosten = 10m }))
            .ShouldBe((422, "kosten-zonder-herroeping"));
        Geweigerd(() => new Bezwaarloop().ZonderHoren().Beslis(Bezwaarloop.Ongegrond with { Kosten = 0 }))
            .ShouldBe((422, "kosten-niet-gevraagd"));
        var later = new Bezwaarloop().ZonderHoren().Doe((b, nu) => b.VraagKosten(Dag("2026-05-08"), nu));
        later.Beslis(Bezwaarloop.Ongegrond with { Kosten = 0 });
        Geweigerd(() => later.Doe((b, nu) => b.VraagKosten(Dag("2026-05-08"), nu))).ShouldBe((409, "al-beslist"));
    }

    [Fact]
    public void A_withdrawn_bezwaar_is_over()
    {
        var loop = new Bezwaarloop().Op("2026-05-20").Doe((b, nu) => b.TrekIn(Dag("2026-05-19"), Beleid, nu));

        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarIngetrokken>().IngetrokkenOp.ShouldBe(Dag("2026-05-19"));
        Geweigerd(() => loop.ZonderHoren()).ShouldBe((409, "bezwaar-ingetrokken"));
        Geweigerd(() => loop.Doe((b, nu) => b.TrekIn(Dag("2026-05-19"), Beleid, nu))).ShouldBe((409, "bezwaar-ingetrokken"));
    }

    [Fact]
    public void A_new_decision_on_the_voorziening_joins_once()
    {
        var loop = new Bezwaarloop();
        var nieuw = new BestredenBesluit(BestredenSoort.Wijzigingsbesluit, Guid.NewGuid(), "B-2026-000009", Dag("2026-05-15"),
            "beslisser-3",
            [loop.Was with { Uitkomst = Uitkomst.GedeeltelijkToekennen, Omvang = new(60, "01", "2") }]);
        loop.Op("2026-05-15").Doe((b, nu) => b.Voeg(nieuw, nu)).Doe((b, nu) => b.Voeg(nieuw, nu));

        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarUitgebreid>().Besluitnummer.ShouldBe("B-2026-000009");
        loop.ZonderHoren();
        // The new decision is the floor, and its beslisser does not decide on the bezwaar either.
        Geweigerd(() => loop.Beslis(new(Bezwaaruitkomst.Gegrond, "Meer.",
            Voorzieningen: [loop.Toegekend with { Omvang = new(50, "01", "2") }]))).ShouldBe((422, "slechter-door-bezwaar"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond, "beslisser-3")).ShouldBe((422, "zelfde-beslisser"));
    }

    [Fact]
    public void A_late_decision_on_bezwaar_costs_a_dwangsom_for_each_day()
    {
        var loop = new Bezwaarloop().ZonderHoren().Op("2026-07-27");
        loop.Aangekondigd();
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-07-24"), 1, null, Beleid, nu));
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-07-27"), 1, null, Beleid, nu));
        loop.Aangekondigd().OfType<IngebrekestellingOntvangen>().Select(i => (i.Oordeel, i.Termijn?.Uiterlijk, i.Zaaknummer)).ShouldBe(
        [
            (Ingebrekestellingsoordeel.TeVroeg, null, "Z-2026-000001"),
            (Ingebrekestellingsoordeel.Geldig, Dag("2026-08-10"), "Z-2026-000001"),
        ]);

        loop.Op("2026-08-14").Beslis(Bezwaarloop.Ongegrond).MaakBekend();

        // 11, 12 and 13 August are three days of 23 euros.
        var verschuldigd = loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single();
        (verschuldigd.Dagen, verschuldigd.Bedrag, verschuldigd.Zaaknummer).ShouldBe((3, 69m, "Z-2026-000001"));
        loop.Bezwaar.StelDwangsomVast(null, "Wij waren te laat.", Beleid, loop.Nu).Bedrag.ShouldBe(69m);
    }

    [Fact]
    public void What_was_evident_at_once_costs_no_dwangsom_however_late()
    {
        var loop = new Bezwaarloop().ZonderHoren(Geenhoorgrond.KennelijkOngegrond).Op("2026-07-27");
        loop.Doe((b, nu) => b.StelInGebreke(Dag("2026-07-27"), 1, null, Beleid, nu));
        loop.Op("2026-08-14").Beslis(Bezwaarloop.Ongegrond with { Kennelijk = true }).MaakBekend();

        loop.Aangekondigd().ShouldNotContain(g => g is DwangsomVerschuldigd);
        Geweigerd(() => loop.Bezwaar.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu)).ShouldBe((409, "grond-vereist"));
        loop.Bezwaar.StelDwangsomVast(GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond, "Het was meteen duidelijk.", Beleid, loop.Nu)
            .Bedrag.ShouldBe(0);
    }

    private static DateTimeOffset Tijd(string dag) => new(Dag(dag), new(10, 0), TimeSpan.Zero);
}
