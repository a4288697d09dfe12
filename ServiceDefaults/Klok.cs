using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace WmoPlatform.ServiceDefaults;

/// <summary>
/// The one clock. In Development and in tests the file of <c>Klok:Bestand</c> moves it for all processes at once. That file holds a time
/// span such as <c>14.00:00:00</c>, which is added to the real time; it is read at most once a second. No other environment accepts it.
/// </summary>
public sealed class Klok : TimeProvider
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    /// <summary>How long a read time span is used, in milliseconds.</summary>
    private const long HerzieNa = 1000;
    private readonly string _bestand;
    private long _gekeken = -HerzieNa - 1;
    private long _verschuiving;

    private Klok(string bestand) => _bestand = bestand;

    /// <summary>Makes the clock that the settings ask for.</summary>
    /// <exception cref="InvalidOperationException"><c>Klok:Bestand</c> is set outside Development.</exception>
    public static TimeProvider Maak(IConfiguration configuratie, IHostEnvironment omgeving)
    {
        ArgumentNullException.ThrowIfNull(configuratie);
        if (configuratie["Klok:Bestand"] is not { Length: > 0 } bestand) return System;
        if (!omgeving.IsDevelopment()) throw new InvalidOperationException(
            "Klok:Bestand mag alleen in Development: in productie wordt de klok niet verzet.");
        return new Klok(bestand);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var nu = Environment.TickCount64;
        if (nu - Volatile.Read(ref _gekeken) > HerzieNa)
        {
            Volatile.Write(ref _gekeken, nu);
            Volatile.Write(ref _verschuiving, Lees().Ticks);
        }
        return base.GetUtcNow().AddTicks(Volatile.Read(ref _verschuiving));
    }

    private TimeSpan Lees()
    {
        try
        {
            return TimeSpan.TryParse(File.ReadAllText(_bestand).Trim(), CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.Zero;
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }

    internal static DateTime TijdIn(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime;

    internal static DateTimeOffset Morgen(DateTimeOffset moment)
    {
        var middernacht = TijdIn(moment).Date + TimeSpan.FromDays(1);
        return new(middernacht, Amsterdam.GetUtcOffset(middernacht));
    }

    internal static DateOnly DagIn(DateTimeOffset moment) => DateOnly.FromDateTime(TijdIn(moment));
}

/// <summary>Computes days of the law, which are days in Europe/Amsterdam.</summary>
public static class KlokExtensions
{
    /// <summary>Today in Europe/Amsterdam.</summary>
    public static DateOnly Vandaag(this TimeProvider klok)
    {
        ArgumentNullException.ThrowIfNull(klok);
        return Klok.DagIn(klok.GetUtcNow());
    }

    /// <summary>The present date and time in Europe/Amsterdam.</summary>
    public static DateTime InAmsterdam(this TimeProvider klok)
    {
        ArgumentNullException.ThrowIfNull(klok);
        return Klok.TijdIn(klok.GetUtcNow());
    }

    /// <summary>How long it takes until the next day begins in Europe/Amsterdam.</summary>
    public static TimeSpan TotMorgen(this DateTimeOffset moment) => Klok.Morgen(moment) - moment;

    /// <summary>The day of an instant in Europe/Amsterdam.</summary>
    public static DateOnly Dag(this DateTimeOffset moment) => Klok.DagIn(moment);

    /// <summary>The time of an instant in Europe/Amsterdam, as a letter prints it: "14.00".</summary>
    public static string Tijd(this DateTimeOffset moment) =>
        Klok.TijdIn(moment).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture);
}
