using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>A WMO401 or WMO403 that was refused or never answered counts as technically rejected by the CAK.</summary>
public sealed class BijOpgegeven(Cakantwoord antwoord) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) =>
        antwoord.Verwerk(identificatie, [Retourcode.TechnischOnjuist], annulering);
}
