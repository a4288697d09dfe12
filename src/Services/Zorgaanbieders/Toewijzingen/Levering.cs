namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>How far the help of an assignment is. Each report of the provider makes a new value, which keeps the earlier states.</summary>
/// <param name="Begindatum">First day of help; null before any start.</param>
/// <param name="LaatsteDag">Last day of help while it is stopped, temporarily or for good.</param>
/// <param name="Reden">The reason of the stop (code list WMO588); null while it runs.</param>
/// <param name="Eerder">The state before each report, so that a report can be taken back exactly.</param>
public sealed record Levering(DateOnly? Begindatum, DateOnly? LaatsteDag, string? Reden, IReadOnlyList<Leveringsstand> Eerder)
{
    public static Levering NogNiet { get; } = new(null, null, null, []);

    /// <summary>The first day, and the days on which it resumed after a temporary stop, in order.</summary>
    public IReadOnlyList<DateOnly> Starts => [.. Eerder.Select(e => e.Begindatum).Append(Begindatum).OfType<DateOnly>().Distinct()];

    /// <summary>Help starts, or resumes after a temporary stop.</summary>
    /// <param name="dag">First day.</param>
    /// <param name="nu">The status until now.</param>
    public Levering Start(DateOnly dag, Toewijzingstatus nu) => new(dag, null, null, Bewaar(nu));

    /// <summary>Help stops.</summary>
    /// <param name="dag">Last day.</param>
    /// <param name="reden">Code of list WMO588.</param>
    /// <param name="nu">The status until now.</param>
    public Levering Stop(DateOnly dag, string reden, Toewijzingstatus nu) => new(Begindatum, dag, reden, Bewaar(nu));

    /// <summary>Restores the state before the last report, as if that report was never made.</summary>
    /// <param name="anders">The status before that report, in case it was not kept.</param>
    public (Toewijzingstatus Status, Levering Levering) Terug(Toewijzingstatus anders) => Eerder is [.., var vorige]
        ? (vorige.Status, new(vorige.Begindatum, vorige.LaatsteDag, vorige.Reden, [.. Eerder.SkipLast(1)]))
        : (anders, new(anders == Toewijzingstatus.Gestart ? Begindatum : null, null, null, []));

    private IReadOnlyList<Leveringsstand> Bewaar(Toewijzingstatus nu) => [.. Eerder, new(nu, Begindatum, LaatsteDag, Reden)];
}

/// <summary>How far the help was at one moment.</summary>
public sealed record Leveringsstand(Toewijzingstatus Status, DateOnly? Begindatum, DateOnly? LaatsteDag, string? Reden);
