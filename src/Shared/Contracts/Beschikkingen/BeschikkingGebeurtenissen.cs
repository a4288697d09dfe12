using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>The aanvraag has been registered and its two weeks run (Wmo 2015 art. 2.3.5 lid 2).</summary>
/// <param name="OntvangenOp">The day on which it reached the municipality.</param>
/// <param name="Termijn">Two weeks from that day.</param>
public sealed record AanvraagOntvangen(DateOnly OntvangenOp, Termijn Termijn) : Gebeurtenis, IMetBeslistermijn, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>For instance <c>A-2026-000123</c>; null in an event from before an aanvraag had a number.</summary>
    public string? Aanvraagnummer { get; init; }

    /// <summary>Null: no delay was announced yet.</summary>
    public DateOnly? ToegezegdeDatum => null;

    /// <summary>How it was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Aanvraagvorm Vorm { get; init; }

    /// <summary>The body that it reached first, and that passed it on (Awb 2:3); null when it came here at once.</summary>
    public EerdereOntvangst? EerstBij { get; init; }

    /// <summary>The day on which it was registered, if that was later than the first working day after receipt; null otherwise.</summary>
    public DateOnly? LaatVastgelegdOp { get; init; }

    /// <summary>The granted help that it asks to change; null when it asks for help.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Aanvraagwijziging? Wijziging { get; init; }
}

/// <summary>An aanvraag to get granted help in another form.</summary>
/// <param name="Wijzigingsnummer">The request for change that it began with.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Leveringsvorm">The form that is asked for.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
public sealed record Aanvraagwijziging(
    string Wijzigingsnummer, Guid VoorzieningId, Leveringsvorm Leveringsvorm, Guid PersoonId, string Wijkteam);

/// <summary>The receipt by another body, which passed it on (Awb 2:3). It starts no term of this municipality.</summary>
/// <param name="Bestuursorgaan">De naam van wie het eerst kreeg.</param>
/// <param name="OntvangenOp">De dag waarop het daar binnenkwam.</param>
public sealed record EerdereOntvangst(string Bestuursorgaan, DateOnly OntvangenOp)
{
    /// <summary>Without spaces around the name.</summary>
    public EerdereOntvangst Netjes() => this with { Bestuursorgaan = Bestuursorgaan.Trim() };
}

/// <summary>How an aanvraag was done.</summary>
public enum Aanvraagvorm
{
    /// <summary>The signed verslag (Wmo 2015 art. 2.3.2 lid 9).</summary>
    OndertekendVerslag,
    /// <summary>Another aanvraag once the onderzoek was done, for instance of somebody who does not agree with the verslag.</summary>
    NaOnderzoek,
    /// <summary>A request to get granted help in another form, for which no onderzoek is needed (Wmo 2015 art. 2.3.5, 2.3.6).</summary>
    Wijziging,
    /// <summary>An aanvraag after the six weeks, while the onderzoek is not done (Wmo 2015 art. 2.3.2 lid 9).</summary>
    ZonderVerslag,
}

/// <summary>
/// An aanvraag came before the onderzoek was done and its six weeks had passed. It is part of the melding, and the resident was told from
/// which day an aanvraag is possible (Wmo 2015 art. 2.3.2 lid 9).
/// </summary>
/// <param name="OntvangenOp">The day on which it reached the municipality.</param>
/// <param name="AanvraagVanaf">The first day of an aanvraag without a verslag. With a verslag it is possible earlier.</param>
public sealed record AanvraagTeVroegOntvangen(DateOnly OntvangenOp, DateOnly AanvraagVanaf) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The request in the words of the applicant, for the onderzoek. An event from before that has none.</summary>
    public Vertrouwelijk<string>? Vraag { get; init; }
}

/// <summary>
/// The outcome of the onderzoek, so far as it is there, was brought into an aanvraag that did not begin with it. The last one counts.
/// </summary>
/// <param name="Voorzieningen">The voorzieningen that the aanvraag is about now; empty without an indicatie.</param>
/// <param name="VerslagVan">The day on which the verslag was fixed; null while there is none.</param>
public sealed record OnderzoeksuitkomstOvergenomen(IReadOnlyList<GekozenVoorziening> Voorzieningen, DateOnly? VerslagVan) : Gebeurtenis;

/// <summary>
/// It was recorded which help the applicant asks for, beside what the onderzoek found. The last one counts. A decision that was not made
/// known yet is taken again.
/// </summary>
/// <param name="Gevraagd">All that is to be decided on, in the amount and period that is asked.</param>
public sealed record GevraagdeHulpVastgelegd(IReadOnlyList<GekozenVoorziening> Gevraagd) : Gebeurtenis;

/// <summary>The applicant was informed that the decision takes longer (Awb 4:14). The statutory day does not move.</summary>
/// <param name="ToegezegdeDatum">The promised day, beside the statutory one.</param>
/// <param name="AangekondigdOp">The day on which the applicant was informed.</param>
public sealed record UitstelAangekondigd(DateOnly ToegezegdeDatum, DateOnly AangekondigdOp) : Gebeurtenis
{
    /// <summary>The reason, in words for the applicant. An event from before there was a letter has none.</summary>
    public Vertrouwelijk<string>? Reden { get; init; }
}

/// <summary>
/// The aanvraag went to the municipality where the resident lives, which decides on it (Awb 2:3). There is no decision here.
/// </summary>
/// <param name="Gemeente">The name of that municipality.</param>
/// <param name="DoorgezondenOp">The day on which it was passed on.</param>
public sealed record AanvraagDoorgezonden(string Gemeente, DateOnly DoorgezondenOp) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The onderzoek that the aanvraag came from.</summary>
    public Guid? OnderzoekId { get; init; }
}

/// <summary>
/// An aanvraag to change granted help proved, within its term, to need an onderzoek. It goes on as a melding of the day on which it was
/// received (Wmo 2015 art. 2.3.2 lid 1), and no decision is taken on it.
/// </summary>
/// <param name="GewordenOp">The day on which that was found.</param>
/// <param name="OntvangenOp">The day of receipt, from which the six weeks of the onderzoek run.</param>
/// <param name="Reden">Why an onderzoek is needed, in words for the person.</param>
public sealed record AanvraagWerdMelding(DateOnly GewordenOp, DateOnly OntvangenOp, Vertrouwelijk<string> Reden) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The key of the choices that the aanvraag came from.</summary>
    public Guid? OnderzoekId { get; init; }
}

/// <summary>A decision was taken on every voorziening of the aanvraag. It takes effect on its bekendmaking.</summary>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="BeslotenOp">The day of the decision.</param>
/// <param name="Uitkomsten">The outcome per voorziening; empty when there was no indicatie and the whole aanvraag was refused.</param>
public sealed record BesluitGenomen(string Beschikkingnummer, DateOnly BeslotenOp, IReadOnlyDictionary<Guid, Uitkomst> Uitkomsten)
    : Gebeurtenis
{
    /// <summary>Whether the municipality wants a second person to approve it before it is made known.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool TweedeNodig { get; init; }
}

/// <summary>The beschikking was made known to the applicant (Awb 3:41). Help may now be arranged.</summary>
/// <param name="BeschikkingId">The beschikking. With voorziening and kind it is the natural key of everything that follows.</param>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="BekendgemaaktOp">The day of bekendmaking. The bezwaartermijn starts the next day.</param>
/// <param name="Bezwaartermijn">The term for bezwaar (Awb 6:7).</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Voorzieningen">The decision per voorziening.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003).</param>
/// <param name="Persoon">The personal data that partners need.</param>
public sealed record BeschikkingBekendgemaakt(
    Guid BeschikkingId, string Beschikkingnummer, DateOnly BekendgemaaktOp, Termijn Bezwaartermijn, Guid PersoonId, string Wijkteam,
    IReadOnlyList<BeschikteVoorziening> Voorzieningen, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon)
    : Gebeurtenis, IVanMelding
{
    /// <summary>The earlier beschikkingen that a refusal refers to, because nothing new was stated (Awb 4:6); null without one.</summary>
    public IReadOnlyList<string>? VerwijstNaar { get; init; }

    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The state of the person that the personal data are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; init; }

    /// <summary>
    /// The words of the letter by which it is made known; null when the municipality sent a letter of its own, and in an event from before
    /// the platform sent it.
    /// </summary>
    public Vertrouwelijk<Beschikkingstekst>? Tekst { get; init; }

    /// <summary>The gemachtigde to whom the letter goes, with a copy to the person (Awb 2:1); null without one.</summary>
    public Vertrouwelijk<Postadres>? Gemachtigde { get; init; }

    /// <summary>The onderzoek that the aanvraag came from.</summary>
    public Guid? OnderzoekId { get; init; }

    /// <summary>
    /// Whether it decides on an aanvraag to change help that was granted before. Then it begins no help: a
    /// <see cref="VoorzieningGewijzigd"/> follows when it grants the change, and the help stays as it is when it does not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool VanWijziging { get; init; }
}

/// <summary>
/// A later decision on a voorziening was made known (Awb 3:41). It carries the whole voorziening as it is from then on, so the highest
/// <paramref name="Stand"/> wins and earlier ones need not have arrived. Stand 1 is the <see cref="BeschikkingBekendgemaakt"/> that granted
/// or refused it, or this event itself for temporary help in an urgent case.
/// </summary>
/// <param name="VoorzieningId">The voorziening, the same through all decisions on it.</param>
/// <param name="Stand">Counts the decisions on this voorziening without gaps.</param>
/// <param name="Soort">The kind of decision.</param>
/// <param name="BesluitId">The decision.</param>
/// <param name="Beschikkingnummer">The number of the decision, for instance <c>B-2026-000123</c>.</param>
/// <param name="BekendgemaaktOp">The day of bekendmaking.</param>
/// <param name="Bezwaartermijn">
/// The term for bezwaar, or for beroep after a decision on a bezwaar; null when the municipality only does as a court ordered.
/// </param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Delen">The granted parts in order of time, past ones too; none when nothing is granted (any more) for any day.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003).</param>
/// <param name="Persoon">The personal data that partners need.</param>
public sealed record VoorzieningGewijzigd(
    Guid VoorzieningId, int Stand, Besluitsoort Soort, Guid BesluitId, string Beschikkingnummer, DateOnly BekendgemaaktOp,
    Termijn? Bezwaartermijn, Guid PersoonId, string Wijkteam, IReadOnlyList<Voorzieningdeel> Delen, bool GeenBerichtenverkeer,
    Vertrouwelijk<Persoonsgegevens> Persoon) : Gebeurtenis, IOverVoorziening, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The state of the person that the personal data are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; init; }

    /// <summary>The reasons, in words for the person (Awb 3:46).</summary>
    public Vertrouwelijk<string>? Motivering { get; init; }

    /// <summary>
    /// Whether nobody decided anew: the temporary help of the last decision is only assigned further ahead, because the decision that ends
    /// it is not there yet.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool LooptDoor { get; init; }

    /// <summary>
    /// The case at the court that is about this decision too, so that no bezwaar can be made (Awb 6:19, 6:24); null without one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Beroepnummer { get; init; }
}
