using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Klachten.Regels;

/// <summary>
/// The person who complains could tell about it, unless the law needs no hearing, and so could whoever the klacht is about (Awb 9:10).
/// </summary>
internal static class IedereenIsGehoord
{
    /// <exception cref="Weigering">409, or 422 when the judgment does not fit the ground for not hearing.</exception>
    public static void Eis(Klacht klacht, Klachtafloop oordeel)
    {
        if (klacht.Horen is not { GehoordOp: not null } and not { Grond: not null })
            throw Weigering.Toestand("niet-gehoord", "De inwoner is niet gehoord. Hoor de inwoner, of leg vast waarom dat niet hoeft.",
                "Awb art. 9:10");
        if (klacht.Horen.Grond == Geenklachthoorgrond.KennelijkOngegrond && oordeel != Klachtafloop.Ongegrond)
            throw Weigering.Regel("horen-toch-nodig", "Dit oordeel past niet bij de reden om niet te horen. Hoor de inwoner alsnog.",
                "Awb art. 9:10 lid 2", "oordeel");
        if (klacht.Beklaagden.Any(b => b.GehoordOp is null))
            throw Weigering.Toestand("beklaagde-niet-gehoord",
                "De medewerker over wie de klacht gaat, kon er nog niets over zeggen. Geef de medewerker de klacht, en leg vast wat die "
                + "zegt.",
                "Awb art. 9:10 lid 1");
    }
}
