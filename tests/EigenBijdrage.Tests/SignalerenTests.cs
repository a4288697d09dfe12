using System.Net;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>From events to the messages that the CAK really gets.</summary>
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
        (stop.Client.StopEigenBijdrage.EbStartNummer, stop.Client.StopEigenBijdrage.EbStopdatum).ShouldBe((start.Client.StartEigenBijdrage.EbStartNummer, begin.AddDays(30)));
        await huis.Akkoord(persoon.Bsn, nummer: 2);
        (await huis.Verhaal(persoon.Id)).ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd EigenBijdrageGestopt EigenBijdrageBevestigd");
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
    public async Task An_end_of_help_whose_start_is_still_to_come_is_not_taken()
    {
        var hulp = new Persoon().NieuweHulp();
        var gestart = hulp.Gestart(huis.Vandaag);

        await Should.ThrowAsync<EerderFeitOntbreekt>(() => huis.Dienst.Verwerk(hulp.Gestopt(huis.Vandaag)));
        await huis.Dienst.Verwerk(gestart);
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
        // The CAK's first answer once more, as another message: there is nothing left to answer.
        await huis.Antwoord(Berichten.Afkeuring(eerste, "9102"));
        (await huis.Bijdrage(persoon.Id))["signalen"]!.AsArray().Select(s => s!["status"]!.GetValue<string>()).ShouldBe(["vervallen", "start-bevestigd"]);
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
