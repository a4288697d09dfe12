using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// Temporary help in an urgent case (Wmo 2015 art. 2.3.3). The melding is of Friday 24 April 2026, and the decision of Tuesday 28 April.
/// Twenty-six weeks from that day end on Monday 26 October.
/// </summary>
public sealed class SpoedTests : IAsyncLifetime
{
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-04-28");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    // ------------------------------------------------------------------------------------------ decided at once

    [Fact]
    public async Task Urgent_help_starts_on_the_day_of_the_decision_and_has_no_own_end()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        var besluit = await Verstrekt(zaak);

        var gewijzigd = (await Gewijzigd(zaak)).ShouldHaveSingleItem();
        (gewijzigd.Stand, gewijzigd.Soort, gewijzigd.BekendgemaaktOp, gewijzigd.Meldingnummer)
            .ShouldBe((1, Besluitsoort.Spoed, Loop.Dag("2026-04-28"), zaak.Meldingnummer));
        gewijzigd.Bezwaartermijn!.Uiterlijk.ShouldBe(Loop.Dag("2026-06-09")); // 42 days after 28 April
        var deel = gewijzigd.Delen.ShouldHaveSingleItem();
        (deel.Tijdelijk, deel.Periode.Ingangsdatum, deel.Periode.Einddatum, deel.Agb)
            .ShouldBe((true, Loop.Dag("2026-04-28"), Loop.Dag("2026-10-26"), "12345678"));
        gewijzigd.Motivering!.Waarde.ShouldBe("U kunt niet alleen uit bed.");
        gewijzigd.Persoon.Waarde.Bsn.ShouldBe(zaak.Bsn);
        Tekst(besluit, "bezwaarUiterlijk").ShouldBe("2026-06-09");
        (await Consulent.Lees(Pad(zaak))).AsArray().ShouldHaveSingleItem()!["beschikkingnummer"]!.GetValue<string>()
            .ShouldBe(Tekst(besluit, "beschikkingnummer"));
    }

    [Fact]
    public async Task Urgent_help_is_refused_by_a_beslisser_in_a_decision_of_its_own()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        var nee = new { product = Product, omvang = Omvang, motivering = "Uw zus is er deze weken.", verstrekken = false };

        (await Consulent.Weigert(Pad(zaak), nee)).ShouldBe((422, "buiten-mandaat"));
        await Beslis(Beslisser, zaak, nee);
        (await Gewijzigd(zaak)).ShouldHaveSingleItem().Delen.ShouldBeEmpty();
        // What is new may be urgent after all.
        await Verstrekt(zaak);
        (await Gewijzigd(zaak)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_urgent_help_is_not_given_twice()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);

        (await Consulent.Weigert(Pad(zaak), Ja())).ShouldBe((409, "tijdelijke-hulp-loopt"));
        await Beslis(Consulent, zaak, Ja(new { categorie = "04", code = "04A01" }));
        (await Gewijzigd(zaak)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Urgent_help_needs_a_known_person_and_a_melding_that_goes_on()
    {
        var zaak = new Zaak();
        await Fabriek.Verwerk(zaak.Gemeld());
        (await Consulent.Weigert(Pad(zaak), Ja())).ShouldBe((409, "persoon-onbekend"));
        await Fabriek.Verwerk(zaak.Bekend());
        await Fabriek.Verwerk(zaak.Ingetrokken("2026-04-27"));
        (await Consulent.Weigert(Pad(zaak), Ja())).ShouldBe((409, "melding-ingetrokken"));

        var gestopt = await new Zaak().Begint(Fabriek);
        await Fabriek.Verwerk(gestopt.Gestopt(Stopreden.Wlz, "2026-04-27"));
        (await Consulent.Weigert(Pad(gestopt), Ja())).ShouldBe((409, "onderzoek-gestopt"));
        using var anderTeam = Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-poort"]);
        (await anderTeam.Weigert(Pad(gestopt), Ja())).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task A_beslisser_does_not_decide_on_their_own_urgent_case()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        using var zelf = Fabriek.Als(Rollen.Beslisser, bsn: zaak.Bsn);

        (await zelf.Weigert(Pad(zaak), Ja())).ShouldBe((422, "eigen-aanvraag"));
    }

    [Theory]
    [InlineData("""{ "product": { "categorie": "02", "code": "02T21" }, "motivering": "Nu.", "agb": "12345678" }""")]
    [InlineData("""{ "product": { "categorie": "02", "code": "02T21" }, "omvang": OMVANG, "motivering": "Nu." }""")]
    [InlineData("""{ "product": { "categorie": "99", "code": "1" }, "omvang": OMVANG, "motivering": "Nu.", "agb": "12345678" }""")]
    [InlineData("""{ "product": { "categorie": "02", "code": "02T21" }, "omvang": OMVANG, "motivering": " ", "agb": "12345678" }""")]
    public async Task A_malformed_urgent_decision_is_a_400(string vorm)
    {
        var body = vorm.Replace("OMVANG", """{ "volume": 1, "eenheid": "04", "frequentie": "2" }""", StringComparison.Ordinal);
        var zaak = await new Zaak().Begint(Fabriek);

        (await Consulent.Weigert(Pad(zaak), body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Urgent_help_without_an_end_is_no_total()
    {
        var zaak = await new Zaak().Begint(Fabriek);

        (await Consulent.Weigert(Pad(zaak), new
        {
            product = Product,
            omvang = new { volume = 10, eenheid = "04", frequentie = "6" },
            agb = "12345678",
            motivering = "Nu.",
        })).ShouldBe((422, "omvang-in-totaal"));
    }

    // ------------------------------------------------------------------------------------------ until the decision on the aanvraag

    [Fact]
    public async Task Temporary_help_ends_the_day_before_the_granted_help_begins()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        var zin = Zin(); // from 1 June
        await Aangevraagd(zaak, zin);
        Op("2026-05-11");
        await Toegekend(zaak, zin);

        var einde = (await Gewijzigd(zaak))[^1];
        (einde.Stand, einde.Soort, einde.Delen[^1].Periode.Einddatum, einde.Delen[^1].Tijdelijk)
            .ShouldBe((2, Besluitsoort.Aanvraag, Loop.Dag("2026-05-31"), false));
        (await Beschikking(zaak)).Voorzieningen[0].Periode.Ingangsdatum.ShouldBe(Loop.Dag("2026-06-01"));
    }

    [Fact]
    public async Task Help_that_was_to_begin_before_the_decision_begins_after_the_temporary_help()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        var zin = Zin() with { Periode = new(new(2026, 5, 4), new(2026, 11, 30)) };
        await Aangevraagd(zaak, zin);
        Op("2026-05-11");
        await Toegekend(zaak, zin);

        (await Gewijzigd(zaak))[^1].Delen[^1].Periode.Einddatum.ShouldBe(Loop.Dag("2026-05-11"));
        (await Beschikking(zaak)).Voorzieningen[0].Periode.ShouldBe(new Periode(Loop.Dag("2026-05-12"), Loop.Dag("2026-11-30")));
    }

    [Fact]
    public async Task Temporary_help_ends_on_the_day_of_a_refusal()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        var zin = Zin();
        await Aangevraagd(zaak, zin);
        Op("2026-05-11");
        await Beslisser.Doe($"{zaak.Pad}/besluit", new
        {
            besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Uw zus helpt.",
                redenAfwijkingAdvies = "Uw zus kwam terug." } },
        });
        await Beslisser.Doe($"{zaak.Pad}/bekendmaking", new { });

        (await Gewijzigd(zaak))[^1].Delen[^1].Periode.Einddatum.ShouldBe(Loop.Dag("2026-05-11"));
        (await Consulent.Weigert(Pad(zaak), Ja())).ShouldBe((409, "aanvraag-afgerond"));
    }

    [Fact]
    public async Task Temporary_help_is_carried_on_while_nobody_has_decided()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        Op("2026-07-26"); // thirteen weeks and a day before 26 October
        await Bewaak();
        (await Gewijzigd(zaak)).Count.ShouldBe(1);
        Op("2026-07-27");
        await Bewaak();
        await Bewaak();

        var door = (await Gewijzigd(zaak))[^1];
        (door.Stand, door.LooptDoor, door.Delen.ShouldHaveSingleItem().Periode)
            .ShouldBe((2, true, new Periode(Loop.Dag("2026-04-28"), Loop.Dag("2027-01-24")))); // 26 weeks from 27 July
    }

    [Theory]
    [InlineData(Brpsignaal.Overleden, false)]
    [InlineData(Brpsignaal.AndereGemeente, true)]
    [InlineData(Brpsignaal.NietIngezetene, true)]
    public async Task Temporary_help_of_who_died_or_moved_is_not_carried_on(Brpsignaal signaal, bool aangekondigd)
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        await Fabriek.Verwerk(zaak.Gewijzigd(2, signaal));
        Op("2026-08-03"); // twelve weeks before 26 October
        await Bewaak();
        await BewaakEinde();
        (await Gewijzigd(zaak)).Count.ShouldBe(1);
        (await Fabriek.Aangekondigd()).OfType<EindeVoorzieningNadert>().Select(g => g.Einddatum)
            .ShouldBe(aangekondigd ? [Loop.Dag("2026-10-26")] : []);

        // Who lives here after all, goes on as before.
        await Fabriek.Verwerk(zaak.Gewijzigd(3));
        await Bewaak();
        (await Gewijzigd(zaak))[^1].LooptDoor.ShouldBeTrue();
    }

    [Fact]
    public async Task Temporary_help_is_not_carried_on_when_the_Wlz_helps()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        await Fabriek.Verwerk(zaak.Gestopt(Stopreden.Wlz, "2026-07-27"));
        Op("2026-08-03");
        await Bewaak();
        await BewaakEinde();

        (await Gewijzigd(zaak)).Count.ShouldBe(1);
        (await Zonder()).ShouldBe([ZonderAanvraagreden.OnderzoekGestopt]);
        (await Fabriek.Aangekondigd()).OfType<EindeVoorzieningNadert>().ShouldHaveSingleItem().Einddatum
            .ShouldBe(Loop.Dag("2026-10-26"));
    }

    // ------------------------------------------------------------------------------------------ no aanvraag comes

    [Fact]
    public async Task A_withdrawn_melding_leaves_temporary_help_to_be_ended_by_a_decision()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        var pad = $"/beschikkingen/v1/voorzieningen/{Tekst(await Verstrekt(zaak), "voorzieningId")}";
        await Fabriek.Verwerk(zaak.Ingetrokken("2026-05-01"));
        Op("2026-05-04");
        await Bewaak();
        await Bewaak();

        var zonder = (await Fabriek.Aangekondigd()).OfType<TijdelijkeHulpZonderAanvraag>().ShouldHaveSingleItem();
        (zonder.Reden, zonder.VastgesteldOp).ShouldBe((ZonderAanvraagreden.MeldingIngetrokken, Loop.Dag("2026-05-04")));
        var herziening = await Gemaakt(Consulent, $"{pad}/herzieningen",
            new { grond = "niet-meer-aangewezen", verandering = new { vanaf = "2026-07-01", einde = true } });
        (await Beslisser.Weigert($"{herziening}/besluit", new { motivering = "Er komt geen aanvraag." })).ShouldBe((409, "eerst-horen"));
        await Consulent.Doe($"{herziening}/voornemen", new { uiterlijk = "2026-05-18", toelichting = "U trok uw melding in." });
        Op("2026-05-20"); // six weeks before 1 July
        await Beslisser.Doe($"{herziening}/besluit", new { motivering = "Er komt geen aanvraag." });
        await Beslisser.Doe($"{herziening}/bekendmaking", new { });

        var einde = (await Gewijzigd(zaak))[^1];
        (einde.Soort, einde.Delen.ShouldHaveSingleItem().Periode.Einddatum).ShouldBe((Besluitsoort.Intrekking, Loop.Dag("2026-06-30")));
        Op("2026-05-21");
        await Bewaak();
        (await Gewijzigd(zaak)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_verslag_without_an_aanvraag_is_waited_for_six_weeks()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Verstrekt(zaak);
        var zin = Zin();
        await Fabriek.Verwerk(zaak.Verslag("2026-05-04", zin));
        Op("2026-06-14");
        await Bewaak();
        (await Zonder()).ShouldBeEmpty();
        Op("2026-06-15"); // 42 days after 4 May
        await Bewaak();
        (await Zonder()).ShouldBe([ZonderAanvraagreden.GeenAanvraag]);

        await Fabriek.Verwerk(zaak.Ondertekend("2026-06-16", "2026-05-04", zin));
        Op("2026-06-16");
        await Bewaak();
        await Consulent.Doe($"{zaak.Pad}/intrekking", new { });
        await Bewaak();
        (await Zonder()).ShouldBe([ZonderAanvraagreden.GeenAanvraag, ZonderAanvraagreden.AanvraagVervallen]);
    }

    // ------------------------------------------------------------------------------------------ bezwaar

    [Fact]
    public async Task A_resident_objects_to_the_decision_in_an_urgent_case()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        var nee = new { product = Product, omvang = Omvang, motivering = "Uw zus is er.", verstrekken = false };
        var besluit = await Beslis(Beslisser, zaak, nee);
        using var inwoner = Fabriek.Als(Rollen.Inwoner, bsn: zaak.Bsn);
        using var antwoord = await inwoner.Stuur("/beschikkingen/v1/bezwaren",
            new { nummer = Tekst(besluit, "beschikkingnummer"), gronden = "Mijn zus is er niet." });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        var ontvangen = (await Fabriek.Aangekondigd()).OfType<BezwaarOntvangen>().ShouldHaveSingleItem();
        (ontvangen.Tegen, ontvangen.Tijdigheid, ontvangen.Indienen!.Uiterlijk)
            .ShouldBe((BestredenSoort.Beschikking, Bezwaartijdigheid.OpTijd, Loop.Dag("2026-06-09")));
        ontvangen.Voorzieningen.ShouldHaveSingleItem().ToString().ShouldBe(Tekst(besluit, "voorzieningId"));
    }

    private static readonly object Product = new { categorie = "02", code = "02T21" };
    private static readonly object Omvang = new { volume = 5, eenheid = "04", frequentie = "2" };

    private static object Ja(object? product = null) =>
        new { product = product ?? Product, omvang = Omvang, motivering = "U kunt niet alleen uit bed.", agb = "12345678" };

    private static string Pad(Zaak zaak) => $"/beschikkingen/v1/meldingen/{zaak.Meldingnummer}/spoedbesluiten";

    private Task<JsonNode> Verstrekt(Zaak zaak) => Beslis(Consulent, zaak, Ja());

    private static async Task<JsonNode> Beslis(HttpClient wie, Zaak zaak, object body)
    {
        using var antwoord = await wie.Stuur(Pad(zaak), body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private static async Task<string> Gemaakt(HttpClient wie, string pad, object body)
    {
        using var antwoord = await wie.Stuur(pad, body);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.Location!.ToString();
    }

    private async Task Aangevraagd(Zaak zaak, GekozenVoorziening zin)
    {
        await Fabriek.Verwerk(zaak.Verslag("2026-05-04", zin));
        await Fabriek.Verwerk(zaak.Ondertekend("2026-05-06", "2026-05-04", zin));
    }

    private async Task Toegekend(Zaak zaak, GekozenVoorziening zin)
    {
        await Beslisser.Doe($"{zaak.Pad}/besluit", Dienst.Toekennen(zin));
        await Beslisser.Doe($"{zaak.Pad}/bekendmaking", new { });
    }

    private Task Bewaak() => Fabriek.Services.GetServices<IHostedService>().OfType<Tijdelijkbewaking>().Single()
        .Round(TestContext.Current.CancellationToken);

    private Task BewaakEinde() => Fabriek.Services.GetServices<IHostedService>().OfType<Eindebewaking>().Single()
        .Round(TestContext.Current.CancellationToken);

    private async Task<List<VoorzieningGewijzigd>> Gewijzigd(Zaak zaak) =>
        [.. (await Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Where(g => g.Dossiernummer == zaak.Dossiernummer)];

    private async Task<BeschikkingBekendgemaakt> Beschikking(Zaak zaak) =>
        (await Fabriek.Aangekondigd()).OfType<BeschikkingBekendgemaakt>().Single(g => g.Dossiernummer == zaak.Dossiernummer);

    private async Task<List<ZonderAanvraagreden>> Zonder() =>
        [.. (await Fabriek.Aangekondigd()).OfType<TijdelijkeHulpZonderAanvraag>().Select(g => g.Reden)];

    private static string Tekst(JsonNode antwoord, string veld) => antwoord[veld]!.GetValue<string>();

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));
}
