using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.AppHost;

/// <summary>The demo as a resource: a process that plays two dossiers and ends. A command in the dashboard plays it again.</summary>
internal static class Demonstratie
{
    public const string Naam = "demo";

    public static void Voeg(
        IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, IResourceBuilder<ProjectResource> keten,
        string post)
    {
        // Speel starts it when the platform is ready; the command starts it again.
        builder.AddProject<Projects.Demo>(Naam, launchProfileName: null)
            .AlsProgramma()
            .WithArgs(gateway.GetEndpoint("http"), keten.GetEndpoint("http"), post)
            .WithExplicitStart()
            .WithCommand("speel", "Speel de demo na", opdracht => Start(opdracht.Services, opdracht.CancellationToken), new CommandOptions
            {
                Description = "Speelt twee dossiers na, van melding tot en met het CAK. Het verloop staat in de logboeken van demo.",
                IconName = "Play",
                UpdateState = staat => Bezig(staat.ResourceSnapshot) ? ResourceCommandState.Disabled : ResourceCommandState.Enabled,
            });
    }

    /// <summary>Plays the demo and waits until it has ended; gives its exit code.</summary>
    public static async Task<int> Speel(DistributedApplication app, CancellationToken stop)
    {
        var vorige = app.ResourceNotifications.TryGetCurrentState(Naam, out var eerder) ? eerder.Snapshot.StartTimeStamp : null;
        if (await Start(app.Services, stop) is { Success: false } mislukt) throw new Mislukt($"De demo start niet: {mislukt.Message}");
        var gespeeld = await app.ResourceNotifications.WaitForResourceAsync(Naam,
            nu => nu.Snapshot is { ExitCode: not null } staat && staat.StartTimeStamp != vorige
                && KnownResourceStates.TerminalStates.Contains(staat.State?.Text),
            stop);
        return gespeeld.Snapshot.ExitCode ?? 1;
    }

    private static Task<ExecuteCommandResult> Start(IServiceProvider diensten, CancellationToken stop) =>
        diensten.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(Naam, KnownResourceCommands.StartCommand, stop);

    private static bool Bezig(CustomResourceSnapshot staat) => staat.State?.Text is "Running" or "Starting" or "Stopping";
}
