using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Meldingen;

/// <summary>
/// How many meldingen there may be in one day (settings under <c>Grenzen</c>; 0 for no limit). The database counts, over all instances.
/// Requests of the same moment may each be the last one that fits.
/// </summary>
public sealed record Meldgrenzen
{
    /// <summary>Meldingen about one person in a day.</summary>
    public int MeldingenPerPersoon { get; init; } = 10;

    /// <summary>Meldingen by one user in a day.</summary>
    public int MeldingenPerMelder { get; init; } = 500;

    /// <exception cref="Weigering">There are so many already.</exception>
    public void Controleer(long vanPersoon, long vanMelder, DateTimeOffset nu)
    {
        if (MeldingenPerPersoon > 0 && vanPersoon >= MeldingenPerPersoon)
            throw Weigering.TeVeel("te-veel-meldingen-van-persoon",
                $"Voor deze inwoner zijn vandaag al {vanPersoon} meldingen gedaan. Kijk of de hulpvraag daar al bij staat. Is er meer "
                + "nodig, bel dan de gemeente of meld het morgen.", nu.TotMorgen());
        if (MeldingenPerMelder > 0 && vanMelder >= MeldingenPerMelder)
            throw Weigering.TeVeel("te-veel-meldingen-van-melder",
                $"U hebt vandaag al {vanMelder} meldingen gedaan. Doe de volgende morgen, of vraag de beheerder om meer ruimte.",
                nu.TotMorgen());
    }
}
