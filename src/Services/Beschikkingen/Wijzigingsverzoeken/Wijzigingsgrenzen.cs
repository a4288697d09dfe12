using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// How many requests for change a resident may do in one day (settings under <c>Grenzen</c>; 0 for no limit). The municipality records
/// everything that reaches it by another channel. The database counts, over all instances.
/// </summary>
public sealed record Wijzigingsgrenzen
{
    /// <summary>Requests by one resident in a day.</summary>
    public int WijzigingenPerPersoon { get; init; } = 10;

    /// <exception cref="Weigering">There are so many already.</exception>
    public void Controleer(int vanPersoon, DateTimeOffset nu)
    {
        if (WijzigingenPerPersoon > 0 && vanPersoon >= WijzigingenPerPersoon)
            throw Weigering.TeVeel("te-veel-wijzigingen-van-persoon",
                $"U hebt vandaag al {vanPersoon} wijzigingen gevraagd. Kijk of uw vraag daar al bij staat. Is er meer nodig, bel dan de "
                + "gemeente of vraag het morgen.", nu.TotMorgen());
    }
}
