using System.Net;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

/// <summary>What the gateway refuses goes to the security log. What a service refuses, the service writes itself.</summary>
public sealed class BeveiligingslogTests(Poort poort) : IClassFixture<Poort>
{
    [Fact]
    public async Task Refusals_of_the_gateway_stand_in_its_security_log()
    {
        await poort.Bezoeker.Stuur("GET /meldingen/v1/999993653");
        await Regel("aanmelding-geweigerd: 401 op GET /meldingen/v1/{**rest}");

        await poort.Bezoeker.Stuur("GET /bestaat/niet/999993653", poort.Token());
        await Regel("onbekend-adres: 404 op (null), rol consulent, client testclient");

        using var inhoud = new ByteArrayContent(new byte[2 * 1024 * 1024]);
        await poort.Bezoeker.Stuur("POST /meldingen/v1/groot", poort.Token(), inhoud);
        await Regel("te-groot: 413 op POST /meldingen/v1/{**rest}");

        var krap = await poort.GatewayAsync("Grenzen:PerSeconde=1", "Grenzen:Piek=1");
        await Tot.Waar(async () =>
            (await krap.Stuur("GET /meldingen/v1/meldingen", poort.Token())).StatusCode == HttpStatusCode.TooManyRequests);
        await Regel("te-veel-verzoeken: 429 op GET /meldingen/v1/{**rest}");

        poort.Beveiliging.Regels.ShouldAllBe(r => !r.Contains("999993653", StringComparison.Ordinal));
    }

    private Task Regel(string begin) =>
        Tot.Waar(() => poort.Beveiliging.Regels.Any(r => r.StartsWith(begin, StringComparison.Ordinal)));
}
