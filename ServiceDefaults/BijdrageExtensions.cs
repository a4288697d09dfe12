using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>Translates the judgement of the law on the eigen bijdrage into the value of an event.</summary>
public static class BijdrageExtensions
{
    /// <summary>
    /// The reason why nothing is signalled to the CAK; null when a signal is due. Law and events use the same names, which a test guards.
    /// </summary>
    public static NietVerschuldigd? NietVerschuldigd(this Bijdragebeoordeling beoordeling)
    {
        ArgumentNullException.ThrowIfNull(beoordeling);
        return beoordeling.Reden is { } reden ? Enum.Parse<NietVerschuldigd>(reden.ToString()) : null;
    }
}
