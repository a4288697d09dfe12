namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Limits the length of a stream, both when it is read and when it is written. The stream itself stays open.</summary>
/// <param name="stroom">The stream.</param>
/// <param name="hoogstens">In bytes.</param>
/// <param name="annulering">Stops the reading.</param>
internal sealed class Begrensd(Stream stroom, long hoogstens, CancellationToken annulering = default) : Stream
{
    private long aantal;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        annulering.ThrowIfCancellationRequested();
        var gelezen = stroom.Read(buffer);
        Tel(gelezen);
        return gelezen;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Tel(buffer.Length);
        stroom.Write(buffer);
    }

    private void Tel(int meer)
    {
        if ((aantal += meer) > hoogstens) throw new BerichtOnleesbaar(BerichtOnleesbaar.TeGroot, "Bericht");
    }

    public override bool CanRead => stroom.CanRead;
    public override bool CanSeek => false;
    public override bool CanWrite => stroom.CanWrite;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => aantal; set => throw new NotSupportedException(); }
    public override void Flush() => stroom.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
