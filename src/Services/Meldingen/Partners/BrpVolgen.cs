using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Follows persons with the Haal Centraal BRP Update API: <c>PUT /volgindicaties/{burgerservicenummer}</c> places, changes or ends it, and
/// <c>GET /wijzigingen</c> names who changed since a day. What changed is asked of <see cref="BrpAdapter"/>.
/// </summary>
public sealed class BrpVolgen(HttpClient http)
{
    /// <summary>Follows this person from now on. Following twice is following.</summary>
    public Task<Volguitslag> Volg(string bsn, CancellationToken annulering) => Zet(bsn, new Volgindicatie(null), annulering);

    /// <summary>Ends it: from this day on the person is not followed any more.</summary>
    public Task<Volguitslag> Beeindig(string bsn, DateOnly vandaag, CancellationToken annulering) =>
        Zet(bsn, new Volgindicatie(vandaag), annulering);

    /// <summary>The BSNs that we follow, by the BRP's own account; null when it does not answer.</summary>
    public async Task<IReadOnlyList<string>?> Gevolgden(CancellationToken annulering) =>
        (await Haal<Volgindicaties>("volgindicaties", annulering))?.Items?.Select(v => v.Burgerservicenummer).OfType<string>().ToList();

    /// <summary>The BSNs of those we follow whose data changed on this day or later; null when the BRP does not answer.</summary>
    /// <param name="vanaf">The first day; null for all days since they are followed.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task<IReadOnlyList<string>?> Gewijzigd(DateOnly? vanaf, CancellationToken annulering) => (await Haal<Wijzigingen>(
        vanaf is { } dag ? string.Create(CultureInfo.InvariantCulture, $"wijzigingen?vanaf={dag:yyyy-MM-dd}") : "wijzigingen",
        annulering))?.Burgerservicenummers;

    private async Task<Volguitslag> Zet(string bsn, Volgindicatie indicatie, CancellationToken annulering)
    {
        if (http.BaseAddress is null) return Volguitslag.NietIngericht;
        try
        {
            using var antwoord = await http.PutAsJsonAsync($"volgindicaties/{bsn}", indicatie, annulering);
            if (antwoord.IsSuccessStatusCode) return Volguitslag.Gezet;
            var isWeg = (int)antwoord.StatusCode >= 500 || BrpAdapter.IsWeg(antwoord);
            return isWeg ? Volguitslag.Weg : Volguitslag.Geweigerd;
        }
        catch (Exception e) when (IsStoring(e) && !annulering.IsCancellationRequested)
        {
            return Volguitslag.Weg;
        }
    }

    private async Task<T?> Haal<T>(string pad, CancellationToken annulering) where T : class
    {
        if (http.BaseAddress is null) return null;
        try
        {
            return await http.GetFromJsonAsync<T>(pad, annulering);
        }
        catch (Exception e) when (IsStoring(e) && !annulering.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool IsStoring(Exception e) =>
        e is HttpRequestException or TimeoutRejectedException or TaskCanceledException or BrokenCircuitException or JsonException;

    private sealed record Volgindicatie(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Einddatum);

    private sealed record Volgindicaties([property: JsonPropertyName("volgindicaties")] IReadOnlyList<Gevolgde>? Items);

    private sealed record Gevolgde(string? Burgerservicenummer);

    private sealed record Wijzigingen(IReadOnlyList<string>? Burgerservicenummers);
}

/// <summary>The outcome of following, or of ending it.</summary>
public enum Volguitslag
{
    /// <summary>The BRP has it so.</summary>
    Gezet,
    /// <summary>The BRP refuses it for this BSN.</summary>
    Geweigerd,
    /// <summary>The BRP could not be reached, or lets us in no more.</summary>
    Weg,
    /// <summary>The municipality has no service to follow persons.</summary>
    NietIngericht,
}
