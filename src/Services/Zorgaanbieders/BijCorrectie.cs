using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>
/// A message of ours is written anew. What the provider did not process of a WMO301 is assigned to it once more under a new number, or told once
/// more when it was a change; a WMO319 tells the answer to a request once more.
/// </summary>
public sealed class BijCorrectie(ZorgaanbiedersDb db, ToewijzingMelden melden, Verzoekpost antwoorden, TimeProvider klok) : IBijCorrectie
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        var verzoeken = await db.MetAntwoord(identificatie, annulering);
        foreach (var verzoek in verzoeken) await antwoorden.Antwoord(verzoek, annulering);
        if (verzoeken.Count > 0) return;

        var (nieuwe, gewijzigde) = (new List<Toewijzing>(), new List<Toewijzing>());
        foreach (var toewijzing in await db.InBericht(identificatie, annulering))
            if (toewijzing is { Status: Toewijzingstatus.Afgekeurd, OpgevolgdDoor: null }) nieuwe.Add(toewijzing.Vervang(toewijzing.Agb, await db.Toewijzingnummer(annulering), klok.GetUtcNow()));
            else if (toewijzing.GewijzigdIn == identificatie && toewijzing.AfgekeurdeWijziging.Count > 0) gewijzigde.Add(toewijzing);
        if (nieuwe.Count == 0 && gewijzigde.Count == 0) throw Weigering.Toestand("niets-te-herstellen", "Wat in dit bericht stond, is al opnieuw toegewezen of toch verwerkt. Bekijk de toewijzingen van het dossier.");
        foreach (var toewijzing in gewijzigde) toewijzing.MeldOpnieuw(klok.GetUtcNow());
        // Who asked first need not ask again for what was granted already.
        foreach (var toewijzing in nieuwe) await melden.WijsDirect(toewijzing, annulering);
        var een = nieuwe.Concat(gewijzigde).First();
        await melden.Meld(een.PersoonId, een.Agb, annulering);
    }
}
