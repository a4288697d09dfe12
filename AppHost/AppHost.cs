// The platform as one picture. A developer runs it with stand-ins for the chain partners. An operator publishes it without them: partners,
// sign-in and secrets are then parameters that the operator fills in.
//
//   inwoner, consulent, aanbieder ─▶ gateway ─▶ meldingen ─▶ onderzoek ─▶ beschikkingen ─┬▶ zorgaanbieders ─┬▶ eigenbijdrage
//                                                                                        └▶ pgb ────────────┘
//   every arrow between services is an event over RabbitMQ; dossiers and correspondentie receive events too

using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.AppHost;

Opties opties;
try
{
    opties = Opties.Lees(args);
}
catch (Mislukt fout)
{
    return Voortgang.Fout(fout.Message);
}
var builder = DistributedApplication.CreateBuilder(opties.VoorAspire);
var opEenWerkplek = builder.ExecutionContext.IsRunMode;

// ── The two servers below everything: programs of this machine, or containers ────────────────────────────────────────────────────

var servers = new Servers(builder, opties, naam => Geheim(naam, Geheimen.Wachtwoord));

// ── Outside the platform: the chain partners and the sign-in. On a developer's machine Keten plays them all ──────────────────────

using var http = new HttpClient();
List<IResourceBuilder<ProjectResource>> diensten = [];
Dictionary<string, int> weggelaten = [];

var keten = opEenWerkplek ? Proces<Projects.Keten>("keten", poort: 8090) : null;

var aanmelding = Buiten("aanmelding-authority", "", "Outside the platform: the sign-in (an https issuer) and the chain partners.");
var brp = Buiten("brp-adres", "/brp/personen");
var brpVolgen = keten is null ? Keuze("brp-volgen-adres", "", "",
        "Where the BRP Update API is, below which its paths lie; empty when the municipality has none.")
    : ReferenceExpression.Create($"{keten.GetEndpoint("http")}/brp/");
var ggk = Buiten("ggk-adres", "/ggk/berichten");
var svb = Buiten("svb-adres", "/svb/berichten");
var cak = Buiten("cak-adres", "/cak/berichten");

// ── The broker's users, rights, policies, queues and exchanges: one step before the services, which may make nothing themselves ───

var inrichting = builder.AddProject<Projects.Inrichting>("inrichting", launchProfileName: null)
    .AlsProgramma()
    .Eenmalig()
    .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString)
    .WithReference(servers.RabbitMq, connectionName: "rabbitmq").WaitFor(servers.RabbitMq)
    .WithEnvironment("Broker__Beheer", servers.Beheer);

// ── The settings that all services of one municipality share ─────────────────────────────────────────────────────────────────────

var sleutel = Geheim("messaging-sleutel", Geheimen.Sleutel);
// What former keys sealed can still be opened while a change of keys goes on (docs/operations.md).
var sleutelId = opEenWerkplek ? null : builder.AddParameter("messaging-sleutel-id", "1", publishValueAsDefault: true)
    .WithDescription("The id of that key; and other keys, which only open, as id:key with commas between them (docs/operations.md).");
var oudeSleutels = opEenWerkplek ? null : builder.AddParameter("messaging-oude-sleutels", secret: true);
Dictionary<string, IResourceBuilder<ParameterResource>> openbareSleutels = [];
var gemeenteCode = Gemeente("gemeente-code", "0034", "The municipality: its CBS code, and what its letters say of it.");

// ── The services, in the order of the process ────────────────────────────────────────────────────────────────────────────────────

var meldingen = Dienst<Projects.Meldingen>("meldingen", poort: 8101)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Gemeente__StandaardWijkteam", Gemeente("gemeente-standaardwijkteam", "wijkteam-centrum",
        "The team that gets a melding for which nobody names one."))
    .WithEnvironment("Partners__Brp__Adres", brp)
    .WithEnvironment("Partners__Brp__Volgen__Adres", brpVolgen);
if (opEenWerkplek) meldingen.WithEnvironment("Partners__Brp__Volgen__Peiling", "00:00:05");

var onderzoek = Dienst<Projects.Onderzoek>("onderzoek", poort: 8102);

var beschikkingen = Dienst<Projects.Beschikkingen>("beschikkingen", poort: 8103);

var pgb = Dienst<Projects.Pgb>("pgb", poort: 8104)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Svb__Adres", svb)
    .WithEnvironment("Partners__Svb__Afleveraars", Afleveraars("svb"));

var zorgaanbieders = Dienst<Projects.Zorgaanbieders>("zorgaanbieders", poort: 8105)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Ggk__Adres", ggk)
    .WithEnvironment("Partners__Ggk__Afleveraars", Afleveraars("ggk"))
    .WithEnvironment("Partners__Ggk__Transport", Keuze("ggk-transport", "ggk", werkplek: opties.Ggk ? "ggk" : "https",
        "How messages reach the GGk: ggk (SOAP), https (bare XML) or map (docs/ketenpartners.md)."))
    .WithEnvironment("Webhooks__Oin", Keuze("webhooks-oin", "", werkplek: "00000001234567890000",
        "Webhooks to providers (docs/aanbieders.md). Without an OIN, twenty digits, there are none."))
    .WithEnvironment("Webhooks__HttpToegestaan", opEenWerkplek ? "true" : "false")
    .WithEnvironment("Webhooks__EigenNetten", Keuze("webhooks-eigen-netten", "", werkplek: "127.0.0.0/8,::1/128",
        "Private networks in which a provider has a receiver, such as 10.20.0.0/16, with commas (docs/operations.md)."));

var eigenBijdrage = Dienst<Projects.EigenBijdrage>("eigenbijdrage", poort: 8106)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Cak__Adres", cak)
    .WithEnvironment("Partners__Cak__Afleveraars", Afleveraars("cak"));

var correspondentie = Dienst<Projects.Correspondentie>("correspondentie", poort: 8107)
    .WithEnvironment("Gemeente__Naam", Gemeente("gemeente-naam", "Almere"))
    .WithEnvironment("Gemeente__Telefoon", Gemeente("gemeente-telefoon", "14 036"))
    .WithEnvironment("Gemeente__Clientondersteuning", Gemeente("gemeente-clientondersteuning", "OCO Almere, telefoon 036-2002158"));

var dossiers = Dienst<Projects.Dossiers>("dossiers", poort: 8108);

// A developer finds e-mail and letters in a folder. An operator has a mail server, and a folder for the print room.
if (opEenWerkplek)
    correspondentie
        .WithEnvironment("Smtp__Ophaalmap", Path.Combine(opties.Data, "post"))
        // Every dossier that a developer plays has the same e-mail address.
        .WithEnvironment("Smtp__PerAdres", "0");
else
    correspondentie
        .WithEnvironment("Smtp__Host", builder.AddParameter("smtp-host").WithDescription("The municipality's mail server."))
        .WithEnvironment("Smtp__Port", builder.AddParameter("smtp-port", "25", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Tls", builder.AddParameter("smtp-tls", "true", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Gebruiker", builder.AddParameter("smtp-gebruiker"))
        .WithEnvironment("Smtp__Wachtwoord", builder.AddParameter("smtp-wachtwoord", secret: true))
        .WithEnvironment("Smtp__Afzender", builder.AddParameter("smtp-afzender", "post@gemeente.example", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Retouradres", Keuze("smtp-retouradres", "", werkplek: "",
            "The address that undelivered e-mail comes back to, and its mailbox (IMAP over TLS). Without a mailbox nobody hears of it."))
        .WithEnvironment("Smtp__Retour__Host", Keuze("smtp-retour-host", "", werkplek: ""))
        .WithEnvironment("Smtp__Retour__Port", Keuze("smtp-retour-port", "993", werkplek: ""))
        .WithEnvironment("Smtp__Retour__Gebruiker", Keuze("smtp-retour-gebruiker", "", werkplek: ""))
        .WithEnvironment("Smtp__Retour__Wachtwoord", builder.AddParameter("smtp-retour-wachtwoord", secret: true))
        .WithEnvironment("Post__Ophaalmap", builder.AddParameter("post-ophaalmap"));

// Each service signs its events with a key of its own, and knows the public keys of all.
foreach (var dienst in diensten)
    foreach (var (naam, openbaar) in openbareSleutels) dienst.WithEnvironment($"Messaging__Handtekening__Openbaar__{naam}", openbaar);

// ── The one door ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

var gateway = MetAanmelding(Proces<Projects.Gateway>("gateway", poort: 8080)).WithExternalHttpEndpoints();
foreach (var dienst in diensten) gateway.WithReference(dienst);
// The gateway needs an address of every service. A service that --alleen leaves out answers only when a developer starts it by hand.
foreach (var (naam, poort) in weggelaten) gateway.WithEnvironment($"services__{naam}__http__0", "http://localhost:" + poort);

// The gateway believes only these proxies about the client's address, and lets only these frontends call from a browser.
if (!opEenWerkplek)
    gateway
        .WithEnvironment("Proxies__Vertrouwd", builder.AddParameter("proxies-vertrouwd", "", publishValueAsDefault: true)
            .WithDescription("The addresses or networks of the reverse proxy, separated by commas: "
                + "only these are believed about who the client is."))
        .WithEnvironment("Cors__Origins", builder.AddParameter("cors-origins", "", publishValueAsDefault: true)
            .WithDescription("The web addresses of frontends that may call the APIs from a browser, separated by commas."));

// A webhook names an address at the gateway, where the provider fetches the details. An e-mail names one where its reader confirms the
// address.
if (keten is not null)
{
    zorgaanbieders.WithEnvironment("Webhooks__Gateway", gateway.GetEndpoint("http"));
    correspondentie.WithEnvironment("Smtp__Gateway", gateway.GetEndpoint("http"));
}
else
{
    var adres = builder.AddParameter("gateway-openbaar")
        .WithDescription("The public address of the gateway, for instance https://wmo.voorbeeld.example.");
    zorgaanbieders.WithEnvironment("Webhooks__Gateway", adres);
    correspondentie.WithEnvironment("Smtp__Gateway", adres);
}

// Keten sends the partners' answers later, through the gateway like any client.
if (keten is not null)
    MetAanmelding(keten)
        .WithEnvironment("Aanmelding__Issuer", aanmelding)
        .WithEnvironment("Aanmelding__Sleutelbestand", Path.Combine(opties.Data, "keten", "sleutel.pem"))
        .WithEnvironment("Keten__Map", Path.Combine(opties.Data, "keten"))
        .WithEnvironment("Ggk__Envelop", opties.Ggk ? "true" : "false")
        .WithEnvironment("Platform__Gateway", gateway.GetEndpoint("http"));

// The demo plays two dossiers from melding to CAK: once after the start, and again at each command in the dashboard.
if (keten is not null && weggelaten.Count == 0) Demonstratie.Voeg(builder, gateway, keten, Path.Combine(opties.Data, "post"));

// A process that ends by itself comes back, as it would in production.
if (opEenWerkplek) builder.Services.AddHostedService<Herstart>();

try
{
    opties.Alleen.ControleerNamen([.. diensten.Select(d => d.Resource.Name), .. weggelaten.Keys]);
    using var app = builder.Build();
    if (opEenWerkplek) return await Voortgang.Draai(app, opties);
    await app.RunAsync();
    return 0;
}
catch (Mislukt fout)
{
    return Voortgang.Fout(fout.Message);
}

// ── How each part is made ────────────────────────────────────────────────────────────────────────────────────────────────────────

// A service has its own database, the broker, the key that seals personal data, and its own key that signs events.
IResourceBuilder<ProjectResource> Dienst<TProject>(string naam, int poort) where TProject : IProjectMetadata, new()
{
    // Also for a service that --alleen leaves out: the broker is set up for all of them.
    var broker = servers.Broker(naam, inrichting);
    var geheim = Geheim($"{naam}-handtekening-sleutel", Geheimen.Handtekening);
    // Not a secret, but made for each installation like one.
    openbareSleutels[naam] = opEenWerkplek
        ? builder.AddParameter($"{naam}-handtekening-openbaar", () => Geheimen.Openbaar(geheim.Resource), secret: true)
        : builder.AddParameter($"{naam}-handtekening-openbaar", secret: true);
    if (opties.Alleen.Count > 0 && !opties.Alleen.Contains(naam))
    {
        weggelaten[naam] = poort;
        // This resource is not in the model, so its settings have no effect.
        return builder.CreateResourceBuilder(new ProjectResource(naam));
    }
    var dienst = MetAanmelding(Proces<TProject>(naam, poort))
        .WithReference(servers.Database(naam), connectionName: naam).WaitFor(servers.Postgres)
        .WithReference(broker, connectionName: "rabbitmq").WaitForCompletion(inrichting)
        .WithEnvironment("Messaging__Sleutel", sleutel)
        .WithEnvironment("Messaging__Handtekening__Sleutel", geheim);
    if (sleutelId is not null) dienst.WithEnvironment("Messaging__SleutelId", sleutelId);
    if (oudeSleutels is not null) dienst.WithEnvironment("Messaging__OudeSleutels", oudeSleutels);
    diensten.Add(dienst);
    return dienst;
}

// A process that answers HTTP and reports its health. Aspire itself adds OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_SERVICE_NAME.
IResourceBuilder<ProjectResource> Proces<TProject>(string naam, int poort) where TProject : IProjectMetadata, new()
{
    var proces = builder.AddProject<TProject>(naam, launchProfileName: null)
        .AlsProgramma()
        // The process itself listens on its port, without a proxy of Aspire in between. In a container that port is always 8080.
        .WithHttpEndpoint(port: builder.Poort(poort), targetPort: opEenWerkplek ? null : 8080, isProxied: false)
        .WithReadiness(http)
        // Aspire gives the address or the connection string, and not each of its parts in a variable of its own.
        .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString | ReferenceEnvironmentInjectionFlags.ServiceDiscovery)
        // Only the gateway believes a proxy about the client's address, by its own setting Proxies__Vertrouwd.
        .DisableForwardedHeaders()
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", opEenWerkplek ? "Development" : "Production")
        // Aspire would show a developer the query strings of addresses. Here they stay redacted everywhere.
        .WithEnvironment(omgeving =>
        {
            omgeving.EnvironmentVariables.Remove("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION");
            omgeving.EnvironmentVariables.Remove("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION");
        });
    // All processes share one clock that can be moved. Production refuses it.
    return opEenWerkplek ? proces.WithEnvironment("Klok__Bestand", Path.Combine(opties.Data, "klok")) : proces;
}

// The gateway and the services each check every token.
IResourceBuilder<ProjectResource> MetAanmelding(IResourceBuilder<ProjectResource> proces) => proces
    .WithEnvironment("Aanmelding__Authority", aanmelding)
    .WithEnvironment("Aanmelding__Audience", "wmoplatform");

// An address outside the platform: Keten on a developer's machine, a parameter for the operator everywhere else.
ReferenceExpression Buiten(string parameter, string pad, string? uitleg = null) => keten is null
    ? ReferenceExpression.Create($"{builder.AddParameter(parameter).WithUitleg(uitleg)}")
    : ReferenceExpression.Create($"{keten.GetEndpoint("http")}{pad}");

// Who may deliver messages of a partner: its simulator and the client of the examples on a developer's machine.
ReferenceExpression Afleveraars(string partner) => Keuze($"{partner}-afleveraars", "", werkplek: $"{partner}:*,demo-keten:*",
    "Which clients may deliver for whom, as client:party with commas; * is the partner and everybody behind it (docs/ketenpartners.md).");

// A fact about the municipality for messages and letters: Almere's on a developer's machine, the operator's own everywhere else.
IResourceBuilder<ParameterResource> Gemeente(string parameter, string almere, string? uitleg = null) =>
    (opEenWerkplek ? builder.AddParameter(parameter, almere) : builder.AddParameter(parameter)).WithUitleg(uitleg);

// A setting with a default that the operator may change. A developer's machine has a fixed value.
ReferenceExpression Keuze(string parameter, string standaard, string werkplek, string? uitleg = null) => opEenWerkplek
    ? ReferenceExpression.Create($"{werkplek}")
    : ReferenceExpression.Create($"{builder.AddParameter(parameter, standaard, publishValueAsDefault: true).WithUitleg(uitleg)}");

// A secret. The operator of a published platform fills it in. A developer's machine makes it once and keeps it in the data folder. With the
// default volumes of Docker it goes into the user secrets instead, because those volumes outlive the folder.
IResourceBuilder<ParameterResource> Geheim(string naam, Func<string> nieuw) => !opEenWerkplek ? builder.AddParameter(naam, secret: true)
    : opties.Native || opties.EigenData ? builder.AddParameter(naam, new Bewaard(opties.Data, naam, nieuw), secret: true)
    : builder.AddParameter(naam, new Nieuw(nieuw), secret: true, persist: true);
