using System.Text;
using WmoPlatform.IStandaarden.Stuf;

namespace WmoPlatform.IStandaarden.Tests;

public class EnvelopTests
{
    private static readonly Guid Referentie = Guid.Parse("0195a1b2-0000-4000-8000-000000000001");
    private static readonly Guid Antwoord = Guid.Parse("0195a1b2-0000-4000-8000-000000000002");
    private static readonly GgkPartij Gemeente = new("0034", "WmoPlatform");
    private static readonly GgkPartij Aanbieder = new("12345678", "Zorg & Administratie");
    private static readonly DateTime Tijdstip = new(2026, 3, 2, 9, 5, 7);

    public static readonly IReadOnlyDictionary<string, GgkBericht> Alle = new Dictionary<string, GgkBericht>
    {
        ["GGK-Di01"] =
            new Di01(new(Gemeente, Aanbieder, Referentie, Tijdstip, null, "WMO319"), new(1, 0, 3, 2), GoudenBerichten.Goud("WMO319")),
        ["GGK-Du01"] = new Du01(new(Aanbieder, Gemeente, Antwoord, Tijdstip.AddHours(1), Referentie, "WMO320"), new(1, 0, 3, 2),
            GoudenBerichten.Goud("WMO320")),
        ["GGK-Fo01"] = new Fo01(new(Aanbieder, Gemeente, Antwoord, Tijdstip.AddHours(1), Referentie, null), "StUF058", "client",
            "Het bericht is niet te lezen.", "Regel 3 breekt af.", "<regel>3</regel>"),
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
    [InlineData("0195a1b2-0000-4000", "0195a1b2-0000-7000", "ongeldige-waarde",
        "envelopHeenbericht-ggk_Di01/stuurgegevens/referentienummer")]
    [InlineData("0195a1b2-0000-4000-8", "0195a1b2-0000-4000-c", "ongeldige-waarde",
        "envelopHeenbericht-ggk_Di01/stuurgegevens/referentienummer")]
    [InlineData("20260302090507", "20260230090507", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/tijdstipBericht")]
    [InlineData("20260302090507", "2026030", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/tijdstipBericht")]
    [InlineData("20260302090507", "202603020905071234", "ongeldige-waarde", "envelopHeenbericht-ggk_Di01/stuurgegevens/tijdstipBericht")]
    [InlineData("<StUF:applicatie>WmoPlatform</StUF:applicatie>",
        "<StUF:applicatie>WmoPlatform</StUF:applicatie><StUF:gebruiker>a</StUF:gebruiker><StUF:administratie>b</StUF:administratie>",
        "onverwachte-inhoud", "envelopHeenbericht-ggk_Di01/stuurgegevens/zender")]
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

    [Theory]
    [InlineData("20260302", "2026-03-02 00:00:00.000")]
    [InlineData("2026030209", "2026-03-02 09:00:00.000")]
    [InlineData("202603020905", "2026-03-02 09:05:00.000")]
    [InlineData("20260302090507", "2026-03-02 09:05:07.000")]
    [InlineData("202603020905071", "2026-03-02 09:05:07.100")]
    [InlineData("20260302090507123", "2026-03-02 09:05:07.123")]
    public void A_moment_is_as_precise_as_its_sender_says(string tijdstip, string moment) =>
        $"{Gelezen("20260302090507", tijdstip).Stuurgegevens.TijdstipBericht:yyyy-MM-dd HH:mm:ss.fff}".ShouldBe(moment);

    [Fact]
    public void A_party_may_name_its_administration_and_user()
    {
        var partij = Gelezen("<StUF:applicatie>WmoPlatform</StUF:applicatie>",
            "<StUF:applicatie>WmoPlatform</StUF:applicatie><StUF:administratie>Wmo</StUF:administratie>"
                + "<StUF:gebruiker>bus</StUF:gebruiker>")
            .Stuurgegevens.Zender;
        partij.ShouldBe(new("0034", "WmoPlatform", "Wmo", "bus"));
        var ook = Alle["GGK-Di01"] with { Stuurgegevens = Alle["GGK-Di01"].Stuurgegevens with { Zender = partij } };
        Lees(ook.ToBytes()).Stuurgegevens.Zender.ShouldBe(partij);
    }

    [Fact]
    public void A_report_of_an_error_needs_no_more_than_its_code()
    {
        var kaal = (Fo01)Alle["GGK-Fo01"] with { Plek = null, Omschrijving = null, Details = null, DetailsXml = null };
        Lees(kaal.ToBytes()).ShouldBe(kaal);
        Lees(((Fo01)Alle["GGK-Fo01"] with { DetailsXml = null }).ToBytes()).ShouldBeOfType<Fo01>().Details.ShouldBe("Regel 3 breekt af.");
        Should.Throw<BerichtOnleesbaar>((kaal with { DetailsXml = "<regel>" }).ToBytes).Pad.ShouldBe("body/detailsXML");
    }

    [Fact]
    public void A_report_of_an_error_has_no_function_and_a_retour_has_any()
    {
        Weigering(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(GoudenBerichten.Goud("GGK-Fo01"))
            .Replace("</StUF:crossRefnummer>", "</StUF:crossRefnummer><StUF:functie>WMO319</StUF:functie>")))
            .ShouldBe((BerichtOnleesbaar.OnverwachteInhoud, "Fo01Bericht/stuurgegevens"));
        var retour = Encoding.UTF8.GetString(GoudenBerichten.Goud("GGK-Du01")).Replace(">WMO320<", ">Dummy<");
        Lees(Encoding.UTF8.GetBytes(retour)).Stuurgegevens.Functie.ShouldBe("Dummy");
    }

    [Theory]
    [InlineData("QUJD", "ABC")]
    [InlineData("QUI=", "AB")]
    [InlineData("QQ==", "A")]
    [InlineData(" Q U\r\nI\t= ", "AB")]
    [InlineData("QU<![CDATA[I=]]>", "AB")]
    [InlineData("QU<!-- -->I=", "AB")]
    [InlineData("QUI", null)]
    [InlineData("QQ=", null)]
    [InlineData("QQ", null)]
    [InlineData("Q", null)]
    [InlineData("QQ==QUJD", null)]
    [InlineData("QUI=<!-- -->QUJD", null)]
    [InlineData("QUJ-", null)]
    [InlineData("", null)]
    public void Base64_is_read_with_its_padding_and_refused_without(string base64, string? inhoud)
    {
        var (van, tot) = (Goed.IndexOf("<GGK:xmlBestand>", StringComparison.Ordinal) + 16,
            Goed.IndexOf("</GGK:xmlBestand>", StringComparison.Ordinal));
        var xml = Encoding.UTF8.GetBytes(Goed[..van] + base64 + Goed[tot..]);
        if (inhoud is not null) Encoding.ASCII.GetString(Lees(xml).ShouldBeOfType<Di01>().XmlBestand.Span).ShouldBe(inhoud);
        else Weigering(xml).ShouldBe((BerichtOnleesbaar.OngeldigeWaarde, "envelopHeenbericht-ggk_Di01/parameters/bericht/xmlBestand"));
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

    private static GgkBericht Gelezen(string was, string wordt)
    {
        Goed.ShouldContain(was);
        return Lees(Encoding.UTF8.GetBytes(Goed.Replace(was, wordt)));
    }

    private static (string Code, string Pad) Weigering(byte[] xml)
    {
        var fout = Should.Throw<BerichtOnleesbaar>(() => Lees(xml));
        return (fout.Code, fout.Pad);
    }

    private static GgkBericht Lees(byte[] xml) => GgkBericht.Lees(new MemoryStream(xml));
}
