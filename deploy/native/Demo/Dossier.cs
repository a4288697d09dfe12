using System.Text.Json.Nodes;

namespace WmoPlatform.Demo;

/// <summary>One dossier of the demo. It prints who does what, and every event as soon as it is in the timeline.</summary>
internal sealed class Dossier(Platform platform, string nummer, Rol lezer)
{
    private readonly HashSet<string> _getoond = [];

    public string Nummer => nummer;

    /// <summary>Prints the next step in the story.</summary>
    public static void Vertel(string wat) => Console.WriteLine($"  → {wat}");

    /// <summary>Waits until all these events have happened, each as often as it is named. Prints every event on the way.</summary>
    public async Task Tot(params string[] gebeurtenissen)
    {
        await platform.Zodra(lezer, $"/dossiers/v1/dossiers/{nummer}", dossier =>
        {
            var regels = dossier["tijdlijn"]!.AsArray();
            foreach (var regel in regels)
            {
                if (_getoond.Add($"{regel!["gebeurtenis"]} {regel["op"]} {regel["wat"]}"))
                    Console.WriteLine($"      {Tijd(regel)}  {regel["dienst"],-16} {regel["wat"]}");
            }
            var gebeurd = regels.CountBy(regel => regel!["gebeurtenis"]!.GetValue<string>()).ToDictionary();
            return gebeurtenissen.CountBy(g => g).All(g => gebeurd.GetValueOrDefault(g.Key) >= g.Value) ? dossier : null;
        }, $"{string.Join(", ", gebeurtenissen)} in dossier {nummer}");
    }

    /// <summary>The resident gives notice as of today, and the municipality confirms that with a decision.</summary>
    public async Task Opgezegd(Guid voorzieningId)
    {
        var opzegging = await platform.Post(
            Rol.Consulent, $"/beschikkingen/v1/voorzieningen/{voorzieningId}/opzegging", new { laatsteDag = Platform.Vandaag });
        var herziening = $"/beschikkingen/v1/herzieningen/{opzegging!["herzieningnummer"]!.GetValue<string>()}";
        await platform.Post(Rol.Consulent, $"{herziening}/besluit", new { motivering = "U heeft de hulp zelf opgezegd." });
        await platform.Post(Rol.Consulent, $"{herziening}/bekendmaking", new { });
    }

    public async Task ToonTijdlijn()
    {
        var dossier = (await platform.Get(lezer, $"/dossiers/v1/dossiers/{nummer}"))!;
        Console.WriteLine();
        Console.WriteLine($"Dossier {nummer}: {dossier["status"]}");
        foreach (var regel in dossier["tijdlijn"]!.AsArray()) Console.WriteLine($"  {Tijd(regel!)}  {regel!["dienst"],-16} {regel["wat"]}");
        Console.WriteLine("  Termijnen:");
        foreach (var termijn in dossier["termijnen"]!.AsArray())
        {
            Console.WriteLine(
                $"    {termijn!["soort"],-14} uiterlijk {termijn["uiterlijk"]}  {termijn["status"],-10} {termijn["grondslag"]}");
        }
        Console.WriteLine($"  Aan zet: {dossier["aanZet"]!["wie"]}. {dossier["aanZet"]!["wat"]}");
    }

    private static string Tijd(JsonNode regel) =>
        $"{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(regel["op"]!.GetValue<DateTimeOffset>(), "Europe/Amsterdam"):HH:mm:ss}";
}
