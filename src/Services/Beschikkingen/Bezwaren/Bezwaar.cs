using WmoPlatform.Beschikkingen.Bezwaren.Regels;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// An objection to a decision (Awb chapters 6 and 7): received, repaired, heard, decided and made known; or withdrawn. It suspends nothing.
/// </summary>
public sealed partial class Bezwaar : Beslisplicht
{
    private Bezwaar()
    {
    }

    /// <summary>For instance <c>Z-2026-000123</c>.</summary>
    public string Bezwaarnummer { get; private set; } = "";

    /// <summary>Not sealed, because the database finds a resident's own bezwaren by it.</summary>
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";

    /// <summary>The decision objected to is the first. Others joined it since (Awb 4:19, 6:19).</summary>
    public IReadOnlyList<BestredenBesluit> Besluiten { get; private set; } = [];

    /// <summary>The aanvraag, bezwaar or voorziening whose decision it is. Of each only one bezwaar runs.</summary>
    public Guid BesluitId { get; private set; }

    /// <summary>The kind of that decision.</summary>
    public BestredenSoort Tegen { get; private set; }

    public Ontvangst Ontvangst { get; private set; } = null!;

    /// <summary>The grounds, in the words of the objector; null for a bezwaar pro forma.</summary>
    public string? Gronden { get; private set; }

    /// <summary>Whether the decision had been taken when the bezwaar came (Awb 6:10 lid 1 onder a).</summary>
    public bool BesluitBestondBijIndienen { get; private set; }
    public Verschoning? Verschoning { get; private set; }
    public Bezwaarstatus Status { get; private set; }

    /// <summary>The facts that decide how long the municipality has.</summary>
    public Bezwaartermijn Termijn { get; private set; } = new((DateOnly?)null);

    /// <summary>The last day under the law; null while the term has not begun.</summary>
    public DateOnly? Uiterlijk { get; private set; }
    public Commissieadvies? Advies { get; private set; }

    /// <summary>The question whether a hearing is wanted; null without one.</summary>
    public Hoorvraag? Hoorvraag { get; private set; }

    /// <summary>The approval of the decision by a second person; null without one.</summary>
    public Besluiten.Goedkeuring? Goedkeuring { get; private set; }
    public IReadOnlyList<Hoorzitting> Hoorzittingen { get; private set; } = [];
    public Afzien? Afzien { get; private set; }
    public IReadOnlyList<NieuwFeit> NieuweFeiten { get; private set; } = [];

    /// <summary>The day on which the objector asked for their costs (Awb 7:15 lid 3); null without.</summary>
    public DateOnly? KostenGevraagdOp { get; private set; }
    public DateOnly? KostenBetaaldOp { get; private set; }

    /// <summary>The machtiging under which somebody acts in it; null without one.</summary>
    public Guid? MachtigingId { get; private set; }

    /// <summary>Death ends a machtiging (BW 3:72). Then letters go to the heirs who go on.</summary>
    protected override Guid? Machtigt => IsOverleden ? Voortzetting?.MachtigingId : MachtigingId;
    public Bezwaarbesluit? Besluit { get; private set; }
    public DateOnly? BeslotenOp { get; private set; }

    /// <summary>The user who decided (the <c>sub</c> of their token).</summary>
    public string? BeslotenDoor { get; private set; }

    /// <summary>The decisions on the help that held when it was decided.</summary>
    public IReadOnlyList<Hulpbesluit> BeslotenOver { get; private set; } = [];

    /// <summary>The letters of the objector that came later, oldest first.</summary>
    public IReadOnlyList<Bezwaarbrief> Brieven { get; private set; } = [];
    public DateOnly? BekendgemaaktOp { get; private set; }
    public DateOnly? BeroepUiterlijk { get; private set; }
    public DateOnly? IngetrokkenOp { get; private set; }

    /// <summary>The explanation of a bekendmaking outside the platform; null when the platform sent the letter.</summary>
    public string? BuitenPlatform { get; private set; }

    /// <summary>The melding of the onderzoek that a founded bezwaar asked for; null before it, or when none is needed.</summary>
    public string? Onderzoeksmelding { get; private set; }

    /// <summary>The decisions that a court annulled, oldest first.</summary>
    public IReadOnlyList<VernietigdeBeslissing> Vernietigd { get; private set; } = [];

    /// <summary>The last day on which nothing has to be done by itself; null when nothing is to come.</summary>
    public DateOnly? WachtTot { get; private set; }

    /// <summary>The judgement of the day on which it came, with its derivation.</summary>
    public Indiening Indiening => Indieningen.Bezwaar(Termijn.BekendgemaaktOp, Ontvangst.Teldag, Ontvangst.Poststempel);

    /// <summary>Whether it came in time.</summary>
    public Bezwaartijdigheid Tijdigheid => Indiening.Oordeel switch
    {
        Indieningsoordeel.TeVroeg => Bezwaartijdigheid.TeVroeg,
        Indieningsoordeel.OpTijd => Bezwaartijdigheid.OpTijd,
        Indieningsoordeel.OpTijdPerPost => Bezwaartijdigheid.OpTijdPerPost,
        _ => Verschoning?.Verschoonbaar == true ? Bezwaartijdigheid.TeLaatVerschoonbaar : Bezwaartijdigheid.TeLaat,
    };

    /// <summary>Whether it is about any voorziening. A refusal of the whole aanvraag has none.</summary>
    public bool HeeftVoorzieningen => Besluiten.Any(b => b.Voorzieningen.Count > 0);

    /// <summary>
    /// Whether a founded bezwaar took away a refusal while nobody knows which help is needed, because there never was an indicatie. Then an
    /// onderzoek must follow, and a decision on it (Awb 7:11 lid 2).
    /// </summary>
    public bool OnderzoekNodig => Status == Bezwaarstatus.Bekendgemaakt && Besluit!.Uitkomst == Bezwaaruitkomst.Gegrond
        && !HeeftVoorzieningen && Tegen == BestredenSoort.Beschikking && Besluit.Dwangsom is not { Alleen: true };

    public override DateOnly? KlaarOp => BekendgemaaktOp ?? IngetrokkenOp;
    protected override DateOnly? LaatsteDag => Uiterlijk;
    protected override DateOnly Begin => Ontvangst.OntvangenOp;
    protected override string Wat => "het bezwaar";
    public override string Nummer => Bezwaarnummer;
    protected override string? Zaaknummer => Bezwaarnummer;

    // Awb 4:17 lid 6 onder c.
    protected override GeenDwangsom? Uitgesloten =>
        Status == Bezwaarstatus.Bekendgemaakt && Besluit!.Kennelijk ? GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond : null;

    /// <summary>
    /// A decision that was annulled keeps its own last day and its own dwangsom. Its finding that the bezwaar was evidently unfounded fell
    /// with it (Awb 8:72 lid 2); who decides on the dwangsom may still give that ground.
    /// </summary>
    public override IReadOnlyList<Beslisronde> VernietigdeRondes() =>
        [.. Vernietigd.Select(v => new Beslisronde(v.Beroepnummer, v.Dwangsom, v.Uiterlijk, null, v.BekendgemaaktOp, null))];

    protected override void Bewaar(string beroepnummer, Dwangsomverloop dwangsom) =>
        Vernietigd = [.. Vernietigd.Select(v => v.Beroepnummer == beroepnummer ? v with { Dwangsom = dwangsom } : v)];

    protected override bool Draagt(GeenDwangsom grond, Beslisronde ronde)
    {
        var besluit = ronde.Beroepnummer is { } nummer ? Vernietigd.Single(v => v.Beroepnummer == nummer).Besluit
            : Status == Bezwaarstatus.Bekendgemaakt ? Besluit : null;
        return grond == GeenDwangsom.GeenBelanghebbende ? besluit?.Grond == Nietontvankelijkgrond.GeenBelanghebbende
            : besluit?.Kennelijk == true;
    }

    /// <summary>A voorziening as the last decision on it left it; null when the bezwaar is not about it.</summary>
    public BeschikteVoorziening? Was(Guid voorzieningId) =>
        Besluiten.SelectMany(b => b.Voorzieningen).LastOrDefault(v => v.VoorzieningId == voorzieningId);

    public static Bezwaar Ontvang(
        string bezwaarnummer, Indiener indiener, BestredenBesluit besluit, bool bestond, Ontvangst ontvangst, string? gronden,
        bool vraagtKosten, DateTimeOffset nu)
    {
        var bezwaar = new Bezwaar
        {
            Dossiernummer = indiener.Dossiernummer,
            Bezwaarnummer = bezwaarnummer,
            PersoonId = indiener.PersoonId,
            Bsn = indiener.Bsn,
            Wijkteam = indiener.Wijkteam,
            MachtigingId = indiener.MachtigingId,
            IsOverleden = indiener.IsOverleden,
            Besluiten = [besluit],
            BesluitId = besluit.BesluitId,
            Tegen = besluit.Soort,
            BesluitBestondBijIndienen = bestond,
            Ontvangst = ontvangst,
            Gronden = gronden,
            KostenGevraagdOp = vraagtKosten ? ontvangst.OntvangenOp : null,
            Termijn = new(besluit.BekendgemaaktOp),
        };
        bezwaar.Uiterlijk = bezwaar.Termijn.Wettelijk?.Uiterlijk;
        bezwaar.Announce(new BezwaarOntvangen(
            bezwaarnummer, ontvangst.Teldag, besluit.Soort, besluit.Nummer, [.. besluit.Voorzieningen.Select(v => v.VoorzieningId)],
            bezwaar.Tijdigheid, bezwaar.Indiening.Termijn?.AlsTermijn(), bezwaar.Termijn.Wettelijk?.AlsTermijn())
        {
            HierOntvangenOp = ontvangst.EldersOntvangenOp is null ? null : ontvangst.OntvangenOp,
        }, nu);
        return bezwaar;
    }

    /// <summary>Takes over what is known about the person today.</summary>
    public void NeemPersoon(string bsn, bool isOverleden) => (Bsn, IsOverleden) = (bsn, isOverleden);

    /// <summary>Somebody acts for the person in it, or nobody does any more.</summary>
    public void NeemMachtiging(Guid? machtigingId) => MachtigingId = machtigingId;

    /// <summary>The decision objected to was made known, so the term begins (Awb 6:10 lid 2).</summary>
    public void BegintTermijn(BestredenBesluit besluit, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        if (KlaarOp is not null || Termijn.BekendgemaaktOp is not null) return;
        Besluiten = [besluit with { Voorzieningen = Betwist(besluit) }, .. Besluiten.Skip(1)];
        Verander(Termijn with { BekendgemaaktOp = besluit.BekendgemaaktOp }, termijn =>
            new BezwaartijdigheidBeoordeeld(Bezwaarnummer, Tijdigheid, termijn), beleid, nu);
    }

    /// <summary>Another decision joins (Awb 4:19, 6:19).</summary>
    public void Voeg(BestredenBesluit besluit, DateTimeOffset nu)
    {
        if (KlaarOp is not null || Besluiten.Any(b => b.Soort == besluit.Soort && b.Nummer == besluit.Nummer)) return;
        Besluiten = [.. Besluiten, besluit];
        BeslisOpnieuw();
        Announce(new BezwaarUitgebreid(Bezwaarnummer, besluit.Soort, besluit.Nummer, besluit.BekendgemaaktOp!.Value), nu);
    }

    /// <summary>Judges whether the objector can be blamed for coming late (Awb 6:11).</summary>
    public void BeoordeelVerschoning(bool verschoonbaar, string motivering, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (Indiening.Oordeel != Indieningsoordeel.TeLaat)
            throw Weigering.Toestand("niet-te-laat", "Dit bezwaar kwam niet te laat. Er valt niets te beoordelen.", "Awb art. 6:11");
        Verschoning = new(verschoonbaar, motivering, nu.Dag());
        Announce(new BezwaartijdigheidBeoordeeld(Bezwaarnummer, Tijdigheid, Termijn.Wettelijk?.AlsTermijn()), nu);
    }

    /// <summary>Asks the objector to repair a defect, which suspends the term to decide (Awb 6:6, 7:10 lid 2).</summary>
    public Herstelverzoek VraagHerstel(
        DateOnly uiterlijk, IReadOnlyList<Verzuimsoort> verzuimen, string? toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (uiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", "Awb art. 6:6", "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, nu.Dag(), "uiterlijk");
        var verzoek = new Herstelverzoek(Guid.CreateVersion7(nu), nu.Dag(), uiterlijk, [.. verzuimen.Select(v => new Verzuim(v))],
            toelichting);
        Verander(Termijn.Met(verzoek), termijn => new BezwaarherstelGevraagd(Bezwaarnummer, verzoek.Id, verzoek.GevraagdOp, uiterlijk,
            verzuimen, termijn, toelichting is null ? null : new(toelichting)), beleid, nu);
        return verzoek;
    }

    /// <summary>A defect was repaired. With the last of them the term to decide goes on.</summary>
    public void NeemHerstel(
        Guid verzoekId, IReadOnlyList<Verzuimsoort> hersteld, string? gronden, DateOnly op, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var verzoek = Termijn.Herstelverzoeken.FirstOrDefault(v => v.Id == verzoekId) ?? throw Weigering.Onbekend("Dit verzoek om herstel");
        if (hersteld.Any(h => verzoek.Verzuimen.All(v => v.Soort != h)))
            throw Weigering.Regel("verzuim-niet-gevraagd", "Hierom is niet gevraagd. Kies uit wat er is gevraagd.", "Awb art. 6:6",
                "hersteld");
        if (verzoek.Verzuimen.Any(v => hersteld.Contains(v.Soort) && v.HersteldOp is not null))
            throw Weigering.Toestand("verzuim-al-hersteld", "Een deel hiervan is al ontvangen. Noem alleen wat nu binnenkwam.");
        Dagregel.Eis(op, verzoek.GevraagdOp, nu.Dag(), "ontvangenOp", "de dag waarop om herstel is gevraagd");
        var nieuw = verzoek with
        {
            Verzuimen = [.. verzoek.Verzuimen.Select(v => hersteld.Contains(v.Soort) ? v with { HersteldOp = op } : v)],
        };
        Gronden = gronden ?? Gronden;
        Verander(Termijn.Met(nieuw), termijn =>
            new BezwaarHersteld(Bezwaarnummer, verzoekId, op, nieuw.VolledigOp is not null, termijn), beleid, nu);
    }

    /// <summary>An adviescommissie advises, and the objector is told (Awb 7:13), before the six weeks are over.</summary>
    public void SchakelCommissieIn(Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (Termijn.CommissieGemeldOp is not null)
            throw Weigering.Toestand("commissie-al-gemeld", "De inwoner weet al dat een commissie adviseert.", "Awb art. 7:13");
        EisTermijnLoopt(nu.Dag(), "commissie-te-laat", "De inwoner moest dit weten voordat de zes weken voorbij waren.",
            "Awb art. 7:10 lid 1");
        Verander(Termijn with { CommissieGemeldOp = nu.Dag() }, termijn =>
            new BezwaarcommissieIngeschakeld(Bezwaarnummer, nu.Dag(), termijn), beleid, nu);
    }

    /// <summary>The commission gave its advice (Awb 7:13).</summary>
    public void NeemAdvies(Commissieadvies advies, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (Termijn.CommissieGemeldOp is not { } gemeld)
            throw Weigering.Toestand("geen-commissie", "Voor dit bezwaar is geen commissie ingeschakeld.", "Awb art. 7:13");
        if (Advies is not null)
            throw Weigering.Toestand("advies-al-ontvangen", "Het advies van de commissie is al ontvangen.", "Awb art. 7:13");
        Dagregel.Eis(advies.OntvangenOp, gemeld, nu.Dag(), "ontvangenOp", "het inschakelen van de commissie");
        Advies = advies;
        Announce(new BezwaaradviesOntvangen(Bezwaarnummer, advies.OntvangenOp), nu);
    }

    /// <summary>Postpones the decision, once, by at most six weeks, before the term ends (Awb 7:10 lid 3).</summary>
    public void Verdaag(int weken, string reden, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        const string grondslag = "Awb art. 7:10 lid 3";
        EisEigenTermijn();
        if (Termijn.Verdaging is not null)
            throw Weigering.Toestand("al-verdaagd",
                "Deze beslissing is al verdaagd. Langer kan alleen met instemming van de inwoner, of als de wet dat nodig maakt.",
                    grondslag);
        if (weken > Termijnen.MaximaleVerdagingBezwaar)
            throw Weigering.Regel("verdaging-te-lang", "Verdagen kan met hooguit zes weken.", grondslag, "weken");
        EisTermijnLoopt(nu.Dag(), "verdaging-te-laat", "Verdagen kon alleen voor het einde van de termijn.", grondslag);
        Verander(Termijn with { Verdaging = new(nu.Dag(), weken, reden) }, termijn =>
            new BezwaarVerdaagd(Bezwaarnummer, nu.Dag(), weken, termijn!, new(reden)), beleid, nu);
    }

    /// <summary>
    /// Puts the decision off further, before the term ends (Awb 7:10 lid 4). After that a notice may count and a dwangsom run, which no
    /// later agreement undoes.
    /// </summary>
    /// <param name="grond">The ground.</param>
    /// <param name="tot">The last day.</param>
    /// <param name="toelichting">Why, in words for the objector.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="afgesprokenOp">The day of the agreement, if it is recorded later; null for today.</param>
    public void StelVerderUit(
        Bezwaaruitstelgrond grond, DateOnly tot, string toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu,
        DateOnly? afgesprokenOp = null)
    {
        MoetNogBekend();
        const string grondslag = "Awb art. 7:10 lid 4";
        EisEigenTermijn();
        var besproken = afgesprokenOp ?? nu.Dag();
        Dagregel.Eis(besproken, Ontvangst.OntvangenOp, nu.Dag(), "afgesprokenOp", "de ontvangst van het bezwaar");
        EisTermijnLoopt(besproken, "uitstel-te-laat", "Verder uitstellen kon alleen voor het einde van de termijn.", grondslag);
        if (tot <= Uiterlijk)
            throw Weigering.Regel("uitstel-zonder-gevolg", "Kies een dag na de laatste dag van de termijn.", grondslag, "tot");
        Dagregel.EisDichtbij(tot, nu.Dag(), "tot");
        Verander(Termijn with { Verderuitstel = new(nu.Dag(), grond, tot, toelichting) }, termijn =>
            new BezwaarUitgesteld(Bezwaarnummer, grond, tot, termijn!, new(toelichting)), beleid, nu);
    }

    /// <summary>Invites the objector to a hearing, or moves it (Awb 7:4).</summary>
    /// <param name="hoorzittingId">The hearing that is moved; null for a new one.</param>
    /// <param name="tijdstip">When.</param>
    /// <param name="plaats">Where, and where the file lies open.</param>
    /// <param name="kort">Whether the objector agreed to less time.</param>
    /// <param name="nu">The present moment.</param>
    public Hoorzitting NodigUit(Guid? hoorzittingId, DateTimeOffset tijdstip, string plaats, bool kort, DateTimeOffset nu)
    {
        MoetNogBeslist();
        var was = hoorzittingId is null ? null
            : Hoorzittingen.FirstOrDefault(h => h.Id == hoorzittingId) ?? throw Weigering.Onbekend("Deze hoorzitting");
        if (was?.Verslag is not null)
            throw Weigering.Toestand("al-gehoord", "Deze hoorzitting is al gehouden. Nodig zo nodig uit voor een nieuwe.", "Awb art. 7:9");
        if (was is null && Hoorzittingen.Any(h => h.Verslag is null))
            throw Weigering.Toestand("hoorzitting-al-gepland", "Er is al een hoorzitting gepland. Verzet die, of houd die eerst.",
                "Awb art. 7:2");
        HoorzittingGeeftTijd.Eis(tijdstip.Dag(), kort, nu.Dag());
        var zitting = new Hoorzitting(was?.Id ?? Guid.CreateVersion7(nu), nu.Dag(), tijdstip.ToUniversalTime(), plaats, kort);
        Hoorzittingen = [.. Hoorzittingen.Where(h => h.Id != zitting.Id), zitting];
        Announce(new HoorzittingGepland(Bezwaarnummer, zitting.Id, zitting.Tijdstip,
            kort ? null : Termijnen.NadereStukken(tijdstip.Dag()).AlsTermijn(),
                kort ? null : Termijnen.TerInzage(tijdstip.Dag()).AlsTermijn(),
            new(plaats)), nu);
        return zitting;
    }

    /// <summary>The objector was heard; the report says by whom (Awb 7:5, 7:7).</summary>
    public void LegHorenVast(Guid hoorzittingId, Hoorverslag verslag, DateTimeOffset nu)
    {
        MoetNogBeslist();
        var zitting = Hoorzittingen.FirstOrDefault(h => h.Id == hoorzittingId) ?? throw Weigering.Onbekend("Deze hoorzitting");
        if (zitting.Verslag is not null)
            throw Weigering.Toestand("al-gehoord", "Van deze hoorzitting is al een verslag.", "Awb art. 7:7");
        Dagregel.Eis(verslag.GehoordOp, zitting.UitgenodigdOp, nu.Dag(), "gehoordOp", "de uitnodiging");
        HoordersZijnOnbevangen.Eis(verslag, Besluiten, Termijn.CommissieGemeldOp is not null);
        Hoorzittingen = [.. Hoorzittingen.Select(h => h.Id == hoorzittingId ? h with { Verslag = verslag } : h)];
        Announce(new BezwaarmakerGehoord(Bezwaarnummer, hoorzittingId, verslag.GehoordOp), nu);
    }

    /// <summary>Asks the objector whether a hearing is wanted (Awb 7:3 onder d).</summary>
    public void VraagOfHoren(DateOnly uiterlijk, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (IsGehoord) throw Weigering.Toestand("al-gehoord", "De inwoner is al gehoord.", "Awb art. 7:3");
        if (Hoorzittingen.Any(h => h.Verslag is null))
            throw Weigering.Toestand("hoorzitting-al-gepland", "Er is al een hoorzitting gepland. Verzet die, of houd die eerst.",
                "Awb art. 7:2");
        if (uiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", "Awb art. 7:3", "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, nu.Dag(), "uiterlijk");
        Hoorvraag = new(nu.Dag(), uiterlijk);
        Announce(new HorenGevraagd(Bezwaarnummer, nu.Dag(), uiterlijk), nu);
    }

    /// <summary>Whether the objector was heard on all that it is about.</summary>
    public bool IsGehoord => Hoorzittingen.Any(h => h.Verslag is { } verslag && !(verslag.GehoordOp < UitgebreidOp));

    /// <summary>There is no hearing (Awb 7:3).</summary>
    public void ZieAfVanHoren(Geenhoorgrond grond, string toelichting, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (IsGehoord) throw Weigering.Toestand("al-gehoord", "De inwoner is al gehoord.", "Awb art. 7:3");
        if (grond == Geenhoorgrond.GeenAntwoord && !(Hoorvraag?.Uiterlijk < nu.Dag()))
            throw Weigering.Regel("hoorvraag-niet-verstreken",
                "Vraag de inwoner eerst of die wil worden gehoord, en wacht tot die termijn voorbij is.", "Awb art. 7:3", "grond");
        Afzien = new(nu.Dag(), grond, toelichting);
        // A hearing that was planned is off.
        var gepland = Hoorzittingen.FirstOrDefault(h => h.Verslag is null);
        Hoorzittingen = [.. Hoorzittingen.Where(h => h.Verslag is not null)];
        Announce(new VanHorenAfgezien(Bezwaarnummer, grond) { Afgezegd = gepland?.Tijdstip }, nu);
    }

    /// <summary>Facts became known after the hearing; the objector may be heard on them (Awb 7:9).</summary>
    public NieuwFeit MeldNieuwFeit(string omschrijving, DateOnly reageerUiterlijk, DateTimeOffset nu)
    {
        MoetNogBeslist();
        if (Hoorzittingen.All(h => h.Verslag is null))
            throw Weigering.Toestand("nog-niet-gehoord", "De inwoner is nog niet gehoord. Bespreek dit op de hoorzitting.", "Awb art. 7:9");
        if (reageerUiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", "Awb art. 7:9",
                "reageerUiterlijk");
        Dagregel.EisDichtbij(reageerUiterlijk, nu.Dag(), "reageerUiterlijk");
        var feit = new NieuwFeit(Guid.CreateVersion7(nu), nu.Dag(), reageerUiterlijk, omschrijving);
        NieuweFeiten = [.. NieuweFeiten, feit];
        Announce(new NieuwFeitGemeld(Bezwaarnummer, feit.Id, feit.GemeldOp, reageerUiterlijk, new(omschrijving)), nu);
        return feit;
    }

    /// <summary>The objector was heard on the new facts, or reacted.</summary>
    public void NeemReactie(Guid feitId, DateOnly op, DateTimeOffset nu)
    {
        MoetNogBeslist();
        var feit = NieuweFeiten.FirstOrDefault(f => f.Id == feitId) ?? throw Weigering.Onbekend("Dit nieuwe feit");
        if (feit.GereageerdOp is not null)
            throw Weigering.Toestand("al-gereageerd", "De reactie op dit nieuwe feit is er al.", "Awb art. 7:9");
        Dagregel.Eis(op, feit.GemeldOp, nu.Dag(), "gereageerdOp", "de dag waarop het is verteld");
        NieuweFeiten = [.. NieuweFeiten.Select(f => f.Id == feitId ? f with { GereageerdOp = op } : f)];
        Announce(new OpNieuwFeitGereageerd(Bezwaarnummer, feitId, op), nu);
    }

    /// <summary>The objector asks for their costs, before the decision (Awb 7:15 lid 3).</summary>
    public void VraagKosten(DateOnly op, DateTimeOffset nu)
    {
        MoetNogBeslist();
        Dagregel.Eis(op, Ontvangst.OntvangenOp, nu.Dag(), "gevraagdOp", "de ontvangst van het bezwaar");
        KostenGevraagdOp ??= op;
    }

    /// <summary>The objector withdraws the bezwaar (Awb 6:21).</summary>
    public void TrekIn(DateOnly op, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        Dagregel.Eis(op, Ontvangst.OntvangenOp, nu.Dag(), "ingetrokkenOp", "de ontvangst van het bezwaar");
        (IngetrokkenOp, Status) = (op, Bezwaarstatus.Ingetrokken);
        Announce(new BezwaarIngetrokken(Bezwaarnummer, op), nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>Decides on the bezwaar (Awb 7:11, 7:12). Until bekendmaking a later decision replaces it.</summary>
    /// <param name="besluit">The decision.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="kennis">The help and the tests that it must fit.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    public void Beslis(
        Bezwaarbesluit besluit, Gebruiker beslisser, Bezwaarkennis kennis, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var dag = nu.Dag();
        if (Termijn.BekendgemaaktOp is null && besluit.Grond != Nietontvankelijkgrond.TeVroeg)
            throw Weigering.Toestand("termijn-niet-begonnen",
                "Het besluit is nog niet bekendgemaakt. Wacht tot dan met beslissen op het bezwaar.", "Awb art. 6:10 lid 2");
        BezwaarbeslisserIsAnder.Eis(beslisser, Besluiten, Bsn);
        NabestaandenZettenVoort.Eis(this, besluit);
        OntvankelijkheidKlopt.Eis(this, besluit, dag);
        KennelijkPast.Eis(besluit);
        GehoordVoorDeBeslissing.Eis(this, besluit, dag);
        AdviesIsGewogen.Eis(besluit, Advies, Termijn.CommissieGemeldOp is not null);
        DwangsomWordtHoger.Eis(besluit, Besluiten, dag);
        HerbesluitIsVolledig.Eis(besluit, this, kennis.Huidig);
        GetoetstPgb.Eis(besluit, this, kennis.Toetsen);
        foreach (var kenmerk in Besluitkenmerken.Van(besluit, this, beleid.Op(dag).Waarde))
            Beschikkingen.Regels.BinnenMandaat.Eis(kenmerk, beslisser.Id, beleid.Op(dag).Waarde.Besluiten, "uitkomst");
        KostenBijHerroeping.Eis(besluit, KostenGevraagdOp);
        Besluit = besluit with { Voorzieningen = besluit.Voorzieningen ?? [] };
        (BeslotenOp, BeslotenDoor, BeslotenOver, Status) = (dag, beslisser.Id, kennis.Hulp, Bezwaarstatus.Beslist);
        Goedkeuring = null;
        Announce(new OpBezwaarBeslist(Bezwaarnummer, dag, besluit.Uitkomst) { TweedeNodig = WachtOpTweede(beleid) }, nu);
    }

    /// <summary>Whether the municipality wants a second person to approve the decision, and none did yet.</summary>
    public bool WachtOpTweede(Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        return Besluit is { } besluit && Goedkeuring is null && BeslotenOp is { } dag && beleid.Op(dag).Waarde is var regels
            && Besluitkenmerken.Van(besluit, this, regels).Any(regels.Besluiten.VraagtTweede);
    }

    /// <summary>A second beslisser, who did not work on the disputed decision either, approves the decision.</summary>
    public void KeurGoed(Gebruiker beslisser, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (Status != Bezwaarstatus.Beslist)
            throw Weigering.Toestand("nog-geen-besluit", "Over dit bezwaar is nog niet beslist. Neem eerst een besluit.",
                TweePersonen.Grondslag);
        BezwaarbeslisserIsAnder.Eis(beslisser, Besluiten, Bsn);
        TweePersonen.Eis(beslisser.Id, BeslotenDoor!);
        if (Goedkeuring is not null)
            throw Weigering.Toestand("al-goedgekeurd", "Een collega heeft dit besluit al goedgekeurd. U kunt het bekendmaken.",
                TweePersonen.Grondslag);
        Goedkeuring = new(beslisser.Id, nu.Dag());
        Announce(new BezwaarbesluitGoedgekeurd(Bezwaarnummer, nu.Dag()), nu);
    }

    /// <summary>Makes the decision known (Awb 7:12 lid 2). Beroep becomes possible.</summary>
    /// <param name="dag">The day.</param>
    /// <param name="kennis">The help and the tests of today. The help is as it was when it was decided.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="buitenPlatform">How and why it was sent outside the platform; null when the platform sends the letter, today.</param>
    /// <param name="dwangsom">The dwangsom as it follows from the decision; null when it stays.</param>
    public IReadOnlyList<BeschikteVoorziening> MaakBekend(
        DateOnly dag, Bezwaarkennis kennis, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu, string? buitenPlatform = null,
        Dwangsomuitkomst? dwangsom = null)
    {
        MoetNogBekend();
        if (BeslotenOp is not { } besloten || Besluit is not { } besluit)
            throw Weigering.Toestand("nog-geen-besluit", "Over dit bezwaar is nog niet beslist. Neem eerst een besluit.");
        BekendmakingNaBesluit.Eis(dag, besloten, nu.Dag(), buitenPlatform is not null);
        NabestaandenZettenVoort.Eis(this, besluit);
        HulpIsOngewijzigd.Eis(BeslotenOver, kennis.Hulp);
        if (WachtOpTweede(beleid))
            throw Weigering.Toestand("tweede-beoordeling-nodig",
                "Een tweede beslisser moet dit besluit goedkeuren voordat u het bekendmaakt.", TweePersonen.Grondslag);
        GetoetstPgb.Eis(besluit, this, kennis.Toetsen);
        var beroep = Termijnen.Beroep(dag).AlsTermijn();
        (BekendgemaaktOp, BeroepUiterlijk, Status) = (dag, beroep.Uiterlijk, Bezwaarstatus.Bekendgemaakt);
        BuitenPlatform = buitenPlatform;
        var voorzieningen = besluit.Voorzieningen!.Select(v => v.Op(Was(v.VoorzieningId!.Value))).ToList();
        Announce(new BeslissingOpBezwaarBekendgemaakt(Bezwaarnummer, dag, besluit.Uitkomst, besluit.Kennelijk, beroep,
            besluit.Kosten > 0 ? Termijnen.Betaling(dag).AlsTermijn() with { Soort = "kostenvergoeding" } : null, besluit.Kosten,
                voorzieningen, new(besluit.Motivering))
        {
            OnderzoekNodig = OnderzoekNodig,
            BuitenPlatform = buitenPlatform is not null,
            Dwangsom = dwangsom,
            Verantwoording = Verantwoording(besluit),
        }, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
        return voorzieningen;
    }

    /// <summary>The way to the decision, which it must say (Awb 7:12 lid 1, 7:13 lid 7); null when there is nothing to say.</summary>
    private Vertrouwelijk<Bezwaarverantwoording>? Verantwoording(Bezwaarbesluit besluit) => IsGehoord && Advies is null ? null
        : new(new Bezwaarverantwoording(IsGehoord ? null : Afzien!.Grond, IsGehoord ? null : Afzien!.Toelichting, Advies?.Tekst,
            besluit.AfwijkingAdvies));

    /// <summary>The onderzoek that must follow began with a melding.</summary>
    public void BeginOnderzoek(string meldingnummer, DateOnly begonnenOp, DateTimeOffset nu)
    {
        if (!OnderzoekNodig)
            throw Weigering.Toestand("geen-onderzoek-nodig", "Na dit bezwaar is geen nieuw onderzoek nodig.", "Awb art. 7:11 lid 2");
        if (Onderzoeksmelding is not null)
            throw Weigering.Toestand("onderzoek-al-begonnen", "Het onderzoek na dit bezwaar is al begonnen.", "Awb art. 7:11 lid 2");
        Dagregel.Eis(begonnenOp, Ontvangst.OntvangenOp, nu.Dag(), "meldingnummer", "het bezwaar");
        Onderzoeksmelding = meldingnummer;
        Announce(new OnderzoekNaBezwaarBegonnen(Bezwaarnummer, meldingnummer, begonnenOp), nu);
    }

    /// <summary>
    /// A court annulled the decision and ordered another within so many weeks (Awb 8:72 lid 4). The bezwaar is open again as it was before
    /// that decision, hearing included. The dwangsom for that late decision stays owed.
    /// </summary>
    public void Heropen(string beroepnummer, DateOnly verzondenOp, int weken, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        if (Status != Bezwaarstatus.Bekendgemaakt) return;
        Vernietigd =
        [
            .. Vernietigd, new(beroepnummer, Besluit!, BeslotenOp!.Value, BekendgemaaktOp!.Value)
            {
                Uiterlijk = Uiterlijk,
                Dwangsom = SluitDwangsom(),
                KostenBetaaldOp = KostenBetaaldOp,
            },
        ];
        KostenBetaaldOp = null;
        (Besluit, BeslotenOp, BeslotenDoor, BekendgemaaktOp, BeroepUiterlijk) = (null, null, null, null, null);
        (BuitenPlatform, Onderzoeksmelding, Status) = (null, null, Bezwaarstatus.Ontvangen);
        Verander(Termijn with { Rechter = new(verzondenOp, weken) }, termijn =>
            new BezwaarHeropend(Bezwaarnummer, beroepnummer, termijn), beleid, nu);
    }

    /// <summary>The costs of the objector were paid.</summary>
    public void BetaalKosten(DateOnly op, DateTimeOffset nu)
    {
        if (Status != Bezwaarstatus.Bekendgemaakt || Besluit!.Kosten is not > 0)
            throw Weigering.Toestand("geen-kosten", "Er zijn geen kosten die betaald moeten worden.", "Awb art. 7:15");
        if (KostenBetaaldOp is not null) throw Weigering.Toestand("kosten-al-betaald", "Deze kosten zijn al betaald.", "Awb art. 4:87");
        Dagregel.Eis(op, BekendgemaaktOp!.Value, nu.Dag(), "betaaldOp", "de bekendmaking van de beslissing");
        KostenBetaaldOp = op;
        Announce(new BezwaarkostenBetaald(Bezwaarnummer, op), nu);
    }

    /// <summary>Does what falls due by itself: a term to repair that passed, a dwangsom that reached its most.</summary>
    public void HoudBij(Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        foreach (var verzoek in KlaarOp is null ? Termijn.Onhersteld.Where(v => !v.Verstreken && v.Uiterlijk < nu.Dag()).ToList() : [])
            Verander(Termijn.Met(verzoek with { Verstreken = true }), termijn =>
                new BezwaarhersteltermijnVerstreken(Bezwaarnummer, verzoek.Id, verzoek.Uiterlijk, termijn), beleid, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    protected override void BepaalWachtTot(Tabel<Gemeentebeleid> beleid)
    {
        List<DateOnly> dagen = KlaarOp is null ? [.. Termijn.Onhersteld.Where(v => !v.Verstreken).Select(v => v.Uiterlijk)] : [];
        if (KlaarOp is null && Dwangsom is { Besluit: null, Aangekondigd: 0 } && Uiterlijk is { } uiterlijk
            && DwangsomOp(uiterlijk, beleid)?.LaatsteDag is { } laatste)
            dagen.Add(laatste);
        WachtTot = dagen.Count == 0 ? null : dagen.Min();
    }

    private List<BeschikteVoorziening> Betwist(BestredenBesluit besluit)
    {
        var eerder = Besluiten[0].Voorzieningen.Select(v => v.VoorzieningId).ToHashSet();
        return [.. besluit.Voorzieningen.Where(v => eerder.Count == 0 || eerder.Contains(v.VoorzieningId))];
    }

    /// <summary>
    /// Takes over other facts about the term to decide, and announces them. A notice may mean something else now, which is told too.
    /// </summary>
    private void Verander(
        Bezwaartermijn termijn, Func<Contracts.Termijn?, Gebeurtenis> gebeurtenis, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var eerder = Oordelen(beleid).ToList();
        var wettelijk = termijn.Wettelijk;
        (Termijn, Uiterlijk) = (termijn, wettelijk?.Uiterlijk);
        Announce(gebeurtenis(wettelijk?.AlsTermijn()), nu);
        VertelOordelen(eerder, beleid, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    private void EisTermijnLoopt(DateOnly op, string code, string uitleg, string grondslag)
    {
        if (Uiterlijk is not { } dag)
            throw Weigering.Toestand("termijn-niet-begonnen",
                "Het besluit is nog niet bekendgemaakt. De termijn van het bezwaar is nog niet begonnen.", "Awb art. 6:10 lid 2");
        if (dag < op)
            throw Weigering.Regel(code, $"{uitleg} Dat was op {Datumtekst.Voluit(dag)}. Beslis zo snel mogelijk.", grondslag);
    }

    private void EisEigenTermijn()
    {
        if (Termijn.Rechter is not null)
            throw Weigering.Toestand("termijn-van-de-rechter",
                "De rechter bepaalde hoeveel tijd er is. Alleen de rechter kan meer tijd geven.", "Awb art. 8:72 lid 4");
    }

    private void MoetNogBeslist()
    {
        MoetNogBekend();
        if (Status == Bezwaarstatus.Beslist)
            throw Weigering.Toestand("al-beslist",
                "Op dit bezwaar is al beslist. Maak de beslissing bekend, of neem eerst een andere.", "Awb art. 7:12");
    }

    private void MoetNogBekend()
    {
        if (Status == Bezwaarstatus.Ingetrokken)
            throw Weigering.Toestand("bezwaar-ingetrokken", "De inwoner heeft dit bezwaar ingetrokken.", "Awb art. 6:21");
        if (Status == Bezwaarstatus.Bekendgemaakt)
            throw Weigering.Toestand("al-bekendgemaakt",
                "De beslissing op dit bezwaar is al bekendgemaakt. Daartegen kan beroep worden ingesteld bij de rechtbank.",
                    "Awb art. 8:1");
    }
}

/// <summary>The person whose bezwaar or klacht it is.</summary>
/// <param name="Dossiernummer">The dossier.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Bsn">The BSN of today.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="MachtigingId">The machtiging under which somebody acts for the person; null without one.</param>
/// <param name="IsOverleden">Whether the person died.</param>
public sealed record Indiener(string Dossiernummer, Guid PersoonId, string Bsn, string Wijkteam, Guid? MachtigingId = null,
    bool IsOverleden = false)
{
    /// <inheritdoc />
    public override string ToString() => Dossiernummer;
}
