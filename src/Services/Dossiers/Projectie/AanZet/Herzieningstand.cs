using WmoPlatform.Contracts;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// The party that must act on help that was granted: something was asked, intended or decided about it, or its end comes near.
/// </summary>
internal static class Herzieningstand
{
    /// <summary>The most urgent of them; null without any. The caller fills in the status.</summary>
    public static Stand? Van(Feiten feiten) => feiten.Alle<Gebeurtenis>().OfType<IVanHerziening>().GroupBy(h => h.Herzieningnummer)
        .Select(h => Van(h.Last(), feiten)).Concat(feiten.Alle<EindeVoorzieningNadert>().Select(e => e.VoorzieningId)
            .Concat(feiten.Alle<OverbruggingAangeboden>().Select(o => o.VoorzieningId)).Distinct().Select(v => Einde(feiten.Over(v))))
        .Concat(feiten.Alle<TerugvorderingBesloten>().Select(t => Vordering(t, feiten)))
        .Concat(feiten.IsOverleden() ? [] : feiten.Alle<HeroverwegingNadert>().Select(h => h.VoorzieningId).Distinct()
            .Select(v => Heroverweging(feiten.Over(v))))
        .OfType<Stand>().MinBy(s => s.Wie);

    /// <summary>Money that was paid too much goes back; a claim on the person is paid.</summary>
    private static Stand? Vordering(TerugvorderingBesloten vordering, Feiten feiten)
    {
        var over = feiten.Alleen(g => g is TerugvorderingVerlaagd v && v.TerugvorderingId == vordering.TerugvorderingId
            || g is TerugvorderingBetaald b && b.TerugvorderingId == vordering.TerugvorderingId
            || g is TerugvorderingTerugbetaald t && t.TerugvorderingId == vordering.TerugvorderingId);
        if (over.Laatste(g => g is TerugvorderingVerlaagd or TerugvorderingTerugbetaald) is TerugvorderingVerlaagd
            { Terugbetaling: { } terug } verlaagd)
            return new(default, Wie.Backoffice, $"De backoffice betaalt {Euro(verlaagd.TeVeelBetaald)} terug, en legt dat vast.",
                terug.Uiterlijk);
        var open = over.Laatste(g => g is TerugvorderingVerlaagd or TerugvorderingBetaald) switch
        {
            TerugvorderingVerlaagd v => v.Open,
            TerugvorderingBetaald b => b.Open,
            _ => feiten.Alle<TerugvorderingVoldaan>().Any(v => v.TerugvorderingId == vordering.TerugvorderingId) ? 0 : vordering.Bedrag,
        };
        return open == 0 || vordering.VanMeewerker ? null
            : new(default, Wie.Inwoner, $"De inwoner betaalt nog {Euro(open)} terug.", vordering.Betaaltermijn.Uiterlijk);
    }

    private static Stand? Heroverweging(Feiten hulp) =>
        hulp.Laatste(g => g is HeroverwegingGepland or HeroverwegingNadert or HeroverwegingGedaan) is HeroverwegingNadert nadert
            ? new(default, Wie.Consulent, "De consulent bekijkt met de inwoner of de hulp nog past, en legt de uitkomst vast.",
                nadert.GeplandOp)
            : null;

    private static Stand? Van(IVanHerziening laatste, Feiten feiten) => laatste switch
    {
        WijzigingGevraagd { Einde: true } => new(default, Wie.Consulent, "De consulent bevestigt de opzegging met een besluit."),
        WijzigingGevraagd => new(default, Wie.Consulent, "De consulent bereidt het besluit voor over wat de inwoner vraagt."),
        HerzieningVoorgenomen g => new(default, Wie.Beslisser,
            "De beslisser wacht de reactie van de inwoner op het voornemen af, en beslist daarna.", g.Termijn.Uiterlijk),
        HerzieningZienswijzeOntvangen => new(default, Wie.Beslisser, "De beslisser weegt de reactie van de inwoner, en beslist."),
        HerzieningBesloten { TweedeNodig: true } => new(default, Wie.Beslisser,
            "Een tweede beslisser kijkt naar het besluit over de hulp, en keurt het goed."),
        HerzieningBesloten g => Bekendmaken(g.Beschikkingnummer, feiten),
        HerzieningGoedgekeurd g => Bekendmaken(g.Beschikkingnummer, feiten),
        _ => null,
    };

    private static Stand? Bekendmaken(string beschikkingnummer, Feiten feiten) =>
        feiten.Alle<VoorzieningGewijzigd>().Any(v => v.Beschikkingnummer == beschikkingnummer) ? null
            : new(default, Wie.Beslisser, "De beslisser maakt het besluit over de hulp bekend.");

    /// <summary>A later decision, or the end itself, answers it.</summary>
    private static Stand? Einde(Feiten hulp) => hulp.Laatste(g => g is EindeVoorzieningNadert or OverbruggingAangeboden
        or OverbruggingVervallen or VoorzieningGewijzigd or ZorgAfgelopen or ZorgeindeVastgesteld or BudgetBeeindigd) switch
    {
        EindeVoorzieningNadert einde => new(default, Wie.Consulent,
            $"De hulp loopt tot en met {ZonderWeekdag(einde.Einddatum)}. De consulent bespreekt met de inwoner of er daarna nog hulp nodig "
            + "is, zodat die op tijd kan doorlopen.", einde.Einddatum),
        OverbruggingAangeboden einde => new(default, Wie.Consulent,
            $"De hulp loopt tot en met {ZonderWeekdag(einde.Einddatum)}, en over hulp daarna is nog niet beslist ({einde.WachtOp}). De "
            + "consulent laat de hulp tijdelijk doorlopen, of bespreekt met de inwoner dat zij stopt.", einde.Einddatum),
        _ => null,
    };
}
