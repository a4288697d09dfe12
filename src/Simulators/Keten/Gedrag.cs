using System.Collections.Concurrent;

namespace WmoPlatform.Keten;

/// <summary>How a partner behaves.</summary>
internal enum Modus
{
    /// <summary>As the real party would.</summary>
    Normaal,
    /// <summary>Accepts the message, but sends the HTTP answer and the retour late.</summary>
    Traag,
    /// <summary>Refuses every message with 503.</summary>
    Storing,
    /// <summary>Rejects a message that it would have accepted.</summary>
    Afkeuren,
    /// <summary>Accepts the message, and sends its retour once the behaviour is set again.</summary>
    Zwijgen,
    /// <summary>Sends every message twice.</summary>
    Dubbel,
}

/// <param name="Modus">The behaviour.</param>
/// <param name="Aantal">The number of messages that the behaviour still holds for; null until the behaviour is set again.</param>
/// <param name="VertragingMs">The delay of <see cref="Modus.Traag"/>; 3000 when left out.</param>
internal sealed record Gedrag(Modus Modus, int? Aantal = null, int? VertragingMs = null)
{
    public static Gedrag Normaal { get; } = new(Modus.Normaal);

    public bool IsOp => Aantal <= 0;

    public TimeSpan Vertraging => Modus == Modus.Traag ? TimeSpan.FromMilliseconds(VertragingMs ?? 3000) : TimeSpan.Zero;
}

/// <summary>
/// The behaviour of each partner: ggk, svb, cak, brp, or a provider's AGB code. A behaviour holds for one person or for everybody. Tests
/// that share a simulator set behaviour for their own person, so that they never meet. Behaviour for everybody is for a test with a
/// simulator of its own.
/// </summary>
internal sealed class Gedragingen
{
    private const string Iedereen = "";

    private readonly ConcurrentDictionary<(string Partner, string Bsn), Gedrag> _gedrag = new();

    /// <summary>The present behaviour towards everybody; normal once a behaviour is used up.</summary>
    public Gedrag Van(string partner) =>
        _gedrag.GetValueOrDefault((partner, Iedereen)) is { IsOp: false } gedrag ? gedrag : Gedrag.Normaal;

    /// <summary>The number of persons for whom the partner now has a behaviour of their own.</summary>
    public int Personen(string partner) =>
        _gedrag.Count(g => g.Key.Partner == partner && g.Key.Bsn != Iedereen && g.Value is { Modus: not Modus.Normaal, IsOp: false });

    public void Zet(string partner, string? bsn, Gedrag gedrag) => _gedrag[(partner, bsn ?? Iedereen)] = gedrag;

    /// <summary>
    /// Takes the behaviour for a message about these persons, and uses up one of its messages. Behaviour for one person goes before
    /// behaviour for everybody. The first of these partners that does not behave normally decides.
    /// </summary>
    public Gedrag Neem(IReadOnlyList<string> personen, params ReadOnlySpan<string> partners) => Neem(_ => true, personen, partners);

    /// <summary>
    /// Takes the behaviour for a message that a partner sends of its own accord. Only <see cref="Modus.Traag"/> and
    /// <see cref="Modus.Dubbel"/> count and are used up.
    /// </summary>
    public Gedrag NeemVoorZending(IReadOnlyList<string> personen, params ReadOnlySpan<string> partners) =>
        Neem(gedrag => gedrag.Modus is Modus.Traag or Modus.Dubbel, personen, partners);

    /// <summary>
    /// Takes the behaviour for a question that a partner cannot reject or repeat. Only <see cref="Modus.Traag"/> and
    /// <see cref="Modus.Storing"/> count and are used up.
    /// </summary>
    public Gedrag NeemVoorVraag(IReadOnlyList<string> personen, params ReadOnlySpan<string> partners) =>
        Neem(gedrag => gedrag.Modus is Modus.Traag or Modus.Storing, personen, partners);

    private Gedrag Neem(Func<Gedrag, bool> geldt, IReadOnlyList<string> personen, ReadOnlySpan<string> partners)
    {
        foreach (var bsn in (string[])[.. personen, Iedereen])
            foreach (var partner in partners)
                while (_gedrag.TryGetValue((partner, bsn), out var gedrag)
                    && gedrag is { Modus: not Modus.Normaal, IsOp: false } && geldt(gedrag))
                {
                    if (gedrag.Aantal is not { } over) return gedrag;
                    if (_gedrag.TryUpdate((partner, bsn), gedrag with { Aantal = over - 1 }, gedrag)) return gedrag;
                }
        return Gedrag.Normaal;
    }
}
