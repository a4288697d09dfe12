using System.Security.Cryptography;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The states of an assignment, and the reports it accepts.</summary>
public sealed class ToewijzingTests
{
    private static readonly DateTimeOffset Nu = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Begin = new(2026, 3, 9);
    private static readonly Vault Vault = Sleutels.Kluis(Diensten.Zorgaanbieders);
    private static readonly Persoonskern Kern = new("999993653", new(1950, 2, 3));

    [Fact]
    public void An_assignment_announces_itself_with_its_first_message()
    {
        var toewijzing = Huis.Toegewezen(Huis.Beschikking(Huis.Persoon("999993653")), 7, Vault, Nu);
        toewijzing.WijsToe(Vault, Nu);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ZorgAfgesproken>().Hulp.Periode.ShouldBe(toewijzing.Periode);
        toewijzing.VermeldIn("W00000000001", Nu);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ZorgToegewezen>()
            .Berichtidentificatie.ShouldBe("W00000000001");
    }

    [Fact]
    public void A_second_acceptance_says_nothing_new()
    {
        var toewijzing = Nieuw();
        toewijzing.Accepteer(Nu);
        toewijzing.Accepteer(Nu);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ToewijzingGeaccepteerd>();
        toewijzing.Status.ShouldBe(Toewijzingstatus.Geaccepteerd);
    }

    [Fact]
    public void A_start_before_the_302_counts_and_the_302_then_changes_nothing()
    {
        var toewijzing = Nieuw();
        toewijzing.Start(Begin, Kern, Nu).ShouldBeNull();
        toewijzing.Accepteer(Nu);
        toewijzing.KeurAf(["9332"], Nu);
        toewijzing.Status.ShouldBe(Toewijzingstatus.Gestart);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ZorgGestart>().Begindatum.ShouldBe(Begin);
    }

    [Fact]
    public void Only_one_start_is_actual_TR326()
    {
        var toewijzing = Gestart();
        toewijzing.Start(Begin.AddDays(1), Kern, Nu).ShouldBe(Retourcode.LeveringNietGestopt);
        Aankondigingen.Van(toewijzing).ShouldBeEmpty();
    }

    [Fact]
    public void A_start_before_the_assigned_period_is_rejected()
    {
        var toewijzing = Nieuw();
        toewijzing.Start(new(2025, 12, 31), Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);
        toewijzing.Levering.Begindatum.ShouldBeNull();
    }

    [Fact]
    public void A_start_after_the_assigned_period_is_rejected() =>
        Nieuw().Start(new(2100, 1, 1), Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);

    [Fact]
    public void What_was_rejected_cannot_start()
    {
        var toewijzing = Afgekeurd();
        toewijzing.Start(Begin, Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);
        toewijzing.Status.ShouldBe(Toewijzingstatus.Afgekeurd);
    }

    [Fact]
    public void A_stop_without_a_start_is_rejected() => Nieuw().Stop(Begin, Begin, "19", Kern, Nu).ShouldBe(Retourcode.GeenActueleStart);

    [Fact]
    public void A_stop_names_the_begin_of_the_start_it_ends() =>
        Gestart().Stop(Begin.AddDays(1), Begin.AddDays(9), "19", Kern, Nu).ShouldBe(Retourcode.GeenActueleStart);

    [Fact]
    public void Reason_20_stops_for_a_time_and_every_other_reason_for_good()
    {
        var tijdelijk = Gestart();
        tijdelijk.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu).ShouldBeNull();
        Aankondigingen.Van(tijdelijk).ShouldHaveSingleItem().ShouldBeOfType<ZorgTijdelijkGestopt>();

        var voorgoed = Gestart();
        voorgoed.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu).ShouldBeNull();
        Aankondigingen.Van(voorgoed).ShouldHaveSingleItem().ShouldBeOfType<ZorgGestopt>().Reden.ShouldBe("19");
    }

    [Fact]
    public void A_final_stop_after_a_temporary_one_has_the_day_of_the_temporary_one()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Stop(Begin, Begin.AddDays(30), "19", Kern, Nu).ShouldBeNull();
        Aankondigingen.Van(toewijzing).OfType<ZorgGestopt>().Single().Einddatum.ShouldBe(Begin.AddDays(9));
    }

    [Fact]
    public void A_final_stop_before_the_temporary_one_is_rejected()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Stop(Begin, Begin.AddDays(8), "19", Kern, Nu).ShouldBe(Retourcode.EinddatumTeVroeg);
    }

    [Fact]
    public void A_second_stop_of_the_same_kind_is_rejected()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu).ShouldBe(Retourcode.TijdelijkeStopBestaat);
        toewijzing.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu);
        toewijzing.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu).ShouldBe(Retourcode.DefinitieveStopBestaat);
    }

    [Fact]
    public void A_start_after_a_temporary_stop_goes_on()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Start(Begin.AddDays(20), Kern, Nu).ShouldBeNull();
        toewijzing.Status.ShouldBe(Toewijzingstatus.Gestart);
        toewijzing.Levering.LaatsteDag.ShouldBeNull();
    }

    [Fact]
    public void Help_goes_on_only_after_the_day_it_stopped()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Start(Begin.AddDays(9), Kern, Nu).ShouldBe(Retourcode.LeveringNietGestopt);
        toewijzing.Start(Begin, Kern, Nu).ShouldBe(Retourcode.SleutelNietUniek);
    }

    [Fact]
    public void After_a_final_stop_nothing_starts_any_more()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu);
        toewijzing.Start(Begin.AddDays(20), Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);
    }

    [Fact]
    public void Another_provider_gets_the_same_help_under_its_own_number()
    {
        var vorige = Afgekeurd();
        var volgende = vorige.Vervang(Huis.DeBrug, 8, Vault, Nu);
        (volgende.Toewijzingnummer, volgende.Volgnummer, volgende.VoorzieningId).ShouldBe((8, 2, vorige.VoorzieningId));
        vorige.OpgevolgdDoor.ShouldBe(8);
        volgende.Persoon(Vault).ShouldBe(vorige.Persoon(Vault));
    }

    [Fact]
    public void Only_a_rejected_assignment_goes_to_another_provider_and_only_once()
    {
        Should.Throw<Weigering>(() => Gestart().Vervang(Huis.DeBrug, 8, Vault, Nu)).Code.ShouldBe("niet-afgekeurd");
        var vorige = Afgekeurd();
        Should.Throw<Weigering>(() => vorige.Vervang(Huis.ZorgDichtbij, 8, Vault, Nu)).Code.ShouldBe("dezelfde-aanbieder");
        vorige.Vervang(Huis.DeBrug, 8, Vault, Nu);
        Should.Throw<Weigering>(() => vorige.Vervang(Huis.DeBrug, 9, Vault, Nu)).Code.ShouldBe("al-opgevolgd");
    }

    [Fact]
    public void A_rejected_later_message_says_nothing_about_what_still_waits_for_its_answer()
    {
        var toewijzing = Nieuw("W1");
        toewijzing.VermeldIn("W2", Nu);

        toewijzing.KeurAf(["9332"], Nu, "W2");
        toewijzing.Accepteer(Nu);

        toewijzing.Status.ShouldBe(Toewijzingstatus.Geaccepteerd);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ToewijzingGeaccepteerd>();
    }

    [Fact]
    public void An_assignment_given_up_can_be_accepted_until_another_takes_its_place()
    {
        var toewijzing = Nieuw("W1");
        toewijzing.KeurAf(["0001"], Nu, "W1");
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ToewijzingAfgekeurd>().NietVerwerkt.ShouldBeTrue();
        toewijzing.Accepteer(Nu);
        (toewijzing.Status, toewijzing.Retourcodes.Count).ShouldBe((Toewijzingstatus.Geaccepteerd, 0));

        var opgevolgd = Nieuw("W3");
        opgevolgd.KeurAf(["0001"], Nu, "W3");
        opgevolgd.Vervang(Huis.DeBrug, 9, Vault, Nu);
        opgevolgd.Accepteer(Nu);
        opgevolgd.Start(Begin, Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);
        opgevolgd.Status.ShouldBe(Toewijzingstatus.Afgekeurd);
    }

    [Fact]
    public void Help_that_starts_after_the_message_was_given_up_has_started()
    {
        var toewijzing = Nieuw("W1");
        toewijzing.KeurAf(["0001"], Nu, "W1");
        toewijzing.Start(Begin, Kern, Nu).ShouldBeNull();
        toewijzing.Status.ShouldBe(Toewijzingstatus.Gestart);
    }

    [Fact]
    public void A_real_no_after_the_message_was_given_up_tells_the_reason()
    {
        var toewijzing = Nieuw("W1");
        toewijzing.KeurAf(["0001"], Nu, "W1");
        toewijzing.KeurAf(["9332"], Nu, "W1");
        Aankondigingen.Van(toewijzing)[^1].ShouldBeOfType<ToewijzingAfgekeurd>().NietVerwerkt.ShouldBeFalse();
        Should.Throw<Weigering>(() => toewijzing.Vervang(Huis.ZorgDichtbij, 8, Vault, Nu)).Code.ShouldBe("dezelfde-aanbieder");
    }

    [Fact]
    public void When_only_the_message_was_wrong_the_same_provider_may_get_it_again()
    {
        var toewijzing = Nieuw("W1");
        toewijzing.KeurAf(["0001"], Nu, "W1");
        toewijzing.Vervang(Huis.ZorgDichtbij, 8, Vault, Nu).Agb.ShouldBe(Huis.ZorgDichtbij);

        var metDeHand = Nieuw();
        metDeHand.KeurAf([], Nu);
        Should.Throw<Weigering>(() => metDeHand.Vervang(Huis.ZorgDichtbij, 8, Vault, Nu)).Code.ShouldBe("dezelfde-aanbieder");
    }

    [Fact]
    public void A_start_says_whether_help_goes_on_after_a_temporary_stop()
    {
        var toewijzing = Nieuw();
        toewijzing.Start(Begin, Kern, Nu);
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Start(Begin.AddDays(20), Kern, Nu);
        Aankondigingen.Van(toewijzing).OfType<ZorgGestart>().Select(g => g.Hervat).ShouldBe([false, true]);
    }

    [Fact]
    public void The_latest_change_has_the_latest_moment_also_within_one_second()
    {
        var toewijzing = Nieuw();
        var eerste = toewijzing.ToegewezenOp;
        toewijzing.Wijzig(new(2027, 1, 1), toewijzing.Omvang, "05", inOverleg: true, Vault, Nu);
        toewijzing.ToegewezenOp.ShouldBeGreaterThanOrEqualTo(eerste.AddSeconds(1));
        (toewijzing.TeVertellen, toewijzing.Wijziging.Reden, toewijzing.Wijziging.InOverleg).ShouldBe((true, "05", true));
    }

    [Fact]
    public void It_ends_earlier_only_in_consultation_and_never_before_help_that_was_given()
    {
        var toewijzing = Gestart();
        Should.Throw<Weigering>(() => toewijzing.Wijzig(new(2027, 1, 1), toewijzing.Omvang, "05", inOverleg: false, Vault, Nu))
            .Code.ShouldBe("overleg-nodig");
        Should.Throw<Weigering>(() => toewijzing.Wijzig(Begin.AddDays(-1), toewijzing.Omvang, "05", inOverleg: true, Vault, Nu))
            .Code.ShouldBe("hulp-al-gegeven");
        Should.Throw<Weigering>(() => toewijzing.Wijzig(new(2025, 1, 1), toewijzing.Omvang, "05", inOverleg: true, Vault, Nu))
            .Code.ShouldBe("einde-voor-begin");
    }

    [Fact]
    public void Removing_leaves_one_day_and_only_before_any_start()
    {
        var toewijzing = Nieuw();
        toewijzing.Verwijder(Vault, Nu);
        toewijzing.Periode.ShouldBe(new(new(2026, 1, 1), new(2026, 1, 1)));
        (toewijzing.Status, toewijzing.Wijziging.Reden, toewijzing.TeVertellen).ShouldBe((Toewijzingstatus.Verwijderd, "13", true));
        toewijzing.Start(new(2026, 1, 1), Kern, Nu).ShouldBe(Retourcode.GeenToewijzing);
        // Another provider gets the period from before the removal.
        toewijzing.Vervang(Huis.DeBrug, 8, Vault, Nu).Periode.Einddatum.ShouldBe(new(2099, 12, 31));
        Should.Throw<Weigering>(() => Gestart().Verwijder(Vault, Nu)).Code.ShouldBe("hulp-is-begonnen");
    }

    [Fact]
    public void What_nobody_was_told_is_removed_without_telling()
    {
        var toewijzing = Huis.Toegewezen(Huis.Beschikking(), 7, Vault, Nu);
        toewijzing.HoudAan(new(Beletselreden.GeenCapaciteit, "Vol."), Vault, Nu);
        toewijzing.Verwijder(Vault, Nu);
        toewijzing.TeVertellen.ShouldBeFalse();
    }

    [Fact]
    public void A_rejected_change_leaves_the_help_as_it_is_and_is_told_once_more_on_request()
    {
        var toewijzing = Gestart();
        toewijzing.Wijzig(new(2027, 1, 1), toewijzing.Omvang, "05", inOverleg: true, Vault, Nu);
        toewijzing.VermeldIn("W2", Nu);
        Aankondigingen.Van(toewijzing);
        toewijzing.KeurAf(["9332"], Nu, "W2");
        toewijzing.Status.ShouldBe(Toewijzingstatus.Gestart);
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<WijzigingAfgekeurd>().Retourcodes.ShouldBe(["9332"]);
        toewijzing.VertelOpnieuw(Nu);
        (toewijzing.TeVertellen, toewijzing.Wijziging.Afgekeurd.Count).ShouldBe((true, 0));
    }

    [Fact]
    public void A_resumption_that_is_taken_back_leaves_the_temporary_stop()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);
        toewijzing.Start(Begin.AddDays(20), Kern, Nu);
        Aankondigingen.Van(toewijzing);
        toewijzing.VerwijderStart(Begin.AddDays(20), Kern, Nu).ShouldBeNull();
        (toewijzing.Status, toewijzing.Levering.Begindatum, toewijzing.Levering.LaatsteDag).ShouldBe(
            (Toewijzingstatus.TijdelijkGestopt, Begin, Begin.AddDays(9)));
        Aankondigingen.Van(toewijzing).ShouldHaveSingleItem().ShouldBeOfType<ZorgstartVerwijderd>().Hervat.ShouldBeTrue();
    }

    [Fact]
    public void Unsent_news_about_a_person_who_becomes_protected_is_told_by_hand()
    {
        var toewijzing = Gestart();
        toewijzing.Wijzig(new(2027, 1, 1), toewijzing.Omvang, "05", inOverleg: true, Vault, Nu);
        Aankondigingen.Van(toewijzing);
        toewijzing.GaMetDeHand(Toewijzingen.RedenMetDeHand.AfgeschermdePersoon, Nu);
        toewijzing.TeVertellen.ShouldBeFalse();
        Aankondigingen.Van(toewijzing).OfType<ToewijzingGewijzigd>().ShouldHaveSingleItem().MetDeHand.ShouldBeTrue();
    }

    [Fact]
    public void A_provider_that_stops_earlier_ends_nothing_without_a_decision()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, Begin.AddDays(9), "19", Kern, Nu).ShouldBeNull();
        var afgesprokenEinde = toewijzing.Periode.Einddatum;
        toewijzing.MoetEindeVaststellen.ShouldBeTrue();
        IReadOnlyList<Voorzieningdeel> Toegekend(DateOnly einde) =>
            [new(toewijzing.Product, toewijzing.Omvang, new(Begin, einde), Leveringsvorm.Zin, toewijzing.Agb, null)];

        Should.Throw<Weigering>(() => toewijzing.StelEindeVast(Eindereden.NietMeerNodig, null, Vault, Nu)).Code.ShouldBe("besluit-nodig");
        Should.Throw<Weigering>(() => toewijzing.StelEindeVast(Eindereden.NietMeerNodig, Toegekend(Begin.AddDays(10)), Vault, Nu))
            .Code.ShouldBe("besluit-nodig");
        toewijzing.Periode.Einddatum.ShouldBe(afgesprokenEinde);
        toewijzing.StelEindeVast(Eindereden.NietMeerNodig, Toegekend(Begin.AddDays(9)), Vault, Nu);

        var vastgesteld = Aankondigingen.Van(toewijzing)[^1].ShouldBeOfType<ZorgeindeVastgesteld>();
        (vastgesteld.Einddatum, vastgesteld.Hulp.Periode.Einddatum).ShouldBe((Begin.AddDays(9), Begin.AddDays(9)));
        Should.Throw<Weigering>(() => toewijzing.StelEindeVast(Eindereden.NietMeerNodig, [], Vault, Nu)).Code.ShouldBe("geen-eerder-einde");

        toewijzing.VerwijderStop(Begin, "19", Kern, Nu).ShouldBeNull();
        toewijzing.Periode.Einddatum.ShouldBe(afgesprokenEinde, "de aanbieder nam het einde terug");
    }

    [Theory]
    [InlineData("21", Stopvraag.InwonerVragen, "navraag-stop", "2026-06-08")] // five working days after Monday 1 June
    [InlineData("22", Stopvraag.AndereAanbieder, "andere-aanbieder", "2026-06-15")] // ten working days
    [InlineData("23", Stopvraag.Bespreken, "navraag-stop", "2026-06-08")]
    public void An_early_stop_is_a_task_with_a_term(string reden, Stopvraag vraag, string soort, string uiterlijk)
    {
        var (toewijzing, maandag) = (Gestart(), new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        toewijzing.Stop(Begin, Begin.AddDays(9), reden, Kern, maandag);

        toewijzing.VraagVervolg(Gemeentebeleid.Almere, maandag);

        var gemeld = Aankondigingen.Van(toewijzing)[^1].ShouldBeOfType<EerderEindeGemeld>();
        (gemeld.Vraag, gemeld.Termijn.Soort, gemeld.Einddatum).ShouldBe((vraag, soort, Begin.AddDays(9)));
        gemeld.Termijn.Uiterlijk.ShouldBe(DateOnly.Parse(uiterlijk, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_stop_on_the_agreed_day_or_a_temporary_one_asks_nothing()
    {
        var (toewijzing, tijdelijk) = (Gestart(), Gestart());
        toewijzing.Stop(Begin, toewijzing.Periode.Einddatum, "22", Kern, Nu);
        tijdelijk.Stop(Begin, Begin.AddDays(9), "20", Kern, Nu);

        toewijzing.VraagVervolg(Gemeentebeleid.Almere, Nu);
        tijdelijk.VraagVervolg(Gemeentebeleid.Almere, Nu);

        Aankondigingen.Van(toewijzing).Concat(Aankondigingen.Van(tijdelijk)).ShouldNotContain(g => g is EerderEindeGemeld);
    }

    [Fact]
    public void A_stop_on_the_agreed_day_leaves_nothing_to_establish()
    {
        var toewijzing = Gestart();
        toewijzing.Stop(Begin, toewijzing.Periode.Einddatum, "19", Kern, Nu).ShouldBeNull();

        toewijzing.MoetEindeVaststellen.ShouldBeFalse();
        Should.Throw<Weigering>(() => toewijzing.StelEindeVast(Eindereden.NietMeerNodig, [], Vault, Nu)).Status.ShouldBe(409);
    }

    [Fact]
    public void Another_provider_takes_over_after_an_early_stop_until_the_agreed_end()
    {
        var toewijzing = Gestart();
        var afgesprokenEinde = toewijzing.Periode.Einddatum;
        toewijzing.Stop(Begin, Begin.AddDays(9), "22", Kern, Nu).ShouldBeNull();
        Should.Throw<Weigering>(() => toewijzing.Vervang(toewijzing.Agb, 8, Vault, Nu)).Code.ShouldBe("dezelfde-aanbieder");

        var opvolger = toewijzing.Vervang(Huis.DeBrug, 8, Vault, Nu);

        opvolger.Periode.ShouldBe(new(Begin.AddDays(10), afgesprokenEinde));
        var afgesproken = Aankondigingen.Van(toewijzing)[^1].ShouldBeOfType<ZorgAfgesproken>().Hulp;
        (afgesproken.Periode.Einddatum, afgesproken.Opvolger, afgesproken.Vervallen).ShouldBe((Begin.AddDays(9), opvolger.Id, false));
        toewijzing.VerwijderStop(Begin, "22", Kern, Nu).ShouldBeNull();
        toewijzing.Periode.Einddatum.ShouldBe(Begin.AddDays(9), "de ander heeft de hulp al");
    }

    [Fact]
    public void Who_it_is_about_is_sealed()
    {
        var (toewijzing, ander) = (Nieuw(), Nieuw());
        toewijzing.Persoon(Vault).Bsn.ShouldBe("999993653");
        // The person of another assignment does not open here, even with the same key.
        typeof(Toewijzing).GetProperty(nameof(Toewijzing.VerzegeldePersoon))!.SetValue(toewijzing, ander.VerzegeldePersoon);
        Should.Throw<CryptographicException>(() => toewijzing.Persoon(Vault));
    }

    private static Toewijzing Nieuw(string? bericht = null)
    {
        var toewijzing = Huis.Toegewezen(Huis.Beschikking(Huis.Persoon("999993653")), 7, Vault, Nu);
        toewijzing.WijsToe(Vault, Nu);
        toewijzing.VermeldIn(bericht ?? "W0", Nu);
        Aankondigingen.Van(toewijzing);
        return toewijzing;
    }

    private static Toewijzing Gestart()
    {
        var toewijzing = Nieuw();
        toewijzing.Start(Begin, Kern, Nu);
        Aankondigingen.Van(toewijzing);
        return toewijzing;
    }

    private static Toewijzing Afgekeurd()
    {
        var toewijzing = Nieuw();
        toewijzing.KeurAf(["9332"], Nu);
        return toewijzing;
    }
}
