using WmoPlatform.Architecture.Tests;
using WmoPlatform.Schrijver;

namespace WmoPlatform.AppHost.Tests;

/// <summary>AppHost makes the same promises about the platform, whichever way it runs.</summary>
public sealed class ModelTests
{
    private static string[] Diensten => [.. Huis.Diensten.Select(d => d.ToLowerInvariant())];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_service_of_the_house_is_in_the_model_with_the_simulators(bool native)
    {
        var model = native ? await Beschrijving.NativeAsync() : await Beschrijving.ContainersAsync();
        model.Instellingen.Keys.ShouldBe([.. Diensten, "gateway", "keten"], ignoreOrder: true);
        foreach (var dienst in Huis.Diensten) model.Project(dienst.ToLowerInvariant()).ShouldBe(dienst);
    }

    [Fact]
    public async Task A_published_platform_has_no_simulators_and_no_demo()
    {
        var model = await Beschrijving.ProductieAsync();
        model.Instellingen.Keys.ShouldBe([.. Diensten, "gateway"], ignoreOrder: true);
        model.Resources.Select(r => r.Name).ShouldNotContain("keten");
        model.Resources.Select(r => r.Name).ShouldNotContain("demo");
    }

    [Fact]
    public async Task Every_service_owns_its_database_and_nobody_else_does()
    {
        Beschrijving[] manieren =
        [
            await Beschrijving.NativeAsync(), await Beschrijving.ContainersAsync(), await Beschrijving.ProductieAsync()
        ];
        foreach (var model in manieren)
        {
            foreach (var dienst in Diensten)
            {
                model.Instellingen[dienst][$"ConnectionStrings__{dienst}"].ShouldBe($"{{{dienst}-db.connectionString}}");
                model.Verbinding($"{dienst}-db")
                    .ShouldContain($"Username={dienst};Password={{{dienst}-db-wachtwoord.value}};Database={dienst}");
                model.Instellingen[dienst].Keys.Count(k => k.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ShouldBe(2);
            }
            // Only the services have a database, and no address is repeated in parts.
            model.Instellingen["gateway"].Keys.ShouldNotContain(k => k.StartsWith("ConnectionStrings__", StringComparison.Ordinal));
            model.Instellingen.Values.SelectMany(i => i.Keys)
                .ShouldNotContain(k => k.EndsWith("_PASSWORD", StringComparison.Ordinal) || k.EndsWith("_URI", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_service_is_somebody_else_at_the_broker_and_none_is_its_administrator()
    {
        Beschrijving[] manieren =
        [
            await Beschrijving.NativeAsync(), await Beschrijving.ContainersAsync(), await Beschrijving.ProductieAsync()
        ];
        foreach (var model in manieren)
        {
            var inrichting = model.Eenmalig["inrichting"];
            inrichting["ConnectionStrings__rabbitmq"].ShouldBe("{rabbitmq.connectionString}");
            inrichting["Broker__Beheer"].ShouldBe("{rabbitmq.bindings.management.url}");
            foreach (var dienst in Diensten)
            {
                model.Instellingen[dienst]["ConnectionStrings__rabbitmq"].ShouldBe($"{{{dienst}-broker.connectionString}}");
                model.Verbinding($"{dienst}-broker").ShouldStartWith($"amqp://{dienst}:{{{dienst}-broker-wachtwoord.value}}@");
                inrichting[$"Broker__Wachtwoorden__{dienst}"].ShouldBe($"{{{dienst}-broker-wachtwoord.value}}");
            }
        }
    }

    [Fact]
    public async Task Nobody_is_guest_at_the_broker()
    {
        var native = await Beschrijving.NativeAsync();
        native.Verbinding("rabbitmq").ShouldStartWith("amqp://wmo:{rabbitmq-wachtwoord.value}@");
        foreach (var model in new[] { await Beschrijving.ContainersAsync(), await Beschrijving.ProductieAsync() })
            model.Verbinding("rabbitmq").ShouldMatch("^amqp://{rabbitmq-gebruiker[a-z-]*.value}:{rabbitmq-wachtwoord[a-z-]*.value}@");
    }

    [Fact]
    public async Task The_gateway_knows_every_service_and_a_service_knows_none()
    {
        foreach (var model in new[] { await Beschrijving.NativeAsync(), await Beschrijving.ProductieAsync() })
            foreach (var (naam, instellingen) in model.Instellingen)
                instellingen.Where(i => i.Key.StartsWith("services__", StringComparison.Ordinal)).Select(i => $"{i.Key}={i.Value}")
                    .ShouldBe(naam == "gateway" ? Diensten.Select(d => $"services__{d}__http__0={{{d}.bindings.http.url}}") : [],
                        ignoreOrder: true);
    }

    [Fact]
    public async Task Every_process_and_server_has_a_port_of_its_own()
    {
        var model = await Beschrijving.NativeAsync();
        var poorten = model.Instellingen.Keys.Concat(["postgres", "rabbitmq"]).ToDictionary(naam => naam, model.Poort);
        poorten.Values.ShouldBeUnique();
        poorten["gateway"].ShouldBe(8080);
        poorten["keten"].ShouldBe(8090);
        poorten["postgres"].ShouldBe(5480);
        poorten["rabbitmq"].ShouldBe(5680);
        Diensten.Select(d => poorten[d]!.Value).Order().ShouldBe(Enumerable.Range(8101, Diensten.Length));
        var nodig = Poorten.Nodig(model.Resources, "http://localhost:18888").Select(p => p.Poort);
        // RabbitMQ has a second port, for its management API.
        nodig.ShouldBe([.. poorten.Values.Select(p => p!.Value), 15680, 18888], ignoreOrder: true);
    }

    [Fact]
    public async Task A_part_is_the_named_services_with_all_that_they_need()
    {
        var model = await Beschrijving.LeesAsync("--native", "--alleen", "meldingen,onderzoek");
        model.Instellingen.Keys.ShouldBe(["meldingen", "onderzoek", "gateway", "keten"], ignoreOrder: true);
        model.Resources.Select(r => r.Name).ShouldNotContain("demo");
        model.Resources.OfType<NativeServer>().Select(r => r.Name).ShouldBe(["postgres", "rabbitmq"], ignoreOrder: true);
        // The gateway does not start without an address of every service.
        model.Instellingen["gateway"]["services__pgb__http__0"].ShouldBe("http://localhost:8104");
    }
}
