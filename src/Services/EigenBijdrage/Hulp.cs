using WmoPlatform.Contracts;
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

    /// <summary>The first day that was agreed.</summary>
    public DateOnly Ingangsdatum { get; private set; }

    /// <summary>The last day that was agreed.</summary>
    public DateOnly AfgesprokenEinde { get; private set; }

    /// <summary>The first day for which a contribution is due, or else the first day of the help. Null while no start stands.</summary>
    public DateOnly? Begindatum { get; private set; }

    /// <summary>The last day after an official end. A temporary stop ends nothing for the contribution.</summary>
    public DateOnly? Einddatum { get; private set; }

    /// <summary>The reason why no contribution is due for it; null when one is due.</summary>
    public NietVerschuldigd? NietVerschuldigd { get; private set; }

    /// <summary>The safety of the person forbids messages about it (iWmo OP003).</summary>
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>A start was taken back and the right one is still to come.</summary>
    public bool StartVolgtNog { get; private set; }

    /// <summary>Takes over the state that an event carries.</summary>
    /// <returns>False when the event is not newer than the last one.</returns>
    internal bool Volg<T>(T gebeurtenis) where T : Gebeurtenis, IMetHulpverloop
    {
        if (gebeurtenis.Versie <= Versie) return false;
        var verloop = gebeurtenis.Hulp;
        (Versie, Leveringsvorm, GeenBerichtenverkeer) = (gebeurtenis.Versie, verloop.Leveringsvorm, verloop.GeenBerichtenverkeer);
        (Ingangsdatum, AfgesprokenEinde) = (verloop.Periode.Ingangsdatum, verloop.Periode.Einddatum);
        StartVolgtNog = verloop.TeruggenomenStart is not null;
        (Begindatum, Einddatum, NietVerschuldigd) = (verloop.Begindatum, verloop.Tijdelijk ? null : verloop.LaatsteDag, null);
        IEnumerable<DateOnly> starts = verloop.Begindatum is { } begin ? [begin, .. verloop.HervatOp] : [];
        // Somebody who turned eighteen meanwhile owes a contribution from the day on which the help resumed.
        foreach (var start in starts)
        {
            NietVerschuldigd = Bijdrageregels
                .Beoordeel(start, gebeurtenis.Persoon.Waarde.Geboortedatum, verloop.Productcategorie).NietVerschuldigd();
            if (NietVerschuldigd is not null) continue;
            Begindatum = start;
            break;
        }
        return true;
    }
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
        Hulp = [.. hulp.OrderBy(h => h.Ingangsdatum).ThenBy(h => h.Begindatum ?? DateOnly.MaxValue).ThenBy(h => h.AggregaatId)];
        var tijdvakken = new List<Tijdvak>();
        for (var n = 0; n < Hulp.Count; n++)
            if (Van(Hulp[n], correcties) is { } tijdvak) tijdvakken.Add(Doorlopend(tijdvak, n, correcties));
        Tijdvakken = tijdvakken;
    }

    public Guid VoorzieningId { get; }
    public string Dossiernummer { get; }
    public Leveringsvorm Leveringsvorm { get; }

    /// <summary>The stretches of help, in the order that was agreed; empty when it never began.</summary>
    public IReadOnlyList<Tijdvak> Tijdvakken { get; }

    /// <summary>The stretch that began last; null when it never began.</summary>
    public Tijdvak? Laatste => Tijdvakken.MaxBy(t => t.Begin);

    private IReadOnlyList<Hulp> Hulp { get; }

    /// <summary>The toewijzing or budget that a correction of the backoffice is about: the one that began last.</summary>
    internal Hulp? TeCorrigeren => Hulp.Where(h => h.Begindatum is not null).MaxBy(h => h.Begindatum);

    /// <summary>
    /// Help that goes over to another provider without a break, as was agreed, goes on: also when the next provider began later, or took
    /// back its start and still has to report the right one.
    /// </summary>
    private Tijdvak Doorlopend(Tijdvak tijdvak, int n, IReadOnlyList<Feitcorrectie> correcties)
    {
        var volgende = Hulp.Skip(n + 1).FirstOrDefault(h => h.Ingangsdatum <= Bijdrageregels.NaStop(Hulp[n].AfgesprokenEinde));
        if (tijdvak.Einde is not { } einde || volgende is null) return tijdvak;
        if (volgende.StartVolgtNog) return tijdvak with { Einde = null };
        return Van(volgende, correcties)?.Begin is { } begin && begin > einde ? tijdvak with { Einde = Overgang.DagVoor(begin) } : tijdvak;
    }

    /// <summary>The stretch of one toewijzing or budget. A correction holds until what it corrected is reported anew.</summary>
    internal static Tijdvak? Van(Hulp hulp, IReadOnlyList<Feitcorrectie> correcties)
    {
        if (hulp.Begindatum is not { } begin) return null;
        var einde = hulp.Einddatum;
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
}

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
