using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>Whoever asked may leave; then nothing works on.</summary>
public class AfbrekenTests
{
    [Fact]
    public void Reading_stops_when_the_caller_leaves()
    {
        using var weg = new CancellationTokenSource();
        // The caller leaves when a first part has been read.
        using var stroom = new Weglopend(GoudenBerichten.Goud("WMO323"), weg);
        Should.Throw<OperationCanceledException>(() => Ketenbericht.Lees(stroom, weg.Token));
    }

    [Fact]
    public void Checking_stops_when_the_caller_leaves()
    {
        var bericht = Ketenbericht.Lees(new MemoryStream(GoudenBerichten.Goud("WMO323")));
        Should.Throw<OperationCanceledException>(() => Berichtcontrole.Controleer(bericht, new CancellationToken(canceled: true)));
    }

    private sealed class Weglopend(byte[] inhoud, CancellationTokenSource weg) : MemoryStream(inhoud)
    {
        public override int Read(Span<byte> buffer)
        {
            if (Position > 0) weg.Cancel();
            return base.Read(buffer[..Math.Min(buffer.Length, 100)]);
        }
    }
}
