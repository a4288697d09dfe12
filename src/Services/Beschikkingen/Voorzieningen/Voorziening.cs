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

    /// <summary>The last granted day; null when nothing is granted.</summary>
    public DateOnly? LaatsteDag { get; private set; }

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

    /// <summary>The parts that are granted now.</summary>
    public IReadOnlyList<Voorzieningdeel> Delen => Standen[^1].Delen;

    /// <summary>Whether it is temporary help in kind, which is carried on until somebody decides.</summary>
    public bool LooptTijdelijkDoor => Delen is [.., { Tijdelijk: true, Leveringsvorm: Leveringsvorm.Zin }];

    /// <summary>
    /// The help as the municipality's own decisions made it. Provisional help by a court counts only on days that are over, because it ends
    /// with the decision that comes (Awb 8:85).
    /// </summary>
    public IReadOnlyList<Voorzieningdeel> ZonderRechter(DateOnly vandaag) => Standen[^1].Soort != Besluitsoort.Rechter ? Delen
        : Standen.LastOrDefault(s => s.Soort != Besluitsoort.Rechter) is { } eigen
            ? eigen.Delen.Na(Overgang.DagVoor(vandaag)).Aggregate(Delen.Voor(vandaag), (eerder, rest) => eerder.Met(rest)) : [];

    /// <summary>Death ends a machtiging (BW 3:72).</summary>
    protected override Guid? Machtigt => Brpsignalen.Contains(Brpsignaal.Overleden) ? null : MachtigingId;

    /// <summary>Somebody acts for the person in later decisions, or nobody does any more.</summary>
    public void NeemMachtiging(Guid? machtigingId) => MachtigingId = machtigingId;

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    /// <summary>The first decision, on an aanvraag, also when it refused.</summary>
    public static Voorziening Bij(Aanvraag aanvraag, BeschikteVoorziening besluit, Vault kluis)
    {
        var deel = new Voorzieningdeel(
            besluit.Product, besluit.Omvang, besluit.Periode, besluit.Leveringsvorm, besluit.Agb, besluit.Budget);
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
            besluit.IsToegekend ? [deel] : []));
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

    /// <summary>Takes over what was announced about the person since.</summary>
    public void NeemPersoon(Persoonsbeeld beeld, Vault kluis)
    {
        if (beeld.Stand < Persoonstand) return;
        var persoon = beeld.Persoon(kluis);
        (Persoonstand, Bsn, GeenBerichtenverkeer, Brpsignalen) = (beeld.Stand, persoon.Bsn, beeld.GeenBerichtenverkeer, beeld.Signalen);
        VerzegeldePersoon = kluis.SealJson(persoon, VanPersoon);
    }

    /// <summary>A later decision is made known. It is announced with the whole voorziening as it is from then on.</summary>
    /// <param name="soort">The kind of decision.</param>
    /// <param name="besluitId">The decision.</param>
    /// <param name="beschikkingnummer">Its number.</param>
    /// <param name="dag">The day of bekendmaking.</param>
    /// <param name="delen">All granted parts, past ones too.</param>
    /// <param name="rechtsmiddel">The term for bezwaar, or for beroep after a decision on a bezwaar; null when a court ordered it.</param>
    /// <param name="motivering">The reasons, in words for the person.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="ServiceDefaults.Fouten.Weigering">409: more help for a person who died, or does not live here.</exception>
    public void Wijzig(
        Besluitsoort soort, Guid besluitId, string beschikkingnummer, DateOnly dag, IReadOnlyList<Voorzieningdeel> delen,
        Contracts.Termijn? rechtsmiddel, string motivering, Vault kluis, DateTimeOffset nu)
    {
        DelenKloppen.Eis(delen);
        // Help on days that are over needs nobody who lives here now: heirs may go on with a bezwaar, and somebody may have moved since.
        var (eerder, gisteren) = (Standen.Count == 0 ? [] : Delen, Overgang.DagVoor(dag));
        if (eerder.Na(gisteren).GeeftMinderDan(delen.Na(gisteren)))
            GemeenteIsBevoegd.Eis(Brpsignalen, [.. delen.Select(d => d.Product)]);
        Neem(new(Standen.Count + 1, soort, besluitId, beschikkingnummer, dag, delen));
        Announce(Gewijzigd(rechtsmiddel, kluis) with { Motivering = new(motivering) }, nu);
    }

    /// <summary>
    /// The decision on the aanvraag was made known, so the temporary help ends: on that day, or the day before the help that follows it.
    /// </summary>
    /// <param name="aanvraag">The aanvraag.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public void EindigTijdelijk(Aanvraag aanvraag, Vault kluis, DateTimeOffset nu)
    {
        var bekend = aanvraag.BekendgemaaktOp!.Value;
        if (TijdelijkVanaf() is not { } vanaf)
        {
            TijdelijkVoor = null;
            return;
        }
        // A bridge that did not begin leaves the help before it as it is.
        var einde = TijdelijkeHulp.LaatsteDag(bekend, Gevraagd.Product.Categorie, aanvraag.Beschikt()) is var dag
            && dag >= vanaf ? dag : Overgang.DagVoor(vanaf);
        var delen = Delen.Voor(Overgang.DagNa(einde));
        (TijdelijkVoor, ZonderAanvraag) = (null, null);
        if (delen.SequenceEqual(Delen)) return;
        Wijzig(Besluitsoort.Aanvraag, aanvraag.Id, aanvraag.Beschikkingnummer!, bekend, delen, Termijnen.Bezwaar(bekend).AlsTermijn(),
            "U kreeg tijdelijke hulp tot ons besluit op uw aanvraag. Dat besluit is er nu. Daarom stopt de tijdelijke hulp.", kluis, nu);
    }

    /// <summary>The decision that ends the temporary help is not there yet, so the help is assigned further ahead.</summary>
    public void LoopDoor(Tijdelijkbeleid beleid, Vault kluis, DateTimeOffset nu)
    {
        if (TijdelijkVoor is null || !LooptTijdelijkDoor) return;
        var (laatsteStand, laatste) = (Standen[^1], Delen[^1]);
        Neem(laatsteStand with
        {
            Stand = laatsteStand.Stand + 1,
            Delen = [.. Delen.SkipLast(1), laatste with { Periode = laatste.Periode with { Einddatum = beleid.Tot(nu.Dag()) } }],
        });
        Announce(Gewijzigd(Termijnen.Bezwaar(laatsteStand.BekendgemaaktOp).AlsTermijn(), kluis) with { LooptDoor = true }, nu);
    }

    /// <summary>The first day of temporary help: all of it in an urgent case, or the bridge after help that ended; else null.</summary>
    public DateOnly? TijdelijkVanaf() => Standen[0].Soort == Besluitsoort.Spoed
        ? (Delen.Count > 0 ? Delen[0].Periode.Ingangsdatum : null)
        : Delen.FirstOrDefault(d => d.Tijdelijk)?.Periode.Ingangsdatum;

    /// <summary>The help goes on until the decision on the aanvraag of a melding.</summary>
    public void Overbrug(string meldingnummer) => (TijdelijkVoor, AangebodenEinde) = (meldingnummer, null);

    /// <summary>Offers a bridge once for this last day, or takes the offer back.</summary>
    /// <param name="wachtOp">The melding whose aanvraag is to be decided; null without one.</param>
    /// <param name="nu">The present moment.</param>
    public void BiedOverbruggingAan(string? wachtOp, DateTimeOffset nu)
    {
        if (wachtOp is null && AangebodenEinde is not null) Announce(new OverbruggingVervallen(VoorzieningId, nu.Dag()), nu);
        else if (wachtOp is not null && AangebodenEinde != LaatsteDag)
            Announce(new OverbruggingAangeboden(VoorzieningId, LaatsteDag!.Value, wachtOp), nu);
        AangebodenEinde = wachtOp is null ? null : LaatsteDag;
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
            new(kluis.UnsealJson<Persoonsgegevens>(VerzegeldePersoon, VanPersoon)))
        {
            Meldingnummer = Meldingnummer,
            Persoonstand = Persoonstand,
        };
    }

    /// <summary>The day on which it is looked at again, or null when that is done.</summary>
    public void PlanHeroverweging(DateOnly? dag, DateTimeOffset nu)
    {
        if (HeroverwegenOp == dag) return;
        HeroverwegenOp = dag;
        Announce(new HeroverwegingGepland(VoorzieningId, dag, nu.Dag()), nu);
    }

    /// <summary>Announces once that this last day comes near.</summary>
    public void KondigEindeAan(DateTimeOffset nu)
    {
        if (LaatsteDag is not { } einde || AangekondigdEinde == einde) return;
        // The last day of help that is carried on is no end.
        if (LooptTijdelijkDoor) return;
        AangekondigdEinde = einde;
        Announce(new EindeVoorzieningNadert(VoorzieningId, einde), nu);
    }

    private void Neem(Voorzieningstand stand) => (Standen, LaatsteDag) = ([.. Standen, stand], stand.Delen.LaatsteDag());
}
