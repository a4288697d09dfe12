using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WmoPlatform.Messaging.Sending;

/// <summary>
/// A row that goes to somebody outside the platform: a message, a letter, a webhook, a question. A <see
/// cref="Sender{TDb, TRow, TOutcome}"/> sends it. Every moment is of the database's clock.
/// </summary>
public interface ISendable
{
    /// <summary>Its id.</summary>
    Guid Id { get; }

    /// <summary>
    /// From when it may be sent; null when there is nothing to send. <see cref="DateTimeOffset.UnixEpoch"/> means at once. A later moment
    /// is only written by the database.
    /// </summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>Until when an instance may be sending it. It stays when the outcome of that attempt was never stored.</summary>
    DateTimeOffset? ClaimedUntil { get; }

    /// <summary>The number of attempts, counted when they begin.</summary>
    int Attempts { get; }

    /// <summary>The number of attempts of which nobody knows whether the receiver got it.</summary>
    int Unknowns { get; }

    /// <summary>W3C trace context of the change that caused it.</summary>
    string? Traceparent { get; }
}

/// <summary>How a row to send is mapped.</summary>
public static class SendableMapping
{
    /// <summary>Maps the columns of sending, and an index of the rows that wait, in the order in which they are claimed.</summary>
    /// <param name="entity">The row.</param>
    /// <param name="order">The properties that give this order.</param>
    public static EntityTypeBuilder<T> AsSendable<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> order)
        where T : class, ISendable
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Property(x => x.Attempts).HasDefaultValue(0).ValueGeneratedNever();
        entity.Property(x => x.Unknowns).HasDefaultValue(0).ValueGeneratedNever();
        entity.HasIndex(order, $"ix_{typeof(T).Name.ToLowerInvariant()}_due").HasFilter("due_at IS NOT NULL");
        return entity;
    }
}
