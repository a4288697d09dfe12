using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on a budget (pgb), from the beschikking to the end.</summary>
internal static class Budgetstand
{
    /// <param name="feiten">The facts about this voorziening only.</param>
    public static Stand Van(Feiten feiten) =>
        VanBudget(feiten) is { Wie: > Wie.Backoffice } stand && feiten.Laatste(g => g is BudgetAlAfgesloten or AfgeslotenBudgetNagelopen)
            is BudgetAlAfgesloten
            ? stand with
            {
                Wie = Wie.Backoffice,
                Wat = "Een besluit wijzigt een deel van het budget dat de SVB al had afgesloten. De backoffice zoekt met de SVB uit of er "
                    + "nog iets moet worden betaald of teruggevraagd, en legt dat vast.",
            }
            : VanBudget(feiten);

    private static Stand VanBudget(Feiten feiten)
    {
        // After its end a later decision may grant it again.
        var beeindigd = feiten.Laatste(ZegtOfHetEindigt) is BudgetBeeindigd;
        var gereserveerd = feiten.Heeft<BudgetGereserveerd>() || feiten.Heeft<BudgetwijzigingBevestigd>();
        var inEigenBeheer = feiten.Heeft<BudgetInEigenBeheer>();
        var metDeHand = feiten.Laatste<BudgetAangemeld>() is { Berichtidentificatie: null };
        return feiten.Laatste(ZegtWaarHetBudgetIs) switch
        {
            null => new(Dossierstatus.Toegekend, Wie.Gemeente, "De gemeente meldt het budget bij de SVB."),
            BudgetAfgekeurd { Einde: true } => new(Dossierstatus.BudgeteindeAfgekeurd, Wie.Backoffice,
                "De backoffice zoekt met de SVB uit waarom het einde van het budget niet is verwerkt, en meldt het einde opnieuw."),
            BudgetAfgekeurd { Wijziging: true } => new(Dossierstatus.HulpLoopt, Wie.Backoffice,
                "De backoffice zoekt met de SVB uit waarom de wijziging van het budget niet is verwerkt. "
                + "Daarna wijzigt de backoffice het budget nog eens, of meldt de wijziging opnieuw."),
            BudgetAfgekeurd => new(Dossierstatus.SvbAfgekeurd, Wie.Backoffice,
                "De backoffice zoekt met de SVB uit wat er niet klopt. "
                    + "Daarna meldt de backoffice het budget opnieuw aan bij de SVB, of trekt het in. "
                + "Is het ingetrokken, dan kan de inwoner een nieuwe melding doen."),
            BudgetTegengehouden { Wijziging: true } => new(Dossierstatus.HulpLoopt, Wie.Backoffice,
                "De SVB neemt geen twee budgetten aan voor dezelfde hulp in dezelfde tijd. De gemeente neemt een nieuw besluit over een "
                + "van beide. Tot dan geldt bij de SVB het budget zoals het was."),
            BudgetTegengehouden => new(Dossierstatus.Toegekend, Wie.Backoffice,
                "De SVB neemt geen twee budgetten aan voor dezelfde hulp in dezelfde tijd. "
                + "De backoffice verhoogt het budget dat er al is en trekt dit in, of wijzigt de periode."),
            BudgeteindeBevestigd =>
                new(Dossierstatus.HulpGestopt, Wie.Niemand, "Het einde van het budget is geregeld. Er hoeft niets meer te gebeuren."),
            _ when beeindigd && inEigenBeheer =>
                new(Dossierstatus.HulpGestopt, Wie.Niemand, "Het budget is beëindigd. Er hoeft niets meer te gebeuren."),
            _ when beeindigd && metDeHand => new(Dossierstatus.HulpGestopt, Wie.Backoffice,
                "De backoffice meldt het einde van het budget met de hand bij de SVB, en legt het antwoord vast."),
            BudgetGewijzigd or BudgetAangemeld when gereserveerd && metDeHand => new(Dossierstatus.HulpLoopt, Wie.Backoffice,
                "De backoffice meldt de wijziging van het budget met de hand bij de SVB, en legt het antwoord vast."),
            BudgetGewijzigd or BudgetAangemeld when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice,
                "De backoffice meldt het budget met de hand bij de SVB, en legt het antwoord vast. "
                    + "Voor deze inwoner gaan er geen berichten."),
            _ when beeindigd => new(Dossierstatus.HulpGestopt, Wie.Svb, "De SVB verwerkt het einde van het budget."),
            BudgetGewijzigd or BudgetAangemeld when gereserveerd => new(Dossierstatus.HulpLoopt, Wie.Svb,
                "De SVB verwerkt de wijziging van het budget. Tot dan geldt het budget zoals het was."),
            BudgetInEigenBeheer => Reserveren,
            BudgetGewijzigd when inEigenBeheer => Reserveren,
            BudgetAangemeld or BudgetGewijzigd => new(Dossierstatus.Toegekend, Wie.Svb, "De SVB laat weten of het budget is gereserveerd."),
            _ when inEigenBeheer => new(Dossierstatus.HulpLoopt, Wie.Niemand,
                "Het bedrag is gereserveerd. De gemeente betaalt de leverancier, of de inwoner na een rekening."),
            _ => new(Dossierstatus.HulpLoopt, Wie.Niemand, "Het budget staat klaar. De inwoner kan hulp inkopen."),
        };
    }

    private static bool ZegtOfHetEindigt(Gebeurtenis g) => g is BudgetBeeindigd or BudgetGewijzigd { AlleenVertegenwoordiging: false };

    private static bool ZegtWaarHetBudgetIs(Gebeurtenis g) => g
        is BudgetAangemeld or BudgetInEigenBeheer or BudgetTegengehouden or BudgetGereserveerd or BudgetAfgekeurd
        or BudgetGewijzigd or BudgetwijzigingBevestigd or BudgetBeeindigd or BudgeteindeBevestigd;

    private static Stand Reserveren => new(Dossierstatus.Toegekend, Wie.Backoffice,
        "De backoffice reserveert het bedrag in de administratie van de gemeente, en legt dat vast. "
        + "Een hulpmiddel of woningaanpassing gaat niet via de SVB.");
}
