namespace WmoPlatform.Contracts;

/// <summary>The confirmation of receipt was really sent (Wmo 2015 art. 2.3.2 lid 1). A place in a queue does not count.</summary>
/// <param name="Wijze">By e-mail or by letter.</param>
/// <param name="BevestigdOp">The day it was sent, or handed over.</param>
public sealed record OntvangstBevestigd(Verzendwijze Wijze, DateOnly BevestigdOp) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }
}

/// <summary>
/// The e-mail with the confirmation of receipt came back, so it did not count. It becomes a letter, which is another
/// <see cref="OntvangstBevestigd"/> once it was sent.
/// </summary>
/// <param name="TeruggekomenOp">The day on which that was read.</param>
public sealed record OntvangstbevestigingTeruggekomen(DateOnly TeruggekomenOp) : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }
}

/// <summary>
/// The confirmation of receipt cannot be sent, because there is no usable e-mail address and no postal address. A consulent or the
/// backoffice must hand it over.
/// </summary>
public sealed record AdresNietGevonden : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }
}

/// <summary>A letter, other than the confirmation of receipt, was really sent, or handed over.</summary>
/// <param name="Brief">Which one.</param>
/// <param name="Wijze">By e-mail or by letter.</param>
/// <param name="VerzondenOp">The day it was sent, or handed over.</param>
public sealed record BriefVerzonden(Brief Brief, Verzendwijze Wijze, DateOnly VerzondenOp) : Gebeurtenis;

/// <summary>
/// A letter, other than the confirmation of receipt, cannot be sent, because there is no address. A consulent hands it over.
/// </summary>
/// <param name="Brief">Which one.</param>
public sealed record BriefZonderAdres(Brief Brief) : Gebeurtenis;

/// <summary>A letter beside the confirmation of receipt.</summary>
public enum Brief
{
    /// <summary>Another municipality got the melding or the aanvraag (Awb 2:3).</summary>
    Doorzending,
    /// <summary>An aanvraag was received that was no signed verslag.</summary>
    Aanvraagbevestiging,
    /// <summary>An aanvraag came before it is possible.</summary>
    AanvraagTeVroeg,
    /// <summary>The applicant is asked to complete the aanvraag.</summary>
    Aanvulverzoek,
    /// <summary>The applicant is reminded of what is still missing.</summary>
    Aanvulherinnering,
    /// <summary>The decision takes longer.</summary>
    Uitstel,
    /// <summary>The term to decide stands still, or runs again.</summary>
    Opschorting,
    /// <summary>The day of receipt of the melding or the aanvraag was corrected.</summary>
    Ontvangstcorrectie,
    /// <summary>The aanvraag was withdrawn.</summary>
    Intrekking,
    /// <summary>The answer to an ingebrekestelling.</summary>
    Ingebrekestelling,
    /// <summary>The decision on a dwangsom.</summary>
    Dwangsombesluit,
    /// <summary>A dwangsom that was not owed is claimed back.</summary>
    Dwangsomterugvordering,
    /// <summary>Something will be refused, and the applicant may give a view first (Awb 4:7).</summary>
    Voornemen,
    /// <summary>The municipality intends to change the help (Awb 4:8).</summary>
    Herzieningsvoornemen,
    /// <summary>The person asked for a change of the help, or took that back.</summary>
    Wijzigingsverzoek,
    /// <summary>A later decision on a voorziening.</summary>
    Wijzigingsbesluit,
    /// <summary>Money is claimed back (Wmo 2015 art. 2.4.1).</summary>
    Terugvordering,
    /// <summary>Less money is claimed back, or none.</summary>
    Vorderwijziging,
    /// <summary>The end of the help comes near.</summary>
    EindeHulp,
    /// <summary>A provider stopped before the agreed day.</summary>
    Zorgstop,
    /// <summary>The decision on the aanvraag. Sending it makes it known (Awb 3:41).</summary>
    Beschikking,
    /// <summary>The copy for the person of a letter that went to their gemachtigde.</summary>
    Afschrift,
    /// <summary>A bezwaar was received.</summary>
    Bezwaarbevestiging,
    /// <summary>Something is missing in a bezwaar.</summary>
    Bezwaarherstel,
    /// <summary>A commission advises on a bezwaar.</summary>
    Bezwaarcommissie,
    /// <summary>The term of a bezwaar begins, or is longer.</summary>
    Bezwaartermijn,
    /// <summary>The invitation to a hearing.</summary>
    Hooruitnodiging,
    /// <summary>Facts became known after a hearing.</summary>
    NieuweFeiten,
    /// <summary>A bezwaar is about a new decision too.</summary>
    Bezwaaruitbreiding,
    /// <summary>The question whether a hearing is wanted, or the news that it is off.</summary>
    Hoorbericht,
    /// <summary>Another letter was added to a bezwaar.</summary>
    Bezwaaraanvulling,
    /// <summary>The question to the heirs whether they go on with a bezwaar.</summary>
    Nabestaandenvraag,
    /// <summary>A bezwaar was withdrawn.</summary>
    Bezwaarintrekking,
    /// <summary>The decision on a bezwaar.</summary>
    BeslissingOpBezwaar,
    /// <summary>The person went to court, or the case there changed.</summary>
    Beroep,
    /// <summary>A judgment, and what it means for the person.</summary>
    Uitspraak,
    /// <summary>A request for change was received, or carried out.</summary>
    Wijzigingsbevestiging,
    /// <summary>A klacht was received.</summary>
    Klachtbevestiging,
    /// <summary>The question what a klacht means.</summary>
    Klachtvraag,
    /// <summary>A commission advises on a klacht.</summary>
    Klachtcommissie,
    /// <summary>Handling a klacht takes longer.</summary>
    Klachtverdaging,
    /// <summary>The invitation to tell about a klacht.</summary>
    Klachtuitnodiging,
    /// <summary>The end of a klacht.</summary>
    Klachtafhandeling,
    /// <summary>To the heirs of somebody whose help ended by death.</summary>
    Nabestaanden,
}

/// <summary>How correspondence is sent.</summary>
public enum Verzendwijze
{
    /// <summary>By e-mail.</summary>
    Email,
    /// <summary>By letter.</summary>
    Brief,
}
