using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>A bezwaar against a decision to claim money back (Wmo 2015 art. 2.4.1, Awb 4:20) finds the claim that it is about.</summary>
internal static class Vorderingen
{
    /// <summary>Euros that are claimed now by the decision objected to; null when that is no claim.</summary>
    public static async Task<decimal?> Gevorderd(
        this BeschikkingenDb db, Bezwaar bezwaar, CancellationToken annulering) => bezwaar.Tegen switch
        {
            BestredenSoort.Terugvordering => (await db.MetVordering(bezwaar, annulering)).Vordering(bezwaar.BesluitId).Bedrag,
            BestredenSoort.Dwangsomterugvordering => Dwangsomterugvordering(await db.MetDwangsom(bezwaar, annulering), bezwaar).Bedrag,
            _ => null,
        };

    /// <summary>A founded bezwaar lessens the claim, or ends it; the caller saves.</summary>
    public static async Task VerlaagVordering(this BeschikkingenDb db, Bezwaar bezwaar, decimal blijft, string motivering, Vault kluis,
        DateTimeOffset nu, CancellationToken annulering)
    {
        if (bezwaar.Tegen == BestredenSoort.Terugvordering)
        {
            // The claim may have ended meanwhile, because the help was given back.
            var herziening = await db.MetVordering(bezwaar, annulering);
            if (blijft < herziening.Vordering(bezwaar.BesluitId).Bedrag)
                herziening.Verlaag(bezwaar.BesluitId, blijft, Vorderwijziging.Bezwaar, motivering, kluis, nu);
        }
        else if (bezwaar.Tegen == BestredenSoort.Dwangsomterugvordering)
        {
            var zaak = await db.MetDwangsom(bezwaar, annulering);
            if (blijft < Dwangsomterugvordering(zaak, bezwaar).Bedrag) zaak.VerlaagTerugvordering(bezwaar.BesluitId, blijft);
        }
    }

    private static Task<Herziening> MetVordering(this BeschikkingenDb db, Bezwaar bezwaar, CancellationToken annulering)
    {
        var nummer = bezwaar.Besluiten[0].Nummer;
        return db.Herzieningen.SingleAsync(h => h.Nummers.Contains(nummer), annulering);
    }

    private static async Task<TeLaat.Beslisplicht> MetDwangsom(
        this BeschikkingenDb db, Bezwaar bezwaar, CancellationToken annulering)
    {
        var dossier = bezwaar.Dossiernummer;
        var aanvragen = await db.Aanvragen.Where(a => a.Dossiernummer == dossier).ToListAsync(annulering);
        var bezwaren = await db.Bezwaren.Where(b => b.Dossiernummer == dossier).ToListAsync(annulering);
        return aanvragen.Concat<TeLaat.Beslisplicht>(bezwaren)
            .First(z => z.Dwangsom.Terugvorderingen.Any(t => t.Id == bezwaar.BesluitId));
    }

    private static TeLaat.Terugvordering Dwangsomterugvordering(TeLaat.Beslisplicht zaak, Bezwaar bezwaar) =>
        zaak.Dwangsom.Terugvorderingen.Single(t => t.Id == bezwaar.BesluitId);
}
