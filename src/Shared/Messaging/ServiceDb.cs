using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Messaging.Idempotency;

namespace WmoPlatform.Messaging;

/// <summary>
/// The database of one service: its own tables and those of Messaging (outbox, published events, inbox, failed messages, answered
/// requests, access log),
/// in snake_case, enums as text. The context is repository and unit of work in one.
/// </summary>
public abstract class ServiceDb : DbContext
{
    private readonly List<Action> _afterCommit = [];
    private IDbContextTransaction? _held;
    private readonly List<(Guid? Transaction, OutboxMessage Row)> _announced = [];

    /// <summary>Opens the service's database.</summary>
    protected ServiceDb(DbContextOptions options) : base(options) =>
        // A unit of work succeeds or fails as a whole. A savepoint per SaveChanges would only cost a round trip.
        Database.AutoSavepointsEnabled = false;

    /// <summary>
    /// Holds a name until the transaction ends. Another transaction that asks for the same name waits, on any instance. Unlike
    /// <c>FOR UPDATE</c>, this needs no existing row. A request without an Idempotency-Key has no transaction: then one begins here, and
    /// ends with the next save, or with this unit of work.
    /// </summary>
    public async Task Hold(string name, CancellationToken cancellation)
    {
        if (Database.CurrentTransaction is null) _held = await Database.BeginTransactionAsync(cancellation);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellation);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            var stored = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (_held is { } held) await held.CommitAsync(cancellationToken);
            return stored;
        }
        finally
        {
            await LetGo();
        }
    }

    /// <summary>Ends the transaction that <see cref="Hold"/> began. What was not saved is lost, and nobody waits any more.</summary>
    internal async Task LetGo()
    {
        if (_held is not { } held) return;
        _held = null;
        await held.DisposeAsync();
    }

    /// <summary>
    /// Wakes a loop once this unit of work is committed, because until then the loop finds nothing to do. A rollback wakes nobody.
    /// </summary>
    public void AfterCommit(Action wake) => _afterCommit.Add(wake);

    /// <summary>Remembers a row of the outbox, and to which transaction it belongs: none when SaveChanges makes its own.</summary>
    internal void Announced(OutboxMessage row) => _announced.Add((Database.CurrentTransaction?.TransactionId, row));

    /// <summary>After a failure it is not certain any more that a commit has stored the rows of before.</summary>
    internal void ForgetAnnounced() => _announced.Clear();

    /// <summary>A transaction is committed, or a save that made its own.</summary>
    /// <returns>The rows of the outbox that are certainly stored by it.</returns>
    internal List<OutboxMessage> Committed(Guid? transaction)
    {
        foreach (var wake in _afterCommit) wake();
        _afterCommit.Clear();
        List<OutboxMessage> stored = [.. _announced.Where(a => a.Transaction == transaction).Select(a => a.Row)];
        _announced.RemoveAll(a => a.Transaction == transaction);
        return stored;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await LetGo();
        // The pool gives this context to another unit of work.
        _afterCommit.Clear();
        _announced.Clear();
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(b =>
        {
            b.HasKey(x => x.Number);
            b.Property(x => x.Number).UseIdentityAlwaysColumn();
            b.Property(x => x.CreatedAt).HasDefaultValueSql("now()").Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            // Only rows that failed are looked up by key, so this index is empty as long as all goes well.
            b.HasIndex(x => new { x.OrderKey, x.Number }).HasFilter("failures > 0").HasDatabaseName("ix_outbox_message_in_trouble");
        });
        modelBuilder.Entity<ProcessedMessage>(b =>
        {
            b.HasKey(x => x.MessageId);
            b.HasIndex(x => new { x.AggregateId, x.Version }).IsUnique();
            b.Property(x => x.ProcessedAt).HasDefaultValueSql("now()");
            b.HasIndex(x => x.ProcessedAt);
        });
        modelBuilder.Entity<PublishedMessage>(b =>
        {
            b.HasKey(x => x.MessageId);
            b.Property(x => x.PublishedAt).HasDefaultValueSql("now()");
            b.HasIndex(x => x.PublishedAt);
        });
        modelBuilder.Entity<FailedMessage>().HasKey(x => x.MessageId);
        modelBuilder.Entity<AnsweredRequest>(b =>
        {
            b.HasKey(x => new { x.Key, x.Requester });
            b.HasIndex(x => x.ProcessedAt);
        });
        modelBuilder.WithAccessLog();
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCase());
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedText>();
    }

    private sealed class SealedText() : ValueConverter<Sealed, string>(s => s.Text, text => new(text));

    /// <summary>Names tables after their class and columns after their property, in snake_case.</summary>
    private sealed class SnakeCase : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            {
                if (entity.GetContainerColumnName() is not null) continue;
                if (entity.FindOwnership() is null) entity.Builder.ToTable(ToSnakeCase(entity.ClrType.Name));
                NameColumns(entity, "");
            }
        }

        /// <summary>The columns of a complex property begin with the name of that property: <c>periode_ingangsdatum</c>.</summary>
        private static void NameColumns(IConventionTypeBase type, string prefix)
        {
            foreach (var property in type.GetDeclaredProperties()) property.Builder.HasColumnName(prefix + ToSnakeCase(property.Name));
            foreach (var value in type.GetDeclaredComplexProperties().Where(w => w.ComplexType.GetContainerColumnName() is null))
                NameColumns(value.ComplexType, prefix + ToSnakeCase(value.Name) + "_");
        }

        private static string ToSnakeCase(string name)
        {
            var s = new StringBuilder(name.Length + 4);
            foreach (var c in name)
            {
                if (char.IsAsciiLetterUpper(c) && s.Length > 0) s.Append('_');
                s.Append(char.ToLowerInvariant(c));
            }
            return s.ToString();
        }
    }
}

/// <summary>How an aggregate is mapped.</summary>
public static class AggregateMapping
{
    private static readonly JsonSerializerOptions Compact =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Maps an actor to one column of JSON, as events write it.</summary>
    public static PropertyBuilder<Actor?> AsActor(this PropertyBuilder<Actor?> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasConversion(
            a => JsonSerializer.Serialize(a, Compact), s => JsonSerializer.Deserialize<Actor>(s, Compact));
    }

    /// <summary>Maps the key of an aggregate, and xmin against lost updates.</summary>
    public static EntityTypeBuilder<T> AsAggregate<T>(this EntityTypeBuilder<T> entity) where T : Aggregate
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasKey(x => x.Id);
        entity.Property(x => x.Id).ValueGeneratedNever();
        entity.Property(x => x.RowVersion).HasColumnName("xmin").IsRowVersion();
        entity.Property(x => x.GewijzigdDoor).AsActor();
        return entity;
    }
}
