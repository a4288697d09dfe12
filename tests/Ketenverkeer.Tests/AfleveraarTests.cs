using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Zorgaanbieders.Tests;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>A client delivers for the parties that the municipality bound it to, and for nobody else.</summary>
public sealed class AfleveraarTests(AfleveraarTests.Gebonden huis) : IClassFixture<AfleveraarTests.Gebonden>
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private static readonly DateOnly Begin = new(2026, 2, 2);

    [Theory]
    [InlineData("knooppunt")]
    [InlineData("zorg-dichtbij")]
    public async Task Who_is_bound_to_a_provider_or_to_all_of_them_may_deliver_for_it(string client)
    {
        var start = Berichten.Start(await huis.WijsToe(Huis.Beschikking()), Begin);
        (await Lever(client, start.ToBytes())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("de-brug")]
    [InlineData("cak")]
    [InlineData(null)]
    public async Task Nobody_else_may_and_nothing_is_kept(string? client)
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, Begin);

        using var antwoord = await Lever(client, start.ToBytes());

        antwoord.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var probleem = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        probleem.RootElement.GetProperty("code").GetString().ShouldBe("andere-partij");
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(p => p.Identificatie == start.Identificatie))).ShouldBeFalse();
        (await huis.Status(toewijzing)).ShouldNotBe("gestart");
    }

    [Fact]
    public async Task A_retour_is_delivered_for_who_gives_it()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var retour = Retour.Akkoord(toewijzing, Berichten.Identificatie(), Berichten.Vandaag).ToBytes();
        (await Lever("de-brug", retour)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Lever("zorg-dichtbij", retour)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task What_names_no_sender_that_can_be_read_is_delivered_by_the_partner_itself_only()
    {
        var xml = Berichten.Start(await huis.WijsToe(Huis.Beschikking()), Begin).ToXml().Replace("2026-02-02", "2026-02-31");
        var bytes = System.Text.Encoding.UTF8.GetBytes(xml);
        (await Lever("zorg-dichtbij", bytes)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Lever("knooppunt", bytes)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("knooppunt")]
    [InlineData("knooppunt:")]
    [InlineData(":*")]
    [InlineData("a:b:c")]
    public void A_setting_that_cannot_be_read_is_named_at_the_start(string afleveraars) =>
        Should.Throw<InvalidOperationException>(() => new Verkeersregels { Afleveraars = afleveraars }.Controleer("Ggk"))
            .Message.ShouldContain("Partners:Ggk:Afleveraars");

    private async Task<HttpResponseMessage> Lever(string? client, byte[] xml)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, Register) { Content = new ByteArrayContent(xml) };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", huis.Dienst.Uitgever.Token("keten", client: client ?? ""));
        return await huis.Dienst.Met(null).SendAsync(verzoek);
    }

    public sealed class Gebonden : Huis
    {
        protected override Dictionary<string, string> Instellingen => new()
        {
            ["Partners:Ggk:Afleveraars"] = $"knooppunt:*, zorg-dichtbij:{ZorgDichtbij}, de-brug:{DeBrug}",
        };
    }
}
