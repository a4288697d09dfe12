namespace WmoPlatform.Contracts.Tests;

/// <summary>The value types in events.</summary>
public sealed class WaardenTests
{
    [Fact]
    public void Personal_data_never_print_themselves()
    {
        var persoon = new Persoonsgegevens("999993653", new Persoonsnaam("Aas", null, "Lok", "L"), new DateOnly(1950, 1, 1), null, 1,
            new Adres("Lokstraat", 1, null, null, "1234AB", "Almere"));
        var gedrukt = string.Concat(persoon, persoon.Naam, persoon.Adres, new Vertrouwelijk<Persoonsgegevens>(persoon),
            new Persoonskern("999993653", default), new MeldingInhoud("999993653", "Lok", "lok@example.org", "Aas"));
        gedrukt.ShouldNotContain("Aas");
        gedrukt.ShouldNotContain("Lok");
        gedrukt.ShouldNotContain("999993653");
    }

    [Fact]
    public void A_readable_number_never_looks_like_a_bsn() =>
        new[] { Nummers.Dossiernummer(2026, 123), Nummers.Meldingnummer(2026, 1234567), Nummers.Beschikkingnummer(2026, 1) }
            .ShouldBe(["D-2026-000123", "M-2026-1234567", "B-2026-000001"]);
}
