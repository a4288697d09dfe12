namespace WmoPlatform.Testhuis;

/// <summary>A clock that a test can move. It keeps running.</summary>
public sealed class TestKlok : TimeProvider
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private long _verschuiving;

    /// <summary>Today's real date in Europe/Amsterdam, which the law uses.</summary>
    public static DateOnly Vandaag => Dag(System.GetUtcNow());

    /// <summary>The date of a moment in Europe/Amsterdam.</summary>
    public static DateOnly Dag(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _verschuiving));

    /// <summary>Moves the clock forward.</summary>
    public void Vooruit(TimeSpan tijd) => Interlocked.Add(ref _verschuiving, tijd.Ticks);

    /// <summary>Sets the clock to this instant.</summary>
    public void Zet(DateTimeOffset nu) => Volatile.Write(ref _verschuiving, (nu - base.GetUtcNow()).Ticks);
}
