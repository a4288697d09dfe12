using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What a resident does who does not agree: bezwaar, klacht, and the court. From then on the story is about that zaak.</summary>
public abstract partial class Verhaal
{
    private string? _procedure;
    private string _herstelverzoek = "";
    private string _hoorzitting = "";
    private string _nieuwFeit = "";
    private string _opdracht = "";

    private string Bezwaarnummer { get; set; } = "";
    private string Klachtnummer { get; set; } = "";
    private string Beroepnummer { get; set; } = "";
    private string Bezwaarpad => $"/beschikkingen/v1/bezwaren/{Bezwaarnummer}";
    private string Klachtpad => $"/beschikkingen/v1/klachten/{Klachtnummer}";
    private string Beroepspad => $"/beschikkingen/v1/beroepen/{Beroepnummer}";

    /// <summary>The story is about the melding again, and what followed from it.</summary>
    internal Verhaal OverDeMelding() => Stap(() =>
    {
        _procedure = null;
        return Task.CompletedTask;
    });

    // ------------------------------------------------------------------------------------------ bezwaar

    /// <summary>A bezwaar against the decision on the aanvraag comes in.</summary>
    /// <param name="gronden">The grounds; null for a bezwaar pro forma.</param>
    /// <param name="gepostOp">The postmark.</param>
    /// <param name="eldersOp">The day on which another office got it, which passed it on.</param>
    internal Verhaal BezwaarGemaakt(string? gronden = "Ik heb de hulp wel nodig.", string? gepostOp = null, string? eldersOp = null) =>
        Bezwaar(() => Aanvraagnummer, gronden, gepostOp, eldersOp);

    /// <summary>A bezwaar against the decision on one of the voorzieningen.</summary>
    /// <param name="plaats">The place of that voorziening in the onderzoek, from 1.</param>
    internal Verhaal BezwaarGemaaktOver(int plaats) =>
        Bezwaar(() => Aanvraagnummer, "Ik heb de hulp wel nodig.", null, null, over: () => [Voorzieningen[plaats - 1]]);

    /// <summary>A bezwaar against the last decision on the help comes in.</summary>
    internal Verhaal BezwaarTegenHetWijzigingsbesluit() => Stap(async () => _eerder =
            (await _platform.Lees(Mensen.Beslisser, Herzieningspad))["beschikkingnummer"]!.GetValue<string>())
        .Bezwaar(() => _eerder, "Ik kan niet zonder.", null, null, "wijzigingsbesluit");

    private Verhaal Bezwaar(
        Func<string> tegenNummer, string? gronden, string? gepostOp, string? eldersOp, string? tegen = null,
        Func<Guid[]>? over = null) => Stap(async () =>
    {
        _procedure = Bezwaarnummer = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/bezwaren", new
        {
            nummer = tegenNummer(),
            tegen,
            voorzieningen = over?.Invoke(),
            gronden,
            poststempel = Iso(gepostOp),
            eldersOntvangenOp = Iso(eldersOp),
        }))!["bezwaarnummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>Whether the bezwaar came in time, as it shows: te-vroeg, op-tijd, te-laat or verschoonbaar.</summary>
    /// <param name="hoe">The judgement.</param>
    /// <param name="omdat">Words of the derivation.</param>
    internal Verhaal BezwaarIs(string hoe, string? omdat = null) => Stap(async () =>
    {
        var bezwaar = await _platform.Lees(Mensen.Beslisser, Bezwaarpad);
        bezwaar["stand"]!["tijdigheid"]!.GetValue<string>().ShouldBe(hoe);
        if (omdat is not null)
            string.Join('\n', bezwaar["indiening"]!.AsArray().Select(r => $"{r!["uitleg"]} ({r["grondslag"]})")).ShouldContain(omdat);
    });

    /// <summary>How many decisions the bezwaar is about.</summary>
    internal Verhaal BezwaarGaatOver(int besluiten) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        (await _platform.Lees(Mensen.Beslisser, Bezwaarpad))["besluiten"]!.AsArray().Count.ShouldBe(besluiten);
    });

    /// <param name="verschoonbaar">Whether the resident could not help that the bezwaar came late.</param>
    internal Verhaal RedenBeoordeeld(bool verschoonbaar) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/verschoning",
        new { verschoonbaar, motivering = "De inwoner lag in het ziekenhuis, of juist niet." }));

    internal Verhaal HerstelGevraagd(string uiterlijk) => Stap(async () => _herstelverzoek = (await _platform.Doe(Mensen.Consulent,
        $"{Bezwaarpad}/herstelverzoeken", new { uiterlijk = Iso(uiterlijk), verzuimen = new List<string> { "gronden" } }))!["verzoekId"]!
        .GetValue<string>());

    internal Verhaal Hersteld() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/herstelverzoeken/{_herstelverzoek}/herstel",
        new { hersteld = new List<string> { "gronden" }, gronden = "Ik heb de hulp wel nodig." }));

    internal Verhaal BezwaarVerdaagd(int weken = 6) => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/verdaging", new { weken, reden = "De hoorzitting was later." }));

    /// <summary>With the consent of the resident the decision on the bezwaar comes later (Awb 7:10 lid 4).</summary>
    internal Verhaal BezwaarVerderUitgesteld(string tot) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/uitstel",
        new { grond = "instemming", tot = Iso(tot), toelichting = "De inwoner wil de uitslag van een onderzoek afwachten." }));

    /// <summary>The resident is invited to a hearing.</summary>
    internal Verhaal HoorzittingGepland(string dag) => Stap(async () => _hoorzitting = (await _platform.Doe(Mensen.Consulent,
        $"{Bezwaarpad}/hoorzittingen", new { tijdstip = Dag.Om(Dag.Lees(dag), new(10, 0)), plaats = "Stadhuis, kamer 1" }))!
        ["hoorzittingId"]!.GetValue<string>());

    /// <summary>The resident was heard by somebody who did not prepare the decision.</summary>
    /// <param name="voorbereid">Whether that somebody did prepare it.</param>
    internal Verhaal Gehoord(bool voorbereid = false) => Stap(() => _platform.Doe(
        Mensen.Consulent, $"{Bezwaarpad}/hoorzittingen/{_hoorzitting}/verslag", new
        {
            verslag = "De inwoner legde uit waarom de hulp nodig is.",
            hoorders = new[] { new { medewerker = "hoorder-1", leidt = true, voorbereid } },
        }));

    /// <summary>After the hearing something new became known, which the resident is told.</summary>
    internal Verhaal NieuwFeitGemeld(string reageerUiterlijk) => Stap(async () => _nieuwFeit = (await _platform.Doe(Mensen.Consulent,
        $"{Bezwaarpad}/nieuwe-feiten",
        new { omschrijving = "Uw zus woont nu bij u.", reageerUiterlijk = Iso(reageerUiterlijk) }))!["feitId"]!.GetValue<string>());

    internal Verhaal OpNieuwFeitGereageerd() =>
        Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/nieuwe-feiten/{_nieuwFeit}/reactie", new { }));

    internal Verhaal KostenGevraagd() => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Bezwaarpad}/kostenverzoek", new { }));

    internal Verhaal KostenBetaald() => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Bezwaarpad}/kosten/betaling", new { }));

    internal Verhaal BezwaarIngetrokken() => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Bezwaarpad}/intrekking", new { }));

    /// <summary>The resident objects to the decision about the dwangsom of the aanvraag.</summary>
    internal Verhaal DwangsombesluitBetwist() => Bezwaar(() => Aanvraagnummer, "Het bedrag klopt niet.", null, null, "dwangsombesluit");

    /// <param name="geenDwangsom">The ground on which none is owed for the late decision on the bezwaar; null when one is.</param>
    internal Verhaal BezwaarDwangsomVastgesteld(string? geenDwangsom = null) => Stap(() => _platform.Doe(Mensen.Beslisser,
        $"{Bezwaarpad}/dwangsom/besluit", new { motivering = "Zo volgt uit de beslissing.", geenDwangsom }));

    /// <summary>One letter is a bezwaar against the decision and a klacht about conduct.</summary>
    /// <param name="ontvangenOp">The day on which it reached the municipality.</param>
    internal Verhaal BriefGesplitst(string ontvangenOp) => Stap(async () =>
    {
        var zaken = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/brieven", new
        {
            dossiernummer = Dossiernummer,
            ontvangenOp = Iso(ontvangenOp),
            delen = new object[]
            {
                new { soort = "bezwaar", nummer = Aanvraagnummer, tekst = "Ik heb de hulp wel nodig." },
                new { soort = "klacht", tekst = "De consulent kwam niet opdagen." },
            },
        }))!["zaken"]!.AsArray();
        (Bezwaarnummer, Klachtnummer) = (zaken[0]!["nummer"]!.GetValue<string>(), zaken[1]!["nummer"]!.GetValue<string>());
        _procedure = Bezwaarnummer;
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The story is about the klacht again.</summary>
    internal Verhaal OverDeKlacht() => Stap(() =>
    {
        _procedure = Klachtnummer;
        return Task.CompletedTask;
    });

    /// <param name="grond">wil-niet, kennelijk-niet-ontvankelijk, or another ground of Awb 7:3.</param>
    internal Verhaal NietGehoord(string grond = "wil-niet") => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/geen-hoorzitting",
        new { grond, toelichting = "Zo is het gebleken." }));

    /// <summary>A beslisser who did not take the first decision decides on the bezwaar.</summary>
    /// <param name="uitkomst">gegrond, ongegrond or niet-ontvankelijk.</param>
    /// <param name="grond">The ground of inadmissibility.</param>
    /// <param name="door">The user who decides.</param>
    /// <param name="van">With a founded bezwaar the first day of the help; as it was asked by default.</param>
    /// <param name="tot">The last day of the help.</param>
    /// <param name="kosten">The euros for the costs of the objector; null when nothing is decided about that.</param>
    /// <param name="kennelijk">Whether it was evident at once.</param>
    internal Verhaal OpBezwaarBeslist(
        string uitkomst, string? grond = null, string door = Mensen.TweedeBeslisser, string? van = null, string? tot = null,
        decimal? kosten = null, bool kennelijk = false) => Stap(() =>
        _platform.Doe(door, $"{Bezwaarpad}/besluit", new
        {
            uitkomst,
            grond,
            kosten,
            kennelijk = kennelijk || grond is not null,
            motivering = "Zo volgt uit het bezwaar.",
            voorzieningen = uitkomst != "gegrond" ? null : Voorzieningen.Select(voorzieningId => new
            {
                voorzieningId,
                uitkomst = "toekennen",
                motivering = "De hulp is nodig.",
                periode = van is null ? null : new { ingangsdatum = Iso(van), einddatum = Iso(tot) },
            }).ToArray(),
        }, gezienOp: Bezwaarpad));

    internal Verhaal OpBezwaarBekendgemaakt() => Stap(async () =>
    {
        await _platform.Doe(Mensen.Backoffice, $"{Bezwaarpad}/bekendmaking", new { });
        await _platform.Rust(Dossiernummer);
    });

    internal Verhaal BezwaarInGebrekeGesteld(string oordeel = "geldig") => Stap(async () => (await _platform.Doe(Mensen.Consulent,
        $"{Bezwaarpad}/ingebrekestellingen", new { ontvangenOp = Vandaag }))!["oordeel"]!.GetValue<string>().ShouldBe(oordeel));

    /// <summary>The dwangsom of a late decision on the bezwaar, as it stands today.</summary>
    internal Verhaal BezwaarDwangsom(int dagen, decimal bedrag) => Stap(async () =>
    {
        var stand = (await _platform.Lees(Mensen.Beslisser, Bezwaarpad))["dwangsom"].ShouldNotBeNull();
        (stand["dagen"]!.GetValue<int>(), stand["bedrag"]!.GetValue<decimal>()).ShouldBe((dagen, bedrag));
    });

    internal Verhaal NabestaandenGevraagd(string uiterlijk) =>
        Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/nabestaanden", new { uiterlijk = Iso(uiterlijk) }));

    internal Verhaal NabestaandenZettenVoort() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/nabestaanden/antwoord",
        new { keuze = "zet-voort", wie = "Zoon", bewijs = "Verklaring van erfrecht, gezien." }));

    // ------------------------------------------------------------------------------------------ klacht

    /// <summary>The backoffice opens a dossier for the resident, who asks for no help.</summary>
    /// <param name="nieuw">False when the dossier of the story is still open, and so is given again.</param>
    internal Verhaal DossierGeopend(bool nieuw = true) => Stap(async () =>
    {
        var antwoord = (await _platform.Doe(Mensen.Backoffice, "/meldingen/v1/dossiers", new { bsn = _inwoner.Bsn }))!;
        antwoord["nieuw"]!.GetValue<bool>().ShouldBe(nieuw);
        if (!nieuw) antwoord["dossiernummer"]!.GetValue<string>().ShouldBe(Dossiernummer);
        Dossiernummer = antwoord["dossiernummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    /// <param name="gedragingOp">The day of what it is about.</param>
    /// <param name="over">gedraging, besluit or aanbieder.</param>
    /// <param name="medewerker">The user whom it is about.</param>
    internal Verhaal KlachtIngediend(string? gedragingOp = null, string? over = null, string? medewerker = null) => Stap(async () =>
    {
        _procedure = Klachtnummer = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/klachten", new
        {
            dossiernummer = Dossiernummer,
            omschrijving = "De consulent kwam niet opdagen.",
            over,
            gedragingOp = Iso(gedragingOp),
            medewerker = medewerker is null ? null : await _platform.Kenmerk(medewerker),
            besluitnummer = over == "besluit" ? Aanvraagnummer : null,
        }))!["klachtnummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The klacht about a provider goes to the provider (Wmo 2015 art. 3.2.1).</summary>
    internal Verhaal KlachtDoorverwezen() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Klachtpad}/doorverwijzing",
        new { toelichting = "Zorg Dichtbij heeft een klachtenfunctionaris." }));

    /// <summary>The resident is asked whether a bezwaar was meant.</summary>
    internal Verhaal BedoelingGevraagd(string uiterlijk) => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Klachtpad}/bedoeling", new { uiterlijk = Iso(uiterlijk) }));

    internal Verhaal BedoelingBekend(bool isBezwaar) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"{Klachtpad}/bedoeling/antwoord", new { isBezwaar });
        await _platform.Rust(Dossiernummer);
    });

    internal Verhaal KlachtcommissieIngeschakeld() =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/commissie", new { }));

    internal Verhaal Klachtadvies(string oordeel) => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/advies",
        new { oordeel, advies = "Spreek af wie er komt als de consulent ziek is." }));

    internal Verhaal MedewerkerKreegDeKlacht(string medewerker = Mensen.Consulent) => Stap(async () => await _platform.Doe(
        Mensen.Backoffice, $"{Klachtpad}/beklaagden", new { medewerker = await _platform.Kenmerk(medewerker) }));

    internal Verhaal MedewerkerVerteldeErover(string medewerker = Mensen.Consulent, string door = Mensen.Backoffice) =>
        Stap(async () => await _platform.Doe(door, $"{Klachtpad}/beklaagden/reactie",
            new { medewerker = await _platform.Kenmerk(medewerker), verslag = "Ik was ziek, en niemand nam het over." }));

    internal Verhaal KlachtVerdaagd(int weken = 4) =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/verdaging", new { weken, reden = "De consulent is ziek." }));

    /// <param name="door">The user who speaks with the resident.</param>
    internal Verhaal OverDeKlachtGesproken(string door = Mensen.Backoffice) =>
        Stap(() => _platform.Doe(door, $"{Klachtpad}/gesprek/verslag", new { verslag = "De inwoner wachtte een uur." }));

    /// <param name="oordeel">gegrond, deels-gegrond or ongegrond.</param>
    /// <param name="door">The user who judges.</param>
    /// <param name="afwijking">Why it departs from the advice of the commission.</param>
    internal Verhaal KlachtBeoordeeld(string oordeel, string door = Mensen.Backoffice, string? afwijking = null) => Stap(() =>
        _platform.Doe(door, $"{Klachtpad}/oordeel",
            new { oordeel, bevindingen = "De consulent was het vergeten.", redenAfwijkingAdvies = afwijking }));

    internal Verhaal KlachtOpgelost(bool metInstemming = true) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Klachtpad}/oplossing",
        new { hoe = "De consulent belde en bood excuses aan.", metInstemming }));

    internal Verhaal KlachtNietBehandeld(string grond) => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/niet-behandelen",
        new { grond, motivering = "Het is te lang geleden." }));

    // ------------------------------------------------------------------------------------------ de rechter

    /// <summary>The court says that the resident went there.</summary>
    /// <param name="soort">beroep, niet-tijdig, voorlopige-voorziening or hoger-beroep.</param>
    /// <param name="keer">How many times the resident did so, with this one.</param>
    internal Verhaal NaarDeRechter(string soort, int keer = 1) => Stap(async () =>
    {
        _procedure = Beroepnummer = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/beroepen", new
        {
            soort,
            nummer = Bezwaarnummer.Length > 0 ? Bezwaarnummer : Aanvraagnummer,
            rechtbanknummer = $"LEE {Dossiernummer} {soort} {keer}",
            ingesteldOp = Vandaag,
            doorgestuurdOp = Vandaag,
        }))!["beroepnummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The court gives the resident what was asked, and orders this.</summary>
    /// <param name="opdracht">For instance hulp-geven or alsnog-beslissen.</param>
    /// <param name="weken">Within so many weeks.</param>
    /// <param name="zonderZitting">Whether there was no hearing.</param>
    internal Verhaal UitspraakMetOpdracht(string opdracht, int weken, bool zonderZitting = false) => Stap(async () =>
    {
        _opdracht = (await _platform.Doe(Mensen.Backoffice, $"{Beroepspad}/uitspraken", new
        {
            uitkomst = "gegrond",
            verzondenOp = Vandaag,
            zonderZitting,
            opdrachten = new[] { new { soort = opdracht, weken } },
        }))!["uitspraken"]!.AsArray()[^1]!["opdrachten"]![0]!["opdrachtId"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    internal Verhaal Verzet(bool gegrond) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Backoffice, $"{Beroepspad}/verzet", new { gegrond, verzondenOp = Vandaag });
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The help that the court ordered is given from today until this day.</summary>
    /// <param name="tot">The last day.</param>
    /// <param name="uren">Hours a week; as many as were asked by default.</param>
    internal Verhaal HulpVanDeRechter(string tot, int? uren = null) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"{Beroepspad}/opdrachten/{_opdracht}/hulp", new
        {
            voorzieningId = Voorzieningen[0],
            vanaf = Vandaag,
            einddatum = Iso(tot),
            motivering = "De rechter gaf u hulp.",
            omvang = uren is { } volume ? new { volume, eenheid = "04", frequentie = "2" } : null,
        });
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The last day of the help that is granted now; null when nothing is granted.</summary>
    internal Verhaal HulpTot(string? dag) => Stap(async () => ((await _platform.Lees(Mensen.Beslisser,
        $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}"))["delen"]!.AsArray().LastOrDefault()?["periode"]?["einddatum"]
        ?.GetValue<string>()).ShouldBe(Iso(dag)));

    /// <summary>The last day of the second voorziening.</summary>
    internal Verhaal AndereHulpTot(string dag) => Stap(async () => (await _platform.Lees(Mensen.Beslisser,
        $"/beschikkingen/v1/voorzieningen/{Voorzieningen[1]}"))["delen"]!.AsArray()[^1]!["periode"]!["einddatum"]!.GetValue<string>()
        .ShouldBe(Iso(dag)));
}
