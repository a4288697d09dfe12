using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Testhuis;

/// <summary>The events that an aggregate announced, for tests without a database.</summary>
public static class Aankondigingen
{
    /// <summary>The events since the previous call.</summary>
    public static IReadOnlyList<Gebeurtenis> Van(Aggregate aggregaat)
    {
        ArgumentNullException.ThrowIfNull(aggregaat);
        return aggregaat.TakeAnnouncements();
    }
}
