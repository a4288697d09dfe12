using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>
/// Computes every term of the platform, with its derivation. A term starts on the day of a fact; that day itself does not count. Statutory
/// terms follow the Algemene termijnenwet (Atw). Service norms and iWmo terms count working days. A start outside 2015 to 2100 is an <see
/// cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class Termijnen
{
    /// <summary>
    /// Longest delay that may be announced, in weeks: the municipality's reading of "as short as possible" (Awb 4:14 lid 1).
    /// </summary>
    public const int MaximaalUitstelWeken = 2;

    /// <summary>Longest postponement of a decision on bezwaar, in weeks (Awb 7:10 lid 3).</summary>
    public const int MaximaleVerdagingBezwaar = 6;

    /// <summary>Longest postponement of a klacht, in weeks (Awb 9:11 lid 2).</summary>
    public const int MaximaleVerdagingKlacht = 4;

    /// <summary>Answers a question about any term, with the method below for that term.</summary>
    /// <param name="vraag">The question.</param>
    /// <param name="beleid">The municipality's choices; the row of the day on which the term starts counts.</param>
    /// <exception cref="ArgumentException">
    /// A suspension ends before it starts, or is on a ground that this term does not know; or a delay is announced for a bezwaar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The start lies outside 2015 to 2100, the delay is not 1 or 2 weeks, or the postponement is longer than the law allows.
    /// </exception>
    /// <exception cref="GegevensOntbrekenException">The municipality's choices are unknown for that day.</exception>
    public static Termijnberekening Bereken(Termijnvraag vraag, Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(vraag);
        ArgumentNullException.ThrowIfNull(beleid);
        Afleiding.Controleer(vraag.Start);
        var (start, normen) = (vraag.Start, beleid.Op(vraag.Start).Waarde.Servicenormen);
        var termijn = vraag.Soort switch
        {
            Termijnsoort.Bevestiging => Bevestiging(start, normen),
            Termijnsoort.PersoonlijkPlan => PersoonlijkPlan(start),
            Termijnsoort.Afspraak => Afspraak(start, normen),
            Termijnsoort.Spoed => Spoed(start, normen),
            Termijnsoort.Onderzoek => Onderzoek(start),
            Termijnsoort.Beschikking => Beschikking(start, vraag.Opschortingen),
            Termijnsoort.BuitenBehandeling => BuitenBehandeling(start),
            Termijnsoort.Bezwaar => Bezwaar(start),
            Termijnsoort.BeslissingOpBezwaar => BeslissingOpBezwaar(start, vraag.Adviescommissie, vraag.Verdaagd, vraag.Opschortingen,
                vraag.VerdaagdWeken ?? MaximaleVerdagingBezwaar, vraag.InstemmingTot),
            Termijnsoort.NadereStukken => NadereStukken(start),
            Termijnsoort.TerInzage => TerInzage(start),
            Termijnsoort.Beroep => Beroep(start),
            Termijnsoort.BeroepNietTijdig => BeroepNietTijdig(start),
            Termijnsoort.Klacht => Klacht(start, vraag.Adviescommissie, vraag.Verdaagd, vraag.VerdaagdWeken ?? MaximaleVerdagingKlacht,
                vraag.InstemmingTot),
            Termijnsoort.Betaling => Betaling(start),
            Termijnsoort.IwmoRetour => IwmoRetour(start, normen.GelijkgesteldeDagenTellen),
            Termijnsoort.IwmoStart => IwmoStart(start, normen.GelijkgesteldeDagenTellen),
            Termijnsoort.IwmoVerzoek => IwmoVerzoek(start, normen.GelijkgesteldeDagenTellen),
            Termijnsoort.IwmoVerzoekEind => IwmoVerzoekEind(start),
            Termijnsoort.IwmoDeclaratie => IwmoDeclaratie(start, normen.GelijkgesteldeDagenTellen),
            Termijnsoort.Cak => Cak(start),
            Termijnsoort.CakPgb => CakPgb(start),
            Termijnsoort.SvbAfsluiting => SvbAfsluiting(start),
            Termijnsoort.Wijziging => Wijziging(start, normen),
            Termijnsoort.Bewaring => Bewaring(start),
            _ => throw new ArgumentOutOfRangeException(nameof(vraag), vraag.Soort, null),
        };
        if (!vraag.KanStilstaan) return Afleiding.ZonderGevolg(termijn, vraag.Opschortingen.Count > 0, vraag.Uitstel is not null);
        return vraag.Uitstel is { } uitstel ? Uitstel(termijn, uitstel.Bekendgemaakt, uitstel.Weken) : termijn;
    }

    /// <summary>Confirmation of a melding, in working days (service norm; Wmo 2015 art. 2.3.2 lid 1 requires the confirmation).</summary>
    /// <param name="melding">The day the melding was received.</param>
    /// <param name="normen">The municipality's promises on that day.</param>
    public static Termijnberekening Bevestiging(DateOnly melding, Servicenormen normen)
    {
        ArgumentNullException.ThrowIfNull(normen);
        return Afleiding.Werkdagen("bevestiging", Artikel.Bevestiging, Feit.Melding, melding, normen.BevestigingWerkdagen,
            normen.GelijkgesteldeDagenTellen);
    }

    /// <summary>The term to hand in a persoonlijk plan: 7 days after the melding (Wmo 2015 art. 2.3.2 lid 2).</summary>
    /// <param name="melding">The day the melding was received.</param>
    public static Termijnberekening PersoonlijkPlan(DateOnly melding) =>
        Afleiding.MetAtw("persoonlijk-plan", Artikel.PersoonlijkPlan, Feit.Melding, melding, "Zeven dagen", 7);

    /// <summary>The term to make an appointment for the gesprek, in working days (service norm).</summary>
    /// <param name="melding">The day the melding was received.</param>
    /// <param name="normen">The municipality's promises on that day.</param>
    public static Termijnberekening Afspraak(DateOnly melding, Servicenormen normen)
    {
        ArgumentNullException.ThrowIfNull(normen);
        return Afleiding.Werkdagen("afspraak", Artikel.Servicenorm, Feit.Melding, melding, normen.AfspraakWerkdagen,
            normen.GelijkgesteldeDagenTellen);
    }

    /// <summary>
    /// The decision on temporary help in an urgent case: without delay (Wmo 2015 art. 2.3.3), in working days that the municipality sets.
    /// </summary>
    /// <param name="melding">The day the melding was received.</param>
    /// <param name="normen">The municipality's promises on that day.</param>
    public static Termijnberekening Spoed(DateOnly melding, Servicenormen normen)
    {
        ArgumentNullException.ThrowIfNull(normen);
        return Afleiding.Werkdagen(
            "spoed", Artikel.Spoed, Feit.Melding, melding, normen.SpoedWerkdagen, normen.GelijkgesteldeDagenTellen);
    }

    /// <summary>The onderzoek: 6 weeks after the melding (Wmo 2015 art. 2.3.2 lid 1).</summary>
    /// <param name="melding">The day the melding was received.</param>
    public static Termijnberekening Onderzoek(DateOnly melding) =>
        Afleiding.MetAtw("onderzoek", Artikel.Onderzoek, Feit.Melding, melding, "Zes weken", 42);

    /// <summary>
    /// The first day of an aanvraag without a verslag: the day after the term of the onderzoek (Wmo 2015 art. 2.3.2 lid 9).
    /// </summary>
    /// <param name="melding">The day the melding was received.</param>
    /// <returns><see cref="Termijnberekening.Uiterlijk"/> is the first day on which it is allowed.</returns>
    public static Termijnberekening AanvraagZonderVerslag(DateOnly melding)
    {
        var onderzoek = Onderzoek(melding);
        var vanaf = onderzoek.Uiterlijk.AddDays(1);
        return new("aanvraag-zonder-verslag", melding, vanaf, Artikel.AanvraagZonderVerslag,
        [
            .. onderzoek.Stappen,
            new(vanaf, $"Is het onderzoek dan niet klaar, dan kunt u vanaf {Voluit(vanaf)} een aanvraag doen zonder verslag.",
                Artikel.AanvraagZonderVerslag, 1),
        ]);
    }

    /// <summary>The beschikking: 2 weeks after the aanvraag was received (Wmo 2015 art. 2.3.5 lid 2), suspended as in Awb 4:15.</summary>
    /// <param name="aanvraag">The day the aanvraag (the signed verslag) was received.</param>
    /// <param name="opschortingen">Suspensions, in any order; days in two of them count once.</param>
    /// <exception cref="ArgumentException">A suspension ends before it starts, or is on the ground of bezwaar.</exception>
    public static Termijnberekening Beschikking(DateOnly aanvraag, IReadOnlyList<Opschorting>? opschortingen = null) =>
        Afleiding.MetAtw("beschikking", Artikel.Beschikking, Feit.Aanvraag, aanvraag, "Twee weken", 14, opschortingen);

    /// <summary>
    /// Adds an announced delay (Awb 4:14 lid 1): the <see cref="Termijnberekening.ToegezegdeDatum"/> stands beside the statutory day, which
    /// never moves. A delay announced after the last day has no such date, and a step says so.
    /// </summary>
    /// <param name="termijn">The term of a beschikking.</param>
    /// <param name="bekendgemaakt">The day the announcement was made known.</param>
    /// <param name="weken">1 or 2.</param>
    /// <exception cref="ArgumentException">Another term: to a bezwaar Awb 4:14 does not apply (Awb 7:14).</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another number of weeks.</exception>
    public static Termijnberekening Uitstel(Termijnberekening termijn, DateOnly bekendgemaakt, int weken)
    {
        ArgumentNullException.ThrowIfNull(termijn);
        ArgumentOutOfRangeException.ThrowIfLessThan(weken, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weken, MaximaalUitstelWeken);
        return Afleiding.MetUitstel(termijn, bekendgemaakt, weken);
    }

    /// <summary>Bezwaar: 6 weeks from the day after the decision was made known (Awb 6:7 and 6:8 lid 1).</summary>
    /// <param name="bekendmaking">The day the decision was made known.</param>
    public static Termijnberekening Bezwaar(DateOnly bekendmaking) =>
        Afleiding.MetAtw("bezwaar", Artikel.Bezwaar, Feit.Bekendmaking, bekendmaking, "Zes weken", 42);

    /// <summary>
    /// The decision on bezwaar: 6 weeks from the day after the objection term ended, 12 with an adviescommissie (Awb 7:10 lid 1). It stands
    /// still only while a defect is repaired (lid 2), and moves only by a postponement (lid 3) and by consent (lid 4).
    /// </summary>
    /// <param name="bekendmaking">The day the decision objected to was made known.</param>
    /// <param name="adviescommissie">
    /// Whether an adviescommissie was set up and the applicant was informed. Without that information it is false.
    /// </param>
    /// <param name="verdaagd">Whether the decision was postponed in time.</param>
    /// <param name="opschortingen">Times in which a defect was to be repaired, in any order; days in two of them count once.</param>
    /// <param name="verdaagdWeken">The weeks of the postponement, 1 to 6.</param>
    /// <param name="instemmingTot">The day until which the objector agreed to wait; null without such consent.</param>
    /// <exception cref="ArgumentException">A suspension ends before it starts, or is on another ground.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The postponement is not 1 to 6 weeks.</exception>
    public static Termijnberekening BeslissingOpBezwaar(
        DateOnly bekendmaking, bool adviescommissie = false, bool verdaagd = false, IReadOnlyList<Opschorting>? opschortingen = null,
        int verdaagdWeken = MaximaleVerdagingBezwaar, DateOnly? instemmingTot = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(verdaagdWeken, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(verdaagdWeken, MaximaleVerdagingBezwaar);
        return Afleiding.BeslissingOpBezwaar(
            Bezwaar(bekendmaking), adviescommissie, verdaagd ? verdaagdWeken : 0, opschortingen, instemmingTot);
    }

    /// <summary>
    /// The last day to hand in papers before a hearing: they come in before the tenth day before it, so on the eleventh at the latest (Awb
    /// 7:4 lid 1; ABRvS 24 May 2006, ECLI:NL:RVS:2006:AX4384 on the same words in 8:58). The Atw does not move a day that is counted back.
    /// </summary>
    /// <param name="hoorzitting">The day of the hearing.</param>
    public static Termijnberekening NadereStukken(DateOnly hoorzitting) =>
        Afleiding.Terug("nadere-stukken", Artikel.NadereStukken, hoorzitting, 11,
            "Nadere stukken moeten er tot tien dagen voor de hoorzitting zijn, dus uiterlijk op");

    /// <summary>The first day on which the file lies open: at least a week before the hearing (Awb 7:4 lid 2).</summary>
    /// <param name="hoorzitting">The day of the hearing.</param>
    /// <returns><see cref="Termijnberekening.Uiterlijk"/> is the day on which the file lies open at the latest.</returns>
    public static Termijnberekening TerInzage(DateOnly hoorzitting) =>
        Afleiding.Terug("ter-inzage", Artikel.TerInzage, hoorzitting, 7,
            "De stukken liggen ten minste een week voor de hoorzitting ter inzage, dus vanaf uiterlijk");

    /// <summary>Beroep: 6 weeks from the day after the decision on bezwaar was made known (Awb 6:7 and 6:8 lid 1).</summary>
    /// <param name="bekendmaking">The day the decision on bezwaar was made known.</param>
    public static Termijnberekening Beroep(DateOnly bekendmaking) =>
        Afleiding.MetAtw("beroep", Artikel.Beroep, Feit.BeslissingOpBezwaar, bekendmaking, "Zes weken", 42);

    /// <summary>
    /// The first day of a beroep because no decision was made in time: after two weeks since the ingebrekestelling (Awb 6:12 lid 2).
    /// </summary>
    /// <param name="ingebrekestelling">The day the written notice was received, after the term to decide.</param>
    /// <returns><see cref="Termijnberekening.Uiterlijk"/> is the first day on which it is allowed.</returns>
    public static Termijnberekening BeroepNietTijdig(DateOnly ingebrekestelling) => Afleiding.BeroepNietTijdig(ingebrekestelling);

    /// <summary>
    /// A klacht: 6 weeks after it was received, 10 with a commission (Awb 9:11 lid 1), at most 4 more (lid 2), longer by consent (lid 3).
    /// </summary>
    /// <param name="ontvangst">The day the klacht was received.</param>
    /// <param name="commissie">Whether a commission handles it (Awb 9.1.3).</param>
    /// <param name="verdaagd">Whether it was postponed in time.</param>
    /// <param name="verdaagdWeken">The weeks of the postponement, 1 to 4.</param>
    /// <param name="instemmingTot">The day until which the person agreed in writing to wait; null without such consent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The postponement is not 1 to 4 weeks.</exception>
    public static Termijnberekening Klacht(DateOnly ontvangst, bool commissie = false, bool verdaagd = false,
        int verdaagdWeken = MaximaleVerdagingKlacht, DateOnly? instemmingTot = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(verdaagdWeken, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(verdaagdWeken, MaximaleVerdagingKlacht);
        return Afleiding.Klacht(ontvangst, commissie, verdaagd ? verdaagdWeken : 0, instemmingTot);
    }

    /// <summary>The term to tell somebody that a klacht is not handled: 4 weeks after it was received (Awb 9:8 lid 3).</summary>
    /// <param name="ontvangst">The day the klacht was received.</param>
    public static Termijnberekening KlachtNietBehandelen(DateOnly ontvangst) =>
        Afleiding.MetAtw("klacht-niet-behandelen", Artikel.KlachtNietBehandelen, Feit.Klacht, ontvangst, "Vier weken", 28);

    /// <summary>Whether conduct lies more than a year before the klacht about it (Awb 9:8 lid 1 onder b).</summary>
    /// <param name="gedraging">The day of the conduct.</param>
    /// <param name="ontvangst">The day the klacht was received.</param>
    public static bool LangerDanEenJaarGeleden(DateOnly gedraging, DateOnly ontvangst) => gedraging.AddYears(1) < ontvangst;

    /// <summary>Hoger beroep: 6 weeks from the day after the judgment was sent (Awb 6:7, 6:8 and 6:24).</summary>
    /// <param name="verzending">The day on which the court sent it.</param>
    public static Termijnberekening HogerBeroep(DateOnly verzending) =>
        Afleiding.MetAtw("hoger-beroep", Artikel.HogerBeroep, Feit.Uitspraak, verzending, "Zes weken", 42);

    /// <summary>
    /// Verzet against a judgment without a hearing: 6 weeks from the day after it was sent (Awb 8:55 lid 1 with 6:7 and 6:8). There is no
    /// hoger beroep against such a judgment (8:104 lid 2).
    /// </summary>
    /// <param name="verzending">The day on which the court sent it.</param>
    public static Termijnberekening Verzet(DateOnly verzending) =>
        Afleiding.MetAtw("verzet", Artikel.Verzet, Feit.Uitspraak, verzending, "Zes weken", 42);

    /// <summary>
    /// The term to send the file to the court: 4 weeks after the court sent the beroepschrift (Awb 8:42 lid 1), 2 when no decision was made
    /// in time (8:55c).
    /// </summary>
    /// <param name="verzending">The day on which the court sent it.</param>
    /// <param name="nietTijdig">Whether it is about the lack of a decision.</param>
    public static Termijnberekening Processtukken(DateOnly verzending, bool nietTijdig = false) => nietTijdig
        ? Afleiding.MetAtw("processtukken", Artikel.ProcesstukkenNietTijdig, Feit.Beroepschrift, verzending, "Twee weken", 14)
        : Afleiding.MetAtw("processtukken", Artikel.Processtukken, Feit.Beroepschrift, verzending, "Vier weken", 28);

    /// <summary>
    /// What a judgment orders within a number of weeks after it was sent. The Atw is about terms of a law, so it does not move this day.
    /// </summary>
    /// <param name="verzending">The day on which the court sent it.</param>
    /// <param name="weken">The weeks that the judgment gives; 0 for at once.</param>
    public static Termijnberekening OpdrachtRechter(DateOnly verzending, int weken) =>
        Afleiding.Dagen("opdracht-rechter", Artikel.OpdrachtRechter, Feit.Uitspraak, verzending, $"{weken} weken", 7 * weken);

    /// <summary>The payment of a sum of money: 6 weeks after the decision on it was made known (Awb 4:87 lid 1).</summary>
    /// <param name="bekendmaking">The day the decision was made known.</param>
    public static Termijnberekening Betaling(DateOnly bekendmaking) =>
        Afleiding.MetAtw("betaling", Artikel.Betaling, Feit.Geldbesluit, bekendmaking, "Zes weken", 42);

    /// <summary>
    /// The term to inform an applicant that the aanvraag is not processed: 4 weeks after it was completed, or after the term for that
    /// expired (Awb 4:5 lid 4).
    /// </summary>
    /// <param name="aangevuld">The day on which it was completed, or the last day of the term to do so.</param>
    public static Termijnberekening BuitenBehandeling(DateOnly aangevuld) =>
        Afleiding.MetAtw("buiten-behandeling", Artikel.BuitenBehandeling, Feit.Aanvulling, aangevuld, "Vier weken", 28);

    /// <summary>
    /// The term to find another provider with a person whose provider stopped by itself, in working days. The right stays meanwhile.
    /// </summary>
    /// <param name="melding">The day the stop was reported.</param>
    /// <param name="beleid">The municipality's choices on that day.</param>
    public static Termijnberekening AndereAanbieder(DateOnly melding, Gemeentebeleid beleid)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        return Afleiding.Werkdagen("andere-aanbieder", Artikel.Servicenorm, Feit.Zorgstop, melding,
            beleid.Toewijzing.AndereAanbiederWerkdagen, beleid.Servicenormen.GelijkgesteldeDagenTellen);
    }

    /// <summary>The term to ask the person about an early stop that a provider reported, in working days.</summary>
    /// <param name="melding">The day the stop was reported.</param>
    /// <param name="beleid">The municipality's choices on that day.</param>
    public static Termijnberekening NavraagStop(DateOnly melding, Gemeentebeleid beleid)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        return Afleiding.Werkdagen("navraag-stop", Artikel.Servicenorm, Feit.Zorgstop, melding, beleid.Toewijzing.NavraagWerkdagen,
            beleid.Servicenormen.GelijkgesteldeDagenTellen);
    }

    /// <summary>The term to process a change form, in weeks, without the Atw (service norm).</summary>
    /// <param name="ontvangst">The day the form was received.</param>
    /// <param name="normen">The municipality's promises on that day.</param>
    public static Termijnberekening Wijziging(DateOnly ontvangst, Servicenormen normen)
    {
        ArgumentNullException.ThrowIfNull(normen);
        var weken = normen.WijzigingWeken;
        return Afleiding.Dagen("wijziging", Artikel.Servicenorm, Feit.Wijziging, ontvangst, weken == 8 ? "Acht weken" : $"{weken} weken",
            7 * weken);
    }

    /// <summary>The term to keep a dossier: 15 years after its last change (Wmo 2015 art. 5.3.4).</summary>
    /// <param name="laatsteWijziging">The day the dossier was last changed.</param>
    /// <returns><see cref="Termijnberekening.Uiterlijk"/> is the first day on which destruction is allowed.</returns>
    public static Termijnberekening Bewaring(DateOnly laatsteWijziging) => Afleiding.Bewaring(laatsteWijziging, jaren: 15);

    /// <summary>The retour to a chain message: 3 working days (iWmo 3.2 OP090).</summary>
    /// <param name="ontvangst">The day the message was received.</param>
    /// <param name="gelijkgesteldeDagenTellen">Policy: whether days put on a par by decree are working days.</param>
    public static Termijnberekening IwmoRetour(DateOnly ontvangst, bool gelijkgesteldeDagenTellen = false) =>
        Afleiding.Werkdagen("iwmo-retour", Artikel.IwmoRetour, Feit.Bericht, ontvangst, 3, gelijkgesteldeDagenTellen);

    /// <summary>The start message (305): 5 working days after the help really started (iWmo 3.2 OP271).</summary>
    /// <param name="begin">The day on which the help started, or a retroactive toewijzing was received.</param>
    /// <param name="gelijkgesteldeDagenTellen">Policy: whether days put on a par by decree are working days.</param>
    public static Termijnberekening IwmoStart(DateOnly begin, bool gelijkgesteldeDagenTellen = false) =>
        Afleiding.Werkdagen("iwmo-start", Artikel.IwmoStart, Feit.BeginHulp, begin, 5, gelijkgesteldeDagenTellen);

    /// <summary>The first answer to a provider's request (315, 317): 5 working days (iWmo 3.2 OP274 and OP346).</summary>
    /// <param name="ontvangst">The day the request was received.</param>
    /// <param name="gelijkgesteldeDagenTellen">Policy: whether days put on a par by decree are working days.</param>
    public static Termijnberekening IwmoVerzoek(DateOnly ontvangst, bool gelijkgesteldeDagenTellen = false) =>
        Afleiding.Werkdagen("iwmo-verzoek", Artikel.IwmoVerzoek, Feit.Verzoek, ontvangst, 5, gelijkgesteldeDagenTellen);

    /// <summary>The final answer to a provider's request "in onderzoek": 8 weeks, without the Atw (iWmo 3.2 OP274 and OP346).</summary>
    /// <param name="ontvangst">The day the request was received.</param>
    public static Termijnberekening IwmoVerzoekEind(DateOnly ontvangst) =>
        Afleiding.Dagen("iwmo-verzoek-eind", Artikel.IwmoVerzoek, Feit.Verzoek, ontvangst, "Acht weken", 56);

    /// <summary>The answer (325) to a declaration (323): 10 working days (iWmo 3.2 OP090x4).</summary>
    /// <param name="ontvangst">The day the declaration was received.</param>
    /// <param name="gelijkgesteldeDagenTellen">Policy: whether days put on a par by decree are working days.</param>
    public static Termijnberekening IwmoDeclaratie(DateOnly ontvangst, bool gelijkgesteldeDagenTellen = false) =>
        Afleiding.Werkdagen("iwmo-declaratie", Artikel.IwmoDeclaratie, Feit.Declaratie, ontvangst, 10, gelijkgesteldeDagenTellen);

    /// <summary>
    /// The term to signal a voorziening in kind to the CAK: 1 calendar month, without the Atw (Uitvoeringsregeling Wmo 2015 art. 2f).
    /// </summary>
    /// <param name="verstrekking">The day the voorziening was provided.</param>
    public static Termijnberekening Cak(DateOnly verstrekking) =>
        Afleiding.Maanden("cak", Artikel.Cak, Feit.BeginHulp, verstrekking, "Eén maand", 1);

    /// <summary>The term to signal a pgb to the CAK: 4 calendar months, without the Atw (Uitvoeringsregeling Wmo 2015 art. 2f).</summary>
    /// <param name="ingang">The first day of the granted pgb.</param>
    public static Termijnberekening CakPgb(DateOnly ingang) =>
        Afleiding.Maanden("cak-pgb", Artikel.Cak, Feit.IngangPgb, ingang, "Vier maanden", 4);

    /// <summary>
    /// The term of the SVB to close a budget: 98 plain days after its end or the end of the year, without the Atw (art. 4: more than 90
    /// days).
    /// </summary>
    /// <param name="einde">The last day of the budget, or 31 December.</param>
    public static Termijnberekening SvbAfsluiting(DateOnly einde) =>
        Afleiding.Dagen("svb-afsluiting", Artikel.SvbAfsluiting, Feit.EindeBudget, einde, "98 dagen", 98);
}
