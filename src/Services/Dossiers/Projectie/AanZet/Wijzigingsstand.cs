using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on a request for change.</summary>
internal static class Wijzigingsstand
{
    /// <param name="feiten">The facts of the request alone.</param>
    /// <param name="termijnen">The terms of the request, and those of the dossier as a whole.</param>
    public static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (feiten.Eerste<WijzigingsverzoekAfgerond>() is { } klaar)
            return new(Dossierstatus.WijzigingAfgehandeld, Wie.Niemand, klaar.Afloop switch
            {
                Wijzigingsafloop.Melding => $"Het verzoek is verder gegaan als melding {klaar.Nummer}. Hier hoeft niets meer te gebeuren.",
                Wijzigingsafloop.Opzegging => $"Het verzoek is een opzegging: {klaar.Nummer}. Hier hoeft niets meer te gebeuren.",
                _ => "Het verzoek is afgerond. Er hoeft niets meer te gebeuren.",
            });
        if (feiten.Heeft<WijzigingVraagtOnderzoek>())
            return new(Dossierstatus.Wijziging, Wie.Gemeente, "De gemeente maakt van het verzoek een melding. Daarna volgt een onderzoek.");
        return feiten.Eerste<WijzigingsverzoekOntvangen>() switch
        {
            // Who must act on the aanvraag, and before when, stands at its own zaak.
            { Aanvraagnummer: { } aanvraag } => new(Dossierstatus.Wijziging, Wie.Niemand,
                $"Het verzoek is aanvraag {aanvraag}. Daar staat wie er aan zet is. Is er eerst een onderzoek nodig? Dan maakt de "
                + "consulent er een melding van, uiterlijk op de laatste dag om te beslissen.", termijnen.Loopt(Termijnen.Wijziging)),
            { Wacht: { } wacht } => new(Dossierstatus.Wijziging, Wie.Consulent,
                $"De inwoner wil de hulp tot en met {Datumtekst.ZonderWeekdag(wacht.LaatsteDag)}, en {wacht.Herzieningnummer} loopt nog. "
                + "De consulent rondt die af of laat die vervallen. Daarna begint de opzegging vanzelf.", wacht.LaatsteDag),
            _ => new(Dossierstatus.Wijziging, Wie.Consulent, "De consulent voert uit wat de inwoner vraagt, en legt dat vast.",
                termijnen.Loopt(Termijnen.Wijziging)),
        };
    }
}
