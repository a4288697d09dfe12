using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A pgb is refused only on a ground of the law (Wmo 2015 art. 2.3.6 lid 2 and 5), and a refused pgb is no refused help: zorg in natura is
/// granted instead, unless the applicant wrote not to want it (art. 2.3.5 lid 3).
/// </summary>
internal static class PgbGeweigerdHulpNiet
{
    private const string Grondslag = "Wmo 2015 art. 2.3.6";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd, bool wilGeenZin)
    {
        if (gevraagd.Leveringsvorm == Leveringsvorm.Zin)
        {
            if (besluit.Vorm(gevraagd) == Leveringsvorm.Pgb)
                throw Weiger("pgb-niet-gevraagd", "De inwoner vroeg geen pgb. Ken zorg in natura toe.", $"{Grondslag} lid 1");
            if (besluit.PgbWeigering is not null)
                throw Weiger("pgb-niet-gevraagd", "De inwoner vroeg geen pgb, en dat kunt u dus niet weigeren.", $"{Grondslag} lid 1");
            // Of help without an indicatie nobody chose a provider yet.
            if (besluit.IsToegekend && gevraagd.Agb is null && besluit.Agb is null) throw AanbiederOntbreekt();
            if (besluit.Agb is not null && gevraagd.Agb is not null) throw AanbiederNietNodig();
            return;
        }
        if (!besluit.IsToegekend)
        {
            if (besluit is { Uitkomst: Uitkomst.Afwijzen, PgbWeigering: not null } && !wilGeenZin)
                throw Weiger("zin-in-plaats-van-pgb", "Wie geen pgb krijgt, heeft nog wel hulp nodig. Ken zorg in natura toe, of leg eerst "
                    + "vast dat de inwoner die schriftelijk niet wil.", "Wmo 2015 art. 2.3.5 lid 3");
            return;
        }
        var wordtZin = besluit.Vorm(gevraagd) == Leveringsvorm.Zin;
        if (wordtZin && besluit.PgbWeigering is null)
            throw Weiger("grond-ontbreekt", "Noem de grond waarop u het pgb weigert.", $"{Grondslag} lid 2 en 5");
        if (!wordtZin && besluit.PgbWeigering is not null)
            throw Weiger("pgb-toegekend-en-geweigerd",
                "U kent een pgb toe en weigert het. Kies zorg in natura als leveringsvorm, of laat de grond weg.",
                $"{Grondslag} lid 2 en 5");
        if (wordtZin && besluit.Agb is null) throw AanbiederOntbreekt();
        if (!wordtZin && besluit.Agb is not null) throw AanbiederNietNodig();
        if (wordtZin && wilGeenZin)
            throw Weiger("inwoner-wil-geen-zin", "De inwoner schreef geen zorg in natura te willen. Wijs de hulp af, of leg eerst vast dat "
                + "de inwoner daarop terugkomt.", "Wmo 2015 art. 2.3.5 lid 3");
    }

    private static Weigering AanbiederOntbreekt() =>
        Weiger("aanbieder-ontbreekt", "Noem de AGB-code van de zorgaanbieder die de hulp geeft.", "Wmo 2015 art. 2.3.5 lid 3");

    private static Weigering AanbiederNietNodig() => Weiger("aanbieder-niet-nodig",
        "Noem alleen een zorgaanbieder als u zorg in natura toekent in plaats van een pgb, of zonder indicatie.", $"{Grondslag} lid 1");

    private static Weigering Weiger(string code, string uitleg, string grondslag) =>
        Weigering.Regel(code, uitleg, grondslag, "besluiten");
}
