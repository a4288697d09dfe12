using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Inzage;

/// <summary>
/// The dossiers and persons that one call is about. They come from the address and from the properties of the answer that identify one, so
/// an endpoint needs no code for it. A dossier number stands for itself; another number follows its kind: <c>toewijzing/48</c>.
/// </summary>
public sealed partial class Onderwerpen
{
    private const string Dossiernummer = "Dossiernummer";
    private static readonly string[] Herkenbaar = [Dossiernummer, "PersoonId", "Toewijzingnummer"];
    private static readonly ConcurrentDictionary<Type, Kenmerk[]> Bekend = new();

    private readonly HashSet<string> _alle = new(StringComparer.Ordinal);

    /// <summary>Each subject once.</summary>
    public IReadOnlyCollection<string> Alle => _alle;

    internal bool NoemtDossier { get; private set; }

    /// <summary>Whether an answer of this type can name a dossier, a person or something of one.</summary>
    public static bool Herkent(Type antwoord) => Kenmerken(antwoord).Length > 0;

    /// <summary>Takes the numbers of the address, and those by which a list was searched.</summary>
    internal void VanAdres(HttpRequest verzoek)
    {
        foreach (var (naam, waarde) in verzoek.RouteValues) Neem(naam, waarde as string ?? "");
        foreach (var (naam, waarde) in verzoek.Query)
            if (Herkenbaar.Contains(naam, StringComparer.OrdinalIgnoreCase)) Neem(naam, waarde.ToString());
    }

    internal void VanAntwoord(object? antwoord)
    {
        switch (antwoord)
        {
            case null or string or byte[]:
                return;
            case IEnumerable rij:
                foreach (var deel in rij) VanAntwoord(deel);
                return;
        }
        foreach (var kenmerk in Kenmerken(antwoord.GetType()))
            if (kenmerk.Eigenschap.GetValue(antwoord) is { } waarde)
            {
                if (kenmerk.IsOnderwerp) Neem(kenmerk.Eigenschap.Name, Convert.ToString(waarde, CultureInfo.InvariantCulture)!);
                else VanAntwoord(waarde);
            }
    }

    internal void Dossiers(IEnumerable<string> nummers)
    {
        foreach (var nummer in nummers) Neem(Dossiernummer, nummer);
    }

    /// <summary>
    /// Keeps only a value that has the form of one of our own numbers, because a client can put anything in an address, also a BSN.
    /// </summary>
    private void Neem(string naam, string waarde)
    {
        if (waarde.Length == 0) return;
        var eigen = EigenNummer().IsMatch(waarde);
        var onderwerp = eigen ? waarde : Kort(naam) + "/" + (IsKenmerk(waarde) ? waarde : "onleesbaar");
        if (eigen && waarde[0] == 'D') NoemtDossier = true;
        _alle.Add(onderwerp);
    }

    private static bool IsKenmerk(string waarde) =>
        Guid.TryParseExact(waarde, "D", out _)
        || (waarde.Length <= 18 && waarde.All(char.IsAsciiDigit) && !Bsn.TryParse(waarde.PadLeft(9, '0'), out _));

    /// <summary><c>toewijzingnummer</c> is <c>toewijzing</c>, and <c>PersoonId</c> is <c>persoon</c>.</summary>
    private static string Kort(string naam)
    {
        var kort = naam.EndsWith("nummer", StringComparison.Ordinal) ? naam[..^6]
            : naam.Length > 2 && naam.EndsWith("Id", StringComparison.Ordinal) ? naam[..^2] : naam;
        return kort.ToLowerInvariant();
    }

    /// <summary>The properties of a type that are a subject, or that hold a type with such properties.</summary>
    private static Kenmerk[] Kenmerken(Type soort) => Bekend.GetOrAdd(soort, static s => Zoek(s, []));

    private static Kenmerk[] Zoek(Type soort, HashSet<Type> pad)
    {
        var element = Element(soort);
        if (element != soort) return Zoek(element, pad);
        if (soort.Namespace?.StartsWith("WmoPlatform", StringComparison.Ordinal) != true || soort.IsEnum || !pad.Add(soort)) return [];
        Kenmerk[] gevonden =
        [
            .. soort.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(e => e.GetIndexParameters().Length == 0)
                .Select(e => new Kenmerk(e, Herkenbaar.Contains(e.Name)))
                .Where(k => k.IsOnderwerp || Zoek(k.Eigenschap.PropertyType, pad).Length > 0),
        ];
        pad.Remove(soort);
        return gevonden;
    }

    private static Type Element(Type soort)
    {
        if (soort.IsArray) return soort.GetElementType()!;
        if (soort == typeof(string) || !soort.IsGenericType || !soort.IsAssignableTo(typeof(IEnumerable))) return soort;
        return soort.GetGenericArguments()[^1];
    }

    [GeneratedRegex(@"^[A-Z]-\d{4}-\d{6,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex EigenNummer();

    private sealed record Kenmerk(PropertyInfo Eigenschap, bool IsOnderwerp);
}
