namespace WmoPlatform.IStandaarden.Tests;

public class SchrijvenTests
{
    private static Wmo301 Met(Func<Wmo301Client, Wmo301Client> wijziging) =>
        Voorbeelden.Wmo301 with { Client = wijziging(Voorbeelden.Wmo301.Client) };

    [Fact]
    public void A_value_that_no_receiver_accepts_is_not_written()
    {
        var fout = Should.Throw<BerichtOnleesbaar>(() => Met(client => client with { Bsn = "12345" }).ToXml());
        fout.Code.ShouldBe(BerichtOnleesbaar.OngeldigeWaarde);
        fout.Pad.ShouldBe("Bericht/Client/Bsn");
    }

    [Fact]
    public void A_text_with_a_character_that_XML_does_not_know_is_not_written() =>
        Should.Throw<BerichtOnleesbaar>(() => Met(client => client with { Commentaar = "a\u0001b" }).ToXml()).Code
            .ShouldBe("ongeldige-waarde");

    [Fact]
    public void Half_a_character_is_not_written() =>
        Should.Throw<BerichtOnleesbaar>(() => Met(client => client with { Commentaar = "a\ud83d" }).ToXml()).Code
            .ShouldBe("ongeldige-waarde");

    [Fact]
    public void A_list_that_needs_one_element_is_not_written_empty() =>
        Should.Throw<BerichtOnleesbaar>(() => Met(client => client with { ToegewezenProducten = [] }).ToXml()).Code
            .ShouldBe("element-ontbreekt");

    [Fact]
    public void A_message_without_its_receiver_is_not_written() =>
        Should.Throw<BerichtOnleesbaar>(() => (Voorbeelden.Wmo301 with
        {
            Header = new Header("0034", null, "301-1", new DateOnly(2026, 3, 2)),
        }).ToXml()).Pad.ShouldBe("Bericht/Header/Ontvanger");

    [Fact]
    public void Printing_a_message_or_a_part_of_it_shows_no_person()
    {
        foreach (var bericht in Voorbeelden.Alle.Values)
        {
            var gedrukt = string.Join(' ',
            [
                $"{bericht}", $"{Voorbeelden.Wmo301.Client}", $"{Voorbeelden.Wmo301.Client.Naam}",
                $"{Voorbeelden.Wmo501.Client}", $"{Voorbeelden.Wmo401.Client}"
            ]);
            gedrukt.ShouldNotContain("9999");
        }
        Voorbeelden.Wmo301.Client.Naam.ToString().ShouldBe("[CdtVolledigeNaam]");
    }

    [Theory]
    [InlineData("1250.05", 125005)]
    [InlineData("0", 0)]
    [InlineData("999999.99", 99999999)]
    public void Euros_become_whole_cents_and_back(string euros, long centen)
    {
        var bedrag = decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture);
        Bedrag.InCenten(bedrag).ShouldBe(centen);
        Bedrag.InEuros(centen).ShouldBe(bedrag);
    }

    [Theory]
    [InlineData("0.005")]
    [InlineData("-1")]
    [InlineData("1000000")]
    public void An_amount_that_does_not_fit_is_refused(string euros) =>
        Should.Throw<ArgumentException>(() => Bedrag.InCenten(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture)));
}
