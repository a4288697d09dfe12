using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>From events to the messages that the CAK receives.</summary>
public sealed class SignalerenTests(Huis huis)
{
    [Fact]
    public async Task Over_two_dossiers_the_CAK_hears_the_first_start_and_the_last_stop()
    {
        var persoon = new Persoon();
        var (zin, pgb) = (persoon.NieuweHulp(), persoon.NieuweHulp("10"));
        var begin = huis.Vandaag.AddDays(-40);

        await huis.Dienst.Verwerk(zin.Gestart(begin));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await huis.Dienst.Verwerk(pgb.Gereserveerd(begin.AddDays(10)));
        await huis.Dienst.Verwerk(zin.Gestopt(begin.AddDays(20)));
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
        await huis.Dienst.Verwerk(pgb.Beeindigd(begin.AddDays(30)));

        var start = await huis.CakKrijgt<Wmo401>(persoon.Bsn, 1);
        var stop = await huis.CakKrijgt<Wmo403>(persoon.Bsn, 2);
        (start.Header.Afzender, start.Client.StartEigenBijdrage.EbStartdatum).ShouldBe(("0034", begin));
        (stop.Client.StopEigenBijdrage.EbStartNummer, stop.Client.StopEigenBijdrage.EbStopdatum)
            .ShouldBe((start.Client.StartEigenBijdrage.EbStartNummer, begin.AddDays(30)));
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        (await huis.Verhaal(persoon.Id))
            .ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd EigenBijdrageGestopt EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task A_temporary_stop_and_going_on_signal_nothing()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-40);
        await huis.Dienst.Verwerk(hulp.Gestart(begin));
        await huis.Akkoord(persoon.Bsn, nummer: 1);

        await huis.Dienst.Verwerk(hulp.TijdelijkGestopt(begin.AddDays(5)));
        await huis.Dienst.Verwerk(hulp.Gestart(begin.AddDays(12)));
        await huis.Ronde();

        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_start_that_is_taken_back_is_removed_at_the_CAK_and_the_right_one_is_told()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-40);
        await huis.Dienst.Verwerk(hulp.Gestart(begin));
        await huis.Akkoord(persoon.Bsn, nummer: 1);

        await huis.Dienst.Verwerk(hulp.StartVerwijderd(begin));
        (await huis.CakKrijgt<Wmo401>(persoon.Bsn, nummer: 2)).Client.StartEigenBijdrage.StatusAanlevering.ShouldBe("3");
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        await huis.Dienst.Verwerk(hulp.Gestart(begin.AddDays(7)));

        await huis.CakKrijgt<Wmo401>(persoon.Bsn, nummer: 3);
        (await huis.Aangekondigd<EigenBijdrageGestart>(persoon.Id)).Select(g => g.Startdatum).ShouldBe([begin, begin.AddDays(7)]);
        (await huis.Aangekondigd<EigenBijdrageGestopt>(persoon.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_taken_back_changes_nothing_before_the_CAK_has_it_and_starts_anew_after()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-40);
        await huis.Dienst.Verwerk(hulp.Gestart(begin));
        await huis.Dienst.Verwerk(hulp.Gestopt(begin.AddDays(5)));
        await huis.Dienst.Verwerk(hulp.StopVerwijderd(begin.AddDays(5)));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();

        await huis.Dienst.Verwerk(hulp.Gestopt(begin.AddDays(9)));
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        await huis.Dienst.Verwerk(hulp.StopVerwijderd(begin.AddDays(9)));
        await huis.CakKrijgt<Wmo401>(persoon.Bsn, nummer: 3);
        (await huis.Aangekondigd<EigenBijdrageGestart>(persoon.Id))[^1].Startdatum.ShouldBe(begin.AddDays(10));
    }

    [Fact]
    public async Task A_late_stop_of_the_first_provider_does_not_end_help_that_went_over()
    {
        var persoon = new Persoon();
        var eerste = persoon.NieuweHulp();
        var tweede = eerste.BijAndereAanbieder(aansluitend: true);
        var begin = huis.Vandaag.AddDays(-40);
        await huis.Dienst.Verwerk(eerste.Gestart(begin));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await huis.Dienst.Verwerk(tweede.Gestart(begin.AddDays(20)));
        await huis.Dienst.Verwerk(eerste.Gestopt(begin.AddDays(19)));
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
        // The second provider corrects its start date, which changes nothing for the CAK.
        await huis.Dienst.Verwerk(tweede.StartVerwijderd(begin.AddDays(20)));
        await huis.Dienst.Verwerk(tweede.Gestart(begin.AddDays(21)));
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();

        await huis.Dienst.Verwerk(tweede.Gestopt(begin.AddDays(30)));
        await huis.CakKrijgt<Wmo403>(persoon.Bsn, nummer: 2);
        (await huis.Aangekondigd<EigenBijdrageGestopt>(persoon.Id)).Single().Stopdatum.ShouldBe(begin.AddDays(30));
    }

    [Fact]
    public async Task Someone_under_eighteen_and_a_rolstoel_are_never_signalled()
    {
        var kind = new Persoon(geboren: huis.Vandaag.AddYears(-12));
        await huis.Dienst.Verwerk(kind.NieuweHulp().Gestart(huis.Vandaag));
        var rijder = new Persoon();
        var rolstoel = rijder.NieuweHulp("11");
        await huis.Dienst.Verwerk(rolstoel.Gereserveerd(huis.Vandaag));
        await huis.Dienst.Verwerk(rolstoel.Beeindigd(huis.Vandaag));
        await huis.Ronde();

        (await huis.AllesBijCak(kind.Bsn)).ShouldBeEmpty();
        huis.BijCak(rijder.Bsn).ShouldBeEmpty();
        (await huis.Verhaal(kind.Id)).ShouldBe("EigenBijdrageNietVerschuldigd");
        (await huis.Bijdrage(kind.Id))["voorzieningen"]![0]!["nietVerschuldigd"]!.GetValue<string>().ShouldBe("jonger-dan-18");
        (await huis.Bijdrage(rijder.Id))["voorzieningen"]![0]!["nietVerschuldigd"]!.GetValue<string>().ShouldBe("rolstoel");
    }

    [Fact]
    public async Task A_stop_waits_until_the_CAK_has_answered_the_start()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await huis.Dienst.Verwerk(hulp.Gestart(huis.Vandaag.AddDays(-5)));
        await huis.Dienst.Verwerk(hulp.Gestopt(huis.Vandaag));
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();

        await huis.Akkoord(persoon.Bsn, nummer: 1);

        (await huis.CakKrijgt<Wmo403>(persoon.Bsn, 2)).Client.StopEigenBijdrage.EbStopdatum.ShouldBe(huis.Vandaag);
    }

    [Fact]
    public async Task A_new_start_waits_until_the_CAK_has_answered_the_stop()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-20);
        await huis.Dienst.Verwerk(hulp.Gestart(begin));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await huis.Dienst.Verwerk(hulp.Gestopt(begin.AddDays(10)));
        await huis.CakKrijgt<Wmo403>(persoon.Bsn, 2);
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Gestart(begin.AddDays(15)));
        (await huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(2);

        await huis.Akkoord(persoon.Bsn, nummer: 2);

        (await huis.CakKrijgt<Wmo401>(persoon.Bsn, 3)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin.AddDays(15));
    }

    [Fact]
    public async Task The_same_retour_twice_has_one_effect()
    {
        var persoon = new Persoon();
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Gestart(huis.Vandaag));
        var start = await huis.CakKrijgt(persoon.Bsn, 1);
        var retour = Berichten.Akkoord(start);

        await huis.Antwoord(retour);
        await huis.Antwoord(retour);
        await huis.Antwoord(Berichten.Akkoord(start));

        (await huis.Verhaal(persoon.Id)).ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task An_older_fact_after_a_newer_one_is_ignored()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var gestart = hulp.Gestart(huis.Vandaag.AddDays(-10));
        await huis.Dienst.Verwerk(gestart);
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await huis.Dienst.Verwerk(hulp.Gestopt(huis.Vandaag));
        await huis.Akkoord(persoon.Bsn, nummer: 2);

        await huis.Dienst.Verwerk(gestart);

        (await huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_end_of_help_says_its_start_too_so_the_start_itself_may_come_later()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var gestart = hulp.Gestart(huis.Vandaag.AddDays(-9));

        await huis.Dienst.Verwerk(hulp.Gestopt(huis.Vandaag));
        await huis.Akkoord(persoon.Bsn, nummer: 1);
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        await huis.Dienst.Verwerk(gestart);

        var berichten = await huis.AllesBijCak(persoon.Bsn);
        (berichten.Count, ((Wmo401)berichten[0]).Client.StartEigenBijdrage.EbStartdatum).ShouldBe((2, huis.Vandaag.AddDays(-9)));
    }

    [Fact]
    public async Task A_budget_that_was_never_reserved_owes_nothing()
    {
        var persoon = new Persoon();
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Beeindigd(huis.Vandaag, ingetrokken: true));

        (await huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reservation_that_arrives_after_its_end_is_told_with_that_end()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var gereserveerd = hulp.Gereserveerd(huis.Vandaag.AddDays(-20));
        await huis.Dienst.Verwerk(hulp.Beeindigd(huis.Vandaag.AddDays(-10)));
        await huis.Dienst.Verwerk(gereserveerd);

        await huis.Akkoord(persoon.Bsn, nummer: 1);

        (await huis.CakKrijgt<Wmo403>(persoon.Bsn, 2)).Client.StopEigenBijdrage.EbStopdatum.ShouldBe(huis.Vandaag.AddDays(-10));
    }

    [Fact]
    public async Task A_rejected_start_is_told_again_by_the_backoffice_under_another_number()
    {
        var persoon = new Persoon();
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Gestart(huis.Vandaag));
        var eerste = await huis.CakKrijgt<Wmo401>(persoon.Bsn, 1);
        (await huis.MeldOpnieuw(persoon.Id)).ShouldBe((409, "niet-afgekeurd"));
        await huis.Antwoord(Berichten.Afkeuring(eerste, "9102"));
        (await huis.Bijdrage(persoon.Id))["signalen"]![0]!["status"]!.GetValue<string>().ShouldBe("start-afgekeurd");

        (await huis.MeldOpnieuw(persoon.Id)).Status.ShouldBe(200);

        var tweede = await huis.CakKrijgt<Wmo401>(persoon.Bsn, 2);
        tweede.Client.StartEigenBijdrage.EbStartNummer.ShouldNotBe(eerste.Client.StartEigenBijdrage.EbStartNummer);
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        // The CAK repeats its first answer as a new message. The signal already has its answer, so nothing changes.
        await huis.Antwoord(Berichten.Afkeuring(eerste, "9102"));
        (await huis.Bijdrage(persoon.Id))["signalen"]!
            .AsArray().Select(s => s!["status"]!.GetValue<string>()).ShouldBe(["vervallen", "start-bevestigd"]);
    }

    [Fact]
    public async Task What_is_too_long_ago_for_the_CAK_is_told_by_hand_and_recorded_once()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-500);
        await huis.Dienst.Verwerk(hulp.Gereserveerd(begin));
        await huis.Dienst.Verwerk(hulp.Beeindigd(begin, ingetrokken: false));
        await huis.Ronde();

        var start = (await huis.Aangekondigd<EigenBijdrageMetDeHand>(persoon.Id)).ShouldHaveSingleItem();
        (start.Soort, start.Datum, start.Reden, start.Termijn?.Soort)
            .ShouldBe((EbBericht.Start, begin, RedenMetDeHand.TeLangGeleden, "cak-pgb"));
        (await huis.LegVast(persoon.Id, "stop")).ShouldBe((409, "niets-met-de-hand"));
        (await huis.LegVast(persoon.Id, "start")).Status.ShouldBe(200);
        (await huis.Aangekondigd<EigenBijdrageMetDeHand>(persoon.Id))[1].Soort.ShouldBe(EbBericht.Stop);
        (await huis.LegVast(persoon.Id, "stop")).Status.ShouldBe(200);
        await huis.Ronde();

        (await huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();
        (await huis.Verhaal(persoon.Id))
            .ShouldBe("EigenBijdrageMetDeHand EigenBijdrageBevestigd EigenBijdrageMetDeHand EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task About_a_person_whose_safety_forbids_it_start_and_stop_are_told_by_hand()
    {
        var persoon = new Persoon(geenBerichten: true);
        var hulp = persoon.NieuweHulp();
        await huis.Dienst.Verwerk(hulp.Gestart(huis.Vandaag.AddDays(-20)));
        (await huis.LegVast(persoon.Id, "start")).Status.ShouldBe(200);
        await huis.Dienst.Verwerk(hulp.Gestopt(huis.Vandaag.AddDays(-1)));
        (await huis.LegVast(persoon.Id, "stop")).Status.ShouldBe(200);

        (await huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();
        (await huis.Aangekondigd<EigenBijdrageMetDeHand>(persoon.Id)).Select(g => (g.Soort, g.Reden))
            .ShouldBe([(EbBericht.Start, RedenMetDeHand.AfgeschermdePersoon), (EbBericht.Stop, RedenMetDeHand.AfgeschermdePersoon)]);
        (await huis.Bijdrage(persoon.Id))["signalen"]![0]!["status"]!.GetValue<string>().ShouldBe("gestopt");
    }

    [Fact]
    public async Task A_message_that_the_CAK_does_not_answer_is_given_up_and_told_again()
    {
        var persoon = new Persoon();
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Gestart(huis.Vandaag));
        var eerste = await huis.CakKrijgt<Wmo401>(persoon.Bsn, 1);
        await huis.AllesBijCak(persoon.Bsn);
        await huis.Dienst.Vraag(db => db.Database
            .ExecuteSqlAsync($"UPDATE poststuk SET antwoord_uiterlijk = '2020-01-01' WHERE identificatie = {eerste.Identificatie}"));

        var id = await huis.Dienst.Vraag(db => db.Set<Ketenverkeer.Poststuk>()
            .Where(p => p.Identificatie == eerste.Identificatie).Select(p => p.Id).SingleAsync());
        (await huis.Doe($"/eigen-bijdrage/v1/ieb/berichten/{id}/afkeuring", new { })).Status.ShouldBe(202);
        (await huis.MeldOpnieuw(persoon.Id)).Status.ShouldBe(200);
        await huis.Akkoord(persoon.Bsn, nummer: 2);

        (await huis.Verhaal(persoon.Id))
            .ShouldBe("EigenBijdrageGestart EigenBijdrageAfgekeurd EigenBijdrageGestart EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task Help_that_goes_on_counts_from_its_first_start_even_when_that_comes_later()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddDays(-40);
        var gestart = hulp.Gestart(begin);
        hulp.TijdelijkGestopt(begin.AddDays(5));
        var hervat = hulp.Gestart(begin.AddDays(12));

        await huis.Dienst.Verwerk(hervat);
        await huis.Dienst.Verwerk(gestart);

        (await huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin);
        (await huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_reservation_and_its_end_for_someone_new_wait_for_each_other()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var (gereserveerd, beeindigd) = (hulp.Gereserveerd(huis.Vandaag.AddDays(-20)), hulp.Beeindigd(huis.Vandaag.AddDays(-10)));
        await using var een = huis.Dienst.Services.CreateAsyncScope();
        var db = een.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await een.ServiceProvider.GetRequiredService<IReaction<BudgetGereserveerd>>().Handle(gereserveerd, CancellationToken.None);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var ander = Task.Run(() => huis.Dienst.Verwerk(beeindigd));
        await Tot.Waar(async () => await huis.Dienst.Vraag(d => d.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """).SingleAsync()) == 1);
        await transactie.CommitAsync(TestContext.Current.CancellationToken);
        await ander;

        (await huis.Bijdrage(persoon.Id))["voorzieningen"]![0]!["einddatum"]!.GetValue<string>()
            .ShouldBe(huis.Vandaag.AddDays(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Of_a_dossier_one_finds_whose_contribution_it_is_and_a_resident_only_the_own()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await huis.Dienst.Verwerk(hulp.Gestart(huis.Vandaag));
        var pad = $"/eigen-bijdrage/v1/bijdragen?dossiernummer={hulp.Dossiernummer}";

        (await Personen(huis.Backoffice)).ShouldBe([persoon.Id]);
        (await Personen(huis.Dienst.Als(Rollen.Inwoner, bsn: persoon.Bsn))).ShouldBe([persoon.Id]);
        (await Personen(huis.Dienst.Als(Rollen.Inwoner, bsn: new Persoon().Bsn))).ShouldBeEmpty();
        (await huis.Dienst.Als(Rollen.Inwoner, bsn: persoon.Bsn)
            .GetAsync(new Uri("/eigen-bijdrage/v1/bijdragen", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await huis.Backoffice.GetAsync(new Uri("/eigen-bijdrage/v1/bijdragen?na=onzin", UriKind.Relative))).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await huis.Backoffice.GetStringAsync(new Uri("/eigen-bijdrage/v1/bijdragen?aantal=1", UriKind.Relative)))!["items"]!
            .AsArray().Count.ShouldBe(1);

        async Task<Guid[]> Personen(HttpClient http) =>
            [.. JsonNode.Parse(await http.GetStringAsync(new Uri(pad, UriKind.Relative)))!["items"]!
                .AsArray().Select(b => b!["persoonId"]!.GetValue<Guid>())];
    }

    [Fact]
    public async Task A_resident_sees_the_own_contribution_and_of_another_not_even_that_it_is_there()
    {
        var persoon = new Persoon();
        await huis.Dienst.Verwerk(persoon.NieuweHulp().Gestart(huis.Vandaag));
        var pad = new Uri($"/eigen-bijdrage/v1/bijdragen/{persoon.Id}", UriKind.Relative);

        (await huis.Dienst.Als(Rollen.Inwoner, bsn: persoon.Bsn).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als(Rollen.Inwoner, bsn: new Persoon().Bsn).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als(Rollen.Consulent, teams: [""]).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
