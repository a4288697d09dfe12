using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// An aanvraag that is no signed verslag. The melding is of Friday 24 April 2026: six weeks end on Friday 5 June, so the first day without
/// a verslag is Saturday 6 June. Two weeks after that end on Saturday 20 June, and run to Monday 22 June.
/// </summary>
public sealed class AanvraagDoenTests : IAsyncLifetime
{
    private const string Alle = "/beschikkingen/v1/aanvragen";
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);
    private HttpClient Backoffice => Fabriek.Als(Rollen.Backoffice);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-06-08");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task An_aanvraag_within_the_six_weeks_is_part_of_the_melding_and_gets_the_first_day()
    {
        var zaak = await new Zaak().Begint(Fabriek);

        var antwoord = await Doe(zaak, "2026-06-05");

        Tekst(antwoord, "gevolg").ShouldBe("te-vroeg");
        Tekst(antwoord, "aanvraagVanaf").ShouldBe("2026-06-06");
        antwoord["aanvraagnummer"].ShouldBeNull();
        var vroeg = (await Aangekondigd(zaak)).ShouldHaveSingleItem().ShouldBeOfType<AanvraagTeVroegOntvangen>();
        (vroeg.Meldingnummer, vroeg.OntvangenOp, vroeg.AanvraagVanaf)
            .ShouldBe((zaak.Meldingnummer, Loop.Dag("2026-06-05"), Loop.Dag("2026-06-06")));
        (await Backoffice.Weigert(zaak.Pad)).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task After_the_six_weeks_an_aanvraag_needs_no_verslag_also_on_a_Saturday()
    {
        var zaak = await new Zaak().Begint(Fabriek);

        var antwoord = await Doe(zaak, "2026-06-06");

        (Tekst(antwoord, "gevolg"), Tekst(antwoord, "vorm"), Tekst(antwoord, "uiterlijk"))
            .ShouldBe(("aanvraag", "zonder-verslag", "2026-06-22"));
        var ontvangen = (await Aangekondigd(zaak)).ShouldHaveSingleItem().ShouldBeOfType<AanvraagOntvangen>();
        (ontvangen.Vorm, ontvangen.Meldingnummer, ontvangen.Termijn.Uiterlijk)
            .ShouldBe((Aanvraagvorm.ZonderVerslag, zaak.Meldingnummer, Loop.Dag("2026-06-22")));
        var detail = await Backoffice.Lees(zaak.Pad);
        (Tekst(detail["brief"]!, "vraag"), Tekst(detail["ontvangst"]!, "ontvangenOp"), Tekst(detail["ontvangst"]!, "vastgelegdOp"))
            .ShouldBe(("Ik wil hulp bij het huishouden.", "2026-06-06", "2026-06-08"));
    }

    [Fact]
    public async Task Who_does_not_agree_with_the_verslag_applies_without_signing_it()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Komt(zaak.Verslag("2026-05-20", zin));

        var antwoord = await Doe(zaak, "2026-05-22");

        // Two weeks after Friday 22 May end on Friday 5 June.
        (Tekst(antwoord, "vorm"), Tekst(antwoord, "uiterlijk")).ShouldBe(("na-onderzoek", "2026-06-05"));
        Tekst((await Beslisser.Lees(zaak.Pad))["voorzieningen"]![0]!, "voorzieningId").ShouldBe(zin.VoorzieningId.ToString());
        await Beslisser.Doe($"{zaak.Pad}/besluit", Dienst.Toekennen(zin));
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
        (await Aangekondigd(zaak)).OfType<BeschikkingBekendgemaakt>().Single().OnderzoekId.ShouldBe(zaak.OnderzoekId);
    }

    [Fact]
    public async Task Before_the_day_of_the_verslag_an_aanvraag_is_still_too_early()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Komt(zaak.Verslag("2026-05-20", Zin()));

        Tekst(await Doe(zaak, "2026-05-19"), "gevolg").ShouldBe("te-vroeg");
        Tekst(await Doe(zaak, "2026-05-20"), "gevolg").ShouldBe("aanvraag");
    }

    [Fact]
    public async Task An_aanvraag_whose_verslag_arrives_late_was_not_too_early_after_all()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        Tekst(await Doe(zaak, "2026-05-22"), "gevolg").ShouldBe("te-vroeg");

        await Komt(zaak.Verslag("2026-05-20", zin));

        var aanvraag = (await Beslisser.Lees(zaak.Pad))["aanvraag"]!;
        (Tekst(aanvraag, "vorm"), Tekst(aanvraag, "ontvangenOp")).ShouldBe(("na-onderzoek", "2026-05-22"));
    }

    [Fact]
    public async Task An_aanvraag_was_not_too_early_when_the_melding_proves_to_have_come_earlier()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        Tekst(await Doe(zaak, "2026-06-04"), "gevolg").ShouldBe("te-vroeg");

        // Six weeks after Wednesday 22 April end on Wednesday 3 June.
        await Komt(zaak.Gecorrigeerd("2026-04-24", "2026-04-22"));

        var aanvraag = (await Beslisser.Lees(zaak.Pad))["aanvraag"]!;
        (Tekst(aanvraag, "vorm"), Tekst(aanvraag, "ontvangenOp"), Tekst(aanvraag, "uiterlijk"))
            .ShouldBe(("zonder-verslag", "2026-06-04", "2026-06-18"));
    }

    [Fact]
    public async Task A_corrected_melding_gives_another_first_day_and_takes_no_aanvraag_away()
    {
        var (zaak, ander) = (await new Zaak().Begint(Fabriek), await new Zaak().Begint(Fabriek));
        await Doe(ander, "2026-06-06");

        await Komt(zaak.Gecorrigeerd("2026-04-24", "2026-04-28"));
        await Komt(ander.Gecorrigeerd("2026-04-24", "2026-04-28"));

        // Six weeks after Tuesday 28 April end on Tuesday 9 June.
        var vroeg = await Doe(zaak, "2026-06-06");
        (Tekst(vroeg, "gevolg"), Tekst(vroeg, "aanvraagVanaf")).ShouldBe(("te-vroeg", "2026-06-10"));
        Tekst((await Beslisser.Lees(ander.Pad))["aanvraag"]!, "ontvangenOp").ShouldBe("2026-06-06");
    }

    [Fact]
    public async Task A_correction_counts_also_when_it_overtakes_the_melding_or_an_earlier_correction()
    {
        var zaak = new Zaak();
        var (gemeld, bekend, eerst, dan) = (zaak.Gemeld(), zaak.Bekend(), zaak.Gecorrigeerd("2026-04-24", "2026-04-20"),
            zaak.Gecorrigeerd("2026-04-20", "2026-04-28"));

        foreach (var g in (Gebeurtenis[])[dan, gemeld, eerst, bekend, zaak.Geopend()]) await Komt(g);

        Tekst(await Doe(zaak, "2026-06-06"), "aanvraagVanaf").ShouldBe("2026-06-10");
    }

    [Theory]
    [InlineData(Stopreden.Wlz)]
    [InlineData(Stopreden.AnderDomein)]
    public async Task Closing_the_zaak_takes_the_right_to_a_decision_from_nobody(Stopreden reden)
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Komt(zaak.Gestopt(reden, "2026-05-11"));

        Tekst(await Doe(zaak, "2026-05-12"), "vorm").ShouldBe("na-onderzoek");

        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
    }

    [Fact]
    public async Task An_aanvraag_without_verslag_is_decided_without_one()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Doe(zaak, "2026-06-08");

        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });

        (await Aangekondigd(zaak)).OfType<BeschikkingBekendgemaakt>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_indicaties_as_chosen_come_into_the_aanvraag_before_there_is_a_verslag()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Doe(zaak, "2026-06-08");
        var overnemen = $"{zaak.Pad}/onderzoeksuitkomst";
        (await Consulent.Weigert(overnemen, new { })).ShouldBe((409, "geen-nieuwe-uitkomst"));
        await Komt(zaak.Indicatie(zin));
        (await Consulent.Weigert(overnemen, new { })).ShouldBe((409, "keuze-ontbreekt"));
        await Komt(zaak.Keuze(zin));

        await Consulent.Doe(overnemen, new { });

        var over = (await Aangekondigd(zaak)).OfType<OnderzoeksuitkomstOvergenomen>().Single();
        over.Voorzieningen.ShouldBe([zin]);
        over.VerslagVan.ShouldBeNull();
        await Beslisser.Doe($"{zaak.Pad}/besluit", Dienst.Toekennen(zin));
        (await Consulent.Weigert(overnemen, new { })).ShouldBe((409, "geen-nieuwe-uitkomst"));
    }

    [Fact]
    public async Task A_verslag_that_comes_later_gives_its_outcome_to_the_aanvraag_by_itself()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Doe(zaak, "2026-06-08");

        await Komt(zaak.Verslag("2026-06-10", zin));

        var detail = await Beslisser.Lees(zaak.Pad);
        Tekst(detail["voorzieningen"]![0]!, "voorzieningId").ShouldBe(zin.VoorzieningId.ToString());
        Tekst(detail["brief"]!, "verslagVan").ShouldBe("2026-06-10");
        (await Aangekondigd(zaak)).OfType<OnderzoeksuitkomstOvergenomen>().Single().VerslagVan.ShouldBe(Loop.Dag("2026-06-10"));
    }

    [Fact]
    public async Task A_decision_before_the_verslag_stands_until_the_consulent_brings_the_outcome_in()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Doe(zaak, "2026-06-08");
        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        await Komt(zaak.Indicatie(zin));
        await Komt(zaak.Keuze(zin));
        await Komt(zaak.Verslag("2026-06-10", zin));
        Tekst((await Beslisser.Lees(zaak.Pad))["aanvraag"]!, "status").ShouldBe("besloten");

        Tekst(await Consulent.Doe($"{zaak.Pad}/onderzoeksuitkomst", new { }), "status").ShouldBe("ontvangen");

        (await Backoffice.Weigert($"{zaak.Pad}/bekendmaking", new { })).ShouldBe((409, "nog-geen-besluit"));
        await Beslisser.Doe($"{zaak.Pad}/besluit", Dienst.Toekennen(zin));
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
        (await Beslisser.Weigert($"{zaak.Pad}/onderzoeksuitkomst", new { })).ShouldBe((409, "al-bekendgemaakt"));
    }

    [Fact]
    public async Task The_signed_verslag_itself_has_its_outcome_already()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Komt(zaak.Ondertekend("2026-05-21", "2026-05-20", zin));

        (await Consulent.Weigert($"{zaak.Pad}/onderzoeksuitkomst", new { })).ShouldBe((409, "verslag-is-de-aanvraag"));
    }

    [Fact]
    public async Task A_verslag_signed_afterwards_makes_no_second_aanvraag_and_its_day_counts()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Komt(zaak.Verslag("2026-05-20", zin));
        await Doe(zaak, "2026-05-26");

        await Komt(zaak.Ondertekend("2026-05-22", "2026-05-20", zin));

        var aanvraag = (await Beslisser.Lees(zaak.Pad))["aanvraag"]!;
        (Tekst(aanvraag, "ontvangenOp"), Tekst(aanvraag, "uiterlijk")).ShouldBe(("2026-05-22", "2026-06-05"));
        var verteld = await Aangekondigd(zaak);
        verteld.OfType<AanvraagOntvangen>().ShouldHaveSingleItem();
        var correctie = verteld.OfType<AanvraagontvangstGecorrigeerd>().Single();
        (correctie.Was, correctie.OntvangenOp).ShouldBe((Loop.Dag("2026-05-26"), Loop.Dag("2026-05-22")));
    }

    [Fact]
    public async Task A_verslag_that_is_signed_after_the_decision_is_a_new_aanvraag()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Doe(zaak, "2026-06-08");
        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
        Op("2026-06-15");

        await Komt(zaak.Verslag("2026-06-10", zin));
        await Komt(zaak.Ondertekend("2026-06-12", "2026-06-10", zin));

        (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Select(a => a.Vorm)
            .ShouldBe([Aanvraagvorm.ZonderVerslag, Aanvraagvorm.OndertekendVerslag]);
    }

    [Fact]
    public async Task A_later_aanvraag_on_the_same_indicatie_changes_the_help_that_the_first_refused()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Komt(zaak.Verslag("2026-05-20", zin));
        await Doe(zaak, "2026-05-26");
        await Beslisser.Doe($"{zaak.Pad}/besluit", Weiger(zin));
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
        Op("2026-06-15");
        await Komt(zaak.Ondertekend("2026-06-12", "2026-05-20", zin));
        var tweede = (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Last().Aanvraagnummer;

        await Beslisser.Doe($"{Alle}/{tweede}/besluit", Dienst.Toekennen(zin));
        await Backoffice.Doe($"{Alle}/{tweede}/bekendmaking", new { });

        var hulp = (await Aangekondigd(zaak)).OfType<VoorzieningGewijzigd>().ShouldHaveSingleItem();
        (hulp.VoorzieningId, hulp.Stand, hulp.Delen.Count).ShouldBe((zin.VoorzieningId, 2, 1));
    }

    [Fact]
    public async Task A_second_aanvraag_waits_for_the_decision_on_the_first()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Doe(zaak, "2026-06-08");
        (await Consulent.Weigert(Alle, Aanvraag(zaak, "2026-06-08"))).ShouldBe((409, "aanvraag-loopt-al"));
        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });

        Tekst(await Doe(zaak, "2026-06-08"), "gevolg").ShouldBe("aanvraag");
    }

    [Fact]
    public async Task After_the_melding_was_withdrawn_an_aanvraag_is_a_new_melding()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Komt(zaak.Ingetrokken("2026-05-01"));

        (await Consulent.Weigert(Alle, Aanvraag(zaak, "2026-06-08"))).ShouldBe((409, "melding-ingetrokken"));
    }

    [Fact]
    public async Task A_resident_applies_at_the_moment_itself_and_for_nobody_else()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        using var inwoner = Fabriek.Als(Rollen.Inwoner, bsn: Inwoner);
        using var ander = Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner);
        var zelf = new { nummer = zaak.Meldingnummer, vraag = "Ik wil hulp.", kanaal = "web" };

        (await ander.Weigert(Alle, zelf)).ShouldBe((404, "niet-gevonden"));
        (await inwoner.Weigert(Alle, Aanvraag(zaak, "2026-06-06"))).ShouldBe((422, "alleen-digitaal-zelf"));

        // At 23:30 UTC on 8 June it is 9 June in Amsterdam. Two weeks later is 23 June.
        Fabriek.Klok.Zet(new(2026, 6, 8, 23, 30, 0, TimeSpan.Zero));
        var antwoord = await Gemaakt(inwoner, zelf);
        (Tekst(antwoord, "ontvangenOp"), Tekst(antwoord, "uiterlijk")).ShouldBe(("2026-06-09", "2026-06-23"));
    }

    [Fact]
    public async Task A_consulent_of_another_team_finds_no_melding_here()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        using var ander = Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-stad"]);

        (await ander.Weigert(Alle, Aanvraag(zaak, "2026-06-08"))).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task The_number_of_a_dossier_with_two_meldingen_does_not_say_which()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        var tweede = await new Zaak(dossier: zaak.Dossiernummer, persoon: zaak.PersoonId).Begint(Fabriek);
        var dossier = new { nummer = zaak.Dossiernummer, vraag = "Ik wil hulp.", kanaal = "brief" };

        (await Consulent.Weigert(Alle, dossier)).ShouldBe((409, "meer-meldingen"));
        Tekst(await Gemaakt(Consulent, Aanvraag(tweede, "2026-06-08")), "meldingnummer").ShouldBe(tweede.Meldingnummer);
    }

    [Theory]
    [InlineData("2026-06-09", "dag-in-de-toekomst")]
    [InlineData("2026-04-23", "dag-te-vroeg")]
    public async Task The_day_of_receipt_lies_between_the_melding_and_today(string dag, string code)
    {
        var zaak = await new Zaak().Begint(Fabriek);

        (await Consulent.Weigert(Alle, Aanvraag(zaak, dag))).ShouldBe((422, code));
    }

    [Fact]
    public async Task An_aanvraag_of_somebody_whom_the_BRP_did_not_name_yet_counts_from_its_day()
    {
        var zaak = new Zaak();
        await Komt(zaak.Gemeld());
        await Komt(zaak.Geopend());
        await Doe(zaak, "2026-06-08");
        await Beslisser.Doe($"{zaak.Pad}/besluit", Afwijzen());
        (await Backoffice.Weigert($"{zaak.Pad}/bekendmaking", new { })).ShouldBe((409, "persoon-onbekend"));

        await Komt(zaak.Bekend());

        await Backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });
        (await Aangekondigd(zaak)).OfType<BeschikkingBekendgemaakt>().Single().Persoon.Waarde.Bsn.ShouldBe(Inwoner);
    }

    [Fact]
    public async Task What_was_withdrawn_does_not_come_back_with_a_later_verslag()
    {
        var (zaak, zin, blijft) = (await new Zaak().Begint(Fabriek), Zin(), Zin());
        await Komt(zaak.Verslag("2026-05-20", zin, blijft));
        await Doe(zaak, "2026-05-22");
        await Backoffice.Doe($"{zaak.Pad}/intrekking", new { voorzieningen = new[] { zin.VoorzieningId } });

        await Komt(zaak.Verslag("2026-06-05", zin, blijft));

        (await Beslisser.Lees(zaak.Pad))["voorzieningen"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_corrected_day_of_receipt_lies_where_an_aanvraag_was_possible()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Doe(zaak, "2026-06-08");

        (await Consulent.Weigert($"{zaak.Pad}/ontvangst", new { ontvangenOp = "2026-06-05", reden = "De brief lag er al." }))
            .ShouldBe((422, "ontvangst-voor-aanvraag-mogelijk"));
        Tekst(await Consulent.Doe($"{zaak.Pad}/ontvangst", new { ontvangenOp = "2026-06-06", reden = "De brief lag er al." }), "uiterlijk")
            .ShouldBe("2026-06-22");
    }

    [Fact]
    public async Task The_request_of_the_applicant_rests_sealed()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Doe(zaak, "2026-06-08");

        var rijen = await Fabriek.Vraag(db => Task.FromResult(db.Aanvragen.Select(a => a.VerzegeldeVraag).ToList()));
        rijen.ShouldAllBe(r => !r.ToString()!.Contains("huishouden"));
    }

    [Fact]
    public async Task Who_registers_late_says_why_and_the_day_of_receipt_counts()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        Op("2026-06-12");
        var stil = new { nummer = zaak.Meldingnummer, vraag = "Ik wil hulp.", kanaal = "brief", ontvangenOp = "2026-06-10" };
        (await Consulent.Weigert(Alle, stil)).ShouldBe((422, "reden-laat-ontbreekt"));

        var antwoord = await Doe(zaak, "2026-06-10");

        Tekst(antwoord, "uiterlijk").ShouldBe("2026-06-24");
        var ontvangst = (await Backoffice.Lees(zaak.Pad))["ontvangst"]!;
        (Tekst(ontvangst, "vastgelegdOp"), Tekst(ontvangst, "redenLaat")).ShouldBe(("2026-06-12", "De brief lag op een bureau."));
        (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Single().LaatVastgelegdOp.ShouldBe(Loop.Dag("2026-06-12"));
    }

    [Fact]
    public async Task The_letterbox_of_Saturday_is_emptied_on_Monday_without_a_reason()
    {
        var zaak = await new Zaak().Begint(Fabriek);

        await Gemaakt(Consulent,
            new { nummer = zaak.Meldingnummer, vraag = "Ik wil hulp.", kanaal = "brief", ontvangenOp = "2026-06-06" });

        (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Single().LaatVastgelegdOp.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_body_passed_on_counts_from_its_day_here_and_both_days_are_kept()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        object Brief(string daar) => new
        {
            nummer = zaak.Meldingnummer,
            vraag = "Ik wil hulp.",
            kanaal = "brief",
            ontvangenOp = "2026-06-08",
            eerstBij = new { bestuursorgaan = " het zorgkantoor ", ontvangenOp = daar },
        };
        (await Consulent.Weigert(Alle, Brief("2026-06-09"))).ShouldBe((422, "eerst-bij-na-ontvangst"));

        // Two weeks after Monday 8 June here, and not after Tuesday 2 June there.
        Tekst(await Gemaakt(Consulent, Brief("2026-06-02")), "uiterlijk").ShouldBe("2026-06-22");

        (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Single().EerstBij
            .ShouldBe(new EerdereOntvangst("het zorgkantoor", Loop.Dag("2026-06-02")));
        Tekst((await Backoffice.Lees(zaak.Pad))["ontvangst"]!["eerstBij"]!, "ontvangenOp").ShouldBe("2026-06-02");
    }

    [Fact]
    public async Task A_corrected_day_never_lies_before_the_body_that_passed_it_on_had_it()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Gemaakt(Consulent, new
        {
            nummer = zaak.Meldingnummer,
            vraag = "Ik wil hulp.",
            kanaal = "brief",
            ontvangenOp = "2026-06-08",
            eerstBij = new { bestuursorgaan = "het zorgkantoor", ontvangenOp = "2026-06-07" },
        });

        (await Consulent.Weigert($"{zaak.Pad}/ontvangst", new { ontvangenOp = "2026-06-06", reden = "De brief lag er al." }))
            .ShouldBe((422, "eerst-bij-na-ontvangst"));
    }

    [Fact]
    public async Task A_missing_signature_can_be_asked_and_makes_the_aanvraag_signed()
    {
        var zaak = await new Zaak().Begint(Fabriek);
        await Gemaakt(Consulent, new { nummer = zaak.Meldingnummer, vraag = "Ik wil hulp.", kanaal = "email", ondertekend = false });
        (await Beslisser.Lees($"{zaak.Pad}/beslisinformatie"))["ontbreekt"]!.AsArray().Select(o => Tekst(o!, "soort"))
            .ShouldBe(["handtekening", "gevraagde-hulp"]);
        using var gevraagd = await Consulent.Stuur($"{zaak.Pad}/aanvulverzoeken", new
        {
            uiterlijk = "2026-06-15",
            stukken = new[] { new { soort = "handtekening", omschrijving = "Uw handtekening onder de aanvraag" } },
        });
        var verzoek = JsonNode.Parse(await gevraagd.Content.ReadAsStringAsync())!;

        await Consulent.Doe($"{zaak.Pad}/aanvulverzoeken/{Tekst(verzoek, "verzoekId")}/aanvullingen", """{"stukken":[1]}""");

        (await Beslisser.Lees(zaak.Pad))["brief"]!["ondertekend"]!.GetValue<bool>().ShouldBeTrue();
        (await Beslisser.Lees($"{zaak.Pad}/beslisinformatie"))["ontbreekt"]!.AsArray().Select(o => Tekst(o!, "soort"))
            .ShouldBe(["gevraagde-hulp"]);
    }

    [Fact]
    public async Task A_signed_verslag_that_was_registered_late_keeps_its_reason()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());

        await Komt(zaak.Ondertekend("2026-05-21", "2026-05-20", zin) with
        {
            Op = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero),
            RedenLaat = new("Het lag bij de balie."),
            EerstBij = new("de zorgaanbieder", Loop.Dag("2026-05-20")),
        });

        var ontvangst = (await Backoffice.Lees(zaak.Pad))["ontvangst"]!;
        (Tekst(ontvangst, "ontvangenOp"), Tekst(ontvangst, "vastgelegdOp"), Tekst(ontvangst, "redenLaat"))
            .ShouldBe(("2026-05-21", "2026-06-05", "Het lag bij de balie."));
        var ontvangen = (await Aangekondigd(zaak)).OfType<AanvraagOntvangen>().Single();
        (ontvangen.LaatVastgelegdOp, ontvangen.EerstBij?.Bestuursorgaan).ShouldBe((Loop.Dag("2026-06-05"), "de zorgaanbieder"));
    }

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));

    private Task Komt(Gebeurtenis gebeurtenis) => Fabriek.Verwerk((dynamic)gebeurtenis);

    private Task<JsonNode> Doe(Zaak zaak, string ontvangenOp) => Gemaakt(Consulent, Aanvraag(zaak, ontvangenOp));

    private static object Aanvraag(Zaak zaak, string ontvangenOp) => new
    {
        nummer = zaak.Meldingnummer,
        vraag = "Ik wil hulp bij het huishouden.",
        kanaal = "brief",
        ontvangenOp,
        redenLaat = "De brief lag op een bureau.",
    };

    private static object Weiger(GekozenVoorziening hulp) => new
    {
        besluiten = new[]
        {
            new { voorzieningId = hulp.VoorzieningId, uitkomst = "afwijzen", motivering = "Wat er is, is genoeg.",
                redenAfwijkingAdvies = "De buurvrouw helpt." },
        },
    };

    private static object Afwijzen() =>
        new { besluiten = new[] { new { uitkomst = "afwijzen", motivering = "Wat er is, is genoeg." } } };

    private static async Task<JsonNode> Gemaakt(HttpClient http, object body)
    {
        using var antwoord = await http.Stuur(Alle, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(Zaak zaak) =>
        [.. (await Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == zaak.Dossiernummer)];

    private static string? Tekst(JsonNode node, string naam) => node[naam]?.GetValue<string>();
}
