using System.Net;
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
/// Help ends on Monday 31 May 2027, and a decision on more of it is to come. A bridge is offered from Monday 3 May, 28 days before; it is
/// assigned 26 weeks ahead, from 1 June to Monday 29 November.
/// </summary>
public sealed class OverbruggingTests : IAsyncLifetime
{
    private DienstFabriek<BeschikkingenDb>? _fabriek;
    private GekozenVoorziening _hulp = Zin();

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);
    private string Pad => $"/beschikkingen/v1/voorzieningen/{_hulp.VoorzieningId}/overbrugging";

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-05-11");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task A_bridge_is_offered_once_when_a_decision_is_to_come()
    {
        var (_, tweede) = await Loopt();
        Op("2027-05-02");
        await Bewaak();
        (await Aangekondigd<OverbruggingAangeboden>()).ShouldBeEmpty();
        Op("2027-05-03");
        await Bewaak();
        await Bewaak();

        var aanbod = (await Aangekondigd<OverbruggingAangeboden>()).ShouldHaveSingleItem();
        (aanbod.VoorzieningId, aanbod.Einddatum, aanbod.WachtOp)
            .ShouldBe((_hulp.VoorzieningId, Loop.Dag("2027-05-31"), tweede.Meldingnummer));
    }

    [Fact]
    public async Task Nothing_is_offered_without_a_decision_to_come_and_an_offer_is_taken_back()
    {
        await Loopt(tweede: false);
        Op("2027-05-03");
        await Bewaak();
        (await Aangekondigd<OverbruggingAangeboden>()).ShouldBeEmpty();
        (await Consulent.Weigert(Pad, Ja)).ShouldBe((409, "geen-besluit-te-verwachten"));

        var tweede = await Tweede();
        await Bewaak();
        (await Aangekondigd<OverbruggingAangeboden>()).Count.ShouldBe(1);
        await Fabriek.Verwerk(tweede.Ingetrokken("2027-05-04"));
        Op("2027-05-04");
        await Bewaak();
        await Bewaak();
        (await Aangekondigd<OverbruggingVervallen>()).ShouldHaveSingleItem().VervallenOp.ShouldBe(Loop.Dag("2027-05-04"));
    }

    [Fact]
    public async Task A_bridge_extends_the_same_voorziening_until_the_decision_on_the_aanvraag()
    {
        var (_, tweede) = await Loopt();
        Op("2027-05-03");
        await Overbrugd();

        var door = (await Aangekondigd<VoorzieningGewijzigd>()).ShouldHaveSingleItem();
        (door.Stand, door.Soort, door.VoorzieningId).ShouldBe((2, Besluitsoort.Overbrugging, _hulp.VoorzieningId));
        door.Delen.Select(d => (d.Periode, d.Tijdelijk)).ShouldBe(
        [
            (new(Loop.Dag("2026-06-01"), Loop.Dag("2027-05-31")), false),
            (new(Loop.Dag("2027-06-01"), Loop.Dag("2027-11-29")), true),
        ]);
        (await Consulent.Weigert(Pad, Ja)).ShouldBe((409, "tijdelijke-hulp-loopt"));

        var meer = Zin() with { Periode = new(Loop.Dag("2027-06-07"), Loop.Dag("2028-05-31")) };
        await Fabriek.Verwerk(tweede.Verslag("2027-06-07", meer));
        await Fabriek.Verwerk(tweede.Ondertekend("2027-06-07", "2027-06-07", meer));
        Op("2027-06-14");
        await Beschikt(tweede, meer);
        (await Aangekondigd<VoorzieningGewijzigd>())[^1].Delen.Select(d => d.Periode).ShouldBe(
            [new(Loop.Dag("2026-06-01"), Loop.Dag("2027-05-31")), new(Loop.Dag("2027-06-01"), Loop.Dag("2027-06-14"))]);
        (await Aangekondigd<BeschikkingBekendgemaakt>())[^1].Voorzieningen[0].Periode.Ingangsdatum.ShouldBe(Loop.Dag("2027-06-15"));
    }

    [Fact]
    public async Task A_decision_before_the_end_leaves_the_help_as_it_was_without_the_bridge()
    {
        var (_, tweede) = await Loopt();
        Op("2027-05-03");
        await Overbrugd();
        var meer = Zin() with { Periode = new(Loop.Dag("2027-06-01"), Loop.Dag("2028-05-31")) };
        await Fabriek.Verwerk(tweede.Verslag("2027-05-10", meer));
        await Fabriek.Verwerk(tweede.Ondertekend("2027-05-10", "2027-05-10", meer));
        Op("2027-05-17");
        await Beschikt(tweede, meer);

        (await Aangekondigd<VoorzieningGewijzigd>())[^1].Delen.ShouldHaveSingleItem().Periode.Einddatum.ShouldBe(Loop.Dag("2027-05-31"));
        (await Aangekondigd<BeschikkingBekendgemaakt>())[^1].Voorzieningen[0].Periode.ShouldBe(meer.Periode);
    }

    [Fact]
    public async Task A_bridge_comes_neither_too_early_nor_after_the_end()
    {
        await Loopt();
        Op("2027-05-02");
        (await Consulent.Weigert(Pad, Ja)).ShouldBe((422, "overbrugging-te-vroeg"));
        Op("2027-06-01");
        (await Consulent.Weigert(Pad, Ja)).ShouldBe((409, "hulp-is-gestopt"));
        (await Consulent.Weigert($"/beschikkingen/v1/voorzieningen/{_hulp.VoorzieningId}/herzieningen",
            new { grond = "overbrugging", verandering = new { vanaf = "2027-06-01", einddatum = "2027-08-01" } }))
            .ShouldBe((422, "overbrugging-apart"));
        (await Consulent.Weigert(Pad, new { motivering = "" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_pgb_is_bridged_with_the_money_of_the_bridge()
    {
        _hulp = Pgb();
        await Loopt(budget: 3650m); // 10 euro for each of 365 days
        Op("2027-05-03");
        (await Consulent.Weigert(Pad, new { motivering = "Meer hulp.", omvang = new { volume = 240, eenheid = "01", frequentie = "2" } }))
            .ShouldBe((422, "budget-ontbreekt"));
        await Overbrugd();
        (await Aangekondigd<VoorzieningGewijzigd>()).Single().Delen.Select(d => d.Budget).ShouldBe([3650m, 1820m]); // 182 days
    }

    [Fact]
    public async Task A_bridge_of_a_pgb_is_carried_on_and_ends_with_the_money_of_its_days()
    {
        _hulp = Pgb();
        var (_, tweede) = await Loopt(budget: 3650m);
        Op("2027-05-03");
        await Overbrugd(new { motivering = "Wij beslissen nog.", budget = 910m }); // 5 euro for each of 182 days
        Op("2027-08-29"); // thirteen weeks and a day before 29 November
        await Volg();
        (await Aangekondigd<VoorzieningGewijzigd>()).Count.ShouldBe(1);
        Op("2027-08-30");
        await Volg();
        await Volg();
        var door = (await Aangekondigd<VoorzieningGewijzigd>())[^1];
        (door.Stand, door.LooptDoor, door.Delen[^1].Periode, door.Delen[^1].Budget)
            .ShouldBe((3, true, new Periode(Loop.Dag("2027-06-01"), Loop.Dag("2028-02-27")), 1360m)); // 272 days
        (await Consulent.Weigert(Pad, Ja)).ShouldBe((409, "tijdelijke-hulp-loopt"));

        var meer = Zin() with { Periode = new(Loop.Dag("2027-09-06"), Loop.Dag("2028-05-31")) };
        await Fabriek.Verwerk(tweede.Verslag("2027-09-06", meer));
        await Fabriek.Verwerk(tweede.Ondertekend("2027-09-06", "2027-09-06", meer));
        Op("2027-09-08");
        await Beschikt(tweede, meer);
        var einde = (await Aangekondigd<VoorzieningGewijzigd>())[^1].Delen[^1];
        (einde.Periode.Einddatum, einde.Budget, einde.Tijdelijk).ShouldBe((Loop.Dag("2027-09-08"), 500m, false)); // 100 days
    }

    [Fact]
    public async Task A_bridge_over_help_that_changed_meanwhile_is_refused()
    {
        await Loopt();
        var pad = $"/beschikkingen/v1/voorzieningen/{_hulp.VoorzieningId}";
        Op("2027-05-03");
        var gezien = await Consulent.Etag(pad);
        var herziening = (await Gemaakt($"{pad}/herzieningen", new
        {
            grond = "in-overeenstemming",
            gevraagdOp = "2027-05-03",
            verandering = new { vanaf = "2027-05-10", omvang = new { volume = 240, eenheid = "01", frequentie = "2" } },
        }));
        await Beslisser.Doe($"{herziening}/besluit", new { motivering = "Dat past." });
        await Beslisser.Doe($"{herziening}/bekendmaking", new { });

        (await Consulent.Weigert(Pad, Ja, ifMatch: gezien)).Status.ShouldBe(412);
        using var antwoord = await Consulent.Stuur(Pad, Ja, ifMatch: await Consulent.Etag(pad));
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private async Task<string> Gemaakt(string pad, object body)
    {
        using var antwoord = await Beslisser.Stuur(pad, body);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.Location!.ToString();
    }

    private Task Volg() => Fabriek.Services.GetServices<IHostedService>().OfType<Tijdelijkbewaking>().Single()
        .Round(TestContext.Current.CancellationToken);

    private static readonly object Ja = new { motivering = "Wij beslissen nog over de hulp daarna." };

    private async Task<(Zaak Eerste, Zaak Tweede)> Loopt(bool tweede = true, decimal? budget = null)
    {
        _eerste = await new Zaak().Begint(Fabriek);
        await Fabriek.Verwerk(_eerste.Verslag("2026-05-04", _hulp));
        await Fabriek.Verwerk(_eerste.Ondertekend("2026-05-06", "2026-05-04", _hulp));
        if (budget is not null) await Fabriek.Verwerk(Toets(_hulp.VoorzieningId, akkoord: true));
        await Beschikt(_eerste, _hulp, budget);
        return (_eerste, tweede ? await Tweede() : _eerste);
    }

    private Zaak _eerste = null!;

    private async Task<Zaak> Tweede()
    {
        var zaak = new Zaak(_eerste.Bsn, _eerste.Dossiernummer, _eerste.PersoonId);
        await Fabriek.Verwerk(zaak.Gemeld("2027-04-26"));
        await Fabriek.Verwerk(zaak.Geopend());
        return zaak;
    }

    private async Task Beschikt(Zaak zaak, GekozenVoorziening hulp, decimal? budget = null)
    {
        var aanvraag = (await Beslisser.Lees(Dienst.Pad(zaak.Dossiernummer)))["aanvraag"]!["aanvraagnummer"]!.GetValue<string>();
        var pad = Dienst.Pad(aanvraag);
        await Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(hulp, budget));
        await Beslisser.Doe($"{pad}/bekendmaking", new { });
    }

    private async Task Overbrugd(object? body = null)
    {
        using var antwoord = await Consulent.Stuur(Pad, body ?? Ja);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
    }

    private Task Bewaak() => Fabriek.Services.GetServices<IHostedService>().OfType<Eindebewaking>().Single()
        .Round(TestContext.Current.CancellationToken);

    private async Task<List<T>> Aangekondigd<T>() where T : Gebeurtenis => [.. (await Fabriek.Aangekondigd()).OfType<T>()];

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));
}
