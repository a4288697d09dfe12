using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>Finds the melding that a user means, and whose it is.</summary>
internal static class Meldingzoeker
{
    /// <summary>Finds the melding that the number means: its own, or that of a dossier in which one melding is to be decided.</summary>
    /// <exception cref="Weigering">404, or 409 when the number means several.</exception>
    public static async Task<(Meldingsbeeld Melding, Persoonsbeeld? Persoon)> ZoekMelding(
        this BeschikkingenDb db, string nummer, Gebruiker gebruiker, Vault kluis, CancellationToken annulering)
    {
        var gevonden = await db.Meldingen.Where(m => m.Meldingnummer != null && (m.Meldingnummer == nummer || m.Dossiernummer == nummer))
            .OrderBy(m => m.Id).ToListAsync(annulering);
        var persoon = gevonden.Count == 0 ? null : await db.Persoonsbeeld(gevonden[0].PersoonId, annulering);
        var bsn = persoon?.Persoon(kluis).Bsn;
        gevonden.RemoveAll(m => !gebruiker.MagBij(bsn ?? m.Bsn(kluis), m.Wijkteam));
        return Zaakkeuze.Aangewezen(gevonden, m => m.IngetrokkenOp is null) switch
        {
            { } een => (een, persoon),
            null when gevonden.Count == 0 => throw Weigering.Onbekend("Deze melding"),
            null => throw Weigering.Toestand("meer-meldingen", "In dit dossier zijn meer meldingen: "
                + $"{string.Join(", ", gevonden.Where(m => m.IngetrokkenOp is null).Select(m => m.Meldingnummer))}. "
                + "Noem het nummer van de melding."),
        };
    }
}
