using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>The applicant told in writing that no decision was made in time (Awb 4:17 lid 3), and it was judged.</summary>
/// <param name="IngebrekestellingId">The notice. It is told again when a fact that was corrected changes what it means.</param>
/// <param name="OntvangenOp">The day on which it was received.</param>
/// <param name="Oordeel">Its meaning.</param>
/// <param name="Termijn">The two weeks in which a decision still prevents a dwangsom; null when it means nothing.</param>
public sealed record IngebrekestellingOntvangen(
    Guid IngebrekestellingId, DateOnly OntvangenOp, Ingebrekestellingsoordeel Oordeel, Termijn? Termijn) : Gebeurtenis, IVanBeslisronde
{
    /// <inheritdoc />
    public string? Zaaknummer { get; init; }

    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Beroepnummer { get; init; }

    /// <summary>The aanvraag; null for a bezwaar, and in an event from before it was named.</summary>
    public string? Aanvraagnummer { get; init; }

    /// <summary>The letter in which it stood.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Briefsoort HerkendIn { get; init; }

    /// <summary>Whether the letter is about more than one aanvraag or bezwaar. Each gets its own answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MeerZaken { get; init; }
}

/// <summary>The letter in which a notice stood. Its meaning counts, and not its name (Awb 4:17 lid 3).</summary>
public enum Briefsoort
{
    /// <summary>A letter that is about nothing else.</summary>
    Ingebrekestelling,
    /// <summary>A klacht, which says it too.</summary>
    Klacht,
    /// <summary>A bezwaar, which says it too.</summary>
    Bezwaar,
    /// <summary>Any other letter.</summary>
    AndereBrief,
}

/// <summary>
/// A dwangsom is owed, and no more days will be added: the decision was made known, or 42 days have passed. Its amount is set by decision.
/// The last one counts; with 0 days it says that none is owed after all, because a fact was corrected.
/// </summary>
/// <param name="EersteDag">The first day owed.</param>
/// <param name="LaatsteDag">The last day owed.</param>
/// <param name="Dagen">The days owed, 0 to 42.</param>
/// <param name="Bedrag">Euros, for all applicants together.</param>
/// <param name="Termijn">The term of the decision on the dwangsom (Awb 4:18).</param>
public sealed record DwangsomVerschuldigd(DateOnly EersteDag, DateOnly LaatsteDag, int Dagen, decimal Bedrag, Termijn Termijn)
    : Gebeurtenis, IVanBeslisronde
{
    /// <inheritdoc />
    public string? Zaaknummer { get; init; }

    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Beroepnummer { get; init; }

    /// <summary>The share of each applicant, the person of the dossier first; null when there is one (Awb 4:17 lid 5).</summary>
    public IReadOnlyList<decimal>? Aandelen { get; init; }
}

/// <summary>The municipality decided on the dwangsom (Awb 4:18).</summary>
/// <param name="Bedrag">Euros, for all applicants together; 0 when none is owed.</param>
/// <param name="Dagen">The days owed; 0 when none is owed.</param>
/// <param name="VastgesteldOp">The day on which it was decided and made known.</param>
/// <param name="Grond">The ground on which none is owed (Awb 4:17 lid 6); null when one is.</param>
/// <param name="Betaaltermijn">The term of payment (Awb 4:87); null when none is owed.</param>
/// <param name="Bezwaartermijn">The term for bezwaar (Awb 6:7).</param>
/// <param name="Motivering">The reasons, in words for the applicant (Awb 3:46).</param>
public sealed record DwangsomVastgesteld(
    decimal Bedrag, int Dagen, DateOnly VastgesteldOp, GeenDwangsom? Grond, Termijn? Betaaltermijn, Termijn Bezwaartermijn,
    Vertrouwelijk<string> Motivering) : Gebeurtenis, IVanBeslisronde
{
    /// <inheritdoc />
    public string? Zaaknummer { get; init; }

    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Beroepnummer { get; init; }

    /// <summary>The share of each applicant, the person of the dossier first; null when there is one (Awb 4:17 lid 5).</summary>
    public IReadOnlyList<decimal>? Aandelen { get; init; }
}

/// <summary>A founded bezwaar made the dwangsom more than was decided (Awb 7:11 lid 2). It replaces the earlier decision.</summary>
/// <param name="Bedrag">Euros, for all applicants together.</param>
/// <param name="NogTeBetalen">Euros that are not paid yet.</param>
/// <param name="HerzienOp">The day on which it was made known.</param>
/// <param name="Betaaltermijn">The term of payment (Awb 4:87).</param>
/// <param name="Bezwaarnummer">The bezwaar.</param>
public sealed record DwangsomHerzien(
    decimal Bedrag, decimal NogTeBetalen, DateOnly HerzienOp, Termijn Betaaltermijn, string Bezwaarnummer) : Gebeurtenis, IVanZaak
{
    /// <inheritdoc />
    public string? Zaaknummer { get; init; }
}

/// <summary>The dwangsom was paid.</summary>
/// <param name="BetaaldOp">The day of payment.</param>
public sealed record DwangsomBetaald(DateOnly BetaaldOp) : Gebeurtenis, IVanBeslisronde
{
    /// <inheritdoc />
    public string? Zaaknummer { get; init; }

    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Beroepnummer { get; init; }
}

/// <summary>A dwangsom that was not owed is claimed back (Awb 4:20).</summary>
/// <param name="Bedrag">Euros.</param>
/// <param name="TeruggevorderdOp">The day of the claim.</param>
/// <param name="Reden">Why it was not owed, in words for the applicant.</param>
public sealed record DwangsomTeruggevorderd(decimal Bedrag, DateOnly TeruggevorderdOp, Vertrouwelijk<string> Reden)
    : Gebeurtenis, IVanBeslisronde
{
    /// <summary>The term to pay (Awb 4:87); null in an event from before it was set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Termijn? Betaaltermijn { get; init; }

    /// <summary>The term for bezwaar (Awb 6:7); null in an event from before it was set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Termijn? Bezwaartermijn { get; init; }

    /// <inheritdoc />
    public string? Zaaknummer { get; init; }

    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Beroepnummer { get; init; }

    /// <summary>The share of each applicant, the person of the dossier first; null when there is one (Awb 4:17 lid 5).</summary>
    public IReadOnlyList<decimal>? Aandelen { get; init; }
}

/// <summary>An event about a decision that was late.</summary>
public interface IVanBeslisronde : IVanZaak
{
    /// <summary>The case in which a court annulled that decision; null for the decision that counts now.</summary>
    string? Beroepnummer { get; }
}

/// <summary>The meaning of an ingebrekestelling.</summary>
public enum Ingebrekestellingsoordeel
{
    /// <summary>The two weeks run, and then the dwangsom.</summary>
    Geldig,
    /// <summary>The term to decide had not passed yet, so it means nothing.</summary>
    TeVroeg,
    /// <summary>It came unreasonably late, so no dwangsom follows (Awb 4:17 lid 6 onder a).</summary>
    OnredelijkLaat,
    /// <summary>An earlier one counts already: there is one dwangsom, however many notices.</summary>
    AlOntvangen,
}

/// <summary>A ground on which no dwangsom is owed (Awb 4:17 lid 6).</summary>
public enum GeenDwangsom
{
    /// <summary>The ingebrekestelling came unreasonably late (onder a).</summary>
    OnredelijkLaat,
    /// <summary>The applicant has no interest in the decision (onder b).</summary>
    GeenBelanghebbende,
    /// <summary>The aanvraag is evidently inadmissible or unfounded (onder c).</summary>
    KennelijkNietOntvankelijkOfOngegrond,
}
