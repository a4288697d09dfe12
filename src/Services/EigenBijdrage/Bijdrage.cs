using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// What one person pays a contribution for, over all dossiers: the CAK hears of the first voorziening that starts and of the last one that
/// ends, and of nothing in between (Wmo 2015 art. 2.1.4; Uitvoeringsregeling art. 2f).
/// </summary>
public sealed class Bijdrage : Aggregaat
{
    private readonly List<Voorziening> _voorzieningen = [];
    private readonly List<Signaal> _signalen = [];

    private Bijdrage()
    {
    }

    public Bijdrage(Guid persoonId, string verzegeldeBsn, string dossiernummer) =>
        (PersoonId, VerzegeldeBsn, Dossiernummer) = (persoonId, verzegeldeBsn, dossiernummer);

    /// <summary>One bijdrage per person: the natural key.</summary>
    public Guid PersoonId { get; private set; }
    public string VerzegeldeBsn { get; private set; } = "";
    public IReadOnlyList<Voorziening> Voorzieningen => _voorzieningen;
    public IReadOnlyList<Signaal> Signalen => _signalen;

    /// <summary>What the CAK was told last, and what has to follow on it; null when nothing of what it was told holds.</summary>
    public Signaal? Actueel => _signalen.Where(s => s.Status != Signaalstatus.Vervallen).MaxBy(s => s.Startnummer);

    /// <summary>About this person no messages go, also not to the CAK (iWmo OP003). Who was protected in one dossier is so in all.</summary>
    public bool GeenBerichtenverkeer => _voorzieningen.Any(v => v.GeenBerichtenverkeer);

    public Voorziening? Zoek(Guid voorzieningId) => _voorzieningen.SingleOrDefault(v => v.VoorzieningId == voorzieningId);

    /// <summary>A voorziening starts; when nothing is due for it, that is said once.</summary>
    /// <returns>The voorziening, or null when this event is older than what is known.</returns>
    public Voorziening? Start(Gebeurtenis feit, Guid voorzieningId, DateOnly startdatum, Leveringsvorm leveringsvorm, string? nietVerschuldigd, DateTimeOffset nu, bool geenBerichtenverkeer = false)
    {
        var voorziening = Zoek(voorzieningId);
        if (voorziening is null) _voorzieningen.Add(voorziening = new(voorzieningId, feit.Dossiernummer));
        else if (!voorziening.IsNieuwer(feit)) return null;
        var hervat = voorziening.Loopt;
        voorziening.Start(feit, startdatum, leveringsvorm, nietVerschuldigd, geenBerichtenverkeer);
        if (nietVerschuldigd is not null && !hervat)
            Kondigaan(new EigenBijdrageNietVerschuldigd(PersoonId, voorzieningId, nietVerschuldigd) { Dossiernummer = feit.Dossiernummer }, nu);
        return voorziening;
    }

    /// <summary>A voorziening officially ends; one that is withdrawn ends as if it never began.</summary>
    public void Stop(Gebeurtenis feit, Guid voorzieningId, DateOnly einddatum, bool ingetrokken = false)
    {
        if (Zoek(voorzieningId) is { } voorziening && voorziening.IsNieuwer(feit)) voorziening.Stop(feit, einddatum, ingetrokken);
    }

    /// <summary>A temporary stop changes nothing: the contribution goes on until the official end.</summary>
    public void StopTijdelijk(Gebeurtenis feit, Guid voorzieningId)
    {
        if (Zoek(voorzieningId) is { } voorziening && voorziening.IsNieuwer(feit)) voorziening.Zag(feit);
    }

    /// <summary>
    /// The start that was reported is taken back: as if the voorziening never began. Where the help goes over from one provider to the next,
    /// it did begin: the next start is on its way.
    /// </summary>
    public void VervalStart(Gebeurtenis feit, Guid voorzieningId, DateOnly begindatum)
    {
        if (Zoek(voorzieningId) is not { } voorziening || !voorziening.IsNieuwer(feit)) return;
        if (voorziening.Eerdere.Count > 0) voorziening.Zag(feit);
        else voorziening.Stop(feit, begindatum, ingetrokken: true);
    }

    /// <summary>The end that was reported is taken back: it runs as before.</summary>
    public void GaDoor(Gebeurtenis feit, Guid voorzieningId)
    {
        if (Zoek(voorzieningId) is { } voorziening && voorziening.IsNieuwer(feit)) voorziening.GaDoor(feit);
    }

    /// <summary>
    /// From when a start is due; null when nothing is due, the CAK knows already, or its answer on the last signal is still to come
    /// (iEb OP291: one actual start per person). What ended before the CAK could hear of it is due all the same, and then its stop.
    /// </summary>
    public DateOnly? StartVerschuldigd => TeStarten is { } voorziening
        ? LaatsteStop >= voorziening.Startdatum ? Bijdrageregels.NaStop(LaatsteStop.Value) : voorziening.Startdatum
        : null;

    /// <summary>The last day, when the last voorziening has ended and the CAK has accepted the start (iWmo OP080: the retour comes first).</summary>
    public DateOnly? StopVerschuldigd =>
        Actueel is { Status: Signaalstatus.StartBevestigd } actueel && !_voorzieningen.Any(v => v.Telt && v.Loopt)
            ? _voorzieningen.Where(v => v.Telt).Select(v => v.Einddatum!.Value).Append(actueel.Startdatum).Max()
            : null;

    /// <summary>The voorziening with which a start is due: the earliest that the CAK has not heard of.</summary>
    private Voorziening? TeStarten => Actueel is null or { Status: Signaalstatus.Gestopt }
        ? _voorzieningen.Where(v => v.Telt && (v.Loopt || LaatsteStop is null || v.Einddatum > LaatsteStop)).MinBy(v => v.Startdatum)
        : null;

    private DateOnly? LaatsteStop => _signalen.Max(s => s.Stopdatum);

    /// <summary>The CAK is told the start that is due, in this message.</summary>
    public Signaal MeldStart(long startnummer, string berichtidentificatie, DateTimeOffset nu)
    {
        var (signaal, termijn) = NieuweStart(startnummer, berichtidentificatie);
        Kondigaan(new EigenBijdrageGestart(PersoonId, startnummer, signaal.Startdatum, berichtidentificatie, termijn) { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    /// <summary>The CAK must be told the start that is due by hand; see <see cref="EigenBijdrageMetDeHand.Reden"/>.</summary>
    public void LaatStartMelden(long startnummer, string reden, DateTimeOffset nu)
    {
        var (signaal, termijn) = NieuweStart(startnummer, berichtidentificatie: null);
        Kondigaan(new EigenBijdrageMetDeHand(PersoonId, startnummer, EbBericht.Start, signaal.Startdatum, reden) { Dossiernummer = signaal.Dossiernummer, Termijn = termijn }, nu);
    }

    private (Signaal Signaal, Termijn Termijn) NieuweStart(long startnummer, string? berichtidentificatie)
    {
        var (eerste, startdatum) = (TeStarten!, StartVerschuldigd!.Value);
        var signaal = new Signaal(startnummer, startdatum, berichtidentificatie, eerste.Dossiernummer);
        _signalen.Add(signaal);
        return (signaal, (eerste.Leveringsvorm == Leveringsvorm.Pgb ? Termijnen.CakPgb(startdatum) : Termijnen.Cak(startdatum)).AlsTermijn());
    }

    /// <summary>The CAK must be told the stop that is due by hand; see <see cref="EigenBijdrageMetDeHand.Reden"/>.</summary>
    public void LaatStopMelden(string reden, DateTimeOffset nu)
    {
        var (signaal, stopdatum) = (Actueel!, StopVerschuldigd!.Value);
        signaal.MeldStop(stopdatum, bericht: null);
        Kondigaan(new EigenBijdrageMetDeHand(PersoonId, signaal.Startnummer, EbBericht.Stop, stopdatum, reden) { Dossiernummer = signaal.Dossiernummer }, nu);
    }

    /// <summary>Someone has told the CAK by hand what had to be told so.</summary>
    public void LegVast(EbBericht soort, DateTimeOffset nu)
    {
        var open = (soort, Actueel?.Status) is (EbBericht.Start, Signaalstatus.StartMetDeHand) or (EbBericht.Stop, Signaalstatus.StopMetDeHand);
        if (!open) throw Weigering.Toestand("niets-met-de-hand", "Er is geen begin of einde dat u met de hand aan het CAK moest doorgeven. Bekijk de eigen bijdrage van deze persoon.");
        Actueel!.IsDoorgegeven();
        Kondigaan(new EigenBijdrageBevestigd(PersoonId, Actueel.Startnummer, soort) { Dossiernummer = Actueel.Dossiernummer }, nu);
    }

    /// <summary>The CAK is told the stop that is due, in this message.</summary>
    public Signaal MeldStop(string berichtidentificatie, DateTimeOffset nu)
    {
        var (signaal, stopdatum) = (Actueel!, StopVerschuldigd!.Value);
        signaal.MeldStop(stopdatum, berichtidentificatie);
        Kondigaan(new EigenBijdrageGestopt(PersoonId, signaal.Startnummer, stopdatum, berichtidentificatie) { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    /// <summary>
    /// The CAK's retour on a start or a stop; a second one says nothing new, unless the first was no answer but a person who gave up waiting.
    /// A start that was told again, while the CAK had the first after all, has one too many: the CAK keeps one per person (iEb OP291).
    /// </summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu)
    {
        var signaal = _signalen.Single(s => s.HeeftBericht(berichtidentificatie));
        if (signaal.Status == Signaalstatus.Vervallen && Actueel is not (null or { Status: Signaalstatus.StartGemeld or Signaalstatus.StartAfgekeurd })) return;
        if (signaal.Beantwoord(berichtidentificatie, afkeurcodes) is not { } soort) return;
        var andere = _signalen.Where(s => s != signaal && s.Status is (Signaalstatus.StartBevestigd or Signaalstatus.StartAfgekeurd)).ToList();
        if (signaal.Status == Signaalstatus.StartBevestigd) andere.ForEach(s => s.LaatVervallen());
        if (signaal.Status == Signaalstatus.StartAfgekeurd && andere.Exists(s => s.Status == Signaalstatus.StartBevestigd))
        {
            signaal.LaatVervallen();
            return;
        }
        Kondigaan(afkeurcodes.Count == 0
            ? new EigenBijdrageBevestigd(PersoonId, signaal.Startnummer, soort) { Dossiernummer = signaal.Dossiernummer }
            : new EigenBijdrageAfgekeurd(PersoonId, signaal.Startnummer, soort, afkeurcodes) { Dossiernummer = signaal.Dossiernummer, NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes) }, nu);
    }

    /// <summary>After a rejection someone has found the cause: what is due now is told again.</summary>
    public void GeefVrijNaAfkeuring()
    {
        switch (Actueel?.Status)
        {
            case Signaalstatus.StartAfgekeurd:
                Actueel.LaatVervallen();
                break;
            case Signaalstatus.StopAfgekeurd:
                Actueel.HerstelNaStopAfkeuring();
                break;
            default:
                throw Weigering.Toestand("niet-afgekeurd", "Opnieuw melden kan alleen als het CAK de laatste melding heeft afgekeurd of niet verwerkt.");
        }
    }
}

/// <summary>One voorziening of the person, as far as the contribution is concerned.</summary>
public sealed class Voorziening
{
    private Voorziening()
    {
    }

    public Voorziening(Guid voorzieningId, string dossiernummer) => (VoorzieningId, Dossiernummer) = (voorzieningId, dossiernummer);

    public Guid VoorzieningId { get; private set; }
    public string Dossiernummer { get; private set; } = "";
    public Leveringsvorm Leveringsvorm { get; private set; }
    public DateOnly Startdatum { get; private set; }
    public DateOnly? Einddatum { get; private set; }

    /// <summary>Why nothing is due for it; null when it counts.</summary>
    public string? NietVerschuldigd { get; private set; }

    /// <summary>The person's safety forbids messages about it (iWmo OP003).</summary>
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>Withdrawn as a whole, as if never granted.</summary>
    public bool Ingetrokken { get; private set; }

    /// <summary>Version of the last event of its toewijzing or budget: older ones are ignored.</summary>
    public int Versie { get; private set; }
    public Guid AggregaatId { get; private set; }

    public bool Loopt => Versie > 0 && Einddatum is null;

    /// <summary>Whether a contribution is due for it, while it runs or over the time it ran.</summary>
    public bool Telt => NietVerschuldigd is null && !Ingetrokken;

    /// <summary>The toewijzingen that came before the present one: what one of them still reports is about the time before.</summary>
    public IReadOnlyList<Guid> Eerdere { get; private set; } = [];

    // Another provider after the first is another toewijzing, with versions of its own.
    public bool IsNieuwer(Gebeurtenis feit) => feit.AggregaatId == AggregaatId ? feit.Versie > Versie : !Eerdere.Contains(feit.AggregaatId);

    public void Zag(Gebeurtenis feit)
    {
        if (AggregaatId != feit.AggregaatId && AggregaatId != Guid.Empty) Eerdere = [.. Eerdere, AggregaatId];
        (AggregaatId, Versie) = (feit.AggregaatId, feit.Versie);
    }

    public void GaDoor(Gebeurtenis feit)
    {
        (Einddatum, Ingetrokken) = (null, false);
        Zag(feit);
    }

    public void Start(Gebeurtenis feit, DateOnly startdatum, Leveringsvorm leveringsvorm, string? nietVerschuldigd, bool geenBerichtenverkeer)
    {
        // Help that goes on after a temporary stop has never stopped for the contribution; unless none was due before it.
        if (!Loopt || NietVerschuldigd is not null) (Startdatum, Einddatum) = (startdatum, null);
        (Leveringsvorm, NietVerschuldigd, GeenBerichtenverkeer, Ingetrokken) = (leveringsvorm, nietVerschuldigd, geenBerichtenverkeer, false);
        Zag(feit);
    }

    public void Stop(Gebeurtenis feit, DateOnly einddatum, bool ingetrokken)
    {
        (Einddatum, Ingetrokken) = (einddatum, ingetrokken);
        Zag(feit);
    }
}

/// <summary>One start at the CAK, with its stop.</summary>
public sealed class Signaal
{
    private Signaal()
    {
    }

    public Signaal(long startnummer, DateOnly startdatum, string? startbericht, string dossiernummer) =>
        (Startnummer, Startdatum, Startbericht, Dossiernummer, Status) =
        (startnummer, startdatum, startbericht, dossiernummer, startbericht is null ? Signaalstatus.StartMetDeHand : Signaalstatus.StartGemeld);

    /// <summary>EbStartNummer, unique within the municipality.</summary>
    public long Startnummer { get; private set; }
    public string Dossiernummer { get; private set; } = "";
    public DateOnly Startdatum { get; private set; }
    public DateOnly? Stopdatum { get; private set; }
    /// <summary>The WMO401; null when the CAK is told by hand.</summary>
    public string? Startbericht { get; private set; }
    /// <summary>The WMO403; null as long as there is none, or when the CAK is told by hand.</summary>
    public string? Stopbericht { get; private set; }
    /// <summary>WMO403s that were told again: the CAK may have one of them after all.</summary>
    public IReadOnlyList<string> EerdereStopberichten { get; private set; } = [];
    public Signaalstatus Status { get; private set; }
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];

    public bool IsMetDeHand => Startbericht is null;

    public bool HeeftBericht(string bericht) => bericht == Startbericht || bericht == Stopbericht || EerdereStopberichten.Contains(bericht);

    public void MeldStop(DateOnly stopdatum, string? bericht) =>
        (Stopdatum, Stopbericht, Status) = (stopdatum, bericht, bericht is null ? Signaalstatus.StopMetDeHand : Signaalstatus.StopGemeld);

    /// <summary>The CAK was told by hand.</summary>
    public void IsDoorgegeven() => Status = Status == Signaalstatus.StartMetDeHand ? Signaalstatus.StartBevestigd : Signaalstatus.Gestopt;

    public void LaatVervallen() => Status = Signaalstatus.Vervallen;

    public void HerstelNaStopAfkeuring()
    {
        EerdereStopberichten = [.. EerdereStopberichten, Stopbericht!];
        (Stopdatum, Stopbericht, Status) = (null, null, Signaalstatus.StartBevestigd);
    }

    /// <returns>Which signal was answered; null when this is no news.</returns>
    public EbBericht? Beantwoord(string bericht, IReadOnlyList<string> afkeurcodes)
    {
        var akkoord = afkeurcodes.Count == 0;
        // Given up, and now answered after all. What was told again since then only a yes can change.
        var alsnog = Retourcode.ZijnTechnisch(Retourcodes) && !Retourcode.ZijnTechnisch(afkeurcodes);
        EbBericht? soort = null;
        if (bericht == Startbericht && (Status == Signaalstatus.StartGemeld || (alsnog && (Status == Signaalstatus.StartAfgekeurd || (Status == Signaalstatus.Vervallen && akkoord)))))
            (soort, Status) = (EbBericht.Start, akkoord ? Signaalstatus.StartBevestigd : Signaalstatus.StartAfgekeurd);
        else if (bericht == Stopbericht && (Status == Signaalstatus.StopGemeld || (alsnog && Status == Signaalstatus.StopAfgekeurd)))
            (soort, Status) = (EbBericht.Stop, akkoord ? Signaalstatus.Gestopt : Signaalstatus.StopAfgekeurd);
        else if (EerdereStopberichten.Contains(bericht) && akkoord && Status is Signaalstatus.StopGemeld or Signaalstatus.StopAfgekeurd)
            (soort, Status) = (EbBericht.Stop, Signaalstatus.Gestopt);
        if (soort is not null) Retourcodes = afkeurcodes;
        return soort;
    }
}

public enum Signaalstatus
{
    StartGemeld,
    StartBevestigd,
    StartAfgekeurd,
    StopGemeld,
    StopAfgekeurd,
    Gestopt,
    /// <summary>Someone has to tell the CAK the start.</summary>
    StartMetDeHand,
    /// <summary>Someone has to tell the CAK the stop.</summary>
    StopMetDeHand,
    /// <summary>A rejected start that a person gave up: it is told again under another number.</summary>
    Vervallen,
}
