using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider asks, the municipality decides for the person, and the assignment that follows is the answer.</summary>
public sealed class VerzoekBijBesluitTests(Huis huis) : IClassFixture<Huis>
{
    private readonly string _referentie = $"R{Guid.CreateVersion7():N}";

    private static DateOnly Eind => Berichten.Vandaag.AddDays(60);

    [Fact]
    public async Task A_decision_that_grants_what_was_asked_answers_the_request_in_its_message()
    {
        var (hulp, verzoek) = await Vraagt(new { einddatum = Eind.AddDays(90) });
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(90)));
        (await Status(verzoek)).ShouldBe("toegekend");
        var product = (await hulp.Berichten())[^1].Client.ToegewezenProducten.ShouldHaveSingleItem();
        (product.Einddatum, product.ReferentieAanbieder).ShouldBe((Eind.AddDays(90), _referentie));
    }

    [Fact]
    public async Task A_decision_that_grants_less_leaves_the_request_open()
    {
        var (hulp, verzoek) = await Vraagt(new { einddatum = Eind.AddDays(90) });
        await hulp.Besluit(hulp.Deel(tot: Eind.AddDays(30)));
        (await Status(verzoek)).ShouldBe("open");
        (await hulp.Berichten())[^1].Client.ToegewezenProducten.ShouldHaveSingleItem().ReferentieAanbieder.ShouldBeNull();
    }

    [Fact]
    public async Task More_help_that_was_asked_and_decided_is_answered_with_both_assignments()
    {
        var vanaf = Berichten.Vandaag.AddDays(10);
        var (hulp, verzoek) = await Vraagt(new { vanaf, omvang = new { volume = 5, eenheid = "04", frequentie = "2" } });
        await hulp.Besluit(hulp.Deel(tot: vanaf.AddDays(-1)), hulp.Deel(van: vanaf) with { Omvang = new(5, "04", "2") });
        (await Status(verzoek)).ShouldBe("toegekend");
        (await hulp.Berichten())[^1].Client.ToegewezenProducten.Select(p => (p.Omvang!.Volume, p.ReferentieAanbieder))
            .ShouldBe([(3L, _referentie), (5L, _referentie)]);
    }

    [Fact]
    public async Task A_decision_on_other_help_of_the_provider_answers_nothing()
    {
        var (hulp, verzoek) = await Vraagt(new { einddatum = Eind.AddDays(90) });
        await huis.Dienst.Verwerk(Huis.Beschikking(persoon: hulp.Persoon, persoonId: hulp.PersoonId, hulp: [Huis.Hulp(code: "02A07")]));
        (await Status(verzoek)).ShouldBe("open");
    }

    private async Task<(Verloop Hulp, string Verzoek)> Vraagt(object gevraagd)
    {
        var hulp = new Verloop(huis, Huis.Hulp() with { Periode = new(Berichten.Vandaag.AddDays(-30), Eind) });
        await hulp.Beschikking();
        await hulp.Bericht(1);
        await hulp.Akkoord();
        var inhoud = JsonSerializer.SerializeToNode(gevraagd)!.AsObject();
        (inhoud["toewijzingnummer"], inhoud["referentie"]) = (await hulp.LaatsteNummer(), _referentie);
        var antwoord = await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij)
            .PostAsJsonAsync("/zorgaanbieders/v1/verzoeken", inhoud);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return (hulp, (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }

    private async Task<string?> Status(string verzoek) => (await huis.Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>(
        $"/zorgaanbieders/v1/verzoeken/{verzoek}")).GetProperty("status").GetString();
}
