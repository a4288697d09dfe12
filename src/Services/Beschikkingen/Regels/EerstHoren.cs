using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The applicant is heard before a refusal, also of a part, that rests on data about them which deviate from the data that they gave (Awb
/// 4:7 lid 1). The law knows five exceptions (4:7 lid 2, 4:11 and 4:12).
/// </summary>
internal static class EerstHoren
{
    public const string Grondslag = "Awb art. 4:7 lid 1";

    /// <param name="besluit">The decision.</param>
    /// <param name="gevraagd">The requested voorziening; null when the aanvraag as a whole is refused.</param>
    /// <param name="voornemens">The announced refusals.</param>
    /// <param name="dag">The day of the decision.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(
        Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, IReadOnlyList<Voornemen> voornemens, DateOnly dag)
    {
        if (besluit.WijktAfVanOpgave && !besluit.IsWeigering)
            throw Weigering.Regel("alleen-bij-weigeren", "Horen hoeft alleen bij een weigering, ook van een deel. Laat dit hier weg.",
                Grondslag, "besluiten");
        if (!besluit.WijktAfVanOpgave)
        {
            if (besluit.NietGehoord is not null)
                throw Weigering.Regel("horen-niet-nodig", "Dit besluit steunt niet op gegevens die afwijken van wat de inwoner opgaf. Laat "
                    + "de uitzondering weg.", Grondslag, "besluiten");
            return;
        }
        if (besluit.NietGehoord is { } niet)
        {
            if (niet.Grond == Hoorplichtuitzondering.FinancieelBesluit && gevraagd?.Leveringsvorm != Leveringsvorm.Pgb)
                throw Weigering.Regel("geen-financieel-besluit",
                    "Deze uitzondering geldt alleen voor een besluit over geld, zoals een pgb. Hoor de inwoner eerst.", "Awb art. 4:12",
                    "besluiten");
            return;
        }
        var voornemen = voornemens.LastOrDefault(v => v.GaatOver(besluit.VoorzieningId))
            ?? throw Weigering.Regel("eerst-horen", "Dit besluit steunt op gegevens die afwijken van wat de inwoner opgaf. Stuur eerst een "
                + "voornemen, zodat de inwoner kan reageren, of noem de uitzondering.", Grondslag, "besluiten");
        if (voornemen.Loopt(dag))
            throw Weigering.Regel("zienswijze-loopt", $"De inwoner kan tot en met {Datumtekst.Voluit(voornemen.Uiterlijk)} reageren op het "
                + "voornemen. Wacht die dag af, of leg de reactie vast.", Grondslag, "besluiten");
    }
}
