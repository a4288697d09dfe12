using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.Pgb;

/// <summary>A WMO501 was refused, or never answered: it counts as one that the SVB found technically wrong.</summary>
public sealed class BijOpgegeven(Svbantwoord antwoord) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) =>
        antwoord.Verwerk(identificatie, [Retourcode.TechnischOnjuist], annulering);
}
