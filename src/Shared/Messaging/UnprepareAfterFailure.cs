using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>
/// Lets a connection on which a statement failed forget its prepared statements before another request uses it. Npgsql 10.0.3 counts a
/// statement as prepared as soon as the server has parsed it. If the server then refuses a value (a text with U+0000, a number that is
/// too large), Npgsql has no description of the rows, and the next use of that statement breaks the connection: a stranger would get the
/// error. When a newer version adds a column, every connection has statements that no longer fit; the first failure renews them all.
/// </summary>
internal sealed class UnprepareAfterFailure(NpgsqlDataSource source) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private static readonly object Yes = new();
    private readonly ConditionalWeakTable<DbConnection, object> _failed = [];

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(command, eventData);
        if (eventData.Exception is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported }) source.Clear();
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(
        DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(command, eventData);
        return Task.CompletedTask;
    }

    private void Note(DbCommand command, CommandEventData eventData)
    {
        _failed.AddOrUpdate(command.Connection!, Yes);
        // The transaction may have ended with the statement, and PostgreSQL answers a COMMIT after it with a ROLLBACK that is no error.
        (eventData.Context as ServiceDb)?.ForgetAnnounced();
    }

    InterceptionResult IDbConnectionInterceptor.ConnectionClosing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Forget(connection);
        return result;
    }

    ValueTask<InterceptionResult> IDbConnectionInterceptor.ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Forget(connection);
        return new(result);
    }

    private void Forget(DbConnection connection)
    {
        if (!_failed.Remove(connection) || connection is not NpgsqlConnection { State: ConnectionState.Open } npgsql) return;
        try
        {
            // Npgsql has no asynchronous form of this one round trip.
            npgsql.UnprepareAll();
        }
        catch (NpgsqlException)
        {
            source.Clear();
        }
    }
}
