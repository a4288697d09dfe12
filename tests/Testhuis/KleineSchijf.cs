using Npgsql;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A tablespace on a disk of a few megabytes, for a test of a full disk. It is a tmpfs, so the test needs root, and a PostgreSQL of this
/// machine. Elsewhere <see cref="Kan"/> is false.
/// </summary>
public sealed class KleineSchijf : IAsyncDisposable
{
    private readonly string _map;
    private readonly TestDatabase _database;
    private readonly string _naam = $"klein_{Guid.NewGuid():N}";

    private KleineSchijf(string map, TestDatabase database) => (_map, _database) = (map, database);

    /// <summary>Whether this process may make one, on the server of the tests.</summary>
    public static bool Kan => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && !Servers.InContainers;

    /// <summary>Makes the tablespace, and moves these tables of the database into it.</summary>
    public static async Task<KleineSchijf> StartAsync(TestDatabase database, params string[] tabellen)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(tabellen);
        // PostgreSQL runs as another user, which must reach the folder.
        var map = Path.Combine("/tmp", $"wmo-schijf-{Guid.NewGuid():N}");
        Directory.CreateDirectory(map);
        await Serverscript.VoerUitAsync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", map]);
        var schijf = new KleineSchijf(map, database);
        try
        {
            await Serverscript.VoerUitAsync("chown", ["postgres", map]);
            await Serverscript.VoerUitAsync("chmod", ["700", map]);
            await schijf.Voer($"CREATE TABLESPACE {schijf._naam} LOCATION '{map}'");
            foreach (var tabel in tabellen) await schijf.Voer($"ALTER TABLE {tabel} SET TABLESPACE {schijf._naam}");
            return schijf;
        }
        catch
        {
            await schijf.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fills the disk to the last row that fits in this table.</summary>
    /// <param name="rij">An <c>INSERT</c> of one small row.</param>
    public async Task Vol(string rij)
    {
        await Voer($"CREATE TABLE vulling_{_naam} (x text) TABLESPACE {_naam}; ALTER TABLE vulling_{_naam} ALTER x SET STORAGE PLAIN");
        // First large rows, then rows that fill the last pages.
        while (await Past($"INSERT INTO vulling_{_naam} SELECT repeat('x', 7000) FROM generate_series(1, 20)"))
        {
        }
        while (await Past($"INSERT INTO vulling_{_naam} VALUES (repeat('x', 7000))"))
        {
        }
        // A row that does not fit can leave a new page behind, in which the next one does.
        for (var vol = 0; vol < 20;) vol = await Past(rij) ? 0 : vol + 1;
    }

    /// <summary>Makes room again: the tables move to the ordinary disk.</summary>
    public async Task Leeg(params string[] tabellen)
    {
        ArgumentNullException.ThrowIfNull(tabellen);
        foreach (var tabel in tabellen) await Voer($"ALTER TABLE {tabel} SET TABLESPACE pg_default");
        await Voer($"DROP TABLE IF EXISTS vulling_{_naam}");
    }

    /// <summary>Removes the tablespace. Its tables must have moved, or the database is dropped with what is in it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Voer($"DROP TABLE IF EXISTS vulling_{_naam}");
            await Voer($"DROP TABLESPACE IF EXISTS {_naam}");
        }
        catch (PostgresException)
        {
            // A table is still in it. The tablespace disappears with the server of the tests.
        }
        await Serverscript.VoerUitAsync("umount", ["-l", _map]);
        Directory.Delete(_map);
    }

    private async Task<bool> Past(string opdracht)
    {
        try
        {
            await Voer(opdracht);
            return true;
        }
        catch (PostgresException fout) when (fout.SqlState == PostgresErrorCodes.DiskFull)
        {
            return false;
        }
    }

    private async Task Voer(string opdracht)
    {
        await using var verbinding =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false }.ConnectionString);
        await verbinding.OpenAsync();
        await using var commando = new NpgsqlCommand(opdracht, verbinding);
        await commando.ExecuteNonQueryAsync();
    }
}
