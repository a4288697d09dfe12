using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Rekenhulp;

/// <summary>
/// Computes terms, dwangsommen and pgb tariffs with the same functions that the services use. It stores nothing and knows no dossier.
/// </summary>
public static class RekenhulpApi
{
    private const string Pad = "/rekenhulp/v1";

    public static void AddRekenhulp(this WebApplicationBuilder builder) =>
        builder.AddNogEenApi(new ApiBeschrijving("Rekenhulp", Pad,
            "Termijnen, dwangsommen en pgb-tarieven narekenen, met de afleiding in zinnen die in een brief passen."));

    public static void MapRekenhulp(this WebApplication app)
    {
        var api = app.MapApi(Pad);
        api.MapTermijnBerekenen();
        api.MapDwangsomBerekenen();
        api.MapPgbtariefBerekenen();
    }
}

/// <summary>One step of a derivation.</summary>
/// <param name="Datum">De dag waar de stap op uitkomt; null als de stap alleen iets uitlegt.</param>
/// <param name="Uitleg">Een zin die in een brief past.</param>
/// <param name="Grondslag">Het artikel, de norm of de regel waarop de stap rust.</param>
public sealed record Rekenstap(DateOnly? Datum, string Uitleg, string Grondslag)
{
    internal static IReadOnlyList<Rekenstap> Van(IEnumerable<Stap> stappen) =>
        [.. stappen.Select(s => new Rekenstap(s.Datum, s.Uitleg, s.Grondslag))];
}
