using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner heeft hulp in natura en wil een pgb, maar kan dat niet beheren. Het pgb wordt geweigerd met de grond uit de wet (Wmo 2015
/// art. 2.3.6 lid 2); de hulp loopt door, en bezwaar kan.
/// </summary>
public sealed class PgbInPlaatsVanZinGeweigerd(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_geen_pgb_krijgt_houdt_de_hulp_die_er_al_is()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").ZorgGestart().Status("hulp-loopt");
        await Op("donderdag 9 april 2026").WijzigingGevraagd("zin-naar-pgb", "brief")
            .BesluitUiterlijk("donderdag 23 april 2026") // veertien dagen na 9 april
            .AanZet("consulent", "donderdag 23 april 2026"); // de pgb-toets
        await Op("maandag 13 april 2026").PgbBesproken(vaardig: false)
            .Geweigerd("niet-pgb-vaardig", "Wmo 2015 art. 2.3.6 lid 2", () => AlsPgbToegekend("vrijdag 1 mei 2026"))
            .Geweigerd("grond-ontbreekt", "Wmo 2015 art. 2.3.6 lid 2 en 5", () => Besloten("afwijzen"))
            .Besloten("afwijzen", pgbWeigering: "niet-vaardig").Bekendgemaakt()
            .Brieven("beschikkingsbrief", 2)
            .Termijn("beschikking", "donderdag 23 april 2026", "gehaald")
            .Termijn("bezwaar", "dinsdag 26 mei 2026") // 42 dagen na 13 april is 25 mei, tweede pinksterdag
            .WijzigingAfgelopen("besloten")
            .Status("hulp-loopt")
            .InDeTijdlijn("De hulp blijft zoals die is.")
            .BerichtenNaarPartner("WMO501", 0);
    }
}
