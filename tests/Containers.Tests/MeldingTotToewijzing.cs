using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WmoPlatform.Containers.Tests;

/// <summary>The chain in containers. Needs Docker with compose, an image registry and the full package feed.</summary>
public sealed class MeldingTotToewijzing(PlatformInContainers platform) : IClassFixture<PlatformInContainers>
{
    private const string Agb = "12345678";
    private static readonly string[] Doelen = ["Dagstructuur"];
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_melding_travels_through_the_real_images_to_an_accepted_toewijzing()
    {
        using var inwoner = await platform.Als("demo-inwoner");
        using var consulent = await platform.Als("demo-consulent");
        using var beslisser = await platform.Als("demo-beslisser");
        using var backoffice = await platform.Als("demo-backoffice");
        var vandaag = DateOnly.FromDateTime(DateTime.UtcNow);

        var melding = await Stuur(inwoner, HttpMethod.Post, "meldingen/v1/meldingen",
            new { kanaal = "web", hulpvraag = "Ik krijg mijn week niet meer op orde." }, sleutel: Guid.NewGuid().ToString());
        var dossier = melding["dossiernummer"]!.GetValue<string>();

        // Onderzoek
        var onderzoek = $"onderzoek/v1/onderzoeken/{dossier}";
        await Wacht(consulent, onderzoek, _ => true);
        var gesprek = await Stuur(consulent, HttpMethod.Post, $"{onderzoek}/gesprekken", new { tijdstip = DateTimeOffset.UtcNow, plaats = "thuis" });
        await Stuur(consulent, HttpMethod.Post, $"{onderzoek}/gesprekken/{gesprek["gesprekId"]}/verslag",
            new { gevoerdOp = vandaag, gebruiktWlz = false, onderwerpen = new { behoeften = "Structuur in de week." } });
        var indicatie = await Stuur(consulent, HttpMethod.Post, $"{onderzoek}/indicaties", new
        {
            product = new { categorie = "02", code = "02T21" },
            omvang = new { volume = 120, eenheid = "01", frequentie = "2" },
            periode = new { ingangsdatum = vandaag.AddDays(14), einddatum = vandaag.AddDays(378) },
            doelen = Doelen,
        });
        var voorziening = indicatie["voorzieningId"]!.GetValue<string>();
        await Stuur(consulent, HttpMethod.Put, $"{onderzoek}/indicaties/{voorziening}/keuze", new { leveringsvorm = "zin", agb = Agb }, ifMatch: await Etag(consulent, onderzoek));
        await Stuur(consulent, HttpMethod.Post, $"{onderzoek}/verslag", new { samenvatting = "Begeleiding bij het ordenen van de week." });
        await Stuur(inwoner, HttpMethod.Post, $"{onderzoek}/verslag/ondertekening", new { wijze = "digitaal" });

        // Beschikking
        var aanvraag = $"beschikkingen/v1/aanvragen/{dossier}";
        await Wacht(beslisser, aanvraag, _ => true);
        await Stuur(beslisser, HttpMethod.Post, $"{aanvraag}/besluit",
            new { besluiten = new[] { new { voorzieningId = voorziening, uitkomst = "toekennen", motivering = "De begeleiding is nodig en passend." } } });
        await Stuur(beslisser, HttpMethod.Post, $"{aanvraag}/bekendmaking", new { });

        // Toewijzing: sent once, and accepted by the provider.
        var tijdlijn = await Wacht(backoffice, $"dossiers/v1/dossiers/{dossier}", d => d.ToJsonString().Contains("ToewijzingGeaccepteerd", StringComparison.Ordinal));
        tijdlijn.ToJsonString().ShouldContain("ZorgToegewezen");
        var ontvangen = await platform.Ontvangen("ggk");
        ontvangen.Count(b => b!["soort"]!.GetValue<string>().Contains("301", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task<JsonNode> Stuur(HttpClient client, HttpMethod methode, string pad, object body, string? sleutel = null, string? ifMatch = null)
    {
        using var verzoek = new HttpRequestMessage(methode, new Uri(pad, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel);
        if (ifMatch is not null) verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var antwoord = await client.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.IsSuccessStatusCode.ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{methode} {pad} gaf {(int)antwoord.StatusCode}: {tekst}"));
        return tekst.Length == 0 ? new JsonObject() : JsonNode.Parse(tekst)!;
    }

    private static async Task<string> Etag(HttpClient client, string pad)
    {
        using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative));
        return antwoord.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    /// <summary>Asks until the answer is there and satisfies, because events travel in their own time.</summary>
    private static async Task<JsonNode> Wacht(HttpClient client, string pad, Predicate<JsonNode> klaar)
    {
        using var grens = new CancellationTokenSource(Geduld);
        using var tik = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await tik.WaitForNextTickAsync(grens.Token))
        {
            using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), grens.Token);
            if (antwoord.StatusCode == HttpStatusCode.NotFound) continue;
            antwoord.EnsureSuccessStatusCode();
            var json = (await antwoord.Content.ReadFromJsonAsync<JsonNode>(grens.Token))!;
            if (klaar(json)) return json;
        }
        throw new TimeoutException(pad);
    }
}
