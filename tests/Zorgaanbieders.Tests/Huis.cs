using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// Zorgaanbieders on its own database, with its own GGk and without the broker, so that a test sees the announcements.
/// </summary>
public class Huis : IAsyncLifetime
{
    public const string ZorgDichtbij = "12345678";
    public const string DeBrug = "87654321";

    private static int _nummer;

    public DienstFabriek<ZorgaanbiedersDb> Dienst { get; private set; } = null!;
    public NepGgk Ggk { get; private set; } = null!;

    protected virtual bool MetBroker => false;

    /// <summary>Settings that only some tests need.</summary>
    protected virtual Dictionary<string, string> Instellingen => [];

    public async ValueTask InitializeAsync()
    {
        Ggk = await NepGgk.StartAsync();
        Dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, MetBroker,
            new Dictionary<string, string>(Instellingen) { ["Partners:Ggk:Adres"] = Ggk.Adres, ["Gemeente:Code"] = "0034" },
            diensten =>
            {
                diensten.TryAddScoped<IReaction<BeschikkingBekendgemaakt>, BijBeschikkingBekendgemaakt>();
                diensten.TryAddScoped<IReaction<VoorzieningGewijzigd>, BijVoorzieningGewijzigd>();
                diensten.TryAddScoped<IReaction<BudgetBeeindigd>, BijBudget>();
            });
        await Contracteer(ZorgDichtbij, "Zorg Dichtbij");
        await Contracteer(DeBrug, "De Brug");
    }

    /// <summary>A contract for begeleiding; an omitted part is not agreed.</summary>
    public async Task Contracteer(
        string agb, string naam = "Test", string categorie = "02", string geldigVan = "2026-01-01", string? geldigTot = null,
        int? capaciteit = null, int? opzegtermijnDagen = null, params string[] codes)
    {
        var http = Dienst.Als("beheer");
        var pad = $"/zorgaanbieders/v1/zorgaanbieders/{agb}";
        // Another test may have recorded a contract before.
        if ((await http.GetAsync(pad)).Headers.ETag is { } etag) http.DefaultRequestHeaders.IfMatch.Add(etag);
        (await http.PutAsJsonAsync(pad, new
        {
            naam,
            productcategorieen = new[] { categorie },
            geldigVan,
            geldigTot,
            capaciteit,
            opzegtermijnDagen,
            productcodes = codes
        })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Dienst.DisposeAsync();
        await Ggk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static Persoonsgegevens Persoon(string? bsn = null) =>
        new(bsn ?? TestBsn.Nieuw(), new("Aastra", "van der", "Test", "T"), new(1950, 2, 3), null, 2,
        new("Zeeweg", 12, "a", null, "1301AB", "Almere"));

    public static BeschikteVoorziening Hulp(
        string agb = ZorgDichtbij, Uitkomst uitkomst = Uitkomst.Toekennen, Leveringsvorm vorm = Leveringsvorm.Zin, string code = "02A01") =>
        new(
            Guid.CreateVersion7(), uitkomst, new("02", code), new(3, "04", "2"), new(new(2026, 1, 1), new(2099, 12, 31)), vorm,
            vorm == Leveringsvorm.Zin ? agb : null,
            vorm == Leveringsvorm.Zin ? null : 1000);

    public static BeschikkingBekendgemaakt Beschikking(
        Persoonsgegevens? persoon = null, Guid? persoonId = null, bool geenBerichten = false, string wijkteam = "wijkteam-haven",
        params BeschikteVoorziening[] hulp)
    {
        var nummer = Interlocked.Increment(ref _nummer);
        return new(
            Guid.CreateVersion7(), Nummers.Beschikkingnummer(2026, nummer), new(2026, 1, 5),
            new("bezwaar", new(2026, 1, 5), new(2026, 2, 16), "Awb 6:7"),
            persoonId ?? Guid.CreateVersion7(), wijkteam, hulp is [] ? [Hulp()] : hulp, geenBerichten, new(persoon ?? Persoon()))
        {
            Dossiernummer = Nummers.Dossiernummer(2026, nummer),
            AggregaatId = Guid.CreateVersion7(),
            Versie = 1,
            Op = DateTimeOffset.UtcNow
        };
    }

    /// <summary>The assignment that follows from a beschikking.</summary>
    public static Toewijzingen.Toewijzing Toegewezen(BeschikkingBekendgemaakt beschikking, long nummer, Vault kluis, DateTimeOffset nu)
    {
        var hulp = Hulp();
        return Toewijzingen.Toewijzing.Bij(
            new(beschikking.Dossiernummer, beschikking.BeschikkingId, beschikking.PersoonId, beschikking.Wijkteam, beschikking.Op,
                beschikking.Persoon.Waarde, Afgeschermd: false),
            hulp.VoorzieningId, volgnummer: 1, new(hulp.Agb!, hulp.Product, hulp.Omvang, hulp.Periode), nummer, kluis, nu);
    }

    /// <summary>A later decision on a voorziening of a beschikking.</summary>
    public static VoorzieningGewijzigd Besluit(
        BeschikkingBekendgemaakt eerste, Guid voorzieningId, int stand, params Voorzieningdeel[] delen) => new(
            voorzieningId, stand, Besluitsoort.Herziening, Guid.CreateVersion7(), $"{eerste.Beschikkingnummer}-{stand}", new(2026, 1, 6),
            eerste.Bezwaartermijn, eerste.PersoonId, eerste.Wijkteam, delen, eerste.GeenBerichtenverkeer, eerste.Persoon)
        {
            Dossiernummer = eerste.Dossiernummer,
            AggregaatId = voorzieningId,
            Versie = stand - 1,
            Op = eerste.Op.AddMinutes(stand),
        };

    /// <summary>Help is assigned, and the GGk has its WMO301.</summary>
    public async Task<Wmo301> WijsToe(BeschikkingBekendgemaakt beschikking)
    {
        await Dienst.Verwerk(beschikking);
        return await Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);
    }

    /// <summary>Help is assigned and has started.</summary>
    public async Task<(Wmo301 Toewijzing, Wmo305 Start)> Start(DateOnly begin)
    {
        var toewijzing = await WijsToe(Beschikking());
        var start = Berichten.Start(toewijzing, begin);
        (await Lever(start)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (toewijzing, start);
    }

    /// <summary>The next decision on the voorziening of an assignment is made known.</summary>
    /// <param name="nummer">The assignment.</param>
    /// <param name="delen">The parts from now on, made from the first part that is granted now.</param>
    public async Task Beslist(long nummer, Func<Voorzieningdeel, Voorzieningdeel[]> delen)
    {
        var (t, v) = await Dienst.Vraag(async db =>
        {
            var t = await db.Toewijzingen.SingleAsync(t => t.Toewijzingnummer == nummer);
            return (t, await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == t.VoorzieningId));
        });
        var persoon = t.Persoon(Dienst.Services.GetRequiredService<Vault>());
        var eerste = Beschikking(persoon, t.PersoonId, wijkteam: t.Wijkteam) with { Dossiernummer = t.Dossiernummer };
        await Dienst.Verwerk(Besluit(eerste, t.VoorzieningId, v.Stand + 1, delen(v.Delen[0])));
    }

    /// <summary>It is decided that the help ends on another day.</summary>
    public Task BeslistTot(long nummer, DateOnly einddatum) =>
        Beslist(nummer, deel => [deel with { Periode = deel.Periode with { Einddatum = einddatum } }]);

    /// <summary>The municipality announces that the last day of the help comes near.</summary>
    public async Task NadertEinde(long nummer, DateOnly einddatum, int versie)
    {
        var t = await Dienst.Vraag(db => db.Toewijzingen.SingleAsync(t => t.Toewijzingnummer == nummer));
        await Dienst.Verwerk(new EindeVoorzieningNadert(t.VoorzieningId, einddatum)
        {
            Dossiernummer = t.Dossiernummer,
            AggregaatId = t.VoorzieningId,
            Versie = versie,
            Op = DateTimeOffset.UtcNow,
        });
    }

    public Task<HttpResponseMessage> Lever(Ketenbericht bericht) => Lever(bericht.ToBytes());

    public Task<HttpResponseMessage> Lever(byte[] xml, string rol = "keten")
    {
        var inhoud = new ByteArrayContent(xml);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        return Dienst.Als(rol).PostAsync("/zorgaanbieders/v1/iwmo/berichten", inhoud);
    }

    public Task<HttpResponseMessage> Lever(string xml) => Lever(Encoding.UTF8.GetBytes(xml));

    /// <summary>Delivers a start or stop and waits for its retour at the GGk.</summary>
    public async Task<T> Retour<T>(Heenbericht bericht) where T : Retourbericht
    {
        (await Lever(bericht)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return await Ggk.Krijgt<T>(retour => retour.Header.BerichtIdentificatie == bericht.Header.BerichtIdentificatie);
    }

    public async Task<JsonElement> Toewijzing(long nummer) =>
        await Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/toewijzingen/{nummer}");

    public async Task<string> Status(Wmo301 toewijzing) =>
        (await Toewijzing(Berichten.Nummer(toewijzing))).GetProperty("toewijzing").GetProperty("status").GetString()!;

    /// <summary>The announcements about this assignment.</summary>
    public async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(Wmo301 toewijzing)
    {
        var id = await Dienst.Vraag(db => Task.FromResult(
            db.Toewijzingen.Single(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing)).Id));
        return [.. (await Dienst.Aangekondigd()).Where(g => g.AggregaatId == id && g is not ZorgAfgesproken)];
    }
}

/// <summary>The messages of a provider.</summary>
internal static class Berichten
{
    private static int _nummer;

    public static long Nummer(Wmo301 toewijzing) => toewijzing.Client.ToegewezenProducten[^1].ToewijzingNummer;

    public static string Identificatie() => $"T{Interlocked.Increment(ref _nummer):0000000000}";

    public static DateOnly Vandaag => TestKlok.Vandaag;

    public static Wmo302 Akkoord(Wmo301 toewijzing) => (Wmo302)Retour.Akkoord(toewijzing, Identificatie(), Vandaag);

    public static Wmo302 Afkeuring(Wmo301 toewijzing, string code) => (Wmo302)Retour.Afgekeurd(toewijzing, Identificatie(), Vandaag, code);

    public static Wmo305 Start(
        Wmo301 toewijzing, DateOnly begin, string? afzender = null, string? bsn = null, long? nummer = null, string status = "1")
    {
        var (client, product) = (toewijzing.Client, toewijzing.Client.ToegewezenProducten[^1]);
        return new(new Header(afzender ?? toewijzing.Header.Ontvanger, toewijzing.Header.Afzender, Identificatie(), Vandaag),
            new Wmo305Client(bsn ?? client.Bsn, client.Geboortedatum, client.Geslacht, new(client.Naam.Geslachtsnaam),
                [new StartProduct(nummer ?? product.ToewijzingNummer, product.Product, product.Ingangsdatum, begin, status)]));
    }

    public static Wmo307 Stop(Wmo305 start, DateOnly eind, string reden, string status = "1")
    {
        var (client, product) = (start.Client, start.Client.StartProducten[0]);
        return new(new Header(start.Header.Afzender, start.Header.Ontvanger, Identificatie(), Vandaag),
            new Wmo307Client(client.Bsn, client.Geboortedatum, client.Geslacht, client.Naam,
                [new StopProduct(product.ToewijzingNummer, product.Product, product.ToewijzingIngangsdatum, product.Begindatum, reden, eind,
                    status)]));
    }
}
