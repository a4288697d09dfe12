using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Brings the assignments of a voorziening to what the last decision says, whatever happened before. A decision is no voluntary change, so
/// neither consultation nor notice is asked. The rest, which the standard cannot say, is left to a person.
/// </summary>
public sealed class Uitvoering(ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, TimeProvider klok)
{
    /// <param name="voorziening">The voorziening with its last decision.</param>
    /// <param name="besluit">The data for new assignments; null takes those of the last assignment.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>The assignments that were changed or made. The caller informs their providers.</returns>
    public async Task<IReadOnlyList<Toewijzing>> Breng(Voorziening voorziening, Besluit? besluit, CancellationToken annulering)
    {
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var persoon = await db.Persoonsbeeld(voorziening.PersoonId, annulering);
        DateOnly? overledenOp = persoon is { IsOverleden: true } ? persoon.OverledenOp ?? vandaag : null;
        var alle = await db.VanVoorziening(voorziening.VoorzieningId, annulering);
        List<Toewijzing> keten =
            [.. alle.Where(t => !t.IsVervallen).OrderBy(t => t.Periode.Ingangsdatum).ThenBy(t => t.Volgnummer)];
        var trajecten = Uitvoeringsplan.Van(voorziening.InNatura, voorziening.EerderInNatura, keten, overledenOp);

        var lot = new List<Lot>();
        foreach (var toewijzing in keten) lot.Add(await Bepaal(toewijzing, trajecten, annulering));
        Begrens(lot);
        var nieuwe = Nieuw(trajecten, lot, vandaag, out var voorbij);
        var gemaakt = new List<Toewijzing>();
        var volgnummer = alle.Count == 0 ? 0 : alle.Max(t => t.Volgnummer);
        foreach (var traject in nieuwe)
        {
            var nummer = await db.Toewijzingnummer(annulering);
            var nieuw = besluit is not null ? Toewijzing.Bij(besluit, voorziening.VoorzieningId, ++volgnummer, traject, nummer, kluis, nu)
                : alle.LastOrDefault()?.Bij(++volgnummer, traject, nummer, kluis, nu);
            if (nieuw is not null) gemaakt.Add(nieuw);
        }
        return await Voer(voorziening, persoon, trajecten, lot, gemaakt, voorbij, annulering);
    }

    private async Task<IReadOnlyList<Toewijzing>> Voer(
        Voorziening voorziening, Persoonsbeeld? persoon, IReadOnlyList<Traject> trajecten, List<Lot> lot, List<Toewijzing> gemaakt,
        DateOnly? voorbij, CancellationToken annulering)
    {
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var geraakt = new List<Toewijzing>();
        var gevenHulp = lot.Where(l => !l.Toewijzing.IsNogNietToegewezen).Select(l => l.Toewijzing.Agb).ToHashSet();
        Handwerk? rest = voorbij is { } dag ? new(Uitvoeringsreden.PeriodeVoorbij, dag) : null;
        foreach (var (nieuw, vorige) in gemaakt.Select(n => (n, Voorganger(n, lot, gemaakt))).Where(p => p.Item2 is not null))
        {
            vorige!.GeefDoorAan(nieuw);
            // An assignment that stays as it is has a successor now.
            if (lot.Find(l => l.Toewijzing == vorige) is { Verandert: false }) vorige.SpreekOpvolgingAf(kluis, nu);
        }

        // Less help goes first, so that it does not stand in the way of what takes its place.
        foreach (var l in lot.Where(l => l.Verandert && !l.WordtLanger))
        {
            if (l.Weg) l.Toewijzing.NeemWeg(kluis, nu);
            else l.Toewijzing.Herzie(l.Einde, l.Omvang, Reden(l, voorziening, persoon, trajecten), kluis, nu);
            geraakt.Add(l.Toewijzing);
            if (l.Toewijzing.Status == Toewijzingstatus.Aangehouden)
                await toewijzer.WijsToeOfHoudAan(l.Toewijzing, vraagtEerst: true, annulering);
        }
        foreach (var l in lot.Where(l => l.WordtLanger))
        {
            var langer = l.Toewijzing;
            if (!langer.Loopt)
            {
                if (langer.IsEenzijdigGestopt)
                    rest ??= new(Uitvoeringsreden.AanbiederGestopt, Overgang.DagNa(langer.Levering.LaatsteDag!.Value));
                langer.Herzie(l.Einde, l.Omvang, RedenWijziging.Verlenging, kluis, nu);
                if (langer.Status == Toewijzingstatus.Aangehouden)
                    await toewijzer.WijsToeOfHoudAan(langer, vraagtEerst: true, annulering);
                geraakt.Add(langer);
            }
            else
            {
                var rek = langer.Bij(
                    await Volgnummer(voorziening, gemaakt, annulering),
                    new(langer.Agb, langer.Product, l.Omvang, new(Overgang.DagNa(langer.Periode.Einddatum), l.Einde)),
                    await db.Toewijzingnummer(annulering), kluis, nu);
                // The contract may not reach so far. Then only the extension is held.
                if (await toewijzer.Beletsel(rek, annulering) is null)
                {
                    langer.Herzie(l.Einde, l.Omvang, RedenWijziging.Verlenging, kluis, nu);
                    geraakt.Add(langer);
                }
                else
                {
                    langer.GeefDoorAan(rek);
                    langer.SpreekOpvolgingAf(kluis, nu);
                    gemaakt.Add(rek);
                }
            }
        }
        foreach (var nieuw in gemaakt)
        {
            // A provider that gives help under this voorziening already need not ask first. Urgent help, and help that a court ordered,
            // waits for nobody.
            await toewijzer.WijsToeOfHoudAan(
                nieuw, vraagtEerst: !gevenHulp.Contains(nieuw.Agb) && voorziening.Soort is not (Besluitsoort.Spoed or Besluitsoort.Rechter),
                annulering);
            geraakt.Add(nieuw);
        }
        // Nobody corrects with a provider because a report came after the death.
        rest ??= persoon is { IsOverleden: true } ? null : lot.Select(l => l.Rest).FirstOrDefault(r => r is not null)
            ?? Blijft(voorziening, lot);
        rest ??= voorziening.MetDeHand == Uitvoeringsreden.AanbiederGestopt
            && lot.Find(l => l.Toewijzing.MoetEindeVaststellen) is { Toewijzing: var gestopt }
            ? new(Uitvoeringsreden.AanbiederGestopt, Overgang.DagNa(gestopt.Levering.LaatsteDag!.Value)) : null;
        voorziening.Uitgevoerd(rest, nu);
        return geraakt;
    }

    /// <summary>
    /// What an earlier decision left for a person, and this one does not settle either: on days on which help was given, or paid, something
    /// else is granted.
    /// </summary>
    private static Handwerk? Blijft(Voorziening voorziening, List<Lot> lot)
    {
        if (voorziening.MetDeHand is not { } reden || reden is not (Uitvoeringsreden.HulpAlGegeven or Uitvoeringsreden.AlGedeclareerd))
            return null;
        foreach (var l in lot.Where(l => !l.Weg))
        {
            var (toewijzing, van, tot) = (l.Toewijzing, l.Toewijzing.Periode.Ingangsdatum, l.Einde);
            foreach (var dag in voorziening.InNatura.SelectMany(d => new[] { d.Periode.Ingangsdatum, Overgang.DagNa(d.Periode.Einddatum) })
                .Where(d => van <= d && d <= tot).Append(van).Order())
                if (voorziening.InNaturaOp(dag) is not { } deel || deel.Product != toewijzing.Product || deel.Omvang != toewijzing.Omvang)
                    return new(reden, dag);
        }
        return null;
    }

    /// <summary>What becomes of one assignment: it goes, ends on another day, or stays.</summary>
    private async Task<Lot> Bepaal(Toewijzing toewijzing, IReadOnlyList<Traject> trajecten, CancellationToken annulering)
    {
        var periode = toewijzing.Periode;
        if (trajecten.FirstOrDefault(t => t.Past(toewijzing) && t.Omvat(periode.Ingangsdatum)) is { } traject)
            return await MetEinde(toewijzing, traject.Periode.Einddatum, traject, annulering);
        var betaald = await db.LaatstBetaaldeDag(toewijzing.Toewijzingnummer, annulering);
        if (!toewijzing.IsBegonnen && betaald is null) return new(toewijzing, periode.Einddatum, toewijzing.Omvang) { Weg = true };
        // Help that goes on cannot lose its first days by message.
        if (trajecten.FirstOrDefault(t => t.Past(toewijzing) && t.Periode.Ingangsdatum <= periode.Einddatum
            && t.Periode.Einddatum >= periode.Ingangsdatum) is { } later)
            return (await MetEinde(toewijzing, later.Periode.Einddatum, later, annulering)) with
            {
                Rest = new(betaald is null ? Uitvoeringsreden.HulpAlGegeven : Uitvoeringsreden.AlGedeclareerd, periode.Ingangsdatum),
            };
        return await MetEinde(toewijzing, Overgang.DagVoor(periode.Ingangsdatum), null, annulering);
    }

    private async Task<Lot> MetEinde(Toewijzing toewijzing, DateOnly einde, Traject? traject, CancellationToken annulering)
    {
        var lot = new Lot(toewijzing, einde, traject?.Omvang ?? toewijzing.Omvang) { Traject = traject };
        if (einde >= toewijzing.Periode.Einddatum) return lot;
        var betaald = await db.LaatstBetaaldeDag(toewijzing.Toewijzingnummer, annulering);
        var vroegst = toewijzing.VroegsteEinde;
        if (einde >= vroegst && !(betaald > einde)) return lot;
        var reden = betaald > einde ? Uitvoeringsreden.AlGedeclareerd : Uitvoeringsreden.HulpAlGegeven;
        var kan = betaald > vroegst ? betaald.Value : vroegst;
        return lot with
        {
            Einde = kan < toewijzing.Periode.Einddatum ? kan : toewijzing.Periode.Einddatum,
            Rest = new(reden, Overgang.DagNa(einde)),
        };
    }

    /// <summary>
    /// Of several assignments in one stretch each ends where the next begins. A later last day needs a new number when the last day has
    /// passed (iWmo OP380), or when the provider has stopped as agreed.
    /// </summary>
    private void Begrens(List<Lot> lot)
    {
        var vandaag = klok.Vandaag();
        for (var i = 0; i < lot.Count; i++)
        {
            var l = lot[i];
            if (l.Traject is not { } traject) continue;
            if (lot.Skip(i + 1).FirstOrDefault(v => v.Traject == traject) is { } volgende
                && Overgang.DagVoor(volgende.Toewijzing.Periode.Ingangsdatum) is var tot && l.Einde > tot)
                l = l with { Einde = tot };
            var (toewijzing, einde) = (l.Toewijzing, l.Toewijzing.Periode.Einddatum);
            var kanLanger = toewijzing.Loopt ? einde >= vandaag : !toewijzing.IsBegonnen || toewijzing.IsEenzijdigGestopt;
            if (l.Einde > einde && !kanLanger) l = l with { Einde = einde };
            lot[i] = l;
        }
    }

    /// <summary>The stretches that no assignment covers.</summary>
    private static List<Traject> Nieuw(IReadOnlyList<Traject> trajecten, List<Lot> lot, DateOnly vandaag, out DateOnly? voorbij)
    {
        voorbij = null;
        var nieuwe = new List<Traject>();
        var bezet = lot.Where(l => !l.Weg).Select(l => new Periode(l.Toewijzing.Periode.Ingangsdatum, l.Einde))
            .OrderBy(p => p.Ingangsdatum).ToList();
        foreach (var traject in trajecten)
        {
            var van = traject.Periode.Ingangsdatum;
            foreach (var periode in bezet.Where(b => b.Einddatum >= van && b.Ingangsdatum <= traject.Periode.Einddatum)
                .Append(new(Overgang.DagNa(traject.Periode.Einddatum), DateOnly.MaxValue)))
            {
                if (periode.Ingangsdatum > van)
                    nieuwe.Add(traject with { Periode = new(van, Overgang.DagVoor(periode.Ingangsdatum)) });
                if (periode.Einddatum < DateOnly.MaxValue) van = Later(van, Overgang.DagNa(periode.Einddatum));
            }
        }
        // A provider that gave no help then cannot give it now. Help that goes on may have begun before the decision.
        foreach (var traject in nieuwe.Where(n => n.Periode.Einddatum < vandaag && !GaatDoor(n) && !IsGegeven(n)).ToList())
        {
            nieuwe.Remove(traject);
            voorbij ??= traject.Periode.Ingangsdatum;
        }
        return nieuwe;

        bool GaatDoor(Traject n)
        {
            var einde = n.Periode.Einddatum;
            while (trajecten.FirstOrDefault(t => t.Omvat(Overgang.DagNa(einde))) is { } volgt) einde = volgt.Periode.Einddatum;
            return einde >= vandaag;
        }

        bool IsGegeven(Traject n) => lot.Exists(l => l.Toewijzing.Agb == n.Agb && l.Toewijzing.Levering.Begindatum is not null
            && (Overgang.DagNa(l.Einde) == n.Periode.Ingangsdatum
                || Overgang.DagNa(n.Periode.Einddatum) == l.Toewijzing.Periode.Ingangsdatum));
    }

    /// <summary>The assignment that a new one takes over from: the one that ends the day before, or that it replaces.</summary>
    private static Toewijzing? Voorganger(Toewijzing nieuw, List<Lot> lot, List<Toewijzing> gemaakt) =>
        gemaakt.Find(g => Overgang.DagNa(g.Periode.Einddatum) == nieuw.Periode.Ingangsdatum)
        ?? lot.FindLast(l => !l.Weg && Overgang.DagNa(l.Einde) == nieuw.Periode.Ingangsdatum)?.Toewijzing
        ?? lot.FindLast(l => l.Weg && l.Toewijzing.Periode.Ingangsdatum <= nieuw.Periode.Einddatum
            && l.Toewijzing.Periode.Einddatum >= nieuw.Periode.Ingangsdatum)?.Toewijzing;

    private static string Reden(Lot lot, Voorziening voorziening, Persoonsbeeld? persoon, IReadOnlyList<Traject> trajecten)
    {
        // Another total, until the same day.
        if (lot.Einde == lot.Toewijzing.Periode.Einddatum) return RedenWijziging.Verkorting;
        if (persoon is { IsOverleden: true }) return RedenWijziging.Overleden;
        var dag = Overgang.DagNa(lot.Einde);
        if (trajecten.FirstOrDefault(t => t.Omvat(dag)) is { } volgt)
            return volgt.Agb == lot.Toewijzing.Agb ? RedenWijziging.Verkorting : RedenWijziging.AndereAanbieder;
        if (voorziening.AlsPgb.Any(d => d.Periode.Einddatum >= dag)) return RedenWijziging.Leveringsvorm;
        return persoon?.Signalen.Contains(Brpsignaal.AndereGemeente) == true ? RedenWijziging.Verhuizing : RedenWijziging.Verkorting;
    }

    private async Task<int> Volgnummer(Voorziening voorziening, List<Toewijzing> gemaakt, CancellationToken annulering) =>
        (await db.VanVoorziening(voorziening.VoorzieningId, annulering)).Concat(gemaakt).Max(t => t.Volgnummer) + 1;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>What becomes of one assignment.</summary>
    /// <param name="Toewijzing">The assignment.</param>
    /// <param name="Einde">Its last day.</param>
    /// <param name="Omvang">The amount of help; another one only for a total.</param>
    private sealed record Lot(Toewijzing Toewijzing, DateOnly Einde, Omvang Omvang)
    {
        /// <summary>The stretch that it gives; null when it gives nothing that is granted.</summary>
        public Traject? Traject { get; init; }

        /// <summary>It is removed.</summary>
        public bool Weg { get; init; }

        /// <summary>What a person has to do about it.</summary>
        public Handwerk? Rest { get; init; }

        public bool WordtLanger => !Weg && Einde > Toewijzing.Periode.Einddatum;

        public bool Verandert => Weg || Einde != Toewijzing.Periode.Einddatum || Omvang != Toewijzing.Omvang;
    }
}
