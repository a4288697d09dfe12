using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>The events of one dossier in one fixed order, whatever the order of their arrival.</summary>
public sealed class Feiten
{
    private readonly List<Gebeurtenis> _opVolgorde;

    // Of each aggregate the highest version and the latest instant so far: what comes after it only has to be added at the end.
    private readonly Dictionary<Guid, (int Versie, DateTimeOffset Moment)> _laatste = [];
    private (DateTimeOffset Moment, Guid AggregaatId, int Versie) _eind = (DateTimeOffset.MinValue, Guid.Empty, 0);

    public Feiten(IEnumerable<Gebeurtenis> gebeurtenissen)
    {
        _opVolgorde = [];
        Orden(gebeurtenissen);
    }

    private Feiten(List<Gebeurtenis> opVolgorde) => _opVolgorde = opVolgorde;

    public int Aantal => _opVolgorde.Count;

    public IEnumerable<T> Alle<T>() where T : Gebeurtenis => _opVolgorde.OfType<T>();

    public T? Eerste<T>() where T : Gebeurtenis => Alle<T>().FirstOrDefault();

    public T? Laatste<T>() where T : Gebeurtenis => (T?)Laatste(g => g is T);

    /// <summary>The last event of one aggregate that says how something stands.</summary>
    public T? Laatste<T>(Guid aggregaatId) where T : class => Laatste(g => g is T && g.AggregaatId == aggregaatId) as T;

    /// <summary>The first event of one aggregate of this kind.</summary>
    public T? Eerste<T>(Guid aggregaatId) where T : Gebeurtenis => Alle<T>().FirstOrDefault(g => g.AggregaatId == aggregaatId);

    /// <summary>Whether an aggregate had an event of this kind.</summary>
    public bool Heeft<T>(Guid aggregaatId) where T : Gebeurtenis => Eerste<T>(aggregaatId) is not null;

    public bool Heeft<T>() where T : Gebeurtenis => Alle<T>().Any();

    /// <summary>The last event of several kinds, which gives the present state.</summary>
    public Gebeurtenis? Laatste(Func<Gebeurtenis, bool> van)
    {
        for (var i = _opVolgorde.Count - 1; i >= 0; i--)
            if (van(_opVolgorde[i])) return _opVolgorde[i];
        return null;
    }

    /// <summary>The confirmation of receipt that counts; null while none was sent, and after it came back.</summary>
    public OntvangstBevestigd? Ontvangstbevestiging() =>
        Laatste(g => g is OntvangstBevestigd or OntvangstbevestigingTeruggekomen) as OntvangstBevestigd;

    /// <summary>Only the events about this voorziening.</summary>
    public Feiten Over(Guid voorzieningId) => Alleen(g => g is IOverVoorziening o && o.VoorzieningId == voorzieningId);

    /// <summary>Only the events about this assignment.</summary>
    public Feiten OverToewijzing(long toewijzingnummer) => Alleen(g => g is IOverToewijzing o && o.Toewijzingnummer == toewijzingnummer);

    /// <summary>Adds an event at its place. Most come after all others; for one that arrived late the order is computed anew.</summary>
    public void Voeg(Gebeurtenis gebeurtenis)
    {
        var nieuw = Moment(gebeurtenis);
        if (gebeurtenis.Versie > _laatste.GetValueOrDefault(gebeurtenis.AggregaatId).Versie && nieuw.CompareTo(_eind) > 0)
        {
            Achteraan(gebeurtenis);
            return;
        }
        Gebeurtenis[] alle = [.. _opVolgorde, gebeurtenis];
        _opVolgorde.Clear();
        _laatste.Clear();
        Orden(alle);
    }

    private void Orden(IEnumerable<Gebeurtenis> gebeurtenissen)
    {
        foreach (var gebeurtenis in gebeurtenissen.InVolgorde(Plaats)) Achteraan(gebeurtenis);
    }

    private void Achteraan(Gebeurtenis gebeurtenis)
    {
        _eind = Moment(gebeurtenis);
        _laatste[gebeurtenis.AggregaatId] = (gebeurtenis.Versie, _eind.Moment);
        _opVolgorde.Add(gebeurtenis);
    }

    private (DateTimeOffset Moment, Guid AggregaatId, int Versie) Moment(Gebeurtenis g)
    {
        var vorige = _laatste.GetValueOrDefault(g.AggregaatId, (Versie: 0, Moment: DateTimeOffset.MinValue)).Moment;
        return (g.Op > vorige ? g.Op : vorige, g.AggregaatId, g.Versie);
    }

    private static Plaats Plaats(Gebeurtenis g) => new(g.AggregaatId, g.Versie, g.Op);

    /// <summary>Selects events, which keep the order of the whole.</summary>
    public Feiten Alleen(Func<Gebeurtenis, bool> welke) => new([.. _opVolgorde.Where(welke)]);
}

/// <summary>The properties that decide the place of an event among the others.</summary>
public readonly record struct Plaats(Guid AggregaatId, int Versie, DateTimeOffset Op);

public static class Volgorde
{
    /// <summary>
    /// Orders by instant, and within one aggregate always by version, even when a clock ran back. When two events share an instant, a fixed
    /// order decides, so that every order of arrival gives the same result.
    /// </summary>
    public static IEnumerable<T> InVolgorde<T>(this IEnumerable<T> dingen, Func<T, Plaats> plaats) =>
        dingen.GroupBy(d => plaats(d).AggregaatId).SelectMany(groep =>
            {
                var moment = DateTimeOffset.MinValue;
                return groep.OrderBy(d => plaats(d).Versie)
                    .Select(d => (Ding: d, Moment: moment = plaats(d).Op > moment ? plaats(d).Op : moment)).ToList();
            })
            .OrderBy(d => d.Moment).ThenBy(d => plaats(d.Ding).AggregaatId).ThenBy(d => plaats(d.Ding).Versie).Select(d => d.Ding);
}
