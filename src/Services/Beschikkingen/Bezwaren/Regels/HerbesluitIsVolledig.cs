using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A founded bezwaar comes with the decision that takes the place of the old one (Awb 7:11 lid 2), about what was objected to. Help has a
/// provider or a budget (Wmo 2015 art. 2.3.5 and 2.3.6).
/// </summary>
internal static class HerbesluitIsVolledig
{
    private const string Grondslag = "Awb art. 7:11 lid 2";

    /// <param name="besluit">The decision on the bezwaar.</param>
    /// <param name="bezwaar">The bezwaar.</param>
    /// <param name="huidig">The parts of a voorziening as they are now; null when the bezwaar alone says what was decided.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit, Bezwaar bezwaar, Func<Guid, IReadOnlyList<Voorzieningdeel>?> huidig)
    {
        var voorzieningen = besluit.Voorzieningen ?? [];
        if (besluit.Uitkomst != Bezwaaruitkomst.Gegrond)
        {
            if (voorzieningen.Count > 0)
                throw Weigering.Regel("alleen-bij-gegrond", "Neem alleen een nieuw besluit over hulp als het bezwaar gegrond is.",
                    Grondslag,
                    "voorzieningen");
            return;
        }
        // A part that is not named stays as it was. A new onderzoek follows a refusal without any indicatie.
        if (voorzieningen.Count == 0 && besluit.Dwangsom is null
            && (bezwaar.HeeftVoorzieningen || bezwaar.Tegen == BestredenSoort.Dwangsombesluit))
            throw bezwaar.HeeftVoorzieningen
                ? Weigering.Regel("nieuw-besluit-ontbreekt", "Zeg bij een gegrond bezwaar wat er nu geldt, per voorziening.", Grondslag,
                    "voorzieningen")
                : Weigering.Regel("nieuw-besluit-ontbreekt", "Zeg bij een gegrond bezwaar wat de dwangsom wordt.", Grondslag, "dwangsom");
        if (voorzieningen.Any(v => v.VoorzieningId is { } id && bezwaar.Was(id) is null))
            throw Weigering.Regel("andere-voorziening", "Beslis alleen over voorzieningen waar het bezwaar over gaat.",
                Grondslag, "voorzieningen");
        foreach (var nieuw in voorzieningen)
        {
            if (nieuw.VoorzieningId is not { } voorzieningId)
                throw Weigering.Regel("voorziening-ontbreekt",
                    "Noem de voorziening waar dit over gaat. Was er nog geen, onderzoek dan eerst "
                    + "welke hulp nodig is.", Grondslag, "voorzieningen");
            var was = bezwaar.Was(voorzieningId);
            if (nieuw.Uitkomst == Uitkomst.BuitenBehandeling || nieuw.Uitkomst == Uitkomst.Afwijzen
                && was?.Uitkomst != Uitkomst.BuitenBehandeling)
                throw Weigering.Regel("uitkomst-past-niet",
                    "Een gegrond bezwaar geeft de inwoner meer. Kies toekennen of gedeeltelijk toekennen.",
                    Grondslag, "voorzieningen");
            var wordt = nieuw.Op(was);
            if (!wordt.IsToegekend) continue;
            if (wordt is { Leveringsvorm: Leveringsvorm.Pgb, Budget: null or <= 0 })
                throw Weigering.Regel("budget-ontbreekt", "Noem bij een toegekend pgb het budget in euro's.", "Wmo 2015 art. 2.3.6 lid 1",
                    "voorzieningen");
            if (wordt is { Leveringsvorm: Leveringsvorm.Zin, Agb: null })
                throw Weigering.Regel("aanbieder-ontbreekt", "Noem de zorgaanbieder die de inwoner koos.", "Wmo 2015 art. 2.3.5",
                    "voorzieningen");
            if (wordt.Leveringsvorm == Leveringsvorm.Zin && nieuw.Budget is not null)
                throw Weigering.Regel("budget-zonder-pgb", "Zorg in natura heeft geen budget. Laat het budget weg.",
                    "Wmo 2015 art. 2.3.6 lid 1", "voorzieningen");
        }
        foreach (var groep in voorzieningen.GroupBy(v => v.VoorzieningId!.Value))
        {
            var was = bezwaar.Was(groep.Key)!;
            List<BeschikteVoorziening> wordt = [.. groep.Select(v => v.Op(was)).OrderBy(v => v.Periode.Ingangsdatum)];
            if (wordt.Zip(wordt.Skip(1)).Any(p => p.Second.Periode.Ingangsdatum <= p.First.Periode.Einddatum))
                throw Weigering.Regel("perioden-overlappen",
                    "Beslis over elke dag van een voorziening één keer. Kies perioden die elkaar niet overlappen.", Grondslag,
                        "voorzieningen");
            if (!wordt.Exists(v => v.IsToegekend)) continue;
            var oud = huidig(groep.Key) ?? (was.IsToegekend ? [was.Deel()] : []);
            NooitSlechter.Eis(oud.Met(wordt), [.. wordt.Select(v => v.Deel())], oud,
                [.. groep.Where(v => !string.IsNullOrWhiteSpace(v.Wens)).Select(v => v.Op(was).Periode)]);
        }
    }
}
