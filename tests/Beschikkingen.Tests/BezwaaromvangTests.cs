using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The decisions and parts of them that a bezwaar is about: other parts, more letters, and what was decided meanwhile.</summary>
public sealed class BezwaaromvangTests(Dienst dienst)
{
    private const string Pad = "/beschikkingen/v1/bezwaren";

    [Fact]
    public async Task A_decided_bezwaar_against_one_part_leaves_the_other_part_open()
    {
        var (dossier, a, b) = await TweeGeweigerd();
        var eerste = await Gemaakt(new { nummer = dossier, voorzieningen = new[] { a } });
        await Beslist(eerste);

        (await dienst.Backoffice.Weigert(Pad, new { nummer = dossier, voorzieningen = new[] { a } }))
            .ShouldBe((409, "al-beslist-op-bezwaar"));
        (await dienst.Backoffice.Weigert(Pad, new { nummer = dossier, voorzieningen = new[] { a, b } }))
            .ShouldBe((409, "al-beslist-op-bezwaar"));
        var tweede = await Gemaakt(new { nummer = dossier });

        tweede.ShouldNotBe(eerste);
        (await Over(tweede)).ShouldBe([b]);
        await Beslist(tweede);
        (await dienst.Backoffice.Weigert(Pad, new { nummer = dossier })).ShouldBe((409, "al-beslist-op-bezwaar"));
    }

    [Fact]
    public async Task A_bezwaar_against_another_part_joins_the_one_that_runs()
    {
        var (dossier, a, b) = await TweeGeweigerd();
        var nummer = await Gemaakt(new { nummer = dossier, voorzieningen = new[] { a }, gronden = "A is nodig." });

        (await Gemaakt(new { nummer = dossier, voorzieningen = new[] { a, b }, gronden = "B ook." })).ShouldBe(nummer);

        (await Over(nummer)).ShouldBe([a, b]);
        (await Lees(nummer))["gronden"]!.GetValue<string>().ShouldBe("A is nodig.\n\nB ook.");
        (await Aangekondigd<BezwaarAangevuld>(nummer)).ShouldHaveSingleItem().Voorzieningen.ShouldBe([b]);
        (await dienst.Backoffice.Weigert(Pad, new { nummer = dossier })).ShouldBe((409, "bezwaar-loopt-al"));
    }

    [Fact]
    public async Task A_letter_is_added_by_the_resident_and_has_the_decision_taken_again()
    {
        var (dossier, a, b) = await TweeGeweigerd();
        var nummer = await Gemaakt(new { nummer = dossier, voorzieningen = new[] { a } });
        await Neem(nummer);
        using var zelf = dienst.Fabriek.Als(Rollen.Inwoner, bsn: Voorbeelden.Inwoner, sub: "inwoner-1");

        await zelf.Doe($"{Pad}/{nummer}/brieven", new { gronden = "Er is een nieuw rapport.", voorzieningen = new[] { b } });

        (await dienst.Backoffice.Weigert($"{Pad}/{nummer}/bekendmaking", new { })).ShouldBe((409, "nog-geen-besluit"));
        // On the part that joined the resident is heard too.
        using var ander = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
        (await ander.Weigert($"{Pad}/{nummer}/besluit", new { uitkomst = "ongegrond", motivering = "Klopt." }))
            .ShouldBe((409, "niet-gehoord"));
        await Beslist(nummer);
        (await zelf.Weigert($"{Pad}/{nummer}/brieven", new { gronden = "Nog iets." })).ShouldBe((409, "al-bekendgemaakt"));
        (await zelf.Weigert($"{Pad}/{nummer}/brieven", new { })).ShouldBe((400, "ongeldige-invoer"));
    }

    [Fact]
    public void Another_part_joins_only_within_the_term_to_object()
    {
        var loop = new Bezwaarloop();
        var b = loop.Was with { VoorzieningId = Guid.NewGuid() };
        loop.Op("2026-06-15");

        Geweigerd(() => loop.Doe((z, nu) => z.NeemBrief(new(Dag("2026-06-13")), null, [b], nu))).ShouldBe((422, "uitbreiding-te-laat"));
        loop.Doe((z, nu) => z.NeemBrief(new(Dag("2026-06-15"), Poststempel: Dag("2026-06-12")), null, [b], nu));

        loop.Bezwaar.Besluiten[0].Voorzieningen.Count.ShouldBe(2);
        // More grounds are welcome until the bekendmaking.
        loop.Op("2026-07-01").Doe((z, nu) => z.NeemBrief(new(Dag("2026-07-01")), "En dit.", [], nu));
    }

    [Fact]
    public void What_joins_after_the_decision_has_it_taken_again()
    {
        var loop = new Bezwaarloop().ZonderHoren().Op("2026-05-20").Beslis(Bezwaarloop.Ongegrond);

        loop.Doe((b, nu) => b.Voeg(new(BestredenSoort.Wijzigingsbesluit, Guid.NewGuid(), "B-2026-000009", Dag("2026-05-20"), "beslisser-3",
            [loop.Was with { Uitkomst = Uitkomst.Toekennen }]), nu));

        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "nog-geen-besluit"));
        (loop.Bezwaar.Status, loop.Bezwaar.Besluit).ShouldBe((Bezwaarstatus.Ontvangen, null));
        loop.Beslis(Bezwaarloop.Ongegrond).MaakBekend();
    }

    [Fact]
    public async Task A_decision_is_not_made_known_over_help_that_changed_since()
    {
        var (dossier, voorziening) = await Toegekend();
        var nummer = await Gemaakt(new { nummer = dossier });
        await Neem(nummer);
        // The event about the new decision is still on its way.
        await Stopgezet(voorziening);

        (await dienst.Backoffice.Weigert($"{Pad}/{nummer}/bekendmaking", new { })).ShouldBe((409, "hulp-veranderd"));
    }

    [Fact]
    public async Task A_bezwaar_that_is_recorded_late_is_about_what_was_decided_meanwhile()
    {
        var (dossier, voorziening) = await Toegekend();
        var gewijzigd = await Stopgezet(voorziening);

        var nummer = await Gemaakt(new { nummer = dossier });
        await dienst.Fabriek.Verwerk(gewijzigd);

        (await Aangekondigd<BezwaarUitgebreid>(nummer)).ShouldHaveSingleItem().Besluitnummer.ShouldBe(gewijzigd.Beschikkingnummer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_decision_on_help_about_which_a_court_judges_joins_that_case(bool laatVastgelegd)
    {
        var (dossier, voorziening) = await Toegekend();
        var nummer = await Gemaakt(new { nummer = dossier });
        await Beslist(nummer);
        if (laatVastgelegd) await Stopgezet(voorziening);
        using var antwoord = await dienst.Backoffice.Stuur("/beschikkingen/v1/beroepen",
            new { soort = "beroep", nummer, rechtbanknummer = $"LEE {Guid.NewGuid():N}"[..20], ingesteldOp = dienst.Vandaag });
        var beroep = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!["beroepnummer"]!.GetValue<string>();
        var gewijzigd = laatVastgelegd
            ? (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Single(g => g.VoorzieningId == voorziening)
            : await Stopgezet(voorziening);

        await dienst.Fabriek.Verwerk(gewijzigd);
        await dienst.Fabriek.Verwerk(gewijzigd);

        (await Aangekondigd<BeroepUitgebreid>(beroep)).ShouldHaveSingleItem().Besluitnummer.ShouldBe(gewijzigd.Beschikkingnummer);
        // A letter that went before anybody knew of the case says how to object; one that goes after it does not.
        (gewijzigd.Beroepnummer, gewijzigd.Bezwaartermijn is null).ShouldBe(laatVastgelegd ? (null, false) : (beroep, true));
    }

    [Fact]
    public async Task Who_drafted_or_approved_the_decision_does_not_decide_on_the_bezwaar()
    {
        var zin = Voorbeelden.Zin();
        var pad = await dienst.Aanvraag(zin);
        var besluiten = new[]
        {
            new { voorzieningId = zin.VoorzieningId, uitkomst = "afwijzen", motivering = "Nee.", redenAfwijkingAdvies = "De zus helpt." },
        };
        using var opsteller = dienst.Fabriek.Als(Rollen.Beslisser, sub: "opsteller-1");
        using var concept = await opsteller.Stuur($"{pad}/concept", new { besluiten });
        concept.IsSuccessStatusCode.ShouldBeTrue(await concept.Content.ReadAsStringAsync());
        await dienst.Beslisser.Doe($"{pad}/concept/vaststelling", new { nummer = 1 });
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        var nummer = await Gemaakt(new { nummer = pad[(pad.LastIndexOf('/') + 1)..] });
        await dienst.Backoffice.Doe($"{Pad}/{nummer}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "Belde af." });

        (await opsteller.Weigert($"{Pad}/{nummer}/besluit", new { uitkomst = "ongegrond", motivering = "Klopt." }))
            .ShouldBe((422, "zelfde-beslisser"));
    }

    private async Task<(string Dossier, Guid A, Guid B)> TweeGeweigerd()
    {
        var (a, b) = (Voorbeelden.Zin(), Voorbeelden.Zin() with { Product = new("04", "04A01") });
        var pad = await dienst.Aanvraag(a, b);
        object Nee(Guid id) => new
        {
            voorzieningId = id,
            uitkomst = "afwijzen",
            motivering = "Niet nodig.",
            redenAfwijkingAdvies = "De zus helpt sinds kort.",
        };
        await dienst.Beslisser.Doe($"{pad}/besluit", new { besluiten = new[] { Nee(a.VoorzieningId), Nee(b.VoorzieningId) } });
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        return (pad[(pad.LastIndexOf('/') + 1)..], a.VoorzieningId, b.VoorzieningId);
    }

    private async Task<(string Dossier, Guid Voorziening)> Toegekend()
    {
        var pad = await dienst.Besloten();
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });
        return (pad[(pad.LastIndexOf('/') + 1)..],
            (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().Single().Voorzieningen[0].VoorzieningId);
    }

    /// <summary>The help ends by a decision that is made known today; its event has not been handled.</summary>
    private async Task<VoorzieningGewijzigd> Stopgezet(Guid voorziening)
    {
        using var antwoord = await dienst.Backoffice.Stuur($"/beschikkingen/v1/voorzieningen/{voorziening}/opzegging",
            new { laatsteDag = dienst.Vandaag.AddDays(30) });
        var opzegging = antwoord.Headers.Location!.ToString();
        await dienst.Beslisser.Doe($"{opzegging}/besluit", new { motivering = "U wilt zelf stoppen." });
        await dienst.Beslisser.Doe($"{opzegging}/bekendmaking", new { });
        return (await dienst.Fabriek.Aangekondigd()).OfType<VoorzieningGewijzigd>().Single(g => g.VoorzieningId == voorziening);
    }

    private async Task Neem(string nummer)
    {
        await dienst.Backoffice.Doe($"{Pad}/{nummer}/geen-hoorzitting", new { grond = "wil-niet", toelichting = "Belde af." });
        using var ander = dienst.Fabriek.Als(Rollen.Beslisser, sub: "beslisser-2");
        await ander.Doe($"{Pad}/{nummer}/besluit", new { uitkomst = "ongegrond", motivering = "Het besluit klopt." });
    }

    private async Task Beslist(string nummer)
    {
        await Neem(nummer);
        await dienst.Backoffice.Doe($"{Pad}/{nummer}/bekendmaking", new { });
    }

    private async Task<string> Gemaakt(object body)
    {
        using var antwoord = await dienst.Backoffice.Stuur(Pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!["bezwaarnummer"]!.GetValue<string>();
    }

    private Task<JsonNode> Lees(string nummer) => dienst.Backoffice.Lees($"{Pad}/{nummer}");

    private async Task<IEnumerable<Guid>> Over(string nummer) => (await Lees(nummer))["besluiten"]![0]!["voorzieningen"]!.AsArray()
        .Select(v => v!["voorzieningId"]!.GetValue<Guid>());

    private async Task<IReadOnlyList<T>> Aangekondigd<T>(string nummer) where T : IVanZaak =>
        [.. (await dienst.Fabriek.Aangekondigd()).OfType<T>().Where(g => g.Zaaknummer == nummer)];
}
