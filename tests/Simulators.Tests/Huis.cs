using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

/// <summary>
/// The simulator, with a gateway in place of the platform. The gateway keeps every message and checks it with the platform's own library.
/// </summary>
internal sealed class Huis : IAsyncDisposable
{
    // Making a key takes longer than most of these tests, so they share one.
    private static readonly Lazy<string> Sleutelbestand = new(() =>
    {
        var bestand = Path.Combine(Directory.CreateTempSubdirectory("keten").FullName, "sleutel.pem");
        using var rsa = RSA.Create(2048);
        File.WriteAllText(bestand, rsa.ExportPkcs8PrivateKeyPem());
        return bestand;
    });

    private static readonly XNamespace Soapruimte = "http://schemas.xmlsoap.org/soap/envelope/";

    private readonly WebApplication _gateway;
    private readonly WebApplicationFactory<Program> _keten;
    private int _weigeringen;
    private (int Status, string Inhoud) _weigering = (503, "");

    private Huis(WebApplication gateway, string adres, TimeProvider? klok, IEnumerable<(string, string)> instellingen)
    {
        _gateway = gateway;
        _keten = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.ConfigureLogging(log => log.ClearProviders());
            host.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            host.UseSetting("Platform:Gateway", adres);
            host.UseSetting("Aanmelding:Sleutelbestand", Sleutelbestand.Value);
            host.UseSetting("Keten:AntwoordNaMs", "0");
            host.UseSetting("Keten:StapMs", "0");
            foreach (var (naam, waarde) in instellingen) host.UseSetting(naam, waarde);
            if (klok is not null) host.ConfigureTestServices(diensten => diensten.AddSingleton(klok));
        });
        Http = _keten.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public HttpClient Http { get; }

    /// <summary>The messages that the gateway accepted, with their path and token.</summary>
    public ConcurrentQueue<(string Pad, string Token, Ketenbericht Bericht)> Gekregen { get; } = [];

    /// <summary>The envelopes around messages.</summary>
    public ConcurrentQueue<XElement> Enveloppen { get; } = [];

    /// <summary>The errors that the platform's library found in the messages. A test fails when there is one.</summary>
    public ConcurrentQueue<string> Gebreken { get; } = [];

    public static Task<Huis> Open(params (string, string)[] instellingen) => Open(null, instellingen);

    /// <summary>Opens the simulator with a clock that the test moves.</summary>
    public static async Task<Huis> Open(TimeProvider? klok, params (string, string)[] instellingen)
    {
        var bouwer = WebApplication.CreateSlimBuilder();
        bouwer.Logging.ClearProviders();
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = bouwer.Build();
        Huis? huis = null;
        gateway.MapPost("{**pad}", async (HttpRequest vraag) => await huis!.Neem(vraag));
        await gateway.StartAsync();
        return huis = new Huis(gateway, gateway.Urls.Single(), klok, instellingen);
    }

    /// <summary>The gateway refuses the next messages.</summary>
    public void Weiger(int aantal, int status = 503) => Antwoordt(aantal, status, "");

    /// <summary>The gateway answers the next messages with this, and keeps none of them.</summary>
    public void Antwoordt(int aantal, int status, string inhoud)
    {
        _weigering = (status, inhoud);
        Interlocked.Exchange(ref _weigeringen, aantal);
    }

    private async Task<IResult> Neem(HttpRequest vraag)
    {
        if (Interlocked.Decrement(ref _weigeringen) >= 0) return Results.Text(_weigering.Inhoud, "text/xml", statusCode: _weigering.Status);
        using var inhoud = new MemoryStream();
        await vraag.Body.CopyToAsync(inhoud);
        try
        {
            var bericht = Ketenbericht.Lees(new MemoryStream(ZonderEnvelop(inhoud.ToArray())));
            foreach (var bevinding in Berichtcontrole.Controleer(bericht)) Gebreken.Enqueue($"{bericht}: {bevinding}");
            Gekregen.Enqueue((vraag.Path, vraag.Headers.Authorization.ToString().Replace("Bearer ", ""), bericht));
        }
        catch (BerichtOnleesbaar fout)
        {
            Gebreken.Enqueue(fout.Message);
        }
        return vraag.ContentType!.StartsWith("text/xml", StringComparison.Ordinal)
            ? Results.Text(Encoding.UTF8.GetString(Soap.Om(new Bv03(null), DateTime.UtcNow)), "text/xml")
            : Results.Accepted();
    }

    private byte[] ZonderEnvelop(byte[] bytes)
    {
        var tekst = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        if (!tekst.StartsWith('<') || tekst.Replace("\r\n", "").Contains('\n'))
            Gebreken.Enqueue("Geen UTF-8 zonder BOM met CR/LF (OP192).");
        var wortel = XElement.Parse(tekst);
        if (wortel.Name == Soapruimte + "Envelope") wortel = wortel.Element(Soapruimte + "Body")!.Elements().Single();
        if (wortel.Name.NamespaceName != "http://www.stufstandaarden.nl/koppelvlak/ggk0210") return bytes;
        Enveloppen.Enqueue(wortel);
        return ZonderEnvelop(Convert.FromBase64String(wortel.Descendants(wortel.Name.Namespace + "xmlBestand").Single().Value));
    }

    public async Task<HttpResponseMessage> Stuur(string loket, Ketenbericht bericht) => await Stuur(loket, bericht.ToXml());

    public Task<HttpResponseMessage> Stuur(string loket, string xml) => Stuur(loket, Encoding.UTF8.GetBytes(xml));

    public async Task<HttpResponseMessage> Stuur(string loket, byte[] bestand) =>
        await Http.PostAsync($"/{loket}/berichten", new ByteArrayContent(bestand) { Headers = { ContentType = new("application/xml") } });

    public async Task<HttpResponseMessage> StuurSoap(string loket, string xml, string actie)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/{loket}/berichten")
        {
            Content = new StringContent(xml, Encoding.UTF8, "text/xml"),
        };
        verzoek.Headers.Add("SOAPAction", actie);
        return await Http.SendAsync(verzoek);
    }

    /// <summary>Gives an order to a simulated partner.</summary>
    public async Task<HttpResponseMessage> Beveel(string pad, object opdracht) => await Http.PostAsJsonAsync($"/beheer/{pad}", opdracht);

    /// <summary>Changes the record of a person in the BRP.</summary>
    public async Task Wijzig(object wijziging) =>
        (await Beveel("brp/wijziging", wijziging)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    /// <summary>The data that a partner holds.</summary>
    public async Task<JsonObject> Weet(string pad) => (await Http.GetFromJsonAsync<JsonObject>($"/beheer/{pad}"))!;

    /// <summary>The rules of level 2 that this message broke.</summary>
    public async Task<IReadOnlyList<string>> Regels(string partner, string identificatie) =>
        [.. (await Ontvangen(partner)).Single(o => o!["identificatie"]!.GetValue<string>() == identificatie)!["regels"]!.AsArray()
            .Select(regel => regel!.GetValue<string>())];

    /// <summary>Sends a message that must be accepted, and waits for its answer.</summary>
    public async Task<T> Antwoord<T>(string loket, Ketenbericht bericht) where T : Retourbericht
    {
        (await Stuur(loket, bericht)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return await Bericht<T>(retour => retour.Header.BerichtIdentificatie.Identificatie == bericht.Identificatie);
    }

    /// <summary>Waits for a message at the gateway.</summary>
    public async Task<T> Bericht<T>(Func<T, bool>? waarvoor = null) where T : Ketenbericht
    {
        T? gevonden = null;
        await Tot.Waar(() => (gevonden = Gekregen.Select(g => g.Bericht).OfType<T>().FirstOrDefault(waarvoor ?? (_ => true))) is not null,
            melding: typeof(T).Name);
        return gevonden!;
    }

    public async Task Gedraag(string partner, object gedrag) =>
        (await Http.PutAsJsonAsync($"/beheer/gedrag/{partner}", gedrag)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    public async Task<JsonArray> Verzonden(string partner) =>
        (await Http.GetFromJsonAsync<JsonArray>($"/beheer/verzonden?partner={partner}"))!;

    /// <summary>The current behaviour of a partner.</summary>
    public async Task<string> Modus(string partner) =>
        (await Http.GetFromJsonAsync<JsonObject>("/beheer/gedrag"))![partner]!["modus"]!.GetValue<string>();

    /// <summary>The number of persons towards whom a partner behaves differently.</summary>
    public async Task<int> Personen(string partner) =>
        (await Http.GetFromJsonAsync<JsonObject>("/beheer/gedrag"))![partner]!["personen"]!.GetValue<int>();

    public async Task<JsonArray> Ontvangen(string partner) =>
        (await Http.GetFromJsonAsync<JsonArray>($"/beheer/ontvangen?partner={partner}"))!;

    public async ValueTask DisposeAsync()
    {
        await _keten.DisposeAsync();
        await _gateway.DisposeAsync();
        Gebreken.ShouldBeEmpty();
    }
}

/// <summary>One <see cref="Huis"/> for tests that leave no data behind, or only about a person of their own.</summary>
public sealed class GedeeldHuis : IAsyncLifetime
{
    internal Huis Huis { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Huis = await Huis.Open();

    public ValueTask DisposeAsync() => Huis.DisposeAsync();
}
