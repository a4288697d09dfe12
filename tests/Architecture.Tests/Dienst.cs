using System.Reflection;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Architecture.Tests;

internal static class Dienst
{
    /// <summary>Every service there is.</summary>
    public static TheoryData<string> Alle => [.. Huis.Diensten];

    /// <summary>Does for one service what is written for any database.</summary>
    /// <param name="dienst">The service, as its folder is called.</param>
    /// <param name="loop">The generic method, with any database; it gets the name under which the service is known.</param>
    public static Task Doe(string dienst, Func<string, Task> loop)
    {
        var database = Assembly.Load($"WmoPlatform.{dienst}").GetTypes().Single(t => t.IsSubclassOf(typeof(ServiceDb)));
        return loop.Method.GetGenericMethodDefinition().MakeGenericMethod(database)
            .CreateDelegate<Func<string, Task>>()(dienst.ToLowerInvariant());
    }

    /// <summary>Starts a service as it is, with partners that never answer.</summary>
    public static Task<DienstFabriek<TDb>> StartAsync<TDb>(string naam) where TDb : ServiceDb =>
        DienstFabriek.StartAsync<TDb>(naam, instellingen: new Dictionary<string, string>
        {
            ["Gemeente:Code"] = "0034",
            ["Gemeente:Naam"] = "Almere",
            ["Gemeente:Telefoon"] = "14 036",
            ["Gemeente:Clientondersteuning"] = "OCO Almere",
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
            ["Partners:Brp:Adres"] = "http://127.0.0.1:1/personen",
            ["Partners:Ggk:Adres"] = "http://127.0.0.1:1/ggk",
            ["Partners:Svb:Adres"] = "http://127.0.0.1:1/svb",
            ["Partners:Cak:Adres"] = "http://127.0.0.1:1/cak",
            ["Smtp:Ophaalmap"] = Path.Combine(AppContext.BaseDirectory, "post"),
        });
}
