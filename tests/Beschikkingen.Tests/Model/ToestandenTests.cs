using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>The state machines of this service, as docs/toestanden.md shows them.</summary>
public sealed class ToestandenTests
{
    private static readonly Vault Kluis = Sleutels.Kluis(Contracts.Diensten.Beschikkingen);
    private static readonly Dictionary<Guid, bool> GeenToetsen = [];
    private static readonly Tabel<Gemeentebeleid> Beleid = Gemeentebeleid.Almere;

    [Fact]
    public void The_states_of_an_aanvraag_are_those_of_the_document() =>
        new Toestandskaart<Aanvraag>("Aanvraag", a => a.Status.ToString())
            .In("Ontvangen", () => Ontvangen())
            .In("Besloten", () => Na(Ontvangen(), Beslis))
            .In("Bekendgemaakt", () => Na(Ontvangen(), Beslis, MaakBekend))
            .In("Ingetrokken", () => Na(Ontvangen(), TrekIn))
            .In("Doorgezonden", () => Na(Ontvangen(), ZendDoor))
            .Daad("aanvulling vragen", a => VraagAanvulling(a))
            .Daad("aanvulling ontvangen", a =>
                a.NeemAanvulling(a.Beslistermijn.Aanvulverzoeken[0].Id, [1], Dag("2026-05-12"), Beleid, Op("2026-05-12")))
            .Daad("opschorten", a => SchortOp(a))
            .Daad("opschorting beëindigen", a =>
                a.BeeindigOpschorting(a.Beslistermijn.Stilstanden[0].Id, Dag("2026-05-12"), Beleid, Op("2026-05-12")))
            .Daad("uitstel aankondigen", a => a.StelUit(1, "Druk.", Op("2026-05-12")))
            .Daad("ontvangst corrigeren", a => a.CorrigeerOntvangst(Dag("2026-05-08"), "In de bus.", Beleid, Op("2026-05-12")))
            .Daad("in gebreke stellen", a => a.StelInGebreke(Dag("2026-06-09"), 1, null, Beleid, Op("2026-06-10")))
            .Daad("besluiten", Beslis)
            .Daad("bekendmaken", MaakBekend)
            .Daad("intrekken, een deel", a =>
                a.TrekIn([a.Voorzieningen[0].VoorzieningId], Dag("2026-05-12"), Beleid, Op("2026-05-12")))
            .Daad("intrekken, geheel", TrekIn)
            .Daad("doorzenden", ZendDoor)
            .Controleer();

    [Fact]
    public void The_states_of_a_dwangsom_are_those_of_the_document() =>
        new Toestandskaart<Aanvraag>("Dwangsom", Dwangsom)
            .In("geen brief", () => Ontvangen())
            .In("brief te vroeg", () => Na(Ontvangen(), a => Brief(a, "2026-05-26")))
            .In("brief onredelijk laat", () => Na(Ontvangen(), a => Brief(a, "2026-06-11", "Een jaar later.")))
            .In("loopt", () => Na(Ontvangen(), a => Brief(a, "2026-05-27")))
            .In("op tijd beslist", () => Na(Ontvangen(), a => Brief(a, "2026-05-27"), a => Bekend(a, "2026-06-10")))
            .In("staat vast", () => Na(Ontvangen(), a => Brief(a, "2026-05-27"), a => Bekend(a, "2026-06-21")))
            .In("vastgesteld", () => Vastgesteld())
            .In("geen vastgesteld", () => Na(Ontvangen(), a => Brief(a, "2026-06-11", "Een jaar later."),
                a => a.StelDwangsomVast(Contracts.GeenDwangsom.OnredelijkLaat, "Te laat.", Beleid, Op("2026-06-12"))))
            .In("betaald", () => Na(Vastgesteld(), Betaal))
            .In("teruggevorderd", () => Na(Vastgesteld(), Betaal, VorderTerug))
            .Daad("ingebrekestelling", a => Brief(a, "2026-06-11"))
            .Daad("vaststellen", a => a.StelDwangsomVast(null, "Te laat.", Beleid, Op("2026-06-22")))
            .Daad("vaststellen dat er geen is", a =>
                a.StelDwangsomVast(Contracts.GeenDwangsom.OnredelijkLaat, "Te laat.", Beleid, Op("2026-06-22")))
            .Daad("betalen", Betaal)
            .Daad("terugvorderen", VorderTerug)
            .Controleer();

    private static string Dwangsom(Aanvraag aanvraag) => aanvraag.Dwangsom switch
    {
        { Besluit: { Bedrag: 0 } } => "geen vastgesteld",
        { Terugvorderingen.Count: > 0, Betaald: 0 } => "teruggevorderd",
        { BetaaldOp: not null } => "betaald",
        { Besluit: not null } => "vastgesteld",
        { Ingebrekestellingen.Count: 0 } => "geen brief",
        _ => aanvraag.DwangsomOp(Dag("2026-06-22"), Beleid) switch
        {
            null => aanvraag.Oordelen(Beleid).Last().Oordeel == Contracts.Ingebrekestellingsoordeel.TeVroeg ? "brief te vroeg"
                : "brief onredelijk laat",
            _ when aanvraag.KlaarOp is null => "loopt",
            { Dagen: 0 } => "op tijd beslist",
            _ => "staat vast",
        },
    };

    /// <summary>Received on Monday 11 May 2026, so to be decided by 26 May; something is asked, and its term stands still too.</summary>
    private static Aanvraag Ontvangen()
    {
        var aanvraag = Aanvraag.Ontvang(Verslag(Dag("2026-05-11"), Zin(), Zin()), "A-2026-000001", Kluis, Op("2026-05-11"));
        VraagAanvulling(aanvraag);
        SchortOp(aanvraag);
        aanvraag.NeemAanvulling(aanvraag.Beslistermijn.Aanvulverzoeken[0].Id, [2], Dag("2026-05-11"), Beleid, Op("2026-05-11"));
        return aanvraag;
    }

    private static void VraagAanvulling(Aanvraag aanvraag) => aanvraag.VraagAanvulling(
        Dag(aanvraag.Versie == 1 ? "2026-05-12" : "2026-05-20"),
        [new(1, Stuksoort.Handtekening, "Uw handtekening"), new(2, Stuksoort.Offerte, "Een offerte")], null, Beleid, Op("2026-05-11"));

    private static void SchortOp(Aanvraag aanvraag) =>
        aanvraag.SchortOp(Opschortingsgrond.Toerekenbaar, Dag("2026-05-11"), Dag("2026-05-12"), "Niet thuis.", Beleid, Op("2026-05-11"));

    private static void Beslis(Aanvraag aanvraag) => aanvraag.Beslis(
        [.. aanvraag.Voorzieningen.Select(v => new Voorzieningbesluit(Contracts.Uitkomst.Toekennen, "Nodig en passend.", v.VoorzieningId))],
        GeenToetsen, Beslisser(), "B-2026-000001", Beleid, Op("2026-05-13"));

    private static void MaakBekend(Aanvraag aanvraag) =>
        aanvraag.MaakBekend(Dag("2026-05-13"), GeenToetsen, Beleid, Kluis, Op("2026-05-13"));

    private static void Bekend(Aanvraag aanvraag, string dag)
    {
        Beslis(aanvraag);
        aanvraag.MaakBekend(Dag(dag), GeenToetsen, Beleid, Kluis, Op(dag));
    }

    private static void TrekIn(Aanvraag aanvraag) => aanvraag.TrekIn(null, Dag("2026-05-13"), Beleid, Op("2026-05-13"));

    private static void ZendDoor(Aanvraag aanvraag) => aanvraag.ZendDoor("Lelystad", "Woont daar.", Beleid, Op("2026-05-13"));

    private static void Brief(Aanvraag aanvraag, string dag, string? laat = null) =>
        aanvraag.StelInGebreke(Dag(dag), 1, laat, Beleid, Op(dag));

    private static void Betaal(Aanvraag aanvraag) => aanvraag.BetaalDwangsom(Dag("2026-06-23"), Op("2026-06-23"));

    private static void VorderTerug(Aanvraag aanvraag) =>
        aanvraag.VorderDwangsomTerug(Math.Max(1, aanvraag.Dwangsom.Betaald), "Wel op tijd.", Op("2026-06-24"));

    private static Aanvraag Vastgesteld() => Na(Ontvangen(), a => Brief(a, "2026-05-27"), a => Bekend(a, "2026-06-21"),
        a => a.StelDwangsomVast(null, "Te laat.", Beleid, Op("2026-06-22")));

    private static Aanvraag Na(Aanvraag aanvraag, params Action<Aanvraag>[] daden)
    {
        foreach (var daad in daden) daad(aanvraag);
        return aanvraag;
    }

    private static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Op(string dag) => new(Dag(dag).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
