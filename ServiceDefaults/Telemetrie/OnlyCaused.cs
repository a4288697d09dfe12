using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// Samples a trace only if something caused it. A request begins one; a message or stored work that carries a trace continues one. A
/// statement or call without a cause is a process that looks for work. It is recorded, but exported only when it fails (<see
/// cref="FailuresShow"/>). A new polling loop therefore needs no setting of its own.
/// </summary>
internal sealed class OnlyCaused : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        // A client may ask not to be traced (traceparent …-00). A remote flag is ignored, so that nobody can hide from operations.
        var caused = parent.TraceId == default
            ? samplingParameters.Kind != ActivityKind.Client
            : parent.IsRemote || parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
        return new(caused ? SamplingDecision.RecordAndSample : SamplingDecision.RecordOnly);
    }
}

/// <summary>Exports a failed statement or call without a cause, as a trace of one span.</summary>
internal sealed class FailuresShow : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Status == ActivityStatusCode.Error && !IsCutOffByStopping(data)) data.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
    }

    private static bool IsCutOffByStopping(Activity span) =>
        span.Source.Name == "Npgsql"
        && span.GetTagItem("error.type") is "System.OperationCanceledException" or "System.Threading.Tasks.TaskCanceledException";
}
