using Npgsql;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Herstel;

/// <summary>The databases of all services.</summary>
/// <param name="adres">Gives the connection string of a service.</param>
/// <param name="tls">Demands TLS of a connection.</param>
internal sealed class Databases(Func<string, string?> adres, Versleuteling tls) : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlDataSource> _bronnen = [];

    /// <exception cref="InvalidOperationException">The address of this database is missing, or has no TLS.</exception>
    public NpgsqlDataSource Van(string dienst)
    {
        if (_bronnen.TryGetValue(dienst, out var bron)) return bron;
        var instelling = $"ConnectionStrings__{dienst}";
        var verbinding = new NpgsqlConnectionStringBuilder(
            adres(dienst) is { Length: > 0 } waarde ? waarde : throw new InvalidOperationException($"Stel {instelling} in."));
        tls.RequirePostgres(instelling, verbinding);
        return _bronnen[dienst] = NpgsqlDataSource.Create(verbinding);
    }

    /// <summary>Reads the rows of a query.</summary>
    public async Task<List<T>> Lees<T>(string dienst, string sql, Func<NpgsqlDataReader, T> rij, params object[] waarden)
    {
        await using var opdracht = Van(dienst).CreateCommand(sql);
        foreach (var waarde in waarden) opdracht.Parameters.Add(new() { Value = waarde });
        await using var lezer = await opdracht.ExecuteReaderAsync();
        var rijen = new List<T>();
        while (await lezer.ReadAsync()) rijen.Add(rij(lezer));
        return rijen;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bron in _bronnen.Values) await bron.DisposeAsync();
    }
}
