using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Regels;

/// <summary>
/// The one place that derives the signal that is due to the CAK (Wmo 2015 art. 2.1.4; Uitvoeringsregeling art. 2f). It compares the time
/// for which a contribution is due with the starts and stops that the CAK has, and says the first step towards it. It depends on nothing
/// else, so the CAK ends up with the same time whatever the order in which the facts arrived. <see cref="CakSignaal"/> decides whether the
/// day of a step fits in a message.
/// </summary>
internal static class WatHetCakMoetHoren
{
    /// <param name="hulp">The stretches of help for which a contribution is due.</param>
    /// <param name="signalen">The earlier signals.</param>
    /// <returns>
    /// Null when nothing is due, or when the CAK still has to answer: the retour comes before the next message (iEb OP080), and a person
    /// has one actual start (OP291).
    /// </returns>
    public static Signaalvraag? Nu(IReadOnlyList<Tijdvak> hulp, IReadOnlyList<Signaal> signalen)
    {
        var geldend = signalen.Where(s => s.Geldt).OrderBy(s => s.Startdatum).ThenBy(s => s.Startnummer).ToList();
        if (geldend.Exists(s => s.OpenCorrectie is not null || s.Status is not (Signaalstatus.StartBevestigd or Signaalstatus.Gestopt)))
            return null;
        var open = Aaneen(hulp);
        for (var n = 0; n < geldend.Count; n++)
        {
            var (signaal, volgende) = (geldend[n], n + 1 < geldend.Count ? geldend[n + 1].Startdatum : (DateOnly?)null);
            // A start whose stop was removed is removed too, because its number cannot be stopped again (TR102).
            var deel = signaal.StopIsVerwijderd ? null : Deel(open, signaal, volgende);
            if (Stap(signaal, deel) is { } stap) return stap;
        }
        return open.Count > 0 && geldend.TrueForAll(s => s.Stopdatum is not null) ? Start(open[0], hulp) : null;
    }

    /// <summary>The stretches in order, those that overlap or join up as one.</summary>
    private static List<Tijdvak> Aaneen(IEnumerable<Tijdvak> hulp)
    {
        var delen = new List<Tijdvak>();
        foreach (var tijdvak in hulp.OrderBy(t => t.Begin))
        {
            if (delen is [.., var vorig] && (vorig.Einde is null || tijdvak.Begin <= Bijdrageregels.NaStop(vorig.Einde.Value)))
                delen[^1] = vorig with { Einde = vorig.Einde is null || tijdvak.Einde is null ? null : Laatste(vorig, tijdvak) };
            else delen.Add(new(tijdvak.Begin, tijdvak.Einde));
        }
        return delen;
    }

    /// <summary>
    /// Takes the time that a signal is to cover off the time that is left: the first stretch, up to the next signal. Help that continues
    /// after a stop of the CAK is no correction of it, because a stop cannot be taken back without its start: it starts again on the next
    /// day.
    /// </summary>
    /// <param name="open">The time that no earlier signal covers, which is left of it.</param>
    /// <param name="signaal">The signal.</param>
    /// <param name="volgende">The first day of the signal after it; null when it is the last.</param>
    private static Tijdvak? Deel(List<Tijdvak> open, Signaal signaal, DateOnly? volgende)
    {
        if (open is not [var eerste, ..] || eerste.Begin > (signaal.Stopdatum ?? DateOnly.MaxValue) || eerste.Begin >= volgende)
            return null;
        var einde = eerste.Einde;
        if (volgende is { } grens && (einde is null || einde >= grens)) einde = Overgang.DagVoor(grens);
        else if (einde is null) einde = signaal.Stopdatum;
        if (einde == eerste.Einde) open.RemoveAt(0);
        else open[0] = eerste with { Begin = Bijdrageregels.NaStop(einde!.Value) };
        return eerste with { Einde = einde };
    }

    /// <summary>
    /// The first step from what the CAK has to what it is to have. A stop is removed before its start (TR071). A start moves before its
    /// stop, except when it would come after it (TR328).
    /// </summary>
    private static Signaalvraag? Stap(Signaal signaal, Tijdvak? deel) => (deel, signaal.Stopdatum) switch
    {
        (null, { } stop) => new(EbBericht.Stop, EbAanlevering.Verwijdering, stop) { Bij = signaal },
        (null, null) => new(EbBericht.Start, EbAanlevering.Verwijdering, signaal.Startdatum) { Bij = signaal },
        ({ Einde: { } einde }, { } stop) when einde != stop && deel.Begin > stop =>
            new(EbBericht.Stop, EbAanlevering.Wijziging, einde) { Bij = signaal },
        _ when deel.Begin != signaal.Startdatum => new(EbBericht.Start, EbAanlevering.Wijziging, deel.Begin) { Bij = signaal },
        ({ Einde: { } einde }, { } stop) when einde != stop => new(EbBericht.Stop, EbAanlevering.Wijziging, einde) { Bij = signaal },
        ({ Einde: { } einde }, null) => new(EbBericht.Stop, EbAanlevering.Eerste, einde) { Bij = signaal },
        _ => null,
    };

    private static Signaalvraag Start(Tijdvak deel, IEnumerable<Tijdvak> hulp) =>
        new(EbBericht.Start, EbAanlevering.Eerste, deel.Begin) { Eerste = hulp.Where(t => t.Omvat(deel.Begin)).MinBy(t => t.Begin) };

    private static DateOnly? Laatste(Tijdvak een, Tijdvak ander) => een.Einde > ander.Einde ? een.Einde : ander.Einde;
}
