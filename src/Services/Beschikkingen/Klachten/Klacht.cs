using WmoPlatform.Beschikkingen.Klachten.Regels;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>
/// A complaint about conduct of the municipality (Awb chapter 9): received, heard and judged by somebody who was not involved; or settled,
/// passed on, turned into a bezwaar, or not handled.
/// </summary>
public sealed class Klacht : Aggregate
{
    private Klacht()
    {
    }

    /// <summary>For instance <c>K-2026-000123</c>.</summary>
    public string Klachtnummer { get; private set; } = "";
    public Guid PersoonId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own klachten by it.</summary>
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }

    /// <summary>The day on which it was posted; null when it did not come by post.</summary>
    public DateOnly? Poststempel { get; private set; }

    /// <summary>The day on which another office got it, which passed it on; null when it came here. It counts for a bezwaar.</summary>
    public DateOnly? EldersOntvangenOp { get; private set; }
    public Klachtonderwerp Over { get; private set; }

    /// <summary>What it is about, in the words of the person.</summary>
    public string Omschrijving { get; private set; } = "";

    /// <summary>The day of the conduct; null when the person did not say.</summary>
    public DateOnly? GedragingOp { get; private set; }

    /// <summary>The members of staff whose conduct it is about; empty when nobody in particular.</summary>
    public IReadOnlyList<Beklaagde> Beklaagden { get; private set; } = [];

    /// <summary>The decision that it is about; null for another subject.</summary>
    public string? Besluitnummer { get; private set; }

    /// <summary>The users who took that decision, so who do not handle the klacht.</summary>
    public IReadOnlyList<string> Besluitnemers { get; private set; } = [];

    /// <summary>Whether bezwaar against that decision was possible and nobody made it, so that the person may have meant one.</summary>
    public bool KanBezwaarZijn { get; private set; }

    /// <summary>The facts that decide how long the municipality has.</summary>
    public Klachttermijn Termijn { get; private set; } = null!;

    /// <summary>The last day under the law.</summary>
    public DateOnly Uiterlijk { get; private set; }

    /// <summary>The question what is meant; null when it was not asked.</summary>
    public Bedoelingsvraag? Bedoeling { get; private set; }

    /// <summary>The hearing, planned or held; or the ground on which there is none.</summary>
    public Horen? Horen { get; private set; }

    /// <summary>The advice of the commission; null without.</summary>
    public Klachtadvies? Advies { get; private set; }
    public Klachtafronding? Afronding { get; private set; }

    /// <summary>The user who handled it (the <c>sub</c> of their token).</summary>
    public string? AfgehandeldDoor { get; private set; }

    /// <summary>Whether it still has to be handled.</summary>
    public bool IsOpen => Afronding is null;

    public static Klacht Ontvang(
        string klachtnummer, Bezwaren.Indiener indiener, Klachtontvangst ontvangst, Klachtonderwerp over, string omschrijving,
        DateOnly? gedragingOp, string? medewerker, string? besluitnummer, DateTimeOffset nu)
    {
        var ontvangenOp = ontvangst.OntvangenOp;
        var klacht = new Klacht
        {
            Dossiernummer = indiener.Dossiernummer,
            Klachtnummer = klachtnummer,
            PersoonId = indiener.PersoonId,
            Bsn = indiener.Bsn,
            Wijkteam = indiener.Wijkteam,
            OntvangenOp = ontvangenOp,
            Poststempel = ontvangst.Poststempel,
            EldersOntvangenOp = ontvangst.EldersOntvangenOp,
            Over = over,
            Omschrijving = omschrijving,
            GedragingOp = gedragingOp,
            Beklaagden = medewerker is null ? [] : [new(medewerker)],
            Besluitnummer = besluitnummer,
            Termijn = new(ontvangenOp),
        };
        klacht.Uiterlijk = klacht.Termijn.Wettelijk.Uiterlijk;
        klacht.Announce(new KlachtOntvangen(klachtnummer, ontvangenOp, over, klacht.Termijn.Wettelijk.AlsTermijn(),
            Termijnen.KlachtNietBehandelen(ontvangenOp).AlsTermijn()), nu);
        return klacht;
    }

    /// <summary>Takes over the BSN of today.</summary>
    public void NeemBsn(string bsn) => Bsn = bsn;

    /// <summary>The decision that it is about was found.</summary>
    /// <param name="nemers">The users who took it.</param>
    /// <param name="kanBezwaarZijn">Whether the person may have meant a bezwaar.</param>
    public void GaatOver(IReadOnlyList<string> nemers, bool kanBezwaarZijn) => (Besluitnemers, KanBezwaarZijn) = (nemers, kanBezwaarZijn);

    /// <summary>It is about the conduct of this member of staff, who gets a copy (Awb 9:9).</summary>
    public void GaatOver(string medewerker, DateOnly afschriftOp, DateTimeOffset nu)
    {
        MoetOpen();
        Dagregel.Eis(afschriftOp, OntvangenOp, nu.Dag(), "afschriftOp", "de ontvangst van de klacht");
        if (Beklaagden.Any(b => b.Medewerker == medewerker && b.AfschriftOp is not null))
            throw Weigering.Toestand("afschrift-al-gegeven", "Deze medewerker heeft de klacht al gekregen.", "Awb art. 9:9");
        Beklaagden = [.. Beklaagden.Where(b => b.Medewerker != medewerker), new(medewerker) { AfschriftOp = afschriftOp }];
        Announce(new KlachtafschriftGegeven(Klachtnummer, afschriftOp), nu);
    }

    /// <summary>A member of staff told their side, or does not want to (Awb 9:10 lid 1).</summary>
    /// <param name="medewerker">The member of staff.</param>
    /// <param name="op">The day.</param>
    /// <param name="verslag">The account of the member of staff, who may decline to give one; null then.</param>
    /// <param name="gebruiker">Who records it.</param>
    /// <param name="nu">The present moment.</param>
    public void HoorBeklaagde(string medewerker, DateOnly op, string? verslag, Gebruiker gebruiker, DateTimeOffset nu)
    {
        MoetOpen();
        KlachtbehandelaarIsAnder.Eis(gebruiker, this);
        var beklaagde = Beklaagden.FirstOrDefault(b => b.Medewerker == medewerker)
            ?? throw Weigering.Regel("geen-beklaagde", "De klacht gaat niet over deze medewerker. Leg eerst vast over wie zij gaat.",
                "Awb art. 9:9", "medewerker");
        if (beklaagde.AfschriftOp is not { } afschrift)
            throw Weigering.Toestand("afschrift-ontbreekt", "Geef deze medewerker eerst de klacht, en leg dat vast.", "Awb art. 9:9");
        if (beklaagde.GehoordOp is not null)
            throw Weigering.Toestand("al-gehoord", "Wat deze medewerker ervan vindt, is al vastgelegd.", "Awb art. 9:10");
        Dagregel.Eis(op, afschrift, nu.Dag(), "gehoordOp", "het afschrift");
        Beklaagden = [.. Beklaagden.Where(b => b != beklaagde), beklaagde with { GehoordOp = op, Verslag = verslag }];
        Announce(new BeklaagdeGehoord(Klachtnummer, op, WildeNiet: verslag is null), nu);
    }

    /// <summary>The commission gave its advice (Awb 9:15 lid 3).</summary>
    public void NeemAdvies(Klachtafloop oordeel, string tekst, DateOnly op, DateTimeOffset nu)
    {
        MoetOpen();
        if (Termijn.CommissieGemeldOp is not { } gemeld)
            throw Weigering.Toestand("geen-commissie", "Over deze klacht adviseert geen commissie. Schakel die eerst in.", "Awb art. 9:14");
        if (Advies is not null) throw Weigering.Toestand("advies-al-vastgelegd", "Het advies is al vastgelegd.", "Awb art. 9:15 lid 3");
        EisOordeel(oordeel);
        Dagregel.Eis(op, gemeld, nu.Dag(), "ontvangenOp", "het inschakelen van de commissie");
        Advies = new(op, oordeel, tekst);
        Announce(new KlachtadviesOntvangen(Klachtnummer, op, oordeel), nu);
    }

    /// <summary>Asks what the person means by a klacht about a decision that is open to bezwaar no longer.</summary>
    public void VraagBedoeling(DateOnly uiterlijk, DateTimeOffset nu)
    {
        MoetOpen();
        if (Besluitnummer is null)
            throw Weigering.Toestand("geen-besluit", "Deze klacht gaat niet over een besluit. Er valt niets te vragen.", "Awb art. 9:8");
        if (!KanBezwaarZijn)
            throw Weigering.Toestand("geen-bezwaar-mogelijk",
                "Tegen dit besluit is er geen bezwaar, of daarop is al beslist. Er valt niets te vragen.", "Awb art. 7:1");
        if (Bedoeling is not null) throw Weigering.Toestand("al-gevraagd", "Dit is de inwoner al gevraagd.", "Awb art. 9:8");
        if (uiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd: kies een laatste dag na vandaag.", veld: "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, nu.Dag(), "uiterlijk");
        Bedoeling = new(nu.Dag(), uiterlijk);
        Announce(new KlachtbedoelingGevraagd(Klachtnummer, Besluitnummer, nu.Dag(), uiterlijk), nu);
    }

    /// <summary>The person said what was meant. A bezwaar counts from the day on which the klacht came in.</summary>
    /// <param name="op">The day of the answer.</param>
    /// <param name="bezwaarnummer">The bezwaar that it became; null when it stays a klacht.</param>
    /// <param name="nu">The present moment.</param>
    public void NeemBedoeling(DateOnly op, string? bezwaarnummer, DateTimeOffset nu)
    {
        MoetOpen();
        if (Bedoeling is not { BeantwoordOp: null } vraag)
            throw Weigering.Toestand("niet-gevraagd", "Hierover staat geen vraag aan de inwoner open.", "Awb art. 9:8");
        Dagregel.Eis(op, vraag.GevraagdOp, nu.Dag(), "beantwoordOp", "de vraag");
        Bedoeling = vraag with { BeantwoordOp = op };
        Announce(new KlachtbedoelingBekend(Klachtnummer, op, bezwaarnummer), nu);
        if (bezwaarnummer is not null) Rond(new(nu.Dag(), Klachtafloop.Bezwaar) { Bezwaarnummer = bezwaarnummer }, nu);
    }

    /// <summary>It is a bezwaar, because it came within the term for it.</summary>
    public void WordtBezwaar(string bezwaarnummer, DateTimeOffset nu)
    {
        MoetOpen();
        Rond(new(nu.Dag(), Klachtafloop.Bezwaar) { Bezwaarnummer = bezwaarnummer }, nu);
    }

    /// <summary>A commission advises, and the person is told (Awb 9:14, 9:15), before the six weeks are over.</summary>
    public void SchakelCommissieIn(DateTimeOffset nu)
    {
        MoetOpen();
        if (Termijn.CommissieGemeldOp is not null)
            throw Weigering.Toestand("commissie-al-gemeld", "De inwoner weet al dat een commissie adviseert.", "Awb art. 9:15");
        EisTermijnLoopt(nu, "commissie-te-laat", "De inwoner moest dit weten voordat de zes weken voorbij waren.", "Awb art. 9:11 lid 1");
        Verander(Termijn with { CommissieGemeldOp = nu.Dag() }, t => new KlachtcommissieIngeschakeld(Klachtnummer, nu.Dag(), t), nu);
    }

    /// <summary>Postpones it, once, by at most four weeks (Awb 9:11 lid 2).</summary>
    public void Verdaag(int weken, string reden, DateTimeOffset nu)
    {
        MoetOpen();
        const string grondslag = "Awb art. 9:11 lid 2";
        if (Termijn.Verdaging is not null)
            throw Weigering.Toestand("al-verdaagd",
                "Deze klacht is al verdaagd. Langer kan alleen als de inwoner dat schriftelijk goedvindt.",
                grondslag);
        if (weken > Termijnen.MaximaleVerdagingKlacht)
            throw Weigering.Regel("verdaging-te-lang", "Verdagen kan met hooguit vier weken.", grondslag, "weken");
        EisTermijnLoopt(nu, "verdaging-te-laat", "Verdagen kon alleen voor het einde van de termijn.", grondslag);
        Verander(Termijn with { Verdaging = new(nu.Dag(), weken, reden) }, t =>
            new KlachtVerdaagd(Klachtnummer, nu.Dag(), MetInstemming: false, t, new(reden)), nu);
    }

    /// <summary>Puts it off further with the written consent of the person (Awb 9:11 lid 3).</summary>
    public void StelVerderUit(DateOnly tot, string toelichting, DateTimeOffset nu)
    {
        MoetOpen();
        if (tot <= Uiterlijk)
            throw Weigering.Regel("uitstel-zonder-gevolg", "Kies een dag na de laatste dag van de termijn.", "Awb art. 9:11 lid 3", "tot");
        Dagregel.EisDichtbij(tot, nu.Dag(), "tot");
        Verander(Termijn with { InstemmingTot = tot }, t =>
            new KlachtVerdaagd(Klachtnummer, nu.Dag(), MetInstemming: true, t, new(toelichting)), nu);
    }

    /// <summary>Invites the person to tell about it (Awb 9:10 lid 1).</summary>
    public void NodigUit(DateTimeOffset tijdstip, string plaats, DateTimeOffset nu)
    {
        MoetOpen();
        if (Horen is { GehoordOp: not null } or { Grond: not null })
            throw Weigering.Toestand("al-gehoord", "Over het horen is al iets vastgelegd.", "Awb art. 9:10");
        if (tijdstip.Dag() < nu.Dag())
            throw Weigering.Regel("gesprek-voorbij", "Deze dag is voorbij. Kies een dag die nog komt.", "Awb art. 9:10", "tijdstip");
        Dagregel.EisDichtbij(tijdstip.Dag(), nu.Dag(), "tijdstip");
        Horen = new(tijdstip.ToUniversalTime(), plaats);
        Announce(new KlachtgesprekGepland(Klachtnummer, tijdstip.ToUniversalTime(), new(plaats)), nu);
    }

    /// <summary>The person was heard, and a report was made (Awb 9:10 lid 3).</summary>
    public void LegHorenVast(DateOnly op, string verslag, Gebruiker gebruiker, DateTimeOffset nu)
    {
        MoetOpen();
        KlachtbehandelaarIsAnder.Eis(gebruiker, this);
        if (Horen is { GehoordOp: not null })
            throw Weigering.Toestand("al-gehoord", "Van dit gesprek is al een verslag.", "Awb art. 9:10 lid 3");
        Dagregel.Eis(op, OntvangenOp, nu.Dag(), "gehoordOp", "de ontvangst van de klacht");
        Horen = (Horen ?? new(null, null)) with { GehoordOp = op, Verslag = verslag, Grond = null };
        Announce(new KlagerGehoord(Klachtnummer, op, null), nu);
    }

    /// <summary>Nobody is heard (Awb 9:10 lid 2).</summary>
    public void ZieAfVanHoren(Geenklachthoorgrond grond, string toelichting, DateTimeOffset nu)
    {
        MoetOpen();
        if (Horen is { GehoordOp: not null })
            throw Weigering.Toestand("al-gehoord", "De inwoner is al gehoord.", "Awb art. 9:10");
        Horen = new(null, null) { Grond = grond, Verslag = toelichting };
        Announce(new KlagerGehoord(Klachtnummer, null, grond), nu);
    }

    /// <summary>It was settled, and the person agrees that nothing more needs to be done (Awb 9:5).</summary>
    public void LosOp(string hoe, bool metInstemming, DateTimeOffset nu)
    {
        MoetOpen();
        if (!metInstemming)
            throw Weigering.Regel("instemming-ontbreekt",
                "Een klacht is pas opgelost als de inwoner tevreden is. Vraag dat, of behandel de klacht verder.", "Awb art. 9:5",
                "metInstemming");
        Rond(new(nu.Dag(), Klachtafloop.Opgelost) { Tekst = hoe }, nu);
    }

    /// <summary>The person withdraws it.</summary>
    public void TrekIn(DateOnly op, DateTimeOffset nu)
    {
        MoetOpen();
        Dagregel.Eis(op, OntvangenOp, nu.Dag(), "ingetrokkenOp", "de ontvangst van de klacht");
        Rond(new(op, Klachtafloop.Ingetrokken), nu);
    }

    /// <summary>The person is pointed to the klachtregeling of the provider (Wmo 2015 art. 3.2.1).</summary>
    public void WijsNaarAanbieder(string toelichting, DateTimeOffset nu)
    {
        MoetOpen();
        if (Over != Klachtonderwerp.Aanbieder)
            throw Weigering.Toestand("geen-aanbieder", "Deze klacht gaat niet over een zorgaanbieder. De gemeente behandelt haar zelf.",
                "Awb art. 9:1");
        Rond(new(nu.Dag(), Klachtafloop.NaarAanbieder) { Tekst = toelichting }, nu);
    }

    /// <summary>It is not handled, on a ground of the law, and the person is told within four weeks (Awb 9:8).</summary>
    public void BehandelNiet(Nietbehandelgrond grond, string motivering, DateTimeOffset nu)
    {
        MoetOpen();
        NietBehandelenKan.Eis(grond, this, nu.Dag());
        Rond(new(nu.Dag(), Klachtafloop.NietBehandeld) { NietBehandeld = grond, Tekst = motivering }, nu);
    }

    /// <summary>Judges it: the finding, and what follows from it (Awb 9:12).</summary>
    /// <param name="oordeel">The judgment.</param>
    /// <param name="bevindingen">The finding, in words for the person.</param>
    /// <param name="afwijking">Why it departs from the advice of the commission (Awb 9:16); null when it does not.</param>
    /// <param name="gebruiker">Who judges.</param>
    /// <param name="nu">The present moment.</param>
    public void HandelAf(Klachtafloop oordeel, string bevindingen, string? afwijking, Gebruiker gebruiker, DateTimeOffset nu)
    {
        MoetOpen();
        EisOordeel(oordeel);
        KlachtbehandelaarIsAnder.Eis(gebruiker, this);
        BedoelingIsGevraagd.Eis(this, nu.Dag());
        IedereenIsGehoord.Eis(this, oordeel);
        AdviesIsGevolgd.Eis(this, oordeel, afwijking);
        AfgehandeldDoor = gebruiker.Id;
        Rond(new(nu.Dag(), oordeel) { Tekst = bevindingen, AfwijkingVanAdvies = afwijking }, nu);
    }

    private static void EisOordeel(Klachtafloop oordeel)
    {
        if (oordeel is not (Klachtafloop.Gegrond or Klachtafloop.DeelsGegrond or Klachtafloop.Ongegrond))
            throw Weigering.Regel("geen-oordeel", "Kies of de klacht gegrond, deels gegrond of ongegrond is.", "Awb art. 9:12", "oordeel");
    }

    private void Rond(Klachtafronding afronding, DateTimeOffset nu)
    {
        Afronding = afronding;
        Announce(new KlachtAfgerond(Klachtnummer, afronding.AfgerondOp, afronding.Afloop, afronding.NietBehandeld,
            afronding.Tekst is { } tekst ? new(tekst) : null)
        {
            Advies = Advies is { } advies ? new(advies.Tekst) : null,
            AfwijkingVanAdvies = afronding.AfwijkingVanAdvies is { } waarom ? new(waarom) : null,
        }, nu);
    }

    private void Verander(Klachttermijn termijn, Func<Contracts.Termijn, Gebeurtenis> gebeurtenis, DateTimeOffset nu)
    {
        (Termijn, Uiterlijk) = (termijn, termijn.Wettelijk.Uiterlijk);
        Announce(gebeurtenis(termijn.Wettelijk.AlsTermijn()), nu);
    }

    private void EisTermijnLoopt(DateTimeOffset nu, string code, string uitleg, string grondslag)
    {
        if (Uiterlijk < nu.Dag())
            throw Weigering.Regel(code, $"{uitleg} Dat was op {Datumtekst.Voluit(Uiterlijk)}. Handel de klacht zo snel mogelijk af.",
                grondslag);
    }

    private void MoetOpen()
    {
        if (!IsOpen) throw Weigering.Toestand("klacht-afgerond", "Deze klacht is al afgerond.", "Awb art. 9:12");
    }
}

/// <summary>How a klacht came in.</summary>
/// <param name="OntvangenOp">The day on which it came in here.</param>
/// <param name="Poststempel">The day on which it was posted; null when it did not come by post.</param>
/// <param name="EldersOntvangenOp">The day on which another office got it; null when it came here.</param>
public sealed record Klachtontvangst(DateOnly OntvangenOp, DateOnly? Poststempel = null, DateOnly? EldersOntvangenOp = null);

/// <summary>The facts that decide how long the municipality has for a klacht (Awb 9:11).</summary>
/// <param name="OntvangenOp">The day of receipt.</param>
public sealed record Klachttermijn(DateOnly OntvangenOp)
{
    /// <summary>The day on which the person was told of the commission; null without one.</summary>
    public DateOnly? CommissieGemeldOp { get; init; }

    /// <summary>The postponement; null without one.</summary>
    public Bezwaren.Verdaging? Verdaging { get; init; }

    /// <summary>The day until which the person agreed to wait; null without.</summary>
    public DateOnly? InstemmingTot { get; init; }

    /// <summary>The term of the law.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Termijnberekening Wettelijk => Termijnen.Klacht(OntvangenOp, CommissieGemeldOp is not null, Verdaging is not null,
        Verdaging?.Weken ?? Termijnen.MaximaleVerdagingKlacht, InstemmingTot);
}

/// <summary>The question what the person means by a klacht about a decision.</summary>
/// <param name="GevraagdOp">De dag van de vraag.</param>
/// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
/// <param name="BeantwoordOp">De dag van het antwoord; leeg zolang dat er niet is.</param>
public sealed record Bedoelingsvraag(DateOnly GevraagdOp, DateOnly Uiterlijk, DateOnly? BeantwoordOp = null);

/// <summary>The hearing on a klacht (Awb 9:10).</summary>
/// <param name="Tijdstip">Wanneer; leeg als er geen afspraak is.</param>
/// <param name="Plaats">Waar; leeg als er geen afspraak is.</param>
public sealed record Horen(DateTimeOffset? Tijdstip, string? Plaats)
{
    /// <value>De dag waarop de inwoner is gehoord.</value>
    public DateOnly? GehoordOp { get; init; }

    /// <value>Waarom de inwoner niet wordt gehoord.</value>
    public Geenklachthoorgrond? Grond { get; init; }

    /// <value>Wat er is gezegd, of hoe bleek dat horen niet hoeft.</value>
    public string? Verslag { get; init; }
}

/// <summary>The end of a klacht.</summary>
/// <param name="AfgerondOp">De dag waarop de inwoner het hoorde.</param>
/// <param name="Afloop">Hoe het afliep.</param>
public sealed record Klachtafronding(DateOnly AfgerondOp, Klachtafloop Afloop)
{
    /// <value>Waarom de klacht niet is behandeld.</value>
    public Nietbehandelgrond? NietBehandeld { get; init; }

    /// <value>De bevindingen en wat eruit volgt, of waarom de klacht niet is behandeld.</value>
    public string? Tekst { get; init; }

    /// <value>Het bezwaar dat de klacht werd.</value>
    public string? Bezwaarnummer { get; init; }

    /// <value>Waarom het oordeel van het advies van de commissie afwijkt.</value>
    public string? AfwijkingVanAdvies { get; init; }
}

/// <summary>A member of staff whose conduct a klacht is about.</summary>
/// <param name="Medewerker">Het kenmerk van de medewerker.</param>
public sealed record Beklaagde(string Medewerker)
{
    /// <value>De dag waarop de medewerker de klacht kreeg; leeg als dat nog niet is vastgelegd.</value>
    public DateOnly? AfschriftOp { get; init; }

    /// <value>De dag waarop de medewerker ervan vertelde, of zei dat niet te willen.</value>
    public DateOnly? GehoordOp { get; init; }

    /// <value>Wat de medewerker zei; leeg als de medewerker niets wilde zeggen.</value>
    public string? Verslag { get; init; }
}

/// <summary>The advice of a commission on a klacht (Awb 9:15).</summary>
/// <param name="OntvangenOp">De dag waarop het binnenkwam.</param>
/// <param name="Oordeel">Wat de commissie vindt.</param>
/// <param name="Tekst">Het advies.</param>
public sealed record Klachtadvies(DateOnly OntvangenOp, Klachtafloop Oordeel, string Tekst);
