using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

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
            throw new EarlierFactMissing("proef");
        db.Add(new Effect
        {
            Dossiernummer = gebeurtenis.Dossiernummer,
            Versie = gebeurtenis.Versie,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        });
    }
}
