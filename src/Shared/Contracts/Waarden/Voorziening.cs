namespace WmoPlatform.Contracts;

/// <summary>How help is delivered (Wmo 2015 art. 2.3.5 and 2.3.6).</summary>
public enum Leveringsvorm
{
    /// <summary>Zorg in natura: a contracted provider gives the help.</summary>
    Zin,
    /// <summary>Persoonsgebonden budget: the resident buys the help from a budget, usually at the SVB.</summary>
    Pgb,
}

/// <summary>The decision on one voorziening.</summary>
public enum Uitkomst
{
    /// <summary>Granted as requested.</summary>
    Toekennen,
    /// <summary>Granted in part.</summary>
    GedeeltelijkToekennen,
    /// <summary>Refused.</summary>
    Afwijzen,
    /// <summary>Not handled, because information was not provided (Awb 4:5).</summary>
    BuitenBehandeling,
}

/// <summary>A ground on which a requested pgb is refused (Wmo 2015 art. 2.3.6). It refuses no help.</summary>
public enum PgbWeigering
{
    /// <summary>The person cannot run a budget, also not with help (lid 2 onder a).</summary>
    NietVaardig,
    /// <summary>The person does not say why they want a budget (lid 2 onder b).</summary>
    NietGemotiveerd,
    /// <summary>The help would not be safe, effective and fit for the person (lid 2 onder c).</summary>
    NietVeiligOfPassend,
    /// <summary>It costs more than zorg in natura, as far as it does (lid 5 onder a).</summary>
    DuurderDanZin,
    /// <summary>An earlier decision was revised or withdrawn on a ground of art. 2.3.10 lid 1 onder a, d or e (lid 5 onder b).</summary>
    EerderIngetrokken,
}

/// <summary>A Wmo product in the codes of iWmo 3.2.</summary>
/// <param name="Categorie">De productcategorie: twee cijfers, 01 tot en met 18 (codelijst WMO020).</param>
/// <param name="Code">De productcode uit de lijst van de gemeente, hooguit vijf tekens.</param>
public sealed record Product(string Categorie, string Code);

/// <summary>How much help (iWmo CDT_Omvang).</summary>
/// <param name="Volume">Hoeveel eenheden: 0 tot en met 99999999, zo vaak als de frequentie zegt.</param>
/// <param name="Eenheid">
/// De eenheid: 01 minuut, 04 uur, 14 etmaal, 16 dagdeel, 82 stuks (output), 83 euro, 84 stuks (inspanning) (codelijst WJ756).
/// </param>
/// <param name="Frequentie">Hoe vaak: 1 per dag, 2 per week, 4 per maand, 6 in totaal over de periode (codelijst WMO757).</param>
public sealed record Omvang(int Volume, string Eenheid, string Frequentie);

/// <summary>From <paramref name="Ingangsdatum"/> up to and including <paramref name="Einddatum"/>.</summary>
/// <param name="Ingangsdatum">De eerste dag.</param>
/// <param name="Einddatum">De laatste dag, die zelf meetelt. Elke Wmo-indicatie heeft een einde.</param>
public sealed record Periode(DateOnly Ingangsdatum, DateOnly Einddatum);

/// <summary>One indicated voorziening with the resident's choice, as it stands in the signed verslag.</summary>
/// <param name="VoorzieningId">The id, which stays the same from indicatie to CAK.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Periode">The period of the help.</param>
/// <param name="Leveringsvorm">Zorg in natura or pgb.</param>
/// <param name="Agb">The chosen provider's AGB code, eight digits; null for a pgb.</param>
public sealed record GekozenVoorziening(
    Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode, Leveringsvorm Leveringsvorm, string? Agb);

/// <summary>One voorziening as decided.</summary>
/// <param name="VoorzieningId">The id, which stays the same from indicatie to CAK.</param>
/// <param name="Uitkomst">The decision.</param>
/// <param name="Product">The kind of help.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Periode">The period of the help.</param>
/// <param name="Leveringsvorm">Zorg in natura or pgb.</param>
/// <param name="Agb">The provider's AGB code, eight digits; null for a pgb.</param>
/// <param name="Budget">Euros over the whole period; null for zorg in natura.</param>
public sealed record BeschikteVoorziening(
    Guid VoorzieningId, Uitkomst Uitkomst, Product Product, Omvang Omvang, Periode Periode, Leveringsvorm Leveringsvorm, string? Agb,
        decimal? Budget)
{
    /// <summary>The ground on which the requested pgb was refused, so that the form of delivery is another; null without one.</summary>
    public PgbWeigering? PgbGeweigerd { get; init; }

    /// <summary>Whether help follows from it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsToegekend => Uitkomst is Uitkomst.Toekennen or Uitkomst.GedeeltelijkToekennen;
}

/// <summary>
/// A stretch of a voorziening in which nothing changes. The parts of one voorziening follow each other in time and never overlap; between
/// them nothing is granted.
/// </summary>
/// <param name="Product">De hulp.</param>
/// <param name="Omvang">Hoeveel hulp.</param>
/// <param name="Periode">Van wanneer tot en met wanneer.</param>
/// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
/// <param name="Agb">De aanbieder die bij het besluit is gekozen, acht cijfers; leeg bij een pgb.</param>
/// <param name="Budget">Euro's over deze hele periode; leeg bij zorg in natura.</param>
public sealed record Voorzieningdeel(
    Product Product, Omvang Omvang, Periode Periode, Leveringsvorm Leveringsvorm, string? Agb, decimal? Budget)
{
    /// <value>
    /// Of dit tijdelijke hulp is, tot het besluit op de aanvraag geldt. De laatste dag is dan alleen hoe ver de hulp nu is toegewezen.
    /// </value>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tijdelijk { get; init; }
}

/// <summary>The kind of decision that made a voorziening into what it is now.</summary>
public enum Besluitsoort
{
    /// <summary>On an aanvraag (Wmo 2015 art. 2.3.5).</summary>
    Aanvraag,
    /// <summary>The municipality reviews an earlier decision (Wmo 2015 art. 2.3.10).</summary>
    Herziening,
    /// <summary>The municipality withdraws an earlier decision, from a day on or as if never taken (Wmo 2015 art. 2.3.10).</summary>
    Intrekking,
    /// <summary>The person asked for the end, or for less.</summary>
    OpVerzoek,
    /// <summary>In urgent need, before any onderzoek (Wmo 2015 art. 2.3.3).</summary>
    Spoed,
    /// <summary>Help that ends goes on for the time being, until the decision on the aanvraag for more of it.</summary>
    Overbrugging,
    /// <summary>On an aanvraag of the person for the same help in another form (Wmo 2015 art. 2.3.5, 2.3.6).</summary>
    Vormwijziging,
    /// <summary>A court ordered it, or ordered help meanwhile.</summary>
    Rechter,
    /// <summary>On a bezwaar (Awb 7:11).</summary>
    Bezwaar,
    /// <summary>Of the municipality's own accord, with the agreement of the person.</summary>
    InOvereenstemming,
}

/// <summary>A running term as the law or a norm sets it.</summary>
/// <param name="Soort">
/// The kind: bevestiging, spoed, onderzoek, beschikking, aanvulling, zienswijze, buiten-behandeling, ingebrekestelling, dwangsombesluit,
/// betaling, terugbetaling, heroverweging, bezwaar, beslissing-op-bezwaar, nadere-stukken, ter-inzage, beroep, kostenvergoeding, klacht,
/// klacht-niet-behandelen, processtukken, opdracht-rechter, hoger-beroep, iwmo-verzoek, iwmo-verzoek-eind, cak, cak-pgb.
/// </param>
/// <param name="Start">The day of the fact that starts it.</param>
/// <param name="Uiterlijk">The last day, after the Algemene termijnenwet.</param>
/// <param name="Grondslag">The article or norm it rests on, for instance "Wmo 2015 art. 2.3.2 lid 1".</param>
public sealed record Termijn(string Soort, DateOnly Start, DateOnly Uiterlijk, string Grondslag);
