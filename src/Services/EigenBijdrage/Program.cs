using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving(
    "Eigen bijdrage", "/eigen-bijdrage/v1", "Wat het CAK weet over de eigen bijdrage van een inwoner (Wmo 2015 art. 2.1.4)."));
builder.AddGemeente(nameof(Gemeente.Code));
builder.AddMessaging<EigenBijdrageDb>(Diensten.EigenBijdrage);
builder.AddKetenverkeer<EigenBijdrageDb>("Cak");
builder.Services.AddSingleton(Cakgrenzen.Lees(builder.Configuration)).AddScoped<CakSignaal>().AddScoped<Cakantwoord>();
builder.Services.AddHostedService<UitgesteldSignaleren>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapBijdrageInzien();
api.MapOpnieuwSignaleren();
api.MapMetDeHandVastleggen();
api.MapCorrigeren();
api.MapBerichten("/ieb/berichten");
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<EigenBijdrageDb>();
await app.RunUntilStoppedAsync();
