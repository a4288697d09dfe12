using System.Net;
using System.Net.Sockets;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// Decides where webhooks may go. A provider chooses the address, so it may never lead into the municipality's own network. It is checked
/// at registration, and again by <see cref="Verbind"/> at every connection, because the name may lead elsewhere by then.
/// </summary>
public sealed class Webhookadres(WebhookOpties opties, Naamzoeker namen)
{
    /// <summary>Reads an address, if webhooks may go there.</summary>
    /// <param name="tekst">The address as the provider gave it.</param>
    /// <param name="opgezocht">The addresses of its host.</param>
    /// <exception cref="Weigering">Webhooks may not go there, or the address does not exist.</exception>
    public Uri Lees(string tekst, Opgezocht opgezocht)
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
        if (opgezocht.Adressen.Count == 0)
            throw Weigering.Regel(
                "webhook-adres-onbekend",
                "De naam in dit adres is niet gevonden. Controleer de naam. Klopt die, probeer het dan over een paar minuten opnieuw.",
                veld: "url");
        if (!opgezocht.Adressen.All(MagNaar))
            throw Weigering.Regel(
                "webhook-adres-niet-openbaar", "Dit adres is niet openbaar. Gebruik een adres dat op internet te bereiken is.",
                veld: "url");
        if (!opgezocht.Adressen.All(a => MagNaar(a, url.Port)))
            throw Weigering.Regel(
                "webhook-poort-niet-toegestaan",
                $"Webhooks gaan alleen naar poort {string.Join(" of ", opties.ToegestanePoorten)}. Kies een andere poort.", veld: "url");
        return url;
    }

    /// <summary>Connects to the first address of the host that is allowed and answers.</summary>
    /// <exception cref="OnbekendAdres">The host has no address.</exception>
    /// <exception cref="AdresNietToegestaan">The host has no allowed address.</exception>
    internal async ValueTask<Stream> Verbind(SocketsHttpConnectionContext context, CancellationToken annulering)
    {
        var gevonden = await namen.Zoek(context.DnsEndPoint.Host, annulering);
        if (gevonden.Count == 0) throw new OnbekendAdres();
        var adressen = gevonden.Where(a => MagNaar(a, context.DnsEndPoint.Port)).ToArray();
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

    private bool MagNaar(IPAddress adres) => IsOpenbaar(adres) || InEigenNet(adres);

    private bool MagNaar(IPAddress adres, int poort) =>
        MagNaar(adres) && (opties.ToegestanePoorten.Contains(poort) || IPAddress.IsLoopback(adres));

    private bool InEigenNet(IPAddress adres) =>
        adres.IsIPv4MappedToIPv6 ? InEigenNet(adres.MapToIPv4()) : opties.Netten.Any(net => net.Contains(adres));

    /// <summary>
    /// Whether the municipality may list a network. It lies in a range for private networks, so that link-local, multicast and every form
    /// that hides another address can never be listed.
    /// </summary>
    internal static bool MagOpLijst(IPNetwork net, bool ontwikkeling) =>
        Besloten.Concat(ontwikkeling ? EigenApparaat : []).Any(b => b.BaseAddress.AddressFamily == net.BaseAddress.AddressFamily
            && b.Contains(net.BaseAddress) && net.PrefixLength >= b.PrefixLength);

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

    private static readonly IPNetwork[] Besloten = Netten("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    private static readonly IPNetwork[] EigenApparaat = Netten("127.0.0.0/8", "::1/128");

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

/// <summary>The host has no address, or its DNS server is silent.</summary>
public sealed class OnbekendAdres : Exception;
