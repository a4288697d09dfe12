namespace WmoPlatform.Contracts;

/// <summary>An event that says how the term to decide on a bezwaar stands now, so that the last one says all.</summary>
public interface IMetBezwaartermijn
{
    /// <summary>The term of the law (Awb 7:10); null while the decision objected to was not made known (Awb 6:10).</summary>
    Termijn? Termijn { get; }
}

/// <summary>A bezwaar was received (Awb 6:14). It suspends nothing (Awb 6:16).</summary>
/// <param name="Zaaknummer">For instance <c>Z-2026-000123</c>.</param>
/// <param name="OntvangenOp">The day of receipt, here or at the office that it was sent to by mistake (Awb 6:15 lid 3).</param>
/// <param name="Tegen">The kind of decision objected to.</param>
/// <param name="Besluitnummer">The number of that decision, or of its aanvraag while it has none.</param>
/// <param name="Voorzieningen">The voorzieningen that it is about.</param>
/// <param name="Tijdigheid">Whether it came in time.</param>
/// <param name="Indienen">The term within which it had to be lodged (Awb 6:7); null while that has not begun.</param>
/// <param name="Termijn">The term to decide; null while the decision objected to was not made known.</param>
public sealed record BezwaarOntvangen(
    string Zaaknummer, DateOnly OntvangenOp, BestredenSoort Tegen, string Besluitnummer, IReadOnlyList<Guid> Voorzieningen,
    Bezwaartijdigheid Tijdigheid, Termijn? Indienen, Termijn? Termijn) : Gebeurtenis, IVanZaak, IMetBezwaartermijn
{
    /// <summary>The day on which it came here, if another office got it first, whose day counts (Awb 6:15 lid 3); null otherwise.</summary>
    public DateOnly? HierOntvangenOp { get; init; }
}

/// <summary>It is known now, or known otherwise, whether the bezwaar came in time (Awb 6:10, 6:11).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Tijdigheid">Whether it came in time.</param>
/// <param name="Termijn">The term to decide.</param>
public sealed record BezwaartijdigheidBeoordeeld(string Zaaknummer, Bezwaartijdigheid Tijdigheid, Termijn? Termijn)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The objector was asked to repair a defect within a term, which suspends the term to decide (Awb 6:6, 7:10 lid 2).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="VerzoekId">The request.</param>
/// <param name="GevraagdOp">The day of the request.</param>
/// <param name="Uiterlijk">The last day to repair it.</param>
/// <param name="Verzuimen">The defects.</param>
/// <param name="Termijn">The term to decide, if that term is used to its end.</param>
/// <param name="Toelichting">More about it, in words for the objector; null without.</param>
public sealed record BezwaarherstelGevraagd(
    string Zaaknummer, Guid VerzoekId, DateOnly GevraagdOp, DateOnly Uiterlijk, IReadOnlyList<Verzuimsoort> Verzuimen, Termijn? Termijn,
    Vertrouwelijk<string>? Toelichting) : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The objector repaired a defect.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="VerzoekId">The request.</param>
/// <param name="HersteldOp">The day on which it came in.</param>
/// <param name="Volledig">Whether all that this request asked for is there now.</param>
/// <param name="Termijn">The term to decide.</param>
public sealed record BezwaarHersteld(string Zaaknummer, Guid VerzoekId, DateOnly HersteldOp, bool Volledig, Termijn? Termijn)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The term to repair a defect passed unused. The bezwaar may be declared inadmissible (Awb 6:6).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="VerzoekId">The request.</param>
/// <param name="VerstrekenOp">The last day to repair it.</param>
/// <param name="Termijn">The term to decide.</param>
public sealed record BezwaarhersteltermijnVerstreken(string Zaaknummer, Guid VerzoekId, DateOnly VerstrekenOp, Termijn? Termijn)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>An adviescommissie advises on the bezwaar, and the objector was told (Awb 7:13 lid 2). The term is twelve weeks.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GemeldOp">The day on which the objector was told.</param>
/// <param name="Termijn">The term to decide.</param>
public sealed record BezwaarcommissieIngeschakeld(string Zaaknummer, DateOnly GemeldOp, Termijn? Termijn)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The adviescommissie gave its advice (Awb 7:13).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="OntvangenOp">The day on which it was received.</param>
public sealed record BezwaaradviesOntvangen(string Zaaknummer, DateOnly OntvangenOp) : Gebeurtenis, IVanZaak;

/// <summary>The decision on the bezwaar was postponed (Awb 7:10 lid 3).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="VerdaagdOp">The day of the announcement.</param>
/// <param name="Weken">1 to 6.</param>
/// <param name="Termijn">The term to decide.</param>
/// <param name="Reden">Why, in words for the objector.</param>
public sealed record BezwaarVerdaagd(string Zaaknummer, DateOnly VerdaagdOp, int Weken, Termijn Termijn, Vertrouwelijk<string> Reden)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The decision on the bezwaar is put off further (Awb 7:10 lid 4).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Grond">The ground.</param>
/// <param name="Tot">The last day that was agreed or is needed.</param>
/// <param name="Termijn">The term to decide.</param>
/// <param name="Toelichting">Why, in words for the objector.</param>
public sealed record BezwaarUitgesteld(
    string Zaaknummer, Bezwaaruitstelgrond Grond, DateOnly Tot, Termijn Termijn, Vertrouwelijk<string> Toelichting)
    : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The objector was asked whether a hearing is wanted (Awb 7:3 onder d).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GevraagdOp">The day of the question.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
public sealed record HorenGevraagd(string Zaaknummer, DateOnly GevraagdOp, DateOnly Uiterlijk) : Gebeurtenis, IVanZaak;

/// <summary>The objector was invited to a hearing (Awb 7:2, 7:4).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="HoorzittingId">The hearing. The same one again has been moved.</param>
/// <param name="Tijdstip">Its day and time.</param>
/// <param name="NadereStukken">The term for papers; null when the objector agreed to a shorter one.</param>
/// <param name="TerInzage">The term within which the file lies open; null when the objector agreed to do without.</param>
/// <param name="Plaats">Its place, and where the file lies open, in words for the objector.</param>
public sealed record HoorzittingGepland(
    string Zaaknummer, Guid HoorzittingId, DateTimeOffset Tijdstip, Termijn? NadereStukken, Termijn? TerInzage,
    Vertrouwelijk<string> Plaats) : Gebeurtenis, IVanZaak;

/// <summary>The objector was heard, and a report was made (Awb 7:7).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="HoorzittingId">The hearing.</param>
/// <param name="GehoordOp">The day.</param>
public sealed record BezwaarmakerGehoord(string Zaaknummer, Guid HoorzittingId, DateOnly GehoordOp) : Gebeurtenis, IVanZaak;

/// <summary>There is no hearing (Awb 7:3).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Grond">The ground.</param>
public sealed record VanHorenAfgezien(string Zaaknummer, Geenhoorgrond Grond) : Gebeurtenis, IVanZaak
{
    /// <summary>The hearing that was planned and is off now; null without one.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Afgezegd { get; init; }
}

/// <summary>Facts became known after the hearing that may matter, and the objector may be heard on them (Awb 7:9).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="FeitId">The facts.</param>
/// <param name="GemeldOp">The day on which the objector was told.</param>
/// <param name="ReageerUiterlijk">The last day to react.</param>
/// <param name="Omschrijving">The facts, in words for the objector.</param>
public sealed record NieuwFeitGemeld(
    string Zaaknummer, Guid FeitId, DateOnly GemeldOp, DateOnly ReageerUiterlijk, Vertrouwelijk<string> Omschrijving)
    : Gebeurtenis, IVanZaak;

/// <summary>The objector was heard on the new facts, or reacted.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="FeitId">The facts.</param>
/// <param name="GereageerdOp">The day.</param>
public sealed record OpNieuwFeitGereageerd(string Zaaknummer, Guid FeitId, DateOnly GereageerdOp) : Gebeurtenis, IVanZaak;

/// <summary>The bezwaar is about another decision too: one that changes the first (Awb 6:19), or that on the dwangsom (Awb 4:19).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Soort">The kind of decision.</param>
/// <param name="Besluitnummer">Its number.</param>
/// <param name="BekendgemaaktOp">The day on which it was made known.</param>
public sealed record BezwaarUitgebreid(string Zaaknummer, BestredenSoort Soort, string Besluitnummer, DateOnly BekendgemaaktOp)
    : Gebeurtenis, IVanZaak;

/// <summary>
/// Another letter of the objector came, which belongs to the bezwaar: more grounds, or other parts of the same decision. A decision that
/// was not made known yet is taken again.
/// </summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Voorzieningen">The voorzieningen that the bezwaar is about since; empty when it is about the same ones.</param>
public sealed record BezwaarAangevuld(string Zaaknummer, DateOnly OntvangenOp, IReadOnlyList<Guid> Voorzieningen) : Gebeurtenis, IVanZaak;

/// <summary>The objector died, and the heirs were asked whether they go on with the bezwaar.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GevraagdOp">The day of the question.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
public sealed record NabestaandenGevraagd(string Zaaknummer, DateOnly GevraagdOp, DateOnly Uiterlijk) : Gebeurtenis, IVanZaak;

/// <summary>It is known whether the heirs of an objector who died go on with the bezwaar (BW 4:182).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="BekendOp">The day of their answer, or the day on which it was recorded that none came.</param>
/// <param name="Voortzetting">Whether they go on.</param>
public sealed record BezwaarvoortzettingBekend(string Zaaknummer, DateOnly BekendOp, Bezwaarvoortzetting Voortzetting)
    : Gebeurtenis, IVanZaak
{
    /// <summary>Where letters go; null while they go to the last address of who died.</summary>
    public Vertrouwelijk<Postadres>? Post { get; init; }
}

/// <summary>Whether heirs go on with a bezwaar.</summary>
public enum Bezwaarvoortzetting
{
    /// <summary>They go on.</summary>
    ZetVoort,
    /// <summary>They did not answer within the term that was set.</summary>
    GeenAntwoord,
    /// <summary>They do not go on.</summary>
    ZetNietVoort,
}

/// <summary>The objector withdrew the bezwaar (Awb 6:21).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="IngetrokkenOp">The day on which the objector said so.</param>
public sealed record BezwaarIngetrokken(string Zaaknummer, DateOnly IngetrokkenOp) : Gebeurtenis, IVanZaak;

/// <summary>A decision was taken on the bezwaar. It takes effect on its bekendmaking.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="BeslotenOp">The day of the decision.</param>
/// <param name="Uitkomst">The decision.</param>
public sealed record OpBezwaarBeslist(string Zaaknummer, DateOnly BeslotenOp, Bezwaaruitkomst Uitkomst) : Gebeurtenis, IVanZaak
{
    /// <summary>Whether a second beslisser must approve it before it is made known.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool TweedeNodig { get; init; }
}

/// <summary>A second beslisser approved the decision on the bezwaar, before it is made known.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GoedgekeurdOp">The day of the approval.</param>
public sealed record BezwaarbesluitGoedgekeurd(string Zaaknummer, DateOnly GoedgekeurdOp) : Gebeurtenis, IVanZaak;

/// <summary>The decision on the bezwaar was made known (Awb 7:12 lid 2).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="BekendgemaaktOp">The day of bekendmaking.</param>
/// <param name="Uitkomst">The decision.</param>
/// <param name="Kennelijk">Whether that was evident at once.</param>
/// <param name="Beroepstermijn">The term for beroep (Awb 6:7).</param>
/// <param name="Betaaltermijn">The term to pay the costs (Awb 4:87); null without costs.</param>
/// <param name="Kosten">Euros for the costs of the objector (Awb 7:15); null when not asked for.</param>
/// <param name="Voorzieningen">What was decided anew, per voorziening.</param>
/// <param name="Motivering">The reasons, in words for the objector (Awb 7:12).</param>
public sealed record BeslissingOpBezwaarBekendgemaakt(
    string Zaaknummer, DateOnly BekendgemaaktOp, Bezwaaruitkomst Uitkomst, bool Kennelijk, Termijn Beroepstermijn, Termijn? Betaaltermijn,
    decimal? Kosten, IReadOnlyList<BeschikteVoorziening> Voorzieningen, Vertrouwelijk<string> Motivering) : Gebeurtenis, IVanZaak
{
    /// <summary>
    /// Whether the refusal is off the table while nobody knows yet which help is needed, so that an onderzoek must follow (Awb 7:11 lid 2).
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool OnderzoekNodig { get; init; }

    /// <summary>Whether the municipality sent a letter of its own, so that the platform sends none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool BuitenPlatform { get; init; }

    /// <summary>The dwangsom as decided anew; null when it stays.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Dwangsomuitkomst? Dwangsom { get; init; }

    /// <summary>Why nobody was heard, and what the commission advised (Awb 7:12 lid 1, 7:13 lid 7); null without either.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Vertrouwelijk<Bezwaarverantwoording>? Verantwoording { get; init; }
}

/// <summary>A dwangsom as a founded bezwaar made it.</summary>
/// <param name="Bedrag">Euros, for all applicants together.</param>
/// <param name="NogTeBetalen">Euros that are not paid yet.</param>
/// <param name="Betaaltermijn">The term to pay them (Awb 4:87).</param>
public sealed record Dwangsomuitkomst(decimal Bedrag, decimal NogTeBetalen, Termijn Betaaltermijn);

/// <summary>The way to a decision on a bezwaar, which the decision must say.</summary>
/// <param name="GeenHoorzitting">The ground on which nobody was heard (Awb 7:3); null when the objector was heard.</param>
/// <param name="WaaromNiet">How that showed, in words for the objector; null when the objector was heard.</param>
/// <param name="Advies">What the commission advised (Awb 7:13); null without a commission.</param>
/// <param name="Afwijking">Why the decision is another; null when it follows the advice.</param>
public sealed record Bezwaarverantwoording(Geenhoorgrond? GeenHoorzitting, string? WaaromNiet, string? Advies, string? Afwijking);

/// <summary>The onderzoek that a founded bezwaar asks for began, with a melding of its own.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Meldingnummer">The melding.</param>
/// <param name="BegonnenOp">The day of the melding.</param>
public sealed record OnderzoekNaBezwaarBegonnen(string Zaaknummer, string Meldingnummer, DateOnly BegonnenOp) : Gebeurtenis, IVanZaak;

/// <summary>
/// A court annulled the decision on the bezwaar and ordered to decide again, so the bezwaar is open again (Awb 8:72 lid 4).
/// </summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="Beroepnummer">The case at the court.</param>
/// <param name="Termijn">The term that the court set.</param>
public sealed record BezwaarHeropend(string Zaaknummer, string Beroepnummer, Termijn? Termijn) : Gebeurtenis, IVanZaak, IMetBezwaartermijn;

/// <summary>The costs of the objector were paid.</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="BetaaldOp">The day of payment.</param>
public sealed record BezwaarkostenBetaald(string Zaaknummer, DateOnly BetaaldOp) : Gebeurtenis, IVanZaak;

/// <summary>The kind of decision that a bezwaar or beroep is about.</summary>
public enum BestredenSoort
{
    /// <summary>On an aanvraag.</summary>
    Beschikking,
    /// <summary>On a dwangsom (Awb 4:18).</summary>
    Dwangsombesluit,
    /// <summary>A later decision on a voorziening that was granted or refused before.</summary>
    Wijzigingsbesluit,
    /// <summary>To claim money back for help that was given on incorrect data (Wmo 2015 art. 2.4.1).</summary>
    Terugvordering,
    /// <summary>To claim a dwangsom back (Awb 4:20).</summary>
    Dwangsomterugvordering,
    /// <summary>On a bezwaar.</summary>
    BeslissingOpBezwaar,
}

/// <summary>Whether a bezwaar came in time.</summary>
public enum Bezwaartijdigheid
{
    /// <summary>Before the decision was made known. It waits until the term begins (Awb 6:10).</summary>
    TeVroeg,
    /// <summary>Within the term (Awb 6:9 lid 1).</summary>
    OpTijd,
    /// <summary>Posted within the term, and received within a week after it (Awb 6:9 lid 2).</summary>
    OpTijdPerPost,
    /// <summary>Late, and the objector cannot reasonably be blamed for it (Awb 6:11).</summary>
    TeLaatVerschoonbaar,
    /// <summary>Late.</summary>
    TeLaat,
}

/// <summary>A defect of a bezwaarschrift (Awb 6:5).</summary>
public enum Verzuimsoort
{
    /// <summary>The grounds are missing: a bezwaar pro forma (lid 1 onder d).</summary>
    Gronden,
    /// <summary>The name and address are missing (lid 1 onder a).</summary>
    NaamEnAdres,
    /// <summary>The date is missing (lid 1 onder b).</summary>
    Datum,
    /// <summary>It does not say against which decision it is (lid 1 onder c).</summary>
    OmschrijvingBesluit,
    /// <summary>The written authority of the representative is missing (Awb 2:1 lid 2).</summary>
    Machtiging,
    /// <summary>The signature is missing (lid 1).</summary>
    Handtekening,
}

/// <summary>A ground to put off the decision on a bezwaar further (Awb 7:10 lid 4).</summary>
public enum Bezwaaruitstelgrond
{
    /// <summary>All who are concerned agree, or the objector agrees and nobody else is harmed (onder a and b).</summary>
    Instemming,
    /// <summary>A procedure that the law prescribes needs it (onder c).</summary>
    WettelijkVoorschrift,
}

/// <summary>A ground on which there is no hearing (Awb 7:3).</summary>
public enum Geenhoorgrond
{
    /// <summary>The bezwaar is evidently inadmissible (onder a).</summary>
    KennelijkNietOntvankelijk,
    /// <summary>The bezwaar is evidently unfounded (onder b).</summary>
    KennelijkOngegrond,
    /// <summary>The objector said that no hearing is wanted (onder c).</summary>
    WilNiet,
    /// <summary>The objector did not say within the term that was set that a hearing is wanted (onder d).</summary>
    GeenAntwoord,
    /// <summary>The objector gets all that was asked, and nobody else is harmed (onder e).</summary>
    VolledigTegemoetgekomen,
}

/// <summary>The decision on a bezwaar.</summary>
public enum Bezwaaruitkomst
{
    /// <summary>The decision objected to is revoked, in whole or in part, and another takes its place (Awb 7:11 lid 2).</summary>
    Gegrond,
    /// <summary>The decision objected to stays.</summary>
    Ongegrond,
    /// <summary>The bezwaar is not judged on its substance.</summary>
    NietOntvankelijk,
}
