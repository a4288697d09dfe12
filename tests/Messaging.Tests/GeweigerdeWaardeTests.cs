using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Proefdienst;

namespace WmoPlatform.Messaging.Tests;

/// <summary>A value that the database refuses is only felt by whoever sent it, not by the next user of the same connection.</summary>
public sealed class GeweigerdeWaardeTests
{
    /// <summary>A statement, a value it accepts, a value it refuses, and why.</summary>
    public static TheoryData<string, object, object, string> Soorten() => new()
    {
        { "SELECT length({0}) AS \"Value\"", "goed", "on\0zichtbaar", PostgresErrorCodes.CharacterNotInRepertoire },
        { "SELECT 1 AS \"Value\" WHERE {0}::jsonb IS NOT NULL", "{}", "geen json", PostgresErrorCodes.InvalidTextRepresentation },
        { "SELECT {0}::numeric(5,2)::int AS \"Value\"", 1m, 123456m, PostgresErrorCodes.NumericValueOutOfRange },
        { "SELECT 1 / {0} AS \"Value\"", 1, 0, PostgresErrorCodes.DivisionByZero },
    };

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task The_next_request_on_the_same_connection_notices_nothing(string vraag, object goed, object slecht, string fout)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await Verbindingen(huis, 1);

        await Vraag(host, vraag, goed);
        // The second use is the one that prepares the statement.
        (await Should.ThrowAsync<PostgresException>(() => Vraag(host, vraag, slecht))).SqlState.ShouldBe(fout);

        await Vraag(host, vraag, goed);
        await Vraag(host, vraag, goed);
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task Nor_does_the_next_one_after_a_transaction(string vraag, object goed, object slecht, string fout)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await Verbindingen(huis, 1);

        await Vraag(host, vraag, goed, inTransactie: true);
        (await Should.ThrowAsync<PostgresException>(() => Vraag(host, vraag, slecht, inTransactie: true))).SqlState.ShouldBe(fout);

        await Vraag(host, vraag, goed, inTransactie: true);
        await Vraag(host, vraag, goed);
    }

    [Fact]
    public async Task One_request_at_most_notices_a_column_that_a_newer_version_adds()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        // The statement is prepared on all four connections.
        var host = await Verbindingen(huis, 4);
        for (var i = 0; i < 4; i++) await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Effecten()));
        await huis.Voer("ALTER TABLE effect ADD COLUMN later text");

        var fout = await Should.ThrowAsync<PostgresException>(Effecten);
        RetryOnConflict.IsConflict(fout).ShouldBeTrue();
        for (var i = 0; i < 3; i++) await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Effecten()));

        async Task Effecten()
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
            await db.Effecten.FromSqlRaw("SELECT e.* FROM effect e, pg_sleep(0.1)").AsNoTracking().ToListAsync();
        }
    }

    /// <summary>An instance whose requests use these few connections, without loops that use them too.</summary>
    private static Task<IHost> Verbindingen(Proefhuis huis, int aantal) => huis.Start(relay: false, ontvangst: false, stel: builder =>
        builder.Configuration[$"ConnectionStrings:{Diensten.Meldingen}"] = huis.Database.Replace(
            "Maximum Pool Size=40", $"Maximum Pool Size={aantal}", StringComparison.Ordinal));

    private static async Task Vraag(IHost host, string vraag, object waarde, bool inTransactie = false)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
        await using var transactie = inTransactie ? await db.Database.BeginTransactionAsync() : null;
        await db.Database.SqlQueryRaw<int>(vraag, waarde).ToListAsync();
        if (transactie is not null) await transactie.CommitAsync();
    }
}
