using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>
/// The day of receipt of a melding. Today is Monday 8 June 2026. A letter of Saturday 6 June has six weeks until Saturday 18 July, which
/// run to Monday 20 July; one of Thursday 4 June until Thursday 16 July.
/// </summary>
public sealed class OntvangstTests : IAsyncLifetime
{
    private NepBrp? _brp;
    private DienstFabriek<MeldingenDb>? _fabriek;

    private DienstFabriek<MeldingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als("consulent", teams: ["wijkteam-centrum"]);

    public async ValueTask InitializeAsync()
    {
        _brp = await NepBrp.StartAsync();
        _fabriek = await DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen, instellingen: new Dictionary<string, string>
        {
            ["Partners:Brp:Adres"] = _brp.Adres,
            ["Gemeente:Code"] = "0034",
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
            ["Grenzen:MeldingenPerPersoon"] = "2",
        });
        Fabriek.Klok.Zet(new(2026, 6, 8, 9, 0, 0, TimeSpan.Zero));
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
        if (_brp is not null) await _brp.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_in_the_box_on_Saturday_counts_from_that_Saturday()
    {
        var melding = await Meld("2026-06-06");

        (Tekst(melding, "ontvangenOp"), Tekst(melding, "bevestigingUiterlijk")).ShouldBe(("2026-06-06", "2026-06-12"));
        var gedaan = (await Van(melding)).OfType<MeldingGedaan>().Single();
        (gedaan.OntvangenOp, gedaan.Bevestigingstermijn.Start).ShouldBe((new(2026, 6, 6), new(2026, 6, 6)));
        Tekst(await Lees(melding), "vastgelegdOp").ShouldBe("2026-06-08");
    }

    [Fact]
    public async Task A_melding_that_lay_longer_than_a_working_day_needs_a_reason_that_stays_with_it()
    {
        (await Dienst.Geweigerd(Dienst.Post(Consulent, Brief("2026-06-04")), 422, "reden-laat-ontbreekt")).ShouldBe(["redenLaat"]);

        var melding = await Meld("2026-06-04", "De brief lag bij een andere afdeling.");

        Tekst(melding, "ontvangenOp").ShouldBe("2026-06-04");
        Tekst(await Lees(melding), "redenOntvangst").ShouldBe("De brief lag bij een andere afdeling.");
    }

    [Theory]
    [InlineData("2026-06-09", 422, "ontvangst-na-vastlegging")]
    [InlineData("2014-12-31", 400, "ongeldige-invoer")]
    public async Task A_day_on_which_it_cannot_have_come_is_refused(string dag, int status, string code) =>
        (await Dienst.Geweigerd(Dienst.Post(Consulent, Brief(dag, "Lag er nog.")), status, code)).ShouldBe(["ontvangenOp"]);

    [Fact]
    public async Task A_resident_sends_it_today_and_gives_no_other_day()
    {
        var inwoner = Fabriek.Als("inwoner", bsn: TestBsn.Nieuw());

        (await Dienst.Geweigerd(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Hulp.", ontvangenOp = "2026-06-01" }), 422,
            "alleen-digitaal-zelf")).ShouldBe(["ontvangenOp"]);
    }

    [Fact]
    public async Task The_limit_of_a_day_counts_what_was_registered_on_that_day()
    {
        var bsn = TestBsn.Nieuw();
        await Meld("2026-06-06", bsn: bsn);
        await Meld("2026-06-07", bsn: bsn);

        await Dienst.Geweigerd(Dienst.Post(Consulent, Brief("2026-06-05", bsn: bsn)), 429, "te-veel-meldingen-van-persoon");
    }

    [Fact]
    public async Task A_corrected_day_moves_every_term_of_the_melding_and_its_onderzoek()
    {
        var melding = await Meld("2026-06-08", spoed: true);

        var antwoord = await Corrigeer(melding, "2026-06-04");

        (Tekst(antwoord, "bevestigingUiterlijk"), Tekst(antwoord, "onderzoekUiterlijk"), Tekst(antwoord, "aanvraagVanaf"))
            .ShouldBe(("2026-06-11", "2026-07-16", "2026-07-17"));
        var gecorrigeerd = (await Van(melding)).OfType<MeldingontvangstGecorrigeerd>().Single();
        (gecorrigeerd.Was, gecorrigeerd.OntvangenOp, gecorrigeerd.Bevestigingstermijn.Uiterlijk, gecorrigeerd.Onderzoekstermijn.Uiterlijk,
            gecorrigeerd.AanvraagVanaf, gecorrigeerd.Spoedtermijn!.Uiterlijk)
            .ShouldBe((new(2026, 6, 8), new(2026, 6, 4), new(2026, 6, 11), new(2026, 7, 16), new(2026, 7, 17), new(2026, 6, 5)));
        gecorrigeerd.Reden.Waarde.ShouldBe("De brief lag in een verkeerd vak.");
        var detail = await Lees(melding);
        (Tekst(detail["melding"]!, "ontvangenOp"), Tekst(detail, "redenOntvangst"))
            .ShouldBe(("2026-06-04", "De brief lag in een verkeerd vak."));
    }

    [Theory]
    [InlineData("2026-06-08", "niets-gewijzigd")]
    [InlineData("2026-06-09", "ontvangst-na-vastlegging")]
    public async Task A_correction_to_an_impossible_day_is_refused(string dag, string code)
    {
        var melding = await Meld("2026-06-08");
        Fabriek.Klok.Zet(new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));

        (await Dienst.Geweigerd(PostCorrectie(melding, dag), 422, code)).ShouldBe(["ontvangenOp"]);
    }

    [Fact]
    public async Task What_was_withdrawn_or_decided_is_not_corrected_and_a_reason_is_needed()
    {
        var (weg, besloten) = (await Meld("2026-06-08"), await Meld("2026-06-08"));
        await Dienst.Ok(Dienst.Post(Consulent, new { }, pad: $"{Pad(weg)}/intrekking"));
        var gedaan = (await Van(besloten)).OfType<MeldingGedaan>().Single();
        await Fabriek.Verwerk(new BeschikkingBekendgemaakt(Guid.NewGuid(), "B-2026-000001", new(2026, 6, 8),
            new("bezwaar", new(2026, 6, 8), new(2026, 7, 20), "Awb 6:7"), gedaan.PersoonId, gedaan.Wijkteam, [], false,
            new(new("999993653", new("Berg", null, "Anna", "A"), new(1951, 3, 14), null, 2, null)))
        {
            Dossiernummer = gedaan.Dossiernummer,
            Meldingnummer = gedaan.Meldingnummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 3,
        });

        await Dienst.Geweigerd(PostCorrectie(weg, "2026-06-04"), 409, "melding-al-ingetrokken");
        await Dienst.Geweigerd(PostCorrectie(besloten, "2026-06-04"), 409, "al-besloten");
        (await Dienst.Geweigerd(Dienst.Post(Consulent, new { ontvangenOp = "2026-06-04", reden = " " }, pad: $"{Pad(besloten)}/ontvangst"),
            400, "ongeldige-invoer")).ShouldBe(["reden"]);
        await Dienst.Geweigerd(Dienst.Post(Fabriek.Als("inwoner", bsn: TestBsn.Nieuw()),
            new { ontvangenOp = "2026-06-04", reden = "Eerder." }, pad: $"{Pad(besloten)}/ontvangst"), 403, "geen-toegang");
    }

    private static object Brief(string dag, string? redenLaat = null, string? bsn = null, bool spoed = false) =>
        new { kanaal = "brief", hulpvraag = "Hulp.", bsn = bsn ?? TestBsn.Nieuw(), ontvangenOp = dag, redenLaat, spoed };

    private async Task<JsonNode> Meld(string dag, string? redenLaat = null, string? bsn = null, bool spoed = false) =>
        (await Dienst.Ok(Dienst.Post(Consulent, Brief(dag, redenLaat, bsn, spoed))))!;

    private async Task<JsonNode> Corrigeer(JsonNode melding, string dag) => (await Dienst.Ok(PostCorrectie(melding, dag)))!;

    private Task<HttpResponseMessage> PostCorrectie(JsonNode melding, string dag) => Dienst.Post(
        Consulent, new { ontvangenOp = dag, reden = "De brief lag in een verkeerd vak." }, pad: $"{Pad(melding)}/ontvangst");

    private async Task<JsonNode> Lees(JsonNode melding) => (await Dienst.Ok(Consulent.GetAsync(Pad(melding))))!;

    private async Task<IReadOnlyList<Gebeurtenis>> Van(JsonNode melding) =>
        [.. (await Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == Tekst(melding, "dossiernummer"))];

    private static string Pad(JsonNode melding) => $"{Dienst.Pad}/{Tekst(melding, "meldingnummer")}";

    private static string? Tekst(JsonNode json, string veld) => json[veld]?.GetValue<string>();
}
