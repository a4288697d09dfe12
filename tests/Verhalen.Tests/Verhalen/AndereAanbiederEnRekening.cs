using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Op het inloopspreekuur vraagt de inwoner om een andere aanbieder en een ander rekeningnummer. Voor beide is geen besluit nodig: de ene
/// wordt uitgevoerd, voor het andere wijst de gemeente naar de SVB en het CAK.
/// </summary>
public sealed class AndereAanbiederEnRekening(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wat_niets_aan_het_besluit_verandert_wordt_gewoon_geregeld()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("dinsdag 7 april 2026").WijzigingGevraagd("rekeningnummer", "inloop")
            .Brief("wijzigingsbevestiging").WijzigingAfgelopen("verwezen");
        await Op("dinsdag 7 april 2026").WijzigingGevraagd("andere-aanbieder", "inloop")
            .Brieven("wijzigingsbevestiging", 2)
            .TermijnVanWijziging("wijziging", "dinsdag 2 juni 2026", "lopend") // acht weken na 7 april
            .WijzigingAfgelopen(null);
        await Op("maandag 20 april 2026").WijzigingUitgevoerd()
            .Brief("wijzigingsuitvoering")
            .TermijnVanWijziging("wijziging", "dinsdag 2 juni 2026", "gehaald");
    }
}
