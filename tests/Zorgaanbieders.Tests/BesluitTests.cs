using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// A later decision on a voorziening, and the messages that the provider gets. A product in a message reads as: number of the assignment in
/// this test, first day, last day, hours a week, reason.
/// </summary>
public sealed class BesluitTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly Omvang VijfUur = new(5, "04", "2");
    private static DateOnly Vandaag => Berichten.Vandaag;
    private static DateOnly Begin => Vandaag.AddDays(-200);
    private static DateOnly Eind => Vandaag.AddDays(200);

    [Fact]
    public async Task Longer_help_stretches_the_assignment_OP380()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(100)));
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Eind.AddDays(100)} 3 04"]);
    }

    [Fact]
    public async Task Longer_help_after_its_last_day_is_another_assignment_that_joins()
    {
        var hulp = await Loopt(tot: Vandaag.AddDays(-10));
        await hulp.Besluit(hulp.Deel(tot: Eind));
        (await hulp.Bericht(2)).ShouldBe([$"2 {Vandaag.AddDays(-9)} {Eind} 3 -"]);
    }

    [Fact]
    public async Task Shorter_help_ends_earlier_without_consent_of_the_provider()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(50)));
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(50)} 3 05"]);
        await hulp.Besluit(hulp.Deel(tot: Vandaag));
        (await hulp.Bericht(3)).ShouldBe([$"1 {Begin} {Vandaag} 3 05"]);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task Shorter_help_back_in_time_ends_on_the_last_granted_day()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(-30)));
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(-30)} 3 05"]);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task More_help_from_a_day_is_another_assignment_from_that_day_OP257(int dagen)
    {
        var hulp = await Loopt();
        var vanaf = Vandaag.AddDays(dagen);
        await hulp.Besluit(hulp.Deel(tot: vanaf.AddDays(-1)), hulp.Deel(van: vanaf) with { Omvang = VijfUur });
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {vanaf.AddDays(-1)} 3 05", $"2 {vanaf} {Eind} 5 -"]);
    }

    [Fact]
    public async Task Another_total_changes_the_assignment_itself_OP257()
    {
        var hulp = await Loopt(omvang: new(100, "04", "6"));
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(60)) with { Omvang = new(150, "04", "6") });
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Eind.AddDays(60)} 150 04"]);
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(60)) with { Omvang = new(120, "04", "6") });
        (await hulp.Bericht(3)).ShouldBe([$"1 {Begin} {Eind.AddDays(60)} 120 05"]);
    }

    [Fact]
    public async Task Another_product_is_another_assignment()
    {
        var hulp = await Loopt();
        await hulp.Besluit(
            hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Deel(van: Vandaag.AddDays(10)) with { Product = new("02", "02A07") });
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(9)} 3 05", $"2 {Vandaag.AddDays(10)} {Eind} 3 -"]);
    }

    [Fact]
    public async Task Another_provider_in_the_decision_gets_the_help_from_that_day()
    {
        var hulp = await Loopt();
        await hulp.Besluit(
            hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Deel(van: Vandaag.AddDays(10)) with { Agb = Huis.DeBrug });
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(9)} 3 09"]);
        (await hulp.Bericht(1, Huis.DeBrug)).ShouldBe([$"2 {Vandaag.AddDays(10)} {Eind} 3 -"]);
    }

    [Fact]
    public async Task A_provider_that_was_chosen_since_keeps_the_help_that_is_decided_on()
    {
        var hulp = await Loopt();
        await hulp.NaarAndereAanbieder(Huis.DeBrug, Vandaag.AddDays(10));
        await hulp.Akkoord();
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(30)));
        (await hulp.Bericht(2, Huis.DeBrug)).ShouldBe([$"2 {Vandaag.AddDays(10)} {Eind.AddDays(30)} 3 04"]);
    }

    [Fact]
    public async Task Help_that_was_withdrawn_before_its_start_is_removed()
    {
        var hulp = await Loopt(van: Vandaag.AddDays(20), start: false);
        await hulp.Besluit();
        (await hulp.Bericht(2)).ShouldBe([$"1 {Vandaag.AddDays(20)} {Vandaag.AddDays(20)} 3 13"]);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_after_help_has_run_ends_it_and_leaves_the_rest_to_a_person()
    {
        var hulp = await Loopt();
        await hulp.Besluit();
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Begin.AddDays(5)} 3 05"]);
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.HulpAlGegeven, Begin));
    }

    [Fact]
    public async Task Help_that_was_paid_stays_until_a_person_has_it_credited_TR385()
    {
        var hulp = await Loopt(van: new(2026, 1, 1), start: false);
        var (debet, credit) = hulp.Declaratie();
        await hulp.Declareert(debet);
        await hulp.Besluit(hulp.Deel(tot: new(2026, 9, 15)));
        (await hulp.Bericht(2)).ShouldBe([$"1 {new DateOnly(2026, 1, 1)} {new DateOnly(2026, 10, 31)} 3 05"]);
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.AlGedeclareerd, new DateOnly(2026, 9, 16)));

        await hulp.Declareert(credit);
        (await hulp.Voer()).GetProperty("metDeHand").ValueKind.ShouldBe(JsonValueKind.Null);
        (await hulp.Bericht(3)).ShouldBe([$"1 {new DateOnly(2026, 1, 1)} {new DateOnly(2026, 9, 15)} 3 05"]);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task A_removal_of_help_that_was_declared_waits_until_a_person_has_it_credited()
    {
        DateOnly begin = new(2026, 1, 1);
        var hulp = await Loopt(van: begin, start: false);
        var (debet, credit) = hulp.Declaratie();
        await hulp.Declareert(debet);

        await hulp.Besluit();
        (await hulp.Bericht(2)).ShouldBe([$"1 {begin} {new DateOnly(2026, 10, 31)} 3 05"], "niet verwijderd: TR385");
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.AlGedeclareerd, begin));
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Geaccepteerd]);
        (await hulp.Voer()).GetProperty("metDeHand").GetString().ShouldBe("al-gedeclareerd", "de declaratie is nog niet gecrediteerd");
        (await hulp.Berichten()).Count.ShouldBe(2);

        await hulp.Declareert(credit);
        (await hulp.Voer()).GetProperty("metDeHand").ValueKind.ShouldBe(JsonValueKind.Null);
        (await hulp.Bericht(3)).ShouldBe([$"1 {begin} {begin} 3 13"]);
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Verwijderd]);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task Declared_help_that_a_person_settles_stays_until_the_last_paid_day()
    {
        var hulp = await Loopt(van: new(2026, 1, 1), start: false);
        await hulp.Declareert(hulp.Declaratie().Debet);
        await hulp.Besluit();

        (await hulp.RondAf()).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await hulp.Werk()).ShouldBeNull();
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Geaccepteerd]);
        (await hulp.Bericht(2)).ShouldBe([$"1 {new DateOnly(2026, 1, 1)} {new DateOnly(2026, 10, 31)} 3 05"]);
    }

    [Fact]
    public async Task Work_that_was_done_by_hand_is_recorded_once()
    {
        var hulp = await Loopt();
        (await hulp.RondAf()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await hulp.Besluit();
        (await hulp.RondAf()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hulp.Werk()).ShouldBeNull();
        (await hulp.RondAf()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_annulled_intrekking_gives_the_help_again_without_a_gap()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(20)));
        await hulp.Bericht(2);
        await hulp.Besluit(hulp.Deel());
        (await hulp.Bericht(3)).ShouldBe([$"1 {Begin} {Eind} 3 04"]);
    }

    [Fact]
    public async Task A_founded_bezwaar_after_help_had_ended_gives_it_from_the_first_day_without()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(-20)));
        await hulp.Bericht(2);
        await hulp.Stopt(Vandaag.AddDays(-20), "36");
        await hulp.Besluit(hulp.Deel());
        (await hulp.Bericht(3)).ShouldBe([$"2 {Vandaag.AddDays(-19)} {Eind} 3 -"]);
    }

    [Fact]
    public async Task A_founded_bezwaar_on_a_refusal_gives_help_from_the_granted_day()
    {
        var hulp = await Geweigerd();
        await hulp.Besluit(hulp.Deel());
        (await hulp.Bericht(1)).ShouldBe([$"1 {Begin} {Eind} 3 -"]);
    }

    [Fact]
    public async Task Help_for_a_time_that_has_passed_is_left_to_a_person()
    {
        var hulp = await Geweigerd();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(-100)));
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.PeriodeVoorbij, Begin));
        (await hulp.Berichten()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Longer_help_from_a_provider_that_stopped_waits_for_another_provider()
    {
        var hulp = await Loopt();
        await hulp.Stopt(Vandaag.AddDays(-5), "22");
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(50)));
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.AanbiederGestopt, Vandaag.AddDays(-4)));
        (await hulp.Berichten()).Count.ShouldBe(1);
        await hulp.KiestAnder(Huis.DeBrug);
        (await hulp.Bericht(1, Huis.DeBrug)).ShouldBe([$"2 {Vandaag.AddDays(-4)} {Eind.AddDays(50)} 3 -"]);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task Help_in_kind_ends_the_day_before_the_pgb_and_comes_back_after_it_OP043()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Pgb(Vandaag.AddDays(10), Eind));
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(9)} 3 08"]);
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Pgb(Vandaag.AddDays(10), Vandaag.AddDays(39)),
            hulp.Deel(van: Vandaag.AddDays(40)));
        (await hulp.Bericht(3)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(9)} 3 -", $"2 {Vandaag.AddDays(40)} {Eind} 3 -"]);
    }

    [Fact]
    public async Task While_an_answer_is_awaited_only_the_last_decision_goes_out_OP080()
    {
        var hulp = await Loopt(akkoord: false, start: false);
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(90)));
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(60)));
        (await hulp.Berichten()).Count.ShouldBe(1);
        await hulp.Akkoord();
        (await hulp.Bericht(2)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(60)} 3 05"]);
    }

    [Fact]
    public async Task What_the_contract_does_not_allow_is_held_and_what_runs_goes_on()
    {
        await huis.Contracteer("61000001", geldigTot: Eind.ToString("O"));
        var hulp = await Loopt(agb: "61000001");
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(30)));
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Gestart, Toewijzingstatus.Aangehouden]);
        (await hulp.Berichten()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_on_held_help_judges_it_again()
    {
        await huis.Contracteer("61000002", geldigTot: Eind.ToString("O"));
        var hulp = await Beschikt(agb: "61000002", tot: Eind.AddDays(30));
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Aangehouden]);
        await hulp.Besluit(hulp.Deel(tot: Eind));
        (await hulp.Bericht(1)).ShouldBe([$"1 {Begin} {Eind} 3 -"]);
    }

    [Fact]
    public async Task A_rejected_assignment_gets_its_new_period_and_waits_for_another_provider()
    {
        var hulp = await Loopt(akkoord: false, start: false);
        await hulp.KeurtAf();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(60)));
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Afgekeurd]);
        (await hulp.Berichten()).Count.ShouldBe(1);
        await hulp.KiestAnder(Huis.DeBrug);
        (await hulp.Bericht(1, Huis.DeBrug)).ShouldBe([$"2 {Begin} {Vandaag.AddDays(60)} 3 -"]);
    }

    [Fact]
    public async Task A_rejected_stretch_goes_to_another_provider_also_when_another_follows_it()
    {
        var hulp = await Geweigerd();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Deel(van: Vandaag.AddDays(10)) with { Omvang = VijfUur });
        await hulp.KeurtAf();
        (await hulp.Standen()).ShouldBe([Toewijzingstatus.Afgekeurd, Toewijzingstatus.Afgekeurd]);
        await hulp.KiestAnder(Huis.DeBrug, plaats: 1);
        await hulp.KiestAnder(Huis.DeBrug, plaats: 2);
        (await hulp.Bericht(1, Huis.DeBrug)).ShouldBe([$"3 {Begin} {Vandaag.AddDays(9)} 3 -"]);
        (await hulp.Bericht(2, Huis.DeBrug))[^1].ShouldBe($"4 {Vandaag.AddDays(10)} {Eind} 5 -");
    }

    [Fact]
    public async Task Help_that_moves_to_an_earlier_day_never_doubles_what_is_assigned_OP259()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(9)), hulp.Deel(van: Vandaag.AddDays(10)) with { Omvang = VijfUur });
        await hulp.Akkoord();
        var antwoord = await huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{await hulp.LaatsteNummer()}/wijziging",
            new { agb = Huis.DeBrug, vanaf = Vandaag.AddDays(2), inOverleg = true });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("dag-al-toegewezen");
    }

    [Fact]
    public async Task A_task_stays_until_it_is_done_whatever_is_decided_on_other_days()
    {
        var hulp = await Loopt();
        await hulp.Besluit(hulp.Deel() with { Omvang = VijfUur });
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.HulpAlGegeven, Begin));
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(30)) with { Omvang = VijfUur });
        (await hulp.Werk()).ShouldBe((Uitvoeringsreden.HulpAlGegeven, Begin));
        (await hulp.RondAf()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hulp.Werk()).ShouldBeNull();
    }

    [Fact]
    public async Task Help_that_was_over_stays_over_when_its_last_day_moves_back()
    {
        var hulp = await Loopt(tot: Vandaag.AddDays(-10));
        await huis.Dienst.Services.GetServices<IHostedService>().OfType<Afloop>().Single().Round(CancellationToken.None);
        await hulp.Besluit(hulp.Deel(tot: Vandaag.AddDays(-20)));
        var laatste = (await huis.Dienst.Aangekondigd()).OfType<ZorgAfgesproken>().Last(g => g.VoorzieningId == hulp.VoorzieningId).Hulp;
        (laatste.Periode.Einddatum, laatste.Afgelopen).ShouldBe((Vandaag.AddDays(-20), true));
    }

    [Fact]
    public async Task A_decision_that_overtakes_the_beschikking_is_carried_out_and_stays()
    {
        var hulp = new Verloop(huis, Huis.Hulp() with { Periode = new(Begin, Eind) });
        await hulp.Besluit(3, hulp.Deel(tot: Vandaag.AddDays(60)));
        await hulp.Besluit(2, hulp.Deel(tot: Vandaag.AddDays(90)));
        await hulp.Beschikking();
        (await hulp.Bericht(1)).ShouldBe([$"1 {Begin} {Vandaag.AddDays(60)} 3 -"]);
        (await hulp.Standen()).Count.ShouldBe(1);
    }

    private async Task<Verloop> Loopt(
        DateOnly? van = null, DateOnly? tot = null, Omvang? omvang = null, string agb = Huis.ZorgDichtbij, bool akkoord = true,
        bool start = true)
    {
        var hulp = await Beschikt(van, tot, omvang, agb);
        await hulp.Bericht(1);
        if (akkoord) await hulp.Akkoord();
        if (start) await hulp.Start(Begin.AddDays(5));
        return hulp;
    }

    private async Task<Verloop> Beschikt(
        DateOnly? van = null, DateOnly? tot = null, Omvang? omvang = null, string agb = Huis.ZorgDichtbij)
    {
        var hulp = new Verloop(huis, Huis.Hulp(agb) with
        {
            Periode = new(van ?? Begin, tot ?? Eind),
            Omvang = omvang ?? new(3, "04", "2"),
        });
        await hulp.Beschikking();
        return hulp;
    }

    private async Task<Verloop> Geweigerd()
    {
        var hulp = new Verloop(huis, Huis.Hulp(uitkomst: Uitkomst.Afwijzen) with { Periode = new(Begin, Eind) });
        await hulp.Beschikking();
        return hulp;
    }
}
