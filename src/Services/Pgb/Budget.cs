using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb;

/// <summary>
/// A granted pgb, and what the SVB knows of it. Every change tells the SVB the complete new situation under a new identification (iPgb
/// OP501), and the next one only after the answer to the previous one (iPgb TR507): until then the wish waits here.
/// </summary>
public sealed class Budget : Aggregate
{
    private Budget()
    {
    }

    /// <summary>With the voorziening the natural key.</summary>
    public Guid BeschikkingId { get; private set; }
    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>Two digits: the product category that was granted (code list WMO022).</summary>
    public string Zorgfunctie { get; private set; } = "";

    /// <summary>The day of the decision: the beschikking, or the last one that changed it (iPgb Afgiftedatum).</summary>
    public DateOnly AfgegevenOp { get; private set; }

    /// <summary>Its parts, as granted or changed since; an end before its time leaves them.</summary>
    public IReadOnlyList<Functiebudget> Functiebudgetten { get; private set; } = [];

    /// <summary>From the first day of the first part to the last day of the last.</summary>
    public Periode Periode { get; private set; } = null!;

    /// <summary>Euros over the whole period, of all parts together.</summary>
    public decimal Bedrag { get; private set; }

    /// <summary>Who acts for the person, sealed by <see cref="Vault"/>; null when nobody does and letters go to the BRP address.</summary>
    public string? VerzegeldeVertegenwoordiging { get; private set; }

    /// <summary>How often that was told or changed: by it is seen whether the SVB knows it.</summary>
    public int Vertegenwoordigingsversie { get; private set; }

    /// <summary>BSN and date of birth, sealed by <see cref="Vault"/>: all that the SVB and the CAK need.</summary>
    public string VerzegeldePersoon { get; private set; } = "";

    /// <summary>The person's safety forbids messages (iWmo OP003): someone tells the SVB by hand.</summary>
    public bool MetDeHand { get; private set; }

    /// <summary>For an aid or an adaptation of the home: the municipality keeps the budget itself, and the SVB never hears of it.</summary>
    public bool InEigenBeheer { get; private set; }
    public Budgetstatus Status { get; private set; }

    /// <summary>What the SVB was told, in order.</summary>
    public IReadOnlyList<Situatie> Situaties { get; private set; } = [];

    /// <summary>Identifications of the WMO501s that told it.</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];

    /// <summary>The identifications that the SVB was told, by which it closes the budget.</summary>
    public IReadOnlyList<string> Identificaties { get; private set; } = [];

    /// <summary>The decisions that changed it, in order.</summary>
    public IReadOnlyList<Wijziging> Wijzigingen { get; private set; } = [];

    /// <summary>The decision to end it before its time.</summary>
    public Beeindiging? Beeindiging { get; private set; }

    /// <summary>What the SVB told was spent, in order; of one part and reason the last counts.</summary>
    public IReadOnlyList<Afsluiting> Afsluitingen { get; private set; } = [];

    /// <summary>The day of the first closing that the SVB still owes; null when it owes none.</summary>
    public DateOnly? AfsluitingUiterlijk { get; private set; }

    /// <summary>The situation that the SVB has accepted last.</summary>
    private Situatie? BijSvb => Situaties.LastOrDefault(s => s.Uitkomst == Svbuitkomst.Akkoord);

    /// <summary>The parts as the municipality wants them now.</summary>
    private IReadOnlyList<Functiebudget> Gewenst => Beeindiging switch
    {
        null => Functiebudgetten,
        { Ingetrokken: true } => [.. Functiebudgetten.Select(d => d.Ingetrokken())],
        { Einddatum: var dag } => [.. Functiebudgetten.Select(d => d.TotEnMet(dag))],
    };

    /// <summary>
    /// The complete new situation (iPgb OP501): what the SVB had and is not wanted any more is withdrawn by name, and of what it never had nothing
    /// is withdrawn (TR514).
    /// </summary>
    private IReadOnlyList<Functiebudget> TeMelden => BijSvb is { } bekend
        ? [.. Gewenst, .. bekend.Functiebudgetten.Where(d => Gewenst.All(g => g.Sleutel != d.Sleutel)).Select(d => d.Ingetrokken())]
        : [.. Gewenst.Geldend()];

    /// <summary>Whether the SVB must be told: it knows something else than what is wanted, owes no answer, and no rejection waits for a person.</summary>
    public bool MeldingVerschuldigd => !InEigenBeheer && Situaties.All(s => s.Uitkomst is not null) && (BijSvb is null || !IsGewenst(BijSvb))
        && Status is not (Budgetstatus.Tegengehouden or Budgetstatus.Afgekeurd or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd or Budgetstatus.Beeindigd);

    /// <summary>What the SVB has, or has been told and may have: no other budget of this person may overlap it (iPgb OP508).</summary>
    public IEnumerable<Functiebudget> Bezet => Situaties.Where(s => s == BijSvb || s.Uitkomst is null).SelectMany(s => s.Functiebudgetten).Geldend();

    public bool IsNogNietBijSvb => BijSvb is null;

    public static Budget Ken(
        BeschikkingBekendgemaakt beschikking, BeschikteVoorziening voorziening, string verzegeldePersoon, string? verzegeldeVertegenwoordiging, DateTimeOffset nu)
    {
        var bedrag = voorziening.Budget ?? throw new InvalidOperationException("Toegekend pgb zonder budget.");
        var budget = new Budget
        {
            Dossiernummer = beschikking.Dossiernummer,
            BeschikkingId = beschikking.BeschikkingId,
            VoorzieningId = voorziening.VoorzieningId,
            PersoonId = beschikking.PersoonId,
            Wijkteam = beschikking.Wijkteam,
            Zorgfunctie = voorziening.Product.Categorie,
            AfgegevenOp = beschikking.BekendgemaaktOp,
            Functiebudgetten = [new(voorziening.Product.Categorie, voorziening.Periode, bedrag)],
            Periode = voorziening.Periode,
            Bedrag = bedrag,
            VerzegeldePersoon = verzegeldePersoon,
            VerzegeldeVertegenwoordiging = verzegeldeVertegenwoordiging,
            Vertegenwoordigingsversie = verzegeldeVertegenwoordiging is null ? 0 : 1,
            MetDeHand = beschikking.GeenBerichtenverkeer,
            InEigenBeheer = Productcategorie.IsHulpmiddel(voorziening.Product.Categorie),
        };
        if (!budget.InEigenBeheer) return budget;
        budget.Status = Budgetstatus.InEigenBeheer;
        budget.Announce(new BudgetInEigenBeheer(budget.VoorzieningId, bedrag, budget.Periode), nu);
        return budget;
    }

    /// <summary>The SVB is told the situation that is wanted now, in this message, or by hand.</summary>
    /// <param name="berichtidentificatie">Of the WMO501; null by hand.</param>
    /// <param name="nu">Now.</param>
    public Situatie Meld(string? berichtidentificatie, DateTimeOffset nu)
    {
        var opnieuw = Situaties is [] or [.., { Uitkomst: Svbuitkomst.Afgekeurd }];
        var delen = TeMelden;
        var situatie = new Situatie(Guid.CreateVersion7().ToString(), BijSvb?.BudgetIdentificatie, berichtidentificatie, delen.Omvat(), delen.Sum(d => d.Bedrag))
        {
            Functiebudgetten = delen,
            Vertegenwoordigingsversie = Vertegenwoordigingsversie,
        };
        Situaties = [.. Situaties, situatie];
        Identificaties = [.. Identificaties, situatie.BudgetIdentificatie];
        if (berichtidentificatie is not null) Berichten = [.. Berichten, berichtidentificatie];
        Status = BijSvb is null ? Budgetstatus.Aangemeld : Beeindiging is null ? Budgetstatus.WijzigingAangemeld : Budgetstatus.EindeAangemeld;
        // A change or an end was announced when it was decided; only what starts, or starts again, is news.
        if (opnieuw) Announce(new BudgetAangemeld(VoorzieningId, situatie.BudgetIdentificatie, berichtidentificatie, situatie.Bedrag, situatie.Periode), nu);
        return situatie;
    }

    /// <summary>Another budget of this person has the same zorgfunctie in the same time: the SVB would reject this one (iPgb TR502), so a person decides first.</summary>
    public void HoudTegen(DateTimeOffset nu)
    {
        if (Status == Budgetstatus.Tegengehouden) return;
        Status = Budgetstatus.Tegengehouden;
        Announce(new BudgetTegengehouden(VoorzieningId), nu);
    }

    /// <summary>
    /// The budget changes: longer, shorter, higher, lower, another zorgfunctie, or someone else who acts for the person. The SVB hears the whole
    /// new situation, as soon as it has answered the previous one (TR507). After a rejection this is the correction, and goes at once.
    /// </summary>
    /// <param name="wijziging">Why.</param>
    /// <param name="delen">The parts as they must be from now on; null when they stay.</param>
    /// <param name="verzegeldeVertegenwoordiging">Who acts for the person from now on; null when that stays.</param>
    /// <param name="nu">Now.</param>
    public void Wijzig(Wijziging wijziging, IReadOnlyList<Functiebudget>? delen, string? verzegeldeVertegenwoordiging, DateTimeOffset nu)
    {
        if (Status == Budgetstatus.Beeindigd || Beeindiging is not null)
            throw Weigering.Toestand("al-beeindigd", "Dit budget is al beëindigd of ingetrokken. Voor nieuwe hulp is een nieuw besluit nodig.");
        if (delen is not null && delen.ToHashSet().SetEquals(Functiebudgetten)) delen = null;
        if (delen is null && verzegeldeVertegenwoordiging is null)
            throw Weigering.Regel("niets-gewijzigd", "Dit is hoe het budget al is. Vul in wat er verandert.");
        if (delen is not null)
        {
            NieuweSituatieKlopt.Eis(delen, InEigenBeheer);
            (Functiebudgetten, Periode, Bedrag) = (delen, delen.Omvat(), delen.Sum(d => d.Bedrag));
            AfgegevenOp = wijziging.BeslotenOp;
        }
        if (verzegeldeVertegenwoordiging is not null) (VerzegeldeVertegenwoordiging, Vertegenwoordigingsversie) = (verzegeldeVertegenwoordiging, Vertegenwoordigingsversie + 1);
        Wijzigingen = [.. Wijzigingen, wijziging];
        Status = Status switch
        {
            Budgetstatus.Afgekeurd or Budgetstatus.Tegengehouden => Budgetstatus.Aangemeld,
            Budgetstatus.WijzigingAfgekeurd => Budgetstatus.Gereserveerd,
            _ => Status,
        };
        Announce(new BudgetGewijzigd(VoorzieningId, PersoonId, Bedrag, Periode) { AlleenVertegenwoordiging = delen is null }, nu);
        // Nobody else has to process it.
        if (Status == Budgetstatus.Gereserveerd && InEigenBeheer) Announce(new BudgetwijzigingBevestigd(VoorzieningId, PersoonId, Periode), nu);
    }

    /// <summary>The SVB's answer (WMO502). A second one says nothing new, unless the first was no answer but a person who gave up waiting.</summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu) =>
        Verwerk(Situaties.Single(s => s.Berichtidentificatie == berichtidentificatie), afkeurcodes.Count == 0, afkeurcodes, persoon, nu);

    /// <summary>
    /// What the SVB answered by telephone or letter, where no messages may go (iWmo OP003), or about a message that the SVB did not process.
    /// </summary>
    public void LegVast(bool akkoord, Persoonskern persoon, DateTimeOffset nu)
    {
        if (Status == Budgetstatus.InEigenBeheer)
        {
            ReserveerZelf(akkoord, persoon, nu);
            return;
        }
        var vraag = Situaties is [.., { IsOnbeantwoord: true } laatste] ? laatste : null;
        if (InEigenBeheer) throw Weigering.Toestand("niets-te-beantwoorden", "De gemeente beheert dit budget zelf. Er is niets waarop nog een antwoord moet komen.");
        if (!MetDeHand && vraag?.Uitkomst is null) throw Weigering.Toestand("gaat-met-berichten", "De SVB antwoordt zelf met een bericht. Wacht op dat bericht.");
        if (vraag is null || Status == Budgetstatus.Beeindigd) throw Weigering.Toestand("niets-te-beantwoorden", "Er is geen melding waarop de SVB nog moet antwoorden.");
        Verwerk(vraag, akkoord, [], persoon, nu);
    }

    /// <summary>The municipality has set the amount aside in its own books: the person can go ahead.</summary>
    private void ReserveerZelf(bool akkoord, Persoonskern persoon, DateTimeOffset nu)
    {
        if (!akkoord) throw Weigering.Toestand("gemeente-reserveert-zelf", "De gemeente reserveert dit budget zelf. Gaat het niet door, trek het dan in.");
        Status = Budgetstatus.Gereserveerd;
        Announce(new BudgetGereserveerd(VoorzieningId, PersoonId, Periode, Zorgfunctie, new(persoon)) { GeenBerichtenverkeer = MetDeHand, InEigenBeheer = true }, nu);
    }

    private void Verwerk(Situatie vraag, bool akkoord, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu)
    {
        if (!vraag.IsOnbeantwoord || (vraag.Uitkomst is not null && Retourcode.ZijnTechnisch(afkeurcodes))) return;
        var (eerste, klopteAl) = (BijSvb is null, BijSvb is { } bekend && IsGewenst(bekend));
        Situaties = [.. Situaties.Select(s => s == vraag ? s with { Uitkomst = akkoord ? Svbuitkomst.Akkoord : Svbuitkomst.Afgekeurd, Retourcodes = afkeurcodes } : s)];
        HerzieAfsluitingen();

        // What has ended stays so: unless the SVB turns out to have a budget that was withdrawn when nobody knew that, which it must still hear.
        if (Status == Budgetstatus.Beeindigd && !(akkoord && eerste)) return;
        // A no to what was told anew since then decides nothing any more.
        if (!akkoord && vraag.BudgetIdentificatie != Situaties[^1].BudgetIdentificatie) return;
        var einde = Beeindiging is not null && IsGewenst(vraag);
        if (!akkoord)
        {
            // Told anew while the first message was processed after all: the SVB has what it should have.
            if (klopteAl) return;
            Status = eerste ? Budgetstatus.Afgekeurd : einde ? Budgetstatus.EindeAfgekeurd : Budgetstatus.WijzigingAfgekeurd;
            Announce(new BudgetAfgekeurd(VoorzieningId, afkeurcodes) { Einde = !eerste && einde, Wijziging = !eerste && !einde, NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes) }, nu);
            // Withdrawn in the meantime, and the SVB never had it: nothing is left to tell.
            if (eerste && Beeindiging is { Ingetrokken: true }) RondAf(nu);
            return;
        }
        if (eerste || (!einde && Beeindiging is null)) Status = Budgetstatus.Gereserveerd;
        // As if never granted: what is withdrawn is not announced as reserved.
        if (eerste && Beeindiging is not { Ingetrokken: true })
        {
            Announce(new BudgetGereserveerd(VoorzieningId, PersoonId, vraag.Periode, Zorgfunctie, new(persoon)) { GeenBerichtenverkeer = MetDeHand }, nu);
            if (Beeindiging is not null) KondigEindeAan(nu);
        }
        if (!eerste && !einde && !klopteAl) Announce(new BudgetwijzigingBevestigd(VoorzieningId, PersoonId, vraag.Periode), nu);
        if (einde) RondAf(nu);
    }

    /// <summary>
    /// Ends the budget before its time, or withdraws it as a whole. While the SVB still has to answer, its end waits for that answer
    /// (TR507): others hear of the end only after they heard that it was reserved.
    /// </summary>
    public void Beeindig(DateOnly? einddatum, string reden, bool intrekken, DateOnly vandaag, DateTimeOffset nu)
    {
        var nooitBijSvb = Status is Budgetstatus.Afgekeurd or Budgetstatus.Tegengehouden or Budgetstatus.InEigenBeheer;
        // What the SVB rejected may still be withdrawn, also when it was shortened before: nobody has heard of that end.
        if (Status == Budgetstatus.Beeindigd || (Beeindiging is not null && !(intrekken && nooitBijSvb)))
            throw Weigering.Toestand("al-beeindigd", "Dit budget is al beëindigd of ingetrokken.");
        if (Status == Budgetstatus.InEigenBeheer && !intrekken)
            throw Weigering.Toestand("nog-niet-gereserveerd", "Leg eerst vast dat de gemeente het bedrag heeft gereserveerd, of trek het budget in.");
        Beeindiging = new(EindeBinnenDePeriode.Eis(einddatum, intrekken, Periode), reden, intrekken, vandaag);
        if (Status == Budgetstatus.WijzigingAfgekeurd) Status = Budgetstatus.Gereserveerd;
        if (intrekken || BijSvb is not null || InEigenBeheer) KondigEindeAan(nu);
        if (InEigenBeheer || (intrekken && nooitBijSvb)) RondAf(nu);
    }

    /// <summary>The last day as granted has passed: the budget ends by itself, and the SVB knew that from the start.</summary>
    public void EindigVanRechtswege(DateTimeOffset nu)
    {
        Announce(new BudgetBeeindigd(VoorzieningId, PersoonId, Periode.Einddatum, Ingetrokken: false), nu);
        RondAf(nu);
    }

    /// <exception cref="Weigering">409: the SVB has not rejected anything.</exception>
    public void MoetAfgekeurdZijn()
    {
        if (Status is not (Budgetstatus.Tegengehouden or Budgetstatus.Afgekeurd or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd))
            throw Weigering.Toestand("niet-afgekeurd", "Opnieuw aanmelden kan alleen als de SVB de laatste melding heeft afgekeurd.");
    }

    /// <summary>The SVB tells what was spent of one part (WMO507). The same again says nothing new; another amount replaces the one before.</summary>
    /// <param name="afsluiting">As the message has it; which part and which year it is about, is found here.</param>
    /// <param name="dagtekening">Of the message: the SVB closes a year in the next.</param>
    /// <param name="nu">Now.</param>
    /// <returns>The code that rejects it, or null.</returns>
    public string? SluitAf(Afsluiting afsluiting, DateOnly dagtekening, DateTimeOffset nu)
    {
        var situatie = Situaties.SingleOrDefault(s => s.BudgetIdentificatie == afsluiting.BudgetIdentificatie && (s.IsOnbeantwoord || s.Uitkomst == Svbuitkomst.Akkoord));
        if (situatie?.Functiebudgetten.FirstOrDefault(d => d.Zorgfunctie == afsluiting.Zorgfunctie && AfsluitingPast.Bij(d, afsluiting, dagtekening)) is not { } deel) return AfsluitingPast.GeenBudget;
        if (afsluiting.Reden != Afsluitreden.Bestedingsconflict && afsluiting.Besteed > deel.Bedrag) return AfsluitingPast.ConflictVerzwegen;
        afsluiting = afsluiting with { Ingangsdatum = deel.Periode.Ingangsdatum, Jaar = AfsluitingPast.Jaar(afsluiting, dagtekening) };
        if (Afsluitingen.LastOrDefault(a => (a.Zorgfunctie, a.Ingangsdatum, a.Reden, a.Jaar) == (afsluiting.Zorgfunctie, afsluiting.Ingangsdatum, afsluiting.Reden, afsluiting.Jaar))?.ZegtHetzelfde(afsluiting) == true) return null;
        Afsluitingen = [.. Afsluitingen, afsluiting];
        HerzieAfsluitingen();
        Announce(new BudgetAfgesloten(VoorzieningId, afsluiting.Zorgfunctie, afsluiting.Periode, afsluiting.Besteed, afsluiting.Reden), nu);
        return null;
    }

    /// <summary>
    /// What the SVB owes: 98 days after every turn of the year that a part crosses, and after its end (iPgb OP522). What it was told by hand, it
    /// closes by hand; of what was withdrawn it tells a conflict only (OP505).
    /// </summary>
    public IReadOnlyList<VerwachteAfsluiting> VerwachteAfsluitingen => MetDeHand || BijSvb is null ? [] :
    [
        .. BijSvb.Functiebudgetten.Geldend().SelectMany(deel => Enumerable.Range(deel.Periode.Ingangsdatum.Year, deel.Periode.Einddatum.Year - deel.Periode.Ingangsdatum.Year)
            .Select(jaar => Verwacht(deel, Afsluitreden.Jaareinde, jaar, new(jaar, 12, 31)))
            .Append(Verwacht(deel, Afsluitreden.EindeBudget, null, deel.Periode.Einddatum))),
    ];

    private VerwachteAfsluiting Verwacht(Functiebudget deel, Afsluitreden reden, int? jaar, DateOnly einde) => new(deel.Zorgfunctie, deel.Periode, reden, jaar, Termijnen.SvbAfsluiting(einde).Uiterlijk,
        Afsluitingen.LastOrDefault(a => (a.Zorgfunctie, a.Ingangsdatum) == deel.Sleutel && (a.Reden, a.Jaar) == (reden, jaar))?.OntvangenOp);

    private void HerzieAfsluitingen() => AfsluitingUiterlijk = VerwachteAfsluitingen.Where(a => a.OntvangenOp is null).Min(a => (DateOnly?)a.Uiterlijk);

    private void KondigEindeAan(DateTimeOffset nu) => Announce(new BudgetBeeindigd(VoorzieningId, PersoonId, Beeindiging!.Einddatum, Beeindiging.Ingetrokken), nu);

    private void RondAf(DateTimeOffset nu)
    {
        Status = Budgetstatus.Beeindigd;
        if (!InEigenBeheer) Announce(new BudgeteindeBevestigd(VoorzieningId), nu);
    }

    private bool IsGewenst(Situatie situatie) =>
        situatie.Vertegenwoordigingsversie == Vertegenwoordigingsversie && situatie.Functiebudgetten.Geldend().ToHashSet().SetEquals(Gewenst.Geldend());
}

/// <summary>One complete situation of a budget, as told to the SVB.</summary>
/// <param name="BudgetIdentificatie">De identificatie van deze situatie bij de SVB, 36 tekens (iPgb TR574).</param>
/// <param name="BudgetIdentificatieOud">De identificatie van de situatie die deze vervangt (iPgb TR562).</param>
/// <param name="Berichtidentificatie">De identificatie van het WMO501; leeg als het met de hand is gemeld.</param>
/// <param name="Periode">Van wanneer tot en met wanneer.</param>
/// <param name="Bedrag">Euro's over de hele periode.</param>
public sealed record Situatie(string BudgetIdentificatie, string? BudgetIdentificatieOud, string? Berichtidentificatie, Periode Periode, decimal Bedrag)
{
    /// <value>Wat de SVB antwoordde; leeg zolang er geen antwoord is.</value>
    public Svbuitkomst? Uitkomst { get; init; }

    /// <value>Waarom de SVB de melding afkeurde: retourcodes van iPgb.</value>
    public IReadOnlyList<string> Retourcodes { get; init; } = [];

    /// <value>De delen van het budget, ook wat ermee is ingetrokken.</value>
    public IReadOnlyList<Functiebudget> Functiebudgetten { get; init; } = [];

    /// <value>De hoeveelste opgave van wie de inwoner vertegenwoordigt; 0 als niemand dat doet.</value>
    public int Vertegenwoordigingsversie { get; init; }

    /// <summary>The SVB has not judged it: no answer yet, or one that says no more than that the message did not come through.</summary>
    internal bool IsOnbeantwoord => Uitkomst is null || Retourcode.ZijnTechnisch(Retourcodes);
}

/// <param name="Einddatum">De laatste dag van het budget.</param>
/// <param name="Reden">Waarom het eindigt.</param>
/// <param name="Ingetrokken">Of het budget als geheel is ingetrokken.</param>
/// <param name="BeslotenOp">De dag van dat besluit.</param>
public sealed record Beeindiging(DateOnly Einddatum, string Reden, bool Ingetrokken, DateOnly BeslotenOp);

/// <param name="Reden">Waarom het budget is gewijzigd.</param>
/// <param name="BeslotenOp">De dag van dat besluit.</param>
/// <param name="VastgelegdOp">De dag waarop het hier is vastgelegd.</param>
public sealed record Wijziging(string Reden, DateOnly BeslotenOp, DateOnly VastgelegdOp);

public enum Svbuitkomst
{
    Akkoord,
    Afgekeurd,
}

public enum Budgetstatus
{
    Aangemeld,
    Gereserveerd,
    Afgekeurd,
    WijzigingAangemeld,
    WijzigingAfgekeurd,
    EindeAangemeld,
    EindeAfgekeurd,
    Beeindigd,
    /// <summary>The municipality keeps the budget itself, and must still set the amount aside.</summary>
    InEigenBeheer,
    /// <summary>Not told: another budget of this person has the same zorgfunctie in the same time.</summary>
    Tegengehouden,
}
