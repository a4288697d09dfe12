using WmoPlatform.Contracts;
using WmoPlatform.Meldingen;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Meldingen", "/meldingen/v1",
    "Een melding doen, inzien en intrekken (Wmo 2015 art. 2.3.2)."));
builder.AddGemeente(nameof(Gemeente.Code), nameof(Gemeente.StandaardWijkteam));
builder.AddMessaging<MeldingenDb>(Diensten.Meldingen);
builder.AddBrp();
builder.Services.AddScoped<Persoonswijzigingen>();
builder.Services.AddSingleton(builder.Configuration.GetSection("Grenzen").Get<Meldgrenzen>() ?? new());

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapMeldingDoen();
api.MapDossierOpenen();
api.MapMeldingInzien();
api.MapMeldingIntrekken();
api.MapOntvangstCorrigeren();
api.MapIdentiteitVaststellen();
api.MapOpnieuwNavragen();
api.MapVerblijfVaststellen();
api.MapBsnWijzigen();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<MeldingenDb>();
await app.RunUntilStoppedAsync();
