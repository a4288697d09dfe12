using Microsoft.EntityFrameworkCore;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>Events over RabbitMQ, as in production.</summary>
public sealed class OverDeBrokerTests(OverDeBrokerTests.MetBus huis) : IClassFixture<OverDeBrokerTests.MetBus>
{
    public sealed class MetBus : Huis
    {
        protected override bool MetBroker => true;
    }

    [Fact]
    public async Task A_beschikking_that_comes_three_times_gives_one_reservation()
    {
        var pgb = Hulp(huis.Vandaag);
        var beschikking = Beschikking(pgb);
        var berichtId = Guid.CreateVersion7();
        await huis.Dienst.Publiceer(beschikking, berichtId);
        await huis.Dienst.Publiceer(beschikking, berichtId);
        await huis.Dienst.Publiceer(beschikking with { Versie = 4 });
        var laatste = Beschikking(Hulp(huis.Vandaag)) with { Dossiernummer = beschikking.Dossiernummer };
        await huis.Dienst.Publiceer(laatste);

        // Events of one dossier come in order: once the last is processed, the others are too.
        await huis.SvbKrijgt(laatste.Persoon.Waarde.Bsn);
        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldHaveSingleItem();
        (await huis.Dienst.Vraag(db => db.Budgetten.CountAsync(b => b.VoorzieningId == pgb.VoorzieningId))).ShouldBe(1);
    }

    [Fact]
    public async Task What_happens_reaches_the_other_services()
    {
        var keuze = Keuze();
        await huis.Dienst.Publiceer(keuze);
        await Tot.Waar(
            async () => (await huis.Backoffice.Lees(Huis.Toets(keuze.VoorzieningId)))["toets"]!["status"]!.GetValue<string>() == "lopend");

        var (id, _) = await huis.Gereserveerd();

        (await huis.Status(id)).ShouldBe("gereserveerd");
        // The broker accepted all announcements: the outbox is empty.
        await Tot.Waar(async () => (await huis.Dienst.Aangekondigd()).Count == 0);
    }
}
