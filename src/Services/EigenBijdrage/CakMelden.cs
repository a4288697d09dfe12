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

/// <summary>
/// Tells the CAK what is due now: a start at the first voorziening, a stop after the last, or what was wrong in either (WMO401, WMO403). Where no
/// message may go or can be taken it says that a person must tell it.
/// </summary>
public sealed class CakMelden(EigenBijdrageDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente, IConfiguration configuratie)
{
    public async Task MeldWatVerschuldigdIs(Bijdrage bijdrage, CancellationToken annulering)
    {
        // What lies further ahead than the CAK takes waits; UitgesteldMelden comes back to it (iEb OP242). What lies further back never gets in
        // time: a person tells it (iEb OP241).
        var vandaag = klok.Vandaag();
        var venster = Bijdrageregels.Venster(vandaag, configuratie.GetValue("Cak:MaandenTerug", 12), configuratie.GetValue("Cak:MaandenVooruit", 1));
        if (bijdrage.CorrectieVerschuldigd is { } correctie) await Corrigeer(bijdrage, correctie, venster, annulering);
        else if (bijdrage.StopVerschuldigd is { } stopdatum && stopdatum <= venster.Laatst) await Stop(bijdrage, stopdatum, venster, annulering);
        else if (bijdrage.StartVerschuldigd is { } startdatum && startdatum <= venster.Laatst) await Start(bijdrage, startdatum, venster, annulering);
        bijdrage.LaatWachten();
    }

    private async Task Start(Bijdrage bijdrage, DateOnly startdatum, Bijdragevenster venster, CancellationToken annulering)
    {
        var startnummer = await db.NieuwStartnummer(annulering);
        if (MetDeHand(bijdrage, startdatum, venster) is { } reden)
        {
            bijdrage.LaatStartMelden(startnummer, reden, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldStart(startnummer, identificatie, klok.GetUtcNow());
        Verzend(bijdrage, signaal, EbBericht.Start, startdatum, StatusAanlevering.Eerste, identificatie);
    }

    private async Task Stop(Bijdrage bijdrage, DateOnly stopdatum, Bijdragevenster venster, CancellationToken annulering)
    {
        if (MetDeHand(bijdrage, stopdatum, venster) is { } reden)
        {
            bijdrage.LaatStopMelden(reden, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldStop(identificatie, klok.GetUtcNow());
        Verzend(bijdrage, signaal, EbBericht.Stop, stopdatum, StatusAanlevering.Eerste, identificatie);
    }

    private async Task Corrigeer(Bijdrage bijdrage, Correctievraag correctie, Bijdragevenster venster, CancellationToken annulering)
    {
        var wijziging = correctie.Aanlevering == EbAanlevering.Wijziging;
        // A change replaces the whole delivery: the next one of the same day waits (iEb OP325). What is removed is as the CAK has it, however old (TR114).
        if (bijdrage.Actueel!.IsGewijzigdOp(klok.Vandaag(), correctie.Soort) || (wijziging && correctie.Datum > venster.Laatst)) return;
        if (MetDeHand(bijdrage, wijziging ? correctie.Datum : venster.Laatst, venster) is { } reden)
        {
            bijdrage.LaatCorrectieMelden(correctie, reden, klok.Vandaag(), klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldCorrectie(correctie, identificatie, klok.Vandaag(), klok.GetUtcNow());
        Verzend(bijdrage, signaal, correctie.Soort, correctie.Datum, wijziging ? StatusAanlevering.Gewijzigd : StatusAanlevering.Verwijderen, identificatie);
    }

    private void Verzend(Bijdrage bijdrage, Signaal signaal, EbBericht soort, DateOnly datum, string status, string identificatie)
    {
        var (bsn, header) = (kluis.UnsealText(bijdrage.VerzegeldeBsn), new Header(gemeente.Code, null, identificatie, klok.Vandaag()));
        post.Verzend(soort == EbBericht.Start
            ? new Wmo401(header, new(bsn, new StartEigenBijdrage(signaal.Startnummer, datum, status)))
            : new Wmo403(header, new(bsn, new StopEigenBijdrage(signaal.Startnummer, datum, status))), signaal.Dossiernummer);
    }

    // A start that was told by hand has a number that the CAK need not know: what follows on it goes the same way.
    private static RedenMetDeHand? MetDeHand(Bijdrage bijdrage, DateOnly datum, Bijdragevenster venster) =>
        bijdrage.GeenBerichtenverkeer ? RedenMetDeHand.AfgeschermdePersoon
        : datum < venster.Vroegst ? RedenMetDeHand.TeLangGeleden
        : bijdrage.Actueel is { IsMetDeHand: true, Status: not Signaalstatus.Gestopt } ? RedenMetDeHand.StartMetDeHand
        : null;
}

/// <summary>Comes back, at the start and every hour, to what could not be told yet because its date was too far ahead, or because the same was changed today already.</summary>
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
