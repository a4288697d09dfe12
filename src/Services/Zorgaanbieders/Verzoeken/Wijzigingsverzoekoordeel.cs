using WmoPlatform.IStandaarden;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>Judges a request for change (WMO317) against the assignments, and gives each class of the message its codes.</summary>
public sealed class Wijzigingsverzoekoordeel
{
    /// <summary>Counted over the whole period of the assignment (code list WMO757).</summary>
    private const string Totaal = "6";

    private readonly Wijzigingsverzoek _verzoek;
    private readonly DateOnly _dagtekening;
    private readonly Dictionary<long, Toewijzing> _actueel;
    private readonly List<string> _verzoekcodes = [];
    private readonly bool _isClient;

    /// <param name="bericht">The request.</param>
    /// <param name="toewijzingen">All assignments of this person to this provider; empty for a person who is no client there.</param>
    /// <param name="vandaag">The day of the judgement.</param>
    /// <param name="gebruikt">Whether the provider has used the reference before.</param>
    /// <param name="onderhanden">Whether an earlier request about this person has no final answer yet.</param>
    public Wijzigingsverzoekoordeel(
        Wmo317 bericht, IReadOnlyList<Toewijzing> toewijzingen, DateOnly vandaag, bool gebruikt, bool onderhanden)
    {
        _isClient = toewijzingen.Count > 0;
        (_verzoek, _dagtekening) = (bericht.Client.Verzoek, bericht.Header.BerichtIdentificatie.Dagtekening);
        // A request may name the valid assignments that the provider knows. It must name the accepted ones that have not stopped (OP095).
        _actueel = toewijzingen.Where(t => t.Periode.Einddatum >= vandaag && (t.Geldt(vandaag) || t.Status == Toewijzingstatus.Gestopt))
            .ToDictionary(t => t.Toewijzingnummer);
        var moet = _actueel.Values
            .Where(t => t.Status is Toewijzingstatus.Geaccepteerd or Toewijzingstatus.Gestart or Toewijzingstatus.TijdelijkGestopt)
            .Select(t => t.Toewijzingnummer);
        var genoemd = (_verzoek.OngewijzigdeProducten ?? []).Select(p => p.ToewijzingNummer)
            .Concat((_verzoek.TeWijzigenProducten ?? []).Select(p => p.ToewijzingNummer)).ToList();

        if (gebruikt) _verzoekcodes.Add(Retourcode.ReferentieNietUniek); // TR347
        if (onderhanden) _verzoekcodes.Add(Verzoekcode.VerzoekOnderhanden); // TR374
        if (moet.Except(genoemd).Any()) _verzoekcodes.Add(Retourcode.NietAlleProducten); // TR349
        if (genoemd.Count != genoemd.Distinct().Count() || Stapelt()) _verzoekcodes.Add(Retourcode.ProductOverlapt); // TR361
    }

    /// <summary>
    /// The codes of this class of the message; empty when it is accepted. Nothing about somebody who is no client is judged.
    /// </summary>
    public IReadOnlyList<string> Codes(Berichtklasse klasse) => klasse switch
    {
        Wmo317Client => _isClient ? [] : [Verzoekcode.GeenClient], // TR304
        _ when !_isClient => [Retourcode.NietBeoordeeld],
        Wijzigingsverzoek => _verzoekcodes,
        OngewijzigdProduct p => _actueel.ContainsKey(p.ToewijzingNummer) ? [] : [Verzoekcode.OngewijzigdNietActueel], // TR350
        TeWijzigenProduct p => [.. Codes(p, _actueel.GetValueOrDefault(p.ToewijzingNummer))],
        _ => [],
    };

    private IEnumerable<string> Codes(TeWijzigenProduct p, Toewijzing? t)
    {
        if (t is null)
        {
            yield return Verzoekcode.TeWijzigenNietActueel; // TR351
            yield break;
        }
        if (Ingangscode(Gevraagd.Van(p), t, _dagtekening) is { } code) yield return code;
        // Every assignment of this platform has a code and an omvang.
        if (p.Omvang is null) yield return Verzoekcode.OmvangOntbreekt; // TR411
    }

    /// <summary>
    /// The code that rejects the first day of a change: it has passed and is not that of the assignment (TR357), or the change is of a
    /// total and does not cover the whole period (TR373). Null for a day that may be asked.
    /// </summary>
    public static string? Ingangscode(GevraagdProduct gevraagd, Toewijzing t, DateOnly dag)
    {
        if (gevraagd.Vanaf == t.Periode.Ingangsdatum) return null;
        if (gevraagd.Vanaf <= dag) return Verzoekcode.IngangsdatumWijktAf;
        var isAnderTotaal = gevraagd.Omvang is { Frequentie: Totaal } omvang && t.Omvang.Frequentie == Totaal
            && omvang.Volume != t.Omvang.Volume;
        return gevraagd.BudgetInCenten is not null || isAnderTotaal ? Verzoekcode.TotaalVanafIngangsdatum : null;
    }

    /// <summary>Whether the request adds help while the same help continues at the same time (TR361, OP347).</summary>
    private bool Stapelt()
    {
        var blijft = (_verzoek.OngewijzigdeProducten ?? []).Select(p => (Nummer: p.ToewijzingNummer, Einde: (DateOnly?)null))
            .Concat((_verzoek.TeWijzigenProducten ?? []).Select(p => (Nummer: p.ToewijzingNummer, Einde: p.Einddatum)))
            .Where(p => _actueel.ContainsKey(p.Nummer))
            .Select(p => (Toewijzing: _actueel[p.Nummer], Einde: p.Einde ?? _actueel[p.Nummer].Periode.Einddatum)).ToList();
        return (_verzoek.NieuweProducten ?? []).Any(nieuw => blijft.Exists(b =>
            !Productcategorie.IsHulpmiddel(b.Toewijzing.Product.Categorie) && b.Toewijzing.Past(nieuw.Product, ingangsdatum: null)
            && nieuw.GewensteIngangsdatum <= b.Einde && b.Toewijzing.Periode.Ingangsdatum <= (nieuw.Einddatum ?? DateOnly.MaxValue)));
    }
}
