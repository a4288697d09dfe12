namespace WmoPlatform.Contracts.Tests;

/// <summary>The value types that travel.</summary>
public sealed class WaardenTests
{
    [Theory]
    [InlineData("999993653")]
    [InlineData("999900006")]
    public void A_bsn_that_passes_the_elfproef_is_read(string tekst)
    {
        Bsn.TryParse(tekst, out var bsn).ShouldBeTrue();
        bsn.Cijfers.ShouldBe(tekst);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000000")]
    [InlineData("999993654")]
    [InlineData("99999365")]
    [InlineData("9999936530")]
    [InlineData("99999365x")]
    public void Anything_else_is_no_bsn(string? tekst) => Bsn.TryParse(tekst, out _).ShouldBeFalse();

    [Fact]
    public void Personal_data_never_print_themselves()
    {
        Bsn.TryParse("999993653", out var bsn).ShouldBeTrue();
        var persoon = new Persoonsgegevens("999993653", new Persoonsnaam("Aas", null, "Lok", "L"), new DateOnly(1950, 1, 1), null, 1, new Adres("Lokstraat", 1, null, null, "1234AB", "Almere"));
        var gedrukt = string.Concat($"{bsn}", persoon, persoon.Naam, persoon.Adres, new Vertrouwelijk<Persoonsgegevens>(persoon), new Persoonskern("999993653", default), new MeldingInhoud("999993653", "Lok", "lok@example.org", "Aas"));
        gedrukt.ShouldNotContain("Aas");
        gedrukt.ShouldNotContain("Lok");
        gedrukt.ShouldNotContain("999993653");
    }

    [Fact]
    public void A_readable_number_never_looks_like_a_bsn() =>
        new[] { Nummers.Dossiernummer(2026, 123), Nummers.Meldingnummer(2026, 1234567), Nummers.Beschikkingnummer(2026, 1) }
            .ShouldBe(["D-2026-000123", "M-2026-1234567", "B-2026-000001"]);
}
