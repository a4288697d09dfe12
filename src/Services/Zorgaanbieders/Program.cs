using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Mislukt;
using WmoPlatform.Messaging.Verzoeken;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Zorgaanbieders;
using WmoPlatform.Zorgaanbieders.Declaraties;
using WmoPlatform.Zorgaanbieders.Opslag;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Zorgaanbieders", "/zorgaanbieders/v1", "Gecontracteerde zorgaanbieders, en de toewijzing van hulp aan hen (iWmo 3.2)."));
builder.AddMessaging<ZorgaanbiedersDb>(Diensten.Zorgaanbieders);
builder.AddKetenverkeer<ZorgaanbiedersDb>("Ggk");
builder.AddGemeente();
builder.AddDeclaraties();
builder.Services.AddScoped<ToewijzingMelden>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().MetNieuwePoging();
api.MapZorgaanbiederVastleggen();
api.MapZorgaanbiedersInzien();
api.MapToewijzingenInzien();
api.MapAndereAanbieder();
api.MapMetDeHandVastleggen();
api.MapDeclaratiesInzien();
api.MapDeclaratieGoedkeuren();
api.MapBerichten("/iwmo/berichten");
api.MapMislukteBerichten();
app.MapDefaultEndpoints();

await app.MigreerAsync<ZorgaanbiedersDb>();
await app.RunAsync();
