using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act on a bezwaar, from receipt to beroep.</summary>
internal static class Bezwaarstand
{
    /// <param name="feiten">The facts of the bezwaar alone.</param>
    /// <param name="isOverleden">Whether the person died.</param>
    /// <param name="termijnen">The terms of the bezwaar, and those of the dossier as a whole.</param>
    public static Stand Van(Feiten feiten, bool isOverleden, IReadOnlyList<Termijnstand> termijnen)
    {
        var klaar = feiten.Laatste(g => g is BezwaarIngetrokken or BeslissingOpBezwaarBekendgemaakt or BezwaarHeropend);
        // An onderzoek after an earlier decision, which a court annulled, is not the onderzoek after this one.
        if (klaar is BeslissingOpBezwaarBekendgemaakt { OnderzoekNodig: true }
            && feiten.Laatste(g => g is OnderzoekNaBezwaarBegonnen or BezwaarHeropend) is not OnderzoekNaBezwaarBegonnen)
            return new(Dossierstatus.Bezwaar, Wie.Consulent, "Het bezwaar is gegrond, maar nog niemand onderzocht welke hulp nodig is. De "
                + "consulent doet daarvoor een melding in dit dossier, en legt die bij het bezwaar vast.");
        if (klaar is not null and not BezwaarHeropend)
            return (Besluitstand.Dwangsom(termijnen) ?? Kosten(termijnen)) is { } betalen
                ? betalen with { Status = Dossierstatus.BezwaarAfgehandeld } : Klaar(klaar);

        // Once a notice counts, a decision in its two weeks still prevents a dwangsom.
        var uiterlijk = termijnen.Loopt(Termijnen.Ingebrekestelling) ?? termijnen.Loopt(Termijnen.BeslissingOpBezwaar);
        var (wie, wat, dag) = Stap(feiten, isOverleden, termijnen);
        // The dwangsom of a decision that a court annulled, or one that reached its most, stands beside the way to the decision.
        return Besluitstand.Dwangsom(termijnen) is { } dwangsom && dwangsom.Wie < wie ? dwangsom with { Status = Dossierstatus.Bezwaar }
            : new(Dossierstatus.Bezwaar, wie, wat, dag ?? uiterlijk);
    }

    private static Stand Klaar(Gebeurtenis klaar) => klaar is BeslissingOpBezwaarBekendgemaakt { } beslissing
        ? new(Dossierstatus.BezwaarAfgehandeld, Wie.Inwoner,
            "Op het bezwaar is beslist. De inwoner kan in beroep gaan bij de rechtbank.", beslissing.Beroepstermijn.Uiterlijk)
        : new(Dossierstatus.BezwaarAfgehandeld, Wie.Niemand, "De inwoner heeft het bezwaar ingetrokken. Er hoeft niets meer te gebeuren.");

    private static Stand? Kosten(IReadOnlyList<Termijnstand> termijnen) => termijnen.Loopt(Termijnen.Kostenvergoeding) is { } dag
        ? new(Dossierstatus.BezwaarAfgehandeld, Wie.Backoffice, "De backoffice betaalt de kosten van de inwoner en legt dat vast.", dag)
        : null;

    private static (Wie Wie, string Wat, DateOnly? Dag) Stap(Feiten feiten, bool isOverleden, IReadOnlyList<Termijnstand> termijnen)
    {
        var voortzetting = feiten.Laatste<BezwaarvoortzettingBekend>()?.Voortzetting;
        if (isOverleden && voortzetting is null) return Nabestaanden(termijnen, feiten.Heeft<NabestaandenGevraagd>());
        // What comes after the decision has it taken again.
        var besluit = feiten.Laatste(g =>
            g is OpBezwaarBeslist or BezwaarbesluitGoedgekeurd or BezwaarHeropend or BezwaarUitgebreid or BezwaarAangevuld);
        if (besluit is OpBezwaarBeslist { TweedeNodig: true })
            return (Wie.Beslisser, "Een tweede beslisser kijkt naar de beslissing op het bezwaar, en keurt die goed.", null);
        if (besluit is OpBezwaarBeslist or BezwaarbesluitGoedgekeurd)
            return (Wie.Backoffice, "De backoffice maakt de beslissing op het bezwaar bekend aan de inwoner.", null);
        if (isOverleden && voortzetting != Bezwaarvoortzetting.ZetVoort)
            return (Wie.Beslisser, "De inwoner is overleden, en de nabestaanden zetten het bezwaar niet voort. De beslisser legt vast dat "
                + "horen niet hoeft, en verklaart het bezwaar niet-ontvankelijk.", null);
        var tijdigheid = feiten.Laatste(g => g is BezwaarOntvangen or BezwaartijdigheidBeoordeeld);
        if (tijdigheid is BezwaarOntvangen { Tijdigheid: Bezwaartijdigheid.TeLaat })
            return (Wie.Consulent,
                "Het bezwaar kwam te laat. De consulent vraagt de inwoner waarom, en legt vast of dat een goede reden is.", null);
        if (termijnen.Loopt(Termijnen.Bezwaarherstel) is { } herstel)
            return (Wie.Inwoner, "De inwoner vult het bezwaar aan met wat ontbreekt.", herstel);
        if ((feiten.Laatste(g => g is IMetBezwaartermijn) as IMetBezwaartermijn)?.Termijn is null)
            return (Wie.Niemand, "Het bezwaar kwam voor het besluit. Het wacht tot het besluit is bekendgemaakt.", null);
        if (tijdigheid is BezwaartijdigheidBeoordeeld { Tijdigheid: Bezwaartijdigheid.TeLaat })
            return (Wie.Beslisser, "Het bezwaar kwam te laat, en daar is geen goede reden voor. De beslisser legt vast dat horen niet "
                + "hoeft, en verklaart het bezwaar niet-ontvankelijk.", null);
        if (termijnen.Loopt(Termijnen.ReactieOpFeit) is { } reactie)
            return (Wie.Inwoner, "Er zijn nieuwe feiten. De inwoner reageert daarop, of wordt daarover gehoord.", reactie);
        // A bezwaar that came to be about more is heard on that too.
        if (feiten.Laatste(g => g is BezwaarmakerGehoord or VanHorenAfgezien or HoorzittingGepland or HorenGevraagd
            or BezwaarAangevuld { Voorzieningen.Count: > 0 }) is not (BezwaarmakerGehoord or VanHorenAfgezien) and var laatste)
            return laatste is HorenGevraagd && termijnen.Loopt(Termijnen.Hoorvraag) is { } antwoord
                ? (Wie.Inwoner, "De inwoner laat weten of hij of zij wil worden gehoord.", antwoord)
                : laatste is HoorzittingGepland zitting
                ? (Wie.Consulent, $"De inwoner wordt gehoord op {ZonderWeekdag(zitting.Tijdstip.Dag())}. Het dossier ligt een week eerder "
                    + "ter inzage. De consulent legt het verslag vast.", null)
                : (Wie.Consulent, "De consulent nodigt de inwoner uit voor een hoorzitting, of legt vast waarom horen niet hoeft.", null);
        return feiten.Heeft<BezwaarcommissieIngeschakeld>() && !feiten.Heeft<BezwaaradviesOntvangen>()
            ? (Wie.Backoffice, "De commissie geeft advies over het bezwaar. De backoffice legt vast dat het binnen is.", null)
            : (Wie.Beslisser, "Een beslisser die het eerste besluit niet nam, beslist op het bezwaar.", null);
    }

    private static (Wie Wie, string Wat, DateOnly? Dag) Nabestaanden(IReadOnlyList<Termijnstand> termijnen, bool gevraagd) =>
        !gevraagd ? (Wie.Consulent, "De inwoner is overleden. De consulent vraagt de nabestaanden of zij het bezwaar voortzetten.", null)
        : (Wie.Consulent, "De inwoner is overleden. De consulent legt vast of de nabestaanden het bezwaar voortzetten, of dat zij niet "
            + "antwoordden.", termijnen.Loopt(Termijnen.Nabestaandenvraag));
}
