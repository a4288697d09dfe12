using System.Globalization;
using WmoPlatform.Keten.Post;

namespace WmoPlatform.Keten.Brp;

/// <summary>A person in the BRP. DatumBekend says how much of the date of birth is known: dag or jaar.</summary>
internal sealed record Testpersoon(
    string Bsn, string Voornamen, string? Voorvoegsel, string Geslachtsnaam, string Geslacht, DateOnly Geboren,
    string Straat, int Huisnummer, string Postcode, string DatumBekend = "dag", bool Geheim = false, DateOnly? Overleden = null)
{
    /// <summary>The municipality where the person is registered: its code of the CBS. The RNI is 1999.</summary>
    public string Gemeente { get; init; } = "0034";
    public string Plaats { get; init; } = "Almere";
    /// <summary>It was established that the person does not live at the address.</summary>
    public bool VerblijftNiet { get; init; }
    public bool Curatele { get; init; }

    /// <summary>The BSN of the guardian of a minor; null for an adult.</summary>
    public string? Voogd { get; init; }
    /// <summary>The part of the day of death that is known: dag or jaar.</summary>
    public string OverledenBekend { get; init; } = "dag";
    /// <summary>The reason why the record is not kept up, other than death.</summary>
    public string? Opschorting { get; init; }
    public DateOnly? Opgeschort { get; init; }
    /// <summary>The person is a non-resident: registered in the RNI, at an address abroad.</summary>
    public bool Rni { get; init; }
    /// <summary>The record holds a date of birth that does not exist.</summary>
    public bool Onleesbaar { get; init; }

    public string Voorletters => string.Concat(Voornamen.Split(' ').Select(naam => naam[0] + "."));
    public string VolledigeNaam => string.Join(' ', new[] { Voornamen, Voorvoegsel, Geslachtsnaam }.Where(deel => deel is not null));

    public override string ToString() => "[testpersoon]";
}

/// <summary>
/// The persons in the BRP: every BSN of the official test range 9999xxxxx that passes the elfproef, except <see cref="Onbekend"/>. Some
/// persons have a story. The others are adults at a Dutch address, always made up in the same way from the digits of the BSN.
/// </summary>
internal static class Testpersonen
{
    /// <summary>A BSN that passes the elfproef and belongs to nobody.</summary>
    public const string Onbekend = "999990019";

    private static readonly Dictionary<string, Testpersoon> MetVerhaal = new Testpersoon[]
    {
        new("999993653", "Fatima", "el", "Amrani", "V", new(1952, 4, 17), "Stadhuisplein", 12, "1315HR"),
        new("999900006", "Johannes Pieter", "de", "Boer", "M", new(1968, 9, 30), "Grote Markt", 7, "1315JA"),
        // Younger than 18: no eigen bijdrage.
        new("999990020", "Noor", null, "Jansen", "V", new(2012, 2, 29), "Windroosplein", 3, "1316AA") { Voogd = "999993653" },
        new("999990032", "Mara", null, "Visser", "V", new(1990, 11, 5), "Koetsierbaan", 21, "1315SE", Geheim: true), // address is secret
        new("999990044", "Yusuf", null, "Demir", "M", new(1947, 1, 1), "Odeonstraat", 5, "1325AL", DatumBekend: "jaar"),
        new("999990056", "Cornelia", "van", "Dijk", "V", new(1938, 6, 12), "Havenhoofd", 2, "1316BB", Overleden: new(2025, 1, 20)),
        new("999990068", "Ali", null, "Kaya", "M", new(1971, 8, 2), "Dorpsstraat", 9, "8211AB") { Gemeente = "0995", Plaats = "Lelystad" },
        new("999990081", "Eva", null, "Novak", "V", new(1980, 5, 6), "Sterrenpad", 4, "1318AC") { VerblijftNiet = true, Curatele = true },
    }.ToDictionary(persoon => persoon.Bsn);

    private static readonly string[] Vrouwen = ["Anna", "Aisha", "Maria", "Sofie", "Leyla", "Johanna", "Mei", "Priya", "Hendrika", "Olga"];
    private static readonly string[] Mannen = ["Jan", "Mohamed", "Pieter", "Emre", "Kees", "Ravi", "Willem", "Samuel", "Dirk", "Tomasz"];
    private static readonly (string? Voorvoegsel, string Naam)[] Achternamen =
    [
        (null, "Bakker"), ("van den", "Berg"), (null, "Smit"), (null, "Yilmaz"), ("de", "Groot"), (null, "Mulder"),
        (null, "Bouzid"), ("van", "Leeuwen"), (null, "Pinas"), (null, "Kowalski"), (null, "Meijer"),
    ];
    private static readonly string[] Straten =
        ["Componistenlaan", "Regenboogweg", "Literatuurwijk", "Filmdreef", "Muziekkade", "Sterrenpad", "Parkallee"];

    // No person with a story has a BSN in this range.
    private static readonly string[] Uitdeelbaar =
        [.. Enumerable.Range(10_000, 80_000).Select(n => $"9999{n:00000}").Where(Controle.Elfproef)];

    /// <summary>The BSN of the n-th resident without a story. The BSNs repeat after some seven thousand residents.</summary>
    public static string Nummer(int n) => Uitdeelbaar[n % Uitdeelbaar.Length];

    public static bool IsBsn(string? bsn) => bsn is { Length: 9 } && bsn.All(char.IsAsciiDigit) && Controle.Elfproef(bsn);

    public static bool IsTestnummer(string? bsn) => IsBsn(bsn) && bsn!.StartsWith("9999", StringComparison.Ordinal);

    public static bool HeeftVerhaal(string bsn) => MetVerhaal.ContainsKey(bsn);

    /// <summary>The person as they were at first. <see cref="Persoonslijsten"/> knows them as they are now.</summary>
    public static Testpersoon? Zoek(string bsn)
    {
        if (!IsTestnummer(bsn) || bsn == Onbekend) return null;
        return MetVerhaal.TryGetValue(bsn, out var persoon) ? persoon : Verzin(bsn, int.Parse(bsn.AsSpan(4), CultureInfo.InvariantCulture));
    }

    private static Testpersoon Verzin(string bsn, int zaad)
    {
        var vrouw = zaad % 2 == 0;
        var (voorvoegsel, achternaam) = Achternamen[zaad / 7 % Achternamen.Length];
        return new(
            bsn, (vrouw ? Vrouwen : Mannen)[zaad / 3 % 10], voorvoegsel, achternaam, vrouw ? "V" : "M",
            new DateOnly(1930, 1, 1).AddDays(zaad * 31 % 25_000), // born between 1930 and 1998
            Straten[zaad % Straten.Length], 1 + zaad % 180, $"13{zaad % 40:00}{(char)('A' + zaad % 20)}{(char)('A' + zaad / 20 % 20)}");
    }
}
