using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// The consequences of a decision that is late: the ingebrekestellingen, the dwangsom and the decision on it (Awb 4:17 to 4:20).
/// <see cref="Dwangsommen"/> derives the meaning of a notice, and the amount.
/// </summary>
public sealed record Dwangsomverloop
{
    /// <summary>By day of receipt.</summary>
    public IReadOnlyList<Ingebrekestelling> Ingebrekestellingen { get; init; } = [];

    /// <summary>The days that were announced as owed; 0 while none are.</summary>
    public int Aangekondigd { get; init; }

    /// <summary>The decision on the dwangsom; null before it.</summary>
    public Dwangsombesluit? Besluit { get; init; }
    public DateOnly? BetaaldOp { get; init; }

    /// <summary>The claims to get it back.</summary>
    public IReadOnlyList<Terugvordering> Terugvorderingen { get; init; } = [];

    /// <summary>The meaning of each notice. There is one dwangsom, so after the first that counts no other does.</summary>
    /// <param name="uiterlijk">The last day to decide.</param>
    /// <param name="staatStilSinds">The day since which the term stands still, until nobody knows when; null when it does not.</param>
    /// <param name="beleid">The municipality's readings of the circulaire, by day.</param>
    public IEnumerable<(Ingebrekestelling Brief, Ingebrekestellingsoordeel Oordeel)> Beoordeeld(
        DateOnly uiterlijk, DateOnly? staatStilSinds, Tabel<Gemeentebeleid> beleid)
    {
        var geldig = false;
        foreach (var brief in Ingebrekestellingen)
        {
            var oordeel = geldig ? Ingebrekestellingsoordeel.AlOntvangen
                : brief.OntvangenOp > staatStilSinds || Reken(brief, uiterlijk, null, brief.OntvangenOp, beleid).EersteDag is null
                    ? Ingebrekestellingsoordeel.TeVroeg
                : brief.OnredelijkLaat is not null ? Ingebrekestellingsoordeel.OnredelijkLaat
                : Ingebrekestellingsoordeel.Geldig;
            geldig |= oordeel == Ingebrekestellingsoordeel.Geldig;
            yield return (brief, oordeel);
        }
    }

    /// <summary>The dwangsom as of a day; null while no notice counts.</summary>
    /// <param name="uiterlijk">The last day to decide.</param>
    /// <param name="staatStilSinds">The day since which the term stands still, until nobody knows when; null when it does not.</param>
    /// <param name="bekendgemaaktOp">The day on which the decision was made known; null before it.</param>
    /// <param name="peildatum">The last day that is counted.</param>
    /// <param name="beleid">The municipality's readings of the circulaire, by day.</param>
    public Dwangsomberekening? Bereken(
        DateOnly uiterlijk, DateOnly? staatStilSinds, DateOnly? bekendgemaaktOp, DateOnly peildatum, Tabel<Gemeentebeleid> beleid) =>
        Beoordeeld(uiterlijk, staatStilSinds, beleid)
            .FirstOrDefault(b => b.Oordeel == Ingebrekestellingsoordeel.Geldig) is { Brief: { } brief }
            ? Reken(brief, uiterlijk, bekendgemaaktOp, peildatum, beleid) : null;

    public Dwangsomverloop Met(Ingebrekestelling brief) =>
        this with
        {
            Ingebrekestellingen = Ingebrekestellingen.Any(b => b.Id == brief.Id)
                ? [.. Ingebrekestellingen.Select(b => b.Id == brief.Id ? brief : b)]
                : [.. Ingebrekestellingen.Append(brief).OrderBy(b => b.OntvangenOp)],
        };

    /// <summary>Euros that were paid and not claimed back when a bezwaar made the dwangsom more; 0 without one.</summary>
    public decimal EerderBetaald { get; init; }

    /// <summary>Euros that had been claimed back then.</summary>
    public decimal EerderTeruggevorderd { get; init; }

    /// <summary>Euros that were paid and not claimed back.</summary>
    [JsonIgnore]
    public decimal Betaald =>
        (BetaaldOp is null ? EerderBetaald : Besluit!.Bedrag) - Terugvorderingen.Sum(t => t.Bedrag) + EerderTeruggevorderd;

    /// <summary>Euros that were decided and not paid.</summary>
    [JsonIgnore]
    public decimal NogTeBetalen => BetaaldOp is null && Besluit is { } besluit ? besluit.Bedrag - EerderBetaald : 0;

    /// <summary>The same with a decision that takes the place of the earlier one.</summary>
    public Dwangsomverloop Herzien(Dwangsombesluit besluit) => this with
    {
        Besluit = besluit,
        EerderBetaald = Betaald,
        EerderTeruggevorderd = Terugvorderingen.Sum(t => t.Bedrag),
        BetaaldOp = null,
    };

    private static Dwangsomberekening Reken(
        Ingebrekestelling brief, DateOnly uiterlijk, DateOnly? besluit, DateOnly peildatum, Tabel<Gemeentebeleid> beleid) =>
        Dwangsommen.Bereken(
            uiterlijk, brief.OntvangenOp, besluit, peildatum, brief.Aanvragers, beleid.Op(brief.OntvangenOp).Waarde.Dwangsom);
}

/// <summary>A written notice that no decision was made in time, in whatever letter it stood (Awb 4:17 lid 3).</summary>
/// <param name="Id">De ingebrekestelling.</param>
/// <param name="OntvangenOp">De dag waarop de brief binnenkwam.</param>
/// <param name="VastgelegdOp">De dag waarop de brief als ingebrekestelling is herkend.</param>
/// <param name="Aanvragers">Hoeveel aanvragers de dwangsom delen.</param>
/// <param name="OnredelijkLaat">Waarom de brief onredelijk laat kwam; leeg als dat niet zo is.</param>
public sealed record Ingebrekestelling(Guid Id, DateOnly OntvangenOp, DateOnly VastgelegdOp, int Aanvragers, string? OnredelijkLaat)
{
    /// <value>In wat voor brief het stond.</value>
    public Briefsoort HerkendIn { get; init; }

    /// <value>Het nummer van de klacht of het bezwaar waarin het stond; leeg als dat er niet is.</value>
    public string? Briefnummer { get; init; }

    /// <value>De brief, als die over meer aanvragen of bezwaren ging; anders leeg.</value>
    public Guid? BriefId { get; init; }
}

/// <summary>The letter in which a notice stood.</summary>
/// <param name="Soort">The kind of letter.</param>
/// <param name="Nummer">The number of the klacht or bezwaar that it is; null when it is neither.</param>
/// <param name="BriefId">The letter, if it is about several requests; null otherwise.</param>
public sealed record Briefherkenning(Briefsoort Soort, string? Nummer = null, Guid? BriefId = null)
{
    /// <summary>A letter that is about nothing else.</summary>
    public static Briefherkenning Zelf { get; } = new(Briefsoort.Ingebrekestelling);
}

/// <summary>The decision on the dwangsom (Awb 4:18).</summary>
/// <param name="VastgesteldOp">De dag van het besluit.</param>
/// <param name="Bedrag">Euro's, voor alle aanvragers samen; 0 als er geen dwangsom is.</param>
/// <param name="Grond">Waarom er geen dwangsom is; leeg als die er wel is.</param>
/// <param name="Motivering">De motivering.</param>
/// <param name="BetalenUiterlijk">De laatste dag om te betalen; leeg als er geen dwangsom is.</param>
/// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
public sealed record Dwangsombesluit(
    DateOnly VastgesteldOp, decimal Bedrag, GeenDwangsom? Grond, string Motivering, DateOnly? BetalenUiterlijk, DateOnly BezwaarUiterlijk)
{
    /// <value>Hoeveel aanvragers de dwangsom delen.</value>
    public int Aanvragers { get; init; } = 1;

    /// <value>Euro's voor ieder, de inwoner van dit dossier eerst.</value>
    public IReadOnlyList<decimal> Aandelen => Dwangsommen.Aandelen(Bedrag, Aanvragers);
    /// <value>Het kenmerk van wie het besluit nam.</value>
    public string? VastgesteldDoor { get; init; }

    /// <value>Het bezwaar waarop het is herzien; leeg als dat niet is gebeurd.</value>
    public string? OpBezwaar { get; init; }
}

/// <summary>A claim for a dwangsom that was not owed (Awb 4:20).</summary>
/// <param name="TeruggevorderdOp">De dag van de terugvordering.</param>
/// <param name="Bedrag">Euro's.</param>
/// <param name="Reden">Waarom de dwangsom niet verschuldigd was.</param>
public sealed record Terugvordering(DateOnly TeruggevorderdOp, decimal Bedrag, string Reden)
{
    /// <value>Het besluit tot terugvordering.</value>
    public Guid Id { get; init; }

    /// <value>Wie het besluit nam.</value>
    public string? BeslotenDoor { get; init; }
}
