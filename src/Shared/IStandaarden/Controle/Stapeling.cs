namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// The periods in which products were named so far. Without a code the category is compared. Without a category no other product may stand
/// in the same period, except one of the categories of aids, of which a person may need several.
/// </summary>
internal sealed class Stapeling
{
    // The same list as Productcategorie in Wetgeving. IStandaarden depends on no other project, so it has its own.
    private static readonly string[] Hulpmiddelen = ["11", "12", "13", "14"];

    private readonly Periodes generiek = new();
    private readonly Periodes specifiek = new();
    private readonly Dictionary<string, Periodes> perCategorie = [];
    private readonly Dictionary<string, Periodes> zonderCode = [];
    private readonly Dictionary<(string, string), Periodes> perCode = [];

    /// <summary>Adds a product.</summary>
    /// <returns>Whether it overlaps none of those before it.</returns>
    public bool Past(CdtProduct? product, DateOnly begin, DateOnly einde)
    {
        if (product is null)
            return Erbij(specifiek.Raakt(begin, einde) || generiek.Raakt(begin, einde), begin, einde, generiek);
        if (Hulpmiddelen.Contains(product.Categorie)) return true;
        var categorie = Bij(perCategorie, product.Categorie);
        if (product.Code is null)
        {
            var raakt = categorie.Raakt(begin, einde) || generiek.Raakt(begin, einde);
            return Erbij(raakt, begin, einde, categorie, specifiek, Bij(zonderCode, product.Categorie));
        }
        var code = Bij(perCode, (product.Categorie, product.Code));
        var gestapeld = code.Raakt(begin, einde) || Bij(zonderCode, product.Categorie).Raakt(begin, einde) || generiek.Raakt(begin, einde);
        return Erbij(gestapeld, begin, einde, categorie, specifiek, code);
    }

    private static bool Erbij(bool raakt, DateOnly begin, DateOnly einde, params ReadOnlySpan<Periodes> bezet)
    {
        foreach (var periodes in bezet) periodes.Voeg(begin, einde);
        return !raakt;
    }

    private static Periodes Bij<T>(Dictionary<T, Periodes> per, T sleutel) where T : notnull =>
        per.TryGetValue(sleutel, out var periodes) ? periodes : per[sleutel] = new();
}
