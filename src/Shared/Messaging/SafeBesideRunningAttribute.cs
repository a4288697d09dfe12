namespace WmoPlatform.Messaging;

/// <summary>
/// Says of a migration that does more than add why the version that still runs does not notice it (docs/decisions/0050). A test refuses
/// such a migration without it.
/// </summary>
/// <param name="reason">For instance: "No version since v0.3 reads this column."</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SafeBesideRunningAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
