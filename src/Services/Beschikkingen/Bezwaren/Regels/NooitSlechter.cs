using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A bezwaar never makes the objector worse off (Awb 7:11), on any day. What may be taken away without a bezwaar too (Wmo 2015 art. 2.3.10)
/// is a decision of its own, which then joins the bezwaar (Awb 6:19).
/// </summary>
internal static class NooitSlechter
{
    /// <param name="nieuw">The parts after the decision.</param>
    /// <param name="besloten">The parts that the decision names.</param>
    /// <param name="oud">The parts before it; none after a refusal.</param>
    /// <param name="gewenst">The periods of which it is recorded that the person wants the other help or form.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(
        IReadOnlyList<Voorzieningdeel> nieuw, IReadOnlyList<Voorzieningdeel> besloten, IReadOnlyList<Voorzieningdeel> oud,
        IReadOnlyList<Periode> gewenst)
    {
        if (nieuw.Any(d => d.Budget is not null && !besloten.Contains(d) && !oud.Contains(d)))
            throw Weigering.Regel("pgb-doorsneden",
                "Een budget geldt voor een hele periode. Beslis over alle dagen van het pgb, en noem voor elke periode het budget.",
                "Wmo 2015 art. 2.3.6 lid 1", "voorzieningen");
        if (oud.Any(was => Voorzieningdelen.Grenzen(was, nieuw).Any(dag => nieuw.Op(dag) is not { } wordt || IsMinder(wordt, was)))
            || oud.All(d => d.Budget is not null) && nieuw.All(d => d.Budget is not null) && nieuw.Sum(d => d.Budget) < oud.Sum(d =>
                d.Budget))
            throw Weigering.Regel("slechter-door-bezwaar",
                "Door een bezwaar mag de inwoner niet minder krijgen. Mag de hulp om een andere reden minder zijn, neem daarover dan een "
                + "apart besluit.", "Awb art. 7:11", "voorzieningen");
        if (oud.Any(was => Voorzieningdelen.Grenzen(was, nieuw).Any(dag =>
            !IsTeVergelijken(nieuw.Op(dag)!, was) && !gewenst.Any(p => p.Ingangsdatum <= dag && dag <= p.Einddatum))))
            throw Weigering.Regel("niet-te-vergelijken",
                "De hulp wordt een andere, of telt in een andere eenheid, zodat niet te zien is of de inwoner meer krijgt. Leg bij 'wens' "
                + "vast waaruit blijkt dat de inwoner dit wil.", "Awb art. 7:11", "voorzieningen");
        if (nieuw.SequenceEqual(oud))
            throw Weigering.Regel("niets-veranderd",
                "Deze voorziening blijft zoals zij was. Laat haar weg, of verklaar het bezwaar ongegrond.", "Awb art. 7:11 lid 2",
                "voorzieningen");
    }

    /// <summary>Less of the same help on a day, in whatever unit and frequency.</summary>
    private static bool IsMinder(Voorzieningdeel wordt, Voorzieningdeel was) =>
        wordt.Product == was.Product && wordt.Hoeveel().IsTeVergelijkenMet(was.Hoeveel()) && wordt.Hoeveel().IsMinderDan(was.Hoeveel());

    /// <summary>Other help, or help in another form or unit, may be what the objector asked for; the amount does not tell.</summary>
    private static bool IsTeVergelijken(Voorzieningdeel wordt, Voorzieningdeel was) =>
        wordt.Product == was.Product && wordt.Leveringsvorm == was.Leveringsvorm && wordt.Hoeveel().IsTeVergelijkenMet(was.Hoeveel());
}
