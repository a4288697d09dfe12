using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Tests;
using WmoPlatform.Testhuis;

[assembly: AssemblyFixture(typeof(Dienst))]

namespace WmoPlatform.Meldingen.Tests;

/// <summary>The service on a real database with a BRP beside it, without a broker. Every test uses its own person.</summary>
public class Dienst : IAsyncLifetime
{
    public const string Pad = "/meldingen/v1/meldingen";

    public DienstFabriek<MeldingenDb> Fabriek { get; private set; } = null!;

    public NepBrp Brp { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Brp = await NepBrp.StartAsync();
        Fabriek = await DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen, instellingen: new Dictionary<string, string>(Extra(Brp))
        {
            ["Partners:Brp:Adres"] = Brp.Adres,
            ["Partners:Brp:Volgen:Adres"] = Brp.Volgadres,
            ["Partners:Brp:Volgen:Peiling"] = "00:00:01",
            ["Gemeente:Code"] = "0034",
            ["Partners:Brp:ApiSleutel"] = "sleutel-van-de-gemeente",
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
            ["Gemeente:Wijkteams:0"] = "wijkteam-haven",
        });
    }

    /// <summary>Settings that only some tests need.</summary>
    protected virtual Dictionary<string, string> Extra(NepBrp brp) => [];

    public HttpClient Inwoner(string bsn) => Fabriek.Als("inwoner", bsn: bsn, sub: "inwoner-" + Guid.NewGuid());

    public HttpClient Consulent(params string[] teams) => Fabriek.Als("consulent", teams: teams.Length > 0 ? teams : ["wijkteam-haven"]);

    /// <summary>The person reports a need, under a new Idempotency-Key; returns the answer.</summary>
    public async Task<JsonNode> Meld(string bsn) =>
        (await Ok(Post(Inwoner(bsn), new { kanaal = "web", hulpvraag = "Ik heb hulp nodig." })))!;

    /// <summary>The events of a dossier in the outbox.</summary>
    public async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(string dossiernummer) =>
        [.. (await Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == dossiernummer)];

    /// <summary>Waits until an event of this type is announced.</summary>
    public Task<T> Komt<T>(string dossiernummer) where T : Gebeurtenis =>
        Tot.Gevonden(async () => (await Aangekondigd(dossiernummer)).OfType<T>().SingleOrDefault());

    public Task<int> AantalMeldingen(string bsn) => Fabriek.Vraag(db => db.Meldingen.CountAsync(m => m.Bsn == bsn));

    public static Task<HttpResponseMessage> Post(HttpClient http, object inhoud, string? sleutel = "nieuw", string pad = Pad)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Post, pad)
        {
            Content = inhoud is string json ? new StringContent(json, System.Text.Encoding.UTF8, "application/json")
                : JsonContent.Create(inhoud),
        };
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel == "nieuw" ? Guid.NewGuid().ToString() : sleutel);
        return http.SendAsync(verzoek);
    }

    public static async Task<JsonNode?> Ok(Task<HttpResponseMessage> vraag)
    {
        var antwoord = await vraag;
        var inhoud = await antwoord.Content.ReadAsStringAsync();
        antwoord.IsSuccessStatusCode.ShouldBeTrue(inhoud);
        return inhoud.Length == 0 ? null : JsonNode.Parse(inhoud);
    }

    /// <summary>Checks that the answer is this problem without any BSN, and returns the fields that it names.</summary>
    public static async Task<string[]> Geweigerd(Task<HttpResponseMessage> vraag, int status, string code)
    {
        var antwoord = await vraag;
        var inhoud = await antwoord.Content.ReadAsStringAsync();
        ((int)antwoord.StatusCode).ShouldBe(status, inhoud);
        var probleem = JsonNode.Parse(inhoud)!;
        probleem["code"]!.GetValue<string>().ShouldBe(code, inhoud);
        inhoud.ShouldNotMatch(@"9999\d{5}");
        return [.. probleem["errors"]?.AsObject().Select(e => e.Key) ?? []];
    }

    public async ValueTask DisposeAsync()
    {
        await Fabriek.DisposeAsync();
        await Brp.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
