using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken.Regels;

/// <summary>
/// The road of a request. More, less or other help needs an onderzoek first (Wmo 2015 art. 2.3.2). Another form of the same help needs a
/// decision (art. 2.3.5, 2.3.6). Another provider of the same help, and a bank account, change nothing of what was decided.
/// </summary>
internal static class WegVanWijziging
{
    public const string Melding = "Wmo 2015 art. 2.3.2 lid 1";
    public const string Aanvraag = "Wmo 2015 art. 2.3.5 lid 2";

    public static Wijzigingsroute Van(Wijzigingsvraag vraag) => vraag switch
    {
        Wijzigingsvraag.AndereHulp => Wijzigingsroute.Melding,
        Wijzigingsvraag.ZinNaarPgb or Wijzigingsvraag.PgbNaarZin => Wijzigingsroute.Aanvraag,
        Wijzigingsvraag.Stoppen => Wijzigingsroute.Opzegging,
        _ => Wijzigingsroute.Uitvoering,
    };

    /// <summary>
    /// Whether the municipality itself pays the person: a pgb for an aid or an adaptation of the home. Any other pgb is paid by the SVB,
    /// which keeps the bank account (Wmo 2015 art. 2.6.2).
    /// </summary>
    public static bool BetaaltDeGemeente(Voorziening voorziening, DateOnly dag) =>
        WijzigingPast.Deel(voorziening, dag) is { Leveringsvorm: Leveringsvorm.Pgb } deel
        && Productcategorie.IsHulpmiddel(deel.Product.Categorie);
}
