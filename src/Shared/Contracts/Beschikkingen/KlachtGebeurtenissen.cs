namespace WmoPlatform.Contracts;

/// <summary>An event that says how the term of a klacht stands now, so that the last one says all.</summary>
public interface IMetKlachttermijn
{
    /// <summary>The term of the law (Awb 9:11).</summary>
    Termijn Termijn { get; }
}

/// <summary>A klacht was received (Awb 9:6).</summary>
/// <param name="Zaaknummer">For instance <c>K-2026-000123</c>.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Over">The subject.</param>
/// <param name="Termijn">The term to handle it.</param>
/// <param name="NietBehandelen">The term to say that it is not handled (Awb 9:8 lid 3).</param>
public sealed record KlachtOntvangen(string Zaaknummer, DateOnly OntvangenOp, Klachtonderwerp Over, Termijn Termijn, Termijn NietBehandelen)
    : Gebeurtenis, IVanZaak, IMetKlachttermijn;

/// <summary>
/// The klacht is about a decision against which bezwaar is no longer possible, so the person is asked what is meant (Awb 9:8 lid 1 onder
/// c).
/// </summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="Besluitnummer">The decision.</param>
/// <param name="GevraagdOp">The day of the question.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
public sealed record KlachtbedoelingGevraagd(string Zaaknummer, string Besluitnummer, DateOnly GevraagdOp, DateOnly Uiterlijk)
    : Gebeurtenis, IVanZaak;

/// <summary>The person answered what was meant.</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="BeantwoordOp">The day of the answer.</param>
/// <param name="Bezwaarnummer">The bezwaar that it became; null when it stays a klacht.</param>
public sealed record KlachtbedoelingBekend(string Zaaknummer, DateOnly BeantwoordOp, string? Bezwaarnummer) : Gebeurtenis, IVanZaak;

/// <summary>A commission advises on the klacht, and the person was told (Awb 9:15). The term is ten weeks.</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="GemeldOp">The day on which the person was told.</param>
/// <param name="Termijn">The term to handle it.</param>
public sealed record KlachtcommissieIngeschakeld(string Zaaknummer, DateOnly GemeldOp, Termijn Termijn)
    : Gebeurtenis, IVanZaak, IMetKlachttermijn;

/// <summary>Handling the klacht was postponed (Awb 9:11 lid 2), or put off further with consent (lid 3).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="VerdaagdOp">The day of the announcement.</param>
/// <param name="MetInstemming">Whether the person agreed in writing.</param>
/// <param name="Termijn">The term to handle it.</param>
/// <param name="Reden">Why, in words for the person.</param>
public sealed record KlachtVerdaagd(
    string Zaaknummer, DateOnly VerdaagdOp, bool MetInstemming, Termijn Termijn, Vertrouwelijk<string> Reden)
    : Gebeurtenis, IVanZaak, IMetKlachttermijn;

/// <summary>The person was invited to be heard on the klacht (Awb 9:10).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="Tijdstip">Day and time.</param>
/// <param name="Plaats">The place, in words for the person.</param>
public sealed record KlachtgesprekGepland(string Zaaknummer, DateTimeOffset Tijdstip, Vertrouwelijk<string> Plaats) : Gebeurtenis, IVanZaak;

/// <summary>The person was heard on the klacht, or there is no hearing (Awb 9:10).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="GehoordOp">The day of the hearing; null when there is none.</param>
/// <param name="Grond">The ground on which there is none; null when there was one.</param>
public sealed record KlagerGehoord(string Zaaknummer, DateOnly? GehoordOp, Geenklachthoorgrond? Grond) : Gebeurtenis, IVanZaak;

/// <summary>The member of staff whose conduct it is about got a copy of the klacht (Awb 9:9).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="AfschriftOp">The day.</param>
public sealed record KlachtafschriftGegeven(string Zaaknummer, DateOnly AfschriftOp) : Gebeurtenis, IVanZaak;

/// <summary>The member of staff whose conduct it is about told their side, or did not want to (Awb 9:10 lid 1).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="GehoordOp">The day.</param>
/// <param name="WildeNiet">Whether nothing was told.</param>
public sealed record BeklaagdeGehoord(string Zaaknummer, DateOnly GehoordOp, bool WildeNiet) : Gebeurtenis, IVanZaak;

/// <summary>The commission gave its advice on the klacht (Awb 9:15 lid 3).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Oordeel">What the commission finds of the klacht.</param>
public sealed record KlachtadviesOntvangen(string Zaaknummer, DateOnly OntvangenOp, Klachtafloop Oordeel) : Gebeurtenis, IVanZaak;

/// <summary>The klacht ended.</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="AfgerondOp">The day on which the person was told.</param>
/// <param name="Afloop">How it ended.</param>
/// <param name="NietBehandeld">The ground on which it was not handled (Awb 9:8); null otherwise.</param>
/// <param name="Tekst">The finding and what follows from it, or why it was not handled, in words for the person; null without.</param>
public sealed record KlachtAfgerond(
    string Zaaknummer, DateOnly AfgerondOp, Klachtafloop Afloop, Nietbehandelgrond? NietBehandeld, Vertrouwelijk<string>? Tekst)
    : Gebeurtenis, IVanZaak
{
    /// <value>The advice of the commission, which goes along with the finding; null without (Awb 9:16).</value>
    public Vertrouwelijk<string>? Advies { get; init; }

    /// <value>Why the finding departs from that advice; null when it does not (Awb 9:16).</value>
    public Vertrouwelijk<string>? AfwijkingVanAdvies { get; init; }
}

/// <summary>The subject of a klacht.</summary>
public enum Klachtonderwerp
{
    /// <summary>The conduct of somebody who works for the municipality.</summary>
    Gedraging,
    /// <summary>A decision.</summary>
    Besluit,
    /// <summary>A provider, which has a klachtregeling of its own (Wmo 2015 art. 3.2.1).</summary>
    Aanbieder,
}

/// <summary>A ground on which nobody is heard on a klacht (Awb 9:10 lid 2).</summary>
public enum Geenklachthoorgrond
{
    /// <summary>It is evidently unfounded (onder a).</summary>
    KennelijkOngegrond,
    /// <summary>The person said that no hearing is wanted (onder b).</summary>
    WilNiet,
    /// <summary>The person did not say within the term that was set that a hearing is wanted (onder c).</summary>
    GeenAntwoord,
}

/// <summary>How a klacht ended.</summary>
public enum Klachtafloop
{
    /// <summary>Settled to the satisfaction of the person (Awb 9:5).</summary>
    Opgelost,
    /// <summary>The klacht is right.</summary>
    Gegrond,
    /// <summary>The klacht is right in part.</summary>
    DeelsGegrond,
    /// <summary>The klacht is not right.</summary>
    Ongegrond,
    /// <summary>It became a bezwaar.</summary>
    Bezwaar,
    /// <summary>It went to the provider that it is about (Wmo 2015 art. 3.2.1).</summary>
    NaarAanbieder,
    /// <summary>The person withdrew it.</summary>
    Ingetrokken,
    /// <summary>It is not handled (Awb 9:8).</summary>
    NietBehandeld,
}

/// <summary>A ground on which a klacht need not be handled (Awb 9:8).</summary>
public enum Nietbehandelgrond
{
    /// <summary>A klacht about it was handled before (lid 1 onder a).</summary>
    AlBehandeld,
    /// <summary>It happened more than a year before (lid 1 onder b).</summary>
    LangerDanEenJaar,
    /// <summary>The person could have made bezwaar against it (lid 1 onder c).</summary>
    BezwaarMogelijk,
    /// <summary>The person can or could go to the administrative court against it (lid 1 onder d).</summary>
    BeroepMogelijk,
    /// <summary>Another court judges it (lid 1 onder e).</summary>
    BijAndereRechter,
    /// <summary>The police or the public prosecutor investigates it (lid 1 onder f).</summary>
    Strafonderzoek,
    /// <summary>The interest of the person, or the weight of the conduct, is evidently too small (lid 2).</summary>
    TeWeinigBelang,
}
