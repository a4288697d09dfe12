using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>
/// The letters that a resident gets between the aanvraag and the decision, and about a bezwaar: each time, and once for each time. Each
/// test
/// has a person and a dossier of its own.
/// </summary>
public sealed class AanvraagbrievenTests(AanvraagbrievenTests.Huis huis) : IClassFixture<AanvraagbrievenTests.Huis>, IAsyncLifetime
{
    private static readonly Termijn Beslis = new("beschikking", new(2026, 5, 1), new(2026, 5, 29), "Wmo 2015 art. 2.3.5 lid 2");
    private static readonly Guid Voorziening = new("0193a000-0000-7000-8000-0000000000bb");
    private static readonly Termijn OpBezwaar = new("beslissing-op-bezwaar", new(2026, 5, 1), new(2026, 7, 24), "Awb art. 7:10 lid 1");
    private static readonly Termijn Beroep = new("beroep", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 6:7 en 6:8 lid 1");
    private static readonly Termijn Klachttermijn = new("klacht", new(2026, 5, 8), new(2026, 6, 19), "Awb art. 9:11 lid 1");
    private const string Klachtzaak = "K-2026-000001";
    private const string Wijziging = "W-2026-000001";
    private const string Zaak = "Z-2026-000001";
    private static int _laatste;

    private readonly Dienst _dienst = huis.Dienst;
    private readonly string _dossier = $"D-2026-{Interlocked.Increment(ref _laatste):D6}";
    private readonly Guid _persoonId = Guid.NewGuid();
    private readonly Guid _aanvraag = Guid.NewGuid();
    private int _versie;

    public async ValueTask InitializeAsync()
    {
        await _dienst.Gemeld(email: null, _dossier, _persoonId);
        await Persoon(stand: 1);
        await Tot.Waar(async () => (await Verstuurd()).Length == 1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, string[]> Brieven => new()
    {
        { "zonder verslag", ["zaterdag 6 juni 2026", "vrijdag 29 mei 2026", "niet op het verslag te wachten"] },
        { "na onderzoek", ["Wij hebben uw aanvraag", "Het besluit heet een beschikking"] },
        { "doorgestuurde aanvraag", ["naar het zorgkantoor", "dinsdag 19 mei 2026", "naar ons doorgestuurd", "vrijdag 22 mei 2026"] },
        { "te vroege aanvraag", ["hoort uw brief nu bij uw melding", "vanaf zaterdag 6 juni 2026", "zonder verslag"] },
        { "gevraagd", ["- Uw handtekening", "maandag 18 mei 2026", "vrijdag 29 mei 2026", "Bel ons voor de offerte"] },
        { "herinnerd", ["- Een offerte", "maandag 18 mei 2026"] },
        { "uitgesteld", ["vrijdag 5 juni 2026", "Het advies is er nog niet", "in gebreke"] },
        { "opgeschort", ["Daar hebt u schriftelijk mee ingestemd", "woensdag 20 mei 2026", "vrijdag 29 mei 2026"] },
        { "hervat", ["vrijdag 8 mei 2026", "vrijdag 29 mei 2026"] },
        { "gecorrigeerd", ["vrijdag 1 mei 2026", "dinsdag 28 april 2026", "De brief lag in de bus"] },
        { "melding gecorrigeerd", ["M-2026-000001", "maandag 8 juni 2026", "donderdag 4 juni 2026", "De brief lag in een verkeerd vak",
            "donderdag 16 juli 2026", "vanaf vrijdag 17 juli 2026"] },
        { "ingetrokken", ["hebt u uw aanvraag voor hulp ingetrokken", "nieuwe melding"] },
        { "deels ingetrokken", ["een deel van uw aanvraag", "Over de rest beslissen wij nog"] },
        { "in gebreke", ["U hebt gelijk", "dinsdag 2 juni 2026", "in beroep gaan bij de rechtbank", "vanaf woensdag 3 juni 2026", "6:12"] },
        { "in gebreke in een klacht", ["kregen wij uw klacht. Daarin schrijft u ook", "uw aanvraag A-2026-000001", "een eigen brief"] },
        { "in gebreke over bezwaar", ["uw bezwaar Z-2026-000001"] },
        { "herhaalde aanvraag", ["Waarom? Er is niets nieuws.", "op 2 februari 2026 (B-2026-000001)", "geen nieuwe feiten", "4:6"] },
        { "in gebreke, lang geleden", ["Uw brief telt", "over de vergoeding"] },
        { "te vroeg", ["kwam te vroeg"] },
        { "te laat gevraagd", ["maandag 18 mei 2026"] },
        { "teruggevorderd", ["200,00 terugbetalen", "Het bezwaar was ongegrond"] },
        { "beschikking", ["Begeleiding", "U krijgt deze hulp.", "U krijgt 120 minuten per week, van 1 juni 2026 tot en met 31 mei 2027",
            "Dat krijgt u niet: u kunt de taken van een pgb niet zelf doen", "AGB-code 12345678", "Waarom? Dit is nodig.",
            "- Meld het als u verhuist.", "U betaalt een eigen bijdrage", "maandag 15 juni 2026", "B-2026-000001", "art. 2.3.8",
            "voorlopige voorziening"] },
        { "pgb toegekend", ["U krijgt een deel van deze hulp.", "Gevraagd was 240 minuten per week, van 1 juni 2026",
            "De rest krijgt u niet", "(pgb) van € 4.321,99 voor de hele periode", "De Sociale Verzekeringsbank",
            "Dit is anders dan het advies na het onderzoek. De huisgenoot helpt"] },
        { "pgb geweigerd en geen zin", ["U krijgt deze hulp niet.", "U schreef dat u geen zorg in natura wilt"] },
        { "alles geweigerd", ["U krijgt geen hulp van de gemeente.", "Waarom? Eigen kracht is genoeg."] },
        { "dwangsom terug", ["50,00 terugbetalen", "vrijdag 24 juli 2026", "bezwaar maken"] },
        { "vordering", ["500,00 terugbetalen", "U verzweeg uw zus", "vrijdag 24 juli 2026", "het nummer van dit besluit (B-2026-000012)"] },
        { "vordering minder", ["Dat is nu € 100,00", "Daarvan moet u nog € 40,00 betalen", "Het waren minder uren"] },
        { "vordering weg", ["Dat hoeft u niet meer te betalen", "€ 60,00 te veel betaald", "vrijdag 24 juli 2026"] },
        { "voornemen", ["Wij willen u geen hulp geven", "Uw buurman helpt u al", "maandag 11 mei 2026", "schrijven, of bellen"] },
        { "dwangsom", ["299,00", "over 13 dagen", "Er was geen consulent", "dinsdag 28 juli 2026", "bezwaar maken"] },
        { "gedeelde dwangsom", ["vergoeding (dwangsom) van € 480,67", "3 aanvragers krijgen samen € 1.442,00"] },
        { "gedeelde terugvordering", ["33,34 terugbetalen"] },
        { "dwangsom bij bezwaar", ["te laat beslist op uw bezwaar", "69,00"] },
        { "bezwaar", ["Z-2026-000001", "B-2026-000001", "vrijdag 24 juli 2026", "stopt het besluit niet", "voorlopige voorziening",
            "hoorzitting"] },
        { "bezwaar doorgestuurd", ["maandag 11 mei 2026", "vrijdag 8 mei 2026", "Die dag telt", "6:15"] },
        { "bezwaar te laat", ["kwam te laat", "vrijdag 12 juni 2026", "binnen twee weken weten waarom"] },
        { "bezwaar te vroeg", ["voordat wij het besluit bekendmaakten"] },
        { "bezwaar begonnen", ["nu bekendgemaakt", "vrijdag 24 juli 2026"] },
        { "bezwaar toch op tijd", ["daar kon u niets aan doen", "vrijdag 24 juli 2026"] },
        { "bezwaar onvolledig", ["- Waarom u het niet eens bent", "maandag 25 mei 2026", "vrijdag 24 juli 2026", "Bel gerust"] },
        { "commissie", ["onafhankelijke commissie", "vrijdag 24 juli 2026"] },
        { "verdaagd", ["meer tijd nodig", "Het is druk", "vrijdag 24 juli 2026"] },
        { "uitgesteld bezwaar", ["U stemde ermee in", "Samen afgesproken"] },
        { "hoorzitting", ["maandag 22 juni 2026 om 10.00 uur", "donderdag 11 juni 2026", "maandag 15 juni 2026", "kamer 1"] },
        { "nieuw feit", ["Een nieuw rapport", "vrijdag 26 juni 2026"] },
        { "uitgebreid", ["B-2026-000009", "U hoeft niet opnieuw bezwaar te maken"] },
        { "wilt u horen", ["Laat ons uiterlijk op vrijdag 22 mei 2026 weten", "zonder gesprek"] },
        { "hoorzitting afgezegd", ["De hoorzitting van vrijdag 12 juni 2026 over uw bezwaar gaat niet door"] },
        { "niet gehoord en anders dan advies", ["U liet weten dat u niet gehoord wilde worden", "artikel 7:3", "Geef de hulp.",
            "Wij beslissen anders dan dit advies. De zus helpt."] },
        { "dwangsom hoger", ["U krijgt in totaal € 46,00", "Wij betalen u nog € 23,00, uiterlijk op maandag 3 augustus 2026"] },
        { "bezwaar aangevuld", ["Die voegen wij bij uw bezwaar", "dinsdag 9 juni 2026"] },
        { "bezwaar over meer", ["Uw bezwaar gaat nu ook over het deel"] },
        { "bezwaar ingetrokken", ["hebt u uw bezwaar ingetrokken"] },
        { "gegrond", ["is gegrond", "De hulp is nodig", "toegekend van 1 juni 2026 tot en met 31 mei 2027", "647,00",
            "maandag 3 augustus 2026",
            "in beroep gaan bij de rechtbank"] },
        { "onderzoek na bezwaar", ["is gegrond", "Wij onderzoeken welke hulp u nodig hebt", "Een consulent belt u"] },
        { "bezwaar heropend", ["opnieuw op uw bezwaar", "vrijdag 24 juli 2026"] },
        { "beroep", ["U ging in beroep bij de rechtbank tegen onze beslissing Z-2026-000001", "maandag 7 september 2026", "zitting",
            "stopt ons besluit niet", "voorlopige voorziening"] },
        { "voorlopige voorziening", ["omdat u niet kunt wachten", "Ons besluit geldt tot de rechter iets anders beslist"] },
        { "niet tijdig", ["omdat wij niet op tijd beslisten", "Meestal is dat twee weken"] },
        { "hoger beroep", ["De Centrale Raad van Beroep bekijkt uw zaak opnieuw"] },
        { "beroep uitgebreid", ["B-2026-000009", "gaat nu ook over dat besluit"] },
        { "beroep ingetrokken", ["is ingetrokken", "Ons besluit blijft gelden"] },
        { "uitspraak", ["vrijdag 13 november 2026", "De rechter geeft u gelijk", "Wij moeten opnieuw beslissen, uiterlijk op "
            + "vrijdag 25 december",
            "100,00 voor elke dag", "uiterlijk op maandag 28 december 2026", "hoger beroep"] },
        { "tussenuitspraak", ["Uw zaak is nog niet klaar", "een fout in ons besluit herstellen"] },
        { "hulp van de rechter", ["De rechter gaf u hulp", "van 17 augustus 2026 tot en met 31 december 2026",
            "geen bezwaar maken bij ons"] },
        { "aanbieder gestopt", ["U houdt recht op hulp", "maandag 1 juni 2026", "maandag 15 juni 2026", "andere zorgaanbieder"] },
        { "inwoner gestopt?", ["u met de hulp bent gestopt", "maandag 8 juni 2026", "Er verandert niets aan uw recht", "op."] },
        { "wijziging als aanvraag", ["W-2026-000001", "zaterdag 6 juni 2026", "maandag 22 juni 2026", "zaterdag 1 augustus 2026",
            "opzegtermijn"] },
        { "onderzoek nodig", ["zaterdag 6 juni 2026", "Waarom? De situatie is veranderd.", "telt nu als een melding"] },
        { "opzegging wacht", ["het einde van uw hulp", "tot en met vrijdag 31 juli 2026", "een ander besluit"] },
        { "opzegging niet meer nodig", ["stopt de hulp al op die dag of eerder"] },
        { "andere vorm geweigerd", ["uw vraag om de hulp te veranderen", "U krijgt geen persoonsgebonden budget (pgb): u kunt de taken",
            "Uw hulp blijft zoals die is.", "bezwaar maken"] },
        { "andere vorm toegekend", ["vanaf 1 juni 2026 als persoonsgebonden budget (pgb)", "Tot die dag blijft de hulp"] },
        { "wijziging als melding", ["telt als een melding", "hooguit zes weken"] },
        { "andere aanbieder", ["een andere zorgaanbieder", "zaterdag 1 augustus 2026", "geen besluit voor nodig"] },
        { "rekeningnummer", ["Sociale Verzekeringsbank", "CAK, 0800-1925"] },
        { "wijziging uitgevoerd", ["hebben wij geregeld wat u vroeg"] },
        { "wijziging ingetrokken", ["hebt u uw verzoek ingetrokken"] },
        { "klacht", ["K-2026-000001", "vrijdag 19 juni 2026", "niet bij betrokken was"] },
        { "klacht over aanbieder", ["eigen klachtregeling"] },
        { "klachtvraag", ["B-2026-000001", "Wilde u bezwaar maken?", "maandag 25 mei 2026"] },
        { "klachtcommissie", ["commissie", "vrijdag 19 juni 2026"] },
        { "klacht verdaagd", ["meer tijd nodig", "Het is druk"] },
        { "klachtgesprek", ["woensdag 20 mei 2026 om 10.00 uur", "Stadhuis"] },
        { "klacht gegrond", ["U hebt gelijk", "ombudsman"] },
        { "klacht niet behandeld", ["langer dan een jaar geleden", "ombudsman"] },
        { "klacht opgelost", ["samen opgelost"] },
        { "niet-ontvankelijk", ["niet-ontvankelijk", "Die vergoeden wij niet"] },
        { "spoed", ["B-2026-000007", "U kunt niet alleen uit bed", "Vanaf 28 april 2026, tot ons besluit op uw aanvraag geldt, krijgt u "
            + "tijdelijk 5 uur per week", "AGB-code 12345678",
            "Wij onderzoeken uw melding gewoon verder", "dinsdag 9 juni 2026", "bezwaar maken"] },
        { "geen spoed", ["U krijgt nu geen tijdelijke hulp", "Wij onderzoeken uw melding gewoon verder", "dinsdag 9 juni 2026"] },
        { "einde tijdelijke hulp", ["Van 28 april 2026 tot en met 11 mei 2026 krijgt u 5 uur per week", "B-2026-000007"] },
        { "minder uren", ["Van 28 april 2026 tot en met 31 juli 2026 krijgt u 6 uur per week", "AGB-code 12345678",
            "Van 1 augustus 2026 tot en met 30 april 2027 krijgt u 4 uur per week", "U betaalt een eigen bijdrage"] },
        { "van zin naar pgb", ["Van 1 augustus 2026 tot en met 30 april 2027 krijgt u 4 uur per week",
            "(pgb) van € 4.321,99 voor de hele periode", "De Sociale Verzekeringsbank"] },
        { "bij de rechter", ["Die zaak gaat nu ook over dit besluit", "R-2026-000001", "U hoeft geen bezwaar te maken"] },
        { "geen dwangsom", ["U krijgt geen vergoeding", "Wij hoorden lang niets", "bezwaar maken"] },
    };

    [Theory]
    [MemberData(nameof(Brieven))]
    public async Task What_happens_to_aanvraag_or_bezwaar_is_told_once_in_plain_words(string wat, string[] woorden)
    {
        var gebeurtenis = Gebeurtenis(wat);
        await Verwerk(gebeurtenis);
        await Verwerk(gebeurtenis);

        (await Soorten()).Length.ShouldBe(2);
        await Tot.Waar(async () => (await Verstuurd()).Length == 2);
        (await Aangekondigd()).Length.ShouldBe(1);
        var brief = System.Net.WebUtility.HtmlDecode((await Verstuurd()).Select(File.ReadAllText)
            .Single(b => !b.Contains("Wij hebben uw melding ontvangen", StringComparison.Ordinal)));
        foreach (var woord in woorden) brief.ShouldContain(woord);
        if (wat == "te laat gevraagd") brief.ShouldNotContain("staat onze beslistermijn stil");
    }

    [Fact]
    public async Task A_decision_on_bezwaar_that_the_municipality_sent_itself_is_not_sent_again()
    {
        await Verwerk((BeslissingOpBezwaarBekendgemaakt)Gebeurtenis("gegrond") with { BuitenPlatform = true });

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task About_another_early_stop_the_consulent_talks_with_the_person_and_no_letter_goes()
    {
        await Verwerk(Stop(Stopvraag.Bespreken, new(2026, 6, 8)));

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task An_opzegging_and_what_it_became_have_letters_of_their_own()
    {
        await Verwerk(new AanvraagOntvangen(new(2026, 6, 6), Beslis) { Vorm = Aanvraagvorm.Wijziging });
        await Verwerk(new AanvraagIngetrokken(new(2026, 6, 6), [Voorziening], Geheel: true) { Wijzigingsnummer = Wijziging });
        await Verwerk(Gevraagd(Wijzigingsvraag.Stoppen, Wijzigingsroute.Opzegging));
        await Verwerk(new WijzigingsverzoekAfgerond(Wijziging, new(2026, 6, 6), Wijzigingsafloop.Opzegging, "H-2026-000001"));

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    private static WijzigingsverzoekOntvangen Gevraagd(Wijzigingsvraag vraag, Wijzigingsroute weg) => new(Wijziging, Voorziening,
        new(2026, 6, 6), Meldkanaal.Telefoon, vraag, weg,
        new("wijziging", new(2026, 6, 6), new(2026, 8, 1), "Servicenorm van de gemeente"));

    private static EerderEindeGemeld Stop(Stopvraag vraag, DateOnly uiterlijk) => new(Voorziening, 1, new(2026, 6, 1), vraag,
        new("andere-aanbieder", new(2026, 6, 1), uiterlijk, "Servicenorm van de gemeente"));

    private static readonly Termijn Terug = new("terugbetaling", new(2026, 6, 12), new(2026, 7, 24), "Awb art. 4:87 lid 1");

    private static TerugvorderingBesloten Vordering() => new("H-2026-000001", Voorziening, Guid.NewGuid(), 500m, VanMeewerker: false,
        new(2026, 6, 12), Terug, Terug with { Soort = "bezwaar" }, new("U verzweeg uw zus."))
    {
        Beschikkingnummer = "B-2026-000012",
    };

    [Fact]
    public async Task A_claim_on_who_helped_goes_to_that_one_alone()
    {
        var vordering = (TerugvorderingBesloten)Gebeurtenis("vordering") with
        {
            VanMeewerker = true,
            Ontvanger = new(new Postadres("De heer J. de Vries", ["Dorpsstraat 1", "1234 AB Ons Dorp"])),
        };
        await Verwerk(vordering);
        await Verwerk(vordering);

        await Tot.Waar(async () => (await Verstuurd()).Length == 2);
        (await Soorten()).ShouldBe(["ontvangstbevestiging", "terugvorderingsbrief"]);
        var brief = System.Net.WebUtility.HtmlDecode((await Verstuurd()).Select(File.ReadAllText)
            .Single(b => b.Contains("B-2026-000012", StringComparison.Ordinal)));
        brief.ShouldContain("De heer J. de Vries");
        brief.ShouldContain("U werkte daar met opzet aan mee");
        brief.ShouldNotContain("Stationsstraat");
    }

    [Fact]
    public async Task A_decision_goes_to_the_gemachtigde_and_a_copy_to_the_person()
    {
        var besluit = (BeschikkingBekendgemaakt)Gebeurtenis("beschikking");
        await Verwerk(besluit with { Gemachtigde = new(new Postadres("Mr. P. Pleit", ["Pleitplein 1", "1315 AB Almere"])) });
        await Verwerk(besluit with { Gemachtigde = new(new Postadres("Mr. P. Pleit", ["Pleitplein 1", "1315 AB Almere"])) });

        await Tot.Waar(async () => (await Verstuurd()).Length == 3);
        (await Soorten()).ShouldBe(["ontvangstbevestiging", "beschikkingsbrief", "afschrift"]);
        (await Aangekondigd()).Select(b => b.Brief).ShouldBe([Contracts.Brief.Beschikking, Contracts.Brief.Afschrift], ignoreOrder: true);
        var brieven = (await Verstuurd()).Select(File.ReadAllText).Select(b => System.Net.WebUtility.HtmlDecode(b)!)
            .Where(b => b.Contains("U krijgt deze hulp.", StringComparison.Ordinal)).ToList();
        brieven.Count.ShouldBe(2);
        brieven.Single(b => b.Contains("Pleitplein 1", StringComparison.Ordinal)).ShouldContain("Geachte heer, mevrouw,");
        brieven.Single(b => b.Contains("Dit is een afschrift", StringComparison.Ordinal)).ShouldContain("Stationsstraat 12b");
    }

    [Fact]
    public async Task A_gemachtigde_gets_the_decision_also_when_the_person_has_no_address()
    {
        await Persoon(stand: 2, zonderAdres: true);
        await Verwerk((BeschikkingBekendgemaakt)Gebeurtenis("beschikking") with
        {
            Gemachtigde = new(new Postadres("Mr. P. Pleit", ["Pleitplein 1"])),
        });

        await Tot.Waar(async () => (await Aangekondigd()).Any(b => b.Brief == Contracts.Brief.Beschikking));
        (await _dienst.Fabriek.Aangekondigd()).OfType<BriefZonderAdres>().Single(g => g.Dossiernummer == _dossier)
            .Brief.ShouldBe(Contracts.Brief.Afschrift);
    }

    [Theory]
    [InlineData("spoed", "wijzigingsbesluitbrief")]
    [InlineData("bezwaar", "bezwaarbevestiging")]
    [InlineData("gevraagd", "aanvulverzoek")]
    public async Task Each_letter_follows_the_machtiging_and_waits_for_the_address(string wat, string soort)
    {
        var machtiging = Guid.NewGuid();
        var gebeurtenis = Gebeurtenis(wat) with { MachtigingId = machtiging };
        await Should.ThrowAsync<EarlierFactMissing>(() => Verwerk(gebeurtenis));
        await Verwerk(Machtiging(new GemachtigdeVastgelegd(new(2026, 5, 1), Machtigingsomvang.OokHulp)
        {
            Post = new(new Postadres("Mr. P. Pleit", ["Pleitplein 1", "1315 AB Almere"])),
        }, machtiging));
        await Verwerk(gebeurtenis);
        await Verwerk(gebeurtenis);

        await Tot.Waar(async () => (await Verstuurd()).Length == 3);
        (await Soorten()).ShouldBe(["ontvangstbevestiging", soort, "afschrift"], ignoreOrder: true);

        await Verwerk(Machtiging(new MachtigingBeeindigd(new(2026, 5, 8)), machtiging));
        await Verwerk(Gebeurtenis(wat) with { MachtigingId = machtiging });
        (await Soorten()).ShouldBe(["ontvangstbevestiging", soort, "afschrift", soort], ignoreOrder: true);
    }

    [Fact]
    public async Task A_machtiging_that_ended_stays_ended_when_its_beginning_arrives_later()
    {
        var machtiging = Guid.NewGuid();
        await Verwerk(Machtiging(new MachtigingBeeindigd(new(2026, 5, 8)), machtiging));
        await Verwerk(Machtiging(new GemachtigdeVastgelegd(new(2026, 5, 1), Machtigingsomvang.OokHulp)
        {
            Post = new(new Postadres("Mr. P. Pleit", ["Pleitplein 1"])),
        }, machtiging));
        await Verwerk(Gebeurtenis("ingetrokken") with { MachtigingId = machtiging });

        (await Soorten()).ShouldBe(["ontvangstbevestiging", "intrekkingsbevestiging"]);
    }

    private Gebeurtenis Machtiging(Gebeurtenis gebeurtenis, Guid machtiging) => gebeurtenis with
    {
        Dossiernummer = _dossier,
        AggregaatId = _aanvraag,
        Versie = ++_versie,
        Op = _dienst.Fabriek.Klok.GetUtcNow(),
        MachtigingId = machtiging,
    };

    [Fact]
    public async Task A_decision_that_was_sent_outside_the_platform_gives_no_letter()
    {
        await Verwerk((BeschikkingBekendgemaakt)Gebeurtenis("beschikking") with { Tekst = null });

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task Temporary_help_that_only_goes_on_gives_no_letter()
    {
        await Verwerk(((VoorzieningGewijzigd)Gebeurtenis("spoed")) with { LooptDoor = true });

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task The_signed_verslag_gets_no_letter_of_its_own()
    {
        await _dienst.Fabriek.Verwerk(new AanvraagOntvangen(new(2026, 5, 1), Beslis)
        { Dossiernummer = _dossier, AggregaatId = _aanvraag, Versie = 1, Op = DateTimeOffset.UtcNow });

        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task A_second_request_gives_a_second_letter()
    {
        await Verwerk(Gebeurtenis("gevraagd"));
        await Verwerk(Gebeurtenis("gevraagd"));

        await Tot.Waar(async () => (await Verstuurd()).Length == 3);
        (await Soorten()).ShouldBe(["ontvangstbevestiging", "aanvulverzoek", "aanvulverzoek"]);
    }

    [Fact]
    public async Task When_several_letters_wait_for_a_person_the_user_says_which_was_handed_over()
    {
        await Persoon(stand: 2, zonderAdres: true);
        await Verwerk(Gebeurtenis("gevraagd"));
        await Verwerk(Gebeurtenis("ingetrokken"));

        (await _dienst.ReikUit("2026-05-04", dossier: _dossier)).ShouldBe((409, "meer-brieven"));
        var backoffice = _dienst.Fabriek.Als(Rollen.Backoffice);
        var wachtend = (await backoffice.GetFromJsonAsync<JsonElement>(
            $"/correspondentie/v1/verzendingen?dossiernummer={_dossier}")).GetProperty("items").EnumerateArray()
            .Single(v => v.GetProperty("soort").GetString() == "intrekkingsbevestiging").GetProperty("verzendingId").GetGuid();
        using var antwoord = await backoffice.PostAsJsonAsync($"/correspondentie/v1/verzendingen/{_dossier}/uitreiking",
            new { uitgereiktOp = "2026-05-04", verzendingId = wachtend });

        antwoord.StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await Aangekondigd()).Single().Brief.ShouldBe(Contracts.Brief.Intrekking);
        (await _dienst.ReikUit("2026-05-04", dossier: _dossier)).Status.ShouldBe(204);
    }

    private Gebeurtenis Gebeurtenis(string wat) => (wat switch
    {
        "zonder verslag" => (Gebeurtenis)new AanvraagOntvangen(new(2026, 6, 6), Beslis) { Vorm = Aanvraagvorm.ZonderVerslag },
        "na onderzoek" => new AanvraagOntvangen(new(2026, 5, 22), Beslis) { Vorm = Aanvraagvorm.NaOnderzoek },
        "doorgestuurde aanvraag" => new AanvraagOntvangen(new(2026, 5, 22), Beslis)
        {
            EerstBij = new("het zorgkantoor", new(2026, 5, 19)),
        },
        "te vroege aanvraag" => new AanvraagTeVroegOntvangen(new(2026, 5, 12), new(2026, 6, 6)),
        "gevraagd" => new AanvullingGevraagd(Guid.NewGuid(), new(2026, 5, 4), new(2026, 5, 18), Beslis, null,
            new(new Aanvulvraag(["Uw handtekening", "Een offerte"], "Bel ons voor de offerte."))),
        "herinnerd" => new AanvullingHerinnerd(Guid.NewGuid(), new(2026, 5, 18), new(new Aanvulvraag(["Een offerte"], null))),
        "uitgesteld" => new UitstelAangekondigd(new(2026, 6, 5), new(2026, 5, 4)) { Reden = new("Het advies is er nog niet.") },
        "opgeschort" => new BeslistermijnOpgeschort(Guid.NewGuid(), Opschortingsreden.Instemming, new(2026, 5, 4), new(2026, 5, 20), Beslis,
            null, new("Wij wachten op de offerte.")),
        "hervat" => new OpschortingGeeindigd(Guid.NewGuid(), Opschortingsreden.Overmacht, new(2026, 5, 8), Beslis, null),
        "gecorrigeerd" => new AanvraagontvangstGecorrigeerd(new(2026, 5, 1), new(2026, 4, 28), Beslis, null,
            new("De brief lag in de bus.")),
        "melding gecorrigeerd" => new MeldingontvangstGecorrigeerd(new(2026, 6, 8), new(2026, 6, 4),
            new("bevestiging", new(2026, 6, 4), new(2026, 6, 11), "norm"),
            new("onderzoek", new(2026, 6, 4), new(2026, 7, 16), "Wmo 2015 art. 2.3.2 lid 1"), new(2026, 7, 17),
            new("De brief lag in een verkeerd vak."))
        { Meldingnummer = "M-2026-000001" },
        "ingetrokken" => new AanvraagIngetrokken(new(2026, 5, 4), [], Geheel: true),
        "deels ingetrokken" => new AanvraagIngetrokken(new(2026, 5, 4), [Guid.NewGuid()], Geheel: false),
        "in gebreke" => new IngebrekestellingOntvangen(Guid.NewGuid(), new(2026, 5, 19), Ingebrekestellingsoordeel.Geldig,
            new("ingebrekestelling", new(2026, 5, 19), new(2026, 6, 2), "Awb art. 4:17 lid 3")),
        "in gebreke in een klacht" => new IngebrekestellingOntvangen(
            Guid.NewGuid(), new(2026, 5, 18), Ingebrekestellingsoordeel.TeVroeg, null)
        {
            Aanvraagnummer = "A-2026-000001",
            HerkendIn = Briefsoort.Klacht,
            MeerZaken = true,
        },
        "in gebreke over bezwaar" => new IngebrekestellingOntvangen(
            Guid.NewGuid(), new(2026, 5, 18), Ingebrekestellingsoordeel.TeVroeg, null)
        {
            Zaaknummer = Zaak,
        },
        "herhaalde aanvraag" => Beschikking(Zin() with { Uitkomst = Uitkomst.Afwijzen },
            new(Voorziening, "Er is niets nieuws.", [], null, null) { VerwijstNaar = new("B-2026-000001", new(2026, 2, 2)) }),
        "in gebreke, lang geleden" => new IngebrekestellingOntvangen(Guid.NewGuid(), new(2026, 4, 1), Ingebrekestellingsoordeel.Geldig,
            new("ingebrekestelling", new(2026, 4, 1), new(2026, 4, 15), "Awb art. 4:17 lid 3")),
        "te laat gevraagd" => new AanvullingGevraagd(Guid.NewGuid(), new(2026, 5, 4), new(2026, 5, 18),
            Beslis with { Uiterlijk = new(2026, 5, 1) }, null, new(new Aanvulvraag(["Uw handtekening"], null))),
        "teruggevorderd" => new DwangsomTeruggevorderd(200m, new(2026, 6, 16), new("Het bezwaar was ongegrond.")),
        "dwangsom terug" => new DwangsomTeruggevorderd(50m, new(2026, 6, 12), new("Er was wel op tijd beslist."))
        {
            Betaaltermijn = Terug,
            Bezwaartermijn = Terug with { Soort = "bezwaar" },
        },
        "vordering" => Vordering(),
        "vordering minder" => new TerugvorderingVerlaagd("H-2026-000001", Voorziening, Guid.NewGuid(), new(2026, 6, 12),
            Vorderwijziging.Ambtshalve, 100m, 40m, 0m, null, new("Het waren minder uren.")),
        "vordering weg" => new TerugvorderingVerlaagd("H-2026-000001", Voorziening, Guid.NewGuid(), new(2026, 6, 12),
            Vorderwijziging.HulpHersteld, 0m, 0m, 60m, Terug, new("U krijgt de hulp terug.")),
        "voornemen" => new VoornemenAangekondigd(Guid.NewGuid(), new("zienswijze", new(2026, 5, 4), new(2026, 5, 11), "Awb art. 4:7 lid 1"),
            new(new Voornementekst("Wij willen u geen hulp geven.", "Uw buurman helpt u al."))),
        "beschikking" => Beschikking(Zin() with { PgbGeweigerd = PgbWeigering.NietVaardig },
            new(Voorziening, "Dit is nodig.", ["Meld het als u verhuist."], "U betaalt een eigen bijdrage.", null)),
        "pgb toegekend" => Beschikking(Zin() with
        {
            Uitkomst = Uitkomst.GedeeltelijkToekennen,
            Leveringsvorm = Leveringsvorm.Pgb,
            Agb = null,
            Budget = 4321.99m,
        }, new(Voorziening, "Minder is genoeg.", [], "U betaalt een eigen bijdrage.", "De huisgenoot helpt al.")
        {
            GevraagdeOmvang = new(240, "01", "2"),
            GevraagdePeriode = new(new(2026, 6, 1), new(2027, 5, 31)),
        }),
        "pgb geweigerd en geen zin" => Beschikking(Zin() with
        {
            Uitkomst = Uitkomst.Afwijzen,
            Leveringsvorm = Leveringsvorm.Pgb,
            PgbGeweigerd = PgbWeigering.NietVeiligOfPassend,
        }, new(Voorziening, "De hulp is niet veilig.", [], null, null)),
        "alles geweigerd" => Beschikking(null, new(null, "Eigen kracht is genoeg.", [], null, null)),
        "te vroeg" => new IngebrekestellingOntvangen(Guid.NewGuid(), new(2026, 5, 18), Ingebrekestellingsoordeel.TeVroeg, null),
        "dwangsom" => new DwangsomVastgesteld(299m, 13, new(2026, 6, 16), null,
            new("betaling", new(2026, 6, 16), new(2026, 7, 28), "Awb art. 4:87 lid 1"),
            new("bezwaar", new(2026, 6, 16), new(2026, 7, 28), "Awb art. 6:7"), new("Er was geen consulent.")),
        "gedeelde dwangsom" => new DwangsomVastgesteld(1442m, 42, new(2026, 7, 15), null,
            new("betaling", new(2026, 7, 15), new(2026, 8, 26), "Awb art. 4:87 lid 1"),
            new("bezwaar", new(2026, 7, 15), new(2026, 8, 26), "Awb art. 6:7"), new("Er was geen consulent."))
        { Aandelen = [480.67m, 480.67m, 480.66m] },
        "gedeelde terugvordering" => new DwangsomTeruggevorderd(100m, new(2026, 9, 1), new("Het bezwaar was ongegrond."))
        {
            Aandelen = [33.34m, 33.33m, 33.33m],
        },
        "dwangsom bij bezwaar" => new DwangsomVastgesteld(69m, 3, new(2026, 8, 14), null,
            new("betaling", new(2026, 8, 14), new(2026, 9, 25), "Awb art. 4:87 lid 1"),
            new("bezwaar", new(2026, 8, 14), new(2026, 9, 25), "Awb art. 6:7"), new("Te laat."))
        { Zaaknummer = Zaak },
        "bezwaar" => Bezwaar(Bezwaartijdigheid.OpTijd, OpBezwaar),
        "bezwaar doorgestuurd" => Bezwaar(Bezwaartijdigheid.OpTijd, OpBezwaar) with { HierOntvangenOp = new(2026, 5, 11) },
        "bezwaar te laat" => Bezwaar(Bezwaartijdigheid.TeLaat, OpBezwaar),
        "bezwaar te vroeg" => Bezwaar(Bezwaartijdigheid.TeVroeg, null),
        "bezwaar begonnen" => new BezwaartijdigheidBeoordeeld(Zaak, Bezwaartijdigheid.TeVroeg, OpBezwaar),
        "bezwaar toch op tijd" => new BezwaartijdigheidBeoordeeld(Zaak, Bezwaartijdigheid.TeLaatVerschoonbaar, OpBezwaar),
        "bezwaar onvolledig" => new BezwaarherstelGevraagd(Zaak, Guid.NewGuid(), new(2026, 5, 11), new(2026, 5, 25),
            [Verzuimsoort.Gronden], OpBezwaar, new("Bel gerust.")),
        "commissie" => new BezwaarcommissieIngeschakeld(Zaak, new(2026, 5, 20), OpBezwaar),
        "verdaagd" => new BezwaarVerdaagd(Zaak, new(2026, 6, 1), 6, OpBezwaar, new("Het is druk.")),
        "uitgesteld bezwaar" => new BezwaarUitgesteld(Zaak, Bezwaaruitstelgrond.Instemming, new(2026, 7, 24), OpBezwaar,
            new("Samen afgesproken.")),
        "hoorzitting" => new HoorzittingGepland(Zaak, Guid.NewGuid(), new(2026, 6, 22, 8, 0, 0, TimeSpan.Zero),
            new("nadere-stukken", new(2026, 6, 22), new(2026, 6, 11), "Awb art. 7:4 lid 1"),
            new("ter-inzage", new(2026, 6, 22), new(2026, 6, 15), "Awb art. 7:4 lid 2"), new("Stadhuis, kamer 1.")),
        "nieuw feit" => new NieuwFeitGemeld(Zaak, Guid.NewGuid(), new(2026, 6, 12), new(2026, 6, 26), new("Een nieuw rapport.")),
        "aanbieder gestopt" => Stop(Stopvraag.AndereAanbieder, new(2026, 6, 15)),
        "inwoner gestopt?" => Stop(Stopvraag.InwonerVragen, new(2026, 6, 8)),
        "wijziging als aanvraag" => Gevraagd(Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag) with
        {
            Beslistermijn = new("beschikking", new(2026, 6, 6), new(2026, 6, 22), "Wmo 2015 art. 2.3.5 lid 2"),
        },
        "onderzoek nodig" => new AanvraagWerdMelding(new(2026, 6, 9), new(2026, 6, 6), new("De situatie is veranderd.")),
        "opzegging wacht" => Gevraagd(Wijzigingsvraag.Stoppen, Wijzigingsroute.Opzegging) with
        {
            Wacht = new("H-2026-000001", new(2026, 7, 31)),
        },
        "opzegging niet meer nodig" => new WijzigingsverzoekAfgerond(Wijziging, new(2026, 6, 10), Wijzigingsafloop.NietMeerNodig, null),
        "andere vorm geweigerd" => Beschikking(Zin() with
        {
            Uitkomst = Uitkomst.Afwijzen,
            Leveringsvorm = Leveringsvorm.Pgb,
            PgbGeweigerd = PgbWeigering.NietVaardig,
        }, new(Voorziening, "Het gesprek liet dat zien.", [], null, null)) with
        { VanWijziging = true },
        "andere vorm toegekend" => Beschikking(Zin() with { Leveringsvorm = Leveringsvorm.Pgb, Agb = null, Budget = 900m },
            new(Voorziening, "Dat past bij u.", [], null, null)) with
        { VanWijziging = true },
        "wijziging als melding" => Gevraagd(Wijzigingsvraag.AndereHulp, Wijzigingsroute.Melding),
        "andere aanbieder" => Gevraagd(Wijzigingsvraag.AndereAanbieder, Wijzigingsroute.Uitvoering),
        "rekeningnummer" => Gevraagd(Wijzigingsvraag.Rekeningnummer, Wijzigingsroute.Uitvoering),
        "wijziging uitgevoerd" => new WijzigingsverzoekAfgerond(Wijziging, new(2026, 6, 10), Wijzigingsafloop.Uitgevoerd, null),
        "wijziging ingetrokken" => new WijzigingsverzoekAfgerond(Wijziging, new(2026, 6, 10), Wijzigingsafloop.Ingetrokken, null),
        "wilt u horen" => new HorenGevraagd(Zaak, new(2026, 5, 8), new(2026, 5, 22)),
        "hoorzitting afgezegd" => new VanHorenAfgezien(Zaak, Geenhoorgrond.WilNiet)
        {
            Afgezegd = new(2026, 6, 12, 8, 0, 0, TimeSpan.Zero),
        },
        "niet gehoord en anders dan advies" => new BeslissingOpBezwaarBekendgemaakt(Zaak, new(2026, 6, 22), Bezwaaruitkomst.Ongegrond,
            false, Beroep, null, null, [], new("Het besluit klopt."))
        {
            Verantwoording = new(new(Geenhoorgrond.WilNiet, "U belde.", "Geef de hulp.", "De zus helpt.")),
        },
        "dwangsom hoger" => new BeslissingOpBezwaarBekendgemaakt(Zaak, new(2026, 6, 22), Bezwaaruitkomst.Gegrond, false, Beroep, null, null,
            [], new("Wij telden verkeerd."))
        {
            Dwangsom = new(46m, 23m, new("betaling", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 4:87 lid 1")),
        },
        "bezwaar aangevuld" => new BezwaarAangevuld(Zaak, new(2026, 6, 9), []),
        "bezwaar over meer" => new BezwaarAangevuld(Zaak, new(2026, 6, 9), [Voorziening]),
        "uitgebreid" => new BezwaarUitgebreid(Zaak, BestredenSoort.Wijzigingsbesluit, "B-2026-000009", new(2026, 5, 15)),
        "bezwaar ingetrokken" => new BezwaarIngetrokken(Zaak, new(2026, 5, 20)),
        "gegrond" => new BeslissingOpBezwaarBekendgemaakt(Zaak, new(2026, 6, 22), Bezwaaruitkomst.Gegrond, false, Beroep,
            Beroep with { Soort = "kostenvergoeding" }, 647m,
            [new(Guid.NewGuid(), Uitkomst.Toekennen, new("02", "02T21"), new(120, "01", "2"), new(new(2026, 6, 1), new(2027, 5, 31)),
                Leveringsvorm.Zin, "12345678", null)], new("De hulp is nodig.")),
        "onderzoek na bezwaar" => new BeslissingOpBezwaarBekendgemaakt(
            Zaak, new(2026, 6, 22), Bezwaaruitkomst.Gegrond, false, Beroep, null, null, [], new("Wij weigerden te snel."))
        { OnderzoekNodig = true },
        "bezwaar heropend" => new BezwaarHeropend(Zaak, "R-2026-000001", OpBezwaar),
        "beroep" => InBeroep(Beroepsoort.Beroep),
        "voorlopige voorziening" => InBeroep(Beroepsoort.VoorlopigeVoorziening),
        "niet tijdig" => InBeroep(Beroepsoort.NietTijdig),
        "hoger beroep" => InBeroep(Beroepsoort.HogerBeroep),
        "beroep uitgebreid" => new BeroepUitgebreid("R-2026-000001", "B-2026-000009", new(2026, 9, 1)),
        "beroep ingetrokken" => new BeroepIngetrokken("R-2026-000001", new(2026, 9, 1)),
        "uitspraak" => new UitspraakOntvangen("R-2026-000001", new(Beroepuitkomst.Gegrond, false, new(2026, 11, 13),
            [new(Guid.NewGuid(), Opdrachtsoort.OpnieuwBeslissen,
                new("opdracht-rechter", new(2026, 11, 13), new(2026, 12, 25), "Awb art. 8:72 lid 4"), 100m)]),
            new("hoger-beroep", new(2026, 11, 13), new(2026, 12, 28), "Awb art. 6:24")),
        "tussenuitspraak" => new UitspraakOntvangen("R-2026-000001", new(Beroepuitkomst.Gegrond, true, new(2026, 11, 13),
            [new(Guid.NewGuid(), Opdrachtsoort.GebrekHerstellen,
                new("opdracht-rechter", new(2026, 11, 13), new(2026, 12, 11), "Awb art. 8:51a"), null)]), null),
        "hulp van de rechter" => new VoorzieningGewijzigd(Voorziening, 2, Besluitsoort.Rechter, Guid.NewGuid(), "R-2026-000001",
            new(2026, 8, 17), null, _persoonId, "wijkteam-haven", [new(new("02", "02T21"), new(120, "01", "2"),
                new(new(2026, 8, 17), new(2026, 12, 31)), Leveringsvorm.Zin, "12345678", null)], false,
                    new(Dienst.Persoon().Persoon.Waarde))
        { Motivering = new("De rechter gaf u hulp.") },
        "klacht" => Klacht(Klachtonderwerp.Gedraging),
        "klacht over aanbieder" => Klacht(Klachtonderwerp.Aanbieder),
        "klachtvraag" => new KlachtbedoelingGevraagd(Klachtzaak, "B-2026-000001", new(2026, 5, 11), new(2026, 5, 25)),
        "klachtcommissie" => new KlachtcommissieIngeschakeld(Klachtzaak, new(2026, 5, 11), Klachttermijn),
        "klacht verdaagd" => new KlachtVerdaagd(Klachtzaak, new(2026, 5, 11), false, Klachttermijn, new("Het is druk.")),
        "klachtgesprek" => new KlachtgesprekGepland(Klachtzaak, new(2026, 5, 20, 8, 0, 0, TimeSpan.Zero), new("Stadhuis")),
        "klacht gegrond" => new KlachtAfgerond(Klachtzaak, new(2026, 6, 1), Klachtafloop.Gegrond, null, new("Dat had niet gemogen.")),
        "klacht niet behandeld" => new KlachtAfgerond(
            Klachtzaak, new(2026, 6, 1), Klachtafloop.NietBehandeld, Nietbehandelgrond.LangerDanEenJaar, new("Het was in 2024.")),
        "klacht opgelost" => new KlachtAfgerond(Klachtzaak, new(2026, 6, 1), Klachtafloop.Opgelost, null, new("Wij belden.")),
        "niet-ontvankelijk" => new BeslissingOpBezwaarBekendgemaakt(
            Zaak, new(2026, 6, 22), Bezwaaruitkomst.NietOntvankelijk, true, Beroep, null, 0m, [], new("Te laat.")),
        "spoed" => Gewijzigd(Besluitsoort.Spoed, Tijdelijk),
        "bij de rechter" => Gewijzigd(Besluitsoort.Herziening) with { Bezwaartermijn = null, Beroepnummer = "R-2026-000001" },
        "geen spoed" => Gewijzigd(Besluitsoort.Spoed),
        "minder uren" => Gewijzigd(Besluitsoort.Herziening, Deel(6, new(2026, 4, 28), new(2026, 7, 31)),
            Deel(4, new(2026, 8, 1), new(2027, 4, 30))),
        "van zin naar pgb" => Gewijzigd(Besluitsoort.Herziening, Deel(6, new(2026, 4, 28), new(2026, 7, 31)),
            Deel(4, new(2026, 8, 1), new(2027, 4, 30)) with { Leveringsvorm = Leveringsvorm.Pgb, Agb = null, Budget = 4321.99m }),
        "einde tijdelijke hulp" => Gewijzigd(
            Besluitsoort.Aanvraag, Tijdelijk with { Periode = new(new(2026, 4, 28), new(2026, 5, 11)), Tijdelijk = false }),
        _ => new DwangsomVastgesteld(0m, 0, new(2026, 6, 16), GeenDwangsom.OnredelijkLaat, null,
            new("bezwaar", new(2026, 6, 16), new(2026, 7, 28), "Awb art. 6:7"), new("Wij hoorden lang niets.")),
    }) with
    {
        Dossiernummer = _dossier,
        AggregaatId = _aanvraag,
        Versie = ++_versie,
        Op = _dienst.Fabriek.Klok.GetUtcNow(),
    };

    private BeschikkingBekendgemaakt Beschikking(BeschikteVoorziening? voorziening, Besluittekst tekst) => new(
        _aanvraag, "B-2026-000001", new(2026, 5, 4), new("bezwaar", new(2026, 5, 4), new(2026, 6, 15), "Awb art. 6:7"), _persoonId,
        "wijkteam-haven", voorziening is null ? [] : [voorziening], GeenBerichtenverkeer: false,
        new(Dienst.Persoon().Persoon.Waarde))
    {
        Tekst = new(new Beschikkingstekst([tekst], VoorNabestaanden: false)),
    };

    private VoorzieningGewijzigd Gewijzigd(Besluitsoort soort, params Voorzieningdeel[] delen) => new(
        Voorziening, 1, soort, Guid.NewGuid(), "B-2026-000007", new(2026, 4, 28),
        new("bezwaar", new(2026, 4, 28), new(2026, 6, 9), "Awb art. 6:7"), _persoonId, "wijkteam-haven", delen, GeenBerichtenverkeer: false,
        new(Dienst.Persoon().Persoon.Waarde))
    {
        Motivering = new("U kunt niet alleen uit bed."),
    };

    private static Voorzieningdeel Deel(int uren, DateOnly van, DateOnly tot) =>
        new(new("02", "02T21"), new(uren, "04", "2"), new(van, tot), Leveringsvorm.Zin, "12345678", null);

    private static Voorzieningdeel Tijdelijk { get; } = new(new("02", "02T21"), new(5, "04", "2"),
        new(new(2026, 4, 28), new(2026, 10, 26)), Leveringsvorm.Zin, "12345678", null)
    { Tijdelijk = true };

    private static BeschikteVoorziening Zin() => new(Voorziening, Uitkomst.Toekennen, new("02", "02T21"), new(120, "01", "2"),
        new(new(2026, 6, 1), new(2027, 5, 31)), Leveringsvorm.Zin, "12345678", null);

    private static BeroepIngesteld InBeroep(Beroepsoort soort) => new("R-2026-000001", soort, new(2026, 8, 3), Zaak,
        new("processtukken", new(2026, 8, 10), new(2026, 9, 7), "Awb art. 8:42 lid 1"));

    private static BezwaarOntvangen Bezwaar(Bezwaartijdigheid tijdigheid, Termijn? beslis) => new(
        Zaak, new(2026, 5, 8), BestredenSoort.Beschikking, "B-2026-000001", [], tijdigheid,
        new("bezwaar", new(2026, 5, 1), new(2026, 6, 12), "Awb art. 6:7"), beslis);

    private static KlachtOntvangen Klacht(Klachtonderwerp over) => new(
        Klachtzaak, new(2026, 5, 8), over, Klachttermijn, Klachttermijn with { Soort = "klacht-niet-behandelen" });

    private Task Verwerk(Gebeurtenis gebeurtenis) => _dienst.Fabriek.Verwerk((dynamic)gebeurtenis);

    private Task Persoon(int stand, bool zonderAdres = false) => _dienst.Fabriek.Verwerk(
        Dienst.Persoon(persoonId: _persoonId, zonderAdres: zonderAdres) with
        {
            Dossiernummer = _dossier,
            Persoonstand = stand,
            Versie = stand + 1,
        });

    private async Task<BriefVerzonden[]> Aangekondigd() =>
        [.. (await _dienst.Fabriek.Aangekondigd()).OfType<BriefVerzonden>().Where(g => g.Dossiernummer == _dossier)];

    /// <summary>The files of the letters that are known to have left.</summary>
    private async Task<string[]> Verstuurd()
    {
        var kenmerken = await _dienst.Fabriek.Vraag(db => db.Verzendingen.AsNoTracking()
            .Where(v => v.Dossiernummer == _dossier && v.Status == Verzendstatus.Verzonden).Select(v => v.Kenmerk).ToListAsync());
        return [.. _dienst.Brieven.Where(b => kenmerken.Exists(k => Path.GetFileName(b) == $"{k}.html"))];
    }

    private async Task<string[]> Soorten() =>
        [.. (await _dienst.Fabriek.Als(Rollen.Backoffice)
            .GetFromJsonAsync<JsonElement>($"/correspondentie/v1/verzendingen?dossiernummer={_dossier}"))
            .GetProperty("items").EnumerateArray().Select(v => v.GetProperty("soort").GetString()!)];

    /// <summary>One service for all tests of this class.</summary>
    public sealed class Huis : IAsyncLifetime
    {
        internal Dienst Dienst { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Dienst = await Dienst.Start();

        public ValueTask DisposeAsync() => Dienst.DisposeAsync();
    }
}
