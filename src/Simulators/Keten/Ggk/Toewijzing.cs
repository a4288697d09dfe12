using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Ggk;

/// <summary>A report of the provider: a start (without Einddatum), a stop, or the removal of either.</summary>
internal sealed record Melding(string Identificatie, DateOnly Begindatum, DateOnly? Einddatum, string? Reden, bool Verwijdert)
{
    public bool IsStop => Einddatum is not null;
}

/// <summary>What a provider knows of one toewijzing: its latest state, and the starts and stops that the provider reported.</summary>
/// <param name="Gemeente">The gemeente that assigned the help.</param>
/// <param name="Client">The client class of the message.</param>
/// <param name="Product">The product class.</param>
internal sealed record Toewijzing(string Gemeente, XElement Client, XElement Product)
{
    public const string Tijdelijk = "20";

    public List<Melding> Meldingen { get; init; } = [];
    /// <summary>References of the requests behind this toewijzing. A WMO301 names a request the first time only (TR379).</summary>
    public HashSet<string> Referenties { get; init; } = [];

    public long Nummer => Product.Getal("ToewijzingNummer")!.Value;
    public string Bsn => Client.Tekst("Bsn")!;
    public DateOnly Ingangsdatum => Product.Datum("Ingangsdatum")!.Value;
    public DateOnly? Einddatum => Product.Datum("Einddatum");
    public string? Reden => Product.Tekst("RedenWijziging");
    /// <summary>OP080: this moment decides which state is the latest, not the order of receipt (IV013).</summary>
    public (DateOnly, TimeOnly) Moment => (
        Product.Datum("Toewijzingsdatum")!.Value,
        TimeOnly.Parse(Product.Tekst("Toewijzingstijd")!.Trim(), System.Globalization.CultureInfo.InvariantCulture));

    public bool IsVerwijderd => Reden == Toewijzingsregels.Verwijderd;
    /// <summary>TR349: whether the toewijzing is valid on this day or later.</summary>
    public bool IsActueel(DateOnly dag) => !IsVerwijderd && (Einddatum is null || Einddatum >= dag);

    /// <summary>The starts and stops that were not removed.</summary>
    public IReadOnlyList<Melding> Geldend
    {
        get
        {
            var geldend = new List<Melding>();
            foreach (var melding in Meldingen)
                if (!melding.Verwijdert) geldend.Add(melding);
                else geldend.RemoveAll(m => (m.Begindatum, m.Einddatum, m.Reden) == (melding.Begindatum, melding.Einddatum, melding.Reden));
            return geldend;
        }
    }

    public Melding? Laatste => Geldend is [.., var laatste] ? laatste : null;
    /// <summary>Whether help is given now: the last report is a start (TR326).</summary>
    public bool Loopt => Laatste is { IsStop: false };

    /// <summary>The WMO588 reason for stopping that belongs to the WMO002 reason of this state; null when help does not stop.</summary>
    public string? RedenBeeindiging => Reden switch
    {
        "02" => "02",
        "03" or "05" or "08" or "10" or "11" => "36",
        "06" => "39",
        "07" => "31",
        "09" => "38",
        "12" => "37",
        _ => null,
    };
}

/// <summary>A request of a provider, and its outcome.</summary>
/// <param name="Referentie">ReferentieAanbieder.</param>
/// <param name="Soort">WMO315 or WMO317.</param>
/// <param name="Identificatie">Identification of the message.</param>
/// <param name="Bsn">BSN of the client.</param>
internal sealed record Verzoek(string Referentie, string Soort, string Identificatie, string Bsn)
{
    public const string Gevraagd = "gevraagd";
    public const string InOnderzoek = "in-onderzoek";
    public const string Afgewezen = "afgewezen";
    public const string Toegewezen = "toegewezen";
    /// <summary>The message was rejected, so the gemeente does not look at the request.</summary>
    public const string Afgekeurd = "afgekeurd";

    public string Stand { get; set; } = Gevraagd;
    public string? RedenAfwijzing { get; set; }
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>TR374: while this request is pending, the provider may make no other request for the client.</summary>
    public bool IsOnderhanden => Stand is Gevraagd or InOnderzoek;
}

/// <summary>A line of a declaration, and whether it was paid.</summary>
/// <param name="Declaratie">DeclaratieNummer.</param>
/// <param name="Identificatie">Identification of the message.</param>
/// <param name="Bsn">BSN of the client.</param>
/// <param name="Inhoud">The Prestatie class as sent.</param>
internal sealed record Prestatie(string Declaratie, string Identificatie, string Bsn, XElement Inhoud)
{
    public const string Ingediend = "ingediend";
    public const string Betaald = "betaald";
    public const string Afgekeurd = "afgekeurd";

    public string Stand { get; set; } = Ingediend;
    public IReadOnlyList<string> Codes { get; set; } = [];

    public string Referentie => Inhoud.Tekst("ProductReferentie/ReferentieNummer")!;
    public string? Crediteert => Inhoud.Tekst("ProductReferentie/VorigReferentieNummer");
    public long Toewijzingnummer => Inhoud.Getal("ToewijzingNummer")!.Value;
    public bool IsCredit => Inhoud.Tekst("IngediendBedrag/DebetCredit") == "C";
    public long Centen => Inhoud.Getal("IngediendBedrag/Bedrag")!.Value * (IsCredit ? -1 : 1);
}
