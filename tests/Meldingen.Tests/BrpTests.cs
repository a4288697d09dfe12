using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>The BRP adds personal data to a melding. A melding never waits for the BRP.</summary>
public sealed class BrpTests(Dienst dienst)
{
    [Fact]
    public async Task The_BRP_tells_who_the_person_is_after_the_melding_was_accepted()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);

        var melding = await dienst.Meld(bsn);

        var vastgesteld = await dienst.Komt<PersoonsgegevensVastgesteld>(melding["dossiernummer"]!.GetValue<string>());
        vastgesteld.Versie.ShouldBe(2);
        vastgesteld.GeenBerichtenverkeer.ShouldBeFalse();
        vastgesteld.Persoon.Waarde.ShouldBe(new Persoonsgegevens(bsn, new("Aastra", "van", "Bea", "B"), new(1950, 2, 3), null, 2,
            new("Zeeweg", 12, "a", null, "1301AB", "Almere")));
        (await Dienst.Ok(dienst.Inwoner(bsn).GetAsync($"{Dienst.Pad}/{melding["meldingnummer"]}")))!["persoonBekend"]!.GetValue<bool>()
            .ShouldBeTrue();
    }

    [Fact]
    public void A_BRP_without_TLS_is_refused_outside_Development()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration["Partners:Brp:Adres"] = "http://brp.example/personen";
        Should.Throw<InvalidOperationException>(builder.AddBrp).Message.ShouldStartWith("Partners:Brp:Adres");
    }

    [Fact]
    public async Task The_BRP_is_asked_in_the_body_for_no_more_than_is_needed()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        await dienst.Komt<PersoonsgegevensVastgesteld>((await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>());

        var (adres, vraag) = dienst.Brp.Verzoeken.First(v => v.Inhoud["burgerservicenummer"]?[0]!.GetValue<string>() == bsn);
        adres.ShouldBe("/personen");
        dienst.Brp.Sleutel.ShouldBe("sleutel-van-de-gemeente");
        vraag["type"]!.GetValue<string>().ShouldBe("RaadpleegMetBurgerservicenummer");
        vraag["fields"]!.AsArray().Select(f => f!.GetValue<string>())
            .ShouldBe(["burgerservicenummer", "naam", "geboorte.datum", "geslacht", "verblijfplaats", "adressering",
                "gemeenteVanInschrijving", "indicatieCurateleRegister", "gezag"]);
    }

    [Fact]
    public async Task Somebody_the_BRP_does_not_know_is_announced_as_such()
    {
        var melding = await dienst.Meld(TestBsn.Nieuw());

        (await dienst.Komt<PersoonNietGevonden>(melding["dossiernummer"]!.GetValue<string>())).Versie.ShouldBe(2);
    }

    [Fact]
    public async Task Who_the_BRP_does_not_know_is_identified_by_a_consulent_with_a_document()
    {
        var melding = await dienst.Meld(TestBsn.Nieuw());
        var (dossiernummer, pad) = (melding["dossiernummer"]!.GetValue<string>(), $"{Dienst.Pad}/{melding["meldingnummer"]}/identiteit");
        await dienst.Komt<PersoonNietGevonden>(dossiernummer);
        var identiteit = new Identiteit();

        var velden = await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-centrum"),
            identiteit with { Achternaam = "", Geslacht = 3, Postcode = "x" }, pad: pad), 400, "ongeldige-invoer");
        velden.ShouldBe(["achternaam", "geslacht", "postcode"], ignoreOrder: true);
        (await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-centrum"), identiteit with { Postcode = "1315AA\n" }, pad: pad),
            400, "ongeldige-invoer")).ShouldBe(["postcode"]);
        var morgen = dienst.Fabriek.Klok.Vandaag().AddDays(1).ToString("yyyy-MM-dd", null);
        (await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-centrum"), identiteit with { Geboortedatum = morgen }, pad: pad),
            422, "geboortedatum-in-de-toekomst")).ShouldBe(["geboortedatum"]);
        var teOud = dienst.Fabriek.Klok.Vandaag().AddYears(-120).AddDays(-1).ToString("yyyy-MM-dd", null);
        (await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-centrum"), identiteit with { Geboortedatum = teOud }, pad: pad),
            422, "geboortedatum-te-vroeg")).ShouldBe(["geboortedatum"]);
        await Dienst.Ok(Dienst.Post(dienst.Consulent("wijkteam-centrum"), identiteit, pad: pad));
        (await dienst.Komt<PersoonsgegevensVastgesteld>(dossiernummer)).Persoon.Waarde.Adres!.Postcode.ShouldBe("1315AA");
        await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-centrum"), identiteit, pad: pad), 409, "identiteit-bekend");
    }

    [Theory]
    [InlineData("geboorte", """{ "datum": { "type": "Datum", "datum": "1950-02-31" } }""")]
    [InlineData("geboorte", """{ "datum": { "type": "Datum", "datum": "3 februari 1950" } }""")]
    [InlineData("geboorte", """{ "datum": { "jaar": 1950, "maand": 13 } }""")]
    [InlineData("geboorte", """{ "datum": { "jaar": 0 } }""")]
    [InlineData("geboorte", """{ "datum": { "type": "Datum", "datum": "1899-12-31" } }""")]
    [InlineData("geboorte", """{ "datum": { "jaar": 99999999999 } }""")]
    [InlineData("naam", """{ "voornamen": "Bea" }""")]
    [InlineData("naam", "7")]
    public async Task A_record_that_cannot_be_used_is_left_to_a_consulent(string deel, string inhoud)
    {
        var bsn = TestBsn.Nieuw();
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        persoon[deel] = JsonNode.Parse(inhoud);
        dienst.Brp.Ken(bsn, persoon.ToJsonString());

        await Overgelaten(await dienst.Meld(bsn), Brpreden.Onbruikbaar);
    }

    [Theory]
    [InlineData(System.Net.HttpStatusCode.BadRequest)]
    [InlineData(System.Net.HttpStatusCode.NotFound)]
    public async Task A_question_that_the_BRP_refuses_is_left_to_a_consulent(System.Net.HttpStatusCode status)
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Stoor(bsn, status);

        await Overgelaten(await dienst.Meld(bsn), Brpreden.Onbruikbaar);
        dienst.Brp.KeerGevraagd(bsn).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "korteStraatnaam": "Parkallee", "postcode": "1315AB", "woonplaats": "Almere" }""")]
    [InlineData("""{ "korteStraatnaam": "Parkallee", "huisnummer": 0, "postcode": "1315AB", "woonplaats": "Almere" }""")]
    [InlineData("""{ "korteStraatnaam": "Parkallee", "huisnummer": 12345678901, "postcode": "1315AB", "woonplaats": "Almere" }""")]
    [InlineData("""{ "korteStraatnaam": "Parkallee", "huisnummer": 12, "woonplaats": "Almere" }""")]
    public async Task An_address_without_a_part_that_it_needs_is_no_address(string adres)
    {
        var bsn = TestBsn.Nieuw();
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        persoon["verblijfplaats"]!["verblijfadres"] = JsonNode.Parse(adres);
        dienst.Brp.Ken(bsn, persoon.ToJsonString());

        (await dienst.Komt<PersoonsgegevensVastgesteld>((await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>()))
            .Persoon.Waarde.Adres.ShouldBeNull();
    }

    [Fact]
    public async Task People_at_whom_the_BRP_always_fails_delay_nobody_else()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        for (var i = 0; i < 12; i++)
        {
            var kapot = TestBsn.Nieuw();
            brp.Stoor(kapot, System.Net.HttpStatusCode.InternalServerError);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: kapot), new { kanaal = "web", hulpvraag = "Hulp." }));
        }
        await Tot.Waar(async () => await fabriek.Vraag(db => db.Meldingen.AllAsync(m => m.Attempts > 0)));

        for (var i = 0; i < 6; i++)
        {
            var gezond = TestBsn.Nieuw();
            brp.Ken(gezond);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: gezond), new { kanaal = "web", hulpvraag = "Hulp." }));
        }
        await Tot.Waar(
            async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Count() == 6, TimeSpan.FromSeconds(30));
        (await fabriek.Aangekondigd()).OfType<PersoonNietGevonden>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_the_BRP_keeps_failing_at_is_left_to_a_consulent_who_may_ask_again()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var bsn = TestBsn.Nieuw();
        brp.Ken(bsn);
        brp.Stoor(bsn, System.Net.HttpStatusCode.InternalServerError);
        var melding = (await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." })))!;

        await Tot.Waar(async () =>
        {
            // The pauses are the database's; they pass at once.
            await fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
                $"UPDATE melding SET due_at = 'epoch' WHERE due_at IS NOT NULL AND claimed_until IS NULL"));
            return (await fabriek.Aangekondigd()).OfType<PersoonNietGevonden>().Any();
        });
        (await fabriek.Aangekondigd()).OfType<PersoonNietGevonden>().ShouldHaveSingleItem().Reden.ShouldBe(Brpreden.GeenAntwoord);

        brp.Herstel(bsn);
        var navraag = $"{Dienst.Pad}/{melding["meldingnummer"]}/navraag";
        (await fabriek.Als("backoffice").PostAsync(navraag, null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Any());
        await Dienst.Geweigerd(fabriek.Als("backoffice").PostAsync(navraag, null), 409, "identiteit-bekend");
    }

    /// <summary>A consulent hears why the BRP does not say who it is, and establishes the identity.</summary>
    private async Task Overgelaten(JsonNode melding, Brpreden reden)
    {
        var dossiernummer = melding["dossiernummer"]!.GetValue<string>();
        (await dienst.Komt<PersoonNietGevonden>(dossiernummer)).Reden.ShouldBe(reden);
        await Dienst.Ok(Dienst.Post(
            dienst.Consulent("wijkteam-centrum"), new Identiteit(), pad: $"{Dienst.Pad}/{melding["meldingnummer"]}/identiteit"));
        await dienst.Komt<PersoonsgegevensVastgesteld>(dossiernummer);
    }

    /// <summary>The identity that a document shows.</summary>
    private sealed record Identiteit(
        string Document = "paspoort", string Achternaam = "Zonnebloem", string Geboortedatum = "1950-02-03", int Geslacht = 2,
        string Straatnaam = "Testweg", int Huisnummer = 1, string Postcode = "1315aa", string Plaatsnaam = "Almere");

    [Theory]
    [InlineData("opschortingBijhouding", """{ "reden": { "code": "O" }, "datum": { "datum": "2026-10-01" } }""", Brpsignaal.Overleden)]
    [InlineData("opschortingBijhouding", """{ "reden": { "code": "E" } }""", Brpsignaal.NietIngezetene)]
    [InlineData("opschortingBijhouding", """{ "reden": { "code": "F" } }""", Brpsignaal.BijhoudingOpgeschort)]
    [InlineData("overlijden", """{ "datum": { "datum": "2026-10-01" } }""", Brpsignaal.Overleden)]
    [InlineData("gemeenteVanInschrijving", """{ "code": "0995" }""", Brpsignaal.AndereGemeente)]
    [InlineData("gemeenteVanInschrijving", """{ "code": "1999" }""", Brpsignaal.NietIngezetene)]
    [InlineData("gemeenteVanInschrijving", """{ "code": "0034" }""", null)]
    [InlineData("indicatieCurateleRegister", "true", Brpsignaal.OnderCuratele)]
    [InlineData("gezag", """[{ "type": "EenhoofdigOuderlijkGezag", "ouder": {} }]""", Brpsignaal.OnderGezag)]
    [InlineData("gezag", """[{ "type": "EenhoofdigOuderlijkGezag", "minderjarige": { "burgerservicenummer": "999990020" } }]""", null)]
    [InlineData("gezag", "[]", null)]
    public async Task What_the_BRP_says_beside_the_personal_data_goes_along(string deel, string inhoud, Brpsignaal? signaal) =>
        (await Vastgesteld(p => p[deel] = JsonNode.Parse(inhoud))).Signalen.ShouldBe(signaal is { } s ? [s] : []);

    [Fact]
    public async Task Authority_over_somebody_with_a_new_BSN_is_seen()
    {
        var nieuw = TestBsn.Nieuw();
        (await Vastgesteld(p =>
        {
            p["burgerservicenummer"] = nieuw;
            p["gezag"] = new JsonArray(new JsonObject
            {
                ["type"] = "Voogdij",
                ["minderjarige"] = new JsonObject { ["burgerservicenummer"] = nieuw },
            });
        })).Signalen.ShouldBe([Brpsignaal.OnderGezag]);
    }

    [Fact]
    public async Task Where_somebody_does_not_live_no_letter_goes()
    {
        var vastgesteld = await Vastgesteld(p =>
        {
            p["verblijfplaats"]!["indicatieVastgesteldVerblijftNietOpAdres"] = true;
            p["adressering"] = JsonNode.Parse(Adressering);
        });

        (vastgesteld.Signalen.Single(), vastgesteld.Persoon.Waarde.Adres).ShouldBe((Brpsignaal.VerblijftNietOpAdres, null));
        vastgesteld.Persoon.Waarde.Aanschrijving!.Adresregels.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_is_addressed_by_the_name_of_their_choice_also_abroad()
    {
        var aanschrijving = (await Vastgesteld(p => p["adressering"] = JsonNode.Parse(Adressering))).Persoon.Waarde.Aanschrijving!;

        (aanschrijving.Naam, aanschrijving.Aanhef).ShouldBe(("Mevrouw B. van Dijk-Aastra", "Geachte mevrouw Van Dijk-Aastra"));
        aanschrijving.Adresregels.ShouldBe(["Rue de la Loi 16", "1000 Bruxelles", "België"]);
    }

    [Theory]
    [InlineData("to", "TO")]
    [InlineData("by", "BY")]
    [InlineData("xx", null)]
    public async Task The_place_beside_a_house_number_goes_along(string code, string? aanduiding) =>
        (await Vastgesteld(p => p["verblijfplaats"]!["verblijfadres"]!["aanduidingBijHuisnummer"] = new JsonObject { ["code"] = code }))
            .Persoon.Waarde.Adres!.Aanduiding.ShouldBe(aanduiding);

    private const string Adressering =
        """
        { "aanhef": "Geachte mevrouw Van Dijk-Aastra", "aanschrijfwijze": { "aanspreekvorm": "Mevrouw", "naam": "B. van Dijk-Aastra" },
          "gebruikInLopendeTekst": "mevrouw Van Dijk-Aastra", "adresregel1": "Rue de la Loi 16", "adresregel2": "1000 Bruxelles",
          "land": { "code": "5010", "omschrijving": "België" } }
        """;

    private async Task<PersoonsgegevensVastgesteld> Vastgesteld(Action<JsonNode> anders)
    {
        var bsn = TestBsn.Nieuw();
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        anders(persoon);
        dienst.Brp.Ken(bsn, persoon.ToJsonString());
        return await dienst.Komt<PersoonsgegevensVastgesteld>((await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Protected_personal_data_keep_the_person_out_of_the_chain_messages()
    {
        var bsn = TestBsn.Nieuw();
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        persoon["geheimhoudingPersoonsgegevens"] = 7;
        dienst.Brp.Ken(bsn, persoon.ToJsonString());

        (await dienst.Komt<PersoonsgegevensVastgesteld>(
            (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>())).GeenBerichtenverkeer.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "jaar": 1950, "maand": 2 }""", "1950-02-01", 1)]
    [InlineData("""{ "jaar": 1950 }""", "1950-01-01", 2)]
    [InlineData("""{ "onbekend": true }""", "1900-01-01", 3)]
    public async Task An_incomplete_date_of_birth_is_filled_as_iWmo_says(string datum, string geboren, int gebruik)
    {
        var bsn = TestBsn.Nieuw();
        var persoon = JsonNode.Parse(NepBrp.Volledig)!;
        persoon["geboorte"]!["datum"] = JsonNode.Parse(datum);
        dienst.Brp.Ken(bsn, persoon.ToJsonString());

        var wie = (await dienst.Komt<PersoonsgegevensVastgesteld>(
            (await dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>())).Persoon.Waarde;

        (wie.Geboortedatum, wie.DatumGebruik).ShouldBe((DateOnly.Parse(geboren, null), gebruik));
    }

    [Fact]
    public async Task Withdrawing_never_waits_for_the_BRP_and_its_late_answer_is_dropped()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var antwoord = dienst.Brp.LaatWachten(bsn);
        var melding = await dienst.Meld(bsn);
        await Tot.Waar(() => dienst.Brp.KeerGevraagd(bsn) >= 1);

        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{melding["meldingnummer"]}/intrekking", null));
        antwoord.SetResult();

        // The service asks about a later person next, so it has handled the late answer by then.
        await dienst.Komt<PersoonNietGevonden>((await dienst.Meld(TestBsn.Nieuw()))["dossiernummer"]!.GetValue<string>());
        (await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).Select(g => g.GetType())
            .ShouldBe([typeof(MeldingGedaan), typeof(MeldingIngetrokken)]);
    }

    [Fact]
    public async Task A_confirmation_while_the_BRP_is_being_asked_loses_neither()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var antwoord = dienst.Brp.LaatWachten(bsn);
        var melding = await dienst.Meld(bsn);
        var dossier = melding["dossiernummer"]!.GetValue<string>();
        await Tot.Waar(() => dienst.Brp.KeerGevraagd(bsn) >= 1);

        await dienst.Fabriek.Verwerk(new OntvangstBevestigd(Verzendwijze.Email, new(2026, 3, 4))
        {
            Dossiernummer = dossier,
            AggregaatId = Guid.NewGuid(),
            Versie = 1
        });
        antwoord.SetResult();

        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);
        (await Dienst.Ok(dienst.Inwoner(bsn)
            .GetAsync($"{Dienst.Pad}/{melding["meldingnummer"]}")))!["melding"]!["status"]!.GetValue<string>().ShouldBe("bevestigd");
    }

    [Fact]
    public async Task An_outage_of_the_BRP_only_delays()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var bsn = TestBsn.Nieuw();
        brp.Ken(bsn);
        brp.Stoor(bsn);

        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        // The adapter has used up its retries.
        await Tot.Waar(() => brp.KeerGevraagd(bsn) >= 3);
        (await fabriek.Aangekondigd()).ShouldHaveSingleItem().ShouldBeOfType<MeldingGedaan>();

        brp.Herstel(bsn);
        await Tot.Waar(async () =>
        {
            fabriek.Klok.Vooruit(TimeSpan.FromSeconds(30));
            return (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Any();
        });
        (await fabriek.Aangekondigd()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_BRP_is_away_new_meldingen_do_not_make_it_be_asked_faster()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var poll = TimeSpan.FromSeconds(2);

        // Each melding wakes the questioner. Without a pause, it would have tried many times by the end of three polls.
        var klok = Stopwatch.StartNew();
        while (klok.Elapsed < 3 * poll)
        {
            var bsn = TestBsn.Nieuw();
            brp.Stoor(bsn);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        }

        var pogingen = await fabriek.Vraag(db => db.Meldingen.SumAsync(m => m.Attempts));
        pogingen.ShouldBeInRange(1, 1 + (int)(klok.Elapsed / poll));
    }

    [Fact]
    public async Task A_question_costs_no_more_when_many_meldingen_wait_for_the_BRP()
    {
        const int wachtend = 20_000;
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        var bsn = TestBsn.Nieuw();
        brp.Stoor(bsn);
        await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        await fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO melding
            SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'meldingnummer', 'M-' || n,
                'dossiernummer', 'D-' || n, 'due_at', 'epoch'))).*
            FROM melding m, generate_series(1, {wachtend}) n
            """));
        await fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"ANALYZE melding"));

        brp.Herstel(bsn);
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonNietGevonden>().Count() >= 30);

        // The server publishes what a connection did some seconds after its last work.
        await Tot.Waar(async () => (await Gelezen()).Keren >= 30);
        (await Gelezen()).Rijen.ShouldBeLessThan(10 * wachtend);

        Task<Tabelgebruik> Gelezen() => fabriek.Vraag(db => db.Database.SqlQuery<Tabelgebruik>(
            $"""
            SELECT idx_scan AS "Keren", seq_tup_read + idx_tup_fetch AS "Rijen" FROM pg_stat_user_tables
            WHERE relname = 'melding'
            """).SingleAsync());
    }

    [Fact]
    public async Task Columns_that_a_newer_version_adds_disturb_nothing_that_runs()
    {
        await using var brp = await NepBrp.StartAsync();
        await using var fabriek = await Start(brp);
        // Every statement is prepared on every connection that the service has by now.
        for (var i = 0; i < 5; i++) await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Meld()));

        await fabriek.Vraag(db => db.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE melding ADD COLUMN later text;
            ALTER TABLE persoon ADD COLUMN later integer NOT NULL DEFAULT 0;
            ALTER TABLE outbox_message ADD COLUMN later text;
            ALTER TABLE answered_request ADD COLUMN later text
            """));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Meld()));

        // Every BRP question of before and after is noted, too.
        await Tot.Waar(async () => (await fabriek.Aangekondigd()).OfType<PersoonsgegevensVastgesteld>().Count() == 56);

        async Task Meld()
        {
            var bsn = TestBsn.Nieuw();
            brp.Ken(bsn);
            await Dienst.Ok(Dienst.Post(fabriek.Als("inwoner", bsn: bsn), new { kanaal = "web", hulpvraag = "Hulp." }));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    public void Meldingen_does_not_start_without_the_address_of_the_BRP(string adres)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Partners:Brp:Adres"] = adres;
        Should.Throw<InvalidOperationException>(builder.AddBrp).Message.ShouldContain("Partners:Brp:Adres");
    }

    private static Task<DienstFabriek<MeldingenDb>> Start(NepBrp brp) =>
        DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen,
            instellingen: new Dictionary<string, string>
            {
                ["Partners:Brp:Adres"] = brp.Adres,
                ["Gemeente:Code"] = "0034",
                ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
                // One test keeps new meldingen coming.
                ["Grenzen:MeldingenPerMelder"] = "0",
            });

    /// <summary>A table and how it was read.</summary>
    /// <param name="Keren">How often an index was used.</param>
    /// <param name="Rijen">How many rows were read.</param>
    private sealed record Tabelgebruik(long Keren, long Rijen);
}
