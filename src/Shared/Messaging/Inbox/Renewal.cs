using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// Offers a message that waits long to its own queue again. The broker alone is enough for that, so it also works while the database is
/// away.
/// </summary>
internal sealed class Renewal(IConnectionFactory broker, Metering metering, ILogger<Renewal> log) : IAsyncDisposable
{
    private IConnection? _connection;
    private IChannel? _channel;

    /// <returns>Whether the broker has it.</returns>
    public async Task<bool> Offer(Delivery delivery, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            if (_channel is not { IsOpen: true })
            {
                await DisposeAsync();
                _connection = await broker.CreateConnectionAsync(patience.Token);
                _channel = await _connection.CreateChannelAsync(new(true, true), patience.Token);
            }
            await Publishing.Publish(_channel, metering.ServiceName, delivery.MessageId, delivery.Body, delivery.Headers, patience.Token);
            return true;
        }
        catch (Exception e)
        {
            log.LogWarning("Een bericht dat lang wacht, is niet opnieuw aan te bieden ({Fout}); later opnieuw.", e.GetType().Name);
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel) await channel.DisposeAsync();
        if (_connection is { } connection) await connection.DisposeAsync();
        (_channel, _connection) = (null, null);
    }
}
