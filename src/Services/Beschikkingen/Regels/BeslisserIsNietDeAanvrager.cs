using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A beslisser does not decide on their own aanvraag, because a decision is free of personal interest (Awb 2:4).</summary>
internal static class BeslisserIsNietDeAanvrager
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Gebruiker beslisser, string bsnAanvrager)
    {
        if (beslisser.Bsn == bsnAanvrager)
            throw Weigering.Regel("eigen-aanvraag", "U kunt niet over uw eigen aanvraag beslissen. Vraag een collega.", "Awb art. 2:4");
    }
}
