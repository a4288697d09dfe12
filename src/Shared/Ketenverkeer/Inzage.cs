using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// One line of the access log: a user read personal data that are otherwise sealed. The use case adds it in the transaction in which it
/// hands out the data.
/// </summary>
public sealed class Inzageregel
{
    private Inzageregel()
    {
    }

    /// <summary>Records that this user reads now.</summary>
    /// <param name="onderwerpId">The subject, for instance a message.</param>
    /// <param name="gebruiker">The reader.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="deelId">The part of the subject; null for the whole.</param>
    public Inzageregel(Guid onderwerpId, Gebruiker gebruiker, DateTimeOffset nu, Guid? deelId = null)
    {
        ArgumentNullException.ThrowIfNull(gebruiker);
        (OnderwerpId, DeelId, Wie, Op) = (onderwerpId, deelId, gebruiker.Id, nu);
    }

    /// <summary>Order of reading.</summary>
    public long Nr { get; private set; }

    /// <summary>The subject that was read, for instance a message.</summary>
    public Guid OnderwerpId { get; private set; }

    /// <summary>The part of the subject that was read; null for the whole.</summary>
    public Guid? DeelId { get; private set; }

    /// <summary>The reader: the token's <c>sub</c>, never a BSN.</summary>
    public string Wie { get; private set; } = "";

    /// <summary>When it was read (UTC).</summary>
    public DateTimeOffset Op { get; private set; }
}

/// <summary>The access log as endpoints answer it.</summary>
public static class Inzagelogboek
{
    /// <summary>Lists everyone who read this subject, in order.</summary>
    /// <typeparam name="T">The line as the API shows it.</typeparam>
    /// <param name="db">The service's database.</param>
    /// <param name="onderwerpId">The subject that was read.</param>
    /// <param name="regel">Makes a line of the answer.</param>
    /// <param name="annulering">Stops it.</param>
    public static async Task<Ok<IReadOnlyList<T>>> Inzagen<T>(
        this ServiceDb db, Guid onderwerpId, Expression<Func<Inzageregel, T>> regel, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(db);
        return TypedResults.Ok<IReadOnlyList<T>>(
            await db.Set<Inzageregel>().Where(i => i.OnderwerpId == onderwerpId).OrderBy(i => i.Nr).Select(regel).ToListAsync(annulering));
    }
}
