using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Levering;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>A message on which the platform itself breaks, whichever way it comes in.</summary>
public sealed class MislukkingTests : IAsyncLifetime
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private static readonly DateOnly Begin = new(2026, 2, 2);

    /// <summary>A start on this day breaks the service.</summary>
    private static readonly DateOnly Breekt = new(2026, 2, 13);

    private readonly string _map = Directory.CreateTempSubdirectory("wmo-mislukt-").FullName;
    private DienstFabriek<ZorgaanbiedersDb> _dienst = null!;

    public async ValueTask InitializeAsync()
    {
        _dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, false,
            new Dictionary<string, string>
            {
                ["Partners:Ggk:Transport"] = "map",
                ["Partners:Ggk:Map:Uit"] = Path.Combine(_map, "uit"),
                ["Partners:Ggk:Map:In"] = Path.Combine(_map, "in"),
                ["Partners:Ggk:Map:Peiling"] = "00:00:00.1",
                ["Gemeente:Code"] = "0034",
            },
            diensten =>
            {
                diensten.TryAddScoped<IReaction<BeschikkingBekendgemaakt>, BijBeschikkingBekendgemaakt>();
                diensten.AddScoped<BijWmo305>().AddScoped<IBijKetenbericht<Wmo305>, Brekend>();
            });
        (await _dienst.Als("beheer").PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}",
            new { naam = "Zorg Dichtbij", productcategorieen = (string[])["02"], geldigVan = "2026-01-01" })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _dienst.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    [Fact]
    public async Task A_partner_need_not_offer_it_for_ever_and_a_user_hears_of_it()
    {
        var start = Berichten.Start(await WijsToe(), Breekt);

        HttpResponseMessage antwoord;
        for (var keer = 1; (antwoord = await Lever(start)).StatusCode == HttpStatusCode.InternalServerError; keer++)
            keer.ShouldBeLessThan(10);

        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var detail = await _dienst.Als("beheer").GetFromJsonAsync<JsonElement>(antwoord.Headers.Location);
        detail.GetProperty("bericht").GetProperty("status").GetString().ShouldBe("onleesbaar");
        detail.GetProperty("bevindingen").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString()
            .ShouldBe("onverwachte-fout");
        // The same once more gets the same receipt. A good message was never in its way.
        (await Lever(start)).Headers.Location.ShouldBe(antwoord.Headers.Location);
        (await Lever(Berichten.Start(await WijsToe(), Begin))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task In_a_folder_it_holds_up_nothing_and_does_not_stay()
    {
        var (een, twee) = (await WijsToe(), await WijsToe());
        await Leg("1-breekt.xml", Berichten.Start(een, Breekt));
        await Leg("2-goed.xml", Berichten.Start(twee, Begin));

        await Tot.Waar(async () => await Aantal(Poststatus.Verwerkt, Poststatus.Ontvangen, Poststatus.Beantwoord) == 1);
        await Tot.Waar(async () => await Aantal(Poststatus.Onleesbaar) == 1, TimeSpan.FromMinutes(1));

        await Tot.Waar(() => !Directory.EnumerateFileSystemEntries(Path.Combine(_map, "in", ".bezig")).Any());
    }

    private Task<int> Aantal(params Poststatus[] status) => _dienst.Vraag(db => db.Set<Poststuk>()
        .CountAsync(p => p.Soort == "WMO305" && status.Contains(p.Status)));

    private async Task<Wmo301> WijsToe()
    {
        var beschikking = Huis.Beschikking();
        await _dienst.Verwerk(beschikking);
        return await Tot.Gevonden(() => Task.FromResult(Directory.Exists(Path.Combine(_map, "uit"))
            ? Directory.EnumerateFiles(Path.Combine(_map, "uit"), "WMO301-*.xml")
                .Select(b => (Wmo301)Ketenbericht.Lees(new MemoryStream(File.ReadAllBytes(b))))
                .FirstOrDefault(t => t.Client.Bsn == beschikking.Persoon.Waarde.Bsn)
            : null));
    }

    private Task<HttpResponseMessage> Lever(Ketenbericht bericht)
    {
        var inhoud = new ByteArrayContent(bericht.ToBytes());
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        return _dienst.Als("keten").PostAsync(Register, inhoud);
    }

    private async Task Leg(string naam, Ketenbericht bericht)
    {
        Directory.CreateDirectory(Path.Combine(_map, "in"));
        var deel = Path.Combine(_map, naam + ".deel");
        await File.WriteAllBytesAsync(deel, bericht.ToBytes());
        File.Move(deel, Path.Combine(_map, "in", naam));
    }

    private sealed class Brekend(BijWmo305 echt) : IBijKetenbericht<Wmo305>
    {
        public Task Verwerk(Wmo305 bericht, CancellationToken annulering) =>
            bericht.Client.StartProducten[0].Begindatum == Breekt ? throw new ArithmeticException() : echt.Verwerk(bericht, annulering);
    }
}
