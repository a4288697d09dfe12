using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>
/// The CAK is told that the eigen bijdrage starts: at the person's first voorziening (Uitvoeringsregeling Wmo 2015 art. 2f).
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">Unique within the municipality (EbStartNummer).</param>
/// <param name="Startdatum">First day.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO401.</param>
/// <param name="Termijn">Until when the CAK must know.</param>
public sealed record EigenBijdrageGestart(Guid PersoonId, long Startnummer, DateOnly Startdatum, string Berichtidentificatie,
    Termijn Termijn) : Gebeurtenis;

/// <summary>The CAK is told that the eigen bijdrage stops: the person's last voorziening has officially ended.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start it ends.</param>
/// <param name="Stopdatum">Last day.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO403.</param>
public sealed record EigenBijdrageGestopt(Guid PersoonId, long Startnummer, DateOnly Stopdatum, string Berichtidentificatie) : Gebeurtenis;

/// <summary>The CAK has accepted a start or a stop.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start it is about.</param>
/// <param name="Soort">Start or stop.</param>
public sealed record EigenBijdrageBevestigd(Guid PersoonId, long Startnummer, EbBericht Soort) : Gebeurtenis
{
    /// <summary>Whether it was told for the first time, or corrected.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>
/// The CAK is told that what it was told before was wrong: a start or a stop is changed, or removed (StatusAanlevering 2 or 3).
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start it is about.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Aanlevering">Changed or removed.</param>
/// <param name="Datum">The day as it is now; of a removal as the CAK had it.</param>
/// <param name="Berichtidentificatie">Identificatie of the WMO401 or WMO403.</param>
public sealed record EigenBijdrageGecorrigeerd(
    Guid PersoonId, long Startnummer, EbBericht Soort, EbAanlevering Aanlevering, DateOnly Datum, string Berichtidentificatie)
        : Gebeurtenis;

/// <summary>The CAK has rejected a start or a stop.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start it is about.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Retourcodes">The codes.</param>
public sealed record EigenBijdrageAfgekeurd(Guid PersoonId, long Startnummer, EbBericht Soort, IReadOnlyList<string> Retourcodes)
    : Gebeurtenis
{
    /// <summary>
    /// Only the message was wrong, or a person gave it up because it was refused or never answered: the CAK has judged nothing.
    /// </summary>
    public bool NietVerwerkt { get; init; }

    /// <summary>Whether it was told for the first time, or corrected.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>
/// The CAK must be told a start or a stop by hand: no message may go, or the CAK takes none for that day. Once it has been told, that is an
/// <see cref="EigenBijdrageBevestigd"/>.
/// </summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Startnummer">The start it is about.</param>
/// <param name="Soort">Start or stop.</param>
/// <param name="Datum">First or last day.</param>
/// <param name="Reden">Why no message goes.</param>
public sealed record EigenBijdrageMetDeHand(Guid PersoonId, long Startnummer, EbBericht Soort, DateOnly Datum, RedenMetDeHand Reden)
    : Gebeurtenis
{
    /// <summary>Of a start: until when the CAK must know.</summary>
    public Termijn? Termijn { get; init; }

    /// <summary>Whether it is told for the first time, or corrected.</summary>
    public EbAanlevering Aanlevering { get; init; }
}

/// <summary>Why a person reports to the CAK by hand.</summary>
public enum RedenMetDeHand
{
    /// <summary>The person's safety forbids messages (iWmo OP003).</summary>
    AfgeschermdePersoon,
    /// <summary>The date lies too far back for a message (iEb OP241).</summary>
    TeLangGeleden,
    /// <summary>The start was reported by hand, so the CAK need not know its number.</summary>
    StartMetDeHand,
}

/// <summary>Which signal to the CAK.</summary>
public enum EbBericht
{
    /// <summary>WMO401.</summary>
    Start,
    /// <summary>WMO403.</summary>
    Stop,
}

/// <summary>How a signal relates to the one before (iEb StatusAanlevering).</summary>
public enum EbAanlevering
{
    /// <summary>1: it is new.</summary>
    Eerste,
    /// <summary>2: it replaces what was told.</summary>
    Wijziging,
    /// <summary>3: what was told is removed.</summary>
    Verwijdering,
}

/// <summary>No eigen bijdrage is signalled for this voorziening.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Reden">Why.</param>
public sealed record EigenBijdrageNietVerschuldigd(Guid PersoonId, Guid VoorzieningId, NietVerschuldigd Reden) : Gebeurtenis,
    IOverVoorziening;

/// <summary>Why the CAK hears nothing of a voorziening. The names are those of <c>Bijdragevrij</c> in Wetgeving.</summary>
public enum NietVerschuldigd
{
    /// <summary>The person is under 18 (Wmo 2015 art. 2.1.4).</summary>
    [JsonStringEnumMemberName("jonger-dan-18")]
    JongerDan18,
    /// <summary>A wheelchair carries no contribution.</summary>
    Rolstoel,
    /// <summary>Beschermd wonen and opvang carry another contribution, with messages of its own.</summary>
    BeschermdWonenOfOpvang,
}
