using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De gemeente beslist te laat op de vraag om van zorg in natura naar een pgb te gaan. Het blijft een aanvraag, met ingebrekestelling en
/// dwangsom (Awb 4:17); een melding maken kan dan niet meer. Het besluit verandert dezelfde hulp.
/// </summary>
public sealed class OverstapNaarPgbTeLaat(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_late_overstap_heeft_dezelfde_rechten_als_elke_aanvraag()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("donderdag 9 april 2026").WijzigingGevraagd("zin-naar-pgb", "brief")
            .BesluitUiterlijk("donderdag 23 april 2026"); // veertien dagen na 9 april
        await Op("vrijdag 24 april 2026")
            .Geweigerd("beslistermijn-voorbij", "Awb art. 6:2", () => OnderzoekNodigBevonden())
            .InGebrekeGesteld()
            .DwangsomLoopt("vrijdag 8 mei 2026", "zaterdag 9 mei 2026", "vrijdag 19 juni 2026"); // 24 april + 14; 9 mei + 41
        await Op("maandag 18 mei 2026").PgbBesproken().AlsPgbToegekend("maandag 1 juni 2026")
            .Dwangsom(9, 207m) // 9 tot en met 17 mei: 9 × 23
            .Termijn("dwangsombesluit", "maandag 1 juni 2026") // 14 dagen na 17 mei is zondag 31 mei
            .WijzigingAfgelopen("besloten")
            .InDeTijdlijn("krijgt de inwoner de hulp in een andere vorm")
            .BerichtenNaarPartner("WMO501", 1);
    }
}
