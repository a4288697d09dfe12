using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>Help that was granted is changed and ended by decisions, over the API.</summary>
public sealed class VoorzieningenTests(Dienst dienst)
{
    private readonly GekozenVoorziening _zin = Voorbeelden.Zin();

    [Fact]
    public async Task A_beschikking_makes_a_voorziening_with_its_first_stand()
    {
        var pad = await Toegekend();

        var voorziening = await dienst.Beslisser.Lees(pad);
        voorziening["standen"]!.AsArray().ShouldHaveSingleItem()!["soort"]!.GetValue<string>().ShouldBe("aanvraag");
        voorziening["delen"]!.AsArray().ShouldHaveSingleItem()!["omvang"]!["volume"]!.GetValue<int>().ShouldBe(120);
    }

    [Fact]
    public async Task A_resident_gives_notice_and_a_consulent_confirms_it()
    {
        var pad = await Toegekend();
        using var inwoner = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Voorbeelden.Inwoner);
        var opzegging = await Maak(inwoner, $"{pad}/opzegging", new { laatsteDag = dienst.Vandaag.AddDays(30) });

        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, teams: [Voorbeelden.Team]);
        await consulent.Doe($"{opzegging}/besluit", new { motivering = "U wilt zelf stoppen." });
        (await inwoner.Lees(opzegging))["motivering"].ShouldBeNull("een besluit geldt pas na bekendmaking");
        await consulent.Doe($"{opzegging}/bekendmaking", new { });

        var gewijzigd = await Gewijzigd();
        (gewijzigd.Stand, gewijzigd.Soort).ShouldBe((2, Besluitsoort.OpVerzoek));
        gewijzigd.Delen[^1].Periode.Einddatum.ShouldBe(dienst.Vandaag.AddDays(30));
        (await inwoner.Lees(opzegging))["motivering"]!.GetValue<string>().ShouldBe("U wilt zelf stoppen.");
    }

    [Fact]
    public async Task Somebody_elses_voorziening_is_not_found()
    {
        var pad = await Toegekend();

        using var ander = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Voorbeelden.AndereInwoner);
        (await ander.Weigert(pad)).ShouldBe((404, "niet-gevonden"));
        (await ander.Weigert($"{pad}/opzegging", new { laatsteDag = dienst.Vandaag })).ShouldBe((404, "niet-gevonden"));
        using var anderTeam = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-poort"]);
        (await anderTeam.Weigert($"{pad}/herzieningen")).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task Two_changes_of_one_voorziening_are_not_prepared_at_once()
    {
        var pad = await Toegekend();
        await Maak(dienst.Beslisser, $"{pad}/herzieningen", Stop());

        (await dienst.Beslisser.Weigert($"{pad}/herzieningen", Stop())).ShouldBe((409, "herziening-loopt-al"));
    }

    [Fact]
    public async Task The_second_to_decide_must_name_the_decision_that_it_replaces()
    {
        var pad = await Toegekend();
        var opzegging = await Maak(dienst.Backoffice, $"{pad}/opzegging", new { laatsteDag = dienst.Vandaag.AddDays(30) });
        await dienst.Beslisser.Doe($"{opzegging}/besluit", new { motivering = "Een." });

        (await dienst.Beslisser.Weigert($"{opzegging}/besluit", new { motivering = "Twee." })).Status.ShouldBe(428);
        (await dienst.Beslisser.Weigert($"{opzegging}/besluit", new { motivering = "Twee." }, ifMatch: "\"1\"")).Status.ShouldBe(412);
        await dienst.Beslisser.Doe(
            $"{opzegging}/besluit", new { motivering = "Twee." }, ifMatch: await dienst.Beslisser.Etag(opzegging));
    }

    [Theory]
    [InlineData("""{ "grond": "op-verzoek" }""")]
    [InlineData("""{ "grond": "zomaar", "verandering": { "vanaf": "2027-01-01", "einde": true } }""")]
    [InlineData("""{ "grond": "op-verzoek", "verandering": { "vanaf": "9999-12-31", "einde": true } }""")]
    [InlineData("""{ "grond": "op-verzoek", "verandering": { "vanaf": "2027-01-01", "agb": "12" } }""")]
    [InlineData("""{ "grond": "op-verzoek", "verandering": { "vanaf": "2027-01-01", "budget": 0 } }""")]
    [InlineData("""{ "grond": "op-verzoek", "verandering": { "vanaf": "2027-01-01", "omvang": { "volume": 0 } } }""")]
    public async Task A_malformed_change_is_a_400(string body)
    {
        var pad = await Toegekend();

        (await dienst.Beslisser.Weigert($"{pad}/herzieningen", body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_moment_to_look_again_is_planned_ahead_and_announced()
    {
        var pad = await Toegekend();
        (await dienst.Beslisser.Weigert($"{pad}/heroverweging", new { op = dienst.Vandaag })).ShouldBe((422, "dag-voorbij"));
        await dienst.Beslisser.Doe($"{pad}/heroverweging", new { op = dienst.Vandaag.AddDays(200) });

        (await dienst.Fabriek.Aangekondigd()).OfType<HeroverwegingGepland>().Last(h => h.VoorzieningId == _zin.VoorzieningId)
            .GeplandOp.ShouldBe(dienst.Vandaag.AddDays(200));
    }

    [Fact]
    public async Task A_change_of_the_person_reaches_the_voorziening()
    {
        var pad = await Toegekend();
        var voorziening = await dienst.Fabriek.Vraag(db => db.Voorzieningen.SingleAsync(v => v.VoorzieningId == _zin.VoorzieningId));
        await dienst.Fabriek.Verwerk(new PersoonsgegevensGewijzigd(voorziening.PersoonId, GeenBerichtenverkeer: true,
            new(Voorbeelden.Persoon with { Bsn = "999900146", EerdereBsns = [Voorbeelden.Inwoner] }), [Persoonswijziging.Bsn])
        {
            Persoonstand = 5,
            Dossiernummer = voorziening.Dossiernummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 5,
            Op = DateTimeOffset.UtcNow,
        });
        var opzegging = await Maak(dienst.Backoffice, $"{pad}/opzegging", new { laatsteDag = dienst.Vandaag.AddDays(30) });
        await dienst.Beslisser.Doe($"{opzegging}/besluit", new { motivering = "U wilt zelf stoppen." });
        await dienst.Beslisser.Doe($"{opzegging}/bekendmaking", new { });

        var gewijzigd = await Gewijzigd();
        (gewijzigd.GeenBerichtenverkeer, gewijzigd.Persoon.Waarde.Bsn, gewijzigd.Persoonstand).ShouldBe((true, "999900146", 5));
    }

    private object Stop() => new
    {
        grond = "niet-meer-aangewezen",
        verandering = new { vanaf = dienst.Vandaag.AddDays(90), einde = true },
    };

    private async Task<string> Toegekend()
    {
        var pad = await dienst.Aanvraag(_zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(_zin));
        await dienst.Beslisser.Doe($"{pad}/bekendmaking", new { });
        return $"/beschikkingen/v1/voorzieningen/{_zin.VoorzieningId}";
    }

    private async Task<VoorzieningGewijzigd> Gewijzigd() =>
        (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Last(g => g.VoorzieningId == _zin.VoorzieningId);

    private static async Task<string> Maak(HttpClient wie, string pad, object body)
    {
        using var antwoord = await wie.Stuur(pad, body);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.Location!.ToString();
    }
}
