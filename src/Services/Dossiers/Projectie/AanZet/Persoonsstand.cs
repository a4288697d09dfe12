using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act because of what the BRP says about the person, beside the help itself.</summary>
internal static class Persoonsstand
{
    /// <summary>The latest state of the person; null before any is known.</summary>
    public static IOverPersoon? Persoon(this Feiten feiten) => feiten.Laatste(g => g is IOverPersoon) as IOverPersoon;

    /// <summary>Whether the BRP says that the person died.</summary>
    public static bool IsOverleden(this Feiten feiten) => feiten.Persoon()?.Signalen.Contains(Brpsignaal.Overleden) == true;

    /// <summary>The task that comes before what the dossier waits for; null without one. A dossier that is over has none.</summary>
    /// <param name="feiten">The facts of the dossier.</param>
    /// <param name="stand">What the dossier waits for.</param>
    public static Stand? Van(Feiten feiten, Stand stand)
    {
        if (stand.Wie == Wie.Consulent) return null;
        if (LeeftToch(feiten)) return stand with { Wie = Wie.Consulent, Wat = Herstel };
        if (stand.Status >= Dossierstatus.HulpGestopt) return null;
        var signalen = feiten.Persoon()?.Signalen ?? [];
        if (Taak(feiten, signalen) is { } wat) return stand with { Wie = Wie.Consulent, Wat = wat };
        // These signals ask for no step of their own. They stand beside the step that comes next.
        var letOp = Onderzoeksstand.LetOp([.. signalen.Where(IsWetenswaard)]);
        return letOp.Length > 0 && !stand.Wat.Contains(letOp, StringComparison.Ordinal) ? stand with { Wat = stand.Wat + letOp } : null;
    }

    private static bool IsWetenswaard(Brpsignaal signaal) =>
        signaal is Brpsignaal.OnderCuratele or Brpsignaal.OnderGezag or Brpsignaal.BijhoudingOpgeschort;

    private const string Herstel =
        "De BRP zegt niet meer dat de inwoner is overleden. De consulent belt de inwoner, en regelt de hulp opnieuw die daarom is gestopt.";

    /// <summary>The BRP took back a death, and nothing was arranged since.</summary>
    private static bool LeeftToch(Feiten feiten)
    {
        var laatste = feiten.Laatste(g => g is IOverPersoon or IMetHulpverloop or ToewijzingGewijzigd or MeldingIngetrokken
            or BeschikkingBekendgemaakt or VerslagVastgesteld);
        return laatste is PersoonsgegevensGewijzigd nu && !nu.Signalen.Contains(Brpsignaal.Overleden)
            && feiten.Alle<PersoonsgegevensGewijzigd>().LastOrDefault(g => g.Versie < nu.Versie && g.AggregaatId == nu.AggregaatId)
                ?.Signalen.Contains(Brpsignaal.Overleden) == true;
    }

    private static string? Taak(Feiten feiten, IReadOnlyList<Brpsignaal> signalen) => signalen switch
    {
        _ when signalen.Contains(Brpsignaal.Overleden) => feiten.Heeft<BeschikkingBekendgemaakt>() ? null
            : "Volgens de BRP is de inwoner overleden. De consulent neemt contact op met de nabestaanden, "
                + "en zegt de beslisser dat de aanvraag niet meer wordt behandeld.",
        _ when signalen.Contains(Brpsignaal.NummerVervallen) =>
            "De BRP kent het BSN van de inwoner niet meer. De consulent zoekt uit welk BSN de inwoner nu heeft, "
                + "en legt dat vast bij de melding.",
        _ when signalen.Contains(Brpsignaal.Onleesbaar) =>
            "Wat de BRP nu over de inwoner zegt, is niet te gebruiken. De consulent meldt dat bij de afdeling Burgerzaken, "
                + "en legt de gegevens met een identiteitsbewijs vast bij de melding.",
        _ when signalen.Contains(Brpsignaal.AndereRegistratie) =>
            "De BRP kent de inwoner onder een ander BSN, en onder dat BSN is hier nog een dossier. De consulent zoekt uit welke dossiers "
                + "bij elkaar horen, en trekt een dubbele melding in.",
        _ when signalen.Contains(Brpsignaal.NietIngezetene) || (signalen.Contains(Brpsignaal.AndereGemeente) && !IsLandelijk(feiten)) =>
            "Volgens de BRP staat de inwoner niet meer in deze gemeente ingeschreven. De consulent gaat na waar de inwoner woont. "
                + "Woont de inwoner hier, dan legt de consulent dat vast bij de melding. Woont de inwoner elders, dan "
                + (feiten.Heeft<BeschikkingBekendgemaakt>() ? "beëindigt de consulent de hulp. Tot dan loopt de hulp door."
                    : "stuurt de consulent de aanvraag door naar die gemeente."),
        _ when signalen.Contains(Brpsignaal.VerblijftNietOpAdres) =>
            "Volgens de BRP woont de inwoner niet op het adres dat daar staat. De consulent vraagt waar de inwoner verblijft, "
                + "en legt bij de melding vast of dat in deze gemeente is.",
        _ => null,
    };

    /// <summary>
    /// For beschermd wonen and opvang it does not matter in which municipality somebody lives (Wmo 2015 art. 1.2.1). A budget for an aid
    /// stays after a move.
    /// </summary>
    private static bool IsLandelijk(Feiten feiten)
    {
        var beschikking = feiten.Laatste<BeschikkingBekendgemaakt>();
        List<bool> blijft = beschikking is not null
            ? [.. beschikking.Voorzieningen.Where(v => v.IsToegekend)
                .Select(v => Productcategorie.IsBeschermdWonenOfOpvang(v.Product.Categorie)
                    || (v.Leveringsvorm == Leveringsvorm.Pgb && Productcategorie.IsHulpmiddel(v.Product.Categorie)))]
            : [.. (feiten.Laatste<VerslagOndertekend>()?.Voorzieningen ?? [])
                .Select(v => Productcategorie.IsBeschermdWonenOfOpvang(v.Product.Categorie))];
        return blijft.Count > 0 && blijft.TrueForAll(b => b);
    }
}
