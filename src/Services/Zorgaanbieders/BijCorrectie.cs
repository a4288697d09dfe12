using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>A WMO301 is written anew: what the provider did not process is assigned to it once more, under new numbers.</summary>
public sealed class BijCorrectie(ZorgaanbiedersDb db, ToewijzingMelden melden, TimeProvider klok) : IBijCorrectie
{
    public async Task Verwerk(string soort, string identificatie, CancellationToken annulering)
    {
        var nieuwe = new List<Toewijzing>();
        foreach (var toewijzing in (await db.InBericht(identificatie, annulering)).Where(t => t is { Status: Toewijzingstatus.Afgekeurd, OpgevolgdDoor: null }))
            nieuwe.Add(toewijzing.Vervang(toewijzing.Agb, await db.Toewijzingnummer(annulering), klok.GetUtcNow()));
        if (nieuwe.Count == 0) throw Weigering.Toestand("niets-te-herstellen", "Wat in dit bericht stond, is al opnieuw toegewezen of toch verwerkt. Bekijk de toewijzingen van het dossier.");
        await melden.Meld(nieuwe, annulering);
    }
}
