using System.Reflection;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The change of keys finds every sealed value.</summary>
public sealed class VerzegelingTests
{
    public static TheoryData<string> Diensten => Dienst.Alle;

    [Theory]
    [MemberData(nameof(Diensten))]
    public void Every_sealed_value_of_a_service_is_a_column_that_the_change_of_keys_knows(string dienst)
    {
        var assembly = Assembly.Load($"WmoPlatform.{dienst}");
        using var db = Dienst.Open(dienst);
        var model = db.Model;
        var bekend = SealedColumns.Of(model).Select(k => k.Place).ToArray();
        bekend.ShouldContain("AnsweredRequest.Answer");
        // Of shared code only the tables that this service has.
        var soorten = assembly.GetTypes().Concat(model.GetEntityTypes().Select(e => e.ClrType)).Distinct();
        var verzegeld = soorten.SelectMany(s => s.GetProperties(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(Sealed))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        verzegeld.Where(v => !bekend.Contains(v)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Diensten))]
    public void The_seat_of_a_sealed_column_can_be_told_from_its_row(string dienst)
    {
        using var db = Dienst.Open(dienst);
        foreach (var soort in db.Model.GetEntityTypes().Where(e => e.ClrType.IsSubclassOf(typeof(Aggregate))))
        {
            soort.FindPrimaryKey()!.Properties.Select(p => p.Name).ShouldBe([nameof(Aggregate.Id)]);
            soort.FindProperty(nameof(Aggregate.Dossiernummer)).ShouldNotBeNull();
        }
    }
}
