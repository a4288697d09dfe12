namespace WmoPlatform.Contracts;

/// <summary>The person asks, by form or otherwise, to change something about help that was granted.</summary>
/// <param name="Zaaknummer">For instance <c>W-2026-000123</c>.</param>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="OntvangenOp">The day of receipt, from which every term counts.</param>
/// <param name="Kanaal">The channel.</param>
/// <param name="Vraag">The kind of change.</param>
/// <param name="Weg">The road that it takes.</param>
/// <param name="Belofte">The term in which the municipality promises to process it. It moves no term of the law.</param>
public sealed record WijzigingsverzoekOntvangen(
    string Zaaknummer, Guid VoorzieningId, DateOnly OntvangenOp, Meldkanaal Kanaal, Wijzigingsvraag Vraag, Wijzigingsroute Weg,
    Termijn Belofte) : Gebeurtenis, IVanZaak
{
    /// <summary>The term of the law to decide, when it is an aanvraag (Wmo 2015 art. 2.3.5 lid 2); null on another road.</summary>
    public Termijn? Beslistermijn { get; init; }

    /// <summary>The aanvraag that it is, which has that term; null on another road.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Aanvraagnummer { get; init; }

    /// <summary>The opzegging that waits for another decision about the same help; null when nothing waits.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Wachtopzegging? Wacht { get; init; }
}

/// <summary>An opzegging that begins when another decision about the same help, which is prepared, ends.</summary>
/// <param name="Herzieningnummer">The herziening that it waits for.</param>
/// <param name="LaatsteDag">The last day on which the person wants the help.</param>
public sealed record Wachtopzegging(string Herzieningnummer, DateOnly LaatsteDag);

/// <summary>The request reached the municipality on another day than was recorded, which moves its terms.</summary>
/// <param name="Zaaknummer">The request.</param>
/// <param name="Was">The day that was recorded.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Belofte">The term in which the municipality promises to process it, from that day.</param>
public sealed record WijzigingsontvangstGecorrigeerd(string Zaaknummer, DateOnly Was, DateOnly OntvangenOp, Termijn Belofte)
    : Gebeurtenis, IVanZaak;

/// <summary>
/// The change needs an onderzoek, so the request is a melding of the day on which it was received (Wmo 2015 art. 2.3.2 lid 1), which
/// Meldingen registers.
/// </summary>
/// <param name="Zaaknummer">The request.</param>
/// <param name="PersoonId">The person.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Kanaal">The channel.</param>
/// <param name="Wijkteam">The team that handles the dossier.</param>
/// <param name="Hulpvraag">The change that the person asks for, in their own words.</param>
public sealed record WijzigingVraagtOnderzoek(
    string Zaaknummer, Guid PersoonId, DateOnly OntvangenOp, Meldkanaal Kanaal, string Wijkteam, Vertrouwelijk<string> Hulpvraag)
    : Gebeurtenis, IVanZaak;

/// <summary>The request is done with: it went on as something else, was decided, carried out, or withdrawn.</summary>
/// <param name="Zaaknummer">The request.</param>
/// <param name="AfgerondOp">The day.</param>
/// <param name="Afloop">How it ended.</param>
/// <param name="Nummer">The melding, herziening or decision that it became; null without one.</param>
public sealed record WijzigingsverzoekAfgerond(string Zaaknummer, DateOnly AfgerondOp, Wijzigingsafloop Afloop, string? Nummer)
    : Gebeurtenis, IVanZaak;

/// <summary>What somebody asks to change.</summary>
public enum Wijzigingsvraag
{
    /// <summary>From zorg in natura to a pgb.</summary>
    ZinNaarPgb,
    /// <summary>From a pgb to zorg in natura.</summary>
    PgbNaarZin,
    /// <summary>Another provider of the same help.</summary>
    AndereAanbieder,
    /// <summary>More, less or other help.</summary>
    AndereHulp,
    /// <summary>Another bank account.</summary>
    Rekeningnummer,
    /// <summary>No more help.</summary>
    Stoppen,
}

/// <summary>The road that a request takes.</summary>
public enum Wijzigingsroute
{
    /// <summary>It needs an onderzoek: a melding, six weeks (Wmo 2015 art. 2.3.2 lid 1).</summary>
    Melding,
    /// <summary>It needs none, and asks for another voorziening or form: an aanvraag, two weeks (Wmo 2015 art. 2.3.5 lid 2).</summary>
    Aanvraag,
    /// <summary>The person's own statement that the help may end.</summary>
    Opzegging,
    /// <summary>It changes nothing of what was decided.</summary>
    Uitvoering,
}

/// <summary>The end of a request.</summary>
public enum Wijzigingsafloop
{
    /// <summary>It became a melding.</summary>
    Melding,
    /// <summary>It became an opzegging.</summary>
    Opzegging,
    /// <summary>It was decided.</summary>
    Besloten,
    /// <summary>The SVB or the CAK, which pays or collects, has to know.</summary>
    Verwezen,
    /// <summary>The person took it back.</summary>
    Ingetrokken,
    /// <summary>Another municipality decides on it (Awb 2:3).</summary>
    Doorgezonden,
    /// <summary>The help ends by another decision on that day or earlier.</summary>
    NietMeerNodig,
    /// <summary>It was carried out.</summary>
    Uitgevoerd,
}
