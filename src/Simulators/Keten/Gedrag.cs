using System.Collections.Concurrent;

namespace WmoPlatform.Keten;

/// <summary>How a partner behaves.</summary>
internal enum Modus
{
    /// <summary>As the real party would.</summary>
    Normaal,
    /// <summary>Takes the message, but is late with the HTTP answer and with the retour.</summary>
    Traag,
    /// <summary>Takes nothing: 503.</summary>
    Storing,
    /// <summary>Rejects what it would have accepted.</summary>
    Afkeuren,
    /// <summary>Sends everything twice.</summary>
    Dubbel,
}

/// <param name="Modus">How to behave.</param>
/// <param name="Aantal">For how many messages; null until the behaviour is set again.</param>
/// <param name="VertragingMs">How late, for <see cref="Modus.Traag"/>; 3000 when not said.</param>
internal sealed record Gedrag(Modus Modus, int? Aantal = null, int? VertragingMs = null)
{
    public static Gedrag Normaal { get; } = new(Modus.Normaal);

    public bool IsOp => Aantal <= 0;

    public TimeSpan Vertraging => Modus == Modus.Traag ? TimeSpan.FromMilliseconds(VertragingMs ?? 3000) : TimeSpan.Zero;
}

/// <summary>
/// The behaviour of each partner: ggk, svb, cak, brp, or a provider's AGB code. A behaviour holds for one person, or for everybody. Tests that
/// share a simulator set it for their own person, so that they never meet; for everybody is for a simulator of one's own.
/// </summary>
internal sealed class Gedragingen
{
    private const string Iedereen = "";

    private readonly ConcurrentDictionary<(string Partner, string Bsn), Gedrag> _gedrag = new();

    /// <summary>How the partner behaves towards everybody now: a behaviour that is used up is over.</summary>
    public Gedrag Van(string partner) => _gedrag.GetValueOrDefault((partner, Iedereen)) is { IsOp: false } gedrag ? gedrag : Gedrag.Normaal;

    /// <summary>For how many persons the partner behaves in a way of their own now.</summary>
    public int Personen(string partner) =>
        _gedrag.Count(g => g.Key.Partner == partner && g.Key.Bsn != Iedereen && g.Value is { Modus: not Modus.Normaal, IsOp: false });

    public void Zet(string partner, string? bsn, Gedrag gedrag) => _gedrag[(partner, bsn ?? Iedereen)] = gedrag;

    /// <summary>
    /// The behaviour towards a message about these persons. Behaviour for one person goes before behaviour for everybody; the first of these
    /// partners that does not behave normally decides, and one of its messages is used up.
    /// </summary>
    public Gedrag Neem(IReadOnlyList<string> personen, params ReadOnlySpan<string> partners) => Neem(_ => true, personen, partners);

    /// <summary>The same, for a message of the partner's own accord: only a behaviour in sending counts, and is used up.</summary>
    public Gedrag NeemVoorZending(IReadOnlyList<string> personen, params ReadOnlySpan<string> partners) =>
        Neem(gedrag => gedrag.Modus is Modus.Traag or Modus.Dubbel, personen, partners);

    private Gedrag Neem(Func<Gedrag, bool> geldt, IReadOnlyList<string> personen, ReadOnlySpan<string> partners)
    {
        foreach (var bsn in (string[])[.. personen, Iedereen])
            foreach (var partner in partners)
                while (_gedrag.TryGetValue((partner, bsn), out var gedrag) && gedrag is { Modus: not Modus.Normaal, IsOp: false } && geldt(gedrag))
                {
                    if (gedrag.Aantal is not { } over) return gedrag;
                    if (_gedrag.TryUpdate((partner, bsn), gedrag with { Aantal = over - 1 }, gedrag)) return gedrag;
                }
        return Gedrag.Normaal;
    }
}
