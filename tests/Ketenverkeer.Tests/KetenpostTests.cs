using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>The promises of Ketenverkeer about post to and from partners, tested in Zorgaanbieders.</summary>
public sealed class KetenpostTests(Huis huis) : IClassFixture<Huis>
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private static readonly string[] Begeleiding = ["02"];

    [Fact]
    public async Task While_the_partner_is_away_a_message_waits_and_when_it_is_back_it_goes()
    {
        var beschikking = Huis.Beschikking();
        var bsn = beschikking.Persoon.Waarde.Bsn;
        huis.Ggk.Weiger(bsn, HttpStatusCode.ServiceUnavailable);
        await huis.Dienst.Verwerk(beschikking);
        await Tot.Waar(() => huis.Ggk.Aangeboden(bsn) > 0);
        (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString().ShouldBe("te-verzenden");
        huis.Ggk.Neem(beschikking.Persoon.Waarde.Bsn);
        var gekomen = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);
        var bericht = await Tot.Gevonden(async () => await Bericht(beschikking.Dossiernummer) is var b && b
            .GetProperty("status").GetString() == "verzonden" ? b.ToString() : null);
        bericht.ShouldContain(gekomen.Identificatie);
        JsonDocument.Parse(bericht).RootElement.GetProperty("antwoordUiterlijk").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task What_the_partner_refuses_is_put_aside_and_can_be_offered_again()
    {
        var beschikking = Huis.Beschikking();
        huis.Ggk.Weiger(beschikking.Persoon.Waarde.Bsn, HttpStatusCode.BadRequest);
        await huis.Dienst.Verwerk(beschikking);
        await Tot.Waar(async () => (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString() == "geweigerd");
        var geweigerd = await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}?status=geweigerd");
        var bericht = geweigerd
            .GetProperty("items").EnumerateArray().Single(b => b.GetProperty("dossiernummer").GetString() == beschikking.Dossiernummer);
        var id = bericht.GetProperty("id").GetGuid();

        huis.Ggk.Neem(beschikking.Persoon.Waarde.Bsn);
        (await huis.Dienst.Als("beheer").PostAsync($"{Register}/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn)).Identificatie
            .ShouldBe(bericht.GetProperty("identificatie").GetString());
        await Tot.Waar(async () => (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString() == "verzonden");
        (await huis.Dienst.Als("beheer").PostAsync($"{Register}/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await huis.Dienst.Als("beheer").PostAsync($"{Register}/{Guid.NewGuid()}/opnieuw", null)).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_partner_refuses_can_be_given_up_and_then_the_help_is_assigned_anew()
    {
        var beschikking = Huis.Beschikking();
        huis.Ggk.Weiger(beschikking.Persoon.Waarde.Bsn, HttpStatusCode.BadRequest);
        await huis.Dienst.Verwerk(beschikking);
        await Tot.Waar(async () => (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString() == "geweigerd");
        huis.Ggk.Neem(beschikking.Persoon.Waarde.Bsn);
        var http = huis.Dienst.Als("backoffice");
        (await http.PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}",
            new { naam = "Zorg Dichtbij", productcategorieen = Begeleiding, geldigVan = "2026-01-01" })).EnsureSuccessStatusCode();
        var (id, identificatie) = await Bericht(beschikking.Dossiernummer) is var b
            ? (b.GetProperty("id").GetGuid(), b.GetProperty("identificatie").GetString())
            : default;

        (await http.PostAsync($"{Register}/{id}/afkeuring", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString().ShouldBe("opgegeven");
        (await huis.Dienst.Aangekondigd()).Where(g => g.Dossiernummer == beschikking.Dossiernummer)
            .OfType<Contracts.ToewijzingAfgekeurd>().ShouldHaveSingleItem().NietVerwerkt.ShouldBeTrue();
        var nummer =
            (await http.GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/toewijzingen?dossiernummer={beschikking.Dossiernummer}"))
                .GetProperty("items")[0].GetProperty("toewijzingnummer").GetInt64();
        (await http.PostAsJsonAsync($"/zorgaanbieders/v1/toewijzingen/{nummer}/andere-aanbieder", new
        {
            agb = Huis.ZorgDichtbij,
        })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn)).Identificatie.ShouldNotBe(identificatie);
    }

    [Fact]
    public async Task A_message_that_breaks_the_standard_is_never_sent_and_says_what_is_wrong()
    {
        // An age of 121 years breaks TR002.
        var beschikking = Huis.Beschikking(Huis.Persoon() with { Geboortedatum = new(1904, 1, 1) });
        await huis.Dienst.Verwerk(beschikking);
        var bericht = await Bericht(beschikking.Dossiernummer);
        bericht.GetProperty("status").GetString().ShouldBe("geweigerd");
        bericht.GetProperty("pogingen").GetInt32().ShouldBe(0);
        var (http, id) = (huis.Dienst.Als("beheer"), bericht.GetProperty("id").GetGuid());
        (await http.GetFromJsonAsync<JsonElement>($"{Register}/{id}"))
            .GetProperty("bevindingen").EnumerateArray().Single().ToString().ShouldBe(
                """{"code":"TR002","element":"Bericht/Client/Geboortedatum","uitleg":"De geboortedatum ligt meer dan 120 jaar """
                + """voor de dagtekening."}""");

        var opnieuw = await http.PostAsync($"{Register}/{id}/opnieuw", null);
        opnieuw.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await opnieuw.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("bericht-klopt-niet");
        (await http.PostAsync($"{Register}/{id}/afkeuring", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Dienst.Aangekondigd()).Where(g => g.Dossiernummer == beschikking.Dossiernummer)
            .OfType<Contracts.ToewijzingAfgekeurd>().ShouldHaveSingleItem().NietVerwerkt.ShouldBeTrue();
        // A later message has arrived, so the rejected one was never sent.
        await huis.WijsToe(Huis.Beschikking());
        huis.Ggk.Genomen.OfType<Wmo301>().ShouldNotContain(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_put_aside_and_the_post_behind_it_goes_on()
    {
        var dossiernummer = $"D-2026-{Guid.NewGuid():N}";
        await huis.Dienst.Vraag(async db =>
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO poststuk (id, richting, soort, identificatie, tegenpartij, aanleiding, inhoud, vingerafdruk, status,
                    via_platform, due_at, attempts, geregistreerd_op, verwacht_antwoord, bevindingen, versie, dossiernummer)
                VALUES (gen_random_uuid(), 'Uitgaand', 'WMO301', 'KAPOT', 'Ggk', 'proef', '1.kapot', '', 'TeVerzenden',
                    false, 'epoch', 0, now(), true, '[]', 0, {dossiernummer})
                """);
            return await db.SaveChangesAsync();
        });

        await huis.WijsToe(Huis.Beschikking());

        await Tot.Waar(async () => (await Bericht(dossiernummer)).GetProperty("status").GetString() == "geweigerd");
    }

    [Fact]
    public async Task Only_beheer_and_backoffice_see_the_post()
    {
        (await huis.Dienst.Als("backoffice").GetAsync(Register)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als("consulent").GetAsync(Register)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_post_comes_in_pages_and_refuses_what_it_does_not_know()
    {
        await huis.WijsToe(Huis.Beschikking());
        await huis.WijsToe(Huis.Beschikking());
        var http = huis.Dienst.Als("beheer");
        var eerste = await http.GetFromJsonAsync<JsonElement>($"{Register}?aantal=1");
        var tweede = await http.GetFromJsonAsync<JsonElement>($"{Register}?aantal=1&na={eerste.GetProperty("volgende").GetString()}");
        tweede.GetProperty("items")[0]
            .GetProperty("identificatie").GetString().ShouldNotBe(eerste.GetProperty("items")[0].GetProperty("identificatie").GetString());
        (await http.GetAsync($"{Register}?status=zoek")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await http.GetAsync($"{Register}?na=!")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_retour_marks_the_message_as_answered()
    {
        var beschikking = Huis.Beschikking();
        await huis.Lever(Berichten.Akkoord(await huis.WijsToe(beschikking)));
        (await Bericht(beschikking.Dossiernummer)).GetProperty("status").GetString().ShouldBe("beantwoord");
    }

    [Fact]
    public async Task A_retour_to_nothing_we_sent_is_refused()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var vreemd = toewijzing with { Header = new Header("0034", Huis.ZorgDichtbij, "X00000000001", Berichten.Vandaag) };
        (await Code(await huis.Lever(Berichten.Akkoord(vreemd)), HttpStatusCode.UnprocessableEntity)).ShouldBe("onbekend-heenbericht");
    }

    [Fact]
    public async Task The_same_message_twice_at_once_has_one_effect_and_one_receipt()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, new(2026, 2, 2));
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Lever(start)));
        antwoorden.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Accepted);
        var bewijzen = await Task.WhenAll(antwoorden.Select(a => a.Content.ReadFromJsonAsync<JsonElement>()));
        bewijzen.Select(b => b.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(1);
        (await huis.Retour<Wmo306>(start)).IsAkkoord.ShouldBeTrue();
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(b => b.Soort == "WMO306" && b.Dossiernummer == db.Toewijzingen
            .Single(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing)).Dossiernummer))).ShouldBe(1);
    }

    [Fact]
    public async Task Another_message_under_a_used_identification_gets_9056_and_has_no_effect()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, new(2026, 2, 2));
        await huis.Lever(start);
        // Other white space and other prefixes do not make it another message.
        (await huis.Lever(start.ToXml().Replace("\r\n", "\n", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var ander = Berichten.Start(toewijzing, new(2026, 2, 3)) with { Header = start.Header };
        var id = await Id(await huis.Lever(ander));
        var detail = await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{id}");
        detail.GetProperty("retour").GetProperty("codes").EnumerateArray().Single().GetString().ShouldBe("9056");
        (await huis.Aangekondigd(toewijzing)).OfType<Contracts.ZorgGestart>().Single().Begindatum.ShouldBe(new(2026, 2, 2));
        (await Id(await huis.Lever(ander))).ShouldBe(id);
    }

    [Fact]
    public async Task Another_retour_under_a_used_identification_is_refused()
    {
        var (een, twee) = (await huis.WijsToe(Huis.Beschikking()), await huis.WijsToe(Huis.Beschikking()));
        var retour = Berichten.Akkoord(een);
        await huis.Lever(retour);
        var ander = IStandaarden.Retour.Akkoord(twee, retour.Identificatie, Berichten.Vandaag);
        (await Code(await huis.Lever(ander), HttpStatusCode.UnprocessableEntity)).ShouldBe("identificatie-hergebruikt");
    }

    [Theory]
    [InlineData("geen xml", "geen-xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "geen-xml")]
    [InlineData("<Bericht/>", "onbekend-bericht")]
    public async Task What_cannot_be_read_is_told_at_once_with_the_reason_and_not_stored(string xml, string reden)
    {
        var voor = await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync());
        var antwoord = await huis.Lever(xml);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await antwoord.Content.ReadAsStringAsync()).ShouldContain(reden);
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync())).ShouldBe(voor);
    }

    [Fact]
    public async Task A_kind_that_belongs_elsewhere_is_refused()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await Code(await huis.Lever(toewijzing), HttpStatusCode.UnprocessableEntity)).ShouldBe("ander-bericht");
    }

    [Theory]
    [InlineData("beheer")]
    [InlineData("aanbieder")]
    [InlineData("backoffice")]
    public async Task Only_a_chain_partner_delivers(string rol)
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        (await huis.Lever(Berichten.Akkoord(toewijzing).ToBytes(), rol)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Something_else_than_XML_is_refused()
    {
        using var inhoud = new StringContent("{}", Encoding.UTF8, "application/json");
        (await huis.Dienst.Als("keten").PostAsync("/zorgaanbieders/v1/iwmo/berichten", inhoud)).StatusCode
            .ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    public void A_service_without_the_address_of_its_partner_does_not_start(string adres)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration["Partners:Ggk:Adres"] = adres;
        Should.Throw<InvalidOperationException>(() => builder.AddKetenverkeer<ZorgaanbiedersDb>("Ggk")).Message
            .ShouldContain("Partners:Ggk:Adres");
    }

    private async Task<JsonElement> Bericht(string dossiernummer) =>
        (await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}?richting=uitgaand&dossiernummer={dossiernummer}"))
            .GetProperty("items").EnumerateArray().Single();

    private static async Task<Guid> Id(HttpResponseMessage antwoord)
    {
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<string?> Code(HttpResponseMessage antwoord, HttpStatusCode status)
    {
        antwoord.StatusCode.ShouldBe(status);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
