using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Declaraties;

namespace WmoPlatform.Zorgaanbieders.Opslag;

/// <summary>The register of providers, what is assigned to them, what they declare, and the post to and from them.</summary>
public sealed class ZorgaanbiedersDb(DbContextOptions<ZorgaanbiedersDb> options) : DienstDb(options)
{
    public DbSet<Zorgaanbieder> Zorgaanbieders => Set<Zorgaanbieder>();
    public DbSet<Toewijzing> Toewijzingen => Set<Toewijzing>();
    public DbSet<Declaratie> Declaraties => Set<Declaratie>();
    public DbSet<Prestatieregel> Prestatieregels => Set<Prestatieregel>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.HasSequence("toewijzingnummer");
        modelBuilder.Entity<Zorgaanbieder>(b =>
        {
            b.AlsAggregaat();
            b.HasIndex(z => z.Agb).IsUnique();
            b.ComplexProperty(z => z.Contract);
        });
        modelBuilder.Entity<Toewijzing>(b =>
        {
            b.AlsAggregaat();
            b.ComplexProperty(t => t.Product);
            b.ComplexProperty(t => t.Omvang);
            b.ComplexProperty(t => t.Periode);
            b.HasIndex(t => t.Toewijzingnummer).IsUnique();
            b.HasIndex(t => new { t.VoorzieningId, t.Volgnummer }).IsUnique();
            b.HasIndex(t => new { t.PersoonId, t.Agb });
            b.HasIndex(t => t.Dossiernummer);
            b.HasIndex(t => new { t.Agb, t.Toewijzingnummer });
            b.HasIndex(t => new { t.Wijkteam, t.Toewijzingnummer });
            b.HasIndex(t => t.Berichten).HasMethod("gin");
        });
        modelBuilder.Entity<Declaratie>(b =>
        {
            b.AlsAggregaat();
            b.ComplexProperty(d => d.Periode);
            b.HasIndex(d => new { d.Agb, d.Declaratienummer }).IsUnique().HasFilter("retourcodes = '{}'");
            b.HasIndex(d => new { d.Agb, d.Id });
        });
        modelBuilder.Entity<Prestatieregel>(b =>
        {
            b.HasKey(p => new { p.DeclaratieId, p.Volgnummer });
            b.HasIndex(p => new { p.Agb, p.Referentienummer });
            b.HasIndex(p => new { p.Agb, p.Referentienummer }, "ix_prestatieregel_toegekend").IsUnique().HasFilter("is_toegekend");
            b.HasIndex(p => p.Toewijzingnummer).HasFilter("is_toegekend AND NOT is_credit AND NOT is_gecrediteerd");
        });
    }

    /// <summary>A new number, never given out before.</summary>
    public async Task<long> Toewijzingnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('toewijzingnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>What the provider's message is about, by number. Locked: messages about the same assignment wait for each other.</summary>
    public async Task<Dictionary<long, Toewijzing>> VanAanbieder(string agb, IEnumerable<long?> nummers, CancellationToken annulering)
    {
        long[] gevraagd = [.. nummers.OfType<long>()];
        return await Toewijzingen.FromSql($"SELECT *, xmin FROM toewijzing WHERE agb = {agb} AND toewijzingnummer = ANY ({gevraagd}) ORDER BY toewijzingnummer FOR UPDATE")
            .ToDictionaryAsync(t => t.Toewijzingnummer, annulering);
    }

    /// <summary>What a WMO301 of ours told. Locked.</summary>
    public Task<List<Toewijzing>> InBericht(string berichtidentificatie, CancellationToken annulering) =>
        Toewijzingen.FromSql($"SELECT *, xmin FROM toewijzing WHERE berichten @> ARRAY[{berichtidentificatie}] ORDER BY toewijzingnummer FOR UPDATE").ToListAsync(annulering);

    /// <summary>Whether help under it was granted and not credited, or waits for a person to agree: then it cannot be removed (iWmo TR385, code 9385).</summary>
    public Task<bool> HeeftGoedgekeurdeDeclaratie(long toewijzingnummer, CancellationToken annulering) =>
        Prestatieregels.AnyAsync(p => p.Toewijzingnummer == toewijzingnummer && p.IsToegekend && !p.IsCredit && !p.IsGecrediteerd, annulering);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<ZorgaanbiedersDb>
    {
        public ZorgaanbiedersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ZorgaanbiedersDb>().UseNpgsql().Options);
    }
}
