using System.Diagnostics;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// Accepts the trace of a caller, so that their request can be found in ours. It does not accept baggage, which would travel on to every
/// service and partner with unknown content.
/// </summary>
internal sealed class TraceOnly : DistributedContextPropagator
{
    // W3C Trace Context, 3.3.1.5: up to 512 characters must be passed on.
    private const int Longest = 512;
    private readonly DistributedContextPropagator _w3c = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => _w3c.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        _w3c.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        _w3c.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
        if (traceId is not null && !ActivityContext.TryParse(traceId, null, out _)) traceId = null;
        if (traceId is null || traceState?.Length > Longest) traceState = null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
