using System.Text.Json;
using System.Text.Json.Serialization;
using WmoPlatform.Keten;
using WmoPlatform.Keten.Aanmelding;
using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Post;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
{
    // An unset environment counts as Production: simulators start only for a developer who asks for them.
    await Console.Error.WriteLineAsync(
        "De ketensimulator start alleen in Development: hij geeft iedereen tokens en doet alsof hij SVB, CAK, GGk en BRP is. "
        + "Zet ASPNETCORE_ENVIRONMENT op Development.");
    return 1;
}

builder.AddServiceDefaults();
builder.Services.ConfigureHttpJsonOptions(o =>
    o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower)));
builder.Services.AddFouten();
builder.Services.AddHttpClient(nameof(Bezorging), http =>
{
    http.BaseAddress = new Uri(builder.Configuration["Platform:Gateway"] ?? "http://localhost:8080");
    http.Timeout = TimeSpan.FromSeconds(15);
});
builder.Services.AddSingleton<Gedragingen>();
builder.Services.AddSingleton<Logboek>();
builder.Services.AddSingleton<Partners>();
builder.Services.AddSingleton<Postkamer>();
builder.Services.AddSingleton<Bezorging>();
builder.Services.AddSingleton<Loket>();
builder.Services.AddSingleton<Beheer.Opdrachten>();
builder.Services.AddSingleton<Uitgever>();
builder.Services.AddSingleton<Clients>();
builder.Services.AddSingleton<Inlogcodes>();
builder.Services.AddSingleton<Uitgifte>();
builder.Services.AddSingleton<Persoonslijsten>();
builder.Services.AddSingleton<Volgindicaties>();

var app = builder.Build();
app.UseFoutafhandeling();
app.MapDefaultEndpoints();
app.MapPost("/ggk/berichten", Loket.Ggk);
app.MapPost("/svb/berichten", Loket.Svb);
app.MapPost("/cak/berichten", Loket.Cak);
app.MapPost("/brp/personen", PersonenBevragen.Beantwoord);
app.MapVolgen();
app.MapAanmelding();
app.MapBeheer();
app.Services.GetRequiredService<Postkamer>().Herstel();
await app.RunUntilStoppedAsync();
return 0;
