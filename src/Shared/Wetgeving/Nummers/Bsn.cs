using System.Diagnostics.CodeAnalysis;

namespace WmoPlatform.Wetgeving;

/// <summary>A burgerservicenummer: nine digits that pass the elfproef (iWmo 3.2 rule CS002). Never prints its digits.</summary>
public readonly record struct Bsn
{
    private Bsn(string cijfers) => Cijfers = cijfers;

    /// <summary>The nine digits, only for storage, for partners and inside confidential values.</summary>
    public string Cijfers { get; }

    /// <summary>Reads nine digits.</summary>
    /// <returns>False when the text is not nine digits, is all zeros, or fails the elfproef.</returns>
    public static bool TryParse([NotNullWhen(true)] string? tekst, out Bsn bsn)
    {
        bsn = default;
        if (tekst is not { Length: 9 } || tekst == "000000000") return false;
        var som = 0;
        for (var i = 0; i < 9; i++)
        {
            if (!char.IsAsciiDigit(tekst[i])) return false;
            // CS002: weights 9 down to 2, and -1 for the last digit; the sum is divisible by 11.
            som += (tekst[i] - '0') * (i == 8 ? -1 : 9 - i);
        }
        if (som % 11 != 0) return false;
        bsn = new Bsn(tekst);
        return true;
    }

    /// <summary>A fixed text, so that a log line can never contain the number.</summary>
    public override string ToString() => "[bsn]";
}
