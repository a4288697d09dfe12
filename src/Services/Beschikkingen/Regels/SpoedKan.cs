using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Temporary help in an urgent case is given after a melding, until its aanvraag is decided (Wmo 2015 art. 2.3.3). It has no end of its
/// own, so it is no total over a period.
/// </summary>
internal static class SpoedKan
{
    public const string Grondslag = "Wmo 2015 art. 2.3.3";

    /// <param name="melding">The melding.</param>
    /// <param name="onderzoek">Its onderzoek; null when nothing arrived of it yet.</param>
    /// <param name="aanvragen">Its aanvragen.</param>
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(Meldingsbeeld melding, Onderzoeksbeeld? onderzoek, IReadOnlyList<Aanvraag> aanvragen)
    {
        if (aanvragen.Any(a => a.KlaarOp is null)) return;
        if (melding.IngetrokkenOp is not null)
            throw Weigering.Toestand("melding-ingetrokken",
                "Deze melding is ingetrokken. Is er toch met spoed hulp nodig, leg dan een nieuwe melding vast.", Grondslag);
        if (aanvragen.Count > 0)
            throw Weigering.Toestand("aanvraag-afgerond",
                "Over de aanvraag van deze melding is al beslist, of zij gaat niet door. Is er iets nieuws, leg dan een nieuwe melding "
                + "vast.", Grondslag);
        if (onderzoek?.GestoptOp is not null)
            throw Weigering.Toestand("onderzoek-gestopt",
                "Het onderzoek van deze melding is gestopt. Is er iets nieuws, leg dan een nieuwe melding vast.", Grondslag);
    }

    /// <param name="deel">The help.</param>
    /// <param name="eerdere">The temporary help that was given on this melding.</param>
    /// <param name="vandaag">Today.</param>
    /// <exception cref="Weigering">409 when it runs already; 422 for a total.</exception>
    public static void Eis(Voorzieningdeel deel, IEnumerable<Voorziening> eerdere, DateOnly vandaag)
    {
        if (deel.Omvang.Frequentie == Voorzieningdelen.Totaal)
            throw Weigering.Regel("omvang-in-totaal",
                "Tijdelijke hulp heeft geen vast einde. Kies een omvang per dag, per week of per maand.", Grondslag, "omvang");
        if (eerdere.Any(v => v.Delen.Op(vandaag)?.Product.Categorie == deel.Product.Categorie))
            throw Weigering.Toestand("tijdelijke-hulp-loopt",
                "Deze hulp loopt al tijdelijk. Is er meer of minder nodig, wijzig die dan met een herziening.", Grondslag);
    }
}
