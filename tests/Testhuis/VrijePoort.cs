using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.Testhuis;

/// <summary>
/// Free loopback ports, below the range from which the kernel takes ports for outgoing connections (so none of those can steal one)
/// and below the range of <c>servers.sh</c>; never the same one twice in a process.
/// </summary>
public static class VrijePoort
{
    private static readonly ConcurrentDictionary<int, bool> Gegeven = new();

    /// <summary>Takes one.</summary>
    public static int Neem()
    {
        for (var poging = 0; poging < 1000; poging++)
        {
            var poort = Random.Shared.Next(10_000, 20_000);
            if (!Gegeven.TryAdd(poort, true)) continue;
            using var proef = new TcpListener(IPAddress.Loopback, poort) { ExclusiveAddressUse = true };
            try
            {
                proef.Start();
                return poort;
            }
            catch (SocketException)
            {
            }
        }
        throw new InvalidOperationException("Er is geen vrije poort tussen 10000 en 20000.");
    }
}
