using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Post.Controle;

namespace WmoPlatform.Keten.Cak;

/// <summary>
/// The CAK: receives WMO401 and WMO403, and answers with WMO402 and WMO404. Starts and stops are kept by gemeente and start number.
/// </summary>
internal sealed class Inner : IPartner
{
    private const string Eerste = "1";
    private const string Gewijzigd = "2";
    private const string Verwijderen = "3";

    /// <summary>CS332.</summary>
    private static readonly DateOnly Vroegst = new(2020, 1, 1);

    /// <summary>S333: the highest contribution per month, in cents, and the day from which it holds.</summary>
    private static readonly (DateOnly Vanaf, long Centen)[] NationaalTarief =
        [(new(2020, 1, 1), 1900), (new(2024, 1, 1), 2060), (new(2025, 1, 1), 2100), (new(2026, 1, 1), 2180)];

    /// <summary>The last accepted start and stop. A removed one is kept and marked as removed.</summary>
    private sealed record Bijdrage(string Bsn, XElement Start, bool StartVerwijderd, XElement? Stop, bool StopVerwijderd)
    {
        public XElement? ActueleStart => StartVerwijderd ? null : Start;
        public XElement? ActueleStop => StopVerwijderd ? null : Stop;
    }

    private readonly Dictionary<(string Gemeente, long Nummer), Bijdrage> _bijdragen = [];

    public string Naam => "cak";
    public string Pad => "/eigen-bijdrage/v1/ieb/berichten";

    public IReadOnlySet<string> Neemt { get; } = new HashSet<string> { "WMO401", "WMO403" };

    public string Sleutel(Bericht bericht) => $"{Melding(bericht).Getal("EbStartNummer")}";

    public Oordeel Afkeur(Bericht heen) => Oordeel.Afgekeurd(Melding(heen), "9102");

    public Oordeel Beoordeel(Bericht heen, DateOnly vandaag, Func<string, bool> onbeantwoord) =>
        Oordeel.Van(heen, vandaag, Regels(heen), () =>
            (heen.Soort.Naam == "WMO401" ? Startcodes(heen) : Stopcodes(heen)).Select(code => new Bevinding(Melding(heen), code)));

    private static IEnumerable<string> Regels(Bericht heen)
    {
        var (melding, dag) = (Melding(heen), heen.Dagtekening);
        var (datum, prijs) = (Datum(melding), melding.Element("EbKostprijs"));
        var eerste = Status(melding) == Eerste;
        return Breekt(
            ("CS002", Elfproef(Bsn(heen))),
            ("CS332", datum >= Vroegst),
            ("CS334", prijs is null || prijs.Datum("KostprijsStartdatum") >= datum),
            ("TR112", !eerste || datum >= dag.AddMonths(-12)),
            ("TR113", !eerste || datum <= dag.AddMonths(1)));
    }

    private IEnumerable<string> Startcodes(Bericht heen)
    {
        var (start, bekend) = (Melding(heen), Bekend(heen));
        if (start.Element("EbKostprijs") is { } prijs && Status(start) != Verwijderen
            && prijs.Getal("KostprijsBedrag") < NationaalTarief.Last(t => t.Vanaf <= prijs.Datum("KostprijsStartdatum")).Centen)
            yield return "S333";
        switch (Status(start))
        {
            case Eerste:
                if (_bijdragen.ContainsKey(Nummer(heen))) yield return "9102"; // TR102
                // OP291: one actual start per person. The standard has no code for it.
                else if (HeeftActueleStart(heen)) yield return "9102";
                break;
            case Gewijzigd:
                if (bekend is null) yield return "9103"; // TR103
                else if (bekend.ActueleStart is not { } nu) yield return "9104"; // TR104
                else if (Datum(start) != Datum(nu) && Datum(start) < heen.Dagtekening.AddMonths(-12)) yield return "9114"; // TR114
                else if (Datum(start) != Datum(nu) && Datum(start) > heen.Dagtekening.AddMonths(1)) yield return "9115"; // TR115
                break;
            default:
                if (bekend?.ActueleStart is not { } weg) yield return "9103";
                else if (bekend.ActueleStop is not null) yield return "9071"; // TR071
                else if (!IsGelijk(weg, start)) yield return "9329"; // TR329
                break;
        }
    }

    private IEnumerable<string> Stopcodes(Bericht heen)
    {
        var (stop, bekend) = (Melding(heen), Bekend(heen));
        if (bekend?.ActueleStart is not { } start)
        {
            yield return "9330"; // TR330
            yield break;
        }
        switch (Status(stop))
        {
            case Eerste when bekend.ActueleStop is not null: yield return "9102"; break; // TR102
            case Gewijzigd when bekend.Stop is null: yield return "9103"; break; // TR103
            case Gewijzigd when bekend.StopVerwijderd: yield return "9104"; break; // TR104
            case Verwijderen when bekend.ActueleStop is null: yield return "9103"; break;
            case Verwijderen when !IsGelijk(bekend.ActueleStop, stop): yield return "9329"; break; // TR329
            default:
                if (Datum(stop) < Datum(start)) yield return "9328"; // TR328
                break;
        }
    }

    /// <summary>TR329: a removal repeats the removed start or stop, except for its status.</summary>
    private static bool IsGelijk(XElement een, XElement ander)
    {
        return X.Gelijk(ZonderStatus(een), ZonderStatus(ander));

        static XElement ZonderStatus(XElement melding) => new("M", melding.Elements().Where(e => e.Name != "StatusAanlevering"));
    }

    private bool HeeftActueleStart(Bericht heen) =>
        _bijdragen.Any(b => b.Key.Gemeente == heen.Gemeente && b.Value.Bsn == Bsn(heen)
            && b.Value is { ActueleStart: not null, ActueleStop: null });

    // TR103: only a start of the same client counts.
    private Bijdrage? Bekend(Bericht heen) =>
        _bijdragen.GetValueOrDefault(Nummer(heen)) is { } bekend && bekend.Bsn == Bsn(heen) ? bekend : null;

    /// <summary>Shows starts and stops, never a person.</summary>
    public object Overzicht() => _bijdragen.Select(b => new
    {
        b.Key.Gemeente,
        EbStartNummer = b.Key.Nummer,
        EbStartdatum = b.Value.ActueleStart is { } start ? Datum(start) : (DateOnly?)null,
        EbStopdatum = b.Value.ActueleStop is { } stop ? Datum(stop) : (DateOnly?)null,
        Verwijderd = b.Value.StartVerwijderd,
    }).ToList();

    public void Onthoud(Bericht bericht)
    {
        var (melding, nummer) = (Melding(bericht), Nummer(bericht));
        var (eerder, weg) = (_bijdragen.GetValueOrDefault(nummer), Status(melding) == Verwijderen);
        if (bericht.Soort.Naam == "WMO401")
            _bijdragen[nummer] = new(Bsn(bericht), melding, weg, eerder?.Stop, eerder?.StopVerwijderd ?? false);
        else if (eerder is not null) _bijdragen[nummer] = eerder with { Stop = melding, StopVerwijderd = weg };
    }

    private static XElement Melding(Bericht bericht) => bericht.Lichaam!.Elements().Last();
    private static (string, long) Nummer(Bericht bericht) => (bericht.Gemeente, Melding(bericht).Getal("EbStartNummer")!.Value);
    private static string Bsn(Bericht bericht) => bericht.Lichaam.Tekst("Bsn")!;
    private static string Status(XElement melding) => melding.Tekst("StatusAanlevering")!;
    private static DateOnly Datum(XElement melding) => (melding.Datum("EbStartdatum") ?? melding.Datum("EbStopdatum"))!.Value;
}
