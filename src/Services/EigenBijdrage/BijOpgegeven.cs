using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>A WMO401 or WMO403 was refused, or never answered: it counts as one that the CAK found technically wrong.</summary>
public sealed class BijOpgegeven(Cakantwoord antwoord) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) =>
        antwoord.Verwerk(identificatie, [Retourcode.TechnischOnjuist], annulering);
}
