using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>Asks Haal Centraal BRP Personen Bevragen (<c>POST /personen</c>), only for the fields that iWmo and a letter need.</summary>
public sealed class BrpAdapter(HttpClient http)
{
    private static readonly string[] Velden =
        ["naam", "geboorte.datum", "geslacht", "verblijfplaats", "geheimhoudingPersoonsgegevens"];

    /// <summary>Looks up the person with this BSN.</summary>
    /// <returns>Null when the BRP does not know the BSN.</returns>
    /// <exception cref="BrpOnbereikbaar">The BRP cannot be reached, or answers with an error.</exception>
    public async Task<BrpPersoon?> Raadpleeg(string bsn, CancellationToken annulering)
    {
        try
        {
            var vraag = new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { bsn }, fields = Velden };
            using var antwoord = await http.PostAsJsonAsync((Uri?)null, vraag, annulering);
            antwoord.EnsureSuccessStatusCode();
            var personen = (await antwoord.Content.ReadFromJsonAsync<JsonElement>(annulering)).GetProperty("personen");
            return personen.GetArrayLength() == 0 ? null : Lees(bsn, personen[0]);
        }
        catch (Exception e) when (IsStoring(e) && !annulering.IsCancellationRequested)
        {
            throw new BrpOnbereikbaar(e.GetType().Name);
        }
    }

    private static bool IsStoring(Exception fout) =>
        fout is HttpRequestException or TimeoutRejectedException or TaskCanceledException or BrokenCircuitException
            or JsonException or KeyNotFoundException;

    private static BrpPersoon Lees(string bsn, JsonElement persoon)
    {
        var naam = Deel(persoon, "naam");
        var (geboren, datumGebruik) = Geboorte(Deel(Deel(persoon, "geboorte"), "datum"));
        var geslacht = Tekst(Deel(persoon, "geslacht"), "code") switch { "M" => 1, "V" => 2, _ => 0 };
        var geheim = Deel(persoon, "geheimhoudingPersoonsgegevens") is { ValueKind: JsonValueKind.Number or JsonValueKind.True } g
            && (g.ValueKind == JsonValueKind.True || g.GetInt32() > 0);
        return new BrpPersoon(
            new Persoonsgegevens(bsn,
                new Persoonsnaam(Tekst(naam, "geslachtsnaam") ?? "", Tekst(naam, "voorvoegsel"), Tekst(naam, "voornamen"),
                Tekst(naam, "voorletters")?.Replace(".", "", StringComparison.Ordinal)),
                geboren, datumGebruik, geslacht, Adres(Deel(Deel(persoon, "verblijfplaats"), "verblijfadres"))),
            geheim);
    }

    /// <summary>Completes an incomplete date of birth as iWmo rule IV009 prescribes.</summary>
    private static (DateOnly Datum, int? Gebruik) Geboorte(JsonElement datum)
    {
        if (Tekst(datum, "datum") is { } volledig) return (DateOnly.ParseExact(volledig, "yyyy-MM-dd", CultureInfo.InvariantCulture), null);
        if (Deel(datum, "jaar") is not { ValueKind: JsonValueKind.Number } jaar) return (new DateOnly(1900, 1, 1), 3);
        return Deel(datum, "maand") is { ValueKind: JsonValueKind.Number } maand ? (new DateOnly(jaar.GetInt32(), maand.GetInt32(), 1), 1)
            : (new DateOnly(jaar.GetInt32(), 1, 1), 2);
    }

    private static Adres? Adres(JsonElement adres) =>
        Tekst(adres, "postcode") is not { } postcode ? null : new Adres(
            Tekst(adres, "korteStraatnaam") ?? Tekst(adres, "officieleStraatnaam") ?? "",
                Deel(adres, "huisnummer") is { ValueKind: JsonValueKind.Number } nr ? nr.GetInt32() : 0,
            Tekst(adres, "huisletter"), Tekst(adres, "huisnummertoevoeging"), postcode.Replace(" ", "", StringComparison.Ordinal),
                Tekst(adres, "woonplaats") ?? "");

    private static JsonElement Deel(JsonElement van, string naam) =>
        van.ValueKind == JsonValueKind.Object && van.TryGetProperty(naam, out var deel) ? deel : default;

    private static string? Tekst(JsonElement van, string naam) =>
        Deel(van, naam) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;
}

/// <summary>The BRP could not be reached, or gave no usable answer.</summary>
public sealed class BrpOnbereikbaar(string oorzaak) : Exception($"De BRP antwoordt niet ({oorzaak}).");

public static class BrpExtensions
{
    /// <summary>
    /// Registers the adapter (setting <c>Partners:Brp:Adres</c>) with time-out, retries and a circuit breaker, and <see
    /// cref="BrpNavraag"/>.
    /// </summary>
    public static void AddBrp(this IHostApplicationBuilder builder)
    {
        var adres = builder.Configuration.VerplichtAdres("Partners:Brp:Adres", "waar de personen van de BRP te bevragen zijn");
        var storing = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
            .HandleResult(antwoord => !antwoord.IsSuccessStatusCode);
        // Longer than all attempts together, so that reading an answer ends too.
        builder.Services.AddHttpClient<BrpAdapter>(c => (c.BaseAddress, c.Timeout) = (adres, TimeSpan.FromSeconds(25)))
            .AddResilienceHandler("brp", pijplijn => pijplijn
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 2,
                    Delay = TimeSpan.FromMilliseconds(200),
                    ShouldRetryAfterHeader = false,
                    ShouldHandle = storing,
                })
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    MinimumThroughput = 10,
                    BreakDuration = TimeSpan.FromSeconds(10),
                    ShouldHandle = storing,
                })
                .AddTimeout(TimeSpan.FromSeconds(5)));
        builder.Services.AddSingleton<BrpNavraag>().AddHostedService(sp => sp.GetRequiredService<BrpNavraag>());
    }
}
