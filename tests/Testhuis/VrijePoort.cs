using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.Testhuis;

/// <summary>
/// Free loopback ports, below the range from which the kernel takes ports for outgoing connections (so none of those can steal one)
/// and below the range of <c>servers.sh</c>; never the same one twice, also not in another test process: each holds a lock on its ports.
/// </summary>
public static class VrijePoort
{
    private static readonly ConcurrentDictionary<int, FileStream?> Gegeven = new();

    /// <summary>Takes one.</summary>
    public static int Neem()
    {
        for (var poging = 0; poging < 1000; poging++)
        {
            var poort = Random.Shared.Next(10_000, 20_000);
            if (!Gegeven.TryAdd(poort, null) || Vergrendel(poort) is not { } slot) continue;
            Gegeven[poort] = slot;
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

    /// <summary>The lock of this process on a port, until the process ends; null when another process has it.</summary>
    private static FileStream? Vergrendel(int poort)
    {
        try
        {
            return new FileStream(Path.Combine(Path.GetTempPath(), $"wmoplatform-poort-{poort}"), FileMode.OpenOrCreate,
                FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
