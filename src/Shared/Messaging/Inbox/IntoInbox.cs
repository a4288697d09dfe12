using MassTransit;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// The place where MassTransit hands over: it keeps the connection, the queue and the acknowledgements; the inbox does the rest. A message
/// is acknowledged when this filter returns.
/// </summary>
internal sealed class IntoInbox<TDb>(Inbox<TDb> inbox) : IFilter<ReceiveContext>, IFilter<ExceptionReceiveContext> where TDb : ServiceDb
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        inbox.Receive(Delivery.Of(context.GetBody(), Headers(context)), context.CancellationToken);

    /// <summary>Only a message that was given back gets here. The broker delivers it again.</summary>
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) => Task.FromException(context.Exception);

    public static DeliveryHeaders Headers(ReceiveContext context) => new(
        context.GetMessageId(), context.TransportHeaders.Get<int>(WmoHeaders.Attempt) ?? 0,
        context.TransportHeaders.Get<string>(WmoHeaders.Trace), context.TransportHeaders.Get<string>(WmoHeaders.Signature));
}

/// <summary>The end of the pipeline, where MassTransit would move a message that nobody consumed to another queue. The inbox did.</summary>
internal sealed class Nothing : IFilter<ReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("niets");

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => Task.CompletedTask;
}
