using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Berichten.X;

namespace WmoPlatform.Keten.Ggk;

internal sealed record Startopdracht(long Toewijzingnummer, DateOnly Begindatum);

/// <param name="Toewijzingnummer">The toewijzing whose help stops.</param>
/// <param name="Einddatum">The last day of help.</param>
/// <param name="Reden">WMO588; left out, the reason that belongs to the change of the toewijzing, or else 19 (as planned).</param>
internal sealed record Stopopdracht(long Toewijzingnummer, DateOnly Einddatum, string? Reden = null);

/// <summary>Removes the last start or stop that was reported.</summary>
internal sealed record Verwijderopdracht(long Toewijzingnummer);

/// <summary>Starts and stops (WMO305, WMO307), and their removal (StatusAanlevering 3).</summary>
internal sealed partial class Aanbieder
{
    private const string Eerste = "1";
    private const string Verwijderen = "3";
    private const string VolgensPlan = "19";

    public Uitkomst Start(Startopdracht opdracht, DateOnly vandaag)
    {
        if (Geef(opdracht.Toewijzingnummer, out var waarom) is not { } toewijzing) return waarom;
        // TR326: one actual start; after any stop there may be a new one (OP379).
        return toewijzing.Loopt
            ? Uitkomst.KanNiet("De levering loopt al.")
            : Startbericht(toewijzing, opdracht.Begindatum, Eerste, vandaag);
    }

    public Uitkomst Stop(Stopopdracht opdracht, DateOnly vandaag)
    {
        if (Geef(opdracht.Toewijzingnummer, out var waarom) is not { } toewijzing) return waarom;
        var reden = opdracht.Reden ?? toewijzing.RedenBeeindiging ?? VolgensPlan;
        if (!Waarde.Alle["LDT_RedenBeeindiging"].Past(reden))
            return Uitkomst.Ongeldig("Kies een reden uit de codelijst WMO588.");
        // TR063: a stop follows a start. A final stop may also follow a temporary stop, on the same day or later (OP377, OP378, TR414).
        var kan = toewijzing.Laatste is { } laatste && opdracht.Einddatum >= laatste.Begindatum
            && (!laatste.IsStop
                || (laatste.Reden == Toewijzing.Tijdelijk && reden != Toewijzing.Tijdelijk && opdracht.Einddatum >= laatste.Einddatum));
        return kan
            ? Stopbericht(toewijzing, toewijzing.Laatste!.Begindatum, opdracht.Einddatum, reden, Eerste, vandaag)
            : Uitkomst.KanNiet("Er is geen levering die zo kan stoppen.");
    }

    public Uitkomst Verwijder(Verwijderopdracht opdracht, DateOnly vandaag)
    {
        if (!_toewijzingen.TryGetValue(opdracht.Toewijzingnummer, out var toewijzing)) return KentNiet(opdracht.Toewijzingnummer);
        return toewijzing.Laatste switch
        {
            null => Uitkomst.KanNiet("Er is geen start of stop om te verwijderen."),
            { IsStop: true } stop => Stopbericht(toewijzing, stop.Begindatum, stop.Einddatum!.Value, stop.Reden!, Verwijderen, vandaag),
            var start => Startbericht(toewijzing, start.Begindatum, Verwijderen, vandaag),
        };
    }

    private Bericht Startbericht(Toewijzing toewijzing, DateOnly begindatum, string status, DateOnly vandaag) =>
        Eigen("WMO305", toewijzing.Gemeente, vandaag, new XElement("Client",
            Wie(toewijzing.Client),
            new XElement("StartProducten", new XElement("StartProduct",
                Sleutelvelden(toewijzing, begindatum),
                Element("StatusAanlevering", status)))));

    // TR382: the stop repeats the key of the start.
    private Bericht Stopbericht(
        Toewijzing toewijzing, DateOnly begindatum, DateOnly einddatum, string reden, string status, DateOnly vandaag) =>
        Eigen("WMO307", toewijzing.Gemeente, vandaag, new XElement("Client",
            Wie(toewijzing.Client),
            new XElement("StopProducten", new XElement("StopProduct",
                Sleutelvelden(toewijzing, begindatum),
                Element("RedenBeeindiging", reden),
                Element("Einddatum", einddatum),
                Element("StatusAanlevering", status)))));

    private static object?[] Sleutelvelden(Toewijzing toewijzing, DateOnly begindatum) =>
    [
        Element("ToewijzingNummer", toewijzing.Nummer),
        toewijzing.Product.Element("Product"),
        Element("ToewijzingIngangsdatum", toewijzing.Ingangsdatum),
        Element("Begindatum", begindatum),
    ];

    /// <summary>The person as in the WMO301, with the short form of the name.</summary>
    private static object?[] Wie(XElement client) =>
    [
        client.Element("Bsn"), client.Element("Geboortedatum"), client.Element("Geslacht"),
        new XElement("Naam", client.Op("Naam/Geslachtsnaam"), client.Op("Naam/Voornamen"), client.Op("Naam/Voorletters")),
    ];

    private Bericht Eigen(Soort soort, string gemeente, DateOnly vandaag, XElement lichaam) =>
        Bericht.Maak(soort, agb, gemeente, Postkamer.NieuweIdentificatie(), vandaag, lichaam);

    /// <summary>The toewijzing to give help on; null, with the reason, when it is unknown or removed.</summary>
    private Toewijzing? Geef(long nummer, out Uitkomst waarom)
    {
        var toewijzing = _toewijzingen.GetValueOrDefault(nummer);
        waarom = toewijzing is null ? KentNiet(nummer) : Uitkomst.KanNiet($"Toewijzing {nummer} is verwijderd.");
        return toewijzing is { IsVerwijderd: false } ? toewijzing : null;
    }

    private Uitkomst KentNiet(long nummer) => Uitkomst.Onbekend($"{handelsnaam} heeft geen toewijzing {nummer}.");
}
