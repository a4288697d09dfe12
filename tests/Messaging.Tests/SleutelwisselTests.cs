using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Proefdienst;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Root keys change while a service works.</summary>
public sealed class SleutelwisselTests
{
    private static readonly string Nieuw = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task All_is_sealed_with_the_new_key_while_traffic_goes_on_and_then_the_old_key_can_go()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var oud = await huis.Start();
        var nummers = Enumerable.Range(0, 450).Select(n => $"D-{n:000}").ToArray();
        await Noteer(oud, nummers);
        await Vraag(oud, async db =>
        {
            foreach (var nummer in nummers.Take(3))
            {
                db.Add(new AnsweredRequest
                {
                    Key = nummer,
                    Requester = "wie",
                    ProcessedAt = DateTimeOffset.UtcNow,
                    Answer = oud.Services.GetRequiredService<Vault>().SealText(nummer, AnsweredRequest.SeatOf(nummer, "wie")),
                });
            }
            return await db.SaveChangesAsync();
        });
        // The next key can be read by all before anyone seals with it.
        var eerst = await huis.Start(stel: b => b.Configuration["Messaging:OudeSleutels"] = $"2:{Nieuw}");
        await huis.Stop(oud);
        var host = await huis.Start(stel: b => Wissel(b, $"1:{Sleutels.Verzegeling}"));
        // While one instance seals with the new key and another with the old one, each reads what the other wrote.
        await Noteer(host, ["NIEUW"]);
        (await Notities(eerst))["NIEUW"].ShouldBe("over NIEUW");
        await huis.Stop(eerst);

        var wissel = host.Services.GetRequiredService<IResealing>();
        wissel.Ask();
        var (geschreven, begin) = (0, Stopwatch.StartNew());
        while (wissel.Busy)
        {
            begin.Elapsed.ShouldBeLessThan(Tot.Gewoon);
            // A change of an existing row, and a new one: both go on.
            await Kondig(host, nummers[geschreven % nummers.Length]);
            await Noteer(host, [$"VERKEER-{geschreven++}"]);
        }
        await Tot.Waar(async () => await huis.Tel("effect") == geschreven);
        (await huis.Tel("failed_message")).ShouldBe(0);
        wissel.Unreadable.ShouldBe(0);
        var standen = await Stand(host);
        standen.Where(s => s.KeyId != "2").ShouldBeEmpty();
        standen.Single(s => s.Place == "answered_request.answer").Rows.ShouldBe(3);
        await huis.Stop(host);

        var zonder = await huis.Start(stel: b => Wissel(b, ""));
        var notities = await Notities(zonder);
        notities.Count.ShouldBe(nummers.Length + 1 + geschreven);
        notities.ShouldAllBe(n => n.Value == $"over {n.Key}");
        foreach (var antwoord in await Vraag(zonder, db => db.Set<AnsweredRequest>().ToListAsync()))
            zonder.Services.GetRequiredService<Vault>().UnsealText(antwoord.Answer!.Value, antwoord.Seat).ShouldBe(antwoord.Key);
    }

    [Fact]
    public async Task What_is_on_its_way_keeps_its_seal_and_is_counted_until_it_has_gone()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var oud = await huis.Start(relay: false, ontvangst: false);
        var geheim = new PersoonsgegevensVastgesteld(Guid.CreateVersion7(), false, new(new(
            "999990032", new("Lokaas", null, null, null), new DateOnly(1950, 1, 1), null, 0, null)));
        await Proefhuis.Schrijf(oud, "ONDERWEG", gebeurtenis: geheim);
        await huis.Stop(oud);
        var host = await huis.Start(relay: false, ontvangst: false, stel: b => Wissel(b, $"1:{Sleutels.Verzegeling}"));
        var wissel = host.Services.GetRequiredService<IResealing>();
        wissel.Ask();
        await Tot.Waar(() => !wissel.Busy);

        (await Stand(host)).ShouldHaveSingleItem().ShouldBe(new("outbox_message.body", "1", 1, OnItsWay: true));
        await huis.InDb(db => db.Database.ExecuteSqlAsync($"DELETE FROM outbox_message"));
        (await Stand(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_cannot_be_opened_is_reported_and_holds_up_no_other()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var oud = await huis.Start();
        await Noteer(oud, ["EEN", "TWEE", "DRIE"]);
        await huis.Stop(oud);
        await huis.InDb(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE proef SET verzegelde_notitie = (SELECT verzegelde_notitie FROM proef WHERE dossiernummer = 'EEN')
            WHERE dossiernummer = 'TWEE'
            """));
        var host = await huis.Start(stel: b => Wissel(b, $"1:{Sleutels.Verzegeling}"));
        var wissel = host.Services.GetRequiredService<IResealing>();
        wissel.Ask();
        await Tot.Waar(() => !wissel.Busy);

        wissel.Unreadable.ShouldBe(1);
        (await Stand(host)).ShouldBe([new("proef.verzegelde_notitie", "1", 1, false), new("proef.verzegelde_notitie", "2", 2, false)]);
    }

    private static void Wissel(HostApplicationBuilder builder, string oud)
    {
        builder.Configuration["Messaging:Sleutel"] = Nieuw;
        builder.Configuration["Messaging:SleutelId"] = "2";
        builder.Configuration["Messaging:OudeSleutels"] = oud;
    }

    private static Task Noteer(IHost host, IEnumerable<string> nummers) => Vraag(host, async db =>
    {
        foreach (var nummer in nummers)
        {
            var proef = new Proef(nummer);
            proef.Noteer($"over {nummer}", host.Services.GetRequiredService<Vault>());
            db.Add(proef);
        }
        return await db.SaveChangesAsync();
    });

    /// <summary>Changes an existing row, again when it was sealed anew at that moment.</summary>
    private static async Task Kondig(IHost host, string nummer)
    {
        while (true)
        {
            try
            {
                await Vraag(host, async db =>
                {
                    (await db.Proeven.SingleAsync(p => p.Dossiernummer == nummer)).Kondig();
                    return await db.SaveChangesAsync();
                });
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // As a request does (RetryOnConflict).
            }
        }
    }

    private static Task<Dictionary<string, string?>> Notities(IHost host) => Vraag(host, async db =>
        (await db.Proeven.ToListAsync()).ToDictionary(p => p.Dossiernummer, p => p.Notitie(host.Services.GetRequiredService<Vault>())));

    private static async Task<IReadOnlyList<SealedCount>> Stand(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await host.Services.GetRequiredService<IResealing>().Count(scope.ServiceProvider, CancellationToken.None);
    }

    private static async Task<T> Vraag<T>(IHost host, Func<ProefDb, Task<T>> vraag)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await vraag(scope.ServiceProvider.GetRequiredService<ProefDb>());
    }
}
