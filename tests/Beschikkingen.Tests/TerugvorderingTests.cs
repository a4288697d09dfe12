using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A claim (Wmo 2015 art. 2.4.1). The help of 1 June 2026 and later was withdrawn on Monday 3 August 2026, because of incorrect data.
/// </summary>
public sealed class TerugvorderingTests
{
    private static readonly Postadres Neef = new("De heer J. de Vries", ["Dorpsstraat 1", "1234 AB Ons Dorp"]);

    [Fact]
    public void A_claim_is_a_decision_with_its_own_number_and_term_for_bezwaar()
    {
        var (loop, herziening) = Ingetrokken();
        var vordering = loop.VorderTerug(herziening);

        var besloten = Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingBesloten>().ShouldHaveSingleItem();
        besloten.Beschikkingnummer.ShouldBe(vordering.Beschikkingnummer);
        besloten.Bezwaartermijn.Uiterlijk.ShouldBe(Dag("2026-09-14")); // six weeks after Monday 3 August
        herziening.Nummers.ShouldBe([herziening.Beschikkingnummer!, vordering.Beschikkingnummer]);
        herziening.Betrokkenen().ShouldBe(["beslisser-1"]);
    }

    [Fact]
    public void Only_days_that_are_over_and_were_taken_are_claimed_and_once()
    {
        var (loop, herziening) = Ingetrokken();
        Geweigerd(() => loop.VorderTerug(herziening, van: "2026-05-31")).ShouldBe((422, "buiten-ontnomen-dagen"));
        Geweigerd(() => loop.VorderTerug(herziening, van: "2026-08-02", tot: "2026-08-03")).ShouldBe((422, "buiten-ontnomen-dagen"));
        loop.VorderTerug(herziening, van: "2026-06-01", tot: "2026-06-30");

        Geweigerd(() => loop.VorderTerug(herziening, van: "2026-06-30", tot: "2026-07-31")).ShouldBe((422, "al-teruggevorderd"));
        Geweigerd(() => loop.VorderTerug(herziening, van: "2026-06-30", meewerker: Neef)).ShouldBe((422, "al-teruggevorderd"));
        loop.VorderTerug(herziening, van: "2026-07-01", tot: "2026-08-02");
    }

    [Fact]
    public void A_herziening_that_only_works_later_or_gives_more_carries_no_claim()
    {
        var loop = new Herzieningsloop().Op("2026-07-17");
        var later = loop.Begin(Herzieningsgrond.OnjuisteGegevens, new(new(2026, 10, 1), Einde: true));
        loop.NeemVoor(later, "2026-07-31").Op("2026-08-03").Beslis(later).MaakBekend(later);
        Geweigerd(() => loop.Op("2026-11-02").VorderTerug(later, van: "2026-10-01")).ShouldBe((409, "niets-ontnomen"));

        loop = new Herzieningsloop().Op("2026-08-03");
        var meer = loop.Begin(Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Omvang: new(180, "01", "2")));
        loop.Beslis(meer).MaakBekend(meer);
        Geweigerd(() => loop.VorderTerug(meer)).ShouldBe((409, "niets-ontnomen"));
    }

    [Fact]
    public void More_than_was_delivered_is_not_claimed()
    {
        // 120 minutes a week from 1 June to 2 August are nine weeks, at 68.29 euros an hour: 1229.22 euros.
        var (loop, herziening) = Ingetrokken(new() { Regels = MetTarief });
        Geweigerd(() => loop.VorderTerug(herziening, 1229.23m)).ShouldBe((422, "meer-dan-ontnomen"));
        loop.VorderTerug(herziening, 1229.22m);

        var (pgb, budget) = Ingetrokken(new(Pgb(), budget: 9000m));
        Geweigerd(() => pgb.VorderTerug(budget, 9000.01m)).ShouldBe((422, "meer-dan-ontnomen"));
        pgb.VorderTerug(budget, 9000m);
    }

    [Fact]
    public void Help_that_is_given_back_ends_the_claim_and_what_was_paid_goes_back()
    {
        var (loop, herziening) = Ingetrokken();
        var vordering = loop.VorderTerug(herziening);
        loop.Op("2026-09-01").Ontvang(herziening, vordering.Id, 200m, "2026-09-01");
        Herzieningsloop.Aangekondigd(herziening);
        loop.Op("2026-10-05").HulpTerug(herziening);

        var verlaagd = Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingVerlaagd>().ShouldHaveSingleItem();
        (verlaagd.Reden, verlaagd.Bedrag, verlaagd.Open, verlaagd.TeVeelBetaald).ShouldBe((Vorderwijziging.HulpHersteld, 0m, 0m, 200m));
        verlaagd.Terugbetaling!.Uiterlijk.ShouldBe(Dag("2026-11-16")); // six weeks after Monday 5 October
        Geweigerd(() => loop.VorderTerug(herziening)).ShouldBe((409, "niets-ontnomen"));
        loop.BetaalTerug(herziening, vordering.Id, "2026-10-05");
        Geweigerd(() => loop.BetaalTerug(herziening, vordering.Id, "2026-10-05")).ShouldBe((409, "niets-te-veel-betaald"));
        Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingTerugbetaald>().ShouldHaveSingleItem().Bedrag.ShouldBe(200m);
    }

    [Fact]
    public void A_claim_is_lessened_or_withdrawn_and_never_becomes_more()
    {
        var (loop, herziening) = Ingetrokken();
        var id = loop.VorderTerug(herziening).Id;
        Geweigerd(() => loop.Verlaag(herziening, id, 500m)).ShouldBe((422, "niet-minder"));
        loop.Verlaag(herziening, id, 300m);
        loop.Ontvang(herziening, id, 100m, "2026-08-03");
        loop.Verlaag(herziening, id, 0m);
        Geweigerd(() => loop.Verlaag(herziening, id, 0m)).ShouldBe((409, "al-ingetrokken"));

        Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingVerlaagd>().Select(v => (v.Bedrag, v.Open, v.TeVeelBetaald))
            .ShouldBe([(300m, 300m, 0m), (0m, 0m, 100m)]);
        loop.VorderTerug(herziening, 50m);
    }

    [Fact]
    public void Instalments_are_a_record_that_adds_up_to_the_open_amount()
    {
        var (loop, herziening) = Ingetrokken();
        var id = loop.VorderTerug(herziening).Id;
        Geweigerd(() => loop.SpreekAf(herziening, id, ("2026-09-01", 200m))).ShouldBe((422, "regeling-past-niet"));
        Geweigerd(() => loop.SpreekAf(herziening, id, ("2026-08-03", 500m))).ShouldBe((422, "regeling-niet-op-volgorde"));
        Geweigerd(() => loop.SpreekAf(herziening, id, ("2026-10-01", 250m), ("2026-09-01", 250m)))
            .ShouldBe((422, "regeling-niet-op-volgorde"));
        loop.SpreekAf(herziening, id, ("2026-09-01", 250m), ("2026-10-01", 250m));
        loop.Op("2026-09-01").Ontvang(herziening, id, 250m, "2026-09-01");
        loop.Op("2026-10-01").Ontvang(herziening, id, 250m, "2026-10-01");
        Geweigerd(() => loop.SpreekAf(herziening, id, ("2026-11-01", 250m))).ShouldBe((409, "niets-open"));

        var aangekondigd = Herzieningsloop.Aangekondigd(herziening);
        aangekondigd.OfType<TerugvorderingBetaald>().Select(b => b.Open).ShouldBe([250m, 0m]);
        aangekondigd.OfType<TerugvorderingVoldaan>().ShouldHaveSingleItem().VoldaanOp.ShouldBe(Dag("2026-10-01"));
    }

    [Fact]
    public void A_claim_on_who_helped_carries_their_address_sealed_and_so_does_its_change()
    {
        var (loop, herziening) = Ingetrokken();
        var vordering = loop.VorderTerug(herziening, meewerker: Neef);
        loop.Verlaag(herziening, vordering.Id, 100m);

        vordering.VanMeewerker.ShouldBeTrue();
        herziening.VerzegeldeMeewerkers!.Value.ToString().ShouldBe("[verzegeld]");
        var aangekondigd = Herzieningsloop.Aangekondigd(herziening);
        aangekondigd.OfType<TerugvorderingBesloten>().Single().Ontvanger!.Waarde.Naam.ShouldBe("De heer J. de Vries");
        aangekondigd.OfType<TerugvorderingVerlaagd>().Single().Ontvanger!.Waarde.Adresregels.ShouldBe(Neef.Adresregels);
    }

    private static Tabel<Gemeentebeleid> MetTarief { get; } = new(Gemeentebeleid.Tabelnaam, new Rij<Gemeentebeleid>(
        new(2026, 1, 1), null, Beleid.Op(Dag("2026-05-01")).Waarde with
        {
            Zintarieven = new Dictionary<string, decimal> { ["02T21"] = 68.29m },
        }, "test"));

    private static (Herzieningsloop, Herziening) Ingetrokken(Herzieningsloop? loop = null)
    {
        loop = (loop ?? new()).Op("2026-07-17");
        var herziening = loop.Begin(
            Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Einde: true), redenTerug: "De inwoner was verhuisd.");
        loop.NeemVoor(herziening, "2026-07-31").Op("2026-08-03").Beslis(herziening).MaakBekend(herziening);
        return (loop, herziening);
    }
}
