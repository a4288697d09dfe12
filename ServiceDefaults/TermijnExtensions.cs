using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>Translates a computed term of the law into the value of an event.</summary>
public static class TermijnExtensions
{
    /// <summary>The term without its derivation, which can be computed again from the start.</summary>
    public static Termijn AlsTermijn(this Termijnberekening berekening)
    {
        ArgumentNullException.ThrowIfNull(berekening);
        return new(berekening.Soort, berekening.Start, berekening.Uiterlijk, berekening.Grondslag);
    }
}
