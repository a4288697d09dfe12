using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

public sealed class UitstelTests(Dienst dienst)
{
    [Fact]
    public async Task The_promised_day_stands_beside_the_day_of_the_law()
    {
        var pad = await dienst.Aanvraag(Zin());
        var uiterlijk = (await dienst.Beslisser.Lees(pad))["aanvraag"]!["uiterlijk"]!.GetValue<string>();
        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, teams: [Team]);

        var antwoord = await consulent.Doe($"{pad}/uitstel", new { weken = 2, reden = "Het advies van de arts is er nog niet." });

        antwoord["uiterlijk"]!.GetValue<string>().ShouldBe(uiterlijk);
        var aangekondigd = (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<UitstelAangekondigd>();
        aangekondigd.ToegezegdeDatum.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(antwoord["toegezegdeDatum"]!.GetValue<string>());
        aangekondigd.AangekondigdOp.ShouldBe(dienst.Vandaag);
    }

    [Fact]
    public async Task Too_long_too_late_or_twice_is_refused()
    {
        var pad = await dienst.Aanvraag(Zin());
        var verlopen = await dienst.Aanvraag(dienst.Vandaag.AddDays(-30), Zin());

        (await dienst.Beslisser.Weigert($"{pad}/uitstel", new { weken = 3, reden = "Druk." })).ShouldBe((422, "uitstel-te-lang"));
        (await dienst.Beslisser.Weigert($"{verlopen}/uitstel", new { weken = 1, reden = "Druk." })).ShouldBe((422, "uitstel-te-laat"));
        await dienst.Beslisser.Doe($"{pad}/uitstel", new { weken = 1, reden = "Druk." });
        (await dienst.Beslisser.Weigert($"{pad}/uitstel", new { weken = 1, reden = "Druk." })).ShouldBe((409, "uitstel-al-aangekondigd"));
    }

    [Theory]
    [InlineData("""{"weken":0,"reden":"Druk."}""")]
    [InlineData("""{"weken":1,"reden":""}""")]
    [InlineData("""{"weken":"twee","reden":"Druk."}""")]
    [InlineData("""{"weken":1,"reden":"Druk.","dagen":3}""")]
    public async Task A_malformed_announcement_is_refused(string body)
    {
        var pad = await dienst.Aanvraag(Zin());
        (await dienst.Beslisser.Weigert($"{pad}/uitstel", body)).ShouldBe((400, "ongeldige-invoer"));
    }

    [Fact]
    public async Task Another_teams_aanvraag_is_unknown()
    {
        var pad = await dienst.Aanvraag(Zin());
        using var ander = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-stad"]);
        (await ander.Weigert($"{pad}/uitstel", new { weken = 1, reden = "Druk." })).ShouldBe((404, "niet-gevonden"));
    }
}
