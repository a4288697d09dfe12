using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>
/// A granted pgb, and what the SVB knows of it. Every change tells the SVB the complete new situation under a new identification (iPgb
/// OP501), and the next one only after the answer to the previous one (iPgb TR507): until then the wish waits here.
/// </summary>
public sealed class Budget : Aggregaat
{
    private Budget()
    {
    }

    /// <summary>With the voorziening the natural key.</summary>
    public Guid BeschikkingId { get; private set; }
    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>Two digits: the product category (code list WMO022).</summary>
    public string Zorgfunctie { get; private set; } = "";

    /// <summary>The day of the beschikking (iPgb Afgiftedatum).</summary>
    public DateOnly AfgegevenOp { get; private set; }

    /// <summary>The period as granted.</summary>
    public Periode Periode { get; private set; } = null!;

    /// <summary>Euros over the whole period, as granted.</summary>
    public decimal Bedrag { get; private set; }

    /// <summary>BSN and date of birth, sealed by <see cref="Kluis"/>: all that the SVB and the CAK need.</summary>
    public string VerzegeldePersoon { get; private set; } = "";

    /// <summary>The person's safety forbids messages (iWmo OP003): someone tells the SVB by hand.</summary>
    public bool MetDeHand { get; private set; }
    public Budgetstatus Status { get; private set; }

    /// <summary>What the SVB was told, in order.</summary>
    public IReadOnlyList<Situatie> Situaties { get; private set; } = [];

    /// <summary>Identifications of the WMO501s that told it.</summary>
    public IReadOnlyList<string> Berichten { get; private set; } = [];

    /// <summary>The decision to end it before its time.</summary>
    public Beeindiging? Beeindiging { get; private set; }

    /// <summary>The situation that the SVB has accepted last.</summary>
    private Situatie? BijSvb => Situaties.LastOrDefault(s => s.Uitkomst == Svbuitkomst.Akkoord);

    /// <summary>The situation as the municipality wants it now.</summary>
    private (Periode Periode, decimal Bedrag) Gewenst => Beeindiging switch
    {
        null => (Periode, Bedrag),
        { Ingetrokken: true } => (Periode with { Einddatum = Periode.Ingangsdatum }, 0m),
        { Einddatum: var dag } => (Periode with { Einddatum = dag }, Bedrag),
    };

    /// <summary>Whether the SVB must be told: it knows something else than what is wanted, owes no answer, and no rejection waits for a person.</summary>
    public bool MeldingVerschuldigd => Situaties.All(s => s.Uitkomst is not null) && (BijSvb is null || !IsGewenst(BijSvb))
        && Status is not (Budgetstatus.Afgekeurd or Budgetstatus.EindeAfgekeurd or Budgetstatus.Beeindigd);

    public static Budget Ken(BeschikkingBekendgemaakt beschikking, BeschikteVoorziening voorziening, string verzegeldePersoon) => new()
    {
        Dossiernummer = beschikking.Dossiernummer,
        BeschikkingId = beschikking.BeschikkingId,
        VoorzieningId = voorziening.VoorzieningId,
        PersoonId = beschikking.PersoonId,
        Wijkteam = beschikking.Wijkteam,
        Zorgfunctie = voorziening.Product.Categorie,
        AfgegevenOp = beschikking.BekendgemaaktOp,
        Periode = voorziening.Periode,
        Bedrag = voorziening.Budget ?? throw new InvalidOperationException("Toegekend pgb zonder budget."),
        VerzegeldePersoon = verzegeldePersoon,
        MetDeHand = beschikking.GeenBerichtenverkeer,
    };

    /// <summary>The SVB is told the situation that is wanted now, in this message, or by hand.</summary>
    /// <param name="berichtidentificatie">Of the WMO501; null by hand.</param>
    /// <param name="nu">Now.</param>
    public Situatie Meld(string? berichtidentificatie, DateTimeOffset nu)
    {
        var opnieuw = Situaties is [] or [.., { Uitkomst: Svbuitkomst.Afgekeurd }];
        var situatie = new Situatie(Guid.CreateVersion7().ToString(), BijSvb?.BudgetIdentificatie, berichtidentificatie, Gewenst.Periode, Gewenst.Bedrag);
        Situaties = [.. Situaties, situatie];
        if (berichtidentificatie is not null) Berichten = [.. Berichten, berichtidentificatie];
        Status = BijSvb is null ? Budgetstatus.Aangemeld : Budgetstatus.EindeAangemeld;
        // The end was announced when it was decided; only what starts, or starts again, is news.
        if (opnieuw) Kondigaan(new BudgetAangemeld(VoorzieningId, situatie.BudgetIdentificatie, berichtidentificatie, situatie.Bedrag, situatie.Periode), nu);
        return situatie;
    }

    /// <summary>The SVB's answer (WMO502). A second one says nothing new, unless the first was no answer but a person who gave up waiting.</summary>
    public void Beantwoord(string berichtidentificatie, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu) =>
        Verwerk(Situaties.Single(s => s.Berichtidentificatie == berichtidentificatie), afkeurcodes.Count == 0, afkeurcodes, persoon, nu);

    /// <summary>
    /// What the SVB answered by telephone or letter, where no messages may go (iWmo OP003), or about a message that the SVB did not process.
    /// </summary>
    public void LegVast(bool akkoord, Persoonskern persoon, DateTimeOffset nu)
    {
        var vraag = Situaties is [.., { IsOnbeantwoord: true } laatste] ? laatste : null;
        if (!MetDeHand && vraag?.Uitkomst is null) throw Weigering.Toestand("gaat-met-berichten", "De SVB antwoordt zelf met een bericht. Wacht op dat bericht.");
        if (vraag is null || Status == Budgetstatus.Beeindigd) throw Weigering.Toestand("niets-te-beantwoorden", "Er is geen melding waarop de SVB nog moet antwoorden.");
        Verwerk(vraag, akkoord, [], persoon, nu);
    }

    private void Verwerk(Situatie vraag, bool akkoord, IReadOnlyList<string> afkeurcodes, Persoonskern persoon, DateTimeOffset nu)
    {
        if (!vraag.IsOnbeantwoord || (vraag.Uitkomst is not null && Retourcode.ZijnTechnisch(afkeurcodes))) return;
        var (eerste, klopteAl) = (BijSvb is null, BijSvb is { } bekend && IsGewenst(bekend));
        Situaties = [.. Situaties.Select(s => s == vraag ? s with { Uitkomst = akkoord ? Svbuitkomst.Akkoord : Svbuitkomst.Afgekeurd, Retourcodes = afkeurcodes } : s)];

        // What has ended stays so: unless the SVB turns out to have a budget that was withdrawn when nobody knew that, which it must still hear.
        if (Status == Budgetstatus.Beeindigd && !(akkoord && eerste)) return;
        // A no to what was told anew since then decides nothing any more.
        if (!akkoord && vraag.BudgetIdentificatie != Situaties[^1].BudgetIdentificatie) return;
        if (!akkoord)
        {
            // Told anew while the first message was processed after all: the SVB has what it should have.
            if (klopteAl) return;
            Status = eerste ? Budgetstatus.Afgekeurd : Budgetstatus.EindeAfgekeurd;
            Kondigaan(new BudgetAfgekeurd(VoorzieningId, afkeurcodes) { Einde = !eerste, NietVerwerkt = Retourcode.ZijnTechnisch(afkeurcodes) }, nu);
            // Withdrawn in the meantime, and the SVB never had it: nothing is left to tell.
            if (eerste && Beeindiging is { Ingetrokken: true }) RondAf(nu);
            return;
        }
        if (eerste) Status = Budgetstatus.Gereserveerd;
        // As if never granted: what is withdrawn is not announced as reserved.
        if (eerste && Beeindiging is not { Ingetrokken: true })
        {
            Kondigaan(new BudgetGereserveerd(VoorzieningId, PersoonId, vraag.Periode, Zorgfunctie, new(persoon)) { GeenBerichtenverkeer = MetDeHand }, nu);
            if (Beeindiging is not null) KondigEindeAan(nu);
        }
        if (Beeindiging is not null && IsGewenst(vraag)) RondAf(nu);
    }

    /// <summary>
    /// Ends the budget before its time, or withdraws it as a whole. While the SVB still has to answer, its end waits for that answer
    /// (TR507): others hear of the end only after they heard that it was reserved.
    /// </summary>
    public void Beeindig(DateOnly? einddatum, string reden, bool intrekken, DateOnly vandaag, DateTimeOffset nu)
    {
        // What the SVB rejected may still be withdrawn, also when it was shortened before: nobody has heard of that end.
        if (Status == Budgetstatus.Beeindigd || (Beeindiging is not null && !(intrekken && Status == Budgetstatus.Afgekeurd)))
            throw Weigering.Toestand("al-beeindigd", "Dit budget is al beëindigd of ingetrokken.");
        Beeindiging = new(EindeBinnenDePeriode.Eis(einddatum, intrekken, Periode), reden, intrekken, vandaag);
        if (intrekken || BijSvb is not null) KondigEindeAan(nu);
        if (intrekken && Status == Budgetstatus.Afgekeurd) RondAf(nu);
    }

    /// <summary>The last day as granted has passed: the budget ends by itself, and the SVB knew that from the start.</summary>
    public void EindigVanRechtswege(DateTimeOffset nu)
    {
        Kondigaan(new BudgetBeeindigd(VoorzieningId, PersoonId, Periode.Einddatum, Ingetrokken: false), nu);
        RondAf(nu);
    }

    /// <exception cref="Weigering">409: the SVB has not rejected anything.</exception>
    public void MoetAfgekeurdZijn()
    {
        if (Status is not (Budgetstatus.Afgekeurd or Budgetstatus.EindeAfgekeurd))
            throw Weigering.Toestand("niet-afgekeurd", "Opnieuw aanmelden kan alleen als de SVB de laatste melding heeft afgekeurd.");
    }

    private void KondigEindeAan(DateTimeOffset nu) => Kondigaan(new BudgetBeeindigd(VoorzieningId, PersoonId, Beeindiging!.Einddatum, Beeindiging.Ingetrokken), nu);

    private void RondAf(DateTimeOffset nu)
    {
        Status = Budgetstatus.Beeindigd;
        Kondigaan(new BudgeteindeBevestigd(VoorzieningId), nu);
    }

    private bool IsGewenst(Situatie situatie) => (situatie.Periode, situatie.Bedrag) == Gewenst;
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

    /// <summary>The SVB has not judged it: no answer yet, or one that says no more than that the message did not come through.</summary>
    internal bool IsOnbeantwoord => Uitkomst is null || Retourcode.ZijnTechnisch(Retourcodes);
}

/// <param name="Einddatum">De laatste dag van het budget.</param>
/// <param name="Reden">Waarom het eindigt.</param>
/// <param name="Ingetrokken">Of het budget als geheel is ingetrokken.</param>
/// <param name="BeslotenOp">De dag van dat besluit.</param>
public sealed record Beeindiging(DateOnly Einddatum, string Reden, bool Ingetrokken, DateOnly BeslotenOp);

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
    EindeAangemeld,
    EindeAfgekeurd,
    Beeindigd,
}
