using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner vraagt met een brief om meer hulp. Die lag zaterdag in de bus. Dat is een melding van die dag, in hetzelfde dossier, met een
/// eigen bevestiging en zes weken onderzoek; de hulp loopt door.
/// </summary>
public sealed class MeerHulpIsEenMelding(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Wie_meer_hulp_vraagt_krijgt_een_onderzoek_dat_telt_vanaf_de_dag_van_de_brief()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026").ZorgGestart();
        await Op("maandag 13 april 2026").WijzigingGevraagd("andere-hulp", "brief", ontvangenOp: "zaterdag 11 april 2026")
            .Brief("wijzigingsbevestiging")
            .VerderMetDeMelding()
            .AantalZaken(3)
            // vijf werkdagen na zaterdag 11 april: 13 tot en met 17 april
            .Termijn("bevestiging", "vrijdag 17 april 2026")
            // 42 dagen na 11 april is zaterdag 23 mei; maandag 25 mei is tweede pinksterdag
            .Termijn("onderzoek", "dinsdag 26 mei 2026")
            .TermijnVanWijziging("wijziging", "zaterdag 6 juni 2026", "gehaald"); // acht weken na 11 april
    }
}
