using System.Text.RegularExpressions;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Writes one event in plain Dutch, for resident and consulent alike, without a person's name or BSN. A provider is in the sentence as its
/// AGB code in brackets, because its name may arrive later and may change. <see cref="MetNamen"/> fills in the name when the timeline is
/// read.
/// </summary>
public static partial class Tijdlijn
{
    /// <summary>Gives the sentence as a resident reads it.</summary>
    /// <param name="zin">A sentence from <see cref="Zin"/>.</param>
    /// <param name="namen">Trade names by AGB code.</param>
    public static string MetNamen(string zin, IReadOnlyDictionary<string, string> namen) =>
        Plek().Replace(zin, plek => namen.TryGetValue(plek.Groups[1].Value, out var naam) ? naam : $"met AGB-code {plek.Groups[1].Value}");

    [GeneratedRegex(@"\[agb (\d{8})\]")]
    private static partial Regex Plek();

    public static string Zin(Gebeurtenis gebeurtenis) => gebeurtenis switch
    {
        MeldingGedaan g => $"De melding is ontvangen {Via(g.Kanaal)}{(g.Spoed ? ", met spoed" : "")}."
            + (g.SluitAan ? " Zij hoort bij dit dossier, dat nog openstond." : "") + Ontvangst(g),
        MeldingontvangstGecorrigeerd g =>
            $"De melding is ontvangen op {ZonderWeekdag(g.OntvangenOp)}, niet op {ZonderWeekdag(g.Was)}. "
            + $"Het onderzoek is uiterlijk op {ZonderWeekdag(g.Onderzoekstermijn.Uiterlijk)} klaar.",
        DossierGeopend => "Er is een dossier geopend, zonder melding.",
        PersoonsgegevensVastgesteld g when g.Signalen.Contains(Brpsignaal.Overleden) =>
            "De gegevens van de inwoner zijn opgehaald. Volgens de Basisregistratie Personen is de inwoner overleden.",
        PersoonsgegevensVastgesteld { GeenBerichtenverkeer: true } =>
            "De gegevens van de inwoner zijn opgehaald. Berichten aan andere organisaties gaan met de hand.",
        PersoonsgegevensVastgesteld => "De gegevens van de inwoner zijn opgehaald.",
        PersoonsgegevensGewijzigd g when g.Wat.Contains(Persoonswijziging.Signaal) && g.Signalen.Contains(Brpsignaal.Overleden) =>
            g.OverledenOp is { } dag ? $"Volgens de Basisregistratie Personen is de inwoner overleden op {ZonderWeekdag(dag)}."
                : "Volgens de Basisregistratie Personen is de inwoner overleden.",
        PersoonsgegevensGewijzigd g => Gewijzigd(g),
        PersoonNietGevonden { Reden: Brpreden.Onbruikbaar } =>
            "Wat de Basisregistratie Personen over de inwoner zegt, is niet te gebruiken.",
        PersoonNietGevonden { Reden: Brpreden.GeenAntwoord } => "De Basisregistratie Personen geeft over de inwoner geen antwoord.",
        PersoonNietGevonden => "De inwoner is niet gevonden in de Basisregistratie Personen.",
        MeldingIngetrokken => "De inwoner heeft de melding ingetrokken.",
        OntvangstbevestigingTeruggekomen =>
            "De e-mail met de ontvangstbevestiging kwam terug. De inwoner heeft de bevestiging dus nog niet.",
        AdresNietGevonden => "Er is geen adres om de ontvangstbevestiging naartoe te sturen.",
        BriefVerzonden g => $"{Brief(g.Brief)} is verstuurd.",
        BriefZonderAdres g => $"Er is geen adres voor {Brief(g.Brief)[..1].ToLowerInvariant()}{Brief(g.Brief)[1..]}.",
        OntvangstBevestigd g => $"De ontvangst is bevestigd {(g.Wijze == Verzendwijze.Email ? "per e-mail" : "per brief")}.",

        OnderzoekGeopend g => $"Het onderzoek is begonnen. Het is uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)} klaar.",
        GesprekGepland g => $"Er is een gesprek gepland {Waar(g.Plaats)}.",
        GesprekGevoerd g => $"Het gesprek is gevoerd op {ZonderWeekdag(g.GevoerdOp)}.",
        IndicatieGesteld g =>
            $"Er is hulp nodig: {Product(g.Product, g.Op)}, {Looptijd(g.Periode)}.",
        IndicatieIngetrokken g => $"De indicatie voor {Product(g.Product, g.Op)} is ingetrokken.",
        GeenIndicatieGesteld => "De consulent vindt hulp van de gemeente niet nodig.",
        LeveringsvormGekozen { Leveringsvorm: Leveringsvorm.Pgb } => "De inwoner kiest voor een persoonsgebonden budget (pgb).",
        LeveringsvormGekozen g => $"De inwoner kiest voor zorg in natura{(g.Agb is null ? "" : $" van zorgaanbieder [agb {g.Agb}]")}.",
        VerslagVastgesteld => "Het verslag van het onderzoek is klaar en gaat naar de inwoner.",
        VerslagTeruggestuurd => "De inwoner heeft het verslag met opmerkingen teruggestuurd.",
        VerslagOndertekend g =>
            $"Het ondertekende verslag is ontvangen{(g.Wijze == Ondertekenwijze.Papier ? " op papier" : "")}. Dit is de aanvraag.",
        OnderzoekGestopt g => Gestopt(g),

        AanvraagOntvangen { Vorm: Aanvraagvorm.ZonderVerslag } g =>
            $"De aanvraag is ontvangen op {ZonderWeekdag(g.OntvangenOp)}, zonder verslag: de zes weken van het onderzoek waren voorbij. "
            + $"De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.{Ontvangst(g)}",
        AanvraagOntvangen { Vorm: Aanvraagvorm.NaOnderzoek } g =>
            $"Er is na het onderzoek een aanvraag ontvangen op {ZonderWeekdag(g.OntvangenOp)}, zonder ondertekend verslag. "
            + $"De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.{Ontvangst(g)}",
        AanvraagTeVroegOntvangen g =>
            $"De aanvraag die op {ZonderWeekdag(g.OntvangenOp)} binnenkwam, hoort bij de melding, want het onderzoek was nog niet klaar. "
            + $"Een aanvraag zonder verslag kan vanaf {ZonderWeekdag(g.AanvraagVanaf)}.",
        OnderzoeksuitkomstOvergenomen g => g.Voorzieningen.Count == 0
            ? "De uitkomst van het onderzoek staat nu in de aanvraag: er is geen hulp geïndiceerd."
            : "De uitkomst van het onderzoek staat nu in de aanvraag: "
                + $"{string.Join(" en ", g.Voorzieningen.Select(v => Product(v.Product, g.Op)))}.",
        AanvraagOntvangen { Wijziging: { } wijziging } g =>
            $"Verzoek {wijziging.Wijzigingsnummer} is een aanvraag ({g.Aanvraagnummer}). De gemeente beslist uiterlijk op "
            + $"{ZonderWeekdag(g.Termijn.Uiterlijk)}.{Ontvangst(g)}",
        GevraagdeHulpVastgelegd g => g.Gevraagd.Count == 0 ? "Vastgelegd is dat de inwoner om geen bepaalde hulp vraagt."
            : $"Vastgelegd is wat de inwoner vraagt: {string.Join(" en ", g.Gevraagd.Select(v => Product(v.Product, g.Op)))}.",
        AanvraagOntvangen g =>
            $"De aanvraag is ontvangen. De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.{Ontvangst(g)}",
        AanvraagDoorgezonden g => $"De aanvraag is doorgestuurd naar de gemeente {g.Gemeente}, waar de inwoner woont.",
        UitstelAangekondigd g =>
            $"De beslissing duurt langer. De gemeente belooft een besluit uiterlijk op {ZonderWeekdag(g.ToegezegdeDatum)}.",
        AanvullingGevraagd g when g.Termijn.Uiterlijk <= g.GevraagdOp =>
            $"De gemeente vraagt de inwoner om iets wat ontbreekt, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}.",
        AanvullingGevraagd g => $"De gemeente vraagt de inwoner om iets wat ontbreekt, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}. "
            + $"Zo lang staat de termijn stil: de gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        AanvullingHerinnerd g => $"De inwoner is herinnerd aan wat nog ontbreekt, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}.",
        AanvullingOntvangen { Volledig: true } g =>
            $"De aanvraag is compleet. De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        AanvullingOntvangen => "Een deel van wat ontbrak, is ontvangen.",
        AanvultermijnVerstreken g =>
            $"De aanvraag is niet op tijd aangevuld. De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}. "
            + $"Zij kan tot en met {ZonderWeekdag(g.BuitenBehandeling.Uiterlijk)} besluiten de aanvraag niet te behandelen.",
        BeslistermijnOpgeschort g => $"De termijn staat stil vanaf {ZonderWeekdag(g.Van)}: {Opschorting(g.Reden)}.",
        OpschortingGeeindigd g =>
            $"De termijn stond stil tot en met {ZonderWeekdag(g.Tot)}. "
            + $"De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        AanvraagontvangstGecorrigeerd g =>
            $"De aanvraag is ontvangen op {ZonderWeekdag(g.OntvangenOp)}, niet op {ZonderWeekdag(g.Was)}. "
            + $"De gemeente beslist uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        AanvraagWerdMelding g => "Er is eerst een onderzoek nodig. De aanvraag telt als een melding van "
            + $"{ZonderWeekdag(g.OntvangenOp)}.",
        AanvraagIngetrokken { Geheel: true } => "De inwoner heeft de aanvraag ingetrokken.",
        AanvraagIngetrokken => "De inwoner heeft een deel van de aanvraag ingetrokken.",
        IngebrekestellingOntvangen g => Ingebrekestelling(g),
        DwangsomVerschuldigd { Dagen: 0 } g => $"Er is toch geen dwangsom verschuldigd.{Vernietigd(g)}",
        DwangsomVerschuldigd g =>
            $"De gemeente is te laat en moet {Euro(g.Bedrag)} dwangsom betalen, over {g.Dagen} {(g.Dagen == 1 ? "dag" : "dagen")}."
            + Vernietigd(g),
        DwangsomVastgesteld { Grond: null } g => $"De gemeente heeft de dwangsom vastgesteld op {Euro(g.Bedrag)}. "
            + $"Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn.Uiterlijk)}.{Vernietigd(g)}",
        DwangsomVastgesteld g => "De gemeente heeft besloten dat er geen dwangsom is. "
            + $"Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn.Uiterlijk)}.{Vernietigd(g)}",
        DwangsomHerzien g => $"Na het bezwaar is de dwangsom {Euro(g.Bedrag)}. De gemeente betaalt nog {Euro(g.NogTeBetalen)}, uiterlijk "
            + $"op {ZonderWeekdag(g.Betaaltermijn.Uiterlijk)}.",
        DwangsomBetaald g => $"De dwangsom is betaald.{Vernietigd(g)}",
        DwangsomTeruggevorderd g => $"De gemeente vordert {Euro(g.Bedrag)} dwangsom terug.{Vernietigd(g)}",
        NieuweFeitenVermeld g => $"De inwoner noemde op {ZonderWeekdag(g.OntvangenOp)} wat er nieuw of veranderd is.",
        ZinkeuzeVastgelegd { WilGeenZin: true } => "De inwoner schreef geen zorg in natura te willen als het pgb niet kan.",
        ZinkeuzeVastgelegd => "De inwoner schreef zorg in natura te willen als het pgb niet kan.",
        VoornemenAangekondigd g => "De gemeente is van plan iets te weigeren, en vraagt de inwoner wat die daarvan vindt. "
            + $"De inwoner kan reageren tot en met {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        ZienswijzeOntvangen => "De inwoner heeft gereageerd op wat de gemeente wil weigeren.",
        ZienswijzetermijnVerstreken g =>
            $"De inwoner heeft tot en met {ZonderWeekdag(g.VerstrekenOp)} niet gereageerd op wat de gemeente wil weigeren.",
        GemachtigdeVastgelegd => "Een gemachtigde vertegenwoordigt de inwoner.",
        MachtigingBeeindigd => "De gemachtigde vertegenwoordigt de inwoner niet meer.",
        ConceptOpgesteld g => $"Er is een concept van het besluit (concept {g.Nummer}). Een collega leest het.",
        ConceptTeruggegeven g => $"Een collega gaf concept {g.Nummer} van het besluit terug met een opmerking.",
        BesluitGoedgekeurd g => $"Een tweede medewerker heeft het besluit goedgekeurd ({g.Beschikkingnummer}).",
        // The resident may read the decision only once it was made known (Awb 3:40).
        BesluitGenomen g => $"De gemeente heeft een besluit genomen ({g.Beschikkingnummer}).",
        BeschikkingBekendgemaakt { VanWijziging: true } g =>
            $"De beschikking {g.Beschikkingnummer} op de vraag om de hulp te veranderen is bekendgemaakt: "
            + $"{Uitkomsten([.. g.Voorzieningen.Select(v => v.Uitkomst)])}. "
            + (g.Voorzieningen.Any(v => v.IsToegekend) ? "" : "De hulp blijft zoals die is. ")
            + $"Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn.Uiterlijk)}.",
        BeschikkingBekendgemaakt g =>
            $"De beschikking {g.Beschikkingnummer} is bekendgemaakt: {Uitkomsten([.. g.Voorzieningen.Select(v => v.Uitkomst)])}. "
            + (g.VerwijstNaar is { } eerder ? $"Er is niets nieuws sinds {string.Join(" en ", eerder)}. " : "")
            + $"Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn.Uiterlijk)}.",
        VoorzieningGewijzigd { LooptDoor: true } g =>
            $"De tijdelijke hulp loopt door, want er is nog geen besluit. {Vanaf(g)}",
        VoorzieningGewijzigd { Soort: Besluitsoort.Spoed, Delen.Count: 0 } g =>
            $"De gemeente geeft met spoed geen tijdelijke hulp ({g.Beschikkingnummer}). "
            + $"Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn!.Uiterlijk)}.",
        VoorzieningGewijzigd { Soort: Besluitsoort.Vormwijziging } g =>
            $"Met het besluit op de aanvraag ({g.Beschikkingnummer}) krijgt de inwoner de hulp in een andere vorm. {Vanaf(g)}",
        VoorzieningGewijzigd { Soort: Besluitsoort.Aanvraag } g =>
            $"Met het besluit op de aanvraag ({g.Beschikkingnummer}) eindigt de tijdelijke hulp. {Vanaf(g)}",
        VoorzieningGewijzigd g => $"{Wijzigingsbesluit(g.Soort)} ({g.Beschikkingnummer}). {Vanaf(g)} "
            + (g.Bezwaartermijn is { } termijn ? $"{(g.Soort == Besluitsoort.Bezwaar ? "Beroep" : "Bezwaar")} kan tot en met "
                + $"{ZonderWeekdag(termijn.Uiterlijk)}." : g.Beroepnummer is { } zaak ? $"De rechter kijkt er ook naar ({zaak})."
                : "Bezwaar kan hiertegen niet."),

        TijdelijkeHulpZonderAanvraag g => "De tijdelijke hulp loopt, maar er komt geen besluit op een aanvraag: " + g.Reden switch
        {
            ZonderAanvraagreden.MeldingIngetrokken => "de melding is ingetrokken.",
            ZonderAanvraagreden.OnderzoekGestopt => "het onderzoek is gestopt.",
            ZonderAanvraagreden.AanvraagVervallen => "de aanvraag gaat niet door.",
            ZonderAanvraagreden.GeenAanvraag => "de inwoner heeft na het verslag niets aangevraagd.",
        },
        OverbruggingAangeboden g =>
            $"De hulp loopt tot en met {ZonderWeekdag(g.Einddatum)}. Misschien is dan nog niet beslist over hulp daarna ({g.WachtOp}). De "
            + "gemeente kan de hulp tot dat besluit laten doorlopen.",
        OverbruggingVervallen => "De hulp hoeft niet meer tijdelijk door te lopen: er is beslist, of er komt geen besluit.",
        WijzigingGevraagd { Einde: true } g =>
            $"De inwoner wil de hulp laten eindigen. De laatste dag is {ZonderWeekdag(Overgang.DagVoor(g.Vanaf))}.",
        WijzigingGevraagd g => $"De inwoner wil andere hulp vanaf {ZonderWeekdag(g.Vanaf)}.",
        HerzieningVoorgenomen g =>
            $"De gemeente is van plan de hulp te {(g.Einde ? "laten eindigen" : "wijzigen")} vanaf {ZonderWeekdag(g.Vanaf)}. "
            + $"De inwoner kan reageren tot en met {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        HerzieningZienswijzeOntvangen g => $"De inwoner heeft op {ZonderWeekdag(g.OntvangenOp)} gereageerd op het voornemen.",
        HerzieningBesloten g => $"De gemeente heeft een besluit genomen ({g.Beschikkingnummer}).",
        HerzieningGoedgekeurd g => $"Een tweede medewerker heeft het besluit goedgekeurd ({g.Beschikkingnummer}).",
        HerzieningVervallen { DoorInwoner: true } => "De inwoner komt terug op de opzegging.",
        HerzieningVervallen => "De gemeente ziet af van het wijzigen van de hulp.",
        TerugvorderingBesloten { VanMeewerker: true } g => $"De gemeente vordert {Euro(g.Bedrag)} terug van iemand die meewerkte.",
        TerugvorderingBesloten g => $"De gemeente vordert {Euro(g.Bedrag)} terug. De inwoner betaalt uiterlijk op "
            + $"{ZonderWeekdag(g.Betaaltermijn.Uiterlijk)}. Bezwaar kan tot en met {ZonderWeekdag(g.Bezwaartermijn.Uiterlijk)}.",
        BetaalregelingAfgesproken { Termijnen: [var enig] } g =>
            $"Met de gemeente is afgesproken om {Euro(enig.Bedrag)} uiterlijk op {ZonderWeekdag(g.Termijnen[0].Uiterlijk)} te betalen.",
        BetaalregelingAfgesproken g => $"Met de gemeente is afgesproken om in {g.Termijnen.Count} delen te betalen, het laatste uiterlijk "
            + $"op {ZonderWeekdag(g.Termijnen[^1].Uiterlijk)}.",
        TerugvorderingBetaald g => $"Op de terugvordering is {Euro(g.Bedrag)} betaald. Er staat nog {Euro(g.Open)} open.",
        TerugvorderingVoldaan => "De terugvordering is betaald.",
        TerugvorderingVerlaagd { Bedrag: 0 } g => $"De gemeente vordert niets meer terug.{Teruggave(g)}",
        TerugvorderingVerlaagd g => $"De gemeente vordert minder terug: {Euro(g.Bedrag)}.{Teruggave(g)}",
        TerugvorderingTerugbetaald g => $"De gemeente heeft {Euro(g.Bedrag)} terugbetaald.",
        HeroverwegingGepland { GeplandOp: { } dag } => $"De gemeente bekijkt op {ZonderWeekdag(dag)} of de hulp nog past.",
        HeroverwegingGepland => "De gemeente hoeft niet meer op een vaste dag te bekijken of de hulp nog past.",
        HeroverwegingNadert g => $"Uiterlijk op {ZonderWeekdag(g.GeplandOp)} bekijkt de gemeente of de hulp nog past.",
        HeroverwegingGedaan g => $"De gemeente heeft op {ZonderWeekdag(g.GedaanOp)} bekeken of de hulp nog past. " + g.Uitkomst switch
        {
            Heroverweeguitkomst.HulpPast => "De hulp blijft zoals zij is.",
            Heroverweeguitkomst.WordtHerzien => "De gemeente neemt een nieuw besluit over de hulp.",
            Heroverweeguitkomst.NieuwOnderzoek => "Er komt een nieuw onderzoek.",
        },
        WijzigingsverzoekOntvangen g => $"De inwoner vraagt om een wijziging ({g.Zaaknummer}): {Gevraagd(g.Vraag)}. {Gevolg(g)}",
        WijzigingsontvangstGecorrigeerd g =>
            $"Wijzigingsverzoek {g.Zaaknummer} is ontvangen op {ZonderWeekdag(g.OntvangenOp)}, niet op {ZonderWeekdag(g.Was)}.",
        WijzigingVraagtOnderzoek g =>
            $"Voor wijzigingsverzoek {g.Zaaknummer} is een onderzoek nodig. Het wordt een melding van {ZonderWeekdag(g.OntvangenOp)}.",
        WijzigingsverzoekAfgerond g => $"Wijzigingsverzoek {g.Zaaknummer} is {Afgerond(g)}.",
        EindeVoorzieningNadert g => $"De hulp loopt tot en met {ZonderWeekdag(g.Einddatum)}. Daarna stopt de hulp.",

        BezwaarOntvangen g => Bezwaar(g),
        BezwaartijdigheidBeoordeeld g => g.Tijdigheid switch
        {
            Bezwaartijdigheid.TeLaat => "Het bezwaar kwam te laat, en daar is geen goede reden voor.",
            Bezwaartijdigheid.TeLaatVerschoonbaar => "Het bezwaar kwam te laat, maar daar kon de inwoner niets aan doen. Het telt.",
            _ => $"Het bezwaar telt. De gemeente beslist er uiterlijk op {ZonderWeekdag(g.Termijn!.Uiterlijk)} over.",
        },
        BezwaarherstelGevraagd g => $"De gemeente vraagt de inwoner het bezwaar aan te vullen, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}."
            + OpBezwaar(g.Termijn),
        BezwaarHersteld { Volledig: true } g => $"Het bezwaar is compleet.{OpBezwaar(g.Termijn)}",
        BezwaarHersteld => "Een deel van wat in het bezwaar ontbrak, is ontvangen.",
        BezwaarhersteltermijnVerstreken g => $"Het bezwaar is niet op tijd aangevuld.{OpBezwaar(g.Termijn)}",
        BezwaarcommissieIngeschakeld g => $"Een commissie adviseert over het bezwaar.{OpBezwaar(g.Termijn)}",
        BezwaaradviesOntvangen => "De commissie heeft advies gegeven over het bezwaar.",
        BezwaarVerdaagd g => $"De beslissing op het bezwaar duurt langer.{OpBezwaar(g.Termijn)}",
        BezwaarUitgesteld { Grond: Bezwaaruitstelgrond.Instemming } g =>
            $"De inwoner stemt ermee in dat de beslissing op het bezwaar langer duurt.{OpBezwaar(g.Termijn)}",
        BezwaarUitgesteld g => $"De wet maakt nodig dat de beslissing op het bezwaar langer duurt.{OpBezwaar(g.Termijn)}",
        HoorzittingGepland g => $"De inwoner is uitgenodigd voor een hoorzitting op {ZonderWeekdag(g.Tijdstip.Dag())}."
            + (g.NadereStukken is { } stukken ? $" Stukken kunnen erbij tot en met {ZonderWeekdag(stukken.Uiterlijk)}." : ""),
        BezwaarmakerGehoord g => $"De inwoner is gehoord op {ZonderWeekdag(g.GehoordOp)}.",
        VanHorenAfgezien { Afgezegd: { } zitting } g => $"De hoorzitting van {ZonderWeekdag(zitting.Dag())} gaat niet door: "
            + $"{GeenHoorzitting(g.Grond)}.",
        VanHorenAfgezien g => $"Er komt geen hoorzitting: {GeenHoorzitting(g.Grond)}.",
        NieuwFeitGemeld g =>
            $"Na het horen is iets nieuws bekend geworden. De inwoner kan reageren tot en met {ZonderWeekdag(g.ReageerUiterlijk)}.",
        OpNieuwFeitGereageerd => "De inwoner heeft gereageerd op wat na het horen bekend werd.",
        BezwaarUitgebreid { Soort: BestredenSoort.Dwangsombesluit } => "Het bezwaar gaat nu ook over het besluit over de dwangsom.",
        BezwaarUitgebreid g => $"Het bezwaar gaat nu ook over het nieuwe besluit {g.Besluitnummer}.",
        HorenGevraagd g => $"De gemeente vraagt of de inwoner wil worden gehoord, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}.",
        BezwaarbesluitGoedgekeurd => "Een tweede beslisser heeft de beslissing op het bezwaar goedgekeurd.",
        BezwaarAangevuld { Voorzieningen.Count: 0 } g =>
            $"De inwoner vulde het bezwaar aan met een brief van {ZonderWeekdag(g.OntvangenOp)}.",
        BezwaarAangevuld g =>
            $"Het bezwaar gaat door een brief van {ZonderWeekdag(g.OntvangenOp)} ook over een ander deel van het besluit.",
        NabestaandenGevraagd g => "De inwoner is overleden. De gemeente vraagt de nabestaanden of zij het bezwaar voortzetten, uiterlijk "
            + $"op {ZonderWeekdag(g.Uiterlijk)}.",
        BezwaarvoortzettingBekend g => g.Voortzetting switch
        {
            Bezwaarvoortzetting.ZetVoort => "De nabestaanden zetten het bezwaar voort.",
            Bezwaarvoortzetting.ZetNietVoort => "De nabestaanden zetten het bezwaar niet voort.",
            Bezwaarvoortzetting.GeenAntwoord => "De nabestaanden lieten niet weten of zij het bezwaar voortzetten.",
        },
        BezwaarIngetrokken => "De inwoner heeft het bezwaar ingetrokken.",
        // The resident may read the decision only once it was made known (Awb 3:40).
        OpBezwaarBeslist => "De gemeente heeft op het bezwaar beslist.",
        BeslissingOpBezwaarBekendgemaakt g => $"De beslissing op het bezwaar is bekendgemaakt: het bezwaar is {BezwaarIs(g.Uitkomst)}. "
            + $"Beroep kan tot en met {ZonderWeekdag(g.Beroepstermijn.Uiterlijk)}.",
        BezwaarHeropend { Termijn: { } termijn } => "De rechter wil dat de gemeente opnieuw op het bezwaar beslist, uiterlijk op "
            + $"{ZonderWeekdag(termijn.Uiterlijk)}.",
        BezwaarHeropend => "De rechter wil dat de gemeente opnieuw op het bezwaar beslist.",
        OnderzoekNaBezwaarBegonnen g => $"Na het bezwaar onderzoekt de gemeente welke hulp nodig is (melding {g.Meldingnummer}).",
        BezwaarkostenBetaald => "De kosten van de inwoner voor het bezwaar zijn betaald.",

        KlachtOntvangen { Over: Klachtonderwerp.Besluit } => "De inwoner heeft een klacht ingediend over een besluit.",
        KlachtOntvangen { Over: Klachtonderwerp.Aanbieder } => "De inwoner heeft een klacht ingediend over een zorgaanbieder.",
        KlachtOntvangen g => "De inwoner heeft een klacht ingediend. De gemeente reageert uiterlijk op "
            + $"{ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        KlachtbedoelingGevraagd g => $"De gemeente vraagt of de klacht als bezwaar is bedoeld, uiterlijk op {ZonderWeekdag(g.Uiterlijk)}.",
        KlachtbedoelingBekend { Bezwaarnummer: null } => "De inwoner bedoelt geen bezwaar. Het blijft een klacht.",
        KlachtbedoelingBekend g => $"De inwoner bedoelt een bezwaar ({g.Bezwaarnummer}).",
        KlachtcommissieIngeschakeld g =>
            $"Een commissie adviseert over de klacht. De gemeente reageert uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        KlachtVerdaagd g => (g.MetInstemming ? "De inwoner vindt goed dat de klacht langer duurt. " : "De klacht duurt langer. ")
            + $"De gemeente reageert uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        KlachtgesprekGepland g => $"De inwoner is uitgenodigd om over de klacht te praten op {ZonderWeekdag(g.Tijdstip.Dag())}.",
        KlagerGehoord { GehoordOp: { } dag } => $"De inwoner heeft over de klacht verteld op {ZonderWeekdag(dag)}.",
        KlagerGehoord => "De inwoner wordt niet gehoord over de klacht.",
        KlachtafschriftGegeven => "De medewerker over wie de klacht gaat, heeft de klacht gekregen.",
        BeklaagdeGehoord { WildeNiet: true } => "De medewerker over wie de klacht gaat, wil er niets over zeggen.",
        BeklaagdeGehoord g => $"De medewerker heeft over de klacht verteld op {ZonderWeekdag(g.GehoordOp)}.",
        KlachtadviesOntvangen g => $"Het advies over de klacht is binnen op {ZonderWeekdag(g.OntvangenOp)}.",
        KlachtAfgerond g => g.Afloop switch
        {
            Klachtafloop.Opgelost => "De klacht is opgelost, en de inwoner is daar tevreden mee.",
            Klachtafloop.Gegrond => "De klacht is gegrond.",
            Klachtafloop.DeelsGegrond => "De klacht is deels gegrond.",
            Klachtafloop.Ongegrond => "De klacht is ongegrond.",
            Klachtafloop.Bezwaar => "De klacht is een bezwaar.",
            Klachtafloop.NaarAanbieder => "De inwoner is met de klacht naar de zorgaanbieder verwezen.",
            Klachtafloop.Ingetrokken => "De inwoner heeft de klacht ingetrokken.",
            Klachtafloop.NietBehandeld => "De gemeente behandelt de klacht niet.",
        },

        BeroepIngesteld g => g.Soort switch
        {
            Beroepsoort.Beroep => "De inwoner is in beroep gegaan bij de rechtbank.",
            Beroepsoort.HogerBeroep => "Er is hoger beroep ingesteld.",
            Beroepsoort.VoorlopigeVoorziening => "De inwoner vraagt de rechter om een voorlopige voorziening.",
            Beroepsoort.NietTijdig => "De inwoner is naar de rechtbank gegaan, omdat er niet op tijd is beslist.",
        },
        BeroepstukkenIngezonden => "De gemeente heeft de stukken naar de rechter gestuurd.",
        RechtszittingGepland g => $"De zitting bij de rechter is op {ZonderWeekdag(g.Tijdstip.Dag())}.",
        UitspraakOntvangen g => Uitspraak(g),
        RechterlijkeOpdrachtUitgevoerd => "De gemeente heeft gedaan wat de rechter opdroeg.",
        RechterlijkeOpdrachtVervallen => "Wat de rechter opdroeg, hoeft niet meer: die uitspraak geldt niet meer.",
        VerzetBeslist { Gegrond: true } => "Het verzet tegen de uitspraak is gegrond. De zaak bij de rechter gaat verder.",
        VerzetBeslist => "Het verzet tegen de uitspraak is niet gegrond. De uitspraak blijft gelden.",
        BeroepUitgebreid g => $"Er is een besluit gekomen ({g.Besluitnummer}). De zaak bij de rechter gaat nu ook daarover.",
        BeroepIngetrokken => "De zaak bij de rechter is ingetrokken.",

        PgbToetsGestart => "De gemeente kijkt of een pgb past.",
        PgbDocumentOntvangen g => $"{Document(g.Soort)} voor het pgb is ontvangen.",
        BewustekeuzegesprekGevoerd g =>
            $"Het gesprek over het pgb is gevoerd. De inwoner kan een pgb {(g.Vaardig ? "wel" : "niet")} beheren.",
        PgbToetsAfgerond g =>
            g.Akkoord ? "Een pgb past bij deze inwoner en deze hulp." : "Een pgb past niet bij deze inwoner of deze hulp.",
        BudgetAangemeld { Berichtidentificatie: null } g => $"Het budget van {Euro(g.Bedrag)} moet met de hand bij de SVB worden gemeld.",
        BudgetAangemeld g => $"Het budget van {Euro(g.Bedrag)} is bij de SVB gemeld.",
        BudgetInEigenBeheer g =>
            $"De gemeente beheert het budget van {Euro(g.Bedrag)} zelf: een hulpmiddel of woningaanpassing gaat niet via de SVB.",
        BudgetTegengehouden { Wijziging: true } =>
            "De wijziging van het budget is nog niet bij de SVB gemeld: er is al een budget voor dezelfde hulp in deze tijd.",
        BudgetTegengehouden => "Het budget is nog niet bij de SVB gemeld: er is al een budget voor dezelfde hulp in deze tijd.",
        BudgetGereserveerd { InEigenBeheer: true } => "De gemeente heeft het budget gereserveerd.",
        BudgetGereserveerd => "De SVB heeft het budget gereserveerd.",
        BudgetAfgekeurd { NietVerwerkt: true } g =>
            $"De SVB heeft het bericht over {(g.Einde ? "het einde van " : g.Wijziging ? "de wijziging van " : "")}het budget niet "
            + "verwerkt.",
        BudgetAfgekeurd { Wijziging: true } g =>
            $"De SVB heeft de wijziging van het budget afgekeurd{Codes(g.Retourcodes)}. Het budget zelf blijft zoals het was.",
        BudgetAfgekeurd { Einde: true } g =>
            $"De SVB heeft het einde van het budget afgekeurd{Codes(g.Retourcodes)}. Het budget zelf blijft zoals het was.",
        BudgetAfgekeurd g => $"De SVB heeft het budget afgekeurd{Codes(g.Retourcodes)}.",
        BudgetGewijzigd { AlleenVertegenwoordiging: true } => "Wie de inwoner bij het budget vertegenwoordigt, is veranderd.",
        BudgetGewijzigd { AlleenVerdeling: true } => "Het budget is anders over de tijd verdeeld. Het bedrag blijft hetzelfde.",
        BudgetGewijzigd g =>
            $"Het budget is gewijzigd: {Euro(g.Bedrag)}, {Looptijd(g.Periode)}.",
        BudgetwijzigingBevestigd => "De wijziging van het budget is verwerkt.",
        BudgetBeeindigd { WegensOverlijden: true, Ingetrokken: false } g =>
            $"Het budget eindigt op {ZonderWeekdag(g.Einddatum)}, omdat de inwoner is overleden.",
        BudgetBeeindigd { WegensOverlijden: true } => "Het budget is ingetrokken, omdat de inwoner is overleden.",
        BudgetBeeindigd { Ingetrokken: true } => "Het budget is ingetrokken.",
        BudgetBeeindigd g => $"Het budget eindigt op {ZonderWeekdag(g.Einddatum)}.",
        BudgeteindeBevestigd => "De SVB heeft het einde van het budget verwerkt.",
        BudgetAfgesloten { Reden: Afsluitreden.Bestedingsconflict } g =>
            $"De SVB meldt dat er {Euro(g.Besteed)} is uitbetaald: meer dan het budget, of buiten de periode ervan.",
        BudgetAfgesloten { Reden: Afsluitreden.Jaareinde } g =>
            $"De SVB heeft het jaar afgesloten: van het budget is {Euro(g.Besteed)} besteed.",
        BudgetAfgesloten g => $"De SVB heeft het budget afgesloten: er is {Euro(g.Besteed)} besteed.",
        BudgetAlAfgesloten g => "Een later besluit wijzigt een deel van het budget dat de SVB al had afgesloten. Daaruit is "
            + $"{Euro(g.Besteed)} betaald, en dat verandert niet vanzelf.",
        AfgeslotenBudgetNagelopen { Uitkomst: Nalooputkomst.Nabetaling } =>
            "De gemeente betaalt zelf wat er voor het afgesloten deel van het budget bij kwam.",
        AfgeslotenBudgetNagelopen { Uitkomst: Nalooputkomst.BesluitOverTerugvordering } =>
            "De gemeente beslist apart of zij geld uit het afgesloten deel van het budget terugvraagt.",
        AfgeslotenBudgetNagelopen => "Voor het afgesloten deel van het budget hoeft niemand iets te betalen.",

        ZorgaanbiederGecontracteerd g => $"Zorgaanbieder [agb {g.Agb}] heeft een contract.",
        ZorgToegewezen { Berichtidentificatie: null } g =>
            $"De hulp is toegewezen aan zorgaanbieder [agb {g.Agb}]. Dit moet met de hand worden doorgegeven.",
        ZorgToegewezen g => $"De hulp is toegewezen aan zorgaanbieder [agb {g.Agb}].",
        ToewijzingAangehouden g => $"De toewijzing aan zorgaanbieder [agb {g.Agb}] is aangehouden: {Beletsel(g.Reden)}.",
        ToewijzingWachtOpVerzoek g => $"Zorgaanbieder [agb {g.Agb}] moet de toewijzing nog aanvragen.",
        ToewijzingGewijzigd { IsVerwijderd: true } g =>
            $"De toewijzing aan zorgaanbieder [agb {g.Agb}] is verwijderd.{Doorgeven(g)}",
        ToewijzingGewijzigd { WegensOverlijden: true } g =>
            $"De hulp van zorgaanbieder [agb {g.Agb}] eindigt op {ZonderWeekdag(g.Periode.Einddatum)}, omdat de inwoner is overleden."
            + Doorgeven(g),
        ToewijzingGewijzigd g =>
            $"De toewijzing aan zorgaanbieder [agb {g.Agb}] is gewijzigd. De hulp loopt tot en met "
            + $"{ZonderWeekdag(g.Periode.Einddatum)}.{Doorgeven(g)}",
        WijzigingAfgekeurd g => $"Zorgaanbieder [agb {g.Agb}] heeft de wijziging van de toewijzing afgekeurd{Codes(g.Retourcodes)}.",
        VerzoekOntvangen g =>
            $"Zorgaanbieder [agb {g.Agb}] vraagt {(g.Wijziging ? "een wijziging van de hulp" : "een toewijzing")}. "
            + $"De gemeente antwoordt uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)}.",
        VerzoekBeantwoord g => $"Het verzoek van zorgaanbieder [agb {g.Agb}] {Antwoord(g)}.",
        ToewijzingGeaccepteerd g => $"Zorgaanbieder [agb {g.Agb}] neemt de hulp aan.",
        ToewijzingAfgekeurd { NietVerwerkt: true } g => $"Zorgaanbieder [agb {g.Agb}] heeft het bericht over de toewijzing niet verwerkt.",
        ToewijzingAfgekeurd g => $"Zorgaanbieder [agb {g.Agb}] heeft de toewijzing afgekeurd{Codes(g.Retourcodes)}.",
        ZorgGestart { Hervat: true } g => $"De hulp gaat weer verder vanaf {ZonderWeekdag(g.Begindatum)}.",
        ZorgGestart g => $"De hulp is begonnen op {ZonderWeekdag(g.Begindatum)}.",
        ZorgTijdelijkGestopt g => $"De hulp is tijdelijk gestopt. De laatste dag was {ZonderWeekdag(g.Einddatum)}.",
        ZorgGestopt g => $"De hulp is gestopt. De laatste dag was {ZonderWeekdag(g.Einddatum)}.",
        EerderEindeGemeld { Vraag: Stopvraag.InwonerVragen } g => "De zorgaanbieder meldt dat de inwoner zelf is gestopt. De gemeente "
            + $"vraagt de inwoner uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)} of dat zo is.",
        EerderEindeGemeld { Vraag: Stopvraag.AndereAanbieder } g => "De zorgaanbieder is zelf gestopt. De inwoner houdt recht op hulp: "
            + $"uiterlijk op {ZonderWeekdag(g.Termijn.Uiterlijk)} is er een andere zorgaanbieder.",
        EerderEindeGemeld g => "De hulp is eerder gestopt dan is afgesproken. De gemeente bespreekt uiterlijk op "
            + $"{ZonderWeekdag(g.Termijn.Uiterlijk)} met de inwoner wat er nodig is.",
        ZorgeindeVastgesteld g =>
            $"Er is vastgesteld dat de hulp eindigt op {ZonderWeekdag(g.Einddatum)}: {WaaromEerder(g.Reden)}.",
        ZorgAfgelopen { Hulp.Begindatum: null } g =>
            $"De hulp was afgesproken tot en met {ZonderWeekdag(g.Einddatum)}, en is nooit begonnen.",
        ZorgAfgelopen g => $"De hulp is afgelopen op {ZonderWeekdag(g.Einddatum)}, zoals afgesproken.",
        ZorgAfgesproken { Hulp.Vervallen: true } or BudgetAfgesproken { Hulp.Vervallen: true } =>
            "Een eerdere afspraak over de hulp is vervallen.",
        IMetHulpverloop g and (ZorgAfgesproken or BudgetAfgesproken) => $"De hulp is afgesproken {Looptijd(g.Hulp.Periode)}.",
        BegeleidingsplanOntvangen g => $"Zorgaanbieder [agb {g.Agb}] heeft het begeleidingsplan met de gemeente gedeeld.",

        ZorgstartVerwijderd { Hervat: true } g =>
            $"De zorgaanbieder heeft ingetrokken dat de hulp weer verderging op {ZonderWeekdag(g.Begindatum)}.",
        ZorgstartVerwijderd g => $"De zorgaanbieder heeft ingetrokken dat de hulp begon op {ZonderWeekdag(g.Begindatum)}.",
        ZorgstopVerwijderd g => $"De zorgaanbieder heeft ingetrokken dat de hulp stopte na {ZonderWeekdag(g.Einddatum)}.",

        EigenBijdrageGestart g => $"De eigen bijdrage begint op {ZonderWeekdag(g.Startdatum)}. Dit is bij het CAK gemeld.",
        EigenBijdrageGestopt g => $"De eigen bijdrage stopt op {ZonderWeekdag(g.Stopdatum)}. Dit is bij het CAK gemeld.",
        EigenBijdrageGecorrigeerd { Aanlevering: EbAanlevering.Verwijdering } g =>
            $"{Hoofdletter(Signaal(g.Soort))} van de eigen bijdrage had niet gemeld moeten worden. Dit is bij het CAK gemeld.",
        EigenBijdrageGecorrigeerd g =>
            $"De eigen bijdrage {(g.Soort == EbBericht.Start ? "begint" : "stopt")} op {ZonderWeekdag(g.Datum)}, "
            + "en niet op de dag die eerder is gemeld. Dit is bij het CAK gemeld.",
        EigenBijdrageBevestigd g => $"Het CAK heeft {Signaal(g.Soort, g.Aanlevering)} van de eigen bijdrage verwerkt.",
        EigenBijdrageAfgekeurd { NietVerwerkt: true } g =>
            $"Het CAK heeft het bericht over {Signaal(g.Soort, g.Aanlevering)} van de eigen bijdrage niet verwerkt.",
        EigenBijdrageAfgekeurd g =>
            $"Het CAK heeft {Signaal(g.Soort, g.Aanlevering)} van de eigen bijdrage afgekeurd{Codes(g.Retourcodes)}.",
        EigenBijdrageMetDeHand { Aanlevering: EbAanlevering.Verwijdering } g =>
            $"{Hoofdletter(Signaal(g.Soort))} van de eigen bijdrage had niet gemeld moeten worden. "
            + "De backoffice moet dit met de hand aan het CAK doorgeven.",
        EigenBijdrageMetDeHand g =>
            $"De eigen bijdrage {(g.Soort == EbBericht.Start ? "begint" : "stopt")} op {ZonderWeekdag(g.Datum)}. "
            + $"De backoffice moet dit met de hand aan het CAK doorgeven{MetDeHand(g.Reden)}.",
        EigenBijdrageNietVerschuldigd g => GeenBijdrage(g.Reden),

        UitvoeringMetDeHand g => g.Reden switch
        {
            Uitvoeringsreden.AlGedeclareerd =>
                $"De zorgaanbieder kreeg al betaald voor hulp vanaf {ZonderWeekdag(g.Vanaf)}, die niet meer is toegekend. "
                + "Dit wordt met de zorgaanbieder rechtgezet.",
            Uitvoeringsreden.HulpAlGegeven =>
                $"De zorgaanbieder heeft al hulp gemeld vanaf {ZonderWeekdag(g.Vanaf)}, die niet meer is toegekend. "
                + "Dit wordt met de zorgaanbieder rechtgezet.",
            Uitvoeringsreden.AanbiederGestopt => "De zorgaanbieder is gestopt. De hulp gaat door bij een andere zorgaanbieder.",
            Uitvoeringsreden.PeriodeVoorbij =>
                $"Er is hulp toegekend vanaf {ZonderWeekdag(g.Vanaf)}, voor een tijd die voorbij is. "
                + "De consulent bespreekt met de inwoner wat dat betekent.",
        },
        UitvoeringAfgerond => "Het besluit over de hulp is helemaal uitgevoerd.",

        WmoberichtGewisseld g => Bericht(g.Soort, g.Richting, $"zorgaanbieder [agb {g.Agb}]"),
        PgbberichtGewisseld g => Bericht(g.Soort, g.Richting, "de SVB"),
        EbberichtGewisseld g => Bericht(g.Soort, g.Richting, "het CAK"),

        // An event that is newer than this class still gets its line.
        _ => $"{gebeurtenis.GetType().Name}.",
    };

    private static string Looptijd(Periode periode) =>
        $"van {ZonderWeekdag(periode.Ingangsdatum)} tot en met {ZonderWeekdag(periode.Einddatum)}";

    private static string WaaromEerder(Eindereden reden) => reden switch
    {
        Eindereden.InwonerWilNietMeer => "de inwoner wil geen hulp meer",
        Eindereden.NietMeerNodig => "de hulp is niet meer nodig",
        Eindereden.AndereWet => "de inwoner krijgt hulp door een andere wet",
        Eindereden.Verhuisd => "de inwoner is verhuisd naar een andere gemeente",
        Eindereden.Overleden => "de inwoner is overleden",
    };

    private static string Doorgeven(ToewijzingGewijzigd g) => g.MetDeHand ? " Dit moet met de hand worden doorgegeven." : "";

    private static string Via(Meldkanaal kanaal) => kanaal switch
    {
        Meldkanaal.Web => "via de website",
        Meldkanaal.Telefoon => "per telefoon",
        Meldkanaal.Inloop => "op het inloopspreekuur",
        Meldkanaal.Brief => "per brief",
        Meldkanaal.Email => "per e-mail",
    };

    private static string Waar(Gespreksplaats plaats) => plaats switch
    {
        Gespreksplaats.Thuis => "bij de inwoner thuis",
        Gespreksplaats.Wijkteam => "bij het wijkteam",
        Gespreksplaats.Stadhuis => "in het Stadhuis",
        Gespreksplaats.Telefoon => "per telefoon",
    };

    private static string Gewijzigd(PersoonsgegevensGewijzigd g)
    {
        string?[] wat =
        [
            g.Wat.Contains(Persoonswijziging.Adres) ? "het adres" : null,
            g.Wat.Contains(Persoonswijziging.Naam) ? "de naam" : null,
            g.Wat.Contains(Persoonswijziging.Geboorte) ? "de geboortegegevens" : null,
            g.Wat.Contains(Persoonswijziging.Bsn) ? "het BSN" : null,
        ];
        string[] delen = [.. wat.OfType<string>()];
        var zin = delen.Length > 0 ? $"Veranderd bij de inwoner: {string.Join(", ", delen)}."
            : "Wat er over de inwoner bekend is, is veranderd.";
        // Not everyone who may see the dossier may know why.
        return g.GeenBerichtenverkeer && g.Wat.Contains(Persoonswijziging.Afscherming)
            ? zin + " Berichten aan andere organisaties gaan met de hand." : zin;
    }

    private static string Wijzigingsbesluit(Besluitsoort soort) => soort switch
    {
        Besluitsoort.Intrekking => "De gemeente heeft een besluit ingetrokken",
        Besluitsoort.OpVerzoek => "De gemeente heeft de hulp gewijzigd omdat de inwoner dat vroeg",
        Besluitsoort.InOvereenstemming => "De gemeente heeft de hulp gewijzigd, en de inwoner is het daarmee eens",
        Besluitsoort.Bezwaar => "De gemeente heeft op een bezwaar beslist en de hulp gewijzigd",
        Besluitsoort.Rechter => "De gemeente heeft de hulp gewijzigd omdat de rechter dat zei",
        Besluitsoort.Spoed => "De gemeente heeft met spoed tijdelijke hulp gegeven",
        Besluitsoort.Overbrugging => "De gemeente laat de hulp tijdelijk doorlopen, tot er is beslist",
        Besluitsoort.Herziening or Besluitsoort.Aanvraag or Besluitsoort.Vormwijziging =>
            "De gemeente heeft een besluit over de hulp herzien",
    };

    private static string Vanaf(VoorzieningGewijzigd g) => g.Delen.Count == 0 ? "Er is geen hulp meer toegekend."
        : g.Delen is [.., { Tijdelijk: true, Budget: null }]
        ? $"De hulp loopt van {ZonderWeekdag(g.Delen[0].Periode.Ingangsdatum)} tot het besluit op de aanvraag geldt."
        : $"De hulp is toegekend {Looptijd(new(g.Delen[0].Periode.Ingangsdatum, g.Delen[^1].Periode.Einddatum))}.";

    /// <summary>The day of receipt of a melding that was registered later.</summary>
    private static string Ontvangst(MeldingGedaan g) => g.OntvangenOp == g.Op.Dag() ? ""
        : $" Zij kwam op {ZonderWeekdag(g.OntvangenOp)} binnen. Die dag telt, al is zij op {ZonderWeekdag(g.Op.Dag())} vastgelegd.";

    /// <summary>How an aanvraag reached the municipality, when that was not as usual.</summary>
    private static string Ontvangst(AanvraagOntvangen g) =>
        (g.EerstBij is { } eerst
            ? $" Zij kwam op {ZonderWeekdag(eerst.OntvangenOp)} eerst bij {eerst.Bestuursorgaan}, dat haar doorstuurde." : "")
        + (g.LaatVastgelegdOp is { } laat ? $" Zij is op {ZonderWeekdag(laat)} pas vastgelegd, maar telt vanaf de ontvangst op "
            + $"{ZonderWeekdag(g.OntvangenOp)}." : "");

    private static string Teruggave(TerugvorderingVerlaagd g) => g.Terugbetaling is { } termijn
        ? $" De gemeente betaalt {Euro(g.TeVeelBetaald)} terug, uiterlijk op {ZonderWeekdag(termijn.Uiterlijk)}." : "";

    private static string Bezwaar(BezwaarOntvangen g) => Bezwaaringang(g) + (g.HierOntvangenOp is not { } hier ? ""
        : $" Het kwam op {ZonderWeekdag(g.OntvangenOp)} bij een ander binnen, en op {ZonderWeekdag(hier)} hier. De eerste dag telt.");

    private static string Bezwaaringang(BezwaarOntvangen g) => (g.Tegen switch
    {
        BestredenSoort.Dwangsombesluit => "Er is bezwaar gemaakt tegen het besluit over de dwangsom",
        BestredenSoort.Terugvordering => $"Er is bezwaar gemaakt tegen de terugvordering ({g.Besluitnummer})",
        BestredenSoort.Dwangsomterugvordering => "Er is bezwaar gemaakt tegen het terugvorderen van de dwangsom",
        _ => $"Er is bezwaar gemaakt tegen {g.Besluitnummer}",
    }) + g.Tijdigheid switch
    {
        Bezwaartijdigheid.TeVroeg => ", voordat het besluit bekend was. Het wacht tot dan.",
        Bezwaartijdigheid.OpTijdPerPost => $". Het ging op tijd op de post.{OpBezwaar(g.Termijn)}",
        Bezwaartijdigheid.TeLaat or Bezwaartijdigheid.TeLaatVerschoonbaar =>
            $". Het kwam te laat: dat kon tot en met {ZonderWeekdag(g.Indienen!.Uiterlijk)}.",
        Bezwaartijdigheid.OpTijd => $".{OpBezwaar(g.Termijn)}",
    };

    private static string OpBezwaar(Termijn? termijn) =>
        termijn is null ? "" : $" De gemeente beslist op het bezwaar uiterlijk op {ZonderWeekdag(termijn.Uiterlijk)}.";

    private static string GeenHoorzitting(Geenhoorgrond grond) => grond switch
    {
        Geenhoorgrond.KennelijkNietOntvankelijk => "het is meteen duidelijk dat het bezwaar niet kan worden behandeld",
        Geenhoorgrond.KennelijkOngegrond => "het is meteen duidelijk dat het besluit goed is",
        Geenhoorgrond.WilNiet => "de inwoner wil dat niet",
        Geenhoorgrond.GeenAntwoord => "de inwoner heeft niet laten weten dat te willen",
        Geenhoorgrond.VolledigTegemoetgekomen => "de inwoner krijgt wat is gevraagd",
    };

    private static string BezwaarIs(Bezwaaruitkomst uitkomst) => uitkomst switch
    {
        Bezwaaruitkomst.Gegrond => "gegrond",
        Bezwaaruitkomst.Ongegrond => "ongegrond",
        Bezwaaruitkomst.NietOntvankelijk => "niet-ontvankelijk",
    };

    private static string Uitspraak(UitspraakOntvangen g) =>
        $"De rechter heeft {(g.Uitspraak.Tussenuitspraak ? "een tussenuitspraak" : "uitspraak")} gedaan: "
        + g.Uitspraak.Uitkomst switch
        {
            Beroepuitkomst.Gegrond => "de inwoner krijgt gelijk.",
            Beroepuitkomst.Ongegrond => "de inwoner krijgt geen gelijk.",
            Beroepuitkomst.NietOntvankelijk => "de rechter behandelt het niet.",
            Beroepuitkomst.Onbevoegd => "deze rechter gaat er niet over.",
        }
        + string.Concat(g.Uitspraak.Opdrachten.Select(o => $" De gemeente moet {Opdracht(o.Soort)}, uiterlijk op "
            + $"{ZonderWeekdag(o.Termijn.Uiterlijk)}."))
        + (g.HogerBeroep is { } termijn ? $" Hoger beroep kan tot en met {ZonderWeekdag(termijn.Uiterlijk)}." : "")
        + (g.Verzet is { } verzet ? $" Verzet kan tot en met {ZonderWeekdag(verzet.Uiterlijk)}." : "");

    /// <summary>What a judgment orders, after "moet".</summary>
    internal static string Opdracht(Opdrachtsoort soort) => soort switch
    {
        Opdrachtsoort.OpnieuwBeslissen => "opnieuw beslissen",
        Opdrachtsoort.AlsnogBeslissen => "alsnog beslissen",
        Opdrachtsoort.GebrekHerstellen => "een gebrek in het besluit herstellen",
        Opdrachtsoort.HulpGeven => "intussen hulp geven",
        Opdrachtsoort.Betalen => "kosten betalen",
    };

    private static string Vernietigd(IVanBeslisronde g) =>
        g.Beroepnummer is null ? "" : " Dat gaat over de beslissing die de rechter vernietigde.";

    private static string Ingebrekestelling(IngebrekestellingOntvangen g) =>
        $"De inwoner schreef op {ZonderWeekdag(g.OntvangenOp)}{g.HerkendIn switch
        {
            Briefsoort.Klacht => ", in een klacht,",
            Briefsoort.Bezwaar => ", in een bezwaar,",
            Briefsoort.AndereBrief => ", in een andere brief,",
            Briefsoort.Ingebrekestelling => "",
        }} dat er niet op tijd is beslist. " + g.Oordeel switch
        {
            Ingebrekestellingsoordeel.Geldig =>
                $"Beslist de gemeente niet uiterlijk op {ZonderWeekdag(g.Termijn!.Uiterlijk)}, dan loopt er een dwangsom, "
                + "en kan de inwoner naar de rechter.",
            Ingebrekestellingsoordeel.TeVroeg => "Dat was te vroeg: de termijn was nog niet voorbij.",
            Ingebrekestellingsoordeel.OnredelijkLaat => "Dat was onredelijk laat: er komt geen dwangsom.",
            Ingebrekestellingsoordeel.AlOntvangen => "Een eerdere brief telt al.",
        } + Vernietigd(g);

    private static string Opschorting(Opschortingsreden reden) => reden switch
    {
        Opschortingsreden.Buitenland => "er is informatie uit het buitenland nodig",
        Opschortingsreden.Instemming => "de inwoner stemde daarmee in",
        Opschortingsreden.Toerekenbaar => "de gemeente kan niet verder door iets aan de kant van de inwoner",
        Opschortingsreden.Overmacht => "door overmacht kan de gemeente niet beslissen",
    };

    private static string Gestopt(OnderzoekGestopt g) => g.Reden switch
    {
        Stopreden.AndereGemeente => $"De melding is doorgestuurd naar de gemeente {g.Gemeente}, waar de inwoner woont.",
        Stopreden.Wlz => "Het onderzoek is gestopt: de Wet langdurige zorg (Wlz) gaat voor.",
        Stopreden.AnderDomein => "Het onderzoek is gestopt: een andere wet of voorziening kan helpen.",
        Stopreden.MeldingIngetrokken => "Het onderzoek is gestopt, omdat de melding is ingetrokken.",
    };

    /// <summary>The letter, at the beginning of a sentence.</summary>
    internal static string Brief(Brief brief) => brief switch
    {
        Contracts.Brief.Doorzending => "De brief over het doorsturen",
        Contracts.Brief.Nabestaanden => "De brief aan de nabestaanden",
        Contracts.Brief.Aanvraagbevestiging => "De bevestiging van de aanvraag",
        Contracts.Brief.AanvraagTeVroeg => "De brief over wanneer een aanvraag kan",
        Contracts.Brief.Aanvulverzoek => "De brief over wat er ontbreekt",
        Contracts.Brief.Aanvulherinnering => "De herinnering aan wat er ontbreekt",
        Contracts.Brief.Uitstel => "De brief over het uitstel",
        Contracts.Brief.Opschorting => "De brief over het stilstaan van de termijn",
        Contracts.Brief.Ontvangstcorrectie => "De brief over de dag van ontvangst",
        Contracts.Brief.Intrekking => "De bevestiging van de intrekking",
        Contracts.Brief.Ingebrekestelling => "Het antwoord op de ingebrekestelling",
        Contracts.Brief.Dwangsombesluit => "Het besluit over de dwangsom",
        Contracts.Brief.Beschikking => "De beschikking",
        Contracts.Brief.Afschrift => "Het afschrift voor de inwoner",
        Contracts.Brief.Voornemen => "De brief over wat de gemeente wil weigeren",
        Contracts.Brief.Dwangsomterugvordering => "De brief over het terugbetalen van de dwangsom",
        Contracts.Brief.Herzieningsvoornemen => "De brief over wat de gemeente van plan is",
        Contracts.Brief.Wijzigingsverzoek => "De brief over wat de inwoner vroeg",
        Contracts.Brief.Wijzigingsbesluit => "Het besluit over de hulp",
        Contracts.Brief.Terugvordering => "De brief over het terugbetalen",
        Contracts.Brief.Vorderwijziging => "De brief dat er minder hoeft te worden terugbetaald",
        Contracts.Brief.EindeHulp => "De brief over het einde van de hulp",
        Contracts.Brief.Zorgstop => "De brief over de zorgaanbieder die stopte",
        Contracts.Brief.Bezwaarbevestiging => "De bevestiging van het bezwaar",
        Contracts.Brief.Bezwaarherstel => "De brief over wat in het bezwaar ontbreekt",
        Contracts.Brief.Bezwaarcommissie => "De brief over de commissie",
        Contracts.Brief.Bezwaartermijn => "De brief over de termijn van het bezwaar",
        Contracts.Brief.Hooruitnodiging => "De uitnodiging voor de hoorzitting",
        Contracts.Brief.NieuweFeiten => "De brief over nieuwe feiten",
        Contracts.Brief.Hoorbericht => "De brief over horen bij het bezwaar",
        Contracts.Brief.Bezwaaraanvulling => "De bevestiging van de brief bij het bezwaar",
        Contracts.Brief.Nabestaandenvraag => "De vraag aan de nabestaanden over het bezwaar",
        Contracts.Brief.Bezwaarintrekking => "De bevestiging dat het bezwaar is ingetrokken",
        Contracts.Brief.Bezwaaruitbreiding => "De brief over het nieuwe besluit bij het bezwaar",
        Contracts.Brief.Beroep => "De brief over de zaak bij de rechter",
        Contracts.Brief.Uitspraak => "De brief over de uitspraak",
        Contracts.Brief.Wijzigingsbevestiging => "De brief over het wijzigingsverzoek",
        Contracts.Brief.Klachtbevestiging => "De bevestiging van de klacht",
        Contracts.Brief.Klachtvraag => "De vraag wat de inwoner met de klacht bedoelt",
        Contracts.Brief.Klachtcommissie => "De brief over de klachtencommissie",
        Contracts.Brief.Klachtverdaging => "De brief over het uitstel van de klacht",
        Contracts.Brief.Klachtuitnodiging => "De uitnodiging om over de klacht te praten",
        Contracts.Brief.Klachtafhandeling => "De brief over de afloop van de klacht",
        Contracts.Brief.BeslissingOpBezwaar => "De beslissing op het bezwaar",
    };

    private static string Gevraagd(Wijzigingsvraag vraag) => vraag switch
    {
        Wijzigingsvraag.ZinNaarPgb => "van zorg in natura naar een pgb",
        Wijzigingsvraag.PgbNaarZin => "van een pgb naar zorg in natura",
        Wijzigingsvraag.AndereAanbieder => "een andere zorgaanbieder",
        Wijzigingsvraag.AndereHulp => "meer, minder of andere hulp",
        Wijzigingsvraag.Rekeningnummer => "een ander rekeningnummer",
        Wijzigingsvraag.Stoppen => "geen hulp meer",
    };

    private static string Gevolg(WijzigingsverzoekOntvangen g) => g switch
    {
        { Beslistermijn: { } termijn } => $"Dat is een aanvraag: de gemeente beslist uiterlijk op {ZonderWeekdag(termijn.Uiterlijk)}.",
        { Weg: Wijzigingsroute.Melding } => "Daarvoor is eerst een onderzoek nodig.",
        { Wacht: { } wacht } => $"Dat is een opzegging, met {ZonderWeekdag(wacht.LaatsteDag)} als laatste dag. Zij begint zodra "
            + $"{wacht.Herzieningnummer} klaar is.",
        { Weg: Wijzigingsroute.Opzegging } => "Dat is een opzegging.",
        _ => "Daarvoor is geen besluit nodig.",
    };

    private static string Afgerond(WijzigingsverzoekAfgerond g) => g.Afloop switch
    {
        Wijzigingsafloop.Melding => $"melding {g.Nummer} geworden",
        Wijzigingsafloop.Opzegging => $"opzegging {g.Nummer} geworden",
        Wijzigingsafloop.Besloten => $"beslist met besluit {g.Nummer}",
        Wijzigingsafloop.Verwezen => "doorverwezen: de SVB en het CAK hebben het rekeningnummer",
        Wijzigingsafloop.Ingetrokken => "door de inwoner ingetrokken",
        Wijzigingsafloop.Doorgezonden => "doorgestuurd naar de gemeente waar de inwoner woont",
        Wijzigingsafloop.NietMeerNodig => "niet meer nodig: de hulp stopt al door een ander besluit",
        Wijzigingsafloop.Uitgevoerd => "uitgevoerd",
    };

    private static string Antwoord(VerzoekBeantwoord g) => g.Uitkomst switch
    {
        Verzoekuitkomst.Toegekend => "is toegekend",
        Verzoekuitkomst.Afgewezen => "is afgewezen",
        Verzoekuitkomst.InOnderzoek =>
            $"wordt onderzocht{(g.Termijn is { } t ? $". Het antwoord volgt uiterlijk op {ZonderWeekdag(t.Uiterlijk)}" : "")}",
    };

    private static string Document(PgbDocument soort) => soort switch
    {
        PgbDocument.Uitvoeringsplan => "Het uitvoeringsplan",
        PgbDocument.Uitvraagformulier => "Het formulier van de zorgverlener",
        PgbDocument.Zorgovereenkomst => "De zorgovereenkomst",
    };

    private static string Uitkomsten(IReadOnlyList<Uitkomst> uitkomsten) =>
        uitkomsten.Count == 0 ? "afgewezen" : string.Join(" en ", uitkomsten.Distinct().Order().Select(u => u switch
        {
            Uitkomst.Toekennen => "toegekend",
            Uitkomst.GedeeltelijkToekennen => "gedeeltelijk toegekend",
            Uitkomst.Afwijzen => "afgewezen",
            Uitkomst.BuitenBehandeling => "niet in behandeling genomen",
        }));

    private static string GeenBijdrage(NietVerschuldigd reden) => reden switch
    {
        NietVerschuldigd.JongerDan18 => "Voor deze hulp is geen eigen bijdrage nodig: de inwoner is jonger dan 18 jaar.",
        NietVerschuldigd.Rolstoel => "Voor deze hulp is geen eigen bijdrage nodig: het gaat om een rolstoel.",
        NietVerschuldigd.BeschermdWonenOfOpvang =>
            "Voor beschermd wonen en opvang geldt een andere eigen bijdrage. Die is hiermee nog niet bij het CAK gemeld.",
    };

    private static string MetDeHand(RedenMetDeHand reden) => reden switch
    {
        RedenMetDeHand.TeLangGeleden => ": het is te lang geleden voor een bericht",
        // Not everyone who may see the dossier may know why a person is protected.
        RedenMetDeHand.AfgeschermdePersoon or RedenMetDeHand.StartMetDeHand => "",
    };

    /// <summary>The name describes the help; the code distinguishes two products of one category.</summary>
    private static string Product(Product product, DateTimeOffset op) =>
        $"{Productnamen.Van(product.Categorie, op.Dag())} (product {product.Code})";

    private static string Beletsel(Beletselreden reden) => reden switch
    {
        Beletselreden.AanbiederOnbekend => "de zorgaanbieder staat niet in het register",
        Beletselreden.ProductNietGecontracteerd => "de zorgaanbieder heeft geen contract voor deze hulp",
        Beletselreden.BuitenContractperiode => "het contract geldt niet in de hele periode",
        Beletselreden.GeenTarief => "er is geen tarief voor deze hulp",
        Beletselreden.GeenCapaciteit => "de zorgaanbieder heeft geen plaats",
        Beletselreden.Stapeling => "dezelfde hulp is al toegewezen",
        Beletselreden.PgbVoorZelfdeProduct => "de inwoner heeft voor deze hulp een pgb",
        Beletselreden.InwonerOverleden => "de inwoner is overleden",
    };

    private static string Signaal(EbBericht soort) => soort == EbBericht.Start ? "het begin" : "het einde";

    private static string Bericht(string soort, Berichtrichting richting, string wie) =>
        richting == Berichtrichting.Uitgaand
            ? $"De gemeente heeft {wie} een bericht gestuurd ({soort})."
            : $"De gemeente heeft een bericht gekregen van {wie} ({soort}).";

    private static string Signaal(EbBericht soort, EbAanlevering aanlevering) => aanlevering switch
    {
        EbAanlevering.Eerste => Signaal(soort),
        EbAanlevering.Wijziging => $"de wijziging van {Signaal(soort)}",
        EbAanlevering.Verwijdering => $"de verwijdering van {Signaal(soort)}",
    };

    private static string Codes(IReadOnlyList<string> codes) => codes.Count == 0 ? "" : $" (retourcode {string.Join(", ", codes)})";

    private static string Hoofdletter(string zin) => char.ToUpperInvariant(zin[0]) + zin[1..];
}
