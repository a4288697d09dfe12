using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The way to object (Awb 3:45, 6:5). A letter says it once, however many decisions it holds.</summary>
internal static class Rechtsmiddel
{
    /// <param name="uiterlijk">The last day for bezwaar.</param>
    /// <param name="nummer">The number of the decision, to be named; null when the letter has none.</param>
    /// <param name="verder">Other paragraphs of this part.</param>
    public static Deel Bezwaar(DateOnly uiterlijk, string? nummer = null, params string[] verder) =>
        new("Bent u het niet eens met dit besluit?",
        [
            $"Dan kunt u bezwaar maken. Stuur ons een brief, uiterlijk op {Voluit(uiterlijk)}. Schrijf daarin uw naam en adres, de datum, "
                + $"{(nummer is null ? "over welk besluit het gaat" : $"het nummer van dit besluit ({nummer})")} en waarom u het er niet "
                + "mee eens bent. Zet uw handtekening eronder.",
            .. verder,
        ]);
}
