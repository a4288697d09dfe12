namespace WmoPlatform.Contracts;

/// <summary>The onderzoek has been opened and its six weeks run (Wmo 2015 art. 2.3.2 lid 1).</summary>
/// <param name="Meldingnummer">The melding that it follows.</param>
/// <param name="Termijn">Six weeks from the melding.</param>
public sealed record OnderzoekGeopend(string Meldingnummer, Termijn Termijn) : Gebeurtenis, IVanMelding;

/// <summary>A gesprek has been planned.</summary>
/// <param name="GesprekId">The gesprek.</param>
/// <param name="Tijdstip">When, an instant in UTC.</param>
/// <param name="Plaats">Where.</param>
public sealed record GesprekGepland(Guid GesprekId, DateTimeOffset Tijdstip, Gespreksplaats Plaats) : Gebeurtenis;

/// <summary>Where a gesprek takes place.</summary>
public enum Gespreksplaats
{
    /// <summary>At the person's home.</summary>
    Thuis,
    /// <summary>At the wijkteam.</summary>
    Wijkteam,
    /// <summary>At the Stadhuis.</summary>
    Stadhuis,
    /// <summary>By telephone.</summary>
    Telefoon,
}

/// <summary>A gesprek has been held and recorded.</summary>
/// <param name="GesprekId">The gesprek.</param>
/// <param name="GevoerdOp">The day it was held.</param>
/// <param name="GebruiktWlz">Whether the person uses the Wet langdurige zorg.</param>
public sealed record GesprekGevoerd(Guid GesprekId, DateOnly GevoerdOp, bool GebruiktWlz) : Gebeurtenis;

/// <summary>The consulent has judged that professional help is needed.</summary>
/// <param name="VoorzieningId">The voorziening, which keeps this id up to the CAK.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Periode">The period of the help.</param>
public sealed record IndicatieGesteld(Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The consulent has withdrawn an indicatie. The indicatie and its choice no longer count. Another voorziening may replace it.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Product">The kind of help that it named.</param>
public sealed record IndicatieIngetrokken(Guid VoorzieningId, Product Product) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The consulent has judged that no professional help is needed. The resident can still ask for a decision by signing the verslag.
/// </summary>
/// <param name="GesteldOp">The day of the judgement.</param>
public sealed record GeenIndicatieGesteld(DateOnly GesteldOp) : Gebeurtenis;

/// <summary>The resident has chosen how one voorziening is delivered. A later choice replaces it.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Leveringsvorm">Zorg in natura or pgb.</param>
/// <param name="Agb">The chosen provider's AGB code; null for a pgb.</param>
public sealed record LeveringsvormGekozen(Guid VoorzieningId, Guid PersoonId, string Wijkteam, Leveringsvorm Leveringsvorm, string? Agb)
    : Gebeurtenis, IOverVoorziening;

/// <summary>The onderzoeksverslag has been fixed and sent home (Wmo 2015 art. 2.3.2 lid 8).</summary>
/// <param name="VastgesteldOp">The day it was fixed.</param>
/// <param name="AantalIndicaties">The number of voorzieningen; 0 without an indicatie.</param>
public sealed record VerslagVastgesteld(DateOnly VastgesteldOp, int AantalIndicaties) : Gebeurtenis
{
    /// <summary>The voorzieningen that it names, as chosen; null in an event from before it said so.</summary>
    public IReadOnlyList<GekozenVoorziening>? Voorzieningen { get; init; }
}

/// <summary>The resident has returned the verslag with remarks, which reopens the onderzoek.</summary>
/// <param name="OntvangenOp">The day on which the remarks were received.</param>
public sealed record VerslagTeruggestuurd(DateOnly OntvangenOp) : Gebeurtenis;

/// <summary>The signed verslag was received. It is the aanvraag (Wmo 2015 art. 2.3.2 lid 9, 2.3.5).</summary>
/// <param name="OntvangenOp">The day of receipt, which starts the two weeks.</param>
/// <param name="Wijze">How it was signed.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Voorzieningen">The requested voorzieningen; empty without an indicatie, when the resident still wants a decision.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003).</param>
/// <param name="Persoon">The personal data that the decision and the partners need.</param>
public sealed record VerslagOndertekend(
    DateOnly OntvangenOp, Ondertekenwijze Wijze, Guid PersoonId, string Wijkteam,
    IReadOnlyList<GekozenVoorziening> Voorzieningen, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon)
    : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The day on which the verslag was fixed.</summary>
    public DateOnly? VerslagVan { get; init; }

    /// <summary>The state of the person that the personal data are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; init; }

    /// <summary>Why it was registered later than the first working day after its receipt; null when it was not.</summary>
    public Vertrouwelijk<string>? RedenLaat { get; init; }

    /// <summary>The body that it reached first, and that passed it on (Awb 2:3); null when it came here at once.</summary>
    public EerdereOntvangst? EerstBij { get; init; }
}

/// <summary>How a verslag was signed.</summary>
public enum Ondertekenwijze
{
    /// <summary>By the signed-in resident.</summary>
    Digitaal,
    /// <summary>On paper.</summary>
    Papier,
}

/// <summary>The onderzoek has ended without a verslag.</summary>
/// <param name="Reden">The reason.</param>
/// <param name="GestoptOp">The day it ended.</param>
public sealed record OnderzoekGestopt(Stopreden Reden, DateOnly GestoptOp) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The name of the municipality that got the melding; null for another reason.</summary>
    public string? Gemeente { get; init; }
}

/// <summary>Why an onderzoek ended without a verslag.</summary>
public enum Stopreden
{
    /// <summary>The Wet langdurige zorg comes first (Wmo 2015 art. 2.3.5 lid 6).</summary>
    Wlz,
    /// <summary>Another law or service helps: Zvw, Jeugdwet, a general facility.</summary>
    AnderDomein,
    /// <summary>The resident withdrew the melding.</summary>
    MeldingIngetrokken,
    /// <summary>The resident lives in another municipality, which got the melding (Awb 2:3).</summary>
    AndereGemeente,
}
