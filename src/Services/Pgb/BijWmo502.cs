using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.Pgb;

/// <summary>The SVB answers a WMO501.</summary>
public sealed class BijWmo502(Svbantwoord antwoord) : IBijKetenbericht<Wmo502>
{
    public Task Verwerk(Wmo502 bericht, CancellationToken annulering) =>
        antwoord.Verwerk(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, annulering);
}
