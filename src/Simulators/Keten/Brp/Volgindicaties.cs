using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten.Brp;

/// <summary>A subscriber follows a person.</summary>
/// <param name="Burgerservicenummer">The person.</param>
/// <param name="Begindatum">The first day whose changes are reported.</param>
/// <param name="Einddatum">The day from which the volgindicatie is not active any more; null without an end.</param>
internal sealed record Volgindicatie(
    string Burgerservicenummer, DateOnly Begindatum,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Einddatum = null)
{
    public bool IsActief(DateOnly dag) => Einddatum is null || Einddatum > dag;

    public override string ToString() => "[volgindicatie]";
}

/// <summary>The persons whom each subscriber follows. A restart loses none of them.</summary>
internal sealed class Volgindicaties(IConfiguration configuratie, Persoonslijsten personen, TimeProvider klok)
{
    private static readonly ImmutableSortedDictionary<string, Volgindicatie> Geen =
        ImmutableSortedDictionary.Create<string, Volgindicatie>(StringComparer.Ordinal);

    private readonly Bewaard<ImmutableDictionary<string, ImmutableSortedDictionary<string, Volgindicatie>>> _perAbonnee = new(
        configuratie, "brp-volgindicaties.json", ImmutableDictionary<string, ImmutableSortedDictionary<string, Volgindicatie>>.Empty);

    public IReadOnlyList<Volgindicatie> Actief(string abonnee)
    {
        var vandaag = klok.Vandaag();
        return [.. Van(abonnee).Values.Where(volgindicatie => volgindicatie.IsActief(vandaag))];
    }

    /// <summary>The volgindicatie, also when it ended.</summary>
    public Volgindicatie? Zoek(string abonnee, string bsn) => Van(abonnee).GetValueOrDefault(bsn);

    /// <summary>
    /// Places or changes a volgindicatie. Opening an ended one is placing: it begins today. Null when the end is before today.
    /// </summary>
    public (Volgindicatie Volgindicatie, bool IsGeplaatst)? Zet(string abonnee, string bsn, DateOnly? einddatum) =>
        _perAbonnee.Wijzig<(Volgindicatie, bool)?>(alle =>
        {
            var vandaag = klok.Vandaag();
            if (einddatum < vandaag) return (alle, null);
            var (van, nieuw) = (alle.GetValueOrDefault(abonnee, Geen), new Volgindicatie(bsn, vandaag, einddatum));
            // An ended one that gets another end of today stays ended, so it is not placed again.
            var isGeplaatst = !van.TryGetValue(bsn, out var oud) || (!oud.IsActief(vandaag) && nieuw.IsActief(vandaag));
            if (!isGeplaatst) nieuw = oud! with { Einddatum = einddatum };
            return (alle.SetItem(abonnee, van.SetItem(bsn, nieuw)), (nieuw, isGeplaatst));
        });

    /// <summary>The active persons of this subscriber whose record changed since their volgindicatie began, and since this day.</summary>
    public IEnumerable<string> Gewijzigd(string abonnee, DateOnly? vanaf) =>
        from volgindicatie in Actief(abonnee)
        let dag = personen.Gewijzigd(volgindicatie.Burgerservicenummer)
        where dag >= volgindicatie.Begindatum && dag >= (vanaf ?? DateOnly.MinValue)
        select volgindicatie.Burgerservicenummer;

    private ImmutableSortedDictionary<string, Volgindicatie> Van(string abonnee) => _perAbonnee.Nu.GetValueOrDefault(abonnee, Geen);
}
