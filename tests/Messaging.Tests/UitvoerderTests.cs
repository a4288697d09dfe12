using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Every event and every change says who did it.</summary>
public sealed class UitvoerderTests
{
    [Fact]
    public async Task An_event_and_the_change_behind_it_carry_the_actor_of_the_moment()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        var wie = new Actor("s1", "consulent", "portaal");
        Uitvoerder.Nu = wie;
        await Proefhuis.Schrijf(host, "D-2026-000001");

        Uitvoerder.Nu = null;
        await Proefhuis.Schrijf(host, "D-2026-000002");

        var wijzigingen = await huis.InDb(db => db.Proeven.AsNoTracking().ToDictionaryAsync(p => p.Dossiernummer, p => p.GewijzigdDoor));
        wijzigingen["D-2026-000001"].ShouldBe(wie);
        wijzigingen["D-2026-000002"].ShouldBe(Actor.Zelf(Diensten.Meldingen), "a change without request, event or loop is the service's");
        var berichten = await huis.InDb(db => db.Set<OutboxMessage>().AsNoTracking().OrderBy(b => b.Number).ToListAsync());
        berichten.Select(b => System.Text.Encoding.UTF8.GetString(b.Body)).ShouldSatisfyAllConditions(
            b => b.First().ShouldContain("\"door\":{\"wie\":\"s1\",\"rol\":\"consulent\",\"client\":\"portaal\"}"),
            b => b.Last().ShouldContain("\"door\":{\"wie\":\"platform\",\"rol\":\"platform\",\"client\":\"meldingen\"}"));
    }

    [Fact]
    public async Task A_reaction_is_of_who_began_it_and_names_the_event_that_caused_it()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        Uitvoerder.Nu = new Actor("s1", "consulent", "portaal");
        await Proefhuis.Schrijf(host, "D-2026-000001");

        var effect = (await Tot.Gevonden(async () => await huis.Effecten() is { Count: > 0 } er ? er : null)).ShouldHaveSingleItem();
        var id = await huis.InDb(db => db.Proeven.Select(p => p.Id).SingleAsync());
        effect.Door.ShouldBe($"s1 consulent portaal na {new Oorzaak(nameof(OntvangstBevestigd), id, 1)}");
    }

    [Fact]
    public async Task A_loop_is_the_platform_itself_with_the_name_of_the_loop()
    {
        Uitvoerder.Nu = new Actor("s1", "consulent", "portaal");
        using var ronde = new Ronde();
        await ronde.StartAsync(TestContext.Current.CancellationToken);

        (await ronde.Wie.Task).ShouldBe(new Actor("platform", "platform", "De proefronde"));
        await ronde.StopAsync(TestContext.Current.CancellationToken);
        Uitvoerder.Nu.Wie.ShouldBe("s1");
    }

    private sealed class Ronde() : Rounds("De proefronde", TimeSpan.FromHours(1), NullLogger.Instance)
    {
        public TaskCompletionSource<Actor?> Wie { get; } = new();

        public override Task Round(CancellationToken annulering)
        {
            Wie.TrySetResult(Uitvoerder.Nu);
            return Task.CompletedTask;
        }
    }
}
