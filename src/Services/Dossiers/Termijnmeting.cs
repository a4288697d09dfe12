using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Dossiers;

/// <summary>Counts running and overdue terms by kind, for the meter <c>WmoPlatform.Dossiers</c>.</summary>
public sealed class Termijnmeting : Rounds
{
    public const string Naam = "WmoPlatform.Dossiers";

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _klok;
    private readonly Meter _meter;
    private volatile IReadOnlyList<Telling> _stand = [];

    public Termijnmeting(IServiceScopeFactory scopes, TimeProvider klok, IMeterFactory meters, ILogger<Termijnmeting> log)
        : base("Het tellen van de termijnen", TimeSpan.FromSeconds(10), log)
    {
        (_scopes, _klok, _meter) = (scopes, klok, meters.Create(Naam));
        _meter.CreateObservableGauge(
            "wmo.terms.running", () => _stand.Select(t => new Measurement<long>(t.Lopend, Soort(t))), "{term}", "Termijnen die lopen.");
        _meter.CreateObservableGauge(
            "wmo.terms.overdue", () => _stand.Select(t => new Measurement<long>(t.Verlopen, Soort(t))),
            "{term}", "Termijnen waarvan de laatste dag voorbij is, zonder dat het is gebeurd.");

        static KeyValuePair<string, object?> Soort(Telling t) => new("wmo.term.kind", t.Soort);
    }

    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = _klok.Vandaag();
        await using var scope = _scopes.CreateAsyncScope();
        _stand = await scope.ServiceProvider.GetRequiredService<DossiersDb>().Termijnen
            .Where(t => t.VoldaanOp == null && !t.Vervallen)
            .GroupBy(t => t.Soort)
            // A right ends by itself, so it is never overdue.
            .Select(g => new Telling(g.Key,
                g.LongCount(t => t.Uiterlijk >= vandaag || t.StaatStilSinds != null),
                Projectie.Termijnen.Rechten.Contains(g.Key) ? 0
                    : g.LongCount(t => t.Uiterlijk < vandaag && t.StaatStilSinds == null)))
            .ToListAsync(annulering);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    private sealed record Telling(string Soort, long Lopend, long Verlopen);
}
