using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>The dwangsom for each day of delay, in euros (Awb 4:17 lid 2).</summary>
/// <param name="Eerste">Days 1 to 14.</param>
/// <param name="Tweede">Days 15 to 28.</param>
/// <param name="Derde">Days 29 to 42.</param>
public sealed record Dwangsomtarief(decimal Eerste, decimal Tweede, decimal Derde)
{
    /// <summary>The sum over a number of days, 0 to 42.</summary>
    public decimal Over(int dagen) =>
        Math.Min(dagen, 14) * Eerste + Math.Clamp(dagen - 14, 0, 14) * Tweede + Math.Clamp(dagen - 28, 0, 14) * Derde;
}

/// <summary>Municipal readings of the circulaire Wet dwangsom.</summary>
/// <param name="EenDagTeVroegTelt">Whether a notice received on the last day of the term counts, as if received a day later.</param>
/// <param name="BesluitdagTelt">Whether the day on which the decision is made known is still owed.</param>
public sealed record Dwangsombeleid(bool EenDagTeVroegTelt = false, bool BesluitdagTelt = false);

/// <summary>A dwangsom as it stands on a reference date.</summary>
/// <param name="EersteDag">First day owed; null when the notice was premature.</param>
/// <param name="LaatsteDag">The 42nd day; null when the notice was premature.</param>
/// <param name="Dagen">Days owed so far, 0 to 42.</param>
/// <param name="Bedrag">Euros, for all applicants together.</param>
/// <param name="BedragPerAanvrager">Euros for each, half-up to the cent; <see cref="Dwangsommen.Aandelen"/> divides the cents.</param>
/// <param name="BesluitUiterlijk">
/// Last day of the decision on the dwangsom (Awb 4:18); null when no dwangsom can become due any more.
/// </param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Dwangsomberekening(
    DateOnly? EersteDag, DateOnly? LaatsteDag, int Dagen, decimal Bedrag, decimal BedragPerAanvrager,
    DateOnly? BesluitUiterlijk, IReadOnlyList<Stap> Stappen)
{
    /// <summary>The last day on which a decision still prevents the dwangsom; null when the notice was premature.</summary>
    public DateOnly? LaatsteDagZonder => EersteDag?.AddDays(-1);

    /// <summary>The last day owed so far; null while none is.</summary>
    public DateOnly? VerschuldigdTot => Dagen == 0 ? null : EersteDag?.AddDays(Dagen - 1);
}

/// <summary>
/// The dwangsom for a late decision (Awb 4:17 to 4:20). There is one per aanvraag, however many notices; several applicants share it.
/// </summary>
public static class Dwangsommen
{
    /// <summary>The longest it runs, in days (Awb 4:17 lid 1).</summary>
    public const int MaximumDagen = 42;

    /// <summary>The amounts, by the first day owed.</summary>
    public static Tabel<Dwangsomtarief> Tarieven { get; } = new("dwangsom",
        new Rij<Dwangsomtarief>(new(2015, 1, 1), new(2018, 12, 31), new(20, 30, 40), "Awb 4:17 lid 2, circulaire Wet dwangsom 2014"),
        new Rij<Dwangsomtarief>(new(2019, 1, 1), null, new(23, 35, 45), "Awb 4:17 lid 2, circulaire Stcrt. 2019, 13178"));

    /// <summary>
    /// The share of each applicant (Awb 4:17 lid 5): equal, and together the whole amount. Cents that are over go to the first.
    /// </summary>
    /// <param name="bedrag">Euros, for all applicants together.</param>
    /// <param name="aanvragers">How many share it, at least 1.</param>
    public static IReadOnlyList<decimal> Aandelen(decimal bedrag, int aanvragers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(aanvragers, 1);
        var centen = decimal.ToInt64(Geld.OpCenten(bedrag) * 100);
        return [.. Enumerable.Range(0, aanvragers).Select(i => (centen / aanvragers + (i < centen % aanvragers ? 1 : 0)) / 100m)];
    }

    /// <summary>The last day on which a dwangsom that was not owed can be claimed back: five years after the decision on it.</summary>
    /// <param name="vastgesteld">The day of that decision (Awb 4:20 lid 2).</param>
    public static DateOnly TerugTotEnMet(DateOnly vastgesteld) => vastgesteld.AddYears(5);

    /// <summary>The dwangsom as of a reference date.</summary>
    /// <param name="beslistermijn">Last day of the term, after suspension and the Atw.</param>
    /// <param name="ingebrekestelling">The day the written notice was received.</param>
    /// <param name="besluit">The day on which the decision was made known; null without a decision.</param>
    /// <param name="peildatum">The last day that is counted.</param>
    /// <param name="aanvragers">How many applicants share it, at least 1.</param>
    /// <param name="beleid">The municipality's readings; the strict ones when left out.</param>
    public static Dwangsomberekening Bereken(
        DateOnly beslistermijn, DateOnly ingebrekestelling, DateOnly? besluit, DateOnly peildatum,
        int aanvragers = 1, Dwangsombeleid? beleid = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(aanvragers, 1);
        Afleiding.Controleer(beslistermijn);
        Afleiding.Controleer(ingebrekestelling);
        beleid ??= new Dwangsombeleid();
        var stappen = new List<Stap>
        {
            new(beslistermijn, $"De laatste dag om te beslissen was {Voluit(beslistermijn)}.", Artikel.Dwangsom),
            new(ingebrekestelling, $"Wij ontvingen uw ingebrekestelling op {Voluit(ingebrekestelling)}.", Artikel.Ingebrekestelling),
        };

        var geldtVanaf = ingebrekestelling;
        if (ingebrekestelling == beslistermijn && beleid.EenDagTeVroegTelt)
        {
            geldtVanaf = ingebrekestelling.AddDays(1);
            stappen.Add(new(geldtVanaf, "Dat is precies één dag te vroeg. Wij rekenen alsof wij die een dag later ontvingen.",
                Artikel.Ingebrekestelling));
        }
        else if (ingebrekestelling <= beslistermijn)
        {
            stappen.Add(new(null, "Dat is te vroeg: de termijn was nog niet voorbij. Daarom is er geen dwangsom.",
                Artikel.Ingebrekestelling));
            return new(null, null, 0, 0, 0, null, stappen);
        }

        // The Atw extends the two weeks, not the 42 days after them.
        var tweeWeken = Afleiding.TweeWekenMetAtw(geldtVanaf, "de ingebrekestelling", Artikel.Ingebrekestelling, stappen);
        var eersteDag = tweeWeken.AddDays(1);
        var laatsteDag = eersteDag.AddDays(MaximumDagen - 1);
        stappen.Add(new(eersteDag, $"De eerste dag van de dwangsom is {Voluit(eersteDag)}.", Artikel.Ingebrekestelling));

        var einde = besluit is { } dag ? Vroegste(laatsteDag, beleid.BesluitdagTelt ? dag : dag.AddDays(-1)) : laatsteDag;
        var dagen = Math.Max(0, Vroegste(einde, peildatum).DayNumber - eersteDag.DayNumber + 1);
        var bedrag = Tarieven.Op(eersteDag).Waarde.Over(dagen);
        if (besluit is { } bekend)
            stappen.Add(new(bekend, $"Wij maakten het besluit bekend op {Voluit(bekend)}.", Artikel.Dwangsom));
        stappen.Add(dagen == 0
            ? new(peildatum, $"Op {Voluit(peildatum)} is er geen dwangsom verschuldigd.", Artikel.Dwangsom)
            : new(Vroegste(einde, peildatum),
                $"Tot en met {Voluit(Vroegste(einde, peildatum))} is dat {Datumtekst.Dagen(dagen)}. De dwangsom is {Euro(bedrag)}.",
                Artikel.Dwangsombedrag));

        var perAanvrager = Geld.OpCenten(bedrag / aanvragers);
        if (aanvragers > 1)
            stappen.Add(new(null, $"{aanvragers} aanvragers delen dit: ieder {Euro(perAanvrager)}.", Artikel.Dwangsom));

        DateOnly? besluitUiterlijk = null;
        if (einde >= eersteDag)
            besluitUiterlijk = Afleiding.TweeWekenMetAtw(einde, "de laatste dag van de dwangsom", Artikel.Dwangsombesluit, stappen);
        return new(eersteDag, laatsteDag, dagen, bedrag, perAanvrager, besluitUiterlijk, stappen);
    }

    private static DateOnly Vroegste(DateOnly een, DateOnly ander) => een < ander ? een : ander;
}
