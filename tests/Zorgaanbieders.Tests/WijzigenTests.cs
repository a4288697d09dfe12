using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A decision, or a user within it, changes an assignment, and the provider gets one message.</summary>
public sealed class WijzigenTests(Huis huis) : IClassFixture<Huis>
{
    private static readonly DateOnly Begin = new(2026, 2, 2);
    private static readonly Omvang PerWeek = new(3, "04", "2");
    private static readonly Omvang Totaal = new(100, "04", "6");

    [Fact]
    public async Task A_longer_period_stretches_the_assignment_until_its_last_day_has_passed_OP380()
    {
        var toewijzing = await Geaccepteerd(new(2026, 1, 1), new(2098, 12, 31));
        (await Weigering(toewijzing, new { einddatum = "2099-12-31" })).ShouldBe("besluit-nodig");
        await Tot(toewijzing, new(2099, 12, 31));
        var product = (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.ToewijzingNummer, product.Einddatum, product.RedenWijziging).ShouldBe(
            (Berichten.Nummer(toewijzing), new DateOnly(2099, 12, 31), "04"));
        Moment(product).ShouldBeGreaterThan(Moment(toewijzing.Client.ToegewezenProducten[0]), "the latest wins");
        (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<ToewijzingGewijzigd>().Reden.ShouldBe("04");
    }

    [Fact]
    public async Task After_its_last_day_a_longer_period_is_another_assignment_that_joins()
    {
        var toewijzing = await Geaccepteerd(new(2026, 1, 1), new(2026, 6, 30));
        await Tot(toewijzing, new(2099, 12, 31));
        // An ended and unchanged assignment is not repeated.
        var product = (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        product.ToewijzingNummer.ShouldNotBe(Berichten.Nummer(toewijzing));
        (product.Ingangsdatum, product.RedenWijziging).ShouldBe((new DateOnly(2026, 7, 1), null));
    }

    [Fact]
    public async Task A_shorter_period_is_told_and_needs_a_decision_OP033x1_OP258()
    {
        var toewijzing = await Geaccepteerd();
        (await Weigering(toewijzing, new { einddatum = "2027-12-31", inOverleg = true })).ShouldBe("besluit-nodig");
        await Tot(toewijzing, new(2027, 12, 31));
        var product = (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Einddatum, product.RedenWijziging).ShouldBe((new DateOnly(2027, 12, 31), "05"));
    }

    [Fact]
    public async Task Another_volume_is_the_same_assignment_and_needs_a_decision_OP257_OP298()
    {
        var toewijzing = await Geaccepteerd(omvang: Totaal);
        (await Weigering(toewijzing, new { omvang = Totaal with { Volume = 120 }, inOverleg = true })).ShouldBe("besluit-nodig");
        await huis.Beslist(Berichten.Nummer(toewijzing), deel => [deel with { Omvang = Totaal with { Volume = 120 } }]);
        var product = (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.ToewijzingNummer, product.Omvang!.Volume).ShouldBe((Berichten.Nummer(toewijzing), 120L));
    }

    [Fact]
    public async Task Another_omvang_ends_the_assignment_and_begins_another_in_one_message_OP257_OP087()
    {
        var toewijzing = await Geaccepteerd();
        (await Weigering(toewijzing, new { omvang = PerWeek with { Volume = 5 }, vanaf = "2027-02-01", inOverleg = true }))
            .ShouldBe("besluit-nodig");
        await huis.Beslist(Berichten.Nummer(toewijzing), deel =>
        [
            deel with { Periode = deel.Periode with { Einddatum = new(2027, 1, 31) } },
            deel with { Periode = deel.Periode with { Ingangsdatum = new(2027, 2, 1) }, Omvang = PerWeek with { Volume = 5 } },
        ]);
        var producten = (await Volgende(toewijzing)).Client.ToegewezenProducten;
        producten[0].ToewijzingNummer.ShouldBe(Berichten.Nummer(toewijzing));
        producten.Select(p => (p.Einddatum, p.RedenWijziging, p.Omvang!.Volume)).ShouldBe(
            [(new DateOnly(2027, 1, 31), "05", 3L), (new DateOnly(2099, 12, 31), null, 5L)]);
        (await Weigering(toewijzing, new { agb = Huis.DeBrug, vanaf = "2026-12-01", inOverleg = true }, HttpStatusCode.Conflict))
            .ShouldBe("al-opgevolgd");
    }

    [Fact]
    public async Task An_assignment_can_be_removed_before_its_start_and_not_after()
    {
        var toewijzing = await Geaccepteerd();
        (await Wijzig(toewijzing, new { reden = "13" })).ShouldHaveSingleItem().Status.ShouldBe("verwijderd");
        var bericht = await Volgende(toewijzing);
        var product = bericht.Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Einddatum, product.RedenWijziging).ShouldBe((product.Ingangsdatum, "13"));
        (await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin))).Afkeurcodes.ShouldBe(["9019"]);

        var gestart = await Geaccepteerd();
        await huis.Retour<Wmo306>(Berichten.Start(gestart, Begin));
        (await Weigering(gestart, new { reden = "13" }, HttpStatusCode.Conflict)).ShouldBe("hulp-is-begonnen");
    }

    [Fact]
    public async Task A_client_who_changes_provider_leaves_the_day_before_the_other_begins_E109()
    {
        await huis.Contracteer("60000001", opzegtermijnDagen: 30);
        await huis.Contracteer("60000002", capaciteit: 1);
        var toewijzing = await Geaccepteerd(agb: "60000001");
        var morgen = Berichten.Vandaag.AddDays(1);
        (await Weigering(toewijzing, new { agb = "60000002", vanaf = morgen })).ShouldBe("opzegtermijn");
        var vanaf = Berichten.Vandaag.AddDays(31);
        var geraakt = await Wijzig(toewijzing, new { agb = "60000002", vanaf });
        var oud = (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (oud.Einddatum, oud.RedenWijziging).ShouldBe((vanaf.AddDays(-1), "09"));
        var nieuw = (await huis.Ggk.Krijgt<Wmo301>(b => b.Header.Ontvanger == "60000002" && b.Client.Bsn == toewijzing.Client.Bsn))
            .Client.ToegewezenProducten.ShouldHaveSingleItem();
        (nieuw.ToewijzingNummer, nieuw.Ingangsdatum, nieuw.Einddatum).ShouldBe((geraakt[^1].Nummer, vanaf, new DateOnly(2099, 12, 31)));
        // The last place is taken.
        (await Weigering(await Geaccepteerd(), new { agb = "60000002", vanaf })).ShouldBe("geen-capaciteit");
    }

    [Fact]
    public async Task When_all_agree_no_notice_is_needed()
    {
        await huis.Contracteer("60000003", opzegtermijnDagen: 30);
        var toewijzing = await Geaccepteerd(agb: "60000003");
        (await Wijzig(toewijzing, new { agb = Huis.DeBrug, vanaf = Berichten.Vandaag.AddDays(1), inOverleg = true })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_an_answer_is_to_come_changes_wait_and_then_go_in_one_message_OP080_E105()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await Tot(toewijzing, new(2028, 12, 31));
        await Tot(toewijzing, new(2027, 12, 31));
        (await Detail(toewijzing)).GetProperty("teMelden").GetBoolean().ShouldBeTrue();
        (await Verzonden(toewijzing)).ShouldBe(1);
        await huis.Lever(Berichten.Akkoord(toewijzing));
        (await Volgende(toewijzing)).Client.ToegewezenProducten.ShouldHaveSingleItem().Einddatum.ShouldBe(new(2027, 12, 31));
        (await Verzonden(toewijzing)).ShouldBe(2);
        (await Detail(toewijzing)).GetProperty("teMelden").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_is_given_up_lets_the_next_one_go()
    {
        var toewijzing = await Geaccepteerd();
        await Tot(toewijzing, new(2028, 12, 31));
        var tweede = await Volgende(toewijzing);
        await Tot(toewijzing, new(2027, 12, 31));
        var id = await huis.Dienst.Vraag(db => db.Set<Poststuk>()
            .Where(b => b.Richting == Richting.Uitgaand && b.Identificatie == tweede.Identificatie).Select(b => b.Id).SingleAsync());
        await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(b => b.Id == id)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.Status, Poststatus.Geweigerd)));
        (await huis.Dienst.Als("backoffice").PostAsync($"/zorgaanbieders/v1/iwmo/berichten/{id}/afkeuring", null))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn
            && b.Client.ToegewezenProducten[0].Einddatum == new DateOnly(2027, 12, 31))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_that_the_provider_rejects_is_shown_and_can_be_offered_again()
    {
        var toewijzing = await Geaccepteerd();
        await Tot(toewijzing, new(2028, 12, 31));
        var wijziging = await Volgende(toewijzing);
        await huis.Lever(Berichten.Afkeuring(wijziging, "9332"));
        (await huis.Aangekondigd(toewijzing))[^1].ShouldBeOfType<WijzigingAfgekeurd>();
        (await Detail(toewijzing)).GetProperty("vervolg").GetString()!.ShouldContain("bied de wijziging opnieuw aan");
        (await huis.Status(toewijzing)).ShouldBe("geaccepteerd");
        (await huis.Dienst.Als("backoffice").PostAsync(
            $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/opnieuw-aanbieden", null))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn && b.Identificatie != wijziging.Identificatie
            && b.Identificatie != toewijzing.Identificatie)).Client.ToegewezenProducten[0].RedenWijziging.ShouldBe("05");
    }

    [Fact]
    public async Task A_reason_is_told_once()
    {
        var toewijzing = await Geaccepteerd();
        await Tot(toewijzing, new(2028, 12, 31));
        var tweede = await Volgende(toewijzing);
        await huis.Lever(Berichten.Akkoord(tweede));
        var persoonId = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing))
            .Select(t => t.PersoonId).SingleAsync());
        await huis.Dienst.Verwerk(Huis.Beschikking(Huis.Persoon(toewijzing.Client.Bsn), persoonId, hulp: [Huis.Hulp(code: "02A09")]));
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn && b.Client.ToegewezenProducten.Count == 2))
            .Client.ToegewezenProducten.ShouldAllBe(p => p.RedenWijziging == null);
    }

    [Fact]
    public async Task What_changes_nothing_or_asks_the_impossible_is_refused_and_changes_nothing()
    {
        var toewijzing = await Geaccepteerd();
        (await Weigering(toewijzing, new { })).ShouldBe("niets-gewijzigd");
        (await Weigering(toewijzing, new { reden = "09", einddatum = "2027-01-01" }, HttpStatusCode.BadRequest))
            .ShouldBe("ongeldige-invoer");
        (await Weigering(toewijzing, new { reden = "01", einddatum = "2027-01-01" }, HttpStatusCode.BadRequest))
            .ShouldBe("ongeldige-invoer");
        (await Weigering(toewijzing, new { product = new { categorie = "02", code = "02XXXX" }, vanaf = "2027-01-01" },
            HttpStatusCode.BadRequest)).ShouldBe("ongeldige-invoer");
        (await Weigering(toewijzing, new { omvang = new { volume = 3, eenheid = "14", frequentie = "1" } }, HttpStatusCode.BadRequest))
            .ShouldBe("ongeldige-invoer");
        (await Weigering(toewijzing, new { product = new { categorie = "07", code = "07A01" }, vanaf = "2027-01-01", inOverleg = true }))
            .ShouldBe("besluit-nodig");
        (await Verzonden(toewijzing)).ShouldBe(1);
        var afgekeurd = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Afkeuring(afgekeurd, "9332"));
        (await Weigering(afgekeurd, new { einddatum = "2027-01-01", inOverleg = true }, HttpStatusCode.Conflict))
            .ShouldBe("niet-te-wijzigen");
    }

    [Fact]
    public async Task Two_changes_at_the_same_moment_are_both_told()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [Huis.Hulp(code: "02A01"), Huis.Hulp(code: "02A02")]));
        await huis.Lever(Berichten.Akkoord(toewijzing));
        var nummers = toewijzing.Client.ToegewezenProducten.Select(p => p.ToewijzingNummer).ToList();
        await Task.WhenAll(nummers.Select(nummer => huis.BeslistTot(nummer, new(2028, 12, 31))));
        // There may be two messages, the second after the answer to the first: in the end the provider knows both changes.
        var gezien = new HashSet<string> { toewijzing.Identificatie };
        await Testhuis.Tot.Waar(async () =>
        {
            foreach (var bericht in huis.Ggk.Genomen.OfType<Wmo301>()
                .Where(b => b.Client.Bsn == toewijzing.Client.Bsn && gezien.Add(b.Identificatie)))
                await huis.Lever(Berichten.Akkoord(bericht));
            return huis.Ggk.Genomen.OfType<Wmo301>().Where(b => b.Client.Bsn == toewijzing.Client.Bsn)
                .SelectMany(b => b.Client.ToegewezenProducten)
                .Where(p => p.Einddatum == new DateOnly(2028, 12, 31)).Select(p => p.ToewijzingNummer).Distinct().Count() == 2;
        });
    }

    /// <summary>It is decided that the help ends on this day.</summary>
    private Task Tot(Wmo301 toewijzing, DateOnly dag) => huis.BeslistTot(Berichten.Nummer(toewijzing), dag);

    private static DateTime Moment(ToegewezenProduct p) => p.Toewijzingsdatum.ToDateTime(p.Toewijzingstijd);

    private async Task<Wmo301> Geaccepteerd(
        DateOnly? van = null, DateOnly? tot = null, Omvang? omvang = null, string agb = Huis.ZorgDichtbij)
    {
        var hulp = Huis.Hulp(agb) with { Periode = new(van ?? new(2026, 1, 1), tot ?? new(2099, 12, 31)), Omvang = omvang ?? PerWeek };
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [hulp]));
        await huis.Lever(Berichten.Akkoord(toewijzing));
        return toewijzing;
    }

    private Task<HttpResponseMessage> Vraag(Wmo301 toewijzing, object wijziging) =>
        huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/wijziging", wijziging);

    private async Task<IReadOnlyList<(long Nummer, string Status)>> Wijzig(Wmo301 toewijzing, object wijziging)
    {
        var antwoord = await Vraag(toewijzing, wijziging);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, await antwoord.Content.ReadAsStringAsync());
        return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("toewijzingen").EnumerateArray()
            .Select(t => (t.GetProperty("toewijzingnummer").GetInt64(), t.GetProperty("status").GetString()!))];
    }

    private async Task<string?> Weigering(Wmo301 toewijzing, object wijziging, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        var antwoord = await Vraag(toewijzing, wijziging);
        antwoord.StatusCode.ShouldBe(status, await antwoord.Content.ReadAsStringAsync());
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private Task<Wmo301> Volgende(Wmo301 vorige) =>
        huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == vorige.Client.Bsn && b.Header.Ontvanger == vorige.Header.Ontvanger
            && b.Identificatie != vorige.Identificatie);

    private Task<JsonElement> Detail(Wmo301 toewijzing) => huis.Toewijzing(Berichten.Nummer(toewijzing));

    private Task<int> Verzonden(Wmo301 toewijzing) => huis.Dienst.Vraag(async db =>
    {
        var dossier = await db.Toewijzingen.Where(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing)).Select(t => t.Dossiernummer)
            .SingleAsync();
        return await db.Set<Poststuk>().CountAsync(b => b.Dossiernummer == dossier && b.Soort == "WMO301");
    });
}
