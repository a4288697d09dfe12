using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// One melding and its onderzoek, as their services announce them. The melding is of Friday 24 April 2026, so its six weeks end on Friday 5
/// June, and an aanvraag without a verslag is possible from Saturday 6 June.
/// </summary>
internal sealed class Zaak
{
    private static int _volgnummer = 500_000;
    private readonly int _nummer = Interlocked.Increment(ref _volgnummer);
    private readonly Guid _melding = Guid.CreateVersion7();
    private readonly Guid _onderzoek = Guid.CreateVersion7();
    private int _meldingversie;
    private int _onderzoekversie;

    public Zaak(string bsn = Voorbeelden.Inwoner, string? dossier = null, Guid? persoon = null)
    {
        (Bsn, Dossiernummer, PersoonId) = (bsn, dossier ?? Nummers.Dossiernummer(2026, _nummer), persoon ?? Guid.CreateVersion7());
    }

    public string Bsn { get; }
    public string Dossiernummer { get; }
    public Guid PersoonId { get; }
    public string Meldingnummer => Nummers.Meldingnummer(2026, _nummer);
    public Guid OnderzoekId => _onderzoek;
    public string Pad => Dienst.Pad(Dossiernummer);

    public MeldingGedaan Gemeld(string dag = "2026-04-24") => VanMelding(new MeldingGedaan(Meldingnummer, PersoonId, Loop.Dag(dag),
        Meldkanaal.Telefoon, Voorbeelden.Team, false, new("bevestiging", Loop.Dag(dag), Loop.Dag(dag), "norm"),
        new(new MeldingInhoud(Bsn, "Ik heb hulp nodig.", null, null))));

    public PersoonsgegevensVastgesteld Bekend() => VanMelding(new PersoonsgegevensVastgesteld(
        PersoonId, false, new(Voorbeelden.Persoon with { Bsn = Bsn }))
    { Persoonstand = 1 });

    public PersoonsgegevensGewijzigd Gewijzigd(int stand, params Brpsignaal[] signalen) => VanMelding(new PersoonsgegevensGewijzigd(
        PersoonId, false, new(Voorbeelden.Persoon with { Bsn = Bsn }), [Persoonswijziging.Signaal])
    { Persoonstand = stand, Signalen = signalen });

    public MeldingontvangstGecorrigeerd Gecorrigeerd(string was, string dag) => VanMelding(new MeldingontvangstGecorrigeerd(Loop.Dag(was),
        Loop.Dag(dag), new("bevestiging", Loop.Dag(dag), Loop.Dag(dag), "norm"), new("onderzoek", Loop.Dag(dag), Loop.Dag(dag), "Wmo 2015"),
        Loop.Dag(dag), new("De brief lag er al."))
    { Meldingnummer = Meldingnummer });

    public MeldingIngetrokken Ingetrokken(string dag) => VanMelding(new MeldingIngetrokken(Loop.Dag(dag)));

    public OnderzoekGeopend Geopend() => VanOnderzoek(new OnderzoekGeopend(Meldingnummer,
        new("onderzoek", Loop.Dag("2026-04-24"), Loop.Dag("2026-06-05"), "Wmo 2015 art. 2.3.2 lid 1")));

    public IndicatieGesteld Indicatie(GekozenVoorziening v) =>
        VanOnderzoek(new IndicatieGesteld(v.VoorzieningId, v.Product, v.Omvang, v.Periode));

    public IndicatieIngetrokken Trekt(GekozenVoorziening v) => VanOnderzoek(new IndicatieIngetrokken(v.VoorzieningId, v.Product));

    public LeveringsvormGekozen Keuze(GekozenVoorziening v) =>
        VanOnderzoek(new LeveringsvormGekozen(v.VoorzieningId, PersoonId, Voorbeelden.Team, v.Leveringsvorm, v.Agb));

    public VerslagVastgesteld Verslag(string dag, params GekozenVoorziening[] voorzieningen) =>
        VanOnderzoek(new VerslagVastgesteld(Loop.Dag(dag), voorzieningen.Length) { Voorzieningen = voorzieningen });

    public VerslagOndertekend Ondertekend(string dag, string verslagVan, params GekozenVoorziening[] voorzieningen) =>
        VanOnderzoek(new VerslagOndertekend(Loop.Dag(dag), Ondertekenwijze.Papier, PersoonId, Voorbeelden.Team, voorzieningen, false,
            new(Voorbeelden.Persoon with { Bsn = Bsn }))
        {
            Meldingnummer = Meldingnummer,
            VerslagVan = Loop.Dag(verslagVan),
            Persoonstand = 1,
        });

    public OnderzoekGestopt Gestopt(Stopreden reden, string dag) =>
        VanOnderzoek(new OnderzoekGestopt(reden, Loop.Dag(dag)) { Meldingnummer = Meldingnummer });

    /// <summary>The melding, the person and the onderzoek arrive.</summary>
    public async Task<Zaak> Begint<TDb>(DienstFabriek<TDb> dienst) where TDb : Messaging.ServiceDb
    {
        foreach (var g in (Gebeurtenis[])[Gemeld(), Bekend(), Geopend()]) await dienst.Verwerk((dynamic)g);
        return this;
    }

    private T VanMelding<T>(T g) where T : Gebeurtenis => (T)(g with
    {
        Dossiernummer = Dossiernummer,
        AggregaatId = _melding,
        Versie = ++_meldingversie,
        Op = DateTimeOffset.UtcNow,
    });

    private T VanOnderzoek<T>(T g) where T : Gebeurtenis => (T)(g with
    {
        Dossiernummer = Dossiernummer,
        AggregaatId = _onderzoek,
        Versie = ++_onderzoekversie,
        Op = DateTimeOffset.UtcNow,
    });
}
