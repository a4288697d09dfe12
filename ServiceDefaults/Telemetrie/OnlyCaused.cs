using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// A trace is something that somebody caused. A request that comes in, or a message or stored work that carries its trace, begins or
/// continues one. A statement or call that nothing precedes is a process looking for work: it is recorded, but only a failure is exported
/// (<see cref="FailuresShow"/>). So a new polling loop needs no setting of its own.
/// </summary>
internal sealed class OnlyCaused : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        // A client may ask not to be traced (traceparent …-00): nobody can switch off what operations see, so a remote flag is ignored.
        var caused = parent.TraceId == default
            ? samplingParameters.Kind != ActivityKind.Client
            : parent.IsRemote || parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
        return new(caused ? SamplingDecision.RecordAndSample : SamplingDecision.RecordOnly);
    }
}

/// <summary>Exports a failed statement or call that nobody caused, as a trace of one span.</summary>
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
