using WmoPlatform.Beschikkingen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Beschikkingen", "/beschikkingen/v1",
    "Aanvragen inzien, erop beslissen en de beschikking bekendmaken (Wmo 2015 art. 2.3.5)."));
builder.AddMessaging<BeschikkingenDb>(Diensten.Beschikkingen);

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapAanvraagInzien();
api.MapUitstelAankondigen();
api.MapBesluiten();
api.MapBekendmaken();
api.MapDoorzenden();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<BeschikkingenDb>();
await app.RunUntilStoppedAsync();
