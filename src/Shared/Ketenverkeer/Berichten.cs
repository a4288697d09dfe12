using Microsoft.EntityFrameworkCore;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Where a message to a partner is on its way.</summary>
public enum Verzendstatus
{
    /// <summary>Waits to be sent, or to be sent again.</summary>
    TeVerzenden,
    /// <summary>The partner has taken it.</summary>
    Verzonden,
    /// <summary>The partner's retour has come in.</summary>
    Beantwoord,
    /// <summary>The partner will not take it (an HTTP 4xx), it cannot be opened, or it breaks the standard and was never sent; a person must look.</summary>
    Geweigerd,
    /// <summary>A person no longer waits for an answer: it counts as technically rejected. A real answer that comes after all is still heard.</summary>
    Opgegeven,
}

/// <summary>A message to a chain partner. Stored with the change that causes it, sent afterwards, again and again until the partner takes it.</summary>
public sealed class UitgaandKetenbericht
{
    /// <summary>Order of sending.</summary>
    public long Nr { get; private set; }

    /// <summary>Kind, for instance <c>WMO301</c>; unique together with <see cref="Identificatie"/> (iWmo TR056).</summary>
    public string Soort { get; init; } = "";

    /// <summary>Our number of this message, at most 12 characters: the partner recognises a second delivery by it.</summary>
    public string Identificatie { get; init; } = "";

    /// <summary>The dossier it is about.</summary>
    public string Dossiernummer { get; init; } = "";

    /// <summary>The XML, sealed.</summary>
    public string Inhoud { get; init; } = "";

    /// <summary>Where it is.</summary>
    public Verzendstatus Status { get; set; }

    /// <summary>Not to be sent before this instant (UTC, the database's clock).</summary>
    public DateTimeOffset NietVoor { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int Pogingen { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset Aangemaakt { get; init; }

    /// <summary>When the partner took it (UTC).</summary>
    public DateTimeOffset? VerzondenOp { get; set; }

    /// <summary>Last day for the retour (iWmo OP090: three working days); null when no retour comes.</summary>
    public DateOnly? AntwoordUiterlijk { get; set; }

    /// <summary>Which rules of the standard it breaks and where, never with which value; null when none: only then it is sent.</summary>
    public string? Bevindingen { get; init; }

    /// <summary>Whether a retour is to come.</summary>
    public bool VerwachtAntwoord { get; init; }

    /// <summary>W3C trace context of the change that caused it.</summary>
    public string? Traceparent { get; init; }
}

/// <summary>A message that a chain partner delivered: the same one twice has its effect once.</summary>
public sealed class InkomendKetenbericht
{
    /// <summary>What the sender gets as receipt.</summary>
    public Guid Id { get; init; }

    /// <summary>Who sent it: AGB code, or the partner's name.</summary>
    public string Afzender { get; init; } = "";

    /// <summary>Kind, for instance <c>WMO305</c>.</summary>
    public string Soort { get; init; } = "";

    /// <summary>The sender's number of it.</summary>
    public string Identificatie { get; init; } = "";

    /// <summary>The XML as received, sealed.</summary>
    public string Inhoud { get; init; } = "";

    /// <summary>When (UTC, the database's clock).</summary>
    public DateTimeOffset OntvangenOp { get; init; }
}

/// <summary>The tables of Ketenverkeer.</summary>
public static class KetenverkeerModel
{
    /// <summary>Adds outgoing and incoming chain messages to a service's database, and the sequence of their numbers.</summary>
    public static void MetKetenverkeer(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.HasSequence("ketenbericht_nummer");
        model.Entity<UitgaandKetenbericht>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).UseIdentityAlwaysColumn();
            b.HasIndex(x => new { x.Soort, x.Identificatie }).IsUnique();
            b.HasIndex(x => x.NietVoor).HasFilter("status = 'TeVerzenden'");
            b.HasIndex(x => x.AntwoordUiterlijk).HasFilter("status = 'Verzonden'");
            b.HasIndex(x => x.Dossiernummer);
        });
        model.Entity<InkomendKetenbericht>(b =>
        {
            b.HasKey(x => x.Id);
            b.HasIndex(x => new { x.Afzender, x.Soort, x.Identificatie }).IsUnique();
        });
    }
}
