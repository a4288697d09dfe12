using System.Text.Json.Nodes;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// The values that the APIs give about some dossiers, by the name of the field. With it, a random request is about something that exists.
/// </summary>
internal sealed class Woordenboek
{
    /// <summary>Names of things that all dossiers share: a random change of them would change the dossiers of other tests.</summary>
    private static readonly HashSet<string> Gedeeld = new(["agb", "wijkteam", "tegenpartij"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<string>> _waarden = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _berichten = [];

    /// <summary>The chain messages about these dossiers, as XML.</summary>
    public IReadOnlyList<string> Berichten => _berichten;

    /// <summary>Reads all that the backoffice can read about these dossiers.</summary>
    public static async Task<Woordenboek> Over(Platform platform, IEnumerable<Dossier> dossiers)
    {
        var boek = new Woordenboek();
        foreach (var dossier in dossiers)
        {
            foreach (var pad in (string[])[
                $"/meldingen/v1/meldingen/{dossier.Meldingnummer}", $"/onderzoek/v1/onderzoeken/{dossier.Nummer}",
                $"/beschikkingen/v1/aanvragen/{dossier.Nummer}", $"/dossiers/v1/dossiers/{dossier.Nummer}",
                $"/pgb/v1/budgetten/{dossier.VoorzieningId}", $"/pgb/v1/toetsen/{dossier.VoorzieningId}",
                .. ((string[])["zorgaanbieders/v1/toewijzingen", "correspondentie/v1/verzendingen", "zorgaanbieders/v1/iwmo/berichten",
                    "pgb/v1/ipgb/berichten", "eigen-bijdrage/v1/ieb/berichten"]).Select(p => $"/{p}?dossiernummer={dossier.Nummer}"),
            ])
            {
                var (gelukt, antwoord) = await Lees(platform, pad, "application/json");
                if (!gelukt) continue;
                var gelezen = JsonNode.Parse(antwoord)!;
                boek.Leer("", gelezen);
                if (!pad.Contains("/berichten?", StringComparison.Ordinal)) continue;
                foreach (var bericht in gelezen["items"]!.AsArray())
                    if (await Lees(platform, $"{pad.Split('?')[0]}/{bericht!["id"]}", "application/xml") is (true, var xml))
                        boek._berichten.Add(xml);
            }
        }
        // Without these the requests would be about nothing, and nobody would notice.
        boek._berichten.ShouldNotBeEmpty();
        foreach (var naam in (string[])["dossiernummer", "meldingnummer", "voorzieningId", "toewijzingnummer", "gesprekId", "id"])
            boek._waarden.ShouldContainKey(naam);
        return boek;
    }

    /// <summary>A value that a field of this name has somewhere, or null.</summary>
    public string? Kies(string naam, Random lot) =>
        !Gedeeld.Contains(naam) && _waarden.TryGetValue(naam, out var waarden) ? waarden[lot.Next(waarden.Count)] : null;

    private void Leer(string naam, JsonNode? deel)
    {
        switch (deel)
        {
            case JsonObject velden:
                foreach (var (veld, waarde) in velden) Leer(veld, waarde);
                break;
            case JsonArray lijst:
                foreach (var item in lijst) Leer(naam, item);
                break;
            case JsonValue waarde:
                if (!_waarden.TryGetValue(naam, out var bekend)) _waarden[naam] = bekend = [];
                bekend.Add(waarde.ToJsonString());
                break;
        }
    }

    private static async Task<(bool Gelukt, string Antwoord)> Lees(Platform platform, string pad, string soort)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, pad);
        verzoek.Headers.Authorization = new("Bearer", await platform.Token(Mensen.Backoffice));
        verzoek.Headers.Accept.ParseAdd(soort);
        return await platform.Ruw(verzoek, async a => (a.IsSuccessStatusCode, await a.Content.ReadAsStringAsync()));
    }
}
