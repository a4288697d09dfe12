using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A person is followed at the BRP as long as a dossier needs it. Every dossier of the person hears what changes.</summary>
public sealed class VolgenTests(Dienst dienst)
{
    [Fact]
    public async Task A_person_is_followed_before_the_BRP_is_asked_so_that_no_change_falls_between()
    {
        var (bsn, _) = await Bekend();

        var paden = dienst.Brp.Verzoeken.Select(v => (v.Adres, Bsn: v.Inhoud["burgerservicenummer"]?[0]!.GetValue<string>())).ToList();
        paden.FindIndex(v => v.Adres.EndsWith(bsn, StringComparison.Ordinal))
            .ShouldBeInRange(0, paden.FindIndex(v => v.Bsn == bsn));
        dienst.Brp.Gevolgd[bsn].ShouldBeNull();
    }

    [Fact]
    public async Task Every_melding_of_a_person_hears_the_same_change_once()
    {
        var (bsn, dossier) = await Bekend();
        var tweede = await dienst.Meld(bsn);
        await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensVastgesteld>().Count() == 2);

        dienst.Brp.Wijzig(bsn, Anders(p => p["verblijfplaats"]!["verblijfadres"]!["huisnummer"] = 99));

        tweede["dossiernummer"]!.GetValue<string>().ShouldBe(dossier);
        var gehoord = await Tot.Gevonden(async () =>
            (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().ToList() is { Count: 2 } alle ? alle : null);
        var (een, ander) = (gehoord[0], gehoord[1]);
        een.AggregaatId.ShouldNotBe(ander.AggregaatId);
        een.Persoon.Waarde.Adres!.Huisnummer.ShouldBe(99);
        (een.Wat.Single(), een.Persoonstand).ShouldBe((Persoonswijziging.Adres, 2));
        (ander.Wat.Single(), ander.Persoonstand).ShouldBe((Persoonswijziging.Adres, 2));
    }

    [Theory]
    [InlineData("naam", """{ "voornamen": "Bea", "voorletters": "B.", "geslachtsnaam": "Nieuw" }""", Persoonswijziging.Naam)]
    [InlineData("geboorte", """{ "datum": { "type": "Datum", "datum": "1950-02-04" } }""", Persoonswijziging.Geboorte)]
    [InlineData("geheimhoudingPersoonsgegevens", "true", Persoonswijziging.Afscherming)]
    [InlineData("gemeenteVanInschrijving", """{ "code": "0995" }""", Persoonswijziging.Signaal)]
    [InlineData("indicatieCurateleRegister", "true", Persoonswijziging.Signaal)]
    public async Task Each_part_of_a_record_that_changes_is_named(string deel, string inhoud, Persoonswijziging wat)
    {
        var (bsn, dossier) = await Bekend();

        dienst.Brp.Wijzig(bsn, Anders(p => p[deel] = JsonNode.Parse(inhoud)));

        (await dienst.Komt<PersoonsgegevensGewijzigd>(dossier)).Wat.ShouldBe([wat]);
    }

    [Theory]
    [InlineData("""{ "type": "Datum", "datum": "2026-10-01" }""", "2026-10-01")]
    [InlineData("""{ "type": "JaarDatum", "jaar": 2026 }""", null)]
    public async Task A_death_is_told_with_its_day_if_that_is_known(string datum, string? dag)
    {
        var (bsn, dossier) = await Bekend();

        dienst.Brp.Wijzig(bsn, Anders(p => p["opschortingBijhouding"] =
            new JsonObject { ["reden"] = new JsonObject { ["code"] = "O" }, ["datum"] = JsonNode.Parse(datum) }));

        var gewijzigd = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        gewijzigd.Signalen.ShouldBe([Brpsignaal.Overleden]);
        gewijzigd.OverledenOp.ShouldBe(dag is null ? null : DateOnly.Parse(dag, null));
    }

    [Fact]
    public async Task A_record_that_is_touched_and_stays_the_same_is_no_news()
    {
        var (bsn, dossier) = await Bekend();
        var keer = dienst.Brp.KeerGevraagd(bsn);

        dienst.Brp.Meld(bsn);

        await Tot.Waar(() => dienst.Brp.KeerGevraagd(bsn) >= keer + 2);
        (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawn_melding_hears_no_change_any_more()
    {
        var (bsn, dossier) = await Bekend();
        var ingetrokken = await dienst.Meld(bsn);
        await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensVastgesteld>().Count() == 2);
        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{ingetrokken["meldingnummer"]}/intrekking", null));

        dienst.Brp.Wijzig(bsn, Anders(p => p["indicatieCurateleRegister"] = true));

        var gehoord = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        gehoord.AggregaatId.ShouldBe((await dienst.Aangekondigd(dossier)).OfType<MeldingGedaan>().First().AggregaatId);
    }

    [Fact]
    public async Task Without_following_a_second_melding_brings_the_first_up_to_date()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp, volgen: false);
        var bsn = TestBsn.Nieuw();
        brp.Ken(bsn);
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Any());

        brp.Ken(bsn, Anders(p => p["verblijfplaats"]!["verblijfadres"]!["huisnummer"] = 99));
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Nog iets." }));

        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Count() == 2);
        (await fabriek.Aangekondigd()).OfType<PersoonsgegevensGewijzigd>().ShouldHaveSingleItem()
            .Persoon.Waarde.Adres!.Huisnummer.ShouldBe(99);
        brp.Gevolgd.ShouldBeEmpty();
        brp.KeerGevraagd(bsn).ShouldBe(2);
    }

    [Fact]
    public async Task When_following_fails_it_holds_up_no_melding_and_is_done_later()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        brp.VolgenStoort = true;
        var bsn = TestBsn.Nieuw();
        brp.Ken(bsn);
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Any());
        brp.Gevolgd.ShouldBeEmpty();

        // Between the answer and the following something changes: it is asked again.
        brp.Ken(bsn, Anders(p => p["indicatieCurateleRegister"] = true));
        brp.VolgenStoort = false;

        await Morgen(fabriek, () => Task.FromResult(brp.Gevolgd.ContainsKey(bsn)));
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensGewijzigd>().Any());
    }

    [Fact]
    public async Task Whom_the_BRP_lost_is_followed_again_and_who_is_no_resident_is_not()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var (bsn, vreemde) = (TestBsn.Nieuw(), TestBsn.Nieuw());
        brp.Ken(bsn);
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Any());

        brp.Gevolgd.Clear();
        brp.Gevolgd[vreemde] = null;

        await Morgen(fabriek, () => Task.FromResult(brp.Gevolgd.ContainsKey(bsn) && brp.Gevolgd[vreemde] is not null));
    }

    [Fact]
    public async Task Who_has_no_dossier_any_more_is_not_followed_any_more()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var (bsn, blijver) = (TestBsn.Nieuw(), TestBsn.Nieuw());
        foreach (var wie in (string[])[bsn, blijver])
        {
            brp.Ken(wie);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: wie), new { kanaal = "web", hulpvraag = "Hulp." }));
        }
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Count() == 2);
        var dossier = (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Single(g => g.Persoon.Waarde.Bsn == bsn);

        await fabriek.Verwerk(new OnderzoekGestopt(Stopreden.AnderDomein, fabriek.Klok.Vandaag())
        {
            Dossiernummer = dossier.Dossiernummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 9,
        });

        await Morgen(fabriek, () => Task.FromResult(brp.Gevolgd[bsn] is not null));
        brp.Gevolgd[blijver].ShouldBeNull();
    }

    [Fact]
    public async Task Help_keeps_a_person_followed_until_long_after_its_agreed_end()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var (kort, lang) = (TestBsn.Nieuw(), TestBsn.Nieuw());
        foreach (var wie in (string[])[kort, lang])
        {
            brp.Ken(wie);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: wie), new { kanaal = "web", hulpvraag = "Hulp." }));
        }
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Count() == 2);
        var vandaag = fabriek.Klok.Vandaag();
        foreach (var g in (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().ToList())
        {
            await fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
                $"UPDATE melding SET status = 'Aanvraag', loopt = false WHERE dossiernummer = {g.Dossiernummer}"));
            var tot = g.Persoon.Waarde.Bsn == lang ? vandaag.AddDays(-300) : vandaag.AddDays(-500);
            await fabriek.Verwerk(new ZorgAfgesproken(Guid.NewGuid(), 1, new(g.PersoonId, Leveringsvorm.Zin, "02",
                new(vandaag.AddYears(-3), tot), null, null), new(new(g.Persoon.Waarde.Bsn, new(1950, 2, 3))))
            {
                Dossiernummer = g.Dossiernummer,
                AggregaatId = Guid.NewGuid(),
                Versie = 1,
            });
        }

        await Morgen(fabriek, () => Task.FromResult(brp.Gevolgd[kort] is not null));
        brp.Gevolgd[lang].ShouldBeNull();
    }

    [Fact]
    public async Task A_death_is_heard_while_help_runs_whose_melding_was_withdrawn()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var bsn = TestBsn.Nieuw();
        brp.Ken(bsn);
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp.", spoed = true }));
        var persoon = await Tot.Gevonden(async () =>
            (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().SingleOrDefault());
        var melding = (await fabriek.Aangekondigd()).OfType<MeldingGedaan>().Single().Meldingnummer;
        var vandaag = fabriek.Klok.Vandaag();
        await fabriek.Verwerk(new ZorgAfgesproken(Guid.NewGuid(), 1, new(persoon.PersoonId, Leveringsvorm.Zin, "02",
            new(vandaag.AddDays(-3), vandaag.AddDays(180)), null, null), new(new(bsn, new(1950, 2, 3))))
        { Dossiernummer = persoon.Dossiernummer, AggregaatId = Guid.NewGuid(), Versie = 1 });
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { }, pad: $"{Dienst.Pad}/{melding}/intrekking"));
        (await fabriek.Vraag(async db =>
        {
            await db.VolgAfgeslotenNiet(vandaag.AddDays(100), 400, TestContext.Current.CancellationToken);
            return (await db.Personen.SingleAsync(p => p.Id == persoon.PersoonId)).MoetVolgen;
        })).ShouldBeTrue();

        brp.Wijzig(bsn, Anders(p => p["opschortingBijhouding"] = JsonNode.Parse(
            """{ "reden": { "code": "O" }, "datum": { "type": "Datum", "datum": "2026-10-01" } }""")));

        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensGewijzigd>()
            .Any(g => g.Signalen.Contains(Brpsignaal.Overleden)));
    }

    [Fact]
    public async Task Changes_are_asked_from_the_day_before_the_last_answer()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);

        await Tot.Waar(() => brp.Vanaf is not null);
        brp.Vanaf.ShouldBe(fabriek.Klok.Vandaag().AddDays(-1).ToString("yyyy-MM-dd", null));
    }

    // ------------------------------------------------------------------------------------------ another BSN

    [Fact]
    public async Task A_BRP_that_answers_with_another_number_gives_the_person_that_BSN()
    {
        var (bsn, dossier) = await Bekend();
        var nieuw = TestBsn.Nieuw();
        var persoon = Anders(p => p["burgerservicenummer"] = nieuw);
        dienst.Brp.Ken(nieuw, persoon);

        dienst.Brp.Wijzig(bsn, persoon);

        var gewijzigd = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        (gewijzigd.Wat.Single(), gewijzigd.Persoon.Waarde.Bsn).ShouldBe((Persoonswijziging.Bsn, nieuw));
        gewijzigd.Persoon.Waarde.EerdereBsns.ShouldBe([bsn]);
        await Tot.Waar(() => dienst.Brp.Gevolgd.ContainsKey(nieuw));
    }

    [Fact]
    public async Task A_BSN_that_has_another_dossier_is_not_taken_over_and_holds_up_nothing()
    {
        var (bsn, dossier) = await Bekend();
        var (ander, _) = await Bekend();

        dienst.Brp.Wijzig(bsn, Anders(p =>
        {
            p["burgerservicenummer"] = ander;
            p["indicatieCurateleRegister"] = true;
        }));

        var gewijzigd = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        gewijzigd.Persoon.Waarde.Bsn.ShouldBe(bsn);
        gewijzigd.Signalen.ShouldBe([Brpsignaal.OnderCuratele, Brpsignaal.AndereRegistratie]);
    }

    [Fact]
    public async Task A_BSN_of_somebody_of_another_age_is_not_that_of_this_person()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var melding = await dienst.Meld(bsn);
        var dossier = melding["dossiernummer"]!.GetValue<string>();
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);
        var vreemd = TestBsn.Nieuw();
        dienst.Brp.Ken(vreemd, Anders(p => p["geboorte"]!["datum"]!["datum"] = "1999-09-09"));

        await Dienst.Ok(Dienst.Post(
            dienst.Consulent("wijkteam-centrum"), new { bsn = vreemd }, pad: $"{Dienst.Pad}/{melding["meldingnummer"]}/bsn"));

        // The former number is asked again, and is still good.
        await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Count() == 2);
        var gewijzigd = (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().ToList();
        gewijzigd.ShouldAllBe(g => g.Persoon.Waarde.Bsn == bsn && g.Persoon.Waarde.Geboortedatum == new DateOnly(1950, 2, 3));
        (gewijzigd[0].Signalen.Single(), gewijzigd[1].Signalen.Count).ShouldBe((Brpsignaal.NummerVervallen, 0));
    }

    [Fact]
    public async Task A_number_that_lapsed_is_a_task_until_a_consulent_gives_the_new_one()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var melding = await dienst.Meld(bsn);
        var (dossier, pad) = (melding["dossiernummer"]!.GetValue<string>(), $"{Dienst.Pad}/{melding["meldingnummer"]}");
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);
        dienst.Brp.Vergeet(bsn);
        var vervallen = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        (vervallen.Signalen.Single(), vervallen.Persoon.Waarde.Bsn).ShouldBe((Brpsignaal.NummerVervallen, bsn));

        var nieuw = TestBsn.Nieuw();
        dienst.Brp.Ken(nieuw);
        var consulent = dienst.Consulent("wijkteam-centrum");
        (await Dienst.Geweigerd(Dienst.Post(consulent, new { bsn = "123456789" }, pad: pad + "/bsn"), 400, "ongeldige-invoer"))
            .ShouldBe(["bsn"]);
        await Dienst.Geweigerd(Dienst.Post(consulent, new { bsn }, pad: pad + "/bsn"), 422, "niets-gewijzigd");
        await Dienst.Geweigerd(
            Dienst.Post(consulent, new { bsn = (await Bekend()).Bsn }, pad: pad + "/bsn"), 409, "bsn-van-ander-dossier");
        // The BRP does not know this one, so it does not count.
        await Dienst.Ok(Dienst.Post(consulent, new { bsn = TestBsn.Nieuw() }, pad: pad + "/bsn"));
        await Tot.Waar(() => dienst.Fabriek.Vraag(db => db.Personen.AnyAsync(p => p.Bsn == bsn)));
        await Dienst.Ok(Dienst.Post(consulent, new { bsn = nieuw }, pad: pad + "/bsn"));

        await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Count() == 2);
        var gewijzigd = (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Last();
        (gewijzigd.Persoon.Waarde.Bsn, gewijzigd.Signalen.Count).ShouldBe((nieuw, 0));
        await Dienst.Ok(dienst.Inwoner(nieuw).GetAsync(pad));
        await Dienst.Geweigerd(dienst.Inwoner(bsn).GetAsync(pad), 404, "niet-gevonden");
    }

    [Fact]
    public async Task A_record_that_became_unreadable_is_a_task_and_a_document_helps_out()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var melding = await dienst.Meld(bsn);
        var dossier = melding["dossiernummer"]!.GetValue<string>();
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);

        dienst.Brp.Wijzig(bsn, Anders(p => p["geboorte"]!["datum"]!["datum"] = "1950-02-31"));
        var onleesbaar = await dienst.Komt<PersoonsgegevensGewijzigd>(dossier);
        (onleesbaar.Signalen.Single(), onleesbaar.Persoon.Waarde.Adres!.Huisnummer).ShouldBe((Brpsignaal.Onleesbaar, 12));

        await Dienst.Ok(Dienst.Post(dienst.Consulent("wijkteam-centrum"), new
        {
            document = "paspoort",
            achternaam = "Aastra",
            voorvoegsel = "van",
            geboortedatum = "1950-02-28",
            geslacht = 2,
            straatnaam = "Zeeweg",
            huisnummer = 14,
            postcode = "1301AB",
            plaatsnaam = "Almere",
        }, pad: $"{Dienst.Pad}/{melding["meldingnummer"]}/identiteit"));
        await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Count() == 2);
        (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Last().Signalen.ShouldBeEmpty();
    }

    // ------------------------------------------------------------------------------------------ where somebody lives

    [Fact]
    public async Task Who_is_established_to_live_here_is_no_question_until_the_BRP_names_another_place()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var melding = await dienst.Meld(bsn);
        var (dossier, pad) = (melding["dossiernummer"]!.GetValue<string>(), $"{Dienst.Pad}/{melding["meldingnummer"]}/verblijf");
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);
        var consulent = dienst.Consulent("wijkteam-centrum");
        await Dienst.Geweigerd(Dienst.Post(consulent, new { verblijftHier = true }, pad: pad), 409, "verblijf-niet-in-twijfel");

        (await Na(1, () => Verhuis("0995"))).ShouldBe([Brpsignaal.AndereGemeente]);
        (await Na(2, () => Dienst.Ok(Dienst.Post(consulent, new { verblijftHier = true }, pad: pad)))).ShouldBeEmpty();
        (await Na(3, () => Verhuis("0363"))).ShouldBe([Brpsignaal.AndereGemeente]);
        (await Na(4, () => Dienst.Ok(Dienst.Post(consulent, new { verblijftHier = true }, pad: pad)))).ShouldBeEmpty();
        (await Na(5, () => Dienst.Ok(Dienst.Post(consulent, new { verblijftHier = false }, pad: pad))))
            .ShouldBe([Brpsignaal.AndereGemeente]);
        await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-haven"), new { verblijftHier = true }, pad: pad), 404,
            "niet-gevonden");

        Task Verhuis(string gemeente)
        {
            dienst.Brp.Wijzig(bsn, Anders(p => p["gemeenteVanInschrijving"] = new JsonObject { ["code"] = gemeente }));
            return Task.CompletedTask;
        }

        async Task<IReadOnlyList<Brpsignaal>> Na(int keer, Func<Task> daad)
        {
            await daad();
            await Tot.Waar(async () => (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Count() == keer);
            return (await dienst.Aangekondigd(dossier)).OfType<PersoonsgegevensGewijzigd>().Last().Signalen;
        }
    }

    private static string Anders(Action<JsonNode> anders)
    {
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        anders(persoon);
        return persoon.ToJsonString();
    }

    private async Task<(string Bsn, string Dossiernummer)> Bekend()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        return (bsn, await Meld(bsn));
    }

    private async Task<string> Meld(string bsn)
    {
        var dossiernummer = (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>();
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossiernummer);
        return dossiernummer;
    }

    /// <summary>Lets days pass until it is so: followed persons are compared once a day.</summary>
    private static Task Morgen(DienstFabriek<MeldingenDb> fabriek, Func<Task<bool>> isZo) => Tot.Waar(async () =>
    {
        if (await isZo()) return true;
        fabriek.Klok.Vooruit(TimeSpan.FromDays(1));
        return false;
    });

    private static Task<DienstFabriek<MeldingenDb>> Start(NepBrp brp, bool volgen = true) =>
        DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen, instellingen: new Dictionary<string, string>
        {
            ["Partners:Brp:Adres"] = brp.Adres,
            ["Partners:Brp:Volgen:Adres"] = volgen ? brp.Volgadres : "",
            ["Partners:Brp:Volgen:Peiling"] = "00:00:01",
            ["Gemeente:Code"] = "0034",
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
        });
}
