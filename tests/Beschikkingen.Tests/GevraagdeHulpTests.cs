using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// What is asked beside what the onderzoek found. The verslag says two hours (120 minutes) a week; the applicant asks for more of it, and
/// for a scootmobiel that was not found to be needed.
/// </summary>
public sealed class GevraagdeHulpTests
{
    private const string Alle = "/beschikkingen/v1/aanvragen";
    private static readonly GekozenVoorziening Scootmobiel = new(Guid.CreateVersion7(), new("13", "13A01"), new(1, "82", "6"),
        new(new(2026, 6, 1), new(2031, 5, 31)), Leveringsvorm.Zin, null);

    [Fact]
    public void As_much_as_was_indicated_is_a_partial_grant_of_who_asks_for_more()
    {
        var loop = Vraagt(240);
        var gevonden = Deel(loop, 120);

        Geweigerd(() => loop.Beslis(gevonden with { Uitkomst = Uitkomst.Toekennen })).ShouldBe((422, "minder-dan-gevraagd"));
        loop.Beslis(gevonden).MaakBekend();

        var bekend = loop.Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single();
        (bekend.Voorzieningen.Single().Uitkomst, bekend.Voorzieningen.Single().Omvang.Volume)
            .ShouldBe((Uitkomst.GedeeltelijkToekennen, 120));
        bekend.Tekst!.Waarde.Besluiten.Single().GevraagdeOmvang!.Volume.ShouldBe(240);
    }

    [Fact]
    public void A_partial_grant_that_follows_the_onderzoek_deviates_from_no_advice()
    {
        var loop = Vraagt(240);

        Geweigerd(() => loop.Beslis(Deel(loop, 120) with { RedenAfwijkingAdvies = "Zomaar." })).ShouldBe((422, "volgt-het-advies"));
        Geweigerd(() => loop.Beslis(Deel(loop, 60))).ShouldBe((422, "reden-afwijking-ontbreekt"));
    }

    [Fact]
    public void A_partial_grant_is_a_refusal_so_the_applicant_is_heard_first()
    {
        var loop = Vraagt(240);

        Geweigerd(() => loop.Beslis(Deel(loop, 120) with { WijktAfVanOpgave = true })).ShouldBe((422, "eerst-horen"));
    }

    [Fact]
    public void More_than_indicated_is_granted_with_the_reason_only()
    {
        var loop = Vraagt(240);
        var alles = new Voorzieningbesluit(Uitkomst.Toekennen, "Dit is waarom.", loop.Gevraagd[0].VoorzieningId);

        Geweigerd(() => loop.Beslis(alles)).ShouldBe((422, "meer-dan-geindiceerd"));
        Geweigerd(() => loop.Beslis(Deel(loop, 180))).ShouldBe((422, "meer-dan-geindiceerd"));
        loop.Beslis(Deel(loop, 180) with { RedenAfwijkingAdvies = "De mantelzorger is ziek." });
        loop.Beslis(alles with { RedenAfwijkingAdvies = "De mantelzorger is ziek." }).MaakBekend();

        loop.Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single().Voorzieningen.Single().Omvang.Volume.ShouldBe(240);
    }

    [Fact]
    public void More_than_was_asked_is_granted_with_the_reason_too()
    {
        var loop = new Loop().Op("2026-05-04");

        loop.Beslis(new Voorzieningbesluit(Uitkomst.Toekennen, "Dit is waarom.", loop.Gevraagd[0].VoorzieningId,
            Omvang: loop.Gevraagd[0].Omvang with { Volume = 150 })
        { RedenAfwijkingAdvies = "Er is meer nodig." });

        loop.Aanvraag.Beschikt().Single().Omvang.Volume.ShouldBe(150);
    }

    [Fact]
    public void Help_without_an_indicatie_gets_an_outcome_of_its_own()
    {
        var loop = Vraagt(120, Scootmobiel);
        var hulp = new Voorzieningbesluit(Uitkomst.Toekennen, "Dit is waarom.", loop.Gevraagd[0].VoorzieningId);
        var weigering = new Voorzieningbesluit(Uitkomst.Afwijzen, "U kunt lopen.", Scootmobiel.VoorzieningId);

        Geweigerd(() => loop.Beslis(hulp)).ShouldBe((422, "een-uitkomst-per-voorziening"));
        Geweigerd(() => loop.Beslis(hulp, weigering with { RedenAfwijkingAdvies = "Anders." })).ShouldBe((422, "volgt-het-advies"));
        loop.Beslis(hulp, weigering).MaakBekend();

        var bekend = loop.Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single();
        bekend.Voorzieningen.Select(v => (v.VoorzieningId, v.Uitkomst)).ShouldBe([
            (loop.Gevraagd[0].VoorzieningId, Uitkomst.Toekennen), (Scootmobiel.VoorzieningId, Uitkomst.Afwijzen),
        ]);
        bekend.Tekst!.Waarde.Besluiten.Select(b => b.VoorzieningId).ShouldContain(Scootmobiel.VoorzieningId);
    }

    [Fact]
    public void Help_without_an_indicatie_is_granted_with_a_reason_and_a_provider()
    {
        var loop = Vraagt(120, Scootmobiel);
        var hulp = new Voorzieningbesluit(Uitkomst.Toekennen, "Dit is waarom.", loop.Gevraagd[0].VoorzieningId);
        var ook = new Voorzieningbesluit(Uitkomst.Toekennen, "Toch nodig.", Scootmobiel.VoorzieningId);

        Geweigerd(() => loop.Beslis(hulp, ook)).ShouldBe((422, "niet-geindiceerd"));
        ook = ook with { RedenAfwijkingAdvies = "De arts schreef later." };
        Geweigerd(() => loop.Beslis(hulp, ook)).ShouldBe((422, "aanbieder-ontbreekt"));
        loop.Beslis(hulp, ook with { Agb = "87654321" }).Aanvraag.Beschikt().Last().Agb.ShouldBe("87654321");
    }

    [Fact]
    public void Only_help_without_an_indicatie_can_be_refused_too()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Aanvraag.LegVraagVast([Scootmobiel], loop.Nu);

        loop.Aanvraag.Gevraagde().Select(v => v.VoorzieningId).ShouldBe([loop.Gevraagd[0].VoorzieningId, Scootmobiel.VoorzieningId]);
        loop.Aanvraag.TrekIn([loop.Gevraagd[0].VoorzieningId], Dag("2026-05-04"), Beleid, loop.Nu);
        loop.Beslis(new Voorzieningbesluit(Uitkomst.Afwijzen, "U kunt lopen.", Scootmobiel.VoorzieningId)).MaakBekend();

        loop.Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single().Voorzieningen.Single().Uitkomst.ShouldBe(Uitkomst.Afwijzen);
    }

    [Fact]
    public void What_is_withdrawn_is_not_asked_any_more_also_without_an_indicatie()
    {
        var loop = Vraagt(120, Scootmobiel);
        loop.Aangekondigd();

        loop.Aanvraag.TrekIn([Scootmobiel.VoorzieningId], Dag("2026-05-04"), Beleid, loop.Nu);

        loop.Aangekondigd().OfType<AanvraagIngetrokken>().Single().Geheel.ShouldBeFalse();
        loop.Aanvraag.Gevraagde().Single().VoorzieningId.ShouldBe(loop.Gevraagd[0].VoorzieningId);
        loop.Aanvraag.TrekIn(null, Dag("2026-05-04"), Beleid, loop.Nu);
        loop.Aanvraag.Status.ShouldBe(Aanvraagstatus.Ingetrokken);
    }

    [Fact]
    public void What_is_asked_after_the_decision_takes_the_decision_back_until_bekendmaking()
    {
        var loop = new Loop().Op("2026-05-04").Beslis(Uitkomst.Toekennen);

        loop.Aanvraag.LegVraagVast([Meer(loop, 240)], loop.Nu);
        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "nog-geen-besluit"));
        Geweigerd(() => loop.Aanvraag.LegVraagVast([Meer(loop, 240)], loop.Nu)).ShouldBe((422, "niets-gewijzigd"));
        loop.Beslis(Deel(loop, 120)).MaakBekend();

        Geweigerd(() => loop.Aanvraag.LegVraagVast([], loop.Nu)).ShouldBe((409, "al-bekendgemaakt"));
    }

    [Fact]
    public void What_is_asked_of_an_indicatie_is_counted_in_its_unit_and_once()
    {
        var loop = new Loop().Op("2026-05-04");

        Geweigerd(() => loop.Aanvraag.LegVraagVast([Meer(loop, 8) with { Omvang = new(8, "04", "2") }], loop.Nu))
            .ShouldBe((422, "andere-eenheid"));
        Geweigerd(() => loop.Aanvraag.LegVraagVast([Meer(loop, 8), Meer(loop, 9)], loop.Nu)).ShouldBe((422, "voorziening-dubbel"));
    }

    [Fact]
    public async Task A_letter_about_more_than_was_found_is_answered_line_by_line()
    {
        await using var fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        fabriek.Klok.Zet(new(2026, 5, 22, 9, 0, 0, TimeSpan.Zero));
        using var consulent = fabriek.Als(Rollen.Consulent, teams: [Team]);
        using var beslisser = fabriek.Als(Rollen.Beslisser);
        using var backoffice = fabriek.Als(Rollen.Backoffice);
        var (zaak, zin) = (await new Zaak().Begint(fabriek), Zin());
        await fabriek.Verwerk(zaak.Verslag("2026-05-20", zin));

        await Gemaakt(consulent, new
        {
            nummer = zaak.Meldingnummer,
            vraag = "Ik heb acht uur nodig en een scootmobiel.",
            kanaal = "brief",
            gevraagd = new[] { AchtUur(zin) },
        });
        var eerst = await beslisser.Lees($"{zaak.Pad}/beslisinformatie");
        eerst["vraag"]!.GetValue<string>().ShouldBe("Ik heb acht uur nodig en een scootmobiel.");
        Volumes(eerst["voorzieningen"]![0]!).ShouldBe((480, 120));
        (await consulent.Weigert($"{zaak.Pad}/gevraagd", """{"gevraagd":[{"product":{"categorie":"13","code":"13A01"}}]}"""))
            .ShouldBe((400, "ongeldige-invoer"));
        var vastgelegd = await consulent.Doe($"{zaak.Pad}/gevraagd", new
        {
            gevraagd = new object[]
            {
                AchtUur(zin),
                new
                {
                    product = new { categorie = "13", code = "13A01" },
                    omvang = new { volume = 1, eenheid = "82", frequentie = "6" },
                    periode = new { ingangsdatum = "2026-06-01", einddatum = "2031-05-31" },
                },
            },
        });
        var scootmobiel = vastgelegd["voorzieningen"]![1]!["voorzieningId"]!.GetValue<Guid>();
        (await beslisser.Lees($"{zaak.Pad}/beslisinformatie"))["voorzieningen"]![1]!["advies"]!.GetValue<string>()
            .ShouldBe("niet-geindiceerd");
        await beslisser.Doe($"{zaak.Pad}/besluit", new
        {
            besluiten = new object[]
            {
                new
                {
                    voorzieningId = zin.VoorzieningId,
                    uitkomst = "gedeeltelijk-toekennen",
                    motivering = "Twee uur is genoeg.",
                    omvang = new { volume = 120, eenheid = "01", frequentie = "2" },
                },
                new { voorzieningId = scootmobiel, uitkomst = "afwijzen", motivering = "U kunt lopen." },
            },
        });
        await backoffice.Doe($"{zaak.Pad}/bekendmaking", new { });

        // Each line can be objected to.
        using var bezwaar = await consulent.Stuur("/beschikkingen/v1/bezwaren",
            new { tegen = "beschikking", nummer = zaak.Dossiernummer, voorzieningen = new[] { scootmobiel }, gronden = "Ik loop niet." });
        bezwaar.StatusCode.ShouldBe(HttpStatusCode.Created, await bezwaar.Content.ReadAsStringAsync());
        (await fabriek.Aangekondigd()).OfType<GevraagdeHulpVastgelegd>().Select(g => g.Gevraagd.Count).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_was_asked_too_early_is_asked_when_it_was_not_too_early_after_all()
    {
        await using var fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        fabriek.Klok.Zet(new(2026, 5, 22, 9, 0, 0, TimeSpan.Zero));
        using var consulent = fabriek.Als(Rollen.Consulent, teams: [Team]);
        var (zaak, zin) = (await new Zaak().Begint(fabriek), Zin());
        await fabriek.Verwerk(zaak.Indicatie(zin));
        (await Gemaakt(consulent, new
        {
            nummer = zaak.Meldingnummer,
            vraag = "Ik heb acht uur nodig.",
            kanaal = "brief",
            gevraagd = new[] { AchtUur(zin) },
        }))["gevolg"]!.GetValue<string>().ShouldBe("te-vroeg");
        (await fabriek.Aangekondigd()).OfType<AanvraagTeVroegOntvangen>().Single().Vraag!.Waarde.ShouldBe("Ik heb acht uur nodig.");

        await fabriek.Verwerk(zaak.Keuze(zin));
        await fabriek.Verwerk(zaak.Verslag("2026-05-21", zin));

        Volumes((await fabriek.Als(Rollen.Beslisser).Lees($"{zaak.Pad}/beslisinformatie"))["voorzieningen"]![0]!).ShouldBe((480, 120));
    }

    [Fact]
    public async Task The_file_asks_to_record_what_a_letter_asks_for()
    {
        await using var fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        fabriek.Klok.Zet(new(2026, 5, 22, 9, 0, 0, TimeSpan.Zero));
        using var consulent = fabriek.Als(Rollen.Consulent, teams: [Team]);
        using var ander = fabriek.Als(Rollen.Consulent, teams: ["wijkteam-stad"]);
        var zaak = await new Zaak().Begint(fabriek);
        await fabriek.Verwerk(zaak.Verslag("2026-05-20", Zin()));
        await Gemaakt(consulent, new { nummer = zaak.Meldingnummer, vraag = "Ik heb acht uur nodig.", kanaal = "brief" });

        (await Ontbreekt()).ShouldContain("gevraagde-hulp");
        (await ander.Weigert($"{zaak.Pad}/gevraagd", new { gevraagd = Array.Empty<object>() })).ShouldBe((404, "niet-gevonden"));
        (await consulent.Weigert($"{zaak.Pad}/gevraagd",
            new { gevraagd = new[] { new { voorzieningId = Guid.NewGuid() } } })).ShouldBe((404, "niet-gevonden"));
        await consulent.Doe($"{zaak.Pad}/gevraagd", new { gevraagd = Array.Empty<object>() });
        (await Ontbreekt()).ShouldNotContain("gevraagde-hulp");

        async Task<string[]> Ontbreekt() => [.. (await consulent.Lees($"{zaak.Pad}/beslisinformatie"))["ontbreekt"]!.AsArray()
            .Select(o => o!["soort"]!.GetValue<string>())];
    }

    private static object AchtUur(GekozenVoorziening van) =>
        new { voorzieningId = van.VoorzieningId, omvang = new { volume = 480, eenheid = "01", frequentie = "2" } };

    private static Loop Vraagt(int volume, params GekozenVoorziening[] ook)
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Aanvraag.LegVraagVast([Meer(loop, volume), .. ook], loop.Nu);
        return loop;
    }

    private static GekozenVoorziening Meer(Loop loop, int volume) =>
        loop.Gevraagd[0] with { Omvang = loop.Gevraagd[0].Omvang with { Volume = volume } };

    private static Voorzieningbesluit Deel(Loop loop, int volume) => new(Uitkomst.GedeeltelijkToekennen, "Dit is waarom.",
        loop.Gevraagd[0].VoorzieningId, Omvang: loop.Gevraagd[0].Omvang with { Volume = volume });

    private static (int Gevraagd, int Geindiceerd) Volumes(JsonNode onderdeel) => (
        onderdeel["gevraagd"]!["omvang"]!["volume"]!.GetValue<int>(), onderdeel["indicatie"]!["omvang"]!["volume"]!.GetValue<int>());

    private static async Task<JsonNode> Gemaakt(HttpClient http, object body)
    {
        using var antwoord = await http.Stuur(Alle, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }
}
