using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The help of the person under one toewijzing or budget, as its last event says. Older events change nothing, so the order of arrival does
/// not matter.
/// </summary>
public sealed class Hulp
{
    private Hulp()
    {
    }

    public Hulp(Guid aggregaatId, Guid voorzieningId, string dossiernummer) =>
        (AggregaatId, VoorzieningId, Dossiernummer) = (aggregaatId, voorzieningId, dossiernummer);

    /// <summary>The toewijzing or budget.</summary>
    public Guid AggregaatId { get; private set; }
    public Guid VoorzieningId { get; private set; }
    public string Dossiernummer { get; private set; } = "";

    /// <summary>Version of its last event.</summary>
    public int Versie { get; private set; }
    public Leveringsvorm Leveringsvorm { get; private set; }

    /// <summary>The first day that is agreed.</summary>
    public DateOnly Ingangsdatum { get; private set; }

    /// <summary>The last day that is agreed. An end that a provider reports earlier changes nothing until it is established.</summary>
    public DateOnly Einddatum { get; private set; }

    /// <summary>The stretches in between for which nothing is agreed, in order.</summary>
    public IReadOnlyList<Periode> Onderbrekingen { get; private set; } = [];

    /// <summary>Whether the help ended on its last day: that day has passed, was reported, or was decided.</summary>
    public bool IsGeeindigd { get; private set; }

    /// <summary>Nothing comes of it: it was removed, withdrawn, or replaced before any start.</summary>
    public bool Vervallen { get; private set; }

    /// <summary>The toewijzing that takes over from it; null without one.</summary>
    public Guid? Opvolger { get; private set; }

    /// <summary>The first day for which a contribution is due, or else the first day of the help. Null while no start stands.</summary>
    public DateOnly? Begindatum { get; private set; }

    /// <summary>The last day; null while the help runs or may run.</summary>
    public DateOnly? Einde => IsGeeindigd ? Einddatum : null;

    /// <summary>The reason why no contribution is due for it; null when one is due.</summary>
    public NietVerschuldigd? NietVerschuldigd { get; private set; }

    /// <summary>The safety of the person forbids messages about it (iWmo OP003).</summary>
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>Takes over the state that an event carries.</summary>
    /// <param name="gebeurtenis">The event.</param>
    /// <param name="begin">The moment at which the contribution of this kind of help begins.</param>
    /// <returns>False when the event is not newer than the last one.</returns>
    internal bool Volg<T>(T gebeurtenis, Bijdragebegin begin) where T : Gebeurtenis, IMetHulpverloop
    {
        if (gebeurtenis.Versie <= Versie) return false;
        var verloop = gebeurtenis.Hulp;
        (Versie, Leveringsvorm, GeenBerichtenverkeer) = (gebeurtenis.Versie, verloop.Leveringsvorm, verloop.GeenBerichtenverkeer);
        (Ingangsdatum, Vervallen, Opvolger) = (verloop.Periode.Ingangsdatum, verloop.Vervallen, verloop.Opvolger);
        Onderbrekingen = verloop.Onderbrekingen ?? [];
        // The municipality ends a budget. A provider only reports that it stopped.
        var gestopt = verloop.Tijdelijk ? null : verloop.LaatsteDag;
        Einddatum = Leveringsvorm == Leveringsvorm.Pgb && gestopt < verloop.Periode.Einddatum ? gestopt.Value : verloop.Periode.Einddatum;
        IsGeeindigd = verloop.Afgelopen || gestopt >= Einddatum;
        (Begindatum, NietVerschuldigd) = (null, Beoordeel(Ingangsdatum, gebeurtenis));
        // Somebody who turned eighteen meanwhile owes a contribution from the day on which the help resumed.
        foreach (var start in Starts(verloop, begin))
        {
            NietVerschuldigd = Beoordeel(start, gebeurtenis);
            Begindatum ??= start;
            if (NietVerschuldigd is not null) continue;
            Begindatum = start;
            break;
        }
        return true;
    }

    private IEnumerable<DateOnly> Starts(Hulpverloop verloop, Bijdragebegin begin) =>
        Leveringsvorm == Leveringsvorm.Zin && begin == Bijdragebegin.Beschikking ? Vervallen ? [] : [Ingangsdatum]
        : verloop.Begindatum is { } eerste ? [eerste, .. verloop.HervatOp]
        : [];

    private static NietVerschuldigd? Beoordeel<T>(DateOnly start, T gebeurtenis) where T : Gebeurtenis, IMetHulpverloop =>
        Bijdrageregels.Beoordeel(start, gebeurtenis.Persoon.Waarde.Geboortedatum, gebeurtenis.Hulp.Productcategorie).NietVerschuldigd();
}

/// <summary>A stretch of time, up to and including <paramref name="Einde"/>; null while it runs.</summary>
public sealed record Tijdvak(DateOnly Begin, DateOnly? Einde)
{
    /// <summary>The dossier of the help.</summary>
    public string Dossiernummer { get; init; } = "";

    public Leveringsvorm Leveringsvorm { get; init; }

    /// <summary>The reason why no contribution is due for it; null when one is due.</summary>
    public NietVerschuldigd? NietVerschuldigd { get; init; }

    public bool Omvat(DateOnly dag) => Begin <= dag && (Einde is null || dag <= Einde);
}

/// <summary>
/// One voorziening of the person, as the toewijzingen and budgets and the corrections of the backoffice together say. It is derived, never
/// stored.
/// </summary>
public sealed class Voorziening
{
    internal Voorziening(IReadOnlyList<Hulp> hulp, IReadOnlyList<Feitcorrectie> correcties)
    {
        (VoorzieningId, Dossiernummer, Leveringsvorm) = (hulp[0].VoorzieningId, hulp[0].Dossiernummer, hulp[0].Leveringsvorm);
        Hulp = hulp;
        Tijdvakken =
        [
            .. hulp.SelectMany(h => Delen(h, Van(h, correcties))).Select(d => d.Begonnen).OfType<Tijdvak>().OrderBy(t => t.Begin),
        ];
    }

    public Guid VoorzieningId { get; }
    public string Dossiernummer { get; }
    public Leveringsvorm Leveringsvorm { get; }

    /// <summary>The stretches of help, in order; empty when it never began.</summary>
    public IReadOnlyList<Tijdvak> Tijdvakken { get; }

    /// <summary>The stretch that began last; null when it never began.</summary>
    public Tijdvak? Laatste => Tijdvakken.MaxBy(t => t.Begin);

    private IReadOnlyList<Hulp> Hulp { get; }

    /// <summary>The toewijzing or budget that a correction of the backoffice is about: the one that began last.</summary>
    internal Hulp? TeCorrigeren => Hulp.Where(h => h.Begindatum is not null).MaxBy(h => h.Begindatum);

    /// <summary>The stretch of one toewijzing or budget. A correction holds until what it corrected is reported anew.</summary>
    internal static Tijdvak? Van(Hulp hulp, IReadOnlyList<Feitcorrectie> correcties)
    {
        if (hulp.Begindatum is not { } begin) return null;
        var einde = hulp.Einde;
        if (correcties.LastOrDefault(c => c.AggregaatId == hulp.AggregaatId) is { } c && c.GemeldeStart == begin)
        {
            if (c.GemeldEinde == einde && c.NooitBegonnen) return null;
            (begin, einde) = (c.Startdatum, c.GemeldEinde == einde ? c.Einddatum : einde);
        }
        return new(begin, einde < begin ? begin : einde)
        {
            Dossiernummer = hulp.Dossiernummer,
            Leveringsvorm = hulp.Leveringsvorm,
            NietVerschuldigd = hulp.NietVerschuldigd,
        };
    }

    /// <summary>
    /// The agreements about one toewijzing or budget, as corrected: one for each stretch of it. None when nothing comes of it or no
    /// contribution is due.
    /// </summary>
    /// <param name="hulp">The toewijzing or budget.</param>
    /// <param name="correcties">The corrections of the backoffice.</param>
    /// <param name="overgegaan">Whether the help that takes over after this last day is known, or there is none.</param>
    internal static IEnumerable<Afspraak> Afspraken(Hulp hulp, IReadOnlyList<Feitcorrectie> correcties, Func<DateOnly, bool> overgegaan)
    {
        if (hulp.Vervallen || hulp.NietVerschuldigd is not null) return [];
        var tijdvak = Van(hulp, correcties);
        var nooitBegonnen = tijdvak is null && hulp.Begindatum is not null;
        return Delen(hulp, tijdvak).Select(deel => new Afspraak(
            deel.Begonnen?.Begin < deel.Periode.Ingangsdatum ? deel.Begonnen.Begin : deel.Periode.Ingangsdatum,
            deel.Begonnen?.Einde ?? deel.Periode.Einddatum, deel.Begonnen,
            overgegaan(deel.Begonnen?.Einde ?? deel.Periode.Einddatum)
                && (nooitBegonnen || (deel.Begonnen is null ? hulp.IsGeeindigd : deel.Begonnen.Einde is not null))));
    }

    /// <summary>The agreed stretches, and of each the help that began in it. A stretch before another ends where that was agreed.</summary>
    private static IEnumerable<(Periode Periode, Tijdvak? Begonnen)> Delen(Hulp hulp, Tijdvak? tijdvak)
    {
        var begin = hulp.Ingangsdatum;
        foreach (var onderbreking in hulp.Onderbrekingen)
        {
            var einde = Overgang.DagVoor(onderbreking.Ingangsdatum);
            yield return (new(begin, einde), tijdvak is null || tijdvak.Begin > einde ? null : tijdvak with { Einde = einde });
            begin = Overgang.DagNa(onderbreking.Einddatum);
            if (tijdvak is not null) tijdvak = Vanaf(begin, tijdvak);
        }
        yield return (new(begin, hulp.Einddatum), tijdvak);
    }

    private static Tijdvak Vanaf(DateOnly begin, Tijdvak tijdvak) => tijdvak.Begin < begin ? tijdvak with { Begin = begin } : tijdvak;
}

/// <summary>The last decision on a voorziening after the first: in which form it is granted when.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Stand">Counts the decisions on it.</param>
/// <param name="Delen">The granted parts, in order of time.</param>
public sealed record Voorzieningbesluit(Guid VoorzieningId, int Stand, IReadOnlyList<Besluitdeel> Delen)
{
    /// <summary>The part in the other form that begins on the day after this one; null when the help does not go on so.</summary>
    internal Besluitdeel? Vervolg(Leveringsvorm vorm, DateOnly einde) =>
        Delen.FirstOrDefault(d => d.Leveringsvorm != vorm && d.Periode.Ingangsdatum == Overgang.DagNa(einde));
}

/// <param name="Leveringsvorm">Zorg in natura or pgb.</param>
/// <param name="Periode">From the first day to the last.</param>
public sealed record Besluitdeel(Leveringsvorm Leveringsvorm, Periode Periode);

/// <summary>A correction by the backoffice of the reported facts about a voorziening.</summary>
/// <param name="VoorzieningId">De voorziening.</param>
/// <param name="Startdatum">De eerste dag.</param>
/// <param name="Einddatum">De laatste dag; leeg als de hulp nog loopt.</param>
/// <param name="NooitBegonnen">Of de hulp nooit is begonnen.</param>
/// <param name="Reden">Waarom dit anders is dan gemeld.</param>
/// <param name="Op">De dag van de correctie.</param>
public sealed record Feitcorrectie(
    Guid VoorzieningId, DateOnly Startdatum, DateOnly? Einddatum, bool NooitBegonnen, string Reden, DateOnly Op)
{
    /// <value>De toewijzing of het budget waarvan de melding is verbeterd.</value>
    public Guid AggregaatId { get; init; }

    /// <value>De eerste dag zoals die was gemeld.</value>
    public DateOnly? GemeldeStart { get; init; }

    /// <value>De laatste dag zoals die was gemeld; leeg als de hulp liep.</value>
    public DateOnly? GemeldEinde { get; init; }
}
