using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>The letter about a later decision says which help the person has from which day.</summary>
public sealed class WijzigingsbesluitbriefTests
{
    [Fact]
    public void Less_hours_from_a_day_read_as_two_stretches_with_their_own_amount()
    {
        var tekst = Tekst(new(new(2026, 7, 6), "B-2026-000007", [Deel(6, new(2026, 4, 28), new(2026, 7, 31)),
            Deel(4, new(2026, 8, 1), new(2027, 4, 30))], "Het gaat beter.", new(2026, 8, 17), OpBezwaar: false)
        { Bijdrage = ["U betaalt een eigen bijdrage."] });

        tekst.ShouldContain("Van 28 april 2026 tot en met 31 juli 2026 krijgt u 6 uur per week.");
        tekst.ShouldContain("Van 1 augustus 2026 tot en met 30 april 2027 krijgt u 4 uur per week.");
        tekst.ShouldContain("U krijgt zorg in natura van de zorgaanbieder met AGB-code 12345678.");
        tekst.ShouldContain("U betaalt een eigen bijdrage.");
    }

    [Fact]
    public void A_budget_is_named_with_its_amount_and_who_pays_from_it()
    {
        var tekst = Tekst(new(new(2026, 7, 6), "B-2026-000007", [Deel(4, new(2026, 8, 1), new(2027, 4, 30)) with
        {
            Leveringsvorm = Leveringsvorm.Pgb,
            Agb = null,
            Budget = 4321.99m,
        }], "U wilt een pgb.", new(2026, 8, 17), OpBezwaar: false));

        tekst.ShouldContain("krijgt u 4 uur per week.");
        tekst.ShouldContain("een persoonsgebonden budget (pgb) van € 4.321,99 voor de hele periode. De Sociale Verzekeringsbank");
    }

    [Fact]
    public void Urgent_help_has_no_last_day_and_the_provider_comes_to_the_person()
    {
        var tekst = Tekst(new(new(2026, 4, 28), "B-2026-000007", [Deel(5, new(2026, 4, 28), new(2026, 10, 26)) with { Tijdelijk = true }],
            "U kunt niet alleen uit bed.", new(2026, 6, 9), OpBezwaar: false)
        { Spoed = true });

        tekst.ShouldContain("Vanaf 28 april 2026, tot ons besluit op uw aanvraag geldt, krijgt u tijdelijk 5 uur per week.");
        tekst.ShouldContain("(AGB-code 12345678) neemt contact met u op.");
    }

    private static Voorzieningdeel Deel(int uren, DateOnly van, DateOnly tot) =>
        new(new("02", "02T21"), new(uren, "04", "2"), new(van, tot), Leveringsvorm.Zin, "12345678", null);

    private static string Tekst(Wijzigingsbesluitbrief brief) => string.Join('\n',
        brief.Schrijf("D-2026-000001", new Gemeente { Naam = "Almere", Telefoon = "14 036", Clientondersteuning = "x" }).Delen
            .SelectMany(d => d.Alineas));
}
