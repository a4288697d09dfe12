using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A dossier for somebody who never asked for help, so that they can complain.</summary>
public sealed class DossierOpenenTests(Dienst dienst)
{
    private const string Pad = "/meldingen/v1/dossiers";

    [Fact]
    public async Task Somebody_without_a_dossier_gets_one_and_the_BRP_says_who_it_is()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });

        var vastgesteld = await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);

        var geopend = (DossierGeopend)(await dienst.Aangekondigd(dossier))[0];
        (geopend.Versie, geopend.GeopendOp, geopend.Wijkteam, geopend.Inhoud.Waarde.Bsn)
            .ShouldBe((1, dienst.Fabriek.Klok.Vandaag(), "wijkteam-centrum", bsn));
        (vastgesteld.AggregaatId, vastgesteld.PersoonId, vastgesteld.ZonderMelding, vastgesteld.Versie)
            .ShouldBe((geopend.AggregaatId, geopend.PersoonId, true, 2));
        dienst.Brp.Gevolgd.ContainsKey(bsn).ShouldBeTrue();
        (await dienst.AantalMeldingen(bsn)).ShouldBe(0);
    }

    [Fact]
    public async Task A_dossier_that_is_open_is_given_again_and_no_second_one_arises()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = await Nieuw(dienst.Fabriek.Als("beslisser"), new { bsn, wijkteam = "wijkteam-haven" });

        var weer = await Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { }, pad: Pad));
        var melding = await dienst.Meld(bsn);

        (Nummer(weer!), weer!["nieuw"]!.GetValue<bool>()).ShouldBe((dossier, false));
        (Nummer(melding), melding["sluitAan"]!.GetValue<bool>()).ShouldBe((dossier, true));
        var gedaan = (await dienst.Aangekondigd(dossier)).OfType<MeldingGedaan>().Single();
        (gedaan.SluitAan, gedaan.Wijkteam).ShouldBe((true, "wijkteam-haven"));
        (await dienst.Aangekondigd(dossier)).OfType<DossierGeopend>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_has_a_melding_that_runs_complains_in_that_dossier()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = Nummer(await dienst.Meld(bsn));

        Nummer((await Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { }, pad: Pad)))!).ShouldBe(dossier);
    }

    [Fact]
    public async Task One_request_sent_twice_opens_one_dossier()
    {
        var bsn = TestBsn.Nieuw();
        var sleutel = Guid.NewGuid().ToString();
        using var http = dienst.Fabriek.Als("backoffice");

        var eerste = await Dienst.Ok(Dienst.Post(http, new { bsn }, sleutel, Pad));
        var tweede = await Dienst.Ok(Dienst.Post(http, new { bsn }, sleutel, Pad));

        (eerste!.ToJsonString(), eerste["nieuw"]!.GetValue<bool>()).ShouldBe((tweede!.ToJsonString(), true));
    }

    [Fact]
    public async Task At_the_same_moment_one_person_gets_one_dossier_whatever_comes_in()
    {
        for (var keer = 0; keer < 10; keer++)
        {
            var bsn = TestBsn.Nieuw();
            var antwoorden = await Task.WhenAll(
                Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { }, pad: Pad)),
                Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { kanaal = "web", hulpvraag = "Ik heb hulp nodig." })),
                Dienst.Ok(Dienst.Post(dienst.Fabriek.Als("backoffice"), new { bsn }, pad: Pad)));

            antwoorden.Select(a => Nummer(a!)).Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task A_dossier_with_only_a_klacht_is_open_while_that_runs_and_closed_after()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });
        var (klacht, aggregaat, vandaag) = ($"K-{dossier[2..]}", Guid.NewGuid(), dienst.Fabriek.Klok.Vandaag());
        var termijn = new Termijn("klacht", vandaag, vandaag.AddDays(42), "Awb art. 9:11 lid 1");
        await dienst.Fabriek.Verwerk(new KlachtOntvangen(klacht, vandaag, Klachtonderwerp.Gedraging, termijn, termijn)
        { Dossiernummer = dossier, AggregaatId = aggregaat, Versie = 1 });
        (await Open()).ShouldBe((dossier, false));

        await dienst.Fabriek.Verwerk(new KlachtAfgerond(klacht, vandaag, Klachtafloop.Opgelost, null, null)
        { Dossiernummer = dossier, AggregaatId = aggregaat, Versie = 2 });

        var (ander, nieuw) = await Open();
        (ander == dossier, nieuw).ShouldBe((false, true));

        async Task<(string, bool)> Open()
        {
            var antwoord = (await Dienst.Ok(Dienst.Post(dienst.Inwoner(bsn), new { }, pad: Pad)))!;
            return (Nummer(antwoord), antwoord["nieuw"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task A_klacht_that_ends_before_it_began_to_arrive_leaves_the_dossier_closed()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });
        var (klacht, aggregaat, vandaag) = ($"K-{dossier[2..]}", Guid.NewGuid(), dienst.Fabriek.Klok.Vandaag());
        var termijn = new Termijn("klacht", vandaag, vandaag.AddDays(42), "Awb art. 9:11 lid 1");
        await dienst.Fabriek.Verwerk(new KlachtAfgerond(klacht, vandaag, Klachtafloop.Opgelost, null, null)
        { Dossiernummer = dossier, AggregaatId = aggregaat, Versie = 2 });
        await dienst.Fabriek.Verwerk(new KlachtOntvangen(klacht, vandaag, Klachtonderwerp.Gedraging, termijn, termijn)
        { Dossiernummer = dossier, AggregaatId = aggregaat, Versie = 1 });

        Nummer(await dienst.Meld(bsn)).ShouldNotBe(dossier);
    }

    [Fact]
    public async Task Who_the_BRP_does_not_know_shows_a_document_and_a_second_time_is_refused()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });
        await dienst.Komt<PersoonNietGevonden>(dossier);
        var pad = $"{Pad}/{dossier}/identiteit";
        using var backoffice = dienst.Fabriek.Als("backoffice");

        await Dienst.Geweigerd(Dienst.Post(dienst.Consulent("wijkteam-haven"), Identiteit(), pad: pad), 404, "niet-gevonden");
        await Dienst.Geweigerd(Dienst.Post(backoffice, Identiteit("2199-01-01"), pad: pad), 422, "geboortedatum-in-de-toekomst");
        await Dienst.Ok(Dienst.Post(backoffice, Identiteit(), pad: pad));

        (await dienst.Komt<PersoonsgegevensVastgesteld>(dossier)).Persoon.Waarde.Naam.Achternaam.ShouldBe("Aastra");
        await Dienst.Geweigerd(Dienst.Post(backoffice, Identiteit(), pad: pad), 409, "identiteit-bekend");
    }

    [Fact]
    public async Task Asked_again_after_its_record_was_mended_the_BRP_says_who_it_is()
    {
        var bsn = TestBsn.Nieuw();
        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });
        await dienst.Komt<PersoonNietGevonden>(dossier);
        dienst.Brp.Ken(bsn);
        using var backoffice = dienst.Fabriek.Als("backoffice");

        await Dienst.Ok(Dienst.Post(backoffice, new { }, pad: $"{Pad}/{dossier}/navraag"));

        await dienst.Komt<PersoonsgegevensVastgesteld>(dossier);
        (await dienst.Aangekondigd(dossier)).OfType<PersoonNietGevonden>().ShouldHaveSingleItem();
        await Dienst.Geweigerd(Dienst.Post(backoffice, new { }, pad: $"{Pad}/{dossier}/navraag"), 409, "identiteit-bekend");
    }

    [Fact]
    public async Task Who_was_known_already_is_known_in_the_new_dossier_at_once()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var melding = await dienst.Meld(bsn);
        await dienst.Komt<PersoonsgegevensVastgesteld>(Nummer(melding));
        await Dienst.Ok(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{melding["meldingnummer"]}/intrekking", null));

        var dossier = await Nieuw(dienst.Inwoner(bsn), new { });

        (await dienst.Aangekondigd(dossier)).Select(g => g.GetType())
            .ShouldBe([typeof(DossierGeopend), typeof(PersoonsgegevensVastgesteld)]);
    }

    [Fact]
    public async Task A_resident_opens_one_only_for_themselves_and_staff_name_a_valid_BSN()
    {
        using var inwoner = dienst.Inwoner(TestBsn.Nieuw());

        await Dienst.Geweigerd(Dienst.Post(inwoner, new { bsn = TestBsn.Nieuw() }, pad: Pad), 422, "alleen-voor-uzelf");
        await Dienst.Geweigerd(Dienst.Post(inwoner, new { wijkteam = "wijkteam-haven" }, pad: Pad), 422, "wijkteam-kiest-gemeente");
        await Dienst.Geweigerd(Dienst.Post(dienst.Fabriek.Als("backoffice"), new { }, pad: Pad), 400, "ongeldige-invoer");
        await Dienst.Geweigerd(Dienst.Post(dienst.Fabriek.Als("backoffice"), new { bsn = TestBsn.Nieuw(), wijkteam = "wijkteam-weg" },
            pad: Pad), 422, "wijkteam-onbekend");
    }

    private static object Identiteit(string geboortedatum = "1950-02-03") => new
    {
        document = "paspoort",
        achternaam = "Aastra",
        geboortedatum,
        geslacht = 2,
        straatnaam = "Zeeweg",
        huisnummer = 12,
        postcode = "1301AB",
        plaatsnaam = "Almere",
    };

    private static string Nummer(JsonNode antwoord) => antwoord["dossiernummer"]!.GetValue<string>();

    private static async Task<string> Nieuw(HttpClient http, object invoer)
    {
        var antwoord = (await Dienst.Ok(Dienst.Post(http, invoer, pad: Pad)))!;
        antwoord["nieuw"]!.GetValue<bool>().ShouldBeTrue();
        return Nummer(antwoord);
    }
}
