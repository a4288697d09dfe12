using WmoPlatform.Contracts;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act while a provider gives the help, from the assignment to the end.</summary>
internal static class Hulpstand
{
    /// <summary>Stopped by the client alone (code list WMO588).</summary>
    private const string DoorInwoner = "21";

    /// <summary>Stopped by the provider alone (code list WMO588).</summary>
    private const string DoorAanbieder = "22";

    /// <summary>The provider's request without a final answer that is due first. The caller fills in the status.</summary>
    public static Stand? Verzoek(Feiten feiten) => feiten.Alle<VerzoekOntvangen>()
        .Select(v => (Verzoek: v, Antwoord: feiten.Alle<VerzoekBeantwoord>().LastOrDefault(b => b.AggregaatId == v.AggregaatId)))
        .Where(v => v.Antwoord is null or { Uitkomst: Verzoekuitkomst.InOnderzoek })
        .Select(v => new Stand(default, Wie.Consulent,
            $"De consulent beantwoordt het verzoek van de zorgaanbieder om "
                + $"{(v.Verzoek.Wijziging ? "de hulp te wijzigen" : "hulp toe te wijzen")}: "
                + "toekennen of afwijzen.",
            v.Antwoord?.Termijn?.Uiterlijk ?? v.Verzoek.Termijn.Uiterlijk))
        .MinBy(s => s.Uiterlijk);

    /// <param name="feiten">The facts about this voorziening only.</param>
    /// <param name="isOverleden">Whether the person died.</param>
    public static Stand Van(Feiten feiten, bool isOverleden)
    {
        // When providers follow each other the last one decides: an earlier one still reports about its own period.
        var nummer = (feiten.Laatste(g => g is ZorgToegewezen or ToewijzingAangehouden or ToewijzingWachtOpVerzoek) as IOverToewijzing)
            ?.Toewijzingnummer;
        var hulp = nummer is { } n ? feiten.OverToewijzing(n) : feiten;

        if (feiten.Laatste(g => g is UitvoeringMetDeHand or UitvoeringAfgerond) is UitvoeringMetDeHand werk) return MetDeHand(werk);

        if (feiten.Alle<WijzigingAfgekeurd>().Any(w => IsLaatsteWijziging(w, feiten)))
            return new(Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice,
                "De backoffice zoekt met de zorgaanbieder uit waarom de wijziging van de toewijzing is afgekeurd. "
                + "Daarna biedt de backoffice die opnieuw aan.");

        if (hulp.Laatste(g => g is ToewijzingGewijzigd or ZorgGestopt) is ToewijzingGewijzigd { MetDeHand: true, WegensOverlijden: true })
            return new(Dossierstatus.HulpLoopt, Wie.Backoffice,
                "De inwoner is overleden. De backoffice geeft het einde van de hulp met de hand door aan de zorgaanbieder, "
                + "en legt vast op welke dag de hulp stopte.");

        // Without messages from us the provider sends none either, so the backoffice asks and records.
        var metDeHand = hulp.Laatste<ZorgToegewezen>() is { Berichtidentificatie: null };
        return hulp.Laatste(ZegtWaarDeHulpIs) switch
        {
            null => new(Dossierstatus.Toegekend, Wie.Gemeente, "De gemeente wijst de hulp toe aan de gekozen zorgaanbieder."),
            ZorgToegewezen when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice,
                "De backoffice geeft de toewijzing met de hand door: voor deze inwoner gaan er geen berichten."),
            ZorgToegewezen => new(Dossierstatus.Toegekend, Wie.Aanbieder, "De zorgaanbieder laat weten of de toewijzing klopt."),
            ToewijzingAangehouden z => Aangehouden(z.Reden),
            ToewijzingWachtOpVerzoek =>
                new(Dossierstatus.Toegekend, Wie.Aanbieder, "De zorgaanbieder vraagt de toewijzing aan bij de gemeente."),
            ToewijzingGewijzigd { MetDeHand: true } => new(Dossierstatus.ToewijzingAangehouden, Wie.Backoffice,
                "De toewijzing is verwijderd voordat de hulp begon. De backoffice geeft dat met de hand door aan de zorgaanbieder. "
                + "De consulent bespreekt met de inwoner wat er nu nodig is."),
            ToewijzingGewijzigd when isOverleden => Gestopt,
            ToewijzingGewijzigd when NietMeerToegekend(feiten) => new(Dossierstatus.HulpGestopt, Wie.Niemand,
                "Er is geen hulp meer toegekend. De toewijzing is verwijderd voordat de hulp begon. Er hoeft niets meer te gebeuren."),
            ToewijzingGewijzigd => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent,
                "De toewijzing is verwijderd voordat de hulp begon. De consulent bespreekt met de inwoner wat er nu nodig is, "
                + "en kiest zo nodig een andere zorgaanbieder."),
            ToewijzingGeaccepteerd when metDeHand => new(Dossierstatus.Toegekend, Wie.Backoffice,
                "De backoffice vraagt de zorgaanbieder wanneer de hulp begint, en legt dat vast. "
                + "Voor deze inwoner gaan er geen berichten."),
            ToewijzingGeaccepteerd => Begint,
            ToewijzingAfgekeurd { NietVerwerkt: true } => new(Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice,
                "De backoffice zoekt met de zorgaanbieder uit waarom het bericht niet is verwerkt. "
                + "Daarna wijst de backoffice de hulp opnieuw toe, aan dezelfde of aan een andere zorgaanbieder."),
            ToewijzingAfgekeurd => new(Dossierstatus.AanbiederAfgekeurd, Wie.Consulent,
                "De consulent kiest samen met de inwoner een andere zorgaanbieder."),
            IMetHulpverloop { Hulp: { Afgelopen: true, Begindatum: not null } } => Gestopt,
            ZorgGestart => Loopt,
            ZorgstartVerwijderd { Hervat: true } => TijdelijkGestopt(metDeHand: false),
            ZorgstartVerwijderd => Begint,
            ZorgstopVerwijderd { Tijdelijk: true } => TijdelijkGestopt(metDeHand: false),
            ZorgstopVerwijderd => Loopt,
            ZorgTijdelijkGestopt => TijdelijkGestopt(metDeHand),
            // A provider is not the person: its report ends no right. A decision does.
            ZorgGestopt z when Zorgstop.IsNogToegekend(z, feiten) => EerderGestopt(z, hulp),
            ZorgAfgelopen { Hulp.Begindatum: null } => new(Dossierstatus.HulpGestopt, Wie.Consulent,
                "De periode van de hulp is voorbij, en de hulp is nooit begonnen. "
                + "De consulent bespreekt met de inwoner wat er nu nodig is."),
            _ => Gestopt,
        };
    }

    private static bool ZegtWaarDeHulpIs(Gebeurtenis g) => g
        is ZorgToegewezen or ToewijzingAangehouden or ToewijzingWachtOpVerzoek or ToewijzingGewijzigd { IsVerwijderd: true }
        or ToewijzingGeaccepteerd or ToewijzingAfgekeurd
        or ZorgGestart or ZorgstartVerwijderd or ZorgTijdelijkGestopt or ZorgGestopt or ZorgstopVerwijderd
        or ZorgeindeVastgesteld or ZorgAfgelopen;

    /// <summary>Whether the last decision grants no help in kind any more.</summary>
    private static bool NietMeerToegekend(Feiten feiten) =>
        feiten.Alle<VoorzieningGewijzigd>().MaxBy(g => g.Stand) is { } besluit
        && besluit.Delen.All(d => d.Leveringsvorm != Leveringsvorm.Zin);

    private static Stand EerderGestopt(ZorgGestopt stop, Feiten hulp) => new(Dossierstatus.HulpGestopt, Wie.Consulent, stop.Reden switch
    {
        DoorAanbieder => "De zorgaanbieder is zelf gestopt, en de hulp is nog wel toegekend. De consulent kiest samen met de inwoner een "
            + "andere zorgaanbieder. Tot dan loopt de eigen bijdrage door.",
        DoorInwoner => "De zorgaanbieder meldt dat de inwoner met de hulp is gestopt. De consulent vraagt de inwoner of dat zo is, en legt "
            + "de opzegging vast of kiest een andere zorgaanbieder. Tot dan loopt de eigen bijdrage door.",
        _ => "De zorgaanbieder is eerder gestopt dan is afgesproken. De consulent bespreekt met de inwoner wat er nodig is: een andere "
            + "zorgaanbieder, een opzegging of een ander besluit. Tot dan loopt de eigen bijdrage door.",
    }, hulp.Laatste<EerderEindeGemeld>()?.Termijn.Uiterlijk);

    private static Stand MetDeHand(UitvoeringMetDeHand werk) => werk.Reden switch
    {
        Uitvoeringsreden.AlGedeclareerd => new(Dossierstatus.HulpLoopt, Wie.Backoffice,
            $"De zorgaanbieder kreeg al betaald voor hulp vanaf {ZonderWeekdag(werk.Vanaf)}, die niet meer is toegekend. "
            + "De backoffice vraagt de zorgaanbieder om die declaraties te crediteren en voert het besluit daarna opnieuw uit, "
            + "of legt vast dat het is afgehandeld."),
        Uitvoeringsreden.HulpAlGegeven => new(Dossierstatus.HulpLoopt, Wie.Backoffice,
            $"De zorgaanbieder heeft al hulp gemeld vanaf {ZonderWeekdag(werk.Vanaf)}, die niet meer is toegekend. "
            + "De backoffice spreekt met de zorgaanbieder af wat die terugneemt en voert het besluit daarna opnieuw uit, "
            + "of legt vast dat het is afgehandeld."),
        Uitvoeringsreden.AanbiederGestopt => new(Dossierstatus.HulpGestopt, Wie.Consulent,
            $"De zorgaanbieder is gestopt, en vanaf {ZonderWeekdag(werk.Vanaf)} is er wel hulp toegekend. "
            + "De consulent kiest samen met de inwoner een andere zorgaanbieder."),
        Uitvoeringsreden.PeriodeVoorbij => new(Dossierstatus.Toegekend, Wie.Consulent,
            $"Er is hulp toegekend vanaf {ZonderWeekdag(werk.Vanaf)}, voor een tijd die voorbij is. De consulent bespreekt met de "
            + "inwoner of die de hulp zelf heeft betaald en wat er nog nodig is, en legt vast dat het is afgehandeld."),
    };

    /// <summary>Whether this rejection is still the last word on the assignment.</summary>
    private static bool IsLaatsteWijziging(WijzigingAfgekeurd afgekeurd, Feiten feiten) =>
        feiten.OverToewijzing(afgekeurd.Toewijzingnummer)
            .Laatste(g => g is ToewijzingGewijzigd or WijzigingAfgekeurd) is WijzigingAfgekeurd;

    private static Stand Aangehouden(Beletselreden reden) => reden switch
    {
        Beletselreden.GeenCapaciteit => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent,
            "De zorgaanbieder heeft geen plaats. De consulent kiest samen met de inwoner een andere zorgaanbieder, "
            + "of biedt de toewijzing opnieuw aan zodra er plaats is."),
        Beletselreden.Stapeling or Beletselreden.PgbVoorZelfdeProduct => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent,
            "De inwoner heeft deze hulp in dezelfde tijd al. De consulent beëindigt die eerst, "
            + "en biedt de toewijzing daarna opnieuw aan."),
        Beletselreden.InwonerOverleden => new(Dossierstatus.ToewijzingAangehouden, Wie.Consulent,
            "De inwoner is overleden voordat de hulp was toegewezen. De consulent verwijdert de toewijzing, "
            + "en neemt contact op met de nabestaanden."),
        Beletselreden.AanbiederOnbekend or Beletselreden.ProductNietGecontracteerd or Beletselreden.GeenTarief
            or Beletselreden.BuitenContractperiode => new(Dossierstatus.ToewijzingAangehouden, Wie.Backoffice,
            "Het contract met de zorgaanbieder past niet bij deze hulp. "
                + "De backoffice herstelt het contract en biedt de toewijzing opnieuw aan. "
            + "Of de consulent kiest een andere zorgaanbieder."),
    };

    private static Stand Begint =>
        new(Dossierstatus.Toegekend, Wie.Aanbieder, "De zorgaanbieder begint met de hulp en meldt de eerste dag.");

    private static Stand Loopt => new(Dossierstatus.HulpLoopt, Wie.Niemand, "De hulp loopt. Er hoeft nu niets te gebeuren.");

    private static Stand Gestopt =>
        new(Dossierstatus.HulpGestopt, Wie.Niemand, "De hulp is gestopt. Er hoeft niets meer te gebeuren.");

    private static Stand TijdelijkGestopt(bool metDeHand) => metDeHand
        ? new(Dossierstatus.HulpTijdelijkGestopt, Wie.Backoffice,
            "De backoffice vraagt de zorgaanbieder wanneer de hulp weer begint of echt stopt, en legt dat vast. "
                + "Voor deze inwoner gaan er geen berichten.")
        : new(Dossierstatus.HulpTijdelijkGestopt, Wie.Aanbieder,
            "De zorgaanbieder meldt wanneer de hulp weer begint, of dat de hulp echt stopt.");
}
