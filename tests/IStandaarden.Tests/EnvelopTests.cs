using System.Text;
using WmoPlatform.IStandaarden.Stuf;

namespace WmoPlatform.IStandaarden.Tests;

public class EnvelopTests
{
    private static readonly Guid Referentie = Guid.Parse("0195a1b2-0000-7000-8000-000000000001");
    private static readonly Guid Antwoord = Guid.Parse("0195a1b2-0000-7000-8000-000000000002");
    private static readonly GgkPartij Gemeente = new("0034", "WmoPlatform");
    private static readonly GgkPartij Aanbieder = new("12345678", "Zorg & Administratie");
    private static readonly DateTime Tijdstip = new(2026, 3, 2, 9, 5, 7);

    public static readonly IReadOnlyDictionary<string, GgkBericht> Alle = new Dictionary<string, GgkBericht>
    {
        ["GGK-Di01"] =
            new Di01(new(Gemeente, Aanbieder, Referentie, Tijdstip, null, "WMO319"), new(1, 0, 3, 2), GoudenBerichten.Goud("WMO319")),
        ["GGK-Du01"] = new Du01(new(Aanbieder, Gemeente, Antwoord, Tijdstip.AddHours(1), Referentie, "WMO320"), new(1, 0, 3, 2),
            GoudenBerichten.Goud("WMO320")),
        ["GGK-Fo01"] = new Fo01(new(Aanbieder, Gemeente, Antwoord, Tijdstip.AddHours(1), Referentie, "WMO319"), "StUF058", "client",
            "Het bericht is niet te lezen."),
    };

    public static TheoryData<string> Namen => [.. Alle.Keys];

    private static string Goed => Encoding.UTF8.GetString(GoudenBerichten.Goud("GGK-Di01"));

    [Theory, MemberData(nameof(Namen))]
    public void Every_envelope_is_written_exactly_as_its_golden_file(string naam)
    {
        var geschreven = Alle[naam].ToBytes();
        if (Environment.GetEnvironmentVariable("GOLDEN_MAP") is { } map) File.WriteAllBytes(Path.Combine(map, naam + ".xml"), geschreven);
        Encoding.UTF8.GetString(geschreven).ShouldBe(Encoding.UTF8.GetString(GoudenBerichten.Goud(naam)));
    }

    [Theory, MemberData(nameof(Namen))]
    public void Every_golden_file_survives_a_round_trip_byte_for_byte(string naam) =>
        Lees(GoudenBerichten.Goud(naam)).ToBytes().ShouldBe(GoudenBerichten.Goud(naam));

    [Fact]
    public void What_is_inside_comes_out_as_it_went_in()
    {
        var di = Lees(GoudenBerichten.Goud("GGK-Di01")).ShouldBeOfType<Di01>();
        di.XmlBestand.ToArray().ShouldBe(GoudenBerichten.Goud("WMO319"));
        di.Stuurgegevens.ShouldBe(Alle["GGK-Di01"].Stuurgegevens);
        di.ToString().ShouldBe($"Di01 {Referentie}");
    }

    [Fact]
    public void A_message_of_25_MB_fits_in_it_and_a_larger_one_does_not()
    {
        var di = (Di01)Alle["GGK-Di01"] with { XmlBestand = new byte[25 * 1024 * 1024] };
        Lees(di.ToBytes()).ShouldBeOfType<Di01>().XmlBestand.Length.ShouldBe(25 * 1024 * 1024);
        var groter = di with { XmlBestand = new byte[25 * 1024 * 1024 + 1] };
        Should.Throw<BerichtOnleesbaar>(groter.ToBytes).Code.ShouldBe(BerichtOnleesbaar.TeGroot);
    }

    [Fact]
    public void More_inside_than_a_message_may_be_is_refused()
    {
        var goed = Goed;
        var (van, tot) =
            (goed.IndexOf("<GGK:xmlBestand>", StringComparison.Ordinal) + 16, goed.IndexOf("</GGK:xmlBestand>", StringComparison.Ordinal));
        var teveel = Encoding.UTF8.GetBytes(goed[..van] + Convert.ToBase64String(new byte[25 * 1024 * 1024 + 3]) + goed[tot..]);
        Weigering(teveel).ShouldBe((BerichtOnleesbaar.TeGroot, "envelopHeenbericht-ggk_Di01/parameters/bericht/xmlBestand"));
        Weigering([.. Encoding.UTF8.GetBytes(goed[..van]), .. Enumerable.Repeat((byte)' ', 40 * 1024 * 1024)]).Code
            .ShouldBe(BerichtOnleesbaar.TeGroot);
    }

    [Theory]
    [InlineData("envelopHeenbericht-ggk_Di01", "envelopHeenbericht-ggk_Xx01", "onbekend-bericht", "Bericht")]
    [InlineData("koppelvlak/ggk0210", "koppelvlak/ggk0200", "onbekend-bericht", "Bericht")]
    [InlineData(">Di01<", ">Du01<", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/berichtcode")]
    [InlineData("0195a1b2-0000", "{195a1b2-0000", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/referentienummer")]
    [InlineData("20260302090507", "20260230090507", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/tijdstipBericht")]
    [InlineData(">WMO319<", ">WMO999<", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/functie")]
    [InlineData("<GGK:functieVersie>0003</GGK:functieVersie>", "", "element-ontbreekt",
        "envelopHeenbericht-ggk_Di01/parameters/functieVersie")]
    [InlineData("<GGK:functieVersie>0003<", "<GGK:functieVersie x=\"1\">0003<", "onverwachte-inhoud",
        "envelopHeenbericht-ggk_Di01/parameters/functieVersie")]
    [InlineData("<GGK:xmlBestand>", "<GGK:xmlBestand>!", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/parameters/bericht/xmlBestand")]
    [InlineData("<GGK:xmlBestand>", "<GGK:xmlBestand><x/>", "ongeldige-waarde",
        "envelopHeenbericht-ggk_Di01/parameters/bericht/xmlBestand")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "geen-xml", "Bericht")]
    public void Anything_else_is_refused_with_code_and_place(string was, string wordt, string code, string pad)
    {
        Goed.ShouldContain(was);
        Weigering(Encoding.UTF8.GetBytes(Goed.Replace(was, wordt))).ShouldBe((code, pad));
    }

    [Fact]
    public void A_value_that_does_not_fit_is_not_written() =>
        Should.Throw<BerichtOnleesbaar>(((Fo01)Alle["GGK-Fo01"] with { Omschrijving = new('x', 201) }).ToBytes).Pad
            .ShouldBe("omschrijving");

    [Fact]
    public void A_damaged_envelope_is_refused_or_read_as_one_that_can_be_written() =>
        VerminkteBerichten.Vermink(
            [.. Alle.Keys.Select(naam => Encoding.UTF8.GetString(GoudenBerichten.Goud(naam)))], VerminkteBerichten.Aantal / 10, bytes =>
        {
            var geschreven = Lees(bytes).ToBytes();
            Lees(geschreven).ToBytes().ShouldBe(geschreven);
        });

    private static (string Code, string Pad) Weigering(byte[] xml)
    {
        var fout = Should.Throw<BerichtOnleesbaar>(() => Lees(xml));
        return (fout.Code, fout.Pad);
    }

    private static GgkBericht Lees(byte[] xml) => GgkBericht.Lees(new MemoryStream(xml));
}
