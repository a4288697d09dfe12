using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The CAK answers a stop (WMO404). The next signal that is due can then be sent.</summary>
public sealed class BijWmo404(Cakantwoord antwoord) : IBijKetenbericht<Wmo404>
{
    public Task Verwerk(Wmo404 bericht, CancellationToken annulering) =>
        antwoord.Verwerk(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, annulering);
}
