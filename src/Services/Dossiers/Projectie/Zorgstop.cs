using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>A stop that a provider reported before the agreed day, and what answered it.</summary>
internal static class Zorgstop
{
    /// <summary>
    /// The day on which the person said that the help may end, a decision left nothing after the stop, or another provider got the help;
    /// null before that. What was taken back, or granted again since, is no answer any more.
    /// </summary>
    public static DateOnly? BeantwoordOp(EerderEindeGemeld stop, Feiten feiten)
    {
        var over = feiten.Over(stop.VoorzieningId);
        var besluit = over.Alle<VoorzieningGewijzigd>().MaxBy(g => g.Stand);
        var nietsNa = besluit is not null && !KentToeNa(besluit, stop.Einddatum);
        return over.Alle<Gebeurtenis>().Where(g => g.Op >= stop.Op).Select(g => g switch
        {
            WijzigingGevraagd { Einde: true } opzegging when Geldt(opzegging, besluit, over) => opzegging.GevraagdOp,
            VoorzieningGewijzigd eerder when nietsNa && !KentToeNa(eerder, stop.Einddatum) => eerder.BekendgemaaktOp,
            ZorgToegewezen toewijzing when toewijzing.Toewijzingnummer != stop.Toewijzingnummer => toewijzing.Op.Dag(),
            ZorgeindeVastgesteld vastgesteld when vastgesteld.Toewijzingnummer == stop.Toewijzingnummer => vastgesteld.Op.Dag(),
            _ => (DateOnly?)null,
        }).FirstOrDefault(dag => dag is not null);
    }

    /// <summary>Whether the provider took the stop back, or the agreed last day has passed.</summary>
    public static bool IsVervallen(EerderEindeGemeld stop, Feiten feiten) => feiten.OverToewijzing(stop.Toewijzingnummer)
        .Alle<Gebeurtenis>().Any(g => g.Op >= stop.Op && g is ZorgstopVerwijderd or ZorgAfgelopen);

    /// <summary>
    /// Whether help in kind is still granted after the day on which the provider stopped, and the person did not give notice since.
    /// </summary>
    public static bool IsNogToegekend(ZorgGestopt stop, Feiten feiten)
    {
        if (stop.Einddatum >= stop.Hulp.Periode.Einddatum) return false;
        var over = feiten.Over(stop.VoorzieningId);
        var besluit = over.Alle<VoorzieningGewijzigd>().MaxBy(g => g.Stand);
        if (besluit is not null && !KentToeNa(besluit, stop.Einddatum)) return false;
        return !over.Alle<WijzigingGevraagd>().Any(w => w.Einde && w.Op >= stop.Op && Geldt(w, besluit, over));
    }

    /// <summary>
    /// Whether the person still wants the help to end: the request was not taken back, and no later decision granted help after its day.
    /// </summary>
    private static bool Geldt(WijzigingGevraagd opzegging, VoorzieningGewijzigd? besluit, Feiten over) =>
        !over.Alle<HerzieningVervallen>().Any(v => v.Herzieningnummer == opzegging.Herzieningnummer)
        && !(besluit?.Op > opzegging.Op && besluit.Delen.Any(d => d.Periode.Einddatum >= opzegging.Vanaf));

    private static bool KentToeNa(VoorzieningGewijzigd besluit, DateOnly dag) =>
        besluit.Delen.Any(d => d.Leveringsvorm == Leveringsvorm.Zin && d.Periode.Einddatum > dag);
}
