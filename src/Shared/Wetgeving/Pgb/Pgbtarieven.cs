using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>The kind of help that is bought.</summary>
public enum Pgbvoorziening
{
    /// <summary>Guidance of one person.</summary>
    IndividueleBegeleiding,
    /// <summary>Activities by day, in a group.</summary>
    Dagbesteding,
    /// <summary>Help in the household.</summary>
    HuishoudelijkeOndersteuning,
    /// <summary>A short stay elsewhere.</summary>
    KortdurendVerblijf,
    /// <summary>Living with guidance.</summary>
    BeschermdWonen,
}

/// <summary>How the carer works.</summary>
public enum Dienstverband
{
    /// <summary>Employed by an organisation that gives care.</summary>
    Zorginstelling,
    /// <summary>Self-employed, with a care company.</summary>
    Zzp,
    /// <summary>Neither.</summary>
    Geen,
}

/// <summary>How the carer is paid.</summary>
public enum Behandeling
{
    /// <summary>As a professional: part of the tariff for zorg in natura.</summary>
    Professional,
    /// <summary>As a bekende: by the minimum wage.</summary>
    Bekende,
}

/// <summary>The carer.</summary>
/// <param name="FamilieOfHuisgenoot">
/// Whether the carer is family or a housemate, and therefore a bekende, even with their own company.
/// </param>
/// <param name="Dienstverband">How the carer works.</param>
/// <param name="Diploma">Whether the carer has a diploma that fits the help; required of a professional.</param>
/// <param name="Vog">Whether the carer has a verklaring omtrent het gedrag; required of a professional.</param>
/// <param name="Geboortedatum">Date of birth; needed for a bekende.</param>
/// <param name="UrenElders">Hours a week for other clients; counted for a bekende.</param>
public sealed record Zorgverlener(
    bool FamilieOfHuisgenoot, Dienstverband Dienstverband, bool Diploma, bool Vog, DateOnly? Geboortedatum, decimal UrenElders)
{
    /// <summary>Family and housemates are bekenden, and so are carers without a care organisation and without a care company.</summary>
    public Behandeling Behandeling =>
        FamilieOfHuisgenoot || Dienstverband == Dienstverband.Geen ? Behandeling.Bekende : Behandeling.Professional;
}

/// <summary>A question about one carer. Tariffs are euros per hour.</summary>
/// <param name="Voorziening">The kind of help.</param>
/// <param name="Datum">The day of the computation: the start of the agreement.</param>
/// <param name="GevraagdTarief">The tariff that the carer asks.</param>
/// <param name="ZinTarief">
/// The municipality's tariff for the same help as zorg in natura; required for a professional, ignored for a bekende.
/// </param>
/// <param name="Huisvestingskosten">The part of it for housing; only for a professional in beschermd wonen.</param>
/// <param name="UrenPerWeek">The requested hours a week.</param>
/// <param name="Zorgverlener">The carer.</param>
public sealed record Pgbvraag(
    Pgbvoorziening Voorziening, DateOnly Datum, decimal GevraagdTarief, decimal? ZinTarief, decimal Huisvestingskosten, decimal UrenPerWeek,
    Zorgverlener Zorgverlener);

/// <summary>Why no pgb is granted for this carer.</summary>
/// <param name="Code">Stable: <c>diploma-ontbreekt</c>, <c>vog-ontbreekt</c>, <c>te-jong</c> or <c>geen-uren-over</c>.</param>
/// <param name="Uitleg">A Dutch sentence that says what to do.</param>
public sealed record Pgbweigering(string Code, string Uitleg);

/// <summary>The payment for one carer. Tariffs are euros per hour, rounded half-up to the cent.</summary>
/// <param name="BehandeldAls">How the carer is paid.</param>
/// <param name="MaximumTarief">The most that is paid.</param>
/// <param name="ToegekendTarief">The lower of asked and maximum; 0 when refused.</param>
/// <param name="ZelfBijTeBetalen">The asked tariff minus the granted one.</param>
/// <param name="ToegestaneUren">Hours a week.</param>
/// <param name="Weigeringen">The reasons of a refusal; empty without one.</param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Pgbtarief(
    Behandeling BehandeldAls, decimal MaximumTarief, decimal ToegekendTarief, decimal ZelfBijTeBetalen, decimal ToegestaneUren,
    IReadOnlyList<Pgbweigering> Weigeringen, IReadOnlyList<Stap> Stappen);

/// <summary>A part of an agreement with one tariff.</summary>
/// <param name="Van">First day.</param>
/// <param name="TotEnMet">Last day.</param>
/// <param name="Tarief">The payment in it.</param>
public sealed record Tariefregel(DateOnly Van, DateOnly TotEnMet, Pgbtarief Tarief)
{
    /// <summary>Euros: hours a week times the weeks in these days times the rounded tariff, half-up to the cent.</summary>
    public decimal Budget => Geld.OpCenten(Tarief.ToegestaneUren * (TotEnMet.DayNumber - Van.DayNumber + 1) / 7m * Tarief.ToegekendTarief);
}

/// <summary>Computes the payment for help with a pgb (Wmo 2015 art. 2.3.6 and the municipality's rules).</summary>
public static class Pgbtarieven
{
    /// <summary>The tariff and the hours for one carer on one day.</summary>
    /// <param name="vraag">The question.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <exception cref="ArgumentException">A professional without <see cref="Pgbvraag.ZinTarief"/>, or a bekende without date of
    /// birth.</exception>
    /// <exception cref="GegevensOntbrekenException">No minimum wage or no municipal choices are known for the day.</exception>
    public static Pgbtarief Bereken(Pgbvraag vraag, Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(vraag);
        ArgumentNullException.ThrowIfNull(beleid);
        var regels = beleid.Op(vraag.Datum).Waarde.Pgb;
        var stappen = new List<Stap>();
        var weigeringen = new List<Pgbweigering>();

        var behandeling = vraag.Zorgverlener.Behandeling;
        stappen.Add(new(null, Waarom(vraag.Zorgverlener), Artikel.Pgbregels));
        var (maximum, uren) = behandeling == Behandeling.Professional
            ? (MaximumProfessional(vraag, regels, stappen, weigeringen), vraag.UrenPerWeek)
            : (MaximumBekende(vraag, regels, stappen, weigeringen), UrenBekende(vraag, regels, stappen, weigeringen));

        var gevraagd = Geld.OpCenten(vraag.GevraagdTarief);
        var toegekend = weigeringen.Count > 0 ? 0 : Math.Min(gevraagd, maximum);
        if (weigeringen.Count > 0)
            stappen.Add(new(null, "Daarom is er voor deze zorgverlener geen pgb.", Artikel.PgbKwaliteit));
        else if (gevraagd > maximum)
            stappen.Add(new(null,
                $"De zorgverlener vraagt {Euro(gevraagd)} per uur. "
                    + $"Wij betalen {Euro(maximum)}; {Euro(gevraagd - maximum)} per uur betaalt u zelf bij.", Artikel.PgbMeerkosten));
        else
            stappen.Add(new(null, $"De zorgverlener vraagt {Euro(gevraagd)} per uur. Dat betalen wij.", Artikel.Pgbregels));
        return new(behandeling, maximum, toegekend, gevraagd - toegekend, uren, weigeringen, stappen);
    }

    /// <summary>One line per period of an agreement with the same tariff. The tariff of a bekende changes with the minimum wage.</summary>
    /// <param name="vraag">The question; the agreement starts on its day.</param>
    /// <param name="totEnMet">The last day of the agreement.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <returns>Lines without gaps, from the first day to the last; lines with an equal tariff are one.</returns>
    /// <exception cref="ArgumentException">The agreement ends before it starts, or as in <see cref="Bereken"/>.</exception>
    /// <exception cref="GegevensOntbrekenException">A wage or the municipality's choices are unknown for a day of the
    /// agreement.</exception>
    public static IReadOnlyList<Tariefregel> Tariefregels(Pgbvraag vraag, DateOnly totEnMet, Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(vraag);
        ArgumentNullException.ThrowIfNull(beleid);
        if (totEnMet < vraag.Datum) throw new ArgumentException("Een overeenkomst eindigt niet voordat zij begint.", nameof(totEnMet));

        // A refusal at the start holds for the whole agreement, even when the carer reaches the age on the way.
        var begin = Bereken(vraag, beleid);
        if (begin.Weigeringen.Count > 0) return [new(vraag.Datum, totEnMet, begin)];

        var regels = new List<Tariefregel>();
        for (var van = vraag.Datum; ;)
        {
            var tarief = Bereken(vraag with { Datum = van }, beleid);
            var einde = EindeVan(van, totEnMet, tarief.BehandeldAls, beleid);
            if (regels is [.., var vorige] && vorige.Tarief.ToegekendTarief == tarief.ToegekendTarief
                && vorige.Tarief.ToegestaneUren == tarief.ToegestaneUren)
                regels[^1] = vorige with { TotEnMet = einde };
            else
                regels.Add(new(van, einde, tarief));
            if (einde == totEnMet) return regels;
            van = einde.AddDays(1);
        }
    }

    /// <summary>The euros that an agreement costs from its first day to its last: the sum of its lines.</summary>
    public static decimal Budget(IEnumerable<Tariefregel> regels) => regels.Sum(regel => regel.Budget);

    /// <summary>
    /// The first day on which a document for a pgb can have been received: a year before the choice. An earlier day is a slip of the pen.
    /// </summary>
    /// <param name="keuze">The day on which the pgb was chosen.</param>
    public static DateOnly VroegsteOntvangst(DateOnly keuze) => keuze.AddYears(-1);

    private static DateOnly EindeVan(DateOnly van, DateOnly totEnMet, Behandeling behandeling, Tabel<Gemeentebeleid> beleid)
    {
        var einde = totEnMet;
        if (beleid.Op(van).TotEnMet is { } beleidTot && beleidTot < einde) einde = beleidTot;
        if (behandeling == Behandeling.Bekende && Minimumuurloon.Tabel.Op(van).TotEnMet is { } loonTot && loonTot < einde) einde = loonTot;
        return einde;
    }

    private static string Waarom(Zorgverlener zorgverlener) => zorgverlener switch
    {
        { FamilieOfHuisgenoot: true } =>
            "De zorgverlener is familie of huisgenoot, en krijgt daarom het tarief van een bekende, ook met een eigen bedrijf.",
        { Dienstverband: Dienstverband.Geen } =>
            "De zorgverlener werkt niet bij een zorginstelling en heeft geen zorgbedrijf, en krijgt daarom het tarief van een bekende.",
        { Dienstverband: Dienstverband.Zzp } =>
            "De zorgverlener heeft een eigen zorgbedrijf, en krijgt daarom het tarief van een professional.",
        _ => "De zorgverlener werkt bij een zorginstelling, en krijgt daarom het tarief van een professional.",
    };

    private static decimal MaximumProfessional(Pgbvraag vraag, Pgbregels regels, List<Stap> stappen, List<Pgbweigering> weigeringen)
    {
        if (vraag.ZinTarief is not { } zin) throw new ArgumentException("Voor een professional is het tarief voor zorg in natura nodig.",
            nameof(vraag));
        if (!vraag.Zorgverlener.Diploma)
            Weiger(weigeringen, stappen, "diploma-ontbreekt",
                "Een professional heeft een diploma dat past bij de hulp. Stuur het diploma mee, of kies een andere zorgverlener.");
        if (!vraag.Zorgverlener.Vog)
            Weiger(weigeringen, stappen, "vog-ontbreekt",
                "Een professional heeft een verklaring omtrent het gedrag (VOG). Stuur de VOG mee, of kies een andere zorgverlener.");

        if (vraag.Voorziening != Pgbvoorziening.BeschermdWonen)
        {
            var maximum = Geld.OpCenten(regels.Professional * zin);
            stappen.Add(new(null,
                $"Een professional krijgt hooguit {Procent(regels.Professional)} van het tarief voor zorg in natura: "
                + $"van {Euro(zin)} is dat {Euro(maximum)} per uur.", Artikel.Pgbregels));
            return maximum;
        }
        var zonderWonen = Math.Max(0, Geld.OpCenten(regels.BeschermdWonen * zin - vraag.Huisvestingskosten));
        stappen.Add(new(null,
            $"In beschermd wonen is dat hooguit {Procent(regels.BeschermdWonen)} van het tarief voor zorg in natura, zonder de kosten "
                + $"van huisvesting: "
            + $"van {Euro(zin)} en {Euro(vraag.Huisvestingskosten)} is dat {Euro(zonderWonen)} per uur.", Artikel.Pgbregels));
        return zonderWonen;
    }

    private static decimal MaximumBekende(Pgbvraag vraag, Pgbregels regels, List<Stap> stappen, List<Pgbweigering> weigeringen)
    {
        if (vraag.Zorgverlener.Geboortedatum is not { } geboren) throw new ArgumentException("Voor een bekende is de geboortedatum nodig.",
            nameof(vraag));
        if (vraag.Datum < Leeftijd.Verjaardag(geboren, regels.Minimumleeftijd))
            Weiger(weigeringen, stappen, "te-jong",
                $"Een bekende is {regels.Minimumleeftijd} jaar of ouder op {ZonderWeekdag(vraag.Datum)}. "
                    + $"Kies een andere zorgverlener, of begin later.", vraag.Datum);

        var loon = Minimumuurloon.Tabel.Op(vraag.Datum);
        var maximum = Geld.OpCenten(regels.Bekende * loon.Waarde);
        stappen.Add(new(vraag.Datum,
            $"Een bekende krijgt hooguit {Procent(regels.Bekende)} van het wettelijk minimumuurloon op {ZonderWeekdag(vraag.Datum)}: van "
                + $"{Euro(loon.Waarde)} is dat {Euro(maximum)} per uur.", loon.Bron));
        return maximum;
    }

    private static decimal UrenBekende(Pgbvraag vraag, Pgbregels regels, List<Stap> stappen, List<Pgbweigering> weigeringen)
    {
        var over = Math.Max(0, regels.UrenPerWeek - vraag.Zorgverlener.UrenElders);
        if (over == 0)
            Weiger(weigeringen, stappen, "geen-uren-over",
                $"Een bekende werkt hooguit {Getal(regels.UrenPerWeek)} uur per week voor alle cliënten samen, en die uren zijn op. "
                    + $"Kies een andere zorgverlener.");
        else if (over < vraag.UrenPerWeek)
            stappen.Add(new(null,
                $"Een bekende werkt hooguit {Getal(regels.UrenPerWeek)} uur per week voor alle cliënten samen. "
                    + $"Er {(over == 1 ? "is" : "zijn")} nog {Getal(over)} uur over; u vroeg {Getal(vraag.UrenPerWeek)} uur.",
                    Artikel.Pgbregels));
        return Math.Min(vraag.UrenPerWeek, over);
    }

    private static void Weiger(List<Pgbweigering> weigeringen, List<Stap> stappen, string code, string uitleg, DateOnly? datum = null)
    {
        weigeringen.Add(new(code, uitleg));
        stappen.Add(new(datum, uitleg, Artikel.PgbKwaliteit));
    }
}
