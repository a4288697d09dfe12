using Npgsql;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A disk of its own, of a few segments, for the write-ahead log of a PostgreSQL. When it is full the server stops with a panic. It is a
/// tmpfs, with the same conditions as <see cref="KleineSchijf"/>.
/// </summary>
public sealed class Walschijf : IAsyncDisposable
{
    private readonly string _map;

    private Walschijf(string map) => _map = map;

    private string Vulling => Path.Combine(_map, "vulling");

    /// <summary>Moves the log of this server to such a disk; the server restarts.</summary>
    public static async Task<Walschijf> StartAsync(EigenServers servers)
    {
        ArgumentNullException.ThrowIfNull(servers);
        await using var bron = NpgsqlDataSource.Create(servers.Postgres + ";Pooling=false");
        await using var vraag = bron.CreateCommand("SHOW data_directory");
        var log = Path.Combine((string)(await vraag.ExecuteScalarAsync())!, "pg_wal");
        await servers.StopPostgresAsync();
        var map = Path.Combine("/tmp", $"wmo-wal-{Guid.NewGuid():N}");
        Directory.CreateDirectory(map);
        await Serverscript.VoerUitAsync("mount", ["-t", "tmpfs", "-o", "size=160m", "tmpfs", map]);
        await Serverscript.VoerUitAsync("cp", ["-a", log, Path.Combine(map, "pg_wal")]);
        await Serverscript.VoerUitAsync("rm", ["-rf", log]);
        await Serverscript.VoerUitAsync("ln", ["-s", Path.Combine(map, "pg_wal"), log]);
        await Serverscript.VoerUitAsync("chmod", ["755", map]);
        await servers.StartPostgresAsync();
        return new(map);
    }

    /// <summary>Leaves no room for another segment.</summary>
    public Task Vol() => Serverscript.VoerUitAsync("bash", ["-c", $"dd if=/dev/zero of='{Vulling}' bs=1M 2>/dev/null || true"]);

    /// <summary>Makes room again.</summary>
    public void Leeg() => File.Delete(Vulling);

    /// <summary>Lets go of the disk. The server that used it has to be gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await Serverscript.VoerUitAsync("umount", ["-l", _map]);
        Directory.Delete(_map);
    }
}
