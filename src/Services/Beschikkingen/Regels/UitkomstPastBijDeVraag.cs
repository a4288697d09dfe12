using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The outcome compares what is granted with what is asked. Toekennen grants at least that, in whatever form of delivery; gedeeltelijk
/// toekennen grants less of it, in volume or in period, which is a refusal of the rest. More than was indicated is granted only with the
/// reason (Wmo 2015 art. 2.3.5 lid 3, Awb 3:46). Any other outcome grants nothing.
/// </summary>
internal static class UitkomstPastBijDeVraag
{
    private const string Grondslag = "Wmo 2015 art. 2.3.5 lid 3";

    /// <param name="besluit">The decision.</param>
    /// <param name="gevraagd">The help that is asked.</param>
    /// <param name="indicatie">The help as the onderzoek found it; null when it found no need for it.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd, GekozenVoorziening? indicatie)
    {
        if (!besluit.IsToegekend)
        {
            if (besluit.GeeftIets)
                throw Weigering.Regel("alleen-bij-toekennen",
                    "Geef een periode, omvang, budget, leveringsvorm, zorgaanbieder of voorwaarde alleen op als u toekent.", Grondslag,
                    "besluiten");
            return;
        }

        if (besluit.BudgetTotDan is not null)
            throw Weigering.Regel("alleen-bij-andere-vorm",
                "Er loopt nog geen pgb dat korter wordt. Laat het budget tot dan weg.", "Wmo 2015 art. 2.3.6 lid 1", "besluiten");
        var (periode, omvang) = (besluit.Periode ?? gevraagd.Periode, besluit.Omvang ?? gevraagd.Omvang);
        if (omvang with { Volume = gevraagd.Omvang.Volume } != gevraagd.Omvang)
            throw Weigering.Regel("andere-eenheid", "Gebruik de eenheid en de frequentie van wat is gevraagd.", Grondslag,
                veld: "besluiten");
        if (string.IsNullOrWhiteSpace(besluit.RedenAfwijkingAdvies))
        {
            if (indicatie is null)
                throw Weigering.Regel("niet-geindiceerd",
                    "Het onderzoek vond deze hulp niet nodig. Kent u haar toch toe, leg dan uit waarom u van het advies afwijkt.",
                    Grondslag, "besluiten");
            if (!indicatie.Periode.Omvat(periode))
                throw Weigering.Regel("periode-buiten-indicatie",
                    "De toegekende periode ligt niet binnen de geïndiceerde periode. Leg uit waarom u van het advies afwijkt, of kies een "
                    + "andere periode.", Grondslag, veld: "besluiten");
            if (omvang.Volume > indicatie.Omvang.Volume)
                throw Weigering.Regel("meer-dan-geindiceerd",
                    "Dit is meer dan er is geïndiceerd. Leg uit waarom u van het advies afwijkt, of ken minder toe.", Grondslag,
                    veld: "besluiten");
        }

        var isMinder = omvang.Volume < gevraagd.Omvang.Volume || !periode.Omvat(gevraagd.Periode);
        if (besluit.Uitkomst == Uitkomst.Toekennen && isMinder)
            throw Weigering.Regel("minder-dan-gevraagd", "Dit is minder dan gevraagd. Kies dan voor gedeeltelijk toekennen.", Grondslag,
                veld: "besluiten");
        if (besluit.Uitkomst == Uitkomst.GedeeltelijkToekennen && !isMinder)
            throw Weigering.Regel("niet-minder-dan-gevraagd",
                "Wie gedeeltelijk toekent, geeft minder dan gevraagd: een kleinere omvang of een kortere periode. Vroeg de inwoner meer "
                + "dan er is geïndiceerd, leg dat dan eerst vast bij de aanvraag.", Grondslag, veld: "besluiten");
    }

    private static bool Omvat(this Periode ruim, Periode krap) =>
        ruim.Ingangsdatum <= krap.Ingangsdatum && ruim.Einddatum >= krap.Einddatum;
}
