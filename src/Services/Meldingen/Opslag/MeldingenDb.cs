using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Opslag;

/// <summary>Meldingen, and the register that gives one <c>persoonId</c> per BSN.</summary>
public sealed class MeldingenDb(DbContextOptions<MeldingenDb> options) : ServiceDb(options)
{
    public DbSet<Melding> Meldingen => Set<Melding>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence("dossier_volgnummer");
        modelBuilder.Entity<Persoon>(b =>
        {
            b.HasKey(p => p.Id);
            b.HasIndex(p => p.Bsn).IsUnique();
        });
        modelBuilder.Entity<Melding>(b =>
        {
            b.AsAggregate();
            b.HasIndex(m => m.Meldingnummer).IsUnique();
            b.HasIndex(m => m.Dossiernummer).IsUnique();
            b.HasIndex(m => m.Bsn);
            b.AsSendable(m => new { m.DueAt, m.Id });
        });
        modelBuilder.Entity<Aangemeld>(b =>
        {
            b.HasKey(a => a.MeldingId);
            b.HasIndex(a => new { a.Melder, a.Dag });
        });
    }

    /// <summary>
    /// Gives the persoonId of a BSN, new or known, the next number, and how many meldingen there were today, in one round trip. For a
    /// person who is known it writes nothing.
    /// </summary>
    public async Task<(Guid PersoonId, long Volgnummer, long VanPersoon, long VanMelder)> PersoonEnVolgnummer(
        Bsn bsn, string melder, DateOnly dag, CancellationToken annulering)
    {
        while (true)
        {
            var rij = (await Database.SqlQuery<PersoonMetVolgnummer>(
                $"""
                WITH bekend AS MATERIALIZED (SELECT id FROM persoon WHERE bsn = {bsn.Cijfers}),
                nieuw AS (
                    INSERT INTO persoon (id, bsn) SELECT {Guid.CreateVersion7()}, {bsn.Cijfers} WHERE NOT EXISTS (SELECT FROM bekend)
                    ON CONFLICT (bsn) DO NOTHING RETURNING id)
                SELECT (SELECT id FROM bekend UNION ALL SELECT id FROM nieuw) AS id, nextval('dossier_volgnummer') AS volgnummer,
                       (SELECT count(*) FROM melding WHERE bsn = {bsn.Cijfers} AND ontvangen_op = {dag}) AS vanpersoon,
                       (SELECT count(*) FROM aangemeld WHERE melder = {melder} AND dag = {dag}) AS vanmelder
                """).ToListAsync(annulering))[0];
            // Another request made the same person at the same moment: the next look finds it.
            if (rij.Id is { } id) return (id, rij.Volgnummer, rij.VanPersoon, rij.VanMelder);
        }
    }

    private sealed record PersoonMetVolgnummer(Guid? Id, long Volgnummer, long VanPersoon, long VanMelder);

    private sealed class Ontwerp : IDesignTimeDbContextFactory<MeldingenDb>
    {
        public MeldingenDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<MeldingenDb>().UseNpgsql().Options);
    }
}

/// <summary>Who reported a melding, to count how many somebody reports in a day.</summary>
public sealed class Aangemeld
{
    public Guid MeldingId { get; init; }
    /// <summary>The token's <c>sub</c>.</summary>
    public string Melder { get; init; } = "";
    public DateOnly Dag { get; init; }
}

/// <summary>One person in the register of persoonIds.</summary>
public sealed class Persoon
{
    public Guid Id { get; init; }
    public string Bsn { get; init; } = "";
}
