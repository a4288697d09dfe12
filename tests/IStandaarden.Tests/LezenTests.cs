using System.Text;
using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

public class LezenTests
{
    private static readonly string Goed = Encoding.UTF8.GetString(GoudenBerichten.Goud("WMO301"));

    [Fact]
    public void Other_prefixes_and_whitespace_make_no_difference()
    {
        var anders = Goed.Replace("wmo301:", "a:")
            .Replace("xmlns:wmo301", "xmlns:a").Replace("iwmo:", "b:").Replace("xmlns:iwmo", "xmlns:b").Replace("\r\n", "\n\n<!-- x -->");
        Ketenbericht.Lees(anders).ToXml().ShouldBe(Goed);
    }

    [Fact]
    public void Dates_and_numbers_may_have_whitespace_around_them() =>
        Ketenbericht.Lees(Goed.Replace(">1001<", "> 01001\n<").Replace(">2026-03-09<", "> 2026-03-09 <")).ToXml().ShouldBe(Goed);

    [Theory]
    [InlineData("xmlns:iwmo", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x y\" xmlns:iwmo")]
    [InlineData("xmlns:iwmo", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"x\" xmlns:iwmo")]
    [InlineData("<wmo301:Client>", "<wmo301:Client><![CDATA[ \n]]>")]
    [InlineData("</wmo301:Client>", "<![CDATA[ ]]> <!-- x --> <![CDATA[\t]]></wmo301:Client>")]
    [InlineData("<wmo301:Client>", "<wmo301:Client>&#32;")]
    [InlineData("version=\"1.0\"", "version=\"1.1\"")]
    [InlineData("version=\"1.0\"", " version = '1.1' ")]
    [InlineData("utf-8", "UTF8")]
    public void What_the_schema_lets_be_makes_no_difference(string was, string wordt)
    {
        Goed.ShouldContain(was);
        var anders = Goed.Replace(was, wordt);
        Ketenbericht.Lees(anders).ToXml().ShouldBe(Goed);
        Schemacontrole.Controleer(new MemoryStream(Encoding.UTF8.GetBytes(anders))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(">999993653<", ">999993653\n<")]
    [InlineData(">999993653<", ">999993653&#10;<")]
    [InlineData(">999993653<", "><![CDATA[999993653\n]]><")]
    [InlineData(">1315AA<", ">1315AA\n<")]
    [InlineData("<wmo301:Client>", "<wmo301:Client><![CDATA[x]]>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.2\"?>")]
    public void What_reading_refuses_the_schema_check_finds_too(string was, string wordt)
    {
        Goed.ShouldContain(was);
        var fout = Goed.Replace(was, wordt);
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht.Lees(fout));
        Schemacontrole.Controleer(new MemoryStream(Encoding.UTF8.GetBytes(fout))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("iwmo:Achternaam>Moulin</iwmo:Achternaam", "wmo301:Achternaam>Moulin</wmo301:Achternaam", "verkeerde-namespace",
        "Bericht/Client/Naam/Geslachtsnaam/Achternaam")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "", "element-ontbreekt", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "<wmo301:Bsn>99999365</wmo301:Bsn>", "ongeldige-waarde", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "<wmo301:Bsn />", "ongeldige-waarde", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "<wmo301:Bsn><x/></wmo301:Bsn>", "onverwachte-inhoud", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "<wmo301:Bsn soort=\"1\">999993653</wmo301:Bsn>",
        "onverwachte-inhoud", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Bsn>999993653</wmo301:Bsn>", "999993653<wmo301:Bsn>999993653</wmo301:Bsn>",
        "element-ontbreekt", "Bericht/Client/Bsn")]
    [InlineData("<wmo301:Budget>125000</wmo301:Budget>", "<wmo301:Budget>1250.00</wmo301:Budget>", "ongeldige-waarde",
        "Bericht/Client/ToegewezenProducten/ToegewezenProduct/Budget")]
    [InlineData("<wmo301:Budget>125000</wmo301:Budget>", "<wmo301:Budget>125000</wmo301:Budget><wmo301:Budget>1</wmo301:Budget>",
        "onverwachte-inhoud", "Bericht/Client/ToegewezenProducten/ToegewezenProduct")]
    [InlineData("<wmo301:Toewijzingstijd>09:05:07<", "<wmo301:Toewijzingstijd>09:05:07Z<", "ongeldige-waarde",
        "Bericht/Client/ToegewezenProducten/ToegewezenProduct/Toewijzingstijd")]
    [InlineData("<wmo301:Toewijzingsdatum>2026-03-02<", "<wmo301:Toewijzingsdatum>2026-03-02+01:00<", "ongeldige-waarde",
        "Bericht/Client/ToegewezenProducten/ToegewezenProduct/Toewijzingsdatum")]
    [InlineData(">414<", ">415<", "ongeldige-waarde", "Bericht/Header/BerichtCode")]
    [InlineData("<wmo301:BerichtSubversie>2<", "<wmo301:BerichtSubversie>1<", "ongeldige-waarde", "Bericht/Header/BerichtSubversie")]
    [InlineData("iwmo/3_2/wmo301/schema", "iwmo/3_1/wmo301/schema", "onbekend-bericht", "Bericht")]
    [InlineData("utf-8", "utf-16", "verkeerde-codering", "Bericht")]
    [InlineData("</wmo301:Client>", "", "geen-xml", "Bericht/Client")]
    public void What_the_schema_refuses_is_refused_with_code_and_place(string was, string wordt, string code, string pad)
    {
        Goed.ShouldContain(was);
        var fout = Should.Throw<BerichtOnleesbaar>(() => Ketenbericht.Lees(Goed.Replace(was, wordt)));
        fout.Code.ShouldBe(code);
        fout.Pad.ShouldBe(pad);
    }

    [Fact]
    public void A_refusal_never_quotes_the_message()
    {
        var fout = Should.Throw<BerichtOnleesbaar>(() => Ketenbericht.Lees(Goed.Replace("</wmo301:Bsn>", "x</wmo301:Bsn>")));
        fout.ToString().ShouldNotContain("999993653");
        fout.InnerException.ShouldBeNull();
    }

    [Fact]
    public void A_byte_order_mark_is_refused() =>
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht
            .Lees(new MemoryStream([0xEF, 0xBB, 0xBF, .. GoudenBerichten.Goud("WMO301")]))).Code.ShouldBe("verkeerde-codering");

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht
            .Lees(new MemoryStream(Encoding.Latin1.GetBytes(Goed.Replace("Moulin", "Moulín"))))).Code.ShouldBe("verkeerde-codering");

    [Fact]
    public void A_DTD_is_refused_before_any_entity_is_expanded() =>
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht
            .Lees("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>")).Code.ShouldBe("geen-xml");

    [Fact]
    public void More_than_25_MB_is_refused_without_reading_on()
    {
        using var eindeloos = new Eindeloos(Goed[..Goed.IndexOf("<wmo301:Client>", StringComparison.Ordinal)]);
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht.Lees(eindeloos)).Code.ShouldBe(BerichtOnleesbaar.TeGroot);
        eindeloos.Gelezen.ShouldBeLessThan(26 * 1024 * 1024);
    }

    [Fact]
    public void Deep_nesting_is_refused_at_the_first_element_that_does_not_belong() =>
        Should.Throw<BerichtOnleesbaar>(() => Ketenbericht.Lees(string.Concat(Enumerable.Repeat("<a>", 100_000)))).Code
            .ShouldBe("onbekend-bericht");

    /// <summary>A message that begins well, followed by endless comments.</summary>
    private sealed class Eindeloos(string begin) : Stream
    {
        private readonly byte[] kop = Encoding.UTF8.GetBytes(begin);
        private readonly byte[] vervolg = "<!-- en verder -->"u8.ToArray();
        public long Gelezen { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, Gelezen++)
                buffer[offset + i] = Gelezen < kop.Length ? kop[Gelezen] : vervolg[(Gelezen - kop.Length) % vervolg.Length];
            return count;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Gelezen; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
