using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Telemetrie;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>Refusals go to a log stream of their own.</summary>
public sealed class BeveiligingslogTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    [Theory]
    [InlineData("geen", 401, "aanmelding-geweigerd: 401 op GET /voorbeeld/v1/dossiers/{dossiernummer}, rol (null), client (null)")]
    [InlineData("verlopen", 401, "reden SecurityTokenExpiredException.")]
    [InlineData("aanbieder", 403, "toegang-geweigerd: 403 op GET /voorbeeld/v1/dossiers/{dossiernummer}, rol aanbieder, client testclient")]
    [InlineData("consulent", 404, "onbekend-of-van-een-ander: 404 op GET /voorbeeld/v1/dossiers/{dossiernummer}, rol consulent")]
    public async Task A_refusal_stands_in_the_security_log(string wie, int status, string regel)
    {
        var token = wie switch
        {
            "geen" => "",
            "verlopen" => dienst.Uitgever.Token(Rollen.Consulent, geldig: TimeSpan.FromHours(-1)),
            _ => dienst.Uitgever.Token(wie, bsn: "999993653", sub: "meneer-lokaas"),
        };
        (await dienst.Vraag("GET", "/voorbeeld/v1/dossiers/D-2026-000404", token: token)).Status.ShouldBe(status);

        await Tot.Waar(() => dienst.Logregels.Regels.Any(r => r.Contains(regel, StringComparison.Ordinal)));
        dienst.Logregels.Regels.ShouldAllBe(
            r => !r.Contains("lokaas", StringComparison.Ordinal) && !r.Contains("999993653", StringComparison.Ordinal)
                && !r.Contains("000404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_of_one_kind_gives_ten_lines_and_a_count()
    {
        using var boek = new Regelboek();
        using var loggers = LoggerFactory.Create(l => l.AddProvider(boek));
        var log = new Beveiligingslog(loggers) { Vensterduur = TimeSpan.FromMilliseconds(300) };

        for (var i = 0; i < 1000; i++) log.Meld("aanmelding-geweigerd", 401, null);
        log.Meld("te-veel-verzoeken", 429, null);

        var einde = await Tot.Gevonden(
            () => Task.FromResult(boek.Regels.FirstOrDefault(r => r.StartsWith("aanmelding-geweigerd: nog", StringComparison.Ordinal))));
        einde.ShouldStartWith("aanmelding-geweigerd: nog 990 keer");
        boek.Regels.Count(r => r.StartsWith("aanmelding-geweigerd: 401", StringComparison.Ordinal)).ShouldBe(Beveiligingslog.Hoogstens);
        boek.Regels.ShouldContain(r => r.StartsWith("te-veel-verzoeken", StringComparison.Ordinal));
    }
}
