using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Klachten;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Spoed;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Beschikkingen.Opslag;

/// <summary>Aanvragen with their beschikking, bezwaren, klachten, beroepen, and the outcomes of the pgb-toets per voorziening.</summary>
public sealed class BeschikkingenDb(DbContextOptions<BeschikkingenDb> options) : ServiceDb(options)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower,
            allowIntegerValues: false) }
        };

    public DbSet<Aanvraag> Aanvragen => Set<Aanvraag>();
    public DbSet<Voorziening> Voorzieningen => Set<Voorziening>();
    public DbSet<Herziening> Herzieningen => Set<Herziening>();
    public DbSet<Spoedbesluit> Spoedbesluiten => Set<Spoedbesluit>();
    public DbSet<PgbToets> PgbToetsen => Set<PgbToets>();
    public DbSet<Pgbstuk> Pgbstukken => Set<Pgbstuk>();
    public DbSet<VroegeAanvraag> VroegeAanvragen => Set<VroegeAanvraag>();
    public DbSet<Meldingsbeeld> Meldingen => Set<Meldingsbeeld>();
    public DbSet<Onderzoeksbeeld> Onderzoeken => Set<Onderzoeksbeeld>();
    public DbSet<Bezwaar> Bezwaren => Set<Bezwaar>();
    public DbSet<Beroep> Beroepen => Set<Beroep>();
    public DbSet<Klacht> Klachten => Set<Klacht>();
    public DbSet<Wijzigingsverzoek> Wijzigingsverzoeken => Set<Wijzigingsverzoek>();
    public DbSet<Dossierhouder> Dossierhouders => Set<Dossierhouder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetPersonen();
        modelBuilder.HasSequence("aanvraag_volgnummer");
        modelBuilder.HasSequence("beschikking_volgnummer");
        modelBuilder.HasSequence("herziening_volgnummer");
        modelBuilder.Entity<Aanvraag>(b =>
        {
            b.AsAggregate();
            b.HasIndex(a => a.Dossiernummer);
            b.Ignore(a => a.Nummer);
            b.HasIndex(a => a.Aanvraagnummer).IsUnique();
            b.HasIndex(a => a.Wijzigingsnummer).IsUnique();
            b.HasIndex(a => a.OnderzoekId);
            b.HasIndex(a => a.PersoonId);
            b.Property(a => a.IsOndertekend).ValueGeneratedNever();
            b.HasIndex(a => a.Beschikkingnummer).IsUnique();
            b.HasIndex(a => new { a.Uiterlijk, a.Aanvraagnummer });
            b.HasIndex(a => a.Bsn);
            AlsJson(b.Property(a => a.EerstBij));
            AlsJson(b.Property(a => a.Voorzieningen));
            AlsJson(b.Property(a => a.GevraagdeHulp));
            b.Ignore(a => a.IsVraagOnbekend);
            AlsJson(b.Property(a => a.Besluiten));
            AlsJson(b.Property(a => a.Verwijzingen));
            AlsJson(b.Property(a => a.Besluitvorming));
            AlsJson(b.Property(a => a.Handelingen));
            AlsJson(b.Property(a => a.Intrekkingen));
            AlsJson(b.Property(a => a.Beslistermijn));
            AlsJson(b.Property(a => a.Dwangsom));
            b.HasIndex(a => a.WachtTot).HasFilter("wacht_tot IS NOT NULL");
        });
        modelBuilder.Entity<Voorziening>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => v.VoorzieningId).IsUnique();
            b.HasIndex(v => v.Dossiernummer);
            b.HasIndex(v => v.PersoonId);
            b.HasIndex(v => v.LaatsteDag);
            b.HasIndex(v => v.TijdelijkVoor).HasFilter("tijdelijk_voor IS NOT NULL");
            b.HasIndex(v => v.EigenTot);
            b.Ignore(v => v.Delen);
            b.Ignore(v => v.Eigen);
            b.Ignore(v => v.EigenStand);
            AlsJson(b.Property(v => v.Gevraagd));
            b.HasIndex(v => v.HeroverwegenOp).HasFilter("heroverwegen_op IS NOT NULL");
            AlsJson(b.Property(v => v.Standen));
            AlsJson(b.Property(v => v.VanDeRechter));
            AlsJson(b.Property(v => v.Heroverwegingen));
        });
        modelBuilder.Entity<Spoedbesluit>(b =>
        {
            b.AsAggregate();
            b.HasIndex(s => s.Meldingnummer);
            b.HasIndex(s => s.Beschikkingnummer).IsUnique();
        });
        modelBuilder.Entity<Herziening>(b =>
        {
            b.AsAggregate();
            b.HasIndex(h => h.Herzieningnummer).IsUnique();
            b.HasIndex(h => h.VoorzieningId);
            b.HasIndex(h => h.Beschikkingnummer).IsUnique();
            AlsJson(b.Property(h => h.Verandering));
            b.Ignore(h => h.Voornemen);
            AlsJson(b.Property(h => h.Voornemens));
            AlsJson(b.Property(h => h.NietGehoord));
            AlsJson(b.Property(h => h.Voorbereiders));
            AlsJson(b.Property(h => h.Goedkeuring));
            AlsJson(b.Property(h => h.Terugvorderingen));
            AlsJson(b.Property(h => h.Herroeping));
            b.HasIndex(h => h.Nummers).HasMethod("gin");
        });
        modelBuilder.Entity<VroegeAanvraag>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => v.Meldingnummer);
            AlsJson(b.Property(v => v.EerstBij));
            AlsJson(b.Property(v => v.Gevraagd));
        });
        modelBuilder.Entity<Meldingsbeeld>(b =>
        {
            b.HasKey(m => m.Id);
            b.Property(m => m.Id).ValueGeneratedNever();
            b.HasIndex(m => m.Dossiernummer);
            b.HasIndex(m => m.Meldingnummer).IsUnique();
        });
        modelBuilder.Entity<Onderzoeksbeeld>(b =>
        {
            b.HasKey(o => o.Id);
            b.Property(o => o.Id).ValueGeneratedNever();
            b.HasIndex(o => o.Meldingnummer);
            AlsJson(b.Property(o => o.Indicaties));
            AlsJson(b.Property(o => o.Verslag));
        });
        modelBuilder.HasSequence("bezwaar_volgnummer");
        modelBuilder.HasSequence("beroep_volgnummer");
        modelBuilder.Entity<Beroep>(b =>
        {
            b.AsAggregate();
            b.HasIndex(r => r.Dossiernummer);
            b.HasIndex(r => r.Beroepnummer).IsUnique();
            b.HasIndex(r => new { r.Soort, r.Rechtbanknummer }).IsUnique();
            b.HasIndex(r => r.Bsn);
            b.HasIndex(r => r.PersoonId);
            b.Ignore(r => r.Openstaand);
            AlsJson(b.Property(r => r.LatereBesluiten));
            AlsJson(b.Property(r => r.Uitspraken));
            AlsJson(b.Property(r => r.Uitgevoerd));
            AlsJson(b.Property(r => r.Vervallen));
            AlsJson(b.Property(r => r.Hulp));
        });
        modelBuilder.HasSequence("klacht_volgnummer");
        modelBuilder.Entity<Klacht>(b =>
        {
            b.AsAggregate();
            b.HasIndex(k => k.Dossiernummer);
            b.HasIndex(k => k.Klachtnummer).IsUnique();
            b.HasIndex(k => new { k.Uiterlijk, k.Klachtnummer });
            b.HasIndex(k => k.Bsn);
            b.HasIndex(k => k.PersoonId);
            AlsJson(b.Property(k => k.Termijn));
            AlsJson(b.Property(k => k.Bedoeling));
            AlsJson(b.Property(k => k.Beklaagden));
            AlsJson(b.Property(k => k.Horen));
            AlsJson(b.Property(k => k.Advies));
            AlsJson(b.Property(k => k.Afronding));
        });
        modelBuilder.HasSequence("wijziging_volgnummer");
        modelBuilder.Entity<Wijzigingsverzoek>(b =>
        {
            b.AsAggregate();
            b.HasIndex(w => w.Dossiernummer);
            b.HasIndex(w => w.Wijzigingsnummer).IsUnique();
            b.HasIndex(w => new { w.BeloofdOp, w.Wijzigingsnummer });
            // The same is asked once at a time.
            b.HasIndex(w => new { w.VoorzieningId, w.Vraag }).IsUnique().HasFilter("afronding IS NULL");
            b.HasIndex(w => w.Bsn);
            b.HasIndex(w => w.PersoonId);
            AlsJson(b.Property(w => w.Afronding));
        });
        modelBuilder.Entity<Dossierhouder>(b =>
        {
            b.HasKey(d => d.Dossiernummer);
            b.HasIndex(d => d.PersoonId);
        });
        modelBuilder.Entity<Bezwaar>(b =>
        {
            b.AsAggregate();
            b.HasIndex(z => z.Dossiernummer);
            b.Ignore(z => z.Nummer);
            b.HasIndex(z => z.Bezwaarnummer).IsUnique();
            b.HasIndex(z => new { z.Uiterlijk, z.Bezwaarnummer });
            b.HasIndex(z => z.Bsn);
            b.HasIndex(z => z.PersoonId);
            b.HasIndex(z => z.BesluitId);
            b.HasIndex(z => z.WachtTot).HasFilter("wacht_tot IS NOT NULL");
            AlsJson(b.Property(z => z.Besluiten));
            AlsJson(b.Property(z => z.Ontvangst));
            AlsJson(b.Property(z => z.Verschoning));
            AlsJson(b.Property(z => z.Termijn));
            AlsJson(b.Property(z => z.Hoorzittingen));
            AlsJson(b.Property(z => z.Afzien));
            AlsJson(b.Property(z => z.NieuweFeiten));
            AlsJson(b.Property(z => z.Nabestaandenvraag));
            AlsJson(b.Property(z => z.Voortzetting));
            AlsJson(b.Property(z => z.Brieven));
            AlsJson(b.Property(z => z.Advies));
            AlsJson(b.Property(z => z.Hoorvraag));
            AlsJson(b.Property(z => z.Goedkeuring));
            AlsJson(b.Property(z => z.BeslotenOver));
            AlsJson(b.Property(z => z.Besluit));
            AlsJson(b.Property(z => z.Vernietigd));
            AlsJson(b.Property(z => z.Dwangsom));
        });
        modelBuilder.Entity<Pgbstuk>(b => b.HasKey(s => new { s.VoorzieningId, s.Soort }));
        modelBuilder.Entity<PgbToets>(b =>
        {
            b.HasKey(t => t.VoorzieningId);
            b.Property(t => t.VoorzieningId).ValueGeneratedNever();
        });
    }

    /// <summary>Takes the next aanvraagnummer of this year. Numbers are unique; an aanvraag that is not stored may leave a gap.</summary>
    public async Task<string> NieuwAanvraagnummer(int jaar, CancellationToken annulering) =>
        Nummers.Aanvraagnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('aanvraag_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Takes the next beschikkingnummer of this year. Numbers are unique; a refused decision may leave a gap.</summary>
    public async Task<string> NieuwBeschikkingnummer(int jaar, CancellationToken annulering) =>
        Nummers.Beschikkingnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('beschikking_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Takes the next herzieningnummer of this year. Numbers are unique; a refused request may leave a gap.</summary>
    public async Task<string> NieuwHerzieningnummer(int jaar, CancellationToken annulering) =>
        Nummers.Herzieningnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('herziening_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>
    /// The melding that announced this, as far as it is known, to add a fact to. Until the transaction ends, nobody else adds one.
    /// </summary>
    public async Task<Meldingsbeeld> Meldingsbeeld(Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        await Hold($"melding {gebeurtenis.AggregaatId}", annulering);
        if (await FindAsync<Meldingsbeeld>([gebeurtenis.AggregaatId], annulering) is { } bekend) return bekend;
        return Add(new Meldingsbeeld(gebeurtenis.AggregaatId, gebeurtenis.Dossiernummer)).Entity;
    }

    /// <summary>Holds a melding until the transaction ends, and reads it anew: its day of receipt may just have been corrected.</summary>
    public async Task HoudMelding(Meldingsbeeld melding, CancellationToken annulering)
    {
        await Hold($"melding {melding.Id}", annulering);
        await Entry(melding).ReloadAsync(annulering);
    }

    /// <summary>
    /// Holds a melding until the transaction ends. Temporary help that waits for a decision on its aanvraag, and the decision that ends
    /// such help, never pass each other unseen.
    /// </summary>
    public async Task HoudMelding(string? meldingnummer, CancellationToken annulering)
    {
        if (meldingnummer is not null
            && await Meldingen.Where(m => m.Meldingnummer == meldingnummer).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(annulering)
                is { } id)
            await Hold($"melding {id}", annulering);
    }

    /// <summary>
    /// Holds a decision, as far as bezwaar against it goes, until the transaction ends: one that comes while the decision is made known is
    /// never left waiting for it (Awb 6:10 lid 2).
    /// </summary>
    public Task HoudBesluit(Guid besluitId, CancellationToken annulering) => Hold($"besluit {besluitId}", annulering);

    /// <inheritdoc cref="Meldingsbeeld(Gebeurtenis, CancellationToken)"/>
    public async Task<Onderzoeksbeeld> Onderzoeksbeeld(Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        await HoudOnderzoek(gebeurtenis.AggregaatId, annulering);
        if (await FindAsync<Onderzoeksbeeld>([gebeurtenis.AggregaatId], annulering) is { } bekend) return bekend;
        return Add(new Onderzoeksbeeld(gebeurtenis.AggregaatId, gebeurtenis.Dossiernummer)).Entity;
    }

    /// <summary>Holds the aanvragen that follow one onderzoek until the transaction ends, also those that are not there yet.</summary>
    public Task HoudOnderzoek(Guid onderzoekId, CancellationToken annulering) => Hold($"onderzoek {onderzoekId}", annulering);
    /// <summary>Takes the next bezwaarnummer of this year. Numbers are unique; a bezwaar that is not stored may leave a gap.</summary>
    public async Task<string> NieuwBezwaarnummer(int jaar, CancellationToken annulering) =>
        Nummers.Bezwaarnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('bezwaar_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Takes the next klachtnummer of this year. Numbers are unique; a klacht that is not stored may leave a gap.</summary>
    public async Task<string> NieuwKlachtnummer(int jaar, CancellationToken annulering) =>
        Nummers.Klachtnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('klacht_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Takes the next number of a request for change of this year. One that is not stored may leave a gap.</summary>
    public async Task<string> NieuwWijzigingsnummer(int jaar, CancellationToken annulering) =>
        Nummers.Wijzigingsnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('wijziging_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Takes the next number of a case at the court of this year. A case that is not stored may leave a gap.</summary>
    public async Task<string> NieuwBeroepnummer(int jaar, CancellationToken annulering) =>
        Nummers.Beroepnummer(jaar,
            (await Database.SqlQuery<long>($"SELECT nextval('beroep_volgnummer') AS \"Value\"").ToListAsync(annulering))[0]);

    /// <summary>Holds the forms for the pgb of a voorziening until the transaction ends, also those that are not there yet.</summary>
    public Task HoudPgb(Guid voorzieningId, CancellationToken annulering) => Hold($"pgb {voorzieningId}", annulering);

    /// <summary>The forms that came in for the requested pgbs. Until the transaction ends, no other one is added.</summary>
    public async Task<ILookup<Guid, PgbDocument>> PgbFormulieren(Aanvraag aanvraag, CancellationToken annulering)
    {
        var pgbs = aanvraag.Voorzieningen.Where(v => v.Leveringsvorm == Leveringsvorm.Pgb).Select(v => v.VoorzieningId).Order().ToArray();
        foreach (var pgb in pgbs) await HoudPgb(pgb, annulering);
        return (await Pgbstukken.AsNoTracking().Where(s => pgbs.Contains(s.VoorzieningId)).ToListAsync(annulering))
            .ToLookup(s => s.VoorzieningId, s => s.Soort);
    }

    /// <summary>Stores the state of a pgb-toets, unless a newer version is stored.</summary>
    public Task<int> BewaarToets(Guid voorzieningId, bool? akkoord, int versie, CancellationToken annulering) =>
        Database.ExecuteSqlAsync(
            $"""
            INSERT INTO pgb_toets (voorziening_id, akkoord, versie) VALUES ({voorzieningId}, {akkoord}, {versie})
            ON CONFLICT (voorziening_id) DO UPDATE SET akkoord = excluded.akkoord, versie = excluded.versie
            WHERE pgb_toets.versie < excluded.versie
            """, annulering);

    /// <summary>The other beschikkingen of the person that refused something, as far as no founded bezwaar decided that again.</summary>
    public async Task<IReadOnlyList<EerdereBeschikking>> EerdereBeschikkingen(Aanvraag aanvraag, CancellationToken annulering)
    {
        var eerder = await Aanvragen.AsNoTracking().Where(a => a.PersoonId == aanvraag.PersoonId && a.Id != aanvraag.Id
            // A refused form refused no help.
            && (a.Wijzigingsnummer == null) == (aanvraag.Wijzigingsnummer == null)
            && a.Status == Aanvraagstatus.Bekendgemaakt).OrderBy(a => a.Id).ToListAsync(annulering);
        if (eerder.Count == 0) return [];
        var gegrond = (await Bezwaren.AsNoTracking().Where(z => z.PersoonId == aanvraag.PersoonId
            && z.Status == Bezwaarstatus.Bekendgemaakt).ToListAsync(annulering))
            .Where(z => z.Besluit!.Uitkomst == Bezwaaruitkomst.Gegrond).ToList();
        var hersteld = gegrond.SelectMany(z => z.Besluit!.Voorzieningen ?? []).Select(v => v.VoorzieningId).ToHashSet();
        // The refusal of an aanvraag without voorzieningen has nothing to decide again per voorziening: it is gone as a whole.
        var herroepen = gegrond.Where(z => z.OnderzoekNodig).Select(z => z.BesluitId).ToHashSet();
        return [.. eerder.Where(a => !herroepen.Contains(a.Id)).Select(a => a.AlsEerdere(hersteld)).Where(e => e.Afgewezen.Count > 0)];
    }

    /// <summary>For each voorziening of the aanvraag with a finished pgb-toets: whether a pgb can be granted.</summary>
    public Task<Dictionary<Guid, bool>> Toetsen(Aanvraag aanvraag, CancellationToken annulering) =>
        Toetsen([.. aanvraag.Voorzieningen.Select(v => v.VoorzieningId)], annulering);

    /// <summary>For each of these voorzieningen with a finished pgb-toets: whether a pgb can be granted.</summary>
    public Task<Dictionary<Guid, bool>> Toetsen(Guid[] ids, CancellationToken annulering) =>
        PgbToetsen.AsNoTracking().Where(t => ids.Contains(t.VoorzieningId) && t.Akkoord != null)
            .ToDictionaryAsync(t => t.VoorzieningId, t => t.Akkoord!.Value, annulering);

    /// <summary>Maps an immutable value, which is read and written as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> waarde) =>
        waarde.HasColumnType("jsonb").HasConversion(w => JsonSerializer.Serialize(w, Json), s => JsonSerializer.Deserialize<T>(s, Json)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<BeschikkingenDb>
    {
        public BeschikkingenDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<BeschikkingenDb>().UseNpgsql().Options);
    }
}

/// <summary>A form for the pgb of one voorziening that came in.</summary>
public sealed class Pgbstuk
{
    public Guid VoorzieningId { get; init; }
    public PgbDocument Soort { get; init; }

    /// <summary>The day of the first one of this kind.</summary>
    public DateOnly OntvangenOp { get; init; }
}

/// <summary>The outcome of the pgb-toets of one voorziening.</summary>
public sealed class PgbToets
{
    public Guid VoorzieningId { get; init; }
    /// <summary>Null while the toets runs.</summary>
    public bool? Akkoord { get; init; }

    /// <summary>Version of the toets that this outcome comes from.</summary>
    public int Versie { get; init; }
}
