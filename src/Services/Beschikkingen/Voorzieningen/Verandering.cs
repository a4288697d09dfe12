using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>The help from a day on, as a decision wants it. Before that day everything stays as it was.</summary>
/// <param name="Vanaf">De eerste dag waarop het anders is.</param>
/// <param name="Einde">Of er vanaf die dag geen hulp meer is.</param>
/// <param name="Einddatum">De laatste dag van de hulp; weglaten als die blijft.</param>
/// <param name="Product">De hulp; weglaten als die blijft.</param>
/// <param name="Omvang">Hoeveel hulp; weglaten als dat blijft.</param>
/// <param name="Leveringsvorm">Zorg in natura of pgb; weglaten als dat blijft.</param>
/// <param name="Agb">De aanbieder bij zorg in natura; weglaten als die blijft.</param>
/// <param name="Budget">Euro's van die dag tot en met de laatste, bij een pgb.</param>
/// <param name="BudgetTotDan">Euro's van het pgb tot die dag, als dat daardoor korter duurt; weglaten als het bedrag blijft.</param>
public sealed record Verandering(
    DateOnly Vanaf, bool Einde = false, DateOnly? Einddatum = null, Product? Product = null, Omvang? Omvang = null,
    Leveringsvorm? Leveringsvorm = null, string? Agb = null, decimal? Budget = null, decimal? BudgetTotDan = null)
{
    /// <summary>The parts after this change.</summary>
    /// <param name="delen">The parts before it.</param>
    /// <param name="gevraagd">The help that was asked for once, of which a change takes over what it leaves open.</param>
    internal IReadOnlyList<Voorzieningdeel> Op(IReadOnlyList<Voorzieningdeel> delen, Voorzieningdeel gevraagd)
    {
        var voor = delen.Voor(Vanaf);
        if (BudgetTotDan is { } tot && voor is [.., { Leveringsvorm: Contracts.Leveringsvorm.Pgb } pgb] && delen.Op(Vanaf) is not null)
            voor = [.. voor.SkipLast(1), pgb with { Budget = tot }];
        if (Einde) return voor;
        var basis = delen.Op(Vanaf) ?? (delen.Count > 0 ? delen[^1] : gevraagd);
        var vorm = Leveringsvorm ?? basis.Leveringsvorm;
        return voor.Met(new(
            Product ?? basis.Product, Omvang ?? basis.Omvang,
            new(Vanaf, Einddatum ?? delen.LaatsteDag() ?? gevraagd.Periode.Einddatum), vorm,
            vorm == Contracts.Leveringsvorm.Zin ? Agb ?? basis.Agb ?? gevraagd.Agb : null,
            vorm == Contracts.Leveringsvorm.Pgb ? Budget : null)
        {
            // Without another end temporary help stays temporary.
            Tijdelijk = Einddatum is null && delen.Op(Vanaf) is { Tijdelijk: true },
        });
    }
}
