using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// A decision on a voorziening after the first one: herziening or intrekking by the municipality (Wmo 2015 art. 2.3.10), at the request of
/// the person, or in agreement with the person. Who gets less is heard first (Awb 4:8).
/// </summary>
public sealed class Herziening : Aggregate
{
    private Herziening()
    {
    }

    /// <summary>For instance <c>H-2026-000123</c>.</summary>
    public string Herzieningnummer { get; private set; } = "";
    public Guid VoorzieningId { get; private set; }
    public Herzieningsgrond Grond { get; private set; }
    public Herzieningstatus Status { get; private set; }

    /// <summary>The wanted help from a day on.</summary>
    public Verandering Verandering { get; private set; } = null!;

    /// <summary>The day on which the person asked, or agreed; null when the municipality decides against or without the person.</summary>
    public DateOnly? WilVan { get; private set; }

    /// <summary>The reason for which it works back in time; null when it does not.</summary>
    public string? RedenTerug { get; private set; }

    /// <summary>The stand of the voorziening on which it began.</summary>
    public int BegonnenBij { get; private set; }

    /// <summary>The intentions as they were sent, oldest first. Another decision on the help asks for another intention.</summary>
    public IReadOnlyList<Voornemen> Voornemens { get; private set; } = [];

    /// <summary>The last intention; null without one.</summary>
    public Voornemen? Voornemen => Voornemens.Count == 0 ? null : Voornemens[^1];

    /// <summary>The exception by which the person was not heard first (Awb 4:8); null when hearing was possible, or not needed.</summary>
    public NietGehoord? NietGehoord { get; private set; }
    public string? Beschikkingnummer { get; private set; }
    public string? Motivering { get; private set; }
    public DateOnly? BeslotenOp { get; private set; }

    /// <summary>The user who decided (the <c>sub</c> of their token).</summary>
    public string? BeslotenDoor { get; private set; }

    /// <summary>The stand of the voorziening that was decided on.</summary>
    public int? BeslotenBij { get; private set; }

    /// <summary>Whether a beslisser decided within their own mandate, and not by a way that is open to a consulent too.</summary>
    public bool DoorBeslisser { get; private set; }

    /// <summary>The users of the municipality (<c>sub</c>) who prepared it, or took an earlier version of the decision.</summary>
    public IReadOnlyList<string> Voorbereiders { get; private set; } = [];

    /// <summary>The approval of the decision by a second person; null without one.</summary>
    public Goedkeuring? Goedkeuring { get; private set; }
    public DateOnly? BekendgemaaktOp { get; private set; }

    /// <summary>The machtiging of its voorziening; null without one.</summary>
    public Guid? MachtigingId { get; private set; }

    /// <summary>The decision that confirms that the person took an opzegging back; null without one.</summary>
    public Herroeping? Herroeping { get; private set; }

    /// <summary>The claims that followed from it.</summary>
    public IReadOnlyList<Terugvordering> Terugvorderingen { get; private set; } = [];

    /// <summary>The numbers of its decisions: its own, that of the herroeping, and those of the claims.</summary>
    public IReadOnlyList<string> Nummers { get; private set; } = [];

    /// <summary>Name and address of those who intentionally helped, from whom is claimed, sealed by <see cref="Vault"/>.</summary>
    public Sealed? VerzegeldeMeewerkers { get; private set; }

    /// <summary>The decisions against which a bezwaar may run.</summary>
    internal IEnumerable<Guid> Besluiten() =>
        [Id, .. Terugvorderingen.Select(t => t.Id), .. Herroeping is { } terug ? [terug.BesluitId] : Array.Empty<Guid>()];

    /// <summary>Whether the person asked for it or agreed to it.</summary>
    public bool WilDeInwoner => Grond is Herzieningsgrond.OpVerzoek or Herzieningsgrond.InOvereenstemming;

    /// <summary>Whether it is the person's own wish that the help ends.</summary>
    public bool IsOpzegging => Grond == Herzieningsgrond.OpVerzoek && Verandering.Einde;

    protected override Guid? Machtigt => MachtigingId;

    /// <summary>The users who prepared, took or approved the decision, and who do not judge a bezwaar against it (Awb 7:5, 10:3).</summary>
    public IReadOnlyList<string> Betrokkenen() =>
        [.. Voorbereiders.Append(BeslotenDoor).Append(Goedkeuring?.Door).OfType<string>().Distinct()];

    /// <summary>Somebody acts for the person in it, or nobody does any more.</summary>
    public void NeemMachtiging(Guid? machtigingId) => MachtigingId = machtigingId;

    /// <param name="voorziening">The voorziening.</param>
    /// <param name="nummer">Number of the herziening.</param>
    /// <param name="grond">The ground.</param>
    /// <param name="verandering">The wanted help from a day on.</param>
    /// <param name="wilVan">The day on which the person asked or agreed.</param>
    /// <param name="redenTerug">The reason for which it works back in time.</param>
    /// <param name="nu">The present moment.</param>
    public static Herziening Begin(
        Voorziening voorziening, string nummer, Herzieningsgrond grond, Verandering verandering, DateOnly? wilVan, string? redenTerug,
        DateTimeOffset nu)
    {
        var herziening = new Herziening
        {
            Dossiernummer = voorziening.Dossiernummer,
            Herzieningnummer = nummer,
            VoorzieningId = voorziening.VoorzieningId,
            MachtigingId = voorziening.MachtigingId,
            Grond = grond,
            Verandering = verandering,
            WilVan = wilVan,
            RedenTerug = redenTerug,
            BegonnenBij = voorziening.Besluitstand(),
        };
        herziening.Betrek(Medewerker());
        VeranderingKan.Eis(herziening, voorziening, nu.Dag());
        if (herziening.WilDeInwoner)
            herziening.Announce(new WijzigingGevraagd(
                nummer, voorziening.VoorzieningId, wilVan!.Value, verandering.Vanaf, verandering.Einde), nu);
        return herziening;
    }

    /// <summary>Tells the person what the municipality intends, and asks for an answer (Awb 4:8).</summary>
    public void NeemVoor(
        Voorziening voorziening, DateOnly uiterlijk, string toelichting, Herzieningsbeleid beleid, DateTimeOffset nu)
    {
        MoetOpen();
        var stand = voorziening.Besluitstand();
        if (WilDeInwoner)
            throw Weigering.Toestand("geen-voornemen-nodig",
                "De inwoner vroeg dit zelf of is het ermee eens. Neem een besluit.", "Awb art. 4:8");
        if (Voornemen is not null && Voornemen.Stand == stand)
            throw Weigering.Toestand("voornemen-al-verstuurd",
                $"De inwoner kan al reageren tot en met {Datumtekst.Voluit(Voornemen.Uiterlijk)}.", "Awb art. 4:8");
        ZienswijzeIsRedelijk.Eis(uiterlijk, nu.Dag(), beleid);
        Voornemens = [.. Voornemens, new(Guid.CreateVersion7(nu), [VoorzieningId], nu.Dag(), uiterlijk, toelichting) { Stand = stand }];
        Betrek(Medewerker());
        Status = Herzieningstatus.Voorgenomen;
        Announce(new HerzieningVoorgenomen(Herzieningnummer, VoorzieningId, Grond, Verandering.Vanaf, Verandering.Einde,
            new("zienswijze", nu.Dag(), uiterlijk, "Awb art. 4:8"), new(toelichting)), nu);
    }

    /// <summary>The person answered, in writing or by word of mouth (Awb 4:9). What they add later stands beside it.</summary>
    public void NeemZienswijze(Zienswijze zienswijze, DateTimeOffset nu)
    {
        MoetOpen();
        if (Voornemen is null)
            throw Weigering.Toestand("geen-voornemen",
                "Er is nog geen voornemen verstuurd waarop de inwoner kan reageren.", "Awb art. 4:8");
        Dagregel.Eis(zienswijze.OntvangenOp, Voornemen.VerzondenOp, nu.Dag(), "ontvangenOp", "het voornemen");
        Voornemens = [.. Voornemens.SkipLast(1), Voornemen.Met(zienswijze)];
        Announce(new HerzieningZienswijzeOntvangen(Herzieningnummer, VoorzieningId, zienswijze.OntvangenOp), nu);
    }

    /// <summary>Decides. Until bekendmaking, a later decision replaces it under the same number.</summary>
    public void Beslis(Voorziening voorziening, string motivering, NietGehoord? nietGehoord, IReadOnlyDictionary<Guid, bool> toetsen,
        Gebruiker beslisser, string beschikkingnummer, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetOpen();
        BeslisserIsNietDeAanvrager.Eis(beslisser, voorziening.Bsn);
        VeranderingKan.Eis(this, voorziening, nu.Dag());
        BesluitIsActueel.EisWens(this, voorziening);
        var doorBeslisser = Bevoegd.Eis(this, voorziening, beslisser, beleid.Op(nu.Dag()).Waarde);
        PgbGetoetst(voorziening, toetsen);
        if (IsNadelig(voorziening) && !WilDeInwoner)
        {
            InwonerIsGehoord.Eis(this, voorziening, nietGehoord, nu.Dag());
            NietZomaarTerug.Eis(this, voorziening, nu.Dag(), beleid.Op(nu.Dag()).Waarde.Herziening);
        }
        Betrek(BeslotenDoor);
        Betrek(Goedkeuring?.Door);
        (Motivering, NietGehoord, Beschikkingnummer, BeslotenOp, BeslotenDoor, Status) =
            (motivering, nietGehoord, Beschikkingnummer ?? beschikkingnummer, nu.Dag(), beslisser.Id, Herzieningstatus.Besloten);
        Nummers = [Beschikkingnummer];
        (BeslotenBij, DoorBeslisser, Goedkeuring) = (voorziening.Besluitstand(), doorBeslisser, null);
        Announce(new HerzieningBesloten(Herzieningnummer, VoorzieningId, Beschikkingnummer, BeslotenOp.Value)
        {
            TweedeNodig = WachtOpTweede(voorziening, beleid),
        }, nu);
    }

    /// <summary>A second beslisser approves the decision, before it is made known.</summary>
    public void KeurGoed(Voorziening voorziening, Gebruiker beslisser, DateTimeOffset nu)
    {
        EisBesloten();
        BesluitIsActueel.Eis(this, voorziening);
        BeslisserIsNietDeAanvrager.Eis(beslisser, voorziening.Bsn);
        TweePersonen.Eis(beslisser.Id, BeslotenDoor!);
        if (Goedkeuring is not null)
            throw Weigering.Toestand("al-goedgekeurd", "Een collega heeft dit besluit al goedgekeurd. U kunt het bekendmaken.",
                TweePersonen.Grondslag);
        Goedkeuring = new(beslisser.Id, nu.Dag());
        Announce(new HerzieningGoedgekeurd(Herzieningnummer, VoorzieningId, Beschikkingnummer!, nu.Dag()), nu);
    }

    /// <summary>Whether the municipality wants a second person to approve the decision, and none did yet.</summary>
    public bool WachtOpTweede(Voorziening voorziening, Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        // A bridge is made known at once, so that no gap comes while a colleague looks.
        return Grond != Herzieningsgrond.Overbrugging && Goedkeuring is null && BeslotenOp is { } dag && beleid.Op(dag).Waarde is var regels
            && regels.Besluiten.VraagtTweede(Kenmerk(voorziening, regels));
    }

    /// <summary>The kind and the amount of the decision: of the help from its first day on, which ends or begins.</summary>
    internal Besluitkenmerk Kenmerk(Voorziening voorziening, Gemeentebeleid beleid)
    {
        var nieuw = Nieuw(voorziening);
        var over = (Verandering.Einde ? voorziening.Eigen : nieuw).Na(Overgang.DagVoor(Verandering.Vanaf));
        return BinnenMandaat.Van(
            WilDeInwoner || !IsNadelig(voorziening) ? Besluituitkomst.Toekennen
            : Verandering.Einde ? Besluituitkomst.Intrekken : Besluituitkomst.Verminderen,
            (over.Count > 0 ? over[0].Product : voorziening.Gevraagd.Product).Categorie, over, beleid);
    }

    /// <summary>Makes the decision known (Awb 3:41), from which help, budget and contribution follow it.</summary>
    /// <param name="voorziening">The voorziening.</param>
    /// <param name="toetsen">For each voorziening with a finished pgb-toets: whether a pgb can be granted.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="beroepnummer">
    /// The case at the court about the same help, which is about this decision too, so that no bezwaar follows (Awb 6:19); null without.
    /// </param>
    public void MaakBekend(Voorziening voorziening, IReadOnlyDictionary<Guid, bool> toetsen, Tabel<Gemeentebeleid> beleid, Vault kluis,
        DateTimeOffset nu, string? beroepnummer = null)
    {
        EisBesloten();
        BesluitIsActueel.Eis(this, voorziening);
        if (WachtOpTweede(voorziening, beleid))
            throw Weigering.Toestand("tweede-beoordeling-nodig",
                "Een tweede beslisser moet dit besluit goedkeuren voordat u het bekendmaakt.", TweePersonen.Grondslag);
        VeranderingKan.Eis(this, voorziening, nu.Dag());
        PgbGetoetst(voorziening, toetsen);
        if (IsNadelig(voorziening) && !WilDeInwoner)
            NietZomaarTerug.Eis(this, voorziening, nu.Dag(), beleid.Op(nu.Dag()).Waarde.Herziening);
        (BekendgemaaktOp, Status) = (nu.Dag(), Herzieningstatus.Bekendgemaakt);
        if (ZegtOp) voorziening.ZegRechtershulpOp(Overgang.DagVoor(Verandering.Vanaf));
        voorziening.Wijzig(Soort, Id, Beschikkingnummer!, nu.Dag(), Nieuw(voorziening),
            beroepnummer is null ? Termijnen.Bezwaar(nu.Dag()).AlsTermijn() : null, Motivering!, kluis, nu,
            zonderBeslisser: !DoorBeslisser, beroepnummer);
    }

    /// <summary>Nothing comes of it: the municipality drops it, or the person takes the request back.</summary>
    public void Vervalt(bool doorInwoner, DateTimeOffset nu)
    {
        MoetOpen();
        if (doorInwoner && Grond != Herzieningsgrond.OpVerzoek)
            throw Weigering.Toestand("niet-van-de-inwoner",
                "De inwoner heeft dit niet gevraagd en kan het dus niet terugnemen. De inwoner kan wel een zienswijze geven.",
                "Awb art. 4:8");
        Status = Herzieningstatus.Vervallen;
        Announce(new HerzieningVervallen(Herzieningnummer, VoorzieningId, nu.Dag(), doorInwoner), nu);
    }

    /// <summary>
    /// The person takes an opzegging back after it was confirmed, before its day. That is a decision of its own, and the voorziening is
    /// again as it was.
    /// </summary>
    public void Herroep(Voorziening voorziening, string beschikkingnummer, string motivering, Vault kluis, DateTimeOffset nu)
    {
        if (Grond != Herzieningsgrond.OpVerzoek || Status != Herzieningstatus.Bekendgemaakt || !Verandering.Einde)
            throw Weigering.Toestand("niet-te-herroepen", "Herroepen kan alleen bij een opzegging die is bevestigd.");
        // What only a court did since is no later decision.
        var stand = voorziening.Standen.Single(s => s.BesluitId == Id);
        if (voorziening.EigenStand != stand)
            throw Weigering.Toestand("later-besluit", "Over deze voorziening is daarna nog beslist. Vraag een nieuwe wijziging aan.");
        if (nu.Dag() >= Verandering.Vanaf)
            throw Weigering.Regel("hulp-is-gestopt", "De hulp is al gestopt. De inwoner kan een nieuwe melding doen.",
                "Wmo 2015 art. 2.3.2 lid 1");
        Status = Herzieningstatus.Herroepen;
        (Herroeping, Nummers) = (new(Guid.CreateVersion7(nu), beschikkingnummer, nu.Dag()), [.. Nummers, beschikkingnummer]);
        voorziening.HervatRechtershulp(Overgang.DagVoor(Verandering.Vanaf));
        voorziening.Wijzig(Besluitsoort.OpVerzoek, Herroeping.BesluitId, beschikkingnummer, nu.Dag(),
            voorziening.Standen[stand.Stand - 2].Eigen, Termijnen.Bezwaar(nu.Dag()).AlsTermijn(), motivering, kluis, nu,
            zonderBeslisser: true);
    }

    /// <summary>Claims back in money what was given on intentionally incorrect data (Wmo 2015 art. 2.4.1).</summary>
    /// <param name="vordering">The claim.</param>
    /// <param name="meewerker">The one who intentionally helped, from whom it is claimed; null when it is claimed from the person.</param>
    /// <param name="voorziening">The voorziening.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="kluis">Seals name and address.</param>
    /// <param name="nu">The present moment.</param>
    public Terugvordering VorderTerug(Terugvordering vordering, Postadres? meewerker, Voorziening voorziening, Gebruiker beslisser,
        Tabel<Gemeentebeleid> beleid, Vault kluis, DateTimeOffset nu)
    {
        BeslisserIsNietDeAanvrager.Eis(beslisser, voorziening.Bsn);
        var regels = beleid.Op(nu.Dag()).Waarde;
        TerugvorderingKan.Eis(this, voorziening, vordering, regels, nu.Dag());
        vordering = vordering with
        {
            Bedrag = vordering.Posten.Sum(p => p.Bedrag),
            BeslotenOp = nu.Dag(),
            BeslotenDoor = beslisser.Id,
            VanMeewerker = meewerker is not null,
        };
        BinnenMandaat.Eis(new(Besluituitkomst.Terugvorderen, voorziening.Gevraagd.Product.Categorie, vordering.Bedrag), beslisser.Id,
            regels.Besluiten, "posten");
        Terugvorderingen = [.. Terugvorderingen, vordering];
        Nummers = [.. Nummers, vordering.Beschikkingnummer];
        if (meewerker is not null)
            VerzegeldeMeewerkers = kluis.SealJson(Meewerkers(kluis).Append(new(vordering.Id, meewerker)).ToList(), VanMeewerkers);
        Announce(new TerugvorderingBesloten(Herzieningnummer, VoorzieningId, vordering.Id, vordering.Bedrag, vordering.VanMeewerker,
            vordering.BeslotenOp, Termijnen.Betaling(vordering.BeslotenOp).AlsTermijn() with { Soort = "terugbetaling" },
            Termijnen.Bezwaar(vordering.BeslotenOp).AlsTermijn(), new(vordering.Motivering))
        {
            Beschikkingnummer = vordering.Beschikkingnummer,
            Ontvanger = meewerker is null ? null : new(meewerker),
        }, nu);
        return vordering;
    }

    /// <summary>Payment in parts is agreed. It takes the place of an earlier agreement.</summary>
    public void SpreekRegelingAf(Guid terugvorderingId, IReadOnlyList<Betaaltermijn> termijnen, DateTimeOffset nu)
    {
        const string grondslag = "Awb art. 4:94";
        var vordering = Vordering(terugvorderingId);
        EisOpen(vordering);
        if (termijnen.Sum(t => t.Bedrag) != vordering.Open())
            throw Weigering.Regel("regeling-past-niet",
                $"Er staat nog {Datumtekst.Euro(vordering.Open())} open. Zorg dat de delen samen zoveel zijn.", grondslag, "termijnen");
        if (termijnen[0].Uiterlijk <= nu.Dag() || termijnen.Zip(termijnen.Skip(1)).Any(p => p.Second.Uiterlijk <= p.First.Uiterlijk))
            throw Weigering.Regel("regeling-niet-op-volgorde", "Noem dagen die nog komen, op volgorde.", grondslag, "termijnen");
        Zet(vordering with { Regeling = termijnen });
        Announce(new BetaalregelingAfgesproken(Herzieningnummer, VoorzieningId, terugvorderingId, nu.Dag(), termijnen), nu);
    }

    /// <summary>A payment on a claim came in. The last one settles it.</summary>
    public void Ontvang(Guid terugvorderingId, decimal bedrag, DateOnly op, DateTimeOffset nu)
    {
        var vordering = Vordering(terugvorderingId);
        Dagregel.Eis(op, vordering.BeslotenOp, nu.Dag(), "ontvangenOp", "het besluit om terug te vorderen");
        if (bedrag > vordering.Open())
            throw Weigering.Regel("meer-dan-open", $"Er staat nog {Datumtekst.Euro(vordering.Open())} open. Controleer het bedrag.",
                "Wmo 2015 art. 2.4.1", "bedrag");
        var betaald = vordering with { Betalingen = [.. vordering.Betalingen, new(op, bedrag)] };
        Zet(betaald);
        Announce(new TerugvorderingBetaald(Herzieningnummer, VoorzieningId, terugvorderingId, op, bedrag, betaald.Open()), nu);
        if (betaald.Open() == 0) Announce(new TerugvorderingVoldaan(Herzieningnummer, VoorzieningId, terugvorderingId, op), nu);
    }

    /// <summary>A claim becomes less, or is withdrawn. Money that was paid too much goes back.</summary>
    public void Verlaag(
        Guid terugvorderingId, decimal bedrag, Vorderwijziging reden, string motivering, Vault kluis, DateTimeOffset nu)
    {
        var vordering = Vordering(terugvorderingId);
        if (!vordering.Geldt())
            throw Weigering.Toestand("al-ingetrokken", "Deze terugvordering is al ingetrokken.", "Wmo 2015 art. 2.4.1");
        if (bedrag >= vordering.Bedrag)
            throw Weigering.Regel("niet-minder", $"Er wordt {Datumtekst.Euro(vordering.Bedrag)} gevorderd. Kies een lager bedrag, of 0 om "
                + "de terugvordering in te trekken.", "Wmo 2015 art. 2.4.1", "bedrag");
        var minder = vordering with { Bedrag = bedrag, GewijzigdOp = nu.Dag(), Wijziging = reden };
        Zet(minder);
        Announce(new TerugvorderingVerlaagd(Herzieningnummer, VoorzieningId, terugvorderingId, nu.Dag(), reden, bedrag, minder.Open(),
            minder.TeVeel(), minder.TeVeel() > 0 ? Termijnen.Betaling(nu.Dag()).AlsTermijn() with { Soort = "vordering-teruggeven" } : null,
            new(motivering))
        {
            Ontvanger = Meewerkers(kluis).Find(m => m.TerugvorderingId == terugvorderingId) is { } wie ? new(wie.Post) : null,
        }, nu);
        if (vordering.Open() > 0 && minder.Open() == 0 && bedrag > 0)
            Announce(new TerugvorderingVoldaan(Herzieningnummer, VoorzieningId, terugvorderingId, nu.Dag()), nu);
    }

    /// <summary>Help that it took was given back, so a claim for those days has no ground any more.</summary>
    public void LaatVorderingenVervallen(Voorziening voorziening, Vault kluis, DateTimeOffset nu)
    {
        if (!Terugvorderingen.Any(t => t.Geldt())) return;
        var genomen = Ontnomen.Door(this, voorziening, voorziening.Eigen);
        foreach (var vordering in Terugvorderingen.Where(t => t.Geldt()).ToList())
            if (vordering.Posten.Where(p => genomen.Bevat(p.Periode)).Sum(p => p.Bedrag) is var blijft && blijft < vordering.Bedrag)
                Verlaag(vordering.Id, blijft, Vorderwijziging.HulpHersteld,
                    "U krijgt hulp terug die wij hadden weggenomen. Voor die dagen hoeft u niets te betalen.", kluis, nu);
    }

    /// <summary>The municipality paid back what was paid too much on a claim.</summary>
    public void BetaalTerug(Guid terugvorderingId, DateOnly op, DateTimeOffset nu)
    {
        var vordering = Vordering(terugvorderingId);
        if (vordering.TeVeel() is var bedrag && bedrag == 0)
            throw Weigering.Toestand("niets-te-veel-betaald", "Er is niets te veel betaald op deze terugvordering.", "Awb art. 4:87");
        Dagregel.Eis(op, vordering.GewijzigdOp!.Value, nu.Dag(), "betaaldOp", "de wijziging van de terugvordering");
        Zet(vordering with { Terugbetalingen = [.. vordering.Terugbetalingen, new(op, bedrag)] });
        Announce(new TerugvorderingTerugbetaald(Herzieningnummer, VoorzieningId, terugvorderingId, op, bedrag), nu);
    }

    /// <exception cref="Weigering">404.</exception>
    internal Terugvordering Vordering(Guid terugvorderingId) =>
        Terugvorderingen.FirstOrDefault(t => t.Id == terugvorderingId) ?? throw Weigering.Onbekend("Deze terugvordering");

    private static void EisOpen(Terugvordering vordering)
    {
        if (vordering.Open() == 0)
            throw Weigering.Toestand("niets-open", "Op deze terugvordering staat niets meer open.", "Awb art. 4:94");
    }

    private void Zet(Terugvordering vordering) =>
        Terugvorderingen = [.. Terugvorderingen.Select(t => t.Id == vordering.Id ? vordering : t)];

    private List<Meewerker> Meewerkers(Vault kluis) =>
        VerzegeldeMeewerkers is { } zegel ? kluis.UnsealJson<List<Meewerker>>(zegel, VanMeewerkers) : [];

    private Seat VanMeewerkers => Seat(nameof(VerzegeldeMeewerkers));

    private sealed record Meewerker(Guid TerugvorderingId, Postadres Post)
    {
        public override string ToString() => TerugvorderingId.ToString();
    }

    /// <summary>
    /// The municipality's own parts after it. A bridge has no end but the decision that it waits for. Help of a court is none of them.
    /// </summary>
    internal IReadOnlyList<Voorzieningdeel> Nieuw(Voorziening voorziening)
    {
        var delen = Verandering.Op(voorziening.Eigen, voorziening.Gevraagd);
        return Grond != Herzieningsgrond.Overbrugging ? delen
            : [.. voorziening.Eigen.Voor(Verandering.Vanaf), delen.Na(Overgang.DagVoor(Verandering.Vanaf))[^1] with { Tijdelijk = true }];
    }

    /// <summary>Whether the person gets less by it.</summary>
    internal bool IsNadelig(Voorziening voorziening) =>
        Nieuw(voorziening).GeeftMinderDan(voorziening.Eigen);

    /// <summary>Whether the person wants no help any more, so none that a court gave either.</summary>
    private bool ZegtOp => WilDeInwoner && Verandering.Einde;

    /// <summary>Whether it ends help that a court gave.</summary>
    internal bool EindigtRechtershulp(Voorziening voorziening) => ZegtOp && RaaktRechtershulp(voorziening);

    /// <summary>Whether a court gave help on the days that it is about.</summary>
    internal bool RaaktRechtershulp(Voorziening voorziening) =>
        voorziening.VanDeRechter.Any(r => r.Tot >= r.Deel.Periode.Ingangsdatum && r.Tot >= Verandering.Vanaf);

    /// <summary>The first day on which it gives less: also before the change, when the pgb until then gets fewer euros.</summary>
    internal DateOnly MinderVanaf(Voorziening voorziening)
    {
        var laatste = Overgang.DagVoor(Verandering.Vanaf);
        return voorziening.Eigen.Op(laatste) is { } was && Nieuw(voorziening).Op(laatste) is { } wordt && wordt.GeeftMinderGeldDan(was)
            ? was.Periode.Ingangsdatum : Verandering.Vanaf;
    }

    private Besluitsoort Soort => Grond switch
    {
        Herzieningsgrond.OpVerzoek => Besluitsoort.OpVerzoek,
        Herzieningsgrond.InOvereenstemming => Besluitsoort.InOvereenstemming,
        Herzieningsgrond.Overbrugging => Besluitsoort.Overbrugging,
        _ when Verandering.Einde => Besluitsoort.Intrekking,
        _ => Besluitsoort.Herziening,
    };

    /// <summary>The user of the municipality who acts now; null for the person and for the platform.</summary>
    private static string? Medewerker() => Uitvoerder.Nu is { } wie && wie.Wie != Actor.Platform && wie.Rol != Rollen.Inwoner
        ? wie.Wie : null;

    private void Betrek(string? medewerker)
    {
        if (medewerker is not null && !Voorbereiders.Contains(medewerker)) Voorbereiders = [.. Voorbereiders, medewerker];
    }

    private void PgbGetoetst(Voorziening voorziening, IReadOnlyDictionary<Guid, bool> toetsen)
    {
        if (Verandering.Leveringsvorm == Leveringsvorm.Pgb && voorziening.Eigen.Op(Verandering.Vanaf)?.Leveringsvorm != Leveringsvorm.Pgb)
            PgbNaPositieveToets.Eis(toetsen, VoorzieningId);
    }

    private void EisBesloten()
    {
        MoetOpen();
        if (Status != Herzieningstatus.Besloten)
            throw Weigering.Toestand("nog-geen-besluit",
                "Over deze herziening is nog niet beslist. Neem eerst een besluit.", "Awb art. 3:40");
    }

    private void MoetOpen()
    {
        if (Status is Herzieningstatus.Vervallen or Herzieningstatus.Herroepen)
            throw Weigering.Toestand("herziening-vervallen", "Deze herziening gaat niet door. Begin zo nodig een nieuwe.");
        if (Status == Herzieningstatus.Bekendgemaakt)
            throw Weigering.Toestand("al-bekendgemaakt",
                "Dit besluit is al bekendgemaakt en verandert hier niet meer. Ertegen kan bezwaar worden gemaakt.", "Awb art. 3:41");
    }
}

/// <summary>The decision that confirms that the person took an opzegging back.</summary>
/// <param name="BesluitId">The decision.</param>
/// <param name="Beschikkingnummer">Its number.</param>
/// <param name="BekendgemaaktOp">The day on which it was made known.</param>
public sealed record Herroeping(Guid BesluitId, string Beschikkingnummer, DateOnly BekendgemaaktOp);

public enum Herzieningstatus
{
    /// <summary>Asked for, or being prepared.</summary>
    Begonnen,
    /// <summary>The person may answer, or has answered.</summary>
    Voorgenomen,
    Besloten,
    Bekendgemaakt,
    /// <summary>Nothing came of it.</summary>
    Vervallen,
    /// <summary>The person took a confirmed opzegging back before its day.</summary>
    Herroepen,
}
