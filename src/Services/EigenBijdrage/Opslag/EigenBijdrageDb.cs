using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;

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
        modelBuilder.HasSequence("startnummer");
        modelBuilder.Entity<Bijdrage>(b =>
        {
            b.AsAggregate();
            b.HasIndex(x => x.PersoonId).IsUnique();
            b.HasIndex(x => x.Id).HasFilter("wacht");
            b.Ignore(x => x.TeVertellen);
            AlsJson(b.Property(x => x.Feitcorrecties));
            b.HasMany(x => x.Voorzieningen).WithOne().IsRequired();
            b.HasMany(x => x.Signalen).WithOne().IsRequired();
            b.Navigation(x => x.Voorzieningen).AutoInclude();
            b.Navigation(x => x.Signalen).AutoInclude();
        });
        modelBuilder.Entity<Voorziening>(b =>
        {
            b.HasKey(v => v.VoorzieningId);
            b.Property(v => v.VoorzieningId).ValueGeneratedNever();
            b.HasIndex(v => v.Dossiernummer);
            b.Ignore(v => v.Tijdvakken);
            AlsJson(b.Property(v => v.EerdereTijdvakken));
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
        modelBuilder.Entity<EindeZonderStart>(b =>
        {
            b.HasKey(e => e.VoorzieningId);
            b.Property(e => e.VoorzieningId).ValueGeneratedNever();
        });
    }

    public async Task<long> NieuwStartnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('startnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>
    /// The person's bijdrage, if known. The person, known or not, is held until the transaction ends: changes in two dossiers at once wait
    /// for each other, so that of two last stops one is the last. The bijdrage is loaded after that, so that it shows what the other did.
    /// </summary>
    public async Task<Bijdrage?> VanPersoon(Guid persoonId, CancellationToken annulering)
    {
        await Hold(persoonId.ToString(), annulering);
        return await Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId, annulering);
    }

    /// <summary>The person's bijdrage, new or known.</summary>
    public async Task<Bijdrage> VanPersoon(Guid persoonId, string bsn, string dossiernummer, Vault kluis, CancellationToken annulering)
    {
        if (await VanPersoon(persoonId, annulering) is { } bekend) return bekend;
        var nieuw = new Bijdrage(persoonId, kluis.SealText(bsn), dossiernummer);
        Add(nieuw);
        return nieuw;
    }

    /// <summary>The bijdrage in which this voorziening has started.</summary>
    /// <exception cref="EarlierFactMissing">Its start has not arrived yet.</exception>
    public async Task<Bijdrage> MetVoorziening(Guid persoonId, Guid voorzieningId, CancellationToken annulering) =>
        await VanPersoon(persoonId, annulering) is { } bijdrage && bijdrage.Zoek(voorzieningId) is not null
            ? bijdrage
            : throw new EarlierFactMissing("start van de voorziening");

    /// <summary>The bijdrage that a message to the CAK was about.</summary>
    public async Task<Bijdrage?> MetBericht(string identificatie, CancellationToken annulering)
    {
        var persoonId = await Bijdragen
            .Where(b => b.Signalen.Any(s => s.Startbericht == identificatie || s.Stopbericht == identificatie
                || s.EerdereStopberichten.Contains(identificatie) || s.Correctieberichten.Contains(identificatie)))
            .Select(b => b.PersoonId).SingleOrDefaultAsync(annulering);
        return await VanPersoon(persoonId, annulering);
    }

    /// <summary>People with a signal that waits for its day.</summary>
    public IQueryable<Bijdrage> Wachtend() => Bijdragen.AsNoTracking().Where(b => b.Wacht);

    /// <summary>An unchangeable value is read, replaced and stored as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> waarde) =>
        waarde.HasColumnType("jsonb").HasConversion(w => JsonSerializer.Serialize(w, Json), s => JsonSerializer.Deserialize<T>(s, Json)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<EigenBijdrageDb>
    {
        public EigenBijdrageDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<EigenBijdrageDb>().UseNpgsql().Options);
    }
}

/// <summary>The end of a budget without a known start: it was never reserved, or that event is still to come.</summary>
public sealed class EindeZonderStart
{
    public Guid VoorzieningId { get; init; }
    public Guid AggregaatId { get; init; }
    public int Versie { get; init; }
    public DateOnly Einddatum { get; init; }
    public bool Ingetrokken { get; init; }
}
