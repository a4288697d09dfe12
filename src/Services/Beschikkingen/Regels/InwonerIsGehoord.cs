using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Before a decision that gives less, the person could answer the intention (Awb 4:8), which was about the help of today. The law knows
/// five exceptions (4:8 lid 2, 4:11 and 4:12). A term that was given is waited for, unless there is no time (4:11 onder a).
/// </summary>
internal static class InwonerIsGehoord
{
    /// <param name="herziening">The herziening.</param>
    /// <param name="voorziening">The voorziening as it is now.</param>
    /// <param name="niet">The exception; null when the person was heard.</param>
    /// <param name="vandaag">Today.</param>
    /// <exception cref="Weigering">409, or 422 for an exception that does not fit.</exception>
    public static void Eis(Herziening herziening, Voorziening voorziening, NietGehoord? niet, DateOnly vandaag)
    {
        var voornemen = herziening.Voornemen;
        if (voornemen?.Loopt(vandaag) == true && niet?.Grond != Zonderhorengrond.Spoed)
            throw Weigering.Toestand("zienswijze-loopt-nog",
                $"De inwoner kan nog reageren tot en met {Datumtekst.Voluit(voornemen.Uiterlijk)}. Wacht dat af. Alleen bij spoed kan het "
                + "eerder.", "Awb art. 4:8");
        if (niet is not null)
        {
            if (niet.Grond == Zonderhorengrond.FinancieelBesluit
                && voorziening.Eigen.Any(d => d.Leveringsvorm != Leveringsvorm.Pgb && d.Periode.Einddatum >= herziening.Verandering.Vanaf))
                throw Weigering.Regel("geen-financieel-besluit",
                    "Deze uitzondering geldt alleen voor een besluit over geld, zoals een pgb. Hoor de inwoner eerst.", "Awb art. 4:12",
                    "nietGehoord");
            return;
        }
        if (voornemen is null)
            throw Weigering.Toestand("eerst-horen",
                "De inwoner krijgt minder dan nu. Stuur eerst een voornemen en geef de inwoner tijd om te reageren. Kan dat niet? Noem dan "
                + "de uitzondering in de wet.", "Awb art. 4:8");
        if (voornemen.Stand != voorziening.Besluitstand())
            throw Weigering.Toestand("opnieuw-horen",
                "Na het voornemen is over deze hulp een ander besluit genomen. De inwoner krijgt nu iets anders minder. Stuur een nieuw "
                + "voornemen.", "Awb art. 4:8");
    }
}
