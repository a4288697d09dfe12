using System.Diagnostics;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Meldingen.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>A reported need for support, from receipt until it is withdrawn or becomes an aanvraag.</summary>
public sealed class Melding : Aggregate, ISendable
{
    /// <summary>After so many attempts a consulent need not wait for a BRP that is away.</summary>
    internal const int NavraagDuurtLang = 20;

    private Melding()
    {
    }

    public string Meldingnummer { get; private set; } = "";
    public Guid PersoonId { get; private set; }

    public string Bsn { get; private set; } = "";

    /// <summary>The day on which it reached the municipality.</summary>
    public DateOnly OntvangenOp { get; private set; }

    /// <summary>The day on which it was registered.</summary>
    public DateOnly VastgelegdOp { get; private set; }

    /// <summary>
    /// Why it was registered later than the first working day after its receipt, or why that day was corrected; null without either.
    /// </summary>
    public string? RedenOntvangst { get; private set; }
    public Meldkanaal Kanaal { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public bool Spoed { get; private set; }
    public string Hulpvraag { get; private set; } = "";
    public string? Email { get; private set; }
    public string? Melder { get; private set; }
    /// <summary>The user who reported it: the token's <c>sub</c>. Nobody sees it; it limits how many one user reports in a day.</summary>
    public string GemeldDoor { get; private set; } = "";
    public Meldingstatus Status { get; private set; }
    public DateOnly BevestigingUiterlijk { get; private set; }
    public DateOnly? BevestigdOp { get; private set; }

    /// <summary>The confirmation that <see cref="BevestigdOp"/> comes from; null while there is none.</summary>
    public Guid? BevestigingId { get; private set; }

    /// <summary>Its version.</summary>
    public int Bevestigingsversie { get; private set; }

    /// <summary>
    /// From when <see cref="Partners.BrpNavraag"/> asks the BRP (again). Null once the BRP has answered, or the melding is withdrawn.
    /// </summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public int Unknowns { get; private set; }
    public bool PersoonBekend { get; private set; }

    /// <summary>The day on which the onderzoek ended without a verslag. A later aanvraag is decided all the same.</summary>
    public DateOnly? OnderzoekGestoptOp { get; private set; }

    /// <summary>Whether the verslag was signed. The aanvraag of it may arrive later.</summary>
    public bool VerslagOndertekend { get; private set; }

    /// <summary>The aanvragen that followed.</summary>
    public IReadOnlyList<Guid> Aanvragen { get; private set; } = [];

    /// <summary>Those of them on which nothing is to be decided any more, also when the aanvraag itself has not arrived yet.</summary>
    public IReadOnlyList<Guid> KlareAanvragen { get; private set; } = [];

    /// <summary>Whether a decision on an aanvraag of it was made known.</summary>
    public bool HeeftBesluit { get; private set; }

    /// <summary>
    /// Whether an onderzoek runs or an aanvraag is to be decided. It follows from the facts, in whatever order they arrive.
    /// </summary>
    public bool Loopt { get; private set; } = true;

    /// <summary>The last day for bezwaar against a decision in this dossier; null before one was made known.</summary>
    public DateOnly? BezwaarTot { get; private set; }

    /// <summary>The latest decided or agreed end of help in this dossier; null without any.</summary>
    public DateOnly? HulpTot { get; private set; }

    /// <summary>W3C trace context of the request. The question to the BRP joins this trace, however late it is asked.</summary>
    public string? Traceparent { get; private set; }

    /// <summary>Registers a melding. It joins the given dossier of the person; without one it starts its own.</summary>
    public static Melding Doe(long volgnummer, string? dossier, Guid persoonId, Bsn bsn, Meldkanaal kanaal,
        string wijkteam, bool spoed, string hulpvraag, string? email, string? melder, string gemeldDoor, Servicenormen normen,
        DateTimeOffset nu, DateOnly? ontvangenOp = null, string? redenLaat = null)
    {
        var dag = ontvangenOp ?? nu.Dag();
        MeldingsdagKlopt.EisDag(dag, nu.Dag());
        MeldingsdagKlopt.EisReden(dag, nu.Dag(), redenLaat);
        return Doe(volgnummer, dossier, persoonId, bsn, kanaal, wijkteam, spoed, hulpvraag, email, melder, gemeldDoor, null, dag,
            redenLaat, normen, nu);
    }

    /// <summary>
    /// A request for change needs an onderzoek, so it is a melding of the day on which it was received. It joins the dossier of the help.
    /// </summary>
    public static Melding Volgt(long volgnummer, WijzigingVraagtOnderzoek verzoek, Bsn bsn, string? email, Servicenormen normen,
        DateTimeOffset nu) => Doe(volgnummer, verzoek.Dossiernummer, verzoek.PersoonId, bsn, verzoek.Kanaal, verzoek.Wijkteam,
            spoed: false, verzoek.Hulpvraag.Waarde, email, melder: null, gemeldDoor: verzoek.Zaaknummer, verzoek.Zaaknummer,
            verzoek.OntvangenOp, null, normen, nu);

    private static Melding Doe(long volgnummer, string? dossier, Guid persoonId, Bsn bsn, Meldkanaal kanaal,
        string wijkteam, bool spoed, string hulpvraag, string? email, string? melder, string gemeldDoor, string? wijzigingsverzoek,
        DateOnly dag, string? redenLaat, Servicenormen normen, DateTimeOffset nu)
    {
        var bevestiging = Termijnen.Bevestiging(dag, normen).AlsTermijn();
        var melding = new Melding
        {
            Dossiernummer = dossier ?? Nummers.Dossiernummer(nu.Dag().Year, volgnummer),
            Meldingnummer = Nummers.Meldingnummer(nu.Dag().Year, volgnummer),
            PersoonId = persoonId,
            Bsn = bsn.Cijfers,
            OntvangenOp = dag,
            VastgelegdOp = nu.Dag(),
            RedenOntvangst = redenLaat,
            Kanaal = kanaal,
            Wijkteam = wijkteam,
            Spoed = spoed,
            Hulpvraag = hulpvraag,
            Email = email,
            Melder = melder,
            GemeldDoor = gemeldDoor,
            Status = Meldingstatus.Ontvangen,
            BevestigingUiterlijk = bevestiging.Uiterlijk,
            DueAt = DateTimeOffset.UnixEpoch,
            Traceparent = Activity.Current?.Id,
        };
        melding.Announce(new MeldingGedaan(melding.Meldingnummer, persoonId, dag, kanaal, wijkteam, spoed, bevestiging,
            new(new MeldingInhoud(bsn.Cijfers, hulpvraag, email, melder)))
        {
            SluitAan = dossier is not null,
            Spoedtermijn = spoed ? Termijnen.Spoed(dag, normen).AlsTermijn() : null,
            Wijzigingsverzoek = wijzigingsverzoek,
        }, nu);
        return melding;
    }

    /// <summary>It reached the municipality on another day than was recorded, which moves its terms and those of its onderzoek.</summary>
    /// <exception cref="Weigering">409: it was withdrawn or decided. 422: the day is the known one or impossible.</exception>
    public MeldingontvangstGecorrigeerd CorrigeerOntvangst(DateOnly ontvangenOp, string reden, Servicenormen normen, DateTimeOffset nu)
    {
        EisNietIngetrokken();
        if (HeeftBesluit)
            throw Weigering.Toestand("al-besloten",
                "Over de aanvraag die volgde is al een besluit bekendgemaakt. De dag van de melding verandert daar niets meer aan.",
                MeldingsdagKlopt.Grondslag);
        if (ontvangenOp == OntvangenOp)
            throw Weigering.Regel("niets-gewijzigd", "Dit is de dag die al bekend is. Vul de goede dag in.", veld: "ontvangenOp");
        MeldingsdagKlopt.EisDag(ontvangenOp, VastgelegdOp);
        var (was, bevestiging) = (OntvangenOp, Termijnen.Bevestiging(ontvangenOp, normen).AlsTermijn());
        (OntvangenOp, RedenOntvangst, BevestigingUiterlijk) = (ontvangenOp, reden, bevestiging.Uiterlijk);
        var gecorrigeerd = new MeldingontvangstGecorrigeerd(was, ontvangenOp, bevestiging, Termijnen.Onderzoek(ontvangenOp).AlsTermijn(),
            Termijnen.AanvraagZonderVerslag(ontvangenOp).Uiterlijk, new(reden))
        {
            Meldingnummer = Meldingnummer,
            Spoedtermijn = Spoed ? Termijnen.Spoed(ontvangenOp, normen).AlsTermijn() : null,
        };
        Announce(gecorrigeerd, nu);
        return gecorrigeerd;
    }

    /// <summary>Records who the person is.</summary>
    /// <param name="persoon">What counts now.</param>
    /// <param name="stand">The number of that state (<see cref="IOverPersoon.Persoonstand"/>).</param>
    /// <param name="nu">The present moment.</param>
    public void StelPersoonVast(BrpPersoon persoon, int stand, DateTimeOffset nu)
    {
        if (PersoonBekend || Status == Meldingstatus.Ingetrokken) return;
        (DueAt, ClaimedUntil, PersoonBekend, Bsn) = (null, null, true, persoon.Persoon.Bsn);
        Announce(new PersoonsgegevensVastgesteld(PersoonId, persoon.GeenBerichtenverkeer, new(persoon.Persoon))
        {
            Persoonstand = stand,
            Signalen = persoon.Signalen,
            OverledenOp = persoon.OverledenOp,
        }, nu);
    }

    /// <summary>
    /// Records that something about the person changed. A dossier that did not know who the person is, and does not ask any more, knows it
    /// now.
    /// </summary>
    /// <param name="persoon">What counts now.</param>
    /// <param name="stand">The number of that state (<see cref="IOverPersoon.Persoonstand"/>).</param>
    /// <param name="wat">The parts that changed; none when all is as before.</param>
    /// <param name="nu">The present moment.</param>
    public void WijzigPersoon(BrpPersoon persoon, int stand, IReadOnlyList<Persoonswijziging> wat, DateTimeOffset nu)
    {
        if (!PersoonBekend && DueAt is null) StelPersoonVast(persoon, stand, nu);
        else if (PersoonBekend && wat.Count > 0 && HoortVanPersoon) KondigWijzigingAan(persoon, stand, wat, nu);
    }

    /// <summary>
    /// A withdrawn melding needs no news of the person, unless something was decided in its dossier or is to be decided: help that could
    /// not wait goes on after a withdrawal.
    /// </summary>
    private bool HoortVanPersoon => Status != Meldingstatus.Ingetrokken || Loopt || HulpTot is not null || BezwaarTot is not null;

    private void KondigWijzigingAan(BrpPersoon persoon, int stand, IReadOnlyList<Persoonswijziging> wat, DateTimeOffset nu)
    {
        Bsn = persoon.Persoon.Bsn;
        Announce(new PersoonsgegevensGewijzigd(PersoonId, persoon.GeenBerichtenverkeer, new(persoon.Persoon), wat)
        {
            Persoonstand = stand,
            Signalen = persoon.Signalen,
            OverledenOp = persoon.OverledenOp,
        }, nu);
    }

    /// <summary>Records that the BRP does not say who the person is. It is not asked again by itself.</summary>
    public void VindPersoonNiet(Brpreden? reden, DateTimeOffset nu)
    {
        if (DueAt is null) return;
        (DueAt, ClaimedUntil) = (null, null);
        Announce(new PersoonNietGevonden(PersoonId, reden), nu);
    }

    /// <summary>Asks the BRP once more, for instance because its record has been mended.</summary>
    public void VraagOpnieuwNa()
    {
        EisTeVinden();
        if (DueAt is null) (DueAt, Attempts) = (DateTimeOffset.UnixEpoch, 0);
    }

    /// <summary>Demands that a consulent may establish the identity, because the BRP does not say it (Wmo 2015 art. 2.3.4).</summary>
    /// <param name="geboortedatum">The date of birth on the identity document.</param>
    /// <param name="brpSchietTekort">The BRP says of this known person that the number lapsed, or nothing that can be used.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="Weigering">409: the BRP is asked, or the person is known. 422: the date of birth lies ahead.</exception>
    public void EisIdentiteitVastTeStellen(DateOnly geboortedatum, bool brpSchietTekort, DateTimeOffset nu)
    {
        if (DueAt is not null && Attempts < NavraagDuurtLang)
            throw Weigering.Toestand("brp-zoekt-nog",
                "De BRP is nog niet klaar met zoeken. Wacht op het antwoord en probeer het dan opnieuw.");
        if (!brpSchietTekort) EisTeVinden();
        EisGeboortedatum(geboortedatum, nu);
    }

    /// <summary>Demands a date of birth that somebody alive can have.</summary>
    internal static void EisGeboortedatum(DateOnly geboortedatum, DateTimeOffset nu)
    {
        if (geboortedatum > nu.Dag())
            throw Weigering.Regel("geboortedatum-in-de-toekomst",
                "De geboortedatum ligt in de toekomst. Vul de datum in die op het identiteitsbewijs staat.", veld: "geboortedatum");
        if (!Leeftijd.Past(geboortedatum, nu.Dag()))
            throw Weigering.Regel("geboortedatum-te-vroeg",
                $"De geboortedatum ligt meer dan {Leeftijd.Hoogste} jaar terug, en dan nemen zorgaanbieders geen bericht aan. "
                + "Vul de datum in die op het identiteitsbewijs staat.", "iWmo TR002", "geboortedatum");
    }

    private void EisTeVinden()
    {
        if (PersoonBekend)
            throw Weigering.Toestand("identiteit-bekend",
                "De gegevens van deze inwoner zijn al bekend. Er hoeft niets vastgesteld te worden.");
        if (Status == Meldingstatus.Ingetrokken)
            throw Weigering.Toestand("melding-al-ingetrokken",
                "Deze melding is ingetrokken. Doe een nieuwe melding als u toch hulp wilt vragen.");
    }

    /// <summary>The signed verslag was received, which makes the melding an aanvraag.</summary>
    public void WordtAanvraag()
    {
        VerslagOndertekend = true;
        TeltAlsAanvraag();
    }

    /// <summary>An aanvraag followed. There may be several, because closing a zaak takes no right away.</summary>
    public void KrijgtAanvraag(Guid aanvraagId)
    {
        Aanvragen = [.. Aanvragen.Union([aanvraagId])];
        TeltAlsAanvraag();
    }

    /// <summary>The decision on an aanvraag was made known. A later one gives a later day.</summary>
    public void IsBeschikt(Guid aanvraagId, DateOnly bezwaarTot)
    {
        HeeftBesluit = true;
        IsBesloten(bezwaarTot);
        IsKlaar(aanvraagId);
    }

    /// <summary>A decision in this dossier was made known. Until the term for bezwaar is over it may be decided again.</summary>
    public void IsBesloten(DateOnly bezwaarTot) => BezwaarTot = BezwaarTot > bezwaarTot ? BezwaarTot : bezwaarTot;

    /// <summary>The onderzoek ended without a verslag.</summary>
    public void StoptOnderzoek(DateOnly dag)
    {
        OnderzoekGestoptOp = dag;
        Bepaal();
    }

    /// <summary>The aanvraag was decided, withdrawn or passed on: nothing more is to be decided on it.</summary>
    public void IsKlaar(Guid aanvraagId)
    {
        KlareAanvragen = [.. KlareAanvragen.Union([aanvraagId])];
        Bepaal();
    }

    /// <summary>Help was decided or agreed in this dossier. An end that is brought forward shortens nothing here.</summary>
    public void SpreektHulpAf(DateOnly tot) => HulpTot = HulpTot > tot ? HulpTot : tot;

    private void TeltAlsAanvraag()
    {
        if (Status != Meldingstatus.Ingetrokken) Status = Meldingstatus.Aanvraag;
        Bepaal();
    }

    /// <summary>The onderzoek counts until an aanvraag followed, also when that one was withdrawn since.</summary>
    private void Bepaal() => Loopt = Aanvragen.Except(KlareAanvragen).Any()
        || Aanvragen.Count + KlareAanvragen.Count == 0
            && (VerslagOndertekend || Status != Meldingstatus.Ingetrokken && OnderzoekGestoptOp is null);

    /// <summary>Records the day on which the confirmation of receipt was sent (Wmo 2015 art. 2.3.2 lid 1).</summary>
    /// <param name="dag">The day; null when the confirmation came back.</param>
    /// <param name="bevestigingId">
    /// The confirmation. After a restore of Correspondentie there may be a second one, which is younger, and so has a higher id.
    /// </param>
    /// <param name="versie">Its version. The highest counts, in whatever order they arrive.</param>
    public void Bevestig(DateOnly? dag, Guid bevestigingId, int versie)
    {
        if (BevestigingId is { } bekend && (bevestigingId, versie).CompareTo((bekend, Bevestigingsversie)) <= 0) return;
        (BevestigdOp, BevestigingId, Bevestigingsversie) = (dag, bevestigingId, versie);
        if (Status is Meldingstatus.Ontvangen or Meldingstatus.Bevestigd)
            Status = dag is null ? Meldingstatus.Ontvangen : Meldingstatus.Bevestigd;
    }

    public void TrekIn(DateTimeOffset nu)
    {
        EisNietIngetrokken();
        if (Status == Meldingstatus.Aanvraag)
            throw Weigering.Toestand("al-een-aanvraag",
                "Van deze melding is al een aanvraag gemaakt. Neem contact op met uw consulent als u de aanvraag wilt intrekken.",
                "Wmo 2015 art. 2.3.2 lid 9");
        Status = Meldingstatus.Ingetrokken;
        Bepaal();
        (DueAt, ClaimedUntil) = (null, null);
        Announce(new MeldingIngetrokken(nu.Dag()), nu);
    }

    private void EisNietIngetrokken()
    {
        if (Status == Meldingstatus.Ingetrokken)
            throw Weigering.Toestand("melding-al-ingetrokken",
                "Deze melding is al ingetrokken. Doe een nieuwe melding als u toch hulp wilt vragen.");
    }
}

public enum Meldingstatus
{
    Ontvangen,
    Bevestigd,
    Aanvraag,
    Ingetrokken,
}
