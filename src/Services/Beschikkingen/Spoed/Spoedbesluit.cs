using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Spoed;

/// <summary>
/// The decision on temporary help in an urgent case, before any onderzoek (Wmo 2015 art. 2.3.3). It is taken and made known at once. Its
/// voorziening announces it, and follows later decisions as any other does.
/// </summary>
public sealed class Spoedbesluit : Aggregate
{
    private Spoedbesluit()
    {
    }

    public string Meldingnummer { get; private set; } = "";
    public Guid VoorzieningId { get; private set; }
    public string Beschikkingnummer { get; private set; } = "";

    /// <summary>Whether help is given; otherwise the case is not urgent.</summary>
    public bool Verstrekt { get; private set; }
    public string Motivering { get; private set; } = "";

    /// <summary>The day of the decision and of its bekendmaking.</summary>
    public DateOnly BekendgemaaktOp { get; private set; }

    /// <summary>The user who decided (the <c>sub</c> of their token).</summary>
    public string BeslotenDoor { get; private set; } = "";

    /// <param name="melding">The melding.</param>
    /// <param name="persoon">Whose it is.</param>
    /// <param name="deel">The help that is given or refused.</param>
    /// <param name="verstrekt">Whether it is given.</param>
    /// <param name="motivering">The reasons, in words for the person.</param>
    /// <param name="beschikkingnummer">The number of the decision.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="beleid">The choices of today.</param>
    /// <param name="kluis">Opens and seals the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public static (Spoedbesluit Besluit, Voorziening Voorziening) Neem(
        Meldingsbeeld melding, Persoonsbeeld persoon, Voorzieningdeel deel, bool verstrekt, string motivering, string beschikkingnummer,
        Gebruiker beslisser, Gemeentebeleid beleid, Vault kluis, DateTimeOffset nu)
    {
        BeslisserIsNietDeAanvrager.Eis(beslisser, persoon.Persoon(kluis).Bsn);
        if (verstrekt) GemeenteIsBevoegd.Eis(persoon.Signalen, [deel.Product]);
        EisMandaat(deel, verstrekt, beslisser, beleid);
        var besluit = new Spoedbesluit
        {
            Dossiernummer = melding.Dossiernummer,
            Meldingnummer = melding.Meldingnummer!,
            VoorzieningId = Guid.CreateVersion7(nu),
            Beschikkingnummer = beschikkingnummer,
            Verstrekt = verstrekt,
            Motivering = motivering,
            BekendgemaaktOp = nu.Dag(),
            BeslotenDoor = beslisser.Id,
        };
        return (besluit, Voorziening.Bij(besluit, melding, persoon, deel, kluis, nu));
    }

    /// <summary>Help that cannot wait is given by a consulent in mandate (Awb 10:1). Refusing it is for a beslisser.</summary>
    private static void EisMandaat(Voorzieningdeel deel, bool verstrekt, Gebruiker beslisser, Gemeentebeleid beleid)
    {
        if (beslisser.Is(Rollen.Beslisser))
            BinnenMandaat.Eis(
                BinnenMandaat.Van(verstrekt ? Besluituitkomst.Toekennen : Besluituitkomst.Afwijzen, deel.Product.Categorie,
                    verstrekt ? [deel] : [], beleid), beslisser.Id, beleid.Besluiten);
        else if (!verstrekt)
            throw Weigering.Regel("buiten-mandaat",
                "Een consulent geeft met spoed tijdelijke hulp. Wilt u die weigeren, vraag dat besluit dan aan een beslisser.",
                "Awb art. 10:1", "verstrekken");
    }
}
