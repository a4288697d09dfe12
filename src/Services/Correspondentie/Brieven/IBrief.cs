using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// One kind of letter or e-mail, with the data that its text needs. <see cref="Verzending"/> keeps these data sealed, and they become text
/// when it is sent. A new kind needs a record beside this file, its name here and in <see cref="Verzendsoort"/>, and the reaction that
/// starts it.
/// </summary>
[JsonDerivedType(typeof(Ontvangstbevestiging), nameof(Verzendsoort.Ontvangstbevestiging))]
[JsonDerivedType(typeof(Adrescontrole), nameof(Verzendsoort.Adrescontrole))]
[JsonDerivedType(typeof(Doorzendbericht), nameof(Verzendsoort.Doorzendbericht))]
[JsonDerivedType(typeof(Nabestaandenbrief), nameof(Verzendsoort.Nabestaandenbrief))]
[JsonDerivedType(typeof(Aanvraagbevestiging), nameof(Verzendsoort.Aanvraagbevestiging))]
[JsonDerivedType(typeof(VroegeAanvraagbrief), nameof(Verzendsoort.VroegeAanvraagbrief))]
[JsonDerivedType(typeof(Aanvulverzoek), nameof(Verzendsoort.Aanvulverzoek))]
[JsonDerivedType(typeof(Aanvulherinnering), nameof(Verzendsoort.Aanvulherinnering))]
[JsonDerivedType(typeof(Uitstelbrief), nameof(Verzendsoort.Uitstelbrief))]
[JsonDerivedType(typeof(Opschortingsbrief), nameof(Verzendsoort.Opschortingsbrief))]
[JsonDerivedType(typeof(Ontvangstcorrectie), nameof(Verzendsoort.Ontvangstcorrectie))]
[JsonDerivedType(typeof(Meldingcorrectie), nameof(Verzendsoort.Meldingcorrectie))]
[JsonDerivedType(typeof(Intrekkingsbevestiging), nameof(Verzendsoort.Intrekkingsbevestiging))]
[JsonDerivedType(typeof(Ingebrekestellingsantwoord), nameof(Verzendsoort.Ingebrekestellingsantwoord))]
[JsonDerivedType(typeof(Dwangsombrief), nameof(Verzendsoort.Dwangsombrief))]
[JsonDerivedType(typeof(Beschikkingsbrief), nameof(Verzendsoort.Beschikkingsbrief))]
[JsonDerivedType(typeof(Afschrift), nameof(Verzendsoort.Afschrift))]
[JsonDerivedType(typeof(Voornemenbrief), nameof(Verzendsoort.Voornemenbrief))]
[JsonDerivedType(typeof(Dwangsomterugvordering), nameof(Verzendsoort.Dwangsomterugvordering))]
[JsonDerivedType(typeof(Herzieningsvoornemen), nameof(Verzendsoort.Herzieningsvoornemen))]
[JsonDerivedType(typeof(Wijzigingsverzoekbrief), nameof(Verzendsoort.Wijzigingsverzoekbrief))]
[JsonDerivedType(typeof(Wijzigingsbesluitbrief), nameof(Verzendsoort.Wijzigingsbesluitbrief))]
[JsonDerivedType(typeof(Terugvorderingsbrief), nameof(Verzendsoort.Terugvorderingsbrief))]
[JsonDerivedType(typeof(Vorderwijzigingsbrief), nameof(Verzendsoort.Vorderwijzigingsbrief))]
[JsonDerivedType(typeof(Eindebrief), nameof(Verzendsoort.Eindebrief))]
[JsonDerivedType(typeof(Zorgstopbrief), nameof(Verzendsoort.Zorgstopbrief))]
[JsonDerivedType(typeof(Bezwaarbevestiging), nameof(Verzendsoort.Bezwaarbevestiging))]
[JsonDerivedType(typeof(Bezwaarherstelbrief), nameof(Verzendsoort.Bezwaarherstelbrief))]
[JsonDerivedType(typeof(Bezwaarcommissiebrief), nameof(Verzendsoort.Bezwaarcommissiebrief))]
[JsonDerivedType(typeof(Bezwaartermijnbrief), nameof(Verzendsoort.Bezwaartermijnbrief))]
[JsonDerivedType(typeof(Hooruitnodiging), nameof(Verzendsoort.Hooruitnodiging))]
[JsonDerivedType(typeof(Nieuwefeitenbrief), nameof(Verzendsoort.Nieuwefeitenbrief))]
[JsonDerivedType(typeof(Bezwaaruitbreidingsbrief), nameof(Verzendsoort.Bezwaaruitbreidingsbrief))]
[JsonDerivedType(typeof(Bezwaarintrekkingsbrief), nameof(Verzendsoort.Bezwaarintrekkingsbrief))]
[JsonDerivedType(typeof(Hoorbericht), nameof(Verzendsoort.Hoorbericht))]
[JsonDerivedType(typeof(Bezwaaraanvullingsbrief), nameof(Verzendsoort.Bezwaaraanvullingsbrief))]
[JsonDerivedType(typeof(Nabestaandenvraag), nameof(Verzendsoort.Nabestaandenvraag))]
[JsonDerivedType(typeof(Bezwaarbeslissing), nameof(Verzendsoort.Bezwaarbeslissing))]
[JsonDerivedType(typeof(Beroepsbrief), nameof(Verzendsoort.Beroepsbrief))]
[JsonDerivedType(typeof(Uitspraakbrief), nameof(Verzendsoort.Uitspraakbrief))]
[JsonDerivedType(typeof(Wijzigingsbevestiging), nameof(Verzendsoort.Wijzigingsbevestiging))]
[JsonDerivedType(typeof(Onderzoeknodigbrief), nameof(Verzendsoort.Onderzoeknodigbrief))]
[JsonDerivedType(typeof(Wijzigingsuitvoering), nameof(Verzendsoort.Wijzigingsuitvoering))]
[JsonDerivedType(typeof(Klachtbevestiging), nameof(Verzendsoort.Klachtbevestiging))]
[JsonDerivedType(typeof(Klachtvraag), nameof(Verzendsoort.Klachtvraag))]
[JsonDerivedType(typeof(Klachtcommissiebrief), nameof(Verzendsoort.Klachtcommissiebrief))]
[JsonDerivedType(typeof(Klachtverdaging), nameof(Verzendsoort.Klachtverdaging))]
[JsonDerivedType(typeof(Klachtuitnodiging), nameof(Verzendsoort.Klachtuitnodiging))]
[JsonDerivedType(typeof(Klachtafhandeling), nameof(Verzendsoort.Klachtafhandeling))]
public interface IBrief
{
    /// <summary>Says in a letter about a dwangsom that it is about a decision that does not count any more.</summary>
    internal const string OverVernietigd = "Dit gaat over onze eerdere beslissing op uw bezwaar. De rechter heeft die vernietigd.";

    Verzendsoort Soort { get; }

    /// <summary>Whether it is written for the heirs.</summary>
    [JsonIgnore]
    bool VoorNabestaanden => false;

    /// <summary>
    /// Whether it still has to reach somebody when the resident died: a decision, or what is asked or told in a zaak with which the heirs
    /// may go on. It goes to the heirs then, and does not lapse.
    /// </summary>
    [JsonIgnore]
    bool OokNaOverlijden => VoorNabestaanden;

    /// <summary>Whether the heirs get one of its kind, however many dossiers the resident had.</summary>
    [JsonIgnore]
    bool EenPerPersoon => false;

    /// <summary>Whether it makes no sense as a letter. It lapses when the address takes no e-mail.</summary>
    [JsonIgnore]
    bool AlleenPerEmail => false;

    /// <summary>Its cause, if a dossier can have several of its kind; empty for a letter that a dossier has once.</summary>
    [JsonIgnore]
    string Aanleiding => "";

    /// <summary>The article that requires this letter. The refusal of an impossible day names it.</summary>
    string? Grondslag { get; }

    /// <summary>The first day on which the resident can have received it.</summary>
    DateOnly Vanaf { get; }

    Brief Schrijf(string dossiernummer, Gemeente gemeente);

    /// <summary>Its name in the events about letters; null for a letter with events of its own, or without any.</summary>
    [JsonIgnore]
    Contracts.Brief? Naam => null;

    /// <summary>The event to announce once it was sent or handed over; null without one.</summary>
    Gebeurtenis? Verzonden(Verzendwijze wijze, DateOnly dag) => Naam is { } naam ? new BriefVerzonden(naam, wijze, dag) : null;

    /// <summary>The event to announce when there is no address; null when nobody has to act.</summary>
    Gebeurtenis? ZonderAdres() => Naam is { } naam ? new BriefZonderAdres(naam) : null;

    /// <summary>The event to announce when its e-mail came back; null without one.</summary>
    Gebeurtenis? Teruggekomen(DateOnly dag) => null;
}

/// <summary>The kind of letter or e-mail. Dossier, kind and cause are the natural key of a verzending.</summary>
public enum Verzendsoort
{
    Ontvangstbevestiging,
    /// <summary>The question whether an e-mail address is right.</summary>
    Adrescontrole,
    /// <summary>Another municipality got the melding or the aanvraag.</summary>
    Doorzendbericht,
    /// <summary>To the heirs of a resident whose help ended by death.</summary>
    Nabestaandenbrief,
    /// <summary>An aanvraag was received that was no signed verslag.</summary>
    Aanvraagbevestiging,
    /// <summary>An aanvraag came before it is possible.</summary>
    VroegeAanvraagbrief,
    /// <summary>The applicant is asked to complete the aanvraag.</summary>
    Aanvulverzoek,
    /// <summary>The applicant is reminded of what is still missing.</summary>
    Aanvulherinnering,
    /// <summary>The decision takes longer.</summary>
    Uitstelbrief,
    /// <summary>The term to decide stands still, or runs again.</summary>
    Opschortingsbrief,
    /// <summary>The day of receipt of the aanvraag was corrected.</summary>
    Ontvangstcorrectie,
    /// <summary>The day of receipt of the melding was corrected.</summary>
    Meldingcorrectie,
    /// <summary>The aanvraag was withdrawn.</summary>
    Intrekkingsbevestiging,
    /// <summary>The answer to an ingebrekestelling.</summary>
    Ingebrekestellingsantwoord,
    /// <summary>The decision on a dwangsom.</summary>
    Dwangsombrief,
    /// <summary>A dwangsom that was not owed is claimed back.</summary>
    Dwangsomterugvordering,
    /// <summary>Something will be refused, and the applicant may give a view first.</summary>
    Voornemenbrief,
    /// <summary>The municipality intends to change the help.</summary>
    Herzieningsvoornemen,
    /// <summary>The person asked for a change of the help, or took that back.</summary>
    Wijzigingsverzoekbrief,
    /// <summary>A later decision on a voorziening.</summary>
    Wijzigingsbesluitbrief,
    /// <summary>Money is claimed back.</summary>
    Terugvorderingsbrief,
    /// <summary>Less money is claimed back, or none.</summary>
    Vorderwijzigingsbrief,
    /// <summary>The end of the help comes near.</summary>
    Eindebrief,
    /// <summary>A provider stopped before the agreed day.</summary>
    Zorgstopbrief,
    /// <summary>The decision on the aanvraag.</summary>
    Beschikkingsbrief,
    /// <summary>The copy for the person of a letter to their gemachtigde.</summary>
    Afschrift,
    /// <summary>A bezwaar was received.</summary>
    Bezwaarbevestiging,
    /// <summary>Something is missing in a bezwaar.</summary>
    Bezwaarherstelbrief,
    /// <summary>A commission advises on a bezwaar.</summary>
    Bezwaarcommissiebrief,
    /// <summary>The term of a bezwaar begins, or is longer.</summary>
    Bezwaartermijnbrief,
    /// <summary>The invitation to a hearing.</summary>
    Hooruitnodiging,
    /// <summary>Facts became known after a hearing.</summary>
    Nieuwefeitenbrief,
    /// <summary>A bezwaar is about a new decision too.</summary>
    Bezwaaruitbreidingsbrief,
    /// <summary>A bezwaar was withdrawn.</summary>
    Bezwaarintrekkingsbrief,
    /// <summary>The question whether a hearing is wanted, or the news that it is off.</summary>
    Hoorbericht,
    /// <summary>Another letter was added to a bezwaar.</summary>
    Bezwaaraanvullingsbrief,
    /// <summary>The question to the heirs whether they go on with a bezwaar.</summary>
    Nabestaandenvraag,
    /// <summary>The decision on a bezwaar.</summary>
    Bezwaarbeslissing,
    /// <summary>The person went to court, or the case there changed.</summary>
    Beroepsbrief,
    /// <summary>A judgment, and what it means.</summary>
    Uitspraakbrief,
    /// <summary>A request for change was received.</summary>
    Wijzigingsbevestiging,
    /// <summary>An aanvraag to change help needs an onderzoek first, and is a melding.</summary>
    Onderzoeknodigbrief,
    /// <summary>A request for change was carried out.</summary>
    Wijzigingsuitvoering,
    /// <summary>A klacht was received.</summary>
    Klachtbevestiging,
    /// <summary>The question what a klacht means.</summary>
    Klachtvraag,
    /// <summary>A commission advises on a klacht.</summary>
    Klachtcommissiebrief,
    /// <summary>Handling a klacht takes longer.</summary>
    Klachtverdaging,
    /// <summary>The invitation to tell about a klacht.</summary>
    Klachtuitnodiging,
    /// <summary>The end of a klacht.</summary>
    Klachtafhandeling,
}
