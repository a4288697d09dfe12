using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Regels;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The investigation that follows a melding (Wmo 2015 art. 2.3.2), one per melding. It collects gesprekken, indicaties and the resident's
/// choices until the verslag is fixed and signed. A returned verslag reopens the onderzoek. A signed or stopped onderzoek no longer
/// changes.
/// </summary>
public sealed class Onderzoek : Aggregate
{
    private readonly List<Gesprek> _gesprekken = [];
    private readonly List<Indicatie> _indicaties = [];

    private Onderzoek()
    {
    }

    public string Meldingnummer { get; private set; } = "";

    /// <summary>The aggregate of the melding, which its other events come from.</summary>
    public Guid MeldingId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";
    public bool Spoed { get; private set; }
    public string Hulpvraag { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    public DateOnly Uiterlijk { get; private set; }

    /// <summary>The version of the melding that the day of receipt comes from.</summary>
    public int Ontvangstversie { get; private set; }
    public Onderzoekstatus Status { get; private set; }

    /// <summary>Null until the BRP has answered, or a consulent has established the identity.</summary>
    public Persoonsgegevens? Persoon { get; private set; }
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>What the BRP says beside the personal data, for the consulent.</summary>
    public IReadOnlyList<Brpsignaal> Brpsignalen { get; private set; } = [];

    /// <summary>Version of the melding that these personal data come from; 0 before any.</summary>
    public int Persoonversie { get; private set; }

    /// <summary>The state of the person that they are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; private set; }

    public IReadOnlyList<Gesprek> Gesprekken => _gesprekken;
    public IReadOnlyList<Indicatie> Indicaties => _indicaties;
    public string? MotiveringGeenIndicatie { get; private set; }

    public string? Samenvatting { get; private set; }
    public DateOnly? VastgesteldOp { get; private set; }
    public IReadOnlyList<Opmerking> Opmerkingen { get; private set; } = [];
    public DateOnly? AanvraagOntvangenOp { get; private set; }
    public Ondertekenwijze? Ondertekenwijze { get; private set; }

    /// <summary>The last day on which an aanvraag came that was no signed verslag; null without one.</summary>
    public DateOnly? AndereAanvraagOp { get; private set; }

    /// <summary>The requests that came before an aanvraag was possible, oldest first. They are part of the melding.</summary>
    public IReadOnlyList<VroegeVraag> VroegeVragen { get; private set; } = [];

    public Stopreden? Stopreden { get; private set; }
    public string? Stopmotivering { get; private set; }
    public DateOnly? GestoptOp { get; private set; }

    /// <summary>The next step that somebody must take.</summary>
    public VolgendeStap VolgendeStap => Status switch
    {
        // Who applied in another way need not sign any more.
        Onderzoekstatus.VerslagVastgesteld => AndereAanvraagOp is null ? VolgendeStap.Ondertekenen : VolgendeStap.Geen,
        Onderzoekstatus.Ondertekend or Onderzoekstatus.Gestopt => VolgendeStap.Geen,
        _ when _gesprekken.Count == 0 => VolgendeStap.GesprekPlannen,
        _ when !_gesprekken.Exists(g => g.IsGevoerd) => VolgendeStap.GesprekVoeren,
        _ when _indicaties.Count == 0 && MotiveringGeenIndicatie is null => VolgendeStap.Indiceren,
        _ when _indicaties.Exists(i => i.Leveringsvorm is null) => VolgendeStap.LeveringsvormKiezen,
        _ => VolgendeStap.VerslagVaststellen,
    };

    public static Onderzoek Open(MeldingGedaan melding, DateTimeOffset nu)
    {
        // Wmo 2015 art. 2.3.2 lid 1: six weeks from the day of receipt.
        var termijn = Termijnen.Onderzoek(melding.OntvangenOp).AlsTermijn();
        var onderzoek = new Onderzoek
        {
            Dossiernummer = melding.Dossiernummer,
            Meldingnummer = melding.Meldingnummer,
            MeldingId = melding.AggregaatId,
            PersoonId = melding.PersoonId,
            Bsn = melding.Inhoud.Waarde.Bsn,
            Wijkteam = melding.Wijkteam,
            Spoed = melding.Spoed,
            Hulpvraag = melding.Inhoud.Waarde.Hulpvraag,
            OntvangenOp = melding.OntvangenOp,
            Uiterlijk = termijn.Uiterlijk,
            Status = Onderzoekstatus.Lopend,
        };
        onderzoek.Announce(new OnderzoekGeopend(melding.Meldingnummer, termijn), nu);
        return onderzoek;
    }

    /// <summary>The melding was received on another day, from which the six weeks run (Wmo 2015 art. 2.3.2 lid 1).</summary>
    public void NeemOntvangst(MeldingontvangstGecorrigeerd correctie)
    {
        if (correctie.Versie <= Ontvangstversie) return;
        (Ontvangstversie, OntvangenOp, Uiterlijk) = (correctie.Versie, correctie.OntvangenOp, correctie.Onderzoekstermijn.Uiterlijk);
    }

    /// <summary>Stores the personal data that Meldingen announced, unless they are older than what it has.</summary>
    /// <param name="gebeurtenis">What was announced.</param>
    /// <param name="versie">The version of the melding that announced it.</param>
    public void NeemPersoon(IOverPersoon gebeurtenis, int versie)
    {
        if (versie <= Persoonversie) return;
        (Persoonversie, Persoonstand, Persoon, GeenBerichtenverkeer, Brpsignalen) = (versie, gebeurtenis.Persoonstand,
            gebeurtenis.Persoon.Waarde, gebeurtenis.GeenBerichtenverkeer, gebeurtenis.Signalen);
        // A resident finds the own onderzoek by the BSN of today.
        Bsn = gebeurtenis.Persoon.Waarde.Bsn;
    }

    public Gesprek PlanGesprek(DateTimeOffset tijdstip, Gespreksplaats plaats, IReadOnlyList<string> aanwezigen, DateTimeOffset nu)
    {
        EisLopend();
        if (tijdstip.Dag() < OntvangenOp)
            throw Weigering.Regel("gesprek-voor-melding", "Het gesprek kan niet vóór de melding zijn. Kies een later tijdstip.",
                veld: "tijdstip");
        var gesprek = new Gesprek(tijdstip.ToUniversalTime(), plaats, aanwezigen);
        _gesprekken.Add(gesprek);
        Announce(new GesprekGepland(gesprek.Id, gesprek.Tijdstip, plaats), nu);
        return gesprek;
    }

    public void LegGesprekVast(Guid gesprekId, DateOnly gevoerdOp, bool gebruiktWlz, Onderwerpen onderwerpen, DateTimeOffset nu)
    {
        var gesprek = _gesprekken.Find(g => g.Id == gesprekId) ?? throw Weigering.Onbekend("Dit gesprek");
        EisLopend();
        if (gesprek.IsGevoerd)
            throw Weigering.Toestand("gesprek-al-vastgelegd",
                "Dit gesprek is al vastgelegd. Plan een nieuw gesprek als er meer te bespreken is.");
        if (gevoerdOp > nu.Dag() || gevoerdOp < OntvangenOp)
            throw Weigering.Regel("gespreksdag-onmogelijk",
                "De dag van het gesprek ligt in de toekomst of vóór de melding. Vul de dag in waarop het gesprek echt was.",
                veld: "gevoerdOp");
        gesprek.LegVast(gevoerdOp, gebruiktWlz, onderwerpen);
        Announce(new GesprekGevoerd(gesprekId, gevoerdOp, gebruiktWlz), nu);
    }

    /// <summary>
    /// Stops the onderzoek because another law or service helps. The Wlz coming first is a reasoned choice, never automatic (Wmo 2015 art.
    /// 2.3.5 lid 6).
    /// </summary>
    public void VerwijsDoor(Stopreden naar, string motivering, DateTimeOffset nu)
    {
        EisLopend();
        Stop(naar, nu.Dag(), nu);
        Stopmotivering = motivering;
    }

    /// <summary>
    /// Stops the onderzoek because the resident lives in another municipality, which got the melding (Awb 2:3). The resident is told by
    /// letter.
    /// </summary>
    public void ZendDoor(string gemeente, string motivering, DateTimeOffset nu)
    {
        EisLopend();
        Stop(Contracts.Stopreden.AndereGemeente, nu.Dag(), nu, gemeente);
        Stopmotivering = motivering;
    }

    /// <summary>The resident has withdrawn the melding. A signed or stopped onderzoek stays as it is.</summary>
    public void TrekMeldingIn(DateOnly dag, DateTimeOffset nu)
    {
        if (Status is Onderzoekstatus.Lopend or Onderzoekstatus.VerslagVastgesteld) Stop(Contracts.Stopreden.MeldingIngetrokken, dag, nu);
    }

    public Indicatie StelIndicatie(Product product, Omvang omvang, Periode periode, IReadOnlyList<string> doelen, DateTimeOffset nu)
    {
        EisLopend();
        VerslagIsCompleet.EisGesprek(this);
        DagbestedingUitWlz.Eis(this, product);
        if (periode.Ingangsdatum < OntvangenOp)
            throw Weigering.Regel("ingang-voor-melding", "De hulp kan niet vóór de melding ingaan. Kies een latere ingangsdatum.",
                veld: "periode.ingangsdatum");
        var indicatie = new Indicatie(product, omvang, periode, doelen);
        _indicaties.Add(indicatie);
        // A yes is a new judgement: it replaces the reasoned no.
        MotiveringGeenIndicatie = null;
        Announce(new IndicatieGesteld(indicatie.Id, product, omvang, periode), nu);
        return indicatie;
    }

    /// <summary>Withdraws an indicatie, because an indicatie never changes. A better one gets its own voorzieningId.</summary>
    public void TrekIndicatieIn(Guid voorzieningId, DateTimeOffset nu)
    {
        var indicatie = _indicaties.Find(i => i.Id == voorzieningId) ?? throw Weigering.Onbekend("Deze voorziening");
        EisLopend();
        _indicaties.Remove(indicatie);
        Announce(new IndicatieIngetrokken(indicatie.Id, indicatie.Product), nu);
    }

    public void StelGeenIndicatie(string motivering, DateTimeOffset nu)
    {
        EisLopend();
        VerslagIsCompleet.EisGesprek(this);
        if (_indicaties.Count > 0)
            throw Weigering.Toestand("er-is-een-indicatie",
                "Er is al een indicatie gesteld. Stel het verslag vast met die indicatie, of trek die eerst in.");
        MotiveringGeenIndicatie = motivering;
        Announce(new GeenIndicatieGesteld(nu.Dag()), nu);
    }

    /// <summary>
    /// Records the resident's choice for one voorziening. The choice may change until the verslag is fixed. <paramref name="aanbieder"/>
    /// comes from this service's copy of the register.
    /// </summary>
    public void Kies(Guid voorzieningId, Leveringsvorm leveringsvorm, Zorgaanbieder? aanbieder, string? motivatie, DateTimeOffset nu)
    {
        var indicatie = _indicaties.Find(i => i.Id == voorzieningId) ?? throw Weigering.Onbekend("Deze voorziening");
        EisLopend();
        if (leveringsvorm == Leveringsvorm.Pgb) PgbHeeftMotivatie.Eis(motivatie);
        else AanbiederIsGecontracteerd.Eis(aanbieder, indicatie);
        if (indicatie.Kies(leveringsvorm, leveringsvorm == Leveringsvorm.Zin ? aanbieder!.Agb : null, motivatie))
            Announce(new LeveringsvormGekozen(indicatie.Id, PersoonId, Wijkteam, leveringsvorm, indicatie.Agb), nu);
    }

    /// <summary>Fixes the verslag, which is then sent to the resident (Wmo 2015 art. 2.3.2 lid 8).</summary>
    public void StelVerslagVast(string samenvatting, DateTimeOffset nu)
    {
        EisLopend();
        VerslagIsCompleet.Eis(this);
        GemeenteIsBevoegd.Eis(Brpsignalen, _indicaties.Select(i => i.Product));
        (Samenvatting, VastgesteldOp, Status) = (samenvatting, nu.Dag(), Onderzoekstatus.VerslagVastgesteld);
        Announce(new VerslagVastgesteld(nu.Dag(), _indicaties.Count)
        {
            Voorzieningen = [.. _indicaties.Select(i => i.AlsGekozen())],
        }, nu);
    }

    /// <summary>The resident returns the verslag with remarks, which reopens the onderzoek.</summary>
    public void StuurTerug(string opmerkingen, DateTimeOffset nu)
    {
        EisVastgesteld();
        Opmerkingen = [.. Opmerkingen, new(nu.Dag(), opmerkingen)];
        (VastgesteldOp, Status) = (null, Onderzoekstatus.Lopend);
        Announce(new VerslagTeruggestuurd(nu.Dag()), nu);
    }

    /// <summary>
    /// The signed verslag is the aanvraag. Its day of receipt starts the two weeks (Wmo 2015 art. 2.3.2 lid 9, 2.3.5 lid 2).
    /// </summary>
    public void Onderteken(Ondertekenwijze wijze, DateOnly ontvangenOp, DateTimeOffset nu, string? redenLaat = null,
        EerdereOntvangst? eerstBij = null)
    {
        EisVastgesteld();
        GemeenteIsBevoegd.EisInLeven(Brpsignalen);
        if (ontvangenOp > nu.Dag() || ontvangenOp < VastgesteldOp)
            throw Weigering.Regel("ontvangstdag-onmogelijk",
                "De dag van ontvangst ligt in de toekomst of vóór de dag waarop het verslag is vastgesteld. Vul de dag in waarop het "
                    + "ondertekende verslag echt binnenkwam.", "Wmo 2015 art. 2.3.5 lid 2", "ontvangenOp");
        OntvangstKlopt.Eis("Het ondertekende verslag", ontvangenOp, nu.Dag(), redenLaat, eerstBij);
        (AanvraagOntvangenOp, Ondertekenwijze, Status) = (ontvangenOp, wijze, Onderzoekstatus.Ondertekend);
        Announce(new VerslagOndertekend(ontvangenOp, wijze, PersoonId, Wijkteam, [.. _indicaties.Select(i => i.AlsGekozen())],
            GeenBerichtenverkeer, new(Persoon!))
        {
            Persoonstand = Persoonstand,
            Meldingnummer = Meldingnummer,
            VerslagVan = VastgesteldOp,
            RedenLaat = redenLaat is null ? null : new(redenLaat),
            EerstBij = eerstBij,
        }, nu);
    }

    /// <summary>The resident applied in another way than with the signed verslag (Wmo 2015 art. 2.3.2 lid 9).</summary>
    public void KrijgtAanvraag(DateOnly ontvangenOp)
    {
        if (!(AndereAanvraagOp >= ontvangenOp)) AndereAanvraagOp = ontvangenOp;
    }

    /// <summary>A request came before an aanvraag was possible, also when the onderzoek was over by the time it was told here.</summary>
    public void KrijgtVraag(VroegeVraag vraag)
    {
        if (VroegeVragen.All(v => v.Id != vraag.Id)) VroegeVragen = [.. VroegeVragen.Append(vraag).OrderBy(v => v.OntvangenOp)];
    }

    private void Stop(Stopreden reden, DateOnly dag, DateTimeOffset nu, string? gemeente = null)
    {
        (Stopreden, GestoptOp, Status) = (reden, dag, Onderzoekstatus.Gestopt);
        Announce(new OnderzoekGestopt(reden, dag) { Gemeente = gemeente, Meldingnummer = Meldingnummer }, nu);
    }

    private void EisLopend()
    {
        if (Status == Onderzoekstatus.VerslagVastgesteld)
            throw Weigering.Toestand("verslag-ligt-vast",
                "Het verslag ligt bij de inwoner om te ondertekenen. Leg eerst opmerkingen vast als er nog iets moet veranderen.",
                "Wmo 2015 art. 2.3.2 lid 8");
        EisNietKlaar();
    }

    private void EisVastgesteld()
    {
        EisNietKlaar();
        if (Status != Onderzoekstatus.VerslagVastgesteld)
            throw Weigering.Toestand("verslag-niet-vastgesteld",
                "Er is nog geen vastgesteld verslag. De consulent stelt het verslag eerst vast.", "Wmo 2015 art. 2.3.2 lid 8");
    }

    private void EisNietKlaar()
    {
        if (Status == Onderzoekstatus.Ondertekend)
            throw Weigering.Toestand("aanvraag-al-gedaan",
                "Het verslag is al ondertekend. Dat is de aanvraag: de gemeente beslist daar nu over.", "Wmo 2015 art. 2.3.2 lid 9");
        if (Status == Onderzoekstatus.Gestopt)
            throw Weigering.Toestand("onderzoek-gestopt", "Dit onderzoek is gestopt. Doe een nieuwe melding als er toch hulp nodig is.");
    }
}

public enum Onderzoekstatus
{
    Lopend,
    VerslagVastgesteld,
    Ondertekend,
    Gestopt,
}

/// <summary>The step that an onderzoek waits for.</summary>
public enum VolgendeStap
{
    GesprekPlannen,
    GesprekVoeren,
    Indiceren,
    LeveringsvormKiezen,
    VerslagVaststellen,
    Ondertekenen,
    Geen,
}

/// <summary>A request that came before an aanvraag was possible (Wmo 2015 art. 2.3.2 lid 9).</summary>
/// <param name="Id">De brief.</param>
/// <param name="OntvangenOp">De dag waarop de brief binnenkwam.</param>
/// <param name="Vraag">Wat de inwoner vraagt, in eigen woorden.</param>
public sealed record VroegeVraag(Guid Id, DateOnly OntvangenOp, string Vraag);

/// <summary>Remarks of the resident on a returned verslag.</summary>
/// <param name="OntvangenOp">De dag waarop de opmerkingen binnenkwamen.</param>
/// <param name="Tekst">Wat er volgens de inwoner niet klopt of ontbreekt.</param>
public sealed record Opmerking(DateOnly OntvangenOp, string Tekst);
