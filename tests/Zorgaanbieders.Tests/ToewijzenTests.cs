using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>From a beschikking to a provider that accepts, or another one.</summary>
public sealed class ToewijzenTests(Huis huis) : IClassFixture<Huis>
{
    [Fact]
    public async Task What_was_granted_in_kind_is_assigned_and_nothing_else()
    {
        var toegekend = Huis.Hulp(uitkomst: Uitkomst.GedeeltelijkToekennen);
        var beschikking = Huis.Beschikking(hulp: [toegekend, Huis.Hulp(uitkomst: Uitkomst.Afwijzen), Huis.Hulp(vorm: Leveringsvorm.Pgb)]);
        var bericht = await huis.WijsToe(beschikking);
        var toewijzing = await huis.Dienst.Vraag(db => db.Toewijzingen.SingleAsync(t => t.Dossiernummer == beschikking.Dossiernummer));
        toewijzing.VoorzieningId.ShouldBe(toegekend.VoorzieningId);
        bericht.Client.ToegewezenProducten.ShouldHaveSingleItem().ToewijzingNummer.ShouldBe(toewijzing.Toewijzingnummer);
        (await huis.Aangekondigd(bericht)).ShouldHaveSingleItem().ShouldBeOfType<ZorgToegewezen>()
            .Berichtidentificatie.ShouldBe(bericht.Identificatie);
    }

    [Fact]
    public async Task A_beschikking_that_comes_twice_gives_one_assignment_and_one_message()
    {
        var beschikking = Huis.Beschikking();
        await huis.WijsToe(beschikking);
        // A later event about the same fact, which the inbox cannot recognise.
        await huis.Dienst.Verwerk(beschikking with { Versie = 9 });
        (await huis.Dienst.Vraag(db => db.Toewijzingen.CountAsync(t => t.Dossiernummer == beschikking.Dossiernummer))).ShouldBe(1);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(b => b.Dossiernummer == beschikking.Dossiernummer))).ShouldBe(1);
    }

    [Fact]
    public async Task Help_from_one_provider_goes_in_one_message_and_from_two_providers_in_two()
    {
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp(code: "02A01"), Huis.Hulp(code: "02A02"), Huis.Hulp(Huis.DeBrug)]);
        await huis.Dienst.Verwerk(beschikking);
        var bsn = beschikking.Persoon.Waarde.Bsn;
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn && b.Header.Ontvanger == Huis.ZorgDichtbij))
            .Client.ToegewezenProducten.Count.ShouldBe(2);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn && b.Header.Ontvanger == Huis.DeBrug))
            .Client.ToegewezenProducten.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_beschikking_that_comes_late_does_not_bring_back_an_old_address()
    {
        var (toen, persoonId) = (Huis.Persoon(), Guid.CreateVersion7());
        var nu = toen with { Adres = toen.Adres! with { Huisnummer = 99 } };
        var eerste = Huis.Beschikking(toen, persoonId, hulp: [Huis.Hulp(code: "02A01")]);
        var bericht = await huis.WijsToe(Huis.Beschikking(nu, persoonId, hulp: [Huis.Hulp(code: "02A02")]));
        await huis.Lever(Berichten.Akkoord(bericht));

        await huis.Dienst.Verwerk(eerste with { Op = eerste.Op.AddDays(-1) });

        var tweede = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toen.Bsn && b.Identificatie != bericht.Identificatie);
        tweede.Client.Contactgegevens.ShouldHaveSingleItem().Adres!.Huis!.Huisnummer.ShouldBe(99);
    }

    [Fact]
    public async Task A_message_holds_everything_that_is_valid_for_the_client_at_the_provider_OP087()
    {
        var persoon = Huis.Persoon();
        var persoonId = Guid.CreateVersion7();
        var eerste = await huis.WijsToe(Huis.Beschikking(persoon, persoonId, hulp: [Huis.Hulp(code: "02A01")]));
        await huis.Lever(Berichten.Akkoord(eerste));
        await huis.Dienst.Verwerk(Huis.Beschikking(persoon, persoonId, hulp: [Huis.Hulp(code: "02A02")]));
        var tweede = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == persoon.Bsn && b.Identificatie != eerste.Identificatie);
        tweede.Client.ToegewezenProducten.Select(p => p.Product!.Code).ShouldBe(["02A01", "02A02"]);
        tweede.Client.ToegewezenProducten[0].ShouldBe(eerste.Client.ToegewezenProducten[0]);
    }

    [Fact]
    public async Task No_message_goes_about_a_protected_person_and_the_state_says_so()
    {
        var beschikking = Huis.Beschikking(geenBerichten: true);
        await huis.Dienst.Verwerk(beschikking);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(b => b.Dossiernummer == beschikking.Dossiernummer))).ShouldBeFalse();
        var nummer = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer)
            .Select(t => t.Toewijzingnummer).SingleAsync());
        var detail = await huis.Toewijzing(nummer);
        detail.GetProperty("toewijzing").GetProperty("metDeHand").GetString().ShouldBe("afgeschermde-persoon");
        detail.GetProperty("vervolg").GetString()!.ShouldContain("Regel de hulp zelf");
        (await huis.Dienst.Aangekondigd()).OfType<ZorgToegewezen>()
            .Single(g => g.Toewijzingnummer == nummer).Berichtidentificatie.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_outside_the_messages_is_recorded_by_hand()
    {
        var beschikking = Huis.Beschikking(geenBerichten: true);
        await huis.Dienst.Verwerk(beschikking);
        var nummer = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer)
            .Select(t => t.Toewijzingnummer).SingleAsync());
        var begin = beschikking.Voorzieningen[0].Periode.Ingangsdatum;

        (await Leg(new { wat = "gestopt", datum = begin, reden = "19" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Leg(new { wat = "geaccepteerd" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Leg(new { wat = "gestart" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Code(await Leg(new { wat = "gestart", datum = "2098-01-01" }))).ShouldBe("datum-in-de-toekomst");
        (await Leg(new { wat = "gestart", datum = begin })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Leg(new { wat = "gestopt", datum = begin.AddDays(1), reden = "99" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Leg(new { wat = "gestopt", datum = begin.AddDays(1), reden = "19" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Aangekondigd())
            .Where(g => g.Dossiernummer == beschikking.Dossiernummer && g is not ZorgAfgesproken).Select(g => g.GetType().Name)
            .ShouldBe([nameof(ZorgToegewezen), nameof(ToewijzingGeaccepteerd), nameof(ZorgGestart), nameof(ZorgGestopt),
                nameof(EerderEindeGemeld)]);

        Task<HttpResponseMessage> Leg(object antwoord) => huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{nummer}/vastlegging", antwoord);
    }

    [Fact]
    public async Task What_goes_by_message_is_not_recorded_by_hand()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/vastlegging", new { wat = "geaccepteerd" }))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Without_an_address_help_is_assigned_by_hand()
    {
        var beschikking = Huis.Beschikking(Huis.Persoon() with { Adres = null });
        await huis.Dienst.Verwerk(beschikking);
        (await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer).Select(t => t.MetDeHand)
            .SingleAsync())).ShouldBe(Toewijzingen.RedenMetDeHand.GeenAdres);
    }

    [Fact]
    public async Task The_provider_accepts_once_however_often_it_says_so()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Lever(Berichten.Akkoord(toewijzing))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Lever(Berichten.Akkoord(toewijzing))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Status(toewijzing)).ShouldBe("geaccepteerd");
        (await huis.Aangekondigd(toewijzing)).OfType<ToewijzingGeaccepteerd>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_provider_rejects_with_its_codes()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Afkeuring(toewijzing, "9332"));
        (await huis.Status(toewijzing)).ShouldBe("afgekeurd");
        (await huis.Aangekondigd(toewijzing)).OfType<ToewijzingAfgekeurd>().Single().Retourcodes.ShouldBe(["9332"]);
    }

    [Fact]
    public async Task A_technically_wrong_message_rejects_what_it_told_for_the_first_time()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Retour.TechnischOnjuist(toewijzing, Berichten.Identificatie(), Berichten.Vandaag));
        (await huis.Aangekondigd(toewijzing)).OfType<ToewijzingAfgekeurd>().Single().Retourcodes.ShouldBe(["0001"]);
    }

    [Fact]
    public async Task One_rejected_product_rejects_the_message_and_the_other_is_told_again_IV032()
    {
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp(code: "02A01"), Huis.Hulp(code: "02A02")]);
        var toewijzing = await huis.WijsToe(beschikking);
        await huis.Lever(Retour.Afgekeurd(toewijzing, Berichten.Identificatie(), Berichten.Vandaag,
            (ToegewezenProduct p) => p.Product!.Code == "02A02" ? ["9332"] : []));
        (await Standen()).ShouldBe([Toewijzingstatus.Toegewezen, Toewijzingstatus.Afgekeurd]);

        var opnieuw = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn
            && b.Header.BerichtIdentificatie.Identificatie != toewijzing.Header.BerichtIdentificatie.Identificatie);
        opnieuw.Client.ToegewezenProducten.ShouldHaveSingleItem().Product!.Code.ShouldBe("02A01");
        await huis.Lever(Berichten.Akkoord(opnieuw));
        (await Standen()).ShouldBe([Toewijzingstatus.Geaccepteerd, Toewijzingstatus.Afgekeurd]);

        Task<List<Toewijzingstatus>> Standen() => huis.Dienst.Vraag(db => db.Toewijzingen
            .Where(t => t.Dossiernummer == beschikking.Dossiernummer).OrderBy(t => t.Product.Code).Select(t => t.Status).ToListAsync());
    }

    [Fact]
    public async Task After_a_rejection_another_contracted_provider_gets_the_help()
    {
        await huis.Contracteer("30000001");
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Afkeuring(toewijzing, "9332"));
        var antwoord = await Kies(toewijzing, "30000001");
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        var nummer = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("toewijzingnummer").GetInt64();
        var bericht = await huis.Ggk.Krijgt<Wmo301>(b => b.Header.Ontvanger == "30000001");
        Berichten.Nummer(bericht).ShouldBe(nummer);
        bericht.Client.Bsn.ShouldBe(toewijzing.Client.Bsn);
        (await huis.Aangekondigd(bericht)).ShouldHaveSingleItem().ShouldBeOfType<ZorgToegewezen>().Agb.ShouldBe("30000001");
        (await huis.Toewijzing(Berichten.Nummer(toewijzing))).GetProperty("opgevolgdDoor").GetInt64().ShouldBe(nummer);
        (await Kies(toewijzing, "30000001")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_provider_without_a_contract_for_this_help_is_refused()
    {
        await huis.Contracteer("30000002", categorie: "08");
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await Kies(toewijzing, "30000002")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await huis.Lever(Berichten.Afkeuring(toewijzing, "9332"));
        (await Code(await Kies(toewijzing, "30000002"))).ShouldBe("product-niet-gecontracteerd");
        (await Code(await Kies(toewijzing, "30000009"))).ShouldBe("onbekende-aanbieder");
        (await Code(await Kies(toewijzing, Huis.ZorgDichtbij))).ShouldBe("dezelfde-aanbieder");
        (await huis.Toewijzing(Berichten.Nummer(toewijzing))).GetProperty("opgevolgdDoor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Everybody_sees_their_own_assignments_and_others_get_404()
    {
        await huis.Contracteer("40000001");
        var beschikking = Huis.Beschikking(wijkteam: "wijkteam-poort", hulp: [Huis.Hulp("40000001")]);
        var toewijzing = await huis.WijsToe(beschikking);
        var pad = $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}";
        (await huis.Dienst.Als("aanbieder", agb: "40000001").GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als("aanbieder", agb: "40000002").GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("aanbieder").GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("consulent", teams: ["wijkteam-poort"]).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als("consulent", teams: ["wijkteam-haven"]).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("inwoner", bsn: toewijzing.Client.Bsn).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var lijst = await huis.Dienst.Als("aanbieder", agb: "40000001").GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/toewijzingen");
        lijst.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("dossiernummer").GetString()
            .ShouldBe(beschikking.Dossiernummer);
    }

    [Fact]
    public async Task What_an_assignment_shows_holds_no_personal_data()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var tekst = (await huis.Toewijzing(Berichten.Nummer(toewijzing))).GetRawText();
        tekst.ShouldNotContain(toewijzing.Client.Bsn);
        tekst.ShouldNotContain("Aastra");
    }

    [Fact]
    public async Task No_BSN_or_name_stands_in_the_database_in_the_clear()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Start(toewijzing, Berichten.Vandaag));
        var rijen = await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>(
            $"""
            SELECT t::text AS "Value" FROM toewijzing t
            UNION ALL SELECT p::text FROM poststuk p
            UNION ALL SELECT convert_from(b.body, 'UTF8') FROM outbox_message b
            """).ToListAsync());
        rijen.ShouldNotBeEmpty();
        rijen.ShouldAllBe(rij => !rij.Contains(toewijzing.Client.Bsn) && !rij.Contains("Aastra"));
    }

    private Task<HttpResponseMessage> Kies(Wmo301 toewijzing, string agb) => huis.Dienst.Als("consulent", teams: ["wijkteam-haven"])
        .PostAsJsonAsync($"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/andere-aanbieder", new { agb });

    private static async Task<string?> Code(HttpResponseMessage antwoord)
    {
        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
