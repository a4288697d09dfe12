using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Correspondentie.Post;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Correspondentie", "/correspondentie/v1",
    "De brieven en e-mails die bij een dossier horen."));
builder.AddMessaging<CorrespondentieDb>(Diensten.Correspondentie);
builder.AddPost();
builder.Services.AddScoped<Briefpost>().AddScoped<Adresboek>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().WithRetryOnConflict();
api.MapVerzendingenInzien();
api.MapUitreiken();
api.MapEmailadresBevestigen();
api.MapOpnieuwVerzenden();
api.MapFailedMessages();
api.MapAccessLog();
api.MapResealing();
app.MapDefaultEndpoints();

await app.MigrateAsync<CorrespondentieDb>();
await app.RunUntilStoppedAsync();
