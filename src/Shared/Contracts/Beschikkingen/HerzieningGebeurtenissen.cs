namespace WmoPlatform.Contracts;

/// <summary>Why a decision on a voorziening is changed or withdrawn.</summary>
public enum Herzieningsgrond
{
    /// <summary>
    /// The person gave incorrect or incomplete data, and the decision would have been another (Wmo 2015 art. 2.3.10 lid 1 a).
    /// </summary>
    OnjuisteGegevens,
    /// <summary>The person no longer depends on the voorziening or the pgb (art. 2.3.10 lid 1 b).</summary>
    NietMeerAangewezen,
    /// <summary>The voorziening or the pgb is no longer adequate (art. 2.3.10 lid 1 c).</summary>
    NietMeerToereikend,
    /// <summary>The person does not meet the conditions attached to it (art. 2.3.10 lid 1 d).</summary>
    VoorwaardenNietNageleefd,
    /// <summary>The person does not use it, or uses it for something else (art. 2.3.10 lid 1 e).</summary>
    NietOfAndersGebruikt,
    /// <summary>The person asks for the end, or for a change.</summary>
    OpVerzoek,
    /// <summary>Help that ends goes on for the time being, until the decision on the aanvraag for more of it.</summary>
    Overbrugging,
    /// <summary>The municipality acts of its own accord, and the person agreed.</summary>
    InOvereenstemming,
}

/// <summary>An event of a herziening, which is about one voorziening.</summary>
public interface IVanHerziening : IOverVoorziening
{
    /// <summary>For instance <c>H-2026-000123</c>.</summary>
    string Herzieningnummer { get; }
}

/// <summary>The person asks for another or no voorziening. The municipality has not decided yet.</summary>
/// <param name="Herzieningnummer">The request.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="GevraagdOp">The day on which the person asked.</param>
/// <param name="Vanaf">The first day of the change.</param>
/// <param name="Einde">Whether the help ends.</param>
public sealed record WijzigingGevraagd(string Herzieningnummer, Guid VoorzieningId, DateOnly GevraagdOp, DateOnly Vanaf, bool Einde)
    : Gebeurtenis, IVanHerziening;

/// <summary>The person is told that the municipality intends to decide, and may answer first (Awb 4:8).</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Grond">The ground.</param>
/// <param name="Vanaf">The first day of the change.</param>
/// <param name="Einde">Whether the help ends.</param>
/// <param name="Termijn">The term for the zienswijze.</param>
/// <param name="Toelichting">The reasons, in words for the person.</param>
public sealed record HerzieningVoorgenomen(
    string Herzieningnummer, Guid VoorzieningId, Herzieningsgrond Grond, DateOnly Vanaf, bool Einde, Termijn Termijn,
    Vertrouwelijk<string> Toelichting) : Gebeurtenis, IVanHerziening;

/// <summary>The person answered the intention (Awb 4:8).</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
public sealed record HerzieningZienswijzeOntvangen(string Herzieningnummer, Guid VoorzieningId, DateOnly OntvangenOp)
    : Gebeurtenis, IVanHerziening;

/// <summary>The municipality decided on the herziening. It takes effect on its bekendmaking (<see cref="VoorzieningGewijzigd"/>).</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Beschikkingnummer">The number of the decision.</param>
/// <param name="BeslotenOp">The day of the decision.</param>
public sealed record HerzieningBesloten(string Herzieningnummer, Guid VoorzieningId, string Beschikkingnummer, DateOnly BeslotenOp)
    : Gebeurtenis, IVanHerziening
{
    /// <summary>Whether a second person must approve it before it is made known.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool TweedeNodig { get; init; }
}

/// <summary>A second beslisser approved the decision on the herziening, so that it can be made known.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Beschikkingnummer">The number of the decision.</param>
/// <param name="GoedgekeurdOp">The day of the approval.</param>
public sealed record HerzieningGoedgekeurd(string Herzieningnummer, Guid VoorzieningId, string Beschikkingnummer, DateOnly GoedgekeurdOp)
    : Gebeurtenis, IVanHerziening;

/// <summary>Nothing comes of the herziening. The voorziening stays as it was.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="VervallenOp">The day.</param>
/// <param name="DoorInwoner">Whether the person took the request back; otherwise the municipality dropped it.</param>
public sealed record HerzieningVervallen(string Herzieningnummer, Guid VoorzieningId, DateOnly VervallenOp, bool DoorInwoner)
    : Gebeurtenis, IVanHerziening;

/// <summary>What was given on intentionally incorrect data is claimed back in money (Wmo 2015 art. 2.4.1).</summary>
/// <param name="Herzieningnummer">The herziening that it follows.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="Bedrag">Euros.</param>
/// <param name="VanMeewerker">Whether it is claimed from who intentionally helped, and not from the person.</param>
/// <param name="BeslotenOp">The day of the decision, made known on that day.</param>
/// <param name="Betaaltermijn">Six weeks to pay (Awb 4:87).</param>
/// <param name="Bezwaartermijn">The term for bezwaar (Awb 6:7).</param>
/// <param name="Motivering">The reasons, in words for the person.</param>
public sealed record TerugvorderingBesloten(
    string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, decimal Bedrag, bool VanMeewerker, DateOnly BeslotenOp,
    Termijn Betaaltermijn, Termijn Bezwaartermijn, Vertrouwelijk<string> Motivering) : Gebeurtenis, IVanHerziening
{
    /// <summary>The number of the decision; null for one from before claims had numbers.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Beschikkingnummer { get; init; }

    /// <summary>The one who intentionally helped, to whom the decision goes; null when it is claimed from the person.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Vertrouwelijk<Postadres>? Ontvanger { get; init; }
}

/// <summary>The municipality agreed that a claim is paid in parts. The agreement takes the place of an earlier one.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="AfgesprokenOp">The day.</param>
/// <param name="Termijnen">The parts, in order of time.</param>
public sealed record BetaalregelingAfgesproken(
    string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, DateOnly AfgesprokenOp, IReadOnlyList<Betaaltermijn> Termijnen)
    : Gebeurtenis, IVanHerziening;

/// <summary>A part of a payment.</summary>
/// <param name="Uiterlijk">De laatste dag om dit deel te betalen.</param>
/// <param name="Bedrag">Euro's.</param>
public sealed record Betaaltermijn(DateOnly Uiterlijk, decimal Bedrag);

/// <summary>A payment on a claim came in.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="OntvangenOp">The day of the payment.</param>
/// <param name="Bedrag">Euros.</param>
/// <param name="Open">Euros that are still to be paid.</param>
public sealed record TerugvorderingBetaald(
    string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, DateOnly OntvangenOp, decimal Bedrag, decimal Open)
    : Gebeurtenis, IVanHerziening;

/// <summary>A claim was lessened, or withdrawn. Money that was paid too much goes back.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="GewijzigdOp">The day.</param>
/// <param name="Reden">Why.</param>
/// <param name="Bedrag">Euros that are claimed now; 0 when it was withdrawn.</param>
/// <param name="Open">Euros of it that are still to be paid.</param>
/// <param name="TeVeelBetaald">Euros that go back.</param>
/// <param name="Terugbetaling">The term to pay that back; null when nothing was paid too much.</param>
/// <param name="Motivering">The reasons, in words for the receiver.</param>
public sealed record TerugvorderingVerlaagd(
    string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, DateOnly GewijzigdOp, Vorderwijziging Reden, decimal Bedrag,
    decimal Open, decimal TeVeelBetaald, Termijn? Terugbetaling, Vertrouwelijk<string> Motivering) : Gebeurtenis, IVanHerziening
{
    /// <summary>The one who intentionally helped, to whom the letter goes; null when it is claimed from the person.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Vertrouwelijk<Postadres>? Ontvanger { get; init; }
}

/// <summary>Why a claim became less.</summary>
public enum Vorderwijziging
{
    /// <summary>A bezwaar against it was founded.</summary>
    Bezwaar,
    /// <summary>The help that had been taken away was given back, also for those days.</summary>
    HulpHersteld,
    /// <summary>The municipality found that less, or nothing, is to be claimed.</summary>
    Ambtshalve,
}

/// <summary>The municipality paid back what was paid too much on a claim.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="BetaaldOp">The day.</param>
/// <param name="Bedrag">Euros.</param>
public sealed record TerugvorderingTerugbetaald(
    string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, DateOnly BetaaldOp, decimal Bedrag) : Gebeurtenis, IVanHerziening;

/// <summary>A claim was paid in full.</summary>
/// <param name="Herzieningnummer">The herziening.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="TerugvorderingId">The claim.</param>
/// <param name="VoldaanOp">The day of the last payment.</param>
public sealed record TerugvorderingVoldaan(string Herzieningnummer, Guid VoorzieningId, Guid TerugvorderingId, DateOnly VoldaanOp)
    : Gebeurtenis, IVanHerziening;

/// <summary>The last granted day comes near, so the person, the consulent and the executing service know in time.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Einddatum">The last granted day.</param>
public sealed record EindeVoorzieningNadert(Guid VoorzieningId, DateOnly Einddatum) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The municipality planned a day on which it looks whether the help still fits (Wmo 2015 art. 2.3.9), or moved or dropped it.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="GeplandOp">The planned day; null when nothing is planned any more.</param>
/// <param name="VastgelegdOp">The day on which this was recorded.</param>
public sealed record HeroverwegingGepland(Guid VoorzieningId, DateOnly? GeplandOp, DateOnly VastgelegdOp) : Gebeurtenis, IOverVoorziening
{
    /// <summary>The term on the dossier; null when nothing is planned.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Termijn? Termijn => GeplandOp is { } dag ? new("heroverweging", VastgelegdOp, dag, "Wmo 2015 art. 2.3.9") : null;
}

/// <summary>The planned day on which the municipality looks whether the help still fits comes near.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="GeplandOp">The planned day.</param>
public sealed record HeroverwegingNadert(Guid VoorzieningId, DateOnly GeplandOp) : Gebeurtenis, IOverVoorziening;

/// <summary>The municipality looked whether the help still fits (Wmo 2015 art. 2.3.9). A change that follows is a herziening.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="GedaanOp">The day.</param>
/// <param name="Uitkomst">The outcome.</param>
public sealed record HeroverwegingGedaan(Guid VoorzieningId, DateOnly GedaanOp, Heroverweeguitkomst Uitkomst)
    : Gebeurtenis, IOverVoorziening;

/// <summary>The outcome of looking whether help still fits.</summary>
public enum Heroverweeguitkomst
{
    /// <summary>The help stays as it is.</summary>
    HulpPast,
    /// <summary>The decision is changed or withdrawn, by a herziening.</summary>
    WordtHerzien,
    /// <summary>The person needs other help, for which an onderzoek follows a melding.</summary>
    NieuwOnderzoek,
}
