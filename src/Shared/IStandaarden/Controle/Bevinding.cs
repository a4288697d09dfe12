namespace WmoPlatform.IStandaarden.Controle;

/// <summary>A rule that a message breaks.</summary>
/// <param name="Code">The rule, for instance <c>CD041</c> or <c>TR302</c>.</param>
/// <param name="Pad">Which element, from the root; of several equal ones the number, from 1.</param>
/// <param name="Uitleg">A Dutch sentence that says what is wrong, and never with which value.</param>
public sealed record Bevinding(string Code, string Pad, string Uitleg);
