using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A letter of one person becomes nothing in the dossier of another: a number that somebody mistyped may be that of a neighbour.
/// </summary>
internal static class ZelfdePersoon
{
    /// <param name="brief">Whose letter it is.</param>
    /// <param name="zaak">The dossier and the person of the decision or zaak that the letter is about.</param>
    /// <param name="nummer">The number of that.</param>
    /// <param name="veld">The field in which it stood.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Indiener brief, (string Dossiernummer, Guid PersoonId) zaak, string nummer, string veld)
    {
        if (brief.Dossiernummer != zaak.Dossiernummer && brief.PersoonId != zaak.PersoonId)
            throw Weigering.Regel("van-iemand-anders", $"{nummer} hoort niet bij deze inwoner. Controleer het nummer.", veld: veld);
    }
}
