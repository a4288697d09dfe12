using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>The provider accepts or rejects the answer to its request. After a rejection the request shows the codes.</summary>
public sealed class BijWmo320(ZorgaanbiedersDb db) : IBijKetenbericht<Wmo320>
{
    public async Task Verwerk(Wmo320 bericht, CancellationToken annulering)
    {
        foreach (var verzoek in await db.MetAntwoord(bericht.Header.BerichtIdentificatie.Identificatie, annulering))
            verzoek.KeurAntwoordAf(bericht.Afkeurcodes);
    }
}
