using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage.Opslag;

/// <summary>One bijdrage per person, with its voorzieningen and its signals to the CAK.</summary>
public sealed class EigenBijdrageDb(DbContextOptions<EigenBijdrageDb> options) : DienstDb(options)
{
    public DbSet<Bijdrage> Bijdragen => Set<Bijdrage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.HasSequence("startnummer");
        modelBuilder.Entity<Bijdrage>(b =>
        {
            b.AlsAggregaat();
            b.HasIndex(x => x.PersoonId).IsUnique();
            b.HasMany(x => x.Voorzieningen).WithOne().IsRequired();
            b.HasMany(x => x.Signalen).WithOne().IsRequired();
            b.Navigation(x => x.Voorzieningen).AutoInclude();
            b.Navigation(x => x.Signalen).AutoInclude();
        });
        modelBuilder.Entity<Voorziening>(b =>
        {
            b.HasKey(v => v.VoorzieningId);
            b.Property(v => v.VoorzieningId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Signaal>(b =>
        {
            b.HasKey(s => s.Startnummer);
            b.Property(s => s.Startnummer).ValueGeneratedNever();
            b.HasIndex(s => s.Startbericht).IsUnique();
            b.HasIndex(s => s.Stopbericht).IsUnique();
        });
    }

    public async Task<long> NieuwStartnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('startnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>The person's bijdrage, new or known.</summary>
    public async Task<Bijdrage> VanPersoon(Guid persoonId, string bsn, string dossiernummer, Kluis kluis, CancellationToken annulering)
    {
        if (await Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId, annulering) is { } bekend) return bekend;
        var nieuw = new Bijdrage(persoonId, kluis.VerzegelTekst(bsn), dossiernummer);
        Add(nieuw);
        return nieuw;
    }

    /// <summary>The bijdrage in which this voorziening has started.</summary>
    /// <exception cref="EerderFeitOntbreekt">Its start has not arrived yet.</exception>
    public async Task<Bijdrage> MetVoorziening(Guid persoonId, Guid voorzieningId, CancellationToken annulering) =>
        await Bijdragen.SingleOrDefaultAsync(b => b.PersoonId == persoonId && b.Voorzieningen.Any(v => v.VoorzieningId == voorzieningId), annulering)
            ?? throw new EerderFeitOntbreekt("start van de voorziening");

    /// <summary>The bijdrage that a message to the CAK was about.</summary>
    public Task<Bijdrage> MetBericht(string identificatie, CancellationToken annulering) =>
        Bijdragen.SingleAsync(b => b.Signalen.Any(s => s.Startbericht == identificatie || s.Stopbericht == identificatie), annulering);

    /// <summary>People with something running or ended that the CAK may not know yet.</summary>
    public IQueryable<Bijdrage> Wachtend() => Bijdragen.AsNoTracking().Where(b =>
        (b.Voorzieningen.Any(v => v.Einddatum == null && v.NietVerschuldigd == null) && b.Signalen.All(s => s.Status == Signaalstatus.Gestopt))
        || (b.Voorzieningen.All(v => v.Einddatum != null) && b.Signalen.Any(s => s.Status == Signaalstatus.StartBevestigd)));

    private sealed class Ontwerp : IDesignTimeDbContextFactory<EigenBijdrageDb>
    {
        public EigenBijdrageDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<EigenBijdrageDb>().UseNpgsql().Options);
    }
}
