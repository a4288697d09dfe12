using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>One command rebuilds every dossier of Dossiers from its journal.</summary>
public sealed class HerbouwTests(Platform platform)
{
    [Fact]
    public async Task A_dossier_rebuilt_from_the_journal_tells_the_same()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart()
            .EmailBevestigd().Totdat("OntvangstBevestigd", "EigenBijdrageBevestigd");
        // Waits for the last messages: WMO301, 305 and 401, and the answer to each.
        await Tot.Waar(async () => (await dossier.Lees()).Berichten.Count() == 6, Platform.Geduld);
        var voor = await Tekst(dossier);
        var hier = $"WHERE dossiernummer = '{dossier.Nummer}' RETURNING 1";
        await platform.Tel("dossiers", $"WITH weg AS (DELETE FROM tijdlijnregel {hier}) SELECT count(*) FROM weg");
        await platform.Tel("dossiers", $"WITH stuk AS (UPDATE dossier SET status = 'Gemeld', wat = '' {hier}) SELECT count(*) FROM stuk");
        (await Tekst(dossier)).ShouldNotBe(voor);

        var uitvoer = await Herbouw();

        uitvoer.ShouldContain("herbouwd uit het journaal");
        (await Tekst(dossier)).ShouldBe(voor);
    }

    private async Task<string> Tekst(Dossier dossier) =>
        (await platform.Get(Mensen.Consulent, $"/dossiers/v1/dossiers/{dossier.Nummer}")).ToJsonString();

    /// <summary>Runs the command while the service goes on.</summary>
    private Task<string> Herbouw() => Programma.VoerAsync("Dossiers", ["herbouw"], platform.Omgeving("dossiers"));
}
