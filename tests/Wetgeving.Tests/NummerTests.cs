using FsCheck;
using FsCheck.Fluent;

namespace WmoPlatform.Wetgeving.Tests;

public class NummerTests
{
    [Theory]
    [InlineData("999993653")]
    [InlineData("999900006")]
    public void A_bsn_that_passes_the_elfproef_is_read(string tekst)
    {
        Bsn.TryParse(tekst, out var bsn).ShouldBeTrue();
        bsn.Cijfers.ShouldBe(tekst);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000000")]
    [InlineData("999993654")]
    [InlineData("99999365")]
    [InlineData("9999936530")]
    [InlineData("99999365x")]
    [InlineData("99999365/")]
    public void Anything_else_is_no_bsn(string? tekst)
    {
        Bsn.TryParse(tekst, out var bsn).ShouldBeFalse();
        bsn.ShouldBe(default);
    }

    [Fact]
    public void A_bsn_never_prints_its_digits()
    {
        Bsn.TryParse("999993653", out var bsn).ShouldBeTrue();
        $"{bsn}".ShouldBe("[bsn]");
    }

    [Fact]
    public void Changing_one_digit_of_a_bsn_is_always_noticed() =>
        Prop.ForAll(
            (from n in Gen.Choose(0, 99_999)
             from plaats in Gen.Choose(0, 8)
             from erbij in Gen.Choose(1, 9)
             select ($"9999{n:00000}",
                plaats, erbij)).ToArbitrary(),
            x =>
            {
                var ander = x.Item1.ToCharArray();
                ander[x.plaats] = (char)('0' + (ander[x.plaats] - '0' + x.erbij) % 10);
                return !(Bsn.TryParse(x.Item1, out _) && Bsn.TryParse(new string(ander), out _));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("00000000", true)]
    [InlineData("1234567", false)]
    [InlineData("123456789", false)]
    [InlineData("1234567a", false)]
    [InlineData("1234567٣", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Agb_and_KvK_are_eight_digits(string? tekst, bool goed)
    {
        Nummervormen.IsAgbcode(tekst).ShouldBe(goed);
        Nummervormen.IsKvkNummer(tekst).ShouldBe(goed);
    }

    // Examples of the IBAN registry, among them the shortest IBAN.
    [Theory]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("BE68539007547034")]
    [InlineData("DE89370400440532013000")]
    [InlineData("NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void An_iban_that_passes_modulo_97_is_one(string tekst) => Nummervormen.IsIban(tekst).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NL91ABNA0417164301")]
    [InlineData("NL19ABNA0417164300")]
    [InlineData("nl91abna0417164300")]
    [InlineData("NL91 ABNA 0417 1643 00")]
    [InlineData("9191ABNA0417164300")]
    [InlineData("NLA1ABNA0417164300")]
    [InlineData("NL9AABNA0417164300")]
    [InlineData("N991ABNA0417164300")]
    [InlineData("NO938601111794")]
    [InlineData("NL91ABNA041716430é")]
    public void Anything_else_is_no_iban(string? tekst) => Nummervormen.IsIban(tekst).ShouldBeFalse();

    [Theory]
    [InlineData("BE", "539007547034", "68")]
    [InlineData("NL", "ABNA0417164300", "91")]
    public void Of_all_check_digits_only_one_pair_is_right(string land, string rekening, string goed) =>
        Enumerable.Range(0, 100).Select(n => $"{n:00}").Where(c => Nummervormen.IsIban(land + c + rekening)).ShouldBe([goed]);

    [Fact]
    public void A_Dutch_iban_is_a_bank_of_four_letters_and_ten_digits()
    {
        MetControle("NL", "ABNA041716430A").ShouldNotBeNull();
        Nummervormen.IsIban(MetControle("NL", "ABNA041716430A")).ShouldBeFalse("the account is digits");
        Nummervormen.IsIban(MetControle("NL", "ABN10417164300")).ShouldBeFalse("the bank is letters");
        Nummervormen.IsIban(MetControle("NL", "ABNA041716430")).ShouldBeFalse("it is too short");
        Nummervormen.IsIban(MetControle("NL", "ABNA04171643000")).ShouldBeFalse("it is too long");
        Nummervormen.IsIban(MetControle("XX", "ABNA041716430A")).ShouldBeTrue("elsewhere letters may be anywhere");
        Nummervormen.IsIban(MetControle("XX", new string('1', 30))).ShouldBeTrue("34 is the longest");
        Nummervormen.IsIban(MetControle("XX", new string('1', 31))).ShouldBeFalse();
        Nummervormen.IsIban(MetControle("XX", new string('1', 11))).ShouldBeTrue("15 is the shortest");
        Nummervormen.IsIban(MetControle("XX", new string('1', 10))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("9L")]
    [InlineData("N9")]
    [InlineData("99")]
    public void A_country_is_two_letters(string land) => Nummervormen.IsIban(MetControle(land, "ABNA0417164300")).ShouldBeFalse();

    [Fact]
    public void Check_digits_run_from_02_to_98_and_others_that_pass_the_sum_are_refused()
    {
        foreach (var (goed, schijn) in new[] { ("02", "99"), ("97", "00"), ("98", "01") })
        {
            var iban = Enumerable.Range(0, 10_000).Select(n => MetControle("XX", $"{n:00000000000}")).First(i => i[2..4] == goed);
            Nummervormen.IsIban(iban).ShouldBeTrue();
            Nummervormen.IsIban($"XX{schijn}{iban[4..]}").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("BE6853900754703 ")]
    [InlineData("BE68 539007547034")]
    [InlineData("BE6853900754703a")]
    [InlineData("BE 8539007547034")]
    [InlineData("BE+8539007547034")]
    public void Only_capitals_and_digits_stand_in_an_iban(string tekst) => Nummervormen.IsIban(tekst).ShouldBeFalse();

    /// <summary>Computes the check digits with big numbers, as the standard describes.</summary>
    private static string MetControle(string land, string rekening)
    {
        var cijfers = string.Concat((rekening + land + "00").Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
        var rest = (int)(System.Numerics.BigInteger.Parse(cijfers, System.Globalization.CultureInfo.InvariantCulture) % 97);
        return $"{land}{98 - rest:00}{rekening}";
    }
}
