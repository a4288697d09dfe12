using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace WmoPlatform.Schrijver;

/// <summary>
/// Writes the compose files. Processes, settings, references, ports, images and the operator's parameters come from the model. This class
/// adds only what containers need besides: users, health checks, restarts, volumes and the dashboard.
/// </summary>
public static partial class Compose
{
    private const string Opnieuw = "# Written by `dotnet run --project deploy/compose/Schrijver` from AppHost: change it there.";

    private const string VanDeWerkplek =
        "# A developer's machine; `docker compose up` reads this file by itself. "
        + "It adds the simulators of the chain partners, the Development\n"
        + "# environment, a clock that can be moved, and a port per process, on this machine only.";

    /// <summary>The settings for a process's own address and telemetry. A container gets other values for them.</summary>
    private static readonly Regex PerManier = new("^(ASPNETCORE_URLS|(ASPNETCORE_)?HTTP_PORTS|OTEL_.*)$");

    /// <summary>
    /// Settings with another value in a container. Most are paths of files, which are in the data folder on a developer's machine.
    /// </summary>
    private static readonly Dictionary<string, string> Plaatsen = new()
    {
        ["Klok__Bestand"] = "/klok/verzet",
        ["Smtp__Ophaalmap"] = "/gegevens",
        ["Post__Ophaalmap"] = "/gegevens/brieven",
        ["Keten__Map"] = "/gegevens",
        ["Aanmelding__Sleutelbestand"] = "/gegevens/sleutel.pem",
        // Tokens name the address at which a browser signs in; the services ask for the keys at the Authority.
        ["Aanmelding__Issuer"] = "http://localhost:8090",
    };

    /// <summary>Settings that name the gateway to somebody outside the containers, who reaches it at a port of this machine.</summary>
    private static readonly Dictionary<string, string> VanBuiten = new() { ["Smtp__Gateway"] = "http://localhost:8080" };

    /// <summary>The root of the repository.</summary>
    public static string Wortel { get; } = typeof(Compose).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Wortel").Value!;

    /// <summary>The content of each file, by its path.</summary>
    /// <param name="productie">The platform that AppHost publishes.</param>
    /// <param name="werkplek">A developer's machine with Docker.</param>
    public static IReadOnlyDictionary<string, string> Schrijf(Beschrijving productie, Beschrijving werkplek)
    {
        ArgumentNullException.ThrowIfNull(productie);
        ArgumentNullException.ThrowIfNull(werkplek);
        var blijvend = productie.Instellingen.ToDictionary(p => p.Key, p => Omgeving(p.Value, productie, productie, werkplek));
        var ontwikkeling = Werkplek(productie, werkplek);
        return new Dictionary<string, string>
        {
            ["docker-compose.yml"] = Basis(productie, werkplek, blijvend),
            ["docker-compose.override.yml"] = Aanvulling(werkplek, blijvend, ontwikkeling),
            ["deploy/compose/.env.example"] = Voorbeeld(productie, werkplek),
        };
    }

    /// <summary>
    /// The settings of every process in a container on a developer's machine. A value from <c>.env</c> is written as <c>${NAME}</c>, with
    /// or without a default.
    /// </summary>
    /// <inheritdoc cref="Schrijf" path="/param"/>
    public static Dictionary<string, Dictionary<string, string>> Werkplek(Beschrijving productie, Beschrijving werkplek)
    {
        ArgumentNullException.ThrowIfNull(werkplek);
        return werkplek.Instellingen.ToDictionary(p => p.Key, p => Omgeving(p.Value, werkplek, productie, werkplek));
    }

    /// <summary>The settings of every process that does its work once, before the others start.</summary>
    /// <param name="model">The model to which they belong.</param>
    /// <param name="productie">The platform that AppHost publishes.</param>
    /// <param name="werkplek">A developer's machine with Docker.</param>
    public static Dictionary<string, Dictionary<string, string>> Eenmalig(
        Beschrijving model, Beschrijving productie, Beschrijving werkplek)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Eenmalig.ToDictionary(p => p.Key, p => Omgeving(p.Value, model, productie, werkplek));
    }

    private static string Basis(Beschrijving productie, Beschrijving werkplek, Dictionary<string, Dictionary<string, string>> processen)
    {
        var diensten = Diensten(productie);
        var allen = Gedeeld(processen.Values);
        var allediensten = Zonder(Gedeeld(diensten.Select(d => processen[d])), allen);
        var wachtwoorden = diensten.Select(d => $"{d.ToUpperInvariant()}_DB_WACHTWOORD")
            .Select(w => $"      {w}: ${{{w}:?voer eerst deploy/compose/maak-env.sh uit}}");
        var uit = new StringBuilder();
        uit.Append($$"""
            # The platform in containers.
            {{Opnieuw}}
            #   deploy/compose/maak-env.sh      once: makes .env with fresh secrets
            #   docker compose up --build       with the override beside this file: a developer's machine, with simulators and ports
            #   docker compose -f docker-compose.yml up -d      only this file: no simulators; .env names the partners and the sign-in
            name: wmoplatform

            # What every process of ours gets.
            x-omgeving: &omgeving
            {{Instellingen(allen, 2)}}
              ASPNETCORE_HTTP_PORTS: "8080"
              # Within this one machine there is no TLS, and every process warns of it at its start (docs/operations.md, Connections).
              Verbindingen__LuisterenOnversleuteld: "true"
              Verbindingen__Onversleuteld: &onversleuteld postgres,rabbitmq,dashboard,{{string.Join(',', diensten)}}
              OTEL_EXPORTER_OTLP_ENDPOINT: http://dashboard:18889
              OTEL_EXPORTER_OTLP_HEADERS: x-otlp-api-key=${OTLP_SLEUTEL}

            # What every service gets besides.
            x-dienst-omgeving: &dienst-omgeving
            {{Instellingen(allediensten, 2)}}

            # A process of ours: unprivileged, nothing to write to but /tmp, healthy when it says that it is ready.
            x-proces: &proces
              user: "1654:1654"
              read_only: true
              tmpfs: [/tmp]
              cap_drop: [ALL]
              security_opt: [no-new-privileges:true]
              restart: unless-stopped
              stop_grace_period: 30s
              healthcheck:
            {{Gezond(8080, 4)}}

            x-dienst: &dienst
              <<: *proces
              depends_on:
                postgres: { condition: service_healthy }
            {{string.Join('\n', productie.Eenmalig.Keys.Select(naam => $"    {naam}: {{ condition: service_completed_successfully }}"))}}

            services:
              # The two servers that everything rests on. Both images start as root and then drop to their own user.
              postgres:
                image: {{productie.Image("postgres")}}
                command: [postgres, {{string.Join(", ", werkplek.ArgumentenAsync("postgres").GetAwaiter().GetResult())}}]
                environment:
                  POSTGRES_PASSWORD: ${POSTGRES_WACHTWOORD:?voer eerst deploy/compose/maak-env.sh uit}
                  # Read once, by the init script: an owner for the database of each service.
            {{string.Join('\n', wachtwoorden)}}
                volumes:
                  - postgres:/var/lib/postgresql/data
                  - ./deploy/compose/postgres:/docker-entrypoint-initdb.d:ro,z
                restart: unless-stopped
                healthcheck:
                  # Over TCP: while the init scripts still run, the server listens on its socket only.
                  test: [CMD, pg_isready, --host=127.0.0.1, --username=postgres]
                  interval: 5s
                  timeout: 5s
                  retries: 12
                  start_period: 60s

              rabbitmq:
                image: {{productie.Image("rabbitmq")}}
                # The data are stored under the node's name, which is made from the host's.
                hostname: rabbitmq
                environment:
                  RABBITMQ_DEFAULT_USER: ${RABBITMQ_GEBRUIKER:-wmo}
                  RABBITMQ_DEFAULT_PASS: ${RABBITMQ_WACHTWOORD:?voer eerst deploy/compose/maak-env.sh uit}
                volumes:
                  - rabbitmq:/var/lib/rabbitmq
                restart: unless-stopped
                healthcheck:
                  test: [CMD, rabbitmq-diagnostics, --quiet, check_port_connectivity]
                  interval: 10s
                  timeout: 10s
                  retries: 12
                  start_period: 60s

              # Where traces, metrics and logs can be seen (its image has no shell, so no health check).
              dashboard:
                image: mcr.microsoft.com/dotnet/aspire-dashboard:{{typeof(DistributedApplication).Assembly.GetName().Version!.ToString(2)}}
                environment:
                  DASHBOARD__FRONTEND__AUTHMODE: BrowserToken
                  DASHBOARD__FRONTEND__BROWSERTOKEN: ${DASHBOARD_TOKEN}
                  DASHBOARD__OTLP__AUTHMODE: ApiKey
                  DASHBOARD__OTLP__PRIMARYAPIKEY: ${OTLP_SLEUTEL}
                restart: unless-stopped

            """);
        foreach (var (naam, instellingen) in Eenmalig(productie, productie, werkplek))
            uit.Append($$"""

                  # Sets up the broker for this version, and ends; then the services start. It waits itself for a broker that is away.
                  {{naam}}:
                    <<: *proces
                {{Bouw(naam)}}
                    environment:
                {{Instellingen(instellingen, 6)}}
                      Verbindingen__Onversleuteld: *onversleuteld
                    restart: on-failure:3
                    healthcheck: { disable: true }
                    depends_on:
                      rabbitmq: { condition: service_healthy }

                """.TrimEnd('\n') + "\n");
        foreach (var (naam, instellingen) in processen)
        {
            var dienst = diensten.Contains(naam);
            uit.Append($$"""

                  {{naam}}:
                    <<: *{{(dienst ? "dienst" : "proces")}}
                {{Bouw(naam)}}
                    environment:
                      <<: {{(dienst ? "[*omgeving, *dienst-omgeving]" : "*omgeving")}}
                      OTEL_SERVICE_NAME: {{naam}}
                {{Instellingen(Zonder(Zonder(instellingen, allen), dienst ? allediensten : []), 6)}}

                """.TrimEnd('\n') + "\n");
            if (instellingen.ContainsKey("Post__Ophaalmap"))
                uit.Append("    # Where the letters wait to be printed.\n    volumes: [\"post:/gegevens\"]\n");
            if (dienst) continue;
            uit.Append("    ports:\n      - ${GATEWAY_ADRES:-127.0.0.1:8080}:8080\n    depends_on:\n");
            foreach (var d in diensten) uit.Append($"      {d}: {{ condition: service_started }}\n");
        }
        return uit.Append("\nvolumes:\n  postgres:\n  rabbitmq:\n  post:\n").ToString();
    }

    private static string Aanvulling(
        Beschrijving werkplek, Dictionary<string, Dictionary<string, string>> blijvend,
        Dictionary<string, Dictionary<string, string>> ontwikkeling)
    {
        var anders = ontwikkeling.ToDictionary(p => p.Key, p => Zonder(p.Value, blijvend.GetValueOrDefault(p.Key) ?? []));
        var allen = Gedeeld(anders.Values);
        var uit = new StringBuilder($$"""
            {{VanDeWerkplek}}
            {{Opnieuw}}

            x-ontwikkeling: &ontwikkeling
            {{Instellingen(allen, 2)}}

            services:
              postgres:
                ports: ["127.0.0.1:{{werkplek.Poort("postgres")}}:5432"]

              rabbitmq:
                # 15680 is the management page.
                ports: ["127.0.0.1:{{werkplek.Poort("rabbitmq")}}:5672", "127.0.0.1:15680:15672"]

              dashboard:
                ports: ["127.0.0.1:18888:18888"]

            """);
        foreach (var (naam, instellingen) in anders)
        {
            var simulator = !blijvend.ContainsKey(naam);
            var poort = Poort(naam);
            uit.Append($"\n  {naam}:\n");
            if (simulator)
                uit.Append($$"""
                        # Stands for the outside parties. Refuses to start in Production.
                    {{Bouw(naam)}}
                        user: "1654:1654"
                        read_only: true
                        tmpfs: [/tmp]
                        cap_drop: [ALL]
                        security_opt: [no-new-privileges:true]
                        restart: unless-stopped
                        healthcheck:
                    {{Gezond(poort, 6)}}

                    """.TrimEnd('\n') + "\n");
            uit.Append("    environment:\n      <<: *ontwikkeling\n");
            if (simulator)
                uit.Append($"      ASPNETCORE_HTTP_PORTS: \"{poort}\"\n      OTEL_EXPORTER_OTLP_ENDPOINT: http://dashboard:18889\n"
                    + $"      OTEL_EXPORTER_OTLP_HEADERS: x-otlp-api-key=${{OTLP_SLEUTEL}}\n      OTEL_SERVICE_NAME: {naam}\n");
            var eigen = Instellingen(Zonder(instellingen, allen), 6);
            if (eigen.Length > 0) uit.Append(eigen).Append('\n');
            uit.Append(simulator ? "    volumes: [\"klok:/klok\", \"keten:/gegevens\"]\n" : "    volumes: [\"klok:/klok:ro\"]\n");
            // docker-compose.yml has the port of the gateway.
            if (naam != "gateway") uit.Append($"    ports: [\"127.0.0.1:{werkplek.Poort(naam)}:{poort}\"]\n");
        }
        return uit.Append("\nvolumes:\n  klok:\n  keten:\n").ToString();
    }

    private static string Voorbeeld(Beschrijving productie, Beschrijving werkplek)
    {
        var uit = new StringBuilder($"""
            # Copy this file to .env in the root of the repository and fill in what is empty; .env itself is never committed.
            # `deploy/compose/maak-env.sh` does both, with fresh random secrets.
            {Opnieuw}

            """);
        foreach (var parameter in productie.Parameters.Where(p => p.Name != "post-ophaalmap"))
        {
            var voorbeeld = werkplek.Parameters.SingleOrDefault(p => p.Name == parameter.Name) ?? parameter;
            var waarde = parameter.Secret ? "" : Standaard(voorbeeld) ?? "";
            if (parameter.Description is { } uitleg) uit.Append($"\n# {uitleg}\n");
            uit.Append($"{Naam(parameter.Name)}={(waarde.Contains(' ', StringComparison.Ordinal) ? $"\"{waarde}\"" : waarde)}\n");
        }
        return uit.Append("""

            # Who may send telemetry to the dashboard, and who may look at it.
            OTLP_SLEUTEL=
            DASHBOARD_TOKEN=

            # Where the gateway listens on this machine. Put a reverse proxy with TLS in front of it before others can reach it.
            GATEWAY_ADRES=127.0.0.1:8080

            # The tag of our own images.
            VERSIE=lokaal

            """).ToString();
    }

    // ── Values: what the model leaves open becomes the name of a container or a variable of .env ──

    private static Dictionary<string, string> Omgeving(
        IReadOnlyDictionary<string, string> instellingen, Beschrijving model, Beschrijving productie, Beschrijving werkplek)
    {
        return instellingen.Where(i => !PerManier.IsMatch(i.Key))
            .ToDictionary(i => i.Key, i => Plaatsen.GetValueOrDefault(i.Key)
                ?? (ReferenceEquals(model, werkplek) ? VanBuiten.GetValueOrDefault(i.Key) : null) ?? Waarde(i.Value));

        string Waarde(string tekst) => OpenPlek().Replace(tekst, m => (m.Groups[1].Value, m.Groups[2].Value) switch
        {
            (var naam, "connectionString") => Waarde(model.Verbinding(naam)),
            (var naam, "value") => Variabele(naam.Replace("-uri-encoded", "", StringComparison.Ordinal), productie, werkplek),
            (var naam, "bindings.http.url") => $"http://{naam}:{Poort(naam)}",
            (var naam, "bindings.tcp.host") => naam,
            ("postgres", "bindings.tcp.port") => "5432",
            ("rabbitmq", "bindings.tcp.port") => "5672",
            ("rabbitmq", "bindings.management.url") => "http://rabbitmq:15672",
            var (naam, wat) => throw new InvalidOperationException($"Dit kent compose niet: {naam}.{wat}."),
        });
    }

    /// <summary>
    /// A parameter with a default keeps it. Without one, a parameter that a developer's machine needs too must be filled in, and a
    /// parameter for production alone may stay empty. A parameter that only a developer's machine has gets its value from there.
    /// </summary>
    private static string Variabele(string naam, Beschrijving productie, Beschrijving werkplek)
    {
        var hier = werkplek.Parameters.SingleOrDefault(p => p.Name == naam);
        if (productie.Parameters.SingleOrDefault(p => p.Name == naam) is not { } parameter) return Standaard(hier!)!;
        if (!parameter.Secret && Standaard(parameter) is { } standaard) return $"${{{Naam(naam)}:-{standaard}}}";
        return hier is null ? $"${{{Naam(naam)}}}" : $"${{{Naam(naam)}:?voer eerst deploy/compose/maak-env.sh uit}}";
    }

    private static string? Standaard(ParameterResource parameter)
    {
        try
        {
            return parameter.Default?.GetDefaultValue() ?? parameter.GetValueAsync(default).AsTask().GetAwaiter().GetResult();
        }
        catch (MissingParameterValueException)
        {
            return null;
        }
    }

    private static string Naam(string parameter) => parameter.ToUpperInvariant().Replace('-', '_');

    private static int Poort(string proces) => proces == "keten" ? 8090 : 8080;

    // ── Words of compose ──

    private static string[] Diensten(Beschrijving model) =>
        [.. model.Instellingen.Where(p => p.Value.ContainsKey($"ConnectionStrings__{p.Key}")).Select(p => p.Key)];

    private static Dictionary<string, string> Gedeeld(IEnumerable<Dictionary<string, string>> processen) =>
        processen.Select(p => p.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToDictionary();

    private static Dictionary<string, string> Zonder(Dictionary<string, string> instellingen, Dictionary<string, string> die) =>
        instellingen.Except(die).ToDictionary();

    private static string Instellingen(Dictionary<string, string> instellingen, int diep) =>
        string.Join('\n', instellingen.Select(i => $"{new string(' ', diep)}{i.Key}: {Yaml(i.Value)}"));

    private static string Yaml(string waarde) => Gewoon().IsMatch(waarde) ? waarde : $"\"{waarde}\"";

    private static string Bouw(string naam) => $$"""
            image: wmoplatform/{{naam}}:${VERSIE:-lokaal}
            build:
              context: .
              dockerfile: deploy/compose/Dockerfile
              args: { PROCES: {{naam}} }
        """;

    /// <summary>The runtime image has bash, but neither curl nor wget.</summary>
    private static string Gezond(int poort, int diep) => string.Join('\n', new[]
    {
        $"test: [CMD, bash, -c, 'exec 3<>/dev/tcp/127.0.0.1/{poort}; "
            + """printf "GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n" >&3; """
            + "read -r -t 4 _ status _ <&3; [[ $$status == 200 ]]']",
        "interval: 10s", "timeout: 5s", "retries: 6", "start_period: 60s", "start_interval: 1s",
    }.Select(r => new string(' ', diep) + r));

    [GeneratedRegex(@"\{([\w-]+)\.([\w.]+)\}")]
    private static partial Regex OpenPlek();

    /// <summary>A text that YAML reads unchanged. Without quotes it would read numbers and truth values as something else.</summary>
    [GeneratedRegex(@"^(?!(true|false|yes|no|on|off|null)$)[A-Za-z/$][\w${}?./=;@,:+\- ]*(?<![: ])$", RegexOptions.IgnoreCase)]
    private static partial Regex Gewoon();
}
