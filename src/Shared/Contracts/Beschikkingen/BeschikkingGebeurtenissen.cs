namespace WmoPlatform.Contracts;

/// <summary>The aanvraag has been registered and its two weeks run (Wmo 2015 art. 2.3.5 lid 2).</summary>
/// <param name="OntvangenOp">The day the signed verslag was received.</param>
/// <param name="Termijn">Two weeks from that day.</param>
public sealed record AanvraagOntvangen(DateOnly OntvangenOp, Termijn Termijn) : Gebeurtenis;

/// <summary>The applicant has been told that the decision takes longer (Awb 4:14). The statutory day does not move.</summary>
/// <param name="ToegezegdeDatum">The day that was promised instead.</param>
/// <param name="AangekondigdOp">The day the applicant was told.</param>
public sealed record UitstelAangekondigd(DateOnly ToegezegdeDatum, DateOnly AangekondigdOp) : Gebeurtenis;

/// <summary>A decision has been taken on every voorziening of the aanvraag; it works only once it is made known.</summary>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="BeslotenOp">The day of the decision.</param>
/// <param name="Uitkomsten">The outcome per voorziening; empty when nothing was indicated and the aanvraag as a whole was refused.</param>
public sealed record BesluitGenomen(string Beschikkingnummer, DateOnly BeslotenOp, IReadOnlyDictionary<Guid, Uitkomst> Uitkomsten)
    : Gebeurtenis;

/// <summary>The beschikking has been made known to the applicant (Awb 3:41); help may now be arranged.</summary>
/// <param name="BeschikkingId">The beschikking; with voorziening and kind the natural key of everything that follows.</param>
/// <param name="Beschikkingnummer">For instance <c>B-2026-000123</c>.</param>
/// <param name="BekendgemaaktOp">The day it was made known, which starts the bezwaartermijn on the next.</param>
/// <param name="Bezwaartermijn">Until when bezwaar can be made (Awb 6:7).</param>
/// <param name="PersoonId">The person.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Voorzieningen">What was decided per voorziening.</param>
/// <param name="GeenBerichtenverkeer">The person's safety forbids chain messages (iWmo OP003).</param>
/// <param name="Persoon">The person's data, as the partners need them.</param>
public sealed record BeschikkingBekendgemaakt(
    Guid BeschikkingId, string Beschikkingnummer, DateOnly BekendgemaaktOp, Termijn Bezwaartermijn, Guid PersoonId, string Wijkteam,
    IReadOnlyList<BeschikteVoorziening> Voorzieningen, bool GeenBerichtenverkeer, Vertrouwelijk<Persoonsgegevens> Persoon) : Gebeurtenis;
