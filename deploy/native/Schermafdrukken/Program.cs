using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

// Makes the pictures of docs/operations.md: a resident makes a melding on the platform that runs, and the Aspire dashboard shows it.
// docs/schermafdrukken.sh calls this with the link that signs in to the dashboard and the folder for the pictures.

if (args is not [var link, var folder])
{
    Console.Error.WriteLine("Geef de link van het dashboard (met ?t=…) en de map voor de afdrukken.");
    return 2;
}

using var http = new HttpClient();
var melding = await Meld();

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
    // Chromium refuses its sandbox to root.
    Args = ["--no-sandbox"],
});
var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1500, Height = 950 }, ColorScheme = ColorScheme.Light });
await page.GotoAsync(link);
var dashboard = new Uri(new Uri(link), "/");

await Shoot("resources", "/", "zorgaanbieders");
await Shoot("melding", $"/traces/detail/{melding.ToHexString()}", "Ontvangstbevestiging verzenden");
await Shoot("outbox", "/metrics/resource/meldingen", "Berichten die aan de broker zijn aangeboden.",
    click: "messaging.client.sent.messages");
return 0;

// Waits until the page shows a text that says it is complete, then for the drawing to end.
async Task Shoot(string name, string path, string text, string? click = null)
{
    await page.GotoAsync(new Uri(dashboard, path).ToString());
    if (click is not null) await page.GetByTitle(click, new() { Exact = true }).ClickAsync(new() { Timeout = 60_000 });
    await page.GetByText(text).First.WaitForAsync(new() { Timeout = 60_000 });
    await page.WaitForTimeoutAsync(3_000);
    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    Console.WriteLine($"{name}.png");
}

// Makes a melding under a trace that we choose, so that the dashboard can open that trace.
async Task<ActivityTraceId> Meld()
{
    using var form = new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "demo-inwoner",
        ["client_secret"] = "demo",
    });
    using var answer = await http.PostAsync(new Uri("http://localhost:8090/token"), form);
    answer.EnsureSuccessStatusCode();
    var token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();

    var trace = ActivityTraceId.CreateRandom();
    using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost:8080/meldingen/v1/meldingen")
    {
        Content = JsonContent.Create(
            new { kanaal = "web", hulpvraag = "Ik kan niet meer zelf koken.", email = "inwoner@voorbeeld.example" }),
    };
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
    request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
    using var made = await http.SendAsync(request);
    made.EnsureSuccessStatusCode();
    return trace;
}
