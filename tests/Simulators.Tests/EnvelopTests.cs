using System.Net;
using System.Text;
using System.Xml.Linq;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>StUF-GGk 2.1: messages may be sent and received in an envelope.</summary>
public class EnvelopTests
{
    private const string Nummer = "9c0f7b90-5c69-41e5-a837-0800200c9a66";
    private static readonly XNamespace Ggk = "http://www.stufstandaarden.nl/koppelvlak/ggk0210";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Stuf = "http://www.egem.nl/StUF/StUF0301";

    private static string Di01(byte[] bestand, string functie = "WMO301", string nummer = Nummer) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <g:envelopHeenbericht-ggk_Di01 xmlns:s="{Stuf}" xmlns:g="{Ggk}">
          <g:stuurgegevens>
            <s:berichtcode>Di01</s:berichtcode>
            <s:zender><s:organisatie>0034</s:organisatie><s:applicatie>WmoPlatform</s:applicatie></s:zender>
            <s:ontvanger><s:organisatie>{Agb}</s:organisatie><s:applicatie>GGk</s:applicatie></s:ontvanger>
            <s:referentienummer>{nummer}</s:referentienummer>
            <s:tijdstipBericht>20260302090000</s:tijdstipBericht>
            <s:functie>{functie}</s:functie>
          </g:stuurgegevens>
          <g:parameters>
            <g:applicatieVersie>0001</g:applicatieVersie><g:applicatieSubversie>0000</g:applicatieSubversie>
            <g:functieVersie>0003</g:functieVersie><g:functieSubversie>0002</g:functieSubversie>
            <g:bericht><g:xmlBestand>{Convert.ToBase64String(bestand)}</g:xmlBestand></g:bericht>
          </g:parameters>
        </g:envelopHeenbericht-ggk_Di01>
        """;

    private static string InSoap(string inhoud) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="{Soap}"><soapenv:Header/>
          <soapenv:Body>{inhoud[(inhoud.IndexOf("?>") + 2)..]}</soapenv:Body>
        </soapenv:Envelope>
        """;

    private static Task<HttpResponseMessage> Stuur(Huis huis, string di01, string actie = "ggk_Di01") =>
        huis.StuurSoap("ggk", InSoap(di01), $"\"{Ggk}/{actie}\"");

    private static async Task<XElement> Fo03(Huis huis, string di01, string verwacht, string actie = "ggk_Di01")
    {
        using var antwoord = await Stuur(huis, di01, actie);
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.InternalServerError, "text/xml"));
        var fault = XElement.Parse(await antwoord.Content.ReadAsStringAsync()).Element(Soap + "Body")!.Element(Soap + "Fault")!;
        fault.Element("faultcode")!.Value.ShouldEndWith(":" + verwacht);
        var fout = fault.Element("detail")!.Elements().ShouldHaveSingleItem();
        fout.Name.ShouldBe(Stuf + "Fo03Bericht");
        fout.Descendants(Stuf + "omschrijving").Concat(fout.Descendants(Stuf + "details")).ShouldAllBe(e => !e.Value.Contains("9999"));
        return fout;
    }

    private static string Details(XElement fout) => fout.Descendants(Stuf + "details").Single().Value;

    [Fact]
    public async Task A_message_in_an_envelope_is_confirmed_and_answered_in_one()
    {
        await using var huis = await Huis.Open();
        using var antwoord = await Stuur(huis, Di01(Toewijzing(1).ToBytes()));
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/xml"));
        var bevestiging = XElement.Parse(await antwoord.Content.ReadAsStringAsync()).Element(Soap + "Body")!.Elements()
            .ShouldHaveSingleItem();
        bevestiging.Name.ShouldBe(Stuf + "Bv03Bericht");
        bevestiging.Descendants(Stuf + "crossRefnummer").Single().Value.ShouldBe(Nummer);

        (await huis.Bericht<Wmo302>()).IsAkkoord.ShouldBeTrue();
        var envelop = huis.Enveloppen.ShouldHaveSingleItem();
        envelop.Name.ShouldBe(Ggk + "envelopRetourbericht-ggk_Du01");
        var stuur = envelop.Element(Ggk + "stuurgegevens")!;
        stuur.Elements().Select(e => e.Name.LocalName)
            .ShouldBe(["berichtcode", "zender", "ontvanger", "referentienummer", "tijdstipBericht", "crossRefnummer", "functie"]);
        (stuur.Element(Stuf + "crossRefnummer")!.Value, stuur.Element(Stuf + "functie")!.Value).ShouldBe((Nummer, "WMO302"));
        stuur.Element(Stuf + "tijdstipBericht")!.Value.ShouldMatch(@"\A\d{14}\z");
        (await huis.Ontvangen("ggk")).ShouldHaveSingleItem()!["envelop"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_without_an_envelope_is_answered_without_one()
    {
        await using var huis = await Huis.Open(("Ggk:Envelop", "true"));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        huis.Enveloppen.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_setting_a_provider_puts_what_it_tells_of_its_own_accord_in_an_envelope()
    {
        await using var huis = await Huis.Open(("Ggk:Envelop", "true"));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Beveel($"aanbieders/{Agb}/start", new { toewijzingnummer = 1, begindatum = Vandaag });
        var start = await huis.Bericht<Wmo305>();
        var envelop = huis.Enveloppen.ShouldHaveSingleItem();
        envelop.Name.ShouldBe(Ggk + "envelopHeenbericht-ggk_Di01");
        envelop.Descendants(Stuf + "functie").Single().Value.ShouldBe("WMO305");
        envelop.Descendants(Stuf + "organisatie").Select(o => o.Value).ShouldBe([Agb, "0034"]);
        envelop.Descendants(Ggk + "functieVersie").Single().Value.ShouldBe("0003");
        huis.Gekregen.Last().Pad.ShouldBe("/zorgaanbieders/v1/iwmo/berichten");

        // The answer may come in an envelope too.
        (await Stuur(huis, Di01(Retour.Akkoord(start, "R1", Vandaag).ToBytes(), "WMO306"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_message_with_and_without_envelope_is_the_same_message()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Stuur(huis, Di01(Toewijzing(1).ToBytes()));
        (await huis.Ontvangen("ggk")).ShouldHaveSingleItem()!["keer"]!.GetValue<int>().ShouldBe(2);
        huis.Gekregen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_envelope_with_something_unreadable_in_it_is_answered_with_what_and_where()
    {
        await using var huis = await Huis.Open();
        var fout = await Fo03(
            huis, Di01(Encoding.UTF8.GetBytes(Toewijzing(1).ToXml().Replace($"<wmo301:Bsn>{Bsn}</wmo301:Bsn>", ""))), "Client");
        (fout.Descendants(Stuf + "code").Single().Value, fout.Descendants(Stuf + "plek").Single().Value, Details(fout))
            .ShouldBe(("StUF055", "client", "element-ontbreekt bij Bericht/Client/Bsn"));
        fout.Descendants(Stuf + "crossRefnummer").Single().Value.ShouldBe(Nummer);
        huis.Gekregen.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_envelope_that_is_wrong_itself_is_answered_with_what_and_where()
    {
        await using var huis = await Huis.Open();
        var goed = Di01(Toewijzing(1).ToBytes());
        Details(await Fo03(huis, Di01(Toewijzing(1).ToBytes(), nummer: "1"), "Client")).ShouldEndWith("stuurgegevens/referentienummer");
        Details(await Fo03(huis, Di01(Toewijzing(1).ToBytes(), functie: "WMO319"), "Client")).ShouldEndWith("stuurgegevens/functie");
        Details(await Fo03(huis, goed.Replace("<g:xmlBestand>", "<g:xmlBestand>!"), "Client"))
            .ShouldEndWith("parameters/bericht/xmlBestand");
        Details(await Fo03(huis, goed.Replace("g:xmlBestand", "g:tekstBestand"), "Client")).ShouldStartWith("element-ontbreekt");
        Details(await Fo03(huis, goed.Replace("ggk_Di01", "ggk_Di02"), "Client")).ShouldStartWith("onbekend-bericht");
        Details(await Fo03(huis, goed, "Client", actie: "ggk_Du01")).ShouldEndWith("SOAPAction");
        Details(await Fo03(huis, Di01(Toewijzing(1, agb: "11111111").ToBytes()), "Client")).ShouldStartWith("onbekende-ontvanger");
    }

    [Fact]
    public async Task A_GGk_in_trouble_says_that_the_fault_is_its_own()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("ggk", new { modus = "storing", aantal = 1 });
        (await Fo03(huis, Di01(Toewijzing(1).ToBytes()), "Server")).Descendants(Stuf + "plek").Single().Value.ShouldBe("server");
    }

    [Theory]
    [InlineData("<Bv03Bericht xmlns=\"http://www.egem.nl/StUF/StUF0301\"/>", 200, "genomen")]
    [InlineData("<a/>", 200, "later")]
    [InlineData("", 202, "later")]
    [InlineData("<s:Fault xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><detail><plek>server</plek></detail></s:Fault>", 500,
        "later")]
    [InlineData("<s:Fault xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><detail><plek>client</plek></detail></s:Fault>", 500,
        "geweigerd")]
    public async Task Only_a_confirmation_says_that_the_platform_took_an_answer(string inhoud, int status, string verwacht)
    {
        await using var huis = await Huis.Open();
        huis.Antwoordt(1, status, inhoud.Length == 0 ? "" : InSoap("?>" + inhoud));
        await Stuur(huis, Di01(Toewijzing(1).ToBytes()));
        if (verwacht == "geweigerd")
        {
            await Tot.Waar(async () => (await huis.Verzonden(Agb)) is [var retour] && retour!["geweigerd"]!.GetValue<bool>());
            huis.Gekregen.ShouldBeEmpty();
        }
        else if (verwacht == "later") await huis.Bericht<Wmo302>();
        else await Tot.Waar(async () => (await huis.Verzonden(Agb)) is [var enige] && enige!["bezorgd"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Only_the_GGk_knows_envelopes()
    {
        await using var huis = await Huis.Open();
        (await huis.Stuur("svb", Di01(Toekenning("B-1").ToBytes(), "WMO501"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await huis.StuurSoap("svb", InSoap(Di01(Toekenning("B-1").ToBytes(), "WMO501")), $"\"{Ggk}/ggk_Di01\"")).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
    }
}
