using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>The term to decide after a change.</summary>
/// <param name="Dossiernummer">Het dossier.</param>
/// <param name="Aanvraagnummer">De aanvraag.</param>
/// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
/// <param name="ToegezegdeDatum">De dag die bij uitstel is toegezegd, naast de wettelijke.</param>
/// <param name="Stappen">Hoe de laatste dag is berekend, op volgorde.</param>
public sealed record Termijnantwoord(
    string Dossiernummer, string Aanvraagnummer, DateOnly Uiterlijk, DateOnly? ToegezegdeDatum, IReadOnlyList<Rekenstap> Stappen)
{
    internal static Termijnantwoord Van(Aanvraag aanvraag) => new(
        aanvraag.Dossiernummer, aanvraag.Aanvraagnummer, aanvraag.Uiterlijk, aanvraag.ToegezegdeDatum,
        Rekenstap.Van(aanvraag.Beslistermijn.Wettelijk.Stappen));
}
