using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Personen;

/// <summary>
/// A person as Meldingen announced it last. A service that acts on personal data keeps one, because an event that changes them may overtake
/// an event that carries them: a beschikking carries the data of the day on which the verslag was signed.
/// </summary>
public sealed class Persoonsbeeld
{
    private Persoonsbeeld()
    {
    }

    internal Persoonsbeeld(Guid persoonId) => Id = persoonId;

    /// <summary>The persoonId.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number of this state (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Stand { get; private set; }

    /// <summary>The personal data, sealed by <see cref="Vault"/>.</summary>
    public Sealed Verzegeld { get; private set; }

    /// <summary>The person's safety forbids chain messages (iWmo OP003).</summary>
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>What the BRP says beside the personal data.</summary>
    public IReadOnlyList<Brpsignaal> Signalen { get; private set; } = [];

    /// <summary>The day of death; null for who lives, and while only a part of the date is known.</summary>
    public DateOnly? OverledenOp { get; private set; }

    /// <summary>Whether the person died.</summary>
    public bool IsOverleden => Signalen.Contains(Brpsignaal.Overleden);

    private Seat Plaats => Seat.InRow<Persoonsbeeld>(Id, nameof(Verzegeld));

    /// <summary>The personal data.</summary>
    /// <param name="kluis">Opens them.</param>
    public Persoonsgegevens Persoon(Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(kluis);
        return kluis.UnsealJson<Persoonsgegevens>(Verzegeld, Plaats);
    }

    internal void Volg(IOverPersoon gebeurtenis, Vault kluis)
    {
        (Stand, GeenBerichtenverkeer, Signalen, OverledenOp) =
            (gebeurtenis.Persoonstand, gebeurtenis.GeenBerichtenverkeer, gebeurtenis.Signalen, gebeurtenis.OverledenOp);
        Verzegeld = kluis.SealJson(gebeurtenis.Persoon.Waarde, Plaats);
    }
}

/// <summary>How a service keeps persons.</summary>
public static class PersonenExtensions
{
    /// <summary>Maps the table <c>persoonsbeeld</c>.</summary>
    public static void MetPersonen(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Persoonsbeeld>(b =>
        {
            b.HasKey(p => p.Id);
            b.Property(p => p.Id).ValueGeneratedNever();
        });
    }

    /// <summary>
    /// Takes over what the event says, if nothing later is known. Until the transaction ends, nobody else handles this person in this
    /// service.
    /// </summary>
    /// <param name="db">The service's database.</param>
    /// <param name="gebeurtenis">What Meldingen announced.</param>
    /// <param name="kluis">Seals it.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>The person as changed by this event; null when something later, or the same, was known.</returns>
    public static async Task<Persoonsbeeld?> Volg(this ServiceDb db, IOverPersoon gebeurtenis, Vault kluis, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(gebeurtenis);
        var beeld = await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering);
        // What was announced before there was a number replaces itself.
        if (beeld is { Stand: > 0 } && beeld.Stand >= gebeurtenis.Persoonstand) return null;
        if (beeld is null) db.Add(beeld = new Persoonsbeeld(gebeurtenis.PersoonId));
        beeld.Volg(gebeurtenis, kluis);
        return beeld;
    }

    /// <summary>The person as Meldingen announced it last; null when nothing was announced to this service.</summary>
    /// <remarks>Until the transaction ends, nobody else handles this person in this service.</remarks>
    public static async Task<Persoonsbeeld?> Persoonsbeeld(this ServiceDb db, Guid persoonId, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.HoudPersoon(persoonId, annulering);
        return await db.FindAsync<Persoonsbeeld>([persoonId], annulering);
    }

    /// <summary>Holds everything about one person until the transaction ends, over all dossiers of that person.</summary>
    public static Task HoudPersoon(this ServiceDb db, Guid persoonId, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Hold(persoonId.ToString(), annulering);
    }
}
