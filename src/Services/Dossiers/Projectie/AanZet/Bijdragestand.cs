using WmoPlatform.Contracts;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on the eigen bijdrage.</summary>
internal static class Bijdragestand
{
    /// <summary>Null when nobody has to act. The caller fills in the status.</summary>
    public static Stand? Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        var cak = termijnen.Where(t => t.Loopt && t.Soort.StartsWith("cak", StringComparison.Ordinal)).Select(t => (DateOnly?)t.Uiterlijk)
            .Min();
        return feiten.Laatste(ZegtWaarHetSignaalIs) switch
        {
            EigenBijdrageAfgekeurd { NietVerwerkt: true } => new(default, Wie.Backoffice,
                "De backoffice zoekt met het CAK uit waarom de eigen bijdrage niet is verwerkt, en meldt die opnieuw.", cak),
            EigenBijdrageAfgekeurd => new(default, Wie.Backoffice,
                "De backoffice zoekt uit waarom het CAK de eigen bijdrage afkeurde, en meldt die opnieuw.", cak),
            EigenBijdrageMetDeHand { Aanlevering: EbAanlevering.Verwijdering } g => new(default, Wie.Backoffice,
                $"De backoffice geeft met de hand aan het CAK door dat {(g.Soort == EbBericht.Start ? "het begin" : "het einde")} van de "
                    + $"eigen bijdrage op "
                + $"{ZonderWeekdag(g.Datum)} niet gemeld had moeten worden. De backoffice legt dat vast."),
            EigenBijdrageMetDeHand g => new(default, Wie.Backoffice,
                $"De backoffice geeft met de hand aan het CAK door dat de eigen bijdrage "
                    + $"{(g.Soort == EbBericht.Start ? "begint" : "stopt")} op "
                + $"{ZonderWeekdag(g.Datum)}, en legt dat vast.", cak),
            EigenBijdrageGestart or EigenBijdrageGestopt or EigenBijdrageGecorrigeerd =>
                new(default, Wie.Cak, "Het CAK verwerkt de eigen bijdrage.", cak),
            _ => null,
        };
    }

    private static bool ZegtWaarHetSignaalIs(Gebeurtenis g) => g
        is EigenBijdrageGestart or EigenBijdrageGestopt or EigenBijdrageGecorrigeerd or EigenBijdrageMetDeHand
        or EigenBijdrageBevestigd or EigenBijdrageAfgekeurd;
}
