using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Where the dossier is. Of several voorzieningen the one that asks most attention gives the status; that is their order here.</summary>
public enum Dossierstatus
{
    Gemeld,
    IdentiteitOnbekend,
    InOnderzoek,
    PgbPastNiet,
    VerslagBijInwoner,
    GeenIndicatie,
    Aanvraag,
    Besloten,
    ToewijzingAangehouden,
    AanbiederAfgekeurd,
    SvbAfgekeurd,
    BudgeteindeAfgekeurd,
    Toegekend,
    HulpTijdelijkGestopt,
    HulpLoopt,
    HulpGestopt,
    Afgewezen,
    BuitenBehandeling,
    DoorverwezenWlz,
    DoorverwezenAnderDomein,
    Ingetrokken,
}

/// <summary>Who must act; in this order when several must.</summary>
public enum Wie
{
    Consulent,
    Beslisser,
    Backoffice,
    /// <summary>The platform itself: it happens without anyone.</summary>
    Gemeente,
    Aanbieder,
    Svb,
    Cak,
    Inwoner,
    Niemand,
}

/// <summary>Where the dossier is, who must act next, what they do, and before when.</summary>
public sealed record Stand(Dossierstatus Status, Wie Wie, string Wat, DateOnly? Uiterlijk = null);

/// <summary>Who must act next. Every state names an action, above all the states that refuse.</summary>
public static class AanZet
{
    /// <summary>Reason of a change: removed, as if never assigned (code list WMO002).</summary>
    private const string Verwijderd = "13";

    public static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen) =>
        Afgebroken(feiten)
        ?? NaBeschikking(feiten, termijnen)
        ?? VanAanvraagTotBeschikking(feiten, termijnen)
        ?? Bevestiging(feiten, termijnen, Onderzoek(feiten, termijnen));

    /// <summary>Withdrawn, or handed to another law.</summary>
    private static Stand? Afgebroken(Feiten feiten)
    {
        if (IsAanvraag(feiten)) return null;
        return (feiten.Laatste<OnderzoekGestopt>()?.Reden, feiten.Heeft<MeldingIngetrokken>()) switch
        {
            (Stopreden.Wlz, _) => new(Dossierstatus.DoorverwezenWlz, Wie.Inwoner, "De inwoner vraagt zorg aan bij het CIZ (Wet langdurige zorg). De consulent helpt daarbij."),
            (Stopreden.AnderDomein, _) => new(Dossierstatus.DoorverwezenAnderDomein, Wie.Inwoner, "De inwoner vraagt hulp bij de organisatie die de consulent heeft genoemd."),
            (Stopreden.MeldingIngetrokken, _) or (_, true) => new(Dossierstatus.Ingetrokken, Wie.Niemand, "Er hoeft niets meer te gebeuren. De inwoner kan altijd een nieuwe melding doen."),
            _ => null,
        };
    }

    /// <summary>A confirmation that cannot be sent is a matter beside the onderzoek, and due before it (Wmo 2015 art. 2.3.2 lid 1).</summary>
    private static Stand Bevestiging(Feiten feiten, IReadOnlyList<Termijnstand> termijnen, Stand onderzoek) =>
        feiten.Heeft<AdresNietGevonden>() && !feiten.Heeft<OntvangstBevestigd>()
            ? new(onderzoek.Status, Wie.Consulent, "Er is geen adres voor de ontvangstbevestiging. De consulent geeft de bevestiging zelf aan de inwoner, en legt de dag vast bij de verzendingen.", Loopt(termijnen, Termijnen.Bevestiging))
            : onderzoek;

    private static Stand Onderzoek(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var uiterlijk = Loopt(termijnen, Termijnen.Onderzoek);
        // Wmo 2015 art. 2.3.4: the identity must be certain before anything is decided.
        if (feiten.Laatste(g => g is PersoonNietGevonden or PersoonsgegevensVastgesteld) is PersoonNietGevonden)
            return new(Dossierstatus.IdentiteitOnbekend, Wie.Consulent, "De consulent stelt vast wie de inwoner is, met een geldig identiteitsbewijs.", uiterlijk);
        if (!feiten.Heeft<OnderzoekGeopend>())
            return new(Dossierstatus.Gemeld, Wie.Gemeente, "De gemeente neemt de melding in behandeling.", Loopt(termijnen, Termijnen.Bevestiging));
        var verslag = feiten.Laatste(g => g is VerslagVastgesteld or VerslagTeruggestuurd);
        if (Pgbs(feiten).Any(id => Toets(feiten, id) is { Akkoord: false }))
            return new(Dossierstatus.PgbPastNiet, Wie.Consulent, verslag is VerslagVastgesteld
                ? "De consulent bespreekt met de inwoner of zorg in natura past. Het verslag ligt al bij de inwoner: de consulent legt eerst de opmerkingen daarop vast, en dan de nieuwe keuze."
                : "De consulent bespreekt met de inwoner of zorg in natura past, en legt de nieuwe keuze vast.", uiterlijk);

        switch (verslag)
        {
            case VerslagVastgesteld { AantalIndicaties: 0 }:
                return new(Dossierstatus.GeenIndicatie, Wie.Inwoner, "De inwoner leest het verslag. Wie toch een besluit van de gemeente wil, ondertekent het.");
            case VerslagVastgesteld:
                return new(Dossierstatus.VerslagBijInwoner, Wie.Inwoner, "De inwoner ondertekent het verslag, of stuurt het terug met opmerkingen.");
            case VerslagTeruggestuurd:
                return new(Dossierstatus.InOnderzoek, Wie.Consulent, "De consulent verwerkt de opmerkingen en stelt het verslag opnieuw vast.", uiterlijk);
        }

        return new(Dossierstatus.InOnderzoek, Wie.Consulent, Onderzoekstap(feiten), uiterlijk);
    }

    private static string Onderzoekstap(Feiten feiten)
    {
        var gekozen = feiten.Alle<LeveringsvormGekozen>().Select(k => k.VoorzieningId).ToHashSet();
        var ingetrokken = Ingetrokken(feiten);
        var indicaties = feiten.Alle<IndicatieGesteld>().Where(i => !ingetrokken.Contains(i.VoorzieningId)).ToList();
        if (indicaties.Count > 0 && indicaties.All(i => gekozen.Contains(i.VoorzieningId)))
            return "De consulent stelt het verslag vast en stuurt het naar de inwoner.";
        if (indicaties.Count > 0)
            return "De consulent legt de keuze van de inwoner vast: zorg in natura of een pgb.";
        // A later indicatie replaces a reasoned no, also when it was withdrawn in its turn.
        if (feiten.Laatste(g => g is IndicatieGesteld or GeenIndicatieGesteld) is GeenIndicatieGesteld)
            return "De consulent stelt het verslag vast en legt daarin uit waarom er geen hulp nodig is.";

        var gevoerd = feiten.Alle<GesprekGevoerd>().Select(g => g.GesprekId).ToHashSet();
        if (feiten.Alle<GesprekGepland>().FirstOrDefault(g => !gevoerd.Contains(g.GesprekId)) is { } gepland)
            return $"De consulent voert het gesprek op {ZonderWeekdag(gepland.Tijdstip.Dag())} en maakt een verslag.";
        return gevoerd.Count > 0
            ? "De consulent beoordeelt of hulp van de gemeente nodig is."
            : "De consulent plant een gesprek met de inwoner.";
    }

    private static Stand? VanAanvraagTotBeschikking(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (!IsAanvraag(feiten)) return null;
        var uiterlijk = Loopt(termijnen, Termijnen.Beschikking);
        if (feiten.Heeft<BesluitGenomen>())
            return new(Dossierstatus.Besloten, Wie.Backoffice, "De backoffice maakt de beschikking bekend aan de inwoner.", uiterlijk);
        // The melding was withdrawn while the signed verslag was on its way: what the person means is for the person to say.
        if (feiten.Heeft<MeldingIngetrokken>())
            return new(Dossierstatus.Aanvraag, Wie.Consulent, "De inwoner trok de melding in, maar had het verslag al ondertekend. De consulent vraagt of de inwoner ook de aanvraag intrekt, en zegt dat tegen de beslisser.", uiterlijk);
        // Null is a check that still runs: begun again, it has no outcome any more.
        var toetsen = Pgbs(feiten).Select(id => Toets(feiten, id)).ToList();
        if (toetsen.Exists(t => t is { Akkoord: false }))
            return new(Dossierstatus.PgbPastNiet, Wie.Beslisser, "De beslisser neemt een besluit. Het pgb kan niet worden toegekend; de consulent bespreekt zorg in natura met de inwoner.", uiterlijk);
        if (toetsen.Contains(null))
            return new(Dossierstatus.Aanvraag, Wie.Consulent, "De consulent rondt de pgb-toets af: de documenten en het gesprek over het pgb.", uiterlijk);
        return new(Dossierstatus.Aanvraag, Wie.Beslisser, "De beslisser neemt een besluit over de aanvraag.", uiterlijk);
    }

    private static Stand? NaBeschikking(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (feiten.Laatste<BeschikkingBekendgemaakt>() is not { } beschikking) return null;
        var standen = beschikking.Voorzieningen.Where(v => v.IsToegekend)
            .Select(v => v.Leveringsvorm == Leveringsvorm.Pgb ? Pgb(feiten, v.VoorzieningId) : Zin(feiten, v.VoorzieningId)).ToList();
        if (standen.Count == 0) return Geweigerd(beschikking);

        var eerste = standen.MinBy(s => (s.Wie, s.Status))!;
        // A request of the provider and the eigen bijdrage are matters beside the help: they may need someone, they do not change where the help is.
        Stand?[] ernaast = [Verzoek(feiten), EigenBijdrage(feiten, termijnen)];
        return ernaast.OfType<Stand>().Where(s => s.Wie < eerste.Wie).MinBy(s => s.Wie) is { } voor ? voor with { Status = eerste.Status } : eerste;
    }

    /// <summary>What a provider asks and nobody has answered for good; the one that is due first. The status is filled in by the caller.</summary>
    private static Stand? Verzoek(Feiten feiten) => feiten.Alle<VerzoekOntvangen>()
        .Select(v => (Verzoek: v, Antwoord: feiten.Alle<VerzoekBeantwoord>().LastOrDefault(b => b.AggregaatId == v.AggregaatId)))
        .Where(v => v.Antwoord is null or { Uitkomst: Verzoekuitkomst.InOnderzoek })
        .Select(v => new Stand(default, Wie.Consulent,
            $"De consulent beantwoordt het verzoek van de aanbieder om {(v.Verzoek.Wijziging ? "de hulp te wijzigen" : "hulp toe te wijzen")}: toekennen of afwijzen.", v.Antwoord?.Termijn?.Uiterlijk ?? v.Verzoek.Termijn.Uiterlijk))
        .MinBy(s => s.Uiterlijk);

    /// <summary>Refused, or not handled: what the person can do about it.</summary>
    private static Stand Geweigerd(BeschikkingBekendgemaakt beschikking) =>
        beschikking.Voorzieningen.Any() && beschikking.Voorzieningen.All(v => v.Uitkomst == Uitkomst.BuitenBehandeling)
            ? new(Dossierstatus.BuitenBehandeling, Wie.Inwoner, "De inwoner kan een nieuwe aanvraag doen met alle gegevens, of bezwaar maken.", beschikking.Bezwaartermijn.Uiterlijk)
            : new(Dossierstatus.Afgewezen, Wie.Inwoner, "De inwoner kan bezwaar maken tegen het besluit.", beschikking.Bezwaartermijn.Uiterlijk);

    private static Stand Zin(Feiten feiten, Guid id)
    {
        // Of providers one after the other the last one counts; what an earlier one still reports is about the time before.
        var nummer = feiten.Laatste(g => g switch
        {
            ZorgToegewezen z => z.VoorzieningId == id,
            ToewijzingAangehouden z => z.VoorzieningId == id,
            ToewijzingWachtOpVerzoek z => z.VoorzieningId == id,
            _ => false,
        }) switch
        {
            ZorgToegewezen z => z.Toewijzingnummer,
            ToewijzingAangehouden z => z.Toewijzingnummer,
            ToewijzingWachtOpVerzoek z => z.Toewijzingnummer,
            _ => (long?)null,
        };
        if (feiten.Alle<WijzigingAfgekeurd>().Any(w => w.VoorzieningId == id && feiten.Laatste(g => IsWijziging(g, w.Toewijzingnummer)) is WijzigingAfgekeurd))
            return new(Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice, "De backoffice zoekt met de aanbieder uit waarom de wijziging van de toewijzing is afgekeurd, en biedt die opnieuw aan.");
        // Then no message comes from the provider either: the backoffice asks and records.
        var metDeHand = feiten.Alle<ZorgToegewezen>().LastOrDefault(z => z.VoorzieningId == id && (nummer is null || z.Toewijzingnummer == nummer)) is { Berichtidentificatie: null };
        return feiten.Laatste(g => g switch
        {
            ZorgToegewezen z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ToewijzingAangehouden z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ToewijzingWachtOpVerzoek z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ToewijzingGewijzigd { Reden: Verwijderd } z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ZorgstartVerwijderd z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ZorgstopVerwijderd z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ToewijzingGeaccepteerd z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ToewijzingAfgekeurd z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ZorgGestart z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ZorgTijdelijkGestopt z => Van(z.VoorzieningId, z.Toewijzingnummer),
            ZorgGestopt z => Van(z.VoorzieningId, z.Toewijzingnummer),
            _ => false,
        }) switch
        {
            null => new(Dossierstatus.Toegekend, Wie.Gemeente, "De gemeente wijst de hulp toe aan de gekozen aanbieder."),
            ZorgToegewezen when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice, "De backoffice geeft de toewijzing met de hand door: voor deze inwoner gaan er geen berichten."),
            ZorgToegewezen => new(Dossierstatus.Toegekend, Wie.Aanbieder, "De aanbieder laat weten of de toewijzing klopt."),
            ToewijzingAangehouden { Reden: "geen-capaciteit" } => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "De aanbieder heeft geen plaats. De consulent kiest samen met de inwoner een andere aanbieder, of biedt de toewijzing opnieuw aan zodra er plaats is."),
            ToewijzingAangehouden { Reden: "pgb-voor-zelfde-product" or "stapeling" } => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "De inwoner heeft deze hulp in dezelfde tijd al. De consulent beëindigt die eerst, en biedt de toewijzing daarna opnieuw aan."),
            ToewijzingAangehouden => new(Dossierstatus.ToewijzingAangehouden, Wie.Backoffice, "Het contract met de aanbieder past niet bij deze hulp. De backoffice herstelt het contract en biedt de toewijzing opnieuw aan, of de consulent kiest een andere aanbieder."),
            ToewijzingWachtOpVerzoek => new(Dossierstatus.Toegekend, Wie.Aanbieder, "De aanbieder vraagt de toewijzing aan bij de gemeente."),
            ToewijzingGewijzigd { MetDeHand: true } => new(Dossierstatus.ToewijzingAangehouden, Wie.Backoffice, "De toewijzing is verwijderd voordat de hulp begon. De backoffice geeft dat met de hand door aan de aanbieder, en de consulent bespreekt met de inwoner wat er nu nodig is."),
            ToewijzingGewijzigd => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "De toewijzing is verwijderd voordat de hulp begon. De consulent bespreekt met de inwoner wat er nu nodig is, en kiest zo nodig een andere aanbieder."),
            ZorgstartVerwijderd { Hervat: true } or ZorgstopVerwijderd { Tijdelijk: true } => new(Dossierstatus.HulpTijdelijkGestopt, Wie.Aanbieder, "De aanbieder meldt wanneer de hulp weer begint, of dat zij echt stopt."),
            ZorgstartVerwijderd => new(Dossierstatus.Toegekend, Wie.Aanbieder, "De aanbieder begint met de hulp en meldt de eerste dag."),
            ZorgstopVerwijderd => new(Dossierstatus.HulpLoopt, Wie.Niemand, "De hulp loopt. Er hoeft nu niets te gebeuren."),
            ToewijzingGeaccepteerd when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice, "De backoffice vraagt de aanbieder wanneer de hulp begint, en legt dat vast: voor deze inwoner gaan er geen berichten."),
            ToewijzingGeaccepteerd => new(Dossierstatus.Toegekend, Wie.Aanbieder, "De aanbieder begint met de hulp en meldt de eerste dag."),
            ToewijzingAfgekeurd { NietVerwerkt: true } => new(Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice, "De backoffice zoekt met de aanbieder uit waarom het bericht niet is verwerkt. Daarna wijst de backoffice de hulp opnieuw toe, aan dezelfde of aan een andere aanbieder."),
            ToewijzingAfgekeurd => new(Dossierstatus.AanbiederAfgekeurd, Wie.Consulent, "De consulent kiest samen met de inwoner een andere aanbieder."),
            ZorgGestart => new(Dossierstatus.HulpLoopt, Wie.Niemand, "De hulp loopt. Er hoeft nu niets te gebeuren."),
            ZorgTijdelijkGestopt when metDeHand => new(Dossierstatus.HulpTijdelijkGestopt, Wie.Backoffice, "De backoffice vraagt de aanbieder wanneer de hulp weer begint of echt stopt, en legt dat vast: voor deze inwoner gaan er geen berichten."),
            ZorgTijdelijkGestopt => new(Dossierstatus.HulpTijdelijkGestopt, Wie.Aanbieder, "De aanbieder meldt wanneer de hulp weer begint, of dat zij echt stopt."),
            _ => new(Dossierstatus.HulpGestopt, Wie.Niemand, "De hulp is gestopt. Er hoeft niets meer te gebeuren."),
        };

        bool Van(Guid voorziening, long toewijzing) => voorziening == id && (nummer is null || toewijzing == nummer);
    }

    /// <summary>A change of this assignment, or its rejection.</summary>
    private static bool IsWijziging(Gebeurtenis g, long toewijzingnummer) => g switch
    {
        ToewijzingGewijzigd w => w.Toewijzingnummer == toewijzingnummer,
        WijzigingAfgekeurd w => w.Toewijzingnummer == toewijzingnummer,
        _ => false,
    };

    private static Stand Pgb(Feiten feiten, Guid id)
    {
        var beeindigd = feiten.Alle<BudgetBeeindigd>().Any(b => b.VoorzieningId == id);
        var gereserveerd = feiten.Alle<BudgetGereserveerd>().Any(b => b.VoorzieningId == id);
        var metDeHand = feiten.Alle<BudgetAangemeld>().LastOrDefault(b => b.VoorzieningId == id) is { Berichtidentificatie: null };
        var inEigenBeheer = feiten.Alle<BudgetInEigenBeheer>().Any(b => b.VoorzieningId == id);
        return feiten.Laatste(g => g switch
        {
            BudgetAangemeld b => b.VoorzieningId == id,
            BudgetInEigenBeheer b => b.VoorzieningId == id,
            BudgetTegengehouden b => b.VoorzieningId == id,
            BudgetGereserveerd b => b.VoorzieningId == id,
            BudgetAfgekeurd b => b.VoorzieningId == id,
            BudgetGewijzigd b => b.VoorzieningId == id,
            BudgetwijzigingBevestigd b => b.VoorzieningId == id,
            BudgetBeeindigd b => b.VoorzieningId == id,
            BudgeteindeBevestigd b => b.VoorzieningId == id,
            _ => false,
        }) switch
        {
            null => new(Dossierstatus.Toegekend, Wie.Gemeente, "De gemeente meldt het budget bij de SVB."),
            BudgetAfgekeurd { Einde: true } => new(Dossierstatus.BudgeteindeAfgekeurd, Wie.Backoffice, "De backoffice zoekt met de SVB uit waarom het einde van het budget niet is verwerkt, en meldt het einde opnieuw."),
            BudgetAfgekeurd { Wijziging: true } => new(Dossierstatus.HulpLoopt, Wie.Backoffice, "De backoffice zoekt met de SVB uit waarom de wijziging van het budget niet is verwerkt, en wijzigt het budget nog eens of meldt de wijziging opnieuw."),
            BudgetAfgekeurd => new(Dossierstatus.SvbAfgekeurd, Wie.Backoffice, "De backoffice zoekt met de SVB uit wat er niet klopt. Daarna meldt de backoffice het budget opnieuw aan bij de SVB, of trekt het in; de inwoner kan dan een nieuwe melding doen."),
            BudgetTegengehouden => new(Dossierstatus.Toegekend, Wie.Backoffice, "De backoffice verhoogt het budget dat er al is en trekt dit in, of wijzigt de periode: de SVB neemt geen twee budgetten aan voor dezelfde hulp in dezelfde tijd."),
            BudgeteindeBevestigd => new(Dossierstatus.HulpGestopt, Wie.Niemand, "Het einde van het budget is geregeld. Er hoeft niets meer te gebeuren."),
            _ when beeindigd && inEigenBeheer => new(Dossierstatus.HulpGestopt, Wie.Niemand, "Het budget is beëindigd. Er hoeft niets meer te gebeuren."),
            _ when beeindigd && metDeHand => new(Dossierstatus.HulpGestopt, Wie.Backoffice, "De backoffice meldt het einde van het budget met de hand bij de SVB, en legt het antwoord vast."),
            BudgetGewijzigd or BudgetAangemeld when gereserveerd && metDeHand => new(Dossierstatus.HulpLoopt, Wie.Backoffice, "De backoffice meldt de wijziging van het budget met de hand bij de SVB, en legt het antwoord vast."),
            BudgetGewijzigd or BudgetAangemeld when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice, "De backoffice meldt het budget met de hand bij de SVB, en legt het antwoord vast: voor deze inwoner gaan er geen berichten."),
            _ when beeindigd => new(Dossierstatus.HulpGestopt, Wie.Svb, "De SVB verwerkt het einde van het budget."),
            BudgetGewijzigd or BudgetAangemeld when gereserveerd => new(Dossierstatus.HulpLoopt, Wie.Svb, "De SVB verwerkt de wijziging van het budget. Tot dan geldt het budget zoals het was."),
            BudgetInEigenBeheer => Reserveren,
            BudgetGewijzigd when inEigenBeheer => Reserveren,
            BudgetAangemeld or BudgetGewijzigd => new(Dossierstatus.Toegekend, Wie.Svb, "De SVB laat weten of het budget is gereserveerd."),
            _ when inEigenBeheer => new(Dossierstatus.HulpLoopt, Wie.Niemand, "Het bedrag is gereserveerd. De gemeente betaalt de leverancier, of de inwoner na een rekening."),
            _ => new(Dossierstatus.HulpLoopt, Wie.Niemand, "Het budget staat klaar. De inwoner kan hulp inkopen."),
        };
    }

    private static Stand Reserveren => new(Dossierstatus.Toegekend, Wie.Backoffice, "De backoffice reserveert het bedrag in de administratie van de gemeente, en legt dat vast: een hulpmiddel of woningaanpassing gaat niet via de SVB.");

    /// <summary>What the eigen bijdrage asks; null when it asks nothing. The status is filled in by the caller.</summary>
    private static Stand? EigenBijdrage(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var cak = termijnen.Where(t => t.Loopt && t.Soort.StartsWith("cak", StringComparison.Ordinal)).Select(t => (DateOnly?)t.Uiterlijk).Min();
        return feiten.Laatste(g => g is EigenBijdrageGestart or EigenBijdrageGestopt or EigenBijdrageGecorrigeerd or EigenBijdrageMetDeHand or EigenBijdrageBevestigd or EigenBijdrageAfgekeurd) switch
        {
            EigenBijdrageAfgekeurd { NietVerwerkt: true } => new(default, Wie.Backoffice, "De backoffice zoekt met het CAK uit waarom de eigen bijdrage niet is verwerkt, en meldt die opnieuw.", cak),
            EigenBijdrageAfgekeurd => new(default, Wie.Backoffice, "De backoffice zoekt uit waarom het CAK de eigen bijdrage afkeurde, en meldt die opnieuw.", cak),
            EigenBijdrageMetDeHand { Aanlevering: EbAanlevering.Verwijdering } g => new(default, Wie.Backoffice,
                $"De backoffice geeft met de hand aan het CAK door dat {(g.Soort == EbBericht.Start ? "het begin" : "het einde")} van de eigen bijdrage op {ZonderWeekdag(g.Datum)} niet gemeld had moeten worden, en legt dat vast."),
            EigenBijdrageMetDeHand g => new(default, Wie.Backoffice,
                $"De backoffice geeft met de hand aan het CAK door dat de eigen bijdrage {(g.Soort == EbBericht.Start ? "begint" : "stopt")} op {ZonderWeekdag(g.Datum)}, en legt dat vast.", cak),
            EigenBijdrageGestart or EigenBijdrageGestopt or EigenBijdrageGecorrigeerd => new(default, Wie.Cak, "Het CAK verwerkt de eigen bijdrage.", cak),
            _ => null,
        };
    }

    /// <summary>Either of the two facts will do: they come from two services, in any order.</summary>
    private static bool IsAanvraag(Feiten feiten) => feiten.Heeft<VerslagOndertekend>() || feiten.Heeft<AanvraagOntvangen>();

    /// <summary>The voorzieningen for which a pgb is wanted: as signed, or until then as last chosen.</summary>
    private static List<Guid> Pgbs(Feiten feiten) => feiten.Laatste<VerslagOndertekend>() is { } verslag
        ? [.. verslag.Voorzieningen.Where(v => v.Leveringsvorm == Leveringsvorm.Pgb).Select(v => v.VoorzieningId)]
        : [.. feiten.Alle<LeveringsvormGekozen>().GroupBy(k => k.VoorzieningId).Where(k => k.Last().Leveringsvorm == Leveringsvorm.Pgb).Select(k => k.Key).Except(Ingetrokken(feiten))];

    private static HashSet<Guid> Ingetrokken(Feiten feiten) => [.. feiten.Alle<IndicatieIngetrokken>().Select(i => i.VoorzieningId)];

    private static PgbToetsAfgerond? Toets(Feiten feiten, Guid voorzieningId) => feiten.Laatste(g => g switch
    {
        PgbToetsGestart t => t.VoorzieningId == voorzieningId,
        PgbToetsAfgerond t => t.VoorzieningId == voorzieningId,
        _ => false,
    }) as PgbToetsAfgerond;

    private static DateOnly? Loopt(IReadOnlyList<Termijnstand> termijnen, string soort) => termijnen.FirstOrDefault(t => t.Soort == soort && t.Loopt)?.Uiterlijk;
}
