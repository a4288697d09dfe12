using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A beslisser decides, as far as their mandate goes (Awb 10:3). A consulent, in mandate (Awb 10:1), confirms an opzegging, lets help go on
/// until a decision on more of it, and extends the same help by the short way that the municipality allows.
/// </summary>
internal static class Bevoegd
{
    /// <returns>Whether a beslisser decides within their own mandate. Otherwise it is a decision that a consulent may take too.</returns>
    /// <exception cref="Weigering">422.</exception>
    public static bool Eis(Herziening herziening, Voorziening voorziening, Gebruiker beslisser, Gemeentebeleid beleid)
    {
        if (herziening.Grond == Herzieningsgrond.Overbrugging) return false;
        var kenmerk = herziening.Kenmerk(voorziening, beleid);
        if (beslisser.Is(Rollen.Beslisser) && beleid.Besluiten.MagBeslissen(beslisser.Id, kenmerk)) return true;
        if (herziening.IsOpzegging || IsKorteWeg(herziening, voorziening, beleid.Herziening)) return false;
        if (beslisser.Is(Rollen.Beslisser)) BinnenMandaat.Eis(kenmerk, beslisser.Id, beleid.Besluiten);
        throw Weigering.Regel("buiten-mandaat",
            "Een consulent bevestigt een opzegging, overbrugt tot een besluit, en verlengt dezelfde hulp zo lang als de gemeente dat "
            + "toestaat, geteld vanaf de laatste dag die een beslisser bepaalde. Vraag voor dit besluit een beslisser.", "Awb art. 10:1");
    }

    /// <summary>
    /// The same help, with the agreement of the person, at most so many weeks longer than a beslisser decided. Repeated, it gets no longer.
    /// </summary>
    private static bool IsKorteWeg(Herziening herziening, Voorziening voorziening, Herzieningsbeleid beleid)
    {
        var nieuw = herziening.Nieuw(voorziening);
        return herziening.WilDeInwoner && voorziening.EigenTot is { } einde && nieuw.LaatsteDag() > einde
            && nieuw.LaatsteDag() <= beleid.VerlengbaarTot(voorziening.EindeVanBeslisser() is { } besloten && besloten < einde
                ? besloten : einde) && nieuw.Voor(Overgang.DagNa(einde)).SequenceEqual(voorziening.Eigen)
            && nieuw[^1].Leveringsvorm == Leveringsvorm.Zin && nieuw[^1].Omvang == voorziening.Eigen[^1].Omvang
            && nieuw[^1].Product == voorziening.Eigen[^1].Product;
    }
}
