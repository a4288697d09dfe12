using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>Events over RabbitMQ, as in production.</summary>
public sealed class OverDeBrokerTests(OverDeBrokerTests.Huis huis) : IClassFixture<OverDeBrokerTests.Huis>
{
    public sealed class Huis : Tests.Huis
    {
        protected override bool MetBroker => true;
    }

    [Fact]
    public async Task An_event_that_comes_three_times_gives_one_assignment_and_one_message()
    {
        var beschikking = Tests.Huis.Beschikking();
        var berichtId = Guid.CreateVersion7();
        await huis.Dienst.Publiceer(beschikking, berichtId);
        await huis.Dienst.Publiceer(beschikking, berichtId);
        await huis.Dienst.Publiceer(beschikking with { Versie = 2 });
        var laatste = Tests.Huis.Beschikking() with { Dossiernummer = beschikking.Dossiernummer };
        await huis.Dienst.Publiceer(laatste);
        // Events of one dossier come in order: once the last is processed, the others are too.
        await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == laatste.Persoon.Waarde.Bsn);
        huis.Ggk.Genomen.OfType<Wmo301>().Count(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn).ShouldBe(1);
        (await huis.Dienst.Vraag(db => db.Toewijzingen.CountAsync(t => t.BeschikkingId == beschikking.BeschikkingId))).ShouldBe(1);
    }

    [Fact]
    public async Task What_happens_reaches_the_other_services()
    {
        var beschikking = Tests.Huis.Beschikking();
        await huis.Dienst.Publiceer(beschikking);
        var toewijzing = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, new(2026, 2, 2)))).IsAkkoord.ShouldBeTrue();
        // The broker accepted all announcements: the outbox is empty.
        await Tot.Waar(async () => (await huis.Dienst.Aangekondigd()).Count == 0);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>()
            .CountAsync(b => b.Richting == Richting.Uitgaand && b.Dossiernummer == beschikking.Dossiernummer))).ShouldBe(2);
    }
}
