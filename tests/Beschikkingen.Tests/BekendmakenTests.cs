using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

public sealed class BekendmakenTests(Dienst dienst)
{
    private static readonly string[] Adres = ["Pleitplein 1", "1315 AB Almere"];
    private static readonly string[] Voorwaarden = ["Meld het als u verhuist."];

    [Fact]
    public async Task Making_known_tells_the_others_everything_they_need_to_arrange_help()
    {
        var (zin, pgb) = (Zin(), Pgb());
        var pad = await dienst.Aanvraag(zin, pgb);
        await dienst.Fabriek.Verwerk(Toets(pgb.VoorzieningId, akkoord: true));
        await dienst.Beslisser.Doe($"{pad}/besluit", new
        {
            besluiten = new object[]
            {
                new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Een algemene voorziening past beter.",
                    redenAfwijkingAdvies = "Die is er sinds kort." },
                new { voorzieningId = pgb.VoorzieningId, uitkomst = "gedeeltelijk-toekennen", motivering = "Minder is genoeg.",
                    redenAfwijkingAdvies = "De huisgenoot helpt.",
                    omvang = pgb.Omvang with { Volume = 60 }, budget = 4321.99m },
            },
        });

        var antwoord = await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var bekend = (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<BeschikkingBekendgemaakt>();
        bekend.Voorzieningen.ShouldBe(
        [
            new(zin.VoorzieningId, Uitkomst.Afwijzen, zin.Product, zin.Omvang, zin.Periode, Leveringsvorm.Zin, zin.Agb, null),
            new(pgb.VoorzieningId, Uitkomst.GedeeltelijkToekennen, pgb.Product, pgb.Omvang with { Volume = 60 }, pgb.Periode,
                Leveringsvorm.Pgb, null, 4321.99m),
        ]);
        bekend.Persoon.Waarde.ShouldBe(Persoon);
        bekend.BekendgemaaktOp.ShouldBe(dienst.Vandaag);
        bekend.Bezwaartermijn.Soort.ShouldBe("bezwaar");
        bekend.Bezwaartermijn.Uiterlijk.ShouldBe(DateOnly.Parse(antwoord["bezwaarUiterlijk"]!.GetValue<string>(),
            System.Globalization.CultureInfo.InvariantCulture));
        bekend.Versie.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_announced_shows_nobody_in_the_outbox()
    {
        var pad = await dienst.Besloten();
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var rijen = await dienst.Fabriek.Vraag(db =>
            db.Set<Messaging.Outbox.OutboxMessage>().AsNoTracking().Select(b => b.Body).ToListAsync());
        foreach (var tekst in rijen.Select(System.Text.Encoding.UTF8.GetString))
        {
            tekst.ShouldNotContain(Inwoner);
            tekst.ShouldNotContain(Achternaam);
        }
    }

    [Fact]
    public async Task Before_a_decision_there_is_nothing_to_make_known()
    {
        var pad = await dienst.Aanvraag(Zin());
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { })).ShouldBe((409, "nog-geen-besluit"));
    }

    [Fact]
    public async Task A_day_in_the_future_or_before_the_decision_is_refused()
    {
        var pad = await dienst.Besloten();
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", Buiten(dienst.Vandaag.AddDays(1))))
            .ShouldBe((422, "bekendmaking-in-de-toekomst"));
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", Buiten(dienst.Vandaag.AddDays(-1))))
            .ShouldBe((422, "bekendmaking-voor-besluit"));
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", """{"bekendgemaaktOp":"gisteren"}""")).ShouldBe((400, "ongeldige-invoer"));
    }

    [Fact]
    public async Task The_letter_that_makes_it_known_says_reasons_conditions_and_contribution()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", new
        {
            besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "toekennen", motivering = "De hulp is nodig.",
                voorwaarden = Voorwaarden } }
        });

        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var bekend = (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().Single();
        bekend.Gemachtigde.ShouldBeNull();
        bekend.Tekst!.Waarde.VoorNabestaanden.ShouldBeFalse();
        var tekst = bekend.Tekst.Waarde.Besluiten.ShouldHaveSingleItem();
        (tekst.VoorzieningId, tekst.Motivering, tekst.Afwijking).ShouldBe((zin.VoorzieningId, "De hulp is nodig.", null));
        tekst.Voorwaarden.ShouldBe(Voorwaarden);
        tekst.Bijdrage!.ShouldStartWith("U betaalt een eigen bijdrage vanaf de dag waarop de hulp begint.");
    }

    [Fact]
    public async Task What_was_sent_outside_the_platform_has_its_day_and_reason_and_no_letter()
    {
        var pad = await dienst.Besloten();
        foreach (var half in new object[] { new { bekendgemaaktOp = dienst.Vandaag }, new { redenBuitenPlatform = "Uitgereikt." },
            new { bekendgemaaktOp = dienst.Vandaag, redenBuitenPlatform = " " } })
            (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", half)).ShouldBe((400, "ongeldige-invoer"));

        await dienst.Backoffice.Doe($"{pad}/bekendmaking", Buiten(dienst.Vandaag));

        (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().Single().Tekst.ShouldBeNull();
        (await dienst.Beslisser.Lees(pad))["redenBuitenPlatform"]!.GetValue<string>().ShouldBe("Aan de balie uitgereikt.");
    }

    [Fact]
    public async Task The_letter_goes_to_who_acts_for_the_person_until_that_ends()
    {
        var pad = await dienst.Besloten();
        var gemachtigde = new { naam = "Mr. P. Pleit", adresregels = Adres, machtigingVan = dienst.Vandaag, omvang = "ook-bezwaar" };
        (await dienst.Backoffice.Weigert($"{pad}/gemachtigde/einde", new { })).ShouldBe((409, "geen-gemachtigde"));
        using var vast = await dienst.Backoffice.Stuur($"{pad}/gemachtigde", gemachtigde);
        vast.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await dienst.Beslisser.Lees(pad))["gemachtigde"]!["post"]!["naam"]!.GetValue<string>().ShouldBe("Mr. P. Pleit");

        using var einde = await dienst.Backoffice.Stuur($"{pad}/gemachtigde/einde", new { });
        (await dienst.Beslisser.Lees(pad))["gemachtigde"].ShouldBeNull();
        using var weer = await dienst.Backoffice.Stuur($"{pad}/gemachtigde", gemachtigde);
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var aangekondigd = await dienst.Aangekondigd(pad);
        aangekondigd.Select(g => g.GetType()).ShouldBe([typeof(AanvraagOntvangen), typeof(BesluitGenomen), typeof(GemachtigdeVastgelegd),
            typeof(MachtigingBeeindigd), typeof(GemachtigdeVastgelegd), typeof(BeschikkingBekendgemaakt)]);
        var vastgelegd = (GemachtigdeVastgelegd)aangekondigd[^2];
        var adres = vastgelegd.Post!.Waarde;
        (adres.Naam, string.Join('/', adres.Adresregels)).ShouldBe(("Mr. P. Pleit", "Pleitplein 1/1315 AB Almere"));
        aangekondigd[^1].MachtigingId.ShouldBe(vastgelegd.MachtigingId.ShouldNotBeNull());
        aangekondigd[1].MachtigingId.ShouldBeNull("toen was er nog geen gemachtigde");
    }

    [Fact]
    public async Task Another_gemachtigde_ends_the_machtiging_of_the_first_and_not_the_new_one()
    {
        var pad = await dienst.Besloten();
        foreach (var naam in (string[])["Mr. P. Pleit", "Mr. Q. Kwestie"])
        {
            using var vast = await dienst.Backoffice.Stuur($"{pad}/gemachtigde",
                new { naam, adresregels = Adres, machtigingVan = dienst.Vandaag, omvang = "ook-bezwaar" });
            vast.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        var aangekondigd = await dienst.Aangekondigd(pad);
        var vastgelegd = aangekondigd.OfType<GemachtigdeVastgelegd>().ToList();
        aangekondigd.OfType<MachtigingBeeindigd>().ShouldHaveSingleItem().MachtigingId.ShouldBe(vastgelegd[0].MachtigingId);
        vastgelegd[1].MachtigingId.ShouldNotBe(vastgelegd[0].MachtigingId);
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        (await dienst.Aangekondigd(pad))[^1].MachtigingId.ShouldBe(vastgelegd[1].MachtigingId);
    }

    [Theory]
    [InlineData("ook-hulp", true, true)]
    [InlineData("ook-bezwaar", false, true)]
    [InlineData("deze-aanvraag", false, false)]
    public async Task Letters_about_the_help_and_a_bezwaar_follow_the_machtiging(string omvang, bool hulp, bool bezwaar)
    {
        var pad = await dienst.Besloten();
        using var vast = await dienst.Backoffice.Stuur($"{pad}/gemachtigde",
            new { naam = "Mr. P. Pleit", adresregels = Adres, machtigingVan = dienst.Vandaag, omvang });
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        var (voorziening, nummer) = await Bekend(pad);
        await Opgezegd(voorziening);
        await Bezwaar(nummer);

        var id = (await dienst.Aangekondigd(pad)).OfType<GemachtigdeVastgelegd>().Single().MachtigingId;
        (await dienst.Aangekondigd(pad)).OfType<WijzigingGevraagd>().Single().MachtigingId.ShouldBe(hulp ? id : null);
        (await dienst.Aangekondigd(pad)).OfType<BezwaarOntvangen>().Single().MachtigingId.ShouldBe(bezwaar ? id : null);
    }

    [Fact]
    public async Task Somebody_may_act_for_the_person_from_a_day_after_the_bekendmaking()
    {
        var pad = await dienst.Besloten();
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        var (voorziening, _) = await Bekend(pad);
        var gemachtigde = new { naam = "Mr. P. Pleit", adresregels = Adres, machtigingVan = dienst.Vandaag, omvang = "ook-hulp" };
        (await dienst.Backoffice.Weigert($"{pad}/gemachtigde", new
        {
            naam = "Mr. P. Pleit",
            adresregels = Adres,
            machtigingVan = dienst.Vandaag,
            omvang = "deze-aanvraag",
        })).ShouldBe((409, "al-bekendgemaakt"));
        using var vast = await dienst.Backoffice.Stuur($"{pad}/gemachtigde", gemachtigde);
        vast.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var opzegging = await Opgezegd(voorziening);
        using var einde = await dienst.Backoffice.Stuur($"{pad}/gemachtigde/einde", new { });
        await dienst.Beslisser.Doe($"{opzegging}/besluit", new { motivering = "U wilt zelf stoppen." });
        await dienst.Beslisser.Doe($"{opzegging}/bekendmaking", new { });

        var id = (await dienst.Aangekondigd(pad)).OfType<GemachtigdeVastgelegd>().Single().MachtigingId;
        (await dienst.Aangekondigd(pad)).OfType<WijzigingGevraagd>().Single().MachtigingId.ShouldBe(id);
        (await dienst.Aangekondigd(pad)).OfType<VoorzieningGewijzigd>().Single().MachtigingId.ShouldBeNull();
    }

    private async Task<(string Voorziening, string Nummer)> Bekend(string pad)
    {
        var beschikking = (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().Single();
        return ($"/beschikkingen/v1/voorzieningen/{beschikking.Voorzieningen[0].VoorzieningId}", beschikking.Beschikkingnummer);
    }

    private async Task<string> Opgezegd(string voorziening)
    {
        using var antwoord = await dienst.Backoffice.Stuur($"{voorziening}/opzegging", new { laatsteDag = dienst.Vandaag.AddDays(30) });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.Location!.ToString();
    }

    private async Task Bezwaar(string nummer)
    {
        using var antwoord = await dienst.Backoffice.Stuur("/beschikkingen/v1/bezwaren", new { nummer, gronden = "Het is te weinig." });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"naam":" ","adresregels":["Pleitplein 1"],"machtigingVan":"2026-05-01","omvang":"deze-aanvraag"}""", 400)]
    [InlineData("""{"naam":"P. Pleit","adresregels":[],"machtigingVan":"2026-05-01","omvang":"deze-aanvraag"}""", 400)]
    [InlineData("""{"naam":"P. Pleit","adresregels":["Pleitplein 1"],"machtigingVan":"2026-05-01","omvang":"alles"}""", 400)]
    [InlineData("""{"naam":"P. Pleit","adresregels":["Pleitplein 1"],"machtigingVan":"2199-05-01","omvang":"deze-aanvraag"}""", 422)]
    public async Task A_gemachtigde_has_a_name_an_address_and_a_proof(string body, int status)
    {
        var pad = await dienst.Besloten();
        (await dienst.Backoffice.Weigert($"{pad}/gemachtigde", body)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task After_it_was_made_known_nothing_changes_any_more()
    {
        var pad = await dienst.Besloten();
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { })).ShouldBe((409, "al-bekendgemaakt"));
        (await dienst.Beslisser.Weigert($"{pad}/besluit",
            new { besluiten = new[] { new { uitkomst = "afwijzen", motivering = "Toch niet." } } })).ShouldBe((409, "al-bekendgemaakt"));
        (await dienst.Beslisser.Weigert($"{pad}/uitstel", new { weken = 1, reden = "Druk." })).ShouldBe((409, "al-bekendgemaakt"));
        (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Made_known_twice_at_once_has_one_effect()
    {
        var pad = await dienst.Besloten();

        var antwoorden = await Task.WhenAll(dienst.Backoffice.Stuur($"{pad}/bekendmaking", new { }),
            dienst.Backoffice.Stuur($"{pad}/bekendmaking", new { }));

        antwoorden.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        antwoorden.Single(a =>
            a.StatusCode != HttpStatusCode.OK).StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed);
        (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_what_one_has_seen_is_made_known_when_the_version_is_named()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        var gezien = await dienst.Backoffice.Etag(pad);
        await dienst.Beslisser.Doe($"{pad}/besluit",
            new
            {
                besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Toch niet.",
                redenAfwijkingAdvies = "De situatie is veranderd." } }
            },
            ifMatch: gezien);

        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { }, ifMatch: gezien)).ShouldBe((412, "intussen-gewijzigd"));
    }

    [Fact]
    public async Task A_consulent_does_not_make_known()
    {
        var pad = await dienst.Besloten();
        using var consulent = dienst.Fabriek.Als(Rollen.Consulent, teams: [Team]);
        (await consulent.Weigert($"{pad}/bekendmaking", new { })).ShouldBe((403, "geen-toegang"));
    }

    private static object Buiten(DateOnly dag) => new { bekendgemaaktOp = dag, redenBuitenPlatform = "Aan de balie uitgereikt." };
}
