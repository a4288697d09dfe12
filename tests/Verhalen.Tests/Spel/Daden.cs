using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What people do in a story.</summary>
public abstract partial class Verhaal
{
    // ------------------------------------------------------------------------------------------ melding en onderzoek

    /// <summary>The resident calls 14 036, and a consulent records the melding.</summary>
    internal Verhaal Melding() => Stap(async () => await NeemMelding(await _platform.Doe(Mensen.Consulent, "/meldingen/v1/meldingen",
        new { kanaal = "telefoon", hulpvraag = "Ik krijg mijn dag niet op orde.", bsn = _inwoner.Bsn, wijkteam = "wijkteam-haven" })));

    /// <summary>The same, and help cannot wait.</summary>
    internal Verhaal MeldingMetSpoed() => Stap(async () => await NeemMelding(await _platform.Doe(Mensen.Consulent,
        "/meldingen/v1/meldingen", new
        {
            kanaal = "telefoon",
            hulpvraag = "Mijn man is opgenomen en ik kan niet alleen zijn.",
            bsn = _inwoner.Bsn,
            wijkteam = "wijkteam-haven",
            spoed = true,
        })));

    /// <summary>The resident reports on the website, without an e-mail address.</summary>
    internal Verhaal MeldtZelf() => Stap(async () => await NeemMelding(await _platform.Doe(_inwoner.Client!, "/meldingen/v1/meldingen",
        new { kanaal = "web", hulpvraag = "Ik krijg mijn dag niet op orde." })));

    internal Verhaal MeldingIngetrokken() => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"/meldingen/v1/meldingen/{Meldingnummer}/intrekking", new { });
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The consulent refers the resident to the Wlz.</summary>
    internal Verhaal DoorverwezenNaarWlz() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/doorverwijzing",
        new { naar = "wlz", motivering = "Er is altijd iemand nodig in de buurt." }));

    /// <summary>The resident lives in another municipality, which gets the melding.</summary>
    internal Verhaal MeldingDoorgezondenNaarLelystad() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/doorverwijzing",
        new { naar = "andere-gemeente", gemeente = "Lelystad", motivering = "De inwoner woont daar." }));

    /// <summary>The resident does not agree, and returns the verslag with remarks.</summary>
    internal Verhaal VerslagTeruggestuurd() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/verslag/opmerkingen",
        new { opmerkingen = "Mijn zus helpt niet elke week." }));

    private async Task NeemMelding(JsonNode? antwoord)
    {
        var melding = antwoord!;
        (Dossiernummer, Meldingnummer) = (melding["dossiernummer"]!.GetValue<string>(), melding["meldingnummer"]!.GetValue<string>());
        Aanvraagnummer = "";
        Voorzieningen.Clear();
        await _platform.Rust(Dossiernummer);
    }

    /// <summary>A gesprek at home, an indicatie for half a year from today, a choice, and the verslag: all on this day.</summary>
    /// <param name="hulp">
    /// Of each voorziening "zin" or "pgb", with another product category than begeleiding (02) behind it; one in kind by default.
    /// </param>
    internal Verhaal Onderzocht(params string[] hulp) => Gesprek().Geindiceerd(hulp is [] ? ["zin"] : hulp).Verslag();

    /// <summary>The same, but the consulent finds that no help is needed.</summary>
    internal Verhaal OnderzochtZonderIndicatie() => Gesprek().Geindiceerd([]).Verslag();

    internal Verhaal Gesprek() => Stap(async () =>
    {
        var gesprek = (await _platform.Doe(
            Mensen.Consulent, $"{Onderzoekspad}/gesprekken", new { tijdstip = _platform.Nu, plaats = "thuis" }))!;
        await _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/gesprekken/{gesprek["gesprekId"]}/verslag", new
        {
            gevoerdOp = Vandaag,
            gebruiktWlz = false,
            onderwerpen = new
            {
                behoeften = "Wil de dag weer zelf indelen.",
                eigenKracht = "Kookt zelf.",
                netwerk = "Een zus helpt met de post.",
                mantelzorger = "De zus heeft geen hulp nodig.",
                algemeneVoorzieningen = "Komt in het inloophuis.",
                andereDomeinen = "Geen hulp uit andere wetten.",
                eigenBijdrage = "Uitgelegd.",
            },
        });
    });

    /// <summary>The consulent finds which help is needed, and the resident chooses its form.</summary>
    internal Verhaal Geindiceerd(string[] hulp) => Stap(async () =>
    {
        if (hulp.Length == 0)
        {
            await _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/geen-indicatie", new { motivering = "De zus helpt genoeg." });
            return;
        }
        foreach (var (soort, code) in hulp.Zip(["02A05", "02A03", "02A04"]))
        {
            var (vorm, categorie) = soort.Split(' ') is [var v, var c] ? (v, c) : (soort, "02");
            var indicatie = (await _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/indicaties", new
            {
                product = new { categorie, code = categorie == "02" ? code : $"{categorie}A01" },
                omvang = categorie == "12" ? new { volume = 1, eenheid = "82", frequentie = "6" }
                    : new { volume = 3, eenheid = "04", frequentie = "2" },
                periode = new { ingangsdatum = _platform.Vandaag, einddatum = _platform.Vandaag.AddMonths(6) },
                doelen = new List<string> { "Een vaste dagindeling" },
            }))!["voorzieningId"]!.GetValue<Guid>();
            Voorzieningen.Add(indicatie);
            object keuze = vorm == "pgb" ? new { leveringsvorm = "pgb", motivatie = "Mijn begeleider kent mij al jaren." }
                : new { leveringsvorm = "zin", agb = Agb.ZorgDichtbij };
            await _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/indicaties/{indicatie}/keuze", keuze, Onderzoekspad, HttpMethod.Put);
        }
    });

    /// <summary>The consulent fixes the verslag, which is sent home.</summary>
    internal Verhaal Verslag() => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/verslag", new { samenvatting = "De uitkomst van het onderzoek." }));

    /// <summary>The signed verslag is received: it is the aanvraag.</summary>
    /// <param name="ontvangenOp">The day on which the paper reached the municipality; today by default.</param>
    /// <param name="redenLaat">Why it is registered long after that day.</param>
    internal Verhaal VerslagOndertekend(string? ontvangenOp = null, string? redenLaat = null) => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"{Onderzoekspad}/verslag/ondertekening",
            new { wijze = "papier", ontvangenOp = Iso(ontvangenOp), redenLaat }, gezienOp: Onderzoekspad);
        await NeemAanvraag();
    });

    /// <summary>The resident signs on the website, with DigiD.</summary>
    internal Verhaal VerslagDigitaalOndertekend() => Stap(async () =>
    {
        await _platform.Doe(
            _inwoner.Client!, $"{Onderzoekspad}/verslag/ondertekening", new { wijze = "digitaal" }, gezienOp: Onderzoekspad);
        await NeemAanvraag();
    });

    /// <summary>A signed letter asks for help: an aanvraag that is no signed verslag.</summary>
    /// <param name="gevolg">aanvraag, or te-vroeg when it belongs to the melding.</param>
    /// <param name="ontvangenOp">The day on which it reached the municipality; today by default.</param>
    /// <param name="eerstBij">The body that got it first and passed it on.</param>
    /// <param name="daarOp">The day on which that body got it.</param>
    /// <param name="ondertekend">Whether it is signed.</param>
    internal Verhaal AanvraagPerBrief(string gevolg = "aanvraag", string? ontvangenOp = null, string? eerstBij = null,
        string? daarOp = null, bool ondertekend = true) => Stap(async () =>
    {
        var antwoord = (await _platform.Doe(Mensen.Consulent, "/beschikkingen/v1/aanvragen", new
        {
            nummer = Meldingnummer,
            vraag = "Ik vraag hulp bij mijn administratie.",
            kanaal = "brief",
            ontvangenOp = Iso(ontvangenOp),
            ondertekend,
            eerstBij = eerstBij is null ? null : new { bestuursorgaan = eerstBij, ontvangenOp = Iso(daarOp) },
        }))!;
        antwoord["gevolg"]!.GetValue<string>().ShouldBe(gevolg);
        if (gevolg != "aanvraag") return;
        await _platform.Rust(Dossiernummer);
        Aanvraagnummer = antwoord["aanvraagnummer"]!.GetValue<string>();
    });

    private async Task NeemAanvraag()
    {
        await _platform.Rust(Dossiernummer);
        Aanvraagnummer = (await LeesDossier())["zaken"]!.AsArray().Single(z => z!["nummer"]!.GetValue<string>() == Meldingnummer)!
            ["aanvraagnummer"]!.GetValue<string>();
    }

    /// <summary>From the melding on one day to the aanvraag on the same day.</summary>
    internal Verhaal Aangevraagd(params string[] hulp) => Melding().Onderzocht(hulp).VerslagOndertekend();

    // ------------------------------------------------------------------------------------------ de beslistermijn

    /// <summary>The municipality asks the resident to complete the aanvraag.</summary>
    internal Verhaal AanvullingGevraagd(string uiterlijk, params string[] stukken) => Stap(async () =>
        _laatsteVerzoek = (await _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/aanvulverzoeken", new
        {
            uiterlijk = Iso(uiterlijk),
            stukken = stukken.Select(s => new { soort = Stuksoort(s), omschrijving = s }).ToArray(),
        }))!["verzoekId"]!.GetValue<string>());

    private static string Stuksoort(string stuk) =>
        stuk is "handtekening" or "machtiging" or "budgetplan" or "zorgovereenkomst" or "offerte" ? stuk : "anders";

    /// <summary>Things that were asked come in.</summary>
    /// <param name="stukken">Their numbers in the last request; the first by default.</param>
    internal Verhaal Aangevuld(params int[] stukken) => Aangevuld(null, stukken);

    /// <param name="ontvangenOp">The day on which it reached the municipality; today by default.</param>
    /// <param name="stukken">Their numbers in the last request; the first by default.</param>
    internal Verhaal Aangevuld(string? ontvangenOp, params int[] stukken) => Stap(() => _platform.Doe(Mensen.Consulent,
        $"{Aanvraagpad}/aanvulverzoeken/{_laatsteVerzoek}/aanvullingen",
        new { stukken = stukken.Length == 0 ? [1] : stukken, ontvangenOp = Iso(ontvangenOp) }));

    /// <param name="grond">buitenland, instemming, toerekenbaar or overmacht.</param>
    /// <param name="van">The day of the consent, the question or the cause; today by default.</param>
    /// <param name="tot">The last day that is agreed or expected.</param>
    /// <param name="toelichting">The reason.</param>
    internal Verhaal Opgeschort(
        string grond, string? van = null, string? tot = null, string toelichting = "Zo is het.") => Stap(async () =>
        _laatsteOpschorting = (await _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/opschortingen",
            new { grond, toelichting, van = Iso(van), termijnTot = Iso(tot) }))!["opschortingId"]!.GetValue<string>());

    /// <param name="tot">The day on which it was over; today by default.</param>
    internal Verhaal OpschortingBeeindigd(string? tot = null) => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/opschortingen/{_laatsteOpschorting}/einde", new { tot = Iso(tot) }));

    internal Verhaal UitstelAangekondigd(int weken = 2) => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/uitstel", new { weken, reden = "Wij wachten op een advies." }));

    internal Verhaal OntvangstGecorrigeerd(string ontvangenOp) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/ontvangst",
        new { ontvangenOp = Iso(ontvangenOp), reden = "De brief lag al eerder in de bus." }));

    // ------------------------------------------------------------------------------------------ te laat

    /// <param name="oordeel">Its meaning: geldig, te-vroeg, onredelijk-laat or al-ontvangen.</param>
    /// <param name="ontvangenOp">The day on which the letter came in; today by default.</param>
    /// <param name="aanvragers">The number of applicants who share the dwangsom.</param>
    /// <param name="onredelijkLaat">Why it came unreasonably late; null when it did not.</param>
    internal Verhaal InGebrekeGesteld(string oordeel = "geldig", string? ontvangenOp = null, int? aanvragers = null,
        string? onredelijkLaat = null) => Stap(async () =>
    {
        var antwoord = (await _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/ingebrekestellingen",
            new { ontvangenOp = Iso(ontvangenOp) ?? Vandaag, aanvragers, onredelijkLaat }))!;
        antwoord["oordeel"]!.GetValue<string>().ShouldBe(oordeel);
    });

    /// <summary>The story remembers this aanvraag, because another one follows.</summary>
    internal Verhaal AanvraagOnthouden() => Stap(() =>
    {
        _andere = Aanvraagnummer;
        return Task.CompletedTask;
    });

    /// <summary>One letter says of the remembered aanvraag and of this one that no decision was made in time.</summary>
    /// <param name="andere">Its meaning for the remembered one; for instance geldig or te-vroeg.</param>
    /// <param name="deze">Its meaning for this one.</param>
    /// <param name="beslisUiterlijk">The last day on which a decision on the remembered one still prevents a dwangsom.</param>
    internal Verhaal InGebrekeGesteldOverBeide(string andere, string deze, string beslisUiterlijk) => Stap(async () =>
    {
        var gevolgen = (await Stel(_andere, Aanvraagnummer))["gevolgen"]!.AsArray();
        gevolgen.Select(g => g!["oordeel"]!.GetValue<string>()).ShouldBe([andere, deze]);
        gevolgen[0]!["beslisUiterlijk"]?.GetValue<string>().ShouldBe(Iso(beslisUiterlijk));
    });

    /// <summary>The letter names the same aanvraag twice.</summary>
    internal Verhaal InGebrekeGesteldTweeKeerDezelfde() => Stap(() => Stel(Aanvraagnummer, Aanvraagnummer));

    private async Task<JsonNode> Stel(params string[] nummers) => (await _platform.Doe(Mensen.Consulent,
        "/beschikkingen/v1/ingebrekestellingen",
        new { zaken = nummers.Select(nummer => new { nummer }).ToArray(), ontvangenOp = Vandaag }))!;

    /// <summary>Somebody sees that the klacht also says that no decision was made in time.</summary>
    /// <param name="ontvangenOp">The day that they name; none by default, so that the day of the klacht counts.</param>
    internal Verhaal KlachtHerkendAlsIngebrekestelling(string? ontvangenOp = null) => Stap(() => _platform.Doe(Mensen.Consulent,
        $"{Aanvraagpad}/ingebrekestellingen", new { herkendIn = "klacht", briefnummer = Klachtnummer, ontvangenOp = Iso(ontvangenOp) }));

    /// <param name="geenDwangsom">The ground on which none is owed; null when one is.</param>
    internal Verhaal DwangsomVastgesteld(string? geenDwangsom = null) => Stap(() => _platform.Doe(Mensen.Beslisser,
        $"{Aanvraagpad}/dwangsom/besluit", new { motivering = "Er is te laat beslist.", geenDwangsom }));

    internal Verhaal DwangsomBetaald(string? betaaldOp = null) => Stap(() =>
        _platform.Doe(Mensen.Backoffice, $"{Aanvraagpad}/dwangsom/betaling", new { betaaldOp = Iso(betaaldOp) }));

    internal Verhaal DwangsomTeruggevorderd(decimal bedrag) => Stap(() => _platform.Doe(Mensen.Beslisser,
        $"{Aanvraagpad}/dwangsom/terugvorderingen", new { bedrag, reden = "Er was wel op tijd beslist." }));

    // ------------------------------------------------------------------------------------------ het besluit

    internal Verhaal Toegekend() => Besloten("toekennen").Bekendgemaakt();

    internal Verhaal Afgewezen() => Besloten("afwijzen").Bekendgemaakt();

    internal Verhaal BuitenBehandelingGelaten() => Besloten("buiten-behandeling").Bekendgemaakt();

    /// <summary>The same outcome for each voorziening that is still asked for.</summary>
    /// <param name="uitkomst">toekennen, afwijzen or buiten-behandeling.</param>
    /// <param name="wijktAfVanOpgave">Whether a refusal rests on other data than those of the resident.</param>
    /// <param name="nietGehoord">The exception on which the resident was not heard; null without one.</param>
    /// <param name="pgbWeigering">The ground on which the pgb is refused; null when it is not.</param>
    internal Verhaal Besloten(
        string uitkomst, bool wijktAfVanOpgave = false, string? nietGehoord = null, string? pgbWeigering = null) => Beslis(
            (voorzieningId, pgb) => new
            {
                voorzieningId,
                uitkomst,
                motivering = "Zo volgt uit het onderzoek.",
                budget = uitkomst == "toekennen" && pgb ? 3900m : (decimal?)null,
                wijktAfVanOpgave,
                nietGehoord = nietGehoord is null ? null : new { grond = nietGehoord, reden = "Er is geen tijd." },
                pgbWeigering,
                redenAfwijkingAdvies = voorzieningId is null || pgbWeigering is not null ? null : Afwijking(uitkomst),
            });

    /// <summary>The story remembers the number of the beschikking, because a later one may refer to it.</summary>
    internal Verhaal BeschikkingOnthouden() => Stap(async () => _eerder =
        (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["aanvraag"]!["beschikkingnummer"]!.GetValue<string>());

    /// <summary>The aanvraag is refused with reference to the remembered beschikking.</summary>
    internal Verhaal AfgewezenMetVerwijzing() => Beslis((voorzieningId, _) => new
    {
        voorzieningId,
        uitkomst = "afwijzen",
        motivering = "Er is niets veranderd.",
        redenAfwijkingAdvies = Afwijking("afwijzen"),
        eerdereBeschikking = _eerder,
    });

    /// <summary>The resident states on the website that something changed.</summary>
    internal Verhaal NieuweFeitenVermeld() => Stap(() =>
        _platform.Doe(_inwoner.Client!, $"{Aanvraagpad}/nieuwe-feiten", new { feiten = "Mijn zus is verhuisd en helpt niet meer." }));

    /// <summary>The pgb is refused on this ground, and help in kind is granted instead.</summary>
    internal Verhaal ZinInPlaatsVanPgb(string? grond) => Beslis((voorzieningId, _) => new
    {
        voorzieningId,
        uitkomst = "toekennen",
        motivering = "De hulp is nodig.",
        leveringsvorm = "zin",
        agb = Agb.ZorgDichtbij,
        pgbWeigering = grond,
    });

    /// <summary>The help is granted from a later day than was asked.</summary>
    internal Verhaal ToegekendVanaf(string van, string tot) => Beslis((voorzieningId, _) => new
    {
        voorzieningId,
        uitkomst = "gedeeltelijk-toekennen",
        motivering = "De zus helpt tot dan.",
        periode = new { ingangsdatum = Iso(van), einddatum = Iso(tot) },
        redenAfwijkingAdvies = "De zus helpt tot dan.",
    }).Bekendgemaakt();

    /// <summary>So many hours a week, in a decision with this outcome.</summary>
    internal Verhaal UrenToegekend(string uitkomst, int uren) => Beslis((voorzieningId, _) => new
    {
        voorzieningId,
        uitkomst,
        motivering = "Zo volgt uit het onderzoek.",
        omvang = new { volume = uren, eenheid = "04", frequentie = "2" },
        redenAfwijkingAdvies = Afwijking(uitkomst),
    });

    /// <summary>The reason of a decision that gives less than the onderzoek advised.</summary>
    private static string? Afwijking(string uitkomst) =>
        uitkomst is "afwijzen" or "gedeeltelijk-toekennen" ? "De situatie is veranderd." : null;

    /// <summary>The beslisser opens the aanvraag, and sees it as it is now.</summary>
    internal Verhaal GelezenDoorDeBeslisser() =>
        Stap(async () => _gelezen = await _platform.Etag(Mensen.Beslisser, Aanvraagpad));

    /// <summary>The beslisser decides on the aanvraag as it was when it was read.</summary>
    internal Verhaal BeslotenOpWatErStond() => Stap(() => _platform.Stuur(HttpMethod.Post, Mensen.Beslisser, $"{Aanvraagpad}/besluit", new
    {
        besluiten = Voorzieningen.Select(id => new { voorzieningId = id, uitkomst = "toekennen", motivering = "De hulp is nodig." }),
    }, _gelezen));

    private Verhaal Beslis(Func<Guid?, bool, object> besluit) => Stap(async () =>
    {
        var gevraagd = (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["voorzieningen"]!.AsArray();
        await _platform.Doe(Mensen.Beslisser, $"{Aanvraagpad}/besluit", new
        {
            besluiten = gevraagd.Count == 0 ? (object[])[besluit(null, false)]
                : [.. gevraagd.Select(v =>
                    besluit(v!["voorzieningId"]!.GetValue<Guid>(), v["leveringsvorm"]!.GetValue<string>() == "pgb"))],
        }, gezienOp: Aanvraagpad);
    });

    /// <summary>The resident is told what will be refused, and may give a view until this day.</summary>
    internal Verhaal VoornemenAangekondigd(string uiterlijk) => Stap(async () =>
        _laatsteVoornemen = (await _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/voornemens", new
        {
            uiterlijk = Iso(uiterlijk),
            besluit = "Wij willen uw aanvraag afwijzen.",
            gegevens = "Uw zus zegt dat zij elke dag helpt.",
        }))!["voornemenId"]!.GetValue<string>());

    internal Verhaal ZienswijzeOntvangen() => Stap(() => _platform.Doe(Mensen.Consulent,
        $"{Aanvraagpad}/voornemens/{_laatsteVoornemen}/zienswijze", new { samenvatting = "Zij komt één keer in de week." }));

    /// <summary>Somebody acts for the resident from today.</summary>
    /// <param name="omvang">deze-aanvraag, ook-hulp or ook-bezwaar.</param>
    internal Verhaal Gemachtigd(string omvang) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/gemachtigde",
        new { naam = "Mr. P. Pleit", adresregels = new List<string> { "Pleitplein 1" }, machtigingVan = Vandaag, omvang }));

    internal Verhaal MachtigingGeeindigd() => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/gemachtigde/einde", new { }));

    /// <summary>The resident wrote not to want help in kind.</summary>
    internal Verhaal WilGeenZin() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/zinkeuzes",
        new { voorzieningId = Voorzieningen[0], wilGeenZin = true }));

    /// <param name="op">The day on which the beschikking was sent outside the platform; without one the platform sends it today.</param>
    internal Verhaal Bekendgemaakt(string? op = null) => Stap(() =>
        _platform.Doe(Mensen.Backoffice, $"{Aanvraagpad}/bekendmaking",
            new { bekendgemaaktOp = Iso(op), redenBuitenPlatform = op is null ? null : "Met de hand bezorgd." }));

    /// <summary>Somebody looks at the aanvraag by the number of the dossier.</summary>
    internal Verhaal AanvraagVanHetDossierGelezen() =>
        Stap(() => _platform.Lees(Mensen.Beslisser, $"/beschikkingen/v1/aanvragen/{Dossiernummer}"));

    /// <param name="op">The day on which the resident said so; today by default.</param>
    /// <param name="voorzieningen">The places of the voorzieningen in the onderzoek, from 0; none for the whole aanvraag.</param>
    internal Verhaal Ingetrokken(string? op = null, params int[] voorzieningen) => Stap(() => _platform.Doe(Mensen.Consulent,
        $"{Aanvraagpad}/intrekking", new
        {
            voorzieningen = voorzieningen.Length == 0 ? null : voorzieningen.Select(n => Voorzieningen[n]).ToArray(),
            ingetrokkenOp = Iso(op),
        }));

    internal Verhaal DoorgezondenNaarLelystad() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Aanvraagpad}/doorzending",
        new { gemeente = "Lelystad", motivering = "De inwoner woont daar." }));
}
