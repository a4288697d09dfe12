using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// An aanvraag, usually the signed verslag: received, completed, decided, made known; or withdrawn, or passed on. It has one beschikking,
/// with an outcome per voorziening.
/// </summary>
public sealed partial class Aanvraag : Beslisplicht
{
    private Aanvraag()
    {
    }

    /// <summary>For instance <c>A-2026-000123</c>.</summary>
    public string Aanvraagnummer { get; private set; } = "";

    /// <summary>The melding that the onderzoek began with; null for an aanvraag from before a dossier could hold several.</summary>
    public string? Meldingnummer { get; private set; }

    /// <summary>
    /// The onderzoek that it follows, or that goes on beside it. An aanvraag to change granted help follows none, and has its own id here.
    /// </summary>
    public Guid OnderzoekId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own beschikking by it. All other personal data are sealed.</summary>
    public string Bsn { get; private set; } = "";

    /// <summary>
    /// The personal data as they stood in the verslag, or were announced since, sealed by <see cref="Vault"/>; null while nobody has said
    /// who the person is.
    /// </summary>
    public Sealed? VerzegeldePersoon { get; private set; }

    /// <summary>The state of the person that these data are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; private set; }
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>What the BRP said after the verslag was signed.</summary>
    public IReadOnlyList<Brpsignaal> Brpsignalen { get; private set; } = [];
    public string Wijkteam { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    public Aanvraagstatus Status { get; private set; }

    /// <summary>The indicaties. Empty when there was no indicatie and the resident still wants a decision.</summary>
    public IReadOnlyList<GekozenVoorziening> Voorzieningen { get; private set; } = [];

    /// <summary>The facts that decide how long the municipality has.</summary>
    public Beslistermijn Beslistermijn { get; private set; } = null!;

    /// <summary>The last day under the law (Wmo 2015 art. 2.3.5 lid 2). An announced delay does not move it.</summary>
    public DateOnly Uiterlijk { get; private set; }

    /// <summary>The day promised in an announcement of delay (Awb 4:14).</summary>
    public DateOnly? ToegezegdeDatum { get; private set; }

    /// <summary>The last day on which nothing has to be done by itself; null when nothing is to come.</summary>
    public DateOnly? WachtTot { get; private set; }

    /// <summary>The day of the verslag, before which no aanvraag can have come; null when the event did not say.</summary>
    public DateOnly? VerslagVan { get; private set; }

    /// <summary>The parts that the applicant withdrew.</summary>
    public IReadOnlyList<Intrekking> Intrekkingen { get; private set; } = [];

    /// <summary>The municipality that got the aanvraag (Awb 2:3); null when it stayed here.</summary>
    public string? DoorgezondenNaar { get; private set; }
    public DateOnly? DoorgezondenOp { get; private set; }
    public string? RedenDoorzending { get; private set; }

    /// <summary>Whether the term of the law was kept or, until bekendmaking, can still be kept.</summary>
    public bool IsTijdig(DateOnly vandaag) =>
        (KlaarOp ?? vandaag) <= Uiterlijk || (KlaarOp is null && Beslistermijn.StaatStilSinds is not null);

    /// <summary>The day after which nothing is to be decided any more; null before it.</summary>
    public override DateOnly? KlaarOp => BekendgemaaktOp ?? DoorgezondenOp ?? MeldingGewordenOp
        ?? (Status == Aanvraagstatus.Ingetrokken ? Intrekkingen[^1].IngetrokkenOp : null);

    protected override DateOnly? LaatsteDag => Uiterlijk;
    protected override DateOnly? StaatStilSinds => Beslistermijn.StaatStilSinds;
    protected override DateOnly Begin => OntvangenOp;

    /// <summary>Who gets any help has an interest in the decision, and the aanvraag had a chance.</summary>
    protected override bool Draagt(GeenDwangsom grond, Beslisronde ronde) =>
        Status == Aanvraagstatus.Bekendgemaakt && !Geldend.Any(b => b.IsToegekend);

    protected override string Wat => "de aanvraag";
    public override string Nummer => Aanvraagnummer;

    /// <summary>The decision per voorziening, as it was or will be made known.</summary>
    public IEnumerable<BeschikteVoorziening> Beschikt() => Paren(Besluiten).Select(p => p.Besluit.Op(p.Gevraagd))
        .Select(v => BekendgemaaktOp is { } dag && Besluitvorming.NaTijdelijk.Contains(v.Product.Categorie)
            ? TijdelijkeHulp.Na(v, dag) : v);

    /// <summary>The personal data as they are known now.</summary>
    public Persoonsgegevens Persoon(Vault kluis) => VerzegeldePersoon is { } persoon
        ? kluis.UnsealJson<Persoonsgegevens>(persoon, VanPersoon)
        : throw Weigering.Toestand("persoon-onbekend",
            "De gegevens uit de BRP zijn er nog niet. Wacht tot de BRP antwoordt, of stel de identiteit vast als de BRP de inwoner niet "
            + "kent.", "Wmo 2015 art. 2.3.4");

    private bool IsOverleden => Brpsignalen.Contains(Brpsignaal.Overleden);

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    /// <summary>
    /// Takes over what was announced about the person since. A beschikking that was made known is not sent again, but the resident still
    /// finds it by the BSN of today.
    /// </summary>
    public void NeemPersoon(Persoonsbeeld beeld, Vault kluis)
    {
        // The same state as that of the verslag has signs that the verslag did not carry.
        if (beeld.Stand < Persoonstand) return;
        var persoon = beeld.Persoon(kluis);
        (Persoonstand, Bsn, GeenBerichtenverkeer, Brpsignalen) = (beeld.Stand, persoon.Bsn, beeld.GeenBerichtenverkeer, beeld.Signalen);
        VerzegeldePersoon = kluis.SealJson(persoon, VanPersoon);
    }

    /// <summary>
    /// Announces, once and in time, that the decision takes longer. The promised day does not replace the day of the law (Awb 4:14).
    /// </summary>
    public void StelUit(int weken, string reden, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (ToegezegdeDatum is not null)
            throw Weigering.Toestand("uitstel-al-aangekondigd", "Voor deze aanvraag is al uitstel aangekondigd. Dat kan één keer.",
                UitstelIsKortEnOpTijd.Grondslag);
        var dag = nu.Dag();
        ToegezegdeDatum = UitstelIsKortEnOpTijd.ToegezegdeDatum(Beslistermijn.Wettelijk, dag, weken);
        Beslistermijn = Beslistermijn with { Uitstel = new(dag, weken, reden) };
        Announce(new UitstelAangekondigd(ToegezegdeDatum.Value, dag) { Reden = new(reden) }, nu);
    }

    /// <summary>Asks the applicant to complete the aanvraag within a term, which suspends the term to decide (Awb 4:5 and 4:15).</summary>
    public Aanvulverzoek VraagAanvulling(
        DateOnly uiterlijk, IReadOnlyList<GevraagdStuk> stukken, string? toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBesloten();
        AanvullingIsRedelijk.Eis(stukken, toelichting, Gevraagde(), uiterlijk, nu.Dag());
        if (stukken.Any(s => s.VoorzieningId is { } id && Gevraagd(id) is null)) throw Weigering.Onbekend("Deze voorziening");
        BuitenBehandelingNaAanvulling.EisNietVoorbij(stukken, Beslistermijn, nu.Dag());
        return Vraag(uiterlijk, stukken, toelichting, beleid, nu);
    }

    /// <summary>
    /// For the kinds of help that policy names, the forms for the pgb complete the aanvraag. The applicant is asked for those that are not
    /// there yet (Awb 4:5).
    /// </summary>
    /// <param name="aanwezig">The forms that came already, by voorziening.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    public void VraagPgbFormulieren(ILookup<Guid, PgbDocument> aanwezig, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var regels = beleid.Op(OntvangenOp).Waarde.Aanvraag;
        if (Status != Aanvraagstatus.Ontvangen || nu.Dag() >= Uiterlijk) return;
        var gevraagd = Beslistermijn.Aanvulverzoeken.SelectMany(v => v.Stukken).Select(s => (s.VoorzieningId, s.Soort)).ToHashSet();
        GevraagdStuk[] stukken =
        [
            .. Voorzieningen.Where(v => v.Leveringsvorm == Leveringsvorm.Pgb && regels.PgbFormulieren.Contains(v.Product.Categorie))
                .SelectMany(v => Enum.GetValues<PgbDocument>().Except(aanwezig[v.VoorzieningId])
                    .Where(d => !gevraagd.Contains((v.VoorzieningId, d.AlsSoort()))).Select(d => (v.VoorzieningId, Document: d)))
                .Select((s, i) => new GevraagdStuk(i + 1, s.Document.AlsSoort(), s.Document.Omschrijving())
                {
                    VoorzieningId = s.VoorzieningId,
                }),
        ];
        if (stukken.Length > 0)
            Vraag(regels.FormulierenUiterlijk(nu.Dag()), stukken,
                "U vroeg om een persoonsgebonden budget (pgb). Met deze formulieren is uw aanvraag compleet.", beleid, nu);
    }

    /// <summary>A form for the pgb came in. If the applicant was asked for it, the aanvraag has it now.</summary>
    public void KrijgtPgbFormulier(Guid voorzieningId, PgbDocument document, DateOnly ontvangenOp, Tabel<Gemeentebeleid> beleid,
        DateTimeOffset nu)
    {
        if (KlaarOp is not null) return;
        foreach (var verzoek in Beslistermijn.Onvolledig.ToList())
            foreach (var stuk in verzoek.Stukken.Where(s => s.OntvangenOp is null && s.VoorzieningId == voorzieningId
                && s.Soort == document.AlsSoort()))
                // A form that lay there already when it was asked for, makes nobody wait.
                NeemAanvulling(verzoek.Id, [stuk.Nummer], ontvangenOp < verzoek.GevraagdOp ? verzoek.GevraagdOp : ontvangenOp, beleid, nu);
    }

    private Aanvulverzoek Vraag(
        DateOnly uiterlijk, IReadOnlyList<GevraagdStuk> stukken, string? toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var verzoek = new Aanvulverzoek(Guid.CreateVersion7(nu), nu.Dag(), uiterlijk, stukken, toelichting);
        Verander(Beslistermijn.Met(verzoek), (termijn, toegezegd) =>
            new AanvullingGevraagd(verzoek.Id, verzoek.GevraagdOp, uiterlijk, termijn, toegezegd, new(verzoek.AlsVraag())), beleid, nu);
        return verzoek;
    }

    /// <summary>Some of what was asked came in. With the last of it the term to decide goes on.</summary>
    /// <exception cref="Weigering">
    /// 404 for an unknown request; 422 for a thing that was not asked or an impossible day; 409 if it was there.
    /// </exception>
    public void NeemAanvulling(Guid verzoekId, IReadOnlyList<int> nummers, DateOnly op, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var verzoek = Beslistermijn.Aanvulverzoeken.FirstOrDefault(v => v.Id == verzoekId)
            ?? throw Weigering.Onbekend("Dit verzoek om aanvulling");
        if (nummers.FirstOrDefault(n => !verzoek.Stukken.Any(s => s.Nummer == n), -1) is var vreemd and not -1)
            throw Weigering.Regel("stuk-niet-gevraagd", $"Stuk {vreemd} staat niet in dit verzoek. Kies uit de stukken die zijn gevraagd.",
                veld: "stukken");
        if (verzoek.Stukken.Any(s => nummers.Contains(s.Nummer) && s.OntvangenOp is not null))
            throw Weigering.Toestand("stuk-al-ontvangen", "Een van deze stukken is al ontvangen. Noem alleen wat nu is binnengekomen.");
        Dagregel.Eis(op, verzoek.GevraagdOp, nu.Dag(), "ontvangenOp", "de dag waarop om aanvulling is gevraagd");
        var aangevuld = verzoek with
        {
            Stukken = [.. verzoek.Stukken.Select(s => nummers.Contains(s.Nummer) ? s with { OntvangenOp = op } : s)],
        };
        if (aangevuld.Stukken.Any(s => s.Soort == Stuksoort.Handtekening && nummers.Contains(s.Nummer))) IsOndertekend = true;
        Verander(Beslistermijn.Met(aangevuld), (termijn, toegezegd) =>
            new AanvullingOntvangen(verzoekId, op, aangevuld.VolledigOp is not null, termijn, toegezegd), beleid, nu);
    }

    /// <summary>The term to decide stands still on another ground (Awb 4:15).</summary>
    public Stilstand SchortOp(
        Opschortingsgrond grond, DateOnly van, DateOnly? termijnTot, string toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBesloten();
        var stilstand = new Stilstand(Guid.CreateVersion7(nu), grond, van, termijnTot, null, toelichting);
        OpschortingKan.Eis(stilstand, Beslistermijn, nu.Dag());
        Verander(Beslistermijn.Met(stilstand), (termijn, toegezegd) =>
            new BeslistermijnOpgeschort(stilstand.Id, stilstand.AlsReden(), van, termijnTot, termijn, toegezegd, new(toelichting)),
            beleid, nu);
        return stilstand;
    }

    /// <summary>The term to decide runs again. The applicant is told what is left of it.</summary>
    public void BeeindigOpschorting(Guid opschortingId, DateOnly tot, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var stilstand = LopendeOpschorting(opschortingId);
        Dagregel.Eis(tot, stilstand.Van, nu.Dag(), "tot", "het begin van de opschorting");
        OpschortingKan.EisNietLanger(stilstand, tot);
        Verander(Beslistermijn.Met(stilstand with { Tot = tot }), (termijn, toegezegd) =>
            new OpschortingGeeindigd(opschortingId, stilstand.AlsReden(), tot, termijn, toegezegd), beleid, nu);
    }

    /// <summary>
    /// The end of a suspension became known, or proves to be another day. The applicant is told the new last day (Awb 4:15 lid 3).
    /// </summary>
    public void VerwachtEinde(
        Guid opschortingId, DateOnly termijnTot, string toelichting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBesloten();
        var stilstand = LopendeOpschorting(opschortingId);
        OpschortingKan.EisVerwachting(stilstand, termijnTot, toelichting, nu.Dag());
        Verander(Beslistermijn.Met(stilstand with { TermijnTot = termijnTot, Toelichting = toelichting }), (termijn, toegezegd) =>
            new BeslistermijnOpgeschort(opschortingId, stilstand.AlsReden(), stilstand.Van, termijnTot, termijn, toegezegd,
                new(toelichting)), beleid, nu);
    }

    private Stilstand LopendeOpschorting(Guid opschortingId)
    {
        var stilstand = Beslistermijn.Stilstanden.FirstOrDefault(s => s.Id == opschortingId)
            ?? throw Weigering.Onbekend("Deze opschorting");
        return stilstand.Tot is null ? stilstand
            : throw Weigering.Toestand("opschorting-al-beeindigd", "Deze opschorting is al geëindigd. Begin zo nodig een nieuwe.");
    }

    /// <summary>The aanvraag reached the municipality on another day than was recorded, which moves all its terms.</summary>
    public void CorrigeerOntvangst(DateOnly ontvangenOp, string reden, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var was = OntvangenOp;
        if (ontvangenOp == was)
            throw Weigering.Regel("niets-gewijzigd", "Dit is de dag die al bekend is. Vul de goede dag in.", veld: "ontvangenOp");
        DateOnly[] feiten =
        [
            nu.Dag(), .. Beslistermijn.Aanvulverzoeken.Select(v => v.GevraagdOp), .. Beslistermijn.Stilstanden.Select(s => s.Van),
            Beslistermijn.Uitstel?.AangekondigdOp ?? nu.Dag(), BeslotenOp ?? nu.Dag(), .. Intrekkingen.Select(i => i.IngetrokkenOp),
            .. Dwangsom.Ingebrekestellingen.Select(i => i.OntvangenOp),
        ];
        if (ontvangenOp < VerslagVan)
            throw Weigering.Regel("ontvangst-voor-verslag",
                $"Het verslag is van {Datumtekst.Voluit(VerslagVan.Value)}. De ondertekende aanvraag kan niet eerder zijn ontvangen.",
                "Wmo 2015 art. 2.3.5 lid 2", "ontvangenOp");
        if (IsWijziging && ontvangenOp < MogelijkVanaf)
            throw Weigering.Regel("dag-te-vroeg",
                $"De hulp is voor het eerst toegekend op {Datumtekst.Voluit(MogelijkVanaf.Value)}. Een vraag om die te veranderen kan niet "
                + "van eerder zijn. Controleer de dag.", "Wmo 2015 art. 2.3.5 lid 2", "ontvangenOp");
        if (ontvangenOp < MogelijkVanaf)
            throw Weigering.Regel("ontvangst-voor-aanvraag-mogelijk",
                $"Een aanvraag kan vanaf {Datumtekst.Voluit(MogelijkVanaf.Value)}. Kwam de brief eerder, dan hoort die bij de melding, en "
                + "is er nog geen aanvraag. Trek deze aanvraag dan in, in overleg met de inwoner.", AanvraagMoment.Grondslag,
                "ontvangenOp");
        OntvangstKlopt.EisVolgorde("De aanvraag", ontvangenOp, EerstBij, "ontvangenOp");
        if (ontvangenOp > feiten.Min())
            throw Weigering.Regel("ontvangst-te-laat",
                "De aanvraag kan niet zijn ontvangen na iets wat er al mee is gedaan, of in de toekomst. Controleer de dag.",
                "Wmo 2015 art. 2.3.5 lid 2", "ontvangenOp");
        Verander(Beslistermijn with { OntvangenOp = ontvangenOp }, (termijn, toegezegd) =>
            new AanvraagontvangstGecorrigeerd(was, ontvangenOp, termijn, toegezegd, new(reden)), beleid, nu);
    }

    /// <summary>The applicant withdraws the aanvraag, in whole or for some voorzieningen.</summary>
    /// <param name="voorzieningen">The voorzieningen; null for all.</param>
    /// <param name="op">The day on which the applicant said so.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    public void TrekIn(IReadOnlyList<Guid>? voorzieningen, DateOnly op, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        Dagregel.Eis(op, OntvangenOp, nu.Dag(), "ingetrokkenOp", "de ontvangst van de aanvraag");
        var gevraagd = Gevraagde();
        var weg = voorzieningen ?? [.. gevraagd.Select(v => v.VoorzieningId)];
        if (weg.Any(id => !gevraagd.Any(v => v.VoorzieningId == id))) throw Weigering.Onbekend("Deze voorziening");
        var geheel = gevraagd.All(v => weg.Contains(v.VoorzieningId));
        Intrekkingen = [.. Intrekkingen, new(op, weg)];
        if (geheel) Status = Aanvraagstatus.Ingetrokken;
        else
            (Voorzieningen, GevraagdeHulp) = (ZonderIngetrokken(Voorzieningen),
                GevraagdeHulp is { } hulp ? ZonderIngetrokken(hulp) : null);
        Announce(new AanvraagIngetrokken(op, weg, geheel)
        {
            Meldingnummer = Meldingnummer,
            OnderzoekId = OnderzoekId,
            Wijzigingsnummer = Wijzigingsnummer,
        }, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>
    /// Does what falls due by itself: a reminder, a term to complete or a suspension that passed, a dwangsom that reached its most.
    /// </summary>
    public void HoudBij(Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var vandaag = nu.Dag();
        foreach (var verzoek in Status == Aanvraagstatus.Ontvangen ? Beslistermijn.Onvolledig.ToList() : [])
            if (!verzoek.Verstreken && verzoek.Uiterlijk < vandaag)
                Verander(Beslistermijn.Met(verzoek with { Herinnerd = true, Verstreken = true }), (termijn, toegezegd) =>
                    new AanvultermijnVerstreken(verzoek.Id, verzoek.Uiterlijk, termijn, toegezegd,
                        Beslistermijn.BuitenBehandeling(verzoek).AlsTermijn()), beleid, nu);
            else if (HerinnerNa(verzoek, beleid) < vandaag)
            {
                Beslistermijn = Beslistermijn.Met(verzoek with { Herinnerd = true });
                Announce(new AanvullingHerinnerd(verzoek.Id, verzoek.Uiterlijk, new(verzoek.AlsVraag())), nu);
            }
        // Awb 4:15 lid 4: the applicant is told that the term runs again, but not what they agreed to themselves.
        foreach (var stilstand in KlaarOp is null ? Beslistermijn.Vanzelf.Where(s => s.TermijnTot < vandaag).ToList() : [])
            Verander(Beslistermijn.Met(stilstand with { Tot = stilstand.TermijnTot }), (termijn, toegezegd) =>
                new OpschortingGeeindigd(stilstand.Id, stilstand.AlsReden(), stilstand.TermijnTot!.Value, termijn, toegezegd), beleid, nu);
        LaatVoornemensVerstrijken(nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>
    /// Passes it on to the municipality where the resident lives, which decides on it (Awb 2:3). The resident is told by letter.
    /// </summary>
    public void ZendDoor(string gemeente, string reden, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        (DoorgezondenNaar, DoorgezondenOp, RedenDoorzending, Status) = (gemeente, nu.Dag(), reden, Aanvraagstatus.Doorgezonden);
        Announce(new AanvraagDoorgezonden(gemeente, nu.Dag()) { Meldingnummer = Meldingnummer, OnderzoekId = OnderzoekId }, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>
    /// Takes over other facts about the term to decide, and announces them. A notice may mean something else now, which is told too.
    /// </summary>
    private void Verander(
        Beslistermijn termijn, Func<Contracts.Termijn, DateOnly?, Gebeurtenis> gebeurtenis, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var eerder = Oordelen(beleid).ToList();
        var wettelijk = termijn.Wettelijk;
        (Beslistermijn, OntvangenOp, Uiterlijk, ToegezegdeDatum) =
            (termijn, termijn.OntvangenOp, wettelijk.Uiterlijk, termijn.ToegezegdeDatum);
        Announce(gebeurtenis(wettelijk.AlsTermijn(), ToegezegdeDatum), nu);
        VertelOordelen(eerder, beleid, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    protected override void BepaalWachtTot(Tabel<Gemeentebeleid> beleid)
    {
        List<DateOnly> dagen = [];
        if (Status == Aanvraagstatus.Ontvangen)
            foreach (var verzoek in Beslistermijn.Onvolledig.Where(v => !v.Verstreken))
                dagen.Add(HerinnerNa(verzoek, beleid) is var dag && dag < verzoek.Uiterlijk ? dag : verzoek.Uiterlijk);
        if (KlaarOp is null) dagen.AddRange(Besluitvorming.Open.Select(v => v.Uiterlijk));
        if (KlaarOp is null) dagen.AddRange(Beslistermijn.Vanzelf.Select(s => s.TermijnTot!.Value));
        if (KlaarOp is null && Dwangsom is { Besluit: null, Aangekondigd: 0 } && DwangsomOp(Uiterlijk, beleid)?.LaatsteDag is { } laatste)
            dagen.Add(laatste);
        WachtTot = dagen.Count == 0 ? null : dagen.Min();
    }

    /// <summary>The day after which a reminder is due; the last day there is when it was sent, or the term is too short for one.</summary>
    private static DateOnly HerinnerNa(Aanvulverzoek verzoek, Tabel<Gemeentebeleid> beleid)
    {
        var dag = beleid.Op(verzoek.GevraagdOp).Waarde.Servicenormen.HerinnerNa(verzoek.Uiterlijk);
        return verzoek.Herinnerd || dag <= verzoek.GevraagdOp ? DateOnly.MaxValue : dag;
    }

    private void MoetNogBesloten()
    {
        MoetNogBekend();
        if (Status == Aanvraagstatus.Besloten)
            throw Weigering.Toestand("al-besloten",
                "Over deze aanvraag is al beslist. Maak de beschikking bekend, of neem eerst een ander besluit.", "Awb art. 3:41");
    }

    private void MoetNogBekend()
    {
        if (Status == Aanvraagstatus.Ingetrokken)
            throw Weigering.Toestand("aanvraag-ingetrokken",
                "De inwoner heeft deze aanvraag ingetrokken. Voor nieuwe hulp is een nieuwe melding nodig.");
        if (Status == Aanvraagstatus.Doorgezonden)
            throw Weigering.Toestand("aanvraag-doorgezonden",
                "Deze aanvraag is doorgestuurd naar de gemeente waar de inwoner woont. Die gemeente beslist erover.", "Awb art. 2:3");
        if (Status == Aanvraagstatus.MeldingGeworden)
            throw Weigering.Toestand("aanvraag-werd-melding",
                "Deze aanvraag is een melding geworden. Na het onderzoek kan de inwoner een aanvraag doen.", "Wmo 2015 art. 2.3.2 lid 1");
        if (Status == Aanvraagstatus.Bekendgemaakt)
            throw Weigering.Toestand("al-bekendgemaakt",
                "De beschikking is al bekendgemaakt en verandert hier niet meer. Tegen de beschikking kan bezwaar worden gemaakt.");
    }
}

/// <summary>A withdrawal by the applicant.</summary>
/// <param name="IngetrokkenOp">De dag waarop de inwoner dat liet weten.</param>
/// <param name="Voorzieningen">De voorzieningen; leeg als er geen was gevraagd.</param>
public sealed record Intrekking(DateOnly IngetrokkenOp, IReadOnlyList<Guid> Voorzieningen);

public enum Aanvraagstatus
{
    Ontvangen,
    Besloten,
    Bekendgemaakt,
    /// <summary>The applicant withdrew all of it.</summary>
    Ingetrokken,
    /// <summary>Another municipality decides on it (Awb 2:3).</summary>
    Doorgezonden,
    /// <summary>It proved within its term to need an onderzoek, and goes on as a melding.</summary>
    MeldingGeworden,
}
