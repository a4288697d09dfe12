using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>A resident, or someone on their behalf, reported a need for support (Wmo 2015 art. 2.3.2 lid 1).</summary>
/// <param name="Meldingnummer">For instance <c>M-2026-000123</c>.</param>
/// <param name="PersoonId">One per BSN, issued by Meldingen.</param>
/// <param name="OntvangenOp">The day it was received, which starts the six weeks.</param>
/// <param name="Kanaal">The channel of the melding.</param>
/// <param name="Wijkteam">The team that handles it.</param>
/// <param name="Spoed">Whether help cannot wait for the onderzoek (Wmo 2015 art. 2.3.3).</param>
/// <param name="Bevestigingstermijn">The term for the confirmation of receipt.</param>
/// <param name="Inhoud">The person and their request.</param>
public sealed record MeldingGedaan(
    string Meldingnummer, Guid PersoonId, DateOnly OntvangenOp, Meldkanaal Kanaal, string Wijkteam, bool Spoed,
    Termijn Bevestigingstermijn, Vertrouwelijk<MeldingInhoud> Inhoud) : Gebeurtenis, IVanMelding
{
    /// <summary>Whether it joined a dossier that was open already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SluitAan { get; init; }

    /// <summary>
    /// The term to decide on temporary help (Wmo 2015 art. 2.3.3); null when it is not urgent, and in an older event.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Termijn? Spoedtermijn { get; init; }

    /// <summary>The request for change that it followed from; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Wijzigingsverzoek { get; init; }
}

/// <summary>
/// The melding proved to have reached the municipality on another day, so its terms and those of its onderzoek moved (Wmo 2015 art. 2.3.2).
/// The highest version counts.
/// </summary>
/// <param name="Was">The day that was known.</param>
/// <param name="OntvangenOp">The right day.</param>
/// <param name="Bevestigingstermijn">The term for the confirmation of receipt.</param>
/// <param name="Onderzoekstermijn">The six weeks of the onderzoek.</param>
/// <param name="AanvraagVanaf">The first day of an aanvraag without a verslag (art. 2.3.2 lid 9).</param>
/// <param name="Reden">Why, in words for the resident.</param>
public sealed record MeldingontvangstGecorrigeerd(
    DateOnly Was, DateOnly OntvangenOp, Termijn Bevestigingstermijn, Termijn Onderzoekstermijn, DateOnly AanvraagVanaf,
    Vertrouwelijk<string> Reden) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The term to decide on temporary help (art. 2.3.3); null when it is not urgent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Termijn? Spoedtermijn { get; init; }
}

/// <summary>The channel of a melding.</summary>
public enum Meldkanaal
{
    /// <summary>The web form.</summary>
    Web,
    /// <summary>By telephone.</summary>
    Telefoon,
    /// <summary>The walk-in hour of the wijkteam.</summary>
    Inloop,
    /// <summary>By letter.</summary>
    Brief,
    /// <summary>By e-mail.</summary>
    Email,
}

/// <summary>The confidential part of a melding.</summary>
/// <param name="Bsn">Nine digits.</param>
/// <param name="Hulpvraag">The request, in the person's own words.</param>
/// <param name="Email">The e-mail address for the confirmation; null when it goes by letter.</param>
/// <param name="Melder">The person who reported on the resident's behalf; null when the resident did.</param>
public sealed record MeldingInhoud(string Bsn, string Hulpvraag, string? Email, string? Melder)
{
    /// <inheritdoc />
    public override string ToString() => "[melding]";
}

/// <summary>
/// A dossier was opened for somebody without a melding, for instance because they complain (Awb 9:1). Zaken come into it later.
/// </summary>
/// <param name="PersoonId">One per BSN, issued by Meldingen.</param>
/// <param name="GeopendOp">The day on which it was opened.</param>
/// <param name="Wijkteam">The team that handles it.</param>
/// <param name="Inhoud">The person.</param>
public sealed record DossierGeopend(Guid PersoonId, DateOnly GeopendOp, string Wijkteam, Vertrouwelijk<Dossierinhoud> Inhoud) : Gebeurtenis;

/// <summary>The confidential part of a dossier that was opened without a melding.</summary>
/// <param name="Bsn">Nine digits.</param>
public sealed record Dossierinhoud(string Bsn)
{
    /// <inheritdoc />
    public override string ToString() => "[dossier]";
}

/// <summary>The identity of the person is known, from the BRP or from an identity document.</summary>
/// <param name="PersoonId">One per BSN.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003), so everything goes by hand.</param>
/// <param name="Persoon">The personal data.</param>
public sealed record PersoonsgegevensVastgesteld(Guid PersoonId, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon)
    : Gebeurtenis, IOverPersoon
{
    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ZonderMelding { get; init; }

    /// <inheritdoc />
    public int Persoonstand { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<Brpsignaal> Signalen { get; init; } = [];

    /// <inheritdoc />
    public DateOnly? OverledenOp { get; init; }
}

/// <summary>
/// What is known about the person has changed after the melding: the BRP says so, or a user established it. Every dossier of the person
/// gets this event. It carries everything that is known now, so the highest <see cref="Persoonstand"/> counts.
/// </summary>
/// <param name="PersoonId">One per person, also after a change of BSN.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003), so everything goes by hand.</param>
/// <param name="Persoon">The personal data of today.</param>
/// <param name="Wat">The parts that changed; never empty.</param>
public sealed record PersoonsgegevensGewijzigd(
    Guid PersoonId, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon, IReadOnlyList<Persoonswijziging> Wat)
    : Gebeurtenis, IOverPersoon
{
    /// <inheritdoc />
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ZonderMelding { get; init; }

    /// <inheritdoc />
    public int Persoonstand { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<Brpsignaal> Signalen { get; init; } = [];

    /// <inheritdoc />
    public DateOnly? OverledenOp { get; init; }
}

/// <summary>
/// An event that says who a person is. The one with the highest <see cref="Persoonstand"/> counts, in whatever order they come.
/// </summary>
public interface IOverPersoon
{
    /// <summary>One per person, also after a change of BSN.</summary>
    Guid PersoonId { get; }

    /// <summary>The person's safety forbids chain messages (iWmo OP003).</summary>
    bool GeenBerichtenverkeer { get; }

    /// <summary>The personal data.</summary>
    Vertrouwelijk<Persoonsgegevens> Persoon { get; }

    /// <summary>Counts what Meldingen announced about this person, over all dossiers, from 1; 0 before this number existed.</summary>
    int Persoonstand { get; }

    /// <summary>What the BRP says beside the personal data. It is a sign for a person who decides, and no decision.</summary>
    IReadOnlyList<Brpsignaal> Signalen { get; }

    /// <summary>The day of death; null for who lives, and while only a part of the date is known.</summary>
    DateOnly? OverledenOp { get; }

    /// <summary>Whether it comes from a dossier that was opened without a melding, not from one of its meldingen.</summary>
    bool ZonderMelding { get; }
}

/// <summary>A part of what is known about a person.</summary>
public enum Persoonswijziging
{
    /// <summary>The name, or how the person is addressed in a letter.</summary>
    Naam,
    /// <summary>The date of birth or the sex.</summary>
    Geboorte,
    /// <summary>The address.</summary>
    Adres,
    /// <summary>The BSN.</summary>
    Bsn,
    /// <summary>Whether the person's safety forbids chain messages.</summary>
    Afscherming,
    /// <summary>A sign of the BRP came or went, or the day of death became known.</summary>
    Signaal,
}

/// <summary>What the BRP says about a person that may change everything.</summary>
public enum Brpsignaal
{
    /// <summary>The person died.</summary>
    Overleden,
    /// <summary>The person is registered in another municipality.</summary>
    AndereGemeente,
    /// <summary>The person left the country or never lived here (RNI).</summary>
    NietIngezetene,
    /// <summary>It was established that the person does not live at the registered address.</summary>
    VerblijftNietOpAdres,
    /// <summary>The record is not kept up to date any more, for another reason.</summary>
    BijhoudingOpgeschort,
    /// <summary>The person is under curatele: the curator acts.</summary>
    OnderCuratele,
    /// <summary>The BRP does not know the BSN any more. The person may have got another one.</summary>
    NummerVervallen,
    /// <summary>What the BRP says about the person now cannot be used.</summary>
    Onleesbaar,
    /// <summary>The BRP knows the person under a BSN that has another dossier here, as if it were somebody else.</summary>
    AndereRegistratie,
    /// <summary>The person is a minor: who has gezag (a parent or a guardian) acts.</summary>
    OnderGezag,
}

/// <summary>The BRP does not say who the resident is. A consulent must establish the identity (Wmo 2015 art. 2.3.4).</summary>
/// <param name="PersoonId">One per BSN.</param>
/// <param name="Reden">Why; null when it does not know the BSN.</param>
public sealed record PersoonNietGevonden(Guid PersoonId, Brpreden? Reden = null) : Gebeurtenis;

/// <summary>Why the BRP does not say who somebody is whose BSN it may know.</summary>
public enum Brpreden
{
    /// <summary>What it says about this person cannot be used, or it refuses the question about this person.</summary>
    Onbruikbaar,

    /// <summary>It fails at this person, time and again, while it answers about others.</summary>
    GeenAntwoord,
}

/// <summary>The resident has withdrawn the melding.</summary>
/// <param name="IngetrokkenOp">The day of withdrawal.</param>
public sealed record MeldingIngetrokken(DateOnly IngetrokkenOp) : Gebeurtenis;
