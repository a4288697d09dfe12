using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Wijzigingen;

/// <summary>How an assignment must become; null where it stays as it is.</summary>
/// <param name="Vanaf">The first day of what becomes different under another number.</param>
/// <param name="Einddatum">The last day.</param>
/// <param name="Product">What kind of help.</param>
/// <param name="Omvang">How much of it.</param>
/// <param name="Agb">Who gives it.</param>
/// <param name="Reden">Code of list WMO002; null leaves it to what happens.</param>
/// <param name="InOverleg">Agreed with the provider.</param>
/// <param name="Referentie">The request that asks for it; null when the municipality acts of its own accord.</param>
public sealed record Wens(
    DateOnly? Vanaf = null, DateOnly? Einddatum = null, Product? Product = null, Omvang? Omvang = null, string? Agb = null, string? Reden = null, bool InOverleg = false, string? Referentie = null);
