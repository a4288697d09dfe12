using WmoPlatform.Contracts;

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
        var aanvraag = feiten.Eerste<WijzigingsverzoekOntvangen>()?.Weg == Wijzigingsroute.Aanvraag;
        return aanvraag
            ? new(Dossierstatus.Wijziging, Wie.Beslisser, "De beslisser neemt een besluit over wat de inwoner wil veranderen. Is er eerst "
                + "een onderzoek nodig? Dan maakt de consulent er een melding van.", termijnen.Loopt(Termijnen.Beschikking))
            : new(Dossierstatus.Wijziging, Wie.Consulent, "De consulent voert uit wat de inwoner vraagt, en legt dat vast.",
                termijnen.Loopt(Termijnen.Wijziging));
    }
}
