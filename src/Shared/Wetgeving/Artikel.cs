namespace WmoPlatform.Wetgeving;

/// <summary>Names every article once, in the form that is printed.</summary>
internal static class Artikel
{
    public const string Verschuiving = "Atw art. 1 lid 1";
    public const string Feestdag = "Atw art. 3 lid 1";
    public const string GoedeVrijdag = "Atw art. 3 lid 2";
    public const string Gelijkgesteld = "Atw art. 3 lid 3";

    public const string PersoonlijkPlan = "Wmo 2015 art. 2.3.2 lid 2";
    public const string Onderzoek = "Wmo 2015 art. 2.3.2 lid 1";
    public const string Spoed = "Wmo 2015 art. 2.3.3";
    public const string AanvraagZonderVerslag = "Wmo 2015 art. 2.3.2 lid 9";
    public const string Beschikking = "Wmo 2015 art. 2.3.5 lid 2";
    public const string Bewaring = "Wmo 2015 art. 5.3.4";
    public const string Bijdragebedrag = "Wmo 2015 art. 2.1.4a";

    public const string PgbKwaliteit = "Wmo 2015 art. 2.3.6 lid 2 onder c";
    public const string PgbMeerkosten = "Wmo 2015 art. 2.3.6 lid 5 onder a";
    public const string Pgbregels = "Pgb-regels van de gemeente; Wmo 2015 art. 2.1.3 lid 2 onder b";

    public const string BuitenBehandeling = "Awb art. 4:5 lid 4";
    public const string Uitstel = "Awb art. 4:14 lid 1";
    public const string Opschorting = "Awb art. 4:15";
    public const string Dwangsom = "Awb art. 4:17";
    public const string Dwangsombedrag = "Awb art. 4:17 lid 2";
    public const string Ingebrekestelling = "Awb art. 4:17 lid 3";
    public const string Dwangsombesluit = "Awb art. 4:18";
    public const string Bezwaar = "Awb art. 6:7 en 6:8 lid 1";
    public const string OpTijd = "Awb art. 6:9 lid 1";
    public const string PerPost = "Awb art. 6:9 lid 2";
    public const string Vroeg = "Awb art. 6:10";
    public const string BeslissingOpBezwaar = "Awb art. 7:10 lid 1";
    public const string Verdaging = "Awb art. 7:10 lid 3";
    public const string VerderUitstel = "Awb art. 7:10 lid 4";
    public const string NadereStukken = "Awb art. 7:4 lid 1";
    public const string TerInzage = "Awb art. 7:4 lid 2";
    public const string Beroep = "Awb art. 6:7 en 6:8 lid 1";
    public const string HogerBeroep = "Awb art. 6:7, 6:8 en 6:24";
    public const string Verzet = "Awb art. 6:7, 6:8 en 8:55 lid 1";
    public const string Processtukken = "Awb art. 8:42 lid 1";
    public const string ProcesstukkenNietTijdig = "Awb art. 8:55c";
    public const string OpdrachtRechter = "Awb art. 8:72";
    public const string BeroepNietTijdig = "Awb art. 6:12 lid 2";
    public const string Betaling = "Awb art. 4:87 lid 1";
    public const string Klacht = "Awb art. 9:11 lid 1";
    public const string KlachtNietBehandelen = "Awb art. 9:8 lid 3";
    public const string KlachtVerdaging = "Awb art. 9:11 lid 2";
    public const string KlachtVerderUitstel = "Awb art. 9:11 lid 3";

    public const string Bevestiging = "Servicenorm van de gemeente; Wmo 2015 art. 2.3.2 lid 1";
    public const string Servicenorm = "Servicenorm van de gemeente";

    public const string IwmoRetour = "iWmo 3.2 OP090";
    public const string IwmoStart = "iWmo 3.2 OP271";
    public const string IwmoVerzoek = "iWmo 3.2 OP274 en OP346";
    public const string IwmoDeclaratie = "iWmo 3.2 OP090x4";
    public const string Cak = "Uitvoeringsregeling Wmo 2015 art. 2f";
    public const string CakVroegst = "iEb OP241 en CS332";
    public const string CakLaatst = "iEb OP242";
    public const string SvbAfsluiting = "iPgb WMO507: 14 weken na het einde";

    public static string Van(Opschortingsgrond grond) => grond switch
    {
        Opschortingsgrond.Aanvulling => "Awb art. 4:15 lid 1 onder a",
        Opschortingsgrond.Buitenland => "Awb art. 4:15 lid 1 onder b",
        Opschortingsgrond.Instemming => "Awb art. 4:15 lid 2 onder a",
        Opschortingsgrond.Toerekenbaar => "Awb art. 4:15 lid 2 onder b",
        Opschortingsgrond.Verzuim => "Awb art. 7:10 lid 2",
        _ => "Awb art. 4:15 lid 2 onder c",
    };

    /// <summary>The article of a holiday, or of a day put on a par with one.</summary>
    public static string Van(Dag dag) => dag switch
    {
        Dag.GoedeVrijdag => GoedeVrijdag,
        Dag.Gelijkgesteld => Gelijkgesteld,
        _ => Feestdag,
    };
}
