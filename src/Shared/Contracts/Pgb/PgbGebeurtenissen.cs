namespace WmoPlatform.Contracts;

/// <summary>The check whether a pgb fits this person and this help has begun (Wmo 2015 art. 2.3.6 lid 2).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
public sealed record PgbToetsGestart(Guid VoorzieningId) : Gebeurtenis, IOverVoorziening;

/// <summary>A document for the pgb was received.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Soort">The kind of document.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
public sealed record PgbDocumentOntvangen(Guid VoorzieningId, PgbDocument Soort, DateOnly OntvangenOp) : Gebeurtenis, IOverVoorziening;

/// <summary>The documents that a pgb needs.</summary>
public enum PgbDocument
{
    /// <summary>The plan of what the budget is spent on.</summary>
    Uitvoeringsplan,
    /// <summary>The questions to the carer or care company.</summary>
    Uitvraagformulier,
    /// <summary>The agreement with a carer.</summary>
    Zorgovereenkomst,
}

/// <summary>The bewustekeuzegesprek has been held.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="GevoerdOp">The day it was held.</param>
/// <param name="Vaardig">Whether the resident, or their representative, can run a budget.</param>
public sealed record BewustekeuzegesprekGevoerd(Guid VoorzieningId, DateOnly GevoerdOp, bool Vaardig) : Gebeurtenis, IOverVoorziening;

/// <summary>The check has ended: a pgb can be granted, or not.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Akkoord">Whether a pgb can be granted.</param>
public sealed record PgbToetsAfgerond(Guid VoorzieningId, bool Akkoord) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The agreement about a granted budget is new or has changed: its period, its end, or that its last day passed before it was reserved.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Hulp">The help of this budget from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record BudgetAfgesproken(Guid VoorzieningId, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IMetHulpverloop;

/// <summary>The granted budget is reported to the SVB (WMO501).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="BudgetIdentificatie">Identifies this situation of the budget (iPgb TR574).</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO501; null when the backoffice reports it by hand (iWmo OP003).</param>
/// <param name="Bedrag">Euros over the whole period.</param>
/// <param name="Periode">The budget's period.</param>
public sealed record BudgetAangemeld(Guid VoorzieningId, string BudgetIdentificatie, string? Berichtidentificatie, decimal Bedrag,
    Periode Periode) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// A pgb for an aid or an adaptation of the home. The municipality manages the budget itself, and still has to reserve the amount.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Bedrag">Euros over the whole period.</param>
/// <param name="Periode">The budget's period.</param>
public sealed record BudgetInEigenBeheer(Guid VoorzieningId, decimal Bedrag, Periode Periode) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The budget is not reported to the SVB, because the person has another budget for the same zorgfunctie at the same time (iPgb TR502). The
/// backoffice decides.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
public sealed record BudgetTegengehouden(Guid VoorzieningId) : Gebeurtenis, IOverVoorziening
{
    /// <summary>It is a change that is not reported. The SVB still has the budget as it was.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Wijziging { get; init; }
}

/// <summary>
/// The SVB has reserved the budget (WMO502 without remarks), which makes it final. For a budget in eigen beheer the municipality did.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Periode">The budget's period.</param>
/// <param name="Hulp">The help of this budget from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record BudgetGereserveerd(
    Guid VoorzieningId, Periode Periode, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IMetHulpverloop
{
    /// <summary>The municipality manages the budget itself and has reserved the amount. The SVB has no part in it.</summary>
    public bool InEigenBeheer { get; init; }
}

/// <summary>The SVB has rejected the budget (WMO502 with return codes).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Retourcodes">The codes.</param>
public sealed record BudgetAfgekeurd(Guid VoorzieningId, IReadOnlyList<string> Retourcodes) : Gebeurtenis, IOverVoorziening
{
    /// <summary>The SVB rejected the end of the budget, and still has the budget as it was.</summary>
    public bool Einde { get; init; }

    /// <summary>The SVB rejected a change of the budget, and still has the budget as it was.</summary>
    public bool Wijziging { get; init; }

    /// <summary>
    /// Only the message was wrong, or a user gave it up because it was refused or never answered. The SVB has judged nothing.
    /// </summary>
    public bool NietVerwerkt { get; init; }
}

/// <summary>The budget was changed. A WMO501 reports the complete new situation to the SVB.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Bedrag">Euros over the whole period, after the change.</param>
/// <param name="Periode">The budget's period, after the change.</param>
public sealed record BudgetGewijzigd(Guid VoorzieningId, Guid PersoonId, decimal Bedrag, Periode Periode) : Gebeurtenis, IOverVoorziening
{
    /// <summary>Only the representatives changed; amount and period stay.</summary>
    public bool AlleenVertegenwoordiging { get; init; }

    /// <summary>Only the division of the granted money over its period changed, and the amount did not.</summary>
    public bool AlleenVerdeling { get; init; }
}

/// <summary>
/// The change of the budget takes effect, because the SVB accepted it (WMO502 without remarks), or the municipality manages the budget
/// itself.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Periode">The budget's period from now on.</param>
/// <param name="Hulp">The help of this budget from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record BudgetwijzigingBevestigd(
    Guid VoorzieningId, Periode Periode, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IMetHulpverloop;

/// <summary>The budget has officially ended. A WMO501 reports the new situation to the SVB.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Periode">The budget's period as decided; an early end does not change it.</param>
/// <param name="Einddatum">Last day of the budget.</param>
/// <param name="Ingetrokken">Whether it was withdrawn as a whole, as if never granted.</param>
/// <param name="Hulp">The help of this budget from now on.</param>
/// <param name="Persoon">The personal data for the CAK.</param>
public sealed record BudgetBeeindigd(
    Guid VoorzieningId, Periode Periode, DateOnly Einddatum, bool Ingetrokken, Hulpverloop Hulp, Vertrouwelijk<Persoonskern> Persoon)
    : Gebeurtenis, IMetHulpverloop
{
    /// <summary>The help ends because the person died.</summary>
    public bool WegensOverlijden { get; init; }
}

/// <summary>The SVB has accepted the end of the budget (WMO502 without remarks).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
public sealed record BudgeteindeBevestigd(Guid VoorzieningId) : Gebeurtenis, IOverVoorziening;

/// <summary>The SVB reported what was spent on a part of the budget (WMO507).</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Zorgfunctie">Two digits; 99 for a whole package.</param>
/// <param name="Periode">The period of the spending.</param>
/// <param name="Besteed">Euros that were paid, without sick pay.</param>
/// <param name="Reden">The reason of the report.</param>
public sealed record BudgetAfgesloten(Guid VoorzieningId, string Zorgfunctie, Periode Periode, decimal Besteed, Afsluitreden Reden)
    : Gebeurtenis, IOverVoorziening;

/// <summary>
/// A later decision changes a part of the budget that the SVB had closed (WMO507). No message undoes what was paid: a person settles it.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Besteed">Euros that were paid from that part, as the SVB reported last.</param>
public sealed record BudgetAlAfgesloten(Guid VoorzieningId, decimal Besteed) : Gebeurtenis, IOverVoorziening;

/// <summary>A person settled what a later decision changed about a part of the budget that the SVB had closed.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Uitkomst">The outcome.</param>
public sealed record AfgeslotenBudgetNagelopen(Guid VoorzieningId, Nalooputkomst Uitkomst) : Gebeurtenis, IOverVoorziening;

/// <summary>The outcome of looking into a closed part of a budget that a later decision changed.</summary>
public enum Nalooputkomst
{
    /// <summary>Nothing has to be paid, by nobody.</summary>
    NietsTeVerrekenen,
    /// <summary>The municipality pays out itself what the decision added for that time.</summary>
    Nabetaling,
    /// <summary>Whether money is claimed back is decided separately (Wmo 2015 art. 2.4.1).</summary>
    BesluitOverTerugvordering,
}

/// <summary>Why a budget was closed (code list PGB507).</summary>
public enum Afsluitreden
{
    /// <summary>Its period has ended.</summary>
    EindeBudget,
    /// <summary>The year has ended and the budget continues.</summary>
    Jaareinde,
    /// <summary>More was spent than the budget, or outside its period.</summary>
    Bestedingsconflict,
}
