using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>What is known of one dossier: its events in one order, whatever the order in which they arrived.</summary>
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

    /// <summary>The last of several kinds: the one that says how things stand now.</summary>
    public Gebeurtenis? Laatste(Func<Gebeurtenis, bool> van) => _opVolgorde.LastOrDefault(van);

    /// <summary>Only what is about this voorziening.</summary>
    public Feiten Over(Guid voorzieningId) => Alleen(g => g is IOverVoorziening o && o.VoorzieningId == voorzieningId);

    /// <summary>Only what is about this assignment.</summary>
    public Feiten OverToewijzing(long toewijzingnummer) => Alleen(g => g is IOverToewijzing o && o.Toewijzingnummer == toewijzingnummer);

    /// <summary>A selection keeps the order of the whole.</summary>
    private Feiten Alleen(Func<Gebeurtenis, bool> welke) => new([.. _opVolgorde.Where(welke)]);
}

/// <summary>Where an event stands among the others.</summary>
public readonly record struct Plaats(Guid AggregaatId, int Versie, DateTimeOffset Op);

public static class Volgorde
{
    /// <summary>
    /// By instant; within one aggregate always by version, also when a clock ran back. Two events of one instant keep a fixed order, so
    /// that
    /// every order of arrival gives the same result.
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
