using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace WmoPlatform.AppHost.Tests;

/// <summary>The model of AppHost as data: what it would start, with which settings. Nothing starts.</summary>
internal sealed class Beschrijving
{
    private Beschrijving(
        IReadOnlyList<IResource> resources, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> instellingen) =>
        (Resources, Instellingen) = (resources, instellingen);

    public IReadOnlyList<IResource> Resources { get; }

    /// <summary>The environment of every process that stays; what only a running platform knows is an expression between braces.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Instellingen { get; }

    public string Project(string proces) =>
        Path.GetFileNameWithoutExtension(
            Resources.OfType<ProjectResource>().Single(p => p.Name == proces).GetProjectMetadata().ProjectPath);

    public int? Poort(string resource) => Resources.Single(r => r.Name == resource).Annotations.OfType<EndpointAnnotation>().First().Port;

    public string Verbinding(string resource) =>
        Resources.OfType<IResourceWithConnectionString>().Single(r => r.Name == resource).ConnectionStringExpression.ValueExpression;

    /// <param name="opties">Options of AppHost.</param>
    public static async Task<Beschrijving> LeesAsync(params string[] opties)
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-model-").FullName;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
        [
            .. opties, $"WMOPLATFORM_DATA={data}", "DcpPublisher:RandomizePorts=false",
            "ConnectionStrings:postgres=", "ConnectionStrings:rabbitmq=",
        ]);
        var context = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish);
        var instellingen = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var proces in builder.Resources.OfType<ProjectResource>().Where(p => !p.HasAnnotationOfType<ExplicitStartupAnnotation>()))
        {
            var omgeving = await ExecutionConfigurationBuilder.Create(proces).WithEnvironmentVariablesConfig()
                .BuildAsync(context, NullLogger.Instance, CancellationToken.None);
            instellingen[proces.Name] = omgeving.EnvironmentVariables.ToDictionary();
        }
        return new Beschrijving([.. builder.Resources], instellingen);
    }

    public static Task<Beschrijving> NativeAsync() => LeesAsync("--native");

    public static Task<Beschrijving> ContainersAsync() => LeesAsync();

    public static Task<Beschrijving> ProductieAsync() =>
        LeesAsync("--operation", "publish", "--publisher", "manifest", "--output-path", Path.Combine(Path.GetTempPath(), "manifest"));
}
