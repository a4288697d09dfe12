namespace WmoPlatform.IStandaarden;

/// <summary>Amounts: euros in the platform, cents in the messages (IV024).</summary>
public static class Bedrag
{
    /// <summary>Euros as whole cents.</summary>
    /// <exception cref="ArgumentException">The amount has parts of a cent, is negative or does not fit LDT_Bedrag (at most 999,999.99
    /// euros).</exception>
    public static long InCenten(decimal euros) => euros * 100 is var centen && centen is >= 0 and <= 99_999_999 && decimal.IsInteger(centen)
        ? (long)centen
        : throw new ArgumentException("Een bedrag in een bericht is een geheel aantal centen van 0 tot en met 99.999.999.", nameof(euros));

    /// <summary>Cents as euros.</summary>
    public static decimal InEuros(long centen) => centen / 100m;
}
