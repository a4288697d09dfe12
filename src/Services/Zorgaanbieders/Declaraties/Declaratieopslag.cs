using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>Collects the facts for a declaration in a handful of queries, however many prestaties it has.</summary>
internal static class Declaratieopslag
{
    /// <summary>Makes declarations of one provider wait for each other, on all instances.</summary>
    public static Task VergrendelDeclaraties(this ZorgaanbiedersDb db, string agb, CancellationToken annulering) =>
        db.Hold("declaraties " + agb, annulering);

    public static async Task<Declaratiestand> Declaratiestand(
        this ZorgaanbiedersDb db, Wmo323 bericht, Func<string, DateOnly, decimal?> uurtarief, Vault kluis, DateOnly vandaag,
        CancellationToken annulering)
    {
        var (agb, declaratie) = (bericht.Header.Afzender!, bericht.Declaratie);
        var nummers = bericht.Prestaties().Select(p => p.ToewijzingNummer).Distinct().ToArray();
        var referenties = bericht.Prestaties().Select(p => p.ProductReferentie.ReferentieNummer).Distinct().ToArray();
        var vorige = bericht.Prestaties().Where(p => p.IsCredit()).Select(p => p.ProductReferentie.VorigReferentieNummer).OfType<string>()
            .ToArray();
        var begindata = bericht.Prestaties().Select(p => p.ProductPeriode.Begindatum).Distinct().ToArray();

        // The share lock keeps the assignments as they are until the answer is stored.
        var toewijzingen = await db.Toewijzingen.FromSql(
            $"SELECT *, xmin FROM toewijzing WHERE agb = {agb} AND toewijzingnummer = ANY ({nummers}) ORDER BY toewijzingnummer FOR SHARE")
            .AsNoTracking().ToListAsync(annulering);
        var gebruikt = await db.Prestatieregels.Where(p => p.Agb == agb && referenties.Contains(p.Referentienummer))
            .Select(p => p.Referentienummer).ToListAsync(annulering);
        // A provider can credit only an answered prestatie, and none that waits for approval (IV085).
        var debetten = await db.Prestatieregels.AsNoTracking()
            .Where(p => p.Agb == agb && vorige.Contains(p.Referentienummer) && p.IsToegekend && !p.IsCredit
                && db.Declaraties.Any(d => d.Id == p.DeclaratieId && d.BeantwoordOp != null))
            .ToDictionaryAsync(p => p.Referentienummer, p => p.AlsDebet(), annulering);
        var geldig = db.Prestatieregels
            .Where(p => nummers.Contains(p.Toewijzingnummer) && p.IsToegekend && !p.IsCredit && !p.IsGecrediteerd);
        var gedeclareerd = await geldig.Where(p => begindata.Contains(p.Begindatum))
            .Select(p => new Prestatiesleutel(p.Toewijzingnummer, p.Categorie, p.Code, p.Begindatum, p.Einddatum)).ToListAsync(annulering);
        var verbruik = await geldig.GroupBy(p => p.Toewijzingnummer)
            .Select(g => new { Nummer = g.Key, Volume = g.Sum(p => p.Verbruik), Bedrag = g.Sum(p => p.Bedrag) })
            .ToDictionaryAsync(g => g.Nummer, g => new Verbruik(g.Volume, g.Bedrag), annulering);
        var eerder = db.Declaraties.Where(d => d.Agb == agb && d.Retourcodes.Count == 0);

        return new(
            vandaag,
            toewijzingen.Where(IsVerteld).ToDictionary(t => t.Toewijzingnummer, t => Bekend(t, kluis)),
            gebruikt.ToHashSet(),
            debetten,
            gedeclareerd.ToHashSet(),
            verbruik,
            await eerder.AnyAsync(d => d.Declaratienummer == declaratie.DeclaratieNummer, annulering),
            await eerder.Where(d => d.Dagtekening < declaratie.DeclaratieDagtekening)
                .MaxAsync(d => (DateOnly?)d.Periode.Ingangsdatum, annulering),
            uurtarief);
    }

    /// <summary>
    /// Stores the lines and marks the credited ones in two statements, because a change tracker does not suit tens of thousands of rows.
    /// </summary>
    public static async Task Bewaar(this ZorgaanbiedersDb db, Prestatieregel[] regels, CancellationToken annulering)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO prestatieregel (
                declaratie_id, volgnummer, agb, referentienummer, vorig_referentienummer, toewijzingnummer, categorie, code, begindatum,
                einddatum,
                volume, eenheid, tarief, bedrag, is_credit, verbruik, retourcodes, is_toegekend, is_gecrediteerd)
            SELECT r.declaratie_id, r.volgnummer, r.agb, r.referentienummer, r.vorig_referentienummer, r.toewijzingnummer, r.categorie,
            r.code, r.begindatum, r.einddatum,
                r.volume, r.eenheid, r.tarief, r.bedrag, r.is_credit, r.verbruik, string_to_array(r.retourcodes, ' '), r.is_toegekend, false
            FROM unnest(
                {Kolom(r => r.DeclaratieId)}, {Kolom(r => r.Volgnummer)}, {Kolom(r => r.Agb)}, {Kolom(r => r.Referentienummer)},
                {Kolom(r => r.VorigReferentienummer)},
                {Kolom(r => r.Toewijzingnummer)}, {Kolom(r => r.Categorie)}, {Kolom(r => r.Code)}, {Kolom(r => r.Begindatum)},
                {Kolom(r => r.Einddatum)},
                {Kolom(r => r.Volume)}, {Kolom(r => r.Eenheid)}, {Kolom(r => r.Tarief)}, {Kolom(r => r.Bedrag)}, {Kolom(r => r.IsCredit)},
                {Kolom(r => r.Verbruik)},
                {Kolom(r => string.Join(' ', r.Retourcodes))}, {Kolom(r => r.IsToegekend)})
                AS r (
                    declaratie_id, volgnummer, agb, referentienummer, vorig_referentienummer, toewijzingnummer, categorie, code, begindatum,
                    einddatum,
                    volume, eenheid, tarief, bedrag, is_credit, verbruik, retourcodes, is_toegekend)
            """, annulering);
        var agb = regels.FirstOrDefault()?.Agb;
        var credits = regels.Where(r => r.IsCredit && r.IsToegekend).Select(r => r.VorigReferentienummer).ToArray();
        if (credits.Length > 0)
            await db.Prestatieregels.Where(p => p.Agb == agb && credits.Contains(p.Referentienummer) && p.IsToegekend && !p.IsCredit)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsGecrediteerd, true), annulering);

        T[] Kolom<T>(Func<Prestatieregel, T> kolom) => Array.ConvertAll(regels, regel => kolom(regel));
    }

    private static IEnumerable<Prestatie> Prestaties(this Wmo323 bericht) => bericht.Declaratie.Clienten.SelectMany(c => c.Prestaties);

    /// <summary>Whether the provider knows the assignment and did not reject it. It may know an assignment that we gave up.</summary>
    private static bool IsVerteld(Toewijzing t) => (t.Berichten.Count > 0 || t.MetDeHand is not null) && t.Status switch
    {
        Toewijzingstatus.Aangehouden or Toewijzingstatus.WachtOpVerzoek => false,
        Toewijzingstatus.Afgekeurd => t.OpgevolgdDoor is null && Retourcode.ZijnTechnisch(t.Retourcodes),
        _ => true,
    };

    private static BekendeToewijzing Bekend(Toewijzing t, Vault kluis)
    {
        var persoon = t.Persoon(kluis);
        return new(persoon.Bsn, t.Product.Categorie, t.Product.Code, t.Periode.Ingangsdatum, t.Periode.Einddatum,
            new(t.Omvang.Volume, t.Omvang.Eenheid, t.Omvang.Frequentie), Budget: null, Verwijderd: t.Status == Toewijzingstatus.Verwijderd)
        {
            EerdereBsns = persoon.EerdereBsns ?? [],
        };
    }
}
