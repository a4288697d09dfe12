using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Publishes waves of messages and learns for each message what the broker did with it. The RabbitMQ client can keep count by itself, with
/// one more task and header for each message. The relay awaits a wave as a whole, so the numbers of its messages are enough.
/// </summary>
internal sealed class ConfirmedChannel : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IChannel _channel;
    private readonly HashSet<string> _returned = [];

    // The messages of the wave have the numbers _first, _first + 1, and so on.
    private IReadOnlyList<Posting> _wave = [];
    private ulong _first;
    private int _unanswered;
    private TaskCompletionSource _done = new();

    private ConfirmedChannel(IChannel channel)
    {
        _channel = channel;
        channel.BasicReturnAsync += Returned;
        channel.BasicAcksAsync += (_, e) => Answered(e.DeliveryTag, e.Multiple, taken: true);
        channel.BasicNacksAsync += (_, e) => Answered(e.DeliveryTag, e.Multiple, taken: false);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            lock (_gate) _done.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public static async Task<ConfirmedChannel> Open(IConnection connection, CancellationToken cancellation) => new(
        await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false), cancellation));

    public bool IsOpen => _channel.IsOpen;

    /// <summary>How many messages wait in a queue.</summary>
    public async Task<uint> Waiting(string queue, CancellationToken cancellation) =>
        (await _channel.QueueDeclarePassiveAsync(queue, cancellation)).MessageCount;

    /// <summary>
    /// Publishes the messages and waits until each is answered, or until no answer can come any more: the channel is closed, or the time
    /// is up.
    /// </summary>
    /// <exception cref="Exception">A message could not be sent. The messages before it may have been answered already.</exception>
    public async Task Publish(IReadOnlyList<Posting> wave, CancellationToken cancellation)
    {
        Task done;
        var first = await _channel.GetNextPublishSequenceNumberAsync(cancellation);
        lock (_gate)
        {
            (_wave, _first, _unanswered) = (wave, first, wave.Count);
            _returned.Clear();
            _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            done = _done.Task;
        }
        try
        {
            foreach (var posting in wave)
                await Publishing.Publish(_channel, posting.Exchange, posting.MessageId, posting.Body, posting.Headers, cancellation);
            // The channel may have closed before this wave began.
            if (_channel.IsOpen) await done.WaitAsync(cancellation);
        }
        finally
        {
            // An answer that comes later changes nothing any more.
            lock (_gate) _wave = [];
        }
    }

    /// <summary>Whether the broker closed the channel because of what was published. A connection that is lost says nothing.</summary>
    public async Task<bool> ClosedByPeer()
    {
        // The client may report a publish that failed a moment before it knows that the channel is closed.
        for (var wait = 0; wait < 20 && _channel.CloseReason is null; wait++) await Task.Delay(50);
        return _channel.CloseReason is
        {
            Initiator: ShutdownInitiator.Peer, ReplyCode: Constants.AccessRefused or Constants.NotFound or Constants.PreconditionFailed
        };
    }

    /// <summary>No queue is bound. The broker says so before it confirms.</summary>
    private Task Returned(object sender, BasicReturnEventArgs e)
    {
        lock (_gate) _returned.Add(e.BasicProperties.MessageId!);
        return Task.CompletedTask;
    }

    private Task Answered(ulong number, bool andAllBefore, bool taken)
    {
        lock (_gate)
        {
            if (number < _first) return Task.CompletedTask;
            var last = (int)(number - _first);
            for (var place = andAllBefore ? 0 : last; place <= last && place < _wave.Count; place++)
            {
                var posting = _wave[place];
                if (posting.Answered) continue;
                posting.Answer(
                    !taken ? nameof(PublishException)
                    : _returned.Contains(posting.MessageId.ToString()) ? nameof(PublishReturnException)
                    : null);
                _unanswered--;
            }
            if (_unanswered == 0) _done.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();
}

/// <summary>A message on its way to the broker, and what came of it.</summary>
internal sealed class Posting(string exchange, Guid messageId, byte[] body, DeliveryHeaders headers, Activity? span)
{
    public string Exchange { get; } = exchange;
    public Guid MessageId { get; } = messageId;
    public byte[] Body { get; } = body;
    public DeliveryHeaders Headers { get; } = headers;

    public bool Answered { get; private set; }

    /// <summary>Why the broker did not take it; null when it did, or when there is no answer.</summary>
    public string? Refusal { get; private set; }

    public bool Taken => Answered && Refusal is null;

    public void Answer(string? refusal)
    {
        (Answered, Refusal) = (true, refusal);
        End(refusal);
    }

    /// <summary>Ends the span of a message that never got an answer.</summary>
    public void End(string? errorType)
    {
        MessageSpans.Fail(span, errorType);
        span?.Dispose();
    }
}
