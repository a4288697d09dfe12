using FsCheck;
using FsCheck.Fluent;

namespace WmoPlatform.Wetgeving.Tests;

/// <summary>Properties that hold for every input, checked at random.</summary>
public class Eigenschappen
{
    private static readonly Config Instelling = Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true);

    private static readonly DateOnly Begin = new(2026, 4, 1);

    private static readonly Gen<DateOnly> Dagen = Tussen(new(2015, 1, 1), new(2100, 12, 31));

    private static readonly Gen<Opschorting> Opschortingen =
        from grond in Gen.Elements(Enum.GetValues<Opschortingsgrond>().Except([Opschortingsgrond.Verzuim]))
        from van in Gen.Choose(0, 40)
        from termijn in Gen.Choose(-5, 30)
        from tot in Gen.Choose(-5, 30)
        select new Opschorting(grond, Begin.AddDays(van),
            termijn < 0 ? null : Begin.AddDays(van + termijn), tot < 0 ? null : Begin.AddDays(van + tot));

    private static Gen<DateOnly> Tussen(DateOnly van, DateOnly totEnMet) =>
        Gen.Choose(van.DayNumber, totEnMet.DayNumber).Select(DateOnly.FromDayNumber);

    private static void Altijd<T>(Gen<T> gen, Func<T, bool> eigenschap) => Prop.ForAll(gen.ToArbitrary(), eigenschap).Check(Instelling);

    private static IEnumerable<Termijnberekening> OnderDeAtw(DateOnly start) =>
    [
        Termijnen.PersoonlijkPlan(start), Termijnen.Onderzoek(start), Termijnen.Beschikking(start), Termijnen.BuitenBehandeling(start),
        Termijnen.Bezwaar(start), Termijnen.BeslissingOpBezwaar(start), Termijnen.BeslissingOpBezwaar(start, true, true),
        Termijnen.Beroep(start), Termijnen.Klacht(start), Termijnen.Klacht(start, true, true), Termijnen.Betaling(start),
    ];

    [Fact]
    public void A_term_under_the_Atw_never_ends_on_a_day_the_Atw_excludes() =>
        Altijd(Dagen, start => OnderDeAtw(start).All(t => !Kalender.IsUitgezonderd(t.Uiterlijk)));

    [Fact]
    public void The_Atw_never_shortens_and_moves_the_end_to_the_first_ordinary_day() =>
        Altijd(Dagen, start => OnderDeAtw(start).All(t =>
            Enumerable.Range(t.EindeVoorAtw.DayNumber, t.Uiterlijk.DayNumber - t.EindeVoorAtw.DayNumber)
                .All(dag => Kalender.IsUitgezonderd(DateOnly.FromDayNumber(dag)))));

    [Fact]
    public void The_steps_of_a_derivation_lead_from_the_start_to_the_last_day() =>
        Altijd(Dagen, start => OnderDeAtw(start)
            .Concat(
            [
                Termijnen.Bevestiging(start, Datums.Normen), Termijnen.Afspraak(start, Datums.Normen),
                Termijnen.Spoed(start, Datums.Normen), Termijnen.AanvraagZonderVerslag(start), Termijnen.IwmoRetour(start),
                Termijnen.IwmoStart(start), Termijnen.IwmoVerzoek(start), Termijnen.IwmoVerzoekEind(start), Termijnen.IwmoDeclaratie(start),
                Termijnen.Cak(start), Termijnen.CakPgb(start), Termijnen.SvbAfsluiting(start),
                Termijnen.Wijziging(start, Datums.Normen), Termijnen.Bewaring(start), Termijnen.BeroepNietTijdig(start),
                Termijnen.NadereStukken(start), Termijnen.TerInzage(start),
                Termijnen.Klacht(start, instemmingTot: start.AddDays(50)),
                Termijnen.BeslissingOpBezwaar(start, instemmingTot: start.AddDays(100)),
            ])
            .All(t => t.Start.AddDays(t.Stappen.Sum(s => s.Dagen)) == t.Uiterlijk
                && t.Stappen.All(s => s.Uitleg.EndsWith('.') && !char.IsLower(s.Uitleg[0]) && s.Grondslag.Length > 0)));

    [Fact]
    public void A_working_day_term_ends_on_a_working_day_and_holds_exactly_its_working_days() =>
        Altijd(Dagen, start => Termijnen.Bevestiging(start, Datums.Normen).Uiterlijk is var uiterlijk
            && Kalender.IsWerkdag(uiterlijk)
            && Enumerable.Range(1, uiterlijk.DayNumber - start.DayNumber).Count(i => Kalender.IsWerkdag(start.AddDays(i))) == 5);

    [Fact]
    public void Adding_a_suspension_never_shortens_a_term() =>
        Altijd(
            from lijst in Opschortingen.ListOf()
            from extra in Opschortingen
            select (lijst, extra),
            x => Termijnen.Beschikking(Begin, [.. x.lijst, x.extra]).Uiterlijk >= Termijnen.Beschikking(Begin, [.. x.lijst]).Uiterlijk);

    [Fact]
    public void The_order_in_which_suspensions_are_given_does_not_matter() =>
        Altijd(Opschortingen.ListOf(), lijst =>
            Termijnen.Beschikking(Begin, [.. lijst]).Uiterlijk == Termijnen.Beschikking(Begin, [.. Enumerable.Reverse(lijst)]).Uiterlijk);

    [Fact]
    public void A_suspended_term_never_ends_on_a_day_the_Atw_excludes() =>
        Altijd(Opschortingen.ListOf(), lijst => !Kalender.IsUitgezonderd(Termijnen.Beschikking(Begin, [.. lijst]).Uiterlijk));

    [Fact]
    public void Announced_delay_never_moves_the_statutory_day() =>
        Altijd(
            from start in Dagen
            from dag in Gen.Choose(0, 30)
            from weken in Gen.Choose(1, 2)
            select (start, dag, weken),
            x => Termijnen.Beschikking(x.start) is var termijn
                && Termijnen.Uitstel(termijn, x.start.AddDays(x.dag), x.weken) is var uitstel
                && uitstel.Uiterlijk == termijn.Uiterlijk
                && (uitstel.ToegezegdeDatum is { } dag
                    ? dag > termijn.Uiterlijk && !Kalender.IsUitgezonderd(dag)
                    : x.start.AddDays(x.dag) > termijn.Uiterlijk));

    [Fact]
    public void A_dwangsom_never_falls_as_time_passes_and_never_exceeds_its_maximum() =>
        Altijd(
            from termijn in Tussen(new(2019, 1, 1), new(2100, 6, 1))
            from ontvangen in Gen.Choose(-3, 60)
            from peildag in Gen.Choose(-10, 150)
            select (termijn, ontvangen, peildag),
            x => Dwangsommen.Bereken(x.termijn, x.termijn.AddDays(x.ontvangen), null, x.termijn.AddDays(x.peildag)) is var nu
                && Dwangsommen.Bereken(x.termijn, x.termijn.AddDays(x.ontvangen), null, x.termijn.AddDays(x.peildag + 1)) is var morgen
                && nu.Bedrag <= morgen.Bedrag && morgen.Bedrag <= 1442m && morgen.Dagen <= Dwangsommen.MaximumDagen);
}
