using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
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
            .Daad("verwacht einde van een opschorting", a =>
                a.VerwachtEinde(a.Beslistermijn.Stilstanden[0].Id, Dag("2026-05-14"), "Nog niet thuis.", Beleid, Op("2026-05-12")))
            .Daad("opschorting beëindigen", a =>
                a.BeeindigOpschorting(a.Beslistermijn.Stilstanden[0].Id, Dag("2026-05-12"), Beleid, Op("2026-05-12")))
            .Daad("vastleggen wat is gevraagd", a => a.LegVraagVast([a.Voorzieningen[0]], Op("2026-05-12")))
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
    public void The_states_of_an_aanvraag_for_another_form_are_those_of_the_document() =>
        new Toestandskaart<Aanvraag>("Aanvraag om een andere vorm", a => a.IsTijdig(Dag("2026-06-23")) || a.KlaarOp is not null
                ? a.Status.ToString() : "te laat")
            .In("Ontvangen", () => Na(Vormaanvraag(), a => SchortOp(a, "2026-06-10")))
            .In("te laat", Vormaanvraag)
            .In("MeldingGeworden", () => Na(Vormaanvraag(), a => a.WordtMelding("Er is meer aan de hand.", Beleid, Op("2026-06-10"))))
            .Daad("melding laten worden", a => a.WordtMelding("Er is meer aan de hand.", Beleid, Op("2026-06-23")))
            .Daad("keuze over zorg in natura", a =>
                a.LegZinkeuzeVast(a.Voorzieningen[0].VoorzieningId, true, Dag("2026-06-10"), Op("2026-06-10")))
            .Daad("uitstel aankondigen", a => a.StelUit(1, "Druk.", Op("2026-06-12")))
            .Daad("intrekken", a => a.TrekIn(null, Dag("2026-06-12"), Beleid, Op("2026-06-12")))
            .Controleer();

    /// <summary>Asked on Saturday 6 June 2026, so the two weeks run to Monday 22 June.</summary>
    private static Aanvraag Vormaanvraag()
    {
        var hulp = new Herzieningsloop().Voorziening;
        var brief = new Wijzigingsbrief(Contracts.Wijzigingsvraag.ZinNaarPgb, "Liever een pgb.", Contracts.Meldkanaal.Brief,
            Dag("2026-06-06"));
        return Aanvraag.Verander(Wijzigingsverzoek.Ontvang("W-2026-000001", hulp, brief, Beleid.Op(Dag("2026-06-06")).Waarde.Servicenormen,
            Op("2026-06-08"), "A-2026-000009"), brief, hulp, Kluis, Op("2026-06-08"));
    }

    private static void SchortOp(Aanvraag aanvraag, string van) =>
        aanvraag.SchortOp(Opschortingsgrond.Instemming, Dag(van), Dag("2026-06-30"), "Afgesproken.", Beleid, Op(van));

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
            .Daad("ingebrekestelling onredelijk laat vinden", a => a.VindOnredelijkLaat(
                a.Dwangsom.Ingebrekestellingen.Count == 0 ? Guid.Empty : a.Dwangsom.Ingebrekestellingen[0].Id, "Te laat.", Beleid,
                Op("2026-06-22")))
            .Daad("vaststellen dat er geen is", a =>
                a.StelDwangsomVast(Contracts.GeenDwangsom.OnredelijkLaat, "Te laat.", Beleid, Op("2026-06-22")))
            .Daad("betalen", Betaal)
            .Daad("terugvorderen", VorderTerug)
            .Controleer();

    [Fact]
    public void The_states_of_a_bezwaar_are_those_of_the_document() =>
        new Toestandskaart<Bezwaar>("Bezwaar", b => b.Status.ToString())
            .In("Ontvangen", () => Bezwaar().Bezwaar)
            .In("Beslist", () => Bezwaar().Beslis(Bezwaarloop.Ongegrond).Bezwaar)
            .In("Bekendgemaakt", () => Bezwaar().Beslis(Bezwaarloop.Ongegrond).MaakBekend().Bezwaar)
            .In("Ingetrokken", () => Bezwaar().Doe((b, nu) => b.TrekIn(Dag("2026-05-20"), Beleid, nu)).Bezwaar)
            .Daad("herstel vragen", b => b.VraagHerstel(Dag("2026-06-05"), [Contracts.Verzuimsoort.Gronden], null, Beleid,
                Op("2026-05-22")))
            .Daad("herstel ontvangen", b => b.NeemHerstel(b.Termijn.Herstelverzoeken[0].Id, [Contracts.Verzuimsoort.Gronden], "Daarom.",
                Dag("2026-05-22"), Beleid, Op("2026-05-22")))
            .Daad("commissie inschakelen", b => b.SchakelCommissieIn(Beleid, Op("2026-05-22")))
            .Daad("verdagen", b => b.Verdaag(6, "Druk.", Beleid, Op("2026-05-22")))
            .Daad("verder uitstellen", b => b.StelVerderUit(Contracts.Bezwaaruitstelgrond.Instemming, Dag("2026-12-01"), "Samen.", Beleid,
                Op("2026-05-22")))
            .Daad("uitnodigen voor een hoorzitting", b => b.NodigUit(null, Op("2026-06-15"), "Stadhuis", kort: false, Op("2026-05-22")))
            .Daad("van horen afzien", b => b.ZieAfVanHoren(Contracts.Geenhoorgrond.WilNiet, "Belde af.", Op("2026-05-22")))
            .Daad("in gebreke stellen", b => b.StelInGebreke(Dag("2026-09-01"), 1, null, Beleid, Op("2026-09-01")))
            .Daad("beslissen", b => b.Beslis(Bezwaarloop.Ongegrond, Beslisser2, Bezwaarkennis.Geen, Beleid, Op("2026-05-22")))
            .Daad("goedkeuren", b => b.KeurGoed(Beslisser3, Op("2026-05-22")))
            .Daad("brief erbij voegen", b => b.NeemBrief(new(Dag("2026-05-22")), "En dit.", [], Op("2026-05-22")))
            .Daad("vragen of de inwoner wil worden gehoord", b => b.VraagOfHoren(Dag("2026-06-05"), Op("2026-05-22")))
            .Daad("bekendmaken", b => b.MaakBekend(Dag("2026-05-22"), Bezwaarkennis.Geen, Beleid, Op("2026-05-22")))
            .Daad("intrekken", b => b.TrekIn(Dag("2026-05-22"), Beleid, Op("2026-05-22")))
            .Daad("de rechter vernietigt de beslissing", b => b.Heropen("R-2026-000001", Dag("2026-09-01"), 6, Beleid, Op("2026-09-01")))
            .Controleer();

    [Fact]
    public void The_states_of_a_klacht_are_those_of_the_document() =>
        new Toestandskaart<Klacht>("Klacht", k => k.IsOpen ? "open" : "afgerond")
            .In("open", () => Klacht())
            .In("afgerond", () =>
            {
                var klacht = Klacht();
                klacht.LosOp("Wij belden.", metInstemming: true, Op("2026-05-20"));
                return klacht;
            })
            .Daad("commissie inschakelen", k => k.SchakelCommissieIn(Op("2026-05-22")))
            .Daad("verdagen", k => k.Verdaag(4, "Druk.", Op("2026-05-22")))
            .Daad("verder uitstellen", k => k.StelVerderUit(Dag("2026-12-01"), "Samen.", Op("2026-05-22")))
            .Daad("uitnodigen", k => k.NodigUit(Op("2026-06-15"), "Stadhuis", Op("2026-05-22")))
            .Daad("horen", k => k.LegHorenVast(Dag("2026-05-22"), "Verslag.", Beslisser2, Op("2026-05-22")))
            .Daad("van horen afzien", k => k.ZieAfVanHoren(Contracts.Geenklachthoorgrond.WilNiet, "Belde af.", Op("2026-05-22")))
            .Daad("oplossen", k => k.LosOp("Wij belden.", metInstemming: true, Op("2026-05-22")))
            .Daad("oordelen zonder horen", k => k.HandelAf(Contracts.Klachtafloop.Gegrond, "Fout.", null, Beslisser2, Op("2026-05-22")))
            .Daad("intrekken", k => k.TrekIn(Dag("2026-05-22"), Op("2026-05-22")))
            .Controleer();

    [Fact]
    public void The_states_of_a_beroep_are_those_of_the_document() =>
        new Toestandskaart<Beroep>("Beroep", b => b.IngetrokkenOp is not null ? "ingetrokken" : !b.IsAanhangig ? "uitspraak"
                : b.Uitspraken.Count > 0 ? "tussenuitspraak" : "aanhangig")
            .In("aanhangig", () => Beroep())
            .In("tussenuitspraak", () => Uitspraak(Beroep(), tussen: true))
            .In("uitspraak", () => Uitspraak(Beroep(), tussen: false))
            .In("ingetrokken", () =>
            {
                var beroep = Beroep();
                beroep.TrekIn(Dag("2026-08-10"), Op("2026-08-10"));
                return beroep;
            })
            .Daad("stukken inzenden", b => b.ZendStukken(Dag("2026-08-12"), Op("2026-08-12")))
            .Daad("zitting vastleggen", b => b.PlanZitting(Op("2026-11-02"), Op("2026-08-12")))
            .Daad("tussenuitspraak", b => Uitspraak(b, tussen: true))
            .Daad("uitspraak", b => Uitspraak(b, tussen: false))
            .Daad("een opdracht uitvoeren", b => b.VoerUit(b.Openstaand.FirstOrDefault()?.OpdrachtId ?? Guid.Empty, Dag("2026-08-12"),
                Op("2026-08-12")))
            .Daad("een besluit komt alsnog", b => b.Voeg("B-2026-000009", Dag("2026-08-12"), Op("2026-08-12")))
            .Daad("intrekken", b => b.TrekIn(Dag("2026-08-12"), Op("2026-08-12")))
            .Controleer();

    [Fact]
    public void The_states_of_a_herziening_are_those_of_the_document()
    {
        // Each state has a voorziening of its own, which its acts change.
        Herzieningsloop loop = null!;
        new Toestandskaart<Herziening>("Herziening", h => h.Status.ToString())
            .In("Begonnen", () => Na(Begin(), h => { }))
            .In("Voorgenomen", () => Na(Begin(), NeemVoor))
            .In("Besloten", () => Na(Begin(), NeemVoor, Beslis))
            .In("Bekendgemaakt", () => Na(Begin(), NeemVoor, Beslis, MaakBekend))
            .In("Vervallen", () => Na(Begin(), h => loop.Vervalt(h, doorInwoner: false)))
            .In("Herroepen", () =>
            {
                loop = new();
                var opgezegd = loop.Opgezegd("2026-10-01", "2026-06-08");
                loop.Beslis(opgezegd).MaakBekend(opgezegd);
                loop.Op("2026-06-24").Herroep(opgezegd);
                return opgezegd;
            })
            .Daad("voornemen versturen", NeemVoor)
            .Daad("zienswijze ontvangen", h =>
            {
                loop.Op("2026-06-24");
                loop.NeemZienswijze(h, "2026-06-24");
            })
            .Daad("besluiten", Beslis)
            .Daad("bekendmaken", MaakBekend)
            .Daad("laten vervallen", h => loop.Vervalt(h, doorInwoner: false))
            .Daad("opzegging herroepen", h => loop.Herroep(h))
            .Daad("terugvorderen", h => loop.VorderTerug(h))
            .Controleer();

        Herziening Begin()
        {
            loop = new();
            return loop.Op("2026-06-08").Begin(Contracts.Herzieningsgrond.NietMeerAangewezen, new(Dag("2026-10-01"), Einde: true));
        }

        void NeemVoor(Herziening h) => loop.Op("2026-06-08").NeemVoor(h, "2026-06-22");

        void Beslis(Herziening h) => loop.Op("2026-06-23").Beslis(h);

        void MaakBekend(Herziening h) => loop.Op("2026-06-23").MaakBekend(h);

        static Herziening Na(Herziening herziening, params Action<Herziening>[] daden)
        {
            foreach (var daad in daden) daad(herziening);
            return herziening;
        }
    }

    private static readonly ServiceDefaults.Aanmelding.Gebruiker Beslisser2 = new("beslisser-2",
        new HashSet<string> { ServiceDefaults.Aanmelding.Rollen.Beslisser }, null, null, new HashSet<string>());

    private static readonly ServiceDefaults.Aanmelding.Gebruiker Beslisser3 = new("beslisser-3",
        new HashSet<string> { ServiceDefaults.Aanmelding.Rollen.Beslisser }, null, null, new HashSet<string>());

    /// <summary>In time, without a hearing, and something in it is to be repaired.</summary>
    private static Bezwaarloop Bezwaar()
    {
        var loop = new Bezwaarloop();
        loop.VraagHerstel("2026-05-29", Contracts.Verzuimsoort.Gronden);
        return loop.ZonderHoren().Op("2026-05-20");
    }

    private static Klacht Klacht() => Klachten.Klacht.Ontvang("K-2026-000001", Indiener, new(Dag("2026-05-11")),
        Contracts.Klachtonderwerp.Gedraging, "Niemand kwam.", null, null, null, Op("2026-05-11"));

    private static Beroep Beroep() => Beroepen.Beroep.Registreer("R-2026-000001", Indiener, Contracts.Beroepsoort.Beroep, "LEE 26/1234",
        (Guid.NewGuid(), "Z-2026-000001"), Dag("2026-08-03"), null, Op("2026-08-03"));

    private static readonly Indiener Indiener = new("D-2026-000001", Guid.NewGuid(), Inwoner, Team);

    private static Beroep Uitspraak(Beroep beroep, bool tussen)
    {
        beroep.NeemUitspraak(Contracts.Beroepuitkomst.Gegrond, tussen, false, Dag("2026-08-11"),
            [new(tussen ? Contracts.Opdrachtsoort.GebrekHerstellen : Contracts.Opdrachtsoort.OpnieuwBeslissen, 6)], Op("2026-08-11"));
        return beroep;
    }

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
