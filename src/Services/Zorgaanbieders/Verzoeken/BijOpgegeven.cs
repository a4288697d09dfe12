using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// An outgoing message was refused or never answered, so it counts as technically rejected by the provider. Changes that waited for its
/// answer are sent.
/// </summary>
public sealed class BijOpgegeven(ZorgaanbiedersDb db, Toewijzer toewijzer, TimeProvider klok) : IBijOpgegeven
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        foreach (var toewijzing in await db.InBericht(identificatie, annulering))
            toewijzing.KeurAf([Retourcode.TechnischOnjuist], klok.GetUtcNow(), identificatie);
        foreach (var verzoek in await db.MetAntwoord(identificatie, annulering)) verzoek.KeurAntwoordAf([Retourcode.TechnischOnjuist]);
        await toewijzer.Beantwoord(identificatie, annulering);
    }
}
