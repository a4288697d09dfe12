// After the database of one service was restored from a back-up: compares it with the others, and with --doe mends what can be mended
// without a person. Run it while that service is stopped; the others go on. It may run again at any time.
//
//   dotnet WmoPlatform.Herstel.dll <dienst> [--doe]
//   ConnectionStrings__<dienst>     of every service, as in the settings of that service

using Microsoft.Extensions.Configuration;
using WmoPlatform.Contracts;
using WmoPlatform.Herstel;
using WmoPlatform.ServiceDefaults.Verbindingen;

var instellingen = new ConfigurationBuilder().AddEnvironmentVariables().Build();
var diensten = Gebeurtenissen.Abonnementen.Keys.ToArray();
if (args is not [var dienst, ..] || !diensten.Contains(dienst))
{
    Console.Error.WriteLine($"FOUT: noem de dienst waarvan de database is teruggezet: {string.Join(", ", diensten)}.");
    return 2;
}
try
{
    await using var databases = new Databases(
        d => instellingen.GetConnectionString(d), new Versleuteling(instellingen, ontwikkeling: false, opDeServer: true));
    var herstel = await Vergelijking.Maak(databases, dienst);
    herstel.Vertel(Console.Out);
    if (!args.Contains("--doe"))
    {
        Console.WriteLine("Er is niets veranderd. Met --doe wordt dit hersteld.");
        return 0;
    }
    await herstel.Doe(databases, Console.Out);
    return 0;
}
catch (Exception fout) when (fout is InvalidOperationException or Npgsql.NpgsqlException)
{
    Console.Error.WriteLine($"FOUT: {fout.Message}");
    return 1;
}
