using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Proefdienst;
using WmoPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
// Ends the process as a power cut would, at the worst moment: the broker has confirmed the message, and the row is not deleted yet.
if (builder.Configuration.GetValue<bool>("Proef:SterfAfterConfirmation"))
{
    builder.Services.AddSingleton(new RelayHooks
    {
        AfterConfirmation = () =>
        {
            Environment.FailFast("proef");
            return Task.CompletedTask;
        },
    });
}
builder.AddMessaging<ProefDb>(Diensten.Meldingen);

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapPost("/schrijf/{dossiernummer}/{aantal:int}", async (string dossiernummer, int aantal, ProefDb db) =>
{
    var proef = new Proef(dossiernummer);
    for (var i = 0; i < aantal; i++) proef.Kondig();
    db.Add(proef);
    await db.SaveChangesAsync();
});
using (var scope = app.Services.CreateScope()) await scope.ServiceProvider.GetRequiredService<ProefDb>().Database.EnsureCreatedAsync();
await app.RunAsync();
