using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

public sealed class BesluitenTests(Dienst dienst)
{
    [Fact]
    public async Task A_decision_gets_a_number_and_is_announced_with_it()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);

        var antwoord = await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));

        var genomen = (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<BesluitGenomen>();
        genomen.Beschikkingnummer.ShouldBe(antwoord["beschikkingnummer"]!.GetValue<string>());
        genomen.Beschikkingnummer.ShouldStartWith("B-");
        genomen.Uitkomsten.ShouldBe(new Dictionary<Guid, Uitkomst> { [zin.VoorzieningId] = Uitkomst.Toekennen });
        genomen.Versie.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_of_the_whole_is_announced_without_outcomes()
    {
        var pad = await dienst.Aanvraag();

        await dienst.Beslisser.Doe($"{pad}/besluit",
            """{"besluiten":[{"uitkomst":"afwijzen","motivering":"Eigen kracht en een algemene voorziening zijn genoeg."}]}""");

        (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<BesluitGenomen>().Uitkomsten.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""geen json""", "ongeldige-json")]
    [InlineData("""{"besluiten":[""", "ongeldige-invoer")]
    [InlineData("""{}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":null}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[null]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":"alles"}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen"}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":" "}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"misschien","motivering":"Omdat."}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","bsn":"999993653"}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","voorzieningId":"999993653"}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","budget":-1}]}""", "ongeldige-invoer")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","budget":10.005}]}""", "ongeldige-invoer")]
    [InlineData(
        """{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","omvang":{"volume":0,"eenheid":"01","frequentie":"2"}}]}""",
        "ongeldige-invoer")]
    [InlineData(
        """
        {"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.",
        "periode":{"ingangsdatum":"2026-07-01","einddatum":"2026-06-30"}}]}
        """,
        "ongeldige-invoer")]
    public async Task A_malformed_decision_is_refused_and_changes_nothing(string body, string code)
    {
        var pad = await dienst.Aanvraag(Zin());

        (await dienst.Beslisser.Weigert($"{pad}/besluit", body)).ShouldBe((400, code));

        (await dienst.Aangekondigd(pad)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_decision_that_a_rule_refuses_changes_nothing()
    {
        var pgb = Pgb();
        var pad = await dienst.Aanvraag(pgb);
        var voor = await dienst.Beslisser.Etag(pad);

        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(pgb, budget: 100))).ShouldBe((422, "pgb-toets-ontbreekt"));
        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: false));
        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(pgb, budget: 100))).ShouldBe((422, "niet-pgb-vaardig"));
        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(Zin()))).ShouldBe((422, "een-uitkomst-per-voorziening"));

        (await dienst.Beslisser.Etag(pad)).ShouldBe(voor);
        (await dienst.Aangekondigd(pad)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_beslisser_is_never_the_applicant()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        using var zelf = dienst.Fabriek.Als(Rollen.Beslisser, bsn: Inwoner);

        (await zelf.Weigert($"{pad}/besluit", Dienst.Toekennen(zin))).ShouldBe((422, "eigen-aanvraag"));
    }

    [Fact]
    public async Task Who_replaces_a_decision_must_have_seen_it()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var oud = await dienst.Beslisser.Etag(pad);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        var afwijzen = new
        {
            besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen",
            motivering = "Toch niet.", redenAfwijkingAdvies = "De situatie is veranderd." } }
        };

        (await dienst.Beslisser.Weigert($"{pad}/besluit", afwijzen)).ShouldBe((428, "versie-vereist"));
        (await dienst.Beslisser.Weigert($"{pad}/besluit", afwijzen, ifMatch: oud)).ShouldBe((412, "intussen-gewijzigd"));
        await dienst.Beslisser.Doe($"{pad}/besluit", afwijzen, ifMatch: await dienst.Beslisser.Etag(pad));

        var genomen = (await dienst.Aangekondigd(pad)).OfType<BesluitGenomen>().ToList();
        genomen.Select(g => g.Uitkomsten[zin.VoorzieningId]).ShouldBe([Uitkomst.Toekennen, Uitkomst.Afwijzen]);
        genomen[1].Beschikkingnummer.ShouldBe(genomen[0].Beschikkingnummer);
    }

    [Fact]
    public async Task Of_two_deciders_at_once_one_decides_and_the_other_is_told_to_look_again()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var etag = await dienst.Beslisser.Etag(pad);
        using var ene = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-1");
        using var andere = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");

        var antwoorden = await Task.WhenAll(
            ene.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: etag),
            andere.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: etag));

        antwoorden.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
        (await dienst.Aangekondigd(pad)).OfType<BesluitGenomen>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_decision_that_cannot_be_announced_is_not_taken()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var dossier = pad.Split('/')[^1];
        var stuk =
            $"""
            CREATE FUNCTION outbox_stuk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stuk'; END $$;
            CREATE TRIGGER outbox_stuk BEFORE INSERT ON outbox_message FOR EACH ROW
                WHEN (NEW.order_key = '{dossier}') EXECUTE FUNCTION outbox_stuk()
            """;
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlRawAsync(stuk));

        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(zin))).ShouldBe((500, "onverwachte-fout"));

        (await dienst.Beslisser.Lees(pad))["aanvraag"]!["status"]!.GetValue<string>().ShouldBe("ontvangen");
    }

    [Fact]
    public async Task A_decision_sent_again_with_its_key_gives_the_same_answer_and_one_announcement()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var sleutel = Guid.NewGuid().ToString();

        using var eerste = await dienst.Beslisser.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), sleutel: sleutel);
        using var tweede = await dienst.Beslisser.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), sleutel: sleutel);

        tweede.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tweede.Content.ReadAsStringAsync()).ShouldBe(await eerste.Content.ReadAsStringAsync());
        tweede.Headers.ETag.ShouldNotBeNull().ShouldBe(eerste.Headers.ETag);
        (await dienst.Aangekondigd(pad)).OfType<BesluitGenomen>().ShouldHaveSingleItem();
    }
}
