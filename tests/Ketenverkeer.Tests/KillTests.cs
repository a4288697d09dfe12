using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>A real process that sends is killed at the worst moment.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_kill_between_sending_and_noting_offers_the_same_message_again()
    {
        await using var ggk = await NepGgk.StartAsync();
        // This instance lays messages in the post; the process sends them.
        var instellingen = new Dictionary<string, string> { ["Partners:Ggk:Adres"] = ggk.Adres, ["Gemeente:Code"] = "0034" };
        await using var dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, false, instellingen, diensten =>
        {
            diensten.TryAddScoped<IReaction<BeschikkingBekendgemaakt>, BijBeschikkingBekendgemaakt>();
            diensten.Remove(diensten.Single(d => d.ImplementationType == typeof(Ketenverzender<ZorgaanbiedersDb>)));
        });
        (await dienst.Als("beheer").PutAsJsonAsync(
            $"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}",
            new { naam = "Zorg Dichtbij", productcategorieen = (string[])["02"], geldigVan = "2026-01-01" })).EnsureSuccessStatusCode();
        var beschikking = Huis.Beschikking();
        using var gedood = new ManualResetEventSlim();
        // The GGk takes the message, and the process dies before it hears so.
        ggk.Speel(beschikking.Persoon.Waarde.Bsn, keer =>
        {
            if (keer == 1) gedood.Wait(Tot.Gewoon);
            return keer == 1 ? new(true, 202) : new(false, 409);
        });
        await dienst.Verwerk(beschikking);
        await using var proces = await ServiceProces.StartAsync("Zorgaanbieders", new Dictionary<string, string?>
        {
            [$"ConnectionStrings__{Diensten.Zorgaanbieders}"] = dienst.Database.ConnectionString,
            ["ConnectionStrings__rabbitmq"] = "amqp://127.0.0.1:1/geen",
            ["Aanmelding__Authority"] = dienst.Uitgever.Authority,
            ["Aanmelding__Audience"] = Uitgever.Audience,
            ["Messaging__RelayAan"] = "false",
            ["Messaging__OntvangstAan"] = "false",
            ["Partners__Ggk__Adres"] = ggk.Adres,
            ["Gemeente__Code"] = "0034",
        }, wachtOpReady: false);
        await Tot.Waar(() => ggk.Aangeboden(beschikking.Persoon.Waarde.Bsn) == 1);

        await proces.Kill9Async();
        gedood.Set();
        await proces.HerstartAsync(wachtOpReady: false);
        (await dienst.Vraag(db => db.Set<Poststuk>().Select(p => new { p.Attempts, Bezig = p.ClaimedUntil != null }).SingleAsync()))
            .ShouldBe(new { Attempts = 1, Bezig = true });
        // The claim of the dead process ends.
        await dienst.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE poststuk SET due_at = 'epoch'"));

        await Tot.Waar(async () => await dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(p => p.Status == Poststatus.Verzonden)));
        ggk.Genomen.ShouldHaveSingleItem();
        (await dienst.Aangekondigd()).OfType<WmoberichtGewisseld>().ShouldHaveSingleItem();
    }
}
