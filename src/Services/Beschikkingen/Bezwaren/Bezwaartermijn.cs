using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// The facts that decide how long the municipality has for a bezwaar (Awb 7:10). The days are not facts: <see cref="Termijnen"/> derives
/// them.
/// </summary>
/// <param name="BekendgemaaktOp">The day on which the decision objected to was made known; null before it.</param>
public sealed record Bezwaartermijn(DateOnly? BekendgemaaktOp)
{
    /// <summary>The requests to repair a defect, oldest first.</summary>
    public IReadOnlyList<Herstelverzoek> Herstelverzoeken { get; init; } = [];

    /// <summary>The day on which the objector was told of the adviescommissie; null without one.</summary>
    public DateOnly? CommissieGemeldOp { get; init; }

    /// <summary>The postponement; null without one.</summary>
    public Verdaging? Verdaging { get; init; }

    /// <summary>The last time that the decision was put off further; null without.</summary>
    public Verderuitstel? Verderuitstel { get; init; }

    /// <summary>The order of a court to decide again, which sets a term of its own; null without one.</summary>
    public Rechterstermijn? Rechter { get; init; }

    /// <summary>The term of the law, or of a court; null while it has not begun.</summary>
    [JsonIgnore]
    public Termijnberekening? Wettelijk => Rechter is { } rechter
        ? Termijnen.OpdrachtRechter(rechter.VerzondenOp, rechter.Weken) with { Soort = "beslissing-op-bezwaar" }
        : BekendgemaaktOp is not { } dag ? null : Termijnen.BeslissingOpBezwaar(
        dag, CommissieGemeldOp is not null, Verdaging is not null,
        [.. Herstelverzoeken.Select(v => new Opschorting(Opschortingsgrond.Verzuim, v.GevraagdOp, v.Uiterlijk, v.VolledigOp))],
        Verdaging?.Weken ?? Termijnen.MaximaleVerdagingBezwaar, Verderuitstel?.Tot);

    /// <summary>The requests of which something is not repaired yet.</summary>
    [JsonIgnore]
    public IEnumerable<Herstelverzoek> Onhersteld => Herstelverzoeken.Where(v => v.VolledigOp is null);

    public Bezwaartermijn Met(Herstelverzoek verzoek) => this with
    {
        Herstelverzoeken = Herstelverzoeken.Any(v => v.Id == verzoek.Id)
            ? [.. Herstelverzoeken.Select(v => v.Id == verzoek.Id ? verzoek : v)] : [.. Herstelverzoeken, verzoek],
    };
}

/// <summary>The term that a court set to decide again (Awb 8:72 lid 4).</summary>
/// <param name="VerzondenOp">De dag waarop de uitspraak is verzonden.</param>
/// <param name="Weken">Binnen hoeveel weken.</param>
public sealed record Rechterstermijn(DateOnly VerzondenOp, int Weken);

/// <summary>A request to repair a defect of the bezwaarschrift (Awb 6:6).</summary>
/// <param name="Id">Het verzoek.</param>
/// <param name="GevraagdOp">De dag van het verzoek.</param>
/// <param name="Uiterlijk">De laatste dag om het te herstellen.</param>
/// <param name="Verzuimen">Wat er ontbreekt.</param>
/// <param name="Toelichting">Wat de inwoner verder moet weten.</param>
public sealed record Herstelverzoek(
    Guid Id, DateOnly GevraagdOp, DateOnly Uiterlijk, IReadOnlyList<Verzuim> Verzuimen, string? Toelichting)
{
    /// <value>De dag waarop alles was hersteld; leeg zolang er iets ontbreekt.</value>
    public DateOnly? VolledigOp => Verzuimen.All(v => v.HersteldOp is not null) ? Verzuimen.Max(v => v.HersteldOp) : null;

    /// <value>Of is vastgelegd dat de termijn ongebruikt voorbijging.</value>
    public bool Verstreken { get; init; }
}

/// <summary>One defect.</summary>
/// <param name="Soort">Wat er ontbreekt.</param>
/// <param name="HersteldOp">De dag waarop het binnenkwam; leeg zolang het ontbreekt.</param>
public sealed record Verzuim(Verzuimsoort Soort, DateOnly? HersteldOp = null);

/// <summary>A postponement (Awb 7:10 lid 3).</summary>
/// <param name="VerdaagdOp">De dag van de mededeling.</param>
/// <param name="Weken">1 tot en met 6.</param>
/// <param name="Reden">Waarom, in woorden die de inwoner begrijpt.</param>
public sealed record Verdaging(DateOnly VerdaagdOp, int Weken, string Reden);

/// <summary>A decision that is put off further (Awb 7:10 lid 4).</summary>
/// <param name="VastgelegdOp">De dag waarop dat is vastgelegd.</param>
/// <param name="Grond">Waarom dat mag.</param>
/// <param name="Tot">De laatste dag.</param>
/// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
public sealed record Verderuitstel(DateOnly VastgelegdOp, Bezwaaruitstelgrond Grond, DateOnly Tot, string Toelichting);
