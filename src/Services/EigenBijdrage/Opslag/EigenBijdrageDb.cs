using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.EigenBijdrage.Opslag;

/// <summary>One bijdrage per person, with its voorzieningen and its signals to the CAK.</summary>
public sealed class EigenBijdrageDb(DbContextOptions<EigenBijdrageDb> options) : ServiceDb(options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public DbSet<Bijdrage> Bijdragen => Set<Bijdrage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.MetPersonen();
        modelBuilder.HasSequence("startnummer");
        modelBuilder.Entity<Bijdrage>(b =>
        {
            b.AsAggregate();
            b.HasIndex(x => x.PersoonId).IsUnique();
            b.HasIndex(x => x.Id).HasFilter("wacht");
            b.Ignore(x => x.TeVertellen);
            b.Ignore(x => x.Voorzieningen);
            AlsJson(b.Property(x => x.Feitcorrecties));
            AlsJson(b.Property(x => x.Besluiten));
            b.HasMany(x => x.Hulp).WithOne().IsRequired();
            b.HasMany(x => x.Signalen).WithOne().IsRequired();
            b.Navigation(x => x.Hulp).AutoInclude();
            b.Navigation(x => x.Signalen).AutoInclude();
        });
        modelBuilder.Entity<Hulp>(b =>
        {
            b.HasKey(h => h.AggregaatId);
            b.Property(h => h.AggregaatId).ValueGeneratedNever();
            b.HasIndex(h => h.Dossiernummer);
            AlsJson(b.Property(h => h.Onderbrekingen));
        });
        modelBuilder.Entity<Signaal>(b =>
        {
            b.HasKey(s => s.Startnummer);
            b.Property(s => s.Startnummer).ValueGeneratedNever();
            b.HasIndex(s => s.Startbericht).IsUnique();
            b.HasIndex(s => s.Stopbericht).IsUnique();
            b.HasIndex(s => s.Correctieberichten).HasMethod("gin");
            b.Ignore(s => s.OpenCorrectie);
            AlsJson(b.Property(s => s.Correcties));
        });
    }

    public async Task<long> NieuwStartnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('startnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>
    /// Finds the bijdrage of a person, and holds the person until the transaction ends, known or not. Changes in two dossiers at once then
    /// wait for each other, so that one of two last stops really is the last. The bijdrage is loaded after that, so that it includes what
    /// the other transaction did.
    /// </summary>
    public async Task<Bijdrage?> VanPersoon(Guid persoonId, CancellationToken annulering)
    {
        await this.HoudPersoon(persoonId, annulering);
        return await Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId, annulering);
    }

    /// <summary>Finds or creates the bijdrage of a person.</summary>
    public async Task<Bijdrage> VanPersoon(Guid persoonId, string bsn, string dossiernummer, Vault kluis, CancellationToken annulering)
    {
        if (await VanPersoon(persoonId, annulering) is { } bekend) return bekend;
        var nieuw = new Bijdrage(persoonId, bsn, dossiernummer, kluis);
        Add(nieuw);
        return nieuw;
    }

    /// <summary>Finds the bijdrage that a message to the CAK was about.</summary>
    public async Task<Bijdrage?> MetBericht(string identificatie, CancellationToken annulering)
    {
        var persoonId = await Bijdragen
            .Where(b => b.Signalen.Any(s => s.Startbericht == identificatie || s.Stopbericht == identificatie
                || s.EerdereStopberichten.Contains(identificatie) || s.Correctieberichten.Contains(identificatie)))
            .Select(b => b.PersoonId).SingleOrDefaultAsync(annulering);
        return await VanPersoon(persoonId, annulering);
    }

    /// <summary>The bijdragen with a signal that waits.</summary>
    public IQueryable<Bijdrage> Wachtend() => Bijdragen.AsNoTracking().Where(b => b.Wacht);

    /// <summary>Maps an immutable value, which is read and written as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> waarde) =>
        waarde.HasColumnType("jsonb").HasConversion(w => JsonSerializer.Serialize(w, Json), s => JsonSerializer.Deserialize<T>(s, Json)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<EigenBijdrageDb>
    {
        public EigenBijdrageDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<EigenBijdrageDb>().UseNpgsql().Options);
    }
}
