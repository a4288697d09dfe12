using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>
/// Reading any input gives a message or a refusal, and a message that was read can be written. Set <c>VERMINKINGEN</c> for a longer run
/// and <c>ZAAD</c> for another seed.
/// </summary>
public partial class VerminkteBerichten
{
    private static readonly string[] Vreemd =
    [
        "", " ", "0", "-1", "1.5", "+7", "99999999999999999999", "1e9", "2026-02-30", "0000-00-00", "24:00:00", "NaN", "true", "é", "😀",
        "\u0085", "&#0;", "&#x1F;", "&onbekend;", "<x/>",
        "<![CDATA[999993653]]>", "]]>", "<!-- -->", "<?pi ?>", "\t\r\n", new('9', 5000), new('A', 200), "999993653", "1234AB",
    ];

    internal static int Aantal => Getal("VERMINKINGEN") ?? 4_000;

    [Fact]
    public void A_damaged_message_is_refused_or_read_as_one_that_keeps_the_schema() =>
        Vermink([.. Voorbeelden.Alle.Keys.Select(naam => Encoding.UTF8.GetString(GoudenBerichten.Goud(naam)))], Aantal, bytes =>
        {
            var volgensSchema = SchemaTests.Controleer(bytes);
            try
            {
                var bericht = Ketenbericht.Lees(new MemoryStream(bytes));
                volgensSchema.ShouldBeEmpty("read, and refused by the schema");
                var geschreven = bericht.ToBytes();
                Ketenbericht.Lees(new MemoryStream(geschreven)).ToBytes().ShouldBe(geschreven);
            }
            catch (BerichtOnleesbaar)
            {
                volgensSchema.ShouldNotBeEmpty("refused, and fine by the schema");
                throw;
            }
        });

    /// <summary>Reads mutilated inputs. The only exception allowed is a refusal that names a place.</summary>
    internal static void Vermink(string[] goed, int aantal, Action<byte[]> lees)
    {
        var toeval = new Random(Getal("ZAAD") ?? 20260302);
        var (gelezen, geweigerd) = (0, 0);
        for (var keer = 0; keer < aantal; keer++)
        {
            var bytes = toeval.Next(20) == 0 ? Willekeurig(toeval) : Vermink(goed[toeval.Next(goed.Length)], toeval);
            try
            {
                lees(bytes);
                gelezen++;
            }
            catch (BerichtOnleesbaar fout)
            {
                fout.Pad.ShouldNotBeEmpty();
                geweigerd++;
            }
            catch (Exception fout) when (fout is not BerichtOnleesbaar)
            {
                Assert.Fail($"{fout.GetType().Name} bij invoer {keer}: {fout.Message}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
        // Without enough of both, the run tests nothing.
        gelezen.ShouldBeGreaterThan(aantal / 50);
        geweigerd.ShouldBeGreaterThan(aantal / 4);
    }

    private static int? Getal(string naam) =>
        int.TryParse(Environment.GetEnvironmentVariable(naam), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static byte[] Willekeurig(Random toeval)
    {
        var bytes = new byte[toeval.Next(500)];
        toeval.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Vermink(string goed, Random toeval)
    {
        var tekst = goed;
        for (var i = toeval.Next(1, 4); i > 0 && tekst.Length > 10; i--) tekst = Eenmaal(tekst, toeval);
        var bytes = Encoding.UTF8.GetBytes(tekst);
        if (toeval.Next(4) == 0 && bytes.Length > 0) bytes[toeval.Next(bytes.Length)] = (byte)toeval.Next(256);
        return bytes;
    }

    private static string Eenmaal(string tekst, Random toeval)
    {
        var van = toeval.Next(tekst.Length - 1);
        var tot = Math.Min(tekst.Length, van + toeval.Next(1, 200));
        return toeval.Next(9) switch
        {
            0 => tekst[..van],
            1 => tekst[..van] + tekst[tot..],
            2 => tekst[..tot] + tekst[van..],
            3 => tekst[..van] + Vreemd[toeval.Next(Vreemd.Length)] + tekst[van..],
            4 => Waarde(tekst, toeval, _ => Vreemd[toeval.Next(Vreemd.Length)]),
            // The mistake that real senders make most: a value that is nearly right.
            5 => Waarde(tekst, toeval, w => w.Length == 0 ? "1" : w[..^1] + (char)('0' + toeval.Next(10))),
            6 => Element(tekst, toeval, e => ""),
            7 => Element(tekst, toeval, e => e + e),
            _ => Element(tekst, toeval, e => $"<a>{e}</a>"),
        };
    }

    private static string Waarde(string tekst, Random toeval, Func<string, string> nieuw) =>
        Een(BladWaarde().Matches(tekst), tekst, toeval, nieuw);

    private static string Element(string tekst, Random toeval, Func<string, string> nieuw) =>
        Een(Blad().Matches(tekst), tekst, toeval, nieuw);

    private static string Een(MatchCollection treffers, string tekst, Random toeval, Func<string, string> nieuw)
    {
        if (treffers.Count == 0) return tekst;
        var treffer = treffers[toeval.Next(treffers.Count)];
        return tekst[..treffer.Index] + nieuw(treffer.Value) + tekst[(treffer.Index + treffer.Length)..];
    }

    [GeneratedRegex("(?<=<[^/<>]+>)[^<>]*(?=</)")]
    private static partial Regex BladWaarde();

    [GeneratedRegex("<([^/<> ]+)>[^<>]*</\\1>")]
    private static partial Regex Blad();
}
