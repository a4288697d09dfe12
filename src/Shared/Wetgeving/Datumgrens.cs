namespace WmoPlatform.Wetgeving;

/// <summary>
/// The days that the platform takes from outside: in a request, in a message of the chain and in a setting. Nothing that is computed from
/// such a day leaves the calendar of .NET.
/// </summary>
public static class Datumgrens
{
    /// <summary>First day. A date of birth that nobody knows is this one (iWmo IV009).</summary>
    public static readonly DateOnly Eerste = new(1900, 1, 1);

    /// <summary>Last day.</summary>
    public static readonly DateOnly Laatste = new(2199, 12, 31);

    /// <summary>What to do about another day.</summary>
    public static readonly string Uitleg = $"Kies een datum in de jaren {Eerste.Year} tot en met {Laatste.Year}.";

    /// <summary>Whether the platform takes this day.</summary>
    public static bool Past(DateOnly dag) => dag >= Eerste && dag <= Laatste;
}
