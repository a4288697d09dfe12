using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Testhuis;

/// <summary>
/// The state machine of an aggregate, found out by doing every act in every state, and compared with its part of
/// <c>docs/toestanden.md</c>. After a change, <c>WMOPLATFORM_VOORBEELDEN=schrijf</c> writes that part anew.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="naam">The name of its part.</param>
/// <param name="toestand">Names the state that it is in.</param>
public sealed partial class Toestandskaart<T>(string naam, Func<T, string> toestand) where T : Aggregate
{
    private readonly List<(string Naam, Func<T> Maak)> _toestanden = [];
    private readonly List<(string Naam, Func<T, string?> Doe)> _daden = [];

    /// <summary>A state, with a new aggregate in it.</summary>
    public Toestandskaart<T> In(string toestand, Func<T> maak)
    {
        _toestanden.Add((toestand, maak));
        return this;
    }

    /// <summary>An act, as it is done in a state in which it can be done.</summary>
    public Toestandskaart<T> Daad(string wat, Action<T> doe) => Bericht(wat, t =>
    {
        doe(t);
        return null;
    });

    /// <summary>A message of a partner. One that is not accepted is answered with a code of its standard.</summary>
    public Toestandskaart<T> Bericht(string wat, Func<T, string?> doe)
    {
        _daden.Add((wat, doe));
        return this;
    }

    /// <summary>Does everything, and compares it with the document.</summary>
    /// <exception cref="InvalidOperationException">
    /// A state is not what it says, a refused act changed something, or the document says something else.
    /// </exception>
    public void Controleer()
    {
        var deel = Schrijf();
        var bestand = Path.Combine(Wortel, "docs", "toestanden.md");
        var document = File.ReadAllText(bestand);
        var hier = new Regex($"<!-- {Regex.Escape(naam)} -->.*?<!-- einde -->", RegexOptions.Singleline);
        var nieuw = $"<!-- {naam} -->\n{deel}<!-- einde -->";
        if (hier.Match(document).Value == nieuw) return;
        if (Environment.GetEnvironmentVariable("WMOPLATFORM_VOORBEELDEN") != "schrijf")
            throw new InvalidOperationException($"docs/toestanden.md zegt iets anders over {naam}. Draai de tests eens met "
                + $"WMOPLATFORM_VOORBEELDEN=schrijf. Het is:\n{deel}");
        File.WriteAllText(bestand, hier.IsMatch(document) ? hier.Replace(document, nieuw.Replace("$", "$$", StringComparison.Ordinal))
            : $"{document.TrimEnd()}\n\n{nieuw}\n");
    }

    private string Schrijf()
    {
        var weigeringen = new SortedDictionary<string, Weigering>(StringComparer.Ordinal);
        var tekst = new StringBuilder($"## {naam}\n| | {string.Join(" | ", _toestanden.Select(t => t.Naam))} |\n");
        tekst.Append("|---|").Insert(tekst.Length, "---|", _toestanden.Count).Append('\n');
        foreach (var (wat, doe) in _daden)
            tekst.Append($"| {wat} | {string.Join(" | ", _toestanden.Select(t => Uitkomst(t, doe, weigeringen)))} |\n");
        tekst.Append("\n| weigering | | artikel | zin |\n|---|---|---|---|\n");
        foreach (var w in weigeringen.Values)
            tekst.Append($"| `{w.Code}` | {w.Status} | {w.Grondslag ?? ""} | {Datum().Replace(w.Message, "…")} |\n");
        return tekst.ToString();
    }

    private string Uitkomst((string Naam, Func<T> Maak) begin, Func<T, string?> doe, SortedDictionary<string, Weigering> weigeringen)
    {
        var aggregaat = begin.Maak();
        if (toestand(aggregaat) != begin.Naam)
            throw new InvalidOperationException($"{naam}: dit is {toestand(aggregaat)}, en niet {begin.Naam}.");
        Aankondigingen.Van(aggregaat);
        var versie = aggregaat.Versie;
        string? code;
        try
        {
            code = doe(aggregaat);
        }
        catch (Weigering w)
        {
            code = w.Code;
            weigeringen[$"{w.Code} {w.Message}"] = w;
        }
        if (code is not null)
        {
            if (toestand(aggregaat) != begin.Naam || aggregaat.Versie != versie || Aankondigingen.Van(aggregaat).Count > 0)
                throw new InvalidOperationException($"{naam}, {begin.Naam}: {code} weigert, maar er veranderde toch iets.");
            return $"`{code}`";
        }
        return toestand(aggregaat) is var daarna && daarna != begin.Naam ? $"→ {daarna}" : aggregaat.Versie == versie ? "–" : "kan";
    }

    private static string Wortel { get; } = typeof(Programma).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Wortel").Value!;

    /// <summary>A day in a sentence, which is another one in every case.</summary>
    [GeneratedRegex(@"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) \d{1,2} \w+ \d{4}|€ ?[\d.,]+")]
    private static partial Regex Datum();
}
