using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Spoed;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// One voorziening through all decisions on it. Nothing about it runs, changes or ends without a decision, or the law's own end. Each
/// decision makes a new <see cref="Voorzieningstand"/>, and the services that carry it out act on the last one.
/// </summary>
public sealed class Voorziening : Aggregate
{
    private Voorziening()
    {
    }

    public Guid VoorzieningId { get; private set; }

    /// <summary>The melding that it followed from; null for one from before a dossier could hold several.</summary>
    public string? Meldingnummer { get; private set; }
    public Guid PersoonId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own voorzieningen by it.</summary>
    public string Bsn { get; private set; } = "";

    /// <summary>The personal data, sealed by <see cref="Vault"/>.</summary>
    public Sealed VerzegeldePersoon { get; private set; }
    public int Persoonstand { get; private set; }
    public bool GeenBerichtenverkeer { get; private set; }
    public IReadOnlyList<Brpsignaal> Brpsignalen { get; private set; } = [];
    public string Wijkteam { get; private set; } = "";

    /// <summary>The help that was asked for, of which a later decision takes over what it leaves open.</summary>
    public Voorzieningdeel Gevraagd { get; private set; } = null!;

    /// <summary>The machtiging under which somebody acts in later decisions on it; null without one.</summary>
    public Guid? MachtigingId { get; private set; }

    /// <summary>One per decision, in order.</summary>
    public IReadOnlyList<Voorzieningstand> Standen { get; private set; } = [];

    /// <summary>What courts ordered, also what is over. It is kept apart from what the municipality decided.</summary>
    public IReadOnlyList<Rechtersdeel> VanDeRechter { get; private set; } = [];

    /// <summary>The last day of help; null when there is none.</summary>
    public DateOnly? LaatsteDag { get; private set; }

    /// <summary>The last day that the municipality itself granted; null when it grants nothing.</summary>
    public DateOnly? EigenTot { get; private set; }

    /// <summary>The last day of which the coming was announced; null before that.</summary>
    public DateOnly? AangekondigdEinde { get; private set; }

    /// <summary>
    /// The melding whose aanvraag, once decided, ends the temporary help of this voorziening; null without temporary help.
    /// </summary>
    public string? TijdelijkVoor { get; private set; }

    /// <summary>The last day for which a bridge is offered; null without an offer.</summary>
    public DateOnly? AangebodenEinde { get; private set; }

    /// <summary>Why no decision on that aanvraag is to come; null while one is.</summary>
    public ZonderAanvraagreden? ZonderAanvraag { get; private set; }

    /// <summary>The planned day on which it is looked at again (Wmo 2015 art. 2.3.9); null without one.</summary>
    public DateOnly? HeroverwegenOp { get; private set; }

    /// <summary>Whether that day was announced.</summary>
    public bool HeroverwegingAangekondigd { get; private set; }

    /// <summary>Each time that the municipality looked whether it still fits, oldest first.</summary>
    public IReadOnlyList<Heroverweging> Heroverwegingen { get; private set; } = [];

    /// <summary>The help that the person has now: the municipality's own, with what courts ordered laid over it.</summary>
    public IReadOnlyList<Voorzieningdeel> Delen => Standen.Count == 0 ? [] : Standen[^1].Delen;

    /// <summary>
    /// The number of the stand that the last decision of the municipality made; 0 before any. Temporary help that is only carried on is no
    /// decision, and what a court orders is not the municipality's.
    /// </summary>
    public int Besluitstand() => Standen.LastOrDefault(s => s is { LooptDoor: false, Soort: not Besluitsoort.Rechter })?.Stand ?? 0;

    /// <summary>
    /// The last granted day as a beslisser decided it last; null when none granted anything. Neither a consulent in mandate nor a court
    /// counts.
    /// </summary>
    public DateOnly? EindeVanBeslisser() =>
        Standen.LastOrDefault(s => s is { ZonderBeslisser: false, Soort: not Besluitsoort.Rechter })?.Eigen.LaatsteDag();

    /// <summary>
    /// The help as the municipality's own decisions made it. Each later decision of the municipality is built on it, because what a court
    /// gives meanwhile ends by law (Awb 8:85).
    /// </summary>
    public IReadOnlyList<Voorzieningdeel> Eigen => Standen.Count == 0 ? [] : Standen[^1].Eigen;

    /// <summary>The last decision of the municipality itself; null before any.</summary>
    public Voorzieningstand? EigenStand => Standen.LastOrDefault(s => s.Soort != Besluitsoort.Rechter);

    /// <summary>
    /// Whether it is temporary help that is carried on until somebody decides. Nobody is helped after death, or when another municipality
    /// or another law helps (Wmo 2015 art. 1.2.1 and 2.3.5 lid 6).
    /// </summary>
    public bool LooptTijdelijkDoor => Eigen is [.., { Tijdelijk: true } deel] && ZonderAanvraag != ZonderAanvraagreden.OnderzoekGestopt
        && GemeenteIsBevoegd.Is(Brpsignalen, [deel.Product]);

    /// <summary>Whether all of it is help until the decision on the aanvraag, so that it ends with that decision.</summary>
    private bool IsVoorlopig => Standen[0].Soort is Besluitsoort.Spoed or Besluitsoort.Rechter;

    /// <summary>Death ends a machtiging (BW 3:72).</summary>
    protected override Guid? Machtigt => Brpsignalen.Contains(Brpsignaal.Overleden) ? null : MachtigingId;

    /// <summary>Somebody acts for the person in later decisions, or nobody does any more.</summary>
    public void NeemMachtiging(Guid? machtigingId) => MachtigingId = machtigingId;

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    /// <summary>The personal data as they are known now.</summary>
    public Persoonsgegevens Persoon(Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(kluis);
        return kluis.UnsealJson<Persoonsgegevens>(VerzegeldePersoon, VanPersoon);
    }

    /// <summary>The first decision, on an aanvraag, also when it refused.</summary>
    public static Voorziening Bij(Aanvraag aanvraag, BeschikteVoorziening besluit, Vault kluis)
    {
        var deel = besluit.Deel();
        var voorziening = new Voorziening
        {
            Dossiernummer = aanvraag.Dossiernummer,
            VoorzieningId = besluit.VoorzieningId,
            Meldingnummer = aanvraag.Meldingnummer,
            PersoonId = aanvraag.PersoonId,
            Bsn = aanvraag.Bsn,
            Persoonstand = aanvraag.Persoonstand,
            GeenBerichtenverkeer = aanvraag.GeenBerichtenverkeer,
            Brpsignalen = aanvraag.Brpsignalen,
            Wijkteam = aanvraag.Wijkteam,
            Gevraagd = deel,
            MachtigingId = aanvraag.Besluitvorming.Machtiging?.VoorHulp,
        };
        voorziening.VerzegeldePersoon = kluis.SealJson(aanvraag.Persoon(kluis), voorziening.VanPersoon);
        voorziening.Neem(new(1, Besluitsoort.Aanvraag, aanvraag.Id, aanvraag.Beschikkingnummer!, aanvraag.BekendgemaaktOp!.Value,
            besluit.IsToegekend ? [deel] : [], besluit.IsToegekend ? [deel] : []));
        return voorziening;
    }

    /// <summary>The first decision, in an urgent case before any aanvraag (Wmo 2015 art. 2.3.3), also when it refused.</summary>
    public static Voorziening Bij(
        Spoedbesluit besluit, Meldingsbeeld melding, Persoonsbeeld beeld, Voorzieningdeel deel, Vault kluis, DateTimeOffset nu)
    {
        var persoon = beeld.Persoon(kluis);
        var voorziening = new Voorziening
        {
            Dossiernummer = besluit.Dossiernummer,
            VoorzieningId = besluit.VoorzieningId,
            Meldingnummer = melding.Meldingnummer,
            PersoonId = melding.PersoonId,
            Bsn = persoon.Bsn,
            Persoonstand = beeld.Stand,
            GeenBerichtenverkeer = beeld.GeenBerichtenverkeer,
            Brpsignalen = beeld.Signalen,
            Wijkteam = melding.Wijkteam,
            Gevraagd = deel,
            TijdelijkVoor = melding.Meldingnummer,
        };
        voorziening.VerzegeldePersoon = kluis.SealJson(persoon, voorziening.VanPersoon);
        voorziening.Wijzig(Besluitsoort.Spoed, besluit.Id, besluit.Beschikkingnummer, besluit.BekendgemaaktOp,
            besluit.Verstrekt ? [deel] : [], Termijnen.Bezwaar(besluit.BekendgemaaktOp).AlsTermijn(), besluit.Motivering, kluis, nu);
        return voorziening;
    }

    /// <summary>
    /// A court orders help while the municipality decided on no voorziening: the aanvraag waits for its decision, or was refused without an
    /// indicatie. The municipality itself grants nothing by it.
    /// </summary>
    public static Voorziening Bij(Aanvraag aanvraag, Rechtersdeel bevel, string motivering, Vault kluis, DateTimeOffset nu)
    {
        var voorziening = new Voorziening
        {
            Dossiernummer = aanvraag.Dossiernummer,
            VoorzieningId = Guid.CreateVersion7(nu),
            Meldingnummer = aanvraag.Meldingnummer,
            PersoonId = aanvraag.PersoonId,
            Bsn = aanvraag.Bsn,
            Persoonstand = aanvraag.Persoonstand,
            GeenBerichtenverkeer = aanvraag.GeenBerichtenverkeer,
            Brpsignalen = aanvraag.Brpsignalen,
            Wijkteam = aanvraag.Wijkteam,
            Gevraagd = bevel.Deel,
            MachtigingId = aanvraag.Besluitvorming.Machtiging?.VoorHulp,
            TijdelijkVoor = aanvraag.KlaarOp is null ? aanvraag.Meldingnummer : null,
        };
        voorziening.VerzegeldePersoon = kluis.SealJson(aanvraag.Persoon(kluis), voorziening.VanPersoon);
        voorziening.GeefRechtershulp(bevel, motivering, kluis, nu);
        return voorziening;
    }

    /// <summary>Takes over what was announced about the person since.</summary>
    public void NeemPersoon(Persoonsbeeld beeld, Vault kluis)
    {
        if (beeld.Stand < Persoonstand) return;
        var persoon = beeld.Persoon(kluis);
        (Persoonstand, Bsn, GeenBerichtenverkeer, Brpsignalen) = (beeld.Stand, persoon.Bsn, beeld.GeenBerichtenverkeer, beeld.Signalen);
        VerzegeldePersoon = kluis.SealJson(persoon, VanPersoon);
        if (Brpsignalen.Contains(Brpsignaal.Overleden)) HeroverwegenOp = null;
    }

    /// <summary>
    /// A later decision of the municipality is made known. What courts ordered stays laid over it. It is announced with the whole
    /// voorziening as it is from then on.
    /// </summary>
    /// <param name="soort">The kind of decision.</param>
    /// <param name="besluitId">The decision.</param>
    /// <param name="beschikkingnummer">Its number.</param>
    /// <param name="dag">The day of bekendmaking.</param>
    /// <param name="eigen">All parts that the municipality grants, past ones too.</param>
    /// <param name="rechtsmiddel">The term for bezwaar, or for beroep after a decision on a bezwaar.</param>
    /// <param name="motivering">The reasons, in words for the person.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="zonderBeslisser">Whether a consulent took it in mandate, or the person came back to something.</param>
    /// <param name="beroepnummer">The case at the court that is about it too; null without one.</param>
    /// <exception cref="ServiceDefaults.Fouten.Weigering">409: more help for a person who died, or does not live here.</exception>
    public void Wijzig(
        Besluitsoort soort, Guid besluitId, string beschikkingnummer, DateOnly dag, IReadOnlyList<Voorzieningdeel> eigen,
        Contracts.Termijn? rechtsmiddel, string motivering, Vault kluis, DateTimeOffset nu, bool zonderBeslisser = false,
        string? beroepnummer = null)
    {
        DelenKloppen.Eis(eigen);
        EisBevoegd(Eigen, eigen, dag);
        Neem(new(Standen.Count + 1, soort, besluitId, beschikkingnummer, dag, eigen.MetRechter(VanDeRechter), eigen)
        {
            ZonderBeslisser = zonderBeslisser,
        });
        Announce(Gewijzigd(rechtsmiddel, kluis) with { Motivering = new(motivering), Beroepnummer = beroepnummer }, nu);
        // Without help on the planned day there is nothing to look at.
        if (HeroverwegenOp is { } gepland && (LaatsteDag is not { } laatste || laatste < gepland)) PlanHeroverweging(null, nu);
    }

    /// <summary>
    /// Help on days that are over needs nobody who lives here now: heirs may go on with a bezwaar, and somebody may have moved since.
    /// </summary>
    private void EisBevoegd(IReadOnlyList<Voorzieningdeel> eerder, IReadOnlyList<Voorzieningdeel> wordt, DateOnly dag)
    {
        if (eerder.GeeftMinderDan(wordt, dag))
            GemeenteIsBevoegd.Eis(Brpsignalen, [.. wordt.Select(d => d.Product)]);
    }

    /// <summary>Gives the help that a judgment ordered. The court decided it, so there is no term for bezwaar.</summary>
    /// <exception cref="ServiceDefaults.Fouten.Weigering">409: more help for a person who died, or does not live here.</exception>
    public void GeefRechtershulp(Rechtersdeel bevel, string motivering, Vault kluis, DateTimeOffset nu)
    {
        DelenKloppen.Eis([bevel.Deel]);
        var delen = Eigen.MetRechter([.. VanDeRechter, bevel]);
        EisBevoegd(Delen, delen, nu.Dag());
        VanDeRechter = [.. VanDeRechter, bevel];
        Neem(bevel.BeroepId, bevel.Beroepnummer, delen, motivering, kluis, nu);
    }

    /// <summary>
    /// Help of courts lasts until other days than before: it lapses (Awb 8:85 lid 2), or the measure holds after all. Help that the
    /// municipality may not give any more does not begin again. Only what changes the help is announced.
    /// </summary>
    /// <param name="tot">The last day of an order, never later than the judgment said.</param>
    /// <param name="motivering">The reason, in words for the person.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public void VerzetRechtershulp(Func<Rechtersdeel, DateOnly> tot, string motivering, Vault kluis, DateTimeOffset nu)
    {
        var eerder = VanDeRechter;
        VanDeRechter = [.. eerder.Select(r => Tot(r, tot(r)))];
        var delen = Eigen.MetRechter(VanDeRechter);
        if (delen.SequenceEqual(Delen)) return;
        var oorzaak = VanDeRechter.Where((r, i) => r != eerder[i]).MaxBy(r => r.UitspraakOp)!;
        Neem(oorzaak.BeroepId, oorzaak.Beroepnummer, delen, motivering, kluis, nu);
    }

    private Rechtersdeel Tot(Rechtersdeel bevel, DateOnly dag)
    {
        var laatste = dag < bevel.Deel.Periode.Einddatum ? dag : bevel.Deel.Periode.Einddatum;
        return laatste > bevel.LaatsteDag && !GemeenteIsBevoegd.Is(Brpsignalen, [bevel.Deel.Product]) ? bevel
            : bevel with { LaatsteDag = laatste };
    }

    private void Neem(
        Guid beroepId, string beroepnummer, IReadOnlyList<Voorzieningdeel> delen, string motivering, Vault kluis, DateTimeOffset nu)
    {
        Neem(new(Standen.Count + 1, Besluitsoort.Rechter, beroepId, beroepnummer, nu.Dag(), delen, Eigen));
        Announce(Gewijzigd(null, kluis) with { Motivering = new(motivering) }, nu);
    }

    /// <summary>The person wants no help after a day, so none of a court either. The decision that says so follows.</summary>
    public void ZegRechtershulpOp(DateOnly laatsteDag) => VanDeRechter =
        [.. VanDeRechter.Select(r => r.Tot > laatsteDag ? r with { Uiterlijk = laatsteDag } : r)];

    /// <summary>The person takes that back before its day.</summary>
    public void HervatRechtershulp(DateOnly laatsteDag) => VanDeRechter =
        [.. VanDeRechter.Select(r => r.Uiterlijk == laatsteDag ? r with { Uiterlijk = null } : r)];

    /// <summary>
    /// The decision on the aanvraag was made known, so the help that was given until then ends: on that day, or the day before the help
    /// that follows it.
    /// </summary>
    /// <param name="aanvraag">The aanvraag.</param>
    /// <param name="opdrachten">The orders of a court that were about the lack of this decision.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public void EindigTijdelijk(Aanvraag aanvraag, IReadOnlyCollection<Guid> opdrachten, Vault kluis, DateTimeOffset nu)
    {
        var bekend = aanvraag.BekendgemaaktOp!.Value;
        List<BeschikteVoorziening> beschikt = [.. aanvraag.Beschikt()];
        var (eigen, rechter) = (Eigen, VanDeRechter);
        var wacht = !aanvraag.IsWijziging && TijdelijkVoor is not null && TijdelijkVoor == aanvraag.Meldingnummer;
        VanDeRechter = [.. rechter.Select(r =>
            opdrachten.Contains(r.OpdrachtId) || (wacht && IsVoorlopig) ? NaBesluit(r, bekend, beschikt) : r)];
        if (wacht && TijdelijkVanaf() is { } vanaf)
        {
            // A bridge that did not begin leaves the help before it as it is.
            var einde = TijdelijkeHulp.LaatsteDag(bekend, Gevraagd.Product.Categorie, beschikt) is var dag && dag >= vanaf ? dag
                : Overgang.DagVoor(vanaf);
            eigen = eigen.Voor(Overgang.DagNa(einde));
        }
        if (wacht) (TijdelijkVoor, ZonderAanvraag) = (null, null);
        if (eigen.SequenceEqual(Eigen) && eigen.MetRechter(VanDeRechter).SequenceEqual(Delen)) return;
        Wijzig(Besluitsoort.Aanvraag, aanvraag.Id, aanvraag.Beschikkingnummer!, bekend, eigen, Termijnen.Bezwaar(bekend).AlsTermijn(),
            "U kreeg tijdelijke hulp tot ons besluit op uw aanvraag. Dat besluit is er nu. Daarom stopt de tijdelijke hulp.", kluis, nu);
    }

    /// <summary>Granted help takes the place of what a court gave. After a refusal that lasts only when the judgment said so.</summary>
    private static Rechtersdeel NaBesluit(Rechtersdeel bevel, DateOnly bekend, List<BeschikteVoorziening> beschikt)
    {
        var categorie = bevel.Deel.Product.Categorie;
        if (bevel.OokNaBesluit && !beschikt.Exists(v => v.IsToegekend && v.Product.Categorie == categorie)) return bevel;
        var einde = TijdelijkeHulp.LaatsteDag(bekend, categorie, beschikt);
        return einde < bevel.Tot ? bevel with { Uiterlijk = einde } : bevel;
    }

    /// <summary>The decision that ends the temporary help is not there yet, so the help is assigned and reserved further ahead.</summary>
    public void LoopDoor(Tijdelijkbeleid beleid, Vault kluis, DateTimeOffset nu)
    {
        if (TijdelijkVoor is null || !LooptTijdelijkDoor || EigenStand is not { } besluit) return;
        var laatste = Eigen[^1];
        IReadOnlyList<Voorzieningdeel> eigen = [.. Eigen.SkipLast(1), laatste.Over(laatste.Periode.Ingangsdatum, beleid.Tot(nu.Dag()))];
        Neem(besluit with { Stand = Standen.Count + 1, LooptDoor = true, Delen = eigen.MetRechter(VanDeRechter), Eigen = eigen });
        Announce(Gewijzigd(Termijnen.Bezwaar(besluit.BekendgemaaktOp).AlsTermijn(), kluis) with { LooptDoor = true }, nu);
    }

    /// <summary>
    /// The first day of the municipality's own temporary help: all of it in an urgent case, or the bridge after help that ended; else null.
    /// </summary>
    public DateOnly? TijdelijkVanaf() => Eigen.FirstOrDefault(d => IsVoorlopig || d.Tijdelijk)?.Periode.Ingangsdatum;

    /// <summary>Whether help runs on a day that the decision on the aanvraag ends.</summary>
    /// <param name="dag">The day.</param>
    /// <param name="opdrachten">The orders of a court that are about the lack of that decision.</param>
    public bool LooptTotBesluit(DateOnly dag, IReadOnlyCollection<Guid> opdrachten) =>
        TijdelijkVoor is not null && (IsVoorlopig ? Delen.Op(dag) is not null : TijdelijkVanaf() <= dag && EigenTot >= dag)
        || VanDeRechter.Any(r => opdrachten.Contains(r.OpdrachtId) && r.GeldtOp(dag));

    /// <summary>The help goes on until the decision on the aanvraag of a melding.</summary>
    public void Overbrug(string meldingnummer) => (TijdelijkVoor, AangebodenEinde) = (meldingnummer, null);

    /// <summary>Offers a bridge once for this last day, or takes the offer back.</summary>
    /// <param name="wachtOp">The melding whose aanvraag is to be decided; null without one.</param>
    /// <param name="nu">The present moment.</param>
    public void BiedOverbruggingAan(string? wachtOp, DateTimeOffset nu)
    {
        if (wachtOp is null && AangebodenEinde is not null) Announce(new OverbruggingVervallen(VoorzieningId, nu.Dag()), nu);
        else if (wachtOp is not null && AangebodenEinde != EigenTot)
            Announce(new OverbruggingAangeboden(VoorzieningId, EigenTot!.Value, wachtOp), nu);
        AangebodenEinde = wachtOp is null ? null : EigenTot;
    }

    /// <summary>No decision is to come that would end the temporary help, or it is to come after all.</summary>
    public void Verwacht(ZonderAanvraagreden? reden, DateTimeOffset nu)
    {
        if (ZonderAanvraag == reden) return;
        ZonderAanvraag = reden;
        if (reden is { } zonder) Announce(new TijdelijkeHulpZonderAanvraag(VoorzieningId, zonder, nu.Dag()), nu);
    }

    private VoorzieningGewijzigd Gewijzigd(Contracts.Termijn? rechtsmiddel, Vault kluis)
    {
        var stand = Standen[^1];
        return new(VoorzieningId, stand.Stand, stand.Soort, stand.BesluitId, stand.Beschikkingnummer, stand.BekendgemaaktOp, rechtsmiddel,
            PersoonId, Wijkteam, stand.Delen, GeenBerichtenverkeer,
            new(Persoon(kluis)))
        {
            Meldingnummer = Meldingnummer,
            Persoonstand = Persoonstand,
        };
    }

    /// <summary>The day on which it is looked at again, or null when that is not needed any more.</summary>
    public void PlanHeroverweging(DateOnly? dag, DateTimeOffset nu)
    {
        if (HeroverwegenOp == dag) return;
        (HeroverwegenOp, HeroverwegingAangekondigd) = (dag, false);
        Announce(new HeroverwegingGepland(VoorzieningId, dag, nu.Dag()), nu);
    }

    /// <summary>The municipality looked whether the help still fits, planned or not, and may plan the next time.</summary>
    public void Heroverweeg(DateOnly op, Heroverweeguitkomst uitkomst, string toelichting, DateOnly? volgende, DateTimeOffset nu)
    {
        if (Brpsignalen.Contains(Brpsignaal.Overleden))
            throw ServiceDefaults.Fouten.Weigering.Toestand("inwoner-overleden",
                "De inwoner is overleden. Er hoeft niet meer te worden gekeken of de hulp past.", "Wmo 2015 art. 2.3.9");
        Dagregel.Eis(op, Standen[0].BekendgemaaktOp, nu.Dag(), "gedaanOp", "het eerste besluit over deze hulp");
        Heroverwegingen = [.. Heroverwegingen, new(op, uitkomst, toelichting)];
        (HeroverwegenOp, HeroverwegingAangekondigd) = (null, false);
        Announce(new HeroverwegingGedaan(VoorzieningId, op, uitkomst), nu);
        if (volgende is not null) PlanHeroverweging(volgende, nu);
    }

    /// <summary>Announces once that the planned day to look again comes near.</summary>
    public void KondigHeroverwegingAan(DateTimeOffset nu)
    {
        if (HeroverwegenOp is not { } dag || HeroverwegingAangekondigd) return;
        HeroverwegingAangekondigd = true;
        Announce(new HeroverwegingNadert(VoorzieningId, dag), nu);
    }

    /// <summary>Announces once that this last day comes near.</summary>
    public void KondigEindeAan(DateTimeOffset nu)
    {
        if (LaatsteDag is not { } einde || AangekondigdEinde == einde) return;
        // The last day of help that is carried on is no end, and death was the end already.
        if (LooptTijdelijkDoor || Brpsignalen.Contains(Brpsignaal.Overleden)) return;
        AangekondigdEinde = einde;
        Announce(new EindeVoorzieningNadert(VoorzieningId, einde), nu);
    }

    private void Neem(Voorzieningstand stand) => (Standen, LaatsteDag, EigenTot) =
        ([.. Standen, stand], stand.Delen.LaatsteDag(), stand.Eigen.LaatsteDag());
}
