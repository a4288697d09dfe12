using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie.Opslag;

/// <summary>The letters and e-mails, sent and still to be sent.</summary>
public sealed class CorrespondentieDb(DbContextOptions<CorrespondentieDb> options) : ServiceDb(options)
{
    public DbSet<Verzending> Verzendingen => Set<Verzending>();

    public DbSet<Gemachtigde> Gemachtigden => Set<Gemachtigde>();

    public DbSet<Dossierhouder> Dossierhouders => Set<Dossierhouder>();

    public DbSet<Emailadres> Emailadressen => Set<Emailadres>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetPersonen();
        modelBuilder.Entity<Emailadres>(b =>
        {
            b.Property(a => a.Id).ValueGeneratedNever();
            b.Property(a => a.Op).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.Property<uint>("xmin").IsRowVersion();
            b.HasIndex(a => new { a.PersoonId, a.Kenmerk }).IsUnique();
        });
        modelBuilder.Entity<Verstuurd>(b =>
        {
            b.HasKey(v => v.VerzendingId);
            b.Property(v => v.Op).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.HasIndex(v => new { v.Adres, v.Op });
        });
        modelBuilder.Entity<Dossierhouder>(b => b.HasKey(d => d.Dossiernummer));
        modelBuilder.Entity<Gemachtigde>(b => b.Property(g => g.Id).ValueGeneratedNever());
        modelBuilder.Entity<Verzending>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => new { v.Dossiernummer, v.Soort, v.Aanleiding }).IsUnique();
            b.HasIndex(v => v.PersoonId);
            b.HasIndex(v => v.EmailadresId);
            b.AsSendable(v => new { v.DueAt, v.Id });
            b.HasIndex(v => v.Status, "ix_verzending_onzeker").HasFilter("status = 'Onzeker'");
        });
    }

    /// <summary>The gemachtigde under a machtiging, to add a fact to. Until the transaction ends, nobody else adds one.</summary>
    internal async Task<Gemachtigde> Gemachtigde(Guid machtigingId, string dossiernummer, CancellationToken annulering)
    {
        await Hold($"machtiging {machtigingId}", annulering);
        return await Gemachtigden.FindAsync([machtigingId], annulering) ?? Add(new Gemachtigde(machtigingId, dossiernummer)).Entity;
    }

    /// <summary>How many e-mails went to an address in the last day.</summary>
    /// <param name="adres">Its fingerprints (<see cref="Emailadres.Kenmerken"/>).</param>
    /// <param name="annulering">Stops it.</param>
    internal Task<int> Verstuurd(byte[][] adres, CancellationToken annulering) =>
        Set<Verstuurd>().CountAsync(v => adres.Contains(v.Adres) && v.Op > DateTimeOffset.UtcNow.AddHours(-24), annulering);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<CorrespondentieDb>
    {
        public CorrespondentieDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<CorrespondentieDb>().UseNpgsql().Options);
    }
}

/// <summary>An e-mail that went, to count how many one address gets in a day.</summary>
public sealed class Verstuurd
{
    public Guid VerzendingId { get; init; }
    /// <summary>A fingerprint of the address.</summary>
    public byte[] Adres { get; init; } = [];
    /// <summary>The database's clock.</summary>
    public DateTimeOffset Op { get; init; }
}
