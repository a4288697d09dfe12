namespace WmoPlatform.Keten.Berichten;

/// <summary>
/// iWmo 3.2, iPgb 2.1 and iEb 1.0.2 as tables, with the names of the standards. The namespaces, order and nesting of iPgb and iEb are not
/// public; there the simulators and the platform agreed to follow the pattern of iWmo.
/// </summary>
internal static class Tabellen
{
    private const string Landcodes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
        + "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
        + "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        + "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY "
        + "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
        + "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
        + "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    private const string RetourcodesIWmo =
        "0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 9321 9322 9326 9332 9333 "
        + "9338-9341 9346 9347 9349-9351 9355 9357 9359-9361 9365-9367 9369 9373-9375 9379 9384 9385 9387-9390 9411-9415 S300 S329";

    /// <summary>The lines of a table that are not blank.</summary>
    public static IEnumerable<string> Regels(string tabel) =>
        tabel.Split('\n').Select(regel => regel.TrimEnd()).Where(regel => regel.Length > 0);

    /// <summary>
    /// Simple types. codes: one of these, where a-b is a range; cijfers: so many digits; getal: 0 up to this number; tekst: one line, not
    /// blank, of at most so many characters; tekens: one up to so many characters of any kind; vrij: any text that is not blank; patroon: a
    /// regular expression.
    /// </summary>
    public const string Waarden = $$"""
        LDT_AanduidingWoonadres           codes   AB BY TO WW
        LDT_AdresSoort                    codes   01-04
        LDT_AgbCode                       cijfers 8
        LDT_Bedrag                        getal   99999999
        LDT_Budget                        getal   99999999
        LDT_BurgerServicenummer           cijfers 9
        LDT_Commentaar                    vrij
        LDT_Communicatievorm              codes   1-3
        LDT_Datum                         datum
        LDT_DatumGebruik                  codes   1-3
        LDT_DebetCredit                   codes   C D
        LDT_DeclaratieNummer              patroon [a-zA-Z0-9]{1,12}
        LDT_Eenheid                       codes   01 04 14 16 82-84
        LDT_Emailadres                    tekst   80
        LDT_Frequentie                    codes   1 2 4 6
        LDT_Gemeente                      cijfers 4
        LDT_Geslacht                      codes   0-2
        LDT_Huisletter                    tekst   1
        LDT_Huisnummer                    getal   99999
        LDT_HuisnummerToevoeging          tekst   4
        LDT_IdentificatieBericht          tekst   12
        LDT_IdentificatieDeclaratie       tekens  12
        LDT_JaNee                         codes   1 2
        LDT_JuridischeStatus              codes   01-05 11 12
        LDT_KvkNummer                     cijfers 8
        LDT_LandCode                      codes   {{Landcodes}}
        LDT_Landnummer                    tekst   4
        LDT_Naam                          tekst   200
        LDT_NaamGebruik                   codes   1-6
        LDT_NaamVerwijzer                 tekst   64
        LDT_Nummer                        getal   999999999
        LDT_Organisatienaam               tekst   35
        LDT_Persoonsid                    tekst   20
        LDT_Plaatsnaam                    tekst   80
        LDT_Postcode                      tekst   8
        LDT_ProductCategorie              codes   01-18
        LDT_ProductCode                   tekst   5
        LDT_RedenAfwijzingVerzoek         codes   1-9
        LDT_RedenBeeindiging              codes   02 19-23 31 36-39
        LDT_RedenBudgetafsluiting         codes   1-3
        LDT_RedenVerzoek                  codes   1 2
        LDT_RedenWijziging                codes   01-14
        LDT_Referentie                    tekst   36
        LDT_ReferentieNummer              tekens  20
        LDT_RelatieVolgorde               getal   99
        LDT_RetourCode_iWmo               codes   {{RetourcodesIWmo}}
        LDT_RetourCode_iPgb               patroon [0-9A-Z]{4}
        LDT_RetourCode_iEb                codes   0001 0200 0233 8848 9071 9102-9104 9114 9115 9328-9330 S300 S333
        LDT_SoortRelatie                  codes   03-25
        LDT_SoortVertegenwoordiging       codes   1-10
        LDT_StatusAanlevering             codes   1-3 9
        LDT_StatusAanleveringEb           codes   1-3
        LDT_Straatnaam                    tekst   24
        LDT_Taal                          tekst   25
        LDT_Telefoonnummer                patroon [0-9]{1,15}
        LDT_Tijd                          tijd
        LDT_TotaalBedrag                  getal   999999999999
        LDT_TypeVerwijzer                 codes   01-06 08
        LDT_Versie                        patroon (0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)
        LDT_VerzoekAntwoord               codes   1 2
        LDT_Volume                        getal   99999999
        LDT_Voorletters                   patroon [a-zA-ZÀ-ỳ]{1,6}
        LDT_Voorvoegsel                   tekst   10
        LDT_WettelijkeVertegenwoordiging  codes   06-10
        LDT_ZorgfunctiePgbWmo             codes   01-18 99
        """;

    /// <summary>Composed types. Their elements have the namespace of the basisschema. ? marks an element that may be left out.</summary>
    public const string Typen = """
        CDT_Achternaam
          Achternaam                      LDT_Naam
          Voorvoegsel?                    LDT_Voorvoegsel
        CDT_Huis
          Huisnummer                      LDT_Huisnummer
          Huisletter?                     LDT_Huisletter
          HuisnummerToevoeging?           LDT_HuisnummerToevoeging
          AanduidingWoonadres?            LDT_AanduidingWoonadres
        CDT_Adres
          Huis?                           CDT_Huis
          Postcode?                       LDT_Postcode
          Straatnaam?                     LDT_Straatnaam
          Plaatsnaam?                     LDT_Plaatsnaam
          LandCode?                       LDT_LandCode
        CDT_BedragMetDC
          Bedrag                          LDT_Bedrag
          DebetCredit                     LDT_DebetCredit
        CDT_BerichtIdentificatie
          Identificatie                   LDT_IdentificatieBericht
          Dagtekening                     LDT_Datum
        CDT_Communicatie
          Vorm                            LDT_Communicatievorm
          Taal?                           LDT_Taal
        CDT_Geboortedatum
          Datum                           LDT_Datum
          DatumGebruik?                   LDT_DatumGebruik
        CDT_GeslotenPeriode
          Begindatum                      LDT_Datum
          Einddatum                       LDT_Datum
        CDT_Kostprijs
          KostprijsStartdatum             LDT_Datum
          KostprijsBedrag                 LDT_Bedrag
        CDT_Omvang
          Volume                          LDT_Volume
          Eenheid                         LDT_Eenheid
          Frequentie                      LDT_Frequentie
        CDT_OpenPeriode
          Begindatum?                     LDT_Datum
          Einddatum?                      LDT_Datum
        CDT_Product
          Categorie                       LDT_ProductCategorie
          Code?                           LDT_ProductCode
        CDT_Referentie
          ReferentieNummer                LDT_ReferentieNummer
          VorigReferentieNummer?          LDT_ReferentieNummer
        CDT_Telefoon
          Telefoonnummer                  LDT_Telefoonnummer
          Landnummer                      LDT_Landnummer
        CDT_Telefoonnummers
          Telefoon01                      CDT_Telefoon
          Telefoon02?                     CDT_Telefoon
        CDT_TotaalBedragMetDC
          TotaalBedrag                    LDT_TotaalBedrag
          DebetCredit                     LDT_DebetCredit
        CDT_VerkorteNaam
          Geslachtsnaam                   CDT_Achternaam
          Voornamen?                      LDT_Naam
          Voorletters?                    LDT_Voorletters
        CDT_Verwijzer
          Type                            LDT_TypeVerwijzer
          Naam?                           LDT_NaamVerwijzer
          ZorgverlenerCode?               LDT_AgbCode
        CDT_VolledigeNaam
          Geslachtsnaam                   CDT_Achternaam
          Partnernaam?                    CDT_Achternaam
          Voornamen?                      LDT_Naam
          Voorletters?                    LDT_Voorletters
          NaamGebruik                     LDT_NaamGebruik
        CDT_XsdVersie
          BasisschemaXsdVersie            LDT_Versie
          BerichtXsdVersie                LDT_Versie
        """;

    /// <summary>
    /// The heenberichten: name, code, standard, sender, receiver, and the retour. + marks an element that comes once or more. A retour
    /// has the next code. The body of a retour has the same elements with return codes at every class, and may be left out.
    /// </summary>
    public const string Berichten = """
        WMO301 414 iWmo LDT_Gemeente LDT_AgbCode WMO302
          Client
            Bsn                           LDT_BurgerServicenummer
            Geboortedatum                 CDT_Geboortedatum
            Geslacht                      LDT_Geslacht
            Naam                          CDT_VolledigeNaam
            Communicatie?                 CDT_Communicatie
            JuridischeStatus?             LDT_JuridischeStatus
            WettelijkeVertegenwoordiging? LDT_WettelijkeVertegenwoordiging
            Commentaar?                   LDT_Commentaar
            Relaties?
              Relatie+
                Nummer                    LDT_Persoonsid
                Volgorde?                 LDT_RelatieVolgorde
                Soort                     LDT_SoortRelatie
                Geboortedatum?            CDT_Geboortedatum
                Geslacht?                 LDT_Geslacht
                Naam                      CDT_VolledigeNaam
                Contact
                  Soort                   LDT_AdresSoort
                  Adres?                  CDT_Adres
                  Organisatie?            LDT_Organisatienaam
                  Telefoon?               CDT_Telefoonnummers
                  Emailadres?             LDT_Emailadres
                  Periode?                CDT_OpenPeriode
            Contactgegevens
              Contact+
                Soort                     LDT_AdresSoort
                Adres?                    CDT_Adres
                Organisatie?              LDT_Organisatienaam
                Telefoon?                 CDT_Telefoonnummers
                Emailadres?               LDT_Emailadres
                Periode?                  CDT_OpenPeriode
            ToegewezenProducten
              ToegewezenProduct+
                ToewijzingNummer          LDT_Nummer
                ReferentieAanbieder?      LDT_Referentie
                Product?                  CDT_Product
                Toewijzingsdatum          LDT_Datum
                Toewijzingstijd           LDT_Tijd
                Ingangsdatum              LDT_Datum
                Einddatum?                LDT_Datum
                RedenWijziging?           LDT_RedenWijziging
                Omvang?                   CDT_Omvang
                Budget?                   LDT_Budget
                Commentaar?               LDT_Commentaar

        WMO305 418 iWmo LDT_AgbCode LDT_Gemeente WMO306
          Client
            Bsn                           LDT_BurgerServicenummer
            Geboortedatum                 CDT_Geboortedatum
            Geslacht                      LDT_Geslacht
            Naam                          CDT_VerkorteNaam
            StartProducten
              StartProduct+
                ToewijzingNummer?         LDT_Nummer
                Product?                  CDT_Product
                ToewijzingIngangsdatum?   LDT_Datum
                Begindatum                LDT_Datum
                StatusAanlevering         LDT_StatusAanlevering

        WMO307 420 iWmo LDT_AgbCode LDT_Gemeente WMO308
          Client
            Bsn                           LDT_BurgerServicenummer
            Geboortedatum                 CDT_Geboortedatum
            Geslacht                      LDT_Geslacht
            Naam                          CDT_VerkorteNaam
            StopProducten
              StopProduct+
                ToewijzingNummer?         LDT_Nummer
                Product?                  CDT_Product
                ToewijzingIngangsdatum?   LDT_Datum
                Begindatum                LDT_Datum
                RedenBeeindiging          LDT_RedenBeeindiging
                Einddatum                 LDT_Datum
                StatusAanlevering         LDT_StatusAanlevering

        WMO315 444 iWmo LDT_AgbCode LDT_Gemeente WMO316
          Client
            Bsn                           LDT_BurgerServicenummer
            Geboortedatum                 CDT_Geboortedatum
            Geslacht                      LDT_Geslacht
            Naam                          CDT_VerkorteNaam
            Commentaar?                   LDT_Commentaar
            AangevraagdeProducten
              AangevraagdProduct+
                ReferentieAanbieder       LDT_Referentie
                BeschikkingNummer?        LDT_Nummer
                Product?                  CDT_Product
                BeschikkingIngangsdatum?  LDT_Datum
                ToewijzingIngangsdatum    LDT_Datum
                ToewijzingEinddatum?      LDT_Datum
                Omvang?                   CDT_Omvang
                Budget?                   LDT_Budget
                Verwijzer                 CDT_Verwijzer
                Raamcontract?             LDT_JaNee
                Commentaar?               LDT_Commentaar

        WMO317 480 iWmo LDT_AgbCode LDT_Gemeente WMO318
          Client
            Bsn                           LDT_BurgerServicenummer
            Verzoek
              ReferentieAanbieder         LDT_Referentie
              RedenVerzoek                LDT_RedenVerzoek
              OngewijzigdeProducten?
                OngewijzigdProduct+
                  ToewijzingNummer        LDT_Nummer
              TeWijzigenProducten?
                TeWijzigenProduct+
                  ToewijzingNummer        LDT_Nummer
                  GewensteIngangsdatum    LDT_Datum
                  Einddatum?              LDT_Datum
                  Omvang?                 CDT_Omvang
                  Budget?                 LDT_Budget
              NieuweProducten?
                NieuwProduct+
                  Product?                CDT_Product
                  GewensteIngangsdatum    LDT_Datum
                  Einddatum?              LDT_Datum
                  Omvang?                 CDT_Omvang
                  Budget?                 LDT_Budget

        WMO319 482 iWmo LDT_Gemeente LDT_AgbCode WMO320
          Antwoord
            ReferentieAanbieder           LDT_Referentie
            VerzoekAntwoord               LDT_VerzoekAntwoord
            RedenAfwijzingVerzoek?        LDT_RedenAfwijzingVerzoek

        WMO323 484 iWmo LDT_AgbCode LDT_Gemeente WMO325
          Declaratie
            DeclaratieNummer              LDT_DeclaratieNummer
            DeclaratiePeriode             CDT_GeslotenPeriode
            DeclaratieDagtekening         LDT_Datum
            TotaalIngediendBedrag         CDT_TotaalBedragMetDC
            Clienten
              Client+
                Bsn                       LDT_BurgerServicenummer
                Prestaties
                  Prestatie+
                    ProductReferentie     CDT_Referentie
                    ToewijzingNummer      LDT_Nummer
                    ProductCategorie      LDT_ProductCategorie
                    ProductCode           LDT_ProductCode
                    ProductPeriode        CDT_GeslotenPeriode
                    GeleverdVolume        LDT_Volume
                    Eenheid               LDT_Eenheid
                    ProductTarief?        LDT_Bedrag
                    IngediendBedrag       CDT_BedragMetDC

        WMO501 458 iPgb LDT_Gemeente - WMO502
          Client
            Bsn                           LDT_BurgerServicenummer
            Budget
              BudgetIdentificatie         LDT_Referentie
              BudgetIdentificatieOud?     LDT_Referentie
              Afgiftedatum?               LDT_Datum
              BudgetPeriode?              CDT_GeslotenPeriode
              FunctieBudgetten
                FunctieBudget+
                  Zorgfunctie             LDT_ZorgfunctiePgbWmo
                  FunctieBudgetPeriode    CDT_GeslotenPeriode
                  FunctieBudgetBedrag     LDT_Bedrag
                  VerantwoordingsvrijBedrag? LDT_Bedrag
            Relaties?
              Relatie+
                Nummer                    LDT_Persoonsid
                Soort                     LDT_SoortVertegenwoordiging
                Ingangsdatum?             LDT_Datum
                Bsn?                      LDT_BurgerServicenummer
                Naam?                     CDT_VolledigeNaam
                Geslacht?                 LDT_Geslacht
                KvkNummer?                LDT_KvkNummer
                Contact?
                  Ingangsdatum?           LDT_Datum
                  Adres?                  CDT_Adres
                  Organisatie?            LDT_Organisatienaam
                  Telefoon?               CDT_Telefoonnummers
                  Emailadres?             LDT_Emailadres
            Contact?
              Ingangsdatum?               LDT_Datum
              Adres?                      CDT_Adres
              Organisatie?                LDT_Organisatienaam
              Telefoon?                   CDT_Telefoonnummers
              Emailadres?                 LDT_Emailadres

        WMO507 464 iPgb - LDT_Gemeente WMO508
          Client
            Bsn                           LDT_BurgerServicenummer
            FunctieBudgettenBesteed
              FunctieBudgetBesteed+
                BudgetIdentificatie       LDT_Referentie
                Zorgfunctie               LDT_ZorgfunctiePgbWmo
                BestedingsPeriode         CDT_GeslotenPeriode
                FunctieBudgetBesteed      LDT_Bedrag
                VerantwoordingsvrijBedragBesteed? LDT_Bedrag
                ZiekengeldBesteed?        LDT_Bedrag
                RedenBudgetafsluiting     LDT_RedenBudgetafsluiting

        WMO401 470 iEb LDT_Gemeente - WMO402
          Client
            Bsn                           LDT_BurgerServicenummer
            StartEigenBijdrage
              EbStartNummer               LDT_Nummer
              EbStartdatum                LDT_Datum
              StatusAanlevering           LDT_StatusAanleveringEb
              EbKostprijs?                CDT_Kostprijs

        WMO403 472 iEb LDT_Gemeente - WMO404
          Client
            Bsn                           LDT_BurgerServicenummer
            StopEigenBijdrage
              EbStartNummer               LDT_Nummer
              EbStopdatum                 LDT_Datum
              StatusAanlevering           LDT_StatusAanleveringEb
        """;

    /// <summary>The body of WMO325, the answer to a declaration. Only lines that are not paid come back.</summary>
    public const string Declaratieantwoord = """
        DeclaratieAntwoord
          DeclaratieNummer                LDT_IdentificatieDeclaratie
          TotaalIngediendBedrag           CDT_TotaalBedragMetDC
          TotaalToegekendBedrag           CDT_TotaalBedragMetDC
          Clienten?
            Client+
              Bsn                         LDT_BurgerServicenummer
              Prestaties
                Prestatie+
                  ProductReferentie       CDT_Referentie
                  ToewijzingNummer        LDT_Nummer
                  ProductCategorie        LDT_ProductCategorie
                  ProductCode             LDT_ProductCode
                  ProductPeriode          CDT_GeslotenPeriode
                  GeleverdVolume          LDT_Volume
                  Eenheid                 LDT_Eenheid
                  ProductTarief?          LDT_Bedrag
                  IngediendBedrag         CDT_BedragMetDC
        """;
}
