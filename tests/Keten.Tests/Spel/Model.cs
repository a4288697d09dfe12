using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// The processes of the platform as AppHost describes them, each on a port of its own: what the tests prove, they prove of the settings
/// that people run with.
/// </summary>
internal sealed partial class Model
{
    // Only described, never started: the model is the same for every platform of this test process.
    private static readonly Lazy<Task<Model>> Een = new(LeesAsync);

    private readonly Dictionary<string, (string Project, Dictionary<string, string> Instellingen)> _processen;
    private readonly string _data;

    private Model(Dictionary<string, (string, Dictionary<string, string>)> processen, string data) =>
        (_processen, _data) = (processen, data);

    public static Task<Model> VanAppHost => Een.Value;

    /// <summary>Every process that stays: its name and its project.</summary>
    public IEnumerable<(string Naam, string Project)> Processen => _processen.Select(p => (p.Key, p.Value.Project));

    /// <summary>Those that have a database.</summary>
    public IEnumerable<string> Diensten =>
        _processen.Where(p => p.Value.Instellingen.ContainsKey($"ConnectionStrings__{p.Key}")).Select(p => p.Key);

    /// <summary>The environment of one process.</summary>
    /// <param name="naam">For instance <c>meldingen</c>.</param>
    /// <param name="data">The folder for its data.</param>
    /// <param name="poorten">The port of every process.</param>
    /// <param name="waarden">What the model leaves open, for instance <c>meldingen-db.connectionString</c>.</param>
    public Dictionary<string, string?> Omgeving(
        string naam, string data, IReadOnlyDictionary<string, int> poorten, Func<string, string> waarden)
    {
        return _processen[naam].Instellingen.ToDictionary(i => i.Key,
            i => (string?)Vul(i.Value).Replace(_data, data, StringComparison.Ordinal));

        string Vul(string waarde) => OpenPlek().Replace(waarde, m => m.Groups[1].Value switch
        {
            var wat when Binding().Match(wat) is { Success: true } plek => Adres(poorten[plek.Groups[1].Value], plek.Groups[2].Value),
            var wat => waarden(wat),
        });

        static string Adres(int poort, string wat) => wat switch
        {
            "url" => $"http://127.0.0.1:{poort}",
            "scheme" => "http",
            "host" => "127.0.0.1",
            _ => poort.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static async Task<Model> LeesAsync()
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-model-").FullName;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--native", $"WMOPLATFORM_DATA={data}"]);
        var processen = new Dictionary<string, (string, Dictionary<string, string>)>();
        // Publish leaves open what only a running platform knows: addresses, passwords and ports become expressions.
        var context = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish);
        foreach (var proces in builder.Resources.OfType<ProjectResource>().Where(p => !p.HasAnnotationOfType<ExplicitStartupAnnotation>()))
        {
            var omgeving = await ExecutionConfigurationBuilder.Create(proces).WithEnvironmentVariablesConfig()
                .BuildAsync(context, NullLogger.Instance, CancellationToken.None);
            var project = Path.GetFileNameWithoutExtension(proces.GetProjectMetadata().ProjectPath);
            processen[proces.Name] = (project, omgeving.EnvironmentVariables.ToDictionary());
        }
        return new Model(processen, data);
    }

    [GeneratedRegex(@"\{([\w.-]+)\}")]
    private static partial Regex OpenPlek();

    [GeneratedRegex(@"^(\w+)\.bindings\.http\.(\w+)$")]
    private static partial Regex Binding();
}
