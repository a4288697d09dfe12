using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using WmoPlatform.Messaging;

namespace WmoPlatform.Architecture.Tests;

/// <summary>An upgrade migrates beside the version that still runs. Everything that version uses has to stay as it is.</summary>
public sealed class MigratieTests
{
    /// <summary>The first migrations, of the release v0.2. Data of that release know them by these names.</summary>
    private static readonly string[] Eerste =
    [
        "20261130204913_Begin", "20261130204921_Begin", "20261130204947_Begin", "20261130131623_Begin", "20261130205008_Begin",
        "20261130132057_Begin", "20261130172348_Begin", "20261129060329_Begin",
    ];

    public static TheoryData<string> Diensten => Dienst.Alle;

    public static TheoryData<MigrationOperation, bool> Voorbeelden => new()
    {
        { new CreateTableOperation { Name = "nieuw" }, true },
        { new AddColumnOperation { Table = "melding", Name = "nieuw", IsNullable = true }, true },
        { new AddColumnOperation { Table = "melding", Name = "nieuw", DefaultValue = 0 }, true },
        { new AddColumnOperation { Table = "melding", Name = "nieuw" }, false },
        { new CreateIndexOperation { Table = "melding", Name = "ix" }, false },
        { new CreateIndexOperation { Table = "nieuw", Name = "ix", IsUnique = true }, true },
        {
            new CreateTableOperation { Name = "deel", ForeignKeys = { new() { Table = "deel", PrincipalTable = "melding" } } }, false
        },
        { new AddForeignKeyOperation { Table = "nieuw", PrincipalTable = "melding" }, false },
        { new DropColumnOperation { Table = "melding", Name = "oud" }, false },
        { new RenameColumnOperation { Table = "melding", Name = "oud", NewName = "nieuw" }, false },
        { new AlterColumnOperation { Table = "melding", Name = "oud" }, false },
        { new DropTableOperation { Name = "melding" }, false },
        { new SqlOperation { Sql = "UPDATE melding SET oud = ''" }, false },
    };

    [Theory]
    [MemberData(nameof(Diensten))]
    public void A_migration_since_the_first_release_only_adds_or_says_why_it_may_do_more(string dienst)
    {
        using var db = Dienst.Open(dienst);
        var migraties = db.GetService<IMigrationsAssembly>();
        var provider = db.GetService<IDatabaseProvider>().Name;

        Eerste.ShouldContain(migraties.Migrations.Keys.Order(StringComparer.Ordinal).First(), "de eerste migratie blijft wat zij was");
        foreach (var (_, klasse) in migraties.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).Skip(1))
        {
            if (klasse.GetCustomAttribute<SafeBesideRunningAttribute>() is not null) continue;
            var stappen = migraties.CreateMigration(klasse, provider).UpOperations;
            stappen.Where(s => !VoegtToe(s, stappen)).Select(s => s.GetType().Name).ShouldBeEmpty(klasse.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Voorbeelden))]
    public void What_the_running_version_notices_is_no_addition(MigrationOperation stap, bool voegtToe) =>
        VoegtToe(stap, [new CreateTableOperation { Name = "nieuw" }]).ShouldBe(voegtToe);

    /// <summary>Whether a version that knows nothing of this step goes on as before.</summary>
    private static bool VoegtToe(MigrationOperation stap, IReadOnlyList<MigrationOperation> samen)
    {
        return stap switch
        {
            CreateSequenceOperation => true,
            // A key of a new table to an old one can refuse what the running version removes.
            CreateTableOperation tabel => tabel.ForeignKeys.TrueForAll(s => IsNieuw(s.PrincipalTable) || s.PrincipalTable == tabel.Name),
            // The running version gives it no value.
            AddColumnOperation kolom => kolom.IsNullable || kolom.DefaultValue is not null || kolom.DefaultValueSql is not null
                || IsNieuw(kolom.Table),
            // While an index is made, nobody writes; and a unique one may refuse what the running version writes.
            CreateIndexOperation index => IsNieuw(index.Table),
            AddForeignKeyOperation sleutel => IsNieuw(sleutel.Table) && IsNieuw(sleutel.PrincipalTable),
            _ => false,
        };

        bool IsNieuw(string tabel) => samen.OfType<CreateTableOperation>().Any(t => t.Name == tabel);
    }
}
