using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>The rules of the aggregate Bijdrage, in memory: from events and answers to the signal that is due.</summary>
public sealed class BijdrageTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Begin = new(2026, 6, 1);

    private static readonly string[] Opgegeven = ["0001"];

    private readonly Persoon _persoon = new();
    private readonly Bijdrage _bijdrage;
    private int _nummer;

    public BijdrageTests() => _bijdrage = new Bijdrage(_persoon.Id, "999990032", "D-2026-000001", Sleutels.Kluis(Diensten.EigenBijdrage));

    [Fact]
    public void The_first_voorziening_starts_and_the_second_changes_nothing()
    {
        Start(_persoon.NieuweHulp(), Begin);
        Startdag.ShouldBe(Begin);
        SignaleerStart();

        Start(_persoon.NieuweHulp(), Begin.AddDays(3));

        (Startdag, Stopdag).ShouldBe((null, null));
        Namen().ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd");
    }

    [Fact]
    public void Only_the_last_end_stops()
    {
        var (eerste, tweede) = (_persoon.NieuweHulp(), _persoon.NieuweHulp());
        Start(eerste, Begin);
        Start(tweede, Begin);
        SignaleerStart();

        Stop(eerste, Begin.AddDays(10));
        Stopdag.ShouldBeNull();
        Stop(tweede, Begin.AddDays(5));

        Stopdag.ShouldBe(Begin.AddDays(10));
    }

    [Fact]
    public void A_stop_waits_for_the_answer_on_the_start()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        var signaal = PerBericht("W1", 1);
        Stop(hulp, Begin.AddDays(10));
        Stopdag.ShouldBeNull();

        _bijdrage.Beantwoord("W1", [], Nu);

        (Stopdag, signaal.Status).ShouldBe((Begin.AddDays(10), Signaalstatus.StartBevestigd));
    }

    [Fact]
    public void Help_that_goes_on_after_a_temporary_stop_has_never_stopped()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Volg(hulp.TijdelijkGestopt(Begin.AddDays(5)));
        Start(hulp, Begin.AddDays(20));

        (Startdag, Stopdag).ShouldBe((null, null));
        _bijdrage.Voorzieningen.Single().Laatste!.Begin.ShouldBe(Begin);
    }

    [Fact]
    public void What_is_not_due_is_said_once_and_never_signalled()
    {
        var hulp = _persoon.NieuweHulp("11");
        Start(hulp, Begin);
        Volg(hulp.TijdelijkGestopt(Begin.AddDays(5)));
        Start(hulp, Begin.AddDays(20));
        Stop(hulp, Begin.AddDays(30));

        (Startdag, Stopdag).ShouldBe((null, null));
        Namen().ShouldBe("EigenBijdrageNietVerschuldigd");
    }

    [Fact]
    public void A_rolstoel_that_goes_on_does_not_keep_the_contribution_running()
    {
        var (hulp, rolstoel) = (_persoon.NieuweHulp(), _persoon.NieuweHulp("11"));
        Start(rolstoel, Begin);
        Start(hulp, Begin);
        SignaleerStart();

        Stop(hulp, Begin.AddDays(10));

        Stopdag.ShouldBe(Begin.AddDays(10));
    }

    [Fact]
    public void Who_is_eighteen_when_the_help_goes_on_pays_from_then()
    {
        var hulp = new Persoon(geboren: Begin.AddYears(-18).AddDays(10)).NieuweHulp();
        Start(hulp, Begin);
        Volg(hulp.TijdelijkGestopt(Begin.AddDays(5)));
        Start(hulp, Begin.AddDays(20));

        Startdag.ShouldBe(Begin.AddDays(20));
    }

    [Fact]
    public void What_ended_before_the_CAK_could_hear_of_it_is_told_all_the_same()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        Stop(hulp, Begin.AddDays(10));
        Startdag.ShouldBe(Begin);

        SignaleerStart();

        Stopdag.ShouldBe(Begin.AddDays(10));
        SignaleerStop();
        (Startdag, Stopdag).ShouldBe((null, null));
    }

    [Fact]
    public void What_was_withdrawn_before_the_CAK_heard_of_it_is_never_told()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        Volg(hulp.Beeindigd(Begin, ingetrokken: true));

        Startdag.ShouldBeNull();
    }

    [Fact]
    public void What_is_withdrawn_after_the_start_was_told_is_removed_as_if_never_told()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Volg(hulp.Beeindigd(Begin, ingetrokken: true));

        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Verwijdering, Begin));
        (Startdag, Stopdag).ShouldBe((null, null));
    }

    [Fact]
    public void After_a_stop_the_next_help_starts_anew_the_day_after_at_the_earliest()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Stop(hulp, Begin.AddDays(10));
        SignaleerStop();

        Start(_persoon.NieuweHulp(), Begin.AddDays(8));

        Startdag.ShouldBe(Begin.AddDays(11));
    }

    [Fact]
    public void An_older_fact_after_a_newer_one_is_ignored()
    {
        var hulp = _persoon.NieuweHulp();
        var gestart = hulp.Gestart(Begin);
        var tijdelijk = hulp.TijdelijkGestopt(Begin.AddDays(5));
        Volg(gestart);
        SignaleerStart();
        Stop(hulp, Begin.AddDays(10));

        Volg(gestart).ShouldBeFalse();
        Volg(tijdelijk).ShouldBeFalse();

        Stopdag.ShouldBe(Begin.AddDays(10));
    }

    [Fact]
    public void A_rejected_start_waits_for_a_person_and_goes_again_under_another_number()
    {
        Start(_persoon.NieuweHulp(), Begin);
        PerBericht("W1", 1);
        _bijdrage.Beantwoord("W1", ["9102"], Nu);
        Startdag.ShouldBeNull();

        _bijdrage.GeefVrijNaAfkeuring();
        Startdag.ShouldBe(Begin);
        PerBericht("W2", 2);
        _bijdrage.Beantwoord("W2", [], Nu);

        _bijdrage.Actueel!.Startnummer.ShouldBe(2);
        Namen().ShouldBe("EigenBijdrageGestart EigenBijdrageAfgekeurd EigenBijdrageGestart EigenBijdrageBevestigd");
        Should.Throw<Weigering>(_bijdrage.GeefVrijNaAfkeuring).Code.ShouldBe("niet-afgekeurd");
    }

    [Fact]
    public void A_rejected_stop_goes_again_on_the_same_start()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Stop(hulp, Begin.AddDays(10));
        PerBericht("W9");
        _bijdrage.Beantwoord("W9", ["9330"], Nu);
        Stopdag.ShouldBeNull();

        _bijdrage.GeefVrijNaAfkeuring();

        Stopdag.ShouldBe(Begin.AddDays(10));
    }

    [Fact]
    public void A_yes_that_comes_after_someone_gave_up_waiting_counts_and_the_stop_follows()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        PerBericht("W1", 1);
        _bijdrage.Beantwoord("W1", Opgegeven, Nu);
        Aankondigingen.Van(_bijdrage).OfType<EigenBijdrageAfgekeurd>().ShouldHaveSingleItem().NietVerwerkt.ShouldBeTrue();
        Stop(hulp, Begin.AddDays(10));

        _bijdrage.Beantwoord("W1", [], Nu);
        Stopdag.ShouldBe(Begin.AddDays(10));
        PerBericht("W2");
        _bijdrage.Beantwoord("W2", Opgegeven, Nu);
        _bijdrage.Beantwoord("W2", [], Nu);

        (_bijdrage.Actueel!.Status, Startdag, Stopdag).ShouldBe((Signaalstatus.Gestopt, null, null));
        Namen().ShouldBe("EigenBijdrageBevestigd EigenBijdrageGestopt EigenBijdrageAfgekeurd EigenBijdrageBevestigd");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_start_sent_twice_counts_as_the_CAK_has_it_in_any_order_of_answers(bool jaEerst)
    {
        Start(_persoon.NieuweHulp(), Begin);
        PerBericht("W1", 1);
        _bijdrage.Beantwoord("W1", Opgegeven, Nu);
        _bijdrage.GeefVrijNaAfkeuring();
        PerBericht("W2", 2);

        if (jaEerst) _bijdrage.Beantwoord("W1", [], Nu);
        _bijdrage.Beantwoord("W2", ["9102"], Nu);
        if (!jaEerst) _bijdrage.Beantwoord("W1", [], Nu);

        (_bijdrage.Actueel!.Startnummer, _bijdrage.Actueel.Status).ShouldBe((1, Signaalstatus.StartBevestigd));
        _bijdrage.Signalen[1].Status.ShouldBe(Signaalstatus.Vervallen);
        Aankondigingen.Van(_bijdrage)[^1].ShouldBeOfType<EigenBijdrageBevestigd>().Startnummer.ShouldBe(1);
    }

    [Fact]
    public void Of_a_stop_that_was_told_twice_a_yes_to_the_first_will_do()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Stop(hulp, Begin.AddDays(10));
        PerBericht("W2");
        _bijdrage.Beantwoord("W2", Opgegeven, Nu);
        _bijdrage.GeefVrijNaAfkeuring();
        PerBericht("W3");

        _bijdrage.Beantwoord("W2", [], Nu);
        _bijdrage.Beantwoord("W3", ["9102"], Nu);

        _bijdrage.Actueel!.Status.ShouldBe(Signaalstatus.Gestopt);
    }

    [Fact]
    public void What_is_told_by_hand_is_recorded_in_its_turn()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        MetDeHand(RedenMetDeHand.TeLangGeleden, 1);
        Stop(hulp, Begin.AddDays(10));
        (Startdag, Stopdag).ShouldBe((null, null));
        Should.Throw<Weigering>(() => _bijdrage.LegVast(EbBericht.Stop, Nu)).Code.ShouldBe("niets-met-de-hand");

        _bijdrage.LegVast(EbBericht.Start, Nu);
        Stopdag.ShouldBe(Begin.AddDays(10));
        MetDeHand(RedenMetDeHand.TeLangGeleden);
        _bijdrage.LegVast(EbBericht.Stop, Nu);

        (Startdag, Stopdag).ShouldBe((null, null));
        Namen().ShouldBe("EigenBijdrageMetDeHand EigenBijdrageBevestigd EigenBijdrageMetDeHand EigenBijdrageBevestigd");
        Should.Throw<Weigering>(() => _bijdrage.LegVast(EbBericht.Stop, Nu)).Code.ShouldBe("niets-met-de-hand");
    }

    [Theory]
    [InlineData(Leveringsvorm.Zin, "cak")]
    [InlineData(Leveringsvorm.Pgb, "cak-pgb")]
    public void The_CAK_must_know_within_the_term_of_the_kind_of_help(Leveringsvorm vorm, string termijn)
    {
        var hulp = _persoon.NieuweHulp();
        if (vorm == Leveringsvorm.Zin) Volg(hulp.Gestart(Begin));
        else Volg(hulp.Gereserveerd(Begin));
        PerBericht("W1", 1);

        Aankondigingen.Van(_bijdrage).OfType<EigenBijdrageGestart>().Single().Termijn.Soort.ShouldBe(termijn);
    }

    [Fact]
    public void Help_that_turns_out_to_have_run_before_the_start_moves_the_start()
    {
        Start(_persoon.NieuweHulp(), Begin);
        SignaleerStart();

        Start(_persoon.NieuweHulp(), Begin.AddDays(-20));

        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Wijziging, Begin.AddDays(-20)));
        Corrigeer("W8", akkoord: true);
        (_bijdrage.Actueel!.Startnummer, _bijdrage.Actueel.Startdatum, Correctie).ShouldBe((1, Begin.AddDays(-20), null));
        Namen().ShouldEndWith("EigenBijdrageGecorrigeerd EigenBijdrageBevestigd");
    }

    [Fact]
    public void Help_that_ended_long_ago_is_told_and_makes_nobody_pay_for_the_time_between()
    {
        Start(_persoon.NieuweHulp(), Begin);
        SignaleerStart();
        var vroeger = _persoon.NieuweHulp();
        Start(vroeger, Begin.AddDays(-60));
        Stop(vroeger, Begin.AddDays(-40));

        Corrigeer("W8", akkoord: true);
        SignaleerStop();
        Startdag.ShouldBe(Begin);
        PerBericht("W9", 9);

        _bijdrage.Signalen.Select(s => (s.Startdatum, s.Stopdatum))
            .ShouldBe([(Begin.AddDays(-60), Begin.AddDays(-40)), (Begin, null)]);
    }

    [Fact]
    public void A_start_that_turns_out_later_moves_and_the_other_help_of_that_time_keeps_it()
    {
        var (eerste, tweede) = (_persoon.NieuweHulp(), _persoon.NieuweHulp());
        Start(eerste, Begin);
        SignaleerStart();
        Start(tweede, Begin.AddDays(3));

        Feit(eerste, Begin.AddDays(10), null);

        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Wijziging, Begin.AddDays(3)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(25)]
    public void A_stop_that_turns_out_on_another_day_moves(int dagen)
    {
        var hulp = Gestopt(Begin.AddDays(10));

        Feit(hulp, Begin, Begin.AddDays(dagen));

        Correctie.ShouldBe(new(EbBericht.Stop, EbAanlevering.Wijziging, Begin.AddDays(dagen)));
        (Startdag, Stopdag).ShouldBe((null, null));
        Corrigeer("W8", akkoord: true);
        (_bijdrage.Actueel!.Stopdatum, Startdag, Correctie).ShouldBe((Begin.AddDays(dagen), null, null));
    }

    [Fact]
    public void Help_that_goes_on_after_its_stop_starts_anew_on_the_next_day()
    {
        var hulp = Gestopt(Begin.AddDays(10));

        Feit(hulp, Begin, null);

        (Correctie, Startdag).ShouldBe((null, Begin.AddDays(11)));
    }

    [Fact]
    public void Help_that_starts_again_leaves_what_was_told_of_the_first_time()
    {
        var hulp = Gestopt(Begin.AddDays(10));

        Start(hulp.BijAndereAanbieder(), Begin.AddDays(40));

        (Correctie, Startdag).ShouldBe((null, Begin.AddDays(40)));
    }

    [Fact]
    public void Of_what_never_was_the_stop_is_removed_first_and_then_the_start()
    {
        var hulp = Gestopt(Begin.AddDays(10));

        Feit(hulp, Begin, Begin.AddDays(10), nooitBegonnen: true);

        Correctie.ShouldBe(new(EbBericht.Stop, EbAanlevering.Verwijdering, Begin.AddDays(10)), "TR071");
        Corrigeer("W8", akkoord: true);
        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Verwijdering, Begin), "TR329: zoals het CAK het heeft");
        Corrigeer("W9", akkoord: true);
        (_bijdrage.Actueel, _bijdrage.Signalen.Single().Status).ShouldBe((null, Signaalstatus.Verwijderd));
        (Startdag, Stopdag, Correctie).ShouldBe((null, null, null));
    }

    [Fact]
    public void What_is_removed_may_start_anew_under_another_number()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Feit(hulp, Begin, null, nooitBegonnen: true);
        Corrigeer("W8", akkoord: true);

        Start(_persoon.NieuweHulp(), Begin.AddDays(5));

        Startdag.ShouldBe(Begin.AddDays(5));
    }

    [Theory]
    [InlineData(8, 30)]
    [InlineData(-10, -5)]
    public void Of_start_and_stop_that_both_move_the_start_goes_first_and_they_never_cross(int begin, int einde)
    {
        var hulp = Gestopt(Begin.AddDays(10));
        Feit(hulp, Begin.AddDays(begin), Begin.AddDays(einde));

        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Wijziging, Begin.AddDays(begin)));
        Corrigeer("W8", akkoord: true);
        Correctie.ShouldBe(new(EbBericht.Stop, EbAanlevering.Wijziging, Begin.AddDays(einde)));
        Corrigeer("W9", akkoord: true);
        (Correctie, Startdag).ShouldBe((null, null));
    }

    [Fact]
    public void Help_that_began_only_after_its_stop_is_removed_and_starts_anew()
    {
        var hulp = Gestopt(Begin.AddDays(10));
        Feit(hulp, Begin.AddDays(20), Begin.AddDays(30));

        Corrigeer("W8", akkoord: true);
        Corrigeer("W9", akkoord: true);

        (_bijdrage.Signalen.Single().Status, Startdag).ShouldBe((Signaalstatus.Verwijderd, Begin.AddDays(20)));
    }

    [Fact]
    public void Until_the_CAK_has_answered_a_correction_nothing_else_is_told()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Feit(hulp, Begin.AddDays(2), Begin.AddDays(10));

        PerBericht("W8");
        (Correctie, Stopdag).ShouldBe((null, null));
        _bijdrage.Beantwoord("W8", [], Nu);

        Stopdag.ShouldBe(Begin.AddDays(10));
    }

    [Fact]
    public void A_rejected_correction_waits_for_a_person_and_is_told_again_as_it_is_then()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Feit(hulp, Begin.AddDays(2), null);
        Corrigeer("W8", akkoord: false);
        Correctie.ShouldBeNull();
        var afgekeurd = Aankondigingen.Van(_bijdrage).OfType<EigenBijdrageAfgekeurd>().ShouldHaveSingleItem();
        (afgekeurd.Soort, afgekeurd.Aanlevering).ShouldBe((EbBericht.Start, EbAanlevering.Wijziging));

        Feit(hulp, Begin.AddDays(4), null);
        _bijdrage.GeefVrijNaAfkeuring();

        Correctie.ShouldBe(new(EbBericht.Start, EbAanlevering.Wijziging, Begin.AddDays(4)));
        _bijdrage.Actueel!.Startdatum.ShouldBe(Begin, "zo heeft het CAK het nog");
    }

    [Fact]
    public void A_yes_to_a_correction_that_was_given_up_counts_and_leaves_nothing_to_do()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Feit(hulp, Begin, null, nooitBegonnen: true);
        PerBericht("W8");
        _bijdrage.Beantwoord("W8", Opgegeven, Nu);
        _bijdrage.GeefVrijNaAfkeuring();
        PerBericht("W9");

        _bijdrage.Beantwoord("W8", [], Nu);
        Aankondigingen.Van(_bijdrage);
        _bijdrage.Beantwoord("W9", ["9103"], Nu);

        _bijdrage.Signalen.Single().Status.ShouldBe(Signaalstatus.Verwijderd);
        Namen().ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_by_hand_is_recorded_in_its_turn()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        MetDeHand(RedenMetDeHand.AfgeschermdePersoon, 1);
        _bijdrage.LegVast(EbBericht.Start, Nu);
        Feit(hulp, Begin.AddDays(2), null);
        MetDeHand(RedenMetDeHand.AfgeschermdePersoon);
        Should.Throw<Weigering>(() => _bijdrage.LegVast(EbBericht.Stop, Nu)).Code.ShouldBe("niets-met-de-hand");

        _bijdrage.LegVast(EbBericht.Start, Nu);

        (_bijdrage.Actueel!.Startdatum, Correctie).ShouldBe((Begin.AddDays(2), null));
        Namen().ShouldEndWith("EigenBijdrageMetDeHand EigenBijdrageBevestigd");
    }

    [Fact]
    public void Only_what_differs_and_can_be_is_a_correction()
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);

        Should.Throw<Weigering>(() => Feit(hulp, Begin, null)).Code.ShouldBe("niets-gewijzigd");
        Should.Throw<Weigering>(() => Feit(hulp, Begin, Begin.AddDays(-1))).Code.ShouldBe("einde-voor-begin");
        Should.Throw<Weigering>(() => Feit(_persoon.NieuweHulp(), Begin, null)).Status.ShouldBe(404);
    }

    /// <summary>The backoffice corrects the period of the help.</summary>
    private void Feit(Persoon.Hulp hulp, DateOnly begin, DateOnly? einde, bool nooitBegonnen = false) =>
        _bijdrage.Corrigeer(new(hulp.VoorzieningId, begin, einde, nooitBegonnen, "De aanbieder vergiste zich.", Begin));

    private void Corrigeer(string bericht, bool akkoord)
    {
        Correctie.ShouldNotBeNull();
        PerBericht(bericht);
        _bijdrage.Beantwoord(bericht, akkoord ? [] : ["9104"], Nu);
    }

    private Persoon.Hulp Gestopt(DateOnly einde)
    {
        var hulp = _persoon.NieuweHulp();
        Start(hulp, Begin);
        SignaleerStart();
        Stop(hulp, einde);
        SignaleerStop();
        return hulp;
    }

    private bool Volg<T>(T gebeurtenis) where T : Gebeurtenis, IMetHulpverloop =>
        _bijdrage.Volg(gebeurtenis, Bijdragebegin.EersteLevering, Nu);

    private void Start(Persoon.Hulp hulp, DateOnly dag) => Volg(hulp.Gestart(dag));

    private void Stop(Persoon.Hulp hulp, DateOnly dag) => Volg(hulp.Gestopt(dag));

    private void SignaleerStart()
    {
        var bericht = $"S{++_nummer}";
        PerBericht(bericht, _nummer);
        _bijdrage.Beantwoord(bericht, [], Nu);
    }

    private void SignaleerStop()
    {
        var bericht = $"E{++_nummer}";
        PerBericht(bericht);
        _bijdrage.Beantwoord(bericht, [], Nu);
    }

    private DateOnly? Startdag => Dag(EbBericht.Start);
    private DateOnly? Stopdag => Dag(EbBericht.Stop);
    private Signaalvraag? Correctie => _bijdrage.TeVertellen is { IsCorrectie: true } vraag ? vraag with { Bij = null } : null;

    private DateOnly? Dag(EbBericht bericht) =>
        _bijdrage.TeVertellen is { IsCorrectie: false } vraag && vraag.Bericht == bericht ? vraag.Datum : null;

    private Signaal PerBericht(string bericht, long startnummer = 0) => Signaleer(new Signaalweg.PerBericht(bericht), startnummer);

    private void MetDeHand(RedenMetDeHand reden, long startnummer = 0) => Signaleer(new Signaalweg.MetDeHand(reden), startnummer);

    private Signaal Signaleer(Signaalweg weg, long startnummer) =>
        _bijdrage.Signaleer(_bijdrage.TeVertellen.ShouldNotBeNull(), startnummer, weg, Begin, Nu);

    private string Namen() => string.Join(' ', Aankondigingen.Van(_bijdrage).Select(g => g.GetType().Name));
}
