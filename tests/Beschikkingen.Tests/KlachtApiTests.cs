using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A klacht through the API: by the resident and by the municipality.</summary>
public sealed class KlachtApiTests(Dienst dienst)
{
    private const string Pad = "/beschikkingen/v1/klachten";

    private HttpClient Zelf => dienst.Fabriek.Als(Rollen.Inwoner, bsn: Inwoner, sub: "inwoner-1");

    [Fact]
    public async Task A_resident_complains_before_there_is_any_aanvraag_and_it_is_judged()
    {
        var dossier = await Gemeld();
        var klacht = await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "Ik werd niet teruggebeld." });
        var pad = $"{Pad}/{klacht["klachtnummer"]!.GetValue<string>()}";

        (await Zelf.Lees(pad))["omschrijving"]!.GetValue<string>().ShouldBe("Ik werd niet teruggebeld.");
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert(pad)).ShouldBe((404, "niet-gevonden"));
        (await Zelf.Lees($"{Pad}?open=true"))["items"]!.AsArray()
            .ShouldContain(k => k!["klachtnummer"]!.GetValue<string>() == klacht["klachtnummer"]!.GetValue<string>());
        await dienst.Backoffice.Doe($"{pad}/geen-gesprek", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        (await dienst.Beslisser.Doe($"{pad}/oordeel", new { oordeel = "gegrond", bevindingen = "Wij hadden moeten bellen." }))["afloop"]!
            .GetValue<string>().ShouldBe("gegrond");

        (await Aangekondigd(dossier)).Select(g => g.GetType())
            .ShouldBe([typeof(KlachtOntvangen), typeof(KlagerGehoord), typeof(KlachtAfgerond)]);
    }

    [Fact]
    public async Task Only_for_a_dossier_of_their_own_and_without_naming_staff()
    {
        var dossier = await Gemeld();

        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: AndereInwoner).Weigert(Pad, new { dossiernummer = dossier, omschrijving = "X" }))
            .ShouldBe((404, "niet-gevonden"));
        (await Zelf.Weigert(Pad, new { dossiernummer = dossier, omschrijving = "X", medewerker = "consulent-1" }))
            .ShouldBe((422, "medewerker-onbekend"));
        (await Zelf.Weigert(Pad, new { dossiernummer = dossier, omschrijving = "X", over = "besluit" })).ShouldBe((422,
            "besluit-past-niet"));
        (await Zelf.Weigert(Pad, new { dossiernummer = dossier })).ShouldBe((400, "ongeldige-invoer"));
        (await dienst.Backoffice.Weigert(Pad, new
        {
            dossiernummer = dossier,
            omschrijving = "X",
            gedragingOp = dienst.Vandaag,
            ontvangenOp = dienst.Vandaag.AddDays(-1),
        })).ShouldBe((422, "gedraging-na-klacht"));
    }

    [Fact]
    public async Task About_a_decision_within_the_term_it_is_a_bezwaar_of_the_same_day()
    {
        var (dossier, besluit) = await Bekend();

        var klacht = await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "Dit klopt niet.", besluitnummer = besluit });

        klacht["afloop"]!.GetValue<string>().ShouldBe("bezwaar");
        var bezwaar = (await Aangekondigd(dossier)).OfType<BezwaarOntvangen>().Single();
        (bezwaar.Zaaknummer, bezwaar.OntvangenOp, bezwaar.Tijdigheid)
            .ShouldBe((klacht["bezwaarnummer"]!.GetValue<string>(), dienst.Vandaag, Bezwaartijdigheid.OpTijd));
    }

    [Fact]
    public async Task About_a_decision_that_is_disputed_already_it_joins_that_bezwaar()
    {
        var (dossier, besluit) = await Bekend();
        var eerste = await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "Dit klopt niet.", besluitnummer = besluit });

        var tweede = await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "En zo kort.", besluitnummer = besluit });

        tweede["bezwaarnummer"]!.GetValue<string>().ShouldBe(eerste["bezwaarnummer"]!.GetValue<string>());
        (await Aangekondigd(dossier)).OfType<BezwaarOntvangen>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Posted_in_time_or_received_elsewhere_in_time_it_is_a_bezwaar_too()
    {
        var (dossier, besluit) = await Bekend();
        (await Zelf.Weigert(Pad,
            new { dossiernummer = dossier, omschrijving = "X", besluitnummer = besluit, poststempel = dienst.Vandaag }))
            .ShouldBe((422, "dag-is-vandaag"));

        var klacht = await Gemaakt(dienst.Backoffice, new
        {
            dossiernummer = dossier,
            omschrijving = "Dit klopt niet.",
            besluitnummer = besluit,
            poststempel = dienst.Vandaag,
            eldersOntvangenOp = dienst.Vandaag,
        });

        klacht["afloop"]!.GetValue<string>().ShouldBe("bezwaar");
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_refused()
    {
        var (dossier, _) = await Bekend();
        var (_, vanEenAnder) = await Bekend();

        (await dienst.Backoffice.Weigert(Pad,
            new { dossiernummer = dossier, omschrijving = "Dit klopt niet.", besluitnummer = vanEenAnder }))
            .ShouldBe((422, "van-iemand-anders"));
        (await dienst.Backoffice.Weigert("/beschikkingen/v1/brieven", new
        {
            dossiernummer = dossier,
            delen = new object[] { new { soort = "klacht", tekst = "Onbeleefd." }, new { soort = "bezwaar", nummer = vanEenAnder } },
        })).ShouldBe((422, "van-iemand-anders"));
        (await Aangekondigd(dossier)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_letter_with_a_bezwaar_and_a_klacht_about_the_same_decision_is_recorded_whole()
    {
        var (dossier, besluit) = await Bekend();

        await dienst.Backoffice.Doe("/beschikkingen/v1/brieven", new
        {
            dossiernummer = dossier,
            delen = new object[]
            {
                new { soort = "klacht", tekst = "Zo kort na mijn val!", nummer = besluit },
                new { soort = "bezwaar", tekst = "Dit is te weinig.", nummer = besluit },
            },
        });

        var gebeurd = await Aangekondigd(dossier);
        gebeurd.OfType<BezwaarOntvangen>().Count().ShouldBe(1);
        gebeurd.OfType<KlachtAfgerond>().Single().Afloop.ShouldBe(Klachtafloop.Bezwaar);
    }

    [Fact]
    public async Task A_member_of_staff_is_named_later_and_answers_before_it_is_judged()
    {
        var dossier = await Gemeld();
        var klacht = await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "Ik werd niet teruggebeld." });
        var pad = $"{Pad}/{klacht["klachtnummer"]!.GetValue<string>()}";
        await dienst.Backoffice.Doe($"{pad}/geen-gesprek", new { grond = "wil-niet", toelichting = "De inwoner belde af." });
        await dienst.Backoffice.Doe($"{pad}/beklaagden", new { medewerker = "consulent-7" });
        await dienst.Backoffice.Doe($"{pad}/commissie", new { });

        var oordeel = new { oordeel = "gegrond", bevindingen = "Wij hadden moeten bellen." };
        (await dienst.Beslisser.Weigert($"{pad}/oordeel", oordeel)).ShouldBe((409, "beklaagde-niet-gehoord"));
        await dienst.Backoffice.Doe($"{pad}/beklaagden/reactie", new { medewerker = "consulent-7", verslag = "Ik was ziek." });
        (await dienst.Beslisser.Weigert($"{pad}/oordeel", oordeel)).ShouldBe((409, "advies-ontbreekt"));
        await dienst.Backoffice.Doe($"{pad}/advies", new { oordeel = "gegrond", advies = "Bel voortaan terug." });

        (await Zelf.Lees(pad))["advies"].ShouldBeNull();
        await dienst.Beslisser.Doe($"{pad}/oordeel", oordeel);
        (await Zelf.Lees(pad))["advies"]!["tekst"]!.GetValue<string>().ShouldBe("Bel voortaan terug.");
        (await Zelf.Lees(pad))["beklaagden"]!.AsArray().ShouldBeEmpty();
        (await dienst.Backoffice.Lees(pad))["beklaagden"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Rollen.Inwoner)]
    [InlineData(Rollen.Consulent)]
    [InlineData(Rollen.Beslisser)]
    [InlineData(Rollen.Backoffice)]
    public async Task Who_had_no_dossier_complains_in_one_that_was_opened_without_a_melding(string rol)
    {
        var dossier = Verslag(dienst.Vandaag).Dossiernummer;
        var geopend = new DossierGeopend(Guid.NewGuid(), dienst.Vandaag, Team, new(new Dossierinhoud(Inwoner)))
        { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1, Op = DateTimeOffset.UtcNow };
        var wie = rol == Rollen.Inwoner ? Zelf : dienst.Fabriek.Als(rol, teams: [Team]);
        (await wie.Weigert(Pad, new { dossiernummer = dossier, omschrijving = "X" })).ShouldBe((404, "niet-gevonden"));
        await dienst.Fabriek.Verwerk(geopend);
        await dienst.Fabriek.Verwerk(geopend);

        await Gemaakt(wie, new { dossiernummer = dossier, omschrijving = "Ik stond voor een dichte deur." });

        (await Aangekondigd(dossier)).Single().ShouldBeOfType<KlachtOntvangen>();
        // A melding that joins later changes nothing about whose dossier it is.
        await Gemeld(dossier);
        await Gemaakt(wie, new { dossiernummer = dossier, omschrijving = "En de dag erna weer." });
    }

    [Fact]
    public async Task The_BSN_of_today_counts_also_when_it_was_known_before_the_dossier()
    {
        var (dossier, persoon) = (Verslag(dienst.Vandaag).Dossiernummer, Guid.NewGuid());
        var opening = Guid.NewGuid();
        await dienst.Fabriek.Verwerk(new PersoonsgegevensVastgesteld(persoon, false,
            new(new(Inwoner, new("Berg", null, "Anna", "A"), new(1950, 2, 3), null, 2, null)))
        { ZonderMelding = true, Persoonstand = 1, Dossiernummer = dossier, AggregaatId = opening, Versie = 2, Op = DateTimeOffset.UtcNow });
        await dienst.Fabriek.Verwerk(new DossierGeopend(persoon, dienst.Vandaag, Team, new(new Dossierinhoud(AndereInwoner)))
        { Dossiernummer = dossier, AggregaatId = opening, Versie = 1, Op = DateTimeOffset.UtcNow });

        await Gemaakt(Zelf, new { dossiernummer = dossier, omschrijving = "Ik stond voor een dichte deur." });
    }

    private async Task<(string Dossier, string Besluitnummer)> Bekend()
    {
        var zin = Zin();
        var pad = await dienst.Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        var besluit = (await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { }))["beschikkingnummer"]!.GetValue<string>();
        return (await Gemeld(pad[(pad.LastIndexOf('/') + 1)..]), besluit);
    }

    private async Task<string> Gemeld(string? dossier = null)
    {
        dossier ??= Verslag(dienst.Vandaag).Dossiernummer;
        var melding = new MeldingGedaan($"M-2025-{dossier[7..]}", Guid.NewGuid(), dienst.Vandaag, Meldkanaal.Web, Team, false,
            new("bevestiging", dienst.Vandaag, dienst.Vandaag, "Servicenorm"), new(new MeldingInhoud(Inwoner, "Hulp.", null, null)))
        { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1, Op = DateTimeOffset.UtcNow };
        await dienst.Fabriek.Verwerk(melding);
        await dienst.Fabriek.Verwerk(melding);
        return dossier;
    }

    private static async Task<JsonNode> Gemaakt(HttpClient http, object body)
    {
        using var antwoord = await http.Stuur(Pad, body);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, tekst);
        return JsonNode.Parse(tekst)!;
    }

    private async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(string dossier) =>
        [.. (await dienst.Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == dossier && g is IVanZaak { Zaaknummer: not null })];
}
