using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Verbindingen;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>Which certificates a connection shows and trusts is a setting.</summary>
public sealed class CertificatenTests : IDisposable
{
    private readonly Testcertificaten _certificaten = new();

    [Fact]
    public async Task A_server_is_trusted_by_the_roots_of_the_setting_and_sees_our_certificate()
    {
        var (certificaat, sleutel) = _certificaten.Bewaar(_certificaten.Maak("gemeente-0034"));
        await using var server = await Server(_certificaten.Maak("partner"));
        (await Vraag(server, ("Vertrouwd", _certificaten.Wortel), ("Certificaat", certificaat), ("Certificaatsleutel", sleutel),
            ("Intrekking", "false"))).ShouldBe("CN=gemeente-0034");
    }

    [Fact]
    public async Task A_server_of_another_root_is_refused()
    {
        using var andere = new Testcertificaten();
        await using var server = await Server(_certificaten.Maak("partner"));
        await Should.ThrowAsync<HttpRequestException>(() => Vraag(server, ("Vertrouwd", andere.Wortel), ("Intrekking", "false")));
    }

    [Fact]
    public async Task A_certificate_that_was_revoked_is_refused()
    {
        await using var lijst = Maak(k => k.Listen(IPAddress.Loopback, 0));
        byte[] inhoud = [];
        lijst.MapGet("/crl", () => Results.Bytes(inhoud, "application/pkix-crl"));
        await lijst.StartAsync();
        var (goed, ingetrokken) = (_certificaten.Maak("goed", Adres(1)), _certificaten.Maak("ingetrokken", Adres(2)));
        inhoud = _certificaten.Lijst(ingetrokken);

        await using var goede = await Server(goed);
        await using var slechte = await Server(ingetrokken);
        await Vraag(goede, ("Vertrouwd", _certificaten.Wortel));
        await Should.ThrowAsync<HttpRequestException>(() => Vraag(slechte, ("Vertrouwd", _certificaten.Wortel)));

        // The system keeps a list by its address.
        string Adres(int nummer) => $"{lijst.Urls.First()}/crl?{nummer}-{Guid.NewGuid():N}";
    }

    [Fact]
    public void A_file_that_cannot_be_read_names_the_setting() =>
        Should.Throw<InvalidOperationException>(() => Instellingen(("Vertrouwd", "/bestaat/niet.pem")).LeesTls("Partner", false))
            .Message.ShouldStartWith("Partner:Vertrouwd");

    public void Dispose() => _certificaten.Dispose();

    private static async Task<WebApplication> Server(X509Certificate2 certificaat)
    {
        var server = Maak(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(h =>
        {
            h.ServerCertificate = certificaat;
            h.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            h.AllowAnyClientCertificate();
        })));
        server.MapGet("/", (HttpContext http) => http.Connection.ClientCertificate?.Subject ?? "");
        await server.StartAsync();
        return server;
    }

    private static WebApplication Maak(Action<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions> stel)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(stel);
        return builder.Build();
    }

    private static async Task<string> Vraag(WebApplication server, params (string, string)[] instellingen)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = Instellingen(instellingen).LeesTls("Partner", intrekking: true),
        });
        return await http.GetStringAsync(new Uri(server.Urls.First()));
    }

    private static IConfigurationRoot Instellingen(params (string Naam, string Waarde)[] instellingen) => new ConfigurationBuilder()
        .AddInMemoryCollection(instellingen.ToDictionary(i => $"Partner:{i.Naam}", i => (string?)i.Waarde)).Build();
}
