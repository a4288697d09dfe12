using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>
/// The municipality helps who lives here (Wmo 2015 art. 1.2.1). The registration in the BRP is a sign and no decision: somebody who is
/// registered elsewhere may live here, and the consulent says so. Nobody is helped after death.
/// </summary>
internal static class GemeenteIsBevoegd
{
    private const string Bevoegdheid = "Wmo 2015 art. 1.2.1";

    /// <param name="signalen">What the BRP says.</param>
    /// <param name="verblijftHier">Whether the consulent established that the person lives in this municipality.</param>
    /// <exception cref="Weigering">409: the person died. 422: the consulent did not establish where the person lives.</exception>
    public static void Eis(IReadOnlyList<Brpsignaal> signalen, bool verblijftHier)
    {
        EisInLeven(signalen);
        if (!verblijftHier && signalen.Any(s => s is Brpsignaal.AndereGemeente or Brpsignaal.NietIngezetene))
            throw Weigering.Regel("verblijf-onduidelijk",
                "Volgens de BRP staat de inwoner niet in deze gemeente ingeschreven. Ga na waar de inwoner woont. Woont de inwoner hier? "
                + "Geef dat dan aan bij het verslag. Woont de inwoner elders? Stuur de melding door naar die gemeente (Awb 2:3), en trek "
                + "de melding hier in.",
                Bevoegdheid, "verblijftHier");
    }

    /// <exception cref="Weigering">409: the person died.</exception>
    public static void EisInLeven(IReadOnlyList<Brpsignaal> signalen)
    {
        if (signalen.Contains(Brpsignaal.Overleden))
            throw Weigering.Toestand("inwoner-overleden",
                "Volgens de BRP is de inwoner overleden. Neem contact op met de nabestaanden, en trek de melding in.", Bevoegdheid);
    }
}
