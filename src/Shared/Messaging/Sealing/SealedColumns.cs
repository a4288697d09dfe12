using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WmoPlatform.Messaging.Idempotency;

namespace WmoPlatform.Messaging;

/// <summary>A column with sealed values.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name.</param>
/// <param name="Keys">The columns of the primary key.</param>
/// <param name="Kind">What its values are part of. <see cref="SeatKind.Event"/> is a column with whole events as JSON.</param>
/// <param name="Place">The class and its property, as in the <see cref="Seat"/> of its values.</param>
/// <param name="Beside">The column with the dossiernummer, or that with the name of the event; null without.</param>
internal sealed record SealedColumn(string Table, string Column, string[] Keys, SeatKind Kind, string Place, string? Beside)
{
    /// <summary>Where the value of one row stands.</summary>
    public Seat Seat(IEnumerable<object> key, string dossier) => new(Kind, Place, string.Join('\0', key), dossier);
}

/// <summary>
/// The columns with sealed values. A model says itself which they are: by the type <see cref="Sealed"/>, or by <see cref="HoldsEvents"/>.
/// </summary>
public static class SealedColumns
{
    private const string NameOfEvent = "wmo:gebeurtenis";

    /// <summary>Says that the column holds whole events as JSON, in which personal data are sealed.</summary>
    /// <param name="property">The column.</param>
    /// <param name="name">The property with the name of the event.</param>
    public static PropertyBuilder<string> HoldsEvents(this PropertyBuilder<string> property, string name) =>
        property.HasAnnotation(NameOfEvent, name);

    internal static IReadOnlyList<SealedColumn> Of(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.GetTableName() is not null && entity.FindPrimaryKey() is not null
           from property in entity.GetDeclaredProperties()
           let name = property.FindAnnotation(NameOfEvent)?.Value as string
           where name is not null || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Sealed)
           select new SealedColumn(
               entity.GetTableName()!, property.GetColumnName(), [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())],
               name is not null ? SeatKind.Event : entity.ClrType == typeof(AnsweredRequest) ? SeatKind.Answer : SeatKind.Row,
               $"{entity.ClrType.Name}.{property.Name}", entity.FindProperty(name ?? nameof(Aggregate.Dossiernummer))?.GetColumnName()),
    ];
}
