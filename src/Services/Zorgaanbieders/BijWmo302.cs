using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>The provider has answered a WMO301: each assignment that it told is accepted, or rejected. What changed meanwhile can be told now (iWmo OP080).</summary>
public sealed class BijWmo302(ZorgaanbiedersDb db, ToewijzingMelden melden, TimeProvider klok) : IBijKetenbericht<Wmo302>
{
    public async Task Verwerk(Wmo302 bericht, CancellationToken annulering)
    {
        // What rejects everything: a code at the header, the client or what surrounds the products.
        var alles = bericht with { Inhoud = bericht.Inhoud is { } client ? client with { ToegewezenProducten = [] } : null };
        var identificatie = bericht.Header.BerichtIdentificatie.Identificatie;
        foreach (var toewijzing in await db.InBericht(identificatie, annulering))
        {
            var product = bericht.Inhoud?.ToegewezenProducten.FirstOrDefault(p => p.ToewijzingNummer == toewijzing.Toewijzingnummer);
            var codes = alles.Afkeurcodes.Union(product?.RetourCodes ?? []).Except([Retourcode.GeenOpmerking, Retourcode.NietBeoordeeld]).ToList();
            if (codes.Count == 0) toewijzing.Accepteer(klok.GetUtcNow());
            else toewijzing.KeurAf(codes, klok.GetUtcNow(), identificatie);
        }
        await melden.Beantwoord(identificatie, annulering);
    }
}
