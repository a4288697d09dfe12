using Npgsql;

namespace WmoPlatform.Testhuis;

/// <summary>An empty database of a test's own; dropped on dispose.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _beheer;

    private TestDatabase(string beheer, string naam)
    {
        _beheer = beheer;
        Naam = naam;
        ConnectionString = new NpgsqlConnectionStringBuilder(beheer) { Database = naam, MaxPoolSize = 40 }.ConnectionString;
    }

    /// <summary>The unique name of the database.</summary>
    public string Naam { get; }

    /// <summary>Npgsql connection string, for <c>ConnectionStrings__…</c> or a context.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates a database on the shared server, or on one of the test's own.</summary>
    /// <param name="naam">For people who look at the server: letters and digits.</param>
    /// <param name="op">Another server than the shared one.</param>
    public static async Task<TestDatabase> NieuwAsync(string naam, EigenServers? op = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(naam);
        var database = new TestDatabase(
            op?.Postgres ?? await Servers.PostgresAsync(),
            $"{new string([.. naam.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(30)])}_{Guid.NewGuid():N}"[..^20]);
        await database.OpBeheerAsync($"CREATE DATABASE \"{database.Naam}\"");
        return database;
    }

    /// <summary>
    /// Drops the database, also under the hands of processes that still use it. A server that is away already took it along.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        try
        {
            await OpBeheerAsync($"DROP DATABASE IF EXISTS \"{Naam}\" WITH (FORCE)");
        }
        catch (NpgsqlException fout) when (fout is not PostgresException)
        {
        }
    }

    private async Task OpBeheerAsync(string opdracht)
    {
        await using var verbinding = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_beheer) { Pooling = false }.ConnectionString);
        await verbinding.OpenAsync();
        await using var commando = new NpgsqlCommand(opdracht, verbinding);
        await commando.ExecuteNonQueryAsync();
    }
}
