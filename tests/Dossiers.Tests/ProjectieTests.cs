using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using Termijnen = WmoPlatform.Dossiers.Projectie.Termijnen;

namespace WmoPlatform.Dossiers.Tests;

public class ProjectieTests
{
    [Fact]
    public void Every_event_of_the_platform_has_a_sentence_in_the_timeline()
    {
        var alle = Verhaal.Zin().Gebeurtenissen.Concat(Verhaal.Pgb().Gebeurtenissen).Concat(Verhaal.Tegenslag().Gebeurtenissen)
            .Concat(Verhaal.KlachtZonderMelding().Gebeurtenissen).ToList();
        alle.Select(g => g.GetType()).Distinct().ShouldBe(Gebeurtenissen.Bron.Keys, ignoreOrder: true);
        foreach (var g in alle)
        {
            var zin = Tijdlijn.Zin(g);
            zin.ShouldNotBe($"{g.GetType().Name}.");
            zin.ShouldNotContain(Verhaal.Bsn);
            zin.ShouldNotContain("Bakker");
        }
    }

    [Theory]
    [InlineData("1960-01-01", "15", "andere eigen bijdrage")]
    [InlineData("1960-01-01", "11", "rolstoel")]
    [InlineData("2015-01-01", "02", "jonger dan 18")]
    public void Whatever_the_reason_that_the_CAK_is_not_told_the_timeline_says_it(string geboren, string categorie, string zin)
    {
        var reden = Bijdrageregels.Beoordeel(new(2026, 3, 17),
            DateOnly.Parse(geboren, System.Globalization.CultureInfo.InvariantCulture), categorie).NietVerschuldigd().ShouldNotBeNull();
        Tijdlijn.Zin(new EigenBijdrageNietVerschuldigd(Guid.NewGuid(), Guid.NewGuid(), reden)).ShouldContain(zin);
    }

    [Fact]
    public void The_law_and_the_events_know_the_same_reasons_for_no_contribution() =>
        Enum.GetNames<Bijdragevrij>().ShouldBe(Enum.GetNames<NietVerschuldigd>());

    [Fact]
    public void Every_product_category_of_the_standard_has_a_name() =>
        Productnamen.Categorieen.Rijen.ShouldAllBe(r =>
            r.Waarde.Keys.Order().SequenceEqual(Enumerable.Range(1, 18).Select(n => $"{n:00}")));

    [Fact]
    public void Whatever_the_order_of_arrival_the_dossier_looks_the_same()
    {
        foreach (var verhaal in new[] { Verhaal.Zin(), Verhaal.Pgb(), Verhaal.Tegenslag(), Verhaal.KlachtZonderMelding() })
            for (var zaad = 0; zaad < 300; zaad++)
            {
                var aankomst = verhaal.Gebeurtenissen.ToArray();
                new Random(zaad).Shuffle(aankomst);
                // The picture depends on the set of events and not on their order: for all events, and for half of them.
                Gelijk(Beeld.Van(new Feiten(aankomst)), verhaal.Beeld, zaad);
                var helft = aankomst[..(aankomst.Length / 2)];
                var anders = helft.ToArray();
                new Random(~zaad).Shuffle(anders);
                Gelijk(Beeld.Van(new Feiten(helft)), Beeld.Van(new Feiten(anders)), zaad);
            }
    }

    [Fact]
    public void Each_first_part_of_what_arrives_gives_a_next_action_and_no_failure()
    {
        foreach (var verhaal in new[] { Verhaal.Zin(), Verhaal.Pgb(), Verhaal.Tegenslag(), Verhaal.KlachtZonderMelding() })
            for (var zaad = 0; zaad < 50; zaad++)
            {
                var aankomst = verhaal.Gebeurtenissen.ToArray();
                new Random(zaad).Shuffle(aankomst);
                for (var n = 1; n <= aankomst.Length; n++)
                    Beeld.Van(new Feiten(aankomst.Take(n))).Stand.Wat.ShouldNotBeNullOrEmpty();
            }
    }

    [Fact]
    public void An_older_version_never_overwrites_a_newer_one_also_when_a_clock_ran_back()
    {
        var aggregaat = Guid.NewGuid();
        var voorziening = Guid.NewGuid();
        var nu = new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
        var eerst = new LeveringsvormGekozen(voorziening, Guid.NewGuid(), "wijkteam-oud", Leveringsvorm.Pgb,
            null)
        { AggregaatId = aggregaat, Versie = 5, Op = nu };
        var later = eerst with { Wijkteam = "wijkteam-nieuw", Versie = 6, Op = nu.AddMinutes(-10) };
        Beeld.Van(new Feiten([later, eerst])).Wijkteam.ShouldBe("wijkteam-nieuw");
        new Feiten([eerst, later]).Alle<LeveringsvormGekozen>().Select(g => g.Versie).ShouldBe([5, 6]);
    }

    [Fact]
    public void A_term_ends_by_the_fact_that_fulfils_it()
    {
        var t = Verhaal.Zin().Beeld.Termijnen.ToDictionary(t => t.Soort);
        t.Keys.ShouldBe(["bevestiging", "onderzoek", "beschikking", "bezwaar", "navraag-stop", "cak"], ignoreOrder: true);
        t["bevestiging"].VoldaanOp.ShouldBe(new DateOnly(2026, 5, 4));
        t["onderzoek"].VoldaanOp.ShouldNotBeNull();
        t["beschikking"].VoldaanOp.ShouldNotBeNull();
        t["cak"].VoldaanOp.ShouldNotBeNull();
        t["bezwaar"].Loopt.ShouldBeTrue();
        t["onderzoek"].Grondslag.ShouldContain("2.3.2");
    }

    [Fact]
    public void The_two_weeks_end_when_the_beschikking_is_made_known_not_when_it_is_decided()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        v.Dan(new BesluitGenomen("B-2026-000001", v.Vandaag, new Dictionary<Guid, Uitkomst>()));
        v.Beeld.Termijnen.Single(t => t.Soort == "beschikking").Loopt.ShouldBeTrue();
    }

    [Fact]
    public void An_announced_delay_stands_beside_the_last_day_which_does_not_move()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        var ervoor = v.Beeld.Termijnen.Single(t => t.Soort == "beschikking").Uiterlijk;
        v.Dan(new UitstelAangekondigd(ervoor.AddDays(14), v.Vandaag));
        var erna = v.Beeld.Termijnen.Single(t => t.Soort == "beschikking");
        (erna.Uiterlijk, erna.ToegezegdeDatum).ShouldBe((ervoor, ervoor.AddDays(14)));
    }

    [Fact]
    public void The_last_event_about_the_term_to_decide_says_how_it_stands()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Dan(new UitstelAangekondigd(new(2026, 6, 1), new(2026, 5, 4)));
        Termijn Tot(int dag) => new("beschikking", new(2026, 5, 1), new(2026, 5, dag), "Wmo 2015 art. 2.3.5 lid 2");
        v.Dan(new BeslistermijnOpgeschort(v.GesprekId, Opschortingsreden.Overmacht, new(2026, 5, 4), new(2026, 5, 18), Tot(29),
            new(2026, 6, 12), new("Brand.")));
        v.Dan(new OpschortingGeeindigd(v.GesprekId, Opschortingsreden.Overmacht, new(2026, 5, 8), Tot(19), new(2026, 6, 2)));

        var termijn = v.Beeld.Termijnen.Single(t => t.Soort == "beschikking");
        (termijn.Uiterlijk, termijn.ToegezegdeDatum).ShouldBe((new DateOnly(2026, 5, 19), new DateOnly(2026, 6, 2)));
        Termijnen.Van(new Feiten(v.Gebeurtenissen.Reverse())).Single(t => t.Soort == "beschikking").ShouldBe(termijn);
    }

    [Fact]
    public void A_term_that_stands_still_without_a_known_end_is_not_overdue()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        var (opschorting, termijn) = (Guid.NewGuid(), new Termijn("beschikking", new(2026, 5, 1), new(2026, 5, 15), "Wmo 2015 art. 2.3.5"));
        v.Dan(new BeslistermijnOpgeschort(
            opschorting, Opschortingsreden.Overmacht, new(2026, 5, 4), null, termijn, null, new("Brand.")));

        Status(v, "2026-06-30").ShouldBe(Termijnstatus.StaatStil);
        v.Beeld.Stand.Uiterlijk.ShouldBeNull();

        v.Dan(new OpschortingGeeindigd(
            opschorting, Opschortingsreden.Overmacht, new(2026, 6, 5), termijn with { Uiterlijk = new(2026, 6, 16) }, null));

        Status(v, "2026-06-16").ShouldBe(Termijnstatus.Lopend);
        Status(v, "2026-06-17").ShouldBe(Termijnstatus.Verlopen);
        v.Beeld.Stand.Uiterlijk.ShouldBe(new(2026, 6, 16));

        static Termijnstatus Status(Verhaal v, string dag)
        {
            var rij = new Dossiertermijn { Soort = "beschikking" };
            rij.Toon(v.Beeld.Termijnen.Single(t => t.Soort == "beschikking"));
            return rij.StatusOp(DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_ends_a_term_may_arrive_before_what_starts_it()
    {
        var compleet = Verhaal.Gemeld().InOnderzoek().Gebeurtenissen;
        new Feiten(compleet.Where(g => g is OntvangstBevestigd)).ShouldSatisfyAllConditions(f => Termijnen.Van(f).ShouldBeEmpty());
        var omgekeerd = Termijnen.Van(new Feiten(compleet.Reverse()));
        omgekeerd.Single(t => t.Soort == "bevestiging").VoldaanOp.ShouldNotBeNull();
    }

    [Fact]
    public void A_withdrawn_melding_ends_its_terms_without_fulfilling_them()
    {
        var v = Verhaal.Gemeld().InOnderzoek();
        v.Dan(new MeldingIngetrokken(v.Vandaag));
        v.Beeld.Termijnen.Single(t => t.Soort == "onderzoek")
            .ShouldSatisfyAllConditions(t => t.Vervallen.ShouldBeTrue(), t => t.VoldaanOp.ShouldBeNull());
        v.Beeld.Termijnen.Single(t => t.Soort == "bevestiging").Vervallen.ShouldBeFalse("it was sent before");
    }

    [Fact]
    public void A_start_that_the_CAK_rejected_leaves_its_term_to_the_one_that_replaces_it()
    {
        var v = Verhaal.Gemeld();
        Termijn termijn = new("cak", v.Vandaag, v.Vandaag.AddMonths(1), "Uitvoeringsregeling Wmo 2015 art. 2f");
        v.Dan(new EigenBijdrageGestart(v.PersoonId, 1, v.Vandaag, "WMO401-1", termijn))
            .Dan(new EigenBijdrageAfgekeurd(v.PersoonId, 1, EbBericht.Start, ["0200"]));
        v.Beeld.Termijnen.Single(t => t.Soort == "cak").Loopt.ShouldBeTrue("the CAK does not know yet");
        v.Dan(new EigenBijdrageGestart(v.PersoonId, 2, v.Vandaag, "WMO401-2", termijn));
        v.Beeld.Termijnen.Where(t => t.Soort == "cak").Select(t => (t.Kenmerk, t.Loopt)).ShouldBe([("1", false), ("2", true)]);
    }

    [Theory]
    [InlineData("onderzoek", 0, null, Termijnstatus.Lopend)]
    [InlineData("onderzoek", 1, null, Termijnstatus.Verlopen)]
    [InlineData("bezwaar", 0, null, Termijnstatus.Lopend)]
    [InlineData("bezwaar", 1, null, Termijnstatus.Afgelopen)]
    [InlineData("onderzoek", 9, 0, Termijnstatus.Gehaald)]
    [InlineData("onderzoek", 9, 1, Termijnstatus.TeLaat)]
    [InlineData("onderzoek", 9, -90, Termijnstatus.Gehaald)]
    public void A_term_counts_its_last_day(string soort, int vandaag, int? voldaan, Termijnstatus status)
    {
        var laatste = new DateOnly(2026, 6, 15);
        var termijn = new Dossiertermijn { Soort = soort };
        termijn.Toon(new Termijnstand(soort, "", laatste.AddDays(-42), laatste, "Wmo 2015", null, voldaan is { } n ? laatste.AddDays(n)
            : null, false));
        termijn.StatusOp(laatste.AddDays(vandaag)).ShouldBe(status);
    }

    private static void Gelijk(Beeld een, Beeld ander, int zaad)
    {
        (een with { Termijnen = [], Zaken = [] }).ShouldBe(ander with { Termijnen = [], Zaken = [] }, $"zaad {zaad}");
        een.Zaken.Select(z => (z.Nummer, z.Aanvraagnummer, z.Stand)).ShouldBe(
            ander.Zaken.Select(z => (z.Nummer, z.Aanvraagnummer, z.Stand)), $"zaad {zaad}");
        een.Termijnen.ShouldBe(ander.Termijnen, $"zaad {zaad}");
    }
}
