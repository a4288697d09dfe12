using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO325, declaratie-antwoord: what the gemeente pays of a declaration, and what it rejects and why.</summary>
/// <param name="Header">As of every retour; in the XML the gemeente is the sender, and the answer has an identification of its own.</param>
/// <param name="Inhoud">The answer; null when the declaration was technically wrong.</param>
public sealed record Wmo325(RetourHeader Header, DeclaratieAntwoord? Inhoud) : Retour<DeclaratieAntwoord>(Header, Inhoud);

/// <summary>The answer to a declaration.</summary>
/// <param name="DeclaratieNummer">The number of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of what was asked.</param>
/// <param name="TotaalToegekendBedrag">The sum of what is paid.</param>
/// <param name="Clienten">Those of whom something is rejected; null when nothing is.</param>
public sealed record DeclaratieAntwoord(
    string DeclaratieNummer, CdtTotaalBedragMetDC TotaalIngediendBedrag, CdtTotaalBedragMetDC TotaalToegekendBedrag,
        IReadOnlyList<DeclaratieClient>? Clienten) : Berichtklasse
{
    internal static DeclaratieAntwoord Vorm(Wandeling x, DeclaratieAntwoord? w) => new(
        x.Tekst("DeclaratieNummer", Ldt.IdentificatieDeclaratie, w?.DeclaratieNummer),
        x.Cdt("TotaalIngediendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalIngediendBedrag),
        x.Cdt("TotaalToegekendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalToegekendBedrag),
        x.DelenOf("Clienten", "Client", DeclaratieClient.Vorm, w?.Clienten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
