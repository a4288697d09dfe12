using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What a resident does who does not agree: bezwaar, klacht, and the court. From then on the story is about that zaak.</summary>
public abstract partial class Verhaal
{
    private string? _procedure;
    private string _herstelverzoek = "";
    private string _hoorzitting = "";
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
    internal Verhaal BezwaarGemaakt(string? gronden = "Ik heb de hulp wel nodig.") => Stap(async () =>
    {
        _procedure = Bezwaarnummer = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/bezwaren",
            new { nummer = Aanvraagnummer, gronden }))!["bezwaarnummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
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

    /// <summary>The resident is invited to a hearing.</summary>
    internal Verhaal HoorzittingGepland(string dag) => Stap(async () => _hoorzitting = (await _platform.Doe(Mensen.Consulent,
        $"{Bezwaarpad}/hoorzittingen", new { tijdstip = Dag.Om(Dag.Lees(dag), new(10, 0)), plaats = "Stadhuis, kamer 1" }))!
        ["hoorzittingId"]!.GetValue<string>());

    /// <summary>The resident was heard by somebody who did not prepare the decision.</summary>
    internal Verhaal Gehoord() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/hoorzittingen/{_hoorzitting}/verslag", new
    {
        verslag = "De inwoner legde uit waarom de hulp nodig is.",
        hoorders = new[] { new { medewerker = "hoorder-1", leidt = true, voorbereid = false } },
    }));

    /// <param name="grond">wil-niet, kennelijk-niet-ontvankelijk, or another ground of Awb 7:3.</param>
    internal Verhaal NietGehoord(string grond = "wil-niet") => Stap(() => _platform.Doe(Mensen.Consulent, $"{Bezwaarpad}/geen-hoorzitting",
        new { grond, toelichting = "Zo is het gebleken." }));

    /// <summary>A beslisser who did not take the first decision decides on the bezwaar.</summary>
    /// <param name="uitkomst">gegrond, ongegrond or niet-ontvankelijk.</param>
    /// <param name="grond">The ground of inadmissibility.</param>
    /// <param name="door">The user who decides.</param>
    internal Verhaal OpBezwaarBeslist(string uitkomst, string? grond = null, string door = Mensen.TweedeBeslisser) => Stap(() =>
        _platform.Doe(door, $"{Bezwaarpad}/besluit", new
        {
            uitkomst,
            grond,
            kennelijk = grond is not null,
            motivering = "Zo volgt uit het bezwaar.",
            voorzieningen = uitkomst != "gegrond" ? null : Voorzieningen.Select(voorzieningId =>
                new { voorzieningId, uitkomst = "toekennen", motivering = "De hulp is nodig." }).ToArray(),
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
    internal Verhaal KlachtIngediend(string? gedragingOp = null) => Stap(async () =>
    {
        _procedure = Klachtnummer = (await _platform.Doe(Mensen.Backoffice, "/beschikkingen/v1/klachten", new
        {
            dossiernummer = Dossiernummer,
            omschrijving = "De consulent kwam niet opdagen.",
            gedragingOp = Iso(gedragingOp),
        }))!["klachtnummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    internal Verhaal KlachtcommissieIngeschakeld() =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/commissie", new { }));

    internal Verhaal Klachtadvies(string oordeel) => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/advies",
        new { oordeel, advies = "Spreek af wie er komt als de consulent ziek is." }));

    internal Verhaal MedewerkerKreegDeKlacht() =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/beklaagden", new { medewerker = "consulent-van-de-klacht" }));

    internal Verhaal MedewerkerVerteldeErover() => Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/beklaagden/reactie",
        new { medewerker = "consulent-van-de-klacht", verslag = "Ik was ziek, en niemand nam het over." }));

    internal Verhaal KlachtVerdaagd(int weken = 4) =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/verdaging", new { weken, reden = "De consulent is ziek." }));

    internal Verhaal OverDeKlachtGesproken() =>
        Stap(() => _platform.Doe(Mensen.Backoffice, $"{Klachtpad}/gesprek/verslag", new { verslag = "De inwoner wachtte een uur." }));

    /// <param name="oordeel">gegrond, deels-gegrond or ongegrond.</param>
    /// <param name="afwijking">Why it departs from the advice of the commission.</param>
    internal Verhaal KlachtBeoordeeld(string oordeel, string? afwijking = null) => Stap(() => _platform.Doe(Mensen.Backoffice,
        $"{Klachtpad}/oordeel", new { oordeel, bevindingen = "De consulent was het vergeten.", redenAfwijkingAdvies = afwijking }));

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
