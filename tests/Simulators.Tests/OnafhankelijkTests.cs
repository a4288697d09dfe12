using System.Net;
using System.Text;
using System.Xml.Linq;
using WmoPlatform.IStandaarden;
using WmoPlatform.Keten.Berichten;
using Retourcode = WmoPlatform.Keten.Berichten.Retourcode;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>The simulators and the platform share no code, and agree on every golden message of the platform.</summary>
public class OnafhankelijkTests
{
    private static readonly DateOnly Dag = new(2026, 3, 2);

    public static TheoryData<string> Alle =>
        [.. typeof(OnafhankelijkTests).Assembly.GetManifestResourceNames().Where(naam => naam.StartsWith("WMO", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Alle))]
    public void Every_golden_message_is_read_and_written_the_same(string naam)
    {
        var bericht = Bericht.Lees(Goud(naam));
        bericht.Soort.Naam.ShouldBe(naam[..6]);
        var geschreven = Schrijver.Schrijf(bericht.Soort, bericht.Inhoud);
        XNode.DeepEquals(XElement.Parse(Encoding.UTF8.GetString(geschreven)), XElement.Parse(Encoding.UTF8.GetString(Goud(naam))))
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("WMO301", "WMO302")]
    [InlineData("WMO305", "WMO306")]
    [InlineData("WMO307", "WMO308")]
    [InlineData("WMO315", "WMO316")]
    [InlineData("WMO317", "WMO318")]
    [InlineData("WMO319", "WMO320")]
    [InlineData("WMO501", "WMO502")]
    [InlineData("WMO507", "WMO508")]
    [InlineData("WMO401", "WMO402")]
    [InlineData("WMO403", "WMO404")]
    public void An_answer_without_objections_is_the_platforms_golden_one(string heen, string retour)
    {
        var goud = Bericht.Lees(Goud(retour));
        var eigen = Bericht.Lees(Goud(heen)).Retour(goud.Identificatie, goud.Header.Datum("DagtekeningRetour")!.Value, Oordeel.Goed);
        XNode.DeepEquals(eigen.Inhoud, goud.Inhoud).ShouldBeTrue();
    }

    [Theory]
    [InlineData("WMO301", "WMO302-afgekeurd")]
    [InlineData("WMO319", "WMO320-afgekeurd")]
    [InlineData("WMO317", "WMO318-afgekeurd")]
    [InlineData("WMO501", "WMO502-afgekeurd")]
    [InlineData("WMO507", "WMO508-afgekeurd")]
    [InlineData("WMO401", "WMO402-afgekeurd")]
    [InlineData("WMO403", "WMO404-afgekeurd")]
    public void A_rejection_echoes_every_class_as_the_platforms_golden_one(string heen, string retour)
    {
        var (bericht, goud) = (Bericht.Lees(Goud(heen)), Bericht.Lees(Goud(retour)));
        // Finds the class that the golden retour rejects, by its path.
        var code = goud.Inhoud.Descendants("RetourCode").First(c => Retourcode.IsAfkeur(c.Value));
        var weg = code.Ancestors().Skip(1).Reverse().ToList();
        var klasse = weg.Skip(1)
            .Aggregate(bericht.Inhoud, (element, stap) => element.Elements(stap.Name)
                .ElementAt(stap.ElementsBeforeSelf(stap.Name).Count()));
        var eigen = bericht.Retour(goud.Identificatie, goud.Header.Datum("DagtekeningRetour")!.Value,
            Oordeel.Afgekeurd(klasse, code.Value));
        XNode.DeepEquals(eigen.Inhoud, goud.Inhoud).ShouldBeTrue();
    }

    [Fact]
    public void A_technically_wrong_message_comes_back_as_the_platforms_golden_one()
    {
        var goud = Bericht.Lees(Goud("WMO302-technisch-onjuist"));
        var eigen = Bericht.Lees(Goud("WMO301"))
            .Retour(goud.Identificatie, goud.Header.Datum("DagtekeningRetour")!.Value, new Oordeel(["TR018"], []));
        XNode.DeepEquals(eigen.Inhoud, goud.Inhoud).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ggk", "WMO302", false)]
    [InlineData("ggk", "WMO305", false)]
    [InlineData("ggk", "WMO306", true)]
    [InlineData("ggk", "WMO306-afgekeurd", true)]
    [InlineData("ggk", "WMO308", true)]
    [InlineData("ggk", "WMO308-afgekeurd", true)]
    [InlineData("ggk", "WMO315", false)]
    [InlineData("ggk", "WMO316", true)]
    [InlineData("ggk", "WMO316-afgekeurd", true)]
    [InlineData("ggk", "WMO317", false)]
    [InlineData("ggk", "WMO318", true)]
    [InlineData("ggk", "WMO318-afgekeurd", true)]
    [InlineData("ggk", "WMO323", false)]
    [InlineData("ggk", "WMO325", true)]
    [InlineData("ggk", "WMO325-afgekeurd", true)]
    [InlineData("ggk", "WMO325-technisch-onjuist", true)]
    [InlineData("svb", "WMO502", false)]
    [InlineData("svb", "WMO507", false)]
    [InlineData("svb", "WMO508", true)]
    [InlineData("svb", "WMO508-afgekeurd", true)]
    [InlineData("cak", "WMO402", false)]
    public async Task A_partner_takes_what_is_for_it_and_no_more(string loket, string naam, bool neemt)
    {
        await using var huis = await Huis.Open();
        (await huis.Stuur(loket, Goud(naam))).StatusCode.ShouldBe(neemt ? HttpStatusCode.Accepted : HttpStatusCode.UnprocessableEntity);
        (await huis.Ontvangen(loket)).Count.ShouldBe(neemt ? 1 : 0);
    }

    [Fact]
    public async Task The_golden_toewijzing_is_accepted_once_what_it_refers_to_was_asked()
    {
        await using var huis = await Huis.Open();
        await huis.Stuur("ggk", Goud("WMO301"));
        (await huis.Bericht<Wmo302>()).Afkeurcodes.ShouldBe(["9379"]);

        await huis.Beveel($"aanbieders/{Agb}/verzoek",
            new { bsn = Bsn, ingangsdatum = Dag, einddatum = Dag.AddYears(1), budget = 125_000, referentie = "ref-1" });
        await huis.Stuur("ggk", Anders("WMO301", "301-000001", "301-000002"));
        (await huis.Bericht<Wmo302>(retour => retour.Header.BerichtIdentificatie.Identificatie == "301-000002")).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task The_golden_answer_is_accepted_once_what_it_answers_was_asked()
    {
        await using var huis = await Huis.Open();
        await huis.Stuur("ggk", Goud("WMO319"));
        (await huis.Bericht<Wmo320>()).Afkeurcodes.ShouldBe(["9355"]);

        await huis.Beveel($"aanbieders/{Agb}/verzoek",
            new { bsn = Bsn, ingangsdatum = Dag, einddatum = Dag.AddYears(1), budget = 125_000, referentie = "ref-1" });
        await huis.Stuur("ggk", Anders("WMO319", "319-000001", "319-000002"));
        (await huis.Bericht<Wmo320>(retour => retour.Header.BerichtIdentificatie.Identificatie == "319-000002")).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task The_golden_budget_is_reserved_once_the_one_that_it_replaces_is_there()
    {
        await using var huis = await Huis.Open();
        await huis.Stuur("svb", Goud("WMO501"));
        (await huis.Bericht<Wmo502>()).Afkeurcodes.ShouldBe(["9562"]);

        (await huis.Antwoord<Wmo502>("svb", Toekenning("PGB-1"))).IsAkkoord.ShouldBeTrue();
        await huis.Stuur("svb", Anders("WMO501", "501-000001", "501-000002"));
        (await huis.Bericht<Wmo502>(retour => retour.Header.BerichtIdentificatie.Identificatie == "501-000002")).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task The_golden_start_and_stop_of_the_eigen_bijdrage_are_accepted()
    {
        await using var huis = await Huis.Open();
        await huis.Stuur("cak", Goud("WMO401"));
        (await huis.Bericht<Wmo402>()).IsAkkoord.ShouldBeTrue();
        await huis.Stuur("cak", Goud("WMO403"));
        (await huis.Bericht<Wmo404>()).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task What_came_in_and_what_went_out_is_kept_character_for_character()
    {
        var map = Directory.CreateTempSubdirectory("keten").FullName;
        var vreemd = Encoding.UTF8.GetString(Goud("WMO401")).Replace("wmo401:", "x:").Replace("xmlns:wmo401", "xmlns:x")
            .Replace("\r\n  <x:Client>", "\n\n<!-- met de hand --><x:Client>");
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            (await huis.Stuur("cak", vreemd)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            (await huis.Bericht<Wmo402>()).IsAkkoord.ShouldBeTrue();
        }
        var regel = System.Text.Json.Nodes.JsonNode.Parse((await File.ReadAllLinesAsync(Path.Combine(map, "keten.jsonl")))[0])!;
        regel["Ontvangen"]!["Xml"]!.GetValue<string>().ShouldBe(vreemd);
        regel["Uitgaand"]![0]!["Xml"]!.GetValue<string>().ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<wmo402:Bericht");
        Directory.Delete(map, recursive: true);
    }

    private static string Anders(string naam, string oud, string nieuw) => Encoding.UTF8.GetString(Goud(naam)).Replace(oud, nieuw);
}
