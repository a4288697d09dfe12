using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// Reads which e-mails came back. Each becomes a letter, and its address has to be confirmed again. A message is removed only after that
/// was stored, so it may be read twice, which changes nothing.
/// </summary>
public sealed class Retourpost : Rounds
{
    private readonly Meter _meter = new("WmoPlatform.Correspondentie");
    private readonly Counter<long> _terug;
    private readonly IRetourbus _bus;
    private readonly IServiceScopeFactory _scopes;
    private readonly Vault _kluis;
    private readonly TimeProvider _klok;
    private readonly ILogger _log;
    private long _gelezen = Stopwatch.GetTimestamp();

    public Retourpost(IRetourbus bus, IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<Retourpost> log)
        : base("De retourpost", TimeSpan.FromSeconds(30), log)
    {
        (_bus, _scopes, _kluis, _klok, _log) = (bus, scopes, kluis, klok, log);
        _terug = _meter.CreateCounter<long>("wmo.letters.returned", "{letter}", "E-mails die niet bezorgd konden worden.");
        _meter.CreateObservableGauge("wmo.letters.returned.unread",
            () => Stopwatch.GetElapsedTime(Interlocked.Read(ref _gelezen)).TotalSeconds, "s", "Hoe lang de retourpost niet is gelezen.");
    }

    public override async Task Round(CancellationToken annulering)
    {
        await _bus.Leeg(Neem, annulering);
        Interlocked.Exchange(ref _gelezen, Stopwatch.GetTimestamp());
    }

    private async Task<Retourlot> Neem(MimeMessage bericht)
    {
        if (Onbezorgd.Lees(bericht) is not { } id) return Retourlot.Bewaren;
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CorrespondentieDb>();
        await using var transactie = await db.Database.BeginTransactionAsync();
        if (await db.Verzendingen.Where(v => v.Id == id).Select(v => (Guid?)v.PersoonId).SingleOrDefaultAsync() is not { } persoonId)
            return Retourlot.Bewaren;
        // An event about this person is handled before this or after it, and never in between.
        var beeld = await db.Persoonsbeeld(persoonId, CancellationToken.None);
        var verzending = await db.Verzendingen.SingleAsync(v => v.Id == id);
        var adres = verzending.EmailadresId;
        switch (verzending.KomtTerug(beeld, _kluis, _klok.GetUtcNow()))
        {
            case Terugkomst.Later: return Retourlot.Later;
            case Terugkomst.Achterhaald: return Retourlot.Weg;
        }
        if (adres is { } emailadres)
            await scope.ServiceProvider.GetRequiredService<Adresboek>().KwamTerug(emailadres, null, CancellationToken.None);
        await db.SaveChangesAsync();
        await transactie.CommitAsync();
        _terug.Add(1);
        _log.LogInformation("De e-mail bij {Dossiernummer} kwam terug.", verzending.Dossiernummer);
        return Retourlot.Weg;
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }
}
