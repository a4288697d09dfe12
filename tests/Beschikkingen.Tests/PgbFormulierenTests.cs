using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// Policy names the kinds of help for which the forms complete the aanvraag of a pgb. The signed verslag of Friday 1 May 2026 begins it;
/// its term runs to Monday 18 May. The forms may come until Friday 15 May, which is put on a par with a holiday, so until Monday 18 May.
/// </summary>
public sealed class PgbFormulierenTests(Dienst dienst)
{
    private static readonly Tabel<Gemeentebeleid> MetFormulieren = new(Gemeentebeleid.Tabelnaam, new Rij<Gemeentebeleid>(
        new(2015, 1, 1), null, Gemeentebeleid.Almere.Op(new(2026, 5, 1)).Waarde with { Aanvraag = new(["02"]) }, "voorbeeld"));

    [Fact]
    public void The_forms_that_are_missing_are_asked_at_once_and_the_term_stands_still()
    {
        var loop = new Loop(Pgb());

        Vraag(loop, PgbDocument.Uitvoeringsplan);

        var gevraagd = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvullingGevraagd>();
        gevraagd.Vraag.Waarde.Stukken.ShouldBe(
            ["Het uitvraagformulier, ingevuld door uw zorgverlener", "De zorgovereenkomst met uw zorgverlener"]);
        // The term stands still from 2 to 18 May, 17 days. 15 May and 17 days is Monday 1 June.
        (gevraagd.Uiterlijk, gevraagd.Termijn.Uiterlijk).ShouldBe((Loop.Dag("2026-05-18"), Loop.Dag("2026-06-01")));
        Vraag(loop);
        loop.Aangekondigd().OfType<AanvullingGevraagd>().Single().Vraag.Waarde.Stukken.ShouldHaveSingleItem()
            .ShouldStartWith("Het uitvoeringsplan");
    }

    [Fact]
    public void With_the_last_form_the_aanvraag_is_complete_and_the_term_goes_on()
    {
        var loop = new Loop(Pgb());
        Vraag(loop, PgbDocument.Uitvoeringsplan);
        loop.Op("2026-05-06").Aangekondigd();

        Komt(loop, PgbDocument.Uitvraagformulier, "2026-05-04");
        Komt(loop, PgbDocument.Uitvraagformulier, "2026-05-05");
        Komt(loop, PgbDocument.Zorgovereenkomst, "2026-05-06");

        // It stood still from 2 to 6 May, 5 days. 15 May and 5 days is Wednesday 20 May.
        loop.Aangekondigd().OfType<AanvullingOntvangen>().Select(a => (a.OntvangenOp, a.Volledig, a.Termijn.Uiterlijk)).ShouldBe(
        [
            (Loop.Dag("2026-05-04"), false, Loop.Dag("2026-06-01")),
            (Loop.Dag("2026-05-06"), true, Loop.Dag("2026-05-20")),
        ]);
    }

    [Fact]
    public void A_form_that_lay_there_already_makes_nobody_wait()
    {
        var loop = new Loop(Pgb());
        Vraag(loop, PgbDocument.Uitvoeringsplan, PgbDocument.Zorgovereenkomst);
        loop.Aangekondigd();

        Komt(loop, PgbDocument.Uitvraagformulier, "2026-04-28");

        loop.Aangekondigd().OfType<AanvullingOntvangen>().Single().Termijn.Uiterlijk.ShouldBe(Loop.Dag("2026-05-18"));
    }

    [Fact]
    public void Who_has_all_forms_or_asks_no_pgb_or_other_help_is_asked_nothing()
    {
        foreach (var loop in (Loop[])[new(Zin()), new(Pgb() with { Product = new("07", "07A11") })])
        {
            Vraag(loop);
            loop.Aangekondigd().ShouldBeEmpty();
        }
        var alles = new Loop(Pgb());
        Vraag(alles, Enum.GetValues<PgbDocument>());
        alles.Aangekondigd().ShouldBeEmpty();
        var zonderBeleid = new Loop(Pgb());
        zonderBeleid.Aanvraag.VraagPgbFormulieren(Lege(), Loop.Beleid, zonderBeleid.Nu);
        zonderBeleid.Aangekondigd().ShouldBeEmpty();
    }

    [Fact]
    public async Task Forms_of_before_and_after_the_verslag_count_in_the_service()
    {
        await using var eigen = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen, instellingen: Instellingen());
        var pgb = Pgb();
        var verslag = Verslag(dienst.Vandaag, pgb);
        var dag = eigen.Klok.GetUtcNow();
        PgbDocumentOntvangen Document(PgbDocument soort, int versie) =>
            new(pgb.VoorzieningId, soort, DateOnly.FromDateTime(dag.Date))
            { Dossiernummer = verslag.Dossiernummer, AggregaatId = Guid.CreateVersion7(), Versie = versie, Op = dag };

        await eigen.Verwerk(Document(PgbDocument.Uitvoeringsplan, 2));
        await eigen.Verwerk(verslag with { OntvangenOp = DateOnly.FromDateTime(dag.Date) });
        (await eigen.Aangekondigd()).OfType<AanvullingGevraagd>().Single().Vraag.Waarde.Stukken.Count.ShouldBe(2);
        await eigen.Verwerk(Document(PgbDocument.Uitvraagformulier, 3));
        await eigen.Verwerk(Document(PgbDocument.Zorgovereenkomst, 4));
        await eigen.Verwerk(Document(PgbDocument.Zorgovereenkomst, 5));

        (await eigen.Aangekondigd()).OfType<AanvullingOntvangen>().Select(a => a.Volledig).ShouldBe([false, true]);
        using var beslisser = eigen.Als(Rollen.Beslisser);
        (await beslisser.Lees(Dienst.Pad(verslag.Dossiernummer)))["aanvulverzoeken"]![0]!["volledigOp"].ShouldNotBeNull();
    }

    private static Dictionary<string, string> Instellingen() => new()
    {
        ["Gemeentebeleid:0:Vanaf"] = "2015-01-01",
        ["Gemeentebeleid:0:Bron"] = "Beleidsregels Voorbeeldstad",
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
        ["Gemeentebeleid:0:Aanvraag:PgbFormulieren:0"] = "02",
    };

    private static void Vraag(Loop loop, params PgbDocument[] aanwezig) =>
        loop.Aanvraag.VraagPgbFormulieren(aanwezig.ToLookup(_ => loop.Gevraagd[0].VoorzieningId), MetFormulieren, loop.Nu);

    private static void Komt(Loop loop, PgbDocument document, string dag) =>
        loop.Aanvraag.KrijgtPgbFormulier(loop.Gevraagd[0].VoorzieningId, document, Loop.Dag(dag), MetFormulieren, loop.Nu);

    private static ILookup<Guid, PgbDocument> Lege() => Array.Empty<PgbDocument>().ToLookup(_ => Guid.Empty);
}
