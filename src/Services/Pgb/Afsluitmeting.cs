using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Counts the budgets with a closing that the SVB still owes, and those with a late one, for the meter <c>WmoPlatform.Pgb</c>.
/// </summary>
public sealed class Afsluitmeting : BackgroundService
{
    public const string Naam = "WmoPlatform.Pgb";

    private static readonly TimeSpan Ritme = TimeSpan.FromSeconds(30);
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _klok;
    private readonly ILogger<Afsluitmeting> _log;
    private readonly Meter _meter = new(Naam);
    private long _verwacht;
    private long _teLaat;

    public Afsluitmeting(IServiceScopeFactory scopes, TimeProvider klok, ILogger<Afsluitmeting> log)
    {
        (_scopes, _klok, _log) = (scopes, klok, log);
        _meter.CreateObservableGauge(
            "wmo.pgb.closings.expected", () => Volatile.Read(ref _verwacht),
            "{budget}", "Budgetten waarvan de SVB nog een afsluiting meldt.");
        _meter.CreateObservableGauge(
            "wmo.pgb.closings.overdue", () => Volatile.Read(ref _teLaat),
            "{budget}", "Budgetten waarvan de SVB de afsluiting na 98 dagen nog niet heeft gemeld.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tik = new PeriodicTimer(Ritme);
        do
        {
            try
            {
                await Tel(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                _log.LogWarning("De afsluitingen zijn nu niet geteld: {Fout}.", e.GetType().Name);
            }
        }
        while (await tik.WaitForNextTickAsync(stoppingToken)
            .AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default));
    }

    private async Task Tel(CancellationToken annulering)
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
