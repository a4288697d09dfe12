// A step of the deployment, before the services: it gives the broker what this version of the platform needs. It may run again at any
// time, also beside running services, and it removes nothing.
//
//   ConnectionStrings__rabbitmq          the administrator's AMQP URI
//   Broker__Beheer                       the address of the management API
//   Broker__Wachtwoorden__<dienst>       the password of each service
//   Broker__Bezorglimiet                 deliveries of one message before it is parked (1000)
//
// With --toon it only writes the definitions, for a broker that is set up in another way.

using System.Net;
using Microsoft.Extensions.Configuration;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.ServiceDefaults.Verbindingen;

var instellingen = new ConfigurationBuilder().AddEnvironmentVariables().Build();
try
{
    var broker = new Uri(Verplicht("ConnectionStrings:rabbitmq"));
    var vhost = broker.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(broker.AbsolutePath[1..]) : "/";
    var bezorglimiet = instellingen.GetValue("Broker:Bezorglimiet", Definitions.DeliveryLimit);
    var definities = Definitions.For(vhost, dienst => Verplicht($"Broker:Wachtwoorden:{dienst}"), bezorglimiet);
    if (args.Contains("--toon"))
    {
        Console.WriteLine(definities);
        return 0;
    }
    var beheeradres = new Uri(Verplicht("Broker:Beheer"));
    new Versleuteling(instellingen, ontwikkeling: false, opDeServer: true).EisHttps("Broker:Beheer", beheeradres);
    using var beheer = new Management(beheeradres, broker, instellingen.LeesTls("Broker", intrekking: false));
    await Laad(beheer, vhost, definities);
    Console.WriteLine($"De broker is ingericht: {Gebeurtenissen.Abonnementen.Count} diensten, {Gebeurtenissen.Bron.Count} gebeurtenissen.");
    return 0;
}
catch (Exception fout) when (fout is InvalidOperationException or HttpRequestException or UriFormatException or ArgumentException)
{
    Console.Error.WriteLine($"FOUT: de broker is niet ingericht. {fout.Message}");
    return 1;
}

string Verplicht(string naam) => instellingen[naam] is { Length: > 0 } waarde ? waarde
    : throw new InvalidOperationException($"Stel {naam.Replace(":", "__", StringComparison.Ordinal)} in.");

// A broker that is still starting gets two minutes. One that refuses says at once why.
static async Task Laad(Management beheer, string vhost, System.Text.Json.Nodes.JsonObject definities)
{
    var einde = DateTime.UtcNow.AddMinutes(2);
    while (true)
    {
        try
        {
            await beheer.LoadAsync(vhost, definities);
            return;
        }
        catch (HttpRequestException fout) when (fout.StatusCode is null or >= HttpStatusCode.InternalServerError && DateTime.UtcNow < einde)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }
}
