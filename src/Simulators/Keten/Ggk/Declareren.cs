using System.Globalization;
using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Berichten.X;

namespace WmoPlatform.Keten.Ggk;

/// <summary>Declares the help of one month, and credits lines that were declared wrongly.</summary>
/// <param name="Maand">For instance 2026-11.</param>
/// <param name="Prestaties">The help that was given.</param>
/// <param name="Credits">References of the paid lines to credit.</param>
/// <param name="Nummer">DeclaratieNummer; made up when left out.</param>
internal sealed record Declaratieopdracht(
    string Maand, IReadOnlyList<Geleverd>? Prestaties = null, IReadOnlyList<string>? Credits = null, string? Nummer = null);

/// <param name="Toewijzingnummer">The toewijzing that the help belongs to.</param>
/// <param name="Volume">The amount of help; cents when the unit is euro's (83).</param>
/// <param name="Tarief">Cents per unit; not used with euro's.</param>
/// <param name="Bedrag">Cents; left out, the volume times the tarief, or with euro's the volume.</param>
/// <param name="Eenheid">As assigned when left out.</param>
/// <param name="Productcategorie">As assigned when left out.</param>
/// <param name="Productcode">As assigned when left out.</param>
/// <param name="Maand">The month of the help, when that is not the month of the declaration.</param>
internal sealed record Geleverd(
    long Toewijzingnummer, long Volume, long? Tarief = null, long? Bedrag = null, string? Eenheid = null,
    string? Productcategorie = null, string? Productcode = null, string? Maand = null);

/// <summary>Declarations: WMO323.</summary>
internal sealed partial class Aanbieder
{
    private const string Euros = "83";

    public Uitkomst Declareer(Declaratieopdracht opdracht, DateOnly vandaag)
    {
        if (Maand(opdracht.Maand) is not { } maand) return Uitkomst.Ongeldig("Schrijf de maand als 2026-11.");
        if (maand.AddMonths(1) > vandaag) return Uitkomst.KanNiet("Die maand is nog niet voorbij (TR137).");
        var nummer = opdracht.Nummer ?? Postkamer.NieuweIdentificatie();
        if (_prestaties.Values.Any(prestatie => prestatie.Declaratie == nummer))
            return Uitkomst.KanNiet("Dit declaratienummer is al gebruikt (TR333).");
        var regels = new List<(Toewijzing Toewijzing, XElement Prestatie)>();
        // OP366: credits come first.
        foreach (var referentie in opdracht.Credits ?? [])
        {
            if (!_prestaties.TryGetValue(referentie, out var debet)) return Uitkomst.Onbekend($"Er is geen prestatie {referentie}.");
            if (debet is not { Stand: Prestatie.Betaald, IsCredit: false } || IsGecrediteerd(debet))
                return Uitkomst.KanNiet($"Prestatie {referentie} is niet betaald, of al gecrediteerd (TR323, TR390).");
            regels.Add((_toewijzingen[debet.Toewijzingnummer], Credit(debet)));
        }
        foreach (var geleverd in opdracht.Prestaties ?? [])
        {
            // TR384: no help on a removed toewijzing.
            if (Geef(geleverd.Toewijzingnummer, out var waarom) is not { } toewijzing) return waarom;
            if ((geleverd.Maand is null ? maand : Maand(geleverd.Maand)) is not { } wanneer
                || Binnen(toewijzing, wanneer) is not { } periode)
                return Uitkomst.KanNiet($"Toewijzing {geleverd.Toewijzingnummer} geldt niet in die maand.");
            if (periode.Einde > vandaag) return Uitkomst.KanNiet("Die maand is nog niet voorbij (TR137).");
            regels.Add((toewijzing, Debet(toewijzing, geleverd, periode)));
        }
        if (regels.Count == 0) return Uitkomst.Ongeldig("Noem wat er geleverd of gecrediteerd is.");
        if (regels.Select(regel => regel.Toewijzing.Gemeente).Distinct().Count() > 1)
            return Uitkomst.KanNiet("Een declaratie gaat naar één gemeente.");

        var totaal = regels.Sum(regel =>
            regel.Prestatie.Getal("IngediendBedrag/Bedrag")
            * (regel.Prestatie.Tekst("IngediendBedrag/DebetCredit") == "C" ? -1 : 1))!.Value;
        return Eigen("WMO323", regels[0].Toewijzing.Gemeente, vandaag, new XElement("Declaratie",
            Element("DeclaratieNummer", nummer),
            Periode("DeclaratiePeriode", maand, maand.AddMonths(1).AddDays(-1)),
            Element("DeclaratieDagtekening", vandaag),
            new XElement("TotaalIngediendBedrag",
                Element("TotaalBedrag", Math.Abs(totaal)),
                Element("DebetCredit", totaal < 0 ? "C" : "D")),
            new XElement("Clienten", regels.GroupBy(regel => regel.Toewijzing.Bsn).Select(client => new XElement("Client",
                Element("Bsn", client.Key),
                new XElement("Prestaties", client.Select(regel => regel.Prestatie)))))));
    }

    private static XElement Debet(Toewijzing toewijzing, Geleverd geleverd, (DateOnly Begin, DateOnly Einde) periode)
    {
        var eenheid = geleverd.Eenheid ?? toewijzing.Product.Tekst("Omvang/Eenheid") ?? Euros;
        // TR346.
        var bedrag = geleverd.Bedrag ?? (eenheid == Euros ? geleverd.Volume : geleverd.Volume * (geleverd.Tarief ?? 0));
        return new("Prestatie",
            new XElement("ProductReferentie", Element("ReferentieNummer", Postkamer.NieuweIdentificatie())),
            Element("ToewijzingNummer", toewijzing.Nummer),
            Element("ProductCategorie", geleverd.Productcategorie ?? toewijzing.Product.Tekst("Product/Categorie")),
            Element("ProductCode", geleverd.Productcode ?? toewijzing.Product.Tekst("Product/Code")),
            Periode("ProductPeriode", periode.Begin, periode.Einde),
            Element("GeleverdVolume", geleverd.Volume),
            Element("Eenheid", eenheid),
            Element("ProductTarief", eenheid == Euros ? null : geleverd.Tarief),
            new XElement("IngediendBedrag", Element("Bedrag", bedrag), Element("DebetCredit", "D")));
    }

    /// <summary>The same line as a credit, with a reference of its own.</summary>
    private static XElement Credit(Prestatie debet)
    {
        var credit = new XElement(debet.Inhoud);
        credit.Element("ProductReferentie")!.ReplaceNodes(
            Element("ReferentieNummer", Postkamer.NieuweIdentificatie()), Element("VorigReferentieNummer", debet.Referentie));
        credit.Element("IngediendBedrag")!.Element("DebetCredit")!.Value = "C";
        return credit;
    }

    /// <summary>TR387, TR388: the part of the month in which the toewijzing is valid; null when there is none.</summary>
    private static (DateOnly Begin, DateOnly Einde)? Binnen(Toewijzing toewijzing, DateOnly maand)
    {
        var (eerste, laatste) = (maand, maand.AddMonths(1).AddDays(-1));
        var begin = toewijzing.Ingangsdatum > eerste ? toewijzing.Ingangsdatum : eerste;
        var einde = toewijzing.Einddatum is { } tot && tot < laatste ? tot : laatste;
        return begin <= einde ? (begin, einde) : null;
    }

    private static DateOnly? Maand(string tekst) =>
        DateOnly.TryParseExact($"{tekst}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
    private static XElement Periode(string naam, DateOnly begin, DateOnly einde) =>
        new(naam, Element("Begindatum", begin), Element("Einddatum", einde));
}
