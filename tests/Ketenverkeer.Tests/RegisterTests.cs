using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Tests;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>The register of message traffic: messages sent and received, their results and who looked at them.</summary>
public sealed class RegisterTests(Huis huis) : IClassFixture<Huis>
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private static readonly DateOnly Begin = new(2026, 2, 2);

    [Fact]
    public async Task A_receipt_leads_to_the_message_with_its_state_and_its_retour()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);
        var bewijs = await huis.Lever(start);

        var detail = await huis.Dienst.Als("keten").GetFromJsonAsync<JsonElement>(bewijs.Headers.Location);

        var bericht = detail.GetProperty("bericht");
        (bericht.GetProperty("richting").GetString(), bericht
            .GetProperty("soort").GetString(), bericht.GetProperty("identificatie").GetString(), bericht.GetProperty("status").GetString())
            .ShouldBe(("inkomend", "WMO305", start.Identificatie, "beantwoord"));
        bericht.GetProperty("dossiernummer").GetString().ShouldNotBeNullOrEmpty();
        (detail.GetProperty("retour").GetProperty("soort").GetString(), detail.GetProperty("retour").GetProperty("akkoord").GetBoolean())
            .ShouldBe(("WMO306", true));
        detail.GetProperty("bevindingen").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_the_standard_rejects_by_itself_is_told_with_every_rule_element_and_reason()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin, status: "2", bsn: "999999999");

        var detail = await Detail(await huis.Lever(start));

        detail.GetProperty("retour").GetProperty("codes").EnumerateArray().Select(c => c.GetString()).ShouldBe(["0001"]);
        detail.GetProperty("bevindingen")
            .EnumerateArray().Select(b => (b.GetProperty("code").GetString(), b.GetProperty("element").GetString())).ShouldBe(
            [("CS002", "Bericht/Client/Bsn"), ("CS058", "Bericht/Client/StartProducten/StartProduct[1]/StatusAanlevering")]);
        (await huis.Retour<Wmo306>(start)).Header.RetourCodes.ShouldBe(["0001"]);
    }

    [Fact]
    public async Task The_register_keeps_no_hash_that_whoever_has_the_database_can_compute()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);
        (await huis.Lever(start)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        foreach (var bericht in (Ketenbericht[])[toewijzing, start])
        {
            var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bericht.ToBytes()));
            var rijen = await huis.Dienst.Vraag(
                db => db.Set<Poststuk>().Where(p => p.Identificatie == bericht.Identificatie).ToListAsync());
            rijen.ShouldNotBeEmpty();
            foreach (var kenmerk in rijen.SelectMany(r => (byte[]?[])[r.Vingerafdruk, r.Betekenis]).OfType<byte[]>())
                Convert.ToHexString(kenmerk).ShouldNotContain(hash);
        }
        // It is recognised all the same, also with other white space.
        (await huis.Lever(start.ToXml().Replace("\r\n", "\n", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Identificatie == start.Identificatie))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Geboortedatum/Datum", "0001-01-01")]
    [InlineData("Geboortedatum/Datum", "1899-12-31")]
    [InlineData("Geboortedatum/Datum", "9999-12-31")]
    [InlineData("StartProducten/StartProduct[1]/Begindatum", "2200-01-01")]
    [InlineData("StartProducten/StartProduct[1]/ToewijzingIngangsdatum", "9999-12-31")]
    public async Task A_date_outside_1900_to_2199_is_rejected_at_its_place(string plek, string dag)
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Met(Berichten.Start(toewijzing, Begin), plek, DateOnly.Parse(dag, CultureInfo.InvariantCulture));

        var detail = await Detail(await huis.Lever(start));

        detail.GetProperty("bevindingen").EnumerateArray()
            .Where(b => b.GetProperty("code").GetString() == "datumgrens").Select(b => b.GetProperty("element").GetString())
            .ShouldBe([$"Bericht/Client/{plek}"]);
        (await huis.Retour<Wmo306>(start)).Header.RetourCodes.ShouldBe(["0001"]);
        (await huis.Status(toewijzing)).ShouldNotBe("gestart");
    }

    [Fact]
    public async Task The_first_and_the_last_day_of_1900_to_2199_are_dates()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Met(Berichten.Start(toewijzing, Begin), "Geboortedatum/Datum", new(1900, 1, 1));
        start = Met(start, "StartProducten/StartProduct[1]/Begindatum", new(2199, 12, 31));

        (await Detail(await huis.Lever(start))).GetProperty("bevindingen").EnumerateArray()
            .Select(b => b.GetProperty("code").GetString()).ShouldNotContain("datumgrens");
    }

    [Fact]
    public async Task A_retour_with_such_a_date_is_refused()
    {
        var retour = Retour.Akkoord(await huis.WijsToe(Huis.Beschikking()), Berichten.Identificatie(), new(9999, 12, 31));
        (await huis.Lever(retour)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Wmo305 Met(Wmo305 start, string plek, DateOnly dag)
    {
        var (client, product) = (start.Client, start.Client.StartProducten[0]);
        return plek switch
        {
            "Geboortedatum/Datum" => start with { Client = client with { Geboortedatum = client.Geboortedatum with { Datum = dag } } },
            "StartProducten/StartProduct[1]/Begindatum" =>
                start with { Client = client with { StartProducten = [product with { Begindatum = dag }] } },
            _ => start with { Client = client with { StartProducten = [product with { ToewijzingIngangsdatum = dag }] } },
        };
    }

    [Fact]
    public async Task What_comes_from_tomorrow_is_rejected_with_8848_and_has_no_effect()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);
        var morgen = start with
        {
            Header = new Header(start.Header.Afzender, start.Header.Ontvanger, start.Identificatie, Berichten.Vandaag.AddDays(3)),
        };

        var detail = await Detail(await huis.Lever(morgen));

        detail.GetProperty("bevindingen").EnumerateArray().Select(b => b.GetProperty("code").GetString()).Distinct().ShouldBe(["8848"]);
        (await huis.Status(toewijzing)).ShouldNotBe("gestart");
    }

    [Fact]
    public async Task What_breaks_its_schema_gets_no_retour_but_waits_for_a_person_to_tell_the_sender()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var xml = Berichten.Start(toewijzing, Begin)
            .ToXml().Replace("<wmo305:Begindatum>2026-02-02<", "<wmo305:Begindatum>2026-06-31<", StringComparison.Ordinal);
        var voor = await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Richting == Richting.Uitgaand));

        var id = await Id(await huis.Lever(xml));
        var detail = await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{id}");

        detail.GetProperty("bericht").GetProperty("status").GetString().ShouldBe("onleesbaar");
        detail.GetProperty("bevindingen")[0].GetProperty("element").GetString()!.ShouldContain("Begindatum");
        detail.GetProperty("bevindingen").ToString().ShouldNotContain("2026-06-31");
        detail.GetProperty("vervolg").GetString()!.ShouldContain("afzender");
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Richting == Richting.Uitgaand))).ShouldBe(voor);
        (await Id(await huis.Lever(xml))).ShouldBe(id);

        (await huis.Dienst.Als("backoffice").PostAsync($"{Register}/{id}/afhandeling", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{id}"))
            .GetProperty("bericht").GetProperty("status").GetString().ShouldBe("afgehandeld");
    }

    [Fact]
    public async Task The_exact_bytes_are_kept_and_whoever_reads_them_is_noted()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var xml = Encoding.UTF8.GetBytes(Berichten.Start(toewijzing, Begin).ToXml().Replace("\r\n", "\n  ", StringComparison.Ordinal));
        var id = await Id(await huis.Lever(xml));

        var antwoord = await Xml("backoffice", id);

        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
        (await antwoord.Content.ReadAsByteArrayAsync()).ShouldBe(xml);
        var inzage = (await Inzagen(id)).ShouldHaveSingleItem();
        inzage.GetProperty("wie").GetString().ShouldBe("test-backoffice");
        inzage.GetProperty("onderwerpen").EnumerateArray().Select(o => o.GetString()).ShouldBe([$"id/{id}", beschikking.Dossiernummer]);
    }

    [Fact]
    public async Task Whoever_operates_the_traffic_does_not_read_it()
    {
        var id = await Id(await huis.Lever(Berichten.Start(await huis.WijsToe(Huis.Beschikking()), Begin)));

        (await huis.Dienst.Als("beheer").GetAsync($"{Register}/{id}")).Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await Xml("beheer", id, HttpStatusCode.Forbidden)).Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await huis.Dienst.Als("beheer").GetAsync("/zorgaanbieders/v1/inzagelog")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Inzagen(id)).Select(i => i.GetProperty("status").GetInt32()).ShouldBe([200, 403]);
    }

    [Fact]
    public async Task What_went_out_is_kept_as_it_went()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var bericht = (await huis.Dienst.Als("beheer")
            .GetFromJsonAsync<JsonElement>($"{Register}?richting=uitgaand&dossiernummer={beschikking.Dossiernummer}"))
            .GetProperty("items")[0];

        bericht.GetProperty("aanleiding").GetString().ShouldNotBeNullOrEmpty();
        bericht.GetProperty("tegenpartij").GetString().ShouldBe(Huis.ZorgDichtbij);
        var antwoord = await Xml("backoffice", bericht.GetProperty("id").GetGuid());
        (await antwoord.Content.ReadAsByteArrayAsync()).ShouldBe(toewijzing.ToBytes());
    }

    [Fact]
    public async Task A_retour_that_rejects_is_shown_at_the_message_with_code_element_and_text()
    {
        var beschikking = Huis.Beschikking();
        await huis.Lever(Berichten.Afkeuring(await huis.WijsToe(beschikking), "9332"));
        var id = (await huis.Dienst.Als("beheer")
            .GetFromJsonAsync<JsonElement>($"{Register}?richting=uitgaand&dossiernummer={beschikking.Dossiernummer}"))
            .GetProperty("items")[0].GetProperty("id").GetGuid();

        var detail = await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{id}");

        detail.GetProperty("retour").GetProperty("codes").EnumerateArray().Select(c => c.GetString()).ShouldBe(["9332"]);
        var bevinding = detail.GetProperty("bevindingen")[0];
        bevinding.GetProperty("element").GetString()!.ShouldContain("ToegewezenProduct");
        bevinding.GetProperty("uitleg").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_register_is_searched_by_direction_kind_and_status()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        await huis.Lever(Berichten.Akkoord(toewijzing));
        await huis.Retour<Wmo306>(Berichten.Start(toewijzing, Begin));
        var dossier = $"{Register}?dossiernummer={beschikking.Dossiernummer}";

        (await Soorten(dossier)).ShouldBe(["WMO301", "WMO302", "WMO305", "WMO306"], ignoreOrder: true);
        (await Soorten($"{dossier}&richting=inkomend")).ShouldBe(["WMO302", "WMO305"], ignoreOrder: true);
        (await Soorten($"{dossier}&soort=WMO305")).ShouldBe(["WMO305"]);
        (await Soorten($"{dossier}&status=verwerkt&richting=inkomend")).ShouldBe(["WMO302"]);
        (await Soorten($"{dossier}&teLaat=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_without_answer_shows_as_late_and_is_offered_again_under_its_number()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var id = (await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}?dossiernummer={beschikking.Dossiernummer}"))
            .GetProperty("items")[0].GetProperty("id").GetGuid();
        await Tot.Waar(async () => await huis.Dienst.Vraag(db => db.Database
            .ExecuteSqlAsync($"UPDATE poststuk SET antwoord_uiterlijk = '2020-01-01' WHERE id = {id} AND status = 'Verzonden'")) == 1);
        (await Soorten($"{Register}?dossiernummer={beschikking.Dossiernummer}&teLaat=true")).ShouldBe(["WMO301"]);

        (await huis.Dienst.Als("backoffice").PostAsync($"{Register}/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Tot.Waar(() => huis.Ggk.Genomen.OfType<Wmo301>().Count(b => b.Identificatie == toewijzing.Identificatie) == 2);
    }

    [Fact]
    public async Task A_message_is_written_anew_after_its_cause_was_mended()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        await huis.Lever(Retour.TechnischOnjuist(toewijzing, Berichten.Identificatie(), Berichten.Vandaag));
        var id = (await huis.Dienst.Als("beheer")
            .GetFromJsonAsync<JsonElement>($"{Register}?richting=uitgaand&dossiernummer={beschikking.Dossiernummer}"))
            .GetProperty("items")[0].GetProperty("id").GetGuid();
        (await huis.Dienst.Als("backoffice").PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}", new
        {
            naam = "Zorg Dichtbij",
            productcategorieen = (string[])["02"],
            geldigVan = "2026-01-01"
        })).IsSuccessStatusCode.ShouldBeTrue();

        (await huis.Dienst.Als("backoffice").PostAsync($"{Register}/{id}/correctie", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var nieuw = await huis.Ggk
            .Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn && b.Identificatie != toewijzing.Identificatie);
        nieuw.Client.ToegewezenProducten.Single().Product.ShouldBe(toewijzing.Client.ToegewezenProducten.Single().Product);
        (await huis.Dienst.Als("backoffice").PostAsync($"{Register}/{id}/correctie", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_chain_partner_sees_only_what_it_delivered_and_others_nothing()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var id = await Id(await huis.Lever(Berichten.Start(toewijzing, Begin)));
        (await huis.Dienst.Als("aanbieder").GetAsync($"{Register}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("consulent").GetAsync($"{Register}/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var uit =
            await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Richting == Richting.Uitgaand).Select(p => p.Id).FirstAsync());
        (await huis.Dienst.Als("keten").GetAsync($"{Register}/{uit}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_message_is_told_to_its_dossier_once()
    {
        var beschikking = Huis.Beschikking();
        var toewijzing = await huis.WijsToe(beschikking);
        var retour = Berichten.Akkoord(toewijzing);
        await huis.Lever(retour);
        await huis.Lever(retour);

        var verteld = await Tot.Gevonden(async () =>
            (await huis.Dienst.Aangekondigd()).OfType<Contracts.WmoberichtGewisseld>()
                .Where(g => g.Dossiernummer == beschikking.Dossiernummer).ToList() is { Count: 2 } twee ? twee : null);

        verteld.Select(g => (g.Soort, g.Richting, g.Agb)).ShouldBe(
        [
            ("WMO301", Contracts.Berichtrichting.Uitgaand, Huis.ZorgDichtbij),
            ("WMO302", Contracts.Berichtrichting.Inkomend, Huis.ZorgDichtbij)
        ], ignoreOrder: true);
    }

    private async Task<JsonElement[]> Inzagen(Guid id) =>
        [
            .. (await huis.Dienst.Als("auditor").GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/inzagelog?onderwerp=id/{id}"))
                .GetProperty("items").EnumerateArray(),
        ];

    private async Task<HttpResponseMessage> Xml(string rol, Guid id, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, $"{Register}/{id}");
        verzoek.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        var antwoord = await huis.Dienst.Als(rol).SendAsync(verzoek);
        antwoord.StatusCode.ShouldBe(status);
        return antwoord;
    }

    private async Task<IEnumerable<string?>> Soorten(string adres) =>
        (await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>(adres))
            .GetProperty("items").EnumerateArray().Select(b => b.GetProperty("soort").GetString()).ToList();

    private async Task<JsonElement> Detail(HttpResponseMessage bewijs) =>
        await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{await Id(bewijs)}");

    private static async Task<Guid> Id(HttpResponseMessage antwoord)
    {
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
