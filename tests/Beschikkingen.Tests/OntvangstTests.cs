using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The reactions to events of other services.</summary>
public sealed class OntvangstTests(Dienst dienst)
{
    [Fact]
    public async Task A_signed_verslag_becomes_an_aanvraag_whose_two_weeks_are_announced()
    {
        var pad = await dienst.Aanvraag(new DateOnly(2026, 5, 11), Zin());

        var ontvangen = (await dienst.Aangekondigd(pad)).ShouldHaveSingleItem().ShouldBeOfType<AanvraagOntvangen>();
        ontvangen.Versie.ShouldBe(1);
        ontvangen.Termijn.ShouldBe(new Termijn("beschikking", new DateOnly(2026, 5, 11), new DateOnly(2026, 5, 26),
            "Wmo 2015 art. 2.3.5 lid 2"));
    }

    [Fact]
    public async Task The_same_verslag_long_after_the_inbox_forgot_it_changes_nothing()
    {
        var verslag = Verslag(dienst.Vandaag, Zin());

        await dienst.Fabriek.Verwerk(verslag);
        await dienst.Fabriek.Verwerk(verslag);

        (await dienst.Aangekondigd(Dienst.Pad(verslag.Dossiernummer))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_persons_data_rest_sealed()
    {
        var pad = await dienst.Aanvraag(Zin());
        var nummer = pad.Split('/')[^1];

        var rij = await dienst.Fabriek.Vraag(db =>
            db.Database.SqlQuery<string>($"SELECT aanvraag::text AS \"Value\" FROM aanvraag WHERE dossiernummer = {nummer}").SingleAsync());
        foreach (var lokaas in (string[])[Achternaam, "Willemijn", "1951-03-14", "Kadeplein", "1315AA"]) rij.ShouldNotContain(lokaas);
    }

    [Fact]
    public async Task A_check_that_ends_before_the_aanvraag_is_there_is_not_lost()
    {
        var pgb = Pgb();

        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: true));
        var pad = await dienst.Aanvraag(pgb);

        (await Toetsuitkomst(pad)).ShouldBe("akkoord");
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(pgb, budget: 9000));
    }

    [Fact]
    public async Task A_later_check_replaces_an_earlier_one_also_when_that_one_arrives_late()
    {
        var pgb = Pgb();
        var pad = await dienst.Aanvraag(pgb);
        (await Toetsuitkomst(pad)).ShouldBe("nog-niet-afgerond");

        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: true, versie: 3));
        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: false, versie: 7));
        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: true, versie: 5));

        (await Toetsuitkomst(pad)).ShouldBe("niet-akkoord");
    }

    [Fact]
    public async Task Over_the_broker_a_doubled_message_gives_one_aanvraag_and_an_early_check_counts()
    {
        await using var eigen = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen, metBroker: true);
        var pgb = Pgb();
        var verslag = Verslag(dienst.Vandaag, pgb);
        var pad = Dienst.Pad(verslag.Dossiernummer);
        var berichtId = Guid.CreateVersion7();

        await eigen.Publiceer(Toets(pgb.VoorzieningId, akkoord: true) with { Dossiernummer = verslag.Dossiernummer });
        await eigen.Publiceer(verslag, berichtId);
        await eigen.Publiceer(verslag, berichtId);
        var laatste = Verslag(dienst.Vandaag);
        await eigen.Publiceer(laatste);

        using var backoffice = eigen.Als(Rollen.Backoffice);
        await Tot.Waar(async () => (await backoffice.Lees("/beschikkingen/v1/aanvragen"))["items"]!.AsArray().Count == 2);
        await Tot.Waar(async () => (await backoffice.Lees(pad))["voorzieningen"]![0]!["pgbToets"]!.GetValue<string>() == "akkoord");
        await Tot.Waar(async () => await eigen.Vraag(db => db.Set<Messaging.Inbox.ProcessedMessage>().CountAsync()) == 3);
        // The relay has delivered all announcements.
        await Tot.Waar(async () => (await eigen.Aangekondigd()).Count == 0);
    }

    private async Task<string?> Toetsuitkomst(string pad) =>
        (await dienst.Beslisser.Lees(pad))["voorzieningen"]![0]!["pgbToets"]?.GetValue<string>();
}
