using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>The rules of the aggregate Budget, in memory.</summary>
public sealed class BudgetTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = Nu.Dag();
    private static readonly Persoonskern Persoon = new("999993653", new(1951, 3, 14));
    private static readonly string[] Opgegeven = ["0001"];

    [Fact]
    public void A_granted_budget_is_told_once_and_then_the_SVB_is_to_answer()
    {
        var budget = Toegekend();

        budget.AanmeldingVerschuldigd.ShouldBeFalse();
        var situatie = budget.Situaties.ShouldHaveSingleItem();
        (situatie.BudgetIdentificatie.Length, situatie.BudgetIdentificatieOud, situatie.Bedrag).ShouldBe((36, null, 3900.50m));
        var aangekondigd = Aankondigingen.Van(budget);
        aangekondigd[0].ShouldBeOfType<BudgetAfgesproken>().Hulp.Begindatum.ShouldBeNull("nog niet gereserveerd");
        aangekondigd[1].ShouldBeOfType<BudgetAangemeld>().Berichtidentificatie.ShouldBe("W1");
    }

    [Fact]
    public void Where_messages_go_the_answer_of_the_SVB_is_not_recorded_by_hand() =>
        Should.Throw<Weigering>(() => Toegekend().LegVast(true, Persoon, Nu)).Code.ShouldBe("gaat-met-berichten");

    [Fact]
    public void A_second_answer_says_nothing_new()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", [], Persoon, Nu);
        Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgetGereserveerd>().Persoon.Waarde.ShouldBe(Persoon);

        budget.Beantwoord("W1", ["9574"], Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.Gereserveerd);
        Aankondigingen.Van(budget).ShouldBeEmpty();
    }

    [Fact]
    public void An_end_shortens_the_period_keeps_the_amount_and_names_what_it_replaces()
    {
        var budget = Gereserveerd();

        Eindig(budget);
        budget.AanmeldingVerschuldigd.ShouldBeTrue();
        var situatie = budget.MeldAan("W2", Nu);

        (situatie.BudgetIdentificatieOud, situatie.Berichtidentificatie).ShouldBe((budget.Situaties[0].BudgetIdentificatie, "W2"));
        situatie.Functiebudgetten.ShouldHaveSingleItem().ShouldBe(new Functiebudget("02", new(Vandaag, Vandaag), 3900.50m));
        situatie.BudgetIdentificatie.ShouldNotBe(situatie.BudgetIdentificatieOud);
        Aankondigingen.Van(budget).ShouldHaveSingleItem().ShouldBeOfType<BudgetBeeindigd>().Einddatum.ShouldBe(Vandaag);
        budget.Beantwoord("W2", [], Persoon, Nu);
        budget.Status.ShouldBe(Budgetstatus.Beeindigd);
        Aankondigingen.Van(budget).ShouldHaveSingleItem().ShouldBeOfType<BudgeteindeBevestigd>();
    }

    [Fact]
    public void What_is_withdrawn_is_an_amount_of_nothing_on_the_first_day()
    {
        var budget = Gereserveerd();

        Besluit(budget);
        var situatie = budget.MeldAan("W2", Nu);

        (situatie.Periode, situatie.Bedrag).ShouldBe((new Periode(Vandaag, Vandaag), 0m));
        Aankondigingen.Van(budget).ShouldHaveSingleItem().ShouldBeOfType<BudgetBeeindigd>().Ingetrokken.ShouldBeTrue();
    }

    [Fact]
    public void An_end_decided_before_the_answer_waits_for_it_and_comes_after_the_reservation()
    {
        var budget = Toegekend();
        Eindig(budget);
        budget.AanmeldingVerschuldigd.ShouldBeFalse("TR507: eerst het antwoord");

        budget.Beantwoord("W1", [], Persoon, Nu);

        budget.AanmeldingVerschuldigd.ShouldBeTrue();
        budget.MeldAan("W2", Nu).Periode.Einddatum.ShouldBe(Vandaag);
        budget.Status.ShouldBe(Budgetstatus.EindeAangemeld);
        Namen(budget).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd");
    }

    [Fact]
    public void What_is_withdrawn_before_the_answer_is_never_announced_as_reserved()
    {
        var budget = Toegekend();
        Besluit(budget);
        budget.Beantwoord("W1", [], Persoon, Nu);
        budget.MeldAan("W2", Nu);
        budget.Beantwoord("W2", [], Persoon, Nu);

        Namen(budget).ShouldBe("BudgetAangemeld BudgetBeeindigd BudgeteindeBevestigd");
        budget.AanmeldingVerschuldigd.ShouldBeFalse();
    }

    [Fact]
    public void What_is_withdrawn_and_then_rejected_needs_no_message_any_more()
    {
        var budget = Toegekend();
        Besluit(budget);
        budget.Beantwoord("W1", ["9504"], Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
        Namen(budget).ShouldBe("BudgetAangemeld BudgetBeeindigd BudgetAfgekeurd BudgeteindeBevestigd");
    }

    [Fact]
    public void A_rejected_budget_waits_for_a_person_and_is_told_again_as_a_new_one()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", ["9504"], Persoon, Nu);
        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Afgekeurd, false));

        budget.MoetAfgekeurdZijn();
        var opnieuw = budget.MeldAan("W2", Nu);

        opnieuw.BudgetIdentificatie.ShouldNotBe(budget.Situaties[0].BudgetIdentificatie);
        opnieuw.BudgetIdentificatieOud.ShouldBeNull("de SVB kent de afgekeurde niet");
        budget.Beantwoord("W2", [], Persoon, Nu);
        Namen(budget).ShouldBe("BudgetAangemeld BudgetAfgekeurd BudgetAangemeld BudgetGereserveerd");
    }

    [Fact]
    public void A_rejected_budget_that_is_shortened_is_told_again_as_it_is_now()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", ["9504"], Persoon, Nu);
        Eindig(budget);
        budget.AanmeldingVerschuldigd.ShouldBeTrue("het besluit is de correctie");

        budget.MeldAan("W2", Nu).Periode.Einddatum.ShouldBe(Vandaag);
        budget.Beantwoord("W2", [], Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
        Namen(budget).ShouldBe("BudgetAangemeld BudgetAfgekeurd BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public void A_rejected_end_is_told_again_as_a_change_of_what_the_SVB_has()
    {
        var budget = Gereserveerd();
        Eindig(budget);
        budget.MeldAan("W2", Nu);
        budget.Beantwoord("W2", ["9562"], Persoon, Nu);
        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.EindeAfgekeurd, false));

        budget.MoetAfgekeurdZijn();
        budget.MeldAan("W3", Nu).BudgetIdentificatieOud.ShouldBe(budget.Situaties[0].BudgetIdentificatie);
        budget.Beantwoord("W3", [], Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.Beeindigd);
        Aankondigingen.Van(budget).OfType<BudgetBeeindigd>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_budget_ends_once()
    {
        var budget = Gereserveerd();
        Eindig(budget);
        Eindig(budget);

        Should.Throw<Weigering>(budget.MoetAfgekeurdZijn).Code.ShouldBe("niet-afgekeurd");
        Should.Throw<Weigering>(() => budget.Wijzig("Anders.", [], null, Sleutels.Kluis(Diensten.Pgb), Nu)).Code.ShouldBe("al-beeindigd");
        Namen(budget).ShouldBe("BudgetBeeindigd");
    }

    [Fact]
    public void Without_messages_everything_is_told_by_hand()
    {
        var budget = Toegekend(geenBerichten: true);
        budget.LegVast(true, Persoon, Nu);
        Eindig(budget);
        budget.AanmeldingVerschuldigd.ShouldBeTrue();
        budget.MeldAan(null, Nu);
        budget.Status.ShouldBe(Budgetstatus.EindeAangemeld);

        budget.LegVast(true, Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
        budget.Berichten.ShouldBeEmpty();
        Namen(budget).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public void By_hand_too_an_end_decided_before_the_answer_waits_for_it_and_is_announced_once()
    {
        var budget = Toegekend(geenBerichten: true);
        Eindig(budget);

        budget.LegVast(true, Persoon, Nu);
        budget.MeldAan(null, Nu);
        budget.LegVast(true, Persoon, Nu);

        Namen(budget).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
        Should.Throw<Weigering>(() => budget.LegVast(true, Persoon, Nu)).Code.ShouldBe("niets-te-beantwoorden");
    }

    [Fact]
    public void By_hand_what_is_withdrawn_before_the_SVB_had_it_ends_when_that_is_recorded()
    {
        var budget = Toegekend(geenBerichten: true);
        Besluit(budget);

        budget.LegVast(false, Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
    }

    [Fact]
    public void A_rejected_end_says_that_it_is_the_end()
    {
        var budget = Gereserveerd();
        Eindig(budget);
        budget.MeldAan("W2", Nu);
        budget.Beantwoord("W2", ["9562"], Persoon, Nu);

        var afgekeurd = Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgetAfgekeurd>();
        (afgekeurd.Einde, afgekeurd.NietVerwerkt).ShouldBe((true, false));
    }

    [Fact]
    public void A_rejected_budget_that_was_shortened_can_still_be_withdrawn()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", ["9504"], Persoon, Nu);
        Eindig(budget);

        Besluit(budget);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
        Namen(budget).ShouldBe("BudgetAangemeld BudgetAfgekeurd BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public void A_yes_that_comes_after_someone_gave_up_waiting_reserves_all_the_same()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);
        Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgetAfgekeurd>().NietVerwerkt.ShouldBeTrue();

        budget.Beantwoord("W1", [], Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Gereserveerd, false));
        Namen(budget).ShouldBe("BudgetGereserveerd");
    }

    [Fact]
    public void A_no_that_comes_after_someone_gave_up_waiting_tells_the_reason()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);
        budget.Beantwoord("W1", ["9504"], Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.Afgekeurd);
        Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgetAfgekeurd>().Retourcodes.ShouldBe(["9504"]);
    }

    [Fact]
    public void What_was_told_again_while_the_SVB_had_it_after_all_is_reserved_once()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);
        budget.MeldAan("W2", Nu);

        budget.Beantwoord("W1", [], Persoon, Nu);
        budget.Beantwoord("W2", ["9574"], Persoon, Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Gereserveerd, false));
        Namen(budget).ShouldBe("BudgetAangemeld BudgetAfgekeurd BudgetAangemeld BudgetGereserveerd");
        Eindig(budget);
        budget.AanmeldingVerschuldigd.ShouldBeTrue();
        budget.MeldAan("W3", Nu).BudgetIdentificatieOud.ShouldBe(budget.Situaties[0].BudgetIdentificatie);
    }

    [Fact]
    public void A_budget_given_up_and_withdrawn_is_withdrawn_at_the_SVB_if_that_had_it()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);
        Besluit(budget);
        budget.Status.ShouldBe(Budgetstatus.Beeindigd);

        budget.Beantwoord("W1", [], Persoon, Nu);

        budget.AanmeldingVerschuldigd.ShouldBeTrue();
        budget.MeldAan("W2", Nu).Bedrag.ShouldBe(0m);
        budget.Beantwoord("W2", [], Persoon, Nu);
        budget.Status.ShouldBe(Budgetstatus.Beeindigd);
        Aankondigingen.Van(budget).OfType<BudgetGereserveerd>().ShouldBeEmpty();
    }

    [Fact]
    public void An_end_that_was_given_up_is_confirmed_by_the_answer_that_comes_after_all()
    {
        var budget = Gereserveerd();
        Eindig(budget);
        budget.MeldAan("W2", Nu);
        budget.Beantwoord("W2", Opgegeven, Persoon, Nu);

        budget.Beantwoord("W2", [], Persoon, Nu);
        budget.Beantwoord("W2", ["9562"], Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.Beeindigd);
        Namen(budget).ShouldBe("BudgetBeeindigd BudgetAfgekeurd BudgeteindeBevestigd");
    }

    [Fact]
    public void What_the_SVB_says_by_telephone_about_a_message_that_was_given_up_is_recorded()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);

        budget.LegVast(true, Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.Gereserveerd);
    }

    [Fact]
    public void A_budget_that_runs_out_ends_by_itself_without_a_message()
    {
        var budget = Gereserveerd();

        budget.EindigVanRechtswege(Persoon, Nu.AddDays(300));

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false));
        Namen(budget).ShouldBe("BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public void A_budget_that_was_never_reserved_runs_out_and_may_still_be_reserved()
    {
        var budget = Toegekend();
        Aankondigingen.Van(budget);

        budget.LoopAf(Persoon, Nu.AddDays(300));

        Aankondigingen.Van(budget).ShouldHaveSingleItem().ShouldBeOfType<BudgetAfgesproken>().Hulp.Afgelopen.ShouldBeTrue();
        budget.Beantwoord("W1", [], Persoon, Nu.AddDays(301));
        Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgetGereserveerd>().Hulp.Afgelopen.ShouldBeTrue();
    }

    [Fact]
    public void By_hand_the_answer_of_the_SVB_is_recorded_once_and_the_CAK_is_told_by_hand_too()
    {
        var budget = Toegekend(geenBerichten: true);
        Aankondigingen.Van(budget);
        budget.LegVast(true, Persoon, Nu);

        Aankondigingen.Van(budget).ShouldHaveSingleItem().ShouldBeOfType<BudgetGereserveerd>().Hulp.GeenBerichtenverkeer.ShouldBeTrue();
        Should.Throw<Weigering>(() => budget.LegVast(true, Persoon, Nu)).Code.ShouldBe("niets-te-beantwoorden");
    }

    /// <summary>A decision of today leaves only today.</summary>
    [Fact]
    public void A_death_before_help_that_the_SVB_did_not_take_is_settled_at_once()
    {
        var budget = Gereserveerd();
        Besluit(budget);
        budget.MeldAan("W2", Nu);
        budget.Beantwoord("W2", [], Persoon, Nu);
        Opnieuw(budget, 3, new Functiebudget("02", new(Vandaag.AddDays(5), Vandaag.AddDays(9)), 100m));
        budget.MeldAan("W3", Nu);
        budget.Beantwoord("W3", Opgegeven, Persoon, Nu);

        budget.EindigDoorOverlijden(Vandaag, Vandaag, Sleutels.Kluis(Diensten.Pgb), Nu);

        (budget.Status, budget.AanmeldingVerschuldigd).ShouldBe((Budgetstatus.Beeindigd, false), "de SVB heeft al niets meer");
        Aankondigingen.Van(budget)[^1].ShouldBeOfType<BudgeteindeBevestigd>();
    }

    [Fact]
    public void A_late_answer_leaves_the_change_that_is_under_way_waiting()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", Opgegeven, Persoon, Nu);
        Opnieuw(budget, 2, new Functiebudget("02", new(Vandaag, Vandaag.AddDays(9)), 100m));
        budget.MeldAan("W2", Nu);

        budget.Beantwoord("W1", [], Persoon, Nu);

        budget.Status.ShouldBe(Budgetstatus.WijzigingAangemeld, "zo eindigt het niet vanzelf voordat de SVB antwoordt");
        budget.Beantwoord("W2", ["9562"], Persoon, Nu);
        budget.Status.ShouldBe(Budgetstatus.WijzigingAfgekeurd);
    }

    [Fact]
    public void A_death_while_an_end_is_under_way_is_told_after_the_answer()
    {
        var budget = Gereserveerd();
        var later = new DateTimeOffset(2026, 6, 11, 10, 0, 0, TimeSpan.Zero);
        budget.Volg(Beschikking(Hulp(Vandaag)).Besluit(budget.VoorzieningId, 2, later.Dag()),
            [new("02", new(Vandaag, Vandaag.AddDays(9)), 3900.50m)], null, Sleutels.Kluis(Diensten.Pgb), later);
        budget.MeldAan("W2", later);

        budget.EindigDoorOverlijden(Vandaag, Vandaag, Sleutels.Kluis(Diensten.Pgb), Nu);

        budget.Status.ShouldBe(Budgetstatus.EindeAangemeld, "zo eindigt het niet vanzelf op de dag die eerst was besloten");
        budget.Beantwoord("W2", [], Persoon, Nu);
        budget.MeldAan("W3", Nu).Periode.Einddatum.ShouldBe(Vandaag);
    }

    /// <summary>A later decision.</summary>
    private static void Opnieuw(Budget budget, int stand, params Functiebudget[] delen) => budget.Volg(
        Beschikking(Hulp(Vandaag)).Besluit(budget.VoorzieningId, stand, Vandaag), delen, null, Sleutels.Kluis(Diensten.Pgb), Nu);

    private static void Eindig(Budget budget) => Besluit(budget, new Functiebudget("02", new(Vandaag, Vandaag), 3900.50m));

    /// <summary>The next decision on the voorziening; without parts it withdraws all.</summary>
    private static void Besluit(Budget budget, params Functiebudget[] delen) =>
        budget.Volg(Beschikking(Hulp(Vandaag)).Besluit(budget.VoorzieningId, 2, Vandaag), delen, null, Sleutels.Kluis(Diensten.Pgb), Nu);

    private static Budget Toegekend(bool geenBerichten = false)
    {
        var pgb = Hulp(Vandaag);
        var budget = Budget.Ken(
            Beschikking(pgb) with { GeenBerichtenverkeer = geenBerichten }, pgb, null, Sleutels.Kluis(Diensten.Pgb), Nu);
        budget.MeldAan(geenBerichten ? null : "W1", Nu);
        return budget;
    }

    private static Budget Gereserveerd()
    {
        var budget = Toegekend();
        budget.Beantwoord("W1", [], Persoon, Nu);
        Aankondigingen.Van(budget);
        return budget;
    }

    private static string Namen(Budget budget) => string.Join(
        ' ', Aankondigingen.Van(budget).Where(g => g is not BudgetAfgesproken).Select(g => g.GetType().Name));
}
