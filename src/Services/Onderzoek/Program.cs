using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Onderzoek", "/onderzoek/v1",
    "Het onderzoek na een melding: gesprek, indicatie, keuze en verslag (Wmo 2015 art. 2.3.2)."));
builder.AddMessaging<OnderzoekDb>(Diensten.Onderzoek);

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapOnderzoekInzien();
api.MapGesprekPlannen();
api.MapGesprekVastleggen();
api.MapDoorverwijzen();
api.MapIndicatieStellen();
api.MapIndicatieIntrekken();
api.MapGeenIndicatieStellen();
api.MapLeveringsvormKiezen();
api.MapVerslagVaststellen();
api.MapVerslagTerugsturen();
api.MapVerslagOndertekenen();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<OnderzoekDb>();
await app.RunUntilStoppedAsync();
