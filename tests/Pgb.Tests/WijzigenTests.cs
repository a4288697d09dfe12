using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>
/// Changes of a running budget by a decision, what may change without one, and budgets that the municipality keeps itself.
/// </summary>
public sealed class WijzigenTests(Huis huis)
{
    private DateOnly Begin => huis.Vandaag;
    private DateOnly Eind => huis.Vandaag.AddDays(200);

    [Fact]
    public async Task A_change_waits_for_the_answer_to_the_last_message_and_then_sends_everything()
    {
        var (id, bericht) = await huis.Toegekend();
        await huis.Besluit(id, AlsPgb(Begin, Eind, 4000m));
        await huis.Besluit(id, AlsPgb(Begin, Eind, 5000m));
        (await huis.AllesBijSvb(bericht.Client.Bsn)).ShouldHaveSingleItem("TR507");

        await huis.Antwoord(Akkoord(bericht));

        (await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetBedrag.ShouldBe(500000);
        (await huis.AllesBijSvb(bericht.Client.Bsn)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_rejected_change_leaves_the_budget_as_it_was_and_waits_for_a_person()
    {
        var (id, bericht) = await huis.Gereserveerd();
        await huis.Besluit(id, AlsPgb(Begin, Eind, 4000m));
        await huis.Antwoord(Afkeuring(await huis.SvbKrijgt(bericht.Client.Bsn, nummer: 2), "9562"));
        (await huis.Status(id)).ShouldBe("wijziging-afgekeurd");
        (await huis.Aangekondigd(id)).OfType<BudgetAfgekeurd>().Single().Wijziging.ShouldBeTrue();

        await huis.Backoffice.Doe($"{Huis.Budget(id)}/nieuwe-aanmelding", new { });

        (await huis.Akkoord(bericht.Client.Bsn, nummer: 3)).Client.Budget.BudgetIdentificatieOud
            .ShouldBe(bericht.Client.Budget.BudgetIdentificatie);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task An_end_after_a_change_shortens_every_part_and_withdraws_what_would_begin_later()
    {
        var (id, bericht) = await huis.Gereserveerd();
        await huis.Besluit(id, AlsPgb(Begin, Begin.AddDays(99), 3000m), AlsPgb(Begin.AddDays(100), Eind, 1000m));
        await huis.Akkoord(bericht.Client.Bsn, nummer: 2);

        await huis.Besluit(id, AlsPgb(Begin, Begin.AddDays(30), 3000m));

        (await huis.Akkoord(bericht.Client.Bsn, nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Begin.AddDays(30)), 300000), new("02", new(Begin.AddDays(100), Begin.AddDays(100)), 0)]);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task Without_messages_a_change_is_told_and_confirmed_by_hand()
    {
        var pgb = Hulp(Begin);
        await huis.Dienst.Verwerk(Beschikking(pgb) with { GeenBerichtenverkeer = true });
        var pad = Huis.Budget(pgb.VoorzieningId);
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        (await huis.Besluit(pgb.VoorzieningId, AlsPgb(Begin, Eind, 4000m)))["vervolg"]!.GetValue<string>()
            .ShouldContain("Meld de wijziging van het budget zelf");
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        (await huis.Status(pgb.VoorzieningId)).ShouldBe("gereserveerd");
        (await huis.Verhaal(pgb.VoorzieningId)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd");
    }

    [Fact]
    public async Task Granted_money_may_be_divided_over_its_period_and_stays_so_at_the_next_decision()
    {
        var (id, bericht) = await huis.Gereserveerd();

        await huis.Verdeel(id, Deel(Begin, Begin.AddDays(99), 3000.50m), Deel(Begin.AddDays(100), Eind, 900m));

        (await huis.Akkoord(bericht.Client.Bsn, nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Begin.AddDays(99)), 300050), new("02", new(Begin.AddDays(100), Eind), 90000)]);
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd");
        var wijziging = (await huis.Backoffice.Lees(Huis.Budget(id)))["wijzigingen"]!.AsArray().ShouldHaveSingleItem();
        wijziging!["beslotenOp"].ShouldBeNull("niets is besloten");
        await huis.Besluit(id, AlsPgb(Begin, Eind, 3900.50m), AlsPgb(Eind.AddDays(1), Eind.AddDays(30), 500m));
        (await huis.Akkoord(bericht.Client.Bsn, nummer: 3)).Client.Budget.FunctieBudgetten.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_not_granted_asks_for_a_decision()
    {
        var (id, bericht) = await huis.Gereserveerd();
        var etag = await huis.Consulent.Etag(Huis.Budget(id));

        (await Weigert(Deel(Begin, Eind, 3900.51m))).ShouldBe((422, "besluit-nodig"), "meer");
        (await Weigert(Deel(Begin, Eind, 3900.49m))).ShouldBe((422, "besluit-nodig"), "minder");
        (await Weigert(Deel(Begin, Eind.AddDays(1), 3900.50m))).ShouldBe((422, "besluit-nodig"), "langer");
        (await Weigert(Deel(Begin, Eind.AddDays(-1), 3900.50m))).ShouldBe((422, "besluit-nodig"), "korter");
        (await Weigert(Deel(Begin.AddDays(1), Eind, 3900.50m))).ShouldBe((422, "besluit-nodig"), "later");
        (await Weigert(Deel(Begin, Eind, 3900.50m, "07"))).ShouldBe((422, "besluit-nodig"), "andere hulp");
        (await Weigert(Deel(Begin, Eind, 3000m), Deel(Begin, Eind, 900.50m, "07"))).ShouldBe((422, "besluit-nodig"), "erbij");
        (await Weigert(Deel(Begin, Begin.AddDays(9), 900.50m), Deel(Begin.AddDays(11), Eind, 3000m)))
            .ShouldBe((422, "besluit-nodig"), "een dag zonder budget");
        (await huis.AllesBijSvb(bericht.Client.Bsn)).ShouldHaveSingleItem();
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd");
        using var einde = await huis.Backoffice.Stuur($"{Huis.Budget(id)}/beeindiging", new { reden = "Zomaar.", intrekken = true });
        einde.StatusCode.ShouldBe(HttpStatusCode.NotFound, "een budget eindigt door een besluit, de periode of een overlijden");

        Task<(int Status, string Code)> Weigert(params object[] functiebudgetten) =>
            huis.Consulent.Weigert($"{Huis.Budget(id)}/wijziging", new { reden = "Andere hulp.", functiebudgetten }, etag);
    }

    [Fact]
    public async Task A_division_refuses_what_the_SVB_would_reject_and_what_cannot_be()
    {
        var (id, bericht) = await huis.Gereserveerd();
        var pad = $"{Huis.Budget(id)}/wijziging";
        var etag = await huis.Consulent.Etag(Huis.Budget(id));

        (await Weigert(Deel(Begin, Begin.AddDays(-1), 10m))).ShouldBe((422, "einde-voor-begin"));
        (await Weigert(new
        {
            zorgfunctie = "02",
            periode = new
            {
                ingangsdatum = Begin,
                einddatum = Eind,
            },
            bedrag = 3900.50m,
            verantwoordingsvrijBedrag = 4000m
        })).ShouldBe((422, "verantwoordingsvrij-te-hoog"));
        (await Weigert(Deel(Begin, Eind, 3890.50m), Deel(Eind, Eind, 10m))).ShouldBe((422, "functie-dubbel"));
        (await Weigert(Deel(Begin, Eind, 3900.50m))).ShouldBe((422, "niets-gewijzigd"));
        (await Weigert(Deel(Begin, Eind, 0m))).ShouldBe((400, "ongeldige-invoer"));
        (await Weigert(Deel(Begin, Eind, 10.005m))).ShouldBe((400, "ongeldige-invoer"));
        (await Weigert(Deel(Begin, Eind, 10m, "19"))).ShouldBe((400, "ongeldige-invoer"));
        (await Weigert()).ShouldBe((400, "ongeldige-invoer"));
        object[] functiebudgetten = [Deel(Begin, Begin, 10m), Deel(Begin.AddDays(1), Eind, 3890.50m)];
        var gedeeld = new { reden = "Per jaar.", functiebudgetten };
        (await huis.Consulent.Weigert(pad, gedeeld)).ShouldBe((428, "versie-vereist"));
        (await huis.Consulent.Weigert(pad, gedeeld, "\"1\"")).ShouldBe((412, "intussen-gewijzigd"));
        (await huis.Dienst.Als(Rollen.Consulent, teams: ["wijkteam-poort"]).Weigert(pad, gedeeld, etag)).ShouldBe((404, "niet-gevonden"));
        (await huis.AllesBijSvb(bericht.Client.Bsn)).ShouldHaveSingleItem();

        await huis.Besluit(id);
        etag = await huis.Consulent.Etag(Huis.Budget(id));
        (await huis.Consulent.Weigert(pad, gedeeld, etag)).ShouldBe((409, "al-beeindigd"));

        Task<(int Status, string Code)> Weigert(params object[] functiebudgetten) =>
            huis.Consulent.Weigert(pad, new { reden = "Andere hulp.", functiebudgetten }, etag);
    }

    [Fact]
    public async Task A_budget_for_an_aid_is_set_aside_by_the_municipality_and_not_sent_to_the_SVB()
    {
        var pgb = Hulp(Begin) with { Product = new("13", "13A01") };
        var beschikking = Beschikking(pgb);
        await huis.Dienst.Verwerk(beschikking);
        var pad = Huis.Budget(pgb.VoorzieningId);
        var budget = await huis.Backoffice.Lees(pad);
        (budget["status"]!.GetValue<string>(), budget["inEigenBeheer"]!.GetValue<bool>()).ShouldBe(("in-eigen-beheer", true));
        budget["vervolg"]!.GetValue<string>().ShouldContain("Reserveer het bedrag");
        (await huis.Backoffice.Weigert($"{pad}/vastlegging", new { akkoord = false })).ShouldBe((409, "gemeente-reserveert-zelf"));

        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });
        await huis.Besluit(pgb.VoorzieningId, AlsPgb(Begin, Eind, 1000m, "13"));
        (await huis.Backoffice.Weigert($"{pad}/vastlegging", new { akkoord = true })).ShouldBe((409, "niets-te-beantwoorden"));
        await huis.Besluit(pgb.VoorzieningId, AlsPgb(Begin, Begin, 1000m, "13"));

        (await huis.AllesBijSvb(beschikking.Persoon.Waarde.Bsn)).ShouldBeEmpty();
        (await huis.Verhaal(pgb.VoorzieningId))
            .ShouldBe("BudgetInEigenBeheer BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd BudgetBeeindigd");
        (await huis.Aangekondigd(pgb.VoorzieningId)).OfType<BudgetGereserveerd>().Single().InEigenBeheer.ShouldBeTrue();
        (await huis.Status(pgb.VoorzieningId)).ShouldBe("beeindigd");
    }

    [Fact]
    public async Task Who_was_named_in_the_toets_is_told_with_the_first_message_and_rests_sealed()
    {
        var keuze = Keuze();
        await huis.Dienst.Verwerk(keuze);
        await huis.Consulent.Doe($"{Huis.Toets(keuze.VoorzieningId)}/vertegenwoordiging", new { vertegenwoordiging = Zus() });
        var beschikking = Beschikking(Hulp(Begin) with { VoorzieningId = keuze.VoorzieningId });
        await huis.Dienst.Verwerk(beschikking);

        var relatie = (await huis.SvbKrijgt(beschikking.Persoon.Waarde.Bsn)).Client.Relaties.ShouldHaveSingleItem();
        (relatie.Soort, relatie.Bsn, relatie.Nummer.Length).ShouldBe(("9", "999994542", 20));
        var rijen = await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>(
            $"""
            SELECT (SELECT string_agg(budget::text, ' ') FROM budget WHERE voorziening_id = {keuze.VoorzieningId})
                || (SELECT string_agg(pgb_toets::text, ' ') FROM pgb_toets) AS "Value"
            """).SingleAsync());
        foreach (var lokaas in (string[])["999994542", "Lokaas-Proefman", "Kadeplein"]) rijen.ShouldNotContain(lokaas);
        (await huis.Backoffice.GetStringAsync(new Uri(Huis.Budget(keuze.VoorzieningId), UriKind.Relative))).ShouldNotContain("999994542");
    }

    [Fact]
    public async Task Whoever_stays_keeps_the_number()
    {
        var (id, bericht) = await huis.Gereserveerd();
        await Vertegenwoordig(Zus());
        var nummer = (await huis.Akkoord(bericht.Client.Bsn, nummer: 2)).Client.Relaties![0].Nummer;

        await Vertegenwoordig(Zus(soort: "wettelijk-vertegenwoordiger", nummer));

        var relatie = (await huis.Akkoord(bericht.Client.Bsn, nummer: 3)).Client.Relaties![0];
        (relatie.Nummer, relatie.Soort).ShouldBe((nummer, "10"), "OP514");

        async Task Vertegenwoordig(object vertegenwoordiging) =>
            (await huis.Consulent.Stuur($"{Huis.Budget(id)}/wijziging",
                new { reden = "Anders.", vertegenwoordiging },
                await huis.Consulent.Etag(Huis.Budget(id)))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
