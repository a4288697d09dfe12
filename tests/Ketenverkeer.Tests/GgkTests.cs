using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>
/// Messages over the GGk: in an envelope and over HTTPS, with a client certificate and with a root certificate for the partner.
/// </summary>
public sealed class GgkTests : IAsyncLifetime
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private readonly string _map = Directory.CreateTempSubdirectory("wmo-ggk-").FullName;
    private readonly System.Collections.Concurrent.ConcurrentQueue<(string Certificaat, byte[] Xml)> _genomen = [];
    private WebApplication _ggk = null!;
    private DienstFabriek<ZorgaanbiedersDb> _dienst = null!;

    public async ValueTask InitializeAsync()
    {
        using var server = Zelfgetekend("localhost");
        using var client = Zelfgetekend("gemeente-0034");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pkcs12), null),
                ClientCertificateMode = ClientCertificateMode.RequireCertificate,
                ClientCertificateValidation = (certificaat, _, _) => certificaat.Subject == "CN=gemeente-0034",
            })));
        _ggk = builder.Build();
        _ggk.MapPost("/ggk", async (HttpContext http) =>
        {
            using var xml = new MemoryStream();
            await http.Request.Body.CopyToAsync(xml);
            _genomen.Enqueue((http.Connection.ClientCertificate!.Subject, xml.ToArray()));
            return Results.Accepted();
        });
        await _ggk.StartAsync();

        var (certificaat, sleutel, wortel) =
            (Path.Combine(_map, "client.pem"), Path.Combine(_map, "client.key"), Path.Combine(_map, "wortel.pem"));
        await File.WriteAllTextAsync(certificaat, client.ExportCertificatePem());
        await File.WriteAllTextAsync(sleutel, client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(wortel, server.ExportCertificatePem());
        _dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, false,
            new Dictionary<string, string>
            {
                ["Partners:Ggk:Transport"] = "ggk",
                ["Partners:Ggk:Adres"] = _ggk.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/ggk",
                ["Partners:Ggk:Certificaat"] = certificaat,
                ["Partners:Ggk:Certificaatsleutel"] = sleutel,
                ["Partners:Ggk:Vertrouwd"] = wortel,
                ["Gemeente:Code"] = "0034",
            },
            diensten =>
            {
                diensten.TryAddScoped<IReaction<BeschikkingBekendgemaakt>, BijBeschikkingBekendgemaakt>();
                diensten.TryAddScoped<IReaction<BudgetBeeindigd>, BijBudget>();
            });
        (await _dienst.Als("beheer").PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}",
            new { naam = "Zorg Dichtbij", productcategorieen = (string[])["02"], geldigVan = "2026-01-01" })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _dienst.DisposeAsync();
        await _ggk.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    [Fact]
    public async Task A_message_goes_in_a_Di01_with_our_certificate_and_its_retour_in_a_Du01()
    {
        var (envelop, toewijzing) = await WijsToe();
        envelop.Stuurgegevens.ShouldSatisfyAllConditions(
            s => (s.Zender.Organisatie, s.Ontvanger.Organisatie, s.Functie, s.CrossRefnummer)
                .ShouldBe(("0034", Huis.ZorgDichtbij, "WMO301", null)),
            s => s.Referentienummer.Version.ShouldBe(4));
        _genomen.ShouldAllBe(g => g.Certificaat == "CN=gemeente-0034");

        var retour = Retour.Akkoord(toewijzing, Berichten.Identificatie(), Berichten.Vandaag);
        (await Stuur(new Du01(Stuurgegevens("WMO302", envelop.Stuurgegevens.Referentienummer), Versies, retour.ToBytes()))).StatusCode
            .ShouldBe(HttpStatusCode.Accepted);

        (await Detail(envelop.Stuurgegevens.Referentienummer))
            .GetProperty("bericht").GetProperty("status").GetString().ShouldBe("beantwoord");
    }

    [Fact]
    public async Task What_comes_in_a_Di01_is_answered_in_a_Du01_that_refers_to_it()
    {
        var (_, toewijzing) = await WijsToe();
        var di = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());

        (await Stuur(di)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var du = (Du01)await Krijgt(g => g is Du01);
        (du.Stuurgegevens.CrossRefnummer, du.Stuurgegevens.Functie).ShouldBe((di.Stuurgegevens.Referentienummer, "WMO306"));
        Ketenbericht.Lees(new MemoryStream(du.XmlBestand.ToArray())).ShouldBeOfType<Wmo306>().IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_GGk_could_not_deliver_is_put_aside_with_its_reason()
    {
        var (envelop, _) = await WijsToe();
        var id = envelop.Stuurgegevens.Referentienummer;
        await Tot.Waar(async () => (await Detail(id)).GetProperty("bericht").GetProperty("status").GetString() == "verzonden");
        var fout = new Fo01(Stuurgegevens(null, id), "StUF010", "client", "De ontvanger is niet aangesloten.", "Aansluiting 7", "<a/>");

        (await Stuur(fout)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Stuur(fout)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var detail = await Detail(id);
        detail.GetProperty("bericht").GetProperty("status").GetString().ShouldBe("geweigerd");
        detail.GetProperty("bevindingen")[0].GetProperty("code").GetString().ShouldBe("StUF010");
        (await Stuur(fout with { Stuurgegevens = Stuurgegevens(null, Guid.NewGuid()) })).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_words_of_the_GGk_are_sealed_and_whoever_reads_them_is_noted()
    {
        var (envelop, toewijzing) = await WijsToe();
        var (id, bsn) = (envelop.Stuurgegevens.Referentienummer, toewijzing.Client.Bsn);
        await Stuur(new Fo01(Stuurgegevens(null, id), "StUF010", "client", $"De client {bsn} is onbekend."));

        (await _dienst.Als("beheer").GetStringAsync($"{Register}/{id}")).ShouldNotContain(bsn);
        (await _dienst.Vraag(db => db.Database.SqlQuery<string>($"SELECT p::text AS \"Value\" FROM poststuk p").ToListAsync()))
            .ShouldAllBe(rij => !rij.Contains(bsn));
        (await _dienst.Als("beheer").GetAsync($"{Register}/{id}/toelichting")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _dienst.Als("backoffice").GetFromJsonAsync<JsonElement>($"{Register}/{id}/toelichting"))
            .GetProperty("tekst").GetString()!.ShouldContain(bsn);
        (await _dienst.Als("auditor").GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/inzagelog?onderwerp=id/{id}"))
            .GetProperty("items").EnumerateArray().ShouldContain(i => i.GetProperty("status").GetInt32() == 200);
        // A report is about the road and not about the message, so the same message may go once more.
        (await _dienst.Als("backoffice").PostAsync($"{Register}/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Tot.Waar(() => _genomen.Count == 2);
    }

    private async Task<(Di01 Envelop, Wmo301 Toewijzing)> WijsToe()
    {
        var beschikking = Huis.Beschikking();
        await _dienst.Verwerk(beschikking);
        var di = (Di01)await Krijgt(g => g is Di01);
        return (di, (Wmo301)Ketenbericht.Lees(new MemoryStream(di.XmlBestand.ToArray())));
    }

    private Task<GgkBericht> Krijgt(Func<GgkBericht, bool> past) =>
        Tot.Gevonden(() => Task.FromResult(_genomen.Select(g => GgkBericht.Lees(new MemoryStream(g.Xml))).FirstOrDefault(past)));

    private Task<HttpResponseMessage> Stuur(GgkBericht envelop)
    {
        var inhoud = new ByteArrayContent(envelop.ToBytes());
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        return _dienst.Als("keten").PostAsync(Register, inhoud);
    }

    private async Task<JsonElement> Detail(Guid id) => await _dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}/{id}");

    private static GgkParameters Versies => new(1, 0, 3, 2);

    private static GgkStuurgegevens Stuurgegevens(string? functie, Guid? cross) =>
        new(new(Huis.ZorgDichtbij, "GGk"), new("0034", "WmoPlatform"), Guid.NewGuid(),
            new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified), cross, functie);

    private static X509Certificate2 Zelfgetekend(string naam)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest($"CN={naam}", sleutel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        namen.AddDnsName(naam);
        verzoek.CertificateExtensions.Add(namen.Build());
        return verzoek.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(10));
    }
}
