using WmoPlatform.Beschikkingen;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Beschikkingen", "/beschikkingen/v1",
    "Aanvragen inzien en laten aanvullen, erop beslissen, en de beschikking bekendmaken (Wmo 2015 art. 2.3.5)."));
builder.AddMessaging<BeschikkingenDb>(Diensten.Beschikkingen);
builder.Services.AddHostedService<Termijnbewaking>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapAanvraagInzien();
api.MapUitstelAankondigen();
api.MapAanvullingVragen();
api.MapAanvullingVastleggen();
api.MapOpschorten();
api.MapOpschortingBeeindigen();
api.MapOntvangstCorrigeren();
api.MapInGebrekeStellen();
api.MapDwangsomVaststellen();
api.MapDwangsomBetalen();
api.MapDwangsomTerugvorderen();
api.MapZinkeuzeVastleggen();
api.MapVoornemenAankondigen();
api.MapZienswijzeVastleggen();
api.MapBeslissen();
api.MapBekendmaken();
api.MapDoorzenden();
api.MapIntrekken();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<BeschikkingenDb>();
await app.RunUntilStoppedAsync();
