using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>A resident who wants a pgb explains why the contracted help does not fit (Wmo 2015 art. 2.3.6 lid 2 onder b).</summary>
internal static class PgbHeeftMotivatie
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(string? motivatie)
    {
        if (string.IsNullOrWhiteSpace(motivatie))
            throw Weigering.Regel("pgb-zonder-motivatie",
                "Leg in eigen woorden uit waarom de hulp van een gecontracteerde zorgaanbieder niet past. "
                + "Zonder die uitleg kan er geen pgb komen.", "Wmo 2015 art. 2.3.6 lid 2 onder b", "motivatie");
    }
}
