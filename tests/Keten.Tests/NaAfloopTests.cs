using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// What holds once all dossiers of the other classes have been played; collections that do not run in parallel come last.
/// </summary>
[Collection(nameof(NaAfloopTests))]
[CollectionDefinition(nameof(NaAfloopTests), DisableParallelization = true)]
public sealed class NaAfloopTests(Platform platform)
{
    [Fact]
    public async Task Nothing_is_left_behind_in_an_outbox_in_the_post_or_among_the_failed_messages()
    {
        await platform.Dossier().MeldingGedaan();

        await Tot.Waar(async () => (await platform.TelOveral("SELECT count(*) FROM outbox_message")).Values.Sum() == 0, Platform.Geduld);
        foreach (var dienst in new[] { "zorgaanbieders", "pgb", "eigenbijdrage" })
            await Tot.Waar(async () => await platform.OnderwegVan(dienst) == 0, Platform.Geduld);
        (await platform.TelOveral("SELECT count(*) FROM failed_message")).ShouldAllBe(dienst => dienst.Value == 0);
    }

    [Fact]
    public async Task No_process_has_written_a_number_or_a_story_of_a_resident_to_its_console()
    {
        await platform.Dossier().MeldingGedaan().Totdat("OntvangstBevestigd");

        foreach (var proces in platform.Processen.Values)
            Lokaas.Alles.Where(proces.Uitvoer.Contains).ShouldBeEmpty($"{proces.Project} schrijft persoonsgegevens");
    }
}
