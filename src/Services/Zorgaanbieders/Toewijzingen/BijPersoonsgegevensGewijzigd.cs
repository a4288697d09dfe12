using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Takes over what is known about the person now, in every assignment of that person. A WMO301 that has not left yet is taken back and
/// written anew. A death ends the help. Who moved away keeps it until a user ends it (Wmo 2015 art. 1.2.1).
/// </summary>
public sealed class BijPersoonsgegevensGewijzigd(ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, TimeProvider klok)
    : IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering)
    {
        if (await db.Volg(gebeurtenis, kluis, annulering) is not { } beeld) return;
        if (beeld.GeenBerichtenverkeer) (await db.Afscherming(beeld.Id, annulering)).Verleng(gebeurtenis.Op);
        var toewijzingen = await db.Toewijzingen.Where(t => t.PersoonId == beeld.Id).OrderBy(t => t.Toewijzingnummer)
            .ToListAsync(annulering);
        string[] aanbieders = [.. toewijzingen.Select(t => t.Agb).Distinct()];
        foreach (var agb in aanbieders) await toewijzer.NeemTerug(beeld.Id, agb, annulering);
        foreach (var toewijzing in toewijzingen) Verwerk(toewijzing, beeld);
        foreach (var agb in aanbieders) await toewijzer.Vertel(beeld.Id, agb, annulering);
    }

    private void Verwerk(Toewijzing toewijzing, Persoonsbeeld beeld)
    {
        toewijzing.NeemPersoon(beeld.Persoon(kluis), beeld.GeenBerichtenverkeer, kluis, klok.GetUtcNow());
        // While only a part of the date is known, the help ends now. The day itself corrects that later.
        if (beeld.IsOverleden) toewijzing.EindigDoorOverlijden(beeld.OverledenOp ?? klok.Vandaag(), kluis, klok.GetUtcNow());
    }
}
