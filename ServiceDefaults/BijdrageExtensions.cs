using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>From what the law judges of the eigen bijdrage to what an event carries.</summary>
public static class BijdrageExtensions
{
    /// <summary>Why the CAK hears nothing; null when it is signalled. Law and events use the same names, which a test keeps so.</summary>
    public static NietVerschuldigd? NietVerschuldigd(this Bijdragebeoordeling beoordeling)
    {
        ArgumentNullException.ThrowIfNull(beoordeling);
        return beoordeling.Reden is { } reden ? Enum.Parse<NietVerschuldigd>(reden.ToString()) : null;
    }
}
