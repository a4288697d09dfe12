using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace WmoPlatform.Schrijver;

/// <summary>The model of AppHost as data: its resources and their settings. Nothing starts.</summary>
public sealed class Beschrijving
{
    private Beschrijving(
        IReadOnlyList<IResource> resources, Dictionary<string, IReadOnlyDictionary<string, string>> instellingen, string data)
    {
        var eenmalig = resources.SelectMany(r => r.Annotations.OfType<WaitAnnotation>())
            .Where(w => w.WaitType == WaitType.WaitForCompletion).Select(w => w.Resource.Name).ToHashSet();
        Resources = resources;
        Instellingen = instellingen.Where(p => !eenmalig.Contains(p.Key)).ToDictionary();
        Eenmalig = instellingen.Where(p => eenmalig.Contains(p.Key)).ToDictionary();
        Data = data;
    }

    /// <summary>Everything that AppHost adds.</summary>
    public IReadOnlyList<IResource> Resources { get; }

    /// <summary>The environment of every process that does its work once, before the others start.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Eenmalig { get; }

    /// <summary>
    /// The environment of every process that keeps running, except the demo. A value that only a running platform knows is an expression
    /// between braces.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Instellingen { get; }

    /// <summary>The data folder that the settings name. It no longer exists.</summary>
    public string Data { get; }

    /// <summary>The name of a process's project.</summary>
    public string Project(string proces) => Path.GetFileNameWithoutExtension(
        Resources.OfType<ProjectResource>().Single(p => p.Name == proces).GetProjectMetadata().ProjectPath);

    /// <summary>The port on which a resource listens on a developer's machine.</summary>
    public int? Poort(string resource) => Resources.Single(r => r.Name == resource).Annotations.OfType<EndpointAnnotation>().First().Port;

    /// <summary>The connection string of a resource, as an expression.</summary>
    public string Verbinding(string resource) =>
        Resources.OfType<IResourceWithConnectionString>().Single(r => r.Name == resource).ConnectionStringExpression.ValueExpression;

    /// <summary>The image of a container, without its registry.</summary>
    public string Image(string container)
    {
        var image = Resources.Single(r => r.Name == container).Annotations.OfType<ContainerImageAnnotation>().Last();
        return string.Create(CultureInfo.InvariantCulture, $"{image.Image[(image.Image.LastIndexOf('/') + 1)..]}:{image.Tag}");
    }

    /// <summary>The arguments of a container.</summary>
    public async Task<IReadOnlyList<string>> ArgumentenAsync(string container) =>
    [
        .. (await ExecutionConfigurationBuilder.Create(Resources.Single(r => r.Name == container)).WithArgumentsConfig()
            .BuildAsync(Publiceren, NullLogger.Instance, default)).Arguments.Select(a => a.Value),
    ];

    /// <summary>The values that an operator fills in, in the order of the model.</summary>
    public IEnumerable<ParameterResource> Parameters => Resources.OfType<ParameterResource>();

    /// <summary>Publishing turns the values that only a running platform knows into expressions: addresses, passwords and ports.</summary>
    private static DistributedApplicationExecutionContext Publiceren => new(DistributedApplicationOperation.Publish);

    /// <summary>Reads the model.</summary>
    /// <param name="opties">Options of AppHost.</param>
    public static async Task<Beschrijving> LeesAsync(params string[] opties)
    {
        // AppHost keeps secrets in its data folder, also when it is only read.
        var data = Directory.CreateTempSubdirectory("wmoplatform-model-").FullName;
        try
        {
            var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [
                .. opties, $"WMOPLATFORM_DATA={data}", "DcpPublisher:RandomizePorts=false",
                "ConnectionStrings:postgres=", "ConnectionStrings:rabbitmq=",
            ]);
            var instellingen = new Dictionary<string, IReadOnlyDictionary<string, string>>();
            foreach (var proces in builder.Resources.OfType<ProjectResource>()
                .Where(p => !p.HasAnnotationOfType<ExplicitStartupAnnotation>()))
            {
                var omgeving = await ExecutionConfigurationBuilder.Create(proces).WithEnvironmentVariablesConfig()
                    .BuildAsync(Publiceren, NullLogger.Instance, default);
                instellingen[proces.Name] = omgeving.EnvironmentVariables.ToDictionary();
            }
            return new Beschrijving([.. builder.Resources], instellingen, data);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>A developer's machine without Docker.</summary>
    public static Task<Beschrijving> NativeAsync() => LeesAsync("--native");

    /// <summary>A developer's machine with Docker.</summary>
    public static Task<Beschrijving> ContainersAsync() => LeesAsync();

    /// <summary>The platform that AppHost publishes for an operator.</summary>
    public static Task<Beschrijving> ProductieAsync() =>
        LeesAsync("--operation", "publish", "--publisher", "manifest", "--output-path", Path.Combine(Path.GetTempPath(), "manifest"));
}
