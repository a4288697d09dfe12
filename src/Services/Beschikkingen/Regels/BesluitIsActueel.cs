using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A decision is about the help that was known when it was taken (Awb 3:2). Another decision since, on a bezwaar or of a court, makes it
/// mean something else, so it is taken anew. A wish of the person is about the help that they had when they said it.
/// </summary>
internal static class BesluitIsActueel
{
    private const string Grondslag = "Awb art. 3:2";

    /// <exception cref="Weigering">409.</exception>
    public static void Eis(Herziening herziening, Voorziening voorziening)
    {
        if (herziening.BeslotenBij != voorziening.Besluitstand())
            throw Weigering.Toestand("besluit-ingehaald",
                "Na dit besluit is over deze hulp een ander besluit genomen. Beslis opnieuw, over de hulp zoals die nu is.", Grondslag);
    }

    /// <summary>An end stays an end. Any other wish that now gives less is asked again.</summary>
    /// <exception cref="Weigering">409.</exception>
    public static void EisWens(Herziening herziening, Voorziening voorziening)
    {
        if (herziening is { WilDeInwoner: true, Verandering.Einde: false } && herziening.BegonnenBij != voorziening.Besluitstand()
            && herziening.IsNadelig(voorziening))
            throw Weigering.Toestand("wens-ingehaald",
                "Nadat de inwoner dit wilde, is over deze hulp een ander besluit genomen. De inwoner krijgt hierdoor minder dan nu. Vraag "
                + "of de inwoner dat wil. Laat deze herziening vervallen en begin zo nodig een nieuwe.", Grondslag);
    }
}
