using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
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
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>
/// Messages over the GGk: in an envelope, in SOAP and over HTTPS, with a client certificate and with a root certificate for the partner.
/// </summary>
public sealed class GgkTests : IAsyncLifetime
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";
    private readonly string _map = Directory.CreateTempSubdirectory("wmo-ggk-").FullName;
    private readonly ConcurrentQueue<(string Certificaat, string Type, string Actie, GgkBericht Bericht)> _genomen = [];

    /// <summary>What the GGk says to the next messages, by their reference; null takes the message.</summary>
    private readonly ConcurrentQueue<Func<Guid, IResult?>> _antwoorden = [];
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
            var bericht = Soap.Lees(new MemoryStream(xml.ToArray()));
            if (_antwoorden.TryDequeue(out var antwoord) && antwoord(bericht.Stuurgegevens.Referentienummer) is { } anders) return anders;
            _genomen.Enqueue((
                http.Connection.ClientCertificate!.Subject, http.Request.ContentType!, http.Request.Headers["SOAPAction"].ToString(),
                bericht));
            return Antwoord(new Bv03(bericht.Stuurgegevens.Referentienummer));
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
        _genomen.ShouldAllBe(g => g.Certificaat == "CN=gemeente-0034" && g.Type == "text/xml; charset=utf-8"
            && g.Actie == "\"http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01\"");

        var retour = Retour.Akkoord(toewijzing, Berichten.Identificatie(), Berichten.Vandaag);
        (await Stuur(new Du01(Stuurgegevens("WMO302", envelop.Stuurgegevens.Referentienummer), Versies, retour.ToBytes()))).StatusCode
            .ShouldBe(HttpStatusCode.OK);

        (await Detail(envelop.Stuurgegevens.Referentienummer))
            .GetProperty("bericht").GetProperty("status").GetString().ShouldBe("beantwoord");
    }

    [Fact]
    public async Task What_comes_in_a_Di01_is_answered_in_a_Du01_that_refers_to_it()
    {
        var (_, toewijzing) = await WijsToe();
        var di = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());

        await Bevestigt(di);
        // The same once more gets the same, and has no second effect.
        await Bevestigt(di);

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

        await Bevestigt(fout);
        await Bevestigt(fout);

        var detail = await Detail(id);
        detail.GetProperty("bericht").GetProperty("status").GetString().ShouldBe("geweigerd");
        detail.GetProperty("bevindingen")[0].GetProperty("code").GetString().ShouldBe("StUF010");
        (await Weigert(Soap.Om(fout with { Stuurgegevens = Stuurgegevens(null, Guid.NewGuid()) }))).ShouldSatisfyAllConditions(
            f => (f.Code, f.Plek).ShouldBe((Fo03.VerwerkingMislukt, Fo03.Client)),
            f => f.Details!.ShouldStartWith("onbekend-heenbericht"));
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

    [Fact]
    public async Task What_the_GGk_refuses_at_once_is_put_aside_with_its_reason()
    {
        _antwoorden.Enqueue(nummer => Antwoord(new Fo03(nummer, "StUF010", Fo03.Client, "De ontvanger is niet aangesloten.")));
        await _dienst.Verwerk(Huis.Beschikking());

        var id = await Uitgaand("geweigerd");
        (await Detail(id)).GetProperty("bevindingen")[0].GetProperty("code").GetString().ShouldBe("StUF010");
        (await _dienst.Als("backoffice").GetFromJsonAsync<JsonElement>($"{Register}/{id}/toelichting"))
            .GetProperty("tekst").GetString().ShouldBe("De ontvanger is niet aangesloten.");
        // It was never taken, so it may go once more, under the same number.
        (await _dienst.Als("backoffice").PostAsync($"{Register}/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Krijgt(g => g is Di01)).Stuurgegevens.Referentienummer.ShouldBe(id);
    }

    public static TheoryData<string> Onzekerheden => ["zelf-even-niet", "antwoord-op-iets-anders", "geen-soap", "fault-zonder-reden"];

    [Theory, MemberData(nameof(Onzekerheden))]
    public async Task Unless_the_GGk_says_that_it_has_a_message_the_message_goes_again(string geval)
    {
        var gezien = new ConcurrentQueue<Guid>();
        _antwoorden.Enqueue(nummer =>
        {
            gezien.Enqueue(nummer);
            return geval switch
            {
                "zelf-even-niet" => Antwoord(new Fo03(nummer, Fo03.VerwerkingMislukt, Fo03.Server)),
                "antwoord-op-iets-anders" => Antwoord(new Bv03(Guid.NewGuid())),
                "geen-soap" => Results.Ok(),
                _ => Results.StatusCode(500),
            };
        });

        var (envelop, _) = await WijsToe();

        envelop.Stuurgegevens.Referentienummer.ShouldBe(gezien.ShouldHaveSingleItem());
        await Uitgaand("verzonden");
    }

    [Fact]
    public async Task What_is_no_message_of_the_contract_gets_a_Fault_and_changes_nothing()
    {
        var (envelop, toewijzing) = await WijsToe();
        var start = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());
        var goed = Encoding.UTF8.GetString(Soap.Om(start));

        (await Weigert(start.ToBytes())).ShouldSatisfyAllConditions(
            f => (f.Code, f.Plek, f.CrossRefnummer).ShouldBe((Fo03.NietConformSchema, Fo03.Client, null)),
            f => f.Details!.ShouldContain("Envelope"));
        (await Weigert(Encoding.UTF8.GetBytes(goed.Replace("StUF:tijdstipBericht>", "StUF:tijdstip>")))).Details!
            .ShouldContain("tijdstipBericht");
        (await Weigert(Encoding.UTF8.GetBytes(goed), actie: Soap.Actie(envelop) + "2")).Details!.ShouldContain("SOAPAction");
        // A message of another chain.
        var ander = start with { XmlBestand = Encoding.UTF8.GetBytes("<a/>") };
        (await Weigert(Soap.Om(ander))).CrossRefnummer.ShouldBe(start.Stuurgegevens.Referentienummer);

        (await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Richting == Richting.Inkomend))).ShouldBe(0);
    }

    [Fact]
    public async Task The_sender_of_a_message_that_breaks_its_schema_hears_why_and_a_user_finds_it()
    {
        var (_, toewijzing) = await WijsToe();
        var goed = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());
        var stuk = goed with
        {
            XmlBestand = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(goed.XmlBestand.Span)
                .Replace("StatusAanlevering>1<", "StatusAanlevering>één<", StringComparison.Ordinal)),
        };

        // Also when it is offered again.
        for (var keer = 0; keer < 2; keer++)
            (await Weigert(Soap.Om(stuk))).ShouldSatisfyAllConditions(
                f => (f.Code, f.Plek, f.CrossRefnummer)
                    .ShouldBe((Fo03.NietConformSchema, Fo03.Client, stuk.Stuurgegevens.Referentienummer)),
                f => f.Details!.ShouldContain("StatusAanlevering"), f => f.Details!.ShouldNotContain("één"));

        (await _dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}?richting=inkomend&status=onleesbaar"))
            .GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_sender_of_the_envelope_is_the_sender_of_the_message()
    {
        var (envelop, toewijzing) = await WijsToe();
        var start = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());
        var retour = new Du01(Stuurgegevens("WMO302", envelop.Stuurgegevens.Referentienummer), Versies,
            Retour.Akkoord(toewijzing, Berichten.Identificatie(), Berichten.Vandaag).ToBytes());

        foreach (var bericht in (GgkBericht[])[start, retour])
        {
            var vreemd = bericht with { Stuurgegevens = bericht.Stuurgegevens with { Zender = new(Huis.DeBrug, "GGk") } };
            using var antwoord = await Stuur(vreemd);
            (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
                a => a.StatusCode.ShouldBe(HttpStatusCode.Forbidden), a => a.Item2.ShouldContain("andere-afzender"));
        }
        (await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Richting == Richting.Inkomend))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_deliver_hears_that_from_HTTP()
    {
        var (_, toewijzing) = await WijsToe();
        var start = new Di01(Stuurgegevens("WMO305", null), Versies, Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());
        (await Stuur(Soap.Om(start), Soap.Actie(start), "consulent")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Guid> Uitgaand(string status) => Guid.Parse(await Tot.Gevonden(async () =>
        (await _dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"{Register}?richting=uitgaand&status={status}"))
            .GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).FirstOrDefault()));

    private static IResult Antwoord(StufAntwoord antwoord) => Results.Text(
        Encoding.UTF8.GetString(Soap.Om(antwoord, DateTime.UtcNow)), "text/xml", statusCode: antwoord is Fo03 ? 500 : 200);

    private async Task Bevestigt(GgkBericht bericht)
    {
        using var antwoord = await Stuur(bericht);
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.OK, "text/xml; charset=utf-8"));
        Soap.LeesAntwoord(await antwoord.Content.ReadAsStreamAsync()).ShouldBe(new Bv03(bericht.Stuurgegevens.Referentienummer));
    }

    private async Task<Fo03> Weigert(byte[] soap, string? actie = null)
    {
        using var antwoord = await Stuur(soap, actie);
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.ToString())
            .ShouldBe((HttpStatusCode.InternalServerError, "text/xml; charset=utf-8"));
        return Soap.LeesAntwoord(await antwoord.Content.ReadAsStreamAsync()).ShouldBeOfType<Fo03>();
    }

    private async Task<(Di01 Envelop, Wmo301 Toewijzing)> WijsToe()
    {
        var beschikking = Huis.Beschikking();
        await _dienst.Verwerk(beschikking);
        var di = (Di01)await Krijgt(g => g is Di01);
        return (di, (Wmo301)Ketenbericht.Lees(new MemoryStream(di.XmlBestand.ToArray())));
    }

    private Task<GgkBericht> Krijgt(Func<GgkBericht, bool> past) =>
        Tot.Gevonden(() => Task.FromResult(_genomen.Select(g => g.Bericht).FirstOrDefault(past)));

    private Task<HttpResponseMessage> Stuur(GgkBericht bericht) => Stuur(Soap.Om(bericht), Soap.Actie(bericht));

    private Task<HttpResponseMessage> Stuur(byte[] soap, string? actie, string rol = "keten")
    {
        var inhoud = new ByteArrayContent(soap);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" };
        var verzoek = new HttpRequestMessage(HttpMethod.Post, Register) { Content = inhoud };
        if (actie is not null) verzoek.Headers.Add("SOAPAction", $"\"{actie}\"");
        return _dienst.Als(rol).SendAsync(verzoek);
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
