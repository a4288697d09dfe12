using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The way to a refusal through the API: the choice about zorg in natura, the plan, and the view of the applicant.</summary>
public sealed class VoornemenTests(Dienst dienst)
{
    private static readonly string[] Voorwaarden = ["Meld het als u verhuist."];

    [Fact]
    public async Task A_refusal_that_needs_a_hearing_is_decided_after_the_view_of_the_person()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, teams: [Team]);
        var afwijzen = new
        {
            besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Er is al hulp.",
                wijktAfVanOpgave = true, redenAfwijkingAdvies = "De buurman helpt." } }
        };
        (await dienst.Beslisser.Weigert($"{pad}/besluit", afwijzen)).ShouldBe((422, "eerst-horen"));

        using var antwoord = await consulent.Stuur($"{pad}/voornemens",
            new { uiterlijk = dienst.Vandaag.AddDays(7), besluit = "Geen hulp.", gegevens = "De buurman helpt." });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!["voornemenId"]!.GetValue<Guid>();
        (await dienst.Beslisser.Weigert($"{pad}/besluit", afwijzen)).ShouldBe((422, "zienswijze-loopt"));
        using var reactie = await consulent.Stuur($"{pad}/voornemens/{id}/zienswijze",
            new { samenvatting = "De buurman is verhuisd.", mondeling = true });
        reactie.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await dienst.Beslisser.Doe($"{pad}/besluit", afwijzen);
        var voornemen = (await dienst.Beslisser.Lees(pad))["voornemens"]!.AsArray().ShouldHaveSingleItem()!;
        voornemen["zienswijze"]!["mondeling"]!.GetValue<bool>().ShouldBeTrue();
        (await dienst.Aangekondigd(pad)).Select(g => g.GetType()).ShouldBe(
            [typeof(AanvraagOntvangen), typeof(VoornemenAangekondigd), typeof(ZienswijzeOntvangen), typeof(BesluitGenomen)]);
    }

    [Fact]
    public async Task A_written_no_to_help_in_kind_is_kept_with_its_day()
    {
        var pgb = Pgb();
        var pad = await dienst.Aanvraag(pgb);

        using var antwoord = await dienst.Backoffice.Stuur($"{pad}/zinkeuzes",
            new { voorzieningId = pgb.VoorzieningId, wilGeenZin = true, ontvangenOp = dienst.Vandaag });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var keuze = (await dienst.Beslisser.Lees(pad))["zinkeuzes"]!.AsArray().ShouldHaveSingleItem()!;
        keuze["wilGeenZin"]!.GetValue<bool>().ShouldBeTrue();
        keuze["ontvangenOp"]!.GetValue<string>().ShouldBe($"{dienst.Vandaag:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("""{"uiterlijk":"2026-05-11","besluit":" ","gegevens":"De buurman helpt."}""")]
    [InlineData("""{"uiterlijk":"2026-05-11","besluit":"Geen hulp."}""")]
    [InlineData("""{"besluit":"Geen hulp.","gegevens":"De buurman helpt."}""")]
    [InlineData("""{"uiterlijk":"2026-05-11","besluit":"Geen hulp.","gegevens":"De buurman helpt.","voorzieningen":[]}""")]
    public async Task A_plan_without_its_parts_is_refused(string body)
    {
        var pad = await dienst.Aanvraag(Zin());
        (await dienst.Beslisser.Weigert($"{pad}/voornemens", body)).ShouldBe((400, "ongeldige-invoer"));
    }

    [Theory]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","agb":"123"}]}""")]
    [InlineData("""{"besluiten":[{"uitkomst":"toekennen","motivering":"Omdat.","voorwaarden":[""]}]}""")]
    [InlineData("""{"besluiten":[{"uitkomst":"afwijzen","motivering":"Omdat.","nietGehoord":{"grond":"spoed","reden":""}}]}""")]
    [InlineData("""{"besluiten":[{"uitkomst":"afwijzen","motivering":"Omdat.","pgbWeigering":"zomaar"}]}""")]
    public async Task The_parts_of_a_decision_have_their_form(string body)
    {
        var pad = await dienst.Aanvraag(Zin());
        (await dienst.Beslisser.Weigert($"{pad}/besluit", body)).ShouldBe((400, "ongeldige-invoer"));
    }

    [Fact]
    public async Task A_decision_shows_its_conditions_and_what_it_means_for_the_contribution()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", new
        {
            besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "toekennen", motivering = "Dit is nodig.",
                voorwaarden = Voorwaarden } }
        });

        var gelezen = await dienst.Beslisser.Lees(pad);

        gelezen["besluiten"]![0]!["voorwaarden"]![0]!.GetValue<string>().ShouldBe("Meld het als u verhuist.");
        gelezen["bijdragen"]![0]!["verschuldigd"]!.GetValue<bool>().ShouldBeTrue();
        gelezen["bijdragen"]![0]!["uitleg"]!.GetValue<string>().ShouldContain("vanaf de dag waarop de hulp begint");
    }
}
