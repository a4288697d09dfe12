using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>
/// The start of the eigen bijdrage is signalled to the CAK, at the person's first voorziening (Uitvoeringsregeling Wmo 2015 art. 2f).
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">Unique within the municipality (EbStartNummer).</param>
/// <param name="Startdatum">First day.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO401.</param>
/// <param name="Termijn">The term within which the CAK must know.</param>
public sealed record EigenBijdrageGestart(Guid PersoonId, long Startnummer, DateOnly Startdatum, string Berichtidentificatie,
    Termijn Termijn) : Gebeurtenis;

/// <summary>The stop of the eigen bijdrage is signalled to the CAK, because the person's last voorziening has officially ended.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start that it ends.</param>
/// <param name="Stopdatum">Last day.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO403.</param>
public sealed record EigenBijdrageGestopt(Guid PersoonId, long Startnummer, DateOnly Stopdatum, string Berichtidentificatie) : Gebeurtenis;

/// <summary>The CAK has accepted a start or a stop.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start that it concerns.</param>
/// <param name="Soort">Start or stop.</param>
public sealed record EigenBijdrageBevestigd(Guid PersoonId, long Startnummer, EbBericht Soort) : Gebeurtenis
{
    /// <summary>Whether it was signalled for the first time, or was a correction.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>
/// A correction of an earlier signal is sent to the CAK: a start or a stop is changed, or removed (StatusAanlevering 2 or 3).
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start that it concerns.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Aanlevering">Changed or removed.</param>
/// <param name="Datum">The day as it must be; for a removal, the day that the CAK had.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO401 or WMO403.</param>
public sealed record EigenBijdrageGecorrigeerd(
    Guid PersoonId, long Startnummer, EbBericht Soort, EbAanlevering Aanlevering, DateOnly Datum, string Berichtidentificatie)
        : Gebeurtenis;

/// <summary>The CAK has rejected a start or a stop.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start that it concerns.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Retourcodes">The codes.</param>
public sealed record EigenBijdrageAfgekeurd(Guid PersoonId, long Startnummer, EbBericht Soort, IReadOnlyList<string> Retourcodes)
    : Gebeurtenis
{
    /// <summary>
    /// Only the message was wrong, or a user gave it up because it was refused or never answered. The CAK has judged nothing.
    /// </summary>
    public bool NietVerwerkt { get; init; }

    /// <summary>Whether it was signalled for the first time, or was a correction.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>
/// The backoffice must report a start or a stop to the CAK by hand, because no message may be sent, or the CAK accepts none for that day.
/// An <see cref="EigenBijdrageBevestigd"/> follows once this is recorded.
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start that it concerns.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Datum">First or last day.</param>
/// <param name="Reden">The reason why no message is sent.</param>
public sealed record EigenBijdrageMetDeHand(Guid PersoonId, long Startnummer, EbBericht Soort, DateOnly Datum, RedenMetDeHand Reden)
    : Gebeurtenis
{
    /// <summary>For a start: the term within which the CAK must know.</summary>
    public Termijn? Termijn { get; init; }

    /// <summary>Whether it is reported for the first time, or is a correction.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>Why the backoffice reports to the CAK by hand.</summary>
public enum RedenMetDeHand
{
    /// <summary>The safety of the person forbids messages (iWmo OP003).</summary>
    AfgeschermdePersoon,
    /// <summary>The date lies too far back for a message (iEb OP241).</summary>
    TeLangGeleden,
    /// <summary>The start was reported by hand, so the CAK may not know its number.</summary>
    StartMetDeHand,
}

/// <summary>The kind of signal to the CAK.</summary>
public enum EbBericht
{
    /// <summary>WMO401.</summary>
    Start,
    /// <summary>WMO403.</summary>
    Stop,
}

/// <summary>How a signal relates to an earlier one (iEb StatusAanlevering).</summary>
public enum EbAanlevering
{
    /// <summary>1: a new signal.</summary>
    Eerste,
    /// <summary>2: replaces the earlier signal.</summary>
    Wijziging,
    /// <summary>3: removes the earlier signal.</summary>
    Verwijdering,
}

/// <summary>No eigen bijdrage is due for this voorziening, so nothing is signalled.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Reden">The reason.</param>
public sealed record EigenBijdrageNietVerschuldigd(Guid PersoonId, Guid VoorzieningId, NietVerschuldigd Reden) : Gebeurtenis,
    IOverVoorziening;

/// <summary>Why nothing is signalled about a voorziening. The names are those of <c>Bijdragevrij</c> in Wetgeving.</summary>
public enum NietVerschuldigd
{
    /// <summary>The person is under 18 (Wmo 2015 art. 2.1.4).</summary>
    [JsonStringEnumMemberName("jonger-dan-18")]
    JongerDan18,
    /// <summary>No contribution is due for a wheelchair.</summary>
    Rolstoel,
    /// <summary>Beschermd wonen and opvang have another contribution, with its own messages.</summary>
    BeschermdWonenOfOpvang,
}
