namespace WmoPlatform.Wetgeving;

/// <summary>
/// The municipality's choices about its decisions: who may take them in the name of the college (Awb 10:3), and which of them a second
/// person must approve before they are made known.
/// </summary>
/// <param name="Mandaten">The mandates. Without any, every beslisser decides on everything.</param>
/// <param name="Vierogen">The decisions that need a second person. Without any, none does.</param>
public sealed record Besluitbeleid(IReadOnlyList<Mandaat> Mandaten, IReadOnlyList<Besluitgroep> Vierogen)
{
    /// <summary>Whether a second person must approve this decision.</summary>
    public bool VraagtTweede(Besluitkenmerk besluit) => Vierogen.Any(g => g.Bevat(besluit));

    /// <summary>Whether this user may take this decision.</summary>
    /// <param name="gebruiker">The <c>sub</c> of their token.</param>
    /// <param name="besluit">The decision.</param>
    public bool MagBeslissen(string gebruiker, Besluitkenmerk besluit) =>
        Mandaten.Count == 0 || Mandaten.Any(m => m.Geldt(gebruiker) && m.Besluiten.Bevat(besluit));

    /// <summary>The names of the mandates for this decision.</summary>
    public IReadOnlyList<string> WieMag(Besluitkenmerk besluit) =>
        [.. Mandaten.Where(m => m.Besluiten.Bevat(besluit)).Select(m => m.Naam).Distinct()];
}

/// <summary>A mandate: some users may take some decisions.</summary>
/// <param name="Naam">Who they are, to follow "dat mag wel:", for instance "de teamleider Wmo".</param>
/// <param name="Gebruikers">Their <c>sub</c>; empty for every beslisser.</param>
/// <param name="Besluiten">The decisions.</param>
public sealed record Mandaat(string Naam, IReadOnlyList<string> Gebruikers, Besluitgroep Besluiten)
{
    /// <summary>Whether it is this user's.</summary>
    public bool Geldt(string gebruiker) => Gebruikers.Count == 0 || Gebruikers.Contains(gebruiker);
}

/// <summary>A group of decisions. What it leaves open does not matter.</summary>
/// <param name="Uitkomsten">The outcomes; empty for all.</param>
/// <param name="Categorieen">The product categories, two digits each; empty for all.</param>
/// <param name="Boven">Only decisions about more euros than this; null for any. One without a known amount is not among them.</param>
/// <param name="TotEnMet">Only decisions about at most these euros; null for any. One without a known amount is among them.</param>
public sealed record Besluitgroep(
    IReadOnlyList<Besluituitkomst> Uitkomsten, IReadOnlyList<string> Categorieen, decimal? Boven = null, decimal? TotEnMet = null)
{
    /// <summary>Whether the decision is one of them.</summary>
    public bool Bevat(Besluitkenmerk besluit)
    {
        ArgumentNullException.ThrowIfNull(besluit);
        return (Uitkomsten.Count == 0 || Uitkomsten.Contains(besluit.Uitkomst))
            && (Categorieen.Count == 0 || (besluit.Categorie is { } c && Categorieen.Contains(c)))
            && (Boven is not { } boven || besluit.Bedrag > boven)
            && (TotEnMet is not { } hoogstens || besluit.Bedrag is null || besluit.Bedrag <= hoogstens);
    }
}

/// <summary>What a choice about a decision may depend on.</summary>
/// <param name="Uitkomst">The outcome.</param>
/// <param name="Categorie">The product category; null when an aanvraag without any product is refused.</param>
/// <param name="Bedrag">Euros over the whole period; null when they are not known.</param>
public sealed record Besluitkenmerk(Besluituitkomst Uitkomst, string? Categorie, decimal? Bedrag)
{
    /// <summary>
    /// The euros that zorg in natura costs at most, at the tariff of the policy; null when that has none, or the help is not in time.
    /// </summary>
    public static decimal? Zinwaarde(Gemeentebeleid beleid, string productcode, ToegewezenHulp hulp)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        ArgumentNullException.ThrowIfNull(hulp);
        var perUur = hulp.Eenheid switch { "01" => 60, "04" => 1, _ => 0 };
        return perUur > 0 && beleid.Zintarieven.TryGetValue(productcode, out var tarief) && hulp.HoogstensOverAlles is { } eenheden
            ? Geld.OpCenten(eenheden * tarief / perUur) : null;
    }
}

/// <summary>
/// The kind of a decision: the outcome of one on an aanvraag, with the name that events carry (<c>Uitkomst</c> in Contracts), or what a
/// later one takes.
/// </summary>
public enum Besluituitkomst
{
    /// <summary>Granted as requested.</summary>
    Toekennen,
    /// <summary>Granted in part.</summary>
    GedeeltelijkToekennen,
    /// <summary>Refused.</summary>
    Afwijzen,
    /// <summary>Left aside.</summary>
    BuitenBehandeling,
    /// <summary>Help that was granted becomes less, or other help (Wmo 2015 art. 2.3.10).</summary>
    Verminderen,
    /// <summary>Help that was granted ends (Wmo 2015 art. 2.3.10).</summary>
    Intrekken,
    /// <summary>Money is claimed back (Wmo 2015 art. 2.4.1).</summary>
    Terugvorderen,
}
