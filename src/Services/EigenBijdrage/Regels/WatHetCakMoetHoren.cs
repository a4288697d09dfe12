using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Regels;

/// <summary>
/// The one place that derives the signal that is due to the CAK: a start with the first help, a stop after the last, or a correction of
/// either, one at a time (Wmo 2015 art. 2.1.4; Uitvoeringsregeling art. 2f). <see cref="CakSignaal"/> decides whether its day fits in a
/// message.
/// </summary>
internal static class WatHetCakMoetHoren
{
    /// <param name="hulp">The voorzieningen of the person, running and ended.</param>
    /// <param name="signalen">The earlier signals.</param>
    /// <returns>
    /// Null when nothing is due, or when the CAK still has to answer: the retour comes before the next message (iEb OP080), and a person
    /// has one actual start (OP291). Help that ended before its start was reported still gets its start, and then its stop.
    /// </returns>
    public static Signaalvraag? Nu(IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen) => signalen.Actueel() switch
    {
        null => Start(hulp, signalen),
        { OpenCorrectie: not null } => null,
        { Status: Signaalstatus.StartBevestigd } signaal => Correctie(signaal, hulp, signalen) ?? Stop(signaal, hulp),
        { Status: Signaalstatus.Gestopt } signaal => Correctie(signaal, hulp, signalen) ?? Start(hulp, signalen),
        _ => null,
    };

    /// <summary>The start of the earliest help that no signal covers. After a stop it begins on the next day at the earliest.</summary>
    private static Signaalvraag? Start(IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen)
    {
        var gestopt = LaatsteStop(signalen);
        if (hulp.Where(v => v.Telt && (v.Loopt || gestopt is null || v.Einddatum > gestopt)).MinBy(v => v.Startdatum) is not { } eerste)
            return null;
        var dag = gestopt >= eerste.Startdatum ? Bijdrageregels.NaStop(gestopt.Value) : eerste.Startdatum;
        return new(EbBericht.Start, EbAanlevering.Eerste, dag) { Eerste = eerste };
    }

    /// <summary>The stop, once no help runs: on the last day of all help, and never before the start.</summary>
    private static Signaalvraag? Stop(Signaal signaal, IReadOnlyList<Voorziening> hulp) => hulp.Any(v => v.Telt && v.Loopt)
        ? null
        : new(EbBericht.Stop, EbAanlevering.Eerste,
            hulp.Where(v => v.Telt).Select(v => v.Einddatum!.Value).Append(signaal.Startdatum).Max());

    /// <summary>
    /// The correction of an earlier signal: the help began on another day, ended on another day, or never was. A stop is removed before its
    /// start (TR071). Help that continues after its stop is no correction: it starts again on the next day.
    /// </summary>
    private static Signaalvraag? Correctie(Signaal signaal, IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen)
    {
        // A start whose stop was removed is removed too, even when help turns up later: its number cannot be stopped again (TR102).
        if (signaal.StopIsVerwijderd || GewensteStart(signaal, hulp, signalen) is not { } start)
            return signaal.Stopdatum is { } verwijderd
                ? new(EbBericht.Stop, EbAanlevering.Verwijdering, verwijderd)
                : new(EbBericht.Start, EbAanlevering.Verwijdering, signaal.Startdatum);
        // Correct the start first: covered help begins before the CAK's stop, so the two cannot cross (TR328).
        if (start != signaal.Startdatum) return new(EbBericht.Start, EbAanlevering.Wijziging, start);
        return signaal.Stopdatum is { } stop && GewensteStop(stop, hulp) is var gewenst && gewenst != stop
            ? new(EbBericht.Stop, EbAanlevering.Wijziging, gewenst)
            : null;
    }

    /// <summary>The first day of the help within the signal, or of earlier help that joins up with it. Null when no help is left.</summary>
    private static DateOnly? GewensteStart(Signaal signaal, IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen)
    {
        var vorigeStop = LaatsteStop(signalen.Where(s => s != signaal));
        var tijdvakken = Tijdvakken(hulp).Where(t => vorigeStop is null || t.Einde is null || t.Einde > vorigeStop).ToList();
        var binnen = tijdvakken
            .Where(t => (signaal.Stopdatum is null || t.Begin <= signaal.Stopdatum) && (t.Einde is null || t.Einde >= signaal.Startdatum))
            .ToList();
        // Help that ended before the CAK's start is covered by no signal, so that start was too late.
        if (binnen.Count == 0) binnen = [.. tijdvakken.Where(t => t.Einde < signaal.Startdatum)];
        if (binnen.Count == 0) return null;
        var begin = binnen.Min(t => t.Begin);
        while (Aansluitend(tijdvakken, begin) is { } eerder) begin = eerder;
        return vorigeStop is { } stop && begin <= stop ? Bijdrageregels.NaStop(stop) : begin;
    }

    /// <summary>The first day of earlier help that lasts until the day before, or longer.</summary>
    private static DateOnly? Aansluitend(IEnumerable<Tijdvak> tijdvakken, DateOnly begin) => tijdvakken
        .Where(t => t.Begin < begin && t.Einde is { } einde && Bijdrageregels.NaStop(einde) >= begin)
        .Min(t => (DateOnly?)t.Begin);

    /// <summary>
    /// The last day of the help that began before the stop. While some of that help runs the stop stays, because that help starts again
    /// after it.
    /// </summary>
    private static DateOnly GewensteStop(DateOnly stop, IReadOnlyList<Voorziening> hulp)
    {
        var begonnen = Tijdvakken(hulp).Where(t => t.Begin <= stop).ToList();
        return begonnen.Count == 0 || begonnen.Exists(t => t.Einde is null) ? stop : begonnen.Max(t => t.Einde!.Value);
    }

    private static IEnumerable<Tijdvak> Tijdvakken(IEnumerable<Voorziening> hulp) => hulp.SelectMany(v => v.Tijdvakken);

    private static DateOnly? LaatsteStop(IEnumerable<Signaal> signalen) => signalen.Where(s => s.Geldt).Max(s => s.Stopdatum);
}
