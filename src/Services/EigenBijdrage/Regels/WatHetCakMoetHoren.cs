using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Regels;

/// <summary>
/// The one place that says what the CAK must hear now: a start with the first help, a stop after the last, or a correction of either, one
/// at a time (Wmo 2015 art. 2.1.4; Uitvoeringsregeling art. 2f). Whether the day fits in a message is not decided here: see <see
/// cref="CakSignaal"/>.
/// </summary>
internal static class WatHetCakMoetHoren
{
    /// <param name="hulp">What the person pays for, or has paid for.</param>
    /// <param name="signalen">What was signalled before.</param>
    /// <returns>
    /// Null when the CAK knows everything, or still has to answer: the retour comes before the next message (iEb OP080), and a person has
    /// one actual start (OP291). Help that ended before the CAK could hear of it still gets its start, and then its stop.
    /// </returns>
    public static Signaalvraag? Nu(IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen) => signalen.Actueel() switch
    {
        null => Start(hulp, signalen),
        { OpenCorrectie: not null } => null,
        { Status: Signaalstatus.StartBevestigd } signaal => Correctie(signaal, hulp, signalen) ?? Stop(signaal, hulp),
        { Status: Signaalstatus.Gestopt } signaal => Correctie(signaal, hulp, signalen) ?? Start(hulp, signalen),
        _ => null,
    };

    /// <summary>The start of the earliest help that the CAK has not heard of; after a stop at the earliest on the next day.</summary>
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
    /// The correction of what was signalled before: the help began on another day, ended on another day, or never was. Of a start with a
    /// stop the stop is removed first (TR071). Help that goes on after its stop is no correction: it starts anew on the next day.
    /// </summary>
    private static Signaalvraag? Correctie(Signaal signaal, IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen)
    {
        // Without its stop a start goes too, even when help turns up later: its number cannot be stopped again (TR102).
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

    /// <summary>
    /// The first day of the help within the signal, and of earlier help that joins up with it; null when no help is left.
    /// </summary>
    private static DateOnly? GewensteStart(Signaal signaal, IReadOnlyList<Voorziening> hulp, IReadOnlyList<Signaal> signalen)
    {
        var vorigeStop = LaatsteStop(signalen.Where(s => s != signaal));
        var tijdvakken = Tijdvakken(hulp).Where(t => vorigeStop is null || t.Einde is null || t.Einde > vorigeStop).ToList();
        var binnen = tijdvakken
            .Where(t => (signaal.Stopdatum is null || t.Begin <= signaal.Stopdatum) && (t.Einde is null || t.Einde >= signaal.Startdatum))
            .ToList();
        // No signal covers help that ended before the CAK's start: that start was simply too late.
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
    /// The last day of the help that began before the stop. The stop stays while some of that help runs, as that starts anew after it.
    /// </summary>
    private static DateOnly GewensteStop(DateOnly stop, IReadOnlyList<Voorziening> hulp)
    {
        var begonnen = Tijdvakken(hulp).Where(t => t.Begin <= stop).ToList();
        return begonnen.Count == 0 || begonnen.Exists(t => t.Einde is null) ? stop : begonnen.Max(t => t.Einde!.Value);
    }

    private static IEnumerable<Tijdvak> Tijdvakken(IEnumerable<Voorziening> hulp) => hulp.SelectMany(v => v.Tijdvakken);

    private static DateOnly? LaatsteStop(IEnumerable<Signaal> signalen) => signalen.Where(s => s.Geldt).Max(s => s.Stopdatum);
}
