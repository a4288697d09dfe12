using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Tells the CAK what is due now: a start at the first voorziening, a stop after the last (WMO401, WMO403).</summary>
public sealed class CakMelden(EigenBijdrageDb db, Ketenpost post, Kluis kluis, TimeProvider klok, IConfiguration configuratie)
{
    private string Gemeentecode => configuratie["Gemeente:Code"] ?? throw new InvalidOperationException("Stel Gemeente:Code in.");

    public async Task MeldWatVerschuldigdIs(Bijdrage bijdrage, CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        var venster = Bijdrageregels.Venster(vandaag);
        if (bijdrage.StopVerschuldigd is { } stopdatum && venster.Bevat(stopdatum)) await MeldStop(bijdrage, stopdatum, vandaag, annulering);
        // A start further ahead than the CAK takes waits; UitgesteldMelden comes back to it (iEb OP242).
        if (bijdrage.StartVerschuldigd is { } startdatum && venster.Bevat(startdatum)) await MeldStart(bijdrage, startdatum, vandaag, annulering);
    }

    private async Task MeldStart(Bijdrage bijdrage, DateOnly startdatum, DateOnly vandaag, CancellationToken annulering)
    {
        var startnummer = await db.NieuwStartnummer(annulering);
        var identificatie = await post.NieuweIdentificatie(annulering);
        var viaPgb = bijdrage.Voorzieningen.Where(v => v.Telt).MinBy(v => v.Startdatum)!.Leveringsvorm == Leveringsvorm.Pgb;
        bijdrage.MeldStart(startnummer, startdatum, identificatie, (viaPgb ? Termijnen.CakPgb(startdatum) : Termijnen.Cak(startdatum)).AlsTermijn(), klok.GetUtcNow());
        post.Verzend(new Wmo401(new Header(Gemeentecode, null, identificatie, vandaag),
            new Wmo401Client(kluis.OntzegelTekst(bijdrage.VerzegeldeBsn), new StartEigenBijdrage(startnummer, startdatum, StatusAanlevering.Eerste))), bijdrage.Actueel!.Dossiernummer);
    }

    private async Task MeldStop(Bijdrage bijdrage, DateOnly stopdatum, DateOnly vandaag, CancellationToken annulering)
    {
        var identificatie = await post.NieuweIdentificatie(annulering);
        bijdrage.MeldStop(stopdatum, identificatie, klok.GetUtcNow());
        post.Verzend(new Wmo403(new Header(Gemeentecode, null, identificatie, vandaag),
            new Wmo403Client(kluis.OntzegelTekst(bijdrage.VerzegeldeBsn), new StopEigenBijdrage(bijdrage.Actueel!.Startnummer, stopdatum, StatusAanlevering.Eerste))), bijdrage.Actueel!.Dossiernummer);
    }
}

/// <summary>Comes back, at the start and every hour, to what could not be told yet because its date was too far ahead.</summary>
public sealed class UitgesteldMelden(IServiceScopeFactory scopes, ILogger<UitgesteldMelden> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MeldWatNuKan(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Uitgesteld melden slaat een beurt over: {Fout}.", e.GetType().Name);
            }
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MeldWatNuKan(CancellationToken annulering)
    {
        Guid[] wachtend;
        await using (var scope = scopes.CreateAsyncScope())
            wachtend = await scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>().Wachtend().Select(b => b.Id).ToArrayAsync(annulering);
        foreach (var id in wachtend)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
            await scope.ServiceProvider.GetRequiredService<CakMelden>().MeldWatVerschuldigdIs(await db.Bijdragen.SingleAsync(b => b.Id == id, annulering), annulering);
            await db.SaveChangesAsync(annulering);
        }
    }
}
