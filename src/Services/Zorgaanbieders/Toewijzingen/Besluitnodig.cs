using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Nothing runs, changes or ends without a decision that says so (Wmo 2015 art. 2.3.5). Within a decision the municipality chooses the
/// provider, and assigns up to what was granted.
/// </summary>
internal static class Besluitnodig
{
    private const string Code = "besluit-nodig";
    private const string Grondslag = "Wmo 2015 art. 2.3.5";

    /// <summary>No help in kind is granted for those days.</summary>
    public static Weigering Niets() => Weigering.Regel(Code,
        "Voor deze dagen is geen hulp in natura (meer) toegekend. Neem eerst een besluit over de voorziening; "
        + "de toewijzing volgt daar vanzelf uit.", Grondslag);

    /// <summary>A provider that stops ends no right. The person gives notice, or the municipality decides.</summary>
    public static Weigering Einde() => Weigering.Regel(Code,
        "De hulp is nog toegekend na deze dag. De zorgaanbieder kan dat recht niet beëindigen, en u hier ook niet. Wil de inwoner geen "
        + "hulp meer? Leg dan de opzegging vast. Is de hulp niet meer nodig? Begin een herziening van de voorziening. De toewijzing volgt "
        + "het besluit vanzelf. Is er nog wel hulp nodig? Kies met de inwoner een andere zorgaanbieder.", "Wmo 2015 art. 2.3.10");

    /// <summary>A provider is no applicant, so its request is a signal.</summary>
    public static Weigering Verzoek() => Weigering.Regel(Code,
        "De zorgaanbieder vraagt meer of iets anders dan is toegekend, en kan zelf geen hulp aanvragen. Vraag de inwoner wat die wil, en "
        + "neem zo nodig een besluit over de voorziening. Het verzoek blijft open: geeft het besluit wat is gevraagd, dan is het daarmee "
        + "beantwoord. Anders wijst u het af.", Grondslag);

    /// <summary>Demands that a change of a user stays what was granted.</summary>
    /// <exception cref="Weigering">422: another product, omvang or last day than granted.</exception>
    public static void Eis(Toewijzing toewijzing, Wens wens, Voorzieningdeel deel)
    {
        var veld = wens.Product is { } product && product != toewijzing.Product && product != deel.Product ? "product"
            : wens.Omvang is { } omvang && omvang != toewijzing.Omvang && omvang != deel.Omvang ? "omvang"
            : wens.Einddatum is { } einde && einde != toewijzing.Periode.Einddatum && einde != deel.Periode.Einddatum ? "einddatum"
            : null;
        if (veld is not null)
            throw Weigering.Regel(Code,
                $"Dit is anders dan is toegekend: product {deel.Product.Code}, tot en met "
                + $"{Datumtekst.ZonderWeekdag(deel.Periode.Einddatum)}. Meer, minder of andere hulp vraagt een besluit. "
                + "Herzie het besluit, of leg een opzegging van de inwoner vast. De toewijzing volgt daar vanzelf uit.", Grondslag, veld);
    }

    /// <summary>Demands that a provider asks no more than was granted.</summary>
    /// <exception cref="Weigering">422: the request goes beyond the decision.</exception>
    public static void EisVerzoek(Voorzieningdeel? deel, Product? product, DateOnly vanaf, DateOnly? einde, Omvang? omvang)
    {
        if (deel is null || (product is not null && product != deel.Product) || vanaf < deel.Periode.Ingangsdatum
            || einde > deel.Periode.Einddatum
            || (omvang is not null && (omvang with { Volume = deel.Omvang.Volume } != deel.Omvang || omvang.Volume > deel.Omvang.Volume)))
            throw Verzoek();
    }

    /// <summary>What a decision grants on a day; an assignment from before decisions were kept is what was granted itself.</summary>
    public static Voorzieningdeel? Toegekend(this Voorziening? voorziening, Toewijzing toewijzing, DateOnly dag) =>
        voorziening is { Stand: > 0 } ? voorziening.InNaturaOp(dag)
            : new(toewijzing.Product, toewijzing.Omvang, toewijzing.Periode, Leveringsvorm.Zin, toewijzing.Agb, null);
}
