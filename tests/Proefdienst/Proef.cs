using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Proefdienst;

/// <summary>
/// The database of the smallest service there is, which announces confirmations and notes the ones it receives. Only tests of Messaging
/// use it.
/// </summary>
public sealed class ProefDb(DbContextOptions<ProefDb> options) : ServiceDb(options)
{
    public DbSet<Proef> Proeven => Set<Proef>();
    public DbSet<Effect> Effecten => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Proef>().AsAggregate();
        modelBuilder.Entity<Effect>().HasKey(e => e.Nr);
        modelBuilder.Entity<Gezien>().HasKey(e => e.Dossiernummer);
    }
}

/// <summary>Announces as many events as it is asked to.</summary>
public sealed class Proef : Aggregate
{
    private Proef()
    {
    }

    public Proef(string dossiernummer) => Dossiernummer = dossiernummer;

    public Sealed? VerzegeldeNotitie { get; private set; }

    public void Noteer(string notitie, Vault kluis) => VerzegeldeNotitie = kluis.SealText(notitie, Seat(nameof(VerzegeldeNotitie)));

    public string? Notitie(Vault kluis) =>
        VerzegeldeNotitie is { } verzegeld ? kluis.UnsealText(verzegeld, Seat(nameof(VerzegeldeNotitie))) : null;

    public void Kondig() => Announce(new OntvangstBevestigd(Verzendwijze.Email, new DateOnly(2026, 11, 23)), DateTimeOffset.UtcNow);

    public void Kondig(Gebeurtenis gebeurtenis) => Announce(gebeurtenis, DateTimeOffset.UtcNow);
}

/// <summary>One row per effect. Two rows for one event break a promise.</summary>
public sealed class Effect
{
    public long Nr { get; init; }
    public string Dossiernummer { get; init; } = "";
    public int Versie { get; init; }
    public string? TraceId { get; init; }

    /// <summary>The actor, as it would be written in an announcement of this reaction.</summary>
    public string? Door { get; init; }
}

/// <summary>An earlier fact that some messages wait for, and that cures the poisonous ones.</summary>
public sealed class Gezien
{
    public string Dossiernummer { get; init; } = "";
}

/// <summary>Ignores the other events that the queue subscribes to.</summary>
public sealed class BijAlHetAndere<T> : IReaction<T> where T : Gebeurtenis
{
    public Task Handle(T gebeurtenis, CancellationToken annulering) => Task.CompletedTask;
}

public sealed class BijOntvangstBevestigd(ProefDb db) : IReaction<OntvangstBevestigd>
{
    public async Task Handle(OntvangstBevestigd gebeurtenis, CancellationToken annulering)
    {
        var gezien = await db.Set<Gezien>().AnyAsync(g => g.Dossiernummer == gebeurtenis.Dossiernummer, annulering);
        if (gebeurtenis.Dossiernummer.StartsWith("GIF", StringComparison.Ordinal) && !gezien)
            throw new InvalidOperationException("De inhoud van deze tekst mag nergens terugkomen.");
        if (gebeurtenis.Dossiernummer.StartsWith("WACHT", StringComparison.Ordinal) && !gezien)
            throw new EarlierFactMissing("proef", 1);
        if (gebeurtenis.Dossiernummer.StartsWith("TRAAG", StringComparison.Ordinal))
            await Tegelijk.Meet(gebeurtenis.Dossiernummer, () => db.Database.ExecuteSqlAsync($"SELECT pg_sleep(0.1)", annulering));
        if (gebeurtenis.Dossiernummer.StartsWith("LANG", StringComparison.Ordinal))
            await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(30)", annulering);
        db.Add(new Effect
        {
            Dossiernummer = gebeurtenis.Dossiernummer,
            Versie = gebeurtenis.Versie,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            Door = Uitvoerder.Nu is { } door ? $"{door.Wie} {door.Rol} {door.Client} na {door.Oorzaak}" : null,
        });
    }
}

/// <summary>Counts how many messages of one dossier were being handled at the same time, over all instances in this process.</summary>
public static class Tegelijk
{
    private static readonly ConcurrentDictionary<string, int> Nu = new();
    private static readonly ConcurrentDictionary<string, int> Hoogste = new();

    /// <summary>The most messages of this dossier that were being handled at once.</summary>
    public static int Meest(string dossiernummer) => Hoogste.GetValueOrDefault(dossiernummer);

    internal static async Task Meet(string dossiernummer, Func<Task> werk)
    {
        var nu = Nu.AddOrUpdate(dossiernummer, 1, (_, n) => n + 1);
        Hoogste.AddOrUpdate(dossiernummer, nu, (_, n) => Math.Max(n, nu));
        try
        {
            await werk();
        }
        finally
        {
            Nu.AddOrUpdate(dossiernummer, 0, (_, n) => n - 1);
        }
    }
}
