using System.Net;
using System.Net.Sockets;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Decides where webhooks may go. A provider chooses the address, so it may never lead into the municipality's own network. It is checked
/// at registration, and again by <see cref="Verbind"/> at every connection, because the name may lead elsewhere by then.
/// </summary>
public sealed class Webhookadres(WebhookOpties opties)
{
    /// <summary>Reads an address, if webhooks may go there.</summary>
    /// <exception cref="Weigering">Webhooks may not go there, or the address does not exist.</exception>
    public async Task<Uri> Lees(string tekst, CancellationToken annulering)
    {
        if (tekst.Length > 1000 || !Uri.TryCreate(tekst, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
            throw Weigering.Invoer("url", "Vul een volledig webadres in, zoals https://zorg.voorbeeld.example/webhooks.");
        if (url.Scheme == "http" && !opties.HttpToegestaan)
            throw Weigering.Regel(
                "webhook-zonder-https", "Webhooks gaan alleen over een beveiligde verbinding. Begin het adres met https.", veld: "url");
        if (url.UserInfo.Length > 0)
            throw Weigering.Regel(
                "webhook-met-wachtwoord",
                "Zet geen gebruikersnaam of wachtwoord in het adres. De handtekening laat zien dat het bericht van ons komt.", veld: "url");
        if (url.Fragment.Length > 0) throw Weigering.Invoer("url", "Laat het deel na # weg.");
        IPAddress[] adressen;
        try
        {
            adressen = await Adressen(url.IdnHost, annulering);
        }
        catch (SocketException)
        {
            adressen = [];
        }
        if (adressen.Length == 0)
            throw Weigering.Regel("webhook-adres-onbekend", "Dit adres bestaat niet. Controleer de naam.", veld: "url");
        if (!adressen.All(MagNaar))
            throw Weigering.Regel(
                "webhook-adres-niet-openbaar", "Dit adres is niet openbaar. Gebruik een adres dat op internet te bereiken is.",
                veld: "url");
        return url;
    }

    /// <summary>Connects to the first address of the host that is allowed and answers.</summary>
    /// <exception cref="AdresNietToegestaan">The host has no allowed address.</exception>
    internal async ValueTask<Stream> Verbind(SocketsHttpConnectionContext context, CancellationToken annulering)
    {
        var adressen = (await Adressen(context.DnsEndPoint.Host, annulering)).Where(MagNaar).ToArray();
        if (adressen.Length == 0) throw new AdresNietToegestaan();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(adressen, context.DnsEndPoint.Port, annulering);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> Adressen(string host, CancellationToken annulering) =>
        IPAddress.TryParse(host, out var adres) ? [adres] : await Dns.GetHostAddressesAsync(host, annulering);

    private bool MagNaar(IPAddress adres) => opties.PriveAdressenToegestaan || IsOpenbaar(adres);

    /// <summary>
    /// Whether an address belongs to the public internet, and not to IANA's registers of special-purpose addresses. An IPv6 address that
    /// holds an IPv4 address is judged by that one, or refused.
    /// </summary>
    public static bool IsOpenbaar(IPAddress adres)
    {
        if (adres.AddressFamily == AddressFamily.InterNetwork) return !Bijzonder4.Any(net => net.Contains(adres));
        if (adres.AddressFamily != AddressFamily.InterNetworkV6 || adres.ScopeId != 0) return false;
        if (adres.IsIPv4MappedToIPv6) return IsOpenbaar(adres.MapToIPv4());
        if (Nat64.Contains(adres)) return IsOpenbaar(new IPAddress(adres.GetAddressBytes().AsSpan(12)));
        return Globaal6.Contains(adres) && !Bijzonder6.Any(net => net.Contains(adres));
    }

    private static readonly IPNetwork[] Bijzonder4 = Netten(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4");

    /// <summary>All addresses that are handed out; loopback, link-local, unique local and multicast lie outside.</summary>
    private static readonly IPNetwork Globaal6 = IPNetwork.Parse("2000::/3");

    /// <summary>Teredo, benchmarks and other protocols, documentation, 6to4.</summary>
    private static readonly IPNetwork[] Bijzonder6 = Netten("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static IPNetwork[] Netten(params string[] netten) => [.. netten.Select(IPNetwork.Parse)];
}

/// <summary>The host has no address where webhooks may go.</summary>
public sealed class AdresNietToegestaan : Exception;
