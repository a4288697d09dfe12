using Npgsql;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Messaging;

/// <summary>Demands TLS to the database and the broker, as <see cref="Versleuteling"/> says.</summary>
public static class RequireTls
{
    /// <summary>Demands that the client checks the certificate of PostgreSQL, at every host.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void RequirePostgres(this Versleuteling tls, string setting, NpgsqlConnectionStringBuilder address)
    {
        ArgumentNullException.ThrowIfNull(tls);
        ArgumentNullException.ThrowIfNull(address);
        foreach (var host in (address.Host ?? "").Split(','))
            tls.Eis(setting, address.SslMode is SslMode.VerifyFull or SslMode.VerifyCA, Name(host.Trim()),
                "Zet SSL Mode=VerifyFull in de verbindingsreeks, en wijs met Root Certificate het stamcertificaat aan.");
    }

    /// <summary>Demands that the address of the broker begins with amqps.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void RequireBroker(this Versleuteling tls, string setting, Uri address)
    {
        ArgumentNullException.ThrowIfNull(tls);
        ArgumentNullException.ThrowIfNull(address);
        tls.Eis(setting, address.Scheme == "amqps", address.IdnHost,
            "Begin het adres met amqps, en wijs met Broker:Vertrouwd het stamcertificaat aan.");
    }

    /// <summary>A host of several may have a port of its own.</summary>
    private static string Name(string host) => host.Count(c => c == ':') == 1 ? host[..host.IndexOf(':')] : host;
}
