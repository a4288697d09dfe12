using System.Text.Json.Serialization;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>The facts on the way to the decision, beside those about its term.</summary>
public sealed record Besluitvorming
{
    /// <summary>The latest that the applicant wrote about zorg in natura instead of a pgb, per voorziening.</summary>
    public IReadOnlyList<Zinkeuze> Zinkeuzes { get; init; } = [];

    /// <summary>The announced refusals on which the applicant may give a view, oldest first.</summary>
    public IReadOnlyList<Voornemen> Voornemens { get; init; } = [];

    /// <summary>The proof of who acts for the applicant; null without a gemachtigde.</summary>
    public Machtiging? Machtiging { get; init; }

    /// <summary>Why the municipality sent the beschikking by a letter of its own; null when the platform sent it.</summary>
    public string? BuitenPlatform { get; init; }

    /// <summary>The product categories of the temporary help that ran until the decision was made known.</summary>
    public IReadOnlyList<string> NaTijdelijk { get; init; } = [];

    /// <summary>The draft; null without one, and after a decision that was taken without it.</summary>
    public Concept? Concept { get; init; }

    /// <summary>The user who drafted the decision that was taken; null when the beslisser did it alone.</summary>
    public string? Opsteller { get; init; }

    /// <summary>The approval of the decision by a second person; null without one.</summary>
    public Goedkeuring? Goedkeuring { get; init; }

    /// <summary>Whether two persons looked at the decision.</summary>
    [JsonIgnore]
    public bool TweeKeken => Opsteller is not null || Goedkeuring is not null;

    /// <summary>The announced refusals that still wait for the applicant.</summary>
    [JsonIgnore]
    public IEnumerable<Voornemen> Open => Voornemens.Where(v => v is { Zienswijze: null, Verstreken: false });

    /// <summary>Whether the applicant wrote not to want zorg in natura.</summary>
    public bool WilGeenZin(Guid voorzieningId) => Zinkeuzes.FirstOrDefault(z => z.VoorzieningId == voorzieningId)?.WilGeenZin == true;

    public Besluitvorming Met(Zinkeuze keuze) =>
        this with { Zinkeuzes = [.. Zinkeuzes.Where(z => z.VoorzieningId != keuze.VoorzieningId), keuze] };

    public Besluitvorming Met(Voornemen voornemen) => this with
    {
        Voornemens = Voornemens.Any(v => v.Id == voornemen.Id)
            ? [.. Voornemens.Select(v => v.Id == voornemen.Id ? voornemen : v)] : [.. Voornemens, voornemen],
    };
}

/// <summary>The applicant's own words on zorg in natura, in case the pgb is refused.</summary>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="WilGeenZin">Of de inwoner schriftelijk liet weten geen zorg in natura te willen.</param>
/// <param name="OntvangenOp">De dag waarop die brief binnenkwam.</param>
public sealed record Zinkeuze(Guid VoorzieningId, bool WilGeenZin, DateOnly OntvangenOp);

/// <summary>The announcement that something will be refused, on which the applicant may give a view first (Awb 4:7).</summary>
/// <param name="Id">Het voornemen.</param>
/// <param name="Voorzieningen">De voorzieningen; leeg als er geen is gevraagd.</param>
/// <param name="VerzondenOp">De dag van de brief.</param>
/// <param name="Uiterlijk">De laatste dag voor een zienswijze.</param>
/// <param name="Besluit">Wat de gemeente van plan is, in woorden die de inwoner begrijpt.</param>
/// <param name="Gegevens">Welke gegevens afwijken van wat de inwoner opgaf, en waar ze vandaan komen.</param>
public sealed record Voornemen(
    Guid Id, IReadOnlyList<Guid> Voorzieningen, DateOnly VerzondenOp, DateOnly Uiterlijk, string Besluit, string Gegevens)
{
    /// <value>De zienswijze; leeg zolang die er niet is.</value>
    public Zienswijze? Zienswijze { get; init; }

    /// <value>Of is vastgelegd dat de termijn ongebruikt voorbijging.</value>
    public bool Verstreken { get; init; }

    /// <summary>Whether it is about this voorziening, or about an aanvraag without any.</summary>
    public bool GaatOver(Guid? voorzieningId) => voorzieningId is { } id ? Voorzieningen.Contains(id) : Voorzieningen.Count == 0;

    /// <summary>Whether the applicant can still give a view on a day.</summary>
    public bool Loopt(DateOnly dag) => Zienswijze is null && dag <= Uiterlijk;
}

/// <summary>The view of the applicant, in writing or by word of mouth (Awb 4:9).</summary>
/// <param name="OntvangenOp">De dag waarop de zienswijze kwam.</param>
/// <param name="Mondeling">Of de inwoner die mondeling gaf.</param>
/// <param name="Samenvatting">Wat de inwoner vindt, in het kort.</param>
public sealed record Zienswijze(DateOnly OntvangenOp, bool Mondeling, string Samenvatting);
