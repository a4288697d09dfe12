using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The CAK answers a start (WMO402). The next signal that is due can then be sent.</summary>
public sealed class BijWmo402(Cakantwoord antwoord) : IBijKetenbericht<Wmo402>
{
    public Task Verwerk(Wmo402 bericht, CancellationToken annulering) =>
        antwoord.Verwerk(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, annulering);
}
