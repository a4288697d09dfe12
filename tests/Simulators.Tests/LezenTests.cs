using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>Level 1: input that is no message of the standard is refused at once, with a reason and a place, and gets no retour.</summary>
public class LezenTests(GedeeldHuis gedeeld) : IClassFixture<GedeeldHuis>
{
    public static TheoryData<string, string, string, string> Fout => new()
    {
        // original text, replacement, code, place
        { "<wmo301:Bsn>999993653</wmo301:Bsn>", "", "element-ontbreekt", "Bericht/Client/Bsn" },
        { "<wmo301:Bsn>999993653</wmo301:Bsn>", "<wmo301:Bsn>99999365</wmo301:Bsn>", "ongeldige-waarde", "Bericht/Client/Bsn" },
        { "<wmo301:Geslacht>2</wmo301:Geslacht>", "<wmo301:Geslacht>9</wmo301:Geslacht>", "ongeldige-waarde", "Bericht/Client/Geslacht" },
        { "<wmo301:Geslacht>2</wmo301:Geslacht>", "<wmo301:Geslacht/>", "ongeldige-waarde", "Bericht/Client/Geslacht" },
        { "<wmo301:Geslacht>2</wmo301:Geslacht>", "<wmo301:Geslacht>2</wmo301:Geslacht><wmo301:Geslacht>2</wmo301:Geslacht>",
            "element-ontbreekt", "Bericht/Client/Naam" },
        { "<iwmo:Straatnaam>Stadhuisplein</iwmo:Straatnaam>", "<iwmo:Straatnaam>Burgemeester van Heemstralaan</iwmo:Straatnaam>",
            "ongeldige-waarde", "Bericht/Client/Contactgegevens/Contact[1]/Adres/Straatnaam" },
        { "<iwmo:Voorletters>F</iwmo:Voorletters>", "<iwmo:Voorletters>F.</iwmo:Voorletters>",
            "ongeldige-waarde", "Bericht/Client/Naam/Voorletters" },
        { "<iwmo:Achternaam>Amrani</iwmo:Achternaam>", "<iwmo:Achternaam>   </iwmo:Achternaam>",
            "ongeldige-waarde", "Bericht/Client/Naam/Geslachtsnaam/Achternaam" },
        { "<iwmo:LandCode>NL</iwmo:LandCode>", "<iwmo:LandCode>XX</iwmo:LandCode>",
            "ongeldige-waarde", "Bericht/Client/Contactgegevens/Contact[1]/Adres/LandCode" },
        { "<iwmo:Huisnummer>12</iwmo:Huisnummer>", "<iwmo:Huisnummer>100000</iwmo:Huisnummer>",
            "ongeldige-waarde", "Bericht/Client/Contactgegevens/Contact[1]/Adres/Huis/Huisnummer" },
        { "<iwmo:Volume>3</iwmo:Volume>", "<iwmo:Volume>3,5</iwmo:Volume>",
            "ongeldige-waarde", "Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Volume" },
        { "<iwmo:Datum>1952-04-17</iwmo:Datum>", "<iwmo:Datum>1952-04-17Z</iwmo:Datum>",
            "ongeldige-waarde", "Bericht/Client/Geboortedatum/Datum" },
        { "<iwmo:Datum>1952-04-17</iwmo:Datum>", "<iwmo:Datum>1952-02-30</iwmo:Datum>",
            "ongeldige-waarde", "Bericht/Client/Geboortedatum/Datum" },
        { "<wmo301:Toewijzingstijd>09:00:00</wmo301:Toewijzingstijd>", "<wmo301:Toewijzingstijd>09:00:00+01:00</wmo301:Toewijzingstijd>",
            "ongeldige-waarde", "Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingstijd" },
        { "<wmo301:BerichtCode>414</wmo301:BerichtCode>", "<wmo301:BerichtCode>415</wmo301:BerichtCode>",
            "ongeldige-waarde", "Bericht/Header/BerichtCode" },
        { "<wmo301:BerichtSubversie>2</wmo301:BerichtSubversie>", "<wmo301:BerichtSubversie>1</wmo301:BerichtSubversie>",
            "ongeldige-waarde", "Bericht/Header/BerichtSubversie" },
        { "<iwmo:Huisnummer>12</iwmo:Huisnummer>", "<wmo301:Huisnummer>12</wmo301:Huisnummer>",
            "verkeerde-namespace", "Bericht/Client/Contactgegevens/Contact[1]/Adres/Huis/Huisnummer" },
        { "<wmo301:Client>", "<wmo301:Client>los", "element-ontbreekt", "Bericht/Client/Bsn" },
        { "</wmo301:Client>", "los</wmo301:Client>", "onverwachte-inhoud", "Bericht/Client" },
        { "</wmo301:Client>", "<wmo301:Extra/></wmo301:Client>", "onverwachte-inhoud", "Bericht/Client" },
        { "<wmo301:Bsn>", "<wmo301:Bsn soort=\"echt\">", "onverwachte-inhoud", "Bericht/Client/Bsn" },
        { "iwmo/3_2/wmo301", "iwmo/3_1/wmo301", "onbekend-bericht", "Bericht" },
        { "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
            "verkeerde-codering", "het bestand" },
        { "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<!DOCTYPE Bericht [<!ENTITY a \"b\">]>", "geen-xml", "het bestand" },
        { "</wmo301:Bericht>", "", "geen-xml", "het bestand" },
        { "</wmo301:Bericht>", "</wmo301:Bericht><nog/>", "geen-xml", "het bestand" },
    };

    [Theory, MemberData(nameof(Fout))]
    public async Task What_does_not_fit_the_schema_is_refused_where_it_stands(string van, string naar, string code, string plek)
    {
        var goed = Toewijzing(1).ToXml();
        goed.ShouldContain(van);
        await Geweigerd(Encoding.UTF8.GetBytes(goed.Replace(van, naar)), 400, code, plek);
    }

    [Fact]
    public async Task Prefixes_do_not_matter()
    {
        await using var huis = await Huis.Open();
        var xml = Toewijzing(1).ToXml().Replace("wmo301:Bericht xmlns:wmo301", "Bericht xmlns").Replace("wmo301:", "")
            .Replace("iwmo:", "b:").Replace("xmlns:iwmo", "xmlns:b");
        (await huis.Stuur("ggk", xml)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        (await huis.Bericht<IStandaarden.Wmo302>()).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public Task A_byte_order_mark_is_refused() =>
        Geweigerd([0xEF, 0xBB, 0xBF, .. Toewijzing(1).ToBytes()], 400, "verkeerde-codering", "het bestand");

    [Fact]
    public Task Bytes_that_are_no_UTF8_are_refused() =>
        Geweigerd(Encoding.Latin1.GetBytes(Toewijzing(1).ToXml().Replace("Fatima", "Fatimé")), 400, "verkeerde-codering", "het bestand");

    [Fact]
    public Task A_file_of_more_than_25_MB_is_refused() => Geweigerd(new byte[25 * 1024 * 1024 + 1], 413, "te-groot", "het bestand");

    [Fact]
    public Task A_file_that_goes_down_forever_is_refused_where_it_leaves_the_schema() => Geweigerd(
        Encoding.UTF8.GetBytes("<w:Bericht xmlns:w=\"http://www.istandaarden.nl/iwmo/3_2/wmo301/schema\">"
            + string.Concat(Enumerable.Repeat("<w:a>", 1_000_000))), 400, "element-ontbreekt", "Bericht/Header");

    [Fact]
    public Task Entities_that_multiply_are_refused_before_they_do() => Geweigerd(
        Encoding.UTF8.GetBytes(
            "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><Bericht>&c;</Bericht>"),
        400, "geen-xml", "het bestand");

    private async Task Geweigerd(byte[] bestand, int status, string code, string plek)
    {
        using var antwoord = await gedeeld.Huis.Stuur("ggk", bestand);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        ((int)antwoord.StatusCode).ShouldBe(status, tekst);
        var fout = (await antwoord.Content.ReadFromJsonAsync<JsonObject>())!;
        (fout["code"]!.GetValue<string>(), fout["plek"]!.GetValue<string>()).ShouldBe((code, plek));
        tekst.ShouldNotContain("9999");
        gedeeld.Huis.Gekregen.ShouldBeEmpty();
        (await gedeeld.Huis.Ontvangen("ggk")).ShouldBeEmpty();
    }
}
