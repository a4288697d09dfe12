using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>A link of the chain: what a block says about itself, without its hash.</summary>
internal readonly record struct Link(long Nr, long LastRow, int Rows, DateTime ClosedAt);

/// <summary>
/// The chain of blocks. A hash covers the hash before it, so a row that was changed, added or removed breaks its own block. The seal needs
/// the key, so the chain cannot be computed anew after a change.
/// </summary>
internal sealed class Chain(MessagingOptions options)
{
    /// <summary>The columns that <see cref="Append"/> reads, in its order.</summary>
    public const string Columns = "nr, at, who, role, client, operation, array_to_string(subjects, ' '), status, trace_id";

    private readonly byte[] _key = ServiceDefaults.Sleutelafleiding.Van(Convert.FromBase64String(options.Sleutel), "inzagelog");

    /// <summary>The hash before the first block.</summary>
    public static byte[] Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    public static IncrementalHash Begin(byte[] previous)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        return hash;
    }

    /// <summary>Adds the row that a reader stands on.</summary>
    public static void Append(IncrementalHash hash, NpgsqlDataReader row)
    {
        Number(hash, row.GetInt64(0));
        Number(hash, row.GetDateTime(1).Ticks);
        for (var i = 2; i <= 6; i++) Text(hash, row.IsDBNull(i) ? null : row.GetString(i));
        Number(hash, row.GetInt32(7));
        Text(hash, row.IsDBNull(8) ? null : row.GetString(8));
    }

    public static byte[] End(IncrementalHash hash, Link link)
    {
        Number(hash, link.Nr);
        Number(hash, link.LastRow);
        Number(hash, link.Rows);
        Number(hash, link.ClosedAt.Ticks);
        return hash.GetHashAndReset();
    }

    public byte[] Seal(byte[] hash) => HMACSHA256.HashData(_key, (byte[])[(byte)'b', .. hash]);

    /// <summary>The seal of an end, which is no seal of a block.</summary>
    public byte[] SealEnd(long nr, long lastRow, byte[] hash, DateTime removedAt)
    {
        using var content = Begin([(byte)'e', .. hash]);
        Number(content, nr);
        Number(content, lastRow);
        Number(content, removedAt.Ticks);
        return HMACSHA256.HashData(_key, content.GetHashAndReset());
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>A text with its length, so that no two rows give the same bytes. A missing text has length -1.</summary>
    private static void Text(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Number(hash, text is null ? -1 : bytes.Length);
        hash.AppendData(bytes);
    }
}
