using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Klachten.Regels;

/// <summary>A klacht is handled by somebody who was not involved in what it is about (Awb 9:7 lid 1).</summary>
internal static class KlachtbehandelaarIsAnder
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Gebruiker gebruiker, Klacht klacht)
    {
        if (klacht.Beklaagden.Any(b => b.Medewerker == gebruiker.Id))
            throw Weigering.Regel("behandelaar-betrokken",
                "De klacht gaat over u. Vraag een collega die er niet bij betrokken was om haar te behandelen.", "Awb art. 9:7 lid 1");
        if (klacht.Besluitnemers.Contains(gebruiker.Id))
            throw Weigering.Regel("behandelaar-besliste",
                "De klacht gaat over een besluit dat u nam. Vraag een collega die er niet bij betrokken was om haar te behandelen.",
                "Awb art. 9:7 lid 1");
        if (gebruiker.Bsn == klacht.Bsn)
            throw Weigering.Regel("eigen-klacht", "U kunt uw eigen klacht niet behandelen. Vraag een collega.", "Awb art. 2:4");
    }
}
