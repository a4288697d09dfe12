using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WmoPlatform.ServiceDefaults.Telemetrie;

namespace WmoPlatform.Testhuis;

/// <summary>Keeps the lines of the security log, or of another category. Add it to the loggers of a process.</summary>
/// <param name="categorie">The category.</param>
public sealed class Regelboek(string categorie = Beveiligingslog.Categorie) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _regels = new();

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Regels => [.. _regels];

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) =>
        categoryName == categorie ? new Schrijver(_regels) : NullLogger.Instance;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private sealed class Schrijver(ConcurrentQueue<string> regels) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            regels.Enqueue(formatter(state, exception));
    }
}
