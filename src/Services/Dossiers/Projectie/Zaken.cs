using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>The facts that followed from one melding: its onderzoek, its aanvraag, and the help that was granted on it.</summary>
/// <param name="Nummer">The meldingnummer; empty while the melding has not arrived.</param>
/// <param name="Feiten">Its facts, and those that are about the dossier as a whole.</param>
/// <param name="Aggregaten">The aggregates that its own facts came from.</param>
public sealed record Zaakfeiten(string Nummer, Feiten Feiten, IReadOnlySet<Guid> Aggregaten);

/// <summary>Divides the facts of a dossier over its zaken. A fact that belongs to none of them is about all.</summary>
public static class Zaken
{
    public static IReadOnlyList<Zaakfeiten> PerZaak(this Feiten feiten)
    {
        ArgumentNullException.ThrowIfNull(feiten);
        List<string> meldingen = [.. feiten.Alle<MeldingGedaan>().Select(m => m.Meldingnummer).Distinct()];
        if (meldingen.Count < 2)
            return [new(meldingen is [var enige] ? enige : "", feiten, feiten.Alle<Gebeurtenis>().Select(g => g.AggregaatId).ToHashSet())];
        var indeling = new Indeling(feiten, meldingen[0]);
        return [.. meldingen.Select(m => new Zaakfeiten(
            m, feiten.Alleen(g => indeling.Van(g) is not { } van || van == m),
            feiten.Alle<Gebeurtenis>().Where(g => indeling.Van(g) == m).Select(g => g.AggregaatId).ToHashSet()))];
    }

    /// <summary>The zaak of each event. An event from before a dossier could hold several belongs to the first.</summary>
    private sealed class Indeling
    {
        private readonly Dictionary<Guid, string> _aggregaten = [];
        private readonly Dictionary<Guid, string> _voorzieningen = [];

        public Indeling(Feiten feiten, string eerste)
        {
            foreach (var g in feiten.Alle<Gebeurtenis>())
                if (g is IVanMelding van)
                    _aggregaten.TryAdd(g.AggregaatId, van.Meldingnummer ?? eerste);
            foreach (var g in feiten.Alle<Gebeurtenis>())
                if (_aggregaten.TryGetValue(g.AggregaatId, out var zaak))
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
