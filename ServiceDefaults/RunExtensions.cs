using Microsoft.AspNetCore.Builder;

namespace WmoPlatform.ServiceDefaults;

/// <summary>How a process runs.</summary>
public static class RunExtensions
{
    /// <summary>
    /// Runs until the process is stopped. A stop during the start cancels the start, and is no failure either: the process ends with exit
    /// code 0.
    /// </summary>
    /// <param name="app">The process.</param>
    public static async Task RunUntilStoppedAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
