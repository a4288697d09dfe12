using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Regels;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The contribution of one person over all dossiers: the help it is due for, and the signals that the CAK got. How the help goes comes in,
/// and <see cref="WatHetCakMoetHoren"/> derives the signal that is due.
/// </summary>
public sealed class Bijdrage : Aggregate
{
    private readonly List<Hulp> _hulp = [];
    private readonly List<Signaal> _signalen = [];

    private Bijdrage()
    {
    }

    public Bijdrage(Guid persoonId, string bsn, string dossiernummer, Vault kluis)
    {
        (PersoonId, Dossiernummer) = (persoonId, dossiernummer);
        VerzegeldeBsn = kluis.SealText(bsn, Seat(nameof(VerzegeldeBsn)));
    }

    /// <summary>The natural key: one bijdrage per person.</summary>
    public Guid PersoonId { get; private set; }
    public Sealed VerzegeldeBsn { get; private set; }

    /// <summary>The help under each toewijzing and budget.</summary>
    public IReadOnlyList<Hulp> Hulp => _hulp;

    /// <summary>The voorzieningen, each as its toewijzingen and budgets and the corrections together say.</summary>
    public IReadOnlyList<Voorziening> Voorzieningen =>
        [.. _hulp.GroupBy(h => h.VoorzieningId).Select(h => new Voorziening([.. h], Feitcorrecties))];
    public IReadOnlyList<Signaal> Signalen => _signalen;

    /// <summary>Identifications of all messages to the CAK.</summary>
    public IReadOnlyList<string> Berichten => [.. _signalen.SelectMany(s => s.Berichten)];

    /// <summary>The backoffice's corrections of reported facts, with their reasons.</summary>
    public IReadOnlyList<Feitcorrectie> Feitcorrecties { get; private set; } = [];

    /// <summary>The later decisions, the last one of each voorziening.</summary>
    public IReadOnlyList<Voorzieningbesluit> Besluiten { get; private set; } = [];

    public string Bsn(Vault kluis) => kluis.UnsealText(VerzegeldeBsn, Seat(nameof(VerzegeldeBsn)));

    /// <summary>
    /// Whether a signal is due that cannot go yet. Its day is too far ahead, or the same signal was already changed today.
    /// </summary>
    public bool Wacht { get; private set; }

    /// <summary>The last signal that is valid, which the next one follows. Null when none is valid.</summary>
    public Signaal? Actueel => _signalen.Actueel();

    /// <summary>The signal that is due to the CAK now; null when none is.</summary>
    public Signaalvraag? TeVertellen => WatHetCakMoetHoren.Nu(
        DoorlopendeHulp.Van(_hulp.SelectMany(h => Voorziening.Afspraken(h, Feitcorrecties, einde => IsOvergegaan(h, einde)))), _signalen);

    /// <summary>
    /// Whether the help that takes over after this last day is known, or there is none: at another provider, or in the other form as
    /// decided. The contribution is not stopped for help that is on its way.
    /// </summary>
    private bool IsOvergegaan(Hulp hulp, DateOnly einde) =>
        (hulp.Opvolger is not { } opvolger || _hulp.Exists(h => h.AggregaatId == opvolger))
        && (Besluiten.FirstOrDefault(b => b.VoorzieningId == hulp.VoorzieningId)?.Vervolg(hulp.Leveringsvorm, einde) is not { } vervolg
            || _hulp.Exists(h => h.VoorzieningId == hulp.VoorzieningId && h.Leveringsvorm == vervolg.Leveringsvorm
                && h.Ingangsdatum <= vervolg.Periode.Einddatum && h.Einddatum >= vervolg.Periode.Ingangsdatum));

    /// <summary>
    /// No messages may be sent about this person, to the CAK either (iWmo OP003). Protection in one dossier applies to all.
    /// </summary>
    public bool GeenBerichtenverkeer => Afgeschermd || _hulp.Exists(h => h.GeenBerichtenverkeer);

    /// <summary>The BRP says so, whatever the help says.</summary>
    public bool Afgeschermd { get; private set; }

    /// <summary>Takes over the person as announced last. Protection is never taken away by itself.</summary>
    /// <returns>Whether the BSN is another one now.</returns>
    public bool NeemPersoon(Persoonsbeeld beeld, Vault kluis)
    {
        Afgeschermd |= beeld.GeenBerichtenverkeer;
        var persoon = beeld.Persoon(kluis);
        return NeemBsn(persoon.Bsn, persoon.EerdereBsns, kluis);
    }

    /// <summary>Takes over the BSN, if it replaces the one that is known here.</summary>
    /// <returns>Whether the BSN is another one now.</returns>
    public bool NeemBsn(string bsn, IReadOnlyList<string>? eerdereBsns, Vault kluis)
    {
        if (eerdereBsns?.Contains(Bsn(kluis)) != true) return false;
        VerzegeldeBsn = kluis.SealText(bsn, Seat(nameof(VerzegeldeBsn)));
        return true;
    }

    /// <summary>Takes over how the help under a toewijzing or budget is now.</summary>
    /// <param name="gebeurtenis">The event.</param>
    /// <param name="begin">The moment at which the contribution of this kind of help begins.</param>
    /// <param name="nu">The present moment.</param>
    /// <returns>False when the event is not newer than the last one.</returns>
    public bool Volg<T>(T gebeurtenis, Bijdragebegin begin, DateTimeOffset nu) where T : Gebeurtenis, IMetHulpverloop
    {
        var hulp = _hulp.Find(h => h.AggregaatId == gebeurtenis.AggregaatId);
        if (hulp is null)
            _hulp.Add(hulp = new(gebeurtenis.AggregaatId, gebeurtenis.VoorzieningId, gebeurtenis.Dossiernummer));
        var eerder = hulp.Begindatum is null ? null : hulp.NietVerschuldigd;
        if (!hulp.Volg(gebeurtenis, begin)) return false;
        if (hulp.Begindatum is not null && hulp.NietVerschuldigd is { } reden && reden != eerder)
            Announce(new EigenBijdrageNietVerschuldigd(PersoonId, hulp.VoorzieningId, reden) { Dossiernummer = hulp.Dossiernummer }, nu);
        return true;
    }

    /// <summary>Takes over what was decided last on a voorziening.</summary>
    /// <returns>False when this decision, or a later one, is known already.</returns>
    public bool Volg(Voorzieningbesluit besluit)
    {
        if (Besluiten.Any(b => b.VoorzieningId == besluit.VoorzieningId && b.Stand >= besluit.Stand)) return false;
        Besluiten = [.. Besluiten.Where(b => b.VoorzieningId != besluit.VoorzieningId), besluit];
        return true;
    }

    /// <summary>The backoffice corrects a report: the help began or ended on another day, continues, or never began.</summary>
    /// <exception cref="Weigering">404 for an unknown voorziening; 422 for days that cannot be, or that are known already.</exception>
    public void Corrigeer(Feitcorrectie correctie)
    {
        var hulp = Voorzieningen.SingleOrDefault(v => v.VoorzieningId == correctie.VoorzieningId)?.TeCorrigeren
            ?? throw Weigering.Onbekend("Deze voorziening");
        if (correctie.Einddatum < correctie.Startdatum)
            throw Weigering.Regel(
                "einde-voor-begin", "De laatste dag ligt voor de eerste dag. Controleer de datums.", "iEb TR328", "einddatum");
        IReadOnlyList<Feitcorrectie> correcties =
        [
            .. Feitcorrecties,
            correctie with { AggregaatId = hulp.AggregaatId, GemeldeStart = hulp.Begindatum, GemeldEinde = hulp.Einde },
        ];
        if (Voorziening.Van(hulp, correcties) == Voorziening.Van(hulp, Feitcorrecties))
            throw Weigering.Regel("niets-gewijzigd", "Zo is het al bekend. Vul in wat er anders was.");
        Feitcorrecties = correcties;
    }

    /// <summary>Records the signal that is sent to the CAK now.</summary>
    /// <param name="vraag">The signal that is due.</param>
    /// <param name="startnummer">The number of the start: a new one for a first start.</param>
    /// <param name="weg">The message, or the reason why the backoffice reports it by hand.</param>
    /// <param name="vandaag">Today.</param>
    /// <param name="nu">The present moment.</param>
    public Signaal Signaleer(Signaalvraag vraag, long startnummer, Signaalweg weg, DateOnly vandaag, DateTimeOffset nu)
    {
        Termijn? termijn = null;
        if (vraag.Eerste is { } eerste)
        {
            _signalen.Add(new(startnummer, vraag.Datum, weg.Bericht, eerste.Dossiernummer));
            termijn = (eerste.Leveringsvorm == Leveringsvorm.Pgb ? Termijnen.CakPgb(vraag.Datum) : Termijnen.Cak(vraag.Datum)).AlsTermijn();
        }
        var signaal = vraag.Bij ?? _signalen[^1];
        if (vraag.IsCorrectie)
            signaal.Corrigeer(new(vraag.Bericht, vraag.Aanlevering, vraag.Datum, weg.Bericht, vandaag) { Status = weg.Correctiestatus });
        else if (vraag.Bericht == EbBericht.Stop) signaal.Stop(vraag.Datum, weg.Bericht);
        Announce(Aankondiging(vraag, weg, signaal.Startnummer, termijn) with { Dossiernummer = signaal.Dossiernummer }, nu);
        return signaal;
    }

    private Gebeurtenis Aankondiging(Signaalvraag vraag, Signaalweg weg, long startnummer, Termijn? termijn) => (weg, vraag) switch
    {
        (Signaalweg.MetDeHand(var reden), _) => new EigenBijdrageMetDeHand(PersoonId, startnummer, vraag.Bericht, vraag.Datum, reden)
        {
            Aanlevering = vraag.Aanlevering,
            Termijn = termijn,
        },
        (Signaalweg.PerBericht(var bericht), { IsCorrectie: true }) =>
            new EigenBijdrageGecorrigeerd(PersoonId, startnummer, vraag.Bericht, vraag.Aanlevering, vraag.Datum, bericht),
        (Signaalweg.PerBericht(var bericht), { Bericht: EbBericht.Start }) =>
            new EigenBijdrageGestart(PersoonId, startnummer, vraag.Datum, bericht, termijn!),
        (Signaalweg.PerBericht(var bericht), _) => new EigenBijdrageGestopt(PersoonId, startnummer, vraag.Datum, bericht),
        _ => throw new InvalidOperationException("Een signaal gaat per bericht of met de hand."),
    };

    /// <summary>A message was taken back before it left, because none may be sent about this person any more.</summary>
    public void GaatMetDeHand(string bericht, DateTimeOffset nu)
    {
        var signaal = _signalen.Single(s => s.HeeftBericht(bericht));
        if (signaal.GaatMetDeHand(bericht) is not var (soort, aanlevering, datum)) return;
        Announce(new EigenBijdrageMetDeHand(PersoonId, signaal.Startnummer, soort, datum, RedenMetDeHand.AfgeschermdePersoon)
        {
            Dossiernummer = signaal.Dossiernummer,
            Aanlevering = aanlevering,
        }, nu);
    }

    /// <summary>Records whether a signal that is due has to wait.</summary>
    public void LaatWachten(bool wacht) => Wacht = wacht;

    /// <summary>Records that the backoffice has reported a signal to the CAK by hand.</summary>
    public void LegVast(EbBericht soort, DateTimeOffset nu)
    {
        if (Wachtend is { OpenCorrectie: { Status: Correctiestatus.MetDeHand } correctie } gecorrigeerd && correctie.Soort == soort)
        {
            gecorrigeerd.IsGecorrigeerd(correctie);
            KondigUitkomstAan(gecorrigeerd, soort, correctie.Aanlevering, [], nu);
            return;
        }
        if (Actueel is not { } signaal
            || (soort, signaal.Status) is not ((EbBericht.Start, Signaalstatus.StartMetDeHand)
                or (EbBericht.Stop, Signaalstatus.StopMetDeHand)))
            throw Weigering.Toestand("niets-met-de-hand",
                "Er is geen begin of einde dat u met de hand aan het CAK moest doorgeven. Bekijk de eigen bijdrage van deze persoon.");
        signaal.IsDoorgegeven();
        KondigUitkomstAan(signaal, soort, EbAanlevering.Eerste, [], nu);
    }

    /// <summary>
    /// Handles the CAK's retour on a start or a stop. A second retour changes nothing, unless the first answer was a person who gave up
    /// waiting. A start that was sent again may turn out to have reached the CAK the first time. The CAK keeps one start per person (iEb
    /// OP291), so the surplus one lapses.
    /// </summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu)
    {
        var signaal = _signalen.Single(s => s.HeeftBericht(berichtidentificatie));
        if (signaal.Correcties.Any(c => c.Bericht == berichtidentificatie))
        {
            if (signaal.BeantwoordCorrectie(berichtidentificatie, afkeurcodes) is { } correctie)
                KondigUitkomstAan(signaal, correctie.Soort, correctie.Aanlevering, afkeurcodes, nu);
            return;
        }
        if (signaal.Status == Signaalstatus.Vervallen
            && Actueel is not (null
                or { Status: Signaalstatus.StartGemeld or Signaalstatus.StartAfgekeurd or Signaalstatus.StartMetDeHand }))
            return;
        if (signaal.Beantwoord(berichtidentificatie, afkeurcodes) is not { } soort) return;
        var andere = _signalen.Where(s => s != signaal
            && s.Status is (Signaalstatus.StartBevestigd or Signaalstatus.StartAfgekeurd or Signaalstatus.StartMetDeHand)).ToList();
        if (signaal.Status == Signaalstatus.StartBevestigd) andere.ForEach(s => s.LaatVervallen());
        if (signaal.Status == Signaalstatus.StartAfgekeurd && andere.Exists(s => s.Status == Signaalstatus.StartBevestigd))
        {
            signaal.LaatVervallen();
            return;
        }
        KondigUitkomstAan(signaal, soort, EbAanlevering.Eerste, afkeurcodes, nu);
    }

    /// <summary>The cause of a rejection was found, so the signal that is due may be sent again.</summary>
    /// <exception cref="Weigering">409: the CAK has not rejected the last signal.</exception>
    public void GeefVrijNaAfkeuring()
    {
        switch (Wachtend)
        {
            case { OpenCorrectie.Status: Correctiestatus.Afgekeurd } signaal:
                signaal.GeefCorrectieVrij();
                break;
            case { Status: Signaalstatus.StartAfgekeurd } signaal:
                signaal.LaatVervallen();
                break;
            case { Status: Signaalstatus.StopAfgekeurd } signaal:
                signaal.HerstelNaStopAfkeuring();
                break;
            default:
                throw Weigering.Toestand(
                    "niet-afgekeurd", "Opnieuw melden kan alleen als het CAK de laatste melding heeft afgekeurd of niet verwerkt.");
        }
    }

    /// <summary>The signal with a correction that is not done; otherwise the last one that is valid.</summary>
    private Signaal? Wachtend => _signalen.Find(s => s.Geldt && s.OpenCorrectie is not null) ?? Actueel;

    private void KondigUitkomstAan(
        Signaal signaal, EbBericht soort, EbAanlevering aanlevering, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu) =>
        Announce(afkeurcodes.Count == 0
            ? new EigenBijdrageBevestigd(PersoonId, signaal.Startnummer, soort)
            {
                Dossiernummer = signaal.Dossiernummer,
                Aanlevering = aanlevering,
            }
            : new EigenBijdrageAfgekeurd(PersoonId, signaal.Startnummer, soort, afkeurcodes)
            {
                Dossiernummer = signaal.Dossiernummer,
                Aanlevering = aanlevering,
                NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes),
            }, nu);
}
