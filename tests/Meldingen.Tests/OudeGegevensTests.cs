using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>Before the first release, migrations were made anew. A database of that time cannot be upgraded.</summary>
public sealed class OudeGegevensTests
{
    [Fact]
    public async Task Data_of_before_the_first_release_are_refused_in_one_sentence()
    {
        await using var database = await TestDatabase.NieuwAsync("meldingen");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<MeldingenDb>(o => o.UseNpgsql(database.ConnectionString));
        using var host = builder.Build();
        await host.MigrateAsync<MeldingenDb>();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MeldingenDb>();
        await db.Database.ExecuteSqlRawAsync("""
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" NOT LIKE '%_Begin';
            UPDATE "__EFMigrationsHistory" SET "MigrationId" = '20260101000000_Begin'
            """);

        var fout = await Should.ThrowAsync<InvalidOperationException>(host.MigrateAsync<MeldingenDb>);

        fout.Message.ShouldBe("De gegevens zijn van voor de eerste uitgave. Begin met lege gegevens (--reset).");
    }

    [Fact]
    public async Task A_service_that_has_migrated_holds_up_no_migration_of_a_newer_version()
    {
        await using var brp = await NepBrp.StartAsync();
        var instellingen = new Dictionary<string, string>
        {
            ["Partners:Brp:Adres"] = brp.Adres,
            ["Gemeente:Code"] = "0034",
            ["Gemeente:StandaardWijkteam"] = "wijkteam-centrum",
        };
        await using var fabriek = await DienstFabriek.StartAsync<MeldingenDb>(Diensten.Meldingen, instellingen: instellingen);

        // The lock of a migration belongs to its session, and the session to a pool. Other locks come and go with their transactions.
        await Tot.Waar(async () => await fabriek.Vraag(db => db.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """).SingleAsync()) == 0);
    }
}
