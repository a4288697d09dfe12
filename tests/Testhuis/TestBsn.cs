using System.Globalization;

namespace WmoPlatform.Testhuis;

/// <summary>Official test BSNs: they begin with 9999, pass the elfproef, and belong to nobody.</summary>
public static class TestBsn
{
    private static int _laatste;

    /// <summary>A BSN that this process has not given out yet.</summary>
    public static string Nieuw()
    {
        while (true)
        {
            var kop = string.Create(CultureInfo.InvariantCulture, $"9999{Interlocked.Increment(ref _laatste):0000}");
            // The elfproef: weights 9 down to 2 for the first eight digits. The last digit makes the sum divisible by 11.
            var rest = kop.Select((cijfer, i) => (cijfer - '0') * (9 - i)).Sum() % 11;
            if (rest < 10) return kop + rest;
        }
    }
}
