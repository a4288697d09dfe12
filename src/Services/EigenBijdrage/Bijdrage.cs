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
public sealed class Bijdrage : Aggregate
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

    /// <summary>What a person corrected in what was reported, and why.</summary>
    public IReadOnlyList<Feitcorrectie> Feitcorrecties { get; private set; } = [];

    /// <summary>Something is due that could not be told yet: its day is too far ahead, or the same was changed today already.</summary>
    public bool Wacht { get; private set; }

    /// <summary>What the CAK was told last, and what has to follow on it; null when nothing of what it was told holds.</summary>
    public Signaal? Actueel => _signalen.Where(s => s.Geldt).MaxBy(s => s.Startnummer);

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
            Announce(new EigenBijdrageNietVerschuldigd(PersoonId, voorzieningId, nietVerschuldigd) { Dossiernummer = feit.Dossiernummer }, nu);
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

    /// <summary>The period of a voorziening changed: it counts from another day. Its end is told by other events.</summary>
    public void Verschuif(Gebeurtenis feit, Guid voorzieningId, DateOnly startdatum)
    {
        if (Zoek(voorzieningId) is not { } voorziening || !voorziening.IsNieuwer(feit)) return;
        voorziening.Corrigeer(startdatum, voorziening.Einddatum, voorziening.Ingetrokken);
        voorziening.Zag(feit);
    }

    /// <summary>A person knows better than what was reported: the help began or ended on another day, goes on, or never began.</summary>
    /// <param name="correctie">What and why.</param>
    /// <exception cref="Weigering">404 or 422.</exception>
    public void Corrigeer(Feitcorrectie correctie)
    {
        var voorziening = Zoek(correctie.VoorzieningId) ?? throw Weigering.Onbekend("Deze voorziening");
        if (correctie.Einddatum < correctie.Startdatum) throw Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste dag. Controleer de datums.", "iEb TR328", "einddatum");
        if ((voorziening.Startdatum, voorziening.Einddatum, voorziening.Ingetrokken) == (correctie.Startdatum, correctie.Einddatum, correctie.NooitBegonnen))
            throw Weigering.Regel("niets-gewijzigd", "Zo is het al bekend. Vul in wat er anders was.");
        voorziening.Corrigeer(correctie.Startdatum, correctie.Einddatum, correctie.NooitBegonnen);
        Feitcorrecties = [.. Feitcorrecties, correctie];
    }

    /// <summary>
    /// What the CAK must be told about what it was told before: the help counts from another day, ended on another day, or never was. One at a time,
    /// and each after the answer to the one before (iEb OP080); of a start with a stop the stop is removed first (TR071). Help that goes on after
    /// its stop is no correction: it starts anew on the next day.
    /// </summary>
    public Correctievraag? CorrectieVerschuldigd
    {
        get
        {
            if (Actueel is not { Status: Signaalstatus.StartBevestigd or Signaalstatus.Gestopt, OpenCorrectie: null } a) return null;
            // A start whose stop was removed goes too, also when help turns up after all: its number cannot be stopped again (TR102).
            if (a.StopIsVerwijderd || GewensteStart(a) is not { } start)
                return a.Stopdatum is { } stop ? new(EbBericht.Stop, EbAanlevering.Verwijdering, stop) : new(EbBericht.Start, EbAanlevering.Verwijdering, a.Startdatum);
            // The start first: what of the help is covered begins before the stop that the CAK has, so that they never cross (TR328).
            if (start != a.Startdatum) return new(EbBericht.Start, EbAanlevering.Wijziging, start);
            if (a.Stopdatum is { } nu && GewensteStop(nu) is var einde && einde != nu) return new(EbBericht.Stop, EbAanlevering.Wijziging, einde);
            return null;
        }
    }

    /// <summary>The first day that help covers, of what the signal covers and of what joins up with it before; null when nothing of it is covered.</summary>
    private DateOnly? GewensteStart(Signaal signaal)
    {
        var grens = _signalen.Where(s => s.Geldt && s != signaal).Max(s => s.Stopdatum);
        var tijdvakken = Tijdvakken.Where(t => grens is null || t.Einde is null || t.Einde > grens).ToList();
        var binnen = tijdvakken.Where(t => (signaal.Stopdatum is null || t.Begin <= signaal.Stopdatum) && (t.Einde is null || t.Einde >= signaal.Startdatum)).ToList();
        // What ended before the start that the CAK has, is covered by no signal: with it the start was simply too late.
        if (binnen.Count == 0) binnen = [.. tijdvakken.Where(t => t.Einde < signaal.Startdatum)];
        if (binnen.Count == 0) return null;
        var begin = binnen.Min(t => t.Begin);
        while (tijdvakken.Where(t => t.Begin < begin && t.Einde is { } e && Bijdrageregels.NaStop(e) >= begin).Select(t => (DateOnly?)t.Begin).Min() is { } eerder) begin = eerder;
        return grens is { } g && begin <= g ? Bijdrageregels.NaStop(g) : begin;
    }

    /// <summary>The last day of the help that began before the stop; the stop stays where some of that help runs: it starts anew after it.</summary>
    private DateOnly GewensteStop(DateOnly stop)
    {
        var begonnen = Tijdvakken.Where(t => t.Begin <= stop).ToList();
        return begonnen.Count == 0 || begonnen.Exists(t => t.Einde is null) ? stop : begonnen.Max(t => t.Einde!.Value);
    }

    private IEnumerable<Tijdvak> Tijdvakken => _voorzieningen.SelectMany(v => v.Tijdvakken);

    /// <summary>The CAK is told a correction, in this message.</summary>
    public Signaal MeldCorrectie(Correctievraag vraag, string berichtidentificatie, DateOnly dagtekening, DateTimeOffset nu)
    {
        var signaal = Actueel!;
        signaal.Corrigeer(new(vraag.Soort, vraag.Aanlevering, vraag.Datum, berichtidentificatie, dagtekening));
        Announce(new EigenBijdrageGecorrigeerd(PersoonId, signaal.Startnummer, vraag.Soort, vraag.Aanlevering, vraag.Datum, berichtidentificatie) { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    /// <summary>The CAK must be told a correction by hand; see <see cref="EigenBijdrageMetDeHand.Reden"/>.</summary>
    public void LaatCorrectieMelden(Correctievraag vraag, string reden, DateOnly vandaag, DateTimeOffset nu)
    {
        var signaal = Actueel!;
        signaal.Corrigeer(new(vraag.Soort, vraag.Aanlevering, vraag.Datum, null, vandaag) { Status = Correctiestatus.MetDeHand });
        Announce(new EigenBijdrageMetDeHand(PersoonId, signaal.Startnummer, vraag.Soort, vraag.Datum, reden) { Dossiernummer = signaal.Dossiernummer, Aanlevering = vraag.Aanlevering }, nu);
    }

    /// <summary>Notes whether something is left that must be told later.</summary>
    public void LaatWachten() => Wacht = CorrectieVerschuldigd is not null || StopVerschuldigd is not null || StartVerschuldigd is not null;

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
        Actueel is { Status: Signaalstatus.StartBevestigd, OpenCorrectie: null } actueel && CorrectieVerschuldigd is null && !_voorzieningen.Any(v => v.Telt && v.Loopt)
            ? _voorzieningen.Where(v => v.Telt).Select(v => v.Einddatum!.Value).Append(actueel.Startdatum).Max()
            : null;

    /// <summary>The voorziening with which a start is due: the earliest that the CAK has not heard of.</summary>
    private Voorziening? TeStarten => (Actueel is null || (Actueel is { Status: Signaalstatus.Gestopt, OpenCorrectie: null } && CorrectieVerschuldigd is null))
        ? _voorzieningen.Where(v => v.Telt && (v.Loopt || LaatsteStop is null || v.Einddatum > LaatsteStop)).MinBy(v => v.Startdatum)
        : null;

    private DateOnly? LaatsteStop => _signalen.Where(s => s.Geldt).Max(s => s.Stopdatum);

    /// <summary>The CAK is told the start that is due, in this message.</summary>
    public Signaal MeldStart(long startnummer, string berichtidentificatie, DateTimeOffset nu)
    {
        var (signaal, termijn) = NieuweStart(startnummer, berichtidentificatie);
        Announce(new EigenBijdrageGestart(PersoonId, startnummer, signaal.Startdatum, berichtidentificatie, termijn) { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    /// <summary>The CAK must be told the start that is due by hand; see <see cref="EigenBijdrageMetDeHand.Reden"/>.</summary>
    public void LaatStartMelden(long startnummer, string reden, DateTimeOffset nu)
    {
        var (signaal, termijn) = NieuweStart(startnummer, berichtidentificatie: null);
        Announce(new EigenBijdrageMetDeHand(PersoonId, startnummer, EbBericht.Start, signaal.Startdatum, reden) { Dossiernummer = signaal.Dossiernummer, Termijn = termijn }, nu);
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
        Announce(new EigenBijdrageMetDeHand(PersoonId, signaal.Startnummer, EbBericht.Stop, stopdatum, reden) { Dossiernummer = signaal.Dossiernummer }, nu);
    }

    /// <summary>Someone has told the CAK by hand what had to be told so.</summary>
    public void LegVast(EbBericht soort, DateTimeOffset nu)
    {
        if (Actueel is { OpenCorrectie: { Status: Correctiestatus.MetDeHand } correctie } signaal && correctie.Soort == soort)
        {
            signaal.IsGecorrigeerd(correctie);
            Announce(new EigenBijdrageBevestigd(PersoonId, signaal.Startnummer, soort) { Dossiernummer = signaal.Dossiernummer, Aanlevering = correctie.Aanlevering }, nu);
            return;
        }
        var open = (soort, Actueel?.Status) is (EbBericht.Start, Signaalstatus.StartMetDeHand) or (EbBericht.Stop, Signaalstatus.StopMetDeHand);
        if (!open) throw Weigering.Toestand("niets-met-de-hand", "Er is geen begin of einde dat u met de hand aan het CAK moest doorgeven. Bekijk de eigen bijdrage van deze persoon.");
        Actueel!.IsDoorgegeven();
        Announce(new EigenBijdrageBevestigd(PersoonId, Actueel.Startnummer, soort) { Dossiernummer = Actueel.Dossiernummer }, nu);
    }

    /// <summary>The CAK is told the stop that is due, in this message.</summary>
    public Signaal MeldStop(string berichtidentificatie, DateTimeOffset nu)
    {
        var (signaal, stopdatum) = (Actueel!, StopVerschuldigd!.Value);
        signaal.MeldStop(stopdatum, berichtidentificatie);
        Announce(new EigenBijdrageGestopt(PersoonId, signaal.Startnummer, stopdatum, berichtidentificatie) { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    /// <summary>
    /// The CAK's retour on a start or a stop; a second one says nothing new, unless the first was no answer but a person who gave up waiting.
    /// A start that was told again, while the CAK had the first after all, has one too many: the CAK keeps one per person (iEb OP291).
    /// </summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu)
    {
        var signaal = _signalen.Single(s => s.HeeftBericht(berichtidentificatie));
        if (signaal.Correcties.Any(c => c.Bericht == berichtidentificatie))
        {
            if (signaal.BeantwoordCorrectie(berichtidentificatie, afkeurcodes) is { } correctie) KondigUitkomstAan(signaal, correctie.Soort, correctie.Aanlevering, afkeurcodes, nu);
            return;
        }
        if (signaal.Status == Signaalstatus.Vervallen && Actueel is not (null or { Status: Signaalstatus.StartGemeld or Signaalstatus.StartAfgekeurd })) return;
        if (signaal.Beantwoord(berichtidentificatie, afkeurcodes) is not { } soort) return;
        var andere = _signalen.Where(s => s != signaal && s.Status is (Signaalstatus.StartBevestigd or Signaalstatus.StartAfgekeurd)).ToList();
        if (signaal.Status == Signaalstatus.StartBevestigd) andere.ForEach(s => s.LaatVervallen());
        if (signaal.Status == Signaalstatus.StartAfgekeurd && andere.Exists(s => s.Status == Signaalstatus.StartBevestigd))
        {
            signaal.LaatVervallen();
            return;
        }
        KondigUitkomstAan(signaal, soort, EbAanlevering.Eerste, afkeurcodes, nu);
    }

    private void KondigUitkomstAan(Signaal signaal, EbBericht soort, EbAanlevering aanlevering, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu) =>
        Announce(afkeurcodes.Count == 0
            ? new EigenBijdrageBevestigd(PersoonId, signaal.Startnummer, soort) { Dossiernummer = signaal.Dossiernummer, Aanlevering = aanlevering }
            : new EigenBijdrageAfgekeurd(PersoonId, signaal.Startnummer, soort, afkeurcodes)
            {
                Dossiernummer = signaal.Dossiernummer,
                Aanlevering = aanlevering,
                NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes),
            }, nu);

    /// <summary>After a rejection someone has found the cause: what is due now is told again.</summary>
    public void GeefVrijNaAfkeuring()
    {
        if (Actueel is { OpenCorrectie.Status: Correctiestatus.Afgekeurd } signaal)
        {
            signaal.GeefCorrectieVrij();
            return;
        }
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

/// <summary>A correction that is due.</summary>
/// <param name="Soort">Of a start or a stop.</param>
/// <param name="Aanlevering">Changed or removed.</param>
/// <param name="Datum">As it must be; of a removal as the CAK has it (iEb TR329).</param>
public sealed record Correctievraag(EbBericht Soort, EbAanlevering Aanlevering, DateOnly Datum);
