using WmoPlatform.IStandaarden.Stuf;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>A way to bring messages to a partner.</summary>
internal interface ITransport
{
    /// <summary>
    /// Brings one message to the partner, exactly as it is. The partner recognises a repeated message by its identification.
    /// </summary>
    /// <param name="poststuk">The message.</param>
    /// <param name="xml">Its bytes.</param>
    /// <param name="annulering">Stops it.</param>
    Task<Bezorging> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering);
}

/// <summary>The outcome of bringing a message, with the partner's reason.</summary>
/// <param name="Uitslag">The outcome.</param>
/// <param name="Reden">The partner's own words on a refusal; null when it gave none.</param>
internal sealed record Bezorging(Uitslag Uitslag, Fo03? Reden = null)
{
    public static implicit operator Bezorging(Uitslag uitslag) => new(uitslag);
}

/// <summary>The outcome of bringing a message.</summary>
internal enum Uitslag
{
    /// <summary>The partner has accepted it.</summary>
    Genomen,
    /// <summary>The partner says that it has a message under this number already.</summary>
    AlBekend,
    /// <summary>The partner refuses it. Offering it again unchanged makes no sense.</summary>
    Geweigerd,
    /// <summary>Its content cannot be opened, so it was not offered.</summary>
    NietTeOpenen,
    /// <summary>Only a newer version of this service knows how to send it, so it was not offered.</summary>
    OnbekendeSoort,
    /// <summary>The partner did not get it.</summary>
    Later,
    /// <summary>The partner may have got it.</summary>
    Onbekend,
}
