using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// The way to one decision, and the consequences of its being late. A court that annuls a decision begins another; the dwangsom of the
/// annulled one stays what it was (Awb 4:17, 8:72 lid 4).
/// </summary>
/// <param name="Beroepnummer">The case in which a court annulled the decision; null for the decision that counts now.</param>
/// <param name="Dwangsom">The consequences.</param>
/// <param name="LaatsteDag">The last day to decide; null while no term ran.</param>
/// <param name="StaatStilSinds">The day since which the term stands still, until nobody knows when; null when it does not.</param>
/// <param name="KlaarOp">The day after which nothing was to be decided any more; null before it.</param>
/// <param name="Uitgesloten">The ground of the decision on which no dwangsom is owed; null without one, or once it was annulled.</param>
public sealed record Beslisronde(
    string? Beroepnummer, Dwangsomverloop Dwangsom, DateOnly? LaatsteDag, DateOnly? StaatStilSinds, DateOnly? KlaarOp,
    GeenDwangsom? Uitgesloten)
{
    /// <summary>The meaning of each notice, as far as the facts are known now.</summary>
    public IEnumerable<(Ingebrekestelling Brief, Ingebrekestellingsoordeel Oordeel)> Oordelen(Tabel<Gemeentebeleid> beleid) =>
        LaatsteDag is { } dag ? Dwangsom.Beoordeeld(dag, StaatStilSinds, beleid)
            : Dwangsom.Ingebrekestellingen.Select(b => (b, Ingebrekestellingsoordeel.TeVroeg));

    /// <summary>The dwangsom as of a day; null while no notice counts.</summary>
    public Dwangsomberekening? DwangsomOp(DateOnly peildatum, Tabel<Gemeentebeleid> beleid) =>
        LaatsteDag is { } dag ? Dwangsom.Bereken(dag, StaatStilSinds, KlaarOp, peildatum, beleid) : null;

    /// <summary>How many share the dwangsom, by the notice that counts.</summary>
    public int Aanvragers(Tabel<Gemeentebeleid> beleid) =>
        Oordelen(beleid).FirstOrDefault(b => b.Oordeel == Ingebrekestellingsoordeel.Geldig).Brief?.Aanvragers ?? 1;
}
