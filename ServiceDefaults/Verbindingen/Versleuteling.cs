using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace WmoPlatform.ServiceDefaults.Verbindingen;

/// <summary>
/// Demands TLS of every connection, at the start. Outside Development a connection goes without TLS only through a Unix socket, and to the
/// hosts that the operator lists in <c>Verbindingen:Onversleuteld</c>, loopback included.
/// </summary>
/// <param name="configuratie">The settings.</param>
/// <param name="ontwikkeling">Whether this is Development. Any other environment counts as production.</param>
/// <param name="opDeServer">Whether it is a command that an operator runs on the machine of the server, where loopback will do.</param>
public sealed class Versleuteling(IConfiguration configuratie, bool ontwikkeling, bool opDeServer = false)
{
    /// <summary>The hosts without TLS, with commas between them.</summary>
    public IReadOnlyList<string> Zonder { get; } = ontwikkeling ? [] : (configuratie["Verbindingen:Onversleuteld"] ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether others may connect to this process without TLS.</summary>
    public bool LuisterenZonder { get; } = ontwikkeling
        || string.Equals(configuratie["Verbindingen:LuisterenOnversleuteld"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The demand of a process.</summary>
    public static Versleuteling Van(IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new(builder.Configuration, builder.Environment.IsDevelopment());
    }

    /// <summary>Demands that a connection has TLS.</summary>
    /// <param name="naam">The setting; its value may hold a secret, and is not repeated.</param>
    /// <param name="versleuteld">Whether the connection has TLS, and checks with whom.</param>
    /// <param name="host">The name or the address of the other side, or the path of a socket.</param>
    /// <param name="raad">A Dutch sentence that says what to do.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public void Eis(string naam, bool versleuteld, string host, string raad)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (versleuteld || ontwikkeling || host.StartsWith('/') || (opDeServer && IsEigenMachine(host))
            || Zonder.Contains(host, StringComparer.OrdinalIgnoreCase)) return;
        throw new InvalidOperationException($"{naam} is geen beveiligde verbinding, en die is verplicht buiten Development. {raad}");
    }

    /// <summary>Demands that an address begins with https.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public void EisHttps(string naam, Uri adres)
    {
        ArgumentNullException.ThrowIfNull(adres);
        Eis(naam, adres.Scheme == Uri.UriSchemeHttps, adres.IdnHost, "Vul een adres in dat met https begint.");
    }

    /// <summary>Demands that a process listens with TLS, unless <c>Verbindingen:LuisterenOnversleuteld</c> is true.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public void EisLuisteren(string adres)
    {
        ArgumentNullException.ThrowIfNull(adres);
        if (LuisterenZonder) return;
        // An address to listen on may be http://+:8080, which is no Uri.
        var delen = adres.Split("://", 2);
        var host = delen[^1].Split('/')[0];
        Eis($"Het adres waarop deze dienst luistert ({adres})", delen[0] == Uri.UriSchemeHttps, host[..Math.Max(host.LastIndexOf(':'), 0)],
            "Laat de dienst op https luisteren (ASPNETCORE_HTTPS_PORTS), en wijs het certificaat aan met "
            + "Kestrel__Certificates__Default__Path en Kestrel__Certificates__Default__KeyPath.");
    }

    private static bool IsEigenMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var adres) && IPAddress.IsLoopback(adres));
}
