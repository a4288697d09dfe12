using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.Ketenverkeer.Transport;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Sends the outgoing post to the partner, oldest first. A message whose pause has not passed is overtaken by others, but never by one of
/// its own dossier to the same party. After an unknown outcome the same message is offered again under the same identification.
/// </summary>
internal sealed class Ketenverzender<TDb>(
    IServiceScopeFactory scopes, ITransport transport, Vault kluis, Ketenpartner partner, Verkeersregels regels,
    KetenverzenderWekker wekker, TimeProvider klok, ILogger<TDb> log)
    : Sender<TDb, Poststuk, Bezorging>(
        "De ketenpost", Ketenverzending.Voorwaarden, TimeSpan.FromSeconds(1), scopes, Ketenverzending.Bron, log, wekker.Signaal)
    where TDb : ServiceDb
{
    private volatile bool _gepauzeerd;

    protected override async Task<bool> MayClaim(TDb db, CancellationToken cancellation)
    {
        _gepauzeerd = await Verkeersstand.IsGepauzeerd(db, partner.Naam, cancellation);
        return !_gepauzeerd || await Verkeersstand.NeemPoging(db, partner.Naam, regels.PauzePeiling, cancellation);
    }

    /// <summary>During a pause another message is tried each time, so that one bad message cannot keep the pause open.</summary>
    protected override string Oldest(string limit) =>
        $"""
        SELECT p.id FROM poststuk p
        WHERE p.due_at <= now() AND NOT EXISTS (
            SELECT FROM poststuk e WHERE e.due_at IS NOT NULL AND e.nr < p.nr
                AND e.dossiernummer = p.dossiernummer AND e.dossiernummer <> '' AND e.tegenpartij = p.tegenpartij)
        ORDER BY {(_gepauzeerd ? "p.attempts, " : "")}p.nr LIMIT {limit} FOR UPDATE SKIP LOCKED
        """;

    protected override string SpanName(Poststuk row) => $"{row.Soort} verzenden";

    protected override async Task<Bezorging> Send(IServiceProvider services, Poststuk row, CancellationToken cancellation)
    {
        // A newer version of this service wrote it. This version does not know how to send it.
        if (!Berichtsoort.Alle.Any(s => s.Naam == row.Soort)) return Mislukt(Uitslag.OnbekendeSoort);
        byte[] xml;
        try
        {
            xml = row.Xml(kluis);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            log.LogError("{Soort} {Identificatie} is niet te openen: {Fout}.", row.Soort, row.Identificatie, e.GetType().Name);
            return Mislukt(Uitslag.NietTeOpenen);
        }
        var bezorging = await transport.Bezorg(row, xml, cancellation);
        return bezorging.Uitslag is Uitslag.Later or Uitslag.Onbekend ? Mislukt(bezorging.Uitslag) : bezorging;
    }

    protected override async Task Note(TDb db, Poststuk row, Bezorging outcome)
    {
        var uitslag = outcome.Uitslag;
        await using var transactie = await db.Database.BeginTransactionAsync();
        if (await db.Vergrendel(row.Id, CancellationToken.None) is not { } bericht) return;
        var vanOns = bericht.ClaimedUntil == row.ClaimedUntil;
        // A partner that has the message already took it at the attempt of which the outcome is unknown.
        if (uitslag == Uitslag.Genomen || (uitslag == Uitslag.AlBekend && row.Unknowns > 0))
        {
            bericht.Genomen(Antwoordtermijn.Uiterlijk(Berichtsoort.Met(bericht.Soort), klok), klok.GetUtcNow());
            if (await Verkeersstand.Hervat(db, partner.Naam, CancellationToken.None))
                log.LogWarning("{Partner} neemt weer berichten aan; de pauze is voorbij.", partner.Naam);
        }
        else if (uitslag is Uitslag.Geweigerd or Uitslag.AlBekend) await NoteerWeigering(db, row, vanOns ? bericht : null, outcome.Reden);
        else if (uitslag == Uitslag.NietTeOpenen && vanOns) bericht.Weiger();
        else if (vanOns)
        {
            await PutOff(db, row, unknown: uitslag == Uitslag.Onbekend);
            log.LogWarning(
                "{Soort} {Identificatie} is nog niet verzonden (poging {Poging}).", row.Soort, row.Identificatie, row.Attempts);
        }
        await db.SaveChangesAsync();
        await transactie.CommitAsync();
    }

    protected override bool GoesOn(Bezorging outcome) => outcome.Uitslag is not (Uitslag.Later or Uitslag.Onbekend);

    private async Task NoteerWeigering(TDb db, Poststuk row, Poststuk? bericht, Fo03? reden)
    {
        var (gepauzeerd, begint) = await Verkeersstand.TelWeigering(db, partner.Naam, regels);
        if (begint)
            log.LogError(
                "{Partner} weigert alles; de post wacht, en er gaat één bericht per {Peiling}.", partner.Naam, regels.PauzePeiling);
        if (bericht is null) return;
        if (gepauzeerd)
        {
            // Everything is refused, so this says nothing about the message.
            await PutOff(db, row, unknown: false);
            return;
        }
        bericht.Weiger();
        if (reden is not null) bericht.NoemReden(reden.Code, $"{reden.Omschrijving} {reden.Details}".Trim(), kluis);
        log.LogError("De partner weigert {Soort} {Identificatie}.", row.Soort, row.Identificatie);
    }

    private static Uitslag Mislukt(Uitslag uitslag)
    {
        Activity.Current?.SetStatus(ActivityStatusCode.Error);
        return uitslag;
    }
}

/// <summary>What all senders to chain partners have in common.</summary>
internal static class Ketenverzending
{
    public static readonly ActivitySource Bron = new("WmoPlatform.Ketenverkeer");

    public static readonly SendingTerms Voorwaarden = new(TimeSpan.FromMinutes(1), SendingTerms.UpToAMinute);

    /// <summary>A partner answers before the claim of a message ends.</summary>
    public static readonly TimeSpan LangsteGeduld = TimeSpan.FromSeconds(45);
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
