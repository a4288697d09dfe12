using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>From what the law computes to what an event carries.</summary>
public static class TermijnExtensions
{
    /// <summary>The term without its derivation, which anyone can compute again from the start.</summary>
    public static Termijn AlsTermijn(this Termijnberekening berekening)
    {
        ArgumentNullException.ThrowIfNull(berekening);
        return new(berekening.Soort, berekening.Start, berekening.Uiterlijk, berekening.Grondslag);
    }
}
