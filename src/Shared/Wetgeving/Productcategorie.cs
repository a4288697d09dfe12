namespace WmoPlatform.Wetgeving;

/// <summary>Categories of help (code list WMO020, two digits).</summary>
public static class Productcategorie
{
    private static readonly string[] Hulpmiddelen = ["11", "12", "13", "14"];
    private static readonly string[] BeschermdWonenEnOpvang = ["15", "16", "17", "18"];

    /// <summary>
    /// Whether the category holds things and not care: aids, wheelchairs, transport and adaptations of the home. A person may have two of a
    /// kind (iWmo OP259), and the municipality itself manages a pgb for them.
    /// </summary>
    public static bool IsHulpmiddel(string categorie) => Hulpmiddelen.Contains(categorie);

    /// <summary>
    /// Whether any municipality gives this help to whoever lives in the Netherlands: beschermd wonen and opvang (Wmo 2015 art. 1.2.1).
    /// </summary>
    public static bool IsBeschermdWonenOfOpvang(string categorie) => BeschermdWonenEnOpvang.Contains(categorie);
}
