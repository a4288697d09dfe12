using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>Checks after all dossiers of the other classes. Collections that do not run in parallel come last.</summary>
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
    public async Task Every_event_of_the_whole_chain_says_who_did_it()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().EmailBevestigd()
            .Totdat("OntvangstBevestigd", "EigenBijdrageBevestigd");

        var tijdlijn = (await platform.Get(Mensen.Backoffice, $"/dossiers/v1/dossiers/{dossier.Nummer}"))["tijdlijn"]!.AsArray();
        tijdlijn.ShouldAllBe(r => r!["door"] != null && r["door"]!["wie"]!.GetValue<string>().Length > 0);
        Door("BesluitGenomen")["client"]!.GetValue<string>().ShouldBe(Mensen.Beslisser);
        Door("ZorgGestart")["rol"]!.GetValue<string>().ShouldBe("keten");
        Door("EigenBijdrageGestart")["naGebeurtenis"]!.GetValue<string>().ShouldBe("ZorgGestart");
        Door("OntvangstBevestigd")["wie"]!.GetValue<string>().ShouldBe("platform");

        JsonNode Door(string gebeurtenis) => tijdlijn.First(r => r!["gebeurtenis"]!.GetValue<string>() == gebeurtenis)!["door"]!;
    }

    [Fact]
    public async Task A_declaration_of_a_month_that_is_over_is_judged_and_answered()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();
        var prestatie = new { toewijzingnummer = await dossier.Toewijzingnummer(), volume = 1, tarief = 6829 };

        // A month is declared once it is over (TR137). Only here nobody else plays, so the clock may go there and back.
        await platform.VerzetKlok(TimeSpan.FromDays(31));
        var declaratie = await platform.Aanbieder(
            Agb.ZorgDichtbij, "declaratie", new { maand = $"{Platform.Vandaag:yyyy-MM}", prestaties = new[] { prestatie } });
        await Tot.Waar(async () => (await platform.Ontvangen(Agb.ZorgDichtbij, "WMO325")).Any(antwoord => antwoord.Sleutel == declaratie),
            Platform.Geduld);
        await platform.VerzetKlok(TimeSpan.Zero);
    }

    [Fact]
    public async Task The_access_log_of_every_service_is_whole()
    {
        await platform.Dossier().MeldingGedaan().EmailBevestigd().Totdat("OntvangstBevestigd");

        foreach (var api in (string[])["meldingen", "onderzoek", "beschikkingen", "pgb", "zorgaanbieders", "eigen-bijdrage",
            "correspondentie", "dossiers"])
        {
            // A long log is checked in several calls.
            string? na = null;
            do
            {
                var controle = await platform.Get(Mensen.Auditor, $"/{api}/v1/inzagelog/controle{(na is null ? "" : $"?na={na}")}");
                (controle["klopt"]!.GetValue<bool>(), controle["nietGesloten"]!.GetValue<long>()).ShouldBe((true, 0), $"{api}: {controle}");
                na = controle["volgende"]?.GetValue<string>();
            }
            while (na is not null);
        }
    }

    [Fact]
    public async Task No_process_has_written_a_number_or_a_story_of_a_resident_to_its_console()
    {
        await platform.Dossier().MeldingGedaan().EmailBevestigd().Totdat("OntvangstBevestigd");

        foreach (var proces in platform.Processen.Values)
            Lokaas.Alles.Where(proces.Uitvoer.Contains).ShouldBeEmpty($"{proces.Project} schrijft persoonsgegevens");
    }
}
