using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Failed;

/// <summary>
/// Puts what the broker parked among the failed messages, where an operator reads and replays it. While nothing can be stored, it stays in
/// the parking queue.
/// </summary>
internal sealed class FromParking<TDb>(IServiceScopeFactory scopes) : IFilter<ReceiveContext>, IFilter<ExceptionReceiveContext>
    where TDb : ServiceDb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public void Probe(ProbeContext context) => context.CreateFilterScope("geparkeerd");

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var delivery = Delivery.Of(context.GetBody(), IntoInbox<TDb>.Headers(context));
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                await FailedMessages.Store(db, delivery, delivery.MessageId, new Geparkeerd(), delivery.Headers.Attempt + 1);
                return;
            }
            catch (Exception) when (!context.CancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, context.CancellationToken);
            }
        }
    }

    /// <summary>The service stops. The broker delivers it again.</summary>
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) => Task.FromException(context.Exception);
}
