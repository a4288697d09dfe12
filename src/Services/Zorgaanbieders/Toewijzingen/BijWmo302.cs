using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The provider answered a WMO301: it accepts or rejects each assignment in it. Changes that waited for the answer are sent (iWmo OP080).
/// </summary>
public sealed class BijWmo302(ZorgaanbiedersDb db, Toewijzer toewijzer, TimeProvider klok) : IBijKetenbericht<Wmo302>
{
    public async Task Verwerk(Wmo302 bericht, CancellationToken annulering)
    {
        // A code at the header, at the client or around the products rejects everything.
        var alles = bericht with { Inhoud = bericht.Inhoud is { } client ? client with { ToegewezenProducten = [] } : null };
        var identificatie = bericht.Header.BerichtIdentificatie.Identificatie;
        foreach (var toewijzing in await db.InBericht(identificatie, annulering))
        {
            var product = bericht.Inhoud?.ToegewezenProducten.FirstOrDefault(p => p.ToewijzingNummer == toewijzing.Toewijzingnummer);
            var codes = alles.Afkeurcodes.Union(product?.RetourCodes ?? [])
                .Except([Retourcode.GeenOpmerking, Retourcode.NietBeoordeeld]).ToList();
            if (codes.Count == 0) toewijzing.Accepteer(klok.GetUtcNow());
            else toewijzing.KeurAf(codes, klok.GetUtcNow(), identificatie);
        }
        await toewijzer.Beantwoord(identificatie, annulering);
    }
}
