namespace WmoPlatform.IStandaarden.Controle;

/// <summary>A rule that a message breaks, and where.</summary>
/// <param name="Code">The rule, for instance <c>CD041</c> or <c>TR302</c>.</param>
/// <param name="Pad">The element, from the root; equal elements are numbered from 1.</param>
/// <param name="Uitleg">A Dutch sentence that describes the fault without any value.</param>
public sealed record Bevinding(string Code, string Pad, string Uitleg)
{
    /// <summary>The most that are reported of one message, because more help nobody.</summary>
    public const int Hoogstens = 1_000;
}
