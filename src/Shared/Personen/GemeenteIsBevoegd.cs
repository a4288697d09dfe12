using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Personen;

/// <summary>
/// The municipality helps who lives here; for beschermd wonen and opvang, who lives anywhere in the Netherlands (Wmo 2015 art. 1.2.1). The
/// registration in the BRP is a sign and no decision: once a user has established that the person lives here, Meldingen takes the sign
/// away. Nobody is helped after death.
/// </summary>
public static class GemeenteIsBevoegd
{
    private const string Bevoegdheid = "Wmo 2015 art. 1.2.1";

    /// <param name="signalen">What the BRP says.</param>
    /// <param name="producten">The help in question; empty when there is none.</param>
    /// <exception cref="Weigering">409: the person died, or nobody established where the person lives.</exception>
    public static void Eis(IReadOnlyList<Brpsignaal> signalen, IEnumerable<Product> producten)
    {
        ArgumentNullException.ThrowIfNull(signalen);
        ArgumentNullException.ThrowIfNull(producten);
        EisInLeven(signalen);
        if (!Is(signalen, producten))
            throw Weigering.Toestand("verblijf-onduidelijk",
                "Volgens de BRP staat de inwoner niet in deze gemeente ingeschreven. Ga na waar de inwoner woont. Woont de inwoner hier? "
                + "Leg dat dan vast bij de melding. Woont de inwoner elders? Stuur de melding of de aanvraag dan door naar die gemeente.",
                Bevoegdheid);
    }

    /// <summary>Whether the municipality may help the person.</summary>
    /// <param name="signalen">What the BRP says.</param>
    /// <param name="producten">The help in question; empty when there is none.</param>
    public static bool Is(IReadOnlyList<Brpsignaal> signalen, IEnumerable<Product> producten)
    {
        ArgumentNullException.ThrowIfNull(signalen);
        List<Product> hulp = [.. producten];
        var landelijk = hulp.Count > 0 && hulp.TrueForAll(p => Productcategorie.IsBeschermdWonenOfOpvang(p.Categorie));
        return !signalen.Contains(Brpsignaal.Overleden) && !signalen.Contains(Brpsignaal.NietIngezetene)
            && (!signalen.Contains(Brpsignaal.AndereGemeente) || landelijk);
    }

    /// <exception cref="Weigering">409: the person died.</exception>
    public static void EisInLeven(IReadOnlyList<Brpsignaal> signalen)
    {
        ArgumentNullException.ThrowIfNull(signalen);
        if (signalen.Contains(Brpsignaal.Overleden))
            throw Weigering.Toestand("inwoner-overleden",
                "Volgens de BRP is de inwoner overleden. Neem contact op met de nabestaanden. Een melding trekt u in; over een aanvraag "
                + "beslist u dat die niet meer wordt behandeld.", Bevoegdheid);
    }
}
