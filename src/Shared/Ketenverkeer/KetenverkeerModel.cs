using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The tables of Ketenverkeer.</summary>
public static class KetenverkeerModel
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The states in which a message waits for somebody, as SQL.</summary>
    internal const string Open = "'TeVerzenden', 'Verzonden', 'Geweigerd', 'Onzeker', 'Ontvangen', 'Onleesbaar'";

    /// <summary>
    /// Adds the register of message traffic to a service's database, with the sequence of the platform's own numbers.
    /// </summary>
    public static void MetKetenverkeer(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.HasSequence("ketenbericht_nummer");
        model.Entity<Poststuk>(b =>
        {
            b.AsAggregate();
            b.Property(x => x.Nr).UseIdentityAlwaysColumn();
            b.HasIndex(x => x.Nr).IsUnique();
            b.Property(x => x.Bevindingen).HasColumnType("jsonb").HasConversion(
                w => JsonSerializer.Serialize(w, Json), s => JsonSerializer.Deserialize<IReadOnlyList<Bevinding>>(s, Json)!);
            // An outgoing number is used once (iWmo TR056). The same incoming bytes are kept once. Another incoming message under a used
            // number is kept too, with its refusal.
            b.HasIndex(x => new { x.Soort, x.Identificatie }).IsUnique()
                .HasFilter("richting = 'Uitgaand'").HasDatabaseName("ix_poststuk_uitgaand");
            b.HasIndex(x => new { x.Tegenpartij, x.Soort, x.Identificatie, x.Vingerafdruk }).IsUnique()
                .HasFilter("richting = 'Inkomend'").HasDatabaseName("ix_poststuk_inkomend");
            b.AsSendable(x => x.Nr);
            // What waits for somebody, which is a small part of the register. The measuring reads nothing else.
            b.HasIndex(x => new { x.Status, x.VerwachtAntwoord, x.AntwoordUiterlijk, x.GeregistreerdOp }, "ix_poststuk_open")
                .HasFilter($"status IN ({Open})");
            b.HasIndex(x => x.Dossiernummer);
        });
        model.Entity<Verkeersstand>().HasKey(x => x.Partner);
    }

    /// <summary>
    /// Finds one outgoing message and locks it until the transaction ends, so that sending, answering and giving up wait for each other.
    /// </summary>
    internal static async Task<Poststuk?> VergrendelUitgaand(
        this ServiceDb db, string soort, string identificatie, CancellationToken annulering)
    {
        var gevonden = await db.Set<Poststuk>().FromSql(
            $"SELECT *, xmin FROM poststuk WHERE richting = 'Uitgaand' AND soort = {soort} AND identificatie = {identificatie} FOR UPDATE")
            .ToListAsync(annulering);
        return gevonden.SingleOrDefault();
    }

    /// <summary>Finds one message of the register and locks it until the transaction ends.</summary>
    internal static async Task<Poststuk?> Vergrendel(this ServiceDb db, Guid id, CancellationToken annulering) =>
        (await db.Set<Poststuk>().FromSql($"SELECT *, xmin FROM poststuk WHERE id = {id} FOR UPDATE").ToListAsync(annulering))
            .SingleOrDefault();
}
