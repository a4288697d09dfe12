namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act in a dossier without a melding: for who the person is, for its letters, and for its zaken.</summary>
internal static class Openingsstand
{
    /// <param name="feiten">The facts of the dossier.</param>
    /// <param name="zaken">The state of each zaak in it; none before the first.</param>
    public static Stand Van(Feiten feiten, IReadOnlyList<Zaakstand> zaken)
    {
        var stand = zaken.Count > 0 ? AanZet.Van(zaken)
            : new(Dossierstatus.Gemeld, Wie.Gemeente, "Dit dossier is geopend zonder melding. De gemeente legt vast waar het om gaat.");
        if (feiten.IsOverleden()) return stand;
        // Without an identity no letter can go.
        return Onderzoeksstand.IdentiteitOnbekend(feiten, stand.Uiterlijk) ?? AanZet.ZonderAdres(feiten, stand) ?? stand;
    }
}
