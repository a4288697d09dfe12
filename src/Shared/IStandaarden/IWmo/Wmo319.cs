using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO319, the gemeente's answer to a request (WMO315 or WMO317) when no toewijzing follows, or not yet (OP274, OP346).</summary>
/// <param name="Header">Afzender is the gemeente, Ontvanger the provider.</param>
/// <param name="Antwoord">The answer.</param>
public sealed record Wmo319(Header Header, Verzoekantwoord Antwoord) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Antwoord;

    internal static Wmo319 Vorm(Wandeling x, Wmo319? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Antwoord", Verzoekantwoord.Vorm, w?.Antwoord));
}

/// <summary>WMO320, the provider's receipt of an answer to its request.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo320(RetourHeader Header, Verzoekantwoord? Inhoud) : Retour<Verzoekantwoord>(Header, Inhoud);

/// <summary>The answer to a request (element Antwoord).</summary>
/// <param name="ReferentieAanbieder">The number of the answered request (TR355), at most 36 characters.</param>
/// <param name="VerzoekAntwoord">1 rejected, 2 in onderzoek.</param>
/// <param name="RedenAfwijzingVerzoek">
/// The reason of a rejection, 1 to 9 (LDT_RedenAfwijzingVerzoek); null while it is in onderzoek.
/// </param>
public sealed record Verzoekantwoord(string ReferentieAanbieder, string VerzoekAntwoord, string? RedenAfwijzingVerzoek) : Kernklasse
{
    internal static Verzoekantwoord Vorm(Wandeling x, Verzoekantwoord? w) => new(
        x.Tekst("ReferentieAanbieder", Ldt.Referentie, w?.ReferentieAanbieder),
        x.Tekst("VerzoekAntwoord", Ldt.VerzoekAntwoord, w?.VerzoekAntwoord),
        x.TekstOf("RedenAfwijzingVerzoek", Ldt.RedenAfwijzingVerzoek, w?.RedenAfwijzingVerzoek))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
