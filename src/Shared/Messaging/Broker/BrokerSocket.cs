using System.Net.Sockets;
using RabbitMQ.Client;

namespace WmoPlatform.Messaging.Broker;

/// <summary>
/// A connection to the broker that ends when nothing comes for <see cref="Patience"/>: a network that falls silent closes no connection.
/// The client would wait for the broker's first word for ever, and counts heartbeats only after that.
/// </summary>
internal sealed class BrokerSocket(AddressFamily family)
    : TcpClientAdapter(new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true })
{
    /// <summary>The longest silence of either side. The broker sends a heartbeat after half of it.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Four heartbeats of the broker, and more than it needs to answer a sign-in.</summary>
    private static readonly TimeSpan Patience = 2 * Heartbeat;

    /// <summary>Makes one, as a connection factory asks for it.</summary>
    public static ITcpClient For(AddressFamily family) => new BrokerSocket(family);

    public override NetworkStream GetStream() => new Stream(Client);

    private sealed class Stream(Socket socket) : NetworkStream(socket)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                return await base.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new IOException("De broker laat niets meer horen.");
            }
        }
    }
}
