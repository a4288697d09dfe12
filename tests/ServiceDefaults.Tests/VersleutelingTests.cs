using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>Outside Development everything goes over TLS, or the process does not start.</summary>
public sealed class VersleutelingTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Acceptatie")]
    public void A_plain_address_is_refused_outside_Development_without_its_value(string omgeving)
    {
        var builder = Builder(omgeving, ("Partners:Brp:Adres", "http://wie:geheim@brp.example/personen"));
        var fout = Should.Throw<InvalidOperationException>(() => builder.VerplichtAdres("Partners:Brp:Adres", "waar de BRP is"));
        fout.Message.ShouldStartWith("Partners:Brp:Adres is geen beveiligde verbinding");
        fout.Message.ShouldNotContain("geheim");
    }

    [Theory]
    [InlineData("Development", "http://brp.example/personen")]
    [InlineData("Production", "https://brp.example/personen")]
    [InlineData("Production", "http://brp:8080/brp")]
    public void An_address_with_https_or_on_the_list_is_taken(string omgeving, string adres) =>
        Builder(omgeving, ("A", adres), ("Verbindingen:Onversleuteld", "postgres, BRP"))
            .VerplichtAdres("A", "").OriginalString.ShouldBe(adres);

    [Theory]
    [InlineData("http://localhost:8090/brp")]
    [InlineData("http://127.0.0.1:8090/brp")]
    [InlineData("http://[::1]:8090/brp")]
    public void Loopback_is_no_exception(string adres) =>
        Should.Throw<InvalidOperationException>(() => Builder("Production", ("A", adres)).VerplichtAdres("A", ""));

    [Fact]
    public void A_plain_issuer_is_refused_outside_Development() => Should.Throw<InvalidOperationException>(Builder("Production",
        ("Aanmelding:Authority", "http://aanmelden.example"), ("Aanmelding:Audience", "x")).AddAanmelding)
            .Message.ShouldContain("Aanmelding:Authority");

    [Fact]
    public void Plain_telemetry_is_refused_outside_Development() => Should.Throw<InvalidOperationException>(() => Builder("Production",
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://dashboard:18889")).AddServiceDefaults())
            .Message.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT");

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://127.0.0.1:0")]
    public async Task A_process_that_listens_without_TLS_does_not_start_outside_Development(string adres)
    {
        await using var proces = Luister(adres);
        (await Should.ThrowAsync<InvalidOperationException>(() => proces.StartAsync())).Message
            .ShouldContain("Kestrel__Certificates__Default__Path");
    }

    [Fact]
    public async Task A_process_listens_without_TLS_only_by_a_setting_of_its_own()
    {
        await using var wel = Luister("http://0.0.0.0:0", ("Verbindingen:LuisterenOnversleuteld", "true"));
        await wel.StartAsync();

        await using var niet = Luister("http://0.0.0.0:0", ("Verbindingen:Onversleuteld", "postgres"));
        await Should.ThrowAsync<InvalidOperationException>(() => niet.StartAsync());
    }

    [Fact]
    public async Task A_process_that_listens_with_a_certificate_of_the_settings_starts()
    {
        using var certificaten = new Testcertificaten();
        var (certificaat, sleutel) = certificaten.Bewaar(certificaten.Maak("dienst"));
        await using var proces = Luister("https://0.0.0.0:0",
            ("Kestrel:Certificates:Default:Path", certificaat), ("Kestrel:Certificates:Default:KeyPath", sleutel));
        await proces.StartAsync();
    }

    [Fact]
    public async Task Hosts_without_TLS_are_warned_of_at_each_start()
    {
        using var regels = new Regelboek("WmoPlatform.ServiceDefaults.Verbindingen.Luisterwacht");
        await using var proces = Luister("http://127.0.0.1:0", ("Verbindingen:Onversleuteld", "postgres,rabbitmq"),
            ("Verbindingen:LuisterenOnversleuteld", "true"));
        proces.Services.GetRequiredService<ILoggerFactory>().AddProvider(regels);
        await proces.StartAsync();
        regels.Regels.ShouldContain(r => r.Contains("postgres, rabbitmq", StringComparison.Ordinal));
    }

    private static WebApplication Luister(string adres, params (string, string)[] instellingen)
    {
        var builder = Builder("Production", instellingen);
        builder.WebHost.UseUrls(adres);
        builder.AddServiceDefaults();
        return builder.Build();
    }

    private static WebApplicationBuilder Builder(string omgeving, params (string Naam, string Waarde)[] instellingen)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = omgeving });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(instellingen.ToDictionary(i => i.Naam, i => (string?)i.Waarde));
        return builder;
    }
}
