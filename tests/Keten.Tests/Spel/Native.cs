using System.Text.RegularExpressions;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// The processes of the native run, as <c>deploy/native/services.conf</c> lists them, each on a port of its own: what the tests prove, they
/// prove of the settings that people run with.
/// </summary>
internal sealed partial class Native
{
    private readonly Dictionary<string, int> _poorten = [];
    private readonly List<(string Naam, string Project, string Poort, List<KeyValuePair<string, string>> Instellingen)> _processen = [];
    private readonly List<KeyValuePair<string, string>> _alle = [];

    public Native()
    {
        foreach (var regel in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "services.conf"))
            .Where(r => r.Length > 0 && r[0] != '#'))
        {
            if (regel[0] == ' ')
            {
                var delen = regel.Trim().Split('=', 2);
                (_processen.Count == 0 ? _alle : _processen[^1].Instellingen).Add(new(delen[0], delen[1]));
            }
            else if (regel.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var naam, var project, var poort])
            {
                _processen.Add((naam, project, poort, []));
                _poorten[poort] = VrijePoort.Neem();
            }
        }
    }

    public IEnumerable<(string Naam, string Project, int Poort)> Processen =>
        _processen.Select(p => (p.Naam, p.Project, _poorten[p.Poort]));

    /// <summary>Those that have a database.</summary>
    public IEnumerable<string> Diensten =>
        _processen.Where(p => p.Instellingen.Any(i => i.Key == $"ConnectionStrings__{p.Naam}")).Select(p => p.Naam);

    /// <summary>The environment of one process.</summary>
    /// <param name="naam">For instance <c>meldingen</c>.</param>
    /// <param name="plaatshouders">What stands between braces in the list: <c>data</c>, <c>postgres</c>, <c>rabbitmq</c>,
    /// <c>sleutel</c>.</param>
    public Dictionary<string, string?> Omgeving(string naam, IReadOnlyDictionary<string, string> plaatshouders)
    {
        var proces = _processen.Single(p => p.Naam == naam);
        return _alle.Concat(proces.Instellingen).ToDictionary(i => i.Key, i => (string?)Vul(i.Value));

        string Vul(string waarde)
        {
            waarde = Plaatshouder().Replace(waarde, m => m.Groups[1].Value switch
            {
                "naam" => naam,
                "poort" => proces.Poort,
                var wat => plaatshouders[wat],
            });
            return Adres().Replace(waarde, m => $"127.0.0.1:{_poorten[m.Groups[1].Value]}");
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Plaatshouder();

    [GeneratedRegex(@"localhost:(\d+)")]
    private static partial Regex Adres();
}
