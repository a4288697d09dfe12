namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The last change of an assignment, and the provider's answer to it.</summary>
/// <param name="Reden">Code of list WMO002; null when the assignment never changed.</param>
/// <param name="InOverleg">Whether the provider agreed (iWmo OP033x1, OP298).</param>
/// <param name="Bericht">The latest WMO301 that carried a change; null when none did.</param>
/// <param name="Afgekeurd">The codes with which the provider rejected the change; empty without a rejection.</param>
public sealed record Wijziging(string? Reden, bool InOverleg, string? Bericht, IReadOnlyList<string> Afgekeurd)
{
    public static Wijziging Geen { get; } = new(null, false, null, []);

    /// <summary>The next change. The provider's answer to the previous one no longer counts.</summary>
    public Wijziging Volgende(string reden, bool inOverleg) => new(reden, inOverleg, Bericht, []);
}
