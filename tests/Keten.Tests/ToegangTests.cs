using System.Net;
using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Keten.Tests;

/// <summary>Only the people of a dossier can see that it exists.</summary>
public sealed class ToegangTests(Platform platform)
{
    [Fact]
    public async Task Another_resident_another_team_and_another_provider_see_nothing_of_a_dossier()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart();
        var toewijzing = $"/zorgaanbieders/v1/toewijzingen/{await dossier.Toewijzingnummer()}";
        string[] paden =
        [
            $"/dossiers/v1/dossiers/{dossier.Nummer}", $"/meldingen/v1/meldingen/{dossier.Meldingnummer}",
            $"/onderzoek/v1/onderzoeken/{dossier.Nummer}",
            $"/beschikkingen/v1/aanvragen/{dossier.Nummer}",
        ];
        var buur = platform.Dossier().Inwoner.Client!;

        foreach (var pad in paden)
        {
            (await Status(dossier.Inwoner.Client!, pad)).ShouldBe(HttpStatusCode.OK, pad);
            (await Status(Mensen.Consulent, pad)).ShouldBe(HttpStatusCode.OK, pad);
            (await Status(buur, pad)).ShouldBe(HttpStatusCode.NotFound, pad);
            (await Status(Mensen.ConsulentVanElders, pad)).ShouldBe(HttpStatusCode.NotFound, pad);
        }
        (await Status(Mensen.ZorgDichtbij, toewijzing)).ShouldBe(HttpStatusCode.OK);
        (await Status(Mensen.DeBrug, toewijzing)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(Mensen.ConsulentVanElders, toewijzing)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_team_sees_nothing_of_a_pgb()
    {
        var dossier = await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend().Totdat("BudgetAangemeld");

        foreach (var pad in new[] { $"/pgb/v1/toetsen/{dossier.VoorzieningId}", $"/pgb/v1/budgetten/{dossier.VoorzieningId}" })
        {
            (await Status(Mensen.Consulent, pad)).ShouldBe(HttpStatusCode.OK, pad);
            (await Status(Mensen.ConsulentVanElders, pad)).ShouldBe(HttpStatusCode.NotFound, pad);
        }
    }

    private async Task<HttpStatusCode> Status(string wie, string pad) => (await platform.Stuur(HttpMethod.Get, wie, pad)).Status;
}
