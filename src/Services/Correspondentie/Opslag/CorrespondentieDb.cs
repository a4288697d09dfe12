using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie.Opslag;

/// <summary>The letters and e-mails, sent and still to be sent.</summary>
public sealed class CorrespondentieDb(DbContextOptions<CorrespondentieDb> options) : ServiceDb(options)
{
    public DbSet<Verzending> Verzendingen => Set<Verzending>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Verzending>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => new { v.Dossiernummer, v.Soort }).IsUnique();
            b.HasIndex(v => v.VerzendenVanaf).HasFilter("verzenden_vanaf IS NOT NULL");
        });
    }

    private sealed class Ontwerp : IDesignTimeDbContextFactory<CorrespondentieDb>
    {
        public CorrespondentieDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<CorrespondentieDb>().UseNpgsql().Options);
    }
}
