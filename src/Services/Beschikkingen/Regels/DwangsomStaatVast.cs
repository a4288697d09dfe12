using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>The amount of a dwangsom is set once no more days are added to it (Awb 4:18).</summary>
internal static class DwangsomStaatVast
{
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(Dwangsomberekening? dwangsom, DateOnly? klaarOp, DateOnly vandaag, string wat)
    {
        if (dwangsom is null)
            throw Weigering.Toestand("grond-vereist",
                "De ingebrekestelling kwam onredelijk laat. Beslis dat er geen dwangsom is, met die grond.", "Awb art. 4:17 lid 6");
        if (klaarOp is null && dwangsom.LaatsteDag >= vandaag)
            throw Weigering.Toestand("dwangsom-loopt-nog",
                $"De dwangsom kan nog oplopen tot en met {Datumtekst.Voluit(dwangsom.LaatsteDag.Value)}. Beslis eerst op {wat}.",
                "Awb art. 4:18");
        if (dwangsom.Dagen == 0)
            throw Weigering.Toestand("geen-dwangsom",
                "Er is binnen twee weken na de ingebrekestelling beslist. Er is geen dwangsom, en daarover hoeft u niet te beslissen.",
                "Awb art. 4:17 lid 3");
    }
}
