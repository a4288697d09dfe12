using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

/// <summary>A token that is bound to a certificate is of no use to who stole it.</summary>
public sealed class TokenbindingTests(Poort poort) : IClassFixture<Poort>, IAsyncLifetime
{
    private readonly Testcertificaten _certificaten = new();
    private X509Certificate2 _eigen = null!;
    private string[] _tls = [];

    public ValueTask InitializeAsync()
    {
        _eigen = _certificaten.Maak("client");
        var (certificaat, sleutel) = _certificaten.Bewaar(_certificaten.Maak("gateway"));
        _tls =
        [
            "urls=https://127.0.0.1:0", $"Kestrel:Certificates:Default:Path={certificaat}",
            $"Kestrel:Certificates:Default:KeyPath={sleutel}",
        ];
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _certificaten.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bound_token_passes_only_over_a_connection_with_its_certificate()
    {
        using var gateway = await poort.GatewayAsync(_tls);
        var pad = $"/meldingen/v1/{Guid.NewGuid():N}";
        using var vreemd = _certificaten.Maak("ander");

        (await Vraag(gateway, pad, Gebonden(), _eigen)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Geweigerd(await Vraag(gateway, pad, Gebonden(), vreemd));
        await Geweigerd(await Vraag(gateway, pad, Gebonden(), null));
        await Geweigerd(await Vraag(gateway, pad, Gebonden(), null, (Tokenbinding.Kop, Tokenbinding.Waarde(_eigen.RawData))));

        poort.Diensten.Alles.Single(b => b.Regel == "GET " + pad).Koppen[Tokenbinding.Kop]
            .ShouldBe(Tokenbinding.Waarde(_eigen.RawData), "de dienst controleert het ook");
    }

    [Fact]
    public async Task A_token_that_is_bound_in_an_unknown_way_is_refused()
    {
        using var gateway = await poort.GatewayAsync(_tls);
        foreach (var bewijs in (Dictionary<string, object>[])[new() { ["jkt"] = "x" }, new() { ["x5t#S256"] = "!" }, []])
            await Geweigerd(await Vraag(gateway, "/meldingen/v1/iets", poort.Uitgever.Token("keten", cnf: bewijs), _eigen));
    }

    [Fact]
    public async Task Roles_that_must_have_bound_tokens_pass_without_one_no_more()
    {
        using var gateway = await poort.GatewayAsync([.. _tls, "Aanmelding:Gebonden:0=keten"]);

        await Geweigerd(await Vraag(gateway, "/meldingen/v1/iets", poort.Uitgever.Token("keten"), _eigen));
        (await Vraag(gateway, "/meldingen/v1/iets", Gebonden(), _eigen)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Vraag(gateway, "/meldingen/v1/iets", poort.Uitgever.Token("consulent"), null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_load_balancer_that_is_trusted_may_say_which_certificate_it_saw()
    {
        using var gateway = await poort.GatewayAsync("Proxies:Vertrouwd=127.0.0.1");
        var kop = (Tokenbinding.Kop, Tokenbinding.Waarde(_eigen.RawData));

        (await Vraag(gateway, "/meldingen/v1/iets", Gebonden(), null, kop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Geweigerd(await Vraag(poort.Bezoeker, "/meldingen/v1/iets", Gebonden(), null, kop));
    }

    private string Gebonden() => poort.Uitgever.Token("keten", cnf: new Dictionary<string, object>
    {
        ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(_eigen.RawData)),
    });

    private async Task<HttpResponseMessage> Vraag(
        HttpClient gateway, string pad, string token, X509Certificate2? certificaat, params (string, string)[] koppen)
    {
        var verbinding = new SocketsHttpHandler();
        using var wortel = X509CertificateLoader.LoadCertificateFromFile(_certificaten.Wortel);
        verbinding.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { wortel },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (certificaat is not null) verbinding.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificaat;
        using var client = new HttpClient(verbinding) { BaseAddress = gateway.BaseAddress };
        return await client.Stuur("GET " + pad, new AuthenticationHeaderValue("Bearer", token), koppen: koppen);
    }

    private static Task Geweigerd(HttpResponseMessage antwoord) => antwoord.Probleem(401, "token-zonder-certificaat");
}
