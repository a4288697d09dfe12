using System.Text.Json.Serialization;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>The facts on the way to the decision, beside those about its term.</summary>
public sealed record Besluitvorming
{
    /// <summary>
    /// All that the applicant wrote about zorg in natura instead of a pgb, in order of receipt. The last per voorziening counts, in
    /// whatever order they were recorded.
    /// </summary>
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
    public bool WilGeenZin(Guid voorzieningId) => Zinkeuzes.LastOrDefault(z => z.VoorzieningId == voorzieningId)?.WilGeenZin == true;

    public Besluitvorming Met(Zinkeuze keuze) =>
        this with { Zinkeuzes = [.. Zinkeuzes.Append(keuze).OrderBy(z => z.OntvangenOp)] };

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
