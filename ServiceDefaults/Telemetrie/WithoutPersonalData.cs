using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// Keeps only the attributes of an HTTP span that no client chooses, because a path, a query, a host or an agent may hold a number or a
/// name. For the same reason it removes the error text of every failed span; <c>error.type</c> stays.
/// </summary>
internal sealed class SpansWithoutPersonalData : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Server =
        ["http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type"];

    private static readonly HashSet<string> Client =
    [
        "http.request.method", "http.request.resend_count", "http.response.status_code", "url.full", "server.address", "server.port",
        "network.protocol.version", "error.type",
    ];

    public override void OnEnd(Activity data)
    {
        if (data.Status == ActivityStatusCode.Error) data.SetStatus(ActivityStatusCode.Error);
        var allowed = data.Source.Name switch
        {
            "Microsoft.AspNetCore" => Server,
            "System.Net.Http" => Client,
            _ => null,
        };
        if (allowed is null) return;
        foreach (var (name, _) in data.TagObjects.Where(t => !allowed.Contains(t.Key)).ToArray()) data.SetTag(name, null);
        if (data.GetTagItem("url.full") is string address) data.SetTag("url.full", Authority(address));
    }

    private static string? Authority(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
}

/// <summary>
/// Makes a library that records an exception on its span record only the type and the frames, because a message may quote a user's input.
/// </summary>
internal sealed class ExceptionsWithoutText : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static _ => true,
        // Without a recorder Activity.AddException adds message and stack.
        ExceptionRecorder = static (Activity _, Exception exception, ref TagList tags) =>
        {
            tags.Add("exception.message", exception.GetType().Name);
            tags.Add("exception.stacktrace", exception.StackTrace ?? "");
        },
    };

    public ExceptionsWithoutText() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();
}

/// <summary>Replaces an exception in a log by its type and its stack trace, without its message.</summary>
internal sealed class LogsWithoutExceptionText : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception) return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", exception.GetType().FullName),
            new("exception.stacktrace", exception.StackTrace),
        ];
    }
}
