using Microsoft.EntityFrameworkCore;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>One call about persons: a row of the access log. Only inserted; the database refuses everything else.</summary>
public sealed class AccessRow
{
    /// <summary>The order of the rows.</summary>
    public long Nr { get; private set; }

    /// <summary>When (UTC, the database's clock).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The pseudonymous subject.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The role in which they called.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The client that called.</summary>
    public string? Client { get; private set; }

    /// <summary>Method and route.</summary>
    public string Operation { get; private set; } = "";

    /// <summary>The dossiers and persons.</summary>
    public string[] Subjects { get; private set; } = [];

    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>The trace of the request.</summary>
    public string? TraceId { get; private set; }

    /// <summary>Whether the call was refused: the caller saw nothing, though 404 and 409 say something too.</summary>
    public bool Refused => Status >= 400;
}

/// <summary>A closed part of the access log: the rows after the previous block, up to and including <see cref="LastRow"/>.</summary>
public sealed class AccessBlock
{
    /// <summary>1, 2, 3, … without gaps.</summary>
    public long Nr { get; private set; }

    /// <summary>The last row of the block.</summary>
    public long LastRow { get; private set; }

    /// <summary>How many rows it holds.</summary>
    public int Rows { get; private set; }

    /// <summary>When it was closed (UTC, the database's clock).</summary>
    public DateTimeOffset ClosedAt { get; private set; }

    /// <summary>SHA-256 over the previous hash, the columns above and every row.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>HMAC over the hash: no one without the key can make another chain.</summary>
    public byte[] Seal { get; private set; } = [];
}

/// <summary>
/// The end of what was kept: the last block that was removed. The chain goes on from its hash, so what remains can still be verified.
/// </summary>
public sealed class AccessEnd
{
    /// <summary>The last removed block.</summary>
    public long Nr { get; private set; }

    /// <summary>The last removed row.</summary>
    public long LastRow { get; private set; }

    /// <summary>The hash of the last removed block.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>When it was removed (UTC, the database's clock).</summary>
    public DateTimeOffset RemovedAt { get; private set; }

    /// <summary>HMAC over the columns above.</summary>
    public byte[] Seal { get; private set; } = [];
}

/// <summary>The tables of the access log.</summary>
internal static class AccessLogModel
{
    /// <summary>
    /// The database itself keeps the log append-only, also for clients other than the service. A row or block may be deleted only after an
    /// end was written that covers it. Created after the migrations, and again the same every time.
    /// </summary>
    public const string Guard =
        """
        CREATE OR REPLACE FUNCTION access_log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'access_row' THEN
                IF NOT EXISTS (SELECT FROM gone WHERE nr > coalesce((SELECT max(last_row) FROM access_end), 0)) THEN RETURN NULL; END IF;
            ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'access_block' THEN
                IF NOT EXISTS (SELECT FROM gone WHERE nr > coalesce((SELECT max(nr) FROM access_end), 0)) THEN RETURN NULL; END IF;
            END IF;
            RAISE EXCEPTION 'Het inzagelog wordt alleen aangevuld: % mag niet.', TG_OP;
        END $$;
        CREATE OR REPLACE TRIGGER access_log_stays BEFORE UPDATE OR TRUNCATE ON access_row
            FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays();
        CREATE OR REPLACE TRIGGER access_log_ends AFTER DELETE ON access_row REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays();
        CREATE OR REPLACE TRIGGER access_log_stays BEFORE UPDATE OR TRUNCATE ON access_block
            FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays();
        CREATE OR REPLACE TRIGGER access_log_ends AFTER DELETE ON access_block REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays();
        CREATE OR REPLACE TRIGGER access_log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON access_end
            FOR EACH STATEMENT EXECUTE FUNCTION access_log_stays();
        """;

    public static void WithAccessLog(this ModelBuilder model)
    {
        model.Entity<AccessRow>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).UseIdentityAlwaysColumn();
            b.Property(x => x.At).HasDefaultValueSql("now()");
            b.Ignore(x => x.Refused);
            b.HasIndex(x => x.Subjects).HasMethod("gin");
            b.HasIndex(x => x.At).HasMethod("brin");
        });
        model.Entity<AccessBlock>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).ValueGeneratedNever();
        });
        model.Entity<AccessEnd>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).ValueGeneratedNever();
        });
    }
}
