using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WmoPlatform.AppHost;

/// <summary>Runs the platform for a person at a terminal: what is ready, the demo, where everything is, and an orderly stop.</summary>
internal static class Voortgang
{
    /// <summary>Says what went wrong; gives the exit code.</summary>
    public static int Fout(string uitleg)
    {
        Console.Error.WriteLine($"FOUT: {uitleg}");
        return 1;
    }

    /// <summary>Runs the platform from start to stop; gives the exit code.</summary>
    /// <exception cref="Mislukt">Something is in the way: nothing was started.</exception>
    public static async Task<int> Draai(DistributedApplication app, Opties opties)
    {
        var stop = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await Vooraf.Regel(app, opties, stop);
        Console.WriteLine($"WmoPlatform starten (gegevens en logboeken in {opties.Data})");
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        var nodig = model.Resources.Where(r => r.Blijft() || r.IsEenmalig()).ToArray();
        await using var logboeken = new Logboeken(app, Path.Combine(opties.Data, "logs"));
        using var opgegeven = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var gestart = Task.CompletedTask;
        try
        {
            // StartAsync ends when the last resource has started, which may be never. WachtTotKlaar still names what is not ready in time.
            var klaar = WachtTotKlaar(app, nodig, logboeken, stop);
            gestart = app.StartAsync(opgegeven.Token);
            if (await Task.WhenAny(klaar, gestart) == gestart) await gestart;
            await klaar;

            // A demo that a developer starts from the dashboard shows its output there.
            logboeken.OpScherm = opties.Demo ? Demonstratie.Naam : null;
            var uitkomst = opties.Demo ? await Demonstratie.Speel(app, stop) : 0;
            if (opties.Once) return uitkomst;
            logboeken.OpScherm = null;
            Console.WriteLine(Adressen(app, model, opties));
            await Task.Delay(Timeout.Infinite, stop);
            return 0;
        }
        catch (Mislukt fout)
        {
            return Fout(fout.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return opties.Once ? 130 : 0;
        }
        finally
        {
            Console.WriteLine();
            Console.WriteLine("Stoppen …");
            // Resources that are still starting end first. The reason has been reported already.
            await opgegeven.CancelAsync();
            await gestart.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await app.StopAsync(CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // A part of Aspire that was cancelled during its start throws this. The other parts have stopped.
            }
            File.Delete(Vooraf.Merk(opties.Data));
            Console.WriteLine($"Alles is gestopt. De gegevens staan in {opties.Data}");
        }
    }

    /// <summary>The address that opens the dashboard and signs in; null without a dashboard.</summary>
    public static Uri? Dashboard(DistributedApplication app)
    {
        var instellingen = app.Services.GetRequiredService<IConfiguration>();
        if (app.Services.GetRequiredService<DistributedApplicationOptions>().DisableDashboard) return null;
        return instellingen["ASPNETCORE_URLS"]?.Split(';')[0] is { Length: > 0 } adres
            ? new Uri($"{adres}/login?t={instellingen["AppHost:BrowserToken"]}")
            : null;
    }

    private static async Task WachtTotKlaar(
        DistributedApplication app, IReadOnlyList<IResource> resources, Logboeken logboeken, CancellationToken stop)
    {
        var begin = Stopwatch.GetTimestamp();
        // Tests and measurements on a busy machine set a longer time.
        var geduld = TimeSpan.FromSeconds(app.Services.GetRequiredService<IConfiguration>().GetValue("WMOPLATFORM_GEDULD", 180));
        var wachtOp = new ConcurrentDictionary<string, bool>(resources.Select(r => KeyValuePair.Create(r.Name, true)));
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(stop);
        grens.CancelAfter(geduld);
        var wachters = resources.Select(async r =>
        {
            if (r.IsEenmalig()) await Gedaan(r);
            else await app.ResourceNotifications.WaitForResourceHealthyAsync(r.Name, WaitBehavior.StopOnResourceUnavailable, grens.Token);
            wachtOp.TryRemove(r.Name, out _);
            Console.WriteLine($"  {Titel(r.Name),-34} klaar na {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s");
            return r.Name;
        }).ToArray();
        try
        {
            await foreach (var wachter in Task.WhenEach(wachters)) await wachter;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            var wacht = wachtOp.Keys.ToLookup(n => app.ResourceNotifications.TryGetCurrentState(n, out var nu)
                && nu.Snapshot.State?.Text == KnownResourceStates.Waiting);
            throw new Mislukt($"Niet klaar na {geduld.TotalSeconds:0} s: {string.Join(", ", wacht[false].Order())}."
                + (wacht[true].Any() ? $" Daarop wachten {string.Join(", ", wacht[true].Order())}." : "") + Regels(wacht[false]));
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            var naam = resources[Array.FindIndex(wachters, w => w.IsFaulted)].Name;
            await grens.CancelAsync();
            if (fout is Mislukt) throw;
            var code = app.ResourceNotifications.TryGetCurrentState(naam, out var nu) ? nu.Snapshot.ExitCode : null;
            throw new Mislukt($"{Titel(naam)} is gestopt voor hij klaar was{(code is null ? "" : $" (exitcode {code})")}.{Regels([naam])}");
        }
        Console.WriteLine($"Het platform is klaar, na {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s.");

        async Task Gedaan(IResource resource)
        {
            await app.ResourceNotifications.WaitForResourceAsync(resource.Name, KnownResourceStates.TerminalStates, grens.Token);
            if (!app.ResourceNotifications.TryGetCurrentState(resource.Name, out var nu) || nu.Snapshot.ExitCode != 0)
                throw new DistributedApplicationException($"{resource.Name} is mislukt.");
        }

        string Regels(IEnumerable<string> namen) =>
            string.Concat(namen.Select(n => $"\n--- {n}:\n{string.Join('\n', logboeken.Laatste(n))}"));
    }

    private static string Titel(string naam) => naam switch
    {
        "postgres" => "PostgreSQL",
        "rabbitmq" => "RabbitMQ",
        _ => string.Concat(naam[..1].ToUpper(CultureInfo.InvariantCulture), naam[1..]),
    };

    private static string Adressen(DistributedApplication app, DistributedApplicationModel model, Opties opties)
    {
        return $"""

            Adressen
              Catalogus en documentatie van de API's   {Adres("gateway")}/
              Aanmelden (ketensimulator)               {Adres("keten")}/.well-known/openid-configuration
              Dashboard (deze koppeling meldt u aan)   {Dashboard(app)}
              PostgreSQL                               {Adres("postgres")}
              RabbitMQ                                 {Adres("rabbitmq")}
              Verstuurde e-mail                        {Path.Combine(opties.Data, "post")}
              Logboeken                                {Path.Combine(opties.Data, "logs")}

            Aanmelden als demogebruiker (client credentials, geheim: demo)
              demo-inwoner  demo-consulent  demo-beslisser  demo-backoffice  demo-aanbieder  demo-beheer  demo-keten  demo-systeem
              demo-auditor
              Bijvoorbeeld:
              curl -s {Adres("keten")}/token -d grant_type=client_credentials -d client_id=demo-consulent -d client_secret=demo

            Ctrl-C stopt alles.
            """;

        string Adres(string naam)
        {
            var resource = model.Resources.OfType<IResourceWithEndpoints>().FirstOrDefault(r => r.Name == naam);
            return resource?.GetEndpoints().FirstOrDefault() is { IsAllocated: true } e
                ? e.Url.Replace("tcp://", "", StringComparison.Ordinal)
                : "gegeven";
        }
    }
}
