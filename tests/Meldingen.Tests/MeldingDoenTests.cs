using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>Reporting a need.</summary>
public sealed class MeldingDoenTests(Dienst dienst)
{
    [Fact]
    public async Task A_melding_gives_the_numbers_and_the_day_of_confirmation_at_once()
    {
        var antwoord = await Dienst.Post(dienst.Inwoner(TestBsn.Nieuw()), new { kanaal = "web", hulpvraag = "Ik kom mijn dag niet door." });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        var melding = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!;
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        Nummers.IsDossiernummer(melding["dossiernummer"]!.GetValue<string>()).ShouldBeTrue();
        melding["meldingnummer"]!.GetValue<string>().ShouldStartWith("M-");
        melding["status"]!.GetValue<string>().ShouldBe("ontvangen");
        melding["ontvangenOp"]!.GetValue<string>().ShouldBe(vandaag.ToString("yyyy-MM-dd", null));
        melding["bevestigingUiterlijk"]!.GetValue<string>()
            .ShouldBe(Termijnen.Bevestiging(vandaag,
            Gemeentebeleid.Almere.Op(vandaag).Waarde.Servicenormen).Uiterlijk.ToString("yyyy-MM-dd", null));
        antwoord.Headers.Location!.ToString().ShouldBe($"{Dienst.Pad}/{melding["meldingnummer"]}");
    }

    [Fact]
    public async Task A_melding_is_stored_together_with_its_announcement()
    {
        var bsn = TestBsn.Nieuw();

        var melding = await dienst.Meld(bsn);

        var gedaan = (await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>().Single();
        gedaan.Versie.ShouldBe(1);
        gedaan.Meldingnummer.ShouldBe(melding["meldingnummer"]!.GetValue<string>());
        gedaan.Inhoud.Waarde.ShouldBe(new MeldingInhoud(bsn, "Ik heb hulp nodig.", null, null));
    }

    [Fact]
    public async Task Who_it_is_and_what_was_asked_are_sealed_in_the_outbox()
    {
        var bsn = TestBsn.Nieuw();
        await Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { kanaal = "web", hulpvraag = "Aasvraag.", email = "aas@example.org" }));

        var inhoud = await dienst.Fabriek.Vraag(db => db.Set<OutboxMessage>().Select(u => u.Body).ToListAsync());

        foreach (var tekst in inhoud.Select(Encoding.UTF8.GetString))
            foreach (var aas in new[] { bsn, "Aasvraag", "aas@example.org" }) tekst.ShouldNotContain(aas);
    }

    [Fact]
    public async Task A_melding_posted_twice_with_the_same_key_gives_the_same_number()
    {
        var bsn = TestBsn.Nieuw();
        var inwoner = dienst.Inwoner(bsn);
        var sleutel = Guid.NewGuid().ToString();

        var eerste = await Dienst.Post(inwoner, """{ "kanaal": "web", "hulpvraag": "Ik heb hulp nodig." }""", sleutel);
        // Other white space and another order do not make it another request.
        var tweede = await Dienst.Post(inwoner, """{"hulpvraag":"Ik heb hulp nodig.","kanaal":"web"}""", sleutel);

        tweede.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await tweede.Content.ReadAsStringAsync()).ShouldBe(await eerste.Content.ReadAsStringAsync());
        tweede.Headers.Location.ShouldBe(eerste.Headers.Location);
        (await dienst.AantalMeldingen(bsn)).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_cannot_be_stored_is_a_400_and_no_melding()
    {
        var bsn = TestBsn.Nieuw();

        await Dienst.Geweigerd(Dienst.Post(dienst.Inwoner(bsn), """{ "kanaal": "web", "hulpvraag": "Ik heb\u0000hulp nodig." }"""),
            400, "ongeldige-invoer");

        (await dienst.AantalMeldingen(bsn)).ShouldBe(0);
    }

    [Fact]
    public async Task Pressed_many_times_at_once_there_is_one_melding()
    {
        var bsn = TestBsn.Nieuw();
        var inwoner = dienst.Inwoner(bsn);
        var sleutel = Guid.NewGuid().ToString();

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Dienst.Ok(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Snel." }, sleutel))));

        antwoorden.Select(a => a!["meldingnummer"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        (await dienst.AantalMeldingen(bsn)).ShouldBe(1);
        (await dienst.Aangekondigd(antwoorden[0]!["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_422()
    {
        var bsn = TestBsn.Nieuw();
        var inwoner = dienst.Inwoner(bsn);
        var sleutel = Guid.NewGuid().ToString();
        await Dienst.Ok(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Eén." }, sleutel));

        await Dienst.Geweigerd(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Twee." }, sleutel), 422, "sleutel-hergebruikt");
        (await dienst.AantalMeldingen(bsn)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_of_two_people_makes_two_meldingen()
    {
        var sleutel = Guid.NewGuid().ToString();

        var een = await Dienst.Ok(Dienst.Post(dienst.Inwoner(TestBsn.Nieuw()), new { kanaal = "web", hulpvraag = "Hulp." }, sleutel));
        var ander = await Dienst.Ok(Dienst.Post(dienst.Inwoner(TestBsn.Nieuw()), new { kanaal = "web", hulpvraag = "Hulp." }, sleutel));

        ander!["meldingnummer"]!.GetValue<string>().ShouldNotBe(een!["meldingnummer"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_refusal()
    {
        var inwoner = dienst.Inwoner(TestBsn.Nieuw());
        var sleutel = Guid.NewGuid().ToString();
        await Dienst.Geweigerd(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "" }, sleutel), 400, "ongeldige-invoer");

        await Dienst.Ok(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Nu wel." }, sleutel));
    }

    [Fact]
    public async Task A_melding_without_a_key_is_refused()
    {
        (await Dienst.Geweigerd(Dienst.Post(dienst.Inwoner(TestBsn.Nieuw()), new { kanaal = "web", hulpvraag = "Hulp." }, sleutel: null),
            400, "ongeldige-invoer"))
            .ShouldBe(["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_resident_reports_only_for_themselves()
    {
        var (eigen, ander) = (TestBsn.Nieuw(), TestBsn.Nieuw());
        var inwoner = dienst.Inwoner(eigen);

        (await Dienst.Geweigerd(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Hulp.", bsn = ander }), 422, "alleen-voor-uzelf"))
            .ShouldBe(["bsn"]);
        await Dienst.Ok(Dienst.Post(inwoner, new { kanaal = "web", hulpvraag = "Hulp.", bsn = eigen }));
        ((await dienst.AantalMeldingen(ander)), (await dienst.AantalMeldingen(eigen))).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("123")]
    [InlineData("999993654")]
    [InlineData("000000000")]
    public async Task A_consulent_gives_a_BSN_that_passes_the_elfproef(string? bsn)
    {
        (await Dienst.Geweigerd(Dienst.Post(dienst.Consulent(), new { kanaal = "telefoon", hulpvraag = "Hulp.", bsn }), 400,
            "ongeldige-invoer")).ShouldBe(["bsn"]);
    }

    [Fact]
    public async Task One_person_has_one_id_over_all_meldingen()
    {
        var bsn = TestBsn.Nieuw();

        var eerste = await dienst.Meld(bsn);
        var tweede = await Dienst.Ok(Dienst.Post(dienst.Consulent(), new { kanaal = "inloop", hulpvraag = "Weer hulp.", bsn }));

        var ids = new List<Guid>();
        foreach (var melding in new[] { eerste, tweede! })
            ids.Add((await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>()
                .Single(m => m.Meldingnummer == melding["meldingnummer"]!.GetValue<string>()).PersoonId);
        ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_melding_joins_the_dossier_of_the_person_that_is_open_and_says_so()
    {
        var bsn = TestBsn.Nieuw();

        var (eerste, tweede) = (await dienst.Meld(bsn), await dienst.Meld(bsn));

        (eerste["sluitAan"]!.GetValue<bool>(), tweede["sluitAan"]!.GetValue<bool>()).ShouldBe((false, true));
        tweede["dossiernummer"]!.GetValue<string>().ShouldBe(eerste["dossiernummer"]!.GetValue<string>());
        tweede["meldingnummer"]!.GetValue<string>().ShouldNotBe(eerste["meldingnummer"]!.GetValue<string>());
        (await dienst.Aangekondigd(eerste["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>().Select(m => m.SluitAan)
            .ShouldBe([false, true]);
    }

    [Fact]
    public async Task First_meldingen_of_the_same_moment_share_one_dossier()
    {
        var bsn = TestBsn.Nieuw();

        var meldingen = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => dienst.Meld(bsn)));

        meldingen.Select(m => m["dossiernummer"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        meldingen.Count(m => !m["sluitAan"]!.GetValue<bool>()).ShouldBe(1);
        meldingen.Select(m => m["meldingnummer"]!.GetValue<string>()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_melding_of_a_person_whose_dossier_is_over_starts_a_new_one()
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{eerste["meldingnummer"]}/intrekking", null));

        var tweede = await dienst.Meld(bsn);

        tweede["sluitAan"]!.GetValue<bool>().ShouldBeFalse();
        tweede["dossiernummer"]!.GetValue<string>().ShouldNotBe(eerste["dossiernummer"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(-50, null, false)]
    [InlineData(-50, 10, true)]
    [InlineData(-50, -10, false)]
    [InlineData(10, null, true)]
    public async Task A_decided_dossier_is_open_while_bezwaar_can_be_made_or_help_runs(int bezwaarTot, int? hulpTot, bool open)
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, melding) = (eerste["dossiernummer"]!.GetValue<string>(), eerste["meldingnummer"]!.GetValue<string>());
        var gedaan = (await dienst.Aangekondigd(dossier)).OfType<MeldingGedaan>().Single();
        var persoon = new Persoonsgegevens(bsn, new("Berg", null, "Anna", "A"), new(1951, 3, 14), null, 2, null);
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        await dienst.Fabriek.Verwerk(new VerslagOndertekend(vandaag, Ondertekenwijze.Papier, gedaan.PersoonId, gedaan.Wijkteam, [], false,
            new(persoon))
        { Dossiernummer = dossier, Meldingnummer = melding, AggregaatId = Guid.NewGuid(), Versie = 9 });
        (await dienst.Meld(bsn))["sluitAan"]!.GetValue<bool>().ShouldBeTrue();
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"UPDATE melding SET status = 'Ingetrokken', loopt = false WHERE bsn = {bsn} AND meldingnummer <> {melding}"));

        await dienst.Fabriek.Verwerk(new BeschikkingBekendgemaakt(Guid.NewGuid(), "B-2026-000001", vandaag,
            new("bezwaar", vandaag, vandaag.AddDays(bezwaarTot), "Awb 6:7"), gedaan.PersoonId, gedaan.Wijkteam, [], false, new(persoon))
        { Dossiernummer = dossier, Meldingnummer = melding, AggregaatId = Guid.NewGuid(), Versie = 3 });
        if (hulpTot is { } dagen)
        {
            var hulp = new Hulpverloop(gedaan.PersoonId, Leveringsvorm.Zin, "02", new(vandaag.AddDays(-40), vandaag.AddDays(dagen)), null,
                null);
            await dienst.Fabriek.Verwerk(new ZorgAfgesproken(Guid.NewGuid(), 1, hulp, new(new(bsn, new(1951, 3, 14))))
            { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1 });
        }

        (await dienst.Meld(bsn))["sluitAan"]!.GetValue<bool>().ShouldBe(open);
    }

    [Theory]
    [InlineData("bezwaar")]
    [InlineData("klacht")]
    [InlineData("beroep")]
    [InlineData("onderzoek na bezwaar")]
    public async Task A_dossier_stays_open_while_a_bezwaar_klacht_or_beroep_runs(string soort)
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, aggregaat, versie) = (eerste["dossiernummer"]!.GetValue<string>(), Guid.NewGuid(), 0);
        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{eerste["meldingnummer"]}/intrekking", null));
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        var (voorbij, opdracht) = (new Termijn("beroep", vandaag, vandaag.AddDays(-1), "Awb art. 6:7"), Guid.NewGuid());
        var zaak = $"{(soort == "klacht" ? "K" : soort == "beroep" ? "R" : "Z")}-{dossier[2..]}";
        (Gebeurtenis Begin, Gebeurtenis[] Verder, Gebeurtenis Einde) = soort switch
        {
            "bezwaar" => (new BezwaarOntvangen(zaak, vandaag, BestredenSoort.Beschikking, "B-2026-000001", [], Bezwaartijdigheid.OpTijd,
                null,
                null), [], Beslissing(onderzoek: false)),
            "klacht" => (new KlachtOntvangen(zaak, vandaag, Klachtonderwerp.Gedraging, voorbij, voorbij), [],
                new KlachtAfgerond(zaak, vandaag, Klachtafloop.Opgelost, null, null)),
            "beroep" => (new BeroepIngesteld(zaak, Beroepsoort.Beroep, vandaag, "B-2026-000001", null),
                [new UitspraakOntvangen(zaak, new(Beroepuitkomst.Gegrond, false, vandaag,
                    [new(opdracht, Opdrachtsoort.Betalen, voorbij, null)]), voorbij)],
                new RechterlijkeOpdrachtUitgevoerd(zaak, opdracht, vandaag)),
            _ => ((Gebeurtenis)Beslissing(onderzoek: true), (Gebeurtenis[])[],
                (Gebeurtenis)new OnderzoekNaBezwaarBegonnen(zaak, "M-2026-000009", vandaag.AddDays(-1))),
        };
        foreach (var gebeurtenis in (Gebeurtenis[])[Begin, .. Verder])
        {
            await Komt(gebeurtenis);
            (await Sluit()).ShouldBeTrue();
        }

        await Komt(Einde);

        (await Sluit()).ShouldBeFalse();

        BeslissingOpBezwaarBekendgemaakt Beslissing(bool onderzoek) => new(zaak, vandaag, Bezwaaruitkomst.Gegrond, false, voorbij, null,
            null,
            [], new("Toch nodig."))
        { OnderzoekNodig = onderzoek };

        Task Komt(Gebeurtenis g) => (Task)dienst.Fabriek.Verwerk((dynamic)(g with
        {
            Dossiernummer = dossier,
            AggregaatId = aggregaat,
            Versie = ++versie
        }));

        async Task<bool> Sluit()
        {
            var sluit = (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>() == dossier;
            await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
                $"UPDATE melding SET status = 'Ingetrokken', loopt = false WHERE bsn = {bsn}"));
            return sluit;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_onderzoek_after_a_bezwaar_takes_no_days_for_beroep_away_in_any_order(bool inVolgorde)
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, aggregaat, vandaag) = (eerste["dossiernummer"]!.GetValue<string>(), Guid.NewGuid(), dienst.Fabriek.Klok.Vandaag());
        var zaak = $"Z-{dossier[2..]}";
        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{eerste["meldingnummer"]}/intrekking", null));
        Gebeurtenis[] verloop =
        [
            new BeslissingOpBezwaarBekendgemaakt(zaak, vandaag, Bezwaaruitkomst.Gegrond, false,
                new("beroep", vandaag, vandaag.AddDays(42), "Awb art. 6:7"), null, null, [], new("Toch nodig."))
            { OnderzoekNodig = true, Versie = 1 },
            new OnderzoekNaBezwaarBegonnen(zaak, "M-2026-000009", vandaag) { Versie = 2 },
        ];

        foreach (var g in inVolgorde ? verloop : [.. verloop.Reverse()])
            await (Task)dienst.Fabriek.Verwerk((dynamic)(g with { Dossiernummer = dossier, AggregaatId = aggregaat }));

        (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>().ShouldBe(dossier);
    }

    [Fact]
    public async Task The_end_of_a_procedure_that_arrives_before_its_beginning_stays_the_end()
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, beroep, opdracht) = (eerste["dossiernummer"]!.GetValue<string>(), Guid.NewGuid(), Guid.NewGuid());
        var zaak = $"R-{dossier[2..]}";
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        Gebeurtenis[] achterstevoren =
        [
            new RechterlijkeOpdrachtUitgevoerd(zaak, opdracht, vandaag),
            new UitspraakOntvangen(zaak, new(Beroepuitkomst.Gegrond, false, vandaag,
                [new(opdracht, Opdrachtsoort.Betalen, new("opdracht-rechter", vandaag, vandaag, "Awb art. 8:72"), null)]), null),
            new BeroepIngesteld(zaak, Beroepsoort.Beroep, vandaag, "B-2026-000001", null),
        ];
        foreach (var (plaats, gebeurtenis) in achterstevoren.Index())
            await (Task)dienst.Fabriek.Verwerk((dynamic)(gebeurtenis with
            {
                Dossiernummer = dossier,
                AggregaatId = beroep,
                Versie = 3 - plaats,
            }));

        (await dienst.Fabriek.Vraag(db => db.Procedures.Where(p => p.Zaaknummer == zaak).Select(p => p.Loopt).SingleAsync()))
            .ShouldBeFalse();
    }

    [Fact]
    public async Task An_aanvraag_opens_a_closed_dossier_again_until_it_is_over()
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, melding) = (eerste["dossiernummer"]!.GetValue<string>(), eerste["meldingnummer"]!.GetValue<string>());
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        var (ene, andere) = (Guid.NewGuid(), Guid.NewGuid());
        await dienst.Fabriek.Verwerk(new OnderzoekGestopt(Stopreden.Wlz, vandaag)
        { Dossiernummer = dossier, Meldingnummer = melding, AggregaatId = Guid.NewGuid(), Versie = 3 });
        // The withdrawal of one aanvraag overtakes that aanvraag.
        await dienst.Fabriek.Verwerk(new AanvraagIngetrokken(vandaag, [], Geheel: true)
        { Dossiernummer = dossier, Meldingnummer = melding, AggregaatId = ene, Versie = 2 });
        await dienst.Fabriek.Verwerk(Ontvangen(ene));
        (await Loopt()).ShouldBeFalse();

        await dienst.Fabriek.Verwerk(Ontvangen(andere));
        (await Loopt()).ShouldBeTrue();
        (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>().ShouldBe(dossier);

        AanvraagOntvangen Ontvangen(Guid aanvraag) => new(vandaag, new("beschikking", vandaag, vandaag, "Wmo 2015 art. 2.3.5 lid 2"))
        { Dossiernummer = dossier, Meldingnummer = melding, AggregaatId = aanvraag, Versie = 1, Vorm = Aanvraagvorm.NaOnderzoek };

        Task<bool> Loopt() => dienst.Fabriek.Vraag(db =>
            db.Meldingen.Where(m => m.Meldingnummer == melding).Select(m => m.Loopt).SingleAsync());
    }

    [Theory]
    [InlineData("tweede aanvraag na een ingetrokken eerste", true)]
    [InlineData("tweede aanvraag na een doorgezonden eerste", true)]
    [InlineData("spoedhulp, melding ingetrokken", true)]
    [InlineData("spoedhulp, onderzoek gestopt", true)]
    [InlineData("spoedhulp, aanvraag ingetrokken", true)]
    [InlineData("spoedbesluit zonder toewijzing, onderzoek gestopt", true)]
    [InlineData("spoed geweigerd, bezwaar kan nog", true)]
    [InlineData("toegekend per later, nog niet toegewezen", true)]
    [InlineData("spoedhulp voorbij, melding ingetrokken", false)]
    [InlineData("eerste en tweede aanvraag ingetrokken", false)]
    public async Task Running_help_keeps_a_dossier_open_whatever_became_of_its_melding(string geval, bool open)
    {
        var bsn = TestBsn.Nieuw();
        var eerste = await dienst.Meld(bsn);
        var (dossier, melding) = (eerste["dossiernummer"]!.GetValue<string>(), eerste["meldingnummer"]!.GetValue<string>());
        var gedaan = (await dienst.Aangekondigd(dossier)).OfType<MeldingGedaan>().Single();
        var persoon = new Persoonsgegevens(bsn, new("Berg", null, "Anna", "A"), new(1951, 3, 14), null, 2, null);
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        var (ene, andere) = (Guid.NewGuid(), Guid.NewGuid());
        Gebeurtenis[] gebeurd = geval switch
        {
            "tweede aanvraag na een ingetrokken eerste" =>
                [Ontvangen(ene), Ingetrokken(ene), Ontvangen(andere), Beschikt(andere), Hulp(200)],
            "tweede aanvraag na een doorgezonden eerste" =>
                [Ontvangen(ene), Doorgezonden(ene), Ontvangen(andere), Beschikt(andere), Hulp(200)],
            "spoedhulp, melding ingetrokken" => [Spoed(30), Hulp(30)],
            "spoedhulp, onderzoek gestopt" => [Spoed(30), Hulp(30), Gestopt()],
            "spoedhulp, aanvraag ingetrokken" => [Spoed(30), Hulp(30), Ontvangen(ene), Ingetrokken(ene)],
            "spoedbesluit zonder toewijzing, onderzoek gestopt" => [Spoed(30), Gestopt()],
            "spoed geweigerd, bezwaar kan nog" => [Spoed(null, bezwaarTot: 5), Gestopt()],
            "toegekend per later, nog niet toegewezen" => [Ontvangen(ene), Beschikt(ene, toegekendTot: 200)],
            "spoedhulp voorbij, melding ingetrokken" => [Spoed(-5), Hulp(-5)],
            _ => [Ontvangen(ene), Ingetrokken(ene), Ontvangen(andere), Ingetrokken(andere)],
        };
        if (geval.EndsWith("melding ingetrokken", StringComparison.Ordinal))
            await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{melding}/intrekking", null));
        foreach (var g in gebeurd)
            await dienst.Fabriek.Verwerk((dynamic)(g with { Dossiernummer = dossier, Versie = 3, Op = DateTimeOffset.UtcNow }));

        (await dienst.Meld(bsn))["sluitAan"]!.GetValue<bool>().ShouldBe(open);

        AanvraagOntvangen Ontvangen(Guid aanvraag) => new(vandaag, new("beschikking", vandaag, vandaag, "Wmo 2015 art. 2.3.5 lid 2"))
        { Meldingnummer = melding, AggregaatId = aanvraag, Vorm = Aanvraagvorm.ZonderVerslag };

        AanvraagIngetrokken Ingetrokken(Guid aanvraag) => new(vandaag, [], Geheel: true)
        { Meldingnummer = melding, AggregaatId = aanvraag };

        AanvraagDoorgezonden Doorgezonden(Guid aanvraag) => new("Lelystad", vandaag) { Meldingnummer = melding, AggregaatId = aanvraag };

        OnderzoekGestopt Gestopt() => new(Stopreden.Wlz, vandaag) { Meldingnummer = melding, AggregaatId = Guid.NewGuid() };

        // The term for bezwaar is over.
        BeschikkingBekendgemaakt Beschikt(Guid aanvraag, int? toegekendTot = null) => new(Guid.NewGuid(), "B-2026-000001", vandaag,
            new("bezwaar", vandaag, vandaag.AddDays(-1), "Awb 6:7"), gedaan.PersoonId, gedaan.Wijkteam,
            toegekendTot is { } dagen ? [new(Guid.NewGuid(), Uitkomst.Toekennen, new("01", "01A03"), new(4, "04", "2"),
                new(vandaag.AddDays(60), vandaag.AddDays(dagen)), Leveringsvorm.Zin, "12345678", null)] : [], false, new(persoon))
        { Meldingnummer = melding, AggregaatId = aanvraag };

        VoorzieningGewijzigd Spoed(int? tot, int bezwaarTot = -1) => new(Guid.NewGuid(), 1, Besluitsoort.Spoed, Guid.NewGuid(),
            "B-2026-000002", vandaag, new("bezwaar", vandaag, vandaag.AddDays(bezwaarTot), "Awb 6:7"), gedaan.PersoonId, gedaan.Wijkteam,
            tot is { } dagen ? [new(new("01", "01A03"), new(4, "04", "2"), new(vandaag.AddDays(-40), vandaag.AddDays(dagen)),
                Leveringsvorm.Zin, "12345678", null) { Tijdelijk = true }] : [], false, new(persoon))
        { Meldingnummer = melding, AggregaatId = Guid.NewGuid() };

        ZorgAfgesproken Hulp(int tot) => new(Guid.NewGuid(), 1, new(gedaan.PersoonId, Leveringsvorm.Zin, "01",
            new(vandaag.AddDays(-40), vandaag.AddDays(tot)), null, null), new(new(bsn, new(1951, 3, 14))))
        { AggregaatId = Guid.NewGuid() };
    }

    [Fact]
    public async Task A_melding_that_joins_goes_to_the_team_of_the_dossier()
    {
        var bsn = TestBsn.Nieuw();
        var (een, ander) = (dienst.Consulent("wijkteam-haven"), dienst.Consulent("wijkteam-centrum"));
        var eerste = (await Dienst.Ok(Dienst.Post(een, new { kanaal = "inloop", hulpvraag = "Hulp.", bsn })))!;

        await Dienst.Ok(Dienst.Post(ander, new { kanaal = "inloop", hulpvraag = "Nog eens.", bsn, wijkteam = "wijkteam-centrum" }));
        await Dienst.Ok(Dienst.Post(ander, new { kanaal = "inloop", hulpvraag = "Weer hulp.", bsn }));

        (await dienst.Aangekondigd(eerste["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>().Select(m => m.Wijkteam)
            .ShouldBe(["wijkteam-haven", "wijkteam-haven", "wijkteam-haven"]);
    }

    [Fact]
    public async Task A_melding_goes_to_the_consulents_own_team_or_to_the_standard_team()
    {
        var door = await Dienst.Ok(Dienst.Post(dienst.Consulent("wijkteam-poort"),
            new { kanaal = "telefoon", hulpvraag = "Hulp.", bsn = TestBsn.Nieuw() }));
        var zelf = await dienst.Meld(TestBsn.Nieuw());

        (await Wijkteam(door!)).ShouldBe("wijkteam-poort");
        (await Wijkteam(zelf)).ShouldBe("wijkteam-centrum");

        async Task<string> Wijkteam(JsonNode melding) =>
            (await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>().Single().Wijkteam;
    }

    [Theory]
    [InlineData("wijkteam-haven")]
    [InlineData("wijkteam-centrum")]
    public async Task Who_writes_down_a_melding_may_choose_any_team_of_the_municipality(string wijkteam)
    {
        var melding = await Dienst.Ok(Dienst.Post(dienst.Consulent("wijkteam-poort"),
            new { kanaal = "telefoon", hulpvraag = "Hulp.", bsn = TestBsn.Nieuw(), wijkteam }));

        (await dienst.Aangekondigd(melding!["dossiernummer"]!.GetValue<string>())).OfType<MeldingGedaan>()
            .Single().Wijkteam.ShouldBe(wijkteam);
    }

    [Fact]
    public async Task A_team_that_does_not_exist_is_refused_and_a_resident_chooses_none()
    {
        var (bsn, eigen) = (TestBsn.Nieuw(), TestBsn.Nieuw());

        (await Dienst.Geweigerd(Dienst.Post(dienst.Consulent(),
            new { kanaal = "telefoon", hulpvraag = "Hulp.", bsn, wijkteam = "wijkteam-verzonnen" }), 422, "wijkteam-onbekend"))
            .ShouldBe(["wijkteam"]);
        (await Dienst.Geweigerd(Dienst.Post(dienst.Inwoner(eigen),
            new { kanaal = "web", hulpvraag = "Hulp.", wijkteam = "wijkteam-haven" }), 422, "wijkteam-kiest-gemeente"))
            .ShouldBe(["wijkteam"]);
        (await dienst.AantalMeldingen(bsn), await dienst.AantalMeldingen(eigen)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("""{ "hulpvraag": "Hulp." }""", "kanaal")]
    [InlineData("""{ "kanaal": "web" }""", "hulpvraag")]
    [InlineData("""{ "kanaal": "duif", "hulpvraag": "Hulp." }""", "kanaal")]
    [InlineData("""{ "kanaal": 0, "hulpvraag": "Hulp." }""", "kanaal")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": 5 }""", "hulpvraag")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "   " }""", "hulpvraag")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "geen adres" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "josé@example.org" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "jan@localhost" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "jan..de.boer@example.org" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "Jan <jan@example.org>" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "email": "jan@example..org" }""", "email")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "wijkteam": "Team 1" }""", "wijkteam")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "wijkteam": "wijkteam-haven\n" }""", "wijkteam")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "kleur": "blauw" }""", "kleur")]
    [InlineData("""{ "kanaal": "web", "hulpvraag": "Hulp.", "spoed": "ja" }""", "spoed")]
    public async Task A_malformed_melding_is_a_400_that_names_the_field_and_stores_nothing(string inhoud, string veld)
    {
        var bsn = TestBsn.Nieuw();

        (await Dienst.Geweigerd(Dienst.Post(dienst.Inwoner(bsn), inhoud), 400, "ongeldige-invoer")).ShouldBe([veld]);
        (await dienst.AantalMeldingen(bsn)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_no_business_here_reports_nothing()
    {
        var melding = new { kanaal = "web", hulpvraag = "Hulp." };

        await Dienst.Geweigerd(Dienst.Post(dienst.Fabriek.Met(null), melding), 401, "niet-aangemeld");
        await Dienst.Geweigerd(
            Dienst.Post(dienst.Fabriek.Met(dienst.Fabriek.Uitgever.Token("inwoner", TestBsn.Nieuw(), vreemdeSleutel: true)), melding), 401,
            "niet-aangemeld");
        foreach (var rol in new[] { "aanbieder", "beheer", "keten", "beslisser" })
            await Dienst.Geweigerd(Dienst.Post(dienst.Fabriek.Als(rol), melding), 403, "geen-toegang");
    }

    [Theory]
    [InlineData("aas@example.org")]
    [InlineData("jan+wmo.zorg_1@mail.example.co")]
    [InlineData("jan@exämple.nl")]
    public async Task An_address_that_every_mail_server_can_deliver_to_is_taken(string email) =>
        await Dienst.Ok(Dienst.Post(dienst.Inwoner(TestBsn.Nieuw()), new { kanaal = "web", hulpvraag = "Hulp.", email }));
}
