using WmoPlatform.ServiceDefaults.Api;

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
