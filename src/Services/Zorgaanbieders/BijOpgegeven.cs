using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>A WMO301 was refused, or never answered: as if the provider had said that the message was wrong.</summary>
public sealed class BijOpgegeven(ZorgaanbiedersDb db, TimeProvider klok) : IBijOpgegeven
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        foreach (var toewijzing in await db.InBericht(identificatie, annulering)) toewijzing.KeurAf([Retourcode.TechnischOnjuist], klok.GetUtcNow(), identificatie);
    }
}
