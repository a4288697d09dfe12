using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>There are so many meldingen in a day, about one person and by one user.</summary>
public sealed class GrenzenTests : IAsyncLifetime
{
    private static readonly object Inhoud = new { kanaal = "web", hulpvraag = "Ik heb hulp nodig." };

    private NepBrp _brp = null!;
    private DienstFabriek<MeldingenDb> _dienst = null!;

    public async ValueTask InitializeAsync()
    {
        _brp = await NepBrp.StartAsync();
        _dienst = await DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen, instellingen: new Dictionary<string, string>
        {
            ["Partners:Brp:Adres"] = _brp.Adres,
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
            ["Grenzen:MeldingenPerPersoon"] = "2",
            ["Grenzen:MeldingenPerMelder"] = "3",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _dienst.DisposeAsync();
        await _brp.DisposeAsync();
    }

    [Fact]
    public async Task A_person_gets_so_many_meldingen_in_a_day_and_the_next_day_again()
    {
        var bsn = TestBsn.Nieuw();
        await Meld(bsn, "eerste");
        await Meld(bsn);
        var geweigerd = await Dienst.Post(_dienst.Als("inwoner", bsn: bsn), Inhoud);
        geweigerd.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Code(geweigerd)).ShouldBe("te-veel-meldingen-van-persoon");
        // What was accepted stays accepted.
        await Meld(bsn, "eerste");

        _dienst.Klok.Vooruit(geweigerd.Headers.RetryAfter!.Delta!.Value);
        await Meld(bsn);
    }

    [Fact]
    public async Task A_user_does_so_many_meldingen_in_a_day_whoever_they_are_about()
    {
        var consulent = _dienst.Als("consulent", teams: ["wijkteam-centrum"], sub: $"consulent-{Guid.NewGuid()}");
        foreach (var _ in Enumerable.Range(0, 3)) await Dienst.Ok(Dienst.Post(consulent, Over(TestBsn.Nieuw())));
        var geweigerd = await Dienst.Post(consulent, Over(TestBsn.Nieuw()));
        geweigerd.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Code(geweigerd)).ShouldBe("te-veel-meldingen-van-melder");
        var ander = _dienst.Als("consulent", teams: ["wijkteam-centrum"], sub: $"consulent-{Guid.NewGuid()}");
        await Dienst.Ok(Dienst.Post(ander, Over(TestBsn.Nieuw())));
    }

    private Task Meld(string bsn, string? sleutel = "nieuw") =>
        Dienst.Ok(Dienst.Post(_dienst.Als("inwoner", bsn: bsn, sub: $"inwoner-{bsn}"), Inhoud, sleutel));

    private static object Over(string bsn) => new { kanaal = "telefoon", hulpvraag = "Ik heb hulp nodig.", bsn };

    private static async Task<string?> Code(HttpResponseMessage antwoord) =>
        JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!["code"]!.GetValue<string>();
}
