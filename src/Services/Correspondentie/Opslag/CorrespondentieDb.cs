using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;

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
            b.AsSendable(v => new { v.DueAt, v.Id });
            b.HasIndex(v => v.Status, "ix_verzending_onzeker").HasFilter("status = 'Onzeker'");
        });
    }

    private sealed class Ontwerp : IDesignTimeDbContextFactory<CorrespondentieDb>
    {
        public CorrespondentieDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<CorrespondentieDb>().UseNpgsql().Options);
    }
}
