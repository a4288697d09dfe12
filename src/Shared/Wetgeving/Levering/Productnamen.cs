namespace WmoPlatform.Wetgeving;

/// <summary>The names of the product categories of iWmo, for readers who do not know the codes.</summary>
public static class Productnamen
{
    /// <summary>Code list WMO020: two digits and a name.</summary>
    public static Tabel<IReadOnlyDictionary<string, string>> Categorieen { get; } = new("namen van productcategorieën",
        new Rij<IReadOnlyDictionary<string, string>>(new(2020, 1, 1), null, new Dictionary<string, string>
        {
            ["01"] = "hulp bij het huishouden",
            ["02"] = "begeleiding",
            ["03"] = "persoonlijke verzorging",
            ["04"] = "kortdurend verblijf",
            ["05"] = "woondiensten",
            ["06"] = "overige ondersteuning voor één persoon of huishouden",
            ["07"] = "dagbesteding",
            ["08"] = "vervoerdiensten",
            ["09"] = "overige ondersteuning in een groep",
            ["10"] = "overig maatwerk",
            ["11"] = "rolstoelen",
            ["12"] = "vervoervoorzieningen",
            ["13"] = "woonvoorzieningen",
            ["14"] = "overige hulpmiddelen",
            ["15"] = "beschermd wonen",
            ["16"] = "opvang",
            ["17"] = "spoedopvang",
            ["18"] = "overig beschermd wonen en opvang",
        }, "iWmo 3.2, codelijst WMO020"));

    /// <summary>The name of a category on a day; "hulp" when the list lacks the category.</summary>
    /// <param name="categorie">Two digits.</param>
    /// <param name="datum">The day on which the product was named.</param>
    /// <exception cref="GegevensOntbrekenException">No list holds on that day.</exception>
    public static string Van(string categorie, DateOnly datum) => Categorieen.Op(datum).Waarde.GetValueOrDefault(categorie, "hulp");
}
