using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>
/// A story about one resident. Each method adds a step: something that a person does, or something that the story expects. Awaiting
/// performs the steps in order. A story without a day has not begun, so it begins with <see cref="Op"/>.
/// <code>await Op("vrijdag 24 april 2026").Melding().Onderzocht();</code>
/// </summary>
public abstract partial class Verhaal : IAsyncLifetime
{
    private readonly Platform _platform;
    private readonly Inwoner _inwoner;
    private Queue<Func<Task>> _stappen = new();
    private bool _heeftPlaats;
    private string _laatsteVerzoek = "";
    private string _laatsteOpschorting = "";
    private string _laatsteVoornemen = "";
    private string _gelezen = "";
    private string _eerder = "";
    private string _andere = "";
    private string _laatsteVordering = "";

    /// <param name="platform">The platform that all stories share.</param>
    /// <param name="metDigiD">Whether the resident can sign in.</param>
    protected Verhaal(Platform platform, bool metDigiD = false)
    {
        ArgumentNullException.ThrowIfNull(platform);
        (_platform, _inwoner) = (platform, platform.NieuweInwoner(metDigiD));
    }

    private string Dossiernummer { get; set; } = "";
    private string Meldingnummer { get; set; } = "";
    private string Aanvraagnummer { get; set; } = "";
    private List<Guid> Voorzieningen { get; } = [];

    /// <summary>The zaak that the story is about now.</summary>
    private string Zaaknummer => _procedure ?? Meldingnummer;

    private string Onderzoekspad => $"/onderzoek/v1/onderzoeken/{Meldingnummer}";
    private string Aanvraagpad => $"/beschikkingen/v1/aanvragen/{Aanvraagnummer}";

    public ValueTask InitializeAsync()
    {
        _platform.Tijd.Begin();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _platform.Tijd.Einde(_heeftPlaats);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public TaskAwaiter GetAwaiter() => Speel().GetAwaiter();

    /// <summary>It becomes this day. Between the days the platform does what falls due by itself.</summary>
    /// <param name="dag">For instance "vrijdag 24 april 2026".</param>
    /// <param name="om">The time in Amsterdam.</param>
    internal Verhaal Op(string dag, string om = "10:00") => Stap(async () =>
    {
        var moment = Dag.Om(Dag.Lees(dag), TimeOnly.ParseExact(om, "HH:mm", CultureInfo.InvariantCulture));
        var had = _heeftPlaats;
        _heeftPlaats = false;
        await _platform.Tijd.Tot(moment, had);
        _heeftPlaats = true;
    });

    /// <summary>The step is refused with this code, and with this article if the refusal names one.</summary>
    internal Verhaal Geweigerd(string code, string? artikel, Action stap) => Stap(async () =>
    {
        var rest = _stappen;
        _stappen = new();
        stap();
        try
        {
            await Speel();
        }
        catch (Geweigerd g)
        {
            (g.Code, g.Artikel).ShouldBe((code, artikel), g.Message);
            return;
        }
        finally
        {
            _stappen = rest;
        }
        throw new ShouldAssertException($"Dit had geweigerd moeten worden met {code}, maar het lukte.");
    });

    private Verhaal Stap(Func<Task> stap)
    {
        _stappen.Enqueue(stap);
        return this;
    }

    private async Task Speel()
    {
        while (_stappen.TryDequeue(out var stap)) await stap();
    }

    private string Vandaag => _platform.Vandaag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Iso(string? dag) => dag is null ? null : Dag.Lees(dag).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<JsonNode> LeesDossier() => _platform.Lees(Mensen.Beslisser, $"/dossiers/v1/dossiers/{Dossiernummer}");

    /// <summary>Waits until the story is as expected. The services hear of each other's events within a moment.</summary>
    private async Task Verwacht<T>(string wat, Func<Task<T>> lees, T verwacht)
    {
        T? laatst = default;
        try
        {
            await Tot.Waar(async () => EqualityComparer<T>.Default.Equals(laatst = await lees(), verwacht), TimeSpan.FromSeconds(15));
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"{wat} in {Dossiernummer}, op {Dag.Voluit(_platform.Vandaag)}:\n  verwacht  {verwacht}\n"
                + $"  maar was  {laatst}\n{await Toestand()}");
        }
    }

    private async Task<string> Toestand()
    {
        var dossier = await LeesDossier();
        var tijdlijn = dossier["tijdlijn"]!.AsArray().Select(r => $"  {Op(r!)} {r!["wat"]}");
        var termijnen = dossier["termijnen"]!.AsArray()
            .Select(t => $"  {t!["soort"]} {t["start"]} {t["uiterlijk"]} {t["status"]} {t["zaak"]}");
        return $"{dossier["status"]}: {dossier["aanZet"]!.ToJsonString()}\n{string.Join('\n', tijdlijn)}\n{string.Join('\n', termijnen)}";

        static string Op(JsonNode regel) => Dag.Voluit(TestKlok.Dag(regel["op"]!.GetValue<DateTimeOffset>()));
    }
}
