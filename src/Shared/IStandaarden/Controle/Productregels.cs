namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of a product with its period, its volume and its budget, which a WMO301, a WMO315 and a WMO317 share.</summary>
internal static class Productregels
{
    private const string PerWeek = "2";
    private const string PerMaand = "4";
    private const string TotaalBinnenToewijzing = "6";

    private static readonly string[] Eenheden = ["14", "16", "83", "84"];
    private static readonly DateOnly LaatsteAspecifieke = new(2020, 12, 31);

    /// <summary>CD041, CD079, and CD080, CD095 or CD096.</summary>
    public static void Product(
        Bevindingen b, CdtProduct? product, DateOnly? einde, CdtOmvang? omvang, long? budget, string pad, string zonderCode)
    {
        b.Eis(product?.Code is null || omvang is not null, "CD041", $"{pad}/Omvang", "Bij een productcode hoort een omvang.");
        b.Eis(budget is not null || product is not null, "CD079", $"{pad}/Product", "Zonder budget hoort er een product bij.");
        b.Eis(product?.Code is not null || omvang is null || einde <= LaatsteAspecifieke, zonderCode, $"{pad}/Omvang",
            "Zonder productcode is er geen omvang.");
    }

    /// <summary>CS003, CD075 to CD078, and CS338 or CS343.</summary>
    public static void Levering(
        Bevindingen b, DateOnly begin, DateOnly? einde, CdtOmvang? omvang, long? budget, string pad, string einddatum, string eenheid)
    {
        b.Periode(begin, einde, "CS003", $"{pad}/{einddatum}");
        b.Eis(budget is null || einde is not null, "CD075", $"{pad}/{einddatum}", "Bij een budget hoort een laatste dag.");
        b.Eis(omvang?.Frequentie != PerWeek || einde is not null, "CD076", $"{pad}/{einddatum}",
            "Bij hulp per week hoort een laatste dag.");
        b.Eis(budget is null || omvang is null, "CD077", $"{pad}/Omvang", "Er is een budget of een omvang, niet allebei.");
        b.Eis(budget is null || omvang is null, "CD078", $"{pad}/Budget", "Er is een budget of een omvang, niet allebei.");
        b.Eis(omvang is null || !Eenheden.Contains(omvang.Eenheid) || einde <= LaatsteAspecifieke
            || omvang.Frequentie is PerWeek or PerMaand or TotaalBinnenToewijzing, eenheid, $"{pad}/Omvang/Frequentie",
            "Etmalen, dagdelen, euro's en stuks gaan per week, per maand of over de hele toewijzing.");
    }
}
