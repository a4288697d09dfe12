using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using WmoPlatform.Messaging.Mislukt;
using WmoPlatform.Messaging.Ontvangst;
using WmoPlatform.Messaging.Uitgaand;
using WmoPlatform.Messaging.Verzoeken;

namespace WmoPlatform.Messaging;

/// <summary>
/// The database of one service: its own tables and those of Messaging (outbox, inbox, failed messages, answered requests),
/// in snake_case, enums as text. The context is repository and unit of work in one.
/// </summary>
public abstract class DienstDb : DbContext
{
    /// <summary>Opens the service's database.</summary>
    protected DienstDb(DbContextOptions options) : base(options) =>
        // A unit of work succeeds or fails as a whole: a savepoint per SaveChanges would only cost a round trip.
        Database.AutoSavepointsEnabled = false;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<UitgaandBericht>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).UseIdentityAlwaysColumn();
            b.Property(x => x.Aangemaakt).HasDefaultValueSql("now()").Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            // Only rows in trouble are looked up by key: this index is empty as long as all goes well.
            b.HasIndex(x => new { x.Volgordesleutel, x.Nr }).HasFilter("mislukkingen > 0").HasDatabaseName("ix_uitgaand_bericht_in_moeilijkheden");
        });
        modelBuilder.Entity<VerwerktBericht>(b =>
        {
            b.HasKey(x => x.BerichtId);
            b.Property(x => x.VerwerktOp).HasDefaultValueSql("now()");
            b.HasIndex(x => x.VerwerktOp);
        });
        modelBuilder.Entity<MisluktBericht>().HasKey(x => x.BerichtId);
        modelBuilder.Entity<VerwerktVerzoek>(b =>
        {
            b.HasKey(x => new { x.Sleutel, x.Aanvrager });
            b.HasIndex(x => x.VerwerktOp);
        });
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCase());
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Names tables after their class and columns after their property, in snake_case.</summary>
    private sealed class SnakeCase : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entiteit in modelBuilder.Metadata.GetEntityTypes())
            {
                if (entiteit.GetContainerColumnName() is not null) continue;
                if (entiteit.FindOwnership() is null) entiteit.Builder.ToTable(Van(entiteit.ClrType.Name));
                Noem(entiteit, "");
            }
        }

        /// <summary>A value inside (a complex property) has its name before its columns: <c>periode_ingangsdatum</c>.</summary>
        private static void Noem(IConventionTypeBase soort, string voorvoegsel)
        {
            foreach (var eigenschap in soort.GetDeclaredProperties()) eigenschap.Builder.HasColumnName(voorvoegsel + Van(eigenschap.Name));
            foreach (var waarde in soort.GetDeclaredComplexProperties().Where(w => w.ComplexType.GetContainerColumnName() is null))
                Noem(waarde.ComplexType, voorvoegsel + Van(waarde.Name) + "_");
        }

        private static string Van(string naam)
        {
            var s = new StringBuilder(naam.Length + 4);
            foreach (var c in naam)
            {
                if (char.IsAsciiLetterUpper(c) && s.Length > 0) s.Append('_');
                s.Append(char.ToLowerInvariant(c));
            }
            return s.ToString();
        }
    }
}

/// <summary>How an aggregate is mapped.</summary>
public static class AggregaatMapping
{
    /// <summary>Maps what every aggregate has: its key, and xmin against lost updates.</summary>
    public static EntityTypeBuilder<T> AlsAggregaat<T>(this EntityTypeBuilder<T> entiteit) where T : Aggregaat
    {
        ArgumentNullException.ThrowIfNull(entiteit);
        entiteit.HasKey(x => x.Id);
        entiteit.Property(x => x.Id).ValueGeneratedNever();
        entiteit.Property(x => x.Rijversie).HasColumnName("xmin").IsRowVersion();
        return entiteit;
    }
}
