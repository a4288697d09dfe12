namespace WmoPlatform.Contracts;

/// <summary>The applicant wrote whether they want zorg in natura in case the pgb is refused.</summary>
/// <param name="VoorzieningId">The voorziening for which a pgb was requested.</param>
/// <param name="WilGeenZin">Whether they do not want it. A refused pgb then leads to no help.</param>
/// <param name="OntvangenOp">The day on which their letter came in.</param>
public sealed record ZinkeuzeVastgelegd(Guid VoorzieningId, bool WilGeenZin, DateOnly OntvangenOp) : Gebeurtenis, IOverVoorziening;

/// <summary>
/// The applicant was told what will be refused, and on which data about them that rests. They may give a view before the decision (Awb
/// 4:7).
/// </summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="Termijn">The term for a view.</param>
/// <param name="Tekst">The plan and the data, in words for the applicant.</param>
public sealed record VoornemenAangekondigd(Guid VoornemenId, Termijn Termijn, Vertrouwelijk<Voornementekst> Tekst) : Gebeurtenis
{
    /// <summary>The gemachtigde to whom the letter goes, with a copy to the person (Awb 2:1); null without one.</summary>
    public Vertrouwelijk<Postadres>? Gemachtigde { get; init; }
}

/// <summary>The applicant gave a view on what will be refused.</summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="OntvangenOp">The day of the view.</param>
public sealed record ZienswijzeOntvangen(Guid VoornemenId, DateOnly OntvangenOp) : Gebeurtenis;

/// <summary>The term for a view passed unused, so the municipality can decide.</summary>
/// <param name="VoornemenId">The announcement.</param>
/// <param name="VerstrekenOp">The last day for a view.</param>
public sealed record ZienswijzetermijnVerstreken(Guid VoornemenId, DateOnly VerstrekenOp) : Gebeurtenis;

/// <summary>A draft of the decision waits for a colleague to read it.</summary>
/// <param name="Nummer">Its number within the aanvraag, from 1.</param>
/// <param name="OpgesteldOp">The day of the draft.</param>
public sealed record ConceptOpgesteld(int Nummer, DateOnly OpgesteldOp) : Gebeurtenis;

/// <summary>A colleague returned the draft with a remark, so its author makes another one.</summary>
/// <param name="Nummer">The number of the draft.</param>
/// <param name="TeruggegevenOp">The day on which it was returned.</param>
public sealed record ConceptTeruggegeven(int Nummer, DateOnly TeruggegevenOp) : Gebeurtenis;

/// <summary>A second beslisser approved the decision, so that it can be made known.</summary>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="GoedgekeurdOp">The day of the approval.</param>
public sealed record BesluitGoedgekeurd(string Beschikkingnummer, DateOnly GoedgekeurdOp) : Gebeurtenis;

/// <summary>Somebody acts for the applicant, and proved that (Awb 2:1).</summary>
/// <param name="MachtigingVan">The day of the written proof.</param>
/// <param name="Omvang">The acts that it covers.</param>
public sealed record GemachtigdeVastgelegd(DateOnly MachtigingVan, Machtigingsomvang Omvang) : Gebeurtenis
{
    /// <summary>Where letters go; null in an event from before letters followed the machtiging.</summary>
    public Vertrouwelijk<Postadres>? Post { get; init; }
}

/// <summary>Nobody acts for the applicant any more.</summary>
/// <param name="BeeindigdOp">The day on which that ended.</param>
public sealed record MachtigingBeeindigd(DateOnly BeeindigdOp) : Gebeurtenis;

/// <summary>The acts that a gemachtigde may do for the applicant.</summary>
public enum Machtigingsomvang
{
    /// <summary>All that is about this aanvraag.</summary>
    DezeAanvraag,
    /// <summary>Later decisions on the help that it gave too, and bezwaar and beroep against all of them.</summary>
    OokHulp,
    /// <summary>Bezwaar and beroep against the decision on it too.</summary>
    OokBezwaar,
}

/// <summary>Where post for somebody goes who is no person of the platform.</summary>
/// <param name="Naam">De naam zoals die boven de brief komt.</param>
/// <param name="Adresregels">De regels van het postadres onder de naam.</param>
public sealed record Postadres(string Naam, IReadOnlyList<string> Adresregels)
{
    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[postadres]";
}

/// <summary>The words of a beschikking.</summary>
/// <param name="Besluiten">The words of each decision.</param>
/// <param name="VoorNabestaanden">Whether the person died, so that it goes to the heirs.</param>
public sealed record Beschikkingstekst(IReadOnlyList<Besluittekst> Besluiten, bool VoorNabestaanden)
{
    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[beschikking]";
}

/// <summary>The words of the decision on one voorziening.</summary>
/// <param name="VoorzieningId">The voorziening; null when an aanvraag without any is refused.</param>
/// <param name="Motivering">The reasons.</param>
/// <param name="Voorwaarden">The conditions.</param>
/// <param name="Bijdrage">What follows for the contribution; null when nothing was granted.</param>
/// <param name="Afwijking">Why it differs from the advice; null when it does not.</param>
public sealed record Besluittekst(
    Guid? VoorzieningId, string Motivering, IReadOnlyList<string> Voorwaarden, string? Bijdrage, string? Afwijking)
{
    /// <summary>The earlier refusal that it refers to, because nothing new was stated (Awb 4:6); null otherwise.</summary>
    public Besluitverwijzing? VerwijstNaar { get; init; }

    /// <summary>How much was asked, when only a part of it is granted; null otherwise.</summary>
    public Omvang? GevraagdeOmvang { get; init; }

    /// <summary>When it was asked for, when only a part of it is granted; null otherwise.</summary>
    public Periode? GevraagdePeriode { get; init; }

    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[besluit]";
}

/// <summary>A beschikking that another one refers to.</summary>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="BekendgemaaktOp">The day on which it was made known.</param>
public sealed record Besluitverwijzing(string Beschikkingnummer, DateOnly BekendgemaaktOp);

/// <summary>
/// The applicant stated new facts or changed circumstances since an earlier refusal, so the decision does not refer to that one (Awb 4:6).
/// </summary>
/// <param name="OntvangenOp">The day on which the applicant did.</param>
public sealed record NieuweFeitenVermeld(DateOnly OntvangenOp) : Gebeurtenis;

/// <summary>What will be refused, and why, in words for the applicant.</summary>
/// <param name="Besluit">The plan.</param>
/// <param name="Gegevens">The data that deviate from those of the applicant, and their source.</param>
public sealed record Voornementekst(string Besluit, string Gegevens)
{
    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[voornemen]";
}
