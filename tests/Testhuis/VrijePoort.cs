using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.Testhuis;

/// <summary>
/// Free loopback ports, below the range of <c>servers.sh</c> and below the range for outgoing connections, so that no connection takes
/// one. Each test process locks its ports, so that a port is never given twice.
/// </summary>
public static class VrijePoort
{
    private static readonly ConcurrentDictionary<int, FileStream?> Gegeven = new();

    /// <summary>Takes a free port.</summary>
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

    /// <summary>Locks a port until this process ends; null when another process has locked it.</summary>
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
