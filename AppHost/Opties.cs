using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace WmoPlatform.AppHost;

/// <summary>The options of the command line, and the folders that follow from them.</summary>
internal sealed class Opties
{
    /// <summary>PostgreSQL and RabbitMQ are programs of this machine, and not containers.</summary>
    public bool Native { get; private init; }

    /// <summary>Stops after the demo; the exit code says whether it succeeded.</summary>
    public bool Once { get; private init; }

    /// <summary>Plays the demo as soon as the platform is ready.</summary>
    public bool Demo { get; private init; } = true;

    /// <summary>Begins with empty data.</summary>
    public bool Reset { get; private init; }

    /// <summary>Messages to and from providers go over SOAP, as the GGk has them, instead of as bare XML.</summary>
    public bool Ggk { get; private init; }

    /// <summary>The services to start; empty for all of them.</summary>
    public IReadOnlyList<string> Alleen { get; private init; } = [];

    /// <summary>Publishes the platform for an operator instead of running it.</summary>
    public bool Publiceren { get; private init; }

    /// <summary>The folder of databases, secrets, letters, the moved clock and logs.</summary>
    public string Data { get; private init; } = "";

    /// <summary>Whether the developer chose <see cref="Data"/>.</summary>
    public bool EigenData { get; private init; }

    /// <summary>The folder of the repository.</summary>
    public static string Wortel { get; } = Path.GetFullPath(Path.Combine(typeof(Opties).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => string.Equals(a.Key, "apphostprojectpath", StringComparison.OrdinalIgnoreCase)).Value!, ".."));

    /// <summary>The folder of all build output; the services are in <c>bin/&lt;project&gt;/&lt;configuration&gt;</c> of it.</summary>
    public static string Artifacts { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    /// <summary>The options for Aspire: the ones that are not ours, and our settings for its dashboard.</summary>
    public string[] VoorAspire { get; private init; } = [];

    /// <exception cref="Mislukt">An option is not known.</exception>
    public static Opties Lees(string[] args)
    {
        var (native, once, demo, reset, ggk) = (false, false, true, false, false);
        List<string> alleen = [], rest = [];
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--native": native = true; break;
                case "--once": once = true; break;
                case "--no-demo": demo = false; break;
                case "--reset": reset = true; break;
                case "--ggk": ggk = true; break;
                case "--alleen" when i + 1 < args.Length: alleen.AddRange(args[++i].Split(',', StringSplitOptions.TrimEntries)); break;
                default: rest.Add(args[i]); break;
            }
        }
        var publiceren = rest.Any(a => a is "--publisher" or "--operation");
        // Aspire's own options come with publishing; a setting has an equals sign.
        if (!publiceren && rest.Find(a => !a.Contains('=', StringComparison.Ordinal)) is { } vreemd)
            throw new Mislukt($"Onbekende optie: {vreemd}. Zie ./run.sh --help.");
        var gekozen = Waarde("WMOPLATFORM_DATA");
        var data = gekozen is not null ? Path.GetFullPath(gekozen)
            : !native ? Path.Combine(Artifacts, "apphost")
            : Environment.IsPrivilegedProcess ? $"/var/lib/wmoplatform/{Kenmerk(Wortel)}"
            : Path.Combine(Artifacts, "native");
        return new Opties
        {
            Native = native,
            Once = once,
            Demo = demo && alleen.Count == 0,
            Reset = reset,
            Ggk = ggk,
            Alleen = alleen,
            Publiceren = publiceren,
            Data = data,
            EigenData = gekozen is not null,
            VoorAspire = publiceren
                ? [.. rest]
                : [.. Standaard().Where(s => Waarde(s.Naam) is null).Select(s => $"{s.Naam}={s.Waarde}"), .. rest],
        };

        string? Waarde(string naam)
        {
            var gegeven = rest.FindLast(a => a.StartsWith(naam + "=", StringComparison.OrdinalIgnoreCase));
            if (gegeven is not null) return gegeven[(naam.Length + 1)..];
            var waarde = Environment.GetEnvironmentVariable(naam.Replace(":", "__", StringComparison.Ordinal));
            return string.IsNullOrEmpty(waarde) ? null : waarde;
        }

        (string Naam, string Waarde)[] Standaard() =>
        [
            ("ASPNETCORE_URLS", "http://localhost:18888"),
            ("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true"),
            // Made once, so that a bookmark of the dashboard keeps working.
            ("ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN", Geheimen.Lees(data, "dashboard", Geheimen.Wachtwoord)),
            ("AppHost:OtlpApiKey", Geheimen.Lees(data, "otlp", Geheimen.Wachtwoord)),
            ("AppHost:DashboardApiKey", Geheimen.Lees(data, "dashboard-api", Geheimen.Wachtwoord)),
            // The platform has stopped only when the servers have stopped too.
            ("DcpPublisher:WaitForResourceCleanup", "true"),
            // Voortgang reports what matters; the dashboard has the rest.
            ("Logging:LogLevel:Default", "Warning"),
            // DcpHost warns of certificates that nothing here uses.
            ("Logging:LogLevel:Aspire.Hosting.Dcp.DcpHost", "Error"),
            // Voortgang reports a start that fails or takes long: in Dutch, and by name.
            ("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "None"),
            ("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "None"),
        ];
    }

    /// <summary>Twelve characters that distinguish one folder from another.</summary>
    public static string Kenmerk(string map) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(map.TrimEnd('/'))))[..12];
}

/// <summary>The platform cannot start, or the demo cannot go on; the message says in Dutch why, and what to do.</summary>
internal sealed class Mislukt(string uitleg) : Exception(uitleg);
