using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Twee aanvragen lopen tegelijk. Elke heeft haar eigen termijn, en het dossiernummer alleen wijst er geen aan.</summary>
public sealed class MeerAanvragenInEenDossier(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Bij_twee_lopende_aanvragen_zegt_het_nummer_om_welke_het_gaat()
    {
        await Op("maandag 2 februari 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 16 februari 2026"); // 14 dagen na 2 februari
        await Op("maandag 9 februari 2026").Aangevraagd()
            .AantalZaken(2)
            .BesluitUiterlijk("maandag 23 februari 2026") // 14 dagen na 9 februari
            .Geweigerd("meer-aanvragen", null, () => AanvraagVanHetDossierGelezen())
            .Afgewezen()
            .Status("afgewezen");
    }
}
