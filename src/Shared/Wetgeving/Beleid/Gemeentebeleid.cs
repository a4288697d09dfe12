namespace WmoPlatform.Wetgeving;

/// <summary>
/// The choices of a municipality where the law leaves one. They are configuration with validity dates. Every computation takes the row of
/// the day on which its term starts, or of the day it is asked for.
/// </summary>
/// <param name="Servicenormen">Its promises on top of the law.</param>
/// <param name="Dwangsom">Its reading of the circulaire Wet dwangsom.</param>
/// <param name="Pgb">Its limits to the payment of help with a pgb.</param>
/// <param name="Zintarieven">
/// Its tariffs for zorg in natura: euros per hour by product code of five characters (code list WMO020 and its products).
/// </param>
public sealed record Gemeentebeleid(
    Servicenormen Servicenormen, Dwangsombeleid Dwangsom, Pgbregels Pgb, IReadOnlyDictionary<string, decimal> Zintarieven)
{
    /// <summary>
    /// How a toewijzing and its changes come about. By default the municipality sends the toewijzing of its own accord, and accepts no
    /// requests for change.
    /// </summary>
    public Toewijzingsbeleid Toewijzing { get; init; } = new(Toewijzingsroute.Direct, Wijzigingsverzoeken: false);

    /// <summary>When the contribution begins. By default it begins with the help itself.</summary>
    public Bijdragebeleid Bijdrage { get; init; } = new([]);

    /// <summary>How help that was granted is changed and ended.</summary>
    public Herzieningsbeleid Herziening { get; init; } = Herzieningsbeleid.Standaard;

    /// <summary>How temporary help is given and carried on.</summary>
    public Tijdelijkbeleid Tijdelijk { get; init; } = Tijdelijkbeleid.Standaard;

    /// <summary>Who decides, and where a second person looks. By default every beslisser decides on everything, alone.</summary>
    public Besluitbeleid Besluiten { get; init; } = new([], []);

    /// <summary>When an aanvraag is complete. By default the signed verslag is, also for a pgb.</summary>
    public Aanvraagbeleid Aanvraag { get; init; } = new([]);

    /// <summary>The name of the table, for the error about a missing row.</summary>
    public const string Tabelnaam = "gemeentebeleid";

    /// <summary>The municipality of Almere, the shipped example. Its tariffs for zorg in natura are known for 2024 only.</summary>
    public static Tabel<Gemeentebeleid> Almere { get; } = Maak();

    /// <summary>The euros per hour that a provider gets for a product on a day.</summary>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="productcode">Five characters.</param>
    /// <param name="datum">The day.</param>
    /// <exception cref="GegevensOntbrekenException">No row holds on that day, or it lacks this product.</exception>
    public static decimal Zintarief(Tabel<Gemeentebeleid> beleid, string productcode, DateOnly datum)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        return beleid.Op(datum).Waarde.Zintarieven.TryGetValue(productcode, out var tarief)
            ? tarief
            : throw new GegevensOntbrekenException($"zin-tarieven, product {productcode}", datum);
    }

    internal static Tabel<Gemeentebeleid> Maak()
    {
        var vast = new Gemeentebeleid(
            new(BevestigingWerkdagen: 5, AfspraakWerkdagen: 5, WijzigingWeken: 8, GelijkgesteldeDagenTellen: false),
            new(EenDagTeVroegTelt: false, BesluitdagTelt: false),
            new(Professional: 0.85m, BeschermdWonen: 0.90m, Bekende: 1.20m, Minimumleeftijd: 22, UrenPerWeek: 40),
            new Dictionary<string, decimal>());
        var tarieven2024 = new Dictionary<string, decimal> { ["01A04"] = 34.80m };
        foreach (var code in new[] { "02T21", "02T22", "02T23", "02T24" }) tarieven2024[code] = 68.29m;
        foreach (var code in new[] { "02T25", "02T26", "02T27", "02T28" }) tarieven2024[code] = 68.34m;
        foreach (var code in new[] { "02T31", "02T32", "02T33", "02T34" }) tarieven2024[code] = 69.63m;

        const string bron = "Gemeente Almere, pagina's over individuele begeleiding en pgb";
        return new(Tabelnaam,
            new Rij<Gemeentebeleid>(new(Kalender.EersteJaar, 1, 1), new(2023, 12, 31), vast, bron),
            new Rij<Gemeentebeleid>(new(2024, 1, 1), new(2024, 12, 31), vast with { Zintarieven = tarieven2024 },
                $"{bron}; Financieel Besluit Wmo 2024"),
            new Rij<Gemeentebeleid>(new(2025, 1, 1), null, vast, bron));
    }
}
