using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>What the file says to who decides, and the reason of who decides otherwise.</summary>
public sealed class BeslisinformatieTests(Dienst dienst)
{
    [Fact]
    public async Task The_file_shows_what_runs_what_was_asked_and_what_overlaps()
    {
        var persoonId = Guid.NewGuid();
        var loopt = Zin();
        var eerste = await Ontvang(persoonId, loopt);
        await dienst.Beslisser.Doe($"{eerste}/besluit", Dienst.Toekennen(loopt));
        await dienst.Backoffice.Doe($"{eerste}/bekendmaking", new { });
        await Ontvang(persoonId, Zin() with { Product = new("01", "01A04") });
        var gevraagd = Zin() with { Periode = new(new(2027, 1, 1), new(2028, 12, 31)) };

        var gelezen = await dienst.Beslisser.Lees($"{await Ontvang(persoonId, gevraagd)}/beslisinformatie");

        var toegekend = gelezen["toegekend"]!.AsArray().ShouldHaveSingleItem()!;
        toegekend["voorzieningId"]!.GetValue<Guid>().ShouldBe(loopt.VoorzieningId);
        toegekend["beschikkingnummer"]!.GetValue<string>().ShouldStartWith("B-");
        gelezen["andereAanvragen"]!.AsArray().ShouldHaveSingleItem()!["hulp"]![0]!["product"]!["code"]!.GetValue<string>()
            .ShouldBe("01A04");
        var overlap = gelezen["voorzieningen"]![0]!["overlapt"]!.AsArray().ShouldHaveSingleItem()!;
        (overlap["van"]!.GetValue<string>(), overlap["totEnMet"]!.GetValue<string>(), overlap["isToegekend"]!.GetValue<bool>())
            .ShouldBe(("2027-01-01", "2027-05-31", true));
        gelezen["voorzieningen"]![0]!["advies"]!.GetValue<string>().ShouldBe("toekennen");
        gelezen["ontbreekt"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_file_shows_what_is_missing_and_what_the_toets_advises()
    {
        var pgb = Pgb();
        var pad = await dienst.Aanvraag(pgb);
        await dienst.Beslisser.Stuur($"{pad}/aanvulverzoeken", new
        {
            uiterlijk = dienst.Vandaag.AddDays(14),
            stukken = new[] { new { soort = "offerte", omschrijving = "Een offerte." } }
        });
        await dienst.Beslisser.Stuur($"{pad}/voornemens",
            new { uiterlijk = dienst.Vandaag.AddDays(7), besluit = "Geen pgb.", gegevens = "De SVB meldt schulden." });

        var eerst = await dienst.Beslisser.Lees($"{pad}/beslisinformatie");
        Soorten(eerst).ShouldBe(["aanvulling", "pgb-toets", "zienswijze"]);
        Advies(eerst).ShouldBe("wacht-op-pgb-toets");

        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: false));
        var daarna = await dienst.Beslisser.Lees($"{pad}/beslisinformatie");
        Soorten(daarna).ShouldBe(["aanvulling", "zienswijze"]);
        Advies(daarna).ShouldBe("zorg-in-natura-in-plaats-van-pgb");

        using var keuze = await dienst.Beslisser.Stuur($"{pad}/zinkeuzes", new { voorzieningId = pgb.VoorzieningId, wilGeenZin = true });
        Advies(await dienst.Beslisser.Lees($"{pad}/beslisinformatie")).ShouldBe("afwijzen-want-geen-zorg-in-natura");
    }

    [Fact]
    public async Task Another_team_and_the_resident_do_not_see_what_is_for_the_beslisser()
    {
        var pad = await dienst.Aanvraag(Zin());
        using var ander = dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-buiten"]);
        using var inwoner = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner);

        (await ander.Weigert($"{pad}/beslisinformatie")).ShouldBe((404, "niet-gevonden"));
        (await inwoner.Weigert($"{pad}/beslisinformatie")).ShouldBe((403, "geen-toegang"));
    }

    [Theory]
    [InlineData(Uitkomst.Afwijzen)]
    [InlineData(Uitkomst.GedeeltelijkToekennen)]
    public void Less_than_was_indicated_asks_for_a_reason(Uitkomst uitkomst)
    {
        var loop = new Loop();
        var besluit = Over(loop.Gevraagd[0], uitkomst) with
        {
            Omvang = uitkomst == Uitkomst.GedeeltelijkToekennen ? loop.Gevraagd[0].Omvang with { Volume = 60 } : null,
        };

        Geweigerd(() => loop.Beslis(besluit with { RedenAfwijkingAdvies = null })).ShouldBe((422, "reden-afwijking-ontbreekt"));
        Geweigerd(() => loop.Beslis(besluit with { RedenAfwijkingAdvies = " " })).ShouldBe((422, "reden-afwijking-ontbreekt"));
        loop.Beslis(besluit);
    }

    [Fact]
    public void Refusing_a_pgb_asks_for_a_reason_only_when_the_toets_found_it_fit()
    {
        var loop = new Loop(Pgb());
        var zin = Over(loop.Gevraagd[0], Uitkomst.Toekennen) with
        {
            Leveringsvorm = Leveringsvorm.Zin,
            Agb = "87654321",
            PgbWeigering = PgbWeigering.DuurderDanZin,
        };
        loop.Toetsen[loop.Gevraagd[0].VoorzieningId] = true;
        Geweigerd(() => loop.Beslis(zin)).ShouldBe((422, "reden-afwijking-ontbreekt"));
        loop.Beslis(zin with { RedenAfwijkingAdvies = "De offerte is hoger dan het tarief." });

        loop.Toetsen[loop.Gevraagd[0].VoorzieningId] = false;
        Geweigerd(() => loop.Beslis(zin with { RedenAfwijkingAdvies = "De offerte is hoger dan het tarief." }))
            .ShouldBe((422, "volgt-het-advies"));
        loop.Beslis(zin);
    }

    [Fact]
    public void What_was_advised_needs_no_reason()
    {
        Geweigerd(() => new Loop().Beslis(Over(Zin(), Uitkomst.Toekennen))).ShouldBe((422, "een-uitkomst-per-voorziening"));
        var loop = new Loop();
        Geweigerd(() => loop.Beslis(Over(loop.Gevraagd[0], Uitkomst.Toekennen) with { RedenAfwijkingAdvies = "Zomaar." }))
            .ShouldBe((422, "volgt-het-advies"));
    }

    private async Task<string> Ontvang(Guid persoonId, GekozenVoorziening voorziening)
    {
        var verslag = Verslag(dienst.Vandaag, voorziening) with { PersoonId = persoonId };
        await dienst.Fabriek.Verwerk(verslag);
        return Dienst.Pad(verslag.Dossiernummer);
    }

    private static string[] Soorten(JsonNode gelezen) =>
        [.. gelezen["ontbreekt"]!.AsArray().Select(o => o!["soort"]!.GetValue<string>())];

    private static string Advies(JsonNode gelezen) => gelezen["voorzieningen"]![0]!["advies"]!.GetValue<string>();
}
