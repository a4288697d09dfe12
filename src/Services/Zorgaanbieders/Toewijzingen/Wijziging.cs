namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The last change of an assignment, and what the provider was told of it.</summary>
/// <param name="Reden">Code of list WMO002; null when the assignment never changed.</param>
/// <param name="InOverleg">Whether the provider agreed (iWmo OP033x1, OP298).</param>
/// <param name="Bericht">The latest WMO301 that carried a change; null when none did.</param>
/// <param name="Afgekeurd">Why the provider rejected the change; empty when it did not.</param>
public sealed record Wijziging(string? Reden, bool InOverleg, string? Bericht, IReadOnlyList<string> Afgekeurd)
{
    public static Wijziging Geen { get; } = new(null, false, null, []);

    /// <summary>The assignment changes again; what the provider said of the change before no longer counts.</summary>
    public Wijziging Volgende(string reden, bool inOverleg) => new(reden, inOverleg, Bericht, []);
}
