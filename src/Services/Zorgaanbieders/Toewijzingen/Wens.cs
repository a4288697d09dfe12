using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The wanted state of an assignment; null where it stays the same.</summary>
/// <param name="Vanaf">The first day of the help that continues under another number.</param>
/// <param name="Einddatum">The last day.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Reden">Code of list WMO002; null when it follows from the change.</param>
/// <param name="InOverleg">Whether the provider agreed.</param>
/// <param name="Referentie">The provider's request; null when the municipality acts of its own accord.</param>
public sealed record Wens(
    DateOnly? Vanaf = null, DateOnly? Einddatum = null, Product? Product = null, Omvang? Omvang = null, string? Agb = null,
    string? Reden = null, bool InOverleg = false, string? Referentie = null);
