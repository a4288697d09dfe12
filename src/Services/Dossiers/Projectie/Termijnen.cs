using System.Globalization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// One term and its outcome: the day on which the duty was done, or that it no longer applies. <c>Kenmerk</c> distinguishes two terms of
/// one kind, and is usually empty.
/// </summary>
public sealed record Termijnstand(
    string Soort, string Kenmerk, DateOnly Start, DateOnly Uiterlijk, string Grondslag, DateOnly? ToegezegdeDatum, DateOnly? VoldaanOp,
        bool Vervallen)
{
    /// <summary>The number of the zaak that it belongs to; empty when it is about the dossier as a whole.</summary>
    public string Zaak { get; init; } = "";

    /// <summary>The day since which it stands still, and nobody knows until when; null when it does not. It is not overdue then.</summary>
    public DateOnly? StaatStilSinds { get; init; }

    public bool Loopt => VoldaanOp is null && !Vervallen;
}

/// <summary>
/// Which event starts a term and which ends it. The service that started a term computed its last day; this class computes no days. The
/// event that ends a term may arrive before the one that starts it. Such a term is ended as soon as it appears.
/// </summary>
public static class Termijnen
{
    public const string Bevestiging = "bevestiging";
    public const string Spoed = "spoed";
    public const string Onderzoek = "onderzoek";
    public const string Beschikking = "beschikking";
    public const string Bezwaar = "bezwaar";
    public const string Aanvulling = "aanvulling";
    public const string Zienswijze = "zienswijze";
    public const string BuitenBehandeling = "buiten-behandeling";
    public const string Ingebrekestelling = "ingebrekestelling";
    public const string Dwangsombesluit = "dwangsombesluit";
    public const string Betaling = "betaling";
    public const string BeslissingOpBezwaar = "beslissing-op-bezwaar";
    public const string Bezwaarherstel = "bezwaarherstel";
    public const string Nabestaandenvraag = "nabestaandenvraag";
    public const string Hoorvraag = "hoorvraag";
    public const string NadereStukken = "nadere-stukken";
    public const string TerInzage = "ter-inzage";
    public const string ReactieOpFeit = "reactie-op-feit";
    public const string Beroep = "beroep";
    public const string Kostenvergoeding = "kostenvergoeding";
    public const string Processtukken = "processtukken";
    public const string OpdrachtRechter = "opdracht-rechter";
    public const string HogerBeroep = "hoger-beroep";
    public const string Verzet = "verzet";
    public const string Klacht = "klacht";
    public const string Klachtvraag = "klachtvraag";
    public const string KlachtNietBehandelen = "klacht-niet-behandelen";
    public const string Wijziging = "wijziging";
    public const string AndereAanbieder = "andere-aanbieder";
    public const string NavraagStop = "navraag-stop";

    /// <summary>The terms in which somebody may do something, and which end by themselves.</summary>
    public static readonly string[] Rechten =
        [Bezwaar, Aanvulling, Zienswijze, BuitenBehandeling, Bezwaarherstel, NadereStukken, TerInzage, ReactieOpFeit, Beroep, HogerBeroep,
            Verzet, Klachtvraag, KlachtNietBehandelen, Nabestaandenvraag, Hoorvraag];

    public static IReadOnlyList<Termijnstand> Van(Feiten feiten) => Van(feiten, feiten.PerZaak());

    /// <param name="feiten">The facts of the dossier.</param>
    /// <param name="zaken">Those facts, divided over the zaken.</param>
    public static IReadOnlyList<Termijnstand> Van(Feiten feiten, IReadOnlyList<Zaakfeiten> zaken)
    {
        var termijnen = new List<Termijnstand>();
        for (var i = 0; i < zaken.Count; i++)
            // The terms of the first melding keep the place that they had when it was the only zaak.
            VanZaak(zaken[i], new(termijnen, zaken[i].Nummer,
                Kenmerk: i == 0 && zaken[i].Soort == Zaaksoort.Melding ? "" : zaken[i].Nummer));
        VanDossier(feiten, new(termijnen, "", ""));
        return termijnen;
    }

    private static void VanZaak(Zaakfeiten zaak, Lijst lijst)
    {
        if (zaak.Soort == Zaaksoort.Melding) VanMelding(zaak.Feiten, lijst);
        else if (zaak.Soort == Zaaksoort.Beroep) VanBeroep(zaak.Eigen, lijst);
        else if (zaak.Soort == Zaaksoort.Klacht) VanKlacht(zaak.Eigen, lijst);
        else if (zaak.Soort == Zaaksoort.Wijziging) VanWijziging(zaak.Eigen, lijst);
        else VanBezwaar(zaak.Eigen, lijst);
    }

    private static void VanMelding(Feiten feiten, Lijst lijst)
    {
        var gestopt = feiten.Laatste<OnderzoekGestopt>();
        var ingetrokken = feiten.Heeft<MeldingIngetrokken>() || gestopt?.Reden == Stopreden.MeldingIngetrokken;

        // A corrected day of receipt moves all that runs from it.
        var correctie = feiten.Laatste<MeldingontvangstGecorrigeerd>();
        // No letter goes to somebody who died, and another municipality confirms what it gets.
        var elders = gestopt?.Reden == Stopreden.AndereGemeente;
        foreach (var melding in feiten.Alle<MeldingGedaan>())
            lijst.Start(correctie?.Bevestigingstermijn ?? melding.Bevestigingstermijn,
                voldaanOp: feiten.Ontvangstbevestiging()?.BevestigdOp, vervallen: ingetrokken || elders || feiten.IsOverleden());

        // Wmo 2015 art. 2.3.3: an urgent case is decided without delay. A decision on the aanvraag itself makes it needless.
        foreach (var melding in feiten.Alle<MeldingGedaan>())
            if ((correctie?.Spoedtermijn ?? melding.Spoedtermijn) is { } spoed)
                lijst.Start(spoed, voldaanOp: feiten.Alle<VoorzieningGewijzigd>().FirstOrDefault(v => v.Soort == Besluitsoort.Spoed)
                    ?.BekendgemaaktOp, vervallen: ingetrokken || gestopt is not null
                        || feiten.Alle<BeschikkingBekendgemaakt>().Any(b => !b.VanWijziging));

        // Wmo 2015 art. 2.3.2 lid 1 and 8: the onderzoek is done once its result is given in writing, or once another law turns out to
        // help. It is not done when the melding was withdrawn or went to another municipality (Awb 2:3). Later remarks are no new
        // onderzoek, so the first verslag counts.
        foreach (var onderzoek in feiten.Alle<OnderzoekGeopend>())
            lijst.Start(correctie?.Onderzoekstermijn ?? onderzoek.Termijn,
                voldaanOp: feiten.Eerste<VerslagVastgesteld>()?.VastgesteldOp
                    ?? (gestopt is { Reden: Stopreden.Wlz or Stopreden.AnderDomein } ? gestopt.GestoptOp : null),
                vervallen: ingetrokken || elders);

        // The terms of the first aanvraag keep the place that they had when it was the only one.
        foreach (var (plaats, aanvraag) in Aanvragen(feiten).Index())
            VanAanvraag(feiten, aanvraag, plaats == 0 ? lijst : lijst with
            {
                Kenmerk = feiten.Eerste<AanvraagOntvangen>(aanvraag)?.Aanvraagnummer ?? aanvraag.ToString(),
            });
        NaBesluit(feiten, lijst);
    }

    /// <summary>The terms of later decisions on help that was granted.</summary>
    private static void NaBesluit(Feiten feiten, Lijst lijst)
    {
        // The term of the decision on an aanvraag is that of its beschikking, and what only goes on is no decision.
        foreach (var besluit in feiten.Alle<VoorzieningGewijzigd>().Where(
            v => v.Soort is not (Besluitsoort.Aanvraag or Besluitsoort.Vormwijziging) && !v.LooptDoor))
            if (besluit.Bezwaartermijn is { } rechtsmiddel) lijst.Start(rechtsmiddel, kenmerk: besluit.Beschikkingnummer);

        // Awb 4:8: the person may answer what the municipality intends. Wmo 2015 art. 2.3.9: it looks again on a planned day.
        // Another decision on the help asks for another intention, of which the term counts then.
        foreach (var herziening in feiten.Alle<Gebeurtenis>().OfType<IVanHerziening>().GroupBy(h => h.Herzieningnummer))
        {
            var verloop = herziening.ToList();
            var plaats = verloop.FindLastIndex(h => h is HerzieningVoorgenomen);
            if (plaats < 0) continue;
            var daarna = verloop[(plaats + 1)..];
            lijst.Start(((HerzieningVoorgenomen)verloop[plaats]).Termijn, kenmerk: herziening.Key,
                voldaanOp: daarna.OfType<HerzieningZienswijzeOntvangen>().FirstOrDefault()?.OntvangenOp,
                vervallen: daarna.Exists(h => h is HerzieningVervallen or HerzieningBesloten or HerzieningGoedgekeurd));
        }
        foreach (var vordering in feiten.Alle<TerugvorderingBesloten>()) VanVordering(vordering, feiten, lijst);
        foreach (var stop in feiten.Alle<EerderEindeGemeld>().GroupBy(s => s.Toewijzingnummer).Select(s => s.Last()))
            lijst.Start(stop.Termijn, kenmerk: stop.Toewijzingnummer.ToString(CultureInfo.InvariantCulture),
                voldaanOp: Zorgstop.BeantwoordOp(stop, feiten), vervallen: Zorgstop.IsVervallen(stop, feiten));
        foreach (var hulp in feiten.Alle<Gebeurtenis>().Where(g => g is HeroverwegingGepland or HeroverwegingGedaan)
            .GroupBy(g => ((IOverVoorziening)g).VoorzieningId))
            VanHeroverweging(hulp.Key, hulp, feiten, lijst);
    }

    /// <summary>What must be paid, in parts if that was agreed, and what goes back once it was less.</summary>
    private static void VanVordering(TerugvorderingBesloten besloten, Feiten feiten, Lijst lijst)
    {
        var (id, kenmerk) = (besloten.TerugvorderingId, besloten.TerugvorderingId.ToString());
        lijst.Start(besloten.Bezwaartermijn, kenmerk: besloten.Beschikkingnummer ?? kenmerk);
        var voldaanOp = feiten.Alle<TerugvorderingVoldaan>().FirstOrDefault(v => v.TerugvorderingId == id)?.VoldaanOp;
        var verlaagd = feiten.Alle<TerugvorderingVerlaagd>().LastOrDefault(v => v.TerugvorderingId == id);
        var ingetrokken = verlaagd is { Bedrag: 0 };
        if (feiten.Alle<BetaalregelingAfgesproken>().LastOrDefault(r => r.TerugvorderingId == id) is { } regeling)
        {
            // Payments since the agreement count for its parts, in order.
            var betaald = feiten.Alle<TerugvorderingBetaald>().Where(b => b.TerugvorderingId == id && b.Versie > regeling.Versie).ToList();
            foreach (var (plaats, deel) in regeling.Termijnen.Index())
            {
                var nodig = regeling.Termijnen.Take(plaats + 1).Sum(t => t.Bedrag);
                decimal som = 0;
                lijst.Start(new(besloten.Betaaltermijn.Soort, regeling.AfgesprokenOp, deel.Uiterlijk, "Awb art. 4:94"),
                    kenmerk: plaats == 0 ? kenmerk : $"{kenmerk} {plaats + 1}",
                    voldaanOp: betaald.Find(b => (som += b.Bedrag) >= nodig)?.OntvangenOp ?? voldaanOp, vervallen: ingetrokken);
            }
        }
        else lijst.Start(besloten.Betaaltermijn, kenmerk: kenmerk, voldaanOp: voldaanOp, vervallen: ingetrokken);
        if (verlaagd?.Terugbetaling is { } terug)
            lijst.Start(terug, kenmerk: kenmerk, voldaanOp: feiten.Alle<TerugvorderingTerugbetaald>()
                .FirstOrDefault(t => t.TerugvorderingId == id && t.Versie > verlaagd.Versie)?.BetaaldOp);
    }

    /// <summary>
    /// Wmo 2015 art. 2.3.9: to look meets the plan. A plan that is moved has its last day; one that is dropped, or of a person who died,
    /// lapses.
    /// </summary>
    private static void VanHeroverweging(Guid voorzieningId, IEnumerable<Gebeurtenis> verloop, Feiten feiten, Lijst lijst)
    {
        var (ronde, vervallen, plan) = (1, false, (Termijn?)null);
        foreach (var gebeurtenis in verloop)
            if (gebeurtenis is HeroverwegingGepland gepland) (plan, vervallen) = (gepland.Termijn ?? plan, gepland.Termijn is null);
            else if (plan is not null && !vervallen)
            {
                lijst.Start(plan, kenmerk: Kenmerk(), voldaanOp: ((HeroverwegingGedaan)gebeurtenis).GedaanOp);
                (ronde, plan) = (ronde + 1, null);
            }
        if (plan is null) return;
        // Of help that will have ended by then, nothing is left to look at.
        var eindigtEerder = feiten.Alle<VoorzieningGewijzigd>().Where(v => v.VoorzieningId == voorzieningId).MaxBy(v => v.Stand)
            is { } besluit && !besluit.Delen.Any(d => d.Periode.Einddatum >= plan.Uiterlijk);
        lijst.Start(plan, kenmerk: Kenmerk(), vervallen: vervallen || eindigtEerder || feiten.IsOverleden());

        string Kenmerk() => ronde == 1 ? voorzieningId.ToString() : $"{voorzieningId} {ronde}";
    }

    /// <summary>The aanvragen, oldest first. A later event of an aanvraag may arrive before the aanvraag itself.</summary>
    private static IEnumerable<Guid> Aanvragen(Feiten feiten) => feiten.Alle<Gebeurtenis>()
        .Where(g => g is IMetBeslistermijn or UitstelAangekondigd or IngebrekestellingOntvangen or DwangsomVerschuldigd
            or DwangsomVastgesteld or VoornemenAangekondigd or BeschikkingBekendgemaakt)
        .Select(g => g.AggregaatId).Distinct();

    private static void VanAanvraag(Feiten feiten, Guid id, Lijst lijst)
    {
        var bekendgemaaktOp = feiten.Eerste<BeschikkingBekendgemaakt>(id)?.BekendgemaaktOp;
        var afgebroken = IsAfgebroken(feiten, id);
        // Wmo 2015 art. 2.3.5 lid 2: a beschikking is given on its bekendmaking (Awb 3:41), not on the day of the decision.
        if (feiten.Heeft<AanvraagOntvangen>(id))
            lijst.Start(feiten.Laatste<IMetBeslistermijn>(id)!.Termijn, voldaanOp: bekendgemaaktOp, toegezegd: Toegezegd(feiten, id),
                vervallen: afgebroken, staatStilSinds: StaatStilSinds(feiten, id));

        // Awb 4:5: what the resident was asked, and after it the weeks in which the aanvraag may be left aside.
        foreach (var vraag in feiten.Alle<AanvullingGevraagd>().Where(v => v.AggregaatId == id))
        {
            var klaar = bekendgemaaktOp is not null || afgebroken;
            var volledig = feiten.Alle<AanvullingOntvangen>().FirstOrDefault(o => o.VerzoekId == vraag.VerzoekId && o.Volledig);
            var verstreken = feiten.Alle<AanvultermijnVerstreken>().FirstOrDefault(v => v.VerzoekId == vraag.VerzoekId);
            lijst.Start(new(Aanvulling, vraag.GevraagdOp, vraag.Uiterlijk, "Awb art. 4:5 lid 1"), kenmerk: vraag.VerzoekId.ToString(),
                voldaanOp: volledig?.OntvangenOp, vervallen: klaar || verstreken is not null);
            if (verstreken is not null)
                lijst.Start(verstreken.BuitenBehandeling, kenmerk: vraag.VerzoekId.ToString(), vervallen: klaar || volledig is not null);
        }

        // Awb 4:7: the resident may give a view on what will be refused.
        foreach (var voornemen in feiten.Alle<VoornemenAangekondigd>().Where(v => v.AggregaatId == id))
            lijst.Start(voornemen.Termijn, kenmerk: voornemen.VoornemenId.ToString(),
                voldaanOp: feiten.Alle<ZienswijzeOntvangen>().FirstOrDefault(z => z.VoornemenId == voornemen.VoornemenId)?.OntvangenOp,
                vervallen: bekendgemaaktOp is not null || afgebroken
                    || feiten.Alle<ZienswijzetermijnVerstreken>().Any(v => v.VoornemenId == voornemen.VoornemenId));

        VanDwangsom(feiten.Alleen(g => g.AggregaatId == id), lijst, bekendgemaaktOp, afgebroken);

        // A right of the resident, which only its last day ends.
        foreach (var beschikking in feiten.Alle<BeschikkingBekendgemaakt>().Where(b => b.AggregaatId == id))
            lijst.Start(beschikking.Bezwaartermijn, kenmerk: beschikking.Beschikkingnummer);

        // Awb 4:15 lid 2: some grounds have no known end.
        static DateOnly? StaatStilSinds(Feiten feiten, Guid aanvraag) => feiten.Alle<BeslistermijnOpgeschort>()
            .Where(o => o.AggregaatId == aanvraag).GroupBy(o => o.OpschortingId).Select(o => o.Last())
            .Where(o => o.TermijnTot is null
                && !feiten.Alle<OpschortingGeeindigd>().Any(e => e.OpschortingId == o.OpschortingId))
            .Min(o => (DateOnly?)o.Van);

        static DateOnly? Toegezegd(Feiten feiten, Guid aanvraag) =>
            feiten.Laatste(g => g.AggregaatId == aanvraag && g is UitstelAangekondigd or IMetBeslistermijn) switch
            {
                UitstelAangekondigd uitstel => uitstel.ToegezegdeDatum,
                IMetBeslistermijn termijn => termijn.ToegezegdeDatum,
                _ => null,
            };
    }

    /// <summary>Another municipality decides on the aanvraag, in a term of its own, or nobody does.</summary>
    public static bool IsAfgebroken(Feiten feiten, Guid aanvraag) => feiten.Heeft<AanvraagDoorgezonden>(aanvraag)
        || feiten.Heeft<AanvraagWerdMelding>(aanvraag)
        || feiten.Alle<AanvraagIngetrokken>().Any(i => i.Geheel && i.AggregaatId == aanvraag);

    /// <summary>Awb 4:17 and 4:18: two weeks in which a decision prevents the dwangsom, then the decision on it and the payment.</summary>
    private static void VanDwangsom(Feiten feiten, Lijst lijst, DateOnly? beslistOp, bool afgebroken)
    {
        var oordelen = feiten.Alle<IngebrekestellingOntvangen>().GroupBy(i => i.IngebrekestellingId).Select(i => i.Last());
        foreach (var brief in oordelen)
            if (brief.Termijn is { } tweeWeken) lijst.Start(tweeWeken, voldaanOp: beslistOp, vervallen: afgebroken);
        var vastgesteld = feiten.Eerste<DwangsomVastgesteld>();
        if (feiten.Laatste<DwangsomVerschuldigd>() is { } dwangsom)
            lijst.Start(dwangsom.Termijn, voldaanOp: vastgesteld?.VastgesteldOp, vervallen: dwangsom.Dagen == 0);
        // A founded bezwaar may have made it more, of which the rest is paid.
        var herzien = feiten.Laatste<DwangsomHerzien>();
        var betaald = feiten.Alle<Gebeurtenis>().ToLookup(g => herzien is not null && g.Op >= herzien.Op);
        var eerst = betaald[false].OfType<DwangsomBetaald>().FirstOrDefault()?.BetaaldOp;
        if (vastgesteld?.Betaaltermijn is { } betaling)
            lijst.Start(betaling, voldaanOp: eerst, vervallen: eerst is null && herzien is not null);
        if (herzien is not null)
            lijst.Start(herzien.Betaaltermijn, kenmerk: herzien.Bezwaarnummer,
                voldaanOp: betaald[true].OfType<DwangsomBetaald>().LastOrDefault()?.BetaaldOp);
        foreach (var (plaats, terug) in feiten.Alle<DwangsomTeruggevorderd>().Index())
            if (terug.Bezwaartermijn is { } bezwaar)
                lijst.Start(bezwaar, kenmerk: $"dwangsomterugvordering {lijst.Kenmerk} {plaats + 1}");
        if (vastgesteld is not null)
            lijst.Start(vastgesteld.Bezwaartermijn, kenmerk: lijst.Kenmerk.Length == 0 ? "dwangsom" : $"dwangsom {lijst.Kenmerk}");
    }

    /// <summary>The terms until the decision, and again after each time that a court had it decided anew.</summary>
    /// <param name="feiten">The facts of the bezwaar alone.</param>
    /// <param name="lijst">The terms so far.</param>
    private static void VanBezwaar(Feiten feiten, Lijst lijst)
    {
        var (ronde, heropend) = (0, feiten.Alle<BezwaarHeropend>().ToList());
        var rondes = feiten.Alle<Gebeurtenis>().GroupBy(Ronde).OrderBy(groep => groep.Key)
            .Select(groep => (groep.Key, Eigen: groep.ToHashSet())).ToList();
        foreach (var (nummer, eigen) in rondes)
            VanBezwaarronde(feiten.Alleen(eigen.Contains), nummer < heropend.Count, nummer == 0 ? lijst : lijst with
            {
                Kenmerk = $"{lijst.Kenmerk} {heropend[nummer - 1].Beroepnummer}".Trim(),
            });

        // The dwangsom of a decision that was annulled goes on beside the way to the next decision.
        int Ronde(Gebeurtenis g)
        {
            ronde += g is BezwaarHeropend ? 1 : 0;
            return g is IVanBeslisronde { Beroepnummer: { } beroep } && heropend.FindIndex(h => h.Beroepnummer == beroep) is >= 0 and var i
                ? i : ronde;
        }
    }

    /// <param name="feiten">The facts of the bezwaar up to one decision.</param>
    /// <param name="vernietigd">Whether a court annulled that decision.</param>
    /// <param name="lijst">The terms so far.</param>
    private static void VanBezwaarronde(Feiten feiten, bool vernietigd, Lijst lijst)
    {
        var beslissing = feiten.Eerste<BeslissingOpBezwaarBekendgemaakt>();
        var ingetrokken = feiten.Heeft<BezwaarIngetrokken>();
        var klaar = beslissing is not null || ingetrokken;
        if ((feiten.Laatste(g => g is IMetBezwaartermijn) as IMetBezwaartermijn)?.Termijn is { } termijn)
            lijst.Start(termijn, voldaanOp: beslissing?.BekendgemaaktOp, vervallen: ingetrokken);

        // Awb 6:6: what the objector was asked to repair.
        foreach (var vraag in feiten.Alle<BezwaarherstelGevraagd>())
            lijst.Start(new(Bezwaarherstel, vraag.GevraagdOp, vraag.Uiterlijk, "Awb art. 6:6"), kenmerk: vraag.VerzoekId.ToString(),
                voldaanOp: feiten.Alle<BezwaarHersteld>().FirstOrDefault(h => h.VerzoekId == vraag.VerzoekId && h.Volledig)?.HersteldOp,
                vervallen: klaar || feiten.Alle<BezwaarhersteltermijnVerstreken>().Any(v => v.VerzoekId == vraag.VerzoekId));

        // BW 4:182: the heirs may go on.
        if (feiten.Laatste<NabestaandenGevraagd>() is { } nabestaanden)
            lijst.Start(new(Nabestaandenvraag, nabestaanden.GevraagdOp, nabestaanden.Uiterlijk, "BW art. 4:182"),
                voldaanOp: feiten.Laatste<BezwaarvoortzettingBekend>()?.BekendOp, vervallen: klaar);

        // Awb 7:3 onder d.
        if (feiten.Laatste<HorenGevraagd>() is { } horen)
            lijst.Start(new(Hoorvraag, horen.GevraagdOp, horen.Uiterlijk, "Awb art. 7:3"),
                vervallen: klaar || feiten.Heeft<VanHorenAfgezien>() || feiten.Heeft<HoorzittingGepland>());

        // Awb 7:4: both end by the hearing, and a hearing that was moved has other days.
        foreach (var zitting in feiten.Alle<HoorzittingGepland>().GroupBy(h => h.HoorzittingId).Select(h => h.Last()))
        {
            var vervallen = klaar || feiten.Heeft<VanHorenAfgezien>();
            if (zitting.NadereStukken is { } stukken)
                lijst.Start(stukken, kenmerk: zitting.HoorzittingId.ToString(), vervallen: vervallen);
            if (zitting.TerInzage is { } inzage) lijst.Start(inzage, kenmerk: zitting.HoorzittingId.ToString(), vervallen: vervallen);
        }

        // Awb 7:9.
        foreach (var feit in feiten.Alle<NieuwFeitGemeld>())
            lijst.Start(new(ReactieOpFeit, feit.GemeldOp, feit.ReageerUiterlijk, "Awb art. 7:9"), kenmerk: feit.FeitId.ToString(),
                voldaanOp: feiten.Alle<OpNieuwFeitGereageerd>().FirstOrDefault(r => r.FeitId == feit.FeitId)?.GereageerdOp,
                vervallen: klaar);

        VanDwangsom(feiten, lijst, beslissing?.BekendgemaaktOp, ingetrokken);
        if (beslissing is null) return;
        // Of a decision that was annulled nothing is left to appeal against or to pay.
        lijst.Start(beslissing.Beroepstermijn, vervallen: vernietigd);
        if (beslissing.Betaaltermijn is { } betaling)
            lijst.Start(betaling, voldaanOp: feiten.Eerste<BezwaarkostenBetaald>()?.BetaaldOp, vervallen: vernietigd);
    }

    /// <param name="feiten">The facts of the klacht alone.</param>
    /// <param name="lijst">The terms so far.</param>
    private static void VanKlacht(Feiten feiten, Lijst lijst)
    {
        var klaar = feiten.Eerste<KlachtAfgerond>();
        // What was settled, became a bezwaar, went to the provider, was withdrawn or is left aside needs no finding any more (Awb 9:5, 9:8,
        // 9:12).
        var vervallen = klaar is { Afloop: not (Klachtafloop.Gegrond or Klachtafloop.DeelsGegrond or Klachtafloop.Ongegrond) };
        if (feiten.Laatste(g => g is IMetKlachttermijn) is IMetKlachttermijn laatste)
            lijst.Start(laatste.Termijn, voldaanOp: vervallen ? null : klaar?.AfgerondOp, vervallen: vervallen);
        foreach (var klacht in feiten.Alle<KlachtOntvangen>())
            lijst.Start(klacht.NietBehandelen, voldaanOp: klaar is { Afloop: Klachtafloop.NietBehandeld } ? klaar.AfgerondOp : null,
                vervallen: klaar is not null);
        foreach (var vraag in feiten.Alle<KlachtbedoelingGevraagd>())
            lijst.Start(new(Klachtvraag, vraag.GevraagdOp, vraag.Uiterlijk, "Awb art. 9:8"),
                voldaanOp: feiten.Eerste<KlachtbedoelingBekend>()?.BeantwoordOp, vervallen: klaar is not null);
    }

    /// <summary>
    /// A request for change has the promise of the municipality. The terms of the law stand at the aanvraag, melding or opzegging that it
    /// is.
    /// </summary>
    /// <param name="feiten">The facts of the request alone.</param>
    /// <param name="lijst">The terms so far.</param>
    private static void VanWijziging(Feiten feiten, Lijst lijst)
    {
        if (feiten.Eerste<WijzigingsverzoekOntvangen>() is not { } verzoek) return;
        var klaar = feiten.Eerste<WijzigingsverzoekAfgerond>();
        var vervallen = klaar is
        {
            Afloop: Wijzigingsafloop.Ingetrokken or Wijzigingsafloop.Doorgezonden or Wijzigingsafloop.NietMeerNodig,
        };
        lijst.Start(feiten.Laatste<WijzigingsontvangstGecorrigeerd>()?.Belofte ?? verzoek.Belofte,
            voldaanOp: vervallen ? null : klaar?.AfgerondOp, vervallen: vervallen);
    }

    /// <param name="feiten">The facts of the case alone.</param>
    /// <param name="lijst">The terms so far.</param>
    private static void VanBeroep(Feiten feiten, Lijst lijst)
    {
        var ingetrokken = feiten.Heeft<BeroepIngetrokken>();
        if (feiten.Eerste<BeroepIngesteld>()?.Stukken is { } stukken)
            lijst.Start(stukken, voldaanOp: feiten.Eerste<BeroepstukkenIngezonden>()?.IngezondenOp,
                vervallen: ingetrokken || feiten.Alle<UitspraakOntvangen>().Any(u => !u.Uitspraak.Tussenuitspraak));
        // What a judgment orders stays to be done, whatever happens to the case after it.
        foreach (var opdracht in feiten.Alle<UitspraakOntvangen>().SelectMany(u => u.Uitspraak.Opdrachten))
            lijst.Start(opdracht.Termijn, kenmerk: opdracht.OpdrachtId.ToString(),
                voldaanOp: feiten.Alle<RechterlijkeOpdrachtUitgevoerd>()
                    .FirstOrDefault(u => u.OpdrachtId == opdracht.OpdrachtId)?.GedaanOp,
                vervallen: feiten.Alle<RechterlijkeOpdrachtVervallen>().Any(v => v.OpdrachtId == opdracht.OpdrachtId));
        foreach (var uitspraak in feiten.Alle<UitspraakOntvangen>())
        {
            if (uitspraak.HogerBeroep is { } hoger) lijst.Start(hoger);
            if (uitspraak.Verzet is { } verzet)
                lijst.Start(verzet, voldaanOp: feiten.Eerste<VerzetBeslist>()?.VerzondenOp);
        }
    }

    private static void VanDossier(Feiten feiten, Lijst lijst)
    {
        // Uitvoeringsregeling Wmo 2015 art. 2f: the CAK must know of the start. Its retour proves that it does.
        foreach (var start in feiten.Alle<EigenBijdrageGestart>())
            lijst.Start(start.Termijn, kenmerk: start.Startnummer.ToString(CultureInfo.InvariantCulture),
                voldaanOp: feiten.Alle<EigenBijdrageBevestigd>()
                    .FirstOrDefault(b => b.Startnummer == start.Startnummer && b.Soort == EbBericht.Start)?.Op.Dag(),
                // A start that was rejected and sent again under another number: the term of the new one counts. Or an earlier start came
                // through after all.
                vervallen: feiten.Alle<EigenBijdrageBevestigd>()
                    .Any(b => b.Startnummer < start.Startnummer && b.Soort == EbBericht.Start && b.Op > start.Op)
                    || feiten.Alle<EigenBijdrageAfgekeurd>().Any(a => a.Startnummer == start.Startnummer && a.Soort == EbBericht.Start)
                    && feiten.Alle<EigenBijdrageGestart>().Any(s => s.Startnummer > start.Startnummer));

        foreach (var start in feiten.Alle<EigenBijdrageMetDeHand>())
            if (start.Termijn is { } termijn)
                lijst.Start(termijn, kenmerk: start.Startnummer.ToString(CultureInfo.InvariantCulture),
                    voldaanOp: feiten.Alle<EigenBijdrageBevestigd>()
                        .FirstOrDefault(b => b.Startnummer == start.Startnummer && b.Soort == EbBericht.Start)?.Op.Dag());

        // iWmo OP274 and OP346: a term for the first answer and, when that is not final, one for the final answer.
        foreach (var verzoek in feiten.Alle<VerzoekOntvangen>())
        {
            var antwoorden = feiten.Alle<VerzoekBeantwoord>().Where(b => b.AggregaatId == verzoek.AggregaatId).ToList();
            lijst.Start(verzoek.Termijn, kenmerk: verzoek.AggregaatId.ToString(), voldaanOp: antwoorden.FirstOrDefault()?.Op.Dag());
            foreach (var onderzoek in antwoorden)
                if (onderzoek.Termijn is { } eind) lijst.Start(eind, kenmerk: verzoek.AggregaatId.ToString(),
                    voldaanOp: antwoorden.Find(b => b.Termijn is null)?.Op.Dag());
        }
    }

    /// <summary>The terms so far, and the zaak whose terms are added.</summary>
    /// <param name="Termijnen">The terms so far.</param>
    /// <param name="Zaak">The zaak; empty for the dossier as a whole.</param>
    /// <param name="Kenmerk">The mark that distinguishes its terms from those of the same kind in another zaak.</param>
    private sealed record Lijst(List<Termijnstand> Termijnen, string Zaak, string Kenmerk)
    {
        public void Start(Termijn t, DateOnly? voldaanOp = null, bool vervallen = false, DateOnly? toegezegd = null, string? kenmerk = null,
            DateOnly? staatStilSinds = null)
        {
            kenmerk ??= Kenmerk;
            if (!Termijnen.Exists(r => r.Soort == t.Soort && r.Kenmerk == kenmerk))
                Termijnen.Add(new(t.Soort, kenmerk, t.Start, t.Uiterlijk, t.Grondslag, toegezegd, voldaanOp, vervallen
                    && voldaanOp is null)
                {
                    Zaak = Zaak,
                    // A term that was over by then does not stand still any more.
                    StaatStilSinds = voldaanOp is null && !vervallen && staatStilSinds < t.Uiterlijk ? staatStilSinds : null,
                });
        }
    }
}
