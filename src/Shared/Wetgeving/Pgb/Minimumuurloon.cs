namespace WmoPlatform.Wetgeving;

/// <summary>
/// The statutory minimum hourly wage (Wet minimumloon en minimumvakantiebijslag), in euros: one amount from the age of 21.
/// </summary>
public static class Minimumuurloon
{
    private const string Bron = "Wet minimumloon en minimumvakantiebijslag art. 8";

    /// <summary>The wages by date. The wage of 2027 is not known yet.</summary>
    public static Tabel<decimal> Tabel { get; } = new("wettelijk minimumuurloon",
        new Rij<decimal>(new(2024, 1, 1), new(2024, 6, 30), 13.27m, Bron),
        new Rij<decimal>(new(2024, 7, 1), new(2024, 12, 31), 13.68m, Bron),
        new Rij<decimal>(new(2025, 1, 1), new(2025, 6, 30), 14.06m, Bron),
        new Rij<decimal>(new(2025, 7, 1), new(2025, 12, 31), 14.40m, Bron),
        new Rij<decimal>(new(2026, 1, 1), new(2026, 6, 30), 14.71m, Bron),
        new Rij<decimal>(new(2026, 7, 1), new(2026, 12, 31), 14.99m, Bron));
}
