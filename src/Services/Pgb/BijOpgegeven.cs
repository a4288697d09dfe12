using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.Pgb;

/// <summary>A WMO501 that was refused or never answered counts as technically rejected by the SVB.</summary>
public sealed class BijOpgegeven(Svbantwoord antwoord) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) =>
        antwoord.Verwerk(identificatie, [Retourcode.TechnischOnjuist], annulering);
}
