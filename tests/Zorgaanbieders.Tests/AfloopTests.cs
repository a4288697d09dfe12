using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>How help ends: as agreed, or earlier by a decision. The report of a provider ends nothing.</summary>
public sealed class AfloopTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly DateOnly Begin = new(2026, 1, 12);

    [Fact]
    public async Task An_assignment_that_runs_out_without_a_report_has_ended_as_agreed()
    {
        var toewijzing = await Kort(start: true);

        await Ronde();
        await Ronde();

        var afgelopen = (await huis.Aangekondigd(toewijzing)).OfType<ZorgAfgelopen>().ShouldHaveSingleItem();
        (afgelopen.Einddatum, afgelopen.Hulp.Afgelopen).ShouldBe((Gisteren, true));
        (await huis.Status(toewijzing)).ShouldBe("gestart", "de aanbieder mag het einde nog melden");
    }

    [Fact]
    public async Task Help_that_never_began_runs_out_too()
    {
        var toewijzing = await Kort(start: false);

        await Ronde();

        (await huis.Aangekondigd(toewijzing)).OfType<ZorgAfgelopen>().ShouldHaveSingleItem().Hulp.Begindatum.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_reported_to_end_on_the_agreed_day_or_still_runs_does_not_run_out()
    {
        var gestopt = await Kort(start: true);
        await huis.Lever(Berichten.Stop(Berichten.Start(gestopt, Begin), Gisteren, "19"));
        var (loopt, _) = await huis.Start(Begin);

        await Ronde();

        (await huis.Aangekondigd(gestopt)).ShouldNotContain(g => g is ZorgAfgelopen);
        (await huis.Aangekondigd(loopt)).ShouldNotContain(g => g is ZorgAfgelopen);
    }

    [Fact]
    public async Task An_earlier_end_is_established_only_where_a_decision_left_no_help()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var (voorziening, hulp) = (beschikking.Voorzieningen[0].VoorzieningId, beschikking.Voorzieningen[0]);
        var start = Berichten.Start(toewijzing, Begin);
        (await huis.Retour<Wmo306>(start)).IsAkkoord.ShouldBeTrue();
        (await StelVast(toewijzing)).ShouldBe((HttpStatusCode.Conflict, "geen-eerder-einde"));
        await huis.Lever(Berichten.Stop(start, Begin.AddDays(9), "21"));

        (await StelVast(toewijzing)).ShouldBe((HttpStatusCode.UnprocessableEntity, "besluit-nodig"), "de inwoner heeft niets opgezegd");
        var gevraagd = (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<EerderEindeGemeld>();
        (gevraagd.Vraag, gevraagd.Einddatum).ShouldBe((Stopvraag.InwonerVragen, Begin.AddDays(9)));

        await huis.Dienst.Verwerk(Huis.Besluit(beschikking, voorziening, 2, new Voorzieningdeel(hulp.Product, hulp.Omvang,
            new(hulp.Periode.Ingangsdatum, Begin.AddDays(9)), Leveringsvorm.Zin, hulp.Agb, null)));

        (await StelVast(toewijzing)).ShouldBe((HttpStatusCode.Conflict, "geen-eerder-einde"), "het besluit zelf beëindigt de hulp");
        (await huis.Dienst.Vraag(db => Task.FromResult(
            db.Toewijzingen.Single(t => t.VoorzieningId == voorziening).Periode.Einddatum))).ShouldBe(Begin.AddDays(9));
    }

    [Fact]
    public async Task A_stop_that_was_corrected_after_the_decision_is_established_by_the_consulent()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var hulp = beschikking.Voorzieningen[0];
        var start = Berichten.Start(toewijzing, Begin);
        await huis.Retour<Wmo306>(start);
        await huis.Lever(Berichten.Stop(start, Begin.AddDays(20), "19"));
        await huis.Dienst.Verwerk(Huis.Besluit(beschikking, hulp.VoorzieningId, 2, new Voorzieningdeel(hulp.Product, hulp.Omvang,
            new(hulp.Periode.Ingangsdatum, Begin.AddDays(9)), Leveringsvorm.Zin, hulp.Agb, null)));
        await huis.Lever(Berichten.Stop(start, Begin.AddDays(20), "19", status: "3"));
        await huis.Lever(Berichten.Stop(start, Begin.AddDays(9), "19"));

        (await StelVast(toewijzing)).Status.ShouldBe(HttpStatusCode.OK);

        (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<ZorgeindeVastgesteld>().Einddatum.ShouldBe(Begin.AddDays(9));
    }

    private static DateOnly Gisteren => Berichten.Vandaag.AddDays(-1);

    /// <summary>Help that was agreed until yesterday.</summary>
    private async Task<Wmo301> Kort(bool start)
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [Huis.Hulp() with { Periode = new(new(2026, 1, 1), Gisteren) }]));
        if (start) (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin))).IsAkkoord.ShouldBeTrue();
        return toewijzing;
    }

    private Task Ronde() => huis.Dienst.Services.GetServices<IHostedService>().OfType<Afloop>().Single().Round(CancellationToken.None);

    private async Task<(HttpStatusCode Status, string? Code)> StelVast(Wmo301 toewijzing)
    {
        using var antwoord = await huis.Dienst.Als(Rollen.Consulent, teams: ["wijkteam-haven"]).PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/einde", new { reden = "niet-meer-nodig" });
        var inhoud = await antwoord.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        return (antwoord.StatusCode, inhoud.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
