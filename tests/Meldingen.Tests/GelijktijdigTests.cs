using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A person and the platform change the same melding at the same moment.</summary>
public sealed class GelijktijdigTests(Dienst dienst)
{
    [Fact]
    public async Task A_request_that_meets_a_change_of_the_same_moment_looks_again_instead_of_failing()
    {
        var bsn = TestBsn.Nieuw();
        var melding = await dienst.Meld(bsn);
        await dienst.Komt<PersoonNietGevonden>(melding["dossiernummer"]!.GetValue<string>());
        await using var bron = NpgsqlDataSource.Create(dienst.Fabriek.Database.ConnectionString);
        await using var db = await bron.OpenConnectionAsync();
        await using var transactie = await db.BeginTransactionAsync();
        await using var wijzig = new NpgsqlCommand("UPDATE melding SET bevestigd_op = '2026-11-25' WHERE meldingnummer = $1",
            db)
        { Parameters = { new() { Value = melding["meldingnummer"]!.GetValue<string>() } } };
        await wijzig.ExecuteNonQueryAsync();

        var intrekken = Dienst.Post(dienst.Inwoner(bsn), new { }, pad: $"{Dienst.Pad}/{melding["meldingnummer"]}/intrekking");
        await using var wachtend = bron.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        await Tot.Waar(async () => (long)(await wachtend.ExecuteScalarAsync())! > 0, melding: "Het verzoek wacht op de rij.");
        await transactie.CommitAsync();

        (await intrekken).IsSuccessStatusCode.ShouldBeTrue();
        var gelezen = (await Dienst.Ok(dienst.Inwoner(bsn).GetAsync($"{Dienst.Pad}/{melding["meldingnummer"]}")))!["melding"]!;
        (gelezen["status"]!.GetValue<string>(), gelezen["bevestigdOp"]!.GetValue<string>()).ShouldBe(("ingetrokken", "2026-11-25"));
        (await dienst.Aangekondigd(melding["dossiernummer"]!.GetValue<string>())).OfType<MeldingIngetrokken>().ShouldHaveSingleItem();
    }
}
