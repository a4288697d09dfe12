using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// Help in kind is granted on Monday 11 May 2026, from 1 June 2026 to 31 May 2027. On Thursday 4 June the person calls and wants a pgb: an
/// aanvraag, on which the municipality decides at the latest on Thursday 18 June.
/// </summary>
public sealed class VormwijzigingTests : IAsyncLifetime
{
    private const string Verzoeken = "/beschikkingen/v1/wijzigingsverzoeken";
    private DienstFabriek<BeschikkingenDb>? _fabriek;
    private readonly GekozenVoorziening _hulp = Zin();

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser, sub: "beslisser-1");
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Backoffice => Fabriek.Als(Rollen.Backoffice);
    private HttpClient Zelf => Fabriek.Als(Rollen.Inwoner, bsn: Inwoner, sub: "inwoner-1");
    private string Hulp => $"/beschikkingen/v1/voorzieningen/{_hulp.VoorzieningId}";
    private string Formulier => $"{Hulp}/wijzigingsverzoeken";

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen, instellingen: new Dictionary<string, string>
        {
            ["Grenzen:WijzigingenPerPersoon"] = "2",
        });
        Op("2026-05-11");
        await Toegekend(_hulp);
        Op("2026-06-04");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task Another_form_is_an_aanvraag_about_the_help_as_it_is_granted()
    {
        var (verzoek, aanvraag) = await Gevraagd();

        var stand = await Beslisser.Lees(Dienst.Pad(aanvraag));
        (Tekst(stand["aanvraag"]!, "vorm"), Tekst(stand["aanvraag"]!, "uiterlijk"), Tekst(stand, "wijzigingsnummer"))
            .ShouldBe(("wijziging", "2026-06-18", verzoek));
        var gevraagd = stand["voorzieningen"]!.AsArray().ShouldHaveSingleItem()!;
        (gevraagd["voorzieningId"]!.GetValue<Guid>(), Tekst(gevraagd, "leveringsvorm"), gevraagd["agb"]).ShouldBe(
            (_hulp.VoorzieningId, "pgb", null));
        // From the day after the request: nobody gives up help that was given.
        (Tekst(gevraagd["periode"]!, "ingangsdatum"), Tekst(gevraagd["periode"]!, "einddatum")).ShouldBe(("2026-06-05", "2027-05-31"));
        stand["brief"]!["ondertekend"]!.GetValue<bool>().ShouldBeFalse("wie belt, tekent niet");
        var ontvangen = (await Gebeurd<AanvraagOntvangen>()).Single(a => a.Aanvraagnummer == aanvraag);
        ontvangen.Wijziging.ShouldBe(new(verzoek, _hulp.VoorzieningId, Leveringsvorm.Pgb, ontvangen.Wijziging!.PersoonId, Team));
        Tekst((await Zelf.Lees($"{Verzoeken}/{verzoek}"))["stand"]!, "uiterlijk").ShouldBe("2026-06-18");
        (await Zelf.Lees(Dienst.Pad(verzoek)))["uitleg"]![0]!["uitleg"]!.GetValue<string>().ShouldContain("donderdag 18 juni 2026");
    }

    [Fact]
    public async Task A_granted_pgb_changes_the_same_voorziening_and_ends_the_request()
    {
        var (verzoek, aanvraag) = await Gevraagd();
        Op("2026-06-12");
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-07-01"))).ShouldBe((422, "pgb-toets-ontbreekt"));
        await Getoetst(akkoord: true);
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-06-04"))).ShouldBe((422, "periode-past-niet"));
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-07-01", tot: "2027-04-30")))
            .ShouldBe((422, "periode-past-niet"));
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", Besluit(new { uitkomst = "toekennen", budget = 4000m })))
            .ShouldBe((422, "eerste-dag-ontbreekt"));
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", Besluit(new
        {
            uitkomst = "gedeeltelijk-toekennen",
            budget = 4000m,
            omvang = new { volume = 60, eenheid = "01", frequentie = "2" },
        }))).ShouldBe((422, "alleen-de-vorm"));

        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-07-01"));
        (await Backoffice.Weigert($"{Verzoeken}/{verzoek}/afronding", new { })).ShouldBe((409, "besluit-nodig"));
        var bekend = await Beslisser.Doe($"{Dienst.Pad(verzoek)}/bekendmaking", new { });

        // Six weeks after 12 June.
        Tekst(bekend, "bezwaarUiterlijk").ShouldBe("2026-07-24");
        (await Gebeurd<BeschikkingBekendgemaakt>())[^1].VanWijziging.ShouldBeTrue();
        var gewijzigd = (await Gebeurd<VoorzieningGewijzigd>()).ShouldHaveSingleItem();
        (gewijzigd.Stand, gewijzigd.Soort, gewijzigd.VoorzieningId).ShouldBe((2, Besluitsoort.Vormwijziging, _hulp.VoorzieningId));
        gewijzigd.Delen.Select(d => (d.Leveringsvorm, d.Periode.Ingangsdatum, d.Periode.Einddatum, d.Budget, d.Agb)).ShouldBe(
        [
            (Leveringsvorm.Zin, Loop.Dag("2026-06-01"), Loop.Dag("2026-06-30"), null, "12345678"),
            (Leveringsvorm.Pgb, Loop.Dag("2026-07-01"), Loop.Dag("2027-05-31"), 4000m, null),
        ]);
        (await Afronding(verzoek)).ShouldBe(("besloten", Tekst(bekend, "beschikkingnummer")));
    }

    [Fact]
    public async Task A_refused_pgb_needs_a_ground_of_the_law_and_leaves_the_help_as_it_is()
    {
        var (verzoek, aanvraag) = await Gevraagd();
        await Getoetst(akkoord: false);
        var pad = $"{Dienst.Pad(aanvraag)}/besluit";
        (await Beslisser.Weigert(pad, Besluit(new { uitkomst = "afwijzen" }))).ShouldBe((422, "grond-ontbreekt"));
        (await Beslisser.Weigert(pad, Besluit(new
        {
            uitkomst = "toekennen",
            leveringsvorm = "zin",
            agb = "12345678",
            pgbWeigering = "niet-vaardig",
        }))).ShouldBe((422, "vorm-blijft"));
        (await Backoffice.Weigert($"{Dienst.Pad(aanvraag)}/zinkeuzes", new { voorzieningId = _hulp.VoorzieningId, wilGeenZin = true }))
            .ShouldBe((409, "hulp-blijft"));

        await Beslisser.Doe(pad, Besluit(new { uitkomst = "afwijzen", pgbWeigering = "niet-vaardig" }));
        var bekend = await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/bekendmaking", new { });

        (await Gebeurd<VoorzieningGewijzigd>()).ShouldBeEmpty();
        (await Gebeurd<BeschikkingBekendgemaakt>())[^1].Voorzieningen.ShouldHaveSingleItem().PgbGeweigerd
            .ShouldBe(PgbWeigering.NietVaardig);
        (await Beslisser.Lees(Hulp))["delen"]!.AsArray().ShouldHaveSingleItem()!["leveringsvorm"]!.GetValue<string>().ShouldBe("zin");
        (await Afronding(verzoek)).ShouldBe(("besloten", Tekst(bekend, "beschikkingnummer")));
        using var bezwaar = await Backoffice.Stuur("/beschikkingen/v1/bezwaren",
            new { nummer = verzoek, gronden = "Ik kan het wel.", ontvangenOp = "2026-06-04" });
        bezwaar.StatusCode.ShouldBe(HttpStatusCode.Created, await bezwaar.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_late_decision_has_its_notice_dwangsom_and_way_to_the_court()
    {
        var (verzoek, aanvraag) = await Gevraagd();
        Op("2026-06-19");
        var brief = await Gemaakt($"{Dienst.Pad(verzoek)}/ingebrekestellingen", new { ontvangenOp = "2026-06-19" });
        // Fourteen days after 19 June.
        (Tekst(brief, "oordeel"), Tekst(brief, "beslisUiterlijk")).ShouldBe(("geldig", "2026-07-03"));

        (await Consulent.Weigert($"{Verzoeken}/{verzoek}/onderzoek", new { motivering = "Het is ingewikkeld." }))
            .ShouldBe((409, "beslistermijn-voorbij"));

        Op("2026-07-09");
        var beroep = await Gemaakt("/beschikkingen/v1/beroepen",
            new { soort = "niet-tijdig", nummer = verzoek, rechtbanknummer = "LEL 26/1", ingesteldOp = "2026-07-08" });
        Tekst(beroep, "besluitnummer").ShouldBe(aanvraag);
        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/besluit", Besluit(new { uitkomst = "afwijzen", pgbWeigering = "niet-gemotiveerd" }));
        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/bekendmaking", new { });

        // 4 to 8 July: five days of 23 euro.
        var schuld = (await Gebeurd<DwangsomVerschuldigd>()).ShouldHaveSingleItem();
        (schuld.Dagen, schuld.Bedrag).ShouldBe((5, 115m));
    }

    [Fact]
    public async Task Within_the_term_it_becomes_a_melding_of_its_day_and_the_aanvraag_ends()
    {
        var (verzoek, aanvraag) = await Gevraagd();
        Op("2026-06-18");

        await Consulent.Doe($"{Verzoeken}/{verzoek}/onderzoek", new { motivering = "De situatie is veranderd." });

        (await Gebeurd<WijzigingVraagtOnderzoek>()).ShouldHaveSingleItem().OntvangenOp.ShouldBe(Loop.Dag("2026-06-04"));
        var melding = (await Gebeurd<AanvraagWerdMelding>()).ShouldHaveSingleItem();
        (melding.GewordenOp, melding.OntvangenOp).ShouldBe((Loop.Dag("2026-06-18"), Loop.Dag("2026-06-04")));
        Tekst((await Beslisser.Lees(Dienst.Pad(aanvraag)))["aanvraag"]!, "status").ShouldBe("melding-geworden");
        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/besluit", Besluit(new { uitkomst = "afwijzen", pgbWeigering = "niet-vaardig" })))
            .ShouldBe((409, "aanvraag-werd-melding"));
        (await Consulent.Weigert($"{Verzoeken}/{verzoek}/onderzoek", new { motivering = "Nog eens." })).ShouldBe((409, "al-een-melding"));
    }

    [Fact]
    public async Task What_was_recorded_late_needs_a_reason_and_a_corrected_day_moves_all_terms()
    {
        Op("2026-06-10");
        (await Backoffice.Weigert(Formulier, Vraag(ontvangenOp: "2026-06-04"))).ShouldBe((422, "reden-laat-ontbreekt"));
        var (verzoek, aanvraag) = await Gevraagd(ontvangenOp: "2026-06-04", redenLaat: "De brief lag bij een ander team.");
        (await Backoffice.Weigert($"{Dienst.Pad(aanvraag)}/ontvangst", new { ontvangenOp = "2026-05-10", reden = "Eerder." }))
            .ShouldBe((422, "dag-te-vroeg"));

        var termijn = await Backoffice.Doe($"{Dienst.Pad(aanvraag)}/ontvangst", new { ontvangenOp = "2026-06-02", reden = "Het stempel." });

        Tekst(termijn, "uiterlijk").ShouldBe("2026-06-16");
        var correctie = (await Gebeurd<WijzigingsontvangstGecorrigeerd>()).ShouldHaveSingleItem();
        // Eight weeks after 2 June.
        (correctie.Was, correctie.OntvangenOp, correctie.Belofte.Uiterlijk).ShouldBe(
            (Loop.Dag("2026-06-04"), Loop.Dag("2026-06-02"), Loop.Dag("2026-07-28")));
        Tekst((await Backoffice.Lees($"{Verzoeken}?open=true"))["items"]!.AsArray().Single()!, "uiterlijk").ShouldBe("2026-06-16");
        verzoek.ShouldNotBeNull();
    }

    [Fact]
    public async Task Taken_back_or_passed_on_both_end_together()
    {
        var (eerste, aanvraag) = await Gevraagd();
        await Zelf.Doe($"{Verzoeken}/{eerste}/intrekking", new { });
        Tekst((await Beslisser.Lees(Dienst.Pad(aanvraag)))["aanvraag"]!, "status").ShouldBe("ingetrokken");
        (await Gebeurd<AanvraagIngetrokken>()).ShouldHaveSingleItem().Wijzigingsnummer.ShouldBe(eerste);
        (await Afronding(eerste)).ShouldBe(("ingetrokken", aanvraag));

        var (tweede, volgende) = await Gevraagd();
        using var weg = await Beslisser.Stuur($"{Dienst.Pad(volgende)}/doorzending",
            new { gemeente = "Lelystad", motivering = "De inwoner woont daar." });
        weg.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Afronding(tweede)).ShouldBe(("doorgezonden", volgende));
    }

    [Fact]
    public async Task Another_decision_meanwhile_makes_that_the_form_is_decided_again()
    {
        var (_, aanvraag) = await Gevraagd();
        await Getoetst(akkoord: true);
        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-07-01"));
        var herziening = Tekst(await Gemaakt($"{Hulp}/herzieningen", new
        {
            grond = "in-overeenstemming",
            gevraagdOp = "2026-06-04",
            verandering = new { vanaf = "2026-06-15", einddatum = "2027-08-31" },
        }), "herzieningnummer");
        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/besluit", new { motivering = "De hulp duurt langer." });
        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/bekendmaking", new { });

        (await Beslisser.Weigert($"{Dienst.Pad(aanvraag)}/bekendmaking", new { })).ShouldBe((409, "hulp-intussen-gewijzigd"));
        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/besluit", AlsPgb("2026-07-01", tot: "2027-08-31"),
            ifMatch: await Beslisser.Etag(Dienst.Pad(aanvraag)));
        await Beslisser.Doe($"{Dienst.Pad(aanvraag)}/bekendmaking", new { });

        var stand = (await Gebeurd<VoorzieningGewijzigd>())[^1];
        (stand.Stand, stand.Delen[^1].Leveringsvorm, stand.Delen[^1].Periode.Einddatum).ShouldBe(
            (3, Leveringsvorm.Pgb, Loop.Dag("2027-08-31")));
    }

    [Fact]
    public async Task From_a_pgb_to_help_in_kind_names_the_provider_and_the_shorter_budget()
    {
        Op("2026-05-11");
        var pgb = Pgb();
        await Fabriek.Verwerk(Toets(pgb.VoorzieningId, true));
        await Toegekend(pgb, 9000m);
        Op("2026-06-04");
        var verzoek = await Gemaakt($"/beschikkingen/v1/voorzieningen/{pgb.VoorzieningId}/wijzigingsverzoeken",
            new { vraag = "pgb-naar-zin", toelichting = "Te veel geregel.", kanaal = "brief" });
        var pad = $"{Dienst.Pad(Tekst(verzoek, "aanvraagnummer")!)}/besluit";
        object Wordt(string? agb) => new
        {
            besluiten = new[] { new { voorzieningId = pgb.VoorzieningId, uitkomst = "toekennen", motivering = "Dat past.", agb,
                budgetTotDan = 750m, periode = new { ingangsdatum = "2026-07-01", einddatum = "2027-05-31" } } },
        };
        (await Beslisser.Weigert(pad, Wordt(null))).ShouldBe((422, "aanbieder-ontbreekt"));

        await Beslisser.Doe(pad, Wordt("12345678"));
        await Beslisser.Doe($"{Dienst.Pad(Tekst(verzoek, "aanvraagnummer")!)}/bekendmaking", new { });

        (await Gebeurd<VoorzieningGewijzigd>()).Single(g => g.VoorzieningId == pgb.VoorzieningId).Delen
            .Select(d => (d.Leveringsvorm, d.Budget, d.Agb))
            .ShouldBe([(Leveringsvorm.Pgb, 750m, null), (Leveringsvorm.Zin, null, "12345678")]);
    }

    [Fact]
    public async Task Who_wants_to_stop_is_recorded_and_waits_for_the_decision_that_is_prepared()
    {
        var herziening = await Herziening("2026-09-01");
        var verzoek = await Gemaakt(Formulier, Stop("2026-07-31"));
        var nummer = Tekst(verzoek, "wijzigingsnummer")!;
        (Tekst(verzoek, "laatsteDag"), verzoek["afronding"]).ShouldBe(("2026-07-31", null));
        (await Gebeurd<WijzigingsverzoekOntvangen>())[^1].Wacht.ShouldBe(new(herziening, Loop.Dag("2026-07-31")));
        (await Backoffice.Weigert($"{Hulp}/opzegging", new { laatsteDag = "2026-07-31" })).ShouldBe((409, "herziening-loopt-al"));
        (await Backoffice.Weigert(Formulier, Stop("2026-07-31"))).ShouldBe((409, "wijziging-al-gevraagd"));
        Op("2026-06-20");

        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/verval", new { });

        var opzegging = (await Gebeurd<WijzigingGevraagd>()).ShouldHaveSingleItem();
        // The first day without help is the day after the one that the person named, and it counts as asked on the first day.
        (opzegging.Vanaf, opzegging.GevraagdOp, opzegging.Einde).ShouldBe((Loop.Dag("2026-08-01"), Loop.Dag("2026-06-04"), true));
        (await Afronding(nummer)).ShouldBe(("opzegging", opzegging.Herzieningnummer));
    }

    [Fact]
    public async Task An_opzegging_has_nothing_left_to_do_when_the_help_ends_sooner_otherwise()
    {
        var herziening = await Herziening("2026-08-01");
        var nummer = Tekst(await Gemaakt(Formulier, Stop("2026-08-31")), "wijzigingsnummer")!;
        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/voornemen",
            new { uiterlijk = "2026-06-19", toelichting = "Het gaat beter." });
        Op("2026-06-20");
        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/besluit", new { motivering = "Het gaat beter." });
        await Beslisser.Doe($"/beschikkingen/v1/herzieningen/{herziening}/bekendmaking", new { });

        (await Afronding(nummer)).ShouldBe(("niet-meer-nodig", null));
    }

    [Fact]
    public async Task Who_names_another_last_day_before_the_decision_takes_the_first_one_back()
    {
        var eerste = Tekst((await Gemaakt(Formulier, Stop("2026-07-31")))["afronding"]!, "nummer");
        Tekst((await Gemaakt(Formulier, Stop("2026-07-31")))["afronding"]!, "nummer").ShouldBe(eerste, "dezelfde dag");

        var tweede = Tekst((await Gemaakt(Formulier, Stop("2026-08-31")))["afronding"]!, "nummer");

        tweede.ShouldNotBe(eerste);
        (await Gebeurd<HerzieningVervallen>()).ShouldHaveSingleItem().Herzieningnummer.ShouldBe(eerste);
    }

    [Fact]
    public async Task A_resident_asks_so_many_changes_in_a_day_and_the_municipality_records_all()
    {
        await Vraag(Zelf, "andere-hulp");
        await Vraag(Zelf, "andere-aanbieder");

        using var derde = await Zelf.Stuur(Formulier, new { vraag = "rekeningnummer", toelichting = "Anders." });
        derde.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        derde.Headers.RetryAfter.ShouldNotBeNull();
        await Vraag(Backoffice, "rekeningnummer");
        Op("2026-06-05");
        await Vraag(Zelf, "rekeningnummer");

        Task Vraag(HttpClient wie, string vraag) => Gemaakt(Formulier, new { vraag, toelichting = "Graag anders." }, wie);
    }

    [Fact]
    public async Task A_letter_that_also_asks_for_a_change_has_a_part_for_it_of_the_same_day()
    {
        Op("2026-06-10");
        await Fabriek.Verwerk(new MeldingGedaan(
            $"M-2026-{Dossiernummer[7..]}", Guid.NewGuid(), new(2026, 5, 1), Meldkanaal.Web, Team, false,
            new("bevestiging", new(2026, 5, 1), new(2026, 5, 8), "Servicenorm"), new(new MeldingInhoud(Inwoner, "Hulp.", null, null)))
        { Dossiernummer = Dossiernummer, AggregaatId = Guid.NewGuid(), Versie = 1, Op = DateTimeOffset.UtcNow });
        object Brief(object wijziging) => new
        {
            dossiernummer = Dossiernummer,
            ontvangenOp = "2026-06-04",
            delen = new[] { new { soort = "bezwaar", nummer = (string?)Beschikking, tekst = "Te weinig.", wijziging = (object?)null },
                new { soort = "wijziging", nummer = (string?)null, tekst = "Ik wil een pgb.", wijziging = (object?)wijziging } },
        };
        (await Backoffice.Weigert("/beschikkingen/v1/brieven", Brief(new { voorzieningId = _hulp.VoorzieningId, vraag = "zin-naar-pgb" })))
            .ShouldBe((422, "reden-laat-ontbreekt"));
        (await Backoffice.Weigert("/beschikkingen/v1/brieven", Brief(new { voorzieningId = _hulp.VoorzieningId, vraag = "stoppen" })))
            .ShouldBe((400, "ongeldige-invoer"));

        var zaken = (await Backoffice.Doe("/beschikkingen/v1/brieven", Brief(
            new { voorzieningId = _hulp.VoorzieningId, vraag = "zin-naar-pgb", redenLaat = "Pas nu herkend." })))["zaken"]!.AsArray();

        var nummer = Tekst(zaken[1]!, "nummer")!;
        nummer.ShouldStartWith("W-");
        var stand = (await Backoffice.Lees($"{Verzoeken}/{nummer}"))["stand"]!;
        (Tekst(stand, "ontvangenOp"), Tekst(stand, "kanaal"), Tekst(stand, "uiterlijk")).ShouldBe(("2026-06-04", "brief", "2026-06-18"));
    }

    [Fact]
    public async Task A_notice_about_a_request_on_which_no_decision_is_due_is_refused_with_why()
    {
        var nummer = Tekst(await Gemaakt(Formulier, new { vraag = "andere-aanbieder", toelichting = "Anders.", kanaal = "brief" }),
            "wijzigingsnummer");
        var (_, aanvraag) = await Gevraagd();

        (await Backoffice.Weigert("/beschikkingen/v1/ingebrekestellingen", new
        {
            ontvangenOp = "2026-06-04",
            zaken = new[] { new { nummer }, new { nummer = (string?)aanvraag } },
        })).ShouldBe((409, "geen-aanvraag"));
    }

    private string Dossiernummer { get; set; } = "";
    private string? Beschikking { get; set; }

    private async Task Toegekend(GekozenVoorziening hulp, decimal? budget = null)
    {
        var verslag = Verslag(Loop.Dag("2026-05-11"), hulp);
        await Fabriek.Verwerk(verslag);
        Dossiernummer = verslag.Dossiernummer;
        await Beslisser.Doe($"{Dienst.Pad(Dossiernummer)}/besluit", Dienst.Toekennen(hulp, budget));
        Beschikking = Tekst(await Beslisser.Doe($"{Dienst.Pad(Dossiernummer)}/bekendmaking", new { }), "beschikkingnummer");
    }

    private static object Vraag(string? ontvangenOp = null, string? redenLaat = null) =>
        new { vraag = "zin-naar-pgb", toelichting = "Mijn buurvrouw kan mij helpen.", kanaal = "telefoon", ontvangenOp, redenLaat };

    private static object Stop(string laatsteDag) =>
        new { vraag = "stoppen", toelichting = "Het gaat goed.", kanaal = "telefoon", laatsteDag };

    /// <summary>The request, and the aanvraag that it is.</summary>
    private async Task<(string Verzoek, string Aanvraag)> Gevraagd(string? ontvangenOp = null, string? redenLaat = null)
    {
        var verzoek = await Gemaakt(Formulier, Vraag(ontvangenOp, redenLaat));
        return (Tekst(verzoek, "wijzigingsnummer")!, Tekst(verzoek, "aanvraagnummer")!);
    }

    private async Task<string> Herziening(string vanaf) => Tekst(await Gemaakt($"{Hulp}/herzieningen",
        new { grond = "niet-meer-aangewezen", verandering = new { vanaf, einde = true } }), "herzieningnummer")!;

    private Task Getoetst(bool akkoord) => Fabriek.Verwerk(Toets(_hulp.VoorzieningId, akkoord));

    private object Besluit(object besluit)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(besluit)!.AsObject();
        json["voorzieningId"] = _hulp.VoorzieningId;
        json["motivering"] = "Dit is waarom.";
        return new { besluiten = new[] { json } };
    }

    private object AlsPgb(string vanaf, string tot = "2027-05-31") => Besluit(new
    {
        uitkomst = "toekennen",
        budget = 4000m,
        periode = new { ingangsdatum = vanaf, einddatum = tot },
    });

    private async Task<(string? Afloop, string? Nummer)> Afronding(string verzoek) =>
        (await Backoffice.Lees($"{Verzoeken}/{verzoek}"))["stand"]!["afronding"]! is var a ? (Tekst(a, "afloop"), Tekst(a, "nummer"))
            : default;

    private async Task<JsonNode> Gemaakt(string pad, object body, HttpClient? wie = null)
    {
        using var antwoord = await (wie ?? Backoffice).Stuur(pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private static string? Tekst(JsonNode van, string veld) => van[veld]?.GetValue<string>();

    private async Task<List<T>> Gebeurd<T>() where T : Gebeurtenis => [.. (await Fabriek.Aangekondigd()).OfType<T>()];

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));
}
