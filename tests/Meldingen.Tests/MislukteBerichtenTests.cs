using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>The operator's endpoints for failed messages, which are the same in every service.</summary>
public sealed class MislukteBerichtenTests(Dienst dienst)
{
    private const string Pad = "/meldingen/v1/mislukte-berichten";

    [Fact]
    public async Task An_operator_lists_and_reads_what_was_set_aside()
    {
        var bericht = await Opzij();
        var beheer = dienst.Fabriek.Als("beheer");

        var regels = (await Dienst.Ok(beheer.GetAsync(Pad)))!["items"]!.AsArray();
        regels.ShouldContain(r =>
            r!["berichtId"]!.GetValue<Guid>() == bericht && r["fout"]!.GetValue<string>() == "InvalidOperationException");
        var detail = (await Dienst.Ok(beheer.GetAsync($"{Pad}/{bericht}")))!;
        detail["inhoud"]!["message"]!["dossiernummer"]!.GetValue<string>().ShouldBe("D-2026-000001");
    }

    [Fact]
    public async Task A_replayed_message_goes_back_to_this_services_own_queue()
    {
        var bericht = await Opzij();

        (await Dienst.Post(dienst.Fabriek.Als("beheer"), new { },
            pad: $"{Pad}/{bericht}/herhaling")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var rij = await dienst.Fabriek.Vraag(db => db.Set<OutboxMessage>().SingleAsync(u => u.MessageId == bericht));
        (rij.Exchange, rij.Attempt).ShouldBe(("meldingen", 0));
        await Dienst.Geweigerd(dienst.Fabriek.Als("beheer").GetAsync($"{Pad}/{bericht}"), 404, "niet-gevonden");
    }

    [Fact]
    public async Task A_dropped_message_is_gone_without_an_effect()
    {
        var bericht = await Opzij();

        (await dienst.Fabriek.Als("beheer").DeleteAsync($"{Pad}/{bericht}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await dienst.Fabriek.Vraag(db => db.Set<OutboxMessage>().AnyAsync(u => u.MessageId == bericht))).ShouldBeFalse();
        await Dienst.Geweigerd(dienst.Fabriek.Als("beheer").GetAsync($"{Pad}/{bericht}"), 404, "niet-gevonden");
    }

    [Fact]
    public async Task A_cursor_that_is_none_of_ours_is_a_400() =>
        (await Dienst.Geweigerd(dienst.Fabriek.Als("beheer").GetAsync($"{Pad}?na=YWJj"), 400, "ongeldige-invoer")).ShouldBe(["na"]);

    [Fact]
    public async Task Nobody_but_an_operator_sees_them() =>
        await Dienst.Geweigerd(dienst.Consulent().GetAsync(Pad), 403, "geen-toegang");

    private async Task<Guid> Opzij()
    {
        var id = Guid.CreateVersion7();
        await dienst.Fabriek.Vraag(async db =>
        {
            db.Add(new FailedMessage
            {
                MessageId = id,
                EventName = "OntvangstBevestigd",
                Dossiernummer = "D-2026-000001",
                Body = """{"message":{"dossiernummer":"D-2026-000001"}}"""u8.ToArray(),
                Error = "InvalidOperationException",
                Attempts = 7,
                FailedAt = DateTimeOffset.UtcNow,
            });
            return await db.SaveChangesAsync();
        });
        return id;
    }
}
