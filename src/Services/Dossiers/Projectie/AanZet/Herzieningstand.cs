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
        .OfType<Stand>().MinBy(s => s.Wie);

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
