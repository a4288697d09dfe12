using Npgsql;

namespace WmoPlatform.Herstel;

/// <summary>The databases of all services.</summary>
/// <param name="adres">Gives the connection string of a service.</param>
internal sealed class Databases(Func<string, string?> adres) : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlDataSource> _bronnen = [];

    /// <exception cref="InvalidOperationException">The address of this database is missing.</exception>
    public NpgsqlDataSource Van(string dienst) => _bronnen.TryGetValue(dienst, out var bron) ? bron
        : _bronnen[dienst] = NpgsqlDataSource.Create(adres(dienst) is { Length: > 0 } waarde ? waarde
            : throw new InvalidOperationException($"Stel ConnectionStrings__{dienst} in."));

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
