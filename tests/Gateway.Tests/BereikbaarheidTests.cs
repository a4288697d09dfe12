using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

public sealed class BereikbaarheidTests(Poort poort) : IClassFixture<Poort>
{
    [Fact]
    public async Task An_instance_that_is_not_ready_gets_nothing_while_another_is()
    {
        await using var ziek = await Achterkant.StartAsync();
        ziek.Gereed = false;
        var client = await poort.GatewayAsync("Grenzen:Peiling=00:00:00.1", $"services:meldingen:http:1={ziek.Adressen["meldingen"]}");
        async Task<bool> TwintigKeer()
        {
            var voor = ziek.Alles.Count;
            for (var i = 0; i < 20; i++) await client.Stuur("GET /meldingen/v1/meldingen", poort.Token());
            return ziek.Alles.Count == voor;
        }

        await Tot.Waar(TwintigKeer);

        ziek.Gereed = true;
        await Tot.Waar(async () => !await TwintigKeer());
    }

    [Fact]
    public async Task The_only_instance_is_asked_also_when_it_is_not_ready()
    {
        await using var ziek = await Achterkant.StartAsync();
        ziek.Gereed = false;
        var client = await poort.GatewayAsync("Grenzen:Peiling=00:00:00.05", $"services:meldingen:http:0={ziek.Adressen["meldingen"]}");

        var tot = Environment.TickCount64 + 1000;
        while (Environment.TickCount64 < tot)
            (await client.Stuur("GET /meldingen/v1/meldingen", poort.Token())).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_is_away_gives_a_503_that_says_when_to_try_again()
    {
        var client = await poort.GatewayAsync("services:pgb:http:0=http://127.0.0.1:9");

        var antwoord = await client.Stuur("GET /pgb/v1/toetsen", poort.Token());

        (await antwoord.Probleem(503, "niet-bereikbaar")).GetProperty("detail").GetString()!.ShouldContain("later opnieuw");
        antwoord.Kop("Retry-After").ShouldBe("5");
        (await client.Stuur("GET /meldingen/v1/meldingen", poort.Token())).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_keeps_silent_gives_a_504()
    {
        var client = await poort.GatewayAsync("Grenzen:Stilte=00:00:00.3");

        await (await client.Stuur("GET /meldingen/v1/zwijgt", poort.Token())).Probleem(504, "geen-antwoord");
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_as_a_whole_gives_a_504()
    {
        var client = await poort.GatewayAsync("Grenzen:Antwoord=00:00:00.3");

        await (await client.Stuur("POST /meldingen/v1/zwijgt", poort.Token(), new StringContent("{}"))).Probleem(504, "geen-antwoord");
    }
}
