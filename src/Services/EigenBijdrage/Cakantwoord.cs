using WmoPlatform.EigenBijdrage.Opslag;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Processes the CAK's answer to a WMO401 or WMO403, from a retour or from a person who gave up, and then sends the next signal.
/// </summary>
public sealed class Cakantwoord(EigenBijdrageDb db, CakSignaal cak, TimeProvider klok)
{
    /// <param name="identificatie">The platform's number of the answered message.</param>
    /// <param name="afkeurcodes">The codes that reject it; empty when it is accepted.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Verwerk(string identificatie, IReadOnlyList<string> afkeurcodes, CancellationToken annulering)
    {
        if (await db.MetBericht(identificatie, annulering) is not { } bijdrage) return;
        bijdrage.Beantwoord(identificatie, afkeurcodes, klok.GetUtcNow());
        await cak.Signaleer(bijdrage, annulering);
    }
}
