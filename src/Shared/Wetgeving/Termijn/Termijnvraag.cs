namespace WmoPlatform.Wetgeving;

/// <summary>The kinds of terms.</summary>
public enum Termijnsoort
{
    /// <summary><see cref="Termijnen.Bevestiging"/>.</summary>
    Bevestiging,
    /// <summary><see cref="Termijnen.PersoonlijkPlan"/>.</summary>
    PersoonlijkPlan,
    /// <summary><see cref="Termijnen.Afspraak"/>.</summary>
    Afspraak,
    /// <summary><see cref="Termijnen.Spoed"/>.</summary>
    Spoed,
    /// <summary><see cref="Termijnen.Onderzoek"/>.</summary>
    Onderzoek,
    /// <summary><see cref="Termijnen.Beschikking"/>.</summary>
    Beschikking,
    /// <summary><see cref="Termijnen.BuitenBehandeling"/>.</summary>
    BuitenBehandeling,
    /// <summary><see cref="Termijnen.Bezwaar"/>.</summary>
    Bezwaar,
    /// <summary><see cref="Termijnen.BeslissingOpBezwaar"/>.</summary>
    BeslissingOpBezwaar,
    /// <summary><see cref="Termijnen.NadereStukken"/>.</summary>
    NadereStukken,
    /// <summary><see cref="Termijnen.TerInzage"/>.</summary>
    TerInzage,
    /// <summary><see cref="Termijnen.Beroep"/>.</summary>
    Beroep,
    /// <summary><see cref="Termijnen.BeroepNietTijdig"/>.</summary>
    BeroepNietTijdig,
    /// <summary><see cref="Termijnen.Klacht"/>.</summary>
    Klacht,
    /// <summary><see cref="Termijnen.Betaling"/>.</summary>
    Betaling,
    /// <summary><see cref="Termijnen.IwmoRetour"/>.</summary>
    IwmoRetour,
    /// <summary><see cref="Termijnen.IwmoStart"/>.</summary>
    IwmoStart,
    /// <summary><see cref="Termijnen.IwmoVerzoek"/>.</summary>
    IwmoVerzoek,
    /// <summary><see cref="Termijnen.IwmoVerzoekEind"/>.</summary>
    IwmoVerzoekEind,
    /// <summary><see cref="Termijnen.IwmoDeclaratie"/>.</summary>
    IwmoDeclaratie,
    /// <summary><see cref="Termijnen.Cak"/>.</summary>
    Cak,
    /// <summary><see cref="Termijnen.CakPgb"/>.</summary>
    CakPgb,
    /// <summary><see cref="Termijnen.SvbAfsluiting"/>.</summary>
    SvbAfsluiting,
    /// <summary><see cref="Termijnen.Wijziging"/>.</summary>
    Wijziging,
    /// <summary><see cref="Termijnen.Bewaring"/>.</summary>
    Bewaring,
}

/// <summary>A question about any term, for <see cref="Termijnen.Bereken"/>.</summary>
/// <param name="Soort">The kind of term.</param>
/// <param name="Start">The day of the fact that starts it; that day itself does not count.</param>
/// <param name="Opschortingen">
/// Suspensions, in any order. They affect only a beschikking and a decision on bezwaar; for any other term a step says so.
/// </param>
/// <param name="Uitstel">An announced delay, which affects only a beschikking.</param>
/// <param name="Adviescommissie">
/// For a decision on bezwaar: whether an adviescommissie was set up and the applicant was informed. For a klacht: whether a commission
/// handles it.
/// </param>
/// <param name="Verdaagd">For a decision on bezwaar and a klacht: whether it was postponed in time.</param>
public sealed record Termijnvraag(
    Termijnsoort Soort, DateOnly Start, IReadOnlyList<Opschorting> Opschortingen, AangekondigdUitstel? Uitstel = null,
        bool Adviescommissie = false, bool Verdaagd = false)
{
    /// <summary>For a decision on bezwaar and a klacht: the weeks of postponement; null for as many as the law allows.</summary>
    public int? VerdaagdWeken { get; init; }

    /// <summary>For a decision on bezwaar and a klacht: the day until which the person agreed to wait.</summary>
    public DateOnly? InstemmingTot { get; init; }

    /// <summary>Whether the term can stand still: an aanvraag by Awb 4:15, a bezwaar by Awb 7:10 lid 2.</summary>
    public bool KanStilstaan => Soort is Termijnsoort.Beschikking or Termijnsoort.BeslissingOpBezwaar;
}

/// <summary>An announced delay of the decision (Awb 4:14 lid 1).</summary>
/// <param name="Bekendgemaakt">The day of the announcement.</param>
/// <param name="Weken">1 or 2.</param>
public sealed record AangekondigdUitstel(DateOnly Bekendgemaakt, int Weken);
