using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Pgb.Opslag;

/// <summary>One toets per voorziening, the granted budgets, and the message traffic with the SVB.</summary>
public sealed class PgbDb(DbContextOptions<PgbDb> options) : ServiceDb(options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public DbSet<PgbToets> Toetsen => Set<PgbToets>();
    public DbSet<Budget> Budgetten => Set<Budget>();
    public DbSet<Besluitstand> Besluitstanden => Set<Besluitstand>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.MetPersonen();
        modelBuilder.Entity<PgbToets>(b =>
        {
            b.AsAggregate();
            b.HasIndex(t => t.VoorzieningId).IsUnique();
            b.HasIndex(t => new { t.Wijkteam, t.Status, t.Id });
            b.HasIndex(t => t.Dossiernummer);
            b.HasIndex(t => t.OnderzoekId);
            AlsJson(b.Property(t => t.Documenten));
            AlsJson(b.Property(t => t.Gesprek));
        });
        modelBuilder.Entity<Onderzoekseinde>(b =>
        {
            b.HasKey(e => e.OnderzoekId);
            b.Property(e => e.OnderzoekId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Besluitstand>(b =>
        {
            b.HasKey(s => s.VoorzieningId);
            b.Property(s => s.VoorzieningId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Budget>(b =>
        {
            b.AsAggregate();
            b.Ignore(x => x.Bezet).Ignore(x => x.Geldend).Ignore(x => x.VerwachteAfsluitingen);
            b.ComplexProperty(x => x.Periode);
            b.HasIndex(x => new { x.VoorzieningId, x.InEigenBeheer }).IsUnique();
            b.HasIndex(x => x.Berichten).HasMethod("gin");
            b.HasIndex(x => x.Identificaties).HasMethod("gin");
            b.HasIndex(x => x.PersoonId);
            b.HasIndex(x => x.Dossiernummer);
            b.HasIndex(x => new { x.Status, x.Id });
            b.HasIndex(x => x.AfsluitingUiterlijk);
            b.Property(x => x.Bedrag).HasPrecision(12, 2);
            AlsJson(b.Property(x => x.Toegekend));
            AlsJson(b.Property(x => x.Functiebudgetten));
            AlsJson(b.Property(x => x.Situaties));
            AlsJson(b.Property(x => x.Wijzigingen));
            AlsJson(b.Property(x => x.Afsluitingen));
            AlsJson(b.Property(x => x.Beeindiging));
        });
    }

    /// <summary>
    /// The toetsen that belong to an aanvraag, which was dealt with. That is stored, so that a choice that arrives later starts nothing.
    /// </summary>
    /// <param name="afhandeling">The event that ended the aanvraag.</param>
    /// <param name="onderzoekId">The onderzoek it came from; null in an event from before a dossier could hold several.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task<List<PgbToets>> ToetsenVanAanvraag(Gebeurtenis afhandeling, Guid? onderzoekId, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(afhandeling);
        if (onderzoekId is not { } id)
            return await Toetsen.Where(t => t.Dossiernummer == afhandeling.Dossiernummer).ToListAsync(annulering);
        (await Einde(id, annulering)).VolgAanvraag(afhandeling);
        return await Toetsen.Where(t => t.OnderzoekId == id).ToListAsync(annulering);
    }

    /// <summary>Finds or creates what ended the choices in an onderzoek.</summary>
    public async Task<Onderzoekseinde> Einde(Guid onderzoekId, CancellationToken annulering)
    {
        if (await FindAsync<Onderzoekseinde>([onderzoekId], annulering) is { } bekend) return bekend;
        var nieuw = new Onderzoekseinde { OnderzoekId = onderzoekId };
        Add(nieuw);
        return nieuw;
    }

    /// <summary>Finds and locks the budget that a message to the SVB was about, so that another change of it waits or is refused.</summary>
    public async Task<Budget> MetBericht(string berichtidentificatie, CancellationToken annulering) =>
        // A list and not SingleAsync: composed over raw SQL, EF asks for the columns of Periode by their unconverted names.
        (await Budgetten.FromSql($"SELECT *, xmin FROM budget WHERE berichten @> ARRAY[{berichtidentificatie}] FOR UPDATE")
            .ToListAsync(annulering)).Single();

    /// <summary>Finds and locks the budgets that the SVB knows by these identifications.</summary>
    public async Task<IReadOnlyList<Budget>> MetIdentificaties(IEnumerable<string> identificaties, CancellationToken annulering)
    {
        var gezocht = identificaties.Distinct().ToArray();
        return await Budgetten.FromSql($"SELECT *, xmin FROM budget WHERE identificaties && {gezocht} ORDER BY id FOR UPDATE")
            .ToListAsync(annulering);
    }

    /// <summary>
    /// Whether another budget of the same person has one of these zorgfuncties at the same time (iPgb OP508). The person is held until the
    /// transaction ends, so that the second of two simultaneous budgets sees the first.
    /// </summary>
    public async Task<bool> OverlaptAnder(Budget budget, IReadOnlyList<Functiebudget> delen, CancellationToken annulering)
    {
        await this.HoudPersoon(budget.PersoonId, annulering);
        await Budgetten.Where(b => b.PersoonId == budget.PersoonId && b.Id != budget.Id).LoadAsync(annulering);
        // A budget that was granted in the same transaction is not stored yet.
        return Budgetten.Local.Where(b => b.PersoonId == budget.PersoonId && b.Id != budget.Id)
            .Any(b => b.Bezet.Any(bezet => delen.Any(bezet.Overlapt)));
    }

    /// <summary>
    /// Takes over that this decision on the voorziening is the last one that is known. The caller holds the person, so that of two
    /// decisions at the same moment the second sees the first.
    /// </summary>
    /// <returns>False when a later decision, or this one, is known already.</returns>
    public async Task<bool> NeemBesluit(Guid voorzieningId, int stand, CancellationToken annulering)
    {
        if (await FindAsync<Besluitstand>([voorzieningId], annulering) is { } bekend) return bekend.Volg(stand);
        Add(new Besluitstand(voorzieningId, stand));
        return true;
    }

    /// <summary>The budgets of a person that are held back for the sake of another.</summary>
    public IQueryable<Budget> Tegengehouden(Guid persoonId) =>
        Budgetten.Where(b => b.PersoonId == persoonId && b.Status == Budgetstatus.Tegengehouden).OrderBy(b => b.Id);

    /// <summary>
    /// Running budgets whose last day has passed. A budget that waits for an answer is left out until that answer arrives.
    /// </summary>
    public IQueryable<Budget> Afgelopen(DateOnly vandaag) =>
        Budgetten.Where(b => b.Periode.Einddatum < vandaag && b.Status == Budgetstatus.Gereserveerd);

    /// <summary>Budgets that were never reserved and whose last day has passed, which was not recorded yet.</summary>
    public IQueryable<Budget> NooitGereserveerd(DateOnly vandaag) => Budgetten.Where(b => !b.IsAfgelopen && b.Periode.Einddatum < vandaag
        && b.Status != Budgetstatus.Beeindigd && b.Status != Budgetstatus.Gereserveerd);

    /// <summary>Maps an immutable value, which is read and written as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> waarde) =>
        waarde.HasColumnType("jsonb").HasConversion(w => JsonSerializer.Serialize(w, Json), s => JsonSerializer.Deserialize<T>(s, Json)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<PgbDb>
    {
        public PgbDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PgbDb>().UseNpgsql().Options);
    }
}
