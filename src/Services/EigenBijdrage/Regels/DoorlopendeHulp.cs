using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Regels;

/// <summary>The agreement about one toewijzing or budget for which a contribution is due.</summary>
/// <param name="Van">The first day that is agreed.</param>
/// <param name="TotEnMet">The last day that is agreed.</param>
/// <param name="Begonnen">The help that began; null when it did not, or not yet.</param>
/// <param name="IsGeeindigd">Whether nothing more comes of it after its last day.</param>
internal sealed record Afspraak(DateOnly Van, DateOnly TotEnMet, Tijdvak? Begonnen, bool IsGeeindigd);

/// <summary>
/// The one place that makes the agreements of a person into the time for which the CAK charges. Agreements that overlap or join up are one:
/// the contribution runs from the first start to the last agreed end, and what lies between is silence. That holds too for help that was
/// agreed to follow and has not begun yet. Agreements with a day between them stand apart.
/// </summary>
internal static class DoorlopendeHulp
{
    /// <param name="afspraken">The agreements of one person.</param>
    /// <returns>The stretches, in order; the end of one is null while help in it runs or may still begin.</returns>
    public static IReadOnlyList<Tijdvak> Van(IEnumerable<Afspraak> afspraken)
    {
        var reeksen = new List<List<Afspraak>>();
        var einde = DateOnly.MinValue;
        foreach (var afspraak in afspraken.OrderBy(a => a.Van))
        {
            if (reeksen.Count == 0 || afspraak.Van > Bijdrageregels.NaStop(einde)) reeksen.Add([afspraak]);
            else reeksen[^1].Add(afspraak);
            if (afspraak.TotEnMet > einde) einde = afspraak.TotEnMet;
        }
        return [.. reeksen.Select(Tijdvak).OfType<Tijdvak>()];
    }

    private static Tijdvak? Tijdvak(List<Afspraak> reeks)
    {
        if (reeks.Select(a => a.Begonnen).OfType<Tijdvak>().MinBy(t => t.Begin) is not { } eerste) return null;
        // What never began and cannot begin any more was never help.
        var telt = reeks.Where(a => a.Begonnen is not null || !a.IsGeeindigd).ToList();
        return eerste with { Einde = telt.TrueForAll(a => a.IsGeeindigd) ? telt.Max(a => a.TotEnMet) : null };
    }
}
