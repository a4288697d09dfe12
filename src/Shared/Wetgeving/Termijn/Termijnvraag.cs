namespace WmoPlatform.Wetgeving;

/// <summary>Every kind of term.</summary>
public enum Termijnsoort
{
    /// <summary><see cref="Termijnen.Bevestiging"/>.</summary>
    Bevestiging,
    /// <summary><see cref="Termijnen.PersoonlijkPlan"/>.</summary>
    PersoonlijkPlan,
    /// <summary><see cref="Termijnen.Afspraak"/>.</summary>
    Afspraak,
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

/// <summary>A question about any term: what <see cref="Termijnen.Bereken"/> answers.</summary>
/// <param name="Soort">Which term.</param>
/// <param name="Start">The day of the fact that starts it; it does not count itself.</param>
/// <param name="Opschortingen">
/// Suspensions, in any order. Without effect, and a step says so, on any other term than a beschikking or a decision on bezwaar.
/// </param>
/// <param name="Uitstel">An announced delay; without effect where suspensions are.</param>
/// <param name="Adviescommissie">For a decision on bezwaar: an adviescommissie was set up, and the applicant was told.</param>
/// <param name="Verdaagd">For a decision on bezwaar: it was postponed in time.</param>
public sealed record Termijnvraag(
    Termijnsoort Soort, DateOnly Start, IReadOnlyList<Opschorting> Opschortingen, AangekondigdUitstel? Uitstel = null,
        bool Adviescommissie = false, bool Verdaagd = false)
{
    /// <summary>Whether this term can stand still and be announced later: it is a term to decide in (Awb 4:14 and 4:15).</summary>
    public bool IsBeslistermijn => Soort is Termijnsoort.Beschikking or Termijnsoort.BeslissingOpBezwaar;
}

/// <summary>An announcement that the decision comes later (Awb 4:14 lid 1).</summary>
/// <param name="Bekendgemaakt">The day it was made known.</param>
/// <param name="Weken">1 or 2.</param>
public sealed record AangekondigdUitstel(DateOnly Bekendgemaakt, int Weken);
