namespace WmoPlatform.Wetgeving;

/// <summary>
/// The moment at which the contribution begins, per kind of zorg in natura. The municipality chooses it (Wmo 2015 art. 2.1.4a). A pgb
/// counts from its first day (Uitvoeringsregeling Wmo 2015 art. 2f).
/// </summary>
/// <param name="BijBeschikking">
/// The product categories, two digits each, whose contribution begins on the first day that was granted. All others begin when the help
/// itself begins, so that nobody pays while waiting.
/// </param>
public sealed record Bijdragebeleid(IReadOnlyList<string> BijBeschikking)
{
    /// <summary>
    /// The moment for one kind of help. It is the choice that held on its first day, so a later choice changes nothing for it.
    /// </summary>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="productcategorie">Two digits (code list WMO020).</param>
    /// <param name="ingangsdatum">The first day that was granted. Without a choice for that day the help itself begins it.</param>
    public static Bijdragebegin Begin(Tabel<Gemeentebeleid> beleid, string productcategorie, DateOnly ingangsdatum)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        return beleid.OpOfNiets(ingangsdatum)?.Waarde.Bijdrage.BijBeschikking.Contains(productcategorie) == true
            ? Bijdragebegin.Beschikking
            : Bijdragebegin.EersteLevering;
    }
}

/// <summary>The moment at which the contribution begins.</summary>
public enum Bijdragebegin
{
    /// <summary>The first day of the help itself.</summary>
    EersteLevering,
    /// <summary>The first day that was granted.</summary>
    Beschikking,
}
