using System.Text.Json.Serialization;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The announcement that something will be refused (Awb 4:7), or taken back or changed (Awb 4:8), on which the person may answer first.
/// </summary>
/// <param name="Id">Het voornemen.</param>
/// <param name="Voorzieningen">De voorzieningen; leeg als er geen is gevraagd.</param>
/// <param name="VerzondenOp">De dag van de brief.</param>
/// <param name="Uiterlijk">De laatste dag voor een zienswijze.</param>
/// <param name="Besluit">Wat de gemeente van plan is, in woorden die de inwoner begrijpt.</param>
/// <param name="Gegevens">Welke gegevens afwijken van wat de inwoner opgaf, en waar ze vandaan komen; leeg bij een herziening.</param>
public sealed record Voornemen(
    Guid Id, IReadOnlyList<Guid> Voorzieningen, DateOnly VerzondenOp, DateOnly Uiterlijk, string Besluit, string? Gegevens = null)
{
    /// <value>De zienswijze; leeg zolang die er niet is.</value>
    public Zienswijze? Zienswijze { get; init; }

    /// <value>Wat de inwoner daarna nog zei of schreef, op volgorde.</value>
    public IReadOnlyList<Zienswijze> LatereZienswijzen { get; init; } = [];

    /// <value>Het hoeveelste besluit over de voorziening dit wil wijzigen; leeg bij een aanvraag.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Stand { get; init; }

    /// <value>Of is vastgelegd dat de termijn ongebruikt voorbijging.</value>
    public bool Verstreken { get; init; }

    /// <summary>Keeps a view beside the earlier ones.</summary>
    public Voornemen Met(Zienswijze zienswijze) => Zienswijze is null ? this with { Zienswijze = zienswijze }
        : this with { LatereZienswijzen = [.. LatereZienswijzen, zienswijze] };

    /// <summary>Whether it is about this voorziening, or about an aanvraag without any.</summary>
    public bool GaatOver(Guid? voorzieningId) => voorzieningId is { } id ? Voorzieningen.Contains(id) : Voorzieningen.Count == 0;

    /// <summary>Whether the person can still give a view on a day.</summary>
    public bool Loopt(DateOnly dag) => Zienswijze is null && dag <= Uiterlijk;
}

/// <summary>The view of the person, in writing or by word of mouth (Awb 4:9).</summary>
/// <param name="OntvangenOp">De dag waarop de zienswijze kwam.</param>
/// <param name="Mondeling">Of de inwoner die mondeling gaf.</param>
/// <param name="Samenvatting">Wat de inwoner vindt, in het kort.</param>
public sealed record Zienswijze(DateOnly OntvangenOp, bool Mondeling, string Samenvatting);
