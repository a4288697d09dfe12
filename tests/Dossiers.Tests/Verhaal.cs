using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Wetgeving;
using Termijnen = WmoPlatform.Wetgeving.Termijnen;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>The events of one dossier, an hour apart. Each event has the id and version of its aggregate in its own service.</summary>
internal sealed class Verhaal
{
    public const string Bsn = "999993653";
    public const string Hulpvraag = "Ik kan mijn administratie niet meer bijhouden";
    public const string Wijkteam = "wijkteam-haven";
    public const string Agb = "12345678";
    public const string Bezwaarnummer = "Z-2026-000001";
    public const string Beroepnummer = "R-2026-000001";
    public const string Klachtnummer = "K-2026-000001";
    public const string Wijzigingsnummer = "W-2026-000001";

    private readonly string _dossiernummer;
    private readonly Dictionary<string, (Guid Id, int Versie)> _aggregaten = [];
    private readonly List<Gebeurtenis> _gebeurtenissen = [];
    private string _bsn = Bsn;
    private DateTimeOffset _nu = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private Verhaal(string dossiernummer) => _dossiernummer = dossiernummer;

    public Guid PersoonId { get; } = Guid.NewGuid();
    public Guid VoorzieningId { get; } = Guid.NewGuid();
    public Guid GesprekId { get; } = Guid.NewGuid();
    public Hulpverloop Hulp => new(PersoonId, Leveringsvorm.Zin, "02", Periode, Vandaag, null);
    public IReadOnlyList<Gebeurtenis> Gebeurtenissen => _gebeurtenissen;
    public Beeld Beeld => Beeld.Van(new Feiten(_gebeurtenissen));
    public Stand Stand => Beeld.Stand;

    /// <summary>The state of the last zaak.</summary>
    public Stand Zaak => Beeld.Zaken[^1].Stand;

    /// <summary>Adds an event at the current time, and moves the time on by an hour.</summary>
    public Verhaal Dan(Gebeurtenis gebeurtenis, string? door = null)
    {
        var dienst = door ?? Contracts.Gebeurtenissen.Bron[gebeurtenis.GetType()];
        var (id, versie) = _aggregaten.TryGetValue(dienst, out var a) ? a : (Guid.NewGuid(), 0);
        _aggregaten[dienst] = (id, versie + 1);
        _gebeurtenissen.Add(gebeurtenis with { Dossiernummer = _dossiernummer, AggregaatId = id, Versie = versie + 1, Op = _nu });
        _nu += TimeSpan.FromHours(1);
        return this;
    }

    /// <summary>An event of a bezwaar, which is an aggregate of its own.</summary>
    public Verhaal Bezwaar(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "het bezwaar");

    /// <summary>An event of a klacht, which is an aggregate of its own.</summary>
    public Verhaal Klacht(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "de klacht");

    /// <summary>An event of a request for change, which is an aggregate of its own.</summary>
    public Verhaal Wijziging(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "het wijzigingsverzoek");

    /// <summary>An event of an aanvraag to change the help, which is an aggregate of its own.</summary>
    public Verhaal Vormaanvraag(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "de aanvraag om een andere vorm");

    /// <summary>An event of a case at the court, which is an aggregate of its own.</summary>
    public Verhaal Beroep(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "het beroep");

    public static Verhaal Gemeld(string dossiernummer = "D-2026-000001", string bsn = Bsn, string wijkteam = Wijkteam, bool spoed = false)
    {
        var v = new Verhaal(dossiernummer) { _bsn = bsn };
        return v.Dan(new MeldingGedaan("M-2026-000001", v.PersoonId, v.Vandaag, Meldkanaal.Web, wijkteam, spoed,
            Als(Termijnen.Bevestiging(v.Vandaag, Gemeentebeleid.Almere.Op(v.Vandaag).Waarde.Servicenormen)),
            new(new MeldingInhoud(bsn, Hulpvraag, "bewoner@example.org", null)))
        {
            Spoedtermijn = spoed
                ? Als(Termijnen.Spoed(v.Vandaag, Gemeentebeleid.Almere.Op(v.Vandaag).Waarde.Servicenormen)) : null,
        });
    }

    /// <summary>A dossier that was opened without a melding, on 4 May 2026.</summary>
    public static Verhaal ZonderMelding(string dossiernummer = "D-2026-000002")
    {
        var v = new Verhaal(dossiernummer);
        return v.Dan(new DossierGeopend(v.PersoonId, v.Vandaag, Wijkteam, new(new Dossierinhoud(Bsn))), "de opening");
    }

    /// <summary>Somebody without a dossier complains, and the BRP does not know them at first.</summary>
    public static Verhaal KlachtZonderMelding()
    {
        var v = ZonderMelding();
        return v.Klacht(new KlachtOntvangen(Klachtnummer, v.Vandaag, Klachtonderwerp.Gedraging, Als(Termijnen.Klacht(v.Vandaag)),
                Als(Termijnen.KlachtNietBehandelen(v.Vandaag))))
            .Opening(new PersoonNietGevonden(v.PersoonId))
            .Opening(new PersoonsgegevensVastgesteld(v.PersoonId, false, Persoon) { ZonderMelding = true, Persoonstand = 1 })
            .Dan(new BriefZonderAdres(Brief.Klachtbevestiging))
            .Dan(new BriefVerzonden(Brief.Klachtbevestiging, Verzendwijze.Brief, v.Vandaag))
            .Klacht(new KlachtAfgerond(Klachtnummer, v.Vandaag, Klachtafloop.Opgelost, null, new("Wij belden.")));
    }

    /// <summary>An event of the opening of a dossier without a melding, which is an aggregate of its own.</summary>
    public Verhaal Opening(Gebeurtenis gebeurtenis) => Dan(gebeurtenis, "de opening");

    /// <summary>Temporary help, given or refused with urgency.</summary>
    public Verhaal MetSpoed(bool verstrekt = true) => Dan(new VoorzieningGewijzigd(Tijdelijk, 1, Besluitsoort.Spoed, Guid.NewGuid(),
        "B-2026-000007", Vandaag, Als(Termijnen.Bezwaar(Vandaag)), PersoonId, Wijkteam, verstrekt ? [Tijdelijkdeel] : [], false, Persoon)
    {
        Meldingnummer = "M-2026-000001",
    }, door: "de tijdelijke hulp");

    public Guid Tijdelijk { get; } = Guid.NewGuid();

    public Voorzieningdeel Tijdelijkdeel =>
        new(Product, Omvang, new(Vandaag, Vandaag.AddDays(181)), Leveringsvorm.Zin, Agb, null) { Tijdelijk = true };

    public Verhaal InOnderzoek() => this
        .Dan(new PersoonsgegevensVastgesteld(PersoonId, false, new(Persoon.Waarde with { Bsn = _bsn })))
        .Dan(new OntvangstBevestigd(Verzendwijze.Email, Vandaag))
        .Dan(new OnderzoekGeopend("M-2026-000001", Als(Termijnen.Onderzoek(Vandaag))));

    public Verhaal NaGesprek() => InOnderzoek()
        .Dan(new GesprekGepland(GesprekId, _nu.AddDays(3), Gespreksplaats.Thuis))
        .Dan(new GesprekGevoerd(GesprekId, Vandaag.AddDays(3), false));

    public Verhaal Gekozen(Leveringsvorm vorm) => NaGesprek()
        .Dan(new IndicatieGesteld(VoorzieningId, Product, Omvang, Periode))
        .Dan(new LeveringsvormGekozen(VoorzieningId, PersoonId, Wijkteam, vorm, vorm == Leveringsvorm.Zin ? Agb : null));

    public Verhaal Aangevraagd(Leveringsvorm vorm) => Gekozen(vorm)
        .Dan(new VerslagVastgesteld(Vandaag, 1))
        .Dan(new VerslagOndertekend(Vandaag, Ondertekenwijze.Digitaal, PersoonId, Wijkteam,
            [new(VoorzieningId, Product, Omvang, Periode, vorm, vorm == Leveringsvorm.Zin ? Agb : null)], false, Persoon))
        .Dan(new AanvraagOntvangen(Vandaag, Als(Termijnen.Beschikking(Vandaag))));

    public Verhaal PgbGetoetst(bool akkoord = true) => this
        .Dan(new PgbToetsGestart(VoorzieningId))
        .Dan(new PgbDocumentOntvangen(VoorzieningId, PgbDocument.Uitvoeringsplan, Vandaag))
        .Dan(new BewustekeuzegesprekGevoerd(VoorzieningId, Vandaag, akkoord))
        .Dan(new PgbToetsAfgerond(VoorzieningId, akkoord));

    public Verhaal Beschikt(Leveringsvorm vorm, Uitkomst uitkomst = Uitkomst.Toekennen) => this
        .Dan(new BesluitGenomen("B-2026-000001", Vandaag, new Dictionary<Guid, Uitkomst> { [VoorzieningId] = uitkomst }))
        .Dan(new BeschikkingBekendgemaakt(Guid.NewGuid(), "B-2026-000001", Vandaag, Als(Termijnen.Bezwaar(Vandaag)), PersoonId, Wijkteam,
            [new(VoorzieningId, uitkomst, Product, Omvang, Periode, vorm, vorm == Leveringsvorm.Zin ? Agb : null, vorm == Leveringsvorm.Pgb
                ? 9000m : null)], false, Persoon));

    /// <summary>A later decision: the help, at the same provider or from the same budget, until another day.</summary>
    public Verhaal Gewijzigd(Leveringsvorm vorm, DateOnly einddatum, Besluitsoort soort = Besluitsoort.Herziening, int stand = 2) =>
        Dan(new VoorzieningGewijzigd(VoorzieningId, stand, soort, Guid.NewGuid(), $"B-2026-00001{stand}", Vandaag,
            Als(Termijnen.Bezwaar(Vandaag)), PersoonId, Wijkteam,
            einddatum < Periode.Ingangsdatum ? [] : [new(Product, Omvang, Periode with { Einddatum = einddatum }, vorm,
                vorm == Leveringsvorm.Zin ? Agb : null, vorm == Leveringsvorm.Pgb ? 9000m : null)], false, Persoon),
                door: "de voorziening");

    public Verhaal Toegewezen() => Dan(new ZorgToegewezen(VoorzieningId, 1, Agb, "WMO301-1"));

    public Verhaal EigenBijdrageGestart() => this
        .Dan(new EigenBijdrageGestart(PersoonId, 1, Vandaag, "WMO401-1", Als(Termijnen.Cak(Vandaag))))
        .Dan(new EigenBijdrageBevestigd(PersoonId, 1, EbBericht.Start));

    public Verhaal EigenBijdrageGestopt() => this
        .Dan(new EigenBijdrageGestopt(PersoonId, 1, Vandaag, "WMO403-1"))
        .Dan(new EigenBijdrageBevestigd(PersoonId, 1, EbBericht.Stop));

    /// <summary>From melding to CAK with a provider: once temporarily, once finally stopped.</summary>
    public static Verhaal Zin(string dossiernummer = "D-2026-000001", string bsn = Bsn, string wijkteam = Wijkteam)
    {
        var v = Gemeld(dossiernummer, bsn, wijkteam);
        return v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen()
            .Dan(new ToewijzingGeaccepteerd(v.VoorzieningId, 1, Agb))
            .Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Kern)).EigenBijdrageGestart()
            .Dan(new ZorgTijdelijkGestopt(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Kern))
            .Dan(new ZorgGestopt(v.VoorzieningId, 1, v.Vandaag, "19", v.Hulp, Kern))
            .Dan(new EerderEindeGemeld(v.VoorzieningId, 1, v.Vandaag, Stopvraag.Bespreken,
                Als(Termijnen.NavraagStop(v.Vandaag, Gemeentebeleid.Almere.Op(v.Vandaag).Waarde))))
            .Dan(new ZorgeindeVastgesteld(v.VoorzieningId, 1, v.Vandaag, Eindereden.NietMeerNodig, v.Hulp, Kern)).EigenBijdrageGestopt();
    }

    /// <summary>From melding to CAK with a budget, withdrawn at the end.</summary>
    public static Verhaal Pgb(string dossiernummer = "D-2026-000002")
    {
        var v = Gemeld(dossiernummer);
        return v.Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst()
            .Dan(new UitstelAangekondigd(v.Vandaag.AddDays(28), v.Vandaag)).Beschikt(Leveringsvorm.Pgb)
            .Dan(new BudgetAangemeld(v.VoorzieningId, "BI-1", "WMO501-1", 9000m, Periode))
            .Dan(new BudgetAfgekeurd(v.VoorzieningId, ["0200"]))
            .Dan(new BudgetAangemeld(v.VoorzieningId, "BI-2", "WMO501-2", 9000m, Periode))
            .Dan(new BudgetGereserveerd(v.VoorzieningId, Periode, v.Hulp, Kern)).EigenBijdrageGestart()
            .Dan(new BudgetGewijzigd(v.VoorzieningId, v.PersoonId, 8000m, Periode))
            .Dan(new BudgetwijzigingBevestigd(v.VoorzieningId, Periode, v.Hulp, Kern))
            .Dan(new BudgetBeeindigd(v.VoorzieningId, Periode, v.Vandaag, true, v.Hulp, Kern))
            .Dan(new BudgeteindeBevestigd(v.VoorzieningId)).EigenBijdrageGestopt()
            .Dan(new BudgetAfgesloten(v.VoorzieningId, "02", Periode, 120.50m, Afsluitreden.EindeBudget))
            .Dan(new BudgetAlAfgesloten(v.VoorzieningId, 120.50m))
            .Dan(new AfgeslotenBudgetNagelopen(v.VoorzieningId, Nalooputkomst.NietsTeVerrekenen));
    }

    /// <summary>The events that occur in none of the successful stories.</summary>
    public static Verhaal Tegenslag()
    {
        var v = Gemeld(spoed: true);
        return v.Dan(new MeldingontvangstGecorrigeerd(v.Vandaag, v.Vandaag.AddDays(-2),
                Als(Termijnen.Bevestiging(v.Vandaag.AddDays(-2), Gemeentebeleid.Almere.Op(v.Vandaag).Waarde.Servicenormen)),
                Als(Termijnen.Onderzoek(v.Vandaag.AddDays(-2))), v.Vandaag.AddDays(41), new("De brief lag er al op zaterdag.")))
            .Dan(new PersoonNietGevonden(v.PersoonId)).Dan(new OntvangstbevestigingTeruggekomen(v.Vandaag)).Dan(new AdresNietGevonden())
            .Dan(new BriefZonderAdres(Brief.Doorzending)).Dan(new BriefVerzonden(Brief.Doorzending, Verzendwijze.Brief, v.Vandaag))
            .Dan(new PersoonsgegevensGewijzigd(v.PersoonId, false, Persoon, [Persoonswijziging.Adres]))
            .Dan(new AanvraagTeVroegOntvangen(v.Vandaag, v.Vandaag.AddDays(43)))
            .Dan(new OnderzoeksuitkomstOvergenomen([new(v.VoorzieningId, Product, Omvang, Periode, Leveringsvorm.Zin, Agb)], v.Vandaag))
            .Dan(new GevraagdeHulpVastgelegd([new(v.VoorzieningId, Product, Omvang, Periode, Leveringsvorm.Zin, null)]))
            .Dan(new AanvullingGevraagd(v.VoorzieningId, v.Vandaag, v.Vandaag.AddDays(14), Als(Termijnen.Beschikking(v.Vandaag)), null,
                new(new Aanvulvraag(["Een offerte"], null))))
            .Dan(new AanvullingHerinnerd(v.VoorzieningId, v.Vandaag, new(new Aanvulvraag(["Een offerte"], null))))
            .Dan(new AanvullingOntvangen(v.VoorzieningId, v.Vandaag, false, Als(Termijnen.Beschikking(v.Vandaag)), null))
            .Dan(new AanvultermijnVerstreken(v.VoorzieningId, v.Vandaag, Als(Termijnen.Beschikking(v.Vandaag)), null,
                Als(Termijnen.BuitenBehandeling(v.Vandaag))))
            .Dan(new BeslistermijnOpgeschort(v.VoorzieningId, Opschortingsreden.Overmacht, v.Vandaag, null,
                Als(Termijnen.Beschikking(v.Vandaag)), null, new("Brand.")))
            .Dan(new OpschortingGeeindigd(v.VoorzieningId, Opschortingsreden.Overmacht, v.Vandaag, Als(Termijnen.Beschikking(v.Vandaag)),
                null))
            .Dan(new AanvraagontvangstGecorrigeerd(v.Vandaag, v.Vandaag.AddDays(-1), Als(Termijnen.Beschikking(v.Vandaag)), null,
                new("Later gevonden.")))
            .Dan(new AanvraagIngetrokken(v.Vandaag, [v.VoorzieningId], Geheel: false))
            .Dan(new IngebrekestellingOntvangen(v.GesprekId, v.Vandaag, Ingebrekestellingsoordeel.TeVroeg, null))
            .Dan(new DwangsomVerschuldigd(v.Vandaag, v.Vandaag, 1, 23m, new("dwangsombesluit", v.Vandaag, v.Vandaag, "Awb art. 4:18")))
            .Dan(new DwangsomVastgesteld(23m, 1, v.Vandaag, null, Als(Termijnen.Betaling(v.Vandaag)), Als(Termijnen.Bezwaar(v.Vandaag)),
                new("Te laat.")))
            .Dan(new DwangsomHerzien(46m, 46m, v.Vandaag, Als(Termijnen.Betaling(v.Vandaag)), Bezwaarnummer))
            .Dan(new DwangsomBetaald(v.Vandaag)).Dan(new DwangsomTeruggevorderd(23m, v.Vandaag, new("Fout.")))
            .Dan(new GemachtigdeVastgelegd(v.Vandaag, Machtigingsomvang.DezeAanvraag)).Dan(new MachtigingBeeindigd(v.Vandaag))
            .Dan(new ConceptOpgesteld(1, v.Vandaag)).Dan(new ConceptTeruggegeven(1, v.Vandaag))
            .Dan(new BesluitGoedgekeurd("B-2026-000001", v.Vandaag))
            .Dan(new NieuweFeitenVermeld(v.Vandaag))
            .Dan(new ZinkeuzeVastgelegd(v.VoorzieningId, true, v.Vandaag))
            .Dan(new VoornemenAangekondigd(v.GesprekId, new("zienswijze", v.Vandaag, v.Vandaag.AddDays(7), "Awb art. 4:7 lid 1"),
                new(new Voornementekst("Wij willen minder uren geven.", "De huisgenoot helpt al."))))
            .Dan(new ZienswijzetermijnVerstreken(v.GesprekId, v.Vandaag)).Dan(new ZienswijzeOntvangen(v.GesprekId, v.Vandaag))
            .Bezwaar(new BezwaarOntvangen(Bezwaarnummer, v.Vandaag, BestredenSoort.Beschikking, "B-2026-000001", [v.VoorzieningId],
                Bezwaartijdigheid.TeLaat, Als(Termijnen.Bezwaar(v.Vandaag)), Als(Termijnen.BeslissingOpBezwaar(v.Vandaag))))
            .Bezwaar(new BezwaartijdigheidBeoordeeld(Bezwaarnummer, Bezwaartijdigheid.TeLaatVerschoonbaar,
                Als(Termijnen.BeslissingOpBezwaar(v.Vandaag))))
            .Bezwaar(new BezwaarherstelGevraagd(Bezwaarnummer, v.GesprekId, v.Vandaag, v.Vandaag.AddDays(14), [Verzuimsoort.Gronden],
                Als(Termijnen.BeslissingOpBezwaar(v.Vandaag)), null))
            .Bezwaar(new BezwaarHersteld(Bezwaarnummer, v.GesprekId, v.Vandaag, false, Als(Termijnen.BeslissingOpBezwaar(v.Vandaag))))
            .Bezwaar(new BezwaarhersteltermijnVerstreken(
                Bezwaarnummer, v.GesprekId, v.Vandaag, Als(Termijnen.BeslissingOpBezwaar(v.Vandaag))))
            .Bezwaar(new BezwaarcommissieIngeschakeld(Bezwaarnummer, v.Vandaag, Als(Termijnen.BeslissingOpBezwaar(v.Vandaag, true))))
            .Bezwaar(new BezwaaradviesOntvangen(Bezwaarnummer, v.Vandaag))
            .Bezwaar(new BezwaarVerdaagd(Bezwaarnummer, v.Vandaag, 6, Als(Termijnen.BeslissingOpBezwaar(v.Vandaag, true, true)),
                new("Druk.")))
            .Bezwaar(new BezwaarUitgesteld(Bezwaarnummer, Bezwaaruitstelgrond.Instemming, v.Vandaag,
                Als(Termijnen.BeslissingOpBezwaar(v.Vandaag, true, true)), new("Wacht.")))
            .Bezwaar(new HorenGevraagd(Bezwaarnummer, v.Vandaag, v.Vandaag.AddDays(14)))
            .Bezwaar(new HoorzittingGepland(Bezwaarnummer, v.GesprekId, v._nu.AddDays(20), Als(Termijnen.NadereStukken(v.Vandaag)),
                Als(Termijnen.TerInzage(v.Vandaag)), new("Stadhuis")))
            .Bezwaar(new BezwaarmakerGehoord(Bezwaarnummer, v.GesprekId, v.Vandaag))
            .Bezwaar(new VanHorenAfgezien(Bezwaarnummer, Geenhoorgrond.WilNiet))
            .Bezwaar(new NieuwFeitGemeld(Bezwaarnummer, v.GesprekId, v.Vandaag, v.Vandaag.AddDays(14), new("Een rapport.")))
            .Bezwaar(new OpNieuwFeitGereageerd(Bezwaarnummer, v.GesprekId, v.Vandaag))
            .Bezwaar(new BezwaarUitgebreid(Bezwaarnummer, BestredenSoort.Dwangsombesluit, "A-2026-000001", v.Vandaag))
            .Bezwaar(new BezwaarAangevuld(Bezwaarnummer, v.Vandaag, [v.VoorzieningId]))
            .Bezwaar(new NabestaandenGevraagd(Bezwaarnummer, v.Vandaag, v.Vandaag.AddDays(28)))
            .Bezwaar(new BezwaarvoortzettingBekend(Bezwaarnummer, v.Vandaag, Bezwaarvoortzetting.ZetVoort))
            .Bezwaar(new OpBezwaarBeslist(Bezwaarnummer, v.Vandaag, Bezwaaruitkomst.Gegrond))
            .Bezwaar(new BezwaarbesluitGoedgekeurd(Bezwaarnummer, v.Vandaag))
            .Bezwaar(new BeslissingOpBezwaarBekendgemaakt(Bezwaarnummer, v.Vandaag, Bezwaaruitkomst.Gegrond, false,
                Als(Termijnen.Beroep(v.Vandaag)), null, null, [], new("Toch nodig.")))
            .Bezwaar(new OnderzoekNaBezwaarBegonnen(Bezwaarnummer, "M-2026-000002", v.Vandaag))
            .Bezwaar(new BezwaarHeropend(Bezwaarnummer, Beroepnummer, Als(Termijnen.OpdrachtRechter(v.Vandaag, 6))))
            .Bezwaar(new BezwaarkostenBetaald(Bezwaarnummer, v.Vandaag)).Bezwaar(new BezwaarIngetrokken(Bezwaarnummer, v.Vandaag))
            .Klacht(new KlachtOntvangen(Klachtnummer, v.Vandaag, Klachtonderwerp.Gedraging, Als(Termijnen.Klacht(v.Vandaag)),
                Als(Termijnen.KlachtNietBehandelen(v.Vandaag))))
            .Klacht(new KlachtbedoelingGevraagd(Klachtnummer, "B-2026-000001", v.Vandaag, v.Vandaag.AddDays(14)))
            .Klacht(new KlachtbedoelingBekend(Klachtnummer, v.Vandaag, null))
            .Klacht(new KlachtcommissieIngeschakeld(Klachtnummer, v.Vandaag, Als(Termijnen.Klacht(v.Vandaag, true))))
            .Klacht(new KlachtVerdaagd(Klachtnummer, v.Vandaag, false, Als(Termijnen.Klacht(v.Vandaag, true, true)), new("Druk.")))
            .Klacht(new KlachtgesprekGepland(Klachtnummer, v._nu.AddDays(9), new("Stadhuis")))
            .Klacht(new KlagerGehoord(Klachtnummer, v.Vandaag, null))
            .Klacht(new KlachtafschriftGegeven(Klachtnummer, v.Vandaag))
            .Klacht(new BeklaagdeGehoord(Klachtnummer, v.Vandaag, false))
            .Klacht(new KlachtadviesOntvangen(Klachtnummer, v.Vandaag, Klachtafloop.Gegrond))
            .Klacht(new KlachtAfgerond(Klachtnummer, v.Vandaag, Klachtafloop.Gegrond, null, new("U hebt gelijk.")))
            .Wijziging(new WijzigingsverzoekOntvangen(Wijzigingsnummer, v.VoorzieningId, v.Vandaag, Meldkanaal.Telefoon,
                Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag,
                Als(Termijnen.Wijziging(v.Vandaag, Gemeentebeleid.Almere.Op(v.Vandaag).Waarde.Servicenormen)))
            { Beslistermijn = Als(Termijnen.Beschikking(v.Vandaag)) })
            .Wijziging(new WijzigingsontvangstGecorrigeerd(Wijzigingsnummer, v.Vandaag, v.Vandaag.AddDays(-1),
                Als(Termijnen.Wijziging(v.Vandaag, Gemeentebeleid.Almere.Op(v.Vandaag).Waarde.Servicenormen))))
            .Vormaanvraag(new AanvraagOntvangen(v.Vandaag, Als(Termijnen.Beschikking(v.Vandaag)))
            {
                Aanvraagnummer = "A-2026-000009",
                Vorm = Aanvraagvorm.Wijziging,
                Wijziging = new(Wijzigingsnummer, v.VoorzieningId, Leveringsvorm.Pgb, v.PersoonId, Wijkteam),
            })
            .Vormaanvraag(new AanvraagWerdMelding(v.Vandaag, v.Vandaag, new("De situatie is veranderd.")))
            .Wijziging(new WijzigingVraagtOnderzoek(Wijzigingsnummer, v.PersoonId, v.Vandaag, Meldkanaal.Telefoon, Wijkteam,
                new("Liever een pgb.")))
            .Wijziging(new WijzigingsverzoekAfgerond(Wijzigingsnummer, v.Vandaag, Wijzigingsafloop.Melding, "M-2026-000009"))
            .Beroep(new BeroepIngesteld(Beroepnummer, Beroepsoort.Beroep, v.Vandaag, Bezwaarnummer,
                Als(Termijnen.Processtukken(v.Vandaag))))
            .Beroep(new BeroepstukkenIngezonden(Beroepnummer, v.Vandaag)).Beroep(new RechtszittingGepland(Beroepnummer, v._nu))
            .Beroep(new BeroepUitgebreid(Beroepnummer, "B-2026-000001", v.Vandaag))
            .Beroep(new UitspraakOntvangen(Beroepnummer, new(Beroepuitkomst.Gegrond, false, v.Vandaag, []), null))
            .Beroep(new VerzetBeslist(Beroepnummer, false, v.Vandaag))
            .Beroep(new RechterlijkeOpdrachtVervallen(Beroepnummer, Guid.CreateVersion7(), v.Vandaag))
            .Beroep(new RechterlijkeOpdrachtUitgevoerd(Beroepnummer, v.GesprekId, v.Vandaag))
            .Beroep(new BeroepIngetrokken(Beroepnummer, v.Vandaag))
            .Dan(new AanvraagDoorgezonden("Lelystad", v.Vandaag))
            .Dan(new IndicatieIngetrokken(v.VoorzieningId, Product)).Dan(new GeenIndicatieGesteld(v.Vandaag))
            .Dan(new VerslagTeruggestuurd(v.Vandaag))
            .Dan(new OnderzoekGestopt(Stopreden.Wlz, v.Vandaag)).Dan(new ToewijzingAfgekeurd(v.VoorzieningId, 1, Agb, ["9001"]))
            .Dan(new EigenBijdrageAfgekeurd(v.PersoonId, 1, EbBericht.Start, []))
            .Dan(new EigenBijdrageNietVerschuldigd(v.PersoonId, v.VoorzieningId, NietVerschuldigd.Rolstoel))
            .Dan(new EigenBijdrageMetDeHand(v.PersoonId, 1, EbBericht.Start, v.Vandaag, RedenMetDeHand.TeLangGeleden))
            .Dan(new ToewijzingAangehouden(v.VoorzieningId, 1, Agb, Beletselreden.GeenCapaciteit))
            .Dan(new ToewijzingWachtOpVerzoek(v.VoorzieningId, 1, Agb))
            .Dan(new ToewijzingGewijzigd(v.VoorzieningId, 1, Agb, Periode, Omvang, "05"))
            .Dan(new WijzigingAfgekeurd(v.VoorzieningId, 1, Agb, ["9332"]))
            .Dan(new VerzoekOntvangen(Agb, true, Als(Termijnen.IwmoVerzoek(v.Vandaag))), door: "het verzoek")
            .Dan(new VerzoekBeantwoord(Agb, Verzoekuitkomst.InOnderzoek) { Termijn = Als(Termijnen.IwmoVerzoekEind(v.Vandaag)) },
                door: "het verzoek")
            .Dan(new BegeleidingsplanOntvangen(v.VoorzieningId, 1, Agb, Guid.NewGuid()))
            .Dan(new ZorgstartVerwijderd(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Kern))
            .Dan(new ZorgstopVerwijderd(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Kern))
            .Dan(new ZorgAfgesproken(v.VoorzieningId, 1, v.Hulp, Kern))
            .Dan(new ZorgAfgelopen(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Kern))
            .Dan(new UitvoeringMetDeHand(v.VoorzieningId, 2, Uitvoeringsreden.AlGedeclareerd, v.Vandaag), door: "de uitvoering")
            .Dan(new UitvoeringAfgerond(v.VoorzieningId, 2), door: "de uitvoering")
            .Dan(new BudgetAfgesproken(v.VoorzieningId, v.Hulp, Kern))
            .Dan(new EigenBijdrageGecorrigeerd(v.PersoonId, 1, EbBericht.Start, EbAanlevering.Verwijdering, v.Vandaag, "WMO401-2"))
            .Dan(new BudgetTegengehouden(v.VoorzieningId)).Dan(new BudgetInEigenBeheer(v.VoorzieningId, 700m, Periode))
            .Dan(new ZorgaanbiederGecontracteerd(Agb, "Zorg Dichtbij", ["02"], v.Vandaag, null)).Dan(new MeldingIngetrokken(v.Vandaag))
            .Dan(new WmoberichtGewisseld(Guid.NewGuid(), "WMO301", Berichtrichting.Uitgaand, Agb))
            .Dan(new PgbberichtGewisseld(Guid.NewGuid(), "WMO502", Berichtrichting.Inkomend))
            .Dan(new EbberichtGewisseld(Guid.NewGuid(), "WMO401", Berichtrichting.Uitgaand))
            .Gewijzigd(Leveringsvorm.Zin, v.Vandaag)
            .Dan(new WijzigingGevraagd("H-2026-000001", v.VoorzieningId, v.Vandaag, v.Vandaag, Einde: true), door: "de herziening")
            .Dan(new HerzieningVoorgenomen("H-2026-000001", v.VoorzieningId, Herzieningsgrond.NietMeerAangewezen, v.Vandaag, false,
                new("zienswijze", v.Vandaag, v.Vandaag.AddDays(14), "Awb art. 4:8"), new("Het gaat beter.")), door: "de herziening")
            .Dan(new HerzieningZienswijzeOntvangen("H-2026-000001", v.VoorzieningId, v.Vandaag), door: "de herziening")
            .Dan(new HerzieningBesloten("H-2026-000001", v.VoorzieningId, "B-2026-000009", v.Vandaag), door: "de herziening")
            .Dan(new HerzieningGoedgekeurd("H-2026-000001", v.VoorzieningId, "B-2026-000009", v.Vandaag), door: "de herziening")
            .Dan(new HerzieningVervallen("H-2026-000001", v.VoorzieningId, v.Vandaag, DoorInwoner: false), door: "de herziening")
            .Dan(new TerugvorderingBesloten("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), 100m, VanMeewerker: false, v.Vandaag,
                new("terugbetaling", v.Vandaag, v.Vandaag.AddDays(42), "Awb art. 4:87 lid 1"), Als(Termijnen.Bezwaar(v.Vandaag)),
                new("Met opzet verzwegen.")), door: "de herziening")
            .Dan(new BetaalregelingAfgesproken("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), v.Vandaag,
                [new(v.Vandaag.AddDays(30), 50m), new(v.Vandaag.AddDays(60), 50m)]), door: "de herziening")
            .Dan(new TerugvorderingBetaald("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), v.Vandaag, 50m, 50m), door: "de herziening")
            .Dan(new TerugvorderingVoldaan("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), v.Vandaag), door: "de herziening")
            .Dan(new TerugvorderingVerlaagd("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), v.Vandaag, Vorderwijziging.Bezwaar,
                0m, 0m, 50m, new("vordering-teruggeven", v.Vandaag, v.Vandaag.AddDays(42), "Awb art. 4:87 lid 1"), new("U had gelijk.")),
                door: "de herziening")
            .Dan(new TerugvorderingTerugbetaald("H-2026-000001", v.VoorzieningId, Guid.NewGuid(), v.Vandaag, 50m), door: "de herziening")
            .Dan(new HeroverwegingGepland(v.VoorzieningId, v.Vandaag.AddDays(90), v.Vandaag), door: "de voorziening")
            .Dan(new HeroverwegingNadert(v.VoorzieningId, v.Vandaag.AddDays(90)), door: "de voorziening")
            .Dan(new HeroverwegingGedaan(v.VoorzieningId, v.Vandaag, Heroverweeguitkomst.HulpPast), door: "de voorziening")
            .Dan(new TijdelijkeHulpZonderAanvraag(v.VoorzieningId, ZonderAanvraagreden.GeenAanvraag, v.Vandaag), door: "de voorziening")
            .Dan(new OverbruggingVervallen(v.VoorzieningId, v.Vandaag), door: "de voorziening")
            .Dan(new OverbruggingAangeboden(v.VoorzieningId, Periode.Einddatum, "M-2026-000002"), door: "de voorziening")
            .Dan(new EindeVoorzieningNadert(v.VoorzieningId, Periode.Einddatum), door: "de voorziening");
    }

    public DateOnly Vandaag => DateOnly.FromDateTime(_nu.UtcDateTime);
    public static Product Product { get; } = new("02", "02A05");
    public static Omvang Omvang { get; } = new(120, "01", "2");
    public static Periode Periode { get; } = new(new(2026, 7, 1), new(2027, 6, 30));
    internal static Vertrouwelijk<Persoonsgegevens> Persoon { get; } = new(new(Bsn, new("Bakker", null, "Anna", "A"), new(1950, 2, 3), null,
        2, null));
    public static Vertrouwelijk<Persoonskern> Kern { get; } = new(new(Bsn, new(1950, 2, 3)));

    private static Termijn Als(Termijnberekening t) => new(t.Soort, t.Start, t.Uiterlijk, t.Grondslag);
}
