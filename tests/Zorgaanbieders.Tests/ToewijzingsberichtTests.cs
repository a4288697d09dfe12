using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The WMO301 as a provider gets it.</summary>
public sealed class ToewijzingsberichtTests
{
    private static readonly Vault Vault = Sleutels.Kluis(Diensten.Zorgaanbieders);

    [Fact]
    public void It_holds_what_the_standard_asks()
    {
        var bericht = Bericht(Huis.Persoon("999993653"));
        (bericht.Header.Afzender, bericht.Header.Ontvanger).ShouldBe(("0034", "12345678"));
        var product = bericht.Client.ToegewezenProducten.ShouldHaveSingleItem();
        product.ToewijzingNummer.ShouldBe(7);
        product.Product.ShouldBe(new CdtProduct("02", "02A01"));
        product.Omvang.ShouldBe(new CdtOmvang(3, "04", "2"));
        product.Einddatum.ShouldNotBeNull();
        // The moment of assignment is in Dutch local time.
        (product.Toewijzingsdatum, product.Toewijzingstijd).ShouldBe((new DateOnly(2026, 7, 2), new TimeOnly(0, 30)));
        var adres = bericht.Client.Contactgegevens.ShouldHaveSingleItem().Adres!;
        (adres.Postcode, adres.Huis!.Huisnummer).ShouldBe(("1301AB", 12));
    }

    [Fact]
    public void Whatever_the_BRP_says_it_can_be_read_back()
    {
        var lang = string.Concat(Enumerable.Repeat("Ĳsselmeërstraat van de heer De Wit ", 20));
        var persoon = new Persoonsgegevens("999993653", new(lang, "van den der in 't", lang, "A.B.C.D.E.F.G."), new(1900, 1, 1), 3, 0,
            new(lang, 99999, "bis", "boven", "1301AB", lang));
        Ketenbericht.Lees(Bericht(persoon).ToXml()).ShouldBeOfType<Wmo301>().Client.Naam.Voorletters.ShouldBe("ABCDEF");
    }

    [Fact]
    public void Someone_without_a_family_name_gets_help_too() =>
        Ketenbericht.Lees(Bericht(Huis.Persoon() with { Naam = new("", null, null, null) }).ToXml()).ShouldBeOfType<Wmo301>()
            .Client.Naam.Geslachtsnaam.Achternaam.ShouldBe(".");

    [Theory]
    [InlineData("Straat", 24, "Straat")]
    [InlineData("  Straat  ", 24, "Straat")]
    [InlineData("Lange Straat", 6, "Lange")]
    [InlineData("ab\u0001c", 10, "abc")]
    [InlineData("abc\U0001D11Ed", 4, "abc")]
    [InlineData("abe\u0301", 3, "ab")]
    [InlineData("   ", 5, null)]
    [InlineData(null, 5, null)]
    public void Text_is_cut_between_characters_and_never_to_nothing_but_blanks(string? tekst, int lengte, string? verwacht) =>
        tekst.Passend(lengte).ShouldBe(verwacht);

    private static Wmo301 Bericht(Persoonsgegevens persoon)
    {
        var toewijzing = Huis.Toegewezen(Huis.Beschikking(persoon), 7, Vault,
            new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero));
        return Toewijzingsbericht.Maak("0034", toewijzing.Agb, "W00000000001", new(2026, 7, 2), persoon, [toewijzing]);
    }
}
