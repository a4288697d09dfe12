using WmoPlatform.Contracts;
using WmoPlatform.Proefdienst;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Messages of one dossier take turns, and a busy dossier takes nobody's place.</summary>
public sealed class BeurtenTests
{
    [Fact]
    public async Task Two_messages_of_one_dossier_never_take_effect_together_also_over_two_instances()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        await huis.Start(relay: false);
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 2);
        var dossiers = Enumerable.Range(0, 4).Select(n => $"TRAAG-SAMEN-{n}").ToArray();
        foreach (var versie in Enumerable.Range(1, 10))
            foreach (var dossier in dossiers)
            {
                var (id, inhoud) = Proefhuis.Bericht(dossier, versie);
                await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud);
            }

        await Tot.Waar(async () => await huis.Tel("effect") == 40, TimeSpan.FromMinutes(1));
        dossiers.Select(Tegelijk.Meest).ShouldAllBe(meest => meest == 1);
    }

    [Fact]
    public async Task A_busy_dossier_keeps_another_waiting_for_one_of_its_messages_at_most()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        for (var i = 1; i <= 100; i++)
        {
            var (id, inhoud) = Proefhuis.Bericht("TRAAG-DRUK", i);
            await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud);
        }
        await Tot.Waar(async () => await huis.Tel("effect") >= 1);
        for (var i = 0; i < 20; i++)
        {
            var (id, inhoud) = Proefhuis.Bericht($"ANDER-{i}");
            await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud);
        }

        await Tot.Waar(async () => (await huis.Effecten()).Count(e => e.Dossiernummer.StartsWith("ANDER", StringComparison.Ordinal)) == 20);
        (await huis.Effecten()).Count(e => e.Dossiernummer == "TRAAG-DRUK").ShouldBeLessThan(60);
    }
}
