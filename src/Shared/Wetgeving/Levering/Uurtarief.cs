namespace WmoPlatform.Wetgeving;

/// <summary>Computes help at a tariff per hour that is declared in minutes (iWmo 3.2 IV081 and TR346).</summary>
public static class Uurtarief
{
    private const int MinutenPerUur = 60;
    private const decimal HalveCent = 0.005m;

    /// <summary>The tariff per minute as a prestatie names it, rounded to the cent. Amounts are not computed with it.</summary>
    /// <param name="uurtarief">Euros per hour.</param>
    public static decimal PerMinuut(decimal uurtarief) => Geld.OpCenten(uurtarief / MinutenPerUur);

    /// <summary>The amount for a number of minutes, rounded to the cent at the end and not per minute.</summary>
    /// <param name="uurtarief">Euros per hour.</param>
    /// <param name="minuten">Minutes of help.</param>
    public static decimal OverMinuten(decimal uurtarief, long minuten) => Geld.OpCenten(uurtarief * minuten / MinutenPerUur);

    /// <summary>
    /// Whether an amount fits a tariff per minute of which only the rounded cents are known. The real tariff differs at most half a cent.
    /// </summary>
    /// <param name="bedrag">The declared amount, in euros.</param>
    /// <param name="perMinuut">The rounded tariff, euros per minute.</param>
    /// <param name="minuten">Minutes of help.</param>
    public static bool IsMogelijk(decimal bedrag, decimal perMinuut, long minuten) =>
        bedrag >= Geld.OpCenten((perMinuut - HalveCent) * minuten) && bedrag <= Geld.OpCenten((perMinuut + HalveCent) * minuten);
}
