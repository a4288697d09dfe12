using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Writes a rejected WMO401 or WMO403 anew: the signal that is due now, under a new identification.</summary>
public sealed class BijCorrectie(EigenBijdrageDb db, CakSignaal cak) : IBijCorrectie
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        var bijdrage = await db.MetBericht(identificatie, annulering) ?? throw Weigering.Onbekend("De bijdrage bij dit bericht");
        bijdrage.GeefVrijNaAfkeuring();
        await cak.Signaleer(bijdrage, annulering);
    }
}
