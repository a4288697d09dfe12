using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Toekennen grants exactly the requested help, in whatever form of delivery. Gedeeltelijk toekennen grants less of it, in volume or in
/// period. Neither exceeds the indicatie (Wmo 2015 art. 2.3.5 lid 3). Any other outcome grants nothing.
/// </summary>
internal static class ToekenningBinnenDeIndicatie
{
    private const string Grondslag = "Wmo 2015 art. 2.3.5 lid 3";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd)
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
        var periode = besluit.Periode ?? gevraagd.Periode;
        if (periode.Ingangsdatum < gevraagd.Periode.Ingangsdatum || periode.Einddatum > gevraagd.Periode.Einddatum)
            throw Weigering.Regel("periode-buiten-indicatie", "De toegekende periode moet binnen de geïndiceerde periode liggen.",
                Grondslag, veld: "besluiten");

        var omvang = besluit.Omvang ?? gevraagd.Omvang;
        if (omvang with { Volume = gevraagd.Omvang.Volume } != gevraagd.Omvang)
            throw Weigering.Regel("andere-eenheid", "Gebruik de eenheid en de frequentie van de indicatie.", Grondslag, veld: "besluiten");
        if (omvang.Volume > gevraagd.Omvang.Volume)
            throw Weigering.Regel("meer-dan-geindiceerd", "U kunt niet meer toekennen dan er is geïndiceerd.", Grondslag,
                veld: "besluiten");

        var zoalsGevraagd = periode == gevraagd.Periode && omvang == gevraagd.Omvang;
        if (besluit.Uitkomst == Uitkomst.Toekennen && !zoalsGevraagd)
            throw Weigering.Regel("minder-dan-gevraagd", "Dit is minder dan gevraagd. Kies dan voor gedeeltelijk toekennen.", Grondslag,
                veld: "besluiten");
        if (besluit.Uitkomst == Uitkomst.GedeeltelijkToekennen && zoalsGevraagd)
            throw Weigering.Regel("niet-minder-dan-gevraagd",
                "Wie gedeeltelijk toekent, geeft minder dan gevraagd: een kleinere omvang of een kortere periode.", Grondslag,
                veld: "besluiten");
    }
}
