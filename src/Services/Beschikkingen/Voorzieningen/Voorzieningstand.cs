using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>A voorziening as one decision made it. A later decision never changes an earlier stand.</summary>
/// <param name="Stand">Het hoeveelste besluit over deze voorziening.</param>
/// <param name="Soort">Wat voor besluit.</param>
/// <param name="BesluitId">Het besluit.</param>
/// <param name="Beschikkingnummer">Het nummer van het besluit.</param>
/// <param name="BekendgemaaktOp">De dag waarop het bekend werd.</param>
/// <param name="Delen">
/// De hulp die de inwoner daarna heeft, met wat de rechter opdroeg, op volgorde van tijd; leeg als er geen hulp is.
/// </param>
/// <param name="Eigen">Wat de gemeente zelf heeft toegekend, zonder wat de rechter opdroeg.</param>
public sealed record Voorzieningstand(
    int Stand, Besluitsoort Soort, Guid BesluitId, string Beschikkingnummer, DateOnly BekendgemaaktOp,
    IReadOnlyList<Voorzieningdeel> Delen, IReadOnlyList<Voorzieningdeel> Eigen)
{
    /// <value>Of tijdelijke hulp alleen verder is toegewezen. Dat is geen nieuw besluit.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LooptDoor { get; init; }

    /// <value>Of het geen besluit van een beslisser is: een consulent nam het in mandaat, of de inwoner kwam op iets terug.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ZonderBeslisser { get; init; }
}
