using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO325, declaratie-antwoord: the amounts of a declaration that the gemeente pays, and those that it rejects, with the reasons.
/// </summary>
/// <param name="Header">As in every retour. In the XML the gemeente is the sender, and the answer has its own identification.</param>
/// <param name="Inhoud">The answer; null when the declaration was technically wrong.</param>
public sealed record Wmo325(RetourHeader Header, DeclaratieAntwoord? Inhoud) : Retour<DeclaratieAntwoord>(Header, Inhoud);

/// <summary>The answer to a declaration.</summary>
/// <param name="DeclaratieNummer">The number of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of the claimed amounts.</param>
/// <param name="TotaalToegekendBedrag">The sum of the paid amounts.</param>
/// <param name="Clienten">The clients with a rejection; null without any.</param>
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
