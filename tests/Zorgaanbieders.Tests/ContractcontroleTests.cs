using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Register;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>An assignment needs a contract before it leaves. Without one it waits for a person, and nothing is lost.</summary>
public sealed class ContractcontroleTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly DateOnly Vandaag = new(2026, 3, 2);
    private static readonly Periode Jaar = new(new(2026, 1, 1), new(2026, 12, 31));
    private static readonly Contract Goed = new("Test", ["02"], new(2026, 1, 1), null, null, null);

    [Fact]
    public void What_the_contract_covers_has_no_obstacle() => Oordeel(Goed).ShouldBeNull();

    [Fact]
    public void Each_lack_has_its_own_finding_that_says_what_to_do()
    {
        Oordeel(null).ShouldBe("aanbieder-onbekend");
        Oordeel(Goed with { Productcategorieen = ["07"] }).ShouldBe("product-niet-gecontracteerd");
        Oordeel(Goed with { Productcodes = ["02B01"] }).ShouldBe("product-niet-gecontracteerd");
        Oordeel(Goed with { GeldigVan = new(2026, 4, 1) }).ShouldBe("buiten-contractperiode");
        Oordeel(Goed with { GeldigTot = new(2026, 12, 30) }).ShouldBe("buiten-contractperiode");
        Oordeel(Goed with { Capaciteit = 0 }).ShouldBe("geen-capaciteit");
        // Past days need no contract.
        Oordeel(Goed with { GeldigVan = Vandaag }).ShouldBeNull();
        Oordeel(Goed with { Productcodes = ["02A01"], Capaciteit = 1, GeldigTot = new(2026, 12, 31) }).ShouldBeNull();
    }

    [Fact]
    public void A_full_provider_keeps_the_clients_it_has() =>
        Contractcontrole.Controleer(
            Goed with { Capaciteit = 0 }, new("02", "02A01"), Jaar, nieuweClient: false, Vandaag, Gemeentebeleid.Almere).ShouldBeNull();

    [Fact]
    public void A_product_needs_a_tariff_where_the_municipality_lists_them()
    {
        var dag = new DateOnly(2024, 5, 1);
        Contract oud = Goed with { GeldigVan = new(2024, 1, 1) };
        Contractcontrole.Controleer(oud, new("02", "02X99"), new(dag, dag), true, dag, Gemeentebeleid.Almere)!.Code.ShouldBe("geen-tarief");
        Contractcontrole.Controleer(oud, new("02", "02T21"), new(dag, dag), true, dag, Gemeentebeleid.Almere).ShouldBeNull();
    }

    [Fact]
    public async Task Help_without_a_contract_is_held_shown_and_offered_again_once_that_is_mended()
    {
        await huis.Contracteer("50000001", categorie: "07");
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp("50000001")]);
        await huis.Dienst.Verwerk(beschikking);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(b => b.Dossiernummer == beschikking.Dossiernummer))).ShouldBeFalse();
        (await huis.Dienst.Aangekondigd())
            .Where(g => g.Dossiernummer == beschikking.Dossiernummer && g is not ZorgAfgesproken)
            .ShouldHaveSingleItem().ShouldBeOfType<ToewijzingAangehouden>()
            .Reden.ShouldBe(Beletselreden.ProductNietGecontracteerd);
        var aangehouden = await huis.Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>(
            $"/zorgaanbieders/v1/toewijzingen?status=aangehouden&dossiernummer={beschikking.Dossiernummer}");
        var regel = aangehouden.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        regel.GetProperty("bevinding").GetString()!.ShouldContain("Herstel het contract");
        var nummer = regel.GetProperty("toewijzingnummer").GetInt64();
        (await huis.Dienst.Als("aanbieder", agb: "50000001").GetAsync($"/zorgaanbieders/v1/toewijzingen/{nummer}"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await Code(await Opnieuw(nummer), HttpStatusCode.UnprocessableEntity)).ShouldBe("product-niet-gecontracteerd");
        await huis.Contracteer("50000001", categorie: "02");
        (await Opnieuw(nummer)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Berichten.Nummer(await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn)).ShouldBe(nummer);
        (await Code(await Opnieuw(nummer), HttpStatusCode.Conflict)).ShouldBe("niets-aan-te-bieden");
    }

    [Fact]
    public async Task What_is_held_goes_to_another_provider_when_the_consulent_says_so()
    {
        await huis.Contracteer("50000002", capaciteit: 0);
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp("50000002")]);
        await huis.Dienst.Verwerk(beschikking);
        var nummer = await Nummer(beschikking);
        (await huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{nummer}/andere-aanbieder", new { agb = Huis.DeBrug }))
            .StatusCode.ShouldBe(HttpStatusCode.Created);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn)).Header.Ontvanger.ShouldBe(Huis.DeBrug);
    }

    [Fact]
    public async Task Places_count_down_with_each_new_client_and_a_full_provider_is_not_overbooked()
    {
        await huis.Contracteer("50000003", capaciteit: 2);
        var persoon = (Wie: Huis.Persoon(), Id: Guid.CreateVersion7());
        await huis.Dienst.Verwerk(
            Huis.Beschikking(persoon.Wie, persoon.Id, hulp: [Huis.Hulp("50000003", code: "02A01"), Huis.Hulp("50000003", code: "02A02")]));
        (await Plaatsen("50000003")).ShouldBe(1, "two kinds of help are one client");
        await huis.Dienst.Verwerk(Huis.Beschikking(hulp: [Huis.Hulp("50000003")]));
        (await Plaatsen("50000003")).ShouldBe(0);
        var teVeel = Huis.Beschikking(hulp: [Huis.Hulp("50000003")]);
        await huis.Dienst.Verwerk(teVeel);
        (await huis.Dienst.Aangekondigd()).OfType<ToewijzingAangehouden>()
            .Single(g => g.Dossiernummer == teVeel.Dossiernummer).Reden.ShouldBe(Beletselreden.GeenCapaciteit);
        // More help for a present client takes no new place.
        await huis.Dienst.Verwerk(Huis.Beschikking(persoon.Wie, persoon.Id, hulp: [Huis.Hulp("50000003", code: "02A03")]));
        (await huis.Dienst.Vraag(db => db.Toewijzingen.CountAsync(t => t.PersoonId == persoon.Id
            && t.Status == Toewijzingstatus.Toegewezen))).ShouldBe(3);
        (await Plaatsen("50000003")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_help_twice_in_the_same_time_is_held_OP259()
    {
        var (wie, id) = (Huis.Persoon(), Guid.CreateVersion7());
        await huis.WijsToe(Huis.Beschikking(wie, id));
        var tweede = Huis.Beschikking(wie, id);
        await huis.Dienst.Verwerk(tweede);
        (await huis.Dienst.Aangekondigd()).OfType<ToewijzingAangehouden>()
            .Single(g => g.Dossiernummer == tweede.Dossiernummer).Reden.ShouldBe(Beletselreden.Stapeling);
    }

    [Fact]
    public async Task A_pgb_for_the_same_product_blocks_an_assignment_until_it_ends_OP043()
    {
        var (wie, id) = (Huis.Persoon(), Guid.CreateVersion7());
        var pgb = Huis.Hulp(vorm: Leveringsvorm.Pgb);
        await huis.Dienst.Verwerk(Huis.Beschikking(wie, id, hulp: [pgb]));
        var inNatura = Huis.Beschikking(wie, id);
        await huis.Dienst.Verwerk(inNatura);
        (await Aangehouden()).ShouldHaveSingleItem().Reden.ShouldBe(Beletselreden.PgbVoorZelfdeProduct);
        var gewijzigd = new BudgetwijzigingBevestigd(pgb.VoorzieningId, pgb.Periode,
            new(id, Leveringsvorm.Pgb, "02", pgb.Periode, null, null), new(new Persoonskern(wie.Bsn, wie.Geboortedatum)))
        { Dossiernummer = inNatura.Dossiernummer, AggregaatId = Guid.CreateVersion7(), Versie = 1 };
        await huis.Dienst.Verwerk(gewijzigd);
        (await Aangehouden()).ShouldHaveSingleItem("what holds it already is no news");

        await huis.Dienst.Verwerk(
            new BudgetBeeindigd(pgb.VoorzieningId, pgb.Periode, new(2025, 12, 31), Ingetrokken: false, gewijzigd.Hulp, gewijzigd.Persoon)
            { Dossiernummer = gewijzigd.Dossiernummer, AggregaatId = gewijzigd.AggregaatId, Versie = 2 });
        Berichten.Nummer(await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == wie.Bsn)).ShouldBe(await Nummer(inNatura));

        async Task<ToewijzingAangehouden[]> Aangehouden() => [.. (await huis.Dienst.Aangekondigd()).OfType<ToewijzingAangehouden>()
            .Where(g => g.Dossiernummer == inNatura.Dossiernummer)];
    }

    private static string? Oordeel(Contract? contract) => Contractcontrole.Controleer(
        contract, new("02", "02A01"), Jaar, nieuweClient: true, Vandaag, Gemeentebeleid.Almere)?.Code;

    private Task<long> Nummer(BeschikkingBekendgemaakt beschikking) => huis.Dienst.Vraag(
        db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer).Select(t => t.Toewijzingnummer).SingleAsync());

    private Task<HttpResponseMessage> Opnieuw(long nummer) => huis.Dienst.Als("backoffice").PostAsync(
        $"/zorgaanbieders/v1/toewijzingen/{nummer}/opnieuw-aanbieden", null);

    private async Task<int> Plaatsen(string agb) =>
        (await huis.Dienst.Als("consulent").GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/zorgaanbieders/{agb}"))
            .GetProperty("capaciteit").GetInt32();

    private static async Task<string?> Code(HttpResponseMessage antwoord, HttpStatusCode status)
    {
        antwoord.StatusCode.ShouldBe(status);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
