using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// A request on which the municipality must decide in time: an aanvraag or a bezwaar. The consequences of a late decision are the same for
/// both (Awb 4:17 to 4:20; 7:14 does not except them for a bezwaar).
/// </summary>
public abstract class Beslisplicht : Aggregate
{
    /// <summary>Whose request it is.</summary>
    public Guid PersoonId { get; protected set; }

    /// <summary>The consequences of a late decision.</summary>
    public Dwangsomverloop Dwangsom { get; private set; } = new();

    /// <summary>The last day to decide; null while no term runs yet.</summary>
    protected abstract DateOnly? LaatsteDag { get; }

    /// <summary>The day since which the term stands still, until nobody knows when; null when it does not.</summary>
    protected virtual DateOnly? StaatStilSinds => null;

    /// <summary>The day after which nothing is to be decided any more; null before it.</summary>
    public abstract DateOnly? KlaarOp { get; }

    /// <summary>The day on which it reached the municipality. No notice can be older.</summary>
    protected abstract DateOnly Begin { get; }

    /// <summary>Its name within a sentence, for instance "de aanvraag".</summary>
    protected abstract string Wat { get; }

    /// <summary>Its own number.</summary>
    public abstract string Nummer { get; }

    /// <summary>The number of its zaak in the events; null for an aanvraag, which belongs to its melding.</summary>
    protected virtual string? Zaaknummer => null;

    /// <summary>The ground of the decision on which no dwangsom is owed; null without one (Awb 4:17 lid 6 onder c).</summary>
    protected virtual GeenDwangsom? Uitgesloten => null;

    /// <summary>Whether the decision of a round bears out that no dwangsom is owed on this ground (Awb 4:17 lid 6 onder b and c).</summary>
    protected abstract bool Draagt(GeenDwangsom grond, Beslisronde ronde);

    /// <summary>The way to the decision that counts now.</summary>
    public Beslisronde Ronde() => new(null, Dwangsom, LaatsteDag, StaatStilSinds, KlaarOp, Uitgesloten);

    /// <summary>The ways to the decisions that a court annulled, oldest first.</summary>
    public virtual IReadOnlyList<Beslisronde> VernietigdeRondes() => [];

    /// <summary>Stores the consequences of an annulled decision that was late.</summary>
    protected virtual void Bewaar(string beroepnummer, Dwangsomverloop dwangsom) => throw new NotSupportedException();

    /// <inheritdoc cref="Beslisronde.Oordelen" />
    public IEnumerable<(Ingebrekestelling Brief, Ingebrekestellingsoordeel Oordeel)> Oordelen(Tabel<Gemeentebeleid> beleid) =>
        Ronde().Oordelen(beleid);

    /// <inheritdoc cref="Beslisronde.DwangsomOp" />
    public Dwangsomberekening? DwangsomOp(DateOnly peildatum, Tabel<Gemeentebeleid> beleid) => Ronde().DwangsomOp(peildatum, beleid);

    /// <summary>
    /// The way to the decision that a letter is about by its day: one that came before an annulled decision was made known, is about that.
    /// </summary>
    public Beslisronde RondeOp(DateOnly ontvangenOp) => VernietigdeRondes().FirstOrDefault(r => ontvangenOp <= r.KlaarOp) ?? Ronde();

    /// <summary>A written notice came in, in whatever letter, that no decision was made in time (Awb 4:17 lid 3).</summary>
    /// <param name="ontvangenOp">The day on which the letter was received.</param>
    /// <param name="aanvragers">How many share the dwangsom.</param>
    /// <param name="onredelijkLaat">Why it came unreasonably late; null when it did not.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="herkend">The letter in which it stood; null for a letter about nothing else.</param>
    public Ingebrekestelling StelInGebreke(
        DateOnly ontvangenOp, int aanvragers, string? onredelijkLaat, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu,
        Briefherkenning? herkend = null)
    {
        herkend ??= Briefherkenning.Zelf;
        var ronde = RondeOp(ontvangenOp);
        if (ronde.Dwangsom.Besluit is not null)
            throw Weigering.Toestand("dwangsom-al-vastgesteld",
                "Over de dwangsom is al beslist. Beantwoord de brief, en leg hem zo nodig vast als bezwaar tegen dat besluit.",
                "Awb art. 4:18");
        if (ronde.KlaarOp < ontvangenOp)
            throw Weigering.Toestand("al-beslist",
                "Toen deze brief kwam, was er al beslist. Beantwoord de brief, en leg hem zo nodig vast als klacht of bezwaar.",
                "Awb art. 4:17");
        Dagregel.Eis(ontvangenOp, Begin, nu.Dag(), "ontvangenOp", $"de ontvangst van {Wat}");
        var eerder = ronde.Oordelen(beleid).ToList();
        if (herkend.Nummer is { } stuk
            && VernietigdeRondes().Append(Ronde()).SelectMany(r => r.Dwangsom.Ingebrekestellingen).Any(b => b.Briefnummer == stuk))
            throw Weigering.Toestand("brief-al-herkend", $"Van {stuk} is al vastgelegd dat er een ingebrekestelling in staat.",
                "Awb art. 4:17 lid 3");
        var brief = new Ingebrekestelling(Guid.CreateVersion7(nu), ontvangenOp, nu.Dag(), aanvragers, onredelijkLaat)
        {
            HerkendIn = herkend.Soort,
            Briefnummer = herkend.Nummer,
            BriefId = herkend.BriefId,
        };
        ronde = Zet(ronde, ronde.Dwangsom.Met(brief));
        VertelOordelen(ronde, eerder, beleid, nu);
        MeldDwangsom(ronde, beleid, nu);
        BepaalWachtTot(beleid);
        return brief;
    }

    /// <summary>A notice that counted proves to have come unreasonably late, which is told (Awb 4:17 lid 6 onder a).</summary>
    public void VindOnredelijkLaat(Guid ingebrekestellingId, string reden, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var ronde = VernietigdeRondes().Append(Ronde())
            .FirstOrDefault(r => r.Dwangsom.Ingebrekestellingen.Any(b => b.Id == ingebrekestellingId))
            ?? throw Weigering.Onbekend("Deze ingebrekestelling");
        if (ronde.Dwangsom.Besluit is not null)
            throw Weigering.Toestand("dwangsom-al-vastgesteld", "Over deze dwangsom is al beslist.", "Awb art. 4:18");
        var eerder = ronde.Oordelen(beleid).ToList();
        var (brief, oordeel) = eerder.Find(b => b.Brief.Id == ingebrekestellingId);
        if (oordeel != Ingebrekestellingsoordeel.Geldig)
            throw Weigering.Toestand("brief-telt-niet",
                "Deze brief telt al niet als ingebrekestelling. Er valt niets te veranderen.", "Awb art. 4:17 lid 6 onder a");
        VertelOordelen(Zet(ronde, ronde.Dwangsom.Met(brief with { OnredelijkLaat = reden })), eerder, beleid, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    /// <summary>Decides on the dwangsom: its amount, or the ground on which none is owed (Awb 4:18).</summary>
    /// <param name="grond">The ground on which none is owed; null when one is.</param>
    /// <param name="motivering">The reasons.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="beroepnummer">The case in which a court annulled the decision that was late; null for the decision that counts.</param>
    /// <param name="door">Who decides.</param>
    public Dwangsombesluit StelDwangsomVast(
        GeenDwangsom? grond, string motivering, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu, string? beroepnummer = null,
        string? door = null)
    {
        var ronde = Kies(beroepnummer);
        if (ronde.Dwangsom.Besluit is not null)
            throw Weigering.Toestand("dwangsom-al-vastgesteld", "Over deze dwangsom is al beslist.", "Awb art. 4:18");
        if (!ronde.Oordelen(beleid).Any(b =>
            b.Oordeel is Ingebrekestellingsoordeel.Geldig or Ingebrekestellingsoordeel.OnredelijkLaat))
            throw Weigering.Toestand("geen-ingebrekestelling",
                "Er is geen ingebrekestelling die telt, en dus geen dwangsom. Beantwoord de brief van de inwoner.", "Awb art. 4:17 lid 3");
        var dag = nu.Dag();
        var dwangsom = ronde.DwangsomOp(dag, beleid);
        if (grond is null && ronde.Uitgesloten is not null)
            throw Weigering.Toestand("grond-vereist",
                "Wij beslisten dat dit meteen duidelijk was. Dan is er geen dwangsom: beslis dat, met die grond.",
                "Awb art. 4:17 lid 6 onder c");
        if (grond is { } geen)
            GeenDwangsomHeeftGrond.Eis(
                geen, [.. ronde.Oordelen(beleid).Select(b => b.Oordeel)], ronde.KlaarOp, Draagt(geen, ronde), Wat);
        if (grond is null) DwangsomStaatVast.Eis(dwangsom, ronde.KlaarOp, dag, Wat);
        var bezwaar = Termijnen.Bezwaar(dag).AlsTermijn();
        var betaling = grond is null ? Termijnen.Betaling(dag).AlsTermijn() : null;
        var besluit = new Dwangsombesluit(
            dag, grond is null ? dwangsom!.Bedrag : 0, grond, motivering, betaling?.Uiterlijk, bezwaar.Uiterlijk)
        {
            Aanvragers = ronde.Aanvragers(beleid),
            VastgesteldDoor = door,
        };
        Zet(ronde, ronde.Dwangsom with { Besluit = besluit });
        Announce(new DwangsomVastgesteld(
            besluit.Bedrag, grond is null ? dwangsom!.Dagen : 0, dag, grond, betaling, bezwaar, new(motivering))
        {
            Zaaknummer = Zaaknummer,
            Beroepnummer = ronde.Beroepnummer,
            Aandelen = Aandelen(besluit.Bedrag, besluit.Aanvragers),
        }, nu);
        return besluit;
    }

    /// <summary>A founded bezwaar made the dwangsom more than was decided (Awb 7:11 lid 2). The rest is paid.</summary>
    public Dwangsomuitkomst HerzieDwangsom(
        decimal bedrag, string motivering, string bezwaarnummer, string? door, DateOnly dag, DateTimeOffset nu)
    {
        if (Dwangsom.Besluit is not { } besluit)
            throw Weigering.Toestand("geen-dwangsom", "Over deze dwangsom is niet beslist.", "Awb art. 4:18");
        var betaling = Termijnen.Betaling(dag).AlsTermijn();
        Dwangsom = Dwangsom.Herzien(besluit with
        {
            VastgesteldOp = dag,
            Bedrag = bedrag,
            Grond = null,
            Motivering = motivering,
            BetalenUiterlijk = betaling.Uiterlijk,
            VastgesteldDoor = door,
            OpBezwaar = bezwaarnummer,
        });
        Announce(new DwangsomHerzien(bedrag, Dwangsom.NogTeBetalen, dag, betaling, bezwaarnummer) { Zaaknummer = Zaaknummer }, nu);
        return new(bedrag, Dwangsom.NogTeBetalen, betaling);
    }

    /// <summary>The dwangsom was paid.</summary>
    public void BetaalDwangsom(DateOnly op, DateTimeOffset nu, string? beroepnummer = null)
    {
        var ronde = Kies(beroepnummer);
        if (ronde.Dwangsom.Besluit is not { Bedrag: > 0 } besluit)
            throw Weigering.Toestand("geen-dwangsom", "Er is geen dwangsom vastgesteld die betaald moet worden.", "Awb art. 4:18");
        if (ronde.Dwangsom.BetaaldOp is not null)
            throw Weigering.Toestand("dwangsom-al-betaald", "Deze dwangsom is al betaald.", "Awb art. 4:87");
        Dagregel.Eis(op, besluit.VastgesteldOp, nu.Dag(), "betaaldOp", "het besluit over de dwangsom");
        Zet(ronde, ronde.Dwangsom with { BetaaldOp = op });
        Announce(new DwangsomBetaald(op) { Zaaknummer = Zaaknummer, Beroepnummer = ronde.Beroepnummer }, nu);
    }

    /// <summary>Claims back what was paid and not owed, until five years after the decision (Awb 4:20).</summary>
    public void VorderDwangsomTerug(
        decimal bedrag, string reden, DateTimeOffset nu, string? beroepnummer = null, string? beslotenDoor = null)
    {
        var ronde = Kies(beroepnummer);
        if (ronde.Dwangsom.Betaald == 0)
            throw Weigering.Toestand("niets-betaald", "Er is geen betaalde dwangsom die u kunt terugvorderen.", "Awb art. 4:20");
        if (bedrag > ronde.Dwangsom.Betaald)
            throw Weigering.Regel("meer-dan-betaald",
                $"Er is {Datumtekst.Euro(ronde.Dwangsom.Betaald)} betaald en nog niet teruggevorderd. "
                + "U kunt niet meer terugvorderen.", "Awb art. 4:20", "bedrag");
        if (nu.Dag() > Dwangsommen.TerugTotEnMet(ronde.Dwangsom.Besluit!.VastgesteldOp))
            throw Weigering.Regel("terugvordering-verlopen", "Een dwangsom kan tot vijf jaar na het besluit worden teruggevorderd.",
                "Awb art. 4:20");
        Zet(ronde, ronde.Dwangsom with
        {
            Terugvorderingen =
            [
                .. ronde.Dwangsom.Terugvorderingen,
                new(nu.Dag(), bedrag, reden) { Id = Guid.CreateVersion7(nu), BeslotenDoor = beslotenDoor },
            ],
        });
        Announce(new DwangsomTeruggevorderd(bedrag, nu.Dag(), new(reden))
        {
            Zaaknummer = Zaaknummer,
            Beroepnummer = ronde.Beroepnummer,
            Aandelen = Aandelen(bedrag, ronde.Dwangsom.Besluit!.Aanvragers),
            Betaaltermijn = Termijnen.Betaling(nu.Dag()).AlsTermijn() with { Soort = "dwangsomterugbetaling" },
            Bezwaartermijn = Termijnen.Bezwaar(nu.Dag()).AlsTermijn(),
        }, nu);
    }

    /// <summary>A founded bezwaar lessened a claim for a dwangsom, or ended it.</summary>
    public void VerlaagTerugvordering(Guid terugvorderingId, decimal blijft)
    {
        foreach (var ronde in VernietigdeRondes().Append(Ronde())
            .Where(r => r.Dwangsom.Terugvorderingen.Any(t => t.Id == terugvorderingId)).ToList())
            Zet(ronde, ronde.Dwangsom with
            {
                Terugvorderingen =
                    [.. ronde.Dwangsom.Terugvorderingen.Select(t => t.Id == terugvorderingId ? t with { Bedrag = blijft } : t)],
            });
    }

    /// <summary>
    /// A court annulled the decision. Its dwangsom goes with it, and an empty one begins for the decision that must follow.
    /// </summary>
    protected Dwangsomverloop SluitDwangsom()
    {
        var gesloten = Dwangsom;
        Dwangsom = new();
        return gesloten;
    }

    /// <exception cref="Weigering">404: no court annulled a decision on it in that case.</exception>
    private Beslisronde Kies(string? beroepnummer) => beroepnummer is null ? Ronde()
        : VernietigdeRondes().FirstOrDefault(r => r.Beroepnummer == beroepnummer)
            ?? throw Weigering.Onbekend("Een beslissing die de rechter in dit beroep vernietigde");

    private Beslisronde Zet(Beslisronde ronde, Dwangsomverloop dwangsom)
    {
        if (ronde.Beroepnummer is { } nummer) Bewaar(nummer, dwangsom);
        else Dwangsom = dwangsom;
        return ronde with { Dwangsom = dwangsom };
    }

    private static IReadOnlyList<decimal>? Aandelen(decimal bedrag, int aanvragers) =>
        aanvragers > 1 && bedrag > 0 ? Dwangsommen.Aandelen(bedrag, aanvragers) : null;

    /// <summary>Determines when something is to be done by itself.</summary>
    protected abstract void BepaalWachtTot(Tabel<Gemeentebeleid> beleid);

    protected void VertelOordelen(
        List<(Ingebrekestelling, Ingebrekestellingsoordeel)> eerder, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu) =>
        VertelOordelen(Ronde(), eerder, beleid, nu);

    private void VertelOordelen(Beslisronde ronde,
        List<(Ingebrekestelling, Ingebrekestellingsoordeel)> eerder, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        foreach (var (brief, oordeel) in ronde.Oordelen(beleid).Except(eerder))
            Announce(new IngebrekestellingOntvangen(brief.Id, brief.OntvangenOp, oordeel, oordeel == Ingebrekestellingsoordeel.Geldig
                ? new("ingebrekestelling", brief.OntvangenOp,
                    ronde.DwangsomOp(brief.OntvangenOp, beleid)!.LaatsteDagZonder!.Value, "Awb art. 4:17 lid 3")
                : null)
            {
                Zaaknummer = Zaaknummer,
                Beroepnummer = ronde.Beroepnummer,
                Aanvraagnummer = Zaaknummer is null ? Nummer : null,
                HerkendIn = brief.HerkendIn,
                MeerZaken = brief.BriefId is not null,
            }, nu);
    }

    /// <summary>
    /// Announces how much is owed once no more days can be added to it, and again when a fact that was corrected makes it another number,
    /// or none. After the decision on the dwangsom nothing is announced any more.
    /// </summary>
    protected void MeldDwangsom(Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        foreach (var ronde in VernietigdeRondes().Append(Ronde())) MeldDwangsom(ronde, beleid, nu);
    }

    private void MeldDwangsom(Beslisronde ronde, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        var (vandaag, grondslag) = (nu.Dag(), "Awb art. 4:18");
        if (ronde.Dwangsom.Besluit is not null) return;
        var vast = ronde.Uitgesloten is null && ronde.DwangsomOp(vandaag, beleid) is { Dagen: > 0 } d
            && (ronde.KlaarOp is not null || d.LaatsteDag < vandaag) ? d : null;
        if ((vast?.Dagen ?? 0) == ronde.Dwangsom.Aangekondigd) return;
        Zet(ronde, ronde.Dwangsom with { Aangekondigd = vast?.Dagen ?? 0 });
        Announce((vast is null ? new DwangsomVerschuldigd(vandaag, vandaag, 0, 0, new("dwangsombesluit", vandaag, vandaag, grondslag))
            : new DwangsomVerschuldigd(vast.EersteDag!.Value, vast.VerschuldigdTot!.Value, vast.Dagen, vast.Bedrag,
                new("dwangsombesluit", vast.VerschuldigdTot.Value, vast.BesluitUiterlijk!.Value, grondslag))) with
        {
            Zaaknummer = Zaaknummer,
            Beroepnummer = ronde.Beroepnummer,
            Aandelen = Aandelen(vast?.Bedrag ?? 0, ronde.Aanvragers(beleid)),
        }, nu);
    }
}
