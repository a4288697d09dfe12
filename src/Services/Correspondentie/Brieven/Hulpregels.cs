using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The lines in which every letter says the same help in the same words.</summary>
internal static class Hulpregels
{
    /// <summary>The kind of help, at the beginning of a line.</summary>
    /// <param name="product">The product.</param>
    /// <param name="dag">The day of the letter.</param>
    public static string Naam(Product product, DateOnly dag) =>
        Productnamen.Van(product.Categorie, dag) is var naam ? char.ToUpperInvariant(naam[0]) + naam[1..] : "";

    /// <summary>The form of delivery, with the provider or the budget; null for a pgb without an amount.</summary>
    /// <param name="product">The product.</param>
    /// <param name="vorm">The form of delivery.</param>
    /// <param name="agb">The provider; null for a pgb.</param>
    /// <param name="budget">The amount of the pgb.</param>
    /// <param name="begint">Whether the help is granted for the first time, so that the provider comes to the person.</param>
    public static string? Vorm(Product product, Leveringsvorm vorm, string? agb, decimal? budget, bool begint) => (vorm, budget) switch
    {
        (Leveringsvorm.Zin, _) when begint => $"U krijgt zorg in natura. De zorgaanbieder (AGB-code {agb}) neemt contact met u op.",
        (Leveringsvorm.Zin, _) => $"U krijgt zorg in natura van de zorgaanbieder met AGB-code {agb}.",
        (_, { } bedrag) => $"U krijgt een persoonsgebonden budget (pgb) van {Euro(bedrag)} voor de hele periode. "
            + (Productcategorie.IsHulpmiddel(product.Categorie) ? "De gemeente betaalt de rekening uit dit budget."
                : "De Sociale Verzekeringsbank (SVB) beheert het budget en betaalt uw hulpverleners."),
        _ => null,
    };

    /// <summary>The conditions, each on its own line; nothing without any.</summary>
    public static IEnumerable<string> Voorwaarden(IReadOnlyList<string> regels) =>
        regels.Count == 0 ? [] : ["Hierbij horen deze voorwaarden:", .. regels.Select(v => $"- {v}")];

    /// <summary>The amount of help, for instance "4 uur per week".</summary>
    public static string Hoeveel(Omvang omvang) => $"{omvang.Volume} {Eenheid(omvang)} {omvang.Frequentie switch
    {
        "1" => "per dag",
        "2" => "per week",
        "4" => "per maand",
        _ => "in totaal",
    }}";

    private static string Eenheid(Omvang omvang) => (omvang.Eenheid, omvang.Volume == 1) switch
    {
        ("01", true) => "minuut",
        ("01", _) => "minuten",
        ("04", _) => "uur",
        ("14", true) => "etmaal",
        ("14", _) => "etmalen",
        ("16", true) => "dagdeel",
        ("16", _) => "dagdelen",
        ("83", _) => "euro",
        (_, true) => "stuk",
        _ => "stuks",
    };
}
