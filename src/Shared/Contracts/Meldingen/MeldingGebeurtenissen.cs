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
    Termijn Bevestigingstermijn, Vertrouwelijk<MeldingInhoud> Inhoud) : Gebeurtenis;

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

/// <summary>The identity of the person is known, from the BRP or from an identity document.</summary>
/// <param name="PersoonId">One per BSN.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003), so everything goes by hand.</param>
/// <param name="Persoon">The personal data.</param>
public sealed record PersoonsgegevensVastgesteld(Guid PersoonId, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon)
    : Gebeurtenis
{
    /// <summary>What the BRP says beside them. It is a sign for a person who decides, and no decision.</summary>
    public IReadOnlyList<Brpsignaal> Signalen { get; init; } = [];
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
