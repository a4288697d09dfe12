namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>A way to a partner.</summary>
internal interface ITransport
{
    /// <summary>Brings one message to the partner, exactly as it is. Twice the same is recognised by its identification.</summary>
    /// <param name="poststuk">What it is.</param>
    /// <param name="xml">Its bytes.</param>
    /// <param name="annulering">Stops it.</param>
    Task<Uitslag> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering);
}

/// <summary>What came of bringing a message.</summary>
internal enum Uitslag
{
    /// <summary>The partner has it.</summary>
    Genomen,
    /// <summary>The partner will not take it: it makes no sense to offer it again as it is.</summary>
    Geweigerd,
    /// <summary>The partner is away.</summary>
    Later,
}
