using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>Events over RabbitMQ, as in production.</summary>
public sealed class OverDeBrokerTests(OverDeBrokerTests.MetBus huis) : IClassFixture<OverDeBrokerTests.MetBus>
{
    public sealed class MetBus : Huis
    {
        protected override bool MetBroker => true;
    }

    [Fact]
    public async Task Starts_in_many_dossiers_at_once_are_one_start_and_ends_at_once_are_one_stop()
    {
        var persoon = new Persoon();
        Persoon.Hulp[] hulp = [.. Enumerable.Range(0, 6).Select(_ => persoon.NieuweHulp())];
        var begin = huis.Vandaag.AddDays(-20);
        var eerder = await Verwerkt();

        await Task.WhenAll(hulp.Select(h => huis.Dienst.Publiceer(h.Gestart(begin))));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await Tot.Waar(async () => await Verwerkt() == eerder + 6);
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();

        await Task.WhenAll(hulp.Select((h, i) => huis.Dienst.Publiceer(h.Gestopt(begin.AddDays(i)))));

        (await huis.CakKrijgt<Wmo403>(persoon.Bsn, 2)).Client.StopEigenBijdrage.EbStopdatum.ShouldBe(begin.AddDays(5));
        await Tot.Waar(async () => await Verwerkt() == eerder + 12);
        (await huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(2);
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        // The broker accepted all announcements: the outbox is empty.
        await Tot.Waar(async () => (await huis.Dienst.Aangekondigd()).Count == 0);
    }

    private Task<int> Verwerkt() => huis.Dienst.Vraag(db => db.Set<ProcessedMessage>().CountAsync());
}
