using System.Net;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>The toets over its API.</summary>
public sealed class ToetsenTests(Huis huis)
{
    private object Vaardig => new
    {
        gevoerdOp = huis.Vandaag,
        vaardigheden = new Dictionary<string, string>
        {
            ["situatie-overzien"] = "ja",
            ["regels-kennen"] = "ja",
            ["hulp-beoordelen"] = "ja",
            ["hulp-kiezen"] = "met-vertegenwoordiger"
        },
        vaardig = true,
        toelichting = "Een zus helpt met kiezen.",
    };

    [Fact]
    public async Task From_the_choice_to_a_yes()
    {
        var id = await huis.Gekozen();
        foreach (var soort in (string[])["uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst"])
            await huis.Consulent.Doe($"{Huis.Toets(id)}/documenten", new { soort, ontvangenOp = huis.Vandaag });
        (await huis.Consulent.Lees(Huis.Toets(id)))["toets"]!["vervolg"]!.GetValue<string>().ShouldContain("bewustekeuzegesprek");

        await huis.Consulent.Doe($"{Huis.Toets(id)}/bewustekeuzegesprek", Vaardig);
        (await huis.Consulent.Lees(Huis.Toets(id)))["toets"]!["vervolg"]!.GetValue<string>().ShouldContain("Leg vast wie dat is");
        await huis.Consulent.Doe($"{Huis.Toets(id)}/vertegenwoordiging", new { vertegenwoordiging = Zus() });

        var toets = await huis.Consulent.Lees(Huis.Toets(id));
        toets["toets"]!["status"]!.GetValue<string>().ShouldBe("akkoord");
        toets["gesprek"]!["vaardigheden"]!["hulp-kiezen"]!.GetValue<string>().ShouldBe("met-vertegenwoordiger");
        (await huis.Verhaal(id)).ShouldBe(
            "PgbToetsGestart PgbDocumentOntvangen PgbDocumentOntvangen PgbDocumentOntvangen BewustekeuzegesprekGevoerd PgbToetsAfgerond");
    }

    [Fact]
    public async Task What_ends_one_onderzoek_leaves_the_toets_of_another_in_the_dossier()
    {
        var een = Keuze() with { Op = huis.Dienst.Klok.GetUtcNow() };
        var ander = Keuze() with { Dossiernummer = een.Dossiernummer, Op = een.Op };
        await huis.Dienst.Verwerk(een);
        await huis.Dienst.Verwerk(ander);

        await huis.Dienst.Verwerk(new OnderzoekGestopt(Stopreden.AnderDomein, huis.Vandaag)
        { Dossiernummer = een.Dossiernummer, AggregaatId = een.AggregaatId, Versie = 9, Op = een.Op });

        (await Status(een.VoorzieningId), await Status(ander.VoorzieningId)).ShouldBe(("vervallen", "lopend"));
        await huis.Dienst.Verwerk(Beschikking() with { Dossiernummer = een.Dossiernummer, OnderzoekId = een.AggregaatId });
        (await Status(ander.VoorzieningId)).ShouldBe("lopend");
    }

    [Fact]
    public async Task A_withdrawn_aanvraag_ends_its_toets_also_when_the_choice_comes_later()
    {
        var keuze = Keuze() with { Op = huis.Dienst.Klok.GetUtcNow() };
        var ingetrokken = new AanvraagIngetrokken(huis.Vandaag, [keuze.VoorzieningId], Geheel: false)
        {
            Dossiernummer = keuze.Dossiernummer,
            OnderzoekId = keuze.AggregaatId,
            AggregaatId = Guid.NewGuid(),
            Versie = 4,
            Op = keuze.Op.AddDays(1),
        };

        await huis.Dienst.Verwerk(ingetrokken);
        await huis.Dienst.Verwerk(keuze);

        (await Status(keuze.VoorzieningId)).ShouldBe("vervallen");
        (await huis.Verhaal(keuze.VoorzieningId)).ShouldBe("");
    }

    [Fact]
    public async Task Who_asks_for_a_pgb_instead_of_granted_help_gets_a_toets_of_that_aanvraag_alone()
    {
        var nu = huis.Dienst.Klok.GetUtcNow();
        var eerder = Keuze() with { Op = nu.AddDays(-9) };
        await huis.Dienst.Verwerk(eerder);
        var aanvraag = Vormaanvraag(Guid.CreateVersion7(), Leveringsvorm.Pgb) with { Dossiernummer = eerder.Dossiernummer, Op = nu };
        await huis.Dienst.Verwerk(aanvraag);
        await huis.Dienst.Verwerk(Vormaanvraag(Guid.CreateVersion7(), Leveringsvorm.Zin) with { Dossiernummer = eerder.Dossiernummer });
        var id = aanvraag.Wijziging!.VoorzieningId;
        (await Status(id)).ShouldBe("lopend");

        await huis.Dienst.Verwerk(new AanvraagWerdMelding(huis.Vandaag, huis.Vandaag, new("Er is meer aan de hand."))
        {
            Dossiernummer = eerder.Dossiernummer,
            AggregaatId = aanvraag.AggregaatId,
            OnderzoekId = aanvraag.AggregaatId,
            Versie = 2,
            Op = nu,
        });

        (await Status(id), await Status(eerder.VoorzieningId)).ShouldBe(("vervallen", "lopend"));
    }

    [Fact]
    public async Task A_decision_on_another_form_begins_no_budget_by_itself()
    {
        var beschikking = Beschikking(new BeschikteVoorziening(Guid.CreateVersion7(), Uitkomst.Toekennen, new("02", "02T21"),
            new(120, "01", "2"), new(huis.Vandaag, huis.Vandaag.AddDays(90)), Leveringsvorm.Pgb, null, 900m)) with
        { VanWijziging = true };

        await huis.Dienst.Verwerk(beschikking);

        (await huis.Verhaal(beschikking.Voorzieningen[0].VoorzieningId)).ShouldBe("");
    }

    private AanvraagOntvangen Vormaanvraag(Guid voorzieningId, Leveringsvorm vorm) => new(
        huis.Vandaag, new("beschikking", huis.Vandaag, huis.Vandaag.AddDays(14), "Wmo 2015 art. 2.3.5 lid 2"))
    {
        Vorm = Aanvraagvorm.Wijziging,
        Wijziging = new("W-2026-000001", voorzieningId, vorm, Guid.CreateVersion7(), Huis.Team),
        AggregaatId = Guid.CreateVersion7(),
        Versie = 1,
        Op = huis.Dienst.Klok.GetUtcNow(),
    };

    private async Task<string> Status(Guid voorzieningId) =>
        (await huis.Backoffice.Lees(Huis.Toets(voorzieningId)))["toets"]!["status"]!.GetValue<string>();

    [Theory]
    [InlineData("""{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg"}]}}""", 422, "relatie-onbekend")]
    [InlineData(
        """{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg","bsn":"999993653","organisatie":"Bewind bv"}]}}""",
        422, "persoon-of-organisatie")]
    [InlineData("""{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg","organisatie":"Bewind bv"}]}}""", 422,
        "relatie-onvolledig")]
    [InlineData(
        """{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg","""
        + """ "nummer":"12","organisatie":"Bewind bv","telefoon":{"nummer":"0365551234"}}]}}""", 422, "relatienummer-onbekend")]
    [InlineData(
        """{"vertegenwoordiging":{"relaties":[{"soort":"gewaarborgde-hulp","bereik":"zorg","""
        + """ "organisatie":"Bewind bv","telefoon":{"nummer":"0365551234"}}]}}""", 400, "ongeldige-invoer")]
    [InlineData(
        """{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg","""
        + """ "bsn":"999999999","telefoon":{"nummer":"0365551234"}}]}}""", 400, "ongeldige-invoer")]
    [InlineData(
        """{"vertegenwoordiging":{"relaties":[{"soort":"gemachtigde","bereik":"zorg","""
        + """ "organisatie":"Bewind bv","telefoon":{"nummer":"036-555"}}]}}""", 400, "ongeldige-invoer")]
    [InlineData("""{"vertegenwoordiging":{"relaties":[],"contact":{"ingangsdatum":"2026-01-05"}}}""", 400, "ongeldige-invoer")]
    [InlineData("""{"vertegenwoordiging":{}}""", 400, "ongeldige-invoer")]
    public async Task A_representative_that_the_SVB_would_reject_is_refused_and_changes_nothing(string json, int status, string code)
    {
        var id = await huis.Gekozen();

        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/vertegenwoordiging", json)).ShouldBe((status, code));
    }

    [Fact]
    public async Task A_withdrawn_indicatie_ends_its_toets_in_whatever_order_the_events_arrive()
    {
        var (eerst, later) = (Keuze(), Keuze());
        await huis.Dienst.Verwerk(eerst);
        await huis.Dienst.Verwerk(Intrekking(eerst));
        await huis.Dienst.Verwerk(Intrekking(later));
        await huis.Dienst.Verwerk(later);

        var toets = (await huis.Consulent.Lees(Huis.Toets(eerst.VoorzieningId)))["toets"]!;
        toets["status"]!.GetValue<string>().ShouldBe("vervallen");
        toets["vervolg"]!.GetValue<string>().ShouldContain("geen pgb-toets meer nodig");
        (await huis.Verhaal(later.VoorzieningId)).ShouldBe("");
    }

    [Fact]
    public async Task A_gesprek_that_replaces_another_must_have_seen_it()
    {
        var id = await huis.Gekozen();
        await huis.Consulent.Doe($"{Huis.Toets(id)}/bewustekeuzegesprek", Vaardig);

        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/bewustekeuzegesprek", Vaardig)).ShouldBe((428, "versie-vereist"));
        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/bewustekeuzegesprek", Vaardig, ifMatch: "\"1\""))
            .ShouldBe((412, "intussen-gewijzigd"));
        await huis.Consulent.Doe($"{Huis.Toets(id)}/bewustekeuzegesprek", Vaardig, await huis.Consulent.Etag(Huis.Toets(id)));
    }

    [Theory]
    [InlineData("""{"soort":"uitvoeringsplan"}""")]
    [InlineData("""{"soort":"paspoort","ontvangenOp":"2026-01-05"}""")]
    [InlineData("""{"soort":"uitvoeringsplan","ontvangenOp":"gisteren"}""")]
    [InlineData("""{"soort":"uitvoeringsplan","ontvangenOp":"2026-01-05","extra":1}""")]
    public async Task A_malformed_document_is_400_and_changes_nothing(string json)
    {
        var id = await huis.Gekozen();

        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/documenten", json)).Status.ShouldBe(400);
        (await huis.Verhaal(id)).ShouldBe("PgbToetsGestart");
    }

    [Theory]
    [InlineData("""{"gevoerdOp":"2026-01-05","vaardigheden":{"zwemmen":"ja"},"vaardig":true,"toelichting":"x"}""")]
    [InlineData("""{"gevoerdOp":"2026-01-05","vaardigheden":{"regels-kennen":"misschien"},"vaardig":true,"toelichting":"x"}""")]
    [InlineData("""{"gevoerdOp":"2026-01-05","vaardigheden":{},"vaardig":false,"toelichting":""}""")]
    public async Task A_malformed_gesprek_is_400(string json)
    {
        var id = await huis.Gekozen();

        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/bewustekeuzegesprek", json)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_yes_without_the_abilities_is_422()
    {
        var id = await huis.Gekozen();

        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/bewustekeuzegesprek",
            new { gevoerdOp = huis.Vandaag, vaardigheden = new { }, vaardig = true, toelichting = "Het gaat vast goed." }))
            .ShouldBe((422, "vaardigheid-niet-beoordeeld"));
    }

    [Fact]
    public async Task A_document_sent_twice_with_the_same_key_is_recorded_once()
    {
        var id = await huis.Gekozen();
        var sleutel = Guid.NewGuid().ToString();
        var document = new { soort = "uitvoeringsplan", ontvangenOp = huis.Vandaag };

        var eerste = await huis.Consulent.Doe($"{Huis.Toets(id)}/documenten", document, sleutel: sleutel);
        (await huis.Consulent.Doe($"{Huis.Toets(id)}/documenten", document, sleutel: sleutel)).ToJsonString()
            .ShouldBe(eerste.ToJsonString());

        (await huis.Verhaal(id)).ShouldBe("PgbToetsGestart PgbDocumentOntvangen");
    }

    [Fact]
    public async Task A_consulent_sees_the_own_team_only_and_the_backoffice_everything()
    {
        var id = await huis.Gekozen(wijkteam: "wijkteam-poort");

        (await huis.Consulent.Weigert(Huis.Toets(id))).ShouldBe((404, "niet-gevonden"));
        (await huis.Consulent.Weigert($"{Huis.Toets(id)}/documenten", new { soort = "uitvoeringsplan", ontvangenOp = huis.Vandaag }))
            .ShouldBe((404, "niet-gevonden"));
        await huis.Backoffice.Lees(Huis.Toets(id));
        (await huis.Dienst.Als(Rollen.Inwoner, bsn: "999993653").GetAsync(new Uri(Huis.Toets(id), UriKind.Relative))).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_work_list_holds_what_runs_in_pages_oldest_first()
    {
        var team = $"wijkteam-{Guid.NewGuid():N}";
        var consulent = huis.Dienst.Als(Rollen.Consulent, teams: [team]);
        Guid[] ids = [await huis.Gekozen(team), await huis.Gekozen(team), await huis.Gekozen(team)];
        var inNatura = Keuze(Leveringsvorm.Zin, wijkteam: team);
        await huis.Dienst.Verwerk(inNatura);

        var gezien = new List<Guid>();
        string? na = null;
        do
        {
            var pagina = await consulent.Lees($"/pgb/v1/toetsen?aantal=2{(na is null ? "" : $"&na={na}")}");
            gezien.AddRange(pagina["items"]!.AsArray().Select(t => t!["voorzieningId"]!.GetValue<Guid>()));
            na = pagina["volgende"]?.GetValue<string>();
        }
        while (na is not null);

        gezien.ShouldBe(ids);
        (await consulent.Weigert("/pgb/v1/toetsen?status=weg")).Status.ShouldBe(400);
        (await consulent.Weigert("/pgb/v1/toetsen?na=onzin")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_toets_ends_with_its_dossier()
    {
        var (gestopt, beschikt) = (Keuze(), Keuze());
        await huis.Dienst.Verwerk(gestopt);
        await huis.Dienst.Verwerk(beschikt);

        await huis.Dienst.Verwerk(new OnderzoekGestopt(Stopreden.MeldingIngetrokken,
            huis.Vandaag)
        { Dossiernummer = gestopt.Dossiernummer, AggregaatId = gestopt.AggregaatId, Versie = 6 });
        await huis.Dienst.Verwerk(
            Beschikking(Hulp(huis.Vandaag, uitkomst: Uitkomst.Afwijzen)) with { Dossiernummer = beschikt.Dossiernummer });

        foreach (var id in (Guid[])[gestopt.VoorzieningId, beschikt.VoorzieningId])
            (await huis.Backoffice.Lees(Huis.Toets(id)))["toets"]!["status"]!.GetValue<string>().ShouldBe("vervallen");
    }

    [Fact]
    public async Task An_older_choice_that_arrives_after_the_newer_one_starts_nothing()
    {
        var inNatura = Keuze(Leveringsvorm.Zin, versie: 9);
        await huis.Dienst.Verwerk(inNatura);
        await huis.Dienst.Verwerk(inNatura with { Leveringsvorm = Leveringsvorm.Pgb, Agb = null, Versie = 7 });

        (await huis.Verhaal(inNatura.VoorzieningId)).ShouldBeEmpty();
    }
}
