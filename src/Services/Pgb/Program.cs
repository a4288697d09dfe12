using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving(
    "Pgb", "/pgb/v1", "De toets of een persoonsgebonden budget past, en het budget bij de SVB (Wmo 2015 art. 2.3.6 en 2.6.2)."));
builder.AddGemeente(nameof(Gemeente.Code));
builder.AddMessaging<PgbDb>(Diensten.Pgb);
builder.AddKetenverkeer<PgbDb>("Svb");
builder.Services.AddScoped<SvbAanmelding>().AddScoped<Svbantwoord>();
builder.Services.AddHostedService<EindeVanRechtswege>();
builder.Services.AddHostedService<Afsluitmeting>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapToetsenInzien();
api.MapDocumentVastleggen();
api.MapBewustekeuzegesprekVastleggen();
api.MapVertegenwoordigingVastleggen();
api.MapBudgetInzien();
api.MapBudgetWijzigen();
api.MapBudgetOpnieuwAanmelden();
api.MapBudgetMetDeHandVastleggen();
api.MapAfsluitingNalopen();
api.MapBerichten("/ipgb/berichten");
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<PgbDb>();
await app.RunUntilStoppedAsync();
