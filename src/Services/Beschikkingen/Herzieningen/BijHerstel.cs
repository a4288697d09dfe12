using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>A decision gave help back that a herziening had taken, so a claim for those days ends with it (Wmo 2015 art. 2.4.1).</summary>
internal static class BijHerstel
{
    /// <summary>Lessens the claims about this voorziening to what is still taken away; the caller saves.</summary>
    public static async Task LaatVorderingenVervallen(
        this BeschikkingenDb db, Voorziening voorziening, Vault kluis, DateTimeOffset nu, CancellationToken annulering)
    {
        var id = voorziening.VoorzieningId;
        foreach (var herziening in await db.Herzieningen.Where(h => h.VoorzieningId == id && h.Nummers.Count > 1).ToListAsync(annulering))
            herziening.LaatVorderingenVervallen(voorziening, kluis, nu);
    }
}
