using Microsoft.AspNetCore.Server.Kestrel.Https;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Gateway;

/// <summary>
/// Passes the certificate of the client on, for a token that is bound to it (<see cref="Tokenbinding"/>). Behind a load balancer that ends
/// TLS, and that the gateway trusts, the header of the load balancer counts.
/// </summary>
internal static class Clientcertificaat
{
    public static void AddClientcertificaat(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            // Any certificate will do. The handshake proves that the client has its key, and the token says which one it must be.
            https.ClientCertificateValidation = (_, _, _) => true;
        }));

    /// <summary>Stands before <c>UseKoppen</c>, which takes the address of the client from the load balancer.</summary>
    public static void UseClientcertificaat(this WebApplication app)
    {
        var vertrouwd = Koppen.Netwerken(app.Configuration);
        app.Use((context, next) =>
        {
            var (koppen, verbinding) = (context.Request.Headers, context.Connection);
            if (verbinding.ClientCertificate is { } certificaat)
                koppen[Tokenbinding.Kop] = Tokenbinding.Waarde(certificaat.RawDataMemory.Span);
            // A listener on all addresses gives an IPv4 address in its form for IPv6.
            else if (verbinding.RemoteIpAddress is not { } adres
                || !Array.Exists(vertrouwd, net => net.Contains(adres.IsIPv4MappedToIPv6 ? adres.MapToIPv4() : adres)))
                koppen.Remove(Tokenbinding.Kop);
            return next(context);
        });
    }
}
