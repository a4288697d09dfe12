using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WmoPlatform.AppHost;

/// <summary>Decides how our processes start, and when they are ready (docs/decisions/0029).</summary>
internal static class Processen
{
    /// <summary>The port of a resource. A test gets a free one, so that it never meets the platform of the developer.</summary>
    public static int? Poort(this IDistributedApplicationBuilder builder, int poort) =>
        builder.ExecutionContext.IsPublishMode || builder.Configuration.GetValue("DcpPublisher:RandomizePorts", false) ? null : poort;

    /// <summary>
    /// Starts the built program itself. Aspire would start <c>dotnet run</c> around it, which evaluates the project once more and stays in
    /// memory beside each process. An IDE and dotnet watch start projects in their own way, and publishing starts nothing.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AlsProgramma(this IResourceBuilder<ProjectResource> proces)
    {
        var builder = proces.ApplicationBuilder;
        var andersGestart = builder.Configuration["DEBUG_SESSION_PORT"] is { Length: > 0 }
            || builder.Configuration.GetValue("DOTNET_WATCH", false);
        if (!builder.ExecutionContext.IsRunMode || andersGestart) return proces;
        var project = Path.GetFileNameWithoutExtension(proces.Resource.GetProjectMetadata().ProjectPath);
        var map = Path.Combine(Opties.Artifacts, "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name);
        return proces
            .WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = map })
            .WithArgs(Path.Combine(map, $"WmoPlatform.{project}.dll"));
    }

    /// <summary>The process does its work once and ends.</summary>
    public static IResourceBuilder<ProjectResource> Eenmalig(this IResourceBuilder<ProjectResource> proces) =>
        proces.WithAnnotation(new EenmaligAnnotation());

    /// <summary>Whether it is a process that starts with the platform and runs as long as it.</summary>
    public static bool Blijft(this IResource resource) =>
        (resource is ProjectResource or NativeServer || resource.IsContainer())
        && !resource.HasAnnotationOfType<ExplicitStartupAnnotation>() && !resource.IsEenmalig();

    /// <summary>Whether it is a process that does its work once, before others start.</summary>
    public static bool IsEenmalig(this IResource resource) => resource.HasAnnotationOfType<EenmaligAnnotation>();

    private sealed class EenmaligAnnotation : IResourceAnnotation;

    /// <summary>
    /// The resource is ready when the question succeeds. Aspire itself asks again after one second, then two, up to five. This check
    /// repeats the question five times a second, so that the next resource starts as soon as this one is ready.
    /// </summary>
    public static IResourceBuilder<T> WithGezondheid<T>(this IResourceBuilder<T> resource, string naam, Func<CancellationToken, Task> vraag)
        where T : IResource
    {
        var controle = new HealthCheckRegistration(naam, new Gezondheid(vraag), HealthStatus.Unhealthy, tags: null);
        resource.ApplicationBuilder.Services.AddHealthChecks().Add(controle);
        return resource.WithHealthCheck(naam);
    }

    /// <summary>The process is ready when <c>/health/ready</c> says so.</summary>
    public static IResourceBuilder<T> WithReadiness<T>(this IResourceBuilder<T> proces, HttpClient http) where T : IResourceWithEndpoints
    {
        var adres = proces.GetEndpoint("http");
        return proces.WithGezondheid($"{proces.Resource.Name}-klaar", async stop =>
        {
            using var antwoord = await http.GetAsync(new Uri($"{await adres.GetValueAsync(stop)}/health/ready"), stop);
            antwoord.EnsureSuccessStatusCode();
        });
    }

    private sealed class Gezondheid(Func<CancellationToken, Task> vraag) : IHealthCheck
    {
        private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stop.CancelAfter(Geduld);
            while (true)
            {
                try
                {
                    await vraag(stop.Token);
                    return HealthCheckResult.Healthy();
                }
                catch (Exception fout) when (!cancellationToken.IsCancellationRequested)
                {
                    if (stop.IsCancellationRequested) return HealthCheckResult.Unhealthy(fout.Message);
                    await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                }
            }
        }
    }
}
