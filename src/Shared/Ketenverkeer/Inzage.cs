using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// One line of the access log: someone read personal data that rest sealed. The use case adds it in the transaction in which it hands them
/// out.
/// </summary>
public sealed class Inzageregel
{
    private Inzageregel()
    {
    }

    /// <summary>This user reads it now.</summary>
    /// <param name="onderwerpId">What is read, for instance a message.</param>
    /// <param name="gebruiker">Who reads.</param>
    /// <param name="nu">The moment.</param>
    /// <param name="deelId">Which part of it; null for the whole.</param>
    public Inzageregel(Guid onderwerpId, Gebruiker gebruiker, DateTimeOffset nu, Guid? deelId = null)
    {
        ArgumentNullException.ThrowIfNull(gebruiker);
        (OnderwerpId, DeelId, Wie, Op) = (onderwerpId, deelId, gebruiker.Id, nu);
    }

    /// <summary>Order.</summary>
    public long Nr { get; private set; }

    /// <summary>What was read, for instance a message.</summary>
    public Guid OnderwerpId { get; private set; }

    /// <summary>Which part of it was read; null for the whole.</summary>
    public Guid? DeelId { get; private set; }

    /// <summary>The reader: the token's <c>sub</c>, never a BSN.</summary>
    public string Wie { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Op { get; private set; }
}

/// <summary>The access log as an endpoint answers it.</summary>
public static class Inzagelogboek
{
    /// <summary>Everyone who read this, in order.</summary>
    /// <typeparam name="T">The line as the API shows it.</typeparam>
    /// <param name="db">The service's database.</param>
    /// <param name="onderwerpId">What was read.</param>
    /// <param name="regel">Makes the line.</param>
    /// <param name="annulering">Stops it.</param>
    public static async Task<Ok<IReadOnlyList<T>>> Inzagen<T>(
        this ServiceDb db, Guid onderwerpId, Expression<Func<Inzageregel, T>> regel, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(db);
        return TypedResults.Ok<IReadOnlyList<T>>(
            await db.Set<Inzageregel>().Where(i => i.OnderwerpId == onderwerpId).OrderBy(i => i.Nr).Select(regel).ToListAsync(annulering));
    }
}
