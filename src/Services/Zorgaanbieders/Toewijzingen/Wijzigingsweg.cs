using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The rule of the standard that decides which changes keep the assignment, and which need a new one (iWmo OP257, OP033x1, OP380).
/// </summary>
public static class Wijzigingsweg
{
    /// <summary>Counted over the whole period of the assignment (code list WMO757).</summary>
    private const string Totaal = "6";

    /// <summary>The period of the next assignment under a new number; null when the assignment itself changes.</summary>
    /// <exception cref="Weigering">422: nothing changes, or the first day is missing.</exception>
    public static Periode? Opvolging(Toewijzing nu, Wens wens, DateOnly vandaag)
    {
        var (product, omvang, einde) = (wens.Product ?? nu.Product, wens.Omvang ?? nu.Omvang, wens.Einddatum ?? nu.Periode.Einddatum);
        var andere = wens.Agb is not null && wens.Agb != nu.Agb;
        var zelfdeHulp = product == nu.Product && omvang == nu.Omvang;
        if (!andere && zelfdeHulp && einde == nu.Periode.Einddatum)
            throw Weigering.Regel("niets-gewijzigd", "Zo blijft de toewijzing zoals die is. Vul in wat er anders moet.");
        // The volume over the whole period may change in place (OP257).
        var anderTotaal = product == nu.Product && omvang.Frequentie == Totaal && omvang with { Volume = nu.Omvang.Volume } == nu.Omvang;
        if (!andere && (zelfdeHulp || anderTotaal))
        {
            if (einde <= nu.Periode.Einddatum) return null;
            var aansluitend = Overgang.DagNa(nu.Periode.Einddatum);
            // OP380: an extension keeps the assignment while its last day has not passed and nothing else changes. A total over a longer
            // period is another total.
            return omvang.Frequentie != Totaal && nu.Periode.Einddatum >= vandaag && !(wens.Vanaf > aansluitend) ? null : new(
                wens.Vanaf > aansluitend ? wens.Vanaf.Value : aansluitend, einde);
        }
        return new(wens.Vanaf ?? throw Weigering.Invoer("vanaf", "Vul in vanaf welke dag dit geldt."), einde);
    }
}
