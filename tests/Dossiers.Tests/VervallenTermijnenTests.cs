using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>
/// A duty that fell away was neither met nor missed. Per end of a procedure: the terms that lapse, and those that were met.
/// </summary>
public sealed class VervallenTermijnenTests
{
    private const string Bezwaar = Verhaal.Bezwaarnummer;
    private const string Klacht = Verhaal.Klachtnummer;
    private const string Wijziging = Verhaal.Wijzigingsnummer;
    private static readonly DateOnly Dag = new(2026, 6, 1);

    [Theory]
    // The melding and its onderzoek.
    [InlineData("melding-ingetrokken", "bevestiging", false)]
    [InlineData("melding-ingetrokken", "onderzoek", false)]
    [InlineData("melding-ingetrokken", "spoed", false)]
    [InlineData("verhuisd", "bevestiging", false)]
    [InlineData("verhuisd", "onderzoek", false)]
    [InlineData("verhuisd", "spoed", false)]
    [InlineData("overleden", "bevestiging", false)]
    [InlineData("wlz", "onderzoek", true)]
    [InlineData("ander-domein", "onderzoek", true)]
    // The aanvraag.
    [InlineData("aanvraag-ingetrokken", "beschikking", false)]
    [InlineData("aanvraag-ingetrokken", "aanvulling", false)]
    [InlineData("aanvraag-ingetrokken", "zienswijze", false)]
    [InlineData("aanvraag-ingetrokken", "ingebrekestelling", false)]
    [InlineData("aanvraag-doorgezonden", "beschikking", false)]
    [InlineData("aanvraag-doorgezonden", "aanvulling", false)]
    [InlineData("aanvraag-doorgezonden", "ingebrekestelling", false)]
    [InlineData("buiten-behandeling", "beschikking", true)]
    [InlineData("buiten-behandeling", "buiten-behandeling", false)]
    // The bezwaar.
    [InlineData("bezwaar-ingetrokken", "beslissing-op-bezwaar", false)]
    [InlineData("bezwaar-ingetrokken", "bezwaarherstel", false)]
    [InlineData("bezwaar-ingetrokken", "nadere-stukken", false)]
    [InlineData("bezwaar-ingetrokken", "ter-inzage", false)]
    [InlineData("bezwaar-ingetrokken", "reactie-op-feit", false)]
    // The klacht.
    [InlineData("klacht-opgelost", "klacht", false)]
    [InlineData("klacht-ingetrokken", "klacht", false)]
    [InlineData("klacht-bezwaar", "klacht", false)]
    [InlineData("klacht-naar-aanbieder", "klacht", false)]
    [InlineData("klacht-niet-behandeld", "klacht", false)]
    [InlineData("klacht-niet-behandeld", "klacht-niet-behandelen", true)]
    [InlineData("klacht-gegrond", "klacht", true)]
    [InlineData("klacht-deels-gegrond", "klacht", true)]
    [InlineData("klacht-ongegrond", "klacht", true)]
    [InlineData("klacht-ingetrokken", "klachtvraag", false)]
    // The request for change.
    [InlineData("wijziging-ingetrokken", "wijziging", false)]
    [InlineData("wijziging-opgezegd", "wijziging", true)]
    [InlineData("wijziging-verwezen", "wijziging", true)]
    [InlineData("wijziging-besloten", "wijziging", true)]
    // The court, the help.
    [InlineData("beroep-ingetrokken", "processtukken", false)]
    [InlineData("herziening-vervallen", "zienswijze", false)]
    [InlineData("hulp-stopt", "heroverweging", false)]
    [InlineData("overleden-met-hulp", "heroverweging", false)]
    public void A_term_whose_duty_fell_away_lapsed_and_one_whose_duty_was_done_was_met(string einde, string soort, bool gehaald)
    {
        var v = Na(einde);

        var termijn = v.Beeld.Termijnen.Last(t => t.Soort == soort);

        (termijn.VoldaanOp is not null, termijn.Vervallen, termijn.Loopt).ShouldBe((gehaald, !gehaald, false));
    }

    private static Verhaal Na(string einde) => einde switch
    {
        "melding-ingetrokken" => Begonnen().Dan(new MeldingIngetrokken(Dag)),
        "verhuisd" => Begonnen().Dan(new OnderzoekGestopt(Stopreden.AndereGemeente, Dag)),
        "wlz" => Begonnen().Dan(new OnderzoekGestopt(Stopreden.Wlz, Dag)),
        "ander-domein" => Begonnen().Dan(new OnderzoekGestopt(Stopreden.AnderDomein, Dag)),
        "overleden" => Begonnen() is var v ? v.Dan(Overleden(v)) : null!,
        "aanvraag-ingetrokken" => Aanvraag() is var v ? v.Dan(new AanvraagIngetrokken(Dag, [v.VoorzieningId], Geheel: true)) : null!,
        "aanvraag-doorgezonden" => Aanvraag().Dan(new AanvraagDoorgezonden("Lelystad", Dag)),
        "buiten-behandeling" => Aanvraag() is var v ? v.Dan(new AanvultermijnVerstreken(v.GesprekId, Dag, Twee("beschikking"), null,
            Twee("buiten-behandeling"))).Beschikt(Leveringsvorm.Zin, Uitkomst.BuitenBehandeling) : null!,
        "bezwaar-ingetrokken" => Bezwaren().Bezwaar(new BezwaarIngetrokken(Bezwaar, Dag)),
        "klacht-opgelost" => Klachten(Klachtafloop.Opgelost),
        "klacht-ingetrokken" => Klachten(Klachtafloop.Ingetrokken),
        "klacht-bezwaar" => Klachten(Klachtafloop.Bezwaar),
        "klacht-naar-aanbieder" => Klachten(Klachtafloop.NaarAanbieder),
        "klacht-niet-behandeld" => Klachten(Klachtafloop.NietBehandeld),
        "klacht-gegrond" => Klachten(Klachtafloop.Gegrond),
        "klacht-deels-gegrond" => Klachten(Klachtafloop.DeelsGegrond),
        "klacht-ongegrond" => Klachten(Klachtafloop.Ongegrond),
        "wijziging-ingetrokken" => Wijzigingen(Wijzigingsafloop.Ingetrokken),
        "wijziging-opgezegd" => Wijzigingen(Wijzigingsafloop.Opzegging),
        "wijziging-verwezen" => Wijzigingen(Wijzigingsafloop.Verwezen),
        "wijziging-besloten" => Wijzigingen(Wijzigingsafloop.Besloten),
        "beroep-ingetrokken" => Verhaal.Gemeld().InOnderzoek().Beroep(new BeroepIngesteld(Verhaal.Beroepnummer, Beroepsoort.Beroep, Dag,
            Bezwaar, Twee("processtukken"))).Beroep(new BeroepIngetrokken(Verhaal.Beroepnummer, Dag)),
        "herziening-vervallen" => Hulp() is var v ? v.Dan(new HerzieningVoorgenomen("H-2026-000001", v.VoorzieningId,
                Herzieningsgrond.NietMeerAangewezen, Dag, false, Twee("zienswijze"), new("Het gaat beter.")), "de herziening")
            .Dan(new HerzieningVervallen("H-2026-000001", v.VoorzieningId, Dag, DoorInwoner: false), "de herziening") : null!,
        "hulp-stopt" => Hulp().Gewijzigd(Leveringsvorm.Zin, new(2026, 12, 31)),
        "overleden-met-hulp" => Hulp() is var v ? v.Dan(Overleden(v)) : null!,
        _ => throw new ArgumentOutOfRangeException(nameof(einde), einde, null),
    };

    private static PersoonsgegevensGewijzigd Overleden(Verhaal v) => new(v.PersoonId, false, Verhaal.Persoon, [])
    {
        Signalen = [Brpsignaal.Overleden],
        Persoonstand = 2,
    };

    private static Verhaal Begonnen() => Verhaal.Gemeld(spoed: true).Dan(new OnderzoekGeopend("M-2026-000001", Twee("onderzoek")));

    private static Verhaal Aanvraag()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        return v.Dan(new AanvullingGevraagd(v.GesprekId, Dag, Dag.AddDays(14), Twee("beschikking"), null,
                new(new Aanvulvraag(["Een offerte"], null))))
            .Dan(new VoornemenAangekondigd(v.GesprekId, Twee("zienswijze"), new(new Voornementekst("Minder.", "De huisgenoot helpt."))))
            .Dan(new IngebrekestellingOntvangen(v.GesprekId, Dag, Ingebrekestellingsoordeel.Geldig, Twee("ingebrekestelling")));
    }

    private static Verhaal Bezwaren()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen);
        return v.Bezwaar(new BezwaarOntvangen(Bezwaar, Dag, BestredenSoort.Beschikking, "B-2026-000001", [v.VoorzieningId],
                Bezwaartijdigheid.OpTijd, Twee("bezwaar"), Twee("beslissing-op-bezwaar")))
            .Bezwaar(new BezwaarherstelGevraagd(Bezwaar, v.GesprekId, Dag, Dag.AddDays(14), [Verzuimsoort.Gronden],
                Twee("beslissing-op-bezwaar"), null))
            .Bezwaar(new HoorzittingGepland(Bezwaar, v.GesprekId, new(Dag, new(10, 0), TimeSpan.Zero), Twee("nadere-stukken"),
                Twee("ter-inzage"), new("Stadhuis")))
            .Bezwaar(new NieuwFeitGemeld(Bezwaar, v.GesprekId, Dag, Dag.AddDays(14), new("Een rapport.")));
    }

    private static Verhaal Klachten(Klachtafloop afloop) => Verhaal.Gemeld().InOnderzoek()
        .Klacht(new KlachtOntvangen(Klacht, Dag, Klachtonderwerp.Besluit, Twee("klacht"), Twee("klacht-niet-behandelen")))
        .Klacht(new KlachtbedoelingGevraagd(Klacht, "B-2026-000001", Dag, Dag.AddDays(14)))
        .Klacht(new KlachtAfgerond(Klacht, Dag, afloop, null, null));

    private static Verhaal Wijzigingen(Wijzigingsafloop afloop) => Hulp() is var v ? v.Wijziging(new WijzigingsverzoekOntvangen(
            Wijziging, v.VoorzieningId, Dag, Meldkanaal.Telefoon, Wijzigingsvraag.ZinNaarPgb, Wijzigingsroute.Aanvraag, Twee("wijziging"))
    { Beslistermijn = Twee("beschikking") }).Wijziging(new WijzigingsverzoekAfgerond(Wijziging, Dag, afloop, null)) : null!;

    private static Verhaal Hulp()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        return v.Dan(new HeroverwegingGepland(v.VoorzieningId, new(2027, 3, 1), Dag), "de voorziening");
    }

    private static Termijn Twee(string soort) => new(soort, Dag, new(2026, 6, 15), "de wet");
}
