using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>A WMO301 was refused, or never answered: as if the provider had said that the message was wrong. What waited for the answer goes now.</summary>
public sealed class BijOpgegeven(ZorgaanbiedersDb db, ToewijzingMelden melden, TimeProvider klok) : IBijOpgegeven
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        foreach (var toewijzing in await db.InBericht(identificatie, annulering)) toewijzing.KeurAf([Retourcode.TechnischOnjuist], klok.GetUtcNow(), identificatie);
        foreach (var verzoek in await db.MetAntwoord(identificatie, annulering)) verzoek.KeurAntwoordAf([Retourcode.TechnischOnjuist]);
        await melden.Beantwoord(identificatie, annulering);
    }
}
