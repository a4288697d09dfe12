using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A pgb is granted only after a positive pgb-toets: the resident can run a budget, and the help is good (Wmo 2015 art. 2.3.6 lid 2).
/// </summary>
internal static class PgbNaPositieveToets
{
    private const string Grondslag = "Wmo 2015 art. 2.3.6 lid 2";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd, IReadOnlyDictionary<Guid, bool> toetsen)
    {
        if (besluit.IsToegekend && besluit.Vorm(gevraagd) == Leveringsvorm.Pgb) Eis(toetsen, gevraagd.VoorzieningId);
    }

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyDictionary<Guid, bool> toetsen, Guid voorzieningId)
    {
        if (!toetsen.TryGetValue(voorzieningId, out var akkoord))
            throw Weigering.Regel("pgb-toets-ontbreekt",
                "De pgb-toets is nog niet afgerond. Rond eerst het bewustekeuzegesprek en de documenten af.", Grondslag, veld: "besluiten");
        if (!akkoord)
            throw Weigering.Regel("niet-pgb-vaardig", "Volgens de pgb-toets kan hier geen pgb worden toegekend. Wijs het pgb af.",
                Grondslag, veld: "besluiten");
    }
}
