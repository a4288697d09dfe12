using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.Testhuis;
using static WmoPlatform.Onderzoeken.Tests.Voorbeeld;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>The reactions of the service to events, over a real broker.</summary>
public sealed class BerichtenTests(BerichtenTests.Huis huis) : IClassFixture<BerichtenTests.Huis>
{
    [Fact]
    public async Task A_melding_opens_one_onderzoek_however_often_it_arrives()
    {
        var melding = Melding("D-2026-000001");
        var (berichtId, daarna) = (Guid.NewGuid(), Guid.NewGuid());

        await huis.Dienst.Publiceer(melding, berichtId);
        await huis.Dienst.Publiceer(melding, berichtId);
        // Messages of a moment may overtake each other.
        await huis.Verwerkt(berichtId);
        // The same event under another message id, as in a replay after the inbox has forgotten the first.
        await huis.Dienst.Publiceer(melding, Guid.NewGuid());
        // What comes later in the same dossier is handled later.
        await huis.Dienst.Publiceer(new PersoonsgegevensVastgesteld(Guid.NewGuid(), false, new(Persoon))
        {
            Dossiernummer = "D-2026-000001",
            AggregaatId = melding.AggregaatId,
            Versie = 2,
            Op = Nu
        }, daarna);

        await huis.Verwerkt(berichtId, daarna);
        (await huis.Dienst.Vraag(db => db.Onderzoeken.CountAsync(o => o.Dossiernummer == "D-2026-000001"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_of_a_dossier_without_a_melding_has_no_onderzoek_to_wait_for()
    {
        var bericht = Guid.NewGuid();

        await huis.Dienst.Publiceer(new PersoonsgegevensVastgesteld(Guid.NewGuid(), false, new(Persoon))
        {
            ZonderMelding = true,
            Dossiernummer = "D-2026-000079",
            AggregaatId = Guid.NewGuid(),
            Versie = 2,
            Op = Nu,
        }, bericht);

        await huis.Verwerkt(bericht);
        (await huis.Dienst.Vraag(db => db.Onderzoeken.AnyAsync(o => o.Dossiernummer == "D-2026-000079"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Personal_data_that_come_before_the_melding_wait_for_it()
    {
        var (persoon, melding) = (Guid.NewGuid(), Guid.NewGuid());
        var gemeld = Melding("D-2026-000002");

        await huis.Dienst.Publiceer(new PersoonsgegevensVastgesteld(Guid.NewGuid(), true, new(Persoon))
        {
            Dossiernummer = "D-2026-000002",
            AggregaatId = gemeld.AggregaatId,
            Versie = 2,
            Op = Nu
        }, persoon);
        await huis.Dienst.Publiceer(gemeld, melding);

        await huis.Verwerkt(persoon, melding);
        var onderzoek = await huis.Lees("D-2026-000002");
        (onderzoek.Persoon, onderzoek.GeenBerichtenverkeer).ShouldBe((Persoon, true));
    }

    [Fact]
    public async Task A_withdrawn_melding_stops_its_onderzoek()
    {
        var ingetrokken = Guid.NewGuid();

        var gemeld = Melding("D-2026-000003");
        await huis.Dienst.Publiceer(gemeld);
        await huis.Dienst.Publiceer(new MeldingIngetrokken(Vandaag)
        {
            Dossiernummer = "D-2026-000003",
            AggregaatId = gemeld.AggregaatId,
            Versie = 2,
            Op = Nu
        }, ingetrokken);

        await huis.Verwerkt(ingetrokken);
        var onderzoek = await huis.Lees("D-2026-000003");
        (onderzoek.Status, onderzoek.Stopreden).ShouldBe((Onderzoekstatus.Gestopt, Stopreden.MeldingIngetrokken));
    }

    [Fact]
    public async Task Another_aanvraag_than_the_signed_verslag_is_noted_and_its_last_day_counts()
    {
        Guid[] berichten = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var gemeld = Melding("D-2026-000077");
        await huis.Dienst.Publiceer(gemeld, berichten[0]);
        await huis.Dienst.Publiceer(Aanvraag(new(2026, 6, 9), Aanvraagvorm.ZonderVerslag), berichten[1]);
        await huis.Dienst.Publiceer(Aanvraag(new(2026, 6, 8), Aanvraagvorm.NaOnderzoek), berichten[2]);
        await huis.Dienst.Publiceer(Aanvraag(new(2026, 6, 30), Aanvraagvorm.OndertekendVerslag), berichten[3]);

        await huis.Verwerkt(berichten);
        (await huis.Lees("D-2026-000077")).AndereAanvraagOp.ShouldBe(new DateOnly(2026, 6, 9));

        AanvraagOntvangen Aanvraag(DateOnly dag, Aanvraagvorm vorm) => new(dag, new("beschikking", dag, dag, "Wmo 2015 art. 2.3.5 lid 2"))
        {
            Dossiernummer = "D-2026-000077",
            Meldingnummer = gemeld.Meldingnummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 1,
            Op = Nu,
            Vorm = vorm,
        };
    }

    [Fact]
    public async Task The_words_of_an_aanvraag_that_came_too_early_are_kept_once_in_order_of_receipt()
    {
        var (een, twee) = (Guid.NewGuid(), Guid.NewGuid());
        Guid[] berichten = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var gemeld = Melding("D-2026-000078");
        await huis.Dienst.Publiceer(gemeld, berichten[0]);
        await huis.Dienst.Publiceer(Vroeg(een, new(2026, 6, 9), "Ik wil ook een scootmobiel."), berichten[1]);
        await huis.Dienst.Publiceer(Vroeg(twee, new(2026, 6, 8), "Ik heb acht uur nodig."), berichten[2]);
        await huis.Dienst.Publiceer(Vroeg(een, new(2026, 6, 9), "Ik wil ook een scootmobiel.") with { Versie = 2 }, berichten[3]);

        await huis.Verwerkt(berichten);
        (await huis.Lees("D-2026-000078")).VroegeVragen.ShouldBe([
            new(twee, new(2026, 6, 8), "Ik heb acht uur nodig."), new(een, new(2026, 6, 9), "Ik wil ook een scootmobiel."),
        ]);

        AanvraagTeVroegOntvangen Vroeg(Guid brief, DateOnly dag, string vraag) => new(dag, new(2026, 7, 1))
        {
            Dossiernummer = "D-2026-000078",
            Meldingnummer = gemeld.Meldingnummer,
            AggregaatId = brief,
            Versie = 1,
            Op = Nu,
            Vraag = new(vraag),
        };
    }

    [Fact]
    public async Task An_older_version_of_a_provider_that_comes_later_is_ignored()
    {
        var register = Guid.NewGuid();
        Guid[] berichten = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        await huis.Dienst.Publiceer(Versie(1, null, "01"), berichten[0]);
        await huis.Dienst.Publiceer(Versie(3, null, "01", "02"), berichten[1]);
        await huis.Dienst.Publiceer(Versie(2, new(2026, 12, 31), "07"), berichten[2]);

        await huis.Verwerkt(berichten);
        var aanbieder = await huis.Dienst.Vraag(db => db.Zorgaanbieders.SingleAsync(z => z.Agb == Agb));
        (aanbieder.Versie, aanbieder.Naam, aanbieder.GeldigTot).ShouldBe((3, "Naam 3", null));
        aanbieder.Productcategorieen.ShouldBe(["01", "02"]);

        ZorgaanbiederGecontracteerd Versie(int versie, DateOnly? geldigTot, params string[] categorieen) =>
            new(Agb, $"Naam {versie}", categorieen, new(2025, 1, 1), geldigTot) { AggregaatId = register, Versie = versie };
    }

    /// <summary>The service with relay and consumers on a broker.</summary>
    public sealed class Huis : IAsyncLifetime
    {
        public DienstFabriek<OnderzoekDb> Dienst { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Dienst = await DienstFabriek.StartAsync<OnderzoekDb>(Diensten.Onderzoek, metBroker: true);

        /// <summary>Waits until the inbox has processed all these messages.</summary>
        public Task Verwerkt(params Guid[] berichten) =>
            Tot.Waar(() => Dienst.Vraag(async db =>
                await db.Set<ProcessedMessage>().CountAsync(b => berichten.Contains(b.MessageId)) == berichten.Length));

        public Task<Onderzoek> Lees(string dossiernummer) =>
            Dienst.Vraag(db => db.Onderzoeken.SingleAsync(o => o.Dossiernummer == dossiernummer));

        public ValueTask DisposeAsync() => Dienst.DisposeAsync();
    }
}
