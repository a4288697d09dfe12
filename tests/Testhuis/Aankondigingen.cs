using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Testhuis;

/// <summary>What an aggregate announced, for tests without a database.</summary>
public static class Aankondigingen
{
    /// <summary>What was announced since the last time.</summary>
    public static IReadOnlyList<Gebeurtenis> Van(Aggregate aggregaat)
    {
        ArgumentNullException.ThrowIfNull(aggregaat);
        return aggregaat.TakeAnnouncements();
    }
}
