using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Messaging;

namespace WmoPlatform.Onderzoeken.Opslag;

/// <summary>Onderzoeken with their gesprekken and indicaties, and the copy of the register of providers.</summary>
public sealed class OnderzoekDb(DbContextOptions<OnderzoekDb> options) : ServiceDb(options)
{
    public DbSet<Onderzoek> Onderzoeken => Set<Onderzoek>();

    public DbSet<Zorgaanbieder> Zorgaanbieders => Set<Zorgaanbieder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Onderzoek>(b =>
        {
            b.AsAggregate();
            b.HasIndex(o => o.Dossiernummer);
            b.HasIndex(o => o.Meldingnummer).IsUnique();
            b.HasIndex(o => o.MeldingId).IsUnique();
            b.HasIndex(o => o.Bsn);
            // For the work list: running onderzoeken by their last day.
            b.HasIndex(o => new { o.Wijkteam, o.Status, o.Uiterlijk, o.Meldingnummer });
            AlsJson(b.Property(o => o.Persoon));
            AlsJson(b.Property(o => o.Brpsignalen));
            AlsJson(b.Property(o => o.Opmerkingen));
            AlsJson(b.Property(o => o.VroegeVragen));
            b.HasMany(o => o.Gesprekken).WithOne().IsRequired();
            b.HasMany(o => o.Indicaties).WithOne().IsRequired();
            b.Navigation(o => o.Gesprekken).AutoInclude();
            b.Navigation(o => o.Indicaties).AutoInclude();
        });
        modelBuilder.Entity<Gesprek>(b =>
        {
            b.Property(g => g.Id).ValueGeneratedNever();
            AlsJson(b.Property(g => g.Onderwerpen));
        });
        modelBuilder.Entity<Indicatie>(b =>
        {
            b.Property(i => i.Id).ValueGeneratedNever();
            b.ComplexProperty(i => i.Product);
            b.ComplexProperty(i => i.Omvang);
            b.ComplexProperty(i => i.Periode);
        });
        modelBuilder.Entity<Zorgaanbieder>().HasKey(z => z.Agb);
    }

    /// <summary>Finds the onderzoek that an event is about.</summary>
    /// <exception cref="EarlierFactMissing">The melding has not arrived yet.</exception>
    public async Task<Onderzoek> VanMelding(Guid meldingId, CancellationToken annulering) =>
        await Onderzoeken.SingleOrDefaultAsync(o => o.MeldingId == meldingId, annulering)
            ?? throw new EarlierFactMissing("melding", 1);

    /// <summary>Maps a value that is read and written as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> eigenschap) => eigenschap.HasColumnType("jsonb").HasConversion(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web), v => JsonSerializer.Deserialize<T>(v, JsonSerializerOptions.Web)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<OnderzoekDb>
    {
        public OnderzoekDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<OnderzoekDb>().UseNpgsql().Options);
    }
}
