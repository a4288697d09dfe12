using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Shows in each dossier what the journal says. A dossier is a pure function of its journal, so the order of arrival makes no difference,
/// and a rebuild gives the same dossier.
/// </summary>
public sealed class Projector(DossiersDb db, EventJson json, BsnKenmerk kenmerk, Feitengeheugen geheugen)
{
    /// <summary>Shows lines that wait, the oldest first. Nobody else works on their dossiers until the caller's transaction ends.</summary>
    /// <param name="hoogstens">How many lines at most.</param>
    /// <param name="alleen">Only lines of this dossier; null for all.</param>
    /// <param name="annulering">Stops the work.</param>
    /// <returns>The number of lines.</returns>
    public async Task<int> Toon(int hoogstens, string? alleen, CancellationToken annulering)
    {
        var nummers = (await db.NeemTeTonen(hoogstens, alleen, annulering)).ToLookup(r => r.Dossiernummer, r => r.Nr);
        if (nummers.Count == 0) return 0;
        string[] namen = [.. nummers.Select(n => n.Key)];
        var dossiers = await db.Dossiers.Include(d => d.Termijnen).Where(d => namen.Contains(d.Dossiernummer))
            .ToDictionaryAsync(d => d.Dossiernummer, annulering);
        var bekend = namen.Where(dossiers.ContainsKey).Select(n => (Nummer: n, Feiten: geheugen.Van(n, dossiers[n].Toonbeurt)))
            .Where(b => b.Feiten is not null).ToDictionary(b => b.Nummer, b => b.Feiten!);

        string[] onbekend = [.. namen.Where(n => n.Length > 0 && !bekend.ContainsKey(n))];
        long[] nieuw = [.. nummers.Where(n => !onbekend.Contains(n.Key)).SelectMany(n => n)];
        var regels = (await db.Journaal.AsNoTracking()
            .Where(j => onbekend.Contains(j.Dossiernummer) || nieuw.Contains(j.Nr)).OrderBy(j => j.Nr).ToListAsync(annulering))
            .ToLookup(j => j.Dossiernummer);

        foreach (var wachtend in nummers.Where(n => n.Key.Length > 0))
        {
            if (!dossiers.TryGetValue(wachtend.Key, out var dossier))
                db.Add(dossier = new Dossier { Dossiernummer = wachtend.Key });
            var feiten = bekend.GetValueOrDefault(wachtend.Key) ?? new Dossierfeiten();
            Toon(dossier, feiten, regels[wachtend.Key], [.. wachtend]);
            geheugen.Bewaar(wachtend.Key, feiten);
        }
        // A fact about the register of providers belongs to no dossier.
        foreach (var regel in regels[""])
            if (Lees(regel).Gebeurtenis is ZorgaanbiederGecontracteerd aanbieder) await db.Noem(aanbieder, annulering);
        await db.SaveChangesAsync(annulering);
        return nummers.Sum(n => n.Count());
    }

    private void Toon(Dossier dossier, Dossierfeiten feiten, IEnumerable<Journaalregel> regels, HashSet<long> wachtend)
    {
        // The journal keeps an event whose name Contracts no longer knows, but no dossier shows it.
        foreach (var regel in regels.Where(r => r.IsBekend))
        {
            var (gebeurtenis, zin, fout) = Lees(regel);
            var isVerteld = gebeurtenis is PersoonsgegevensGewijzigd wijziging && IsVerteld(feiten.Feiten, wijziging);
            if (feiten.Lees(regel.Nr) && gebeurtenis is not null) feiten.Feiten.Voeg(gebeurtenis);
            if (!wachtend.Contains(regel.Nr) || isVerteld) continue;
            // A line tells one event, so it is added once and never changes.
            db.Add(new Tijdlijnregel
            {
                Nr = regel.Nr,
                Dossiernummer = regel.Dossiernummer,
                AggregaatId = regel.AggregaatId,
                Versie = regel.Versie,
                Op = regel.Op,
                Dienst = regel.Bron,
                Gebeurtenis = regel.Gebeurtenis,
                Wat = zin,
                Door = gebeurtenis?.Door,
            });
            if (fout is not null) db.Add(new Onleesbaar(regel, fout));
        }
        dossier.Toon(feiten.Feiten, kenmerk);
        dossier.Toonbeurt = feiten.Toonbeurt = Guid.NewGuid();
    }

    /// <summary>Each melding in a dossier hears a change of the person, and the timeline tells it once.</summary>
    private static bool IsVerteld(Feiten feiten, PersoonsgegevensGewijzigd wijziging) => feiten.Alle<PersoonsgegevensGewijzigd>()
        .Any(g => g.Persoonstand == wijziging.Persoonstand && g.AggregaatId != wijziging.AggregaatId);

    /// <summary>Reads an event and puts it into words. Whatever is wrong with it concerns this line alone.</summary>
    private (Gebeurtenis? Gebeurtenis, string Zin, Exception? Fout) Lees(Journaalregel regel)
    {
        Gebeurtenis? gebeurtenis = null;
        try
        {
            gebeurtenis = regel.Lees(json);
            return (gebeurtenis, Tijdlijn.Zin(gebeurtenis), null);
        }
        catch (Exception e)
        {
            return (gebeurtenis, "Wat hier gebeurde, kan nu niet worden getoond. De beheerder weet ervan.", e);
        }
    }
}
