using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A repeated aanvraag may be refused with reference to the earlier refusal, in whole or in part, of the same kind of help for the same
/// person, if the applicant states no new facts or changed circumstances (Awb 4:6 lid 2).
/// </summary>
internal static class HerhaaldeAanvraag
{
    private const string Grondslag = "Awb art. 4:6 lid 2";

    /// <param name="besluit">The decision.</param>
    /// <param name="gevraagd">The requested voorziening; null when the aanvraag as a whole is refused.</param>
    /// <param name="ontvangenOp">The day of receipt of the aanvraag. Only a beschikking from before it can be repeated.</param>
    /// <param name="heeftNieuweFeiten">Whether the applicant stated new facts or changed circumstances.</param>
    /// <param name="eerdere">The earlier beschikkingen of the person that refused something and still do.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, DateOnly ontvangenOp, bool heeftNieuweFeiten,
        IReadOnlyList<EerdereBeschikking> eerdere)
    {
        if (besluit.EerdereBeschikking is not { } nummer) return;
        if (besluit.Uitkomst != Uitkomst.Afwijzen)
            throw Weiger("verwijzing-alleen-bij-afwijzen",
                "U kunt alleen een afwijzing laten steunen op een eerdere beschikking. Laat de verwijzing weg, of wijs af.");
        EisNietsNieuws(besluit, heeftNieuweFeiten);
        if (eerdere.FirstOrDefault(e => e.Beschikkingnummer == nummer) is not { } eerder || eerder.BekendgemaaktOp > ontvangenOp)
            throw Weiger("geen-eerdere-afwijzing",
                "Deze inwoner heeft geen beschikking met dit nummer die voor deze aanvraag iets afwees en nog geldt. Controleer het "
                + "nummer, of beslis inhoudelijk.");
        if (!eerder.Afgewezen.Any(c => gevraagd is null || c is null || c == gevraagd.Product.Categorie))
            throw Weiger("eerder-andere-hulp",
                "Die beschikking wees andere hulp af. Verwijzen kan alleen naar een afwijzing van dezelfde soort hulp. Beslis "
                + "inhoudelijk.");
    }

    /// <summary>Who states something new, also between the decision and its bekendmaking, gets a decision on substance.</summary>
    /// <exception cref="Weigering">422.</exception>
    public static void EisNietsNieuws(Voorzieningbesluit besluit, bool heeftNieuweFeiten)
    {
        if (heeftNieuweFeiten && besluit.EerdereBeschikking is not null)
            throw Weiger("nieuwe-feiten-vermeld",
                "De inwoner noemt nieuwe feiten of veranderde omstandigheden. Beoordeel die, en beslis inhoudelijk, zonder te verwijzen.");
    }

    private static Weigering Weiger(string code, string uitleg) => Weigering.Regel(code, uitleg, Grondslag, "besluiten");
}

/// <summary>An earlier beschikking of the same person that refused something, as far as that was not decided again on bezwaar.</summary>
/// <param name="Beschikkingnummer">Its number.</param>
/// <param name="BekendgemaaktOp">The day on which it was made known.</param>
/// <param name="Afgewezen">The kinds of help that it refused; null when it refused the aanvraag as a whole.</param>
public sealed record EerdereBeschikking(string Beschikkingnummer, DateOnly BekendgemaaktOp, IReadOnlyList<string?> Afgewezen)
{
    public Besluitverwijzing AlsVerwijzing() => new(Beschikkingnummer, BekendgemaaktOp);
}
