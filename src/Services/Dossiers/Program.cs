using WmoPlatform.Contracts;
using WmoPlatform.Dossiers;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Dossiers.Rekenhulp;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Dossiers", "/dossiers/v1",
    "De tijdlijn van een dossier, de termijnen die lopen en wie er aan zet is."));
builder.AddRekenhulp();
builder.AddMessaging<DossiersDb>(Diensten.Dossiers);
builder.Services.AddSingleton<BsnKenmerk>().AddSingleton<Feitengeheugen>().AddScoped<Projector>().AddScoped<Herbouw>();
builder.Services.AddSingleton<Bijwerken>().AddHostedService(sp => sp.GetRequiredService<Bijwerken>());
builder.Services.AddScoped<IRenewable, BsnKenmerken>().AddHostedService<Termijnmeting>();

// Disposed on every way out, also after a rebuild, so that the last log lines are still sent.
await using var app = builder.Build();
if (args is ["herbouw"]) return await app.HerbouwAsync();

app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapDossierInzien();
api.MapWerklijst();
api.MapNietGetoond();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapRekenhulp();
app.MapDefaultEndpoints();

await app.MigrateAsync<DossiersDb>();
await app.RunUntilStoppedAsync();
return 0;
