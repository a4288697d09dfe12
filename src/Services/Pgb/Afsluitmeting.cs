using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Counts the budgets with a closing that the SVB still owes, and those with an overdue one, for the meter <c>WmoPlatform.Pgb</c>.
/// </summary>
public sealed class Afsluitmeting : Rounds
{
    public const string Naam = "WmoPlatform.Pgb";

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _klok;
    private readonly Meter _meter = new(Naam);
    private long _verwacht;
    private long _teLaat;

    public Afsluitmeting(IServiceScopeFactory scopes, TimeProvider klok, ILogger<Afsluitmeting> log)
        : base("Het tellen van de afsluitingen", TimeSpan.FromSeconds(30), log)
    {
        (_scopes, _klok) = (scopes, klok);
        _meter.CreateObservableGauge(
            "wmo.pgb.closings.expected", () => Volatile.Read(ref _verwacht),
            "{budget}", "Budgetten waarvan de SVB nog een afsluiting meldt.");
        _meter.CreateObservableGauge(
            "wmo.pgb.closings.overdue", () => Volatile.Read(ref _teLaat),
            "{budget}", "Budgetten waarvan de SVB de afsluiting na 98 dagen nog niet heeft gemeld.");
    }

    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = _klok.Vandaag();
        await using var scope = _scopes.CreateAsyncScope();
        var open = scope.ServiceProvider.GetRequiredService<PgbDb>().Budgetten.Where(b => b.AfsluitingUiterlijk != null);
        Volatile.Write(ref _verwacht, await open.LongCountAsync(annulering));
        Volatile.Write(ref _teLaat, await open.LongCountAsync(b => b.AfsluitingUiterlijk < vandaag, annulering));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
