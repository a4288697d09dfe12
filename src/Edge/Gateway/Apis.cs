namespace WmoPlatform.Gateway;

/// <summary>One API behind the gateway.</summary>
/// <param name="Naam">Its name in the catalogue.</param>
/// <param name="Pad">Its public path, which is the same at the service itself.</param>
/// <param name="Dienst">The service that answers. Its address is the setting <c>services:{dienst}:http:0</c>.</param>
/// <param name="Omschrijving">A description in Dutch.</param>
public sealed record Api(string Naam, string Pad, string Dienst, string Omschrijving)
{
    /// <summary>
    /// Path below <see cref="Pad"/> where a chain partner posts messages, which may be large. Null without a chain partner.
    /// </summary>
    public string? Berichten { get; init; }

    /// <summary>
    /// Path below <see cref="Pad"/> where documents are posted, which may be larger than other requests. Null without documents.
    /// </summary>
    public string? Documenten { get; init; }

    /// <summary>Path below <see cref="Pad"/> of a page for people who do not sign in. Null without one.</summary>
    public string? Pagina { get; init; }

    public string OpenApi => Pad + "/openapi.json";
}

/// <summary>All APIs behind the gateway. Routes, catalogue and documentation follow from this list.</summary>
public static class Apis
{
    /// <summary>The APIs, in the order of the process.</summary>
    public static IReadOnlyList<Api> Alle { get; } =
    [
        new("Meldingen", "/meldingen/v1", "meldingen", "Een hulpvraag melden, bekijken en intrekken."),
        new("Onderzoek", "/onderzoek/v1", "onderzoek", "Het onderzoek na de melding: de gesprekken, de hulp die nodig is en het verslag."),
        new("Beschikkingen", "/beschikkingen/v1", "beschikkingen", "De aanvraag, en het besluit van de gemeente."),
        new("Pgb", "/pgb/v1", "pgb",
            "Het persoonsgebonden budget: de toets vooraf, en het budget bij de SVB.") { Berichten = "/ipgb/berichten" },
        new("Zorgaanbieders", "/zorgaanbieders/v1", "zorgaanbieders",
            "De zorgaanbieders, en de hulp die zij moeten geven.") { Berichten = "/iwmo/berichten",
            Documenten = "/toewijzingen/{nummer}/begeleidingsplannen" },
        new("Eigen bijdrage", "/eigen-bijdrage/v1", "eigenbijdrage",
            "Wat het CAK weet over de start en de stop van de hulp.") { Berichten = "/ieb/berichten" },
        new("Correspondentie", "/correspondentie/v1", "correspondentie",
            "De brieven en e-mails die zijn verstuurd.") { Pagina = "/emailadressen/bevestiging" },
        new("Dossiers", "/dossiers/v1", "dossiers",
            "Eén dossier van begin tot eind: wat er is gebeurd, welke termijnen lopen en wie nu iets moet doen."),
        new("Rekenhulp", "/rekenhulp/v1", "dossiers", "Termijnen, dwangsommen en pgb-tarieven narekenen, met de afleiding."),
    ];
}
