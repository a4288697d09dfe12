using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>Sentences of the timeline that say more than usual.</summary>
public class TijdlijnTests
{
    private static readonly Termijn Beslis = new("beschikking", new(2026, 5, 4), new(2026, 5, 18), "Wmo 2015 art. 2.3.5 lid 2");

    [Theory]
    [InlineData(Aanvraagvorm.OndertekendVerslag)]
    [InlineData(Aanvraagvorm.NaOnderzoek)]
    [InlineData(Aanvraagvorm.ZonderVerslag)]
    public void An_aanvraag_names_both_days_when_it_was_passed_on_or_registered_late(Aanvraagvorm vorm)
    {
        var gewoon = new AanvraagOntvangen(new(2026, 5, 4), Beslis) { Vorm = vorm };
        Tijdlijn.Zin(gewoon).ShouldEndWith("uiterlijk op 18 mei 2026.");

        var zin = Tijdlijn.Zin(gewoon with
        {
            EerstBij = new("het zorgkantoor", new(2026, 4, 29)),
            LaatVastgelegdOp = new(2026, 5, 8),
        });

        zin.ShouldContain("Zij kwam op 29 april 2026 eerst bij het zorgkantoor, dat haar doorstuurde.");
        zin.ShouldContain("op 8 mei 2026 pas vastgelegd, maar telt vanaf de ontvangst op 4 mei 2026");
    }

    [Theory]
    [InlineData(Briefsoort.Ingebrekestelling, "schreef op 19 mei 2026 dat er niet op tijd is beslist")]
    [InlineData(Briefsoort.Klacht, "schreef op 19 mei 2026, in een klacht, dat er niet op tijd is beslist")]
    [InlineData(Briefsoort.Bezwaar, "in een bezwaar,")]
    [InlineData(Briefsoort.AndereBrief, "in een andere brief,")]
    public void A_notice_says_in_which_letter_it_stood(Briefsoort soort, string woorden) =>
        Tijdlijn.Zin(new IngebrekestellingOntvangen(Guid.NewGuid(), new(2026, 5, 19), Ingebrekestellingsoordeel.TeVroeg, null)
        {
            HerkendIn = soort,
        }).ShouldContain(woorden);

    [Fact]
    public void A_refusal_that_refers_to_an_earlier_one_says_so()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen);
        var bekend = v.Gebeurtenissen.OfType<BeschikkingBekendgemaakt>().Single();

        Tijdlijn.Zin(bekend).ShouldNotContain("niets nieuws");
        Tijdlijn.Zin(bekend with { VerwijstNaar = ["B-2025-000007"] }).ShouldContain("Er is niets nieuws sinds B-2025-000007.");
    }

    [Fact]
    public void A_bezwaar_that_another_office_got_first_names_both_days()
    {
        var bezwaar = new BezwaarOntvangen("Z-2026-000001", new(2026, 6, 12), BestredenSoort.Beschikking, "B-2026-000001", [],
            Bezwaartijdigheid.OpTijd, null, null);
        Tijdlijn.Zin(bezwaar).ShouldNotContain("hier");

        Tijdlijn.Zin(bezwaar with { HierOntvangenOp = new(2026, 6, 22) })
            .ShouldEndWith("Het kwam op 12 juni 2026 bij een ander binnen, en op 22 juni 2026 hier. De eerste dag telt.");
    }
}
