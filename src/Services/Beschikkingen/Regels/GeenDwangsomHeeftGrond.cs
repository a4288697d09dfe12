using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// That no dwangsom is owed rests on a fact of the file (Awb 4:17 lid 6): a notice that was found unreasonably late, or a decision that
/// bears out that the request was not the applicant's to make, or was evidently without a chance.
/// </summary>
internal static class GeenDwangsomHeeftGrond
{
    private const string Grondslag = "Awb art. 4:17 lid 6";

    /// <param name="grond">The ground.</param>
    /// <param name="oordelen">The meaning of each notice.</param>
    /// <param name="klaarOp">The day after which nothing is to be decided any more; null before it.</param>
    /// <param name="volgtUitBeslissing">Whether the decision bears out the ground.</param>
    /// <param name="wat">The request, for instance "de aanvraag".</param>
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(
        GeenDwangsom grond, IReadOnlyList<Ingebrekestellingsoordeel> oordelen, DateOnly? klaarOp, bool volgtUitBeslissing, string wat)
    {
        if (grond == GeenDwangsom.OnredelijkLaat)
        {
            if (oordelen.Contains(Ingebrekestellingsoordeel.Geldig))
                throw Weigering.Toestand("grond-niet-vastgelegd",
                    "Er telt een ingebrekestelling waarvan niet is vastgelegd dat zij onredelijk laat kwam. Leg dat eerst vast, met de "
                    + "reden.",
                    $"{Grondslag} onder a");
            return;
        }
        var artikel = $"{Grondslag} onder {(grond == GeenDwangsom.GeenBelanghebbende ? "b" : "c")}";
        if (klaarOp is null)
            throw Weigering.Toestand("eerst-beslissen", $"Deze grond volgt uit de beslissing op {wat}. Maak die eerst bekend.", artikel);
        if (!volgtUitBeslissing)
            throw Weigering.Toestand("grond-past-niet",
                $"De beslissing op {wat} zegt dit niet. Stel de dwangsom vast, of kies een grond die uit het dossier blijkt.", artikel);
    }
}
