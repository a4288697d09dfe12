using System.Xml.Schema;
using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Tests;

public class CodelijstTests
{
    private static readonly DateOnly Dag = new(2026, 3, 2);

    [Fact]
    public void Every_list_is_that_of_the_schema()
    {
        var keuzes = Berichtsoort.Alle.Select(Schema.Van).SelectMany(s => s.GlobalTypes.Values.OfType<XmlSchemaSimpleType>())
            .Select(t => (Naam: t.QualifiedName.Name,
                Codes: ((XmlSchemaSimpleTypeRestriction)t.Content!).Facets
                    .OfType<XmlSchemaEnumerationFacet>().Select(f => f.Value!).ToHashSet()))
            .Where(t => t.Codes.Count > 0).ToArray();
        foreach (var (naam, codes) in keuzes) Codelijst.Alle.ShouldContain(l => codes.SetEquals(l.Codes.Select(c => c.Waarde)), naam);
        foreach (var lijst in Codelijst.Alle) keuzes.ShouldContain(k => k.Codes.SetEquals(lijst.Codes.Select(c => c.Waarde)), lijst.Naam);
    }

    [Fact]
    public void Every_code_says_what_it_means() => Codelijst.Alle.ShouldAllBe(l => l.Codes.All(c => c.Betekenis.Length > 1));

    [Fact]
    public void A_code_that_was_withdrawn_can_be_read_and_not_be_used()
    {
        Codelijst.RedenWijziging.Bevat("01").ShouldBeTrue();
        Codelijst.RedenWijziging.IsGeldig("01", Dag).ShouldBeFalse();
        Codelijst.RedenWijziging.IsGeldig("14", Dag).ShouldBeTrue();
        Codelijst.RedenWijziging.IsGeldig("15", Dag).ShouldBeFalse();

        var oud = Voorbeelden.Wmo301.ToXml().Replace(">14<", ">01<");
        var gelezen = (Wmo301)Ketenbericht.Lees(oud);
        Should.Throw<BerichtOnleesbaar>(gelezen.ToXml).Pad.ShouldBe("Bericht/Client/ToegewezenProducten/ToegewezenProduct/RedenWijziging");
        Retour.Afgekeurd(gelezen, "302-1", Dag, "9332").ToXml().ShouldContain(">01<", customMessage: "a retour sends back what came");
    }

    [Fact]
    public void A_list_of_ones_own_knows_from_when_until_when()
    {
        var lijst = new Codelijst(
            "CBS", [new("0034", "Almere"), new("0457", "Weesp", TotEnMet: new(2022, 3, 23)), new("9998", "Nieuw", Vanaf: new(2026, 3, 2))]);
        (lijst.IsGeldig("0457", new(2022, 3, 23)), lijst.IsGeldig("0457", new(2022, 3, 24))).ShouldBe((true, false));
        (lijst.IsGeldig("9998", Dag.AddDays(-1)), lijst.IsGeldig("9998", Dag)).ShouldBe((false, true));
        lijst.Betekenis("0034").ShouldBe("Almere");
    }

    [Theory, InlineData("0034", true), InlineData("0000", false), InlineData("34", false), InlineData("00345", false),
        InlineData("003A", false)]
    public void A_gemeentecode_has_four_digits(string code, bool goed) => Gemeentecode.HeeftVorm(code).ShouldBe(goed);
}
