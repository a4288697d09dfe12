namespace WmoPlatform.IStandaarden;

/// <summary>One release of one iStandaard: what the messages of a family have in common.</summary>
/// <param name="Naam">For instance <c>iWmo</c>.</param>
/// <param name="Versie">BerichtVersie in every header.</param>
/// <param name="Subversie">BerichtSubversie in every header.</param>
/// <param name="XsdVersie">Version of the schemas this library writes, three whole numbers (IV034, CS128).</param>
/// <param name="Namespace">Start of every namespace of this release; <c>/basisschema/schema</c> or <c>/wmo301/schema</c> follows.</param>
/// <param name="Prefix">Prefix of the basisschema.</param>
/// <param name="Aangenomen">Whether namespaces, order and nesting are assumed, because no schema is public.</param>
public sealed record Standaard(string Naam, string Versie, string Subversie, string XsdVersie, string Namespace, string Prefix, bool Aangenomen)
{
    /// <summary>iWmo 3.2, in force since 3 April 2023. Schemas of the heen messages are public; the retours follow iJw 3.2.</summary>
    public static Standaard IWmo { get; } = new("iWmo", "3", "2", "1.0.0", "http://www.istandaarden.nl/iwmo/3_2", "iwmo", Aangenomen: false);

    // The version seam: names, types and rules of iPgb 2.1 and iEb 1.0.2 are public, their schemas are not. Namespaces below,
    // and the nesting in Wmo501, Wmo401 and Wmo403, are assumed after the pattern of iWmo; the real schemas replace them here.

    /// <summary>iPgb 2.1. Namespaces and nesting are assumed.</summary>
    public static Standaard IPgb { get; } = new("iPgb", "2", "1", "1.0.0", "http://www.istandaarden.nl/ipgb/2_1", "ipgb", Aangenomen: true);

    /// <summary>iEb 1.0.2. Namespaces and nesting are assumed.</summary>
    public static Standaard IEb { get; } = new("iEb", "1", "0", "1.0.0", "http://www.istandaarden.nl/ieb/1_0", "ieb", Aangenomen: true);

    /// <summary>Namespace of the elements inside the shared CDT types.</summary>
    public string Basisschema => $"{Namespace}/basisschema/schema";
}

/// <summary>What stands in Afzender or Ontvanger.</summary>
public enum Partij
{
    /// <summary>The header has no such element.</summary>
    Geen,
    /// <summary>A municipality: the four digits of its CBS code.</summary>
    Gemeente,
    /// <summary>A provider: the eight digits of its AGB code.</summary>
    Aanbieder,
}

/// <summary>A kind of message of the chain.</summary>
/// <param name="Naam">For instance <c>WMO301</c>.</param>
/// <param name="BerichtCode">Three digits, from code list COD002.</param>
/// <param name="Standaard">The release it belongs to.</param>
/// <param name="Afzender">Who stands in Afzender; in a retour still the sender of the heen message.</param>
/// <param name="Ontvanger">Who stands in Ontvanger; in a retour still the receiver of the heen message.</param>
/// <param name="IsRetour">Whether it answers another message.</param>
public sealed record Berichtsoort(string Naam, string BerichtCode, Standaard Standaard, Partij Afzender, Partij Ontvanger, bool IsRetour)
{
    /// <summary>Toewijzing: gemeente to aanbieder.</summary>
    public static Berichtsoort Wmo301 { get; } = new("WMO301", "414", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IsRetour: false);
    /// <summary>Answer to a toewijzing.</summary>
    public static Berichtsoort Wmo302 { get; } = new("WMO302", "415", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IsRetour: true);
    /// <summary>Start of help: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo305 { get; } = new("WMO305", "418", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: false);
    /// <summary>Answer to a start.</summary>
    public static Berichtsoort Wmo306 { get; } = new("WMO306", "419", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: true);
    /// <summary>Stop of help: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo307 { get; } = new("WMO307", "420", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: false);
    /// <summary>Answer to a stop.</summary>
    public static Berichtsoort Wmo308 { get; } = new("WMO308", "421", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: true);
    /// <summary>Request for a toewijzing: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo315 { get; } = new("WMO315", "444", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: false);
    /// <summary>Receipt of a request for a toewijzing.</summary>
    public static Berichtsoort Wmo316 { get; } = new("WMO316", "445", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: true);
    /// <summary>Request for change: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo317 { get; } = new("WMO317", "480", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: false);
    /// <summary>Receipt of a request for change.</summary>
    public static Berichtsoort Wmo318 { get; } = new("WMO318", "481", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: true);
    /// <summary>Answer to either request: gemeente to aanbieder.</summary>
    public static Berichtsoort Wmo319 { get; } = new("WMO319", "482", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IsRetour: false);
    /// <summary>Receipt of an answer.</summary>
    public static Berichtsoort Wmo320 { get; } = new("WMO320", "483", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IsRetour: true);
    /// <summary>Declaration: aanbieder to gemeente.</summary>
    public static Berichtsoort Wmo323 { get; } = new("WMO323", "484", Standaard.IWmo, Partij.Aanbieder, Partij.Gemeente, IsRetour: false);
    /// <summary>Answer to a declaration; its sender is who answers.</summary>
    public static Berichtsoort Wmo325 { get; } = new("WMO325", "485", Standaard.IWmo, Partij.Gemeente, Partij.Aanbieder, IsRetour: true);
    /// <summary>Toekenning of a pgb: gemeente to SVB.</summary>
    public static Berichtsoort Wmo501 { get; } = new("WMO501", "458", Standaard.IPgb, Partij.Gemeente, Partij.Geen, IsRetour: false);
    /// <summary>Answer to a toekenning.</summary>
    public static Berichtsoort Wmo502 { get; } = new("WMO502", "459", Standaard.IPgb, Partij.Gemeente, Partij.Geen, IsRetour: true);
    /// <summary>Closing of a budget: SVB to gemeente.</summary>
    public static Berichtsoort Wmo507 { get; } = new("WMO507", "464", Standaard.IPgb, Partij.Geen, Partij.Gemeente, IsRetour: false);
    /// <summary>Answer to the closing of a budget.</summary>
    public static Berichtsoort Wmo508 { get; } = new("WMO508", "465", Standaard.IPgb, Partij.Geen, Partij.Gemeente, IsRetour: true);
    /// <summary>Start of the eigen bijdrage: gemeente to CAK.</summary>
    public static Berichtsoort Wmo401 { get; } = new("WMO401", "470", Standaard.IEb, Partij.Gemeente, Partij.Geen, IsRetour: false);
    /// <summary>Answer to a start of the eigen bijdrage.</summary>
    public static Berichtsoort Wmo402 { get; } = new("WMO402", "471", Standaard.IEb, Partij.Gemeente, Partij.Geen, IsRetour: true);
    /// <summary>Stop of the eigen bijdrage: gemeente to CAK.</summary>
    public static Berichtsoort Wmo403 { get; } = new("WMO403", "472", Standaard.IEb, Partij.Gemeente, Partij.Geen, IsRetour: false);
    /// <summary>Answer to a stop of the eigen bijdrage.</summary>
    public static Berichtsoort Wmo404 { get; } = new("WMO404", "473", Standaard.IEb, Partij.Gemeente, Partij.Geen, IsRetour: true);

    /// <summary>Every kind this library reads and writes.</summary>
    public static IReadOnlyList<Berichtsoort> Alle { get; } =
        [
            Wmo301, Wmo302, Wmo305, Wmo306, Wmo307, Wmo308, Wmo315, Wmo316, Wmo317, Wmo318, Wmo319, Wmo320, Wmo323, Wmo325,
            Wmo501, Wmo502, Wmo507, Wmo508, Wmo401, Wmo402, Wmo403, Wmo404,
        ];

    /// <summary>The kind of this name.</summary>
    /// <param name="naam">For instance <c>WMO301</c>.</param>
    /// <exception cref="InvalidOperationException">No kind has that name.</exception>
    public static Berichtsoort Met(string naam) => Alle.Single(s => s.Naam == naam);

    /// <summary>For a retour the kind it answers; a heen message is its own.</summary>
    public Berichtsoort BijBericht => IsRetour ? Alle[IndexInAlle - 1] : this;

    // In the list every retour stands right behind the message it answers.
    private int IndexInAlle => Array.IndexOf([.. Alle], this);

    /// <summary>Prefix of the message's own namespace, for instance <c>wmo301</c>.</summary>
    public string Prefix => Naam.ToLowerInvariant();

    /// <summary>The message's own namespace, which is how a reader recognises it.</summary>
    public string Namespace => $"{Standaard.Namespace}/{Prefix}/schema";

    /// <inheritdoc />
    public override string ToString() => Naam;
}
