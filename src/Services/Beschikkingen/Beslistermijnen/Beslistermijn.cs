using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The facts that decide how long the municipality has for an aanvraag. The days are not facts: <see cref="Termijnen"/> derives them, so a
/// fact that is corrected moves them all.
/// </summary>
/// <param name="OntvangenOp">The day on which the aanvraag reached the municipality.</param>
public sealed record Beslistermijn(DateOnly OntvangenOp)
{
    /// <summary>The requests to complete the aanvraag, oldest first.</summary>
    public IReadOnlyList<Aanvulverzoek> Aanvulverzoeken { get; init; } = [];

    /// <summary>The suspensions on another ground, oldest first.</summary>
    public IReadOnlyList<Stilstand> Stilstanden { get; init; } = [];

    /// <summary>The announced delay; null without one.</summary>
    public Uitstel? Uitstel { get; init; }

    /// <summary>The term of the law (Wmo 2015 art. 2.3.5 lid 2, Awb 4:15).</summary>
    [JsonIgnore]
    public Termijnberekening Wettelijk => Termijnen.Beschikking(OntvangenOp,
    [
        .. Aanvulverzoeken.Select(v => new Opschorting(Opschortingsgrond.Aanvulling, v.GevraagdOp, v.Uiterlijk, v.VolledigOp)),
        .. Stilstanden.Select(s => new Opschorting(s.Grond, s.Van, s.TermijnTot, s.Tot)),
    ]);

    /// <summary>The day promised in the announcement of delay, beside that of the law (Awb 4:14).</summary>
    [JsonIgnore]
    public DateOnly? ToegezegdeDatum =>
        Uitstel is { } uitstel ? Termijnen.Uitstel(Wettelijk, uitstel.AangekondigdOp, uitstel.Weken).ToegezegdeDatum : null;

    /// <summary>The day since which the term stands still, and nobody knows until when; null when it does not.</summary>
    [JsonIgnore]
    public DateOnly? StaatStilSinds => Wettelijk.StaatStilSinds;

    /// <summary>
    /// The suspensions that end by themselves on the day that is expected, of which the applicant is told (Awb 4:15 lid 4).
    /// </summary>
    [JsonIgnore]
    public IEnumerable<Stilstand> Vanzelf =>
        Stilstanden.Where(s => s is { Tot: null, TermijnTot: not null } && s.Grond != Opschortingsgrond.Instemming);

    /// <summary>The requests of which something is not there yet.</summary>
    [JsonIgnore]
    public IEnumerable<Aanvulverzoek> Onvolledig => Aanvulverzoeken.Where(v => v.VolledigOp is null);

    /// <summary>
    /// The term in which a voorziening may be left aside, because the term to complete it passed unused (Awb 4:5 lid 4); null without such
    /// a term. Asking again gives no new weeks: those after the first term that passed bind. This voorziening
    /// is complete, also when something is missing for another one.
    /// </summary>
    /// <param name="voorzieningId">The voorziening; null for what is missing for the aanvraag as a whole.</param>
    /// <param name="vandaag">Today.</param>
    public Termijnberekening? BuitenBehandeling(Guid? voorzieningId, DateOnly vandaag) =>
        Onvolledig.Where(v => v.Uiterlijk < vandaag && v.MistVoor(voorzieningId)).MinBy(v => v.Uiterlijk) is { } verzoek
            ? Termijnen.BuitenBehandeling(verzoek.Uiterlijk) : null;

    /// <summary>The last of these terms, of all that something is missing for.</summary>
    public Termijnberekening? BuitenBehandeling(DateOnly vandaag) =>
        Onvolledig.SelectMany(v => v.Ontbreekt).Select(s => s.VoorzieningId).Distinct().Select(id => BuitenBehandeling(id, vandaag))
            .OfType<Termijnberekening>().MaxBy(t => t.Uiterlijk);

    /// <summary>The term in which the aanvraag may be left aside once this request passes unused.</summary>
    public Termijnberekening BuitenBehandeling(Aanvulverzoek verzoek) => verzoek.Ontbreekt.Select(s => s.VoorzieningId).Distinct()
        .Select(id => BuitenBehandeling(id, Overgang.DagNa(verzoek.Uiterlijk))!).MaxBy(t => t.Uiterlijk)!;

    public Beslistermijn Met(Aanvulverzoek verzoek) => this with { Aanvulverzoeken = Vervang(Aanvulverzoeken, verzoek, v => v.Id) };

    public Beslistermijn Met(Stilstand stilstand) => this with { Stilstanden = Vervang(Stilstanden, stilstand, s => s.Id) };

    private static IReadOnlyList<T> Vervang<T>(IReadOnlyList<T> lijst, T nieuw, Func<T, Guid> id) =>
        lijst.Any(t => id(t) == id(nieuw)) ? [.. lijst.Select(t => id(t) == id(nieuw) ? nieuw : t)] : [.. lijst, nieuw];
}

/// <summary>A request to complete the aanvraag (Awb 4:5 lid 1).</summary>
/// <param name="Id">Het verzoek.</param>
/// <param name="GevraagdOp">De dag van het verzoek.</param>
/// <param name="Uiterlijk">De laatste dag om aan te vullen.</param>
/// <param name="Stukken">Wat er is gevraagd.</param>
/// <param name="Toelichting">Wat de inwoner verder moet weten.</param>
public sealed record Aanvulverzoek(
    Guid Id, DateOnly GevraagdOp, DateOnly Uiterlijk, IReadOnlyList<GevraagdStuk> Stukken, string? Toelichting)
{
    /// <value>De dag waarop alles er was; leeg zolang er iets ontbreekt.</value>
    public DateOnly? VolledigOp => Stukken.All(s => s.OntvangenOp is not null) ? Stukken.Max(s => s.OntvangenOp) : null;

    /// <value>Of de inwoner eraan is herinnerd.</value>
    public bool Herinnerd { get; init; }

    /// <value>Of is vastgelegd dat de termijn ongebruikt voorbijging.</value>
    public bool Verstreken { get; init; }

    /// <summary>The things that are still missing.</summary>
    [JsonIgnore]
    public IEnumerable<GevraagdStuk> Ontbreekt => Stukken.Where(s => s.OntvangenOp is null);

    /// <summary>Whether something is missing for a voorziening, or for the aanvraag as a whole.</summary>
    public bool MistVoor(Guid? voorzieningId) => Ontbreekt.Any(s => s.VoorzieningId is null || s.VoorzieningId == voorzieningId);

    /// <summary>The things that are still missing, as the letter to the applicant needs them.</summary>
    public Aanvulvraag AlsVraag() => new([.. Ontbreekt.Select(s => s.Omschrijving)], Toelichting);
}

/// <summary>One thing that the applicant was asked for.</summary>
/// <param name="Nummer">Volgnummer binnen het verzoek, vanaf 1.</param>
/// <param name="Soort">Wat voor stuk.</param>
/// <param name="Omschrijving">Wat er precies ontbreekt, in woorden die de inwoner begrijpt.</param>
/// <param name="OntvangenOp">De dag waarop het binnenkwam; leeg zolang het ontbreekt.</param>
public sealed record GevraagdStuk(int Nummer, Stuksoort Soort, string Omschrijving, DateOnly? OntvangenOp = null)
{
    /// <value>De voorziening waar het stuk bij hoort; leeg als het bij de hele aanvraag hoort.</value>
    public Guid? VoorzieningId { get; init; }
}

/// <summary>The things that an applicant can reasonably get (Awb 4:2 lid 2).</summary>
public enum Stuksoort
{
    Handtekening,
    Machtiging,
    Identiteitsbewijs,
    Budgetplan,
    /// <summary>The plan of what a pgb is spent on.</summary>
    Uitvoeringsplan,
    /// <summary>The questions to the carer or care company that a pgb will pay.</summary>
    Uitvraagformulier,
    Zorgovereenkomst,
    Offerte,
    Anders,
}

/// <summary>The kinds of things, and the forms for a pgb.</summary>
internal static class Stuksoorten
{
    /// <summary>Whether only somebody who asks for a pgb has it.</summary>
    public static bool HoortBijPgb(this Stuksoort soort) =>
        soort is Stuksoort.Budgetplan or Stuksoort.Uitvoeringsplan or Stuksoort.Uitvraagformulier or Stuksoort.Zorgovereenkomst;

    public static Stuksoort AlsSoort(this PgbDocument document) => document switch
    {
        PgbDocument.Uitvoeringsplan => Stuksoort.Uitvoeringsplan,
        PgbDocument.Uitvraagformulier => Stuksoort.Uitvraagformulier,
        PgbDocument.Zorgovereenkomst => Stuksoort.Zorgovereenkomst,
    };

    /// <summary>The form in words for the applicant.</summary>
    public static string Omschrijving(this PgbDocument document) => document switch
    {
        PgbDocument.Uitvoeringsplan => "Het uitvoeringsplan: waaraan u het pgb wilt besteden",
        PgbDocument.Uitvraagformulier => "Het uitvraagformulier, ingevuld door uw zorgverlener",
        PgbDocument.Zorgovereenkomst => "De zorgovereenkomst met uw zorgverlener",
    };
}

/// <summary>A suspension on another ground than a request to complete (Awb 4:15).</summary>
/// <param name="Id">De opschorting.</param>
/// <param name="Grond">Waarom de termijn stilstaat.</param>
/// <param name="Van">De dag van de instemming, de vraag of de oorzaak.</param>
/// <param name="TermijnTot">De laatste dag die is afgesproken of verwacht.</param>
/// <param name="Tot">De dag waarop het voorbij was.</param>
/// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
public sealed record Stilstand(
    Guid Id, Opschortingsgrond Grond, DateOnly Van, DateOnly? TermijnTot, DateOnly? Tot, string Toelichting)
{
    /// <summary>The ground in the words of the events.</summary>
    public Opschortingsreden AlsReden() => Grond switch
    {
        Opschortingsgrond.Buitenland => Opschortingsreden.Buitenland,
        Opschortingsgrond.Instemming => Opschortingsreden.Instemming,
        Opschortingsgrond.Toerekenbaar => Opschortingsreden.Toerekenbaar,
        _ => Opschortingsreden.Overmacht,
    };
}

/// <summary>An announced delay of the decision (Awb 4:14).</summary>
/// <param name="AangekondigdOp">De dag van de aankondiging.</param>
/// <param name="Weken">1 of 2.</param>
/// <param name="Reden">Waarom, in woorden die de inwoner begrijpt.</param>
public sealed record Uitstel(DateOnly AangekondigdOp, int Weken, string Reden);
