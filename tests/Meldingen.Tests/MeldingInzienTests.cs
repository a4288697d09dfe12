using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>Reading, confirming and withdrawing a melding.</summary>
public sealed class MeldingInzienTests(Dienst dienst)
{
    [Fact]
    public async Task A_resident_sees_the_own_meldingen_and_no_others()
    {
        var bsn = TestBsn.Nieuw();
        var melding = await dienst.Meld(bsn);
        var pad = $"{Dienst.Pad}/{melding["meldingnummer"]}";

        (await Dienst.Ok(dienst.Inwoner(bsn).GetAsync(pad)))!["hulpvraag"]!.GetValue<string>().ShouldBe("Ik heb hulp nodig.");
        (await Dienst.Ok(dienst.Inwoner(bsn).GetAsync(Dienst.Pad)))!["items"]!.AsArray().Count.ShouldBe(1);
        await Dienst.Geweigerd(dienst.Inwoner(TestBsn.Nieuw()).GetAsync(pad), 404, "niet-gevonden");
        await Dienst.Geweigerd(dienst.Inwoner(bsn).GetAsync($"{Dienst.Pad}/M-2026-999999"), 404, "niet-gevonden");
    }

    [Fact]
    public async Task A_consulent_sees_the_own_team_page_by_page()
    {
        var consulent = dienst.Consulent("wijkteam-bladeren");
        var nummers = new List<string>();
        for (var i = 0; i < 3; i++)
            nummers.Add((await Dienst.Ok(Dienst.Post(consulent,
                new { kanaal = "telefoon", hulpvraag = "Hulp.", bsn = TestBsn.Nieuw() })))!["meldingnummer"]!.GetValue<string>());

        var eerste = await Dienst.Ok(consulent.GetAsync($"{Dienst.Pad}?aantal=2"));
        var tweede = await Dienst.Ok(consulent.GetAsync($"{Dienst.Pad}?aantal=2&na={eerste!["volgende"]}"));

        Nummers(eerste).Concat(Nummers(tweede!)).ShouldBe(nummers);
        tweede!["volgende"].ShouldBeNull();
        await Dienst.Geweigerd(dienst.Consulent("wijkteam-anders").GetAsync($"{Dienst.Pad}/{nummers[0]}"), 404, "niet-gevonden");

        static IEnumerable<string> Nummers(JsonNode pagina) =>
            pagina["items"]!.AsArray().Select(m => m!["meldingnummer"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_melding_counts_as_confirmed_once_the_confirmation_was_really_sent()
    {
        var bsn = TestBsn.Nieuw();
        var melding = await dienst.Meld(bsn);
        // Waits for the answer of the BRP, which changes the same row.
        await dienst.Komt<PersoonNietGevonden>(melding["dossiernummer"]!.GetValue<string>());

        await dienst.Fabriek.Verwerk(new OntvangstBevestigd(Verzendwijze.Email,
            new(2026, 3, 4))
        { Dossiernummer = melding["dossiernummer"]!.GetValue<string>(), AggregaatId = Guid.NewGuid(), Versie = 1 });

        var gelezen = (await Dienst.Ok(dienst.Inwoner(bsn).GetAsync($"{Dienst.Pad}/{melding["meldingnummer"]}")))!["melding"]!;
        (gelezen["status"]!.GetValue<string>(), gelezen["bevestigdOp"]!.GetValue<string>()).ShouldBe(("bevestigd", "2026-03-04"));
    }

    [Fact]
    public async Task A_melding_is_withdrawn_once_and_by_its_own_people_only()
    {
        var bsn = TestBsn.Nieuw();
        var melding = await dienst.Meld(bsn);
        var pad = $"{Dienst.Pad}/{melding["meldingnummer"]}/intrekking";
        // Waits for the answer of the BRP, which changes the same row.
        await dienst.Komt<PersoonNietGevonden>(melding["dossiernummer"]!.GetValue<string>());

        await Dienst.Geweigerd(Intrekken(dienst.Inwoner(TestBsn.Nieuw())), 404, "niet-gevonden");
        (await Intrekken(dienst.Inwoner(bsn))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Dienst.Geweigerd(Intrekken(dienst.Inwoner(bsn)), 409, "melding-al-ingetrokken");
        (await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).OfType<MeldingIngetrokken>().Count().ShouldBe(1);

        Task<HttpResponseMessage> Intrekken(HttpClient als) => als.PostAsync(pad, null);
    }

    [Fact]
    public async Task A_melding_that_became_an_aanvraag_is_not_withdrawn_as_a_melding()
    {
        var bsn = TestBsn.Nieuw();
        var melding = await dienst.Meld(bsn);
        var dossiernummer = melding["dossiernummer"]!.GetValue<string>();
        await dienst.Komt<PersoonNietGevonden>(dossiernummer);
        await dienst.Fabriek.Verwerk(new VerslagOndertekend(new DateOnly(2026, 12, 1), Ondertekenwijze.Digitaal, Guid.NewGuid(),
            "wijkteam-centrum", [], false,
            new(new Persoonsgegevens(bsn, new Persoonsnaam("Test", null, null, null), new DateOnly(1950, 1, 1), null, 0, null)))
        { Dossiernummer = dossiernummer });

        await Dienst.Geweigerd(dienst.Inwoner(bsn).PostAsync($"{Dienst.Pad}/{melding["meldingnummer"]}/intrekking", null), 409,
            "al-een-aanvraag");
    }
}
