using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// The person is heard on the decision that is made known: about the help of that day, and about money and units too (Awb 4:8). The help is
/// 120 minutes a week from 1 June 2026 to 31 May 2027.
/// </summary>
public sealed class HerzieningHorenTests
{
    private static readonly Verandering Meer = new(new(2026, 10, 1), Omvang: new(180, "01", "2"));
    private static readonly Verandering Minder = new(new(2026, 10, 1), Omvang: new(60, "01", "2"));

    // ------------------------------------------------------------------------------------------ another decision in between

    [Fact]
    public void A_decision_is_not_made_known_after_another_decision_on_the_help()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerToereikend, Meer);
        loop.Beslis(herziening).OpBezwaar(240);

        Geweigerd(() => loop.MaakBekend(herziening)).ShouldBe((409, "besluit-ingehaald"));
        Geweigerd(() => loop.KeurGoed(herziening, "beslisser-2")).ShouldBe((409, "besluit-ingehaald"));
        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((409, "eerst-horen"), "180 is less than 240");
    }

    [Fact]
    public void An_intention_about_other_help_is_sent_again()
    {
        var loop = new Herzieningsloop().Op("2026-07-17");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);
        loop.NeemVoor(herziening, "2026-07-31").Op("2026-07-20").NeemZienswijze(herziening, "2026-07-20");
        loop.OpBezwaar(240);

        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((409, "opnieuw-horen"));
        loop.NeemVoor(herziening, "2026-08-03");
        Geweigerd(() => loop.NeemVoor(herziening, "2026-08-03")).ShouldBe((409, "voornemen-al-verstuurd"));
        Geweigerd(() => loop.Op("2026-08-03").Beslis(herziening)).ShouldBe((409, "zienswijze-loopt-nog"));
        loop.Op("2026-08-04").Beslis(herziening).MaakBekend(herziening);
        (herziening.Voornemens.Count, herziening.Voornemens[0].Zienswijze!.OntvangenOp).ShouldBe((2, Dag("2026-07-20")));
    }

    [Fact]
    public void A_wish_that_now_gives_less_is_asked_again()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var wens = loop.Begin(Herzieningsgrond.OpVerzoek, Meer, "2026-08-03");
        loop.OpBezwaar(240);
        Geweigerd(() => loop.Beslis(wens)).ShouldBe((409, "wens-ingehaald"));

        loop = new Herzieningsloop();
        var opzegging = loop.Opgezegd("2026-10-01", "2026-08-03");
        loop.OpBezwaar(240).Beslis(opzegging, consulent: true).MaakBekend(opzegging);
        loop.Delen.ShouldBe([("2026-06-01", "2026-09-30", 240m)]);
    }

    // ------------------------------------------------------------------------------------------ exceptions to hearing

    [Theory]
    [InlineData(Zonderhorengrond.EerderGehoord)]
    [InlineData(Zonderhorengrond.DoelVerijdeld)]
    [InlineData(Zonderhorengrond.GegevensNietGegeven)]
    public void A_term_that_was_given_is_waited_for_whatever_the_exception(Zonderhorengrond grond)
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);
        loop.NeemVoor(herziening, "2026-08-17");

        Geweigerd(() => loop.Beslis(herziening, nietGehoord: new(grond, "Daarom."))).ShouldBe((409, "zienswijze-loopt-nog"));
        loop.Beslis(herziening, nietGehoord: new(Zonderhorengrond.Spoed, "Het huis is onveilig."));
    }

    [Fact]
    public void The_exception_about_money_is_for_a_pgb_only()
    {
        var niet = new NietGehoord(Zonderhorengrond.FinancieelBesluit, "Bezwaar maakt alles ongedaan.");
        var loop = new Herzieningsloop().Op("2026-08-03");
        var hulp = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.Beslis(hulp, nietGehoord: niet)).ShouldBe((422, "geen-financieel-besluit"));

        loop = new Herzieningsloop(Pgb(), budget: 9000m).Op("2026-08-03");
        var geld = loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(new(2026, 10, 1), Budget: 5000m));
        loop.Beslis(geld, nietGehoord: niet);
    }

    // ------------------------------------------------------------------------------------------ a zienswijze

    [Fact]
    public void A_later_zienswijze_stands_beside_the_first()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);
        loop.NeemVoor(herziening, "2026-08-17").Op("2026-08-06");
        loop.NeemZienswijze(herziening, "2026-08-04");
        loop.NeemZienswijze(herziening, "2026-08-06");

        herziening.Voornemen!.Zienswijze!.OntvangenOp.ShouldBe(Dag("2026-08-04"));
        herziening.Voornemen.LatereZienswijzen.ShouldHaveSingleItem().OntvangenOp.ShouldBe(Dag("2026-08-06"));
    }

    // ------------------------------------------------------------------------------------------ less, also in money or other units

    [Fact]
    public void Fewer_euros_a_day_are_less_also_when_all_parts_together_are_more()
    {
        var loop = new Herzieningsloop(Pgb(), budget: 9000m).Op("2026-08-03");

        // 5992 euros of 9000 are for the 243 days from 1 October.
        Geweigerd(() => loop.Beslis(loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(new(2026, 10, 1), Budget: 4000m))))
            .ShouldBe((409, "eerst-horen"));
        Geweigerd(() => loop.Beslis(loop.Begin(Herzieningsgrond.NietMeerAangewezen,
            new(new(2026, 10, 1), Einddatum: new(2028, 5, 31), Budget: 9000m)))).ShouldBe((409, "eerst-horen"), "a longer period");
        loop.Beslis(loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(new(2026, 10, 1), Budget: 5992m, BudgetTotDan: 3008.22m)));
    }

    [Fact]
    public void Fewer_euros_until_the_change_go_back_in_time_too()
    {
        var loop = new Herzieningsloop(Pgb(), budget: 9000m).Op("2026-07-17");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(new(2026, 10, 1), Budget: 6000m, BudgetTotDan: 1000m));
        loop.NeemVoor(herziening, "2026-07-31").Op("2026-08-03");

        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((422, "niet-terug"));
    }

    [Theory]
    [InlineData(2, "04", "2", false)] // 120 minutes a week
    [InlineData(1, "04", "2", true)]
    [InlineData(18, "01", "1", false)] // 126 minutes a week
    [InlineData(17, "01", "1", true)]
    [InlineData(532, "01", "4", false)] // 120 minutes a week in a month of 31 days
    [InlineData(531, "01", "4", true)]
    [InlineData(4166, "01", "6", false)] // 120 minutes a week over 243 days
    [InlineData(4165, "01", "6", true)]
    [InlineData(10, "16", "2", true)] // a dagdeel is no number of minutes
    public void Help_in_another_unit_or_frequency_is_compared(int volume, string eenheid, string frequentie, bool minder)
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(
            Herzieningsgrond.NietMeerToereikend, new(new(2026, 10, 1), Omvang: new(volume, eenheid, frequentie)));

        if (minder) Geweigerd(() => loop.Beslis(herziening)).ShouldBe((409, "eerst-horen"));
        else loop.Beslis(herziening);
    }

    // ------------------------------------------------------------------------------------------ the short way

    [Fact]
    public void The_short_way_repeated_gets_no_further_than_once()
    {
        var loop = new Herzieningsloop { Regels = MetVerlenging(13) }.Op("2027-03-01");
        Verlengd("2027-07-26");
        Verlengd("2027-08-30"); // 13 weeks after 31 May
        var teLang = loop.Begin(Herzieningsgrond.InOvereenstemming, new(new(2027, 8, 31), Einddatum: new(2027, 8, 31)), "2027-03-01");
        Geweigerd(() => loop.Beslis(teLang, consulent: true)).ShouldBe((422, "buiten-mandaat"));
        loop.Beslis(teLang).MaakBekend(teLang);

        Verlengd("2027-11-30"); // 13 weeks after the last day that a beslisser decided

        void Verlengd(string tot)
        {
            var herziening = loop.Begin(Herzieningsgrond.InOvereenstemming,
                new(Overgang.DagNa(loop.Voorziening.LaatsteDag!.Value), Einddatum: Dag(tot)), "2027-03-01");
            loop.Beslis(herziening, consulent: true).MaakBekend(herziening);
        }
    }

    private static Tabel<Gemeentebeleid> MetVerlenging(int weken) => new(Gemeentebeleid.Tabelnaam, new Rij<Gemeentebeleid>(
        new(2026, 1, 1), null, Beleid.Op(Dag("2026-05-01")).Waarde with
        {
            Herziening = Herzieningsbeleid.Standaard with { VerlengingWeken = weken },
        }, "test"));
}
