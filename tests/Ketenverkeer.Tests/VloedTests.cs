using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>A flood of large messages costs a process little memory: it takes a few at a time, and refuses what waits too long.</summary>
public sealed class VloedTests
{
    private const int Aantal = 12;
    private const int Megabyte = 1024 * 1024;

    /// <summary>The most that a flood may add to the memory of an idle process.</summary>
    private const long Hoogstens = 250L * Megabyte;

    [Theory]
    [InlineData("application/xml", "rommel")]
    [InlineData("application/xml", "bericht")]
    [InlineData("text/xml", "rommel")]
    public async Task Twelve_large_messages_at_once_add_at_most_250_MB(string type, string inhoud)
    {
        await using var ggk = await NepGgk.StartAsync();
        await using var dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, false,
            new Dictionary<string, string> { ["Partners:Ggk:Adres"] = ggk.Adres, ["Gemeente:Code"] = "0034" });
        await using var proces = await ServiceProces.StartAsync("Zorgaanbieders", new Dictionary<string, string?>
        {
            [$"ConnectionStrings__{Diensten.Zorgaanbieders}"] = dienst.Database.ConnectionString,
            ["ConnectionStrings__rabbitmq"] = "amqp://127.0.0.1:1/geen",
            ["Aanmelding__Authority"] = dienst.Uitgever.Authority,
            ["Aanmelding__Audience"] = Uitgever.Audience,
            ["Messaging__RelayAan"] = "false",
            ["Messaging__OntvangstAan"] = "false",
            ["Partners__Ggk__Adres"] = ggk.Adres,
            ["Partners__Ggk__Afleveraars"] = "testclient:*",
            ["Gemeente__Code"] = "0034",
        });
        var token = dienst.Uitgever.Token("keten");
        // What the process needs for any message at all is not of the flood.
        await Stuur(Encoding.UTF8.GetBytes("<x/>"));
        var rust = Geheugen(proces, "VmRSS");

        var bericht = inhoud == "bericht" ? Bericht() : Encoding.UTF8.GetBytes(new string('x', 24 * Megabyte));
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, Aantal).Select(_ => Stuur(bericht)));

        antwoorden.ShouldAllBe(a => a.StatusCode == HttpStatusCode.TooManyRequests || a.StatusCode == HttpStatusCode.BadRequest
            || a.StatusCode == HttpStatusCode.InternalServerError || a.StatusCode == HttpStatusCode.Accepted);
        antwoorden.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldAllBe(a => a.Headers.RetryAfter != null);
        (Geheugen(proces, "VmHWM") - rust).ShouldBeLessThanOrEqualTo(Hoogstens);

        async Task<HttpResponseMessage> Stuur(byte[] xml)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Post, "zorgaanbieders/v1/iwmo/berichten")
            {
                Content = new ByteArrayContent(xml) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token), ExpectContinue = true },
            };
            try
            {
                return await proces.Http.SendAsync(verzoek);
            }
            catch (HttpRequestException e) when (e.InnerException is IOException)
            {
                // The service had no room, and closed the connection while the body was on its way.
                return new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(10)) } };
            }
        }
    }

    /// <summary>A message that is recognised, and breaks its schema 24 MB long.</summary>
    private static byte[] Bericht()
    {
        var soort = WmoPlatform.IStandaarden.Berichtsoort.Alle.Single(s => s.Naam == "WMO305");
        var xml = new StringBuilder($"""<Bericht xmlns="{soort.Namespace}">""");
        while (xml.Length < 24 * Megabyte) xml.Append("<Onbekend>waarde</Onbekend>");
        return Encoding.UTF8.GetBytes(xml.Append("</Bericht>").ToString());
    }

    private static long Geheugen(ServiceProces proces, string wat) => long.Parse(
        File.ReadLines($"/proc/{proces.Pid}/status").First(r => r.StartsWith(wat, StringComparison.Ordinal)).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
