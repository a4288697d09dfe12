using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A person who is to get less has reasonable time to answer (Awb 4:8). The municipality sets the least of it.</summary>
internal static class ZienswijzeIsRedelijk
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly uiterlijk, DateOnly vandaag, Herzieningsbeleid beleid)
    {
        var vroegst = beleid.ZienswijzeTot(vandaag);
        if (uiterlijk < vroegst)
            throw Weigering.Regel("termijn-te-kort",
                $"Geef de inwoner tijd om te reageren: minstens tot en met {Datumtekst.Voluit(vroegst)}.", "Awb art. 4:8",
                "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, vandaag, "uiterlijk");
    }
}
