using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WmoPlatform.Simulators.Tests;

/// <summary>Residents for a demo: each is given out once, with their own sign-in.</summary>
public sealed class UitgifteTests
{
    private static readonly string[] Velden = ["naam"];

    [Fact]
    public async Task A_resident_is_handed_out_once_also_after_a_restart()
    {
        var map = Directory.CreateTempSubdirectory("keten-uitgifte-").FullName;
        List<string> bsns = [];
        for (var start = 0; start < 2; start++)
        {
            await using var huis = await Huis.Open(("Keten:Map", map));
            for (var i = 0; i < 3; i++) bsns.Add((await Geef(huis))["bsn"]!.GetValue<string>());
        }
        bsns.ShouldBeUnique();
        bsns.ShouldAllBe(bsn => bsn.StartsWith("9999", StringComparison.Ordinal));
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task The_resident_signs_in_with_their_own_client_and_is_in_the_brp()
    {
        await using var huis = await Huis.Open();
        var inwoner = await Geef(huis);
        using var vraag = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = inwoner["client"]!.GetValue<string>(),
            ["client_secret"] = "demo",
        });
        var antwoord = await (await huis.Http.PostAsync("/token", vraag)).Content.ReadFromJsonAsync<JsonObject>();
        Tokens.Inhoud(antwoord!["access_token"]!.GetValue<string>())["bsn"]!.GetValue<string>()
            .ShouldBe(inwoner["bsn"]!.GetValue<string>());

        var brp = await huis.Http.PostAsJsonAsync("/brp/personen", new
        {
            type = "RaadpleegMetBurgerservicenummer",
            burgerservicenummer = new[] { inwoner["bsn"]!.GetValue<string>() },
            fields = Velden,
        });
        (await brp.Content.ReadFromJsonAsync<JsonObject>())!["personen"]!.AsArray().ShouldHaveSingleItem();
    }

    private static async Task<JsonNode> Geef(Huis huis) =>
        (await (await huis.Http.PostAsync("/beheer/inwoners", null)).Content.ReadFromJsonAsync<JsonNode>())!;
}
