using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// The facts of one zaak: those that followed from one melding (its onderzoek, its aanvraag, and the help that was granted on it), or those
/// of one bezwaar, klacht, request for change or beroep.
/// </summary>
/// <param name="Soort">The kind.</param>
/// <param name="Nummer">The number of the melding, bezwaar, klacht, request or beroep; empty while the melding has not arrived.</param>
/// <param name="Feiten">Its facts, and those that are about the dossier as a whole.</param>
/// <param name="Aggregaten">The aggregates that its own facts came from.</param>
public sealed record Zaakfeiten(Zaaksoort Soort, string Nummer, Feiten Feiten, IReadOnlySet<Guid> Aggregaten)
{
    /// <summary>Only its own facts.</summary>
    public Feiten Eigen => Feiten.Alleen(g => Aggregaten.Contains(g.AggregaatId));
}

/// <summary>The kind of a zaak.</summary>
public enum Zaaksoort
{
    Melding,
    Bezwaar,
    Klacht,
    Wijziging,
    Beroep,
}

/// <summary>Divides the facts of a dossier over its zaken. A fact that belongs to none of them is about all.</summary>
public static class Zaken
{
    public static IReadOnlyList<Zaakfeiten> PerZaak(this Feiten feiten)
    {
        ArgumentNullException.ThrowIfNull(feiten);
        List<string> meldingen = [.. feiten.Alle<MeldingGedaan>().Select(m => m.Meldingnummer).Distinct()];
        List<(string Nummer, Zaaksoort Soort)> procedures = [.. feiten.Alle<Gebeurtenis>().OfType<IVanZaak>()
            .Where(g => g.Zaaknummer is not null).Select(g => g.Zaaknummer!).Distinct().Select(n => (n, Soort(n)))];
        // A dossier that was opened without a melding holds only what came into it.
        var zonderMelding = meldingen.Count == 0 && feiten.Heeft<DossierGeopend>();
        if (zonderMelding && procedures.Count == 0) return [];
        if (meldingen.Count < 2 && procedures.Count == 0)
            return
            [
                new(Zaaksoort.Melding, meldingen is [var enige] ? enige : "", feiten,
                    feiten.Alle<Gebeurtenis>().Select(g => g.AggregaatId).ToHashSet()),
            ];
        if (meldingen.Count == 0 && !zonderMelding) meldingen = [""];
        var indeling = new Indeling(feiten, meldingen.FirstOrDefault(""), [.. procedures.Select(p => p.Nummer)]);
        return [.. meldingen.Select(m => (Nummer: m, Soort: Zaaksoort.Melding)).Concat(procedures).Select(z => new Zaakfeiten(
            z.Soort, z.Nummer,
            feiten.Alleen(g => indeling.Van(g) is not { } van || van == z.Nummer),
            feiten.Alle<Gebeurtenis>().Where(g => meldingen.Count == 1 && z.Soort == Zaaksoort.Melding
                ? indeling.Van(g) is not { } van || van == z.Nummer : indeling.Van(g) == z.Nummer)
                .Select(g => g.AggregaatId).ToHashSet()))];
    }

    private static Zaaksoort Soort(string nummer) => nummer[0] switch
    {
        'Z' => Zaaksoort.Bezwaar,
        'K' => Zaaksoort.Klacht,
        'W' => Zaaksoort.Wijziging,
        _ => Zaaksoort.Beroep,
    };

    /// <summary>The zaak of each event. An event from before a dossier could hold several belongs to the first.</summary>
    private sealed class Indeling
    {
        private readonly Dictionary<Guid, string> _aggregaten = [];
        private readonly Dictionary<Guid, string> _voorzieningen = [];

        public Indeling(Feiten feiten, string eerste, HashSet<string> procedures)
        {
            foreach (var g in feiten.Alle<Gebeurtenis>())
                if (g is IVanZaak { Zaaknummer: { } zaak })
                    _aggregaten.TryAdd(g.AggregaatId, zaak);
            foreach (var g in feiten.Alle<Gebeurtenis>())
                if (g is IVanMelding van)
                    _aggregaten.TryAdd(g.AggregaatId, van.Meldingnummer ?? eerste);
            foreach (var g in feiten.Alle<Gebeurtenis>())
                if (_aggregaten.TryGetValue(g.AggregaatId, out var zaak) && !procedures.Contains(zaak))
                    foreach (var voorziening in Voorzieningen(g)) _voorzieningen.TryAdd(voorziening, zaak);
        }

        /// <returns>Null for what is about the dossier as a whole.</returns>
        public string? Van(Gebeurtenis g) => g is IOverPersoon ? null
            : _aggregaten.TryGetValue(g.AggregaatId, out var zaak) ? zaak
            : g is IOverVoorziening over ? _voorzieningen.GetValueOrDefault(over.VoorzieningId)
            : null;

        private static IEnumerable<Guid> Voorzieningen(Gebeurtenis g) => g switch
        {
            IOverVoorziening over => [over.VoorzieningId],
            VerslagOndertekend verslag => verslag.Voorzieningen.Select(v => v.VoorzieningId),
            BeschikkingBekendgemaakt beschikking => beschikking.Voorzieningen.Select(v => v.VoorzieningId),
            _ => [],
        };
    }
}
