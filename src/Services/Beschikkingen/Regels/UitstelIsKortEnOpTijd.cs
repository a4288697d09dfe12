using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A delay is as short as possible, here at most two weeks. It is announced before the term has passed (Awb 4:14 lid 1).</summary>
internal static class UitstelIsKortEnOpTijd
{
    public const string Grondslag = "Awb art. 4:14 lid 1";

    /// <exception cref="Weigering">422.</exception>
    /// <returns>The promised day. The day of the law does not move.</returns>
    public static DateOnly ToegezegdeDatum(Termijnberekening termijn, DateOnly vandaag, int weken) =>
        weken > Termijnen.MaximaalUitstelWeken
            ? throw Weigering.Regel("uitstel-te-lang", $"Kondig hooguit {Termijnen.MaximaalUitstelWeken} weken uitstel aan.", Grondslag,
                veld: "weken")
            : Termijnen.Uitstel(termijn, vandaag, weken).ToegezegdeDatum
                ?? throw Weigering.Regel("uitstel-te-laat",
                    $"De termijn liep tot en met {Datumtekst.Voluit(termijn.Uiterlijk)}. Uitstel aankondigen kan dan niet meer. "
                    + $"Neem zo snel mogelijk een besluit.", Grondslag);
}
