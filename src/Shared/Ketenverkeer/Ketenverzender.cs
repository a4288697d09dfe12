using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer.Transport;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Sends the outgoing post to the partner, oldest first. While the partner is away, the post waits and is tried again.</summary>
internal sealed class Ketenverzender<TDb>(
    IServiceScopeFactory scopes, ITransport transport, KetenverzenderWekker wekker, TimeProvider klok, ILogger<TDb> log)
    : Rounds("De ketenpost", TimeSpan.FromSeconds(1), log, wekker.Signaal) where TDb : ServiceDb
{
    private static readonly ActivitySource Bron = new("WmoPlatform.Ketenverkeer");

    public override async Task Round(CancellationToken annulering)
    {
        while (await VerzendEen(annulering))
        {
        }
    }

    /// <returns>Whether a message was waiting, and the partner was there.</returns>
    private async Task<bool> VerzendEen(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        // Locked while it is sent, so that another instance takes the next one. After a crash it is sent again with the same
        // identification.
        var nu = klok.GetUtcNow();
        var gevonden = await db.Set<Poststuk>().FromSql(
            $"""
            SELECT *, xmin FROM poststuk WHERE status = 'TeVerzenden' AND niet_voor <= {nu}
            ORDER BY niet_voor, nr LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(annulering);
        if (gevonden is not [var bericht]) return false;

        bericht.Probeer();
        var verder = true;
        switch (await Verzend(bericht, scope.ServiceProvider.GetRequiredService<Vault>(), annulering))
        {
            case Uitslag.Genomen:
                bericht.Genomen(Antwoordtermijn.Uiterlijk(Berichtsoort.Met(bericht.Soort), klok), klok.GetUtcNow());
                break;
            case Uitslag.Geweigerd:
                bericht.Weiger();
                log.LogError("De partner weigert {Soort} {Identificatie}.", bericht.Soort, bericht.Identificatie);
                break;
            case null:
                bericht.Weiger();
                break;
            default:
                bericht.LaatWachten(TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(bericht.Pogingen, 6)))), klok.GetUtcNow());
                log.LogWarning("{Soort} {Identificatie} is nog niet verzonden (poging {Poging}).", bericht.Soort, bericht.Identificatie,
                    bericht.Pogingen);
                // The partner is away, so the rest of the post waits too.
                verder = false;
                break;
        }
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
        return verder;
    }

    /// <returns>Null when the content cannot be opened. The message is then refused, so that the post behind it continues.</returns>
    private async Task<Uitslag?> Verzend(Poststuk bericht, Vault kluis, CancellationToken annulering)
    {
        ActivityContext.TryParse(bericht.Traceparent, null, isRemote: true, out var ouder);
        using var activiteit = Bron.StartActivity($"{bericht.Soort} verzenden", ActivityKind.Internal, ouder);
        try
        {
            var uitslag = await transport.Bezorg(bericht, bericht.Xml(kluis), annulering);
            if (uitslag == Uitslag.Later) activiteit?.SetStatus(ActivityStatusCode.Error);
            return uitslag;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            log.LogError("{Soort} {Identificatie} is niet te openen: {Fout}.", bericht.Soort, bericht.Identificatie, e.GetType().Name);
            activiteit?.SetStatus(ActivityStatusCode.Error);
            return null;
        }
    }
}

/// <summary>
/// Wakes <see cref="Ketenverzender{TDb}"/>. The message itself waits in the database, so a lost signal only costs a poll.
/// </summary>
public sealed class KetenverzenderWekker : IDisposable
{
    internal Signal Signaal { get; } = new();

    /// <summary>Wakes the sender.</summary>
    public void Wek() => Signaal.Wake();

    /// <inheritdoc />
    public void Dispose() => Signaal.Dispose();
}
