using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace WmoPlatform.Keten;

/// <summary>How a partner behaves until told otherwise.</summary>
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
/// <param name="Aantal">For how many messages; null until told otherwise.</param>
/// <param name="VertragingMs">How late, for <see cref="Modus.Traag"/>; 3000 when not said.</param>
internal sealed record Gedrag(Modus Modus, int? Aantal = null, int? VertragingMs = null)
{
    public static Gedrag Normaal { get; } = new(Modus.Normaal);

    [JsonIgnore]
    public TimeSpan Vertraging => Modus == Modus.Traag ? TimeSpan.FromMilliseconds(VertragingMs ?? 3000) : TimeSpan.Zero;
}

/// <summary>The behaviour of each partner: ggk, svb, cak, brp, or a provider's AGB code.</summary>
internal sealed class Gedragingen
{
    private readonly ConcurrentDictionary<string, Gedrag> _gedrag = new();

    /// <summary>How it behaves now: what is used up is over.</summary>
    public Gedrag Van(string partner) => _gedrag.GetValueOrDefault(partner) is { Aantal: not <= 0 } gedrag ? gedrag : Gedrag.Normaal;

    public void Zet(string partner, Gedrag gedrag) => _gedrag[partner] = gedrag;

    /// <summary>The first of these partners that does not behave normally decides, and one of its messages is used up.</summary>
    public Gedrag Neem(params ReadOnlySpan<string> partners) => Neem(_ => true, partners);

    /// <summary>The same, for a message of a partner's own accord: only what is about sending counts, and is used up.</summary>
    public Gedrag NeemVoorZending(params ReadOnlySpan<string> partners) => Neem(gedrag => gedrag.Modus is Modus.Traag or Modus.Dubbel, partners);

    private Gedrag Neem(Func<Gedrag, bool> geldt, ReadOnlySpan<string> partners)
    {
        foreach (var partner in partners)
            while (_gedrag.TryGetValue(partner, out var gedrag) && gedrag is { Modus: not Modus.Normaal, Aantal: not <= 0 } && geldt(gedrag))
            {
                if (gedrag.Aantal is not { } over) return gedrag;
                if (_gedrag.TryUpdate(partner, gedrag with { Aantal = over - 1 }, gedrag)) return gedrag;
            }
        return Gedrag.Normaal;
    }
}
