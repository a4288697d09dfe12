using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Zorgaanbieders.Begeleidingsplannen;
using WmoPlatform.Zorgaanbieders.Declaraties;
using WmoPlatform.Zorgaanbieders.Register;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using WmoPlatform.Zorgaanbieders.Verzoeken;
using WmoPlatform.Zorgaanbieders.Webhooks;

namespace WmoPlatform.Zorgaanbieders.Opslag;

/// <summary>The database of providers: their contracts, assignments, requests, declarations, plans, webhooks and messages.</summary>
public sealed class ZorgaanbiedersDb(DbContextOptions<ZorgaanbiedersDb> options) : ServiceDb(options)
{
    public DbSet<Zorgaanbieder> Zorgaanbieders => Set<Zorgaanbieder>();
    public DbSet<Toewijzing> Toewijzingen => Set<Toewijzing>();
    public DbSet<Briefwisseling> Briefwisselingen => Set<Briefwisseling>();
    public DbSet<Voorziening> Voorzieningen => Set<Voorziening>();
    public DbSet<Verzoek> Verzoeken => Set<Verzoek>();
    public DbSet<Declaratie> Declaraties => Set<Declaratie>();
    public DbSet<Prestatieregel> Prestatieregels => Set<Prestatieregel>();
    public DbSet<Begeleidingsplan> Begeleidingsplannen => Set<Begeleidingsplan>();
    public DbSet<Plankeuring> Plankeuringen => Set<Plankeuring>();
    public DbSet<Abonnement> Abonnementen => Set<Abonnement>();
    public DbSet<Bezorging> Bezorgingen => Set<Bezorging>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MetKetenverkeer();
        modelBuilder.MetPersonen();
        modelBuilder.HasSequence("toewijzingnummer");
        modelBuilder.Entity<Zorgaanbieder>(b =>
        {
            b.AsAggregate();
            b.HasIndex(z => z.Agb).IsUnique();
            // Providers registered before this setting existed are reached by message.
            b.ComplexProperty(
                z => z.Contract, c => c.Property(x => x.Aansluiting).HasDefaultValue(Register.Aansluiting.Berichten).ValueGeneratedNever());
        });
        modelBuilder.Entity<Toewijzing>(b =>
        {
            b.AsAggregate();
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
            b.HasIndex(t => t.Id).HasFilter("NOT is_afgelopen");
            // FromSql looks for a column inside a value as Levering_LaatsteDag, in any case, so its name has no other underscore.
            b.ComplexProperty(t => t.Levering, l =>
            {
                l.Ignore(x => x.Starts);
                l.Property(x => x.LaatsteDag).HasColumnName("levering_laatstedag");
                AlsJson(l.Property(x => x.Eerder));
            });
            b.ComplexProperty(t => t.Wijziging, w => w.Property(x => x.InOverleg).HasColumnName("wijziging_inoverleg"));
        });
        modelBuilder.Entity<Briefwisseling>(b =>
        {
            b.HasKey(w => new { w.PersoonId, w.Agb });
            b.Property(w => w.Beurt).IsConcurrencyToken();
            b.HasIndex(w => w.Onbeantwoord).IsUnique();
        });
        modelBuilder.Entity<Voorziening>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => v.VoorzieningId).IsUnique();
            b.Ignore(v => v.InNatura).Ignore(v => v.EerderInNatura).Ignore(v => v.AlsPgb);
            b.HasIndex(v => v.PersoonId);
            b.ComplexProperty(v => v.Budgetperiode);
            AlsJson(b.Property(v => v.Delen));
            AlsJson(b.Property(v => v.VorigeDelen));
        });
        modelBuilder.Entity<Afscherming>(b =>
        {
            b.HasKey(a => a.PersoonId);
            b.Property(a => a.PersoonId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Verzoek>(b =>
        {
            b.AsAggregate();
            b.HasIndex(v => new { v.Agb, v.ReferentieAanbieder }).IsUnique();
            b.HasIndex(v => new { v.Status, v.AntwoordUiterlijk });
            b.HasIndex(v => v.Antwoordberichten).HasMethod("gin");
            AlsJson(b.Property(v => v.Producten));
        });
        modelBuilder.Entity<Declaratie>(b =>
        {
            b.AsAggregate();
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
        modelBuilder.Entity<Begeleidingsplan>(b =>
        {
            b.Property(p => p.Id).ValueGeneratedNever();
            b.HasOne<Toewijzing>().WithMany().HasForeignKey(p => p.ToewijzingId);
        });
        modelBuilder.MetPlankeuringen();
        modelBuilder.MetAbonnementen();
    }

    /// <summary>Takes a new number that was never issued before.</summary>
    public async Task<long> Toewijzingnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('toewijzingnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>The connection of a provider; a provider outside the register uses messages.</summary>
    public Task<Aansluiting> Aansluiting(string agb, CancellationToken annulering) =>
        Zorgaanbieders.Where(z => z.Agb == agb).Select(z => z.Contract.Aansluiting).SingleOrDefaultAsync(annulering);

    /// <summary>
    /// Finds and locks the assignments in a message of the provider, by number, so that messages about the same assignment wait for each
    /// other.
    /// </summary>
    public async Task<Dictionary<long, Toewijzing>> VanAanbieder(string agb, IEnumerable<long?> nummers, CancellationToken annulering)
    {
        long[] gevraagd = [.. nummers.OfType<long>()];
        return await Toewijzingen.FromSql(
            $"""
            SELECT *, xmin FROM toewijzing WHERE agb = {agb} AND toewijzingnummer = ANY ({gevraagd})
            ORDER BY toewijzingnummer FOR UPDATE
            """)
            .ToDictionaryAsync(t => t.Toewijzingnummer, annulering);
    }

    /// <summary>Finds and locks the assignments in an outgoing WMO301.</summary>
    public Task<List<Toewijzing>> InBericht(string berichtidentificatie, CancellationToken annulering) =>
        Toewijzingen.FromSql(
            $"SELECT *, xmin FROM toewijzing WHERE berichten @> ARRAY[{berichtidentificatie}] ORDER BY toewijzingnummer FOR UPDATE")
            .ToListAsync(annulering);

    /// <summary>
    /// Finds and locks the provider until the transaction ends, so that only one of two simultaneous assignments gets the last place.
    /// </summary>
    public async Task<Zorgaanbieder?> Zorgaanbieder(string agb, CancellationToken annulering)
    {
        // Locks before it loads, so that it sees what the other transaction did.
        await Database.ExecuteSqlAsync($"SELECT 1 FROM zorgaanbieder WHERE agb = {agb} FOR UPDATE", annulering);
        return await Zorgaanbieders.SingleOrDefaultAsync(z => z.Agb == agb, annulering);
    }

    /// <summary>All assignments of one person at one provider, with additions and changes that are not stored yet.</summary>
    public async Task<List<Toewijzing>> VanPersoonBij(Guid persoonId, string agb, CancellationToken annulering)
    {
        await Toewijzingen.Where(t => t.PersoonId == persoonId && t.Agb == agb).LoadAsync(annulering);
        return [.. Toewijzingen.Local.Where(t => t.PersoonId == persoonId && t.Agb == agb)];
    }

    /// <summary>Finds or creates the record of a person about whom no messages may be sent.</summary>
    public async Task<Afscherming> Afscherming(Guid persoonId, CancellationToken annulering)
    {
        if (await FindAsync<Afscherming>([persoonId], annulering) is { } bekend) return bekend;
        var nieuw = new Afscherming { PersoonId = persoonId };
        Add(nieuw);
        return nieuw;
    }

    /// <summary>Finds or creates what is known about a voorziening.</summary>
    public async Task<Voorziening> Voorziening(
        Guid voorzieningId, Guid persoonId, string dossiernummer, CancellationToken annulering)
    {
        if (await Bekend(voorzieningId, annulering) is { } bekend) return bekend;
        var nieuw = new Voorziening(voorzieningId, persoonId, dossiernummer);
        Add(nieuw);
        return nieuw;
    }

    /// <summary>The last decision and the budget of a voorziening; null when no decision or budget was announced.</summary>
    public async Task<Voorziening?> Bekend(Guid voorzieningId, CancellationToken annulering) =>
        Voorzieningen.Local.SingleOrDefault(v => v.VoorzieningId == voorzieningId)
        ?? await Voorzieningen.SingleOrDefaultAsync(v => v.VoorzieningId == voorzieningId, annulering);

    /// <summary>All assignments of one voorziening in order, with additions and changes that are not stored yet.</summary>
    public async Task<List<Toewijzing>> VanVoorziening(Guid voorzieningId, CancellationToken annulering)
    {
        await Toewijzingen.Where(t => t.VoorzieningId == voorzieningId).LoadAsync(annulering);
        return [.. Toewijzingen.Local.Where(t => t.VoorzieningId == voorzieningId).OrderBy(t => t.Volgnummer)];
    }

    /// <summary>The last day for which help under this assignment was paid and not credited; null without one.</summary>
    public async Task<DateOnly?> LaatstBetaaldeDag(long toewijzingnummer, CancellationToken annulering)
    {
        // The lock waits for a declaration that is being judged. A later declaration waits for this transaction.
        await Database.ExecuteSqlAsync($"SELECT 1 FROM toewijzing WHERE toewijzingnummer = {toewijzingnummer} FOR UPDATE", annulering);
        return await Prestatieregels
            .Where(p => p.Toewijzingnummer == toewijzingnummer && p.IsToegekend && !p.IsCredit && !p.IsGecrediteerd)
            .MaxAsync(p => (DateOnly?)p.Einddatum, annulering);
    }

    /// <summary>Finds or creates the exchange of messages about this person with this provider.</summary>
    public async Task<Briefwisseling> Briefwisseling(Guid persoonId, string agb, CancellationToken annulering)
    {
        if (await Briefwisselingen.FindAsync([persoonId, agb], annulering) is { } bekend) return bekend;
        var nieuw = new Briefwisseling(persoonId, agb);
        Add(nieuw);
        return nieuw;
    }

    /// <summary>Finds the request that an outgoing WMO319 answered.</summary>
    public Task<List<Verzoek>> MetAntwoord(string berichtidentificatie, CancellationToken annulering) =>
        Verzoeken.Where(v => v.Antwoordberichten.Contains(berichtidentificatie)).ToListAsync(annulering);

    /// <summary>
    /// The assignments whose agreed last day has passed, which was not recorded yet. One that ended on that day, or never came to
    /// anything, is left out.
    /// </summary>
    public IQueryable<Toewijzing> Afgelopen(DateOnly vandaag) => Toewijzingen.Where(t => !t.IsAfgelopen && t.Periode.Einddatum < vandaag
        && t.Status != Toewijzingstatus.Verwijderd
        && !(t.Status == Toewijzingstatus.Afgekeurd && t.OpgevolgdDoor != null)
        && !(t.Status == Toewijzingstatus.Gestopt && t.Levering.LaatsteDag >= t.Periode.Einddatum));

    /// <summary>
    /// Whether the assignment has a declaration that was granted and not credited, or that waits for approval. It then cannot be removed
    /// (iWmo TR385, code 9385).
    /// </summary>
    public async Task<bool> HeeftGoedgekeurdeDeclaratie(long toewijzingnummer, CancellationToken annulering)
    {
        // The lock waits for a declaration that is being judged. A later declaration waits for this transaction.
        await Database.ExecuteSqlAsync($"SELECT 1 FROM toewijzing WHERE toewijzingnummer = {toewijzingnummer} FOR UPDATE", annulering);
        return await Prestatieregels
            .AnyAsync(p => p.Toewijzingnummer == toewijzingnummer && p.IsToegekend && !p.IsCredit && !p.IsGecrediteerd, annulering);
    }

    /// <summary>Maps an immutable value, which is read and written as a whole.</summary>
    private static void AlsJson<T>(PropertyBuilder<T> waarde) => waarde.HasColumnType("jsonb").HasConversion(Json<T>());

    /// <inheritdoc cref="AlsJson{T}(PropertyBuilder{T})"/>
    private static void AlsJson<T>(ComplexTypePropertyBuilder<T> waarde) => waarde.HasColumnType("jsonb").HasConversion(Json<T>());

    private static ValueConverter<T, string> Json<T>() =>
        new(w => JsonSerializer.Serialize(w, JsonSerializerOptions.Web), s => JsonSerializer.Deserialize<T>(s, JsonSerializerOptions.Web)!);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<ZorgaanbiedersDb>
    {
        public ZorgaanbiedersDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ZorgaanbiedersDb>().UseNpgsql().Options);
    }
}
