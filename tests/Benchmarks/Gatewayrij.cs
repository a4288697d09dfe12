using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using Yarp.ReverseProxy.Configuration;

namespace WmoPlatform.Benchmarks;

/// <summary>Reading through the gateway, directly at the service, and through a proxy without anything of ours.</summary>
internal static class Gatewayrij
{
    public const string KaleYarp = "kale-yarp";

    public static async Task Gateway(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var meldingen = await o.Start("Meldingen", ("Messaging__RelayAan", "false"), ("Messaging__OntvangstAan", "false"));
        // With a limit per user, this row would measure the limit.
        var gateway = await o.Start("Gateway",
        [
            ("Grenzen__PerSeconde", "0"),
            .. Gebeurtenissen.Abonnementen.Keys
                .Select(dienst => ($"services__{dienst}__http__0", meldingen.Adres.ToString().TrimEnd('/'))),
        ]);
        using var http = new HttpClient();
        var nummer = await Rijen.Post(http, meldingen, o.Token(), Opstelling.Bsns[0]);
        var pad = $"meldingen/v1/meldingen/{nummer.Meldingnummer}";
        var lua = o.GetLua();
        await bank.Vergelijk(
            "GET melding through the gateway, 16 clients", "direct to the service", "per s", 0.45, 0.60,
            async () => (await Bank.Wrk(gateway.Adres + pad, lua, 16)).PerSeconde,
            async () => (await Bank.Wrk(meldingen.Adres + pad, lua, 16)).PerSeconde, rondes: 3, opwarmen: 3);

        var kaal = $"http://127.0.0.1:{VrijePoort.Neem()}";
        using var yarp = Bank.Zelf(KaleYarp, kaal, meldingen.Adres.ToString());
        try
        {
            await Tot.Waar(Luistert);
            for (var i = 0; i < 3; i++) await Bank.Wrk($"{kaal}/{pad}", lua, 16);
            double[][] rondes = [new double[9], new double[9], new double[9]];
            for (var i = 0; i < 9; i++)
            {
                rondes[0][i] = (await Bank.Wrk(gateway.Adres + pad, lua, 1, 4)).P50;
                rondes[1][i] = (await Bank.Wrk($"{kaal}/{pad}", lua, 1, 4)).P50;
                rondes[2][i] = (await Bank.Wrk(meldingen.Adres + pad, lua, 1, 4)).P50;
            }
            var (onze, zonder, direct) = (Bank.Mediaan(rondes[0]), Bank.Mediaan(rondes[1]), Bank.Mediaan(rondes[2]));
            bank.Regel($"| added by the gateway over a bare YARP, one client | p50 +{onze - zonder:0.00} ms ({onze:0.00} ms) "
                + $"| a bare YARP: {zonder:0.00} ms, +{zonder - direct:0.00} over the service | | 0.10 ms | 0.07 ms "
                + $"| {(onze - zonder <= 0.07 ? "streef" : onze - zonder <= 0.1 ? "minstens" : "niet gehaald")} |");
        }
        finally
        {
            yarp.Kill();
        }

        async Task<bool> Luistert()
        {
            try
            {
                using var antwoord = await http.GetAsync(new Uri(kaal));
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    /// <summary>YARP as its documentation begins, as a process of its own.</summary>
    public static Task DraaiKaleYarp(string adres, string doel)
    {
        var bouwer = WebApplication.CreateBuilder().Stil();
        bouwer.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "alles", ClusterId = "dienst", Match = new() { Path = "/{**rest}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "dienst", Destinations = new Dictionary<string, DestinationConfig> { ["een"] = new() { Address = doel } },
                },
            ]);
        var app = bouwer.Build();
        app.Urls.Add(adres);
        app.MapReverseProxy();
        return app.RunAsync();
    }
}
