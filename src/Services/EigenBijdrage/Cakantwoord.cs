using WmoPlatform.EigenBijdrage.Opslag;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Processes the answer to a WMO401 or WMO403, whichever way it came, and then sends what waited for it.</summary>
public sealed class Cakantwoord(EigenBijdrageDb db, CakSignaal cak, TimeProvider klok)
{
    /// <param name="identificatie">Our number of the message that is answered.</param>
    /// <param name="afkeurcodes">Why it is rejected; empty when it is accepted.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Verwerk(string identificatie, IReadOnlyList<string> afkeurcodes, CancellationToken annulering)
    {
        if (await db.MetBericht(identificatie, annulering) is not { } bijdrage) return;
        bijdrage.Beantwoord(identificatie, afkeurcodes, klok.GetUtcNow());
        await cak.Signaleer(bijdrage, annulering);
    }
}
