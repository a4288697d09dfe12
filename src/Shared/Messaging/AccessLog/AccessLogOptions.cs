using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>Settings of the access log (section <c>Inzagelog</c>).</summary>
public sealed class AccessLogOptions
{
    /// <summary>How long a row is kept: five years unless the municipality chooses otherwise.</summary>
    public TimeSpan Bewaartermijn { get; set; } = TimeSpan.FromDays(5 * 365 + 2);

    /// <summary>The pause between two blocks. With the closing itself, a row is in a block within ten seconds.</summary>
    public TimeSpan Blokduur { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether reads are recorded. Only the benchmark may switch it off, to measure what the log costs.</summary>
    public bool Aan { get; set; } = true;

    internal static AccessLogOptions Read(IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Inzagelog").Get<AccessLogOptions>() ?? new();
        if (options.Bewaartermijn <= TimeSpan.Zero) throw new InvalidOperationException("Inzagelog:Bewaartermijn is langer dan nul.");
        if (options.Blokduur <= TimeSpan.Zero || options.Blokduur > TimeSpan.FromSeconds(8))
            throw new InvalidOperationException("Inzagelog:Blokduur is langer dan nul, en hooguit acht seconden.");
        if (!options.Aan && !builder.Environment.IsDevelopment())
            throw new InvalidOperationException("Inzagelog:Aan mag alleen in Development uit: anders ziet niemand wie wat heeft gelezen.");
        return options;
    }
}
