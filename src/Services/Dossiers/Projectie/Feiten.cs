using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>The events of one dossier in one fixed order, whatever the order of their arrival.</summary>
public sealed class Feiten
{
    private readonly Gebeurtenis[] _opVolgorde;

    public Feiten(IEnumerable<Gebeurtenis> gebeurtenissen)
        : this([.. gebeurtenissen.InVolgorde(g => new Plaats(g.AggregaatId, g.Versie, g.Op))])
    {
    }

    private Feiten(Gebeurtenis[] opVolgorde) => _opVolgorde = opVolgorde;

    public IEnumerable<T> Alle<T>() where T : Gebeurtenis => _opVolgorde.OfType<T>();

    public T? Eerste<T>() where T : Gebeurtenis => Alle<T>().FirstOrDefault();

    public T? Laatste<T>() where T : Gebeurtenis => Alle<T>().LastOrDefault();

    public bool Heeft<T>() where T : Gebeurtenis => Alle<T>().Any();

    /// <summary>The last event of several kinds, which gives the present state.</summary>
    public Gebeurtenis? Laatste(Func<Gebeurtenis, bool> van) => _opVolgorde.LastOrDefault(van);

    /// <summary>Only the events about this voorziening.</summary>
    public Feiten Over(Guid voorzieningId) => Alleen(g => g is IOverVoorziening o && o.VoorzieningId == voorzieningId);

    /// <summary>Only the events about this assignment.</summary>
    public Feiten OverToewijzing(long toewijzingnummer) => Alleen(g => g is IOverToewijzing o && o.Toewijzingnummer == toewijzingnummer);

    /// <summary>Selects events, which keep the order of the whole.</summary>
    private Feiten Alleen(Func<Gebeurtenis, bool> welke) => new([.. _opVolgorde.Where(welke)]);
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
