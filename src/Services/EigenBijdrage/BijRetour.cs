using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The CAK answers a start (WMO402). A stop that waited for it can go now.</summary>
public sealed class BijWmo402(EigenBijdrageDb db, CakMelden cak, TimeProvider klok) : IBijKetenbericht<Wmo402>
{
    public Task Verwerk(Wmo402 bericht, CancellationToken annulering) => db.Beantwoord(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, cak, klok, annulering);
}

/// <summary>The CAK answers a stop (WMO404). A start that waited for it can go now.</summary>
public sealed class BijWmo404(EigenBijdrageDb db, CakMelden cak, TimeProvider klok) : IBijKetenbericht<Wmo404>
{
    public Task Verwerk(Wmo404 bericht, CancellationToken annulering) => db.Beantwoord(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, cak, klok, annulering);
}

/// <summary>A WMO401 or WMO403 was refused, or never answered: as if the CAK had said that the message was wrong.</summary>
public sealed class BijOpgegeven(EigenBijdrageDb db, CakMelden cak, TimeProvider klok) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) => db.Beantwoord(identificatie, [Retourcode.TechnischOnjuist], cak, klok, annulering);
}

internal static class Retour
{
    public static async Task Beantwoord(this EigenBijdrageDb db, string identificatie, IReadOnlyList<string> afkeurcodes, CakMelden cak, TimeProvider klok, CancellationToken annulering)
    {
        if (await db.MetBericht(identificatie, annulering) is not { } bijdrage) return;
        bijdrage.Beantwoord(identificatie, afkeurcodes, klok.GetUtcNow());
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}
