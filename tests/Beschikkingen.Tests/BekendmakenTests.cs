using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

public sealed class BekendmakenTests(Dienst dienst)
{
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
                new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Een algemene voorziening past beter." },
                new { voorzieningId = pgb.VoorzieningId, uitkomst = "gedeeltelijk-toekennen", motivering = "Minder is genoeg.",
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
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { bekendgemaaktOp = dienst.Vandaag.AddDays(1) }))
            .ShouldBe((422, "bekendmaking-in-de-toekomst"));
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { bekendgemaaktOp = dienst.Vandaag.AddDays(-1) }))
            .ShouldBe((422, "bekendmaking-voor-besluit"));
        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", """{"bekendgemaaktOp":"gisteren"}""")).ShouldBe((400, "ongeldige-invoer"));
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
            new { besluiten = new[] { new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Toch niet." } } },
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
}
