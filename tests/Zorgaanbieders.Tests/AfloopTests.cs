using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>How help ends: as agreed, or earlier once that is established.</summary>
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
    public async Task The_consulent_establishes_an_earlier_end_once()
    {
        var (toewijzing, start) = await huis.Start(Begin);
        (await StelVast(toewijzing)).ShouldBe((HttpStatusCode.Conflict, "geen-eerder-einde"));
        await huis.Lever(Berichten.Stop(start, Begin.AddDays(9), "19"));

        (await StelVast(toewijzing)).Status.ShouldBe(HttpStatusCode.OK);

        (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<ZorgeindeVastgesteld>().Reden.ShouldBe(Eindereden.NietMeerNodig);
        (await StelVast(toewijzing)).ShouldBe((HttpStatusCode.Conflict, "geen-eerder-einde"));
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
