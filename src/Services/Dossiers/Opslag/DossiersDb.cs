using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Opslag;

/// <summary>The journal of every event, and the projections computed from it.</summary>
public sealed class DossiersDb(DbContextOptions<DossiersDb> options) : ServiceDb(options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public DbSet<Journaalregel> Journaal => Set<Journaalregel>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<Dossiertermijn> Termijnen => Set<Dossiertermijn>();
    public DbSet<Tijdlijnregel> Tijdlijn => Set<Tijdlijnregel>();
    public DbSet<Aanbiedernaam> Aanbiedernamen => Set<Aanbiedernaam>();
    public DbSet<TeTonen> TeTonen => Set<TeTonen>();
    public DbSet<Onleesbaar> Onleesbaar => Set<Onleesbaar>();

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
            b.Property(d => d.Zaken).HasColumnType("jsonb").HasConversion(
                z => JsonSerializer.Serialize(z, Json), s => JsonSerializer.Deserialize<Zaak[]>(s, Json)!);
            b.HasMany(d => d.Termijnen).WithOne().HasForeignKey(t => t.Dossiernummer);
            b.HasIndex(d => new { d.Wijkteam, d.Werklijstsleutel });
            b.HasIndex(d => d.Werklijstsleutel);
            b.HasIndex(d => d.BsnKenmerk);
            b.HasIndex(d => d.PersoonId);
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
        modelBuilder.Entity<TeTonen>(b =>
        {
            b.HasKey(t => t.Nr);
            b.Property(t => t.Nr).ValueGeneratedNever();
            b.HasIndex(t => t.Dossiernummer);
        });
        modelBuilder.Entity<Onleesbaar>(b =>
        {
            b.HasKey(o => o.Nr);
            b.Property(o => o.Nr).ValueGeneratedNever();
            b.Property(o => o.Sinds).HasDefaultValueSql("now()");
            b.HasIndex(o => o.Dossiernummer);
        });
    }

    /// <summary>Writes one line in the journal, and that its dossier has to show it.</summary>
    /// <returns>False when the journal already has this event.</returns>
    public async Task<bool> Schrijf(Journaalregel r, CancellationToken annulering) =>
        await Database.ExecuteSqlAsync(
            $"""
            WITH regel AS (
                INSERT INTO journaalregel (aggregaat_id, versie, gebeurtenis, bron, dossiernummer, op, inhoud, traceparent)
                VALUES ({r.AggregaatId}, {r.Versie}, {r.Gebeurtenis}, {r.Bron}, {r.Dossiernummer}, {r.Op}, {r.Inhoud}, {r.Traceparent})
                ON CONFLICT (aggregaat_id, versie) DO NOTHING
                RETURNING nr, dossiernummer)
            INSERT INTO te_tonen (nr, dossiernummer, pogingen) SELECT nr, dossiernummer, 0 FROM regel
            """, annulering) == 1;

    /// <summary>
    /// Takes lines that wait, with the turn of their dossiers (<see cref="ServiceDb.Hold"/>) until the transaction ends. Dossiers that
    /// another transaction holds are left to it.
    /// </summary>
    public Task<List<Wachtend>> NeemTeTonen(int hoogstens, string? alleen, CancellationToken annulering) =>
        Database.SqlQuery<Wachtend>(
            $"""
            WITH rij AS MATERIALIZED (
                SELECT nr, dossiernummer FROM te_tonen
                WHERE (niet_voor IS NULL OR niet_voor <= now()) AND ({alleen}::text IS NULL OR dossiernummer = {alleen})
                ORDER BY nr LIMIT {hoogstens} FOR UPDATE SKIP LOCKED),
            beurt AS MATERIALIZED (
                SELECT dossiernummer, pg_try_advisory_xact_lock(hashtextextended(dossiernummer, 0)) AS vrij
                FROM (SELECT DISTINCT dossiernummer FROM rij) dossier)
            DELETE FROM te_tonen t USING rij, beurt
            WHERE t.nr = rij.nr AND beurt.dossiernummer = rij.dossiernummer AND beurt.vrij
            RETURNING t.nr AS "Nr", t.dossiernummer AS "Dossiernummer"
            """).ToListAsync(annulering);

    /// <summary>The dossiers of the oldest lines that wait.</summary>
    public Task<List<string>> WachtendeDossiers(int regels, CancellationToken annulering) =>
        Database.SqlQuery<string>(
            $"""
            SELECT DISTINCT dossiernummer AS "Value" FROM (
                SELECT dossiernummer FROM te_tonen WHERE niet_voor IS NULL OR niet_voor <= now() ORDER BY nr LIMIT {regels}) wachtend
            """).ToListAsync(annulering);

    /// <summary>Puts off the lines of a dossier that could not be shown: a second at first, an hour at most.</summary>
    public Task StelUit(string dossiernummer, string fout, CancellationToken annulering) =>
        Database.ExecuteSqlAsync(
            $"""
            UPDATE te_tonen SET pogingen = pogingen + 1, fout = {fout},
                niet_voor = now() + (ARRAY['1s', '5s', '30s', '5min', '1h']::interval[])[least(pogingen + 1, 5)]
            WHERE dossiernummer = {dossiernummer} AND (niet_voor IS NULL OR niet_voor <= now())
            """, annulering);

    /// <summary>Removes everything that a dossier shows, so that it is shown anew from the journal.</summary>
    public Task Wis(string dossiernummer, CancellationToken annulering) =>
        Database.ExecuteSqlAsync(
            $"""
            DELETE FROM tijdlijnregel WHERE dossiernummer = {dossiernummer};
            DELETE FROM dossiertermijn WHERE dossiernummer = {dossiernummer};
            DELETE FROM dossier WHERE dossiernummer = {dossiernummer};
            DELETE FROM onleesbaar WHERE dossiernummer = {dossiernummer};
            DELETE FROM te_tonen WHERE dossiernummer = {dossiernummer};
            INSERT INTO te_tonen (nr, dossiernummer, pogingen)
                SELECT nr, dossiernummer, 0 FROM journaalregel WHERE dossiernummer = {dossiernummer}
                -- A line that came in since the deletion waits already.
                ON CONFLICT DO NOTHING
            """, annulering);

    /// <summary>Stores the name of a provider. The highest version wins, whatever the order of arrival.</summary>
    public Task Noem(ZorgaanbiederGecontracteerd g, CancellationToken annulering) =>
        Database.ExecuteSqlAsync(
            $"""
            INSERT INTO aanbiedernaam (agb, naam, versie) VALUES ({g.Agb}, {g.Naam}, {g.Versie})
            ON CONFLICT (agb) DO UPDATE SET naam = excluded.naam, versie = excluded.versie WHERE aanbiedernaam.versie < excluded.versie
            """, annulering);

    /// <summary>A line of the journal that its dossier has to show.</summary>
    public sealed record Wachtend(long Nr, string Dossiernummer);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<DossiersDb>
    {
        public DossiersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<DossiersDb>().UseNpgsql().Options);
    }
}
