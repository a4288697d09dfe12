using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Opslag;

/// <summary>The journal of every event, and the projections computed from it.</summary>
public sealed class DossiersDb(DbContextOptions<DossiersDb> options) : ServiceDb(options)
{
    public DbSet<Journaalregel> Journaal => Set<Journaalregel>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<Dossiertermijn> Termijnen => Set<Dossiertermijn>();
    public DbSet<Tijdlijnregel> Tijdlijn => Set<Tijdlijnregel>();
    public DbSet<Aanbiedernaam> Aanbiedernamen => Set<Aanbiedernaam>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Journaalregel>(b =>
        {
            b.HasKey(j => j.Nr);
            b.Property(j => j.Nr).UseIdentityAlwaysColumn();
            b.Property(j => j.Ontvangen).HasDefaultValueSql("now()");
            b.Property(j => j.Inhoud).HoldsEvents(nameof(Journaalregel.Gebeurtenis));
            b.HasIndex(j => new { j.AggregaatId, j.Versie }).IsUnique();
            b.HasIndex(j => j.Dossiernummer);
        });
        modelBuilder.Entity<Dossier>(b =>
        {
            b.HasKey(d => d.Dossiernummer);
            // Byte order is the same on every server, whatever its locale.
            b.Property(d => d.Werklijstsleutel).UseCollation("C");
            b.HasMany(d => d.Termijnen).WithOne().HasForeignKey(t => t.Dossiernummer);
            b.HasIndex(d => new { d.Wijkteam, d.Werklijstsleutel });
            b.HasIndex(d => d.Werklijstsleutel);
            b.HasIndex(d => d.BsnKenmerk);
        });
        modelBuilder.Entity<Dossiertermijn>(b =>
        {
            b.HasKey(t => new { t.Dossiernummer, t.Soort, t.Kenmerk });
            b.HasIndex(t => new { t.Soort, t.Uiterlijk }).HasFilter("voldaan_op IS NULL AND NOT vervallen");
        });
        modelBuilder.Entity<Tijdlijnregel>(b =>
        {
            b.HasKey(t => t.Nr);
            b.Property(t => t.Nr).ValueGeneratedNever();
            b.Property(t => t.Door).AsActor();
            b.HasIndex(t => t.Dossiernummer);
        });
        modelBuilder.Entity<Aanbiedernaam>(b => b.HasKey(a => a.Agb));
    }

    /// <summary>
    /// Writes one line in the journal, and holds its dossier (as <see cref="ServiceDb.Hold"/> does) in the same statement. A later read in
    /// this transaction then sees the whole journal of the dossier, and no other transaction computes it meanwhile.
    /// </summary>
    /// <returns>False when the journal already has this event.</returns>
    public async Task<bool> Schrijf(Journaalregel r, CancellationToken annulering) =>
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO journaalregel (aggregaat_id, versie, gebeurtenis, bron, dossiernummer, op, inhoud, traceparent)
            SELECT {r.AggregaatId}, {r.Versie}, {r.Gebeurtenis}, {r.Bron}, {r.Dossiernummer}, {r.Op}, {r.Inhoud}, {r.Traceparent}
            FROM pg_advisory_xact_lock(hashtextextended({r.Dossiernummer}, 0))
            ON CONFLICT (aggregaat_id, versie) DO NOTHING
            """, annulering) == 1;

    /// <summary>Stores the name of a provider. The highest version wins, whatever the order of arrival.</summary>
    public Task Noem(ZorgaanbiederGecontracteerd g, CancellationToken annulering) =>
        Database.ExecuteSqlAsync(
            $"""
            INSERT INTO aanbiedernaam (agb, naam, versie) VALUES ({g.Agb}, {g.Naam}, {g.Versie})
            ON CONFLICT (agb) DO UPDATE SET naam = excluded.naam, versie = excluded.versie WHERE aanbiedernaam.versie < excluded.versie
            """, annulering);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<DossiersDb>
    {
        public DossiersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<DossiersDb>().UseNpgsql().Options);
    }
}
