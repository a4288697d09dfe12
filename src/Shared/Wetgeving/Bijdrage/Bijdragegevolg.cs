using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>
/// The consequence of a granted voorziening for the contribution, as the beschikking says it (Wmo 2015 art. 2.1.4 and 2.1.4a).
/// </summary>
/// <param name="Verschuldigd">Of er een eigen bijdrage is.</param>
/// <param name="Reden">Waarom die er niet is; leeg als die er wel is.</param>
/// <param name="Uitleg">In woorden die de inwoner begrijpt.</param>
public sealed record Bijdragegevolg(bool Verschuldigd, Bijdragevrij? Reden, string Uitleg)
{
    /// <summary>Derives it. The day and the amount are those that are known now.</summary>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="isPgb">Whether a pgb was granted. Its contribution counts from its first day.</param>
    /// <param name="ingangsdatum">The first day that was granted.</param>
    /// <param name="geboortedatum">Date of birth.</param>
    /// <param name="productcategorie">Two digits (code list WMO020).</param>
    public static Bijdragegevolg Van(
        Tabel<Gemeentebeleid> beleid, bool isPgb, DateOnly ingangsdatum, DateOnly geboortedatum, string productcategorie)
    {
        var oordeel = Bijdrageregels.Beoordeel(ingangsdatum, geboortedatum, productcategorie);
        if (!oordeel.Signaleren) return new(false, oordeel.Reden, string.Join(' ', oordeel.Stappen.Select(s => s.Uitleg)));
        var begin = isPgb || Bijdragebeleid.Begin(beleid, productcategorie, ingangsdatum) == Bijdragebegin.Beschikking
            ? $"U betaalt een eigen bijdrage vanaf {ZonderWeekdag(ingangsdatum)}."
            : "U betaalt een eigen bijdrage vanaf de dag waarop de hulp begint.";
        var bedrag = Bijdrageregels.Abonnementstarief.OpOfNiets(ingangsdatum) is { } rij
            ? $" Dat is hooguit {Euro(rij.Waarde)} per maand, voor uw hele huishouden." : "";
        return new(true, null, $"{begin}{bedrag} U krijgt de rekening van het CAK.");
    }
}
