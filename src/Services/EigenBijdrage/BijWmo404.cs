using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The CAK answers a stop (WMO404). A start that waited for it can go now.</summary>
public sealed class BijWmo404(Cakantwoord antwoord) : IBijKetenbericht<Wmo404>
{
    public Task Verwerk(Wmo404 bericht, CancellationToken annulering) =>
        antwoord.Verwerk(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, annulering);
}
