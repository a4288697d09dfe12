using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider asks for an assignment (WMO315) or a change (WMO317), by message or in the API.</summary>
public sealed class VerzoekTests(VerzoekTests.Huis huis) : IClassFixture<VerzoekTests.Huis>
{
    /// <summary>A municipality that lets its providers ask.</summary>
    public sealed class Huis : Tests.Huis
    {
        protected override Dictionary<string, string> Instellingen => Route("verzoek", wijzigingsverzoeken: true);

        public static Dictionary<string, string> Route(string route, bool wijzigingsverzoeken) => new()
        {
            ["Gemeentebeleid:0:Vanaf"] = "2020-01-01",
            ["Gemeentebeleid:0:Bron"] = "test",
            ["Gemeentebeleid:0:Servicenormen:BevestigingWerkdagen"] = "5",
            ["Gemeentebeleid:0:Servicenormen:AfspraakWerkdagen"] = "5",
            ["Gemeentebeleid:0:Servicenormen:WijzigingWeken"] = "8",
            ["Gemeentebeleid:0:Servicenormen:GelijkgesteldeDagenTellen"] = "false",
            ["Gemeentebeleid:0:Dwangsom:EenDagTeVroegTelt"] = "false",
            ["Gemeentebeleid:0:Dwangsom:BesluitdagTelt"] = "false",
            ["Gemeentebeleid:0:Pgb:Professional"] = "0.85",
            ["Gemeentebeleid:0:Pgb:BeschermdWonen"] = "0.90",
            ["Gemeentebeleid:0:Pgb:Bekende"] = "1.20",
            ["Gemeentebeleid:0:Pgb:Minimumleeftijd"] = "22",
            ["Gemeentebeleid:0:Pgb:UrenPerWeek"] = "40",
            ["Gemeentebeleid:0:Toewijzing:Route"] = route,
            ["Gemeentebeleid:0:Toewijzing:Wijzigingsverzoeken"] = wijzigingsverzoeken ? "true" : "false",
        };
    }

    [Fact]
    public async Task After_the_beschikking_the_assignment_waits_and_answers_the_providers_request()
    {
        var beschikking = await Wachtend();
        (await huis.Dienst.Aangekondigd())
            .Where(g => g.Dossiernummer == beschikking.Dossiernummer && g is not ZorgAfgesproken)
            .ShouldHaveSingleItem().ShouldBeOfType<ToewijzingWachtOpVerzoek>();
        huis.Ggk.Genomen.OfType<Wmo301>().ShouldNotContain(b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);

        var verzoek = Vot(beschikking);
        (await huis.Retour<Wmo316>(verzoek)).IsAkkoord.ShouldBeTrue();
        var product = (await Toewijzing(beschikking)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        product.ReferentieAanbieder.ShouldBe(verzoek.Client.AangevraagdeProducten[0].ReferentieAanbieder);
        product.RedenWijziging.ShouldBeNull();
        (await huis.Dienst.Aangekondigd())
            .Where(g => g is (ToewijzingWachtOpVerzoek or ZorgToegewezen) && g.Dossiernummer == beschikking.Dossiernummer)
            .Select(g => g.GetType()).ShouldBe([typeof(ToewijzingWachtOpVerzoek), typeof(ZorgToegewezen)]);
        huis.Ggk.Genomen.OfType<Wmo319>().ShouldNotContain(b => b.Antwoord.ReferentieAanbieder == product.ReferentieAanbieder);
    }

    [Fact]
    public async Task The_provider_gets_what_it_asks_within_what_was_granted()
    {
        var beschikking = await Wachtend();
        await huis.Retour<Wmo316>(Vot(beschikking,
            p => p with { ToewijzingIngangsdatum = new(2026, 3, 1), ToewijzingEinddatum = new(2027, 2, 28), Omvang = new(2, "04", "2") }));
        var product = (await Toewijzing(beschikking)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Ingangsdatum, product.Einddatum, product.Omvang!.Volume).ShouldBe(
            (new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28), 2L));
    }

    [Fact]
    public async Task What_asks_more_than_was_granted_waits_for_a_decision_that_grants_it()
    {
        var beschikking = await Wachtend();
        var vot = Vot(beschikking, p => p with { Omvang = new(9, "04", "2") });
        (await huis.Retour<Wmo316>(vot)).IsAkkoord.ShouldBeTrue();
        var verzoek = await Open(vot);
        verzoek.GetProperty("bevinding").GetString()!.ShouldContain("meer of iets anders");
        var ontvangen = (await huis.Dienst.Aangekondigd()).OfType<VerzoekOntvangen>()
            .Single(g => g.Dossiernummer == beschikking.Dossiernummer);
        ontvangen.Termijn.Uiterlijk.ShouldBe(Termijnen.IwmoVerzoek(Berichten.Vandaag).Uiterlijk);
        verzoek.GetProperty("antwoordUiterlijk").GetString().ShouldBe(ontvangen.Termijn.Uiterlijk.ToString("yyyy-MM-dd", null));

        (await Besluitnodig(verzoek)).ShouldBe("open");
        var nummer = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer)
            .Select(t => t.Toewijzingnummer).SingleAsync());
        await huis.Beslist(nummer, deel => [deel with { Omvang = new(9, "04", "2") }]);
        var product = (await Toewijzing(beschikking)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Omvang!.Volume, product.ReferentieAanbieder).ShouldBe((9L, Referentie(vot)));
        (await huis.Dienst.Aangekondigd()).OfType<VerzoekBeantwoord>()
            .Single(g => g.Dossiernummer == beschikking.Dossiernummer).Uitkomst.ShouldBe(Verzoekuitkomst.Toegekend);
        (await Antwoord(verzoek, "afwijzing", new { reden = "7" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_request_about_a_stranger_goes_to_the_backoffice_and_is_refused_with_a_reason()
    {
        var vot = Vot(Huis.Beschikking());
        (await huis.Retour<Wmo316>(vot)).IsAkkoord.ShouldBeTrue();
        var verzoek = await Open(vot);
        verzoek.GetProperty("dossiernummer").GetString().ShouldBe("");
        verzoek.GetRawText().ShouldNotContain(vot.Client.Bsn);
        (await Antwoord(verzoek, "toekenning", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Antwoord(verzoek, "afwijzing", new { reden = "0" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Antwoord(verzoek, "afwijzing", new { reden = "1" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var antwoord = await huis.Ggk.Krijgt<Wmo319>(b => b.Antwoord.ReferentieAanbieder == Referentie(vot));
        (antwoord.Header.Ontvanger, antwoord.Antwoord.VerzoekAntwoord, antwoord.Antwoord.RedenAfwijzingVerzoek)
            .ShouldBe((Huis.ZorgDichtbij, "1", "1"));
        (await huis.Lever(IStandaarden.Retour.Akkoord(antwoord, Berichten.Identificatie(), Berichten.Vandaag)))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Being_looked_into_is_told_once_and_makes_it_eight_weeks_TR360()
    {
        var vot = Vot(Huis.Beschikking());
        await huis.Retour<Wmo316>(vot);
        var verzoek = await Open(vot);
        (await Antwoord(verzoek, "onderzoek", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var antwoord = await huis.Ggk.Krijgt<Wmo319>(b => b.Antwoord.ReferentieAanbieder == Referentie(vot));
        (antwoord.Antwoord.VerzoekAntwoord, antwoord.Antwoord.RedenAfwijzingVerzoek).ShouldBe(("2", null));
        (await Lees(verzoek)).GetProperty("antwoordUiterlijk").GetString().ShouldBe(
            Berichten.Vandaag.AddDays(56).ToString("yyyy-MM-dd", null));
        (await Antwoord(verzoek, "onderzoek", new { })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Antwoord(verzoek, "afwijzing", new { reden = "7" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await huis.Ggk.Krijgt<Wmo319>(b => b.Antwoord.ReferentieAanbieder == Referentie(vot) && b.Antwoord.VerzoekAntwoord == "1");
    }

    [Fact]
    public async Task An_answer_that_the_provider_rejects_is_shown()
    {
        var vot = Vot(Huis.Beschikking());
        await huis.Retour<Wmo316>(vot);
        var verzoek = await Open(vot);
        await Antwoord(verzoek, "afwijzing", new { reden = "7" });
        var antwoord = await huis.Ggk.Krijgt<Wmo319>(b => b.Antwoord.ReferentieAanbieder == Referentie(vot));
        await huis.Lever(IStandaarden.Retour.Afgekeurd(antwoord, Berichten.Identificatie(), Berichten.Vandaag, "9355"));
        (await Lees(verzoek)).GetProperty("afgekeurdAntwoord").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("9355");
    }

    [Fact]
    public async Task A_reference_is_used_once_and_one_request_per_client_is_pending_TR347_TR374()
    {
        var beschikking = Huis.Beschikking();
        var vot = Vot(beschikking);
        await huis.Retour<Wmo316>(vot);
        var retour = await huis.Retour<Wmo316>(Vot(beschikking));
        retour.Inhoud!.AangevraagdeProducten.ShouldHaveSingleItem().RetourCodes.ShouldBe(["9374"]);
        (await huis.Retour<Wmo316>(Vot(Huis.Beschikking(), p => p with { ReferentieAanbieder = Referentie(vot) })))
            .Afkeurcodes.ShouldBe(["9347"]);
        // One wrong product rejects the message as a whole (IV032).
        var beide = Vot(Huis.Beschikking());
        beide = beide with
        {
            Client = beide.Client with
            {
                AangevraagdeProducten =
                [
                    beide.Client.AangevraagdeProducten[0],
                    beide.Client.AangevraagdeProducten[0] with { ReferentieAanbieder = Referentie(vot), Product = new("02", "02A02") }
                ]
            }
        };
        (await huis.Retour<Wmo316>(beide)).Inhoud!.AangevraagdeProducten.Select(p => p.RetourCodes![0]).ShouldBe(["0200", "9347"]);
        (await huis.Dienst.Vraag(db => db.Verzoeken.AnyAsync(v => v.ReferentieAanbieder == Referentie(beide)))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_with_more_products_than_anybody_needs_is_refused_with_a_reason()
    {
        var vot = Vot(Huis.Beschikking());
        var product = vot.Client.AangevraagdeProducten[0];
        vot = vot with
        {
            Client = vot.Client with
            {
                AangevraagdeProducten =
                [
                    .. Enumerable.Range(0, 101).Select(n => product with { ReferentieAanbieder = $"{n}", Product = new("11", "11A01") }),
                ],
            },
        };

        using var antwoord = await huis.Lever(vot);

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadAsStringAsync()).ShouldContain("te-veel-producten");
    }

    [Fact]
    public async Task A_request_that_breaks_the_standard_gets_0001_and_nothing_else()
    {
        var vot = Vot(Huis.Beschikking(), p => p with { ToewijzingEinddatum = new(2025, 1, 1) });
        (await huis.Retour<Wmo316>(vot)).Header.RetourCodes.ShouldBe(["0001"]);
        (await huis.Dienst.Vraag(db => db.Verzoeken.AnyAsync(v => v.ReferentieAanbieder == Referentie(vot)))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_contract_does_not_allow_goes_to_a_person_with_the_finding()
    {
        await huis.Contracteer("70000001", capaciteit: 1);
        var eerste = await Wachtend("70000001");
        var tweede = await Wachtend("70000001");
        await huis.Retour<Wmo316>(Vot(eerste));
        await Toewijzing(eerste);
        var vot = Vot(tweede);
        (await huis.Retour<Wmo316>(vot)).IsAkkoord.ShouldBeTrue();
        (await Open(vot)).GetProperty("bevinding").GetString()!.ShouldContain("geen plaats");
    }

    [Fact]
    public async Task A_request_for_change_names_all_that_is_actual_TR349_TR350_TR351_TR357_TR373()
    {
        var toewijzing = await Gestart();
        var nummer = Berichten.Nummer(toewijzing);
        (await Codes(Vow(toewijzing, ongewijzigd: [], wijzig: [], nieuw: [Nieuw()]), level2: true)).ShouldBe(["0001"]);
        (await Codes(Vow(toewijzing, ongewijzigd: [999_999_997], wijzig: [], nieuw: [Nieuw()])))
            .ShouldBe(["9349", "9350"], ignoreOrder: true);
        (await Codes(Vow(toewijzing, ongewijzigd: [nummer], wijzig: [Wijzig(999_999_997)]))).ShouldBe(["9351"]);
        (await Codes(Vow(toewijzing, wijzig: [Wijzig(nummer) with { GewensteIngangsdatum = new(2026, 3, 1) }]))).ShouldBe(["9357"]);
        (await Codes(Vow(toewijzing, wijzig: [Wijzig(nummer) with { Omvang = null }]))).ShouldBe(["9411"]);
        (await Codes(Vow(toewijzing, wijzig: [Wijzig(nummer)], ongewijzigd: [nummer]))).ShouldBe(["9361"]);
        (await Codes(Vow(toewijzing, ongewijzigd: [nummer], nieuw: [Nieuw("02A01")]))).ShouldBe(["9361"]);

        var totaal = await Gestart(new(100, "04", "6"));
        (await Codes(Vow(totaal, wijzig: [Wijzig(Berichten.Nummer(totaal)) with { GewensteIngangsdatum = Berichten.Vandaag.AddDays(30),
            Omvang = new(120, "04", "6") }]))).ShouldBe(["9373"]);
    }

    [Fact]
    public async Task A_decided_change_is_one_message_with_the_reference_on_all_that_changed_OP348()
    {
        var toewijzing = await Gestart();
        var nummer = Berichten.Nummer(toewijzing);
        var vow = Vow(toewijzing,
            wijzig: [Wijzig(nummer) with { GewensteIngangsdatum = new(2027, 1, 1), Omvang = new(5, "04", "2") }]);
        (await huis.Retour<Wmo318>(vow)).IsAkkoord.ShouldBeTrue();
        var verzoek = (await Verzoeken()).Single(v => v.GetProperty("referentie").GetString() == vow.Client.Verzoek.ReferentieAanbieder);
        verzoek.GetProperty("soort").GetString().ShouldBe("wijziging");
        (await Besluitnodig(verzoek)).ShouldBe("open");
        await huis.Beslist(nummer, deel =>
        [
            deel with { Periode = deel.Periode with { Einddatum = new(2026, 12, 31) } },
            deel with { Periode = deel.Periode with { Ingangsdatum = new(2027, 1, 1) }, Omvang = new(5, "04", "2") },
        ]);

        var producten = (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn
            && b.Client.ToegewezenProducten.Count == 2)).Client.ToegewezenProducten;
        producten.ShouldAllBe(p => p.ReferentieAanbieder == vow.Client.Verzoek.ReferentieAanbieder);
        producten.Select(p => (p.Product!.Code, p.Ingangsdatum, p.Omvang!.Volume, p.RedenWijziging)).ShouldBe(
        [
            ("02A01", new DateOnly(2026, 1, 1), 3L, "05"),
            ("02A01", new DateOnly(2027, 1, 1), 5L, null),
        ]);
        producten[0].Einddatum.ShouldBe(new(2026, 12, 31));
    }

    [Fact]
    public async Task What_a_granted_change_leaves_as_it_was_has_its_reference_once_IV093_IV097()
    {
        var toewijzing = await Gestart();
        var nummer = Berichten.Nummer(toewijzing);
        var vow = Vow(toewijzing, ongewijzigd: [nummer], nieuw: [Nieuw()]);
        (await huis.Retour<Wmo318>(vow)).IsAkkoord.ShouldBeTrue();
        var verzoek = (await Verzoeken()).Single(v => v.GetProperty("referentie").GetString() == vow.Client.Verzoek.ReferentieAanbieder);
        (await Besluitnodig(verzoek)).ShouldBe("open");
        var eerste = await huis.Dienst.Vraag(db => db.Toewijzingen.SingleAsync(t => t.Toewijzingnummer == nummer));
        var erbij = Huis.Hulp(code: "02A02") with { Periode = new(new(2026, 12, 1), new(2027, 11, 30)), Omvang = new(1, "04", "2") };
        await huis.Dienst.Verwerk(Huis.Beschikking(Huis.Persoon(toewijzing.Client.Bsn), eerste.PersoonId, hulp: [erbij]));

        var antwoord = await huis.Ggk.Krijgt<Wmo301>(
            b => b.Client.Bsn == toewijzing.Client.Bsn && b.Client.ToegewezenProducten.Count == 2);
        var (blijft, komtErbij) = (antwoord.Client.ToegewezenProducten[0], antwoord.Client.ToegewezenProducten[1]);
        (blijft.ToewijzingNummer, komtErbij.Product!.Code).ShouldBe((nummer, "02A02"));
        antwoord.Client.ToegewezenProducten
            .ShouldAllBe(p => p.ReferentieAanbieder == vow.Client.Verzoek.ReferentieAanbieder && p.RedenWijziging == null);
        var eerder = toewijzing.Client.ToegewezenProducten[0];
        blijft.ShouldBe(eerder with { ReferentieAanbieder = blijft.ReferentieAanbieder });

        // A later change by the municipality itself answers no request.
        await huis.Lever(Berichten.Akkoord(antwoord));
        await huis.BeslistTot(nummer, new(2098, 12, 31));
        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn
            && b.Client.ToegewezenProducten[0].Einddatum == new DateOnly(2098, 12, 31)))
            .Client.ToegewezenProducten.ShouldAllBe(p => p.ReferentieAanbieder == null);
    }

    [Fact]
    public async Task Of_a_request_about_somebody_who_is_no_client_nothing_is_judged_TR304()
    {
        var toewijzing = await Gestart();
        var vow = Vow(toewijzing, ongewijzigd: [Berichten.Nummer(toewijzing)], nieuw: [Nieuw()]);
        vow = vow with { Client = vow.Client with { Bsn = TestBsn.Nieuw() } };
        var client = (await huis.Retour<Wmo318>(vow)).Inhoud!;
        var verzoek = client.Verzoek;
        client.RetourCodes.ShouldBe(["8187"]);
        verzoek.RetourCodes.ShouldBe(["0233"]);
        verzoek.OngewijzigdeProducten!.ShouldHaveSingleItem().RetourCodes.ShouldBe(["0233"]);
        verzoek.NieuweProducten!.ShouldHaveSingleItem().RetourCodes.ShouldBe(["0233"]);
    }

    [Fact]
    public async Task A_request_need_not_name_what_the_provider_has_not_accepted_yet_OP095()
    {
        var toewijzing = await Gestart();
        var persoonId = await huis.Dienst.Vraag(db => db.Toewijzingen
            .Where(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing)).Select(t => t.PersoonId).SingleAsync());
        var beschikking = Huis.Beschikking(Huis.Persoon(toewijzing.Client.Bsn), persoonId, hulp: [Huis.Hulp(code: "02A09")]);
        await huis.Dienst.Verwerk(beschikking);
        (await huis.Retour<Wmo316>(Vot(beschikking))).IsAkkoord.ShouldBeTrue();
        var tweede = await huis.Ggk.Krijgt<Wmo301>(
            b => b.Client.Bsn == toewijzing.Client.Bsn && b.Client.ToegewezenProducten.Count == 2);

        (await huis.Retour<Wmo318>(Vow(toewijzing, wijzig: [Wijzig(Berichten.Nummer(toewijzing))]))).IsAkkoord.ShouldBeTrue();

        await huis.Lever(Berichten.Akkoord(tweede));
        // Now it is known, and the first request is pending.
        (await Codes(Vow(toewijzing, wijzig: [Wijzig(Berichten.Nummer(toewijzing))]))).ShouldBe(["9374", "9349"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_longer_period_that_is_decided_stretches_the_assignment()
    {
        var toewijzing = await Gestart(tot: new(2027, 6, 30));
        var vow = Vow(toewijzing, wijzig: [Wijzig(Berichten.Nummer(toewijzing)) with { Einddatum = new(2028, 6, 30) }]);
        await huis.Retour<Wmo318>(vow);
        var verzoek = (await Verzoeken()).Single(v => v.GetProperty("referentie").GetString() == vow.Client.Verzoek.ReferentieAanbieder);
        (await Besluitnodig(verzoek)).ShouldBe("open");
        await huis.BeslistTot(Berichten.Nummer(toewijzing), new(2028, 6, 30));
        (await Lees(verzoek)).GetProperty("status").GetString().ShouldBe("toegekend");
        var product = (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == toewijzing.Client.Bsn
            && b.Identificatie != toewijzing.Identificatie)).Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.ToewijzingNummer, product.Einddatum).ShouldBe((Berichten.Nummer(toewijzing), new DateOnly(2028, 6, 30)));
    }

    [Fact]
    public async Task Help_that_nobody_was_granted_cannot_be_given_at_a_providers_request()
    {
        var toewijzing = await Gestart();
        var vow = Vow(toewijzing, ongewijzigd: [Berichten.Nummer(toewijzing)], nieuw: [Nieuw() with { Product = new("07", "07A01") }]);
        await huis.Retour<Wmo318>(vow);
        var verzoek = (await Verzoeken()).Single(v => v.GetProperty("referentie").GetString() == vow.Client.Verzoek.ReferentieAanbieder);
        (await Besluitnodig(verzoek)).ShouldBe("open");
    }

    [Fact]
    public async Task A_provider_without_messages_asks_in_the_API_and_reads_the_answer_there()
    {
        var toewijzing = await Gestart(tot: new(2027, 6, 30));
        var http = huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij);
        var nummer = Berichten.Nummer(toewijzing);
        (await Vraag(new { toewijzingnummer = nummer })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await huis.Dienst.Als("aanbieder", agb: Huis.DeBrug).PostAsJsonAsync(
            "/zorgaanbieders/v1/verzoeken", new { toewijzingnummer = nummer, einddatum = "2028-06-30" }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var antwoord = await Vraag(new { toewijzingnummer = nummer, einddatum = "2028-06-30", referentie = "MIJN-1" });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        var verzoek = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        (await Vraag(new { toewijzingnummer = nummer, einddatum = "2029-06-30", referentie = "MIJN-1" }))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Vraag(new { toewijzingnummer = nummer, einddatum = "2029-06-30" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Antwoord(verzoek, "afwijzing", new { reden = "7" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var gelezen = await http.GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/verzoeken/{verzoek.GetProperty("id").GetString()}");
        (gelezen.GetProperty("status").GetString(), gelezen.GetProperty("redenAfwijzing").GetString(),
            gelezen.GetProperty("bevinding").GetString()).ShouldBe(("afgewezen", "7", ""));
        huis.Ggk.Genomen.OfType<Wmo319>().ShouldNotContain(b => b.Antwoord.ReferentieAanbieder == "MIJN-1");

        Task<HttpResponseMessage> Vraag(object vraag) => http.PostAsJsonAsync("/zorgaanbieders/v1/verzoeken", vraag);
    }

    [Fact]
    public async Task Requests_with_one_reference_at_once_give_one_request_and_no_error()
    {
        var http = huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij);
        var (een, twee) = (Berichten.Nummer(await Gestart(tot: new(2027, 6, 30))), Berichten.Nummer(await Gestart(tot: new(2027, 6, 30))));
        (await Vraag(een, "SAMEN-1")).StatusCode.ShouldBe(HttpStatusCode.Created);

        var antwoord = await huis.Dienst.Vraag(async db =>
        {
            // Another request stores the same reference, and commits only when ours waits for it. It is a refused one: the BSN of an open
            // request is read, and a sealed value cannot be copied to another row.
            await using var transactie = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync(
                $$"""
                INSERT INTO verzoek SELECT r.* FROM verzoek v, jsonb_populate_record(v, jsonb_build_object(
                    'id', gen_random_uuid(), 'referentie_aanbieder', 'SAMEN-2', 'status', 'Afgewezen')) r
                WHERE v.referentie_aanbieder = 'SAMEN-1'
                """);
            var vraag = Vraag(twee, "SAMEN-2");
            await Testhuis.Tot.Waar(async () => (await db.Database.SqlQuery<int>(
                $"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .ToListAsync())[0] > 0);
            await transactie.CommitAsync();
            return await vraag;
        });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("referentie-gebruikt");

        Task<HttpResponseMessage> Vraag(long nummer, string referentie) => http.PostAsJsonAsync(
            "/zorgaanbieders/v1/verzoeken", new { toewijzingnummer = nummer, einddatum = "2028-06-30", referentie });
    }

    [Theory]
    [InlineData("2026-02-01", "vanaf-is-voorbij")]
    [InlineData("2027-12-31", "einde-voor-begin")]
    public async Task In_the_API_a_request_meets_the_rules_of_a_message_TR357_CS003(string vanaf, string code)
    {
        var nummer = Berichten.Nummer(await Gestart(tot: new(2027, 6, 30)));
        using var antwoord = await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij).PostAsJsonAsync(
            "/zorgaanbieders/v1/verzoeken", new
            {
                toewijzingnummer = nummer,
                vanaf,
                einddatum = "2027-06-29",
                omvang = new { volume = 9, eenheid = "04", frequentie = "2" },
            });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task What_waits_is_never_granted_for_a_period_that_ends_before_it_begins()
    {
        var beschikking = await Wachtend();
        var (nummer, periode) = await huis.Dienst.Vraag(async db => await db.Toewijzingen
            .SingleAsync(t => t.Dossiernummer == beschikking.Dossiernummer) is var t ? (t.Toewijzingnummer, t.Periode) : default);
        using var antwoord = await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij).PostAsJsonAsync("/zorgaanbieders/v1/verzoeken",
            new { toewijzingnummer = nummer, vanaf = periode.Einddatum, einddatum = periode.Ingangsdatum });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("einde-voor-begin");
    }

    [Fact]
    public async Task A_provider_can_ask_in_the_API_for_an_assignment_that_waits()
    {
        var beschikking = await Wachtend();
        var nummer = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Dossiernummer == beschikking.Dossiernummer)
            .Select(t => t.Toewijzingnummer).SingleAsync());
        (await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij).PostAsJsonAsync(
            "/zorgaanbieders/v1/verzoeken", new { toewijzingnummer = nummer })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await Toewijzing(beschikking);
    }

    [Fact]
    public async Task Everybody_sees_their_own_requests_and_others_get_404()
    {
        var beschikking = await Wachtend();
        var vot = Vot(beschikking, p => p with { Omvang = new(9, "04", "2") });
        await huis.Retour<Wmo316>(vot);
        var pad = $"/zorgaanbieders/v1/verzoeken/{(await Open(vot)).GetProperty("id").GetString()}";
        (await huis.Dienst.Als("aanbieder", agb: Huis.DeBrug).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("consulent", teams: ["wijkteam-poort"]).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("consulent", teams: ["wijkteam-haven"]).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij).PostAsJsonAsync(pad + "/toekenning", new { }))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task No_BSN_stands_in_a_request_in_the_clear()
    {
        var vot = Vot(Huis.Beschikking());
        await huis.Retour<Wmo316>(vot);
        var rijen = await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>($"SELECT v::text AS \"Value\" FROM verzoek v")
            .ToListAsync());
        rijen.ShouldNotBeEmpty();
        rijen.ShouldAllBe(rij => !rij.Contains(vot.Client.Bsn));
    }

    /// <summary>Granting is refused for want of a decision. Answers how the request stands then.</summary>
    private async Task<string?> Besluitnodig(JsonElement verzoek)
    {
        using var antwoord = await Antwoord(verzoek, "toekenning", new { });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("besluit-nodig");
        return (await Lees(verzoek)).GetProperty("status").GetString();
    }

    private async Task<BeschikkingBekendgemaakt> Wachtend(string agb = Huis.ZorgDichtbij)
    {
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp(agb)]);
        await huis.Dienst.Verwerk(beschikking);
        return beschikking;
    }

    private Task<Wmo301> Toewijzing(BeschikkingBekendgemaakt beschikking) => huis.Ggk.Krijgt<Wmo301>(
        b => b.Client.Bsn == beschikking.Persoon.Waarde.Bsn);

    private async Task<Wmo301> Gestart(Omvang? omvang = null, DateOnly? tot = null)
    {
        var hulp = Huis.Hulp() with { Omvang = omvang ?? new(3, "04", "2"), Periode = new(new(2026, 1, 1), tot ?? new(2099, 12, 31)) };
        var beschikking = Huis.Beschikking(hulp: [hulp]);
        await huis.Dienst.Verwerk(beschikking);
        await huis.Retour<Wmo316>(Vot(beschikking));
        var toewijzing = await Toewijzing(beschikking);
        await huis.Lever(Berichten.Akkoord(toewijzing));
        await huis.Retour<Wmo306>(Berichten.Start(toewijzing, new(2026, 2, 2)));
        return toewijzing;
    }

    private static Wmo315 Vot(BeschikkingBekendgemaakt beschikking, Func<AangevraagdProduct, AangevraagdProduct>? anders = null)
    {
        var (persoon, hulp) = (beschikking.Persoon.Waarde, beschikking.Voorzieningen[0]);
        var product = new AangevraagdProduct($"REF-{Guid.CreateVersion7():N}"[..30], hulp.Periode.Ingangsdatum, new("01", null, null))
        {
            Product = new(hulp.Product.Categorie, hulp.Product.Code),
            ToewijzingEinddatum = hulp.Periode.Einddatum,
            Omvang = new(hulp.Omvang.Volume, hulp.Omvang.Eenheid, hulp.Omvang.Frequentie),
        };
        return new(new Header(hulp.Agb, "0034", Berichten.Identificatie(), Berichten.Vandaag),
            new Wmo315Client(
                persoon.Bsn, new(persoon.Geboortedatum, null), "2", new(new("Aastra", "van der")), null,
                [anders?.Invoke(product) ?? product]));
    }

    private static string Referentie(Wmo315 vot) => vot.Client.AangevraagdeProducten[0].ReferentieAanbieder;

    private static Wmo317 Vow(
        Wmo301 toewijzing, long[]? ongewijzigd = null, TeWijzigenProduct[]? wijzig = null, NieuwProduct[]? nieuw = null) =>
        new(
            new Header(toewijzing.Header.Ontvanger, "0034", Berichten.Identificatie(), Berichten.Vandaag),
            new Wmo317Client(toewijzing.Client.Bsn, new($"VOW-{Guid.CreateVersion7():N}"[..30], "1",
                ongewijzigd is { Length: > 0 } ? [.. ongewijzigd.Select(n => new OngewijzigdProduct(n))] : null,
                wijzig is { Length: > 0 } ? wijzig : null, nieuw)));

    private static TeWijzigenProduct Wijzig(long nummer) => new(nummer, new(2026, 1, 1), new(2099, 12, 31), new(3, "04", "2"), null);

    private static NieuwProduct Nieuw(string code = "02A02") => new(
        new("02", code), new(2026, 12, 1), new(2027, 11, 30), new(1, "04", "2"), null);

    /// <summary>The codes that reject; the request is not kept.</summary>
    private async Task<IReadOnlyList<string>> Codes(Wmo317 vow, bool level2 = false)
    {
        var retour = await huis.Retour<Wmo318>(vow);
        (retour.Inhoud is null).ShouldBe(level2);
        (await huis.Dienst.Vraag(db => db.Verzoeken.AnyAsync(v => v.ReferentieAanbieder == vow.Client.Verzoek.ReferentieAanbieder)))
            .ShouldBeFalse();
        return retour.Afkeurcodes;
    }

    private async Task<IReadOnlyList<JsonElement>> Verzoeken() =>
        [.. (await huis.Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/verzoeken?status=open&aantal=100"))
            .GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> Open(Wmo315 vot) => (await Verzoeken()).Single(
        v => v.GetProperty("referentie").GetString() == Referentie(vot));

    private Task<JsonElement> Lees(JsonElement verzoek) => huis.Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>(
        $"/zorgaanbieders/v1/verzoeken/{verzoek.GetProperty("id").GetString()}");

    private Task<HttpResponseMessage> Antwoord(JsonElement verzoek, string soort, object antwoord) =>
        huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/verzoeken/{verzoek.GetProperty("id").GetString()}/{soort}", antwoord);
}

/// <summary>The municipality of the example: it assigns without a request and takes no requests for change.</summary>
public sealed class GeenVerzoekTests(Huis huis) : IClassFixture<Huis>
{
    [Fact]
    public async Task A_request_for_change_is_refused_at_once_where_the_municipality_takes_none()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Akkoord(toewijzing));
        var vow = new Wmo317(
            new Header(Huis.ZorgDichtbij, "0034", Berichten.Identificatie(), Berichten.Vandaag),
            new Wmo317Client(toewijzing.Client.Bsn, new("VOW-1", "1", null,
                [new(Berichten.Nummer(toewijzing), new(2026, 1, 1), new(2099, 12, 31), new(5, "04", "2"), null)], null)));
        (await huis.Retour<Wmo318>(vow)).IsAkkoord.ShouldBeTrue();
        var antwoord = (await huis.Ggk.Krijgt<Wmo319>(b => b.Antwoord.ReferentieAanbieder == "VOW-1")).Antwoord;
        (antwoord.VerzoekAntwoord, antwoord.RedenAfwijzingVerzoek).ShouldBe(("1", "1"));
        (await huis.Aangekondigd(toewijzing)).ShouldNotContain(g => g is ToewijzingGewijzigd);
        // The refusal is final, so it does not block the next request.
        (await huis.Retour<Wmo318>(vow with
        {
            Header = new Header(Huis.ZorgDichtbij, "0034", Berichten.Identificatie(), Berichten.Vandaag)
        })).Afkeurcodes.ShouldBe(["9347"]);
    }

    [Fact]
    public async Task A_request_for_what_was_assigned_already_goes_to_a_person()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var product = new AangevraagdProduct("VOT-1", new(2026, 1, 1), new("01", null, null))
        {
            Product = new("02", "02A01"),
            ToewijzingEinddatum = new(2026, 12, 31),
            Omvang = new(3, "04", "2"),
        };
        var vot = new Wmo315(new Header(Huis.ZorgDichtbij, "0034", Berichten.Identificatie(), Berichten.Vandaag),
            new Wmo315Client(toewijzing.Client.Bsn, toewijzing.Client.Geboortedatum, "2", new(new("Aastra", "van der")), null, [product]));
        (await huis.Retour<Wmo316>(vot)).IsAkkoord.ShouldBeTrue();
        (await huis.Dienst.Vraag(db => db.Verzoeken.SingleAsync(v => v.ReferentieAanbieder == "VOT-1")))
            .Bevinding.ShouldContain("verlenging");
    }
}
