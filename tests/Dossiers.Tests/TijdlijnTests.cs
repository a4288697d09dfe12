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
