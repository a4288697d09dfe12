using Microsoft.EntityFrameworkCore;
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

    /// <summary>Why no message goes about this person, also not to the CAK (iWmo OP003): the backoffice tells it.</summary>
    public static string? MetDeHand(bool geenBerichtenverkeer) => geenBerichtenverkeer ? "afgeschermde-persoon" : null;

    public async Task MeldWatVerschuldigdIs(Bijdrage bijdrage, CancellationToken annulering)
    {
        // What lies further ahead than the CAK takes waits; UitgesteldMelden comes back to it (iEb OP242).
        var vandaag = klok.Vandaag();
        var venster = Bijdrageregels.Venster(vandaag);
        var bsn = kluis.OntzegelTekst(bijdrage.VerzegeldeBsn);
        if (bijdrage.StopVerschuldigd is { } stopdatum && venster.Bevat(stopdatum))
        {
            var identificatie = await post.NieuweIdentificatie(annulering);
            var signaal = bijdrage.MeldStop(identificatie, klok.GetUtcNow());
            post.Verzend(new Wmo403(new Header(Gemeentecode, null, identificatie, vandaag),
                new Wmo403Client(bsn, new StopEigenBijdrage(signaal.Startnummer, stopdatum, StatusAanlevering.Eerste))), signaal.Dossiernummer);
        }
        if (bijdrage.StartVerschuldigd is { } startdatum && venster.Bevat(startdatum))
        {
            var startnummer = await db.NieuwStartnummer(annulering);
            var identificatie = await post.NieuweIdentificatie(annulering);
            var signaal = bijdrage.MeldStart(startnummer, identificatie, klok.GetUtcNow());
            post.Verzend(new Wmo401(new Header(Gemeentecode, null, identificatie, vandaag),
                new Wmo401Client(bsn, new StartEigenBijdrage(startnummer, startdatum, StatusAanlevering.Eerste))), signaal.Dossiernummer);
        }
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

    /// <summary>One round, each person by itself.</summary>
    public async Task MeldWatNuKan(CancellationToken annulering)
    {
        Guid[] wachtend;
        await using (var scope = scopes.CreateAsyncScope())
            wachtend = await scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>().Wachtend().Select(b => b.PersoonId).ToArrayAsync(annulering);
        foreach (var persoonId in wachtend)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
            await using var transactie = await db.Database.BeginTransactionAsync(annulering);
            if (await db.VanPersoon(persoonId, annulering) is { } bijdrage) await scope.ServiceProvider.GetRequiredService<CakMelden>().MeldWatVerschuldigdIs(bijdrage, annulering);
            await db.SaveChangesAsync(annulering);
            await transactie.CommitAsync(annulering);
        }
    }
}
