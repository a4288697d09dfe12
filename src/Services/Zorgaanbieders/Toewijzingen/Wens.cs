using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>How an assignment must become; null where it stays as it is.</summary>
/// <param name="Vanaf">The first day of the help that goes on under another number.</param>
/// <param name="Einddatum">The last day.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Agb">The provider.</param>
/// <param name="Reden">Code of list WMO002; null when the change itself decides.</param>
/// <param name="InOverleg">Whether the provider agreed.</param>
/// <param name="Referentie">The provider's request; null when the municipality acts of its own accord.</param>
public sealed record Wens(
    DateOnly? Vanaf = null, DateOnly? Einddatum = null, Product? Product = null, Omvang? Omvang = null, string? Agb = null,
    string? Reden = null, bool InOverleg = false, string? Referentie = null);
