using Microsoft.EntityFrameworkCore;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Tells the CAK what is due now: a start at the first voorziening, a stop after the last (WMO401, WMO403). Where no message may go or can be
/// taken it says that a person must tell it.
/// </summary>
public sealed class CakMelden(EigenBijdrageDb db, Ketenpost post, Kluis kluis, TimeProvider klok, IConfiguration configuratie)
{
    private string Gemeentecode => configuratie["Gemeente:Code"] ?? throw new InvalidOperationException("Stel Gemeente:Code in.");

    public async Task MeldWatVerschuldigdIs(Bijdrage bijdrage, CancellationToken annulering)
    {
        // What lies further ahead than the CAK takes waits; UitgesteldMelden comes back to it (iEb OP242). What lies further back never gets in
        // time: a person tells it (iEb OP241).
        var vandaag = klok.Vandaag();
        var venster = Bijdrageregels.Venster(vandaag);
        var bsn = kluis.OntzegelTekst(bijdrage.VerzegeldeBsn);
        if (bijdrage.StopVerschuldigd is { } stopdatum && stopdatum <= venster.Laatst)
        {
            // A start that was told by hand has a number that the CAK need not know: its stop goes the same way.
            if ((MetDeHand(stopdatum) ?? (bijdrage.Actueel!.IsMetDeHand ? "start-met-de-hand" : null)) is { } reden)
            {
                bijdrage.LaatStopMelden(reden, klok.GetUtcNow());
                return;
            }
            var identificatie = await post.NieuweIdentificatie(annulering);
            var signaal = bijdrage.MeldStop(identificatie, klok.GetUtcNow());
            post.Verzend(new Wmo403(new Header(Gemeentecode, null, identificatie, vandaag),
                new Wmo403Client(bsn, new StopEigenBijdrage(signaal.Startnummer, stopdatum, StatusAanlevering.Eerste))), signaal.Dossiernummer);
        }
        if (bijdrage.StartVerschuldigd is { } startdatum && startdatum <= venster.Laatst)
        {
            var startnummer = await db.NieuwStartnummer(annulering);
            if (MetDeHand(startdatum) is { } reden)
            {
                bijdrage.LaatStartMelden(startnummer, reden, klok.GetUtcNow());
                return;
            }
            var identificatie = await post.NieuweIdentificatie(annulering);
            var signaal = bijdrage.MeldStart(startnummer, identificatie, klok.GetUtcNow());
            post.Verzend(new Wmo401(new Header(Gemeentecode, null, identificatie, vandaag),
                new Wmo401Client(bsn, new StartEigenBijdrage(startnummer, startdatum, StatusAanlevering.Eerste))), signaal.Dossiernummer);
        }

        string? MetDeHand(DateOnly datum) => bijdrage.GeenBerichtenverkeer ? "afgeschermde-persoon" : datum < venster.Vroegst ? "te-lang-geleden" : null;
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

    /// <summary>One round, each person by itself: what fails for one comes back in the next round, and holds up nobody else.</summary>
    public async Task MeldWatNuKan(CancellationToken annulering)
    {
        Guid[] wachtend;
        await using (var scope = scopes.CreateAsyncScope())
            wachtend = await scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>().Wachtend().Select(b => b.PersoonId).ToArrayAsync(annulering);
        foreach (var persoonId in wachtend)
        {
            try
            {
                await Meld(persoonId, annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                log.LogWarning("Uitgesteld melden komt in de volgende beurt terug bij één persoon: {Fout}.", e.GetType().Name);
            }
        }
    }

    private async Task Meld(Guid persoonId, CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (await db.VanPersoon(persoonId, annulering) is { } bijdrage) await scope.ServiceProvider.GetRequiredService<CakMelden>().MeldWatVerschuldigdIs(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
    }
}
