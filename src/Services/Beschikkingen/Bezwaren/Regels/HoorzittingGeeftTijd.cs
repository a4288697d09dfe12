using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// From the invitation on, papers can still be handed in until ten days before the hearing, and the file lies open for a week (Awb 7:4 lid
/// 1 and 2). With the objector's consent it can be sooner (lid 5).
/// </summary>
internal static class HoorzittingGeeftTijd
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly dag, bool kort, DateOnly vandaag)
    {
        if (dag < vandaag)
            throw Weigering.Regel("hoorzitting-voorbij", "Deze dag is voorbij. Kies een dag die nog komt.", veld: "tijdstip");
        Beschikkingen.Regels.Dagregel.EisDichtbij(dag, vandaag, "tijdstip");
        if (!kort && dag < Indieningen.EersteHoorzitting(vandaag))
            throw Weigering.Regel("hoorzitting-te-snel",
                "De inwoner moet tot tien dagen voor het horen stukken kunnen sturen, en het dossier een week kunnen lezen. Kies een dag "
                + $"vanaf {Datumtekst.Voluit(Indieningen.EersteHoorzitting(vandaag))}, of leg vast dat de inwoner met minder tijd instemt.",
                "Awb art. 7:4", "tijdstip");
    }
}
