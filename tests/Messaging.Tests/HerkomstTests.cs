using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>From which service an event comes can be proved, and no other service can make it.</summary>
public sealed class HerkomstTests
{
    public static TheoryData<string> Vervalsingen =>
        ["niet ondertekend", "onzin", "van een andere dienst", "van de ontvanger", "gewijzigd"];

    [Theory]
    [MemberData(nameof(Vervalsingen))]
    public async Task A_forged_event_is_set_aside_as_such_and_has_no_effect(string hoe)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await Ontvangend(huis);
        var (id, inhoud) = Proefhuis.Bericht("VERVALST");
        var handtekening = hoe switch
        {
            "niet ondertekend" => null,
            "onzin" => "geen base64!",
            "van een andere dienst" => Sleutels.Ondertekenaar(Diensten.Zorgaanbieders).Sign(inhoud),
            "van de ontvanger" => Sleutels.Ondertekenaar(Diensten.Meldingen).Sign(inhoud),
            _ => Sleutels.Ondertekenaar(Diensten.Correspondentie).Sign(inhoud),
        };
        if (hoe == "gewijzigd") inhoud = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(inhoud).Replace("VERVALST", "VERVALS2"));
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, handtekening), inhoud);

        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        var opzij = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());
        (opzij.Error, opzij.Attempts, opzij.EventName).ShouldBe((nameof(VervalsteGebeurtenis), 0, nameof(OntvangstBevestigd)));
        opzij.Body.ShouldBe(inhoud);
        (await huis.Tel("effect")).ShouldBe(0);
        (await huis.Tel("processed_message")).ShouldBe(0);
        (await huis.Tel("outbox_message")).ShouldBe(0);
    }

    [Fact]
    public async Task A_replay_of_a_forged_event_is_refused_again()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        var kanaal = await Ontvangend(huis);
        var (id, inhoud) = Proefhuis.Bericht("VERVALST");
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, handtekening: null), inhoud);
        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        var eerste = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());

        await Herhaal(host, eerste.MessageId);
        await Tot.Waar(() => huis.InDb(db => db.Set<FailedMessage>().AnyAsync(m => m.FailedAt > eerste.FailedAt)));
        (await huis.InDb(db => db.Set<FailedMessage>().SingleAsync())).Error.ShouldBe(nameof(VervalsteGebeurtenis));
        (await huis.Tel("effect")).ShouldBe(0);
    }

    [Fact]
    public async Task A_forged_event_under_the_number_of_a_genuine_one_does_not_hide_it()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        var kanaal = await Ontvangend(huis);
        var (id, echt) = Proefhuis.Bericht("GIF-ECHT");
        var vals = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(echt).Replace("GIF-ECHT", "VERVALST"));
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, handtekening: null), vals);
        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, echt), echt);
        await Tot.Waar(async () => await huis.Tel("failed_message") == 2);
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, handtekening: null), vals);
        await huis.GeefVrij("GIF-ECHT");

        (await huis.InDb(db => db.Set<FailedMessage>().SingleAsync(m => m.MessageId == id))).Body.ShouldBe(echt);
        await Herhaal(host, id);
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "GIF-ECHT"));
    }

    [Fact]
    public async Task A_genuine_event_keeps_its_proof_through_redelivery_and_replay()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        var kanaal = await Ontvangend(huis);
        var (id, inhoud) = Proefhuis.Bericht("GIF-1");
        var eigenschappen = Proefhuis.Eigenschappen(id, inhoud);
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, eigenschappen, inhoud);
        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        var opzij = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());
        // Three redeliveries: the last error is that of the reaction, not of the proof.
        (opzij.Error, opzij.Attempts).ShouldBe((nameof(InvalidOperationException), 4));
        opzij.Signature.ShouldBe((string)eigenschappen.Headers![WmoHeaders.Signature]!);

        await huis.GeefVrij("GIF-1");
        await Herhaal(host, id);
        await Tot.Waar(async () => (await huis.Effecten()).Count(e => e.Dossiernummer == "GIF-1") == 1);
    }

    [Fact]
    public async Task During_a_change_of_keys_the_old_and_the_new_signature_both_count()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var (geheim, openbaar) = Sleutels.Nieuw();
        await huis.Start(stel: b => b.Configuration["Messaging:Handtekening:Openbaar:correspondentie"] =
            $"{openbaar}, {Sleutels.Openbaar(Diensten.Correspondentie)}");
        var kanaal = await Ontvangend(huis);
        var opties = new MessagingOptions { Handtekening = { Sleutel = geheim } };
        foreach (var dienst in Sleutels.Bezitters) opties.Handtekening.Openbaar[dienst] = openbaar;
        var nieuw = new Signatures(opties, Diensten.Correspondentie);
        foreach (var naam in new[] { "OUD", "NIEUW" })
        {
            var (id, inhoud) = Proefhuis.Bericht(naam);
            var eigenschappen = naam == "OUD" ? Proefhuis.Eigenschappen(id, inhoud) : Proefhuis.Eigenschappen(id, nieuw.Sign(inhoud));
            await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, eigenschappen, inhoud);
        }
        await Tot.Waar(async () => await huis.Tel("effect") == 2);
    }

    [Theory]
    [InlineData("Messaging:Sleutel", "", "Stel Messaging:Sleutel in")]
    [InlineData("Messaging:Sleutel", "AAAA", "moet 32 bytes zijn")]
    [InlineData("Messaging:SleutelId", "Eén", "kleine letters")]
    [InlineData("Messaging:OudeSleutels", "zonder-sleutel", "kenmerk:sleutel")]
    [InlineData("Messaging:OudeSleutels", "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "staat een kenmerk dubbel")]
    [InlineData("Messaging:Handtekening:Sleutel", "", "Stel Messaging:Handtekening:Sleutel in")]
    [InlineData("Messaging:Handtekening:Sleutel", "AAAA", "geen sleutel voor ECDSA P-256")]
    [InlineData("Messaging:Handtekening:Openbaar:pgb", "", "Stel Messaging:Handtekening:Openbaar:pgb in")]
    [InlineData("Messaging:Handtekening:Openbaar:pgb", "geen base64!", "geen sleutel voor ECDSA P-256")]
    public async Task A_service_with_a_missing_or_malformed_key_does_not_start(string instelling, string waarde, string melding)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => huis.Start(stel: b => b.Configuration[instelling] = waarde)))
            .Message.ShouldContain(melding);
    }

    [Fact]
    public async Task A_service_whose_own_public_key_nobody_knows_does_not_start()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => huis.Start(
            stel: b => b.Configuration["Messaging:Handtekening:Sleutel"] = Sleutels.Nieuw().Geheim)))
            .Message.ShouldContain("hoort bij geen");
    }

    private static async Task<IChannel> Ontvangend(Proefhuis huis)
    {
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        return kanaal;
    }

    private static async Task Herhaal(IHost host, Guid berichtId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await FailedMessagesApi.Replay(db, host.Services.GetRequiredService<Metering>(), berichtId, CancellationToken.None);
    }
}
