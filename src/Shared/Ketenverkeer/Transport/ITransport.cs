namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>A way to a partner.</summary>
internal interface ITransport
{
    /// <summary>
    /// Brings one message to the partner, exactly as it is. The partner recognises the same message by its identification.
    /// </summary>
    /// <param name="poststuk">What it is.</param>
    /// <param name="xml">Its bytes.</param>
    /// <param name="annulering">Stops it.</param>
    Task<Uitslag> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering);
}

/// <summary>The outcome of bringing a message.</summary>
internal enum Uitslag
{
    /// <summary>The partner has it.</summary>
    Genomen,
    /// <summary>The partner will not take it: offering it again as it is makes no sense.</summary>
    Geweigerd,
    /// <summary>The partner is away.</summary>
    Later,
}
