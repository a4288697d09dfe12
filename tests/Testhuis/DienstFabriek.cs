using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Testhuis;

/// <summary>Starts services for their tests.</summary>
public static class DienstFabriek
{
    private static readonly Lazy<Task<Uitgever>> Uitgever = new(Testhuis.Uitgever.StartAsync);

    /// <summary>Starts the service and waits until it listens.</summary>
    /// <param name="dienst">One of <see cref="Diensten"/>.</param>
    /// <param name="metBroker">Whether relay and consumers run.</param>
    /// <param name="instellingen">Extra settings, which override the defaults, for instance <c>["Partners:Brp:Adres"]</c>.</param>
    /// <param name="diensten">Replaces parts of the service.</param>
    public static Task<DienstFabriek<TDb>> StartAsync<TDb>(
        string dienst, bool metBroker = false, IReadOnlyDictionary<string, string>? instellingen = null,
            Action<IServiceCollection>? diensten = null) where TDb : ServiceDb =>
        StartAsync<TDb>(dienst, metBroker ? () => TestVhost.NieuwAsync(dienst) : null, null, new TestKlok(), null, instellingen, diensten);

    /// <summary>
    /// Starts the service as a part of a platform in this process: on the virtual host and with the clock of the others, on its own port.
    /// </summary>
    /// <param name="dienst">One of <see cref="Diensten"/>.</param>
    /// <param name="vhost">The virtual host of the platform, which outlives the service.</param>
    /// <param name="klok">The one clock.</param>
    /// <param name="poort">The port on which it listens.</param>
    /// <param name="instellingen">Extra settings, which override the defaults.</param>
    public static Task<DienstFabriek<TDb>> StartAsync<TDb>(
        string dienst, TestVhost vhost, TestKlok klok, int poort, IReadOnlyDictionary<string, string> instellingen) where TDb : ServiceDb =>
        StartAsync<TDb>(dienst, null, vhost, klok, poort, instellingen, null);

    private static async Task<DienstFabriek<TDb>> StartAsync<TDb>(
        string dienst, Func<Task<TestVhost>>? eigenVhost, TestVhost? gedeeld, TestKlok klok, int? poort,
        IReadOnlyDictionary<string, string>? instellingen, Action<IServiceCollection>? diensten) where TDb : ServiceDb
    {
        var uitgever = await Uitgever.Value;
        var database = await TestDatabase.NieuwAsync(dienst);
        var eigen = eigenVhost is null ? null : await eigenVhost();
        var (vhost, metBroker) = (gedeeld ?? eigen, gedeeld is not null || eigen is not null);
        var alle = new Dictionary<string, string>
        {
            [$"ConnectionStrings:{dienst}"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = vhost?.VoorDienst(dienst) ?? "amqp://127.0.0.1:1/geen",
            ["Aanmelding:Authority"] = uitgever.Authority,
            ["Aanmelding:Audience"] = Testhuis.Uitgever.Audience,
            ["Partners:Ggk:Afleveraars"] = "testclient:*",
            ["Partners:Svb:Afleveraars"] = "testclient:*",
            ["Partners:Cak:Afleveraars"] = "testclient:*",
            ["Messaging:RelayAan"] = metBroker ? "true" : "false",
            ["Messaging:OntvangstAan"] = metBroker ? "true" : "false",
            ["Messaging:Peiling"] = "00:00:00.050",
            ["Messaging:Herbezorging:0"] = "00:00:00.100",
            ["Messaging:Herbezorging:1"] = "00:00:00.500",
            ["Messaging:Herbezorging:2"] = "00:00:02",
        };
        foreach (var (naam, waarde) in Sleutels.Instellingen(dienst)) alle[naam] = waarde;
        foreach (var (naam, waarde) in instellingen ?? new Dictionary<string, string>()) alle[naam] = waarde;
        var fabriek = new DienstFabriek<TDb>.Fabriek(alle, klok, diensten);
        if (poort is { } vast) fabriek.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, vast));
        return new DienstFabriek<TDb>(fabriek, uitgever, klok, database, eigen);
    }
}

/// <summary>
/// One service in this process, built by its own <c>Program</c>. It migrates a new database, accepts tokens of <see cref="Uitgever"/> and
/// uses a clock that the test moves. Without a broker (the default) its events stay in the outbox, where <see cref="Aangekondigd"/> reads
/// them. With a broker, relay and consumers run on their own virtual host.
/// </summary>
/// <typeparam name="TDb">The service's context, whose assembly is started.</typeparam>
public sealed class DienstFabriek<TDb> : IAsyncDisposable where TDb : ServiceDb
{
    private readonly Fabriek _fabriek;

    internal DienstFabriek(Fabriek fabriek, Uitgever uitgever, TestKlok klok, TestDatabase database, TestVhost? vhost)
    {
        (_fabriek, Uitgever, Klok, Database, Vhost) = (fabriek, uitgever, klok, database, vhost);
        Services = fabriek.Services;
    }

    /// <summary>The issuer of the tokens, which the whole test process shares.</summary>
    public Uitgever Uitgever { get; }

    /// <summary>The service's clock.</summary>
    public TestKlok Klok { get; }

    /// <summary>The service's database.</summary>
    public TestDatabase Database { get; }

    /// <summary>The service's virtual host; null without a broker.</summary>
    public TestVhost? Vhost { get; }

    /// <summary>The service's own container.</summary>
    public IServiceProvider Services { get; }

    /// <summary>
    /// A client with a token of this role. For the claims see
    /// <see cref="Uitgever"/>.
    /// </summary>
    public HttpClient Als(string rol, string? bsn = null, string? agb = null, string[]? teams = null, string? sub = null) =>
        Met(Uitgever.Token(rol, bsn, agb, teams, sub));

    /// <summary>A client with this token; without a token if it is null.</summary>
    public HttpClient Met(string? token)
    {
        var http = _fabriek.CreateClient();
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>Runs a query on the service's database, in a new context.</summary>
    public async Task<T> Vraag<T>(Func<TDb, Task<T>> vraag)
    {
        ArgumentNullException.ThrowIfNull(vraag);
        await using var scope = Services.CreateAsyncScope();
        return await vraag(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>
    /// Lets the service's reaction handle an event without the broker, and saves as the inbox does: again when a loop of the service
    /// changed the same row at that moment.
    /// </summary>
    public async Task Verwerk<T>(T gebeurtenis) where T : Gebeurtenis
    {
        for (var poging = 1; ; poging++)
        {
            await using var scope = Services.CreateAsyncScope();
            Uitvoerder.Nu = Actor.Na(gebeurtenis);
            await scope.ServiceProvider.GetRequiredService<IReaction<T>>().Handle(gebeurtenis, CancellationToken.None);
            try
            {
                await scope.ServiceProvider.GetRequiredService<TDb>().SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException) when (poging < 5)
            {
                // The next attempt reads the row as the loop left it.
            }
        }
    }

    /// <summary>Publishes an event, as the relay of another service does, to every queue that subscribes.</summary>
    /// <param name="gebeurtenis">The event, including the properties of <see cref="Gebeurtenis"/>.</param>
    /// <param name="berichtId">The message id; for a duplicate, the id of the first.</param>
    /// <param name="vulAan">Adds properties to its JSON, as a newer version of the announcing service could.</param>
    public async Task Publiceer(Gebeurtenis gebeurtenis, Guid? berichtId = null, Action<JsonNode>? vulAan = null)
    {
        ArgumentNullException.ThrowIfNull(gebeurtenis);
        var ondertekenaar = Sleutels.Ondertekenaar(Gebeurtenissen.Bron[gebeurtenis.GetType()]);
        var bericht = Envelope.Wrap(gebeurtenis, Services.GetRequiredService<EventJson>(), ondertekenaar);
        var id = berichtId ?? bericht.MessageId;
        // The envelope repeats the message id.
        var envelop = JsonNode.Parse(bericht.Body)!;
        envelop["messageId"] = id;
        vulAan?.Invoke(envelop["message"]!);
        var inhoud = Encoding.UTF8.GetBytes(envelop.ToJsonString());
        await using var verbinding = await new ConnectionFactory { Uri = new Uri(Vhost!.Uri) }.CreateConnectionAsync();
        await using var kanaal = await verbinding.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await kanaal.BasicPublishAsync(bericht.Exchange, "", mandatory: true,
            new BasicProperties
            {
                MessageId = id.ToString(),
                ContentType = Envelope.ContentType,
                Headers = new Dictionary<string, object?> { [WmoHeaders.Signature] = ondertekenaar.Sign(inhoud) },
            }, inhoud);
    }

    /// <summary>The events in the outbox, in order. While the relay is off, these are all announced events.</summary>
    public Task<IReadOnlyList<Gebeurtenis>> Aangekondigd() => Vraag<IReadOnlyList<Gebeurtenis>>(async db =>
    {
        var json = Services.GetRequiredService<EventJson>();
        var soorten = Gebeurtenissen.Bron.Keys.ToDictionary(Gebeurtenissen.Naam);
        // What goes to the service's own exchange is another try of something it received.
        var rijen = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(b => soorten.Keys.Contains(b.Exchange)).OrderBy(b => b.Number).ToListAsync();
        return [.. rijen.Select(rij => json.Read(Envelope.Open(rij.Body).Message.Span, soorten[rij.Exchange]))];
    });

    /// <summary>Stops the service and removes its database and virtual host.</summary>
    public async ValueTask DisposeAsync()
    {
        await _fabriek.DisposeAsync();
        await Database.DisposeAsync();
        if (Vhost is not null) await Vhost.DisposeAsync();
    }

    internal sealed class Fabriek(Dictionary<string, string> instellingen, TestKlok klok, Action<IServiceCollection>? diensten)
        : WebApplicationFactory<TDb>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            // Settings of the host are visible to Program while it builds.
            foreach (var (naam, waarde) in instellingen) builder.UseSetting(naam, waarde);
            builder.UseContentRoot(AppContext.BaseDirectory);
            // The errors of a service stand in the output of its tests: a 500 says nothing by itself. EF says of every new database that
            // its history is missing; whoever ran the statement hears of the error too.
            builder.ConfigureLogging(l => l.ClearProviders().AddSimpleConsole(o => o.SingleLine = true)
                .AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error)
                .AddFilter<ConsoleLoggerProvider>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None));
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(klok);
                diensten?.Invoke(services);
            });
        }

        protected override void ConfigureClient(HttpClient client) => client.Timeout = Tot.Gewoon;
    }
}
