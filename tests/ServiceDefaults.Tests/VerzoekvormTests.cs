using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>What HTTP asks of every server, whatever the endpoint.</summary>
public sealed class VerzoekvormTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    private const string Ding = """{"soort":"klein","naam":"a","op":"2026-03-02T09:00:00Z"}""";

    [Theory]
    [InlineData("/voorbeeld/v1/dingen/d-1", 200)]
    [InlineData("/voorbeeld/v1/dingen", 200)]
    [InlineData("/voorbeeld/v1/openapi.json", 200)]
    [InlineData("/voorbeeld/v1/onbekend", 404)]
    public async Task HEAD_says_what_GET_says_without_the_content(string pad, int status)
    {
        using var kop = await Stuur(new(HttpMethod.Head, pad));
        using var heel = await Stuur(new(HttpMethod.Get, pad));

        ((int)kop.StatusCode, kop.Content.Headers.ContentType, kop.Headers.ETag)
            .ShouldBe((status, heel.Content.Headers.ContentType, heel.Headers.ETag));
        (await kop.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task HEAD_does_not_exist_where_GET_does_not() =>
        (await Stuur(new(HttpMethod.Head, "/voorbeeld/v1/regel"))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task A_body_that_says_it_is_compressed_is_a_415_whether_it_is_or_not(string codering)
    {
        using var ingepakt = new MemoryStream();
        await using (var gzip = new GZipStream(ingepakt, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Ding));
        foreach (var inhoud in (byte[][])[ingepakt.ToArray(), Encoding.UTF8.GetBytes(Ding)])
        {
            using var antwoord = await Maak(inhoud, "application/json", codering);
            antwoord.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
            antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Fact]
    public async Task A_body_that_says_it_is_as_it_is_passes() =>
        (await Maak(Encoding.UTF8.GetBytes(Ding), "application/json", "identity")).StatusCode.ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData("application/json; charset=utf-8", 201)]
    [InlineData("application/json; charset=\"UTF-8\"", 201)]
    [InlineData("application/json; charset=us-ascii", 201)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=foo", 415)]
    [InlineData("application/xml", 415)]
    public async Task A_body_is_UTF8(string type, int status) =>
        ((int)(await Maak(Encoding.UTF8.GetBytes(Ding), type)).StatusCode).ShouldBe(status);

    [Fact]
    public async Task A_text_with_U_0000_is_a_400_that_names_it()
    {
        var antwoord = await dienst.Vraag("POST", "/voorbeeld/v1/dingen",
            """{"soort":"klein","naam":"a\u0000b","op":"2026-03-02T09:00:00Z"}""", koppen: ("Idempotency-Key", Guid.NewGuid().ToString()));
        antwoord.Probleem(400, "ongeldige-invoer")["naam"].ShouldHaveSingleItem().ShouldContain("U+0000");
        (await dienst.Vraag("GET", "/voorbeeld/v1/dingen?na=a%00b")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("\"0\", \"7\"", 200)]
    [InlineData("\"7\",\"8\"", 200)]
    [InlineData("*", 200)]
    [InlineData("W/\"7\"", 412)]
    [InlineData("\"0\", W/\"7\"", 412)]
    [InlineData("\"0\", \"8\"", 412)]
    [InlineData("7", 412)]
    [InlineData(",", 412)]
    public async Task One_of_the_versions_in_If_Match_must_be_this_one(string kop, int status) =>
        (await dienst.Vraag("PUT", "/voorbeeld/v1/dingen/d-1", koppen: ("If-Match", kop))).Status.ShouldBe(status);

    private Task<HttpResponseMessage> Maak(byte[] inhoud, string type, string? codering = null)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Post, "/voorbeeld/v1/dingen") { Content = new ByteArrayContent(inhoud) };
        verzoek.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (codering is not null) verzoek.Content.Headers.TryAddWithoutValidation("Content-Encoding", codering);
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return Stuur(verzoek);
    }

    private Task<HttpResponseMessage> Stuur(HttpRequestMessage verzoek)
    {
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", dienst.Uitgever.Token("consulent"));
        return dienst.Client.SendAsync(verzoek);
    }
}
