// The platform as one picture. Run, it is a developer's machine with stand-ins for the chain partners; published, it is the same
// platform without them: partners, sign-in and secrets are then parameters that the operator fills in.
//
//   inwoner, consulent, aanbieder ─▶ gateway ─▶ meldingen ─▶ onderzoek ─▶ beschikkingen ─┬▶ zorgaanbieders ─┬▶ eigenbijdrage
//                                                                                        └▶ pgb ────────────┘
//   every arrow between services is an event over RabbitMQ; dossiers and correspondentie listen along

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

// ── The two servers that everything rests on: programs of this machine, or containers ────────────────────────────────────────────

var servers = new Servers(builder, opties, naam => Geheim(naam, Geheimen.Wachtwoord));

// ── What is outside: the chain partners and the sign-in. On a developer's machine Keten plays them all ───────────────────────────

using var http = new HttpClient();
List<IResourceBuilder<ProjectResource>> diensten = [];
Dictionary<string, int> weggelaten = [];

var keten = opEenWerkplek ? Proces<Projects.Keten>("keten", poort: 8090) : null;

var aanmelding = Buiten("aanmelding-authority", "", "Outside the platform: the sign-in (an https issuer) and the chain partners.");
var brp = Buiten("brp-adres", "/brp/personen");
var ggk = Buiten("ggk-adres", "/ggk/berichten");
var svb = Buiten("svb-adres", "/svb/berichten");
var cak = Buiten("cak-adres", "/cak/berichten");

// ── What all services of one municipality share ──────────────────────────────────────────────────────────────────────────────────

var sleutel = Geheim("messaging-sleutel", Geheimen.Sleutel);
var gemeenteCode = Gemeente("gemeente-code", "0034", "The municipality: its CBS code, and what its letters say of it.");

// ── The services, in the order of the process ────────────────────────────────────────────────────────────────────────────────────

var meldingen = Dienst<Projects.Meldingen>("meldingen", poort: 8101)
    .WithEnvironment("Gemeente__StandaardWijkteam", Gemeente("gemeente-standaardwijkteam", "wijkteam-centrum",
        "The team that gets a melding for which nobody names one."))
    .WithEnvironment("Partners__Brp__Adres", brp);

var onderzoek = Dienst<Projects.Onderzoek>("onderzoek", poort: 8102);

var beschikkingen = Dienst<Projects.Beschikkingen>("beschikkingen", poort: 8103);

var pgb = Dienst<Projects.Pgb>("pgb", poort: 8104)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Svb__Adres", svb);

var zorgaanbieders = Dienst<Projects.Zorgaanbieders>("zorgaanbieders", poort: 8105)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Ggk__Adres", ggk)
    .WithEnvironment("Webhooks__Oin", Keuze("webhooks-oin", "", werkplek: "00000001234567890000",
        "Webhooks to providers (docs/aanbieders.md). Without an OIN, twenty digits, there are none."))
    .WithEnvironment("Webhooks__HttpToegestaan", opEenWerkplek ? "true" : "false")
    .WithEnvironment("Webhooks__PriveAdressenToegestaan", Keuze("webhooks-prive-adressen", "false", werkplek: "true",
        "true lets webhooks go to addresses in your own network too: only when a provider is there."));

var eigenBijdrage = Dienst<Projects.EigenBijdrage>("eigenbijdrage", poort: 8106)
    .WithEnvironment("Gemeente__Code", gemeenteCode)
    .WithEnvironment("Partners__Cak__Adres", cak);

var correspondentie = Dienst<Projects.Correspondentie>("correspondentie", poort: 8107)
    .WithEnvironment("Gemeente__Naam", Gemeente("gemeente-naam", "Almere"))
    .WithEnvironment("Gemeente__Telefoon", Gemeente("gemeente-telefoon", "14 036"))
    .WithEnvironment("Gemeente__Clientondersteuning", Gemeente("gemeente-clientondersteuning", "OCO Almere, telefoon 036-2002158"));

var dossiers = Dienst<Projects.Dossiers>("dossiers", poort: 8108);

// E-mail and letters go into a folder to look at, or to the municipality's mail server and print room.
if (opEenWerkplek)
    correspondentie.WithEnvironment("Smtp__Ophaalmap", Path.Combine(opties.Data, "post"));
else
    correspondentie
        .WithEnvironment("Smtp__Host", builder.AddParameter("smtp-host").WithDescription("The municipality's mail server."))
        .WithEnvironment("Smtp__Port", builder.AddParameter("smtp-port", "25", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Tls", builder.AddParameter("smtp-tls", "true", publishValueAsDefault: true))
        .WithEnvironment("Smtp__Gebruiker", builder.AddParameter("smtp-gebruiker"))
        .WithEnvironment("Smtp__Wachtwoord", builder.AddParameter("smtp-wachtwoord", secret: true))
        .WithEnvironment("Smtp__Afzender", builder.AddParameter("smtp-afzender", "wmo@gemeente.example", publishValueAsDefault: true))
        .WithEnvironment("Post__Ophaalmap", builder.AddParameter("post-ophaalmap"));

// ── The one door ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

var gateway = MetAanmelding(Proces<Projects.Gateway>("gateway", poort: 8080)).WithExternalHttpEndpoints();
foreach (var dienst in diensten) gateway.WithReference(dienst);
// Left out by --alleen: nobody answers there, unless it is started by hand.
foreach (var (naam, poort) in weggelaten) gateway.WithEnvironment($"services__{naam}__http__0", "http://localhost:" + poort);

// Behind a proxy: who it is, and which frontends may call from a browser.
if (!opEenWerkplek)
    gateway
        .WithEnvironment("Proxies__Vertrouwd", builder.AddParameter("proxies-vertrouwd", "", publishValueAsDefault: true)
            .WithDescription("The addresses or networks of the reverse proxy, separated by commas: "
                + "only these are believed about who the client is."))
        .WithEnvironment("Cors__Origins", builder.AddParameter("cors-origins", "", publishValueAsDefault: true)
            .WithDescription("The web addresses of frontends that may call the APIs from a browser, separated by commas."));

// Where a provider finds what a webhook is about.
if (keten is not null)
    zorgaanbieders.WithEnvironment("Webhooks__Gateway", gateway.GetEndpoint("http"));
else
    zorgaanbieders.WithEnvironment("Webhooks__Gateway", builder.AddParameter("webhooks-gateway")
        .WithDescription("The public address of the gateway, for instance https://wmo.voorbeeld.example."));

// The partners answer later, through the same door as everyone.
if (keten is not null)
    MetAanmelding(keten)
        .WithEnvironment("Aanmelding__Issuer", aanmelding)
        .WithEnvironment("Aanmelding__Sleutelbestand", Path.Combine(opties.Data, "keten", "sleutel.pem"))
        .WithEnvironment("Keten__Map", Path.Combine(opties.Data, "keten"))
        .WithEnvironment("Platform__Gateway", gateway.GetEndpoint("http"));

// Two dossiers played from melding to CAK: after the start, and whenever somebody asks for it in the dashboard.
if (keten is not null && weggelaten.Count == 0) Demonstratie.Voeg(builder, gateway, keten);

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

// A service: its own database, the broker, and the key that protects what it writes down.
IResourceBuilder<ProjectResource> Dienst<TProject>(string naam, int poort) where TProject : IProjectMetadata, new()
{
    if (opties.Alleen.Count > 0 && !opties.Alleen.Contains(naam))
    {
        weggelaten[naam] = poort;
        // Not added to the model: what is said of it below is said of nothing.
        return builder.CreateResourceBuilder(new ProjectResource(naam));
    }
    var dienst = MetAanmelding(Proces<TProject>(naam, poort))
        .WithReference(servers.Database(naam), connectionName: naam).WaitFor(servers.Postgres)
        .WithReference(servers.RabbitMq, connectionName: "rabbitmq").WaitFor(servers.RabbitMq)
        .WithEnvironment("Messaging__Sleutel", sleutel);
    diensten.Add(dienst);
    return dienst;
}

// A process that answers HTTP and reports its health. Aspire itself adds OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_SERVICE_NAME.
IResourceBuilder<ProjectResource> Proces<TProject>(string naam, int poort) where TProject : IProjectMetadata, new()
{
    var proces = builder.AddProject<TProject>(naam, launchProfileName: null)
        .AlsProgramma()
        // Without a proxy of Aspire in between: the process itself listens on its port. In a container that is 8080 for everyone.
        .WithHttpEndpoint(port: builder.Poort(poort), targetPort: opEenWerkplek ? null : 8080, isProxied: false)
        .WithReadiness(http)
        // An address or a connection string, and not all its parts once more.
        .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString | ReferenceEnvironmentInjectionFlags.ServiceDiscovery)
        // Whose address a proxy may pass on is the gateway's own setting (Proxies__Vertrouwd), not everybody's.
        .DisableForwardedHeaders()
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", opEenWerkplek ? "Development" : "Production")
        // Aspire lets a developer see what is asked for in an address; here that stays unseen everywhere.
        .WithEnvironment(omgeving =>
        {
            omgeving.EnvironmentVariables.Remove("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION");
            omgeving.EnvironmentVariables.Remove("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION");
        });
    // A clock that can be moved for all processes at once; Production refuses it.
    return opEenWerkplek ? proces.WithEnvironment("Klok__Bestand", Path.Combine(opties.Data, "klok")) : proces;
}

// Who may sign in: gateway and services both check every token.
IResourceBuilder<ProjectResource> MetAanmelding(IResourceBuilder<ProjectResource> proces) => proces
    .WithEnvironment("Aanmelding__Authority", aanmelding)
    .WithEnvironment("Aanmelding__Audience", "wmoplatform");

// An address outside the platform: Keten on a developer's machine, a parameter for the operator everywhere else.
ReferenceExpression Buiten(string parameter, string pad, string? uitleg = null) => keten is null
    ? ReferenceExpression.Create($"{builder.AddParameter(parameter).WithUitleg(uitleg)}")
    : ReferenceExpression.Create($"{keten.GetEndpoint("http")}{pad}");

// What messages and letters say of the municipality: Almere on a developer's machine, the operator's own everywhere else.
IResourceBuilder<ParameterResource> Gemeente(string parameter, string almere, string? uitleg = null) =>
    (opEenWerkplek ? builder.AddParameter(parameter, almere) : builder.AddParameter(parameter)).WithUitleg(uitleg);

// What an operator may choose; a developer's machine has chosen.
ReferenceExpression Keuze(string parameter, string standaard, string werkplek, string uitleg) => opEenWerkplek
    ? ReferenceExpression.Create($"{werkplek}")
    : ReferenceExpression.Create($"{builder.AddParameter(parameter, standaard, publishValueAsDefault: true).WithUitleg(uitleg)}");

// A secret: made once and kept with the data on a developer's machine (with containers in the user secrets, because volumes outlive a
// folder), asked of the operator everywhere else.
IResourceBuilder<ParameterResource> Geheim(string naam, Func<string> nieuw) => !opEenWerkplek ? builder.AddParameter(naam, secret: true)
    : opties.Native || opties.EigenData ? builder.AddParameter(naam, new Bewaard(opties.Data, naam, nieuw), secret: true)
    : builder.AddParameter(naam, new Nieuw(nieuw), secret: true, persist: true);
