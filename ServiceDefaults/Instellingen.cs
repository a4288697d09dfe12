using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.ServiceDefaults;

/// <summary>Settings that a process requires. An empty setting is missing too, and is reported at the start.</summary>
public static class Instellingen
{
    /// <summary>Reads a setting that must be filled in.</summary>
    /// <param name="configuratie">The settings.</param>
    /// <param name="naam">Its name, for instance <c>Aanmelding:Audience</c>.</param>
    /// <param name="wat">Its meaning, in Dutch, for the person who has to fill it in.</param>
    /// <exception cref="InvalidOperationException">It is missing or empty.</exception>
    public static string Verplicht(this IConfiguration configuratie, string naam, string wat)
    {
        ArgumentNullException.ThrowIfNull(configuratie);
        return configuratie[naam] is { Length: > 0 } waarde ? waarde : throw new InvalidOperationException($"Stel {naam} in: {wat}.");
    }

    /// <summary>Reads a setting that must be a web address.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="naam">Its name, for instance <c>Partners:Brp:Adres</c>.</param>
    /// <param name="wat">Its meaning, in Dutch, for the person who has to fill it in.</param>
    /// <exception cref="InvalidOperationException">
    /// It is missing, empty, not an address, or without https outside Development. The message does not repeat its value, which may hold a
    /// secret.
    /// </exception>
    public static Uri VerplichtAdres(this IHostApplicationBuilder builder, string naam, string wat)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!Uri.TryCreate(builder.Configuration.Verplicht(naam, wat), UriKind.Absolute, out var adres)
            || adres.Scheme is not ("https" or "http"))
            throw new InvalidOperationException($"{naam} is geen webadres, zoals https://voorbeeld.example. Stel in: {wat}.");
        Versleuteling.Van(builder).EisHttps(naam, adres);
        return adres;
    }
}
