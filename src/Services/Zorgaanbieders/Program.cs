using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Mislukt;
using WmoPlatform.Messaging.Verzoeken;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Zorgaanbieders;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Verzoeken;
using WmoPlatform.Zorgaanbieders.Wijzigingen;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(new ApiBeschrijving("Zorgaanbieders", "/zorgaanbieders/v1", "Gecontracteerde zorgaanbieders, en de toewijzing van hulp aan hen (iWmo 3.2)."));
builder.AddMessaging<ZorgaanbiedersDb>(Diensten.Zorgaanbieders);
builder.AddKetenverkeer<ZorgaanbiedersDb>("Ggk");
builder.AddGemeente();
builder.Services.AddScoped<ToewijzingMelden>().AddScoped<Wijzigen>().AddScoped<Verzoekbehandeling>().AddScoped<Verzoekpost>();

var app = builder.Build();
app.UseServiceDefaults();
var api = app.MapApi().MetNieuwePoging();
api.MapZorgaanbiederVastleggen();
api.MapZorgaanbiedersInzien();
api.MapToewijzingenInzien();
api.MapAndereAanbieder();
api.MapOpnieuwAanbieden();
api.MapToewijzingWijzigen();
api.MapVerzoekDoen();
api.MapVerzoekenInzien();
api.MapVerzoekBeantwoorden();
api.MapMetDeHandVastleggen();
api.MapBerichten("/iwmo/berichten");
api.MapMislukteBerichten();
app.MapDefaultEndpoints();

await app.MigreerAsync<ZorgaanbiedersDb>();
await app.RunAsync();
