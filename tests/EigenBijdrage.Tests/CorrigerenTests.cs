using System.Net;
using System.Net.Http.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// Wrong signals are changed, removed or replaced by a new start at the CAK. Each test has its own service, because it moves the clock.
/// </summary>
public sealed class CorrigerenTests : IAsyncLifetime
{
    private readonly Huis _huis = new();

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task A_start_on_the_wrong_day_is_changed_at_the_CAK_under_the_same_number()
    {
        var (persoon, hulp) = await Gestart(_huis.Vandaag.AddDays(-20));
        var eerste = (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage;

        (await Corrigeer(persoon, hulp, _huis.Vandaag.AddDays(-10))).ShouldBe((200, null));

        var gewijzigd = (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 2)).Client.StartEigenBijdrage;
        gewijzigd.ShouldBe(eerste with { EbStartdatum = _huis.Vandaag.AddDays(-10), StatusAanlevering = StatusAanlevering.Gewijzigd });
        await _huis.Akkoord(persoon.Bsn, nummer: 2);
        var bijdrage = await _huis.Bijdrage(persoon.Id);
        bijdrage["signalen"]![0]!["correcties"]![0]!["status"]!.GetValue<string>().ShouldBe("verwerkt");
        bijdrage["feitcorrecties"]![0]!["reden"]!.GetValue<string>().ShouldBe("De aanbieder vergiste zich.");
        (await _huis.Verhaal(persoon.Id))
            .ShouldBe("EigenBijdrageGestart EigenBijdrageBevestigd EigenBijdrageGecorrigeerd EigenBijdrageBevestigd");
    }

    [Fact]
    public async Task A_budget_whose_first_day_moves_moves_the_start()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(hulp.Gereserveerd(_huis.Vandaag));
        await _huis.Akkoord(persoon.Bsn, nummer: 1);

        await _huis.Dienst.Verwerk(hulp.Gewijzigd(_huis.Vandaag.AddDays(14)));

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 2)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(_huis.Vandaag.AddDays(14));
    }

    [Fact]
    public async Task A_budget_that_is_withdrawn_is_removed_at_the_CAK_with_the_very_values_it_has()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(hulp.Gereserveerd(_huis.Vandaag));
        await _huis.Akkoord(persoon.Bsn, nummer: 1);
        var eerste = (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage;

        await _huis.Dienst.Verwerk(hulp.Beeindigd(_huis.Vandaag, ingetrokken: true));

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 2)).Client.StartEigenBijdrage
            .ShouldBe(eerste with { StatusAanlevering = StatusAanlevering.Verwijderen });
        await _huis.Akkoord(persoon.Bsn, nummer: 2);
        (await _huis.Bijdrage(persoon.Id))["signalen"]![0]!["status"]!.GetValue<string>().ShouldBe("verwijderd");
        (await _huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Help_that_never_began_loses_its_stop_first_and_then_its_start()
    {
        var (persoon, hulp) = await Gestart(_huis.Vandaag.AddDays(-20));
        await _huis.Dienst.Verwerk(hulp.Gestopt(_huis.Vandaag.AddDays(-5)));
        await _huis.Akkoord(persoon.Bsn, nummer: 2);

        (await _huis.Doe($"/eigen-bijdrage/v1/bijdragen/{persoon.Id}/correctie", new
        {
            hulp.VoorzieningId,
            startdatum = _huis.Vandaag.AddDays(-20),
            nooitBegonnen = true,
            reden = "Verwisseld met een ander."
        })).Status.ShouldBe(200);

        var stop = (await _huis.CakKrijgt<Wmo403>(persoon.Bsn, 3)).Client.StopEigenBijdrage;
        (stop.StatusAanlevering, stop.EbStopdatum).ShouldBe((StatusAanlevering.Verwijderen, _huis.Vandaag.AddDays(-5)));
        (await _huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(3, "TR071: eerst het antwoord op de stop");
        await _huis.Akkoord(persoon.Bsn, nummer: 3);
        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 4)).Client.StartEigenBijdrage.StatusAanlevering.ShouldBe(StatusAanlevering.Verwijderen);
    }

    [Fact]
    public async Task Of_one_start_one_change_a_day_goes_and_the_next_waits_until_tomorrow()
    {
        var (persoon, hulp) = await Gestart(_huis.Vandaag.AddDays(-20));
        var begin = _huis.Vandaag.AddDays(-8);
        await Corrigeer(persoon, hulp, _huis.Vandaag.AddDays(-10));
        await _huis.Akkoord(persoon.Bsn, nummer: 2);

        await Corrigeer(persoon, hulp, begin);
        await _huis.Ronde();
        (await _huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(2, "iEb OP325");
        (await _huis.Bijdrage(persoon.Id))["wacht"]!.GetValue<bool>().ShouldBeTrue();

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(1));
        await _huis.Ronde();
        await _huis.Ronde();

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 3)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin);
        (await _huis.AllesBijCak(persoon.Bsn)).Count.ShouldBe(3);
        (await _huis.Bijdrage(persoon.Id))["wacht"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_rejected_correction_stays_in_view_and_is_told_again()
    {
        var (persoon, hulp) = await Gestart(_huis.Vandaag.AddDays(-20));
        await Corrigeer(persoon, hulp, _huis.Vandaag.AddDays(-10));
        await _huis.Antwoord(Berichten.Afkeuring(await _huis.CakKrijgt(persoon.Bsn, 2), "9103"));
        (await _huis.Bijdrage(persoon.Id))["signalen"]![0]!["correcties"]![0]!["retourcodes"]![0]!.GetValue<string>().ShouldBe("9103");

        _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(1));
        (await _huis.MeldOpnieuw(persoon.Id)).Status.ShouldBe(200);

        (await _huis.CakKrijgt<Wmo401>(persoon.Bsn, 3)).Client.StartEigenBijdrage.StatusAanlevering.ShouldBe(StatusAanlevering.Gewijzigd);
    }

    [Fact]
    public async Task About_a_person_whose_safety_forbids_messages_a_correction_is_told_by_hand()
    {
        var persoon = new Persoon(geenBerichten: true);
        var hulp = persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(hulp.Gestart(_huis.Vandaag.AddDays(-20)));
        await _huis.LegVast(persoon.Id, "start");
        await Corrigeer(persoon, hulp, _huis.Vandaag.AddDays(-10));

        var correctie = (await _huis.Aangekondigd<EigenBijdrageMetDeHand>(persoon.Id))[^1];
        (correctie.Soort, correctie.Aanlevering, correctie.Reden)
            .ShouldBe((EbBericht.Start, EbAanlevering.Wijziging, RedenMetDeHand.AfgeschermdePersoon));
        (await _huis.LegVast(persoon.Id, "start")).Status.ShouldBe(200);
        (await _huis.AllesBijCak(persoon.Bsn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_refuses_what_cannot_be()
    {
        var (persoon, hulp) = await Gestart(_huis.Vandaag.AddDays(-20));
        var pad = $"/eigen-bijdrage/v1/bijdragen/{persoon.Id}/correctie";

        (await Corrigeer(persoon, hulp, _huis.Vandaag.AddDays(-20))).ShouldBe((422, "niets-gewijzigd"));
        (await _huis.Doe(pad,
            new { hulp.VoorzieningId, startdatum = _huis.Vandaag, einddatum = _huis.Vandaag.AddDays(-1), reden = "Verkeerd om." }))
            .ShouldBe((422, "einde-voor-begin"));
        (await _huis.Doe(pad, new { hulp.VoorzieningId, startdatum = _huis.Vandaag })).ShouldBe((400, "ongeldige-invoer"));
        (await _huis.Doe(pad,
            new { hulp.VoorzieningId, startdatum = _huis.Vandaag, einddatum = _huis.Vandaag, nooitBegonnen = true, reden = "Allebei." }))
            .ShouldBe((400, "ongeldige-invoer"));
        (await _huis.Doe(pad, new { voorzieningId = Guid.CreateVersion7(), startdatum = _huis.Vandaag, reden = "Onbekend." }))
            .ShouldBe((404, "niet-gevonden"));
        (await _huis.Dienst.Als(Rollen.Beslisser).PostAsJsonAsync(pad, new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _huis.AllesBijCak(persoon.Bsn)).ShouldHaveSingleItem();
    }

    private async Task<(Persoon Persoon, Persoon.Hulp Hulp)> Gestart(DateOnly begin)
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        await _huis.Dienst.Verwerk(hulp.Gestart(begin));
        await _huis.Akkoord(persoon.Bsn, nummer: 1);
        return (persoon, hulp);
    }

    private Task<(int Status, string? Code)> Corrigeer(Persoon persoon, Persoon.Hulp hulp, DateOnly begin) =>
        _huis.Doe($"/eigen-bijdrage/v1/bijdragen/{persoon.Id}/correctie",
            new { hulp.VoorzieningId, startdatum = begin, reden = "De aanbieder vergiste zich." });
}
