using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb.Regels;

/// <summary>
/// The closings that the SVB owes: 98 days after every turn of the year that a part crosses, and after its end (iPgb OP522). For a
/// withdrawn part the SVB reports only a conflict (OP505).
/// </summary>
internal static class WatDeSvbNogAfsluit
{
    /// <param name="delen">The parts that the SVB has accepted.</param>
    /// <param name="ontvangen">The received closings, in order.</param>
    public static IReadOnlyList<VerwachteAfsluiting> Van(IEnumerable<Functiebudget> delen, IReadOnlyList<Afsluiting> ontvangen) =>
        [.. delen.Geldend()
            .SelectMany(deel => Afsluitmomenten(deel).Select(moment => Verwacht(deel, moment.Reden, moment.Jaar, moment.Dag, ontvangen)))];

    private static IEnumerable<(Afsluitreden Reden, int? Jaar, DateOnly Dag)> Afsluitmomenten(Functiebudget deel)
    {
        for (var jaar = deel.Periode.Ingangsdatum.Year; jaar < deel.Periode.Einddatum.Year; jaar++)
            yield return (Afsluitreden.Jaareinde, jaar, new(jaar, 12, 31));
        yield return (Afsluitreden.EindeBudget, null, deel.Periode.Einddatum);
    }

    private static VerwachteAfsluiting Verwacht(
        Functiebudget deel, Afsluitreden reden, int? jaar, DateOnly dag, IReadOnlyList<Afsluiting> ontvangen) =>
        new(deel.Zorgfunctie, deel.Periode, reden, jaar, Termijnen.SvbAfsluiting(dag).Uiterlijk,
            ontvangen.LastOrDefault(a => (a.Zorgfunctie, a.Ingangsdatum) == deel.Sleutel
                && (a.Reden, a.Jaar) == (reden, jaar))?.OntvangenOp);
}
