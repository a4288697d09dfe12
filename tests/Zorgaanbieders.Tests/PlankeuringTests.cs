using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>With a virus scanner a plan is quarantined until it was judged.</summary>
public sealed class PlankeuringTests(PlankeuringTests.Huis huis) : IClassFixture<PlankeuringTests.Huis>
{
    public sealed class Huis : Platformhuis, IAsyncLifetime
    {
        public NepClamd Scanner { get; } = new();

        protected override Dictionary<string, string> Instellingen =>
            new(base.Instellingen) { ["Begeleidingsplannen:Scanner"] = Scanner.Adres };

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await base.DisposeAsync();
            Scanner.Dispose();
        }
    }

    [Fact]
    public async Task A_clean_plan_is_announced_and_read_once_it_was_judged()
    {
        var (agb, nummer) = await Toewijzing();
        huis.Scanner.Antwoord = "INSTREAM: geen oordeel ERROR";
        var pad = await Stuur(agb, nummer, "%PDF-1.7\nhet plan\n%%EOF\n");
        (await Platformhuis.Weigering(await huis.Dienst.Als("backoffice").GetAsync(pad))).ShouldBe((409, "begeleidingsplan-wordt-gekeurd"));
        (await Aangekondigd(nummer)).ShouldBe(0);

        huis.Scanner.Antwoord = null;
        await Tot.Waar(async () => await Keuring(agb, nummer) == "schoon");
        (await huis.Dienst.Als("backoffice").GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Aangekondigd(nummer)).ShouldBe(1);
    }

    [Fact]
    public async Task An_infected_plan_is_read_by_nobody_and_its_provider_is_told()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var (agb, nummer) = await Toewijzing();
        await huis.Abonneer(agb, ontvanger, "begeleidingsplan-besmet");
        var pad = await Stuur(agb, nummer, "%PDF-1.7\nVIRUS\n%%EOF\n");
        var webhook = await ontvanger.Krijgt();
        webhook.Gebeurtenis.ShouldBe("nl.wmo.toewijzing.begeleidingsplan-besmet.v1");
        webhook.Json.GetProperty("subject").GetString().ShouldBe($"{nummer}");
        (await Keuring(agb, nummer)).ShouldBe("besmet");
        foreach (var wie in new[] { huis.Aanbieder(agb), huis.Dienst.Als("backoffice") })
            (await Platformhuis.Weigering(await wie.GetAsync(pad))).ShouldBe((409, "begeleidingsplan-besmet"));
        (await Aangekondigd(nummer)).ShouldBe(0);
    }

    [Fact]
    public async Task A_large_plan_reaches_the_scanner_whole()
    {
        var (agb, nummer) = await Toewijzing();
        await Stuur(agb, nummer, $"%PDF-1.7\n{new string('x', 1_000_000)}VIRUS\n%%EOF\n");
        await Tot.Waar(async () => await Keuring(agb, nummer) == "besmet");
    }

    [Theory]
    [InlineData("http://127.0.0.1:3310")]
    [InlineData("clamd:3310")]
    [InlineData("tcp://clamd.example:3310")]
    public void A_scanner_that_is_no_clamd_or_on_another_machine_refuses_the_start(string adres)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Begeleidingsplannen:Scanner"] = adres });
        Should.Throw<InvalidOperationException>(builder.AddBegeleidingsplannen).Message.ShouldStartWith("Begeleidingsplannen:Scanner");
    }

    private async Task<(string Agb, long Nummer)> Toewijzing()
    {
        var agb = await huis.Contracteer();
        return (agb, await huis.WijsToe(agb));
    }

    private async Task<string> Stuur(string agb, long nummer, string inhoud)
    {
        using var formulier = new MultipartFormDataContent { { new StringContent(inhoud), "bestand", "plan.pdf" } };
        var antwoord = await huis.Aanbieder(agb).PostAsync($"toewijzingen/{nummer}/begeleidingsplannen", formulier);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("keuring").GetString().ShouldBe("te-keuren");
        return antwoord.Headers.Location!.OriginalString;
    }

    private async Task<string?> Keuring(string agb, long nummer) =>
        (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>($"toewijzingen/{nummer}/begeleidingsplannen")).GetProperty("items")
            .EnumerateArray().Single().GetProperty("keuring").GetString();

    private async Task<int> Aangekondigd(long nummer) =>
        (await huis.Dienst.Aangekondigd()).OfType<BegeleidingsplanOntvangen>().Count(g => g.Toewijzingnummer == nummer);
}
