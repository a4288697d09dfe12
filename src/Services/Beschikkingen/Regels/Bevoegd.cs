using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A beslisser decides. A consulent, in mandate (Awb 10:1), confirms an opzegging, and extends the same help by the short way that the
/// municipality allows.
/// </summary>
internal static class Bevoegd
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Herziening herziening, Voorziening voorziening, Gebruiker beslisser, Herzieningsbeleid beleid)
    {
        if (beslisser.Is(Rollen.Beslisser) || IsOpzegging(herziening) || IsKorteWeg(herziening, voorziening, beleid)) return;
        throw Weigering.Regel("buiten-mandaat",
            "Een consulent bevestigt een opzegging, en verlengt dezelfde hulp zo lang als de gemeente dat toestaat. Vraag voor dit besluit "
            + "een beslisser.", "Awb art. 10:1");
    }

    private static bool IsOpzegging(Herziening herziening) =>
        herziening is { Grond: Herzieningsgrond.OpVerzoek, Verandering.Einde: true };

    /// <summary>The same help, at most so many weeks longer, with the agreement of the person.</summary>
    private static bool IsKorteWeg(Herziening herziening, Voorziening voorziening, Herzieningsbeleid beleid)
    {
        var nieuw = herziening.Verandering.Op(voorziening.Delen, voorziening.Gevraagd);
        return herziening.WilDeInwoner && voorziening.LaatsteDag is { } einde && nieuw.LaatsteDag() > einde
            && nieuw.LaatsteDag() <= beleid.VerlengbaarTot(einde) && nieuw.Voor(Overgang.DagNa(einde)).SequenceEqual(voorziening.Delen)
            && nieuw[^1].Leveringsvorm == Leveringsvorm.Zin && nieuw[^1].Omvang == voorziening.Delen[^1].Omvang
            && nieuw[^1].Product == voorziening.Delen[^1].Product;
    }
}
