using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

public sealed class InzienTests(Dienst dienst)
{
    private const string Alle = "/beschikkingen/v1/aanvragen";

    [Fact]
    public async Task A_consulent_sees_the_aanvragen_of_their_own_team_and_of_no_other()
    {
        var pad = await dienst.Aanvraag(Zin());
        using var eigen = dienst.Fabriek.Als(Rollen.Consulent, teams: [Team]);
        using var ander = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-stad"]);

        (await eigen.Lees(pad))["aanvraag"]!["wijkteam"]!.GetValue<string>().ShouldBe(Team);
        (await ander.Weigert(pad)).ShouldBe((404, "niet-gevonden"));
        (await ander.Lees(Alle))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resident_reads_their_own_aanvraag_and_the_decision_once_it_was_made_known()
    {
        var pad = await dienst.Besloten();
        using var inwoner = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner);
        using var ander = dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner);

        var vooraf = await inwoner.Lees(pad);
        vooraf["besluiten"]!.AsArray().ShouldBeEmpty();
        vooraf["bijdragen"]!.AsArray().ShouldBeEmpty();
        vooraf["aanvraag"]!["status"]!.GetValue<string>().ShouldBe("ontvangen");
        foreach (var veld in (string[])["beschikkingnummer", "beslotenOp"]) vooraf["aanvraag"]![veld].ShouldBeNull();
        vooraf["uitleg"]![0]!["uitleg"]!.GetValue<string>().ShouldStartWith("De gemeente beslist uiterlijk op");
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var detail = await inwoner.Lees(pad);
        detail["besluiten"]![0]!["motivering"]!.GetValue<string>().ShouldNotBeEmpty();
        detail.ToJsonString().ShouldNotContain(Inwoner);
        (await ander.Weigert(pad)).ShouldBe((404, "niet-gevonden"));
        // The resident of these tests has many aanvragen, more than one page.
        (JsonNode Pagina, bool Gevonden) lijst = (await inwoner.Lees($"{Alle}?aantal=200"), false);
        while (!(lijst.Gevonden = lijst.Pagina["items"]!.AsArray().Any(a => Pad(a!) == pad))
            && lijst.Pagina["volgende"]?.GetValue<string>() is { } volgende)
            lijst = (await inwoner.Lees($"{Alle}?aantal=200&na={Uri.EscapeDataString(volgende)}"), false);
        lijst.Gevonden.ShouldBeTrue();
        (await ander.Lees(Alle))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resident_reads_that_their_aanvraag_was_withdrawn()
    {
        var pad = await dienst.Aanvraag();
        await dienst.Backoffice.Doe($"{pad}/intrekking", new { });

        using var inwoner = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner);
        (await inwoner.Lees(pad))["aanvraag"]!["status"]!.GetValue<string>().ShouldBe("ingetrokken");
    }

    [Fact]
    public async Task What_must_be_decided_first_comes_first_and_overdue_shows()
    {
        var laat = await dienst.Aanvraag(dienst.Vandaag.AddDays(-30), Zin());
        var optijd = await dienst.Aanvraag(dienst.Vandaag, Zin());

        var items = await AllePaginas(aantal: 2);

        items.Select(Uiterlijk).ShouldBeInOrder();
        items.Select(a => a["aanvraagnummer"]!.GetValue<string>()).ShouldBeUnique();
        items.Single(a => Pad(a) == laat)["tijdig"]!.GetValue<bool>().ShouldBeFalse();
        items.Single(a => Pad(a) == optijd)["tijdig"]!.GetValue<bool>().ShouldBeTrue();
        items.Select(Pad).ToList().IndexOf(laat).ShouldBeLessThan(items.Select(Pad).ToList().IndexOf(optijd));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_what_still_has_to_be_made_known()
    {
        var open = await dienst.Besloten();
        var bekend = await dienst.Besloten();
        await dienst.Backoffice.Doe($"{bekend}/bekendmaking", new { });

        var items = await AllePaginas(aantal: 100, filter: "&open=true");

        items.Select(Pad).ShouldContain(open);
        items.Select(Pad).ShouldNotContain(bekend);
        (await AllePaginas(aantal: 100, filter: "&open=false")).Select(Pad).ShouldContain(bekend);
    }

    [Fact]
    public async Task A_page_size_or_cursor_that_is_none_is_refused()
    {
        (await dienst.Beslisser.Weigert($"{Alle}?aantal=0")).ShouldBe((400, "ongeldige-invoer"));
        (await dienst.Beslisser.Weigert($"{Alle}?na=onzin")).ShouldBe((400, "ongeldige-invoer"));
        (await dienst.Beslisser.Weigert($"{Alle}?open=misschien")).ShouldBe((400, "ongeldige-invoer"));
    }

    [Fact]
    public async Task An_unknown_dossier_is_not_found() =>
        (await dienst.Beslisser.Weigert(Dienst.Pad("D-2026-999999"))).ShouldBe((404, "niet-gevonden"));

    [Fact]
    public async Task Without_a_token_or_with_a_role_that_has_no_business_here_the_door_stays_closed()
    {
        var pad = await dienst.Aanvraag(Zin());
        (await dienst.Fabriek.Met(null).Weigert(pad)).ShouldBe((401, "niet-aangemeld"));
        foreach (var rol in (string[])[Rollen.Aanbieder, Rollen.Beheer, Rollen.Keten])
            (await dienst.Fabriek.Als(rol).Weigert(pad)).ShouldBe((403, "geen-toegang"));
        foreach (var rol in (string[])[Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice, Rollen.Systeem])
            (await dienst.Fabriek.Als(rol, bsn: Inwoner, teams: [Team]).Weigert($"{pad}/besluit", new { })).ShouldBe((403, "geen-toegang"));
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var http = dienst.Fabriek.Met(null);
        var api = await http.Lees("/beschikkingen/v1/openapi.json");

        api["paths"]!.AsObject().Select(p => p.Key).ShouldContain("/aanvragen/{dossiernummer}/besluit");
        using var gereed = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        gereed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<List<JsonNode>> AllePaginas(int aantal, string filter = "")
    {
        var items = new List<JsonNode>();
        for (string? na = null; ;)
        {
            var pagina = await dienst.Beslisser.Lees($"{Alle}?aantal={aantal}{filter}{(na is null ? "" : $"&na={na}")}");
            items.AddRange(pagina["items"]!.AsArray().Select(a => a!));
            if ((na = pagina["volgende"]?.GetValue<string>()) is null) return items;
        }
    }

    private static string Pad(JsonNode aanvraag) => Dienst.Pad(aanvraag["dossiernummer"]!.GetValue<string>());

    private static string Uiterlijk(JsonNode aanvraag) => aanvraag["uiterlijk"]!.GetValue<string>();
}
