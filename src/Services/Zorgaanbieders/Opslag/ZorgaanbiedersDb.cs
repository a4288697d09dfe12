using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Aanbiederplatform;
using WmoPlatform.Zorgaanbieders.Abonnementen;

namespace WmoPlatform.Zorgaanbieders.Opslag;

/// <summary>The register of providers, what is assigned to them, and the post to and from them.</summary>
public sealed class ZorgaanbiedersDb(DbContextOptions<ZorgaanbiedersDb> options) : DienstDb(options)
{
    public DbSet<Zorgaanbieder> Zorgaanbieders => Set<Zorgaanbieder>();
    public DbSet<Toewijzing> Toewijzingen => Set<Toewijzing>();
    public DbSet<Begeleidingsplan> Begeleidingsplannen => Set<Begeleidingsplan>();
    public DbSet<Inzage> Inzagen => Set<Inzage>();
    public DbSet<Abonnement> Abonnementen => Set<Abonnement>();
    public DbSet<Bezorging> Bezorgingen => Set<Bezorging>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.HasSequence("toewijzingnummer");
        modelBuilder.Entity<Zorgaanbieder>(b =>
        {
            b.AlsAggregaat();
            b.HasIndex(z => z.Agb).IsUnique();
            // Whoever was there before the choice was, is reached by message.
            b.ComplexProperty(z => z.Contract, c => c.Property(x => x.Aansluiting).HasDefaultValue(WmoPlatform.Zorgaanbieders.Aansluiting.Berichten).ValueGeneratedNever());
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
        modelBuilder.Entity<Begeleidingsplan>(b =>
        {
            b.Property(p => p.Id).ValueGeneratedNever();
            b.HasOne<Toewijzing>().WithMany().HasForeignKey(p => p.ToewijzingId);
        });
        modelBuilder.Entity<Inzage>(b =>
        {
            b.HasKey(i => i.Nr);
            b.Property(i => i.Nr).UseIdentityAlwaysColumn();
            b.HasIndex(i => i.ToewijzingId);
        });
        modelBuilder.MetAbonnementen();
    }

    /// <summary>A new number, never given out before.</summary>
    public async Task<long> Toewijzingnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('toewijzingnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>How this provider hears and answers; whoever is not in the register by message.</summary>
    public Task<Aansluiting> Aansluiting(string agb, CancellationToken annulering) =>
        Zorgaanbieders.Where(z => z.Agb == agb).Select(z => z.Contract.Aansluiting).SingleOrDefaultAsync(annulering);

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

    private sealed class Ontwerp : IDesignTimeDbContextFactory<ZorgaanbiedersDb>
    {
        public ZorgaanbiedersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ZorgaanbiedersDb>().UseNpgsql().Options);
    }
}
