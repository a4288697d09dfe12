using System.Reflection;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Architecture.Tests;

internal static class Dienst
{
    /// <summary>The names of all services.</summary>
    public static TheoryData<string> Alle => [.. Huis.Diensten];

    /// <summary>Runs a generic method for one service, with the database of that service.</summary>
    /// <param name="dienst">The service, by the name of its folder.</param>
    /// <param name="loop">The generic method, closed over any database. It gets the name of the service in lower case.</param>
    public static Task Doe(string dienst, Func<string, Task> loop) =>
        loop.Method.GetGenericMethodDefinition().MakeGenericMethod(Database(dienst))
            .CreateDelegate<Func<string, Task>>(loop.Target)(dienst.ToLowerInvariant());

    /// <summary>The database of a service, for its model and its migrations. It connects to nothing.</summary>
    public static ServiceDb Open(string dienst)
    {
        var database = Database(dienst);
        var opties = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(database))!;
        return (ServiceDb)Activator.CreateInstance(database, opties.UseNpgsql().Options)!;
    }

    private static Type Database(string dienst) =>
        Assembly.Load($"WmoPlatform.{dienst}").GetTypes().Single(t => t.IsSubclassOf(typeof(ServiceDb)));

    /// <summary>Starts an unchanged service, with partners that never answer.</summary>
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
            ["Smtp:Gateway"] = "https://portaal.almere.example",
            ["Smtp:Ophaalmap"] = Path.Combine(AppContext.BaseDirectory, "post"),
        });
}
