// The platform as one picture. `aspire run` (or F5) starts it on a developer's machine with stand-ins for the chain partners;
// `aspire publish` gives the same platform without them: the partners and the sign-in are then addresses that the operator fills in.
//
//   inwoner, consulent, aanbieder ─▶ gateway ─▶ meldingen ─▶ onderzoek ─▶ beschikkingen ─┬▶ zorgaanbieders ─┬▶ eigenbijdrage
//                                                                                        └▶ pgb ────────────┘
//   every arrow between services is an event over RabbitMQ; dossiers and correspondentie listen along

using System.Security.Cryptography;
using Aspire.Hosting.Publishing;

var builder = DistributedApplication.CreateBuilder(args);
var opEenWerkplek = builder.ExecutionContext.IsRunMode;

// ── The two servers that everything rests on ─────────────────────────────────────────────────────────────────────────────────────

var postgres = builder.AddPostgres("postgres", password: Geheim("postgres-wachtwoord", new GenerateParameterDefault { MinLength = 24, Special = false }))
    .WithImageTag("17.6")
    .WithArgs("-c", "max_connections=300")
    .WithDataVolume("wmoplatform-postgres");

var rabbitmq = builder.AddRabbitMQ("rabbitmq", password: Geheim("rabbitmq-wachtwoord", new GenerateParameterDefault { MinLength = 24, Special = false }))
    .WithImageTag("4.2.5")
    .WithManagementPlugin()
    .WithDataVolume("wmoplatform-rabbitmq");

// ── What is outside: the chain partners and the sign-in. On a developer's machine Keten plays them all ───────────────────────────

var keten = opEenWerkplek
    ? builder.AddProject<Projects.Keten>("keten", launchProfileName: null)
        .WithHttpEndpoint(port: 8090)
        .WithHttpHealthCheck("/health/ready")
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
    : null;

var aanmelding = Buiten("aanmelding-authority", "");
var brp = Buiten("brp-adres", "/brp/personen");
var ggk = Buiten("ggk-adres", "/ggk/berichten");
var svb = Buiten("svb-adres", "/svb/berichten");
var cak = Buiten("cak-adres", "/cak/berichten");

// ── What every service of one municipality shares ────────────────────────────────────────────────────────────────────────────────

var sleutel = Geheim("messaging-sleutel", new NieuweSleutel());
var gemeenteCode = builder.AddParameter("gemeente-code", "0034", publishValueAsDefault: true);
var gemeenteNaam = builder.AddParameter("gemeente-naam", "Almere", publishValueAsDefault: true);

// ── The services, in the order of the process ────────────────────────────────────────────────────────────────────────────────────

var meldingen = Dienst<Projects.Meldingen>("meldingen", poort: 8101)
    .WithEnvironment("Partners__Brp__Adres", brp);

var onderzoek = Dienst<Projects.Onderzoek>("onderzoek", poort: 8102);

var beschikkingen = Dienst<Projects.Beschikkingen>("beschikkingen", poort: 8103);

var pgb = Dienst<Projects.Pgb>("pgb", poort: 8104)
    .WithEnvironment("Partners__Svb__Adres", svb);

var zorgaanbieders = Dienst<Projects.Zorgaanbieders>("zorgaanbieders", poort: 8105)
    .WithEnvironment("Partners__Ggk__Adres", ggk);

var eigenBijdrage = Dienst<Projects.EigenBijdrage>("eigenbijdrage", poort: 8106)
    .WithEnvironment("Partners__Cak__Adres", cak);

var correspondentie = Dienst<Projects.Correspondentie>("correspondentie", poort: 8107);

var dossiers = Dienst<Projects.Dossiers>("dossiers", poort: 8108);

// ── The one door ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

var gateway = Webproces<Projects.Gateway>("gateway", poort: 8080)
    .WithExternalHttpEndpoints()
    .WithReference(meldingen).WaitFor(meldingen)
    .WithReference(onderzoek).WaitFor(onderzoek)
    .WithReference(beschikkingen).WaitFor(beschikkingen)
    .WithReference(pgb).WaitFor(pgb)
    .WithReference(zorgaanbieders).WaitFor(zorgaanbieders)
    .WithReference(eigenBijdrage).WaitFor(eigenBijdrage)
    .WithReference(correspondentie).WaitFor(correspondentie)
    .WithReference(dossiers).WaitFor(dossiers);

// Letters: into a folder to look at, or to the municipality's mail server.
if (opEenWerkplek)
    correspondentie.WithEnvironment("Smtp__Ophaalmap", Path.Combine(Path.GetTempPath(), "wmoplatform-post"));
else
    correspondentie
        .WithEnvironment("Smtp__Host", builder.AddParameter("smtp-host"))
        .WithEnvironment("Smtp__Port", builder.AddParameter("smtp-port", "25", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Afzender", builder.AddParameter("smtp-afzender"));

// The partners answer later, through the same door as everyone.
keten?.WithEnvironment("Platform__Gateway", gateway.GetEndpoint("http"));

builder.Build().Run();

// ── How each part is made ────────────────────────────────────────────────────────────────────────────────────────────────────────

// A service: its own database, the broker, and the key that protects what it writes down.
IResourceBuilder<ProjectResource> Dienst<TProject>(string naam, int poort) where TProject : IProjectMetadata, new()
{
    // Resource names are unique, so the database is called <naam>-db; its name and its connection string are <naam>.
    var database = postgres.AddDatabase($"{naam}-db", naam);
    return Webproces<TProject>(naam, poort)
        .WithReference(database, connectionName: naam).WaitFor(database)
        .WithReference(rabbitmq).WaitFor(rabbitmq)
        .WithEnvironment("Messaging__Sleutel", sleutel)
        .WithEnvironment("Gemeente__Code", gemeenteCode)
        .WithEnvironment("Gemeente__Naam", gemeenteNaam);
}

// A process that answers HTTP, checks tokens and reports its health. Aspire adds OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_SERVICE_NAME.
IResourceBuilder<ProjectResource> Webproces<TProject>(string naam, int poort) where TProject : IProjectMetadata, new() =>
    builder.AddProject<TProject>(naam, launchProfileName: null)
        .WithHttpEndpoint(port: poort)
        .WithHttpHealthCheck("/health/ready")
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", opEenWerkplek ? "Development" : "Production")
        .WithEnvironment("Aanmelding__Authority", aanmelding)
        .WithEnvironment("Aanmelding__Audience", "wmoplatform");

// An address outside the platform: Keten on a developer's machine, a parameter for the operator everywhere else.
ReferenceExpression Buiten(string parameter, string pad) => keten is null
    ? ReferenceExpression.Create($"{builder.AddParameter(parameter)}")
    : ReferenceExpression.Create($"{keten.GetEndpoint("http")}{pad}");

// A secret: made once and kept outside the repository (user secrets) on a developer's machine, asked of the operator everywhere else.
IResourceBuilder<ParameterResource> Geheim(string naam, ParameterDefault nieuw) => opEenWerkplek
    ? builder.AddParameter(naam, nieuw, secret: true, persist: true)
    : builder.AddParameter(naam, secret: true);

/// <summary>A fresh key for Messaging: 32 random bytes in base64.</summary>
internal sealed class NieuweSleutel : ParameterDefault
{
    public override string GetDefaultValue() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public override void WriteToManifest(ManifestPublishingContext context) =>
        throw new NotSupportedException("A published platform is given its key by the operator.");
}
