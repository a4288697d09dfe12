namespace WmoPlatform.Testhuis;

/// <summary>A clock that a test moves; it runs on from there.</summary>
public sealed class TestKlok : TimeProvider
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private long _verschuiving;

    /// <summary>The real date of today, in Europe/Amsterdam as in the law.</summary>
    public static DateOnly Vandaag => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(System.GetUtcNow(), Amsterdam).DateTime);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _verschuiving));

    /// <summary>Moves the clock.</summary>
    public void Vooruit(TimeSpan tijd) => Interlocked.Add(ref _verschuiving, tijd.Ticks);

    /// <summary>Lets it go on from this instant.</summary>
    public void Zet(DateTimeOffset nu) => Volatile.Write(ref _verschuiving, (nu - base.GetUtcNow()).Ticks);
}
