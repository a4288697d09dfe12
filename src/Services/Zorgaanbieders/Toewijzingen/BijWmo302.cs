using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The provider answered a WMO301. It accepts the message, or one code rejects all of it (iWmo IV032). The assignments that have no code
/// are then told again without the others, and so are changes that waited for the answer (iWmo OP080).
/// </summary>
public sealed class BijWmo302(ZorgaanbiedersDb db, Toewijzer toewijzer, TimeProvider klok) : IBijKetenbericht<Wmo302>
{
    public async Task Verwerk(Wmo302 bericht, CancellationToken annulering)
    {
        var identificatie = bericht.Header.BerichtIdentificatie.Identificatie;
        var inBericht = await db.InBericht(identificatie, annulering);
        var alle = Afkeur(bericht.Afkeurcodes);
        // A code at the header, at the client or around the products concerns every assignment.
        var allen = Afkeur((bericht with { Inhoud = bericht.Inhoud is { } c ? c with { ToegewezenProducten = [] } : null }).Afkeurcodes);
        var eigen = inBericht.ToDictionary(t => t.Toewijzingnummer, t => Afkeur(
            bericht.Inhoud?.ToegewezenProducten.FirstOrDefault(p => p.ToewijzingNummer == t.Toewijzingnummer)?.RetourCodes ?? []));
        var isBekendWaarom = allen.Count > 0 || eigen.Values.Any(codes => codes.Count > 0);
        foreach (var toewijzing in inBericht)
        {
            var codes = isBekendWaarom ? [.. allen.Union(eigen[toewijzing.Toewijzingnummer])] : alle;
            if (alle.Count == 0) toewijzing.Accepteer(klok.GetUtcNow());
            else if (codes.Count > 0) toewijzing.KeurAf(codes, klok.GetUtcNow(), identificatie);
            else toewijzing.IsNietVerwerkt(identificatie);
        }
        await toewijzer.Beantwoord(identificatie, annulering);
    }
    private static List<string> Afkeur(IEnumerable<string> codes) =>
        [.. codes.Except([Retourcode.GeenOpmerking, Retourcode.NietBeoordeeld])];
}
