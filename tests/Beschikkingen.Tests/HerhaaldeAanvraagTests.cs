using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A repeated aanvraag without anything new may be refused with reference to the earlier refusal (Awb 4:6).</summary>
public sealed class HerhaaldeAanvraagTests : IAsyncLifetime
{
    private const string Eerder = "B-2026-000009";
    private readonly Zaak _eerste = new();
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);
    private HttpClient Backoffice => Fabriek.Als(Rollen.Backoffice);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-05-11");
        await _eerste.Begint(Fabriek);
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task The_refusal_refers_to_the_earlier_beschikking_and_its_letter_says_so()
    {
        var (pad, zin, eerder) = await NaAfwijzing();
        var informatie = (await Beslisser.Lees($"{pad}/beslisinformatie"))["eerderAfgewezen"]!.AsArray().ShouldHaveSingleItem()!;
        (Tekst(informatie, "beschikkingnummer"), informatie["categorieen"]![0]!.GetValue<string>()).ShouldBe((eerder, "02"));

        await Beslisser.Doe($"{pad}/besluit", Afwijzen(zin, eerder));
        await Backoffice.Doe($"{pad}/bekendmaking", new { });

        var bekend = (await Fabriek.Aangekondigd()).OfType<BeschikkingBekendgemaakt>().Last();
        bekend.VerwijstNaar.ShouldBe([eerder]);
        bekend.Tekst!.Waarde.Besluiten.Single().VerwijstNaar.ShouldBe(new Besluitverwijzing(eerder, Loop.Dag("2026-05-11")));
    }

    [Fact]
    public async Task Who_states_something_new_before_bekendmaking_gets_a_decision_on_substance()
    {
        var (pad, zin, eerder) = await NaAfwijzing();
        await Beslisser.Doe($"{pad}/besluit", Afwijzen(zin, eerder));
        using var inwoner = Fabriek.Als(Rollen.Inwoner, bsn: Inwoner);
        using var vermeld = await inwoner.Stuur($"{pad}/nieuwe-feiten", new { feiten = "Mijn zus is verhuisd." });
        ((int)vermeld.StatusCode).ShouldBe(204);
        using var nogmaals = await inwoner.Stuur($"{pad}/nieuwe-feiten", new { feiten = "En ik ben gevallen." });
        (await Beslisser.Lees(pad))["nieuweFeiten"]!.GetValue<string>().ShouldBe("Mijn zus is verhuisd.\n\nEn ik ben gevallen.");

        (await Backoffice.Weigert($"{pad}/bekendmaking", new { })).ShouldBe((422, "nieuwe-feiten-vermeld"));
        var etag = await Beslisser.Etag(pad);
        (await Beslisser.Weigert($"{pad}/besluit", Afwijzen(zin, eerder), etag)).ShouldBe((422, "nieuwe-feiten-vermeld"));
        Tekst(await Beslisser.Lees($"{pad}/beslisinformatie"), "nieuweFeiten").ShouldStartWith("Mijn zus is verhuisd.");
        await Beslisser.Doe($"{pad}/besluit", Afwijzen(zin, null), etag);
        await Backoffice.Doe($"{pad}/bekendmaking", new { });
        (await Fabriek.Aangekondigd()).OfType<NieuweFeitenVermeld>().Select(g => g.OntvangenOp)
            .ShouldBe([Loop.Dag("2026-06-01"), Loop.Dag("2026-06-01")]);
        (await Fabriek.Aangekondigd()).OfType<BeschikkingBekendgemaakt>().Last().VerwijstNaar.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_new_rests_sealed_and_comes_from_nobody_else()
    {
        var (pad, _, _) = await NaAfwijzing();
        using var ander = Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner);
        (await ander.Weigert($"{pad}/nieuwe-feiten", new { feiten = "Mijn zus is verhuisd." })).ShouldBe((404, "niet-gevonden"));
        (await Backoffice.Weigert($"{pad}/nieuwe-feiten", new { feiten = "Nieuws.", ontvangenOp = "2026-05-31" }))
            .ShouldBe((422, "dag-te-vroeg"));
        (await Backoffice.Weigert($"{pad}/nieuwe-feiten", new { feiten = " " })).ShouldBe((400, "ongeldige-invoer"));

        using var gedaan = await Backoffice.Stuur($"{pad}/nieuwe-feiten", new { feiten = "Mijn zus is verhuisd." });

        gedaan.EnsureSuccessStatusCode();
        var rijen = await Fabriek.Vraag(db => Task.FromResult(db.Aanvragen.Select(a => a.VerzegeldeNieuweFeiten).ToList()));
        rijen.ShouldAllBe(r => r == null || !r.ToString()!.Contains("verhuisd"));
        Tekst(await Backoffice.Lees(pad), "nieuweFeiten").ShouldBe("Mijn zus is verhuisd.");
    }

    [Fact]
    public async Task The_beschikking_of_somebody_else_is_no_earlier_refusal()
    {
        var (_, _, eerder) = await NaAfwijzing();
        var (ander, zin) = (await new Zaak(AndereInwoner).Begint(Fabriek), Zin());
        await Fabriek.Verwerk(ander.Ondertekend("2026-06-01", "2026-06-01", zin));

        (await Beslisser.Weigert($"{ander.Pad}/besluit", Afwijzen(zin, eerder))).ShouldBe((422, "geen-eerdere-afwijzing"));
    }

    [Fact]
    public async Task A_whole_refusal_that_a_founded_bezwaar_took_away_is_no_earlier_refusal()
    {
        await Fabriek.Verwerk(_eerste.Ondertekend("2026-05-11", "2026-05-11"));
        var eerder = Tekst(await Beslisser.Doe($"{_eerste.Pad}/besluit",
            new { besluiten = new[] { new { uitkomst = "afwijzen", motivering = "Er is geen hulp nodig." } } }), "beschikkingnummer")!;
        await Backoffice.Doe($"{_eerste.Pad}/bekendmaking", new { });
        using var gemaakt = await Backoffice.Stuur("/beschikkingen/v1/bezwaren", new { nummer = eerder, gronden = "Er is hulp nodig." });
        var pad = gemaakt.Headers.Location!.ToString();
        Op("2026-06-01");
        var (tweede, zin) = (await new Zaak(dossier: _eerste.Dossiernummer, persoon: _eerste.PersoonId).Begint(Fabriek), Zin());
        await Fabriek.Verwerk(tweede.Ondertekend("2026-06-01", "2026-06-01", zin));
        var aanvraag = (await Beslisser.Lees(tweede.Pad))["aanvraag"]!["aanvraagnummer"]!.GetValue<string>();
        // While the bezwaar runs, the refusal holds (Awb 6:16).
        (await Beslisser.Lees($"{Dienst.Pad(aanvraag)}/beslisinformatie"))["eerderAfgewezen"]!.AsArray().Count.ShouldBe(1);

        await Backoffice.Doe($"{pad}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        using var ander = Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
        await ander.Doe($"{pad}/besluit", new { uitkomst = "gegrond", motivering = "Er is te snel geweigerd." });
        (await Beslisser.Lees($"{Dienst.Pad(aanvraag)}/beslisinformatie"))["eerderAfgewezen"]!.AsArray().Count.ShouldBe(1);
        await Backoffice.Doe($"{pad}/bekendmaking", new { });

        (await Beslisser.Lees($"{Dienst.Pad(aanvraag)}/beslisinformatie"))["eerderAfgewezen"]!.AsArray().ShouldBeEmpty();
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", Afwijzen(zin, eerder))).ShouldBe((422, "geen-eerdere-afwijzing"));
    }

    [Theory]
    [InlineData("02", "2026-04-01", Uitkomst.Afwijzen, null)]
    [InlineData(null, "2026-04-01", Uitkomst.Afwijzen, null)] // it refused the aanvraag as a whole
    [InlineData("02", "2026-05-01", Uitkomst.Afwijzen, null)] // on the day itself
    [InlineData("02", "2026-05-02", Uitkomst.Afwijzen, "geen-eerdere-afwijzing")]
    [InlineData("07", "2026-04-01", Uitkomst.Afwijzen, "eerder-andere-hulp")]
    [InlineData("02", "2026-04-01", Uitkomst.GedeeltelijkToekennen, "verwijzing-alleen-bij-afwijzen")]
    [InlineData("02", "2026-04-01", Uitkomst.Toekennen, "verwijzing-alleen-bij-afwijzen")]
    public void Only_a_refusal_of_the_same_kind_of_help_from_before_the_aanvraag_can_be_repeated(
        string? categorie, string bekend, Uitkomst uitkomst, string? code)
    {
        var loop = new Loop();
        var besluit = Loop.Over(loop.Gevraagd[0], uitkomst) with
        {
            EerdereBeschikking = Eerder,
            Omvang = uitkomst == Uitkomst.GedeeltelijkToekennen ? new(60, "01", "2") : null,
        };
        void Beslis() => loop.Aanvraag.Beslis([besluit], loop.Toetsen, Beslisser(), "B-2026-000010", loop.Regels, loop.Nu,
            [new(Eerder, Loop.Dag(bekend), [categorie])]);

        if (code is null) Beslis();
        else Loop.Geweigerd(Beslis).ShouldBe((422, code));
    }

    [Fact]
    public void Help_that_a_founded_bezwaar_decided_again_is_refused_no_longer()
    {
        var (een, ander) = (Zin(), Zin() with { Product = new("07", "07A11") });
        var loop = new Loop(een, ander).Beslis(Uitkomst.Afwijzen).MaakBekend();

        loop.Aanvraag.AlsEerdere(new HashSet<Guid?>()).Afgewezen.ShouldBe(["02", "07"]);
        loop.Aanvraag.AlsEerdere(new HashSet<Guid?> { een.VoorzieningId }).Afgewezen.ShouldBe(["07"]);
    }

    /// <summary>The first aanvraag was refused on 11 May. A second one for the same help came on 1 June.</summary>
    private async Task<(string Pad, GekozenVoorziening Zin, string Eerder)> NaAfwijzing()
    {
        var (eerste, zin) = (Zin(), Zin());
        await Fabriek.Verwerk(_eerste.Ondertekend("2026-05-11", "2026-05-11", eerste));
        var nummer = Tekst(await Beslisser.Doe($"{_eerste.Pad}/besluit", Afwijzen(eerste, null)), "beschikkingnummer")!;
        await Backoffice.Doe($"{_eerste.Pad}/bekendmaking", new { });
        Op("2026-06-01");
        var tweede = await new Zaak(dossier: _eerste.Dossiernummer, persoon: _eerste.PersoonId).Begint(Fabriek);
        await Fabriek.Verwerk(tweede.Ondertekend("2026-06-01", "2026-06-01", zin));
        return (tweede.Pad, zin, nummer);
    }

    private static object Afwijzen(GekozenVoorziening v, string? eerder) => new
    {
        besluiten = new[]
        {
            new
            {
                voorzieningId = v.VoorzieningId,
                uitkomst = "afwijzen",
                motivering = "Er is niets veranderd.",
                redenAfwijkingAdvies = "De zus helpt nog elke week.",
                eerdereBeschikking = eerder,
            },
        },
    };

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));

    private static string? Tekst(JsonNode node, string naam) => node[naam]?.GetValue<string>();
}
