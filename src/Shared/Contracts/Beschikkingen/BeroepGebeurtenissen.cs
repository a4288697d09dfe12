using System.Text.Json.Serialization;

namespace WmoPlatform.Contracts;

/// <summary>The court said that somebody went to court.</summary>
/// <param name="Zaaknummer">For instance <c>R-2026-000123</c>.</param>
/// <param name="Soort">The kind of case.</param>
/// <param name="IngesteldOp">The day on which it came in at the court.</param>
/// <param name="Besluitnummer">The decision, bezwaar or aanvraag that it is about.</param>
/// <param name="Stukken">The term to send the file to the court (Awb 8:42); null when the court set none.</param>
public sealed record BeroepIngesteld(string Zaaknummer, Beroepsoort Soort, DateOnly IngesteldOp, string Besluitnummer, Termijn? Stukken)
    : Gebeurtenis, IVanZaak;

/// <summary>The file was sent to the court.</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="IngezondenOp">The day.</param>
public sealed record BeroepstukkenIngezonden(string Zaaknummer, DateOnly IngezondenOp) : Gebeurtenis, IVanZaak;

/// <summary>The court set the day of its hearing.</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="Tijdstip">Day and time.</param>
public sealed record RechtszittingGepland(string Zaaknummer, DateTimeOffset Tijdstip) : Gebeurtenis, IVanZaak;

/// <summary>The court gave judgment.</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="Uitspraak">The judgment, with what it orders.</param>
/// <param name="HogerBeroep">The term for hoger beroep (Awb 6:24); null when none is open.</param>
public sealed record UitspraakOntvangen(string Zaaknummer, Uitspraak Uitspraak, Termijn? HogerBeroep) : Gebeurtenis, IVanZaak
{
    /// <value>The term for verzet, after a judgment without a hearing (Awb 8:55); null when none is open.</value>
    public Termijn? Verzet { get; init; }
}

/// <summary>The court judged the verzet against its judgment without a hearing (Awb 8:55).</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="Gegrond">Whether that judgment lapsed, so that the case goes on (lid 9).</param>
/// <param name="VerzondenOp">The day on which the court sent it.</param>
public sealed record VerzetBeslist(string Zaaknummer, bool Gegrond, DateOnly VerzondenOp) : Gebeurtenis, IVanZaak;

/// <summary>What a judgment ordered need not be done any more: that judgment was annulled (Awb 8:113), or lapsed (8:55 lid 9).</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="OpdrachtId">The order.</param>
/// <param name="VervallenOp">The day.</param>
public sealed record RechterlijkeOpdrachtVervallen(string Zaaknummer, Guid OpdrachtId, DateOnly VervallenOp) : Gebeurtenis, IVanZaak;

/// <summary>What a judgment ordered was done.</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="OpdrachtId">The order.</param>
/// <param name="GedaanOp">The day.</param>
public sealed record RechterlijkeOpdrachtUitgevoerd(string Zaaknummer, Guid OpdrachtId, DateOnly GedaanOp) : Gebeurtenis, IVanZaak;

/// <summary>
/// A decision was made known that the case is about too: one that changes the first (Awb 6:19), or that came after all (Awb 6:20 lid 3).
/// The
/// court must be told (lid 2).
/// </summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="Besluitnummer">The decision.</param>
/// <param name="BekendgemaaktOp">The day on which it was made known.</param>
public sealed record BeroepUitgebreid(string Zaaknummer, string Besluitnummer, DateOnly BekendgemaaktOp) : Gebeurtenis, IVanZaak;

/// <summary>The case at the court was withdrawn.</summary>
/// <param name="Zaaknummer">The case.</param>
/// <param name="IngetrokkenOp">The day.</param>
public sealed record BeroepIngetrokken(string Zaaknummer, DateOnly IngetrokkenOp) : Gebeurtenis, IVanZaak;

/// <summary>A judgment.</summary>
/// <param name="Uitkomst">The outcome.</param>
/// <param name="Tussenuitspraak">Whether the case goes on after it (Awb 8:51a, 8:80a).</param>
/// <param name="VerzondenOp">The day on which the court sent it.</param>
/// <param name="Opdrachten">What it orders.</param>
public sealed record Uitspraak(
    Beroepuitkomst Uitkomst, bool Tussenuitspraak, DateOnly VerzondenOp, IReadOnlyList<RechterlijkeOpdracht> Opdrachten)
{
    /// <value>Whether it was given without a hearing (Awb 8:54), so that verzet is open and no hoger beroep.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ZonderZitting { get; init; }
}

/// <summary>Something that a judgment orders.</summary>
/// <param name="OpdrachtId">The order.</param>
/// <param name="Soort">What must be done.</param>
/// <param name="Termijn">Before when.</param>
/// <param name="DwangsomPerDag">Euros for each day that it is late (Awb 8:55d lid 2, 8:72 lid 6); null without.</param>
public sealed record RechterlijkeOpdracht(Guid OpdrachtId, Opdrachtsoort Soort, Termijn Termijn, decimal? DwangsomPerDag);

/// <summary>The kind of case at the court.</summary>
public enum Beroepsoort
{
    /// <summary>Beroep against a decision on bezwaar (Awb 8:1).</summary>
    Beroep,
    /// <summary>Hoger beroep at the Centrale Raad van Beroep (Awb 8:104).</summary>
    HogerBeroep,
    /// <summary>A request for a provisional measure (Awb 8:81).</summary>
    VoorlopigeVoorziening,
    /// <summary>Beroep because no decision was made in time (Awb 6:2, 6:12).</summary>
    NietTijdig,
}

/// <summary>The outcome of a case at the court.</summary>
public enum Beroepuitkomst
{
    /// <summary>The resident is right, or the request is granted.</summary>
    Gegrond,
    /// <summary>The resident is not right, or the request is refused.</summary>
    Ongegrond,
    /// <summary>Not judged on its substance.</summary>
    NietOntvankelijk,
    /// <summary>The court may not judge it.</summary>
    Onbevoegd,
}

/// <summary>Something that a judgment orders.</summary>
public enum Opdrachtsoort
{
    /// <summary>Decide again (Awb 8:72 lid 4).</summary>
    OpnieuwBeslissen,
    /// <summary>Decide, because no decision was made in time (Awb 8:55d).</summary>
    AlsnogBeslissen,
    /// <summary>Repair a defect of the decision (Awb 8:51a).</summary>
    GebrekHerstellen,
    /// <summary>Give help meanwhile (Awb 8:72 lid 5, 8:81).</summary>
    HulpGeven,
    /// <summary>Pay costs or the court fee (Awb 8:74, 8:75).</summary>
    Betalen,
}
