using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>One release of one iStandaard, with the properties that its messages share.</summary>
/// <param name="Naam">For instance <c>iWmo</c>.</param>
/// <param name="Versie">BerichtVersie of every header.</param>
/// <param name="Subversie">BerichtSubversie of every header.</param>
/// <param name="XsdVersie">Version of the schemas this library writes, three whole numbers (IV034, CS128).</param>
/// <param name="Namespace">Start of every namespace of this release; <c>/basisschema/schema</c> or <c>/wmo301/schema</c> follows.</param>
/// <param name="Prefix">Prefix of the basisschema.</param>
/// <param name="Aangenomen">Whether namespaces, order and nesting are assumed, because no schema is public.</param>
public sealed record Standaard(
    string Naam, string Versie, string Subversie, string XsdVersie, string Namespace, string Prefix, bool Aangenomen)
{
    /// <summary>iWmo 3.2, in force since 3 April 2023. Schemas of the heen messages are public; the retours follow iJw 3.2.</summary>
    public static Standaard IWmo { get; } =
        new("iWmo", "3", "2", "1.0.0", "http://www.istandaarden.nl/iwmo/3_2", "iwmo", Aangenomen: false);

    // The seam for new versions. The names, types and rules of iPgb 2.1 and iEb 1.0.2 are public, but their schemas are not. The namespaces
    // below, and the nesting in Wmo501, Wmo401 and Wmo403, are assumed after iWmo; the real schemas replace them here.

    /// <summary>iPgb 2.1. Namespaces and nesting are assumed.</summary>
    public static Standaard IPgb { get; } = new("iPgb", "2", "1", "1.0.0", "http://www.istandaarden.nl/ipgb/2_1", "ipgb", Aangenomen: true);

    /// <summary>iEb 1.0.2. Namespaces and nesting are assumed.</summary>
    public static Standaard IEb { get; } = new("iEb", "1", "0", "1.0.0", "http://www.istandaarden.nl/ieb/1_0", "ieb", Aangenomen: true);

    /// <summary>Namespace of the elements inside the shared CDT types.</summary>
    public string Basisschema => $"{Namespace}/basisschema/schema";
}

/// <summary>The kind of party in Afzender or Ontvanger.</summary>
public enum Partij
{
    /// <summary>The header has no such element.</summary>
    Geen,
    /// <summary>A municipality: the four digits of its CBS code.</summary>
    Gemeente,
    /// <summary>A provider: the eight digits of its AGB code.</summary>
    Aanbieder,
}

/// <summary>
/// A kind of message of the chain. Every kind is registered in one statement below, with its code, its parties, its record, and for a
/// retour the message that it answers.
/// </summary>
public sealed class Berichtsoort
{
    private static readonly Dictionary<Type, Berichtsoort> PerType = [];
    private static readonly List<Berichtsoort> Geregistreerd = [];

    /// <summary>Toewijzing: gemeente to aanbieder.</summary>
    public static Berichtsoort Wmo301 { get; } =
        Heen<Wmo301>("414", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IStandaarden.Wmo301.Vorm);
    /// <summary>Answer to a toewijzing.</summary>
    public static Berichtsoort Wmo302 { get; } =
        Wmo301.MetRetour<Wmo302, Wmo301Client>("415", "Client", Wmo301Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Start of help: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo305 { get; } =
        Heen<Wmo305>("418", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IStandaarden.Wmo305.Vorm);
    /// <summary>Answer to a start.</summary>
    public static Berichtsoort Wmo306 { get; } =
        Wmo305.MetRetour<Wmo306, Wmo305Client>("419", "Client", Wmo305Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Stop of help: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo307 { get; } =
        Heen<Wmo307>("420", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IStandaarden.Wmo307.Vorm);
    /// <summary>Answer to a stop.</summary>
    public static Berichtsoort Wmo308 { get; } =
        Wmo307.MetRetour<Wmo308, Wmo307Client>("421", "Client", Wmo307Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Request for a toewijzing: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo315 { get; } =
        Heen<Wmo315>("444", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IStandaarden.Wmo315.Vorm);
    /// <summary>Receipt of a request for a toewijzing.</summary>
    public static Berichtsoort Wmo316 { get; } =
        Wmo315.MetRetour<Wmo316, Wmo315Client>("445", "Client", Wmo315Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Request for change: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo317 { get; } =
        Heen<Wmo317>("480", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IStandaarden.Wmo317.Vorm);
    /// <summary>Receipt of a request for change.</summary>
    public static Berichtsoort Wmo318 { get; } =
        Wmo317.MetRetour<Wmo318, Wmo317Client>("481", "Client", Wmo317Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Answer to either request: gemeente to aanbieder.</summary>
    public static Berichtsoort Wmo319 { get; } =
        Heen<Wmo319>("482", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IStandaarden.Wmo319.Vorm);
    /// <summary>Receipt of an answer.</summary>
    public static Berichtsoort Wmo320 { get; } =
        Wmo319.MetRetour<Wmo320, Verzoekantwoord>("483", "Antwoord", Verzoekantwoord.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Declaration: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo323 { get; } =
        Heen<Wmo323>("484", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IStandaarden.Wmo323.Vorm);
    /// <summary>Answer to a declaration. Its header names the answering party as the sender.</summary>
    public static Berichtsoort Wmo325 { get; } =
        Wmo323.MetRetour<Wmo325, DeclaratieAntwoord>(
            "485", "DeclaratieAntwoord", IStandaarden.DeclaratieAntwoord.Vorm, (header, inhoud) => new(header, inhoud), omgekeerd: true);
    /// <summary>Toekenning of a pgb: gemeente to SVB.</summary>
    public static Berichtsoort Wmo501 { get; } =
        Heen<Wmo501>("458", Standaard.IPgb, Partij.Gemeente, Partij.Geen, IStandaarden.Wmo501.Vorm);
    /// <summary>Answer to a toekenning.</summary>
    public static Berichtsoort Wmo502 { get; } =
        Wmo501.MetRetour<Wmo502, Wmo501Client>("459", "Client", Wmo501Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Closing of a budget: SVB to gemeente.</summary>
    public static Berichtsoort Wmo507 { get; } =
        Heen<Wmo507>("464", Standaard.IPgb, Partij.Geen, Partij.Gemeente, IStandaarden.Wmo507.Vorm);
    /// <summary>Answer to the closing of a budget.</summary>
    public static Berichtsoort Wmo508 { get; } =
        Wmo507.MetRetour<Wmo508, Wmo507Client>("465", "Client", Wmo507Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Start of the eigen bijdrage: gemeente to CAK.</summary>
    public static Berichtsoort Wmo401 { get; } =
        Heen<Wmo401>("470", Standaard.IEb, Partij.Gemeente, Partij.Geen, IStandaarden.Wmo401.Vorm);
    /// <summary>Answer to a start of the eigen bijdrage.</summary>
    public static Berichtsoort Wmo402 { get; } =
        Wmo401.MetRetour<Wmo402, Wmo401Client>("471", "Client", Wmo401Client.Vorm, (header, inhoud) => new(header, inhoud));
    /// <summary>Stop of the eigen bijdrage: gemeente to CAK.</summary>
    public static Berichtsoort Wmo403 { get; } =
        Heen<Wmo403>("472", Standaard.IEb, Partij.Gemeente, Partij.Geen, IStandaarden.Wmo403.Vorm);
    /// <summary>Answer to a stop of the eigen bijdrage.</summary>
    public static Berichtsoort Wmo404 { get; } =
        Wmo403.MetRetour<Wmo404, Wmo403Client>("473", "Client", Wmo403Client.Vorm, (header, inhoud) => new(header, inhoud));

    private readonly Berichtsoort? _heen;

    private Berichtsoort(
        string naam, string berichtCode, Standaard standaard, Partij afzender, Partij ontvanger, Vorm<Ketenbericht> vorm) =>
        (Naam, BerichtCode, Standaard, Afzender, Ontvanger, Vorm) = (naam, berichtCode, standaard, afzender, ontvanger, vorm);

    private Berichtsoort(Berichtsoort heen, string naam, string berichtCode, Partij afzender, Partij ontvanger, Vorm<Ketenbericht> vorm)
        : this(naam, berichtCode, heen.Standaard, afzender, ontvanger, vorm) => _heen = heen;

    /// <summary>Every kind that this library reads and writes.</summary>
    public static IReadOnlyList<Berichtsoort> Alle => Geregistreerd;

    /// <summary>For instance <c>WMO301</c>.</summary>
    public string Naam { get; }

    /// <summary>Three digits from code list COD002.</summary>
    public string BerichtCode { get; }

    /// <summary>The release it belongs to.</summary>
    public Standaard Standaard { get; }

    /// <summary>The kind of party in Afzender; for a retour the sender of the heen message.</summary>
    public Partij Afzender { get; }

    /// <summary>The kind of party in Ontvanger; for a retour the receiver of the heen message.</summary>
    public Partij Ontvanger { get; }

    /// <summary>The retour to a heen message; null for a retour.</summary>
    public Berichtsoort? Retour { get; private set; }

    /// <summary>For a retour, the kind that it answers; a heen message itself.</summary>
    public Berichtsoort BijBericht => _heen ?? this;

    /// <summary>Whether it answers another message.</summary>
    public bool IsRetour => _heen is not null;

    /// <summary>Prefix of the message's own namespace, for instance <c>wmo301</c>.</summary>
    public string Prefix => Naam.ToLowerInvariant();

    /// <summary>The message's own namespace, by which a reader recognises it.</summary>
    public string Namespace => $"{Standaard.Namespace}/{Prefix}/schema";

    /// <summary>How the message is read and written.</summary>
    internal Vorm<Ketenbericht> Vorm { get; }

    /// <summary>Makes a retour of this kind, with content when something is rejected.</summary>
    internal Func<RetourHeader, Berichtklasse?, Retourbericht> Maak { get; private init; } = (_, _) =>
        throw new InvalidOperationException("Geen retour.");

    /// <summary>Finds a kind by its name.</summary>
    /// <param name="naam">For instance <c>WMO301</c>.</param>
    /// <exception cref="InvalidOperationException">No kind has that name.</exception>
    public static Berichtsoort Met(string naam) => Alle.Single(s => s.Naam == naam);

    internal static Berichtsoort Van(Ketenbericht bericht) => PerType[bericht.GetType()];

    /// <inheritdoc />
    public override string ToString() => Naam;

    private static Berichtsoort Heen<T>(string berichtCode, Standaard standaard, Partij afzender, Partij ontvanger, Vorm<T> vorm)
        where T : Heenbericht =>
        Registreer<T>(new(NaamVan<T>(), berichtCode, standaard, afzender, ontvanger, (x, b) => vorm(x, (T?)b)));

    /// <summary>Registers the retour to this message.</summary>
    /// <param name="berichtCode">Three digits, from code list COD002.</param>
    /// <param name="element">The element of the content.</param>
    /// <param name="inhoud">How the content is read and written.</param>
    /// <param name="maak">Makes the record.</param>
    /// <param name="omgekeerd">Whether its header names the one that answers as the sender.</param>
    private Berichtsoort MetRetour<T, TInhoud>(
        string berichtCode, string element, Vorm<TInhoud> inhoud, Func<RetourHeader, TInhoud?, T> maak, bool omgekeerd = false)
        where T : Retour<TInhoud> where TInhoud : Berichtklasse
    {
        Vorm<RetourHeader> header = omgekeerd ? RetourHeader.VormBijDeclaratie : RetourHeader.Vorm;
        var (afzender, ontvanger) = omgekeerd ? (Ontvanger, Afzender) : (Afzender, Ontvanger);
        Vorm<Ketenbericht> vorm = (x, b) => maak(x.Deel("Header", header, (b as T)?.Header), x.DeelOf(element, inhoud, (b as T)?.Inhoud));
        return Retour =
            Registreer<T>(new(this, NaamVan<T>(), berichtCode, afzender, ontvanger, vorm) { Maak = (h, i) => maak(h, (TInhoud?)i) });
    }

    private static Berichtsoort Registreer<T>(Berichtsoort soort)
    {
        Geregistreerd.Add(soort);
        PerType.Add(typeof(T), soort);
        return soort;
    }

    private static string NaamVan<T>() => typeof(T).Name.ToUpperInvariant();
}
