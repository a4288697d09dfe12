using System.Diagnostics;

namespace WmoPlatform.Messaging;

/// <summary>The outcome of a message that a service received.</summary>
internal enum Outcome
{
    Processed,
    Duplicate,
    /// <summary>An earlier event has still to arrive. Nothing is wrong; the message comes back.</summary>
    TooEarly,
    Redelivered,
    Failed,
    /// <summary>Its origin is not proven.</summary>
    Forged,
}

/// <summary>The spans of a message: named for people, described by the semantic conventions for messaging (docs/decisions/0033).</summary>
internal static class MessageSpans
{
    private static readonly ActivitySource Source = new(Metering.Name);

    /// <summary>The publishing of one message. Null without a listener, or without a trace to belong to.</summary>
    public static Activity? Send(string destination, Guid messageId, string? traceparent) =>
        Start($"{destination} verstuurd", ActivityKind.Producer, traceparent)?
            .SetTag("messaging.operation.type", "send")
            .SetTag("messaging.operation.name", "publish")
            .SetTag("messaging.destination.name", destination)
            .SetTag("messaging.message.id", messageId.ToString());

    /// <summary>The time that a message waited before it was published, as a span beside the spans of the work.</summary>
    /// <param name="traceparent">The trace it belongs to.</param>
    /// <param name="redelivery">Whether it waited for another try of its consumer.</param>
    /// <param name="since">When it was stored (UTC, the database's clock).</param>
    /// <param name="until">When it was published (UTC).</param>
    public static void Waited(string? traceparent, bool redelivery, DateTime since, DateTime until)
    {
        var name = redelivery ? "wacht op herbezorging" : "wacht in outbox";
        // The two instants come from two clocks. The beginning must not be after the end.
        using var span = Start(name, ActivityKind.Internal, traceparent, since < until ? since : until);
        span?.SetEndTime(until);
    }

    /// <summary>The handling of a message by its consumer.</summary>
    public static Activity? Process(string service, string message, Guid messageId, int attempt, string? traceparent) =>
        Start($"{char.ToUpperInvariant(service[0])}{service[1..]} verwerkt {message}", ActivityKind.Consumer, traceparent)?
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.destination.name", service)
            .SetTag("messaging.message.id", messageId.ToString())
            .SetTag("wmo.message.attempt", attempt + 1);

    /// <summary>Writes the outcome of the message on the span.</summary>
    public static void End(Activity? span, Outcome outcome, string? errorType)
    {
        span?.SetTag("wmo.message.outcome", outcome switch
        {
            Outcome.Processed => "processed",
            Outcome.Duplicate => "duplicate",
            Outcome.TooEarly => "too-early",
            Outcome.Redelivered => "redelivered",
            Outcome.Forged => "forged",
            _ => "failed",
        });
        Fail(span, errorType);
    }

    /// <summary>Marks the span as failed, by the type of the error alone; does nothing without one.</summary>
    public static void Fail(Activity? span, string? errorType)
    {
        if (errorType is not null) span?.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);
    }

    private static Activity? Start(string name, ActivityKind kind, string? traceparent, DateTime since = default) =>
        ActivityContext.TryParse(traceparent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, kind, parent, startTime: since)?.SetTag("messaging.system", "rabbitmq")
            : null;
}
