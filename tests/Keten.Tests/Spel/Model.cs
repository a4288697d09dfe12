using System.Globalization;
using System.Text.RegularExpressions;
using WmoPlatform.Schrijver;

namespace WmoPlatform.Keten.Tests.Spel;

/// <summary>
/// The processes of the platform as AppHost describes them, each on its own port, so that the tests run with the settings of the real
/// platform.
/// </summary>
internal sealed partial class Model
{
    // The model only describes the processes, so all platforms of this test process share it.
    private static readonly Lazy<Task<Model>> Een = new(LeesAsync);

    private readonly Beschrijving _model;
    private readonly Dictionary<string, string> _keuzes;

    private Model(Beschrijving model, Dictionary<string, string> keuzes) => (_model, _keuzes) = (model, keuzes);

    public static Task<Model> VanAppHost => Een.Value;

    /// <summary>The name and the project of every process that keeps running.</summary>
    public IEnumerable<(string Naam, string Project)> Processen => _model.Instellingen.Keys.Select(naam => (naam, _model.Project(naam)));

    /// <summary>The processes that have a database.</summary>
    public IEnumerable<string> Diensten =>
        _model.Instellingen.Where(p => p.Value.ContainsKey($"ConnectionStrings__{p.Key}")).Select(p => p.Key);

    /// <summary>The environment of one process.</summary>
    /// <param name="naam">For instance <c>meldingen</c>.</param>
    /// <param name="data">The folder for its data.</param>
    /// <param name="poorten">The port of every process.</param>
    /// <param name="waarden">The values that the model leaves open, for instance <c>meldingen-db.connectionString</c>.</param>
    public Dictionary<string, string?> Omgeving(
        string naam, string data, IReadOnlyDictionary<string, int> poorten, Func<string, string> waarden)
    {
        return _model.Instellingen[naam].ToDictionary(i => i.Key,
            i => (string?)Vul(i.Value).Replace(_model.Data, data, StringComparison.Ordinal));

        string Vul(string waarde) => OpenPlek().Replace(waarde, m => m.Groups[1].Value switch
        {
            var wat when Binding().Match(wat) is { Success: true } plek => Adres(poorten[plek.Groups[1].Value], plek.Groups[2].Value),
            var wat => _keuzes.GetValueOrDefault(wat) ?? waarden(wat),
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
        var model = await Beschrijving.NativeAsync();
        // The choices of a developer's machine, for instance the code of the municipality.
        var keuzes = new Dictionary<string, string>();
        foreach (var keuze in model.Parameters.Where(p => !p.Secret))
            keuzes[$"{keuze.Name}.value"] = (await keuze.GetValueAsync(CancellationToken.None))!;
        return new Model(model, keuzes);
    }

    [GeneratedRegex(@"\{([\w.-]+)\}")]
    private static partial Regex OpenPlek();

    [GeneratedRegex(@"^(\w+)\.bindings\.http\.(\w+)$")]
    private static partial Regex Binding();
}
