using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>Providers on the platform, and webhooks that may go to this machine.</summary>
public class Platformhuis : Huis
{
    private static readonly string[] Begeleiding = ["02"];
    private static int _agb = 60_000_000;

    public const string Oin = "00000001234567890000";

    protected override Dictionary<string, string> Instellingen => new()
    {
        ["Webhooks:Oin"] = Oin,
        ["Webhooks:Gateway"] = "https://wmo.voorbeeld.example/",
        ["Webhooks:HttpToegestaan"] = "true",
        ["Webhooks:EigenNetten"] = "127.0.0.0/8",
        ["Webhooks:Peiling"] = "00:00:00.020",
        ["Webhooks:Pauzes:0"] = "00:00:00.050",
        ["Webhooks:Pauzes:1"] = "00:00:00.050",
        ["Webhooks:Pauzes:2"] = "00:00:00.050",
    };

    /// <summary>A provider for one test.</summary>
    public async Task<string> Contracteer(string aansluiting = "platform")
    {
        var agb = $"{Interlocked.Increment(ref _agb)}";
        (await Dienst.Als("beheer").PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{agb}",
            new { naam = "Zorg op Maat", productcategorieen = Begeleiding, geldigVan = "2026-01-01", aansluiting }))
                .EnsureSuccessStatusCode();
        return agb;
    }

    /// <summary>Help is assigned to this provider.</summary>
    /// <returns>The number of the assignment.</returns>
    public async Task<long> WijsToe(
        string agb, Contracts.Persoonsgegevens? persoon = null, bool geenBerichten = false, string wijkteam = "wijkteam-haven")
    {
        var beschikking = Beschikking(persoon, geenBerichten: geenBerichten, wijkteam: wijkteam, hulp: [Hulp(agb)]);
        await Dienst.Verwerk(beschikking);
        return await Dienst.Vraag(db => db.Toewijzingen.Where(t => t.BeschikkingId == beschikking.BeschikkingId)
            .Select(t => t.Toewijzingnummer).SingleAsync());
    }

    public HttpClient Aanbieder(string agb, string? sleutel = null)
    {
        var http = Dienst.Als("aanbieder", agb: agb);
        http.BaseAddress = new Uri(http.BaseAddress!, "/zorgaanbieders/v1/");
        if (sleutel is not null) http.DefaultRequestHeaders.Add("Idempotency-Key", sleutel);
        return http;
    }

    /// <summary>The provider does something with an assignment.</summary>
    public Task<HttpResponseMessage> Doe(string agb, long nummer, string wat, object? verzoek = null, string? sleutel = null) =>
        Aanbieder(agb, sleutel).PostAsync($"toewijzingen/{nummer}/{wat}", verzoek is null ? null : JsonContent.Create(verzoek));

    /// <summary>The provider takes a subscription.</summary>
    public Task<(string Pad, string Geheim)> Abonneer(string agb, Ontvanger ontvanger, params string[] gebeurtenissen) =>
        Abonneer(agb, ontvanger.Url, gebeurtenissen);

    /// <summary>The provider takes a subscription on this address.</summary>
    public async Task<(string Pad, string Geheim)> Abonneer(string agb, string url, params string[] gebeurtenissen)
    {
        var antwoord = await Aanbieder(agb).PostAsJsonAsync("abonnementen", new { url, gebeurtenissen });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (
            antwoord.Headers.Location!.OriginalString,
            (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("geheim").GetString()!);
    }

    /// <summary>The deliveries of a subscription, oldest first.</summary>
    public async Task<JsonElement[]> Bezorgingen(string agb, string pad) =>
        [.. (await Aanbieder(agb).GetFromJsonAsync<JsonElement>($"{pad}/bezorgingen")).GetProperty("items").EnumerateArray()];

    public static async Task<(int Status, string? Code)> Weigering(HttpResponseMessage antwoord) =>
        ((int)antwoord.StatusCode, antwoord.IsSuccessStatusCode ? null : (await antwoord.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code").GetString());
}
