namespace WmoPlatform.Testhuis;

/// <summary>A clock that a test moves; it runs on from there.</summary>
public sealed class TestKlok : TimeProvider
{
    private long _verschuiving;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _verschuiving));

    /// <summary>Moves the clock.</summary>
    public void Vooruit(TimeSpan tijd) => Interlocked.Add(ref _verschuiving, tijd.Ticks);

    /// <summary>Lets it go on from this instant.</summary>
    public void Zet(DateTimeOffset nu) => Volatile.Write(ref _verschuiving, (nu - base.GetUtcNow()).Ticks);
}
