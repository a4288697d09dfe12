using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>A stop that a provider reported before the agreed day, and what answered it.</summary>
internal static class Zorgstop
{
    /// <summary>
    /// The day on which the person said that the help may end, a decision left nothing after the stop, or another provider got the help;
    /// null before that.
    /// </summary>
    public static DateOnly? BeantwoordOp(EerderEindeGemeld stop, Feiten feiten) => feiten.Over(stop.VoorzieningId).Alle<Gebeurtenis>()
        .Where(g => g.Op >= stop.Op)
        .Select(g => g switch
        {
            WijzigingGevraagd { Einde: true } opzegging => opzegging.GevraagdOp,
            VoorzieningGewijzigd besluit when !KentToeNa(besluit, stop.Einddatum) => besluit.BekendgemaaktOp,
            ZorgToegewezen toewijzing when toewijzing.Toewijzingnummer != stop.Toewijzingnummer => toewijzing.Op.Dag(),
            ZorgeindeVastgesteld vastgesteld when vastgesteld.Toewijzingnummer == stop.Toewijzingnummer => vastgesteld.Op.Dag(),
            _ => (DateOnly?)null,
        })
        .FirstOrDefault(dag => dag is not null);

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
        var opzegging = over.Alle<WijzigingGevraagd>().LastOrDefault(w => w.Einde && w.Op >= stop.Op
            && !over.Alle<HerzieningVervallen>().Any(v => v.Herzieningnummer == w.Herzieningnummer));
        return opzegging is null || (besluit?.Op > opzegging.Op && besluit.Delen.Any(d => d.Periode.Einddatum >= opzegging.Vanaf));
    }

    private static bool KentToeNa(VoorzieningGewijzigd besluit, DateOnly dag) =>
        besluit.Delen.Any(d => d.Leveringsvorm == Leveringsvorm.Zin && d.Periode.Einddatum > dag);
}
