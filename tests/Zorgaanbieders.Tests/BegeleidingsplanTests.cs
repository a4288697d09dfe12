using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The plan that a provider shares with the municipality.</summary>
public sealed class BegeleidingsplanTests(Platformhuis huis) : IClassFixture<Platformhuis>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\nhet plan\n%%EOF\n"u8];

    [Theory]
    [InlineData("platform")]
    [InlineData("berichten")]
    public async Task It_comes_in_is_announced_and_can_be_read_by_who_may(string aansluiting)
    {
        var agb = await huis.Contracteer(aansluiting);
        var nummer = await huis.WijsToe(agb, wijkteam: "wijkteam-poort");
        var antwoord = await Stuur(agb, nummer, Pdf, "plan.pdf");
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        var pad = antwoord.Headers.Location!.OriginalString;
        var plan = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        (await huis.Dienst.Aangekondigd()).OfType<BegeleidingsplanOntvangen>()
            .Single(g => g.Toewijzingnummer == nummer).PlanId.ShouldBe(plan.GetProperty("planId").GetGuid());

        foreach (var wie in new[] { huis.Aanbieder(agb), huis.Dienst.Als("consulent", teams: ["wijkteam-poort"]),
            huis.Dienst.Als("backoffice") })
        {
            var document = await wie.GetAsync(pad);
            document.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            document.Headers.CacheControl!.NoStore.ShouldBeTrue();
            document.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            (await document.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
            (await wie.GetFromJsonAsync<JsonElement>(pad[..pad.LastIndexOf('/')])).GetProperty("items").EnumerateArray()
                .ShouldHaveSingleItem().GetProperty("naam").GetString().ShouldBe("plan.pdf");
        }
        foreach (var wie in new[] { huis.Aanbieder(await huis.Contracteer()), huis.Dienst.Als("consulent", teams: ["wijkteam-haven"]) })
            (await wie.GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Neither_the_document_nor_its_name_stands_in_the_database_in_the_clear()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        (await Stuur(agb, nummer, Pdf, "Aastra.pdf")).EnsureSuccessStatusCode();
        var rijen = await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>($"SELECT p::text AS \"Value\" FROM begeleidingsplan p")
            .ToListAsync());
        rijen.ShouldNotBeEmpty();
        rijen.ShouldAllBe(rij => !rij.Contains("Aastra") && !rij.Contains("PDF-"));
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("odt", "content.xml")]
    public async Task A_document_is_known_by_its_content_whatever_it_is_called(string soort, string deel)
    {
        var agb = await huis.Contracteer();
        var inhoud = Archief(("mimetype", "application/vnd.oasis.opendocument.text"), ("[Content_Types].xml", "<Types/>"), (deel, "<x/>"));
        var plan = await (await Stuur(agb, await huis.WijsToe(agb), inhoud, "../../etc/ons<plan>.exe"))
            .Content.ReadFromJsonAsync<JsonElement>();
        plan.GetProperty("soort").GetString().ShouldBe(soort);
        plan.GetProperty("naam").GetString().ShouldBe($"onsplan.{soort}");
    }

    public static TheoryData<string, byte[]> Verkeerd => new()
    {
        { "een programma", [0x4D, 0x5A, 0x90, 0x00] },
        { "een webpagina", [.. "<html>%PDF-1.7 %%EOF</html>"u8] },
        { "een afgebroken PDF", [.. "%PDF-1.7\nhet pl"u8] },
        { "een ander archief", Archief(("foto.jpg", "x")) },
        { "een rekenblad", Archief(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")) },
        { "een kapot archief", [.. "PK\x03\x04 en verder niets"u8] },
    };

    [Theory]
    [MemberData(nameof(Verkeerd))]
    public async Task What_is_no_such_document_is_refused_and_nothing_is_stored(string wat, byte[] inhoud)
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        (await Platformhuis.Weigering(await Stuur(agb, nummer, inhoud, "plan.pdf"))).ShouldBe((422, "verkeerd-documenttype"), wat);
        (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>($"toewijzingen/{nummer}/begeleidingsplannen")).GetProperty("items")
            .GetArrayLength().ShouldBe(0);
        (await huis.Dienst.Aangekondigd()).OfType<BegeleidingsplanOntvangen>().ShouldNotContain(g => g.Toewijzingnummer == nummer);
    }

    [Fact]
    public async Task A_document_that_holds_a_program_is_too_large_or_is_missing_is_refused()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        (await Platformhuis.Weigering(await Stuur(agb, nummer,
            Archief(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x")), "plan.docx")))
            .ShouldBe((422, "document-met-macro"));
        var groot = new byte[10 * 1024 * 1024 + 1];
        Pdf.CopyTo(groot, 0);
        (await Platformhuis.Weigering(await Stuur(agb, nummer, groot, "plan.pdf"))).ShouldBe((422, "bestand-te-groot"));
        (await Platformhuis.Weigering(await Stuur(agb, nummer, [], "plan.pdf"))).ShouldBe((400, "ongeldige-invoer"));
        (await huis.Aanbieder(agb).PostAsync($"toewijzingen/{nummer}/begeleidingsplannen",
            new StringContent("{}", Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task An_assignment_has_room_for_so_many_plans()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        foreach (var _ in Enumerable.Range(0, 20)) (await Stuur(agb, nummer, Pdf, "plan.pdf")).EnsureSuccessStatusCode();
        (await Platformhuis.Weigering(await Stuur(agb, nummer, Pdf, "plan.pdf"))).ShouldBe((409, "te-veel-begeleidingsplannen"));
        (await Stuur(agb, await huis.WijsToe(agb), Pdf, "plan.pdf")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_plans_of_an_assignment_are_so_large_together()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        // As if plans of 100 MB had come before.
        (await Stuur(agb, nummer, Pdf, "plan.pdf")).EnsureSuccessStatusCode();
        await huis.Dienst.Vraag(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE begeleidingsplan SET grootte = 100 * 1024 * 1024
            WHERE toewijzing_id = (SELECT id FROM toewijzing WHERE toewijzingnummer = {nummer})
            """));
        (await Platformhuis.Weigering(await Stuur(agb, nummer, Pdf, "plan.pdf"))).ShouldBe((409, "begeleidingsplannen-te-groot"));
    }

    [Fact]
    public async Task The_same_document_with_the_same_key_comes_in_once_and_another_is_refused()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        var sleutel = $"plan-{nummer}";
        foreach (var _ in Enumerable.Range(0, 2))
            (await Stuur(agb, nummer, Pdf, "plan.pdf", sleutel)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Platformhuis.Weigering(await Stuur(agb, nummer, [.. Pdf, 10], "plan.pdf", sleutel))).ShouldBe((422, "sleutel-hergebruikt"));
        (await huis.Dienst.Aangekondigd()).OfType<BegeleidingsplanOntvangen>().Count(g => g.Toewijzingnummer == nummer).ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_is_refused_with_a_rejected_assignment_or_one_by_hand()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        await huis.Doe(agb, nummer, "afkeuring", new { reden = "geen-capaciteit" });
        (await Platformhuis.Weigering(await Stuur(agb, nummer, Pdf, "plan.pdf"))).ShouldBe((409, "toewijzing-afgekeurd"));
        (await Platformhuis.Weigering(await Stuur(agb, await huis.WijsToe(agb, geenBerichten: true), Pdf, "plan.pdf")))
            .ShouldBe((409, "gaat-met-de-hand"));
    }

    private Task<HttpResponseMessage> Stuur(string agb, long nummer, byte[] inhoud, string naam, string? sleutel = null) =>
        huis.Aanbieder(agb, sleutel).PostAsync(
            $"toewijzingen/{nummer}/begeleidingsplannen",
            new MultipartFormDataContent { { new ByteArrayContent(inhoud), "bestand", naam } });

    private static byte[] Archief(params (string Naam, string Inhoud)[] delen)
    {
        using var stroom = new MemoryStream();
        using (var archief = new ZipArchive(stroom, ZipArchiveMode.Create))
            foreach (var (naam, inhoud) in delen)
            {
                using var deel = archief.CreateEntry(naam).Open();
                deel.Write(Encoding.UTF8.GetBytes(inhoud));
            }
        return stroom.ToArray();
    }
}
