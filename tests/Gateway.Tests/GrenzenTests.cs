using System.Net;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

public sealed class GrenzenTests(Poort poort) : IClassFixture<Poort>
{
    private const int Mb = 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_over_1_MB_is_refused_with_413(bool zonderLengte)
    {
        using var inhoud = Inhoud(Mb + 1, zonderLengte);
        var pad = $"/meldingen/v1/{Guid.NewGuid():N}";

        await (await poort.Bezoeker.Stuur("POST " + pad, poort.Token(), inhoud)).Probleem(413, "te-groot");

        poort.Diensten.Alles.ShouldNotContain(b => b.Regel == "POST " + pad);
    }

    [Fact]
    public async Task A_request_of_exactly_1_MB_passes()
    {
        using var inhoud = Inhoud(Mb, zonderLengte: false);

        (await poort.Bezoeker.Stuur("POST /meldingen/v1/groot", poort.Token(), inhoud)).StatusCode.ShouldBe(HttpStatusCode.OK);

        poort.Diensten.Alles.ShouldContain(b => b.Regel == "POST /meldingen/v1/groot" && b.Grootte == Mb);
    }

    [Theory]
    [InlineData("/zorgaanbieders/v1/iwmo/berichten")]
    [InlineData("/pgb/v1/ipgb/berichten")]
    [InlineData("/eigen-bijdrage/v1/ieb/berichten")]
    public async Task A_message_of_a_chain_partner_in_its_envelope_may_be_36_MB_and_not_more(string pad)
    {
        using var past = Inhoud(36 * Mb, zonderLengte: false);
        using var teGroot = Inhoud(36 * Mb + 1, zonderLengte: false);

        (await poort.Bezoeker.Stuur("POST " + pad, poort.Token(), past)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await poort.Bezoeker.Stuur("POST " + pad, poort.Token(), teGroot)).Probleem(413, "te-groot");
    }

    [Fact]
    public async Task A_request_with_a_document_may_be_11_MB_and_not_more()
    {
        const string Pad = "POST /zorgaanbieders/v1/toewijzingen/12/begeleidingsplannen";
        using var past = Inhoud(11 * Mb, zonderLengte: false);
        using var teGroot = Inhoud(11 * Mb + 1, zonderLengte: false);

        (await poort.Bezoeker.Stuur(Pad, poort.Token(), past)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await poort.Bezoeker.Stuur(Pad, poort.Token(), teGroot)).Probleem(413, "te-groot");
    }

    [Fact]
    public async Task Who_asks_too_much_gets_429_with_Retry_After_and_others_go_on()
    {
        var client = await poort.GatewayAsync("Grenzen:PerSeconde=1", "Grenzen:Piek=3");
        async Task<HttpResponseMessage> Vraag(string wie) => await client.Stuur("GET /meldingen/v1/meldingen", poort.Token(wie));
        (await Vraag("druk")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var teVeel = await TotGeweigerd(() => Vraag("druk"));

        await teVeel.Probleem(429, "te-veel-verzoeken");
        int.Parse(teVeel.Kop("Retry-After"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 3);
        (await Vraag("rustig")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Tot.Waar(async () => (await Vraag("druk")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_valid_token_the_address_is_counted()
    {
        var client = await poort.GatewayAsync("Grenzen:PerSeconde=1", "Grenzen:Piek=3");
        (await client.Stuur("GET /meldingen/v1/meldingen")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await (await TotGeweigerd(() => client.Stuur("GET /meldingen/v1/meldingen"))).Probleem(429, "te-veel-verzoeken");

        (await client.Stuur("GET /meldingen/v1/meldingen", poort.Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/documentatie/index.html")]
    [InlineData("/onzin")]
    [InlineData("/health/onzin")]
    public async Task What_the_gateway_answers_by_itself_is_counted_too(string pad)
    {
        var client = await poort.GatewayAsync("Grenzen:PerSeconde=1", "Grenzen:Piek=3");

        var teVeel = await TotGeweigerd(() => client.Stuur("GET " + pad));

        await teVeel.Probleem(429, "te-veel-verzoeken");
        int.Parse(teVeel.Kop("Retry-After"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task Health_is_never_counted()
    {
        var client = await poort.GatewayAsync("Grenzen:PerSeconde=1", "Grenzen:Piek=1");

        for (var i = 0; i < 20; i++) (await client.Stuur("GET /health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_thousand_questions_in_a_row_are_all_answered()
    {
        for (var i = 0; i < 1000; i++)
            (await poort.Bezoeker.Stuur("GET /rekenhulp/v1/termijnen", poort.Token("duizend"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Zero_means_no_limit()
    {
        var client = await poort.GatewayAsync("Grenzen:PerSeconde=0", "Grenzen:Piek=1");

        for (var i = 0; i < 20; i++) (await client.Stuur("GET /meldingen/v1/meldingen",
            poort.Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Repeats the request until the gateway refuses it: a busy machine may at first stay below the limit.</summary>
    private static async Task<HttpResponseMessage> TotGeweigerd(Func<Task<HttpResponseMessage>> vraag)
    {
        HttpResponseMessage antwoord;
        var keer = 0;
        do antwoord = await vraag();
        while (antwoord.StatusCode != HttpStatusCode.TooManyRequests && ++keer < 100);
        return antwoord;
    }

    private static StreamContent Inhoud(int grootte, bool zonderLengte) =>
        new(zonderLengte ? new Stroom(grootte) : new MemoryStream(new byte[grootte]));

    /// <summary>A body of unknown length, which HttpClient sends in chunks.</summary>
    private sealed class Stroom(int grootte) : MemoryStream(new byte[grootte])
    {
        public override bool CanSeek => false;
    }
}
