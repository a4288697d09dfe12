using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Opslag;

/// <summary>Meldingen, and the register that gives one <c>persoonId</c> per BSN.</summary>
public sealed class MeldingenDb(DbContextOptions<MeldingenDb> options) : ServiceDb(options)
{
    public DbSet<Melding> Meldingen => Set<Melding>();
    public DbSet<Persoon> Personen => Set<Persoon>();
    public DbSet<Dossieropening> Dossieropeningen => Set<Dossieropening>();
    public DbSet<Procedure> Procedures => Set<Procedure>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence("dossier_volgnummer");
        modelBuilder.Entity<Persoon>(b =>
        {
            b.HasKey(p => p.Id);
            b.Property(p => p.Id).ValueGeneratedNever();
            b.Property<uint>("xmin").IsRowVersion();
            b.HasIndex(p => p.Bsn).IsUnique();
            // A melding inserts a person with the BSN alone.
            b.Property(p => p.Stand).HasDefaultValue(0).ValueGeneratedNever();
            b.Property(p => p.MoetVolgen).HasDefaultValue(false).ValueGeneratedNever();
            b.Property(p => p.Volgt).HasDefaultValue(false).ValueGeneratedNever();
            b.AsSendable(p => new { p.DueAt, p.Id });
        });
        modelBuilder.Entity<Procedure>(b =>
        {
            b.HasKey(p => p.Zaaknummer);
            b.HasIndex(p => p.Dossiernummer);
            b.Property<uint>("xmin").IsRowVersion();
        });
        modelBuilder.Entity<Dossierplaats>(b => b.HasKey(p => new { p.PersoonId, p.Volgorde }));
        modelBuilder.Entity<Dossieropening>(b =>
        {
            b.AsAggregate();
            b.HasIndex(o => o.Dossiernummer).IsUnique();
            b.HasIndex(o => o.PersoonId);
            b.HasIndex(o => new { o.GeopendDoor, o.GeopendOp });
        });
        modelBuilder.Entity<Volgstand>(b =>
        {
            b.HasKey(v => v.Id);
            b.Property(v => v.Id).ValueGeneratedNever();
            b.HasData(new Volgstand());
        });
        modelBuilder.Entity<Melding>(b =>
        {
            b.AsAggregate();
            b.HasIndex(m => m.Meldingnummer).IsUnique();
            b.HasIndex(m => m.Dossiernummer);
            b.HasIndex(m => m.Bsn);
            b.HasIndex(m => m.PersoonId);
            b.HasIndex(m => new { m.GemeldDoor, m.VastgelegdOp });
            b.AsSendable(m => new { m.DueAt, m.Id });
        });
    }

    /// <summary>
    /// Gives the persoonId of a BSN, new or known, the next number, the dossier of the person that is open or the place of a new one, and
    /// how many meldingen there were today, in one round trip. For a person who is known it writes nothing. It counts no further than the
    /// limits, so that a busy day makes no melding slower.
    /// </summary>
    /// <remarks>
    /// A dossier is open while an onderzoek runs, an aanvraag is undecided, a decision is open to bezwaar, help was decided or agreed that
    /// has not ended, or a bezwaar, klacht or beroep runs, whatever became of its meldingen. One that was opened without a melding is open
    /// too until something comes into it. A melding joins the dossier that was open on the day of its receipt; the limits count on the
    /// day of registration.
    /// </remarks>
    public async Task<Aanmelding> PersoonEnVolgnummer(
        Bsn bsn, string melder, DateOnly ontvangenOp, DateOnly vandaag, Meldgrenzen grenzen, CancellationToken annulering)
    {
        while (true)
        {
            var rij = (await Database.SqlQuery<Aanmeldregel>(
                $"""
                WITH bekend AS MATERIALIZED (SELECT id FROM persoon WHERE bsn = {bsn.Cijfers}),
                nieuw AS (
                    INSERT INTO persoon (id, bsn) SELECT {Guid.CreateVersion7()}, {bsn.Cijfers} WHERE NOT EXISTS (SELECT FROM bekend)
                    ON CONFLICT (bsn) DO NOTHING RETURNING id)
                SELECT (SELECT id FROM bekend UNION ALL SELECT id FROM nieuw) AS id, nextval('dossier_volgnummer') AS volgnummer,
                       lopend.dossiernummer, lopend.wijkteam,
                       (SELECT coalesce(max(volgorde), 0) + 1 FROM dossierplaats
                        WHERE persoon_id = (SELECT id FROM bekend)) AS dossiervolgorde,
                       (SELECT count(*) FROM (SELECT FROM melding WHERE bsn = {bsn.Cijfers} AND vastgelegd_op = {vandaag}
                                              LIMIT {grenzen.MeldingenPerPersoon}) AS m) AS vanpersoon,
                       (SELECT count(*) FROM (SELECT FROM melding WHERE gemeld_door = {melder} AND vastgelegd_op = {vandaag}
                                              UNION ALL
                                              SELECT FROM dossieropening WHERE geopend_door = {melder} AND geopend_op = {vandaag}
                                              LIMIT {grenzen.MeldingenPerMelder}) AS m) AS vanmelder
                FROM (SELECT) AS altijd LEFT JOIN LATERAL (
                    SELECT m.id, m.dossiernummer, m.wijkteam FROM melding m
                    WHERE m.persoon_id = (SELECT id FROM bekend) AND (m.loopt OR greatest(m.bezwaar_tot, m.hulp_tot) >= {ontvangenOp}
                        OR EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = m.dossiernummer AND (z.loopt OR z.tot >= {ontvangenOp})))
                    UNION ALL
                    SELECT o.id, o.dossiernummer, o.wijkteam FROM dossieropening o
                    WHERE o.persoon_id = (SELECT id FROM bekend) AND (
                        EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = o.dossiernummer AND (z.loopt OR z.tot >= {ontvangenOp}))
                        OR NOT EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = o.dossiernummer)
                            AND NOT EXISTS (SELECT FROM melding m WHERE m.dossiernummer = o.dossiernummer))
                    ORDER BY id DESC LIMIT 1) AS lopend ON true
                """).ToListAsync(annulering))[0];
            // Another request made the same person at the same moment: the next look finds it.
            if (rij.Id is { } id) return new(id, rij.Volgnummer, rij.Dossiernummer, rij.Wijkteam, rij.Dossiervolgorde, rij.VanPersoon,
                rij.VanMelder);
        }
    }

    /// <summary>
    /// Does a unit of work, and again on fresh rows when somebody else changed one of them in the meantime. It ends, because each time
    /// somebody else's change was stored.
    /// </summary>
    public async Task OpVerseRijen(Func<Task> werk)
    {
        while (true)
        {
            try
            {
                await werk();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The melding that an event is about. An event from before a dossier could hold several names only the dossier.</summary>
    public Task<Melding> VanMelding<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IVanMelding =>
        gebeurtenis.Meldingnummer is { } nummer ? Meldingen.SingleAsync(m => m.Meldingnummer == nummer, annulering)
            : Meldingen.Where(m => m.Dossiernummer == gebeurtenis.Dossiernummer).OrderBy(m => m.Id).FirstAsync(annulering);

    /// <summary>A bezwaar, klacht or beroep, known or new. One at a time works on it.</summary>
    public async Task<Procedure> Procedure(string zaaknummer, string dossiernummer, CancellationToken annulering)
    {
        await Hold($"procedure {zaaknummer}", annulering);
        return await Procedures.FindAsync([zaaknummer], annulering) ?? Add(new Procedure(zaaknummer, dossiernummer)).Entity;
    }

    /// <summary>The next number.</summary>
    public async Task<long> Volgnummer(CancellationToken annulering) =>
        (await Database.SqlQuery<long>($"SELECT nextval('dossier_volgnummer') AS \"Value\"").ToListAsync(annulering))[0];

    /// <summary>The person of a melding.</summary>
    public Task<Persoon> Persoon(Guid persoonId, CancellationToken annulering) => Personen.SingleAsync(p => p.Id == persoonId, annulering);

    /// <summary>Takes the turn to look for changes, if no instance took it since this pause; null otherwise.</summary>
    public async Task<Volgstand?> NeemVolgbeurt(TimeSpan pauze, CancellationToken annulering) =>
        await Database.ExecuteSqlAsync(
            $"UPDATE volgstand SET beurt_op = now() WHERE beurt_op IS NULL OR beurt_op <= now() - {pauze}", annulering) == 0
            ? null
            : await Set<Volgstand>().AsNoTracking().SingleAsync(annulering);

    /// <summary>
    /// Has the BRP asked about these persons, if they are followed. A person who waits already keeps the place, so that nobody waits for
    /// ever behind those who are named again. A person who is being asked about at this moment is named again next time.
    /// </summary>
    public Task MoetBijgewerkt(IReadOnlyList<string> bsns, CancellationToken annulering) => Database.ExecuteSqlAsync(
        $"""
        UPDATE persoon SET due_at = least(due_at, now()), attempts = 0
        WHERE moet_volgen AND bsn = ANY ({bsns.ToArray()}) AND (claimed_until IS NULL OR claimed_until < now())
        """, annulering);

    /// <summary>The changes up to this day were named.</summary>
    public Task NoteerGevraagd(DateOnly dag, CancellationToken annulering) =>
        Database.ExecuteSqlAsync($"UPDATE volgstand SET gevraagd_tot = {dag}", annulering);

    /// <summary>Today the followed persons were compared.</summary>
    public Task NoteerVergeleken(DateOnly dag, CancellationToken annulering) =>
        Database.ExecuteSqlAsync($"UPDATE volgstand SET vergeleken_op = {dag}", annulering);

    /// <summary>
    /// Ends the following of persons whose every dossier is over: nothing is to be decided, and for so many days there was no help and
    /// nothing open to bezwaar.
    /// </summary>
    public Task VolgAfgeslotenNiet(DateOnly vandaag, int dagen, CancellationToken annulering) => Database.ExecuteSqlAsync(
        $"""
        UPDATE persoon p SET moet_volgen = false, due_at = {DateTimeOffset.UnixEpoch}, attempts = 0
        WHERE moet_volgen AND NOT EXISTS (SELECT FROM melding m WHERE m.persoon_id = p.id
            AND (m.loopt OR greatest(m.bezwaar_tot, m.hulp_tot) + {dagen} >= {vandaag}
                OR EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = m.dossiernummer AND (z.loopt OR z.tot >= {vandaag}))))
            AND NOT EXISTS (SELECT FROM dossieropening o WHERE o.persoon_id = p.id AND (
                EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = o.dossiernummer AND (z.loopt OR z.tot >= {vandaag}))
                OR o.geopend_op + {dagen} >= {vandaag} AND NOT EXISTS (SELECT FROM procedure z WHERE z.dossiernummer = o.dossiernummer)
                    AND NOT EXISTS (SELECT FROM melding m WHERE m.dossiernummer = o.dossiernummer)))
        """, annulering);

    /// <summary>Follows again whom the BRP does not follow.</summary>
    /// <returns>The BSNs that the BRP follows without a reason. A person about whom the BRP is still asked may have one soon.</returns>
    public async Task<IReadOnlyList<string>> VergelijkGevolgden(IReadOnlyList<string> bijBrp, CancellationToken annulering)
    {
        var bsns = bijBrp.ToArray();
        await Database.ExecuteSqlAsync(
            $"""
            UPDATE persoon SET volgt = false, due_at = {DateTimeOffset.UnixEpoch}, attempts = 0
            WHERE moet_volgen AND NOT bsn = ANY ({bsns})
            """, annulering);
        var terecht = await Personen
            .Where(p => bsns.Contains(p.Bsn) && (p.MoetVolgen || Meldingen.Any(m => m.PersoonId == p.Id && m.DueAt != null)))
            .Select(p => p.Bsn).ToListAsync(annulering);
        return [.. bsns.Except(terecht)];
    }

    private sealed record Aanmeldregel(
        Guid? Id, long Volgnummer, string? Dossiernummer, string? Wijkteam, int Dossiervolgorde, long VanPersoon, long VanMelder);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<MeldingenDb>
    {
        public MeldingenDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<MeldingenDb>().UseNpgsql().Options);
    }
}

/// <summary>The facts that a new melding needs about the person.</summary>
/// <param name="PersoonId">The person.</param>
/// <param name="Volgnummer">The next number.</param>
/// <param name="Dossier">The dossier of the person that is open; null without one.</param>
/// <param name="Wijkteam">The team that handles it.</param>
/// <param name="Dossiervolgorde">The place that a new dossier of the person would have.</param>
/// <param name="VanPersoon">The number of meldingen about this person today.</param>
/// <param name="VanMelder">The number of meldingen that this user did today.</param>
public sealed record Aanmelding(
    Guid PersoonId, long Volgnummer, string? Dossier, string? Wijkteam, int Dossiervolgorde, long VanPersoon, long VanMelder);

/// <summary>How far the changes at the BRP were looked at. There is one row.</summary>
public sealed class Volgstand
{
    public int Id { get; init; } = 1;
    /// <summary>When an instance last took the turn to look; null before any.</summary>
    public DateTimeOffset? BeurtOp { get; init; }
    /// <summary>The day of the last answer; null before any.</summary>
    public DateOnly? GevraagdTot { get; init; }
    /// <summary>The day on which the followed persons were last compared; null before any.</summary>
    public DateOnly? VergelekenOp { get; init; }
}
