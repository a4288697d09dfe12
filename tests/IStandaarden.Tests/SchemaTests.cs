using System.Text;
using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

public class SchemaTests
{
    private static readonly string Goed = Encoding.UTF8.GetString(GoudenBerichten.Goud("WMO301"));

    public static TheoryData<string> Namen => [.. Voorbeelden.Alle.Keys];
    public static TheoryData<string> Soorten => [.. Berichtsoort.Alle.Select(s => s.Naam)];

    [Theory, MemberData(nameof(Namen))]
    public void Every_golden_file_is_valid_by_its_schema(string naam) => Controleer(GoudenBerichten.Goud(naam)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Soorten))]
    public void Whatever_its_schema_allows_is_read_and_what_is_written_of_it_its_schema_allows(string naam)
    {
        var soort = Berichtsoort.Alle.Single(s => s.Naam == naam);
        var toeval = new Random(20261125);
        var maker = new Schemaberichten(toeval);
        for (var keer = 0; keer < 100; keer++)
        {
            var xml = maker.Maak(soort);
            Controleer(xml).ShouldBeEmpty();
            var bericht = Ketenbericht.Lees(new MemoryStream(xml));
            if (Verouderd(bericht)) continue; // readable, and not to be written
            var geschreven = bericht.ToBytes();
            Controleer(geschreven).ShouldBeEmpty();
            Ketenbericht.Lees(new MemoryStream(geschreven)).ToBytes().ShouldBe(geschreven);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_with_its_place_and_what_is_expected_there()
    {
        var fout = Goed.Replace("<wmo301:Bsn>999993653<", "<wmo301:Bsn>99999365A<").Replace("2026-03-09", "2026-02-30")
            .Replace("<wmo301:Geslacht>2</wmo301:Geslacht>", "").Replace("<wmo301:Budget>125000<", "<wmo301:Budget soort=\"x\">-1<")
            .Replace("<iwmo:Vorm>1<", "<iwmo:Vorm>9<");
        var bevindingen = Controleer(Encoding.UTF8.GetBytes(fout));
        bevindingen.ShouldAllBe(b => b.Code == "XSD" && b.Uitleg.EndsWith('.'));
        bevindingen.Select(b => (b.Pad, b.Uitleg)).ShouldBe(
        [
            ("Bericht/Client/Bsn", "De waarde past niet bij dit element. Schrijf precies 9 tekens."),
            ("Bericht/Client/Geslacht", "Dit element ontbreekt."),
            ("Bericht/Client/Communicatie/Vorm", "De waarde past niet bij dit element. Kies uit: 1, 2, 3."),
            ("Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Ingangsdatum",
                "De waarde past niet bij dit element. Schrijf een datum die bestaat als jjjj-mm-dd, zonder tijdzone."),
            ("Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Budget", "Dit element mag geen attribuut hebben."),
            ("Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Budget",
                "De waarde past niet bij dit element. Schrijf een geheel getal van 0 tot en met 99999999."),
        ], ignoreOrder: false);
    }

    [Theory]
    [InlineData("<wmo301:ToegewezenProducten>", "<wmo301:ToegewezenProducten>tekst", "Bericht/Client/ToegewezenProducten",
        "Hier hoort geen tekst.")]
    [InlineData("</wmo301:Client>", "", "Bericht/Client", "Vanaf hier is dit geen goede XML. Verder is het bericht niet bekeken.")]
    [InlineData("utf-8", "utf-16", "Bericht", "Het bericht moet UTF-8 zijn, zonder byte order mark.")]
    [InlineData("iwmo/3_2/wmo301/schema", "iwmo/3_1/wmo301/schema", "Bericht",
        "Dit is geen bericht van iWmo 3.2, iPgb 2.1 of iEb 1.0.2: de naam of de namespace van het eerste element is onbekend.")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>", "Bericht",
        "Vanaf hier is dit geen goede XML. Verder is het bericht niet bekeken.")]
    public void What_cannot_be_looked_at_any_further_says_so(string was, string wordt, string pad, string uitleg)
    {
        var bevindingen = Controleer(Encoding.UTF8.GetBytes(Goed.Replace(was, wordt)));
        bevindingen[^1].ShouldBe(new("XSD", pad, uitleg));
    }

    [Fact]
    public void What_does_not_belong_hides_nothing_else()
    {
        var fout = Goed.Replace("<wmo301:Geslacht>2</wmo301:Geslacht>",
            "<wmo301:Sekse><a><b/></a></wmo301:Sekse><wmo301:Geslacht>2</wmo301:Geslacht><wmo301:Geslacht>1</wmo301:Geslacht>")
            .Replace("<iwmo:NaamGebruik>4</iwmo:NaamGebruik>", "<wmo301:NaamGebruik>4</wmo301:NaamGebruik>")
            .Replace("<wmo301:Budget>125000<", "<wmo301:Budget>x<");
        Controleer(Encoding.UTF8.GetBytes(fout)).Select(b => (b.Pad, b.Uitleg)).ShouldBe(
        [
            ("Bericht/Client/Sekse", "Dit element hoort hier niet. Hier hoort: Geslacht."),
            ("Bericht/Client/Geslacht", "Dit element hoort hier niet. Hier hoort: Naam."),
            ("Bericht/Client/Naam/NaamGebruik", "Dit element staat in de verkeerde namespace."),
            ("Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Budget",
                "De waarde past niet bij dit element. Schrijf een geheel getal van 0 tot en met 99999999."),
        ]);
        Controleer(Encoding.UTF8.GetBytes(Goed.Replace("<wmo301:Ingangsdatum>2026-03-09</wmo301:Ingangsdatum>", "")
            .Replace("<wmo301:Ingangsdatum>2027-03-09</wmo301:Ingangsdatum>", "")))
            .Select(b => b.Pad).ShouldBe(
                [.. Enumerable.Range(1, 2).Select(n => $"Bericht/Client/ToegewezenProducten/ToegewezenProduct[{n}]/Ingangsdatum")]);
    }

    [Fact]
    public void Hostile_XML_is_not_looked_at_for_long()
    {
        var kop = Goed[..Goed.IndexOf("<wmo301:Client>", StringComparison.Ordinal)];
        Controleer(Encoding.UTF8.GetBytes(kop + string.Concat(Enumerable.Repeat("<a>", 100_000))))[^1].Uitleg
            .ShouldStartWith("Hier staan te veel elementen in elkaar.");
        Controleer(Encoding.UTF8.GetBytes(kop + string.Concat(Enumerable.Repeat("<a/>", 100_000)))).Count
            .ShouldBeLessThanOrEqualTo(Bevinding.Hoogstens);
        Controleer([.. Encoding.UTF8.GetBytes(kop), .. Enumerable.Repeat((byte)' ', 26 * 1024 * 1024)])[^1].Uitleg
            .ShouldBe("Het bericht is groter dan 25 MB.");
        Controleer([0xFF, 0xFE, 0x3C]).Single().Uitleg.ShouldBe("Vanaf hier is dit geen UTF-8. Verder is het bericht niet bekeken.");
    }

    [Fact]
    public void A_finding_never_quotes_the_message() =>
        Controleer(Encoding.UTF8.GetBytes(Goed.Replace("999993653", "9999936531").Replace("Moulin", new string('M', 201))))
            .ShouldAllBe(b => !b.ToString().Contains("9999") && !b.ToString().Contains("MM"));

    internal static IReadOnlyList<Bevinding> Controleer(byte[] xml) => Schemacontrole.Controleer(new MemoryStream(xml));

    private static bool Verouderd(Ketenbericht bericht) =>
        bericht is Wmo301 { Client.ToegewezenProducten: var producten } && producten.Any(p => p.RedenWijziging == "01");
}
