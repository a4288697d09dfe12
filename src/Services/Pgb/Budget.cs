using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb;

/// <summary>
/// A granted pgb, and its situation at the SVB. It follows the decisions on its voorziening, and ends early only by a decision or a death.
/// Every change is reported to the SVB as the complete new situation, under a new identification (iPgb OP501). The next report waits here
/// for the answer to the previous one (iPgb TR507).
/// </summary>
public sealed class Budget : Aggregate
{
    private const string Overlijden = "De inwoner is overleden.";

    private Budget()
    {
    }

    /// <summary>The decision that granted it first.</summary>
    public Guid BeschikkingId { get; private set; }

    /// <summary>Together with <see cref="InEigenBeheer"/> the natural key: the money for one voorziening lies in one place.</summary>
    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>The product category that was granted, two digits (code list WMO022).</summary>
    public string Zorgfunctie { get; private set; } = "";

    /// <summary>The day of the decision: the beschikking, or the last decision that changed the budget (iPgb Afgiftedatum).</summary>
    public DateOnly AfgegevenOp { get; private set; }

    /// <summary>The parts that the last decision granted, each for one product category.</summary>
    public IReadOnlyList<Functiebudget> Toegekend { get; private set; } = [];

    /// <summary>
    /// The parts in which the SVB keeps it: those of the decision, or a division of these. A withdrawal and a death do not change them.
    /// </summary>
    public IReadOnlyList<Functiebudget> Functiebudgetten { get; private set; } = [];

    /// <summary>From the first day of the first part to the last day of the last.</summary>
    public Periode Periode { get; private set; } = null!;

    /// <summary>Euros over the whole period, all parts together.</summary>
    public decimal Bedrag { get; private set; }

    /// <summary>The representatives, sealed by <see cref="Vault"/>. Null without any: letters then go to the BRP address.</summary>
    public Sealed? VerzegeldeVertegenwoordiging { get; private set; }

    /// <summary>Version of the representation; shows whether the SVB has the latest.</summary>
    public int Vertegenwoordigingsversie { get; private set; }

    /// <summary>BSN and date of birth, sealed by <see cref="Vault"/>. The SVB and the CAK need no more.</summary>
    public Sealed VerzegeldePersoon { get; private set; }

    /// <summary>The safety of the person forbids messages (iWmo OP003), so the backoffice reports to the SVB by hand.</summary>
    public bool MetDeHand { get; private set; }

    /// <summary>
    /// The municipality manages a budget for an aid or an adaptation of the home itself. The SVB gets no message about it.
    /// </summary>
    public bool InEigenBeheer { get; private set; }
    public Budgetstatus Status { get; private set; }

    /// <summary>The situations that were reported to the SVB, in order.</summary>
    public IReadOnlyList<Situatie> Situaties { get; private set; } = [];

    /// <summary>Identifications of the WMO501s that carried these situations.</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];

    /// <summary>Identifications of the situations. The SVB refers to them in a closing.</summary>
    public IReadOnlyList<string> Identificaties { get; private set; } = [];

    /// <summary>The decisions that changed it, and the changes within a decision, in order.</summary>
    public IReadOnlyList<Wijziging> Wijzigingen { get; private set; } = [];

    /// <summary>The decision to end it early.</summary>
    public Beeindiging? Beeindiging { get; private set; }

    /// <summary>The closings that the SVB sent, in order. The last one of a part and reason counts.</summary>
    public IReadOnlyList<Afsluiting> Afsluitingen { get; private set; } = [];

    /// <summary>Whether its last day has passed before it was reserved.</summary>
    public bool IsAfgelopen { get; private set; }

    /// <summary>The day of the first closing that the SVB still owes; null without one.</summary>
    public DateOnly? AfsluitingUiterlijk { get; private set; }

    /// <summary>
    /// The day on which a decision changed what the SVB had closed, until a person settled that; null without.
    /// </summary>
    public DateOnly? NaTeLopenSinds { get; private set; }

    /// <summary>The last situation that the SVB accepted.</summary>
    private Situatie? BijSvb => Situaties.LastOrDefault(s => s.Uitkomst == Svbuitkomst.Akkoord);

    /// <summary>The parts that the municipality wants now.</summary>
    private IReadOnlyList<Functiebudget> Gewenst => Beeindiging switch
    {
        null => Functiebudgetten,
        { Ingetrokken: true } => [.. Functiebudgetten.Select(d => d.Ingetrokken())],
        { Einddatum: var dag } => [.. Functiebudgetten.Select(d => d.TotEnMet(dag))],
    };

    /// <summary>The parts that are to be spent from.</summary>
    public IReadOnlyList<Functiebudget> Geldend => [.. Gewenst.Geldend()];

    /// <summary>
    /// The parts to report to the SVB: the complete new situation (iPgb OP501). A part that the SVB has and that is no longer wanted is
    /// withdrawn by name. A part that the SVB never had is left out (TR514).
    /// </summary>
    private IReadOnlyList<Functiebudget> TeVertellen =>
    [
        .. Geldend,
        .. (BijSvb?.Functiebudgetten ?? []).Where(d => Geldend.All(g => g.Sleutel != d.Sleutel)).Select(d => d.Ingetrokken()),
    ];

    /// <summary>
    /// Whether a report to the SVB is due. Its situation differs from the wanted one, it owes no answer, and no rejection waits for a
    /// person.
    /// </summary>
    public bool AanmeldingVerschuldigd => !InEigenBeheer
        && Situaties.All(s => s.Uitkomst is not null)
        && (BijSvb is null || !IsGewenst(BijSvb))
        && Status is not (Budgetstatus.Tegengehouden or Budgetstatus.Beeindigd
            or Budgetstatus.Afgekeurd or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd);

    /// <summary>The parts that the SVB has or may have. No other budget of this person may overlap them (iPgb OP508).</summary>
    public IEnumerable<Functiebudget> Bezet =>
        Situaties.Where(s => s == BijSvb || s.Uitkomst is null).SelectMany(s => s.Functiebudgetten).Geldend();

    public bool IsNogNietBijSvb => BijSvb is null;

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    /// <summary>BSN and date of birth.</summary>
    public Persoonskern Persoon(Vault kluis) => kluis.UnsealJson<Persoonskern>(VerzegeldePersoon, VanPersoon);

    public Vertegenwoordiging? Vertegenwoordiging(Vault kluis) => VerzegeldeVertegenwoordiging is { } verzegeld
        ? kluis.UnsealJson<Vertegenwoordiging>(verzegeld, Seat(nameof(VerzegeldeVertegenwoordiging)))
        : null;

    private void Vertegenwoordig(Vertegenwoordiging vertegenwoordiging, Vault kluis)
    {
        VerzegeldeVertegenwoordiging = kluis.SealJson(vertegenwoordiging, Seat(nameof(VerzegeldeVertegenwoordiging)));
        Vertegenwoordigingsversie++;
    }

    public static Budget Ken(
        BeschikkingBekendgemaakt beschikking, BeschikteVoorziening voorziening,
        Vertegenwoordiging? vertegenwoordiging, Vault kluis, DateTimeOffset nu)
    {
        var bedrag = voorziening.Budget ?? throw new InvalidOperationException("Toegekend pgb zonder budget.");
        var budget = new Budget
        {
            Dossiernummer = beschikking.Dossiernummer,
            BeschikkingId = beschikking.BeschikkingId,
            VoorzieningId = voorziening.VoorzieningId,
            PersoonId = beschikking.PersoonId,
            Wijkteam = beschikking.Wijkteam,
            AfgegevenOp = beschikking.BekendgemaaktOp,
            MetDeHand = beschikking.GeenBerichtenverkeer,
        };
        budget.KenToe([new(voorziening.Product.Categorie, voorziening.Periode, bedrag)], beschikking.Persoon.Waarde, vertegenwoordiging,
            kluis, nu);
        return budget;
    }

    /// <summary>A later decision on a voorziening grants a budget that there was not yet.</summary>
    /// <param name="besluit">The decision.</param>
    /// <param name="toegekend">The parts that it grants, at least one, all kept in the same place.</param>
    /// <param name="vertegenwoordiging">The representatives that the toets named; null without any.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public static Budget Ken(
        VoorzieningGewijzigd besluit, IReadOnlyList<Functiebudget> toegekend, Vertegenwoordiging? vertegenwoordiging, Vault kluis,
        DateTimeOffset nu)
    {
        var budget = new Budget
        {
            Dossiernummer = besluit.Dossiernummer,
            BeschikkingId = besluit.BesluitId,
            VoorzieningId = besluit.VoorzieningId,
            PersoonId = besluit.PersoonId,
            Wijkteam = besluit.Wijkteam,
            AfgegevenOp = besluit.BekendgemaaktOp,
            MetDeHand = besluit.GeenBerichtenverkeer,
        };
        budget.KenToe(toegekend, besluit.Persoon.Waarde, vertegenwoordiging, kluis, nu);
        budget.Beeindiging = budget.EindeVolgens(besluit, toegekend, overledenOp: null);
        return budget;
    }

    private void KenToe(
        IReadOnlyList<Functiebudget> toegekend, Persoonsgegevens persoon, Vertegenwoordiging? vertegenwoordiging, Vault kluis,
        DateTimeOffset nu)
    {
        (Zorgfunctie, InEigenBeheer) = (toegekend[^1].Zorgfunctie, Productcategorie.IsHulpmiddel(toegekend[^1].Zorgfunctie));
        (Toegekend, Functiebudgetten, Periode, Bedrag) = (toegekend, toegekend, toegekend.Omvat(), toegekend.Sum(d => d.Bedrag));
        Verzegel(persoon, kluis);
        if (vertegenwoordiging is not null) Vertegenwoordig(vertegenwoordiging, kluis);
        Announce(new BudgetAfgesproken(VoorzieningId, Hulp(), new(Persoon(kluis))), nu);
        if (InEigenBeheer) LaatReserveren(nu);
    }

    private void LaatReserveren(DateTimeOffset nu)
    {
        Status = Budgetstatus.InEigenBeheer;
        Announce(new BudgetInEigenBeheer(VoorzieningId, Bedrag, Periode), nu);
    }

    /// <summary>
    /// A later decision on the voorziening says which parts there are from now on. The budget becomes that, whatever happened before. After
    /// a rejection this is the correction, and is reported at once; a budget that had ended or was withdrawn begins again under a new
    /// identification. A death stays the end.
    /// </summary>
    /// <param name="besluit">The decision, later than every earlier one that was followed.</param>
    /// <param name="toegekend">The parts of this budget that it grants; none when it leaves nothing for any day.</param>
    /// <param name="overledenOp">The day on which the person died; null for who lives.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public void Volg(
        VoorzieningGewijzigd besluit, IReadOnlyList<Functiebudget> toegekend, DateOnly? overledenOp, Vault kluis, DateTimeOffset nu)
    {
        // The person died before anything was reserved or had begun, and a decision after that gives nobody a budget.
        if (Beeindiging is { WegensOverlijden: true, Ingetrokken: true }) return;
        var (eerst, eerder, persoon) = (Geldend, Beeindiging, Persoon(kluis));
        (Wijkteam, AfgegevenOp) = (besluit.Wijkteam, besluit.BekendgemaaktOp);
        if (toegekend.Count > 0) NeemToegekend(toegekend);
        Beeindiging = EindeVolgens(besluit, toegekend, overledenOp);
        if (IsGelijk(eerst, Geldend) && (Status == Budgetstatus.Beeindigd || Beeindiging?.Einddatum == eerder?.Einddatum)) return;

        IsAfgelopen = false;
        LaatNalopen(nu);
        Wijzigingen = [.. Wijzigingen, new($"Besluit {besluit.Beschikkingnummer}.", besluit.BekendgemaaktOp, nu.Dag())];
        if (Beeindiging is { Ingetrokken: true })
        {
            if (eerder is { Ingetrokken: true }) return;
            Herneem();
            KondigEindeAan(persoon, nu);
            if (InEigenBeheer || (!IsInBehandeling && (BijSvb is not { } vorig || IsGewenst(vorig)))) RondAf(nu);
            return;
        }
        // An aid whose money was set free has to be reserved again.
        if (InEigenBeheer && eerder is { Ingetrokken: true }) LaatReserveren(nu);
        else Herneem();
        var alleenHetEinde = Beeindiging is { Einddatum: var dag } && IsGelijk([.. eerst.Select(d => d.TotEnMet(dag)).Geldend()], Geldend);
        if (!alleenHetEinde) Announce(new BudgetGewijzigd(VoorzieningId, PersoonId, Bedrag, Periode), nu);
        var (gereserveerd, klopt) = InEigenBeheer
            ? (Status == Budgetstatus.Gereserveerd, Status == Budgetstatus.Gereserveerd)
            : (!IsNogNietBijSvb, !IsInBehandeling && BijSvb is { } bekend && IsGewenst(bekend));
        if (gereserveerd && Beeindiging is not null) KondigEindeAan(persoon, nu);
        else if (klopt) Announce(new BudgetwijzigingBevestigd(VoorzieningId, Periode, Hulp(), new(persoon)), nu);
        else Announce(new BudgetAfgesproken(VoorzieningId, Hulp(), new(persoon)), nu);
        if (klopt && Beeindiging is not null) RondAf(nu);
    }

    /// <summary>
    /// A part that was paid and closed stays so, whatever the SVB hears now: a person settles what the decision changes about it.
    /// </summary>
    private void LaatNalopen(DateTimeOffset nu)
    {
        var bekend = BijSvb?.Functiebudgetten ?? [];
        if (Afsluitingen.LastOrDefault(a => AfsluitingPast.WordtGeraakt(a, bekend, Geldend)) is not { } afgesloten) return;
        NaTeLopenSinds = nu.Dag();
        Announce(new BudgetAlAfgesloten(VoorzieningId, afgesloten.Besteed), nu);
    }

    /// <summary>A person settled what a decision changed about what the SVB had closed.</summary>
    /// <exception cref="Weigering">409: there is nothing to settle.</exception>
    public void LoopNa(Nalooputkomst uitkomst, DateTimeOffset nu)
    {
        if (NaTeLopenSinds is null)
            throw Weigering.Toestand("niets-na-te-lopen", "Geen besluit heeft iets gewijzigd wat de SVB al had afgesloten. Er is hier "
                + "niets te regelen.");
        NaTeLopenSinds = null;
        Announce(new AfgeslotenBudgetNagelopen(VoorzieningId, uitkomst), nu);
    }

    /// <summary>Takes over the parts of a decision. A part that stays keeps the division that was made of it.</summary>
    private void NeemToegekend(IReadOnlyList<Functiebudget> toegekend)
    {
        Functiebudgetten = [.. toegekend.SelectMany(d => Toegekend.Contains(d) ? Functiebudgetten.Where(d.Omvat) : [d])];
        (Toegekend, Zorgfunctie) = (toegekend, toegekend[^1].Zorgfunctie);
        (Periode, Bedrag) = (Functiebudgetten.Omvat(), Functiebudgetten.Sum(d => d.Bedrag));
    }

    /// <summary>
    /// The end that follows from a decision: it grants nothing, or nothing after the day on which it was made known. A later last day is no
    /// early end: the budget runs out on it.
    /// </summary>
    private Beeindiging? EindeVolgens(VoorzieningGewijzigd besluit, IReadOnlyList<Functiebudget> toegekend, DateOnly? overledenOp)
    {
        var reden = $"Besluit {besluit.Beschikkingnummer}.";
        if (toegekend.Count == 0) return new(Periode.Ingangsdatum, reden, Ingetrokken: true, besluit.BekendgemaaktOp);
        if (overledenOp is { } dag && dag < Periode.Einddatum)
            return new(dag < Periode.Ingangsdatum ? Periode.Ingangsdatum : dag, Overlijden, dag < Periode.Ingangsdatum, dag)
            {
                WegensOverlijden = true,
            };
        return Periode.Einddatum <= besluit.BekendgemaaktOp
            ? new(Periode.Einddatum, reden, Ingetrokken: false, besluit.BekendgemaaktOp) : null;
    }

    /// <summary>Takes it out of a rejection, an end or a hold, because another situation is wanted now.</summary>
    private void Herneem() => Status = Status switch
    {
        Budgetstatus.InEigenBeheer => Status,
        _ when IsInBehandeling && Status is not (Budgetstatus.Beeindigd or Budgetstatus.Gereserveerd) => Status,
        _ when InEigenBeheer || !IsNogNietBijSvb => BijSvbStatus,
        _ => Budgetstatus.Aangemeld,
    };

    /// <summary>The state of what the SVB has. While it owes an answer, nothing ends by itself.</summary>
    private Budgetstatus BijSvbStatus => !IsInBehandeling ? Budgetstatus.Gereserveerd
        : Beeindiging is null ? Budgetstatus.WijzigingAangemeld
        : Budgetstatus.EindeAangemeld;

    /// <summary>Whether the SVB still owes an answer.</summary>
    private bool IsInBehandeling => Situaties is [.., { Uitkomst: null }];

    private static bool IsGelijk(IEnumerable<Functiebudget> een, IEnumerable<Functiebudget> ander) => een.ToHashSet().SetEquals(ander);

    /// <summary>Takes over who the person is now. The next message names them so, if there may be one (iWmo OP003).</summary>
    public void NeemPersoon(Persoonsgegevens persoon, bool geenBerichtenverkeer, Vault kluis)
    {
        Verzegel(persoon, kluis);
        MetDeHand |= geenBerichtenverkeer;
    }

    private void Verzegel(Persoonsgegevens persoon, Vault kluis) => VerzegeldePersoon = kluis.SealJson(
        new Persoonskern(persoon.Bsn, persoon.Geboortedatum) { EerdereBsns = persoon.EerdereBsns }, VanPersoon);

    /// <summary>The identification of the WMO501 that the SVB has not answered; null without one.</summary>
    public string? OnbeantwoordBericht => Situaties is [.., { Uitkomst: null } laatste] ? laatste.Berichtidentificatie : null;

    /// <summary>The last report never left, so its situation never was at the SVB.</summary>
    public void WordtNietAangemeld()
    {
        var laatste = Situaties[^1];
        Situaties = [.. Situaties.SkipLast(1)];
        Identificaties = [.. Identificaties.Where(i => i != laatste.BudgetIdentificatie)];
        Berichten = [.. Berichten.Where(b => b != laatste.Berichtidentificatie)];
        if (BijSvb is not null && Status is Budgetstatus.WijzigingAangemeld or Budgetstatus.EindeAangemeld)
            Status = Budgetstatus.Gereserveerd;
    }

    /// <summary>Records that the situation wanted now is reported to the SVB.</summary>
    /// <param name="berichtidentificatie">Identification of the WMO501; null by hand.</param>
    /// <param name="nu">The present moment.</param>
    public Situatie MeldAan(string? berichtidentificatie, DateTimeOffset nu)
    {
        var opnieuw = Situaties is [] or [.., { Uitkomst: Svbuitkomst.Afgekeurd }];
        var delen = TeVertellen;
        var situatie = new Situatie(
            Guid.CreateVersion7().ToString(), BijSvb?.BudgetIdentificatie, berichtidentificatie, delen.Omvat(), delen.Sum(d => d.Bedrag))
        {
            Functiebudgetten = delen,
            Vertegenwoordigingsversie = Vertegenwoordigingsversie,
        };
        Situaties = [.. Situaties, situatie];
        Identificaties = [.. Identificaties, situatie.BudgetIdentificatie];
        if (berichtidentificatie is not null) Berichten = [.. Berichten, berichtidentificatie];
        Status = BijSvb is null ? Budgetstatus.Aangemeld
            : Beeindiging is null ? Budgetstatus.WijzigingAangemeld
            : Budgetstatus.EindeAangemeld;
        // A change or an end was announced on its decision. Only a first report, or a new one after a rejection, is news.
        if (opnieuw)
            Announce(new BudgetAangemeld(
                VoorzieningId, situatie.BudgetIdentificatie, berichtidentificatie, situatie.Bedrag, situatie.Periode), nu);
        return situatie;
    }

    /// <summary>
    /// Holds the report back, because another budget of this person has the same zorgfunctie at the same time. The SVB would reject this
    /// one (iPgb TR502). It is reported once the other one has made room.
    /// </summary>
    public void HoudTegen(DateTimeOffset nu)
    {
        if (Status == Budgetstatus.Tegengehouden) return;
        Status = Budgetstatus.Tegengehouden;
        Announce(new BudgetTegengehouden(VoorzieningId) { Wijziging = !IsNogNietBijSvb }, nu);
    }

    /// <summary>The other budget has made room.</summary>
    public void LaatLos()
    {
        if (Status == Budgetstatus.Tegengehouden) Herneem();
    }

    /// <summary>Withdraws it at once, because the person died before it was granted. Nobody outside hears of it.</summary>
    public void TrekInNaOverlijden(DateOnly vandaag, Vault kluis, DateTimeOffset nu)
    {
        if (!InEigenBeheer) Status = Budgetstatus.Tegengehouden;
        BeeindigDoorOverlijden(null, vandaag, Persoon(kluis), nu);
    }

    /// <summary>
    /// Ends it on the day on which the person died. It is withdrawn when it had not begun, or was never reserved. An end on that day or
    /// before stays as it is; a later one is brought forward.
    /// </summary>
    public void EindigDoorOverlijden(DateOnly dag, DateOnly vandaag, Vault kluis, DateTimeOffset nu)
    {
        if (Beeindiging is { Ingetrokken: true } || dag >= (Beeindiging?.Einddatum ?? Periode.Einddatum)) return;
        // The SVB may have confirmed the later end. For what it manages, the new end is a change of that.
        var hervat = Status is Budgetstatus.Gereserveerd or Budgetstatus.Beeindigd or Budgetstatus.EindeAangemeld
                or Budgetstatus.EindeAfgekeurd
            || (Status == Budgetstatus.Tegengehouden && !IsNogNietBijSvb);
        if (hervat) Status = BijSvbStatus;
        Beeindiging = null;
        var intrekken = dag < Periode.Ingangsdatum
            || Status is Budgetstatus.Afgekeurd or Budgetstatus.Tegengehouden or Budgetstatus.InEigenBeheer;
        BeeindigDoorOverlijden(intrekken ? null : dag, vandaag, Persoon(kluis), nu);
    }

    /// <summary>
    /// Carries out what was granted: names other representatives, or divides the money of a granted part over stretches of its period. What
    /// is granted stays. The SVB gets the complete new situation once it has answered the previous one (TR507).
    /// </summary>
    /// <param name="reden">The reason.</param>
    /// <param name="delen">The division from now on; null when it stays.</param>
    /// <param name="vertegenwoordiging">The representatives from now on; null when they stay.</param>
    /// <param name="kluis">Seals them.</param>
    /// <param name="nu">The present moment.</param>
    /// <exception cref="Weigering">409: it has ended. 422: the parts are not what was granted, or nothing changes.</exception>
    public void Wijzig(
        string reden, IReadOnlyList<Functiebudget>? delen, Vertegenwoordiging? vertegenwoordiging, Vault kluis, DateTimeOffset nu)
    {
        if (Status == Budgetstatus.Beeindigd || Beeindiging is not null)
            throw Weigering.Toestand(
                "al-beeindigd", "Dit budget is al beëindigd of ingetrokken. Voor nieuwe hulp is een nieuw besluit nodig.");
        if (delen is not null && IsGelijk(delen, Functiebudgetten)) delen = null;
        if (delen is null && vertegenwoordiging is null)
            throw Weigering.Regel("niets-gewijzigd", "Dit is hoe het budget al is. Vul in wat er verandert.");
        if (delen is not null)
        {
            VerdelingVolgtHetBesluit.Eis(delen, Toegekend);
            Functiebudgetten = delen;
        }
        if (vertegenwoordiging is not null) Vertegenwoordig(vertegenwoordiging, kluis);
        Wijzigingen = [.. Wijzigingen, new(reden, null, nu.Dag())];
        Herneem();
        Announce(new BudgetGewijzigd(VoorzieningId, PersoonId, Bedrag, Periode)
        {
            AlleenVertegenwoordiging = delen is null,
            AlleenVerdeling = vertegenwoordiging is null,
        }, nu);
        // For a budget in eigen beheer nobody else has to confirm the change.
        if (Status == Budgetstatus.Gereserveerd && InEigenBeheer)
            Announce(new BudgetwijzigingBevestigd(VoorzieningId, Periode, Hulp(), new(Persoon(kluis))), nu);
    }

    /// <summary>
    /// Handles the SVB's answer (WMO502). A second answer changes nothing, unless the first was a person who gave up waiting.
    /// </summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu) =>
        Verwerk(Situaties.Single(s => s.Berichtidentificatie == berichtidentificatie), afkeurcodes.Count == 0, afkeurcodes, persoon, nu);

    /// <summary>
    /// Records an answer that the SVB gave by telephone or letter, because no messages may be sent (iWmo OP003), or because the SVB did not
    /// process a message. For a budget in eigen beheer it records the reservation.
    /// </summary>
    public void LegVast(bool akkoord, Persoonskern persoon, DateTimeOffset nu)
    {
        if (Status == Budgetstatus.InEigenBeheer)
        {
            ReserveerZelf(akkoord, persoon, nu);
            return;
        }
        var vraag = Situaties is [.., { IsOnbeantwoord: true } laatste] ? laatste : null;
        if (InEigenBeheer)
            throw Weigering.Toestand(
                "niets-te-beantwoorden", "De gemeente beheert dit budget zelf. Er is niets waarop nog een antwoord moet komen.");
        if (!MetDeHand && vraag?.Uitkomst is null)
            throw Weigering.Toestand("gaat-met-berichten", "De SVB antwoordt zelf met een bericht. Wacht op dat bericht.");
        if (vraag is null || Status == Budgetstatus.Beeindigd)
            throw Weigering.Toestand("niets-te-beantwoorden", "Er is geen melding waarop de SVB nog moet antwoorden.");
        Verwerk(vraag, akkoord, [], persoon, nu);
    }

    /// <summary>Records that the municipality has reserved the amount in its own books.</summary>
    private void ReserveerZelf(bool akkoord, Persoonskern persoon, DateTimeOffset nu)
    {
        if (!akkoord)
            throw Weigering.Toestand(
                "gemeente-reserveert-zelf", "De gemeente reserveert dit budget zelf. Gaat het niet door? Dan is een nieuw besluit nodig; "
                + "het budget volgt dat vanzelf.");
        Status = Budgetstatus.Gereserveerd;
        Announce(new BudgetGereserveerd(VoorzieningId, Periode, Hulp(), new(persoon)) { InEigenBeheer = true }, nu);
        if (Beeindiging is null) return;
        KondigEindeAan(persoon, nu);
        RondAf(nu);
    }

    private void Verwerk(Situatie vraag, bool akkoord, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu)
    {
        var isNieuws = vraag.Uitkomst is null || (vraag.IsOnbeantwoord && !Retourcode.ZijnTechnisch(afkeurcodes));
        if (!isNieuws) return;
        var (eerste, klopteAl, begin) = (BijSvb is null, BijSvb is { } bekend && IsGewenst(bekend), Hulp().Begindatum);
        var uitkomst = akkoord ? Svbuitkomst.Akkoord : Svbuitkomst.Afgekeurd;
        Situaties = [.. Situaties.Select(s => s == vraag ? s with { Uitkomst = uitkomst, Retourcodes = afkeurcodes } : s)];
        HerzieAfsluitingen();

        // An ended budget stays ended, unless the SVB turns out to hold what is not wanted: that must then still be reported.
        if (Status == Budgetstatus.Beeindigd)
        {
            if (!akkoord || IsGewenst(BijSvb!)) return;
            Status = BijSvbStatus;
        }
        if (akkoord) Bevestig(vraag, eerste, klopteAl, begin, persoon, nu);
        else if (BeslistNogIets(vraag, klopteAl)) KeurAf(vraag, eerste, afkeurcodes, nu);
        else if (klopteAl) Behoud(persoon, nu);
    }

    /// <summary>The SVB rejected a situation that is no longer wanted, and has the one that is.</summary>
    private void Behoud(Persoonskern persoon, DateTimeOffset nu)
    {
        // A later report is answered after this one.
        if (IsInBehandeling) return;
        var wachtte = Status is Budgetstatus.WijzigingAangemeld or Budgetstatus.EindeAangemeld;
        Status = Budgetstatus.Gereserveerd;
        if (Beeindiging is not null) RondAf(nu);
        else if (wachtte) Announce(new BudgetwijzigingBevestigd(VoorzieningId, BijSvb!.Periode, Hulp(), new(persoon)), nu);
    }

    /// <summary>
    /// Whether a rejection still decides anything. It does not when the situation was reported again since, or when the SVB already has the
    /// wanted situation because it processed the first message after all.
    /// </summary>
    private bool BeslistNogIets(Situatie vraag, bool klopteAl) =>
        vraag.BudgetIdentificatie == Situaties[^1].BudgetIdentificatie && !klopteAl;

    private bool IsEinde(Situatie situatie) => Beeindiging is not null && IsGewenst(situatie);

    private void KeurAf(Situatie vraag, bool eerste, IReadOnlyList<string> afkeurcodes, DateTimeOffset nu)
    {
        var (einde, wijziging) = (!eerste && IsEinde(vraag), !eerste && !IsEinde(vraag));
        Status = einde ? Budgetstatus.EindeAfgekeurd : wijziging ? Budgetstatus.WijzigingAfgekeurd : Budgetstatus.Afgekeurd;
        Announce(new BudgetAfgekeurd(VoorzieningId, afkeurcodes)
        {
            Einde = einde,
            Wijziging = wijziging,
            NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes),
        }, nu);
        // The SVB never had the budget, and it was withdrawn in the meantime, so nothing is left to report.
        if (eerste && Beeindiging is { Ingetrokken: true }) RondAf(nu);
    }

    private void Bevestig(Situatie vraag, bool eerste, bool klopteAl, DateOnly? begin, Persoonskern persoon, DateTimeOffset nu)
    {
        var einde = IsEinde(vraag);
        // What was told again need not be waited for.
        if (eerste || Beeindiging is null) Status = IsGewenst(BijSvb!) ? Budgetstatus.Gereserveerd : BijSvbStatus;
        // A withdrawn budget counts as never granted, so it is not announced as reserved.
        if (eerste && Beeindiging is not { Ingetrokken: true })
        {
            Announce(new BudgetGereserveerd(VoorzieningId, vraag.Periode, Hulp(), new(persoon)), nu);
            if (Beeindiging is not null) KondigEindeAan(persoon, nu);
        }
        // A withdrawal that is no longer wanted is no change that anybody can use. An end was announced on its decision, with the first day
        // of the help that the SVB had then.
        if (!eerste && (einde ? Hulp().Begindatum != begin : !klopteAl && vraag.Functiebudgetten.Geldend().Any()))
            Announce(new BudgetwijzigingBevestigd(VoorzieningId, vraag.Periode, Hulp(), new(persoon)), nu);
        if (einde) RondAf(nu);
    }

    /// <summary>
    /// Ends the budget on the day of the death, or withdraws it as a whole. While an answer of the SVB is due, the report waits for it
    /// (TR507). A first reservation is announced before the end.
    /// </summary>
    /// <param name="einddatum">The last day; null when it is withdrawn.</param>
    /// <param name="vandaag">The day on which this is decided.</param>
    /// <param name="persoon">The personal data for the SVB and the CAK.</param>
    /// <param name="nu">The present moment.</param>
    private void BeeindigDoorOverlijden(DateOnly? einddatum, DateOnly vandaag, Persoonskern persoon, DateTimeOffset nu)
    {
        var nooitBijSvb = IsNogNietBijSvb
            && Status is Budgetstatus.Afgekeurd or Budgetstatus.Tegengehouden or Budgetstatus.InEigenBeheer;
        var intrekken = einddatum is null;
        Beeindiging = new(einddatum ?? Periode.Ingangsdatum, Overlijden, intrekken, vandaag) { WegensOverlijden = true };
        if (Status == Budgetstatus.WijzigingAfgekeurd || (Status == Budgetstatus.Tegengehouden && !nooitBijSvb))
            Status = Budgetstatus.Gereserveerd;
        if (intrekken || BijSvb is not null || InEigenBeheer) KondigEindeAan(persoon, nu);
        else Announce(new BudgetAfgesproken(VoorzieningId, Hulp(), new(persoon)), nu);
        // The SVB may have this situation already, because it did not take what was granted since.
        if (InEigenBeheer || (intrekken && nooitBijSvb) || (!IsInBehandeling && BijSvb is { } bekend && IsGewenst(bekend))) RondAf(nu);
    }

    /// <summary>Ends the budget because its last day has passed. The SVB knows that day, so nothing is reported.</summary>
    public void EindigVanRechtswege(Persoonskern persoon, DateTimeOffset nu)
    {
        var hulp = Hulp() with { LaatsteDag = Periode.Einddatum };
        Announce(new BudgetBeeindigd(VoorzieningId, Periode, Periode.Einddatum, Ingetrokken: false, hulp, new(persoon)), nu);
        RondAf(nu);
    }

    /// <summary>Records that its last day has passed although it was never reserved. It may still be reserved, for that time.</summary>
    public void LoopAf(Persoonskern persoon, DateTimeOffset nu)
    {
        IsAfgelopen = true;
        Announce(new BudgetAfgesproken(VoorzieningId, Hulp(), new(persoon)), nu);
    }

    /// <exception cref="Weigering">409: the SVB has not rejected the last report.</exception>
    public void MoetAfgekeurdZijn()
    {
        if (Status is not (Budgetstatus.Tegengehouden or Budgetstatus.Afgekeurd
                or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd))
            throw Weigering.Toestand("niet-afgekeurd", "Opnieuw aanmelden kan alleen als de SVB de laatste melding heeft afgekeurd.");
    }

    /// <summary>
    /// The SVB reports what was spent on one part (WMO507). A repeated report changes nothing; another amount replaces the previous one.
    /// </summary>
    /// <param name="afsluiting">The closing from the message. This method finds its part and its year.</param>
    /// <param name="dagtekening">The date of the message: the SVB closes a year in the next one.</param>
    /// <param name="nu">The present moment.</param>
    /// <returns>The code that rejects it; null when it is accepted.</returns>
    public string? SluitAf(Afsluiting afsluiting, DateOnly dagtekening, DateTimeOffset nu)
    {
        var situatie = Situaties.SingleOrDefault(s =>
            s.BudgetIdentificatie == afsluiting.BudgetIdentificatie && (s.IsOnbeantwoord || s.Uitkomst == Svbuitkomst.Akkoord));
        var deel = situatie?.Functiebudgetten.FirstOrDefault(d =>
            d.Zorgfunctie == afsluiting.Zorgfunctie && AfsluitingPast.Bij(d, afsluiting, dagtekening));
        if (deel is null) return AfsluitingPast.GeenBudget;
        if (afsluiting.Reden != Afsluitreden.Bestedingsconflict && afsluiting.Besteed > deel.Bedrag)
            return AfsluitingPast.ConflictVerzwegen;
        var nieuw = afsluiting with { Ingangsdatum = deel.Periode.Ingangsdatum, Jaar = AfsluitingPast.Jaar(afsluiting, dagtekening) };
        if (Afsluitingen.LastOrDefault(a => a.Sleutel == nieuw.Sleutel)?.ZegtHetzelfde(nieuw) == true) return null;
        Afsluitingen = [.. Afsluitingen, nieuw];
        HerzieAfsluitingen();
        Announce(new BudgetAfgesloten(VoorzieningId, nieuw.Zorgfunctie, nieuw.Periode, nieuw.Besteed, nieuw.Reden), nu);
        return null;
    }

    /// <summary>The closings that the SVB owes, received or not. A budget that is reported by hand is closed by hand.</summary>
    public IReadOnlyList<VerwachteAfsluiting> VerwachteAfsluitingen =>
        MetDeHand || BijSvb is null ? [] : WatDeSvbNogAfsluit.Van(BijSvb.Functiebudgetten, Afsluitingen);

    private void HerzieAfsluitingen() =>
        AfsluitingUiterlijk = VerwachteAfsluitingen.Where(a => a.OntvangenOp is null).Min(a => (DateOnly?)a.Uiterlijk);

    private void KondigEindeAan(Persoonskern persoon, DateTimeOffset nu) =>
        Announce(new BudgetBeeindigd(VoorzieningId, Periode, Beeindiging!.Einddatum, Beeindiging.Ingetrokken, Hulp(), new(persoon))
        {
            WegensOverlijden = Beeindiging.WegensOverlijden,
        }, nu);

    /// <summary>The help of this budget counts from the first day that the SVB, or the municipality itself, has reserved.</summary>
    private Hulpverloop Hulp()
    {
        var gereserveerd = InEigenBeheer && Status != Budgetstatus.InEigenBeheer ? Periode
            : BijSvb is { } bekend && bekend.Functiebudgetten.Geldend().Any() ? bekend.Periode
            : null;
        var begin = Beeindiging is { Ingetrokken: true } ? null : gereserveerd?.Ingangsdatum;
        return new(PersoonId, Leveringsvorm.Pgb, Zorgfunctie, Periode, begin, Beeindiging?.Einddatum)
        {
            Vervallen = Beeindiging is { Ingetrokken: true },
            Afgelopen = IsAfgelopen,
            GeenBerichtenverkeer = MetDeHand,
            Onderbrekingen = Geldend.Onderbrekingen(),
        };
    }

    private void RondAf(DateTimeOffset nu)
    {
        Status = Budgetstatus.Beeindigd;
        if (!InEigenBeheer) Announce(new BudgeteindeBevestigd(VoorzieningId), nu);
    }

    private bool IsGewenst(Situatie situatie) =>
        situatie.Vertegenwoordigingsversie == Vertegenwoordigingsversie
            && situatie.Functiebudgetten.Geldend().ToHashSet().SetEquals(Gewenst.Geldend());
}

/// <summary>One complete situation of a budget, as reported to the SVB.</summary>
/// <param name="BudgetIdentificatie">De identificatie van deze situatie bij de SVB, 36 tekens (iPgb TR574).</param>
/// <param name="BudgetIdentificatieOud">De identificatie van de situatie die deze vervangt (iPgb TR562).</param>
/// <param name="Berichtidentificatie">De identificatie van het WMO501; leeg als het met de hand is gemeld.</param>
/// <param name="Periode">Van wanneer tot en met wanneer.</param>
/// <param name="Bedrag">Euro's over de hele periode.</param>
public sealed record Situatie(
    string BudgetIdentificatie, string? BudgetIdentificatieOud, string? Berichtidentificatie, Periode Periode, decimal Bedrag)
{
    /// <value>Wat de SVB antwoordde; leeg zolang er geen antwoord is.</value>
    public Svbuitkomst? Uitkomst { get; init; }

    /// <value>Waarom de SVB de melding afkeurde: retourcodes van iPgb.</value>
    public IReadOnlyList<string> Retourcodes { get; init; } = [];

    /// <value>De delen van het budget, ook wat ermee is ingetrokken.</value>
    public IReadOnlyList<Functiebudget> Functiebudgetten { get; init; } = [];

    /// <value>De hoeveelste opgave van wie de inwoner vertegenwoordigt; 0 als niemand dat doet.</value>
    public int Vertegenwoordigingsversie { get; init; }

    /// <summary>Whether the SVB has not judged it: no answer arrived, or only the answer that the message was not processed.</summary>
    internal bool IsOnbeantwoord => Uitkomst is null || Retourcode.ZijnTechnisch(Retourcodes);
}

/// <param name="Einddatum">De laatste dag van het budget.</param>
/// <param name="Reden">Waarom het eindigt.</param>
/// <param name="Ingetrokken">Of het budget als geheel is ingetrokken.</param>
/// <param name="BeslotenOp">De dag van dat besluit.</param>
public sealed record Beeindiging(DateOnly Einddatum, string Reden, bool Ingetrokken, DateOnly BeslotenOp)
{
    /// <value>Of het eindigt omdat de inwoner is overleden.</value>
    public bool WegensOverlijden { get; init; }
}

/// <param name="Reden">Waarom het budget is gewijzigd.</param>
/// <param name="BeslotenOp">De dag van dat besluit; leeg als het besluit hetzelfde bleef.</param>
/// <param name="VastgelegdOp">De dag waarop het hier is vastgelegd.</param>
public sealed record Wijziging(string Reden, DateOnly? BeslotenOp, DateOnly VastgelegdOp);

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
    /// <summary>The municipality manages the budget itself, and still has to reserve the amount.</summary>
    InEigenBeheer,
    /// <summary>Held back: another budget of this person has the same zorgfunctie at the same time.</summary>
    Tegengehouden,
}
