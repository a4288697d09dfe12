using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Klachten.Regels;

/// <summary>
/// Somebody who complains about a decision may have meant a bezwaar, and says so before the klacht is handled as one (Awb 6:4, 9:8).
/// </summary>
internal static class BedoelingIsGevraagd
{
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(Klacht klacht, DateOnly vandaag)
    {
        if (!klacht.KanBezwaarZijn) return;
        if (klacht.Bedoeling is not { } vraag)
            throw Weigering.Toestand("bedoeling-niet-gevraagd", "Vraag de inwoner eerst of de klacht als bezwaar is bedoeld.",
                "Awb art. 9:8 lid 1 onder c");
        if (vraag.BeantwoordOp is null && vandaag <= vraag.Uiterlijk)
            throw Weigering.Toestand("bedoeling-onbekend",
                $"De inwoner kan nog tot en met {Wetgeving.Datumtekst.Voluit(vraag.Uiterlijk)} laten weten wat is bedoeld. Wacht daarop.",
                "Awb art. 9:8 lid 1 onder c");
    }
}
