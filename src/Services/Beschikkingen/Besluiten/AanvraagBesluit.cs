using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>The decision: on the way to it, taken, and made known.</summary>
public sealed partial class Aanvraag
{
    /// <summary>The facts on the way to the decision.</summary>
    public Besluitvorming Besluitvorming { get; private set; } = new();

    public string? Beschikkingnummer { get; private set; }
    public IReadOnlyList<Voorzieningbesluit> Besluiten { get; private set; } = [];
    public DateOnly? BeslotenOp { get; private set; }

    /// <summary>The user who decided (the <c>sub</c> of their token).</summary>
    public string? BeslotenDoor { get; private set; }

    /// <summary>Name and address of the gemachtigde (<see cref="Postadres"/>), sealed by <see cref="Vault"/>; null without one.</summary>
    public Sealed? VerzegeldeGemachtigde { get; private set; }

    /// <summary>The earlier beschikkingen that the decision refers to (Awb 4:6).</summary>
    public IReadOnlyList<Besluitverwijzing> Verwijzingen { get; private set; } = [];

    /// <summary>
    /// The new facts and changed circumstances in the words of the applicant, sealed by <see cref="Vault"/>; null while none are stated
    /// (Awb 4:6 lid 1).
    /// </summary>
    public Sealed? VerzegeldeNieuweFeiten { get; private set; }

    public DateOnly? BekendgemaaktOp { get; private set; }
    public DateOnly? BezwaarUiterlijk { get; private set; }

    /// <summary>The new facts and changed circumstances that the applicant stated; null while there are none.</summary>
    public string? NieuweFeiten(Vault kluis) => VerzegeldeNieuweFeiten is { } feiten ? kluis.UnsealText(feiten, VanNieuweFeiten) : null;

    /// <summary>
    /// The applicant states new facts or changed circumstances since an earlier refusal. Then no decision refers to that one (Awb 4:6).
    /// </summary>
    public void VermeldNieuweFeiten(string feiten, DateOnly ontvangenOp, Vault kluis, DateTimeOffset nu)
    {
        MoetNogBekend();
        Dagregel.Eis(ontvangenOp, OntvangenOp, nu.Dag(), "ontvangenOp", "de aanvraag");
        VerzegeldeNieuweFeiten = kluis.SealText(NieuweFeiten(kluis) is { } eerder ? $"{eerder}\n\n{feiten}" : feiten, VanNieuweFeiten);
        Announce(new NieuweFeitenVermeld(ontvangenOp), nu);
    }

    /// <summary>This beschikking, as a later refusal may refer to it (Awb 4:6).</summary>
    /// <param name="hersteld">The voorzieningen on which a founded bezwaar decided again.</param>
    public EerdereBeschikking AlsEerdere(IReadOnlySet<Guid?> hersteld) => new(Beschikkingnummer!, BekendgemaaktOp!.Value,
    [
        .. Besluiten.Where(b => !hersteld.Contains(b.VoorzieningId)
                && b.Uitkomst is Uitkomst.Afwijzen or Uitkomst.GedeeltelijkToekennen)
            .Select(b => Gevraagd(b.VoorzieningId)?.Product.Categorie),
    ]);

    private Seat VanNieuweFeiten => Seat(nameof(VerzegeldeNieuweFeiten));

    /// <summary>The applicant wrote not to want zorg in natura if the pgb is refused, or to want it after all.</summary>
    public void LegZinkeuzeVast(Guid voorzieningId, bool wilGeenZin, DateOnly ontvangenOp, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (IsWijziging)
            throw Weigering.Toestand("hulp-blijft",
                "Wordt het pgb geweigerd, dan blijft de hulp zoals die is. Wil de inwoner die niet meer, leg dan een opzegging vast.",
                "Wmo 2015 art. 2.3.5 lid 3");
        var gevraagd = Gevraagd(voorzieningId) ?? throw Weigering.Onbekend("Deze voorziening");
        if (gevraagd.Leveringsvorm != Leveringsvorm.Pgb)
            throw Weigering.Regel("pgb-niet-gevraagd", "Voor deze hulp is geen pgb gevraagd. Er valt niet te kiezen.",
                "Wmo 2015 art. 2.3.6 lid 1", "voorzieningId");
        // The letter may have come during the onderzoek, before the aanvraag.
        Dagregel.Eis(ontvangenOp, VerslagVan ?? DateOnly.MinValue, nu.Dag(), "ontvangenOp", "het verslag");
        Besluitvorming = Besluitvorming.Met(new Zinkeuze(voorzieningId, wilGeenZin, ontvangenOp));
        Announce(new ZinkeuzeVastgelegd(voorzieningId, wilGeenZin, ontvangenOp), nu);
    }

    /// <summary>Announces to the applicant that something will be refused, so that they can give their view first (Awb 4:7).</summary>
    /// <param name="voorzieningen">The voorzieningen; null for all.</param>
    /// <param name="uiterlijk">The last day for a view.</param>
    /// <param name="besluit">The decision that is planned, in words for the applicant.</param>
    /// <param name="gegevens">The data that deviate from those of the applicant, and their source.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="kluis">Opens the address of the gemachtigde.</param>
    /// <param name="nu">The present moment.</param>
    public Voornemen KondigVoornemenAan(IReadOnlyList<Guid>? voorzieningen, DateOnly uiterlijk, string besluit, string gegevens,
        Tabel<Gemeentebeleid> beleid, Vault kluis, DateTimeOffset nu)
    {
        MoetNogBekend();
        var over = voorzieningen ?? [.. Gevraagde().Select(v => v.VoorzieningId)];
        if (over.Any(id => Gevraagd(id) is null)) throw Weigering.Onbekend("Deze voorziening");
        if (uiterlijk <= nu.Dag())
            throw Weigering.Regel("termijn-te-kort", "Geef de inwoner tijd om te reageren: kies een laatste dag na vandaag.",
                EerstHoren.Grondslag, "uiterlijk");
        Dagregel.EisDichtbij(uiterlijk, nu.Dag(), "uiterlijk");
        if (Besluitvorming.Voornemens.Any(v => v.Loopt(nu.Dag()) && (over.Count == 0 || over.Any(id => v.GaatOver(id)))))
            throw Weigering.Toestand("voornemen-loopt", "De inwoner kan nog reageren op een eerder voornemen. Wacht dat af.",
                EerstHoren.Grondslag);
        var voornemen = new Voornemen(Guid.CreateVersion7(nu), over, nu.Dag(), uiterlijk, besluit, gegevens);
        Besluitvorming = Besluitvorming.Met(voornemen);
        Announce(new VoornemenAangekondigd(
            voornemen.Id, new("zienswijze", nu.Dag(), uiterlijk, EerstHoren.Grondslag), new(new Voornementekst(besluit, gegevens)))
        {
            Gemachtigde = Vertrouwd(kluis),
        }, nu);
        BepaalWachtTot(beleid);
        return voornemen;
    }

    /// <summary>The applicant gave a view on what will be refused, in time or late.</summary>
    public void NeemZienswijze(
        Guid voornemenId, DateOnly ontvangenOp, bool mondeling, string samenvatting, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        var voornemen = Besluitvorming.Voornemens.FirstOrDefault(v => v.Id == voornemenId) ?? throw Weigering.Onbekend("Dit voornemen");
        if (voornemen.Zienswijze is not null)
            throw Weigering.Toestand("zienswijze-al-ontvangen", "De reactie op dit voornemen is al vastgelegd.");
        Dagregel.Eis(ontvangenOp, voornemen.VerzondenOp, nu.Dag(), "ontvangenOp", "het voornemen");
        Besluitvorming = Besluitvorming.Met(voornemen with { Zienswijze = new(ontvangenOp, mondeling, samenvatting) });
        Announce(new ZienswijzeOntvangen(voornemenId, ontvangenOp), nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>Somebody acts for the applicant from now on, and proved that (Awb 2:1).</summary>
    public void MachtigIemand(Postadres gemachtigde, DateOnly van, Machtigingsomvang omvang, Vault kluis, DateTimeOffset nu)
    {
        // Somebody may act in what follows a decision that was made known.
        if (Status != Aanvraagstatus.Bekendgemaakt || omvang == Machtigingsomvang.DezeAanvraag) MoetNogBekend();
        if (IsOverleden)
            throw Weigering.Toestand("inwoner-overleden", "De inwoner is overleden. Een machtiging eindigt dan; schrijf de nabestaanden.",
                "BW art. 3:72");
        Dagregel.Eis(van, DateOnly.MinValue, nu.Dag(), "machtigingVan", "de aanvraag");
        // Another machtiging comes in the place of the earlier one, under which no letter goes any more.
        if (Besluitvorming.Machtiging?.Id is { } vorige)
            Announce(new MachtigingBeeindigd(nu.Dag()) { MachtigingId = vorige }, nu);
        VerzegeldeGemachtigde = kluis.SealJson(gemachtigde, VanGemachtigde);
        Besluitvorming = Besluitvorming with { Machtiging = new(van, omvang, Guid.CreateVersion7(nu)) };
        Announce(new GemachtigdeVastgelegd(van, omvang) { Post = new(gemachtigde) }, nu);
    }

    /// <summary>Nobody acts for the applicant any more.</summary>
    public void BeeindigMachtiging(DateOnly op, DateTimeOffset nu)
    {
        if (Status != Aanvraagstatus.Bekendgemaakt) MoetNogBekend();
        if (Besluitvorming.Machtiging is not { } machtiging)
            throw Weigering.Toestand("geen-gemachtigde", "Voor deze aanvraag is geen gemachtigde vastgelegd.", "Awb art. 2:1");
        Dagregel.Eis(op, machtiging.Van, nu.Dag(), "op", "de machtiging");
        Beeindig(machtiging, op, nu);
    }

    /// <summary>The applicant died, which ends a machtiging (BW 3:72), whatever became of the aanvraag.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EindigMachtigingDoorOverlijden(DateOnly op, DateTimeOffset nu)
    {
        if (Besluitvorming.Machtiging is not { } machtiging) return false;
        Beeindig(machtiging, op, nu);
        return true;
    }

    private void Beeindig(Machtiging machtiging, DateOnly op, DateTimeOffset nu)
    {
        (VerzegeldeGemachtigde, Besluitvorming) = (null, Besluitvorming with { Machtiging = null });
        Announce(new MachtigingBeeindigd(op) { MachtigingId = machtiging.Id }, nu);
    }

    /// <summary>
    /// Name and address of the gemachtigde; null without one, and after the death of the applicant, which ends a machtiging.
    /// </summary>
    public Postadres? Gemachtigde(Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(kluis);
        return VerzegeldeGemachtigde is { } adres && !IsOverleden ? kluis.UnsealJson<Postadres>(adres, VanGemachtigde) : null;
    }

    /// <summary>A draft of the decision, for a colleague to read. It may be unfinished: only its form is checked.</summary>
    public Concept StelConceptOp(IReadOnlyList<Voorzieningbesluit> besluiten, Gebruiker opsteller, DateTimeOffset nu)
    {
        MoetNogBekend();
        BeslisserIsNietDeAanvrager.Eis(opsteller, Bsn);
        ElkeVoorzieningEenUitkomst.Eis(besluiten, Gevraagde());
        var eerder = Besluitvorming.Concept;
        var concept = new Concept((eerder?.Nummer ?? 0) + 1, besluiten, opsteller.Id, nu.Dag(), Conceptstatus.TerBeoordeling,
            eerder?.Opmerkingen ?? []);
        Besluitvorming = Besluitvorming with { Concept = concept };
        Announce(new ConceptOpgesteld(concept.Nummer, concept.OpgesteldOp), nu);
        return concept;
    }

    /// <summary>A colleague returns the draft with a remark.</summary>
    public void GeefConceptTerug(string opmerking, Gebruiker collega, DateTimeOffset nu)
    {
        var concept = TeBeoordelen();
        BeslisserIsNietDeAanvrager.Eis(collega, Bsn);
        TweePersonen.Eis(collega.Id, concept.OpgesteldDoor);
        Besluitvorming = Besluitvorming with
        {
            Concept = concept with
            {
                Status = Conceptstatus.Teruggegeven,
                Opmerkingen = [.. concept.Opmerkingen, new(concept.Nummer, collega.Id, nu.Dag(), opmerking)],
            },
        };
        Announce(new ConceptTeruggegeven(concept.Nummer, nu.Dag()), nu);
    }

    /// <summary>Another person than its author takes the decision as it stands in the draft.</summary>
    /// <param name="nummer">The number of the draft that the beslisser read.</param>
    /// <param name="toetsen">As in <see cref="Beslis"/>.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="beschikkingnummer">Number for the first decision.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="eerdere">As in <see cref="Beslis"/>.</param>
    public void StelConceptVast(int nummer, IReadOnlyDictionary<Guid, bool> toetsen, Gebruiker beslisser, string beschikkingnummer,
        Tabel<Gemeentebeleid> beleid, DateTimeOffset nu, IReadOnlyList<EerdereBeschikking>? eerdere = null)
    {
        var concept = TeBeoordelen();
        if (concept.Nummer != nummer)
            throw Weigering.Toestand("concept-vernieuwd", "Er is intussen een ander concept. Lees dat eerst.", TweePersonen.Grondslag);
        TweePersonen.Eis(beslisser.Id, concept.OpgesteldDoor);
        Neem(concept.Besluiten, toetsen, beslisser, beschikkingnummer, concept, eerdere ?? [], beleid, nu);
    }

    /// <summary>A second beslisser approves the decision, before it is made known.</summary>
    public void KeurGoed(Gebruiker beslisser, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (Status != Aanvraagstatus.Besloten)
            throw Weigering.Toestand("nog-geen-besluit", "Over deze aanvraag is nog niet beslist. Neem eerst een besluit.",
                TweePersonen.Grondslag);
        BeslisserIsNietDeAanvrager.Eis(beslisser, Bsn);
        TweePersonen.Eis(beslisser.Id, BeslotenDoor!);
        if (Besluitvorming.Goedkeuring is not null)
            throw Weigering.Toestand("al-goedgekeurd", "Een collega heeft dit besluit al goedgekeurd. U kunt het bekendmaken.",
                TweePersonen.Grondslag);
        Besluitvorming = Besluitvorming with { Goedkeuring = new(beslisser.Id, nu.Dag()) };
        Announce(new BesluitGoedgekeurd(Beschikkingnummer!, nu.Dag()), nu);
    }

    /// <summary>Of each granted voorziening: what follows for the contribution.</summary>
    public IEnumerable<(Guid VoorzieningId, Bijdragegevolg Gevolg)> Bijdragen(Tabel<Gemeentebeleid> beleid, Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        ArgumentNullException.ThrowIfNull(kluis);
        if (VerzegeldePersoon is null || !Besluiten.Any(b => b.IsToegekend)) yield break;
        var geboren = Persoon(kluis).Geboortedatum;
        foreach (var v in Beschikt().Where(v => v.IsToegekend))
            yield return (v.VoorzieningId, Bijdragegevolg.Van(
                beleid, v.Leveringsvorm == Leveringsvorm.Pgb, v.Periode.Ingangsdatum, geboren, v.Product.Categorie));
    }

    private void LaatVoornemensVerstrijken(DateTimeOffset nu)
    {
        foreach (var voornemen in KlaarOp is null ? Besluitvorming.Open.Where(v => v.Uiterlijk < nu.Dag()).ToList() : [])
        {
            Besluitvorming = Besluitvorming.Met(voornemen with { Verstreken = true });
            Announce(new ZienswijzetermijnVerstreken(voornemen.Id, voornemen.Uiterlijk), nu);
        }
    }

    /// <summary>Decides on every requested voorziening. Until bekendmaking, a later decision replaces it under the same number.</summary>
    /// <param name="besluiten">One per voorziening, or one without voorziening when there was no indicatie.</param>
    /// <param name="toetsen">For each voorziening with a finished pgb-toets: whether a pgb can be granted.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="beschikkingnummer">Number for the first decision; a later decision keeps that one.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="eerdere">The earlier beschikkingen of the person that refused something and still do (Awb 4:6).</param>
    public void Beslis(
        IReadOnlyList<Voorzieningbesluit> besluiten, IReadOnlyDictionary<Guid, bool> toetsen, Gebruiker beslisser, string beschikkingnummer,
        Tabel<Gemeentebeleid> beleid, DateTimeOffset nu, IReadOnlyList<EerdereBeschikking>? eerdere = null) =>
        Neem(besluiten, toetsen, beslisser, beschikkingnummer, concept: null, eerdere ?? [], beleid, nu);

    private void Neem(
        IReadOnlyList<Voorzieningbesluit> besluiten, IReadOnlyDictionary<Guid, bool> toetsen, Gebruiker beslisser, string beschikkingnummer,
        Concept? concept, IReadOnlyList<EerdereBeschikking> eerdere, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBekend();
        BeslisserIsNietDeAanvrager.Eis(beslisser, Bsn);
        ElkeVoorzieningEenUitkomst.Eis(besluiten, Gevraagde());
        EisBevoegd(besluiten);
        foreach (var (gevraagd, besluit) in Paren(besluiten))
        {
            if (IsWijziging) AlleenDeVormVerandert.Eis(besluit, gevraagd);
            else UitkomstPastBijDeVraag.Eis(besluit, gevraagd, Indicatie(gevraagd.VoorzieningId));
            BudgetHoortBijPgb.Eis(besluit, gevraagd);
            if (!IsWijziging) PgbGeweigerdHulpNiet.Eis(besluit, gevraagd, Besluitvorming.WilGeenZin(gevraagd.VoorzieningId));
            PgbNaPositieveToets.Eis(besluit, gevraagd, toetsen);
            BuitenBehandelingNaAanvulling.Eis(besluit, Beslistermijn, nu.Dag(), IsOverleden);
        }
        var regels = beleid.Op(nu.Dag()).Waarde;
        foreach (var besluit in besluiten)
        {
            var gevraagd = Gevraagd(besluit.VoorzieningId);
            HerhaaldeAanvraag.Eis(besluit, gevraagd, OntvangenOp, VerzegeldeNieuweFeiten is not null, eerdere);
            EerstHoren.Eis(besluit, gevraagd, Besluitvorming.Voornemens, nu.Dag());
            BinnenMandaat.Eis(BinnenMandaat.Van(besluit, gevraagd, regels), beslisser.Id, regels.Besluiten, "besluiten");
            // Nobody has to explain why somebody who died gets no help.
            if (!IsOverleden)
                AfwijkingVraagtReden.Eis(besluit, gevraagd, Indicatie(besluit.VoorzieningId),
                    gevraagd is not null && toetsen.TryGetValue(gevraagd.VoorzieningId, out var past) ? past : null, IsWijziging);
        }
        Besluiten = besluiten;
        Verwijzingen =
        [
            .. eerdere.Where(e => besluiten.Any(b => b.EerdereBeschikking == e.Beschikkingnummer)).Select(e => e.AlsVerwijzing()),
        ];
        Beschikkingnummer ??= beschikkingnummer;
        BeslotenOp = nu.Dag();
        BeslotenDoor = beslisser.Id;
        Status = Aanvraagstatus.Besloten;
        Besluitvorming = Besluitvorming with
        {
            Concept = concept is null ? null : concept with { Status = Conceptstatus.Vastgesteld },
            Opsteller = concept?.OpgesteldDoor,
            Goedkeuring = null,
        };
        Announce(new BesluitGenomen(Beschikkingnummer, BeslotenOp.Value, Paren(besluiten)
            .ToDictionary(p => p.Gevraagd.VoorzieningId, p => p.Besluit.Uitkomst))
        {
            TweedeNodig = WachtOpTweede(beleid),
        }, nu);
    }

    /// <summary>Makes the beschikking known: it takes effect, and bezwaar becomes possible (Awb 3:40, 3:41, 6:8).</summary>
    /// <param name="dag">The day of bekendmaking.</param>
    /// <param name="toetsen">As in <see cref="Beslis"/>. A toets that was repeated since the decision counts.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="buitenPlatform">
    /// Why the municipality sent a letter of its own; null when the platform sends the letter, which is then of today.
    /// </param>
    /// <param name="tijdelijk">The product categories of the temporary help that runs until this decision.</param>
    public void MaakBekend(DateOnly dag, IReadOnlyDictionary<Guid, bool> toetsen, Tabel<Gemeentebeleid> beleid, Vault kluis,
        DateTimeOffset nu, string? buitenPlatform = null, IReadOnlyList<string>? tijdelijk = null)
    {
        MoetNogBekend();
        if (BeslotenOp is not { } beslotenOp)
            throw Weigering.Toestand("nog-geen-besluit", "Over deze aanvraag is nog niet beslist. Neem eerst een besluit.");
        BekendmakingNaBesluit.Eis(dag, beslotenOp, nu.Dag(), buitenPlatform is not null);
        if (WachtOpTweede(beleid))
            throw Weigering.Toestand("tweede-beoordeling-nodig",
                "Een tweede beslisser moet dit besluit goedkeuren voordat u het bekendmaakt.", TweePersonen.Grondslag);
        var persoon = Persoon(kluis);
        EisBevoegd(Besluiten);
        // A fact learned since the decision may leave it without ground. Then the decision is taken again.
        foreach (var besluit in Geldend)
        {
            HerhaaldeAanvraag.EisNietsNieuws(besluit, VerzegeldeNieuweFeiten is not null);
            EerstHoren.Eis(besluit, Gevraagd(besluit.VoorzieningId), Besluitvorming.Voornemens, dag);
        }
        foreach (var (gevraagd, besluit) in Paren(Besluiten))
        {
            if (!IsWijziging) PgbGeweigerdHulpNiet.Eis(besluit, gevraagd, Besluitvorming.WilGeenZin(gevraagd.VoorzieningId));
            PgbNaPositieveToets.Eis(besluit, gevraagd, toetsen);
            BuitenBehandelingNaAanvulling.Eis(besluit, Beslistermijn, dag, IsOverleden);
        }

        var bezwaar = Termijnen.Bezwaar(dag).AlsTermijn();
        BekendgemaaktOp = dag;
        BezwaarUiterlijk = bezwaar.Uiterlijk;
        Besluitvorming = Besluitvorming with { BuitenPlatform = buitenPlatform, NaTijdelijk = tijdelijk ?? [] };
        Status = Aanvraagstatus.Bekendgemaakt;
        Announce(new BeschikkingBekendgemaakt(Id, Beschikkingnummer!, dag, bezwaar, PersoonId, Wijkteam,
            [.. Beschikt()], GeenBerichtenverkeer,
            new(persoon))
        {
            Persoonstand = Persoonstand,
            Meldingnummer = Meldingnummer,
            OnderzoekId = OnderzoekId,
            VanWijziging = IsWijziging,
            VerwijstNaar = Geldend.Any(b => b.EerdereBeschikking is not null)
                ? [.. Geldend.Select(b => b.EerdereBeschikking).OfType<string>().Distinct()] : null,
            Tekst = buitenPlatform is null ? new(Brieftekst(beleid, kluis)) : null,
            Gemachtigde = buitenPlatform is null ? Vertrouwd(kluis) : null,
        }, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>Whether the municipality wants a second person to approve the decision, and none did yet.</summary>
    public bool WachtOpTweede(Tabel<Gemeentebeleid> beleid)
    {
        ArgumentNullException.ThrowIfNull(beleid);
        if (BeslotenOp is not { } dag || Besluitvorming.TweeKeken) return false;
        var regels = beleid.Op(dag).Waarde;
        return Geldend.Any(b => regels.Besluiten.VraagtTweede(
            BinnenMandaat.Van(b, Gevraagd(b.VoorzieningId), regels)));
    }

    /// <summary>The decisions on what is still asked for. A part may be withdrawn between the decision and its bekendmaking.</summary>
    private IEnumerable<Voorzieningbesluit> Geldend => Besluiten.Where(b =>
        b.VoorzieningId is null || Gevraagd(b.VoorzieningId) is not null);

    private Beschikkingstekst Brieftekst(Tabel<Gemeentebeleid> beleid, Vault kluis)
    {
        var bijdragen = Bijdragen(beleid, kluis).ToDictionary(b => b.VoorzieningId, b => b.Gevolg.Uitleg);
        return new([.. Geldend.Select(b => new Besluittekst(b.VoorzieningId, b.Motivering, b.Voorwaarden ?? [],
            b.VoorzieningId is { } id ? bijdragen.GetValueOrDefault(id) : null, b.RedenAfwijkingAdvies)
        {
            VerwijstNaar = Verwijzingen.FirstOrDefault(v => v.Beschikkingnummer == b.EerdereBeschikking),
            GevraagdeOmvang = b.Uitkomst == Uitkomst.GedeeltelijkToekennen ? Gevraagd(b.VoorzieningId)?.Omvang : null,
            GevraagdePeriode = b.Uitkomst == Uitkomst.GedeeltelijkToekennen ? Gevraagd(b.VoorzieningId)?.Periode : null,
        })], IsOverleden);
    }

    /// <summary>The machtiging that letters about the aanvraag follow. Death ends it (BW 3:72).</summary>
    protected override Guid? Machtigt => IsOverleden ? null : Besluitvorming.Machtiging?.Id;

    /// <summary>The machtiging that also covers decisions on the help goes on in an aanvraag to change it, or ends.</summary>
    public void NeemMachtiging((Machtiging Machtiging, Postadres? Post)? gemachtigde, Vault kluis)
    {
        Besluitvorming = Besluitvorming with { Machtiging = gemachtigde?.Machtiging };
        VerzegeldeGemachtigde = gemachtigde?.Post is { } post ? kluis.SealJson(post, VanGemachtigde) : null;
    }

    private Vertrouwelijk<Postadres>? Vertrouwd(Vault kluis) => Besluitvorming.Machtiging?.Id is null
        && Gemachtigde(kluis) is { } adres ? new(adres) : null;

    private Seat VanGemachtigde => Seat(nameof(VerzegeldeGemachtigde));

    private Concept TeBeoordelen()
    {
        MoetNogBekend();
        return Besluitvorming.Concept is { Status: Conceptstatus.TerBeoordeling } concept ? concept
            : throw Weigering.Toestand("geen-concept", "Er is geen concept dat op een beoordeling wacht. Stel eerst een concept op.",
                TweePersonen.Grondslag);
    }

    /// <summary>Only help that is granted needs a person who lives, and lives here.</summary>
    private void EisBevoegd(IReadOnlyList<Voorzieningbesluit> besluiten)
    {
        List<Product> toegekend = [.. Paren(besluiten).Where(p => p.Besluit.IsToegekend).Select(p => p.Gevraagd.Product)];
        if (toegekend.Count > 0) GemeenteIsBevoegd.Eis(Brpsignalen, toegekend);
    }

    /// <summary>Pairs each requested voorziening with its decision. Empty when the aanvraag as a whole was refused.</summary>
    private IEnumerable<(GekozenVoorziening Gevraagd, Voorzieningbesluit Besluit)> Paren(IReadOnlyList<Voorzieningbesluit> besluiten) =>
        Gevraagde().Select(v => (v, besluiten.Single(b => b.VoorzieningId == v.VoorzieningId)));
}
