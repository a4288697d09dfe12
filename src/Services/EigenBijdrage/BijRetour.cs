using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The CAK answers a start (WMO402). A stop that waited for it can go now.</summary>
public sealed class BijWmo402(EigenBijdrageDb db, CakMelden cak, TimeProvider klok) : IBijKetenbericht<Wmo402>
{
    public Task Verwerk(Wmo402 bericht, CancellationToken annulering) => db.Beantwoord(bericht, cak, klok, annulering);
}

/// <summary>The CAK answers a stop (WMO404). A start that waited for it can go now.</summary>
public sealed class BijWmo404(EigenBijdrageDb db, CakMelden cak, TimeProvider klok) : IBijKetenbericht<Wmo404>
{
    public Task Verwerk(Wmo404 bericht, CancellationToken annulering) => db.Beantwoord(bericht, cak, klok, annulering);
}

internal static class Retour
{
    public static async Task Beantwoord(this EigenBijdrageDb db, Retourbericht bericht, CakMelden cak, TimeProvider klok, CancellationToken annulering)
    {
        var identificatie = bericht.Header.BerichtIdentificatie.Identificatie;
        if (await db.MetBericht(identificatie, annulering) is not { } bijdrage) return;
        bijdrage.Beantwoord(identificatie, bericht.Afkeurcodes, klok.GetUtcNow());
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}
