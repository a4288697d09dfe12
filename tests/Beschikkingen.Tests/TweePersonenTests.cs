using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>Two people work on one aanvraag: the second to save is told what the first did.</summary>
public sealed class TweePersonenTests(Dienst dienst)
{
    [Fact]
    public async Task The_second_to_save_is_told_what_changed_by_role_and_moment()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var gezien = await dienst.Beslisser.Etag(pad);
        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, sub: "consulent-geheim", teams: [Team]);
        await consulent.Doe($"{pad}/uitstel", new { weken = 1, reden = "Het advies is er nog niet." });
        await consulent.Doe($"{pad}/concept", Dienst.Toekennen(zin));

        using var antwoord = await dienst.Beslisser.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: gezien);

        antwoord.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        var probleem = JsonNode.Parse(tekst)!;
        probleem["code"]!.GetValue<string>().ShouldBe("intussen-gewijzigd");
        var wijzigingen = probleem["wijzigingen"]!.AsArray();
        wijzigingen.Select(w => (w!["wat"]!.GetValue<string>(), w["door"]!.GetValue<string>()))
            .ShouldBe([("uitstel aangekondigd", "consulent"), ("concept opgesteld", "consulent")]);
        wijzigingen[0]!["op"]!.GetValue<DateTimeOffset>().ShouldBe(dienst.Fabriek.Klok.GetUtcNow(), TimeSpan.FromHours(1));
        probleem["detail"]!.GetValue<string>().ShouldStartWith("Dit is intussen gewijzigd: uitstel aangekondigd (consulent); concept");
        tekst.ShouldNotContain("consulent-geheim");
        tekst.ShouldNotContain("Het advies");
    }

    [Fact]
    public async Task After_reading_again_the_second_can_save()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        var gezien = await dienst.Beslisser.Etag(pad);
        await dienst.Backoffice.Doe($"{pad}/uitstel", new { weken = 1, reden = "Druk." });

        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: gezien)).ShouldBe((412, "intussen-gewijzigd"));
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: await dienst.Beslisser.Etag(pad));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"1.x\"")]
    [InlineData("\"tekst\"")]
    [InlineData("geen-tag")]
    public async Task A_tag_that_is_not_ours_is_refused_without_a_list(string tag)
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        using var antwoord = await dienst.Beslisser.Stuur($"{pad}/besluit", Dienst.Toekennen(zin), ifMatch: tag);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!["wijzigingen"].ShouldBeNull();
    }
}
