namespace WmoPlatform.Contracts;

/// <summary>
/// The one who did something. A person or another system has the subject, role and client of its token. The platform itself, in a loop,
/// is <see cref="Platform"/>. A reaction keeps the actor of the event that caused it, and names that event.
/// </summary>
/// <param name="Wie">The pseudonymous subject of the token, never a name or a BSN.</param>
/// <param name="Rol">The role in which they did it.</param>
/// <param name="Client">The client that called, or the loop of the platform.</param>
public sealed record Actor(string Wie, string Rol, string? Client = null)
{
    /// <summary>The subject and the role of the platform itself.</summary>
    public const string Platform = "platform";

    /// <summary>The event that caused it, when it is a reaction.</summary>
    public Oorzaak? Oorzaak { get; init; }

    /// <summary>The platform itself, which acts without anybody asking.</summary>
    /// <param name="onderdeel">The loop or the service that acts.</param>
    public static Actor Zelf(string onderdeel) => new(Platform, Platform, onderdeel);

    /// <summary>The actor of everything that follows from an event.</summary>
    public static Actor Na(Gebeurtenis gebeurtenis)
    {
        ArgumentNullException.ThrowIfNull(gebeurtenis);
        return (gebeurtenis.Door ?? new(Platform, Platform)) with
        {
            Oorzaak = new(Gebeurtenissen.Naam(gebeurtenis.GetType()), gebeurtenis.AggregaatId, gebeurtenis.Versie),
        };
    }
}

/// <summary>The event that caused a reaction. Aggregate and version identify it, in the journal too.</summary>
/// <param name="Gebeurtenis">Its name.</param>
/// <param name="AggregaatId">The aggregate that announced it.</param>
/// <param name="Versie">Its position among the events of that aggregate.</param>
public sealed record Oorzaak(string Gebeurtenis, Guid AggregaatId, int Versie);
