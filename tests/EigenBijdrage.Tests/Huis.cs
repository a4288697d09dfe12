using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.EigenBijdrage.Tests;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

[assembly: AssemblyFixture(typeof(Huis))]

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// EigenBijdrage on its own database, with its own CAK and without the broker, so that a test sees the announcements.
/// </summary>
public class Huis : IAsyncLifetime
{
    public DienstFabriek<EigenBijdrageDb> Dienst { get; private set; } = null!;
    public NepPartner Cak { get; private set; } = null!;
    public DateOnly Vandaag => Dienst.Klok.Vandaag();
    public HttpClient Backoffice => Dienst.Als(Rollen.Backoffice);

    protected virtual bool MetBroker => false;

    /// <summary>Settings that only some tests need.</summary>
    protected virtual Dictionary<string, string> Instellingen => [];

    public async ValueTask InitializeAsync()
    {
        Cak = await NepPartner.StartAsync();
        Dienst = await DienstFabriek.StartAsync<EigenBijdrageDb>(Diensten.EigenBijdrage, MetBroker,
            new Dictionary<string, string>(Instellingen) { ["Partners:Cak:Adres"] = Cak.Adres, ["Gemeente:Code"] = "0034" });
    }

    public async ValueTask DisposeAsync()
    {
        await Dienst.DisposeAsync();
        await Cak.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The messages about this person that the CAK accepted, each once, in order.</summary>
    public IReadOnlyList<Heenbericht> BijCak(string bsn) =>
        [.. Cak.Genomen.Select(b => (Heenbericht)Ketenbericht.Lees(new MemoryStream(b)))
            .Where(b => Bsn(b) == bsn).DistinctBy(b => (b.Soort, b.Identificatie))];

    /// <summary>Waits for the CAK to receive this many messages about this person, and returns the last of them.</summary>
    public async Task<T> CakKrijgt<T>(string bsn, int nummer) where T : Heenbericht =>
        (await Tot.Gevonden(() => Task.FromResult(BijCak(bsn).ElementAtOrDefault(nummer - 1)),
            melding: $"{typeof(T).Name} als bericht {nummer}")).ShouldBeOfType<T>();

    /// <summary>Waits until all post has left, and returns the messages about this person at the CAK.</summary>
    public async Task<IReadOnlyList<Heenbericht>> AllesBijCak(string bsn)
    {
        await Tot.Waar(async () => await Dienst
            .Vraag(db => Task.FromResult(!db.Set<Ketenverkeer.Poststuk>().Any(b => b.Status == Ketenverkeer.Poststatus.TeVerzenden))));
        return BijCak(bsn);
    }

    /// <summary>The CAK receives the message and answers that it agrees.</summary>
    public async Task Akkoord(string bsn, int nummer)
    {
        var bericht = await CakKrijgt(bsn, nummer);
        await Antwoord(Berichten.Akkoord(bericht));
    }

    public Task<Heenbericht> CakKrijgt(string bsn, int nummer) =>
        Tot.Gevonden(() => Task.FromResult(BijCak(bsn).ElementAtOrDefault(nummer - 1)), melding: $"bericht {nummer}");

    public async Task Antwoord(Retourbericht retour)
    {
        using var inhoud = new ByteArrayContent(retour.ToBytes());
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        using var antwoord = await Dienst.Als(Rollen.Keten)
            .PostAsync(new Uri("/eigen-bijdrage/v1/ieb/berichten", UriKind.Relative), inhoud);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted, await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>Runs one round of <c>UitgesteldSignaleren</c>.</summary>
    public Task Ronde() =>
        Dienst.Services.GetServices<IHostedService>().OfType<UitgesteldSignaleren>().Single().Round(CancellationToken.None);

    public async Task<JsonNode> Bijdrage(Guid persoonId) =>
        JsonNode.Parse(await Backoffice.GetStringAsync(new Uri($"/eigen-bijdrage/v1/bijdragen/{persoonId}", UriKind.Relative)))!;

    /// <summary>Whether a signal about this person has to wait.</summary>
    public Task<bool> Wacht(Guid persoonId) =>
        Dienst.Vraag(db => Task.FromResult(db.Bijdragen.Any(b => b.PersoonId == persoonId && b.Wacht)));

    public Task<(int Status, string? Code)> MeldOpnieuw(Guid persoonId) =>
        Doe($"/eigen-bijdrage/v1/bijdragen/{persoonId}/nieuwe-melding", new { });

    /// <summary>The backoffice records that it reported to the CAK by hand.</summary>
    public Task<(int Status, string? Code)> LegVast(Guid persoonId, string soort) =>
        Doe($"/eigen-bijdrage/v1/bijdragen/{persoonId}/vastlegging", new { soort });

    /// <summary>The events about this person, in order.</summary>
    public async Task<IReadOnlyList<T>> Aangekondigd<T>(Guid persoonId) where T : Gebeurtenis =>
        [.. (await Dienst.Aangekondigd()).OfType<T>()
            .Where(g => g.GetType().GetProperty("PersoonId")?.GetValue(g) is Guid id && id == persoonId)];

    public async Task<(int Status, string? Code)> Doe(string pad, object body)
    {
        using var antwoord = await Backoffice.PostAsJsonAsync(pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return ((int)antwoord.StatusCode, tekst.Length == 0 ? null : JsonNode.Parse(tekst)?["code"]?.GetValue<string>());
    }

    /// <summary>The names of the events about this person, in order.</summary>
    public async Task<string> Verhaal(Guid persoonId) =>
        string.Join(' ', (await Dienst.Aangekondigd()).Where(g => g.GetType().GetProperty("PersoonId")?.GetValue(g) is Guid id
            && id == persoonId).Select(g => g.GetType().Name));

    private static string Bsn(Heenbericht bericht) => bericht switch
    {
        Wmo401 start => start.Client.Bsn,
        Wmo403 stop => stop.Client.Bsn,
        _ => "",
    };
}

/// <summary>The answers of the CAK.</summary>
internal static class Berichten
{
    private static int _nummer;

    public static Retourbericht Akkoord(Heenbericht bericht) => Retour.Akkoord(bericht, Identificatie(), Dag(bericht));

    public static Retourbericht Afkeuring(Heenbericht bericht, string code) =>
        Retour.Afgekeurd(bericht, Identificatie(), Dag(bericht), code);

    private static string Identificatie() => $"C{Interlocked.Increment(ref _nummer):00000000000}";

    private static DateOnly Dag(Heenbericht bericht) => bericht.Header.BerichtIdentificatie.Dagtekening;
}
