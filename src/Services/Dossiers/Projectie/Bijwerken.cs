using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Shows in the dossiers what came into the journal. This is a second step: whatever goes wrong here, the event is in the journal. A
/// dossier that fails is marked and tried again after growing pauses, and the others go on.
/// </summary>
public sealed class Bijwerken : Rounds
{
    private const int Bundel = 200;

    private readonly IServiceScopeFactory _scopes;
    private readonly Meter _meter;
    private readonly ILogger _log;
    private long _volgendeTelling;

    public Bijwerken(IServiceScopeFactory scopes, MessagingOptions opties, IMeterFactory meters, ILogger<Bijwerken> log)
        : base("Het bijwerken van de dossiers", opties.Peiling, log)
    {
        (_scopes, _meter, _log) = (scopes, meters.Create(Termijnmeting.Naam), log);
        _meter.CreateObservableGauge("wmo.dossiers.unshown", () => Mislukt, "{event}",
            "Gebeurtenissen die hun dossier nog niet toont, omdat het mislukte.");
        _meter.CreateObservableGauge("wmo.dossiers.unreadable", () => Onleesbaar, "{event}",
            "Gebeurtenissen in het journaal die niet te lezen zijn.");
    }

    private long Mislukt { get; set; }

    private long Onleesbaar { get; set; }

    public override async Task Round(CancellationToken annulering)
    {
        while (await Werk(alleen: null, annulering) == Bundel)
        {
            // A full bundle: there may be more.
        }
        if (Environment.TickCount64 < _volgendeTelling) return;
        _volgendeTelling = Environment.TickCount64 + 10_000;
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossiersDb>();
        Mislukt = await db.TeTonen.LongCountAsync(t => t.Pogingen > 0, annulering);
        Onleesbaar = await db.Onleesbaar.LongCountAsync(annulering);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    /// <summary>Shows a bundle of lines in one transaction. When anything in it fails, each dossier goes alone.</summary>
    private async Task<int> Werk(string? alleen, CancellationToken annulering)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossiersDb>();
        try
        {
            await using var transactie = await db.Database.BeginTransactionAsync(annulering);
            var aantal = await scope.ServiceProvider.GetRequiredService<Projector>().Toon(Bundel, alleen, annulering);
            await transactie.CommitAsync(annulering);
            return aantal;
        }
        catch (Exception e) when (!annulering.IsCancellationRequested)
        {
            if (alleen is not null)
            {
                _log.LogWarning("Dossier {Dossiernummer} is niet bijgewerkt ({Fout}); later opnieuw.", alleen, e.GetType().Name);
                await db.StelUit(alleen, e.GetType().Name, annulering);
                return 0;
            }
        }
        foreach (var nummer in await db.WachtendeDossiers(Bundel, annulering)) await Werk(nummer, annulering);
        return 0;
    }
}
