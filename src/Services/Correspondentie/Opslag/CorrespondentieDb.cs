using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie.Opslag;

/// <summary>The letters and e-mails, sent and still to be sent.</summary>
public sealed class CorrespondentieDb(DbContextOptions<CorrespondentieDb> options) : ServiceDb(options)
{
    public DbSet<Verzending> Verzendingen => Set<Verzending>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetPersonen();
        modelBuilder.Entity<Verstuurd>(b =>
        {
            b.HasKey(v => v.VerzendingId);
            b.Property(v => v.Op).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.HasIndex(v => new { v.Adres, v.Op });
        });
        modelBuilder.Entity<Verzending>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => new { v.Dossiernummer, v.Soort }).IsUnique();
            b.HasIndex(v => v.PersoonId);
            b.AsSendable(v => new { v.DueAt, v.Id });
            b.HasIndex(v => v.Status, "ix_verzending_onzeker").HasFilter("status = 'Onzeker'");
        });
    }

    /// <summary>How many e-mails went to an address in the last day.</summary>
    /// <param name="adres">Its fingerprints (<see cref="Verstuurd.Kenmerken"/>).</param>
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

    /// <summary>Each fingerprint that may be kept of an address, the one that is kept now first.</summary>
    internal static byte[][] Kenmerken(string adres, Vault kluis) =>
        kluis.Fingerprints("e-mailadres").All(Encoding.UTF8.GetBytes(adres.Trim().ToLowerInvariant()));
}
