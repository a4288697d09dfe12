using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>Help after its assignment, with the real services and with partners that read the messages with their own code.</summary>
public sealed class CasusTests(Platform platform)
{
    [Fact]
    public async Task A_decided_extension_with_the_same_volume_stretches_the_assignment_itself()
    {
        var einde = Platform.Vandaag.AddMonths(9);
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();
        var nummer = await dossier.Toewijzingnummer();

        await dossier.Verlengd(einde).Totdat("VoorzieningGewijzigd", "ToewijzingGewijzigd");

        var bij = await Tot.Gevonden(async () => await BijAanbieder(Agb.ZorgDichtbij, nummer) is { } t
            && t.ToJsonString().Contains($"{einde:yyyy-MM-dd}", StringComparison.Ordinal) ? t : null, Platform.Geduld);
        bij.ShouldNotBeNull();
        (await dossier.Toewijzingnummer()).ShouldBe(nummer);
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).Select(o => o.Codes.Count).ShouldBe([0, 0]);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_last_day_than_was_granted_needs_a_decision_and_changes_nothing()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();

        var antwoord = await platform.Stuur(HttpMethod.Post, Mensen.Backoffice,
            $"/zorgaanbieders/v1/toewijzingen/{await dossier.Toewijzingnummer()}/wijziging",
            new { einddatum = Platform.Vandaag.AddYears(5) }, sleutel: Guid.NewGuid().ToString());

        ((int)antwoord.Status, antwoord.Inhoud!["code"]!.GetValue<string>()).ShouldBe((422, "besluit-nodig"));
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Withdrawn_before_the_start_it_is_removed_at_the_provider_and_not_sent_to_the_CAK()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().Totdat("ToewijzingGeaccepteerd")
            .ToewijzingGewijzigd(new { reden = "13" }).Totdat("ToewijzingGewijzigd");

        await Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).Count == 2, Platform.Geduld);
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).ShouldAllBe(o => o.Codes.Count == 0);
        var toewijzing = await platform.Get(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen/{await dossier.Toewijzingnummer()}");
        toewijzing["toewijzing"]!["status"]!.GetValue<string>().ShouldBe("verwijderd");
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_goes_over_to_another_provider_on_a_day_and_the_contribution_runs_on()
    {
        var vanaf = Platform.Vandaag.AddDays(14);
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().Totdat("EigenBijdrageBevestigd");
        var oud = await dossier.Toewijzingnummer();

        await dossier.ToewijzingGewijzigd(new { agb = Agb.DeBrug, vanaf, inOverleg = true }).VerderBij(Agb.DeBrug)
            .Totdat("ZorgToegewezen", "ZorgToegewezen", "ToewijzingGeaccepteerd", "ToewijzingGeaccepteerd");

        var vorige = (await platform.Get(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen/{oud}"))!;
        (vorige["toewijzing"]!["periode"]!["einddatum"]!.GetValue<string>(), vorige["redenWijziging"]!.GetValue<string>())
            .ShouldBe(($"{vanaf.AddDays(-1):yyyy-MM-dd}", "09"));
        var nieuw = (await platform.Get(Mensen.Backoffice, $"/zorgaanbieders/v1/toewijzingen/{await dossier.Toewijzingnummer()}"))!;
        (nieuw["toewijzing"]!["agb"]!.GetValue<string>(), nieuw["toewijzing"]!["periode"]!["ingangsdatum"]!.GetValue<string>())
            .ShouldBe((Agb.DeBrug, $"{vanaf:yyyy-MM-dd}"));
        (await dossier.BijPartner("zorgaanbieders", Agb.DeBrug, "WMO301")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_that_the_provider_takes_back_is_taken_back_at_the_CAK()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().Totdat("EigenBijdrageBevestigd");

        await dossier.Aanbieder("verwijdering", nummer => new { toewijzingnummer = nummer })
            .Totdat("ZorgstartVerwijderd", "EigenBijdrageGecorrigeerd", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");

        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401")).Select(o => o.Codes.Count).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task A_request_for_change_is_answered_with_a_no_where_none_are_taken()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();

        await dossier.Aanbieder("wijzigingsverzoek", nummer => new
        {
            toewijzingnummer = nummer,
            reden = "1",
            teWijzigen = new[]
            {
                new
                {
                    toewijzingnummer = nummer,
                    ingangsdatum = Platform.Vandaag.AddDays(7),
                    einddatum = Platform.Vandaag.AddMonths(6),
                    omvang = new { volume = 5, eenheid = "04", frequentie = "2" }
                }
            },
        });

        await Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO319")).Count == 1, Platform.Geduld);
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO319")).Single().Codes.ShouldBeEmpty();
        // The retour is a message of its own, which may come later than the answer.
        await Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO318")).Count == 1, Platform.Geduld);
    }

    private async Task<JsonNode?> BijAanbieder(string agb, long nummer) =>
        (await platform.BijAanbieder(agb))["toewijzingen"]!.AsArray()
            .SingleOrDefault(t => t!["toewijzingnummer"]!.ToString() == $"{nummer}");
}
