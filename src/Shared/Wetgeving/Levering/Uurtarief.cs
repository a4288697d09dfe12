namespace WmoPlatform.Wetgeving;

/// <summary>Help at a tariff per hour that is declared in minutes (iWmo 3.2 IV081 and TR346).</summary>
public static class Uurtarief
{
    private const int MinutenPerUur = 60;
    private const decimal HalveCent = 0.005m;

    /// <summary>The tariff per minute as a prestatie names it, rounded to the cent; what is asked is not computed with it.</summary>
    /// <param name="uurtarief">Euros per hour.</param>
    public static decimal PerMinuut(decimal uurtarief) => Geld.OpCenten(uurtarief / MinutenPerUur);

    /// <summary>What a number of minutes costs: rounded to the cent at the end, not per minute.</summary>
    /// <param name="uurtarief">Euros per hour.</param>
    /// <param name="minuten">Minutes of help.</param>
    public static decimal OverMinuten(decimal uurtarief, long minuten) => Geld.OpCenten(uurtarief * minuten / MinutenPerUur);

    /// <summary>
    /// Whether an amount fits a tariff per minute of which only the rounded cents are known: the real one is at most half a cent off.
    /// </summary>
    /// <param name="bedrag">Euros asked.</param>
    /// <param name="perMinuut">The rounded tariff, euros per minute.</param>
    /// <param name="minuten">Minutes of help.</param>
    public static bool IsMogelijk(decimal bedrag, decimal perMinuut, long minuten) =>
        bedrag >= Geld.OpCenten((perMinuut - HalveCent) * minuten) && bedrag <= Geld.OpCenten((perMinuut + HalveCent) * minuten);
}
