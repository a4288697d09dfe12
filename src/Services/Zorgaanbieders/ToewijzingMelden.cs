using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Regels;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>Stores new assignments of one person to one provider and tells them in one WMO301, together with those that are valid already (iWmo OP087).</summary>
public sealed class ToewijzingMelden(ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Kluis kluis, TimeProvider klok)
{
    public async Task Meld(IReadOnlyList<Toewijzing> nieuwe, CancellationToken annulering)
    {
        var nieuw = nieuwe[0];
        if (nieuw.MetDeHand is null)
        {
            var vandaag = klok.Vandaag();
            // Valid: not rejected, and neither ended nor stopped for good before today.
            var geldige = await db.Toewijzingen.Where(t => t.PersoonId == nieuw.PersoonId && t.Agb == nieuw.Agb && t.Periode.Einddatum >= vandaag
                && t.Status != Toewijzingstatus.Afgekeurd && t.Status != Toewijzingstatus.Gestopt).OrderBy(t => t.Toewijzingnummer).ToListAsync(annulering);
            List<Toewijzing> alle = [.. geldige, .. nieuwe];
            var identificatie = await post.NieuweIdentificatie(annulering);
            foreach (var toewijzing in alle) toewijzing.VermeldIn(identificatie);
            var viaPlatform = await db.Aansluiting(nieuw.Agb, annulering) == Aansluiting.Platform;
            post.Verzend(Toewijzingsbericht.Maak(gemeente.Code, nieuw.Agb, identificatie, vandaag, nieuw.Persoon(kluis), alle), nieuw.Dossiernummer, viaPlatform);
        }
        foreach (var toewijzing in nieuwe) toewijzing.Wijs(klok.GetUtcNow());
        db.AddRange(nieuwe);
    }
}
