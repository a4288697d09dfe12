using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// An aanvraag for the same help in another form is granted from a day on, or refused: the need was decided before, and stands. A pgb is
/// refused only on a ground of the law (Wmo 2015 art. 2.3.6 lid 2 and 5), and then the help goes on as it is (art. 2.3.5 lid 3).
/// </summary>
internal static class AlleenDeVormVerandert
{
    private const string Grondslag = "Wmo 2015 art. 2.3.6";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd)
    {
        if (besluit.Uitkomst == Uitkomst.GedeeltelijkToekennen || (besluit.Omvang is { } omvang && omvang != gevraagd.Omvang))
            throw Weiger("alleen-de-vorm",
                "Deze aanvraag gaat alleen over de vorm van de hulp. Ken die toe of wijs die af. Is er minder hulp nodig, begin dan een "
                + "herziening.", "Wmo 2015 art. 2.3.10");
        var pgb = gevraagd.Leveringsvorm == Leveringsvorm.Pgb;
        if (!pgb && besluit.PgbWeigering is not null)
            throw Weiger("pgb-niet-gevraagd", "De inwoner vroeg geen pgb, en dat kunt u dus niet weigeren.", $"{Grondslag} lid 1");
        if (!besluit.IsToegekend)
        {
            if (besluit.GeeftIets)
                throw Weiger("alleen-bij-toekennen",
                    "Wijst u dit af, dan blijft de hulp zoals die is. Laat een periode, omvang, budget, leveringsvorm, zorgaanbieder of "
                    + "voorwaarde weg.", "Wmo 2015 art. 2.3.5 lid 3");
            if (pgb && besluit is { Uitkomst: Uitkomst.Afwijzen, PgbWeigering: null })
                throw Weiger("grond-ontbreekt", "Noem de grond waarop u het pgb weigert.", $"{Grondslag} lid 2 en 5");
            return;
        }
        if (besluit.PgbWeigering is not null || besluit.Vorm(gevraagd) != gevraagd.Leveringsvorm)
            throw Weiger("vorm-blijft",
                "De inwoner heeft deze hulp al in de andere vorm. Kiest u die, wijs de aanvraag dan af: de hulp blijft zoals die is.",
                "Wmo 2015 art. 2.3.5 lid 3");
        if (besluit.Periode is not { } periode)
            throw Weiger("eerste-dag-ontbreekt", "Noem de periode, met de eerste dag van de hulp in de nieuwe vorm.", $"{Grondslag} lid 1");
        if (periode.Ingangsdatum < gevraagd.Periode.Ingangsdatum || periode.Einddatum != gevraagd.Periode.Einddatum)
            throw Weiger("periode-past-niet",
                $"De nieuwe vorm kan beginnen vanaf {Datumtekst.Voluit(gevraagd.Periode.Ingangsdatum)}, en loopt tot en met de laatste dag "
                + $"van de hulp, {Datumtekst.Voluit(gevraagd.Periode.Einddatum)}. Langere hulp vraagt een ander besluit.",
                "Wmo 2015 art. 2.3.5 lid 3");
        if (pgb && besluit.Agb is not null)
            throw Weiger("aanbieder-niet-nodig", "Noem alleen een zorgaanbieder als de hulp zorg in natura wordt.", $"{Grondslag} lid 1");
        if (!pgb && (besluit.Agb ?? gevraagd.Agb) is null)
            throw Weiger("aanbieder-ontbreekt", "Noem de AGB-code van de zorgaanbieder die de hulp geeft.", "Wmo 2015 art. 2.3.5 lid 3");
        if (pgb && besluit.BudgetTotDan is not null)
            throw Weiger("alleen-bij-andere-vorm", "Er loopt nog geen pgb dat korter wordt. Laat het budget tot dan weg.",
                $"{Grondslag} lid 1");
    }

    private static Weigering Weiger(string code, string uitleg, string grondslag) =>
        Weigering.Regel(code, uitleg, grondslag, "besluiten");
}
