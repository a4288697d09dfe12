using System.Runtime.CompilerServices;
using System.Text.Json;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// Plays one dossier. Each method adds an act of a person or a partner; awaiting the dossier performs the acts in order.
/// <code>var dossier = await platform.Dossier().MeldingGedaan().GesprekGevoerd().IndicatieGesteld().KiestZorgInNatura()…;</code>
/// </summary>
internal sealed class Dossier(Platform platform, Inwoner inwoner)
{
    private static readonly string[] Documenten = ["uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst"];

    private readonly Queue<Func<Task>> _stappen = new();
    private readonly string _email = Verhaal.NieuwEmailadres();
    private string _agb = Agb.ZorgDichtbij;
    private bool _sluitAan;

    public string Nummer { get; private set; } = "";
    public string Meldingnummer { get; private set; } = "";
    public Guid VoorzieningId { get; private set; }
    public Inwoner Inwoner => inwoner;

    /// <summary>With several onderzoeken in the dossier, the number of the melding says which.</summary>
    private string Onderzoek => $"/onderzoek/v1/onderzoeken/{(_sluitAan ? Meldingnummer : Nummer)}";
    private string Aanvraag => $"/beschikkingen/v1/aanvragen/{Nummer}";
    private string Toets => $"/pgb/v1/toetsen/{VoorzieningId}";
    private string Budget => $"/pgb/v1/budgetten/{VoorzieningId}";

    public TaskAwaiter<Dossier> GetAwaiter() => Speel().GetAwaiter();

    // ------------------------------------------------------------------------------------------ the onderzoek

    /// <summary>The resident reports on the website. A resident who cannot sign in calls, and a consulent records the melding.</summary>
    public Dossier MeldingGedaan() => Stap(async () =>
    {
        var melding = inwoner.Client is { } zelf
            ? await platform.Post(zelf, "/meldingen/v1/meldingen",
                new { kanaal = "web", hulpvraag = Verhaal.Hulpvraag, email = _email })
            : await platform.Post(Mensen.Consulent, "/meldingen/v1/meldingen",
                new { kanaal = "telefoon", hulpvraag = Verhaal.Hulpvraag, bsn = inwoner.Bsn, wijkteam = "wijkteam-haven" });
        Nummer = melding!["dossiernummer"]!.GetValue<string>();
        Meldingnummer = melding["meldingnummer"]!.GetValue<string>();
        _sluitAan = melding["sluitAan"]!.GetValue<bool>();
        await (_sluitAan ? Gebeurd("MeldingGedaan", "MeldingGedaan", "OnderzoekGeopend", "OnderzoekGeopend")
            : Gebeurd("MeldingGedaan", "OnderzoekGeopend"));
    });

    /// <summary>The resident follows the link in the e-mail that asks whether the address is right.</summary>
    public Dossier EmailBevestigd() => Stap(() => inwoner.Client is null ? Task.CompletedTask : platform.Postbus.Bevestig(_email));

    /// <summary>The consulent plans a gesprek and holds it on the same day.</summary>
    public Dossier GesprekGevoerd(bool gebruiktWlz = false) => Stap(async () =>
    {
        var gesprek = await platform.Post(Mensen.Consulent, $"{Onderzoek}/gesprekken",
            new { tijdstip = DateTimeOffset.UtcNow, plaats = "thuis" });
        await platform.Post(Mensen.Consulent, $"{Onderzoek}/gesprekken/{gesprek!["gesprekId"]}/verslag", new
        {
            gevoerdOp = Platform.Vandaag,
            gebruiktWlz,
            onderwerpen = new
            {
                behoeften = Verhaal.Behoeften,
                eigenKracht = "Kookt zelf.",
                netwerk = "Een zus helpt met de post.",
                mantelzorger = "De zus heeft geen hulp nodig.",
                algemeneVoorzieningen = "Komt in het inloophuis.",
                andereDomeinen = "Geen hulp uit andere wetten.",
                eigenBijdrage = "Uitgelegd.",
            },
        });
    });

    public Dossier DoorverwezenNaarWlz() =>
        Stap(() => platform.Post(Mensen.Consulent, $"{Onderzoek}/doorverwijzing",
            new { naar = "wlz", motivering = "Er is altijd iemand nodig in de buurt." }));

    public Dossier GeenIndicatieGesteld() =>
        Stap(() => platform.Post(Mensen.Consulent, $"{Onderzoek}/geen-indicatie",
            new { motivering = "De zus en het inloophuis helpen genoeg." }));

    /// <summary>Three hours a week, for half a year from today.</summary>
    public Dossier IndicatieGesteld() =>
        Stap(async () => VoorzieningId = (await platform.Post(Mensen.Consulent, $"{Onderzoek}/indicaties", new
        {
            product = new { categorie = "02", code = "02A05" },
            omvang = new { volume = 3, eenheid = "04", frequentie = "2" },
            periode = new { ingangsdatum = Platform.Vandaag, einddatum = Platform.Vandaag.AddMonths(6) },
            doelen = new List<string> { "Een vaste dagindeling" },
        }))!["voorzieningId"]!.GetValue<Guid>());

    public Dossier KiestZorgInNatura(string agb = Agb.ZorgDichtbij) => Stap(() => Kies(new { leveringsvorm = "zin", agb = _agb = agb }));

    public Dossier KiestPgb() => Stap(() => Kies(new { leveringsvorm = "pgb", motivatie = Verhaal.Motivatie }));

    private Task Kies(object keuze) =>
        platform.Put(Mensen.Consulent, $"{Onderzoek}/indicaties/{VoorzieningId}/keuze", keuze, gezienOp: Onderzoek);

    /// <summary>Waits for the data of the BRP, without which there is no verslag.</summary>
    public Dossier VerslagVastgesteld() => Stap(async () =>
    {
        await Tot.Waar(async () => (await platform.Get(Mensen.Consulent, Onderzoek))["persoon"] is not null,
            Platform.Geduld, $"de persoonsgegevens in {Nummer}");
        await platform.Post(Mensen.Consulent, $"{Onderzoek}/verslag", new { samenvatting = "De uitkomst van het onderzoek." });
    });

    /// <summary>The signed verslag is the aanvraag.</summary>
    public Dossier VerslagOndertekend() => Stap(async () =>
    {
        await platform.Post(inwoner.Client ?? Mensen.Consulent, $"{Onderzoek}/verslag/ondertekening",
            new { wijze = inwoner.Client is null ? "papier" : "digitaal" }, gezienOp: Onderzoek);
        await (_sluitAan ? Gebeurd("AanvraagOntvangen", "AanvraagOntvangen") : Gebeurd("AanvraagOntvangen"));
    });

    /// <summary>From the melding to the aanvraag for help in kind.</summary>
    public Dossier ZorgInNaturaAangevraagd(string agb = Agb.ZorgDichtbij) =>
        MeldingGedaan().GesprekGevoerd().IndicatieGesteld().KiestZorgInNatura(agb).VerslagVastgesteld().VerslagOndertekend();

    /// <summary>From the melding to the aanvraag for a pgb.</summary>
    public Dossier PgbAangevraagd() =>
        MeldingGedaan().GesprekGevoerd().IndicatieGesteld().KiestPgb().VerslagVastgesteld().VerslagOndertekend();

    // ------------------------------------------------------------------------------------------ pgb-toets and beschikking

    /// <summary>The documents come in, and the bewustekeuzegesprek shows whether the resident is able to run a budget.</summary>
    public Dossier PgbBesproken(bool vaardig = true) => Stap(async () =>
    {
        await Gebeurd("PgbToetsGestart");
        foreach (var soort in Documenten)
            await platform.Post(Mensen.Consulent, $"{Toets}/documenten", new { soort, ontvangenOp = Platform.Vandaag });
        await platform.Post(Mensen.Consulent, $"{Toets}/bewustekeuzegesprek", new
        {
            gevoerdOp = Platform.Vandaag,
            vaardigheden = new Dictionary<string, string>
            {
                ["situatie-overzien"] = "ja",
                ["regels-kennen"] = vaardig ? "ja" : "nee",
                ["hulp-beoordelen"] = "ja",
                ["hulp-kiezen"] = "ja",
            },
            vaardig,
            toelichting = "Besproken aan de keukentafel.",
        });
        await Tot.Waar(
            async () =>
            (await platform.Get(Mensen.Beslisser, Aanvraag))["voorzieningen"]![0]!["pgbToets"]!.GetValue<string>() != "nog-niet-afgerond",
            Platform.Geduld, $"de uitkomst van de pgb-toets in {Nummer}");
    });

    public Dossier Toegekend() => Beschikt("toekennen");

    public Dossier Afgewezen() => Beschikt("afwijzen");

    /// <summary>The municipality decides and makes the decision known on the same day.</summary>
    private Dossier Beschikt(string uitkomst) => Stap(async () =>
    {
        var gevraagd = (await platform.Get(Mensen.Beslisser, Aanvraag))["voorzieningen"]!.AsArray().SingleOrDefault();
        await platform.Post(Mensen.Beslisser, $"{Aanvraag}/besluit", new
        {
            besluiten = new[]
            {
                new
                {
                    voorzieningId = gevraagd?["voorzieningId"]!.GetValue<Guid>(),
                    uitkomst,
                    motivering = "Zo volgt uit het onderzoek.",
                    redenAfwijkingAdvies = uitkomst == "afwijzen" && gevraagd is not null ? "De situatie is veranderd." : null,
                    budget = uitkomst == "toekennen" && gevraagd!["leveringsvorm"]!.GetValue<string>() == "pgb" ? 3900m : (decimal?)null,
                },
            },
        });
        await platform.Post(Mensen.Backoffice, $"{Aanvraag}/bekendmaking", new { });
    });

    // ------------------------------------------------------------------------------------------ the help itself

    public Dossier ZorgGestart() => Stap(async () =>
    {
        await Gebeurd("ToewijzingGeaccepteerd");
        await platform.Aanbieder(_agb, "start", new { toewijzingnummer = await Toewijzingnummer(), begindatum = Platform.Vandaag });
        await Gebeurd("ZorgGestart");
    });

    /// <summary>The provider reports a temporary stop (WMO588 code 20), for instance for a stay in hospital.</summary>
    public Dossier ZorgTijdelijkGestopt() => Stap(async () =>
    {
        await platform.Aanbieder(
            _agb, "stop", new { toewijzingnummer = await Toewijzingnummer(), einddatum = Platform.Vandaag, reden = "20" });
        await Gebeurd("ZorgTijdelijkGestopt");
    });

    public Dossier ZorgGestopt() => Stap(async () =>
    {
        await platform.Aanbieder(
            _agb, "stop", new { toewijzingnummer = await Toewijzingnummer(), einddatum = Platform.Vandaag, reden = "19" });
        await Gebeurd("ZorgGestopt");
    });

    public Dossier AndereAanbieder(string agb) => Stap(async () =>
    {
        await platform.Post(Mensen.Consulent, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/andere-aanbieder", new { agb });
        _agb = agb;
    });

    /// <summary>The municipality extends the help, as the person agreed, and makes that known on the same day.</summary>
    public Dossier Verlengd(DateOnly einddatum) => Herzien("in-overeenstemming",
        new { vanaf = Platform.Vandaag.AddMonths(6).AddDays(1), einddatum }, gevraagdOp: Platform.Vandaag);

    /// <summary>
    /// The municipality decides on the voorziening once more, back to its first day if need be, because the person had given incorrect
    /// data. Hearing could not wait.
    /// </summary>
    public Dossier Herzien(object verandering) => Herzien("onjuiste-gegevens", verandering, redenTerug: "De inwoner gaf dit anders op.");

    private Dossier Herzien(string grond, object verandering, DateOnly? gevraagdOp = null, string? redenTerug = null) => Stap(async () =>
    {
        var herziening = await platform.Post(Mensen.Beslisser, $"/beschikkingen/v1/voorzieningen/{VoorzieningId}/herzieningen",
            new { grond, gevraagdOp, verandering, redenTerug });
        var pad = $"/beschikkingen/v1/herzieningen/{herziening!["herzieningnummer"]!.GetValue<string>()}";
        await platform.Post(Mensen.Beslisser, $"{pad}/besluit", new
        {
            motivering = "Zo past de hulp bij wat nodig is.",
            nietGehoord = redenTerug is null ? null : new { grond = "spoed", reden = "Dit kan niet wachten." },
        });
        await platform.Post(Mensen.Beslisser, $"{pad}/bekendmaking", new { });
    });

    /// <summary>The municipality changes the assignment.</summary>
    public Dossier ToewijzingGewijzigd(object wijziging) =>
        Stap(async () =>
            await platform.Post(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen/{await Toewijzingnummer()}/wijziging", wijziging));

    /// <summary>The next reports come from this provider.</summary>
    public Dossier VerderBij(string agb) => Stap(() =>
    {
        _agb = agb;
        return Task.CompletedTask;
    });

    /// <summary>The provider sends a message of its own accord.</summary>
    public Dossier Aanbieder(string wat, Func<long, object> opdracht) =>
        Stap(async () => await platform.Aanbieder(_agb, wat, opdracht(await Toewijzingnummer())));

    /// <summary>The backoffice changes what the decision leaves open, with the ETag of the budget.</summary>
    public Dossier BudgetAndersUitgevoerd(object wijziging) =>
        Stap(() => platform.Post(Mensen.Backoffice, $"{Budget}/wijziging", wijziging, gezienOp: Budget));

    /// <summary>The resident gives notice as of today, and the municipality confirms that with a decision.</summary>
    public Dossier Opgezegd() => Stap(async () =>
    {
        var opzegging = await platform.Post(
            Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{VoorzieningId}/opzegging", new { laatsteDag = Platform.Vandaag });
        var pad = $"/beschikkingen/v1/herzieningen/{opzegging!["herzieningnummer"]!.GetValue<string>()}";
        await platform.Post(Mensen.Consulent, $"{pad}/besluit", new { motivering = "U heeft de hulp zelf opgezegd." });
        await platform.Post(Mensen.Consulent, $"{pad}/bekendmaking", new { });
        await Gebeurd("VoorzieningGewijzigd");
    });

    /// <summary>The municipality withdraws the decision as a whole.</summary>
    public Dossier Ingetrokken() => Herzien(new { vanaf = Platform.Vandaag, einde = true });

    public Dossier BudgetOpnieuwAangemeld() => Stap(() => platform.Post(Mensen.Backoffice, $"{Budget}/nieuwe-aanmelding", new { }));

    /// <summary>The number of the assignment to the current provider.</summary>
    public async Task<long> Toewijzingnummer() =>
        (await platform.Get(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={Nummer}"))["items"]!
        .AsArray().Last(t => t!["agb"]!.GetValue<string>() == _agb)!["toewijzingnummer"]!.GetValue<long>();

    // ------------------------------------------------------------------------------------------ trouble on the way

    /// <summary>
    /// Sets how a partner behaves towards this resident: normaal, traag, storing, afkeuren or dubbel. The behaviour lasts for this number
    /// of messages, or until it is set again.
    /// </summary>
    public Dossier Gedraagt(string partner, string modus, int? aantal = null) =>
        Stap(() => platform.Gedraag(partner, inwoner.Bsn, modus, aantal));

    // ------------------------------------------------------------------------------------------ life goes on

    /// <summary>The resident moves to Lelystad, another municipality.</summary>
    public Dossier VerhuisdNaarLelystad() => Stap(() => platform.WijzigBijBrp(new
    {
        bsn = inwoner.Bsn,
        straat = "Dorpsstraat",
        huisnummer = 8,
        postcode = "8211AB",
        plaats = "Lelystad",
        gemeente = "0995",
    }));

    /// <summary>The resident moves within the municipality.</summary>
    public Dossier VerhuisdBinnenDeGemeente() => Stap(() => platform.WijzigBijBrp(new
    {
        bsn = inwoner.Bsn,
        straat = "Nieuweweg",
        huisnummer = 99,
        postcode = "1315ZZ",
    }));

    /// <summary>The resident died today.</summary>
    public Dossier Overleden() => Stap(() => platform.WijzigBijBrp(
        new { bsn = inwoner.Bsn, overleden = Platform.Vandaag.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }));

    /// <summary>The consulent establishes where the resident lives.</summary>
    public Dossier VerblijfVastgesteld(bool verblijftHier) => Stap(() =>
        platform.Post(Mensen.Consulent, $"/meldingen/v1/meldingen/{Meldingnummer}/verblijf", new { verblijftHier }));

    /// <summary>The consulent passes the melding on to the municipality where the resident lives.</summary>
    public Dossier DoorgestuurdNaarLelystad() => Stap(() => platform.Post(Mensen.Consulent, $"{Onderzoek}/doorverwijzing",
        new { naar = "andere-gemeente", gemeente = "Lelystad", motivering = "De inwoner woont daar." }));

    /// <summary>The kinds of letters and e-mails that were sent, in order.</summary>
    public async Task<IReadOnlyList<string>> Verzonden() =>
        [.. (await platform.Get(Mensen.Consulent, $"/correspondentie/v1/verzendingen?dossiernummer={Nummer}"))["items"]!.AsArray()
            .Where(v => v!["status"]!.GetValue<string>() == "verzonden").OrderBy(v => v!["verzondenOp"]!.GetValue<DateTimeOffset>())
            .Select(v => v!["soort"]!.GetValue<string>())];

    // ------------------------------------------------------------------------------------------ reading

    /// <summary>Waits until these events have all happened, each as often as it is named.</summary>
    public Dossier Totdat(params string[] gebeurtenissen) => Stap(() => Gebeurd(gebeurtenissen));

    /// <summary>Reads the dossier as a consulent.</summary>
    public async Task<Dossierbeeld> Lees() =>
        (await platform.Get(Mensen.Consulent, $"/dossiers/v1/dossiers/{Nummer}")).Deserialize<Dossierbeeld>(JsonSerializerOptions.Web)!;

    /// <summary>Waits until the dossier has this status, and returns it.</summary>
    public async Task<Dossierbeeld> Zodra(string status)
    {
        Dossierbeeld? laatst = null;
        try
        {
            return await Tot.Gevonden(async () => (laatst = await Lees()).Status == status ? laatst : null, Platform.Geduld);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{Nummer} is niet '{status}' maar '{laatst?.Status}'.\n{laatst}\n{platform.LaatsteRegels()}");
        }
    }

    private static readonly Dictionary<string, string> Standaarden = new()
    {
        ["zorgaanbieders"] = "iwmo",
        ["pgb"] = "ipgb",
        ["eigen-bijdrage"] = "ieb"
    };

    /// <summary>The messages of this dossier that a partner received, including those that it rejected.</summary>
    /// <param name="api">The API of the service that sent them: zorgaanbieders, pgb or eigen-bijdrage.</param>
    /// <param name="partner">ggk, svb, cak or an AGB code.</param>
    /// <param name="soort">For instance WMO301.</param>
    public async Task<IReadOnlyList<Ontvangst>> BijPartner(string api, string partner, string soort)
    {
        var eigen = await Berichten(api, "uitgaand");
        return [.. (await platform.Ontvangen(partner, soort)).Where(o => eigen.Contains(o.Identificatie))];
    }

    /// <summary>Waits until a partner has delivered all its messages about this dossier, including duplicates.</summary>
    /// <param name="api">The API of the service that receives them.</param>
    /// <param name="partner">svb, cak or an AGB code.</param>
    public async Task AllesIsBezorgd(string api, string partner)
    {
        var ontvangen = await Berichten(api, "inkomend");
        ontvangen.ShouldNotBeEmpty();
        await Tot.Waar(() => platform.HeeftBezorgd(partner, ontvangen), Platform.Geduld);
    }

    private async Task<HashSet<string>> Berichten(string api, string richting)
    {
        var pad = $"/{api}/v1/{Standaarden[api]}/berichten?richting={richting}&dossiernummer={Nummer}&aantal=200";
        var berichten = (await platform.Get(Mensen.Beheer, pad))["items"]!.AsArray();
        return [.. berichten.Select(b => b!["identificatie"]!.GetValue<string>())];
    }

    private async Task Gebeurd(params string[] gebeurtenissen)
    {
        Dossierbeeld? laatst = null;
        try
        {
            await Tot.Waar(async () => (laatst = await Lees()).Heeft(gebeurtenissen), Platform.Geduld);
        }
        catch (TimeoutException)
        {
            var gemist = string.Join(", ", gebeurtenissen);
            throw new TimeoutException($"Niet gebeurd in {Nummer}: {gemist}.\n{laatst}\n{platform.LaatsteRegels()}");
        }
    }

    private Dossier Stap(Func<Task> stap)
    {
        _stappen.Enqueue(stap);
        return this;
    }

    private async Task<Dossier> Speel()
    {
        while (_stappen.TryDequeue(out var stap)) await stap();
        return this;
    }
}

/// <summary>The answer to <c>GET /dossiers/v1/dossiers/{dossiernummer}</c>.</summary>
internal sealed record Dossierbeeld(string Dossiernummer, string Status, AanZet AanZet, IReadOnlyList<Zaakbeeld> Zaken,
    IReadOnlyList<Tijdlijnregel> Tijdlijn, IReadOnlyList<Termijn> Termijnen)
{
    /// <summary>The timeline without the messages.</summary>
    public IEnumerable<Tijdlijnregel> Stappen => Tijdlijn.Where(r => !IsBericht(r));

    /// <summary>The messages to and from the chain partners.</summary>
    public IEnumerable<Tijdlijnregel> Berichten => Tijdlijn.Where(IsBericht);

    private static bool IsBericht(Tijdlijnregel regel) => regel.Gebeurtenis.EndsWith("berichtGewisseld", StringComparison.Ordinal);

    public bool Heeft(params string[] gebeurtenissen)
    {
        var gebeurd = Tijdlijn.CountBy(r => r.Gebeurtenis).ToDictionary();
        return gebeurtenissen.CountBy(g => g).All(g => gebeurd.GetValueOrDefault(g.Key) >= g.Value);
    }

    public Termijn Termijn(string soort) => Termijnen.Single(t => t.Soort == soort);

    public override string ToString()
    {
        var tijdlijn = string.Join('\n', Tijdlijn.Select(r => $"  {r.Op:HH:mm:ss.fff} {r.Dienst,-16} {r.Gebeurtenis}"));
        return $"{Dossiernummer}: {Status}, aan zet: {AanZet.Wie} ({AanZet.Wat})\n{tijdlijn}";
    }
}

/// <summary>The state of what followed from one melding, as the API gives it.</summary>
internal sealed record Zaakbeeld(string Meldingnummer, string? Aanvraagnummer, string Status, AanZet AanZet);

internal sealed record AanZet(string Wie, string Wat, DateOnly? Uiterlijk);

internal sealed record Tijdlijnregel(string Wat, DateTimeOffset Op, string Dienst, string Gebeurtenis);

internal sealed record Termijn(string Soort, DateOnly Start, DateOnly Uiterlijk, string Grondslag, DateOnly? VoldaanOp, string Status);

/// <summary>The words of the residents. They may be found only in their own dossier.</summary>
internal static class Verhaal
{
    public const string Hulpvraag = "Sinds de zomer lukt het mij niet meer om mijn kippenhok en mijn dag op orde te houden.";
    public const string Behoeften = "Wil graag weer zelf naar de volkstuin kunnen.";
    public const string Motivatie = "Mijn begeleider kent mij en mijn kanaries al jaren; met iemand anders moet ik opnieuw beginnen.";

    /// <summary>An address that nobody else has.</summary>
    public static string NieuwEmailadres() => $"bewoner.lokaas-{Guid.NewGuid():N}@example.org";

    public static IReadOnlyList<string> Lokaas { get; } = ["kippenhok", "bewoner.lokaas", "volkstuin", "kanaries"];
}
