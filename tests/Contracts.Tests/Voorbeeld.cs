using System.Collections;

namespace WmoPlatform.Contracts.Tests;

/// <summary>Makes the same example of an event every time, with every property filled and, where possible, different.</summary>
internal sealed class Voorbeeld
{
    private int _teller;

    public static Gebeurtenis Van(Type soort) => ((Gebeurtenis)new Voorbeeld().Maak(soort, soort.Name)) with
    {
        Dossiernummer = "D-2026-000123",
        AggregaatId = new Guid("0193a000-0000-7000-8000-000000000001"),
        Versie = 7,
        Op = new DateTimeOffset(2026, 11, 23, 9, 30, 15, TimeSpan.Zero),
    };

    private object Maak(Type soort, string naam)
    {
        _teller++;
        if (Nullable.GetUnderlyingType(soort) is { } waarde) return Maak(waarde, naam);
        if (soort == typeof(string)) return Tekst(naam);
        if (soort == typeof(Guid)) return new Guid(_teller, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
        if (soort == typeof(DateOnly)) return new DateOnly(2026, 1, 1).AddDays(_teller);
        if (soort == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 1, 1, 12, 0, _teller % 60, TimeSpan.Zero);
        if (soort == typeof(bool)) return true;
        if (soort == typeof(int)) return _teller;
        if (soort == typeof(long)) return 1000L + _teller;
        if (soort == typeof(decimal)) return 1234.56m;
        if (soort.IsEnum) return Enum.GetValues(soort).GetValue(Enum.GetValues(soort).Length - 1)!;
        if (soort.IsGenericType && soort.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Lijst(soort.GetGenericArguments()[0], naam);
        if (soort.IsGenericType && soort.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Woordenboek(soort.GetGenericArguments(), naam);
        var maker = soort.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return maker.Invoke([.. maker.GetParameters().Select(p => Maak(p.ParameterType, p.Name!))]);
    }

    private static string Tekst(string naam) => naam switch
    {
        "Bsn" => "999993653",
        "Agb" => "12345678",
        "Categorie" or "Productcategorie" or "Productcategorieen" => "02",
        "Eenheid" => "04",
        "Frequentie" => "2",
        "Meldingnummer" => "M-2026-000123",
        "Beschikkingnummer" => "B-2026-000123",
        "Retourcodes" => "9019",
        _ => naam.ToLowerInvariant(),
    };

    private object Lijst(Type element, string naam)
    {
        var lijst = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        lijst.Add(Maak(element, naam));
        return lijst;
    }

    private object Woordenboek(Type[] soorten, string naam)
    {
        var boek = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(soorten))!;
        boek.Add(Maak(soorten[0], naam), Maak(soorten[1], naam));
        return boek;
    }
}
