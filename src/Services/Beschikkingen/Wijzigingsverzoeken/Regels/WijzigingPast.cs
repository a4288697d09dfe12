using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken.Regels;

/// <summary>
/// A request for change is about help that is granted and has not ended, and asks for something else than it is. For new help the person
/// makes a melding (Wmo 2015 art. 2.3.2 lid 1).
/// </summary>
internal static class WijzigingPast
{
    /// <exception cref="Weigering">409: no help is granted any more, or the person died. 422: it is so already.</exception>
    public static void Eis(Wijzigingsvraag vraag, Voorziening voorziening, DateOnly dag)
    {
        GemeenteIsBevoegd.EisInLeven(voorziening.Brpsignalen);
        var deel = Deel(voorziening, dag) ?? throw Weigering.Toestand("geen-hulp",
            "Deze hulp is niet toegekend, of al afgelopen. Doe een melding als er hulp nodig is.", WegVanWijziging.Melding);
        Leveringsvorm? nodig = vraag switch
        {
            Wijzigingsvraag.ZinNaarPgb or Wijzigingsvraag.AndereAanbieder => Leveringsvorm.Zin,
            Wijzigingsvraag.PgbNaarZin => Leveringsvorm.Pgb,
            _ => null,
        };
        if (nodig is not null && nodig != deel.Leveringsvorm)
            throw Weigering.Regel("vorm-past-niet", deel.Leveringsvorm == Leveringsvorm.Pgb
                ? "Deze hulp is een pgb. De inwoner kiest zelf wie de hulp geeft. Kies wat er anders moet."
                : "Deze hulp is zorg in natura. Kies wat er anders moet.", "Wmo 2015 art. 2.3.6", "vraag");
    }

    /// <summary>The part of a day, or the first that is still to begin; null when nothing is left.</summary>
    public static Voorzieningdeel? Deel(Voorziening voorziening, DateOnly dag) =>
        voorziening.Delen.FirstOrDefault(d => d.Periode.Einddatum >= dag);
}
