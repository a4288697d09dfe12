using System.Text;
using System.Xml.Linq;
using WmoPlatform.IStandaarden.Stuf;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>The wire of the GGk: SOAP 1.1, document/literal.</summary>
public class SoapTests
{
    private static readonly XNamespace S = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Stuf = "http://www.egem.nl/StUF/StUF0301";
    private static readonly Guid Nummer = Guid.Parse("0195a1b2-0000-4000-8000-000000000001");
    private static readonly DateTime Nu = new(2026, 3, 2, 9, 5, 7);

    public static TheoryData<string> Namen => EnvelopTests.Namen;

    private static string Goed => Encoding.UTF8.GetString(Soap.Om(EnvelopTests.Alle["GGK-Di01"]));

    [Theory, MemberData(nameof(Namen))]
    public void Every_envelope_travels_as_the_only_child_of_a_Body_and_comes_out_as_it_went_in(string naam)
    {
        var soap = Soap.Om(EnvelopTests.Alle[naam]);

        var envelop = XElement.Parse(Encoding.UTF8.GetString(soap));
        envelop.Name.ShouldBe(S + "Envelope");
        var inhoud = envelop.Elements().ShouldHaveSingleItem().Elements().ShouldHaveSingleItem();
        // White space between elements may differ: in SOAP they stand deeper.
        var goud = XElement.Parse(Encoding.UTF8.GetString(GoudenBerichten.Goud(naam)));
        XNode.DeepEquals(inhoud, goud).ShouldBeTrue();
        XNode.DeepEquals(XElement.Parse(Encoding.UTF8.GetString(Soap.Lees(new MemoryStream(soap)).ToBytes())), goud).ShouldBeTrue();
    }

    [Theory]
    [InlineData("GGK-Di01", "http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01")]
    [InlineData("GGK-Du01", "http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Du01")]
    [InlineData("GGK-Fo01", "http://www.egem.nl/StUF/StUF0301/Fo01")]
    public void Each_envelope_has_its_own_action(string naam, string actie) => Soap.Actie(EnvelopTests.Alle[naam]).ShouldBe(actie);

    [Theory]
    [InlineData("<soap:Body>", "<soap:Header/><soap:Body>")]
    [InlineData("<soap:Body>", "<soap:Header><a xmlns=\"urn:x\" soap:mustUnderstand=\"0\"><b/></a></soap:Header><soap:Body id=\"x\">")]
    [InlineData("<soap:Body>", "<soap:Body>\r\n<!-- een opmerking -->")]
    [InlineData("soap:", "SOAP-ENV:")]
    public void What_SOAP_allows_around_a_message_does_not_matter(string was, string wordt) =>
        Lees(Goed.Replace(was, wordt).Replace("xmlns:soap", was == "soap:" ? "xmlns:SOAP-ENV" : "xmlns:soap"))
            .Stuurgegevens.Referentienummer.ShouldBe(Nummer);

    [Theory]
    [InlineData("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope", "verkeerde-namespace", "Envelope")]
    [InlineData("soap:Envelope", "soap:Enveloppe", "element-ontbreekt", "Envelope")]
    [InlineData("soap:Body", "soap:Buik", "element-ontbreekt", "Body")]
    [InlineData("</soap:Body>", "<a/></soap:Body>", "onverwachte-inhoud", "Body")]
    [InlineData("</soap:Envelope>", "<a/></soap:Envelope>", "onverwachte-inhoud", "Envelope")]
    [InlineData("<soap:Body>", "<soap:Header><a xmlns=\"urn:x\" soap:mustUnderstand=\"1\"/></soap:Header><soap:Body>", "niet-begrepen",
        "Header/a")]
    [InlineData("envelopHeenbericht-ggk_Di01", "envelopHeenbericht-ggk_Xx01", "onbekend-bericht", "Bericht")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "geen-xml", "Bericht")]
    public void Anything_else_around_a_message_is_refused_with_code_and_place(string was, string wordt, string code, string pad)
    {
        Goed.ShouldContain(was);
        var fout = Should.Throw<BerichtOnleesbaar>(() => Lees(Goed.Replace(was, wordt)));
        (fout.Code, fout.Pad).ShouldBe((code, pad));
    }

    [Fact]
    public void A_message_of_25_MB_fits_in_it()
    {
        var di = (Di01)EnvelopTests.Alle["GGK-Di01"] with { XmlBestand = new byte[25 * 1024 * 1024] };
        Soap.Lees(new MemoryStream(Soap.Om(di))).ShouldBeOfType<Di01>().XmlBestand.Length.ShouldBe(25 * 1024 * 1024);
    }

    [Fact]
    public void A_confirmation_stands_in_a_Body()
    {
        var bv = Soap.Om(new Bv03(Nummer), Nu);

        var inhoud = XElement.Parse(Encoding.UTF8.GetString(bv)).Element(S + "Body")!.Elements().ShouldHaveSingleItem();
        inhoud.Name.ShouldBe(Stuf + "Bv03Bericht");
        var stuur = inhoud.Element(Stuf + "stuurgegevens")!;
        stuur.Elements().Select(e => e.Name.LocalName).ShouldBe(["berichtcode", "referentienummer", "tijdstipBericht", "crossRefnummer"]);
        stuur.Element(Stuf + "tijdstipBericht")!.Value.ShouldBe("20260302090507");
        Soap.LeesAntwoord(new MemoryStream(bv)).ShouldBe(new Bv03(Nummer));
    }

    [Theory]
    [InlineData(Fo03.Client, null, "soap:Client")]
    [InlineData(Fo03.Server, null, "soap:Server")]
    [InlineData(Fo03.Client, "MustUnderstand", "soap:MustUnderstand")]
    public void A_refusal_stands_in_the_detail_of_a_Fault(string plek, string? foutcode, string verwacht)
    {
        var fo = new Fo03(Nummer, Fo03.NietConformSchema, plek, "Het bericht klopt niet.", "Bericht/Client");

        var soap = Soap.Om(fo, Nu, foutcode);

        var fault = XElement.Parse(Encoding.UTF8.GetString(soap)).Element(S + "Body")!.Elements().ShouldHaveSingleItem();
        fault.Elements().Select(e => e.Name.LocalName).ShouldBe(["faultcode", "faultstring", "detail"]);
        fault.Element("faultcode")!.Value.ShouldBe(verwacht);
        fault.Element("detail")!.Elements().ShouldHaveSingleItem().Name.ShouldBe(Stuf + "Fo03Bericht");
        Soap.LeesAntwoord(new MemoryStream(soap)).ShouldBe(fo);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x/>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>s:Server</faultcode>"
        + "</s:Fault></s:Body></s:Envelope>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><Bv03Bericht/></s:Body></s:Envelope>")]
    public void What_is_no_answer_of_StUF_is_none(string tekst) =>
        Soap.LeesAntwoord(new MemoryStream(Encoding.UTF8.GetBytes(tekst))).ShouldBeNull();

    [Fact]
    public void An_answer_without_end_is_none()
    {
        var begin = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>";
        Soap.LeesAntwoord(new MemoryStream([.. Encoding.UTF8.GetBytes(begin), .. Enumerable.Repeat((byte)' ', 2_000_000)])).ShouldBeNull();
    }

    [Fact]
    public void An_answer_says_no_more_than_its_elements_hold()
    {
        var fo = (Fo03)Soap.LeesAntwoord(new MemoryStream(Soap.Om(
            new Fo03(null, Fo03.VerwerkingMislukt, Fo03.Server, new('a', 300), new('b', 2000)), Nu)))!;
        (fo.CrossRefnummer, fo.Omschrijving!.Length, fo.Details!.Length).ShouldBe((null, 200, 1000));
    }

    private static GgkBericht Lees(string soap) => Soap.Lees(new MemoryStream(Encoding.UTF8.GetBytes(soap)));
}
