using System.Diagnostics;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// A system of the last release is upgraded while people use it. The release is built from its tag in git. Only
/// <c>./test.sh --lang Keten.Tests</c> plays it.
/// </summary>
public sealed class UpgradeTests(ITestOutputHelper uitvoer)
{
    [Fact(Skip = "Duurt minuten; ./test.sh --lang Keten.Tests speelt dit.", SkipType = typeof(Duur), SkipUnless = nameof(Duur.Lang))]
    public async Task A_system_of_the_last_release_is_upgraded_while_it_is_in_use()
    {
        if (await Uitgave() is not { } uitgave)
        {
            Assert.Skip("Hier is geen eerdere uitgave (een tag v…) om van te beginnen.");
            return;
        }
        uitvoer.WriteLine($"Begint met {uitgave}.");
        var map = Directory.CreateTempSubdirectory("wmoplatform-uitgave-").FullName;
        try
        {
            var bin = await Bouw(uitgave, map);
            await using var platform = new Platform([], uitgave: bin);
            await platform.InitializeAsync();
            await Speel(platform);
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    private static async Task Speel(Platform platform)
    {
        Dossier[] voor =
        [
            await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart(),
            await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend(),
        ];
        var halverwege = await platform.Dossier().MeldingGedaan();
        var tijdens = new List<Dossier>();
        await platform.WerkBij(async () =>
        {
            // Requests and messages now reach either version.
            tijdens.Add(await halverwege.GesprekGevoerd().IndicatieGesteld().KiestZorgInNatura().VerslagVastgesteld().VerslagOndertekend()
                .Toegekend().ZorgGestart());
            tijdens.Add(await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend());
        }, async () => tijdens.Add(await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart()));
        var na = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();

        foreach (var dossier in voor.Concat(tijdens).Append(na))
            await Tot.Waar(async () => await dossier.Lees() is var beeld && beeld.Status == "hulp-loopt"
                && beeld.Tijdlijn.Count(r => r.Gebeurtenis == "EigenBijdrageBevestigd") == 1, Platform.Geduld, dossier.Nummer);
        await Tot.Waar(async () => (await platform.TelOveral("SELECT count(*) FROM outbox_message")).Values.Sum() == 0, Platform.Geduld);
        (await platform.TelOveral("SELECT count(*) FROM failed_message")).ShouldAllBe(dienst => dienst.Value == 0);
        (await platform.Ontvangen("cak", "WMO401")).Count.ShouldBe(voor.Length + tijdens.Count + 1);
        await Tot.Waar(async () => await platform.Tel("dossiers", "SELECT count(*) FROM journaalregel")
            == (await platform.TelOveral("SELECT count(*) FROM published_message")).Values.Sum(), Platform.Geduld);
    }

    /// <summary>Builds a release from git.</summary>
    /// <returns>The folder with its programs.</returns>
    private static async Task<string> Bouw(string uitgave, string map)
    {
        await Git("archive", "--output", Path.Combine(map, "uitgave.tar"), uitgave);
        await Programma.VoerAsync(new ProcessStartInfo("tar", ["-xf", Path.Combine(map, "uitgave.tar"), "-C", map]));
        var artifacts = Path.Combine(map, "artifacts");
        await Programma.VoerAsync(new ProcessStartInfo(Programma.Dotnet,
            ["build", Path.Combine(map, "tests", "Keten.Tests"), "-v", "q", "--nologo", "-nr:false",
                $"-p:ArtifactsPath={artifacts}"]));
        return Path.Combine(artifacts, "bin");
    }

    /// <summary>The release before the present commit: a release itself is upgraded from the one before it. Null without.</summary>
    private static async Task<string?> Uitgave()
    {
        try
        {
            return await Git("describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<string> Git(params string[] argumenten) =>
        (await Programma.VoerAsync(new ProcessStartInfo("git", argumenten) { WorkingDirectory = Programma.Wortel })).Trim();
}
