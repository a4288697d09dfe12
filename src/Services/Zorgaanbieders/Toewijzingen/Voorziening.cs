using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// A voorziening as the highest decision on it says, with what the last event of its budget says, in whatever order they arrive. Its
/// assignments follow from it. A pgb in it blocks an assignment of the same product in another voorziening (iWmo OP043).
/// </summary>
public sealed class Voorziening : Aggregate
{
    private Voorziening()
    {
    }

    public Voorziening(Guid voorzieningId, Guid persoonId, string dossiernummer)
    {
        (VoorzieningId, PersoonId, Dossiernummer) = (voorzieningId, persoonId, dossiernummer);
    }

    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }

    /// <summary>The team that handles the dossier; empty until a decision has arrived.</summary>
    public string Wijkteam { get; private set; } = "";

    /// <summary>Counts the decisions; 0 until one has arrived, 1 is the beschikking that granted or refused it.</summary>
    public int Stand { get; private set; }

    /// <summary>The kind of the decision of this state.</summary>
    public Besluitsoort Soort { get; private set; }

    /// <summary>The granted parts in order of time.</summary>
    public IReadOnlyList<Voorzieningdeel> Delen { get; private set; } = [];

    /// <summary>The parts of the state that was known before this one.</summary>
    public IReadOnlyList<Voorzieningdeel> VorigeDelen { get; private set; } = [];

    /// <summary>Why a person has to carry out the rest of the decision; null when nothing is left.</summary>
    public Uitvoeringsreden? MetDeHand { get; private set; }

    /// <summary>Version of the last event of its budget; 0 before any.</summary>
    public int Budgetversie { get; private set; }

    /// <summary>The period of the budget, once an event of the budget has said it.</summary>
    public Periode Budgetperiode { get; private set; } = new(default, default);

    /// <summary>The budget was withdrawn as a whole, as if never granted.</summary>
    public bool BudgetIngetrokken { get; private set; }

    /// <summary>The last day of which the municipality announced that it comes near; null before that.</summary>
    public DateOnly? AangekondigdEinde { get; private set; }

    /// <summary>The version of that announcement.</summary>
    public int Eindeversie { get; private set; }

    /// <summary>The granted parts in kind.</summary>
    public IReadOnlyList<Voorzieningdeel> InNatura => Vorm(Delen, Leveringsvorm.Zin);

    /// <summary>The parts in kind of the state that was known before.</summary>
    public IReadOnlyList<Voorzieningdeel> EerderInNatura => Vorm(VorigeDelen, Leveringsvorm.Zin);

    /// <summary>The parts as a pgb.</summary>
    public IReadOnlyList<Voorzieningdeel> AlsPgb => Vorm(Delen, Leveringsvorm.Pgb);

    /// <summary>The part in kind that a day belongs to; null when no help in kind is granted on it.</summary>
    public Voorzieningdeel? InNaturaOp(DateOnly dag) =>
        InNatura.FirstOrDefault(d => d.Periode.Ingangsdatum <= dag && dag <= d.Periode.Einddatum);

    /// <summary>Takes over a decision.</summary>
    /// <returns>Whether it is later than what was known. An earlier one, or the same, changes nothing.</returns>
    public bool Volg(int stand, Besluitsoort soort, string wijkteam, IReadOnlyList<Voorzieningdeel> delen)
    {
        if (stand <= Stand) return false;
        (Stand, Soort, Wijkteam, VorigeDelen, Delen) = (stand, soort, wijkteam, Delen, delen);
        return true;
    }

    /// <summary>The last day comes near. The announcement with the highest version counts.</summary>
    /// <returns>Whether it is later than what was known.</returns>
    public bool NadertEinde(int versie, DateOnly einddatum)
    {
        if (versie <= Eindeversie) return false;
        (Eindeversie, AangekondigdEinde) = (versie, einddatum);
        return true;
    }

    /// <summary>
    /// The last day of an assignment, if it was announced that this day comes near. Help that was extended since has another last day.
    /// </summary>
    public DateOnly? EindeNadert(Toewijzing toewijzing) =>
        toewijzing is { Loopt: true, IsAfgelopen: false } && toewijzing.Periode.Einddatum == AangekondigdEinde ? AangekondigdEinde : null;

    /// <summary>The budget changed or ended.</summary>
    public void Volg(int versie, Periode periode, bool ingetrokken)
    {
        if (versie <= Budgetversie) return;
        (Budgetversie, Budgetperiode, BudgetIngetrokken) = (versie, periode, ingetrokken);
    }

    /// <summary>
    /// The last day of a pgb for this product in this period; null without one. A pgb counts on the days on which it is granted, and its
    /// budget has neither ended nor been withdrawn.
    /// </summary>
    public DateOnly? PgbTot(Product product, Periode periode) => BudgetIngetrokken ? null : AlsPgb.Where(d => d.Product == product)
        .Select(d => Budgetversie == 0 ? d.Periode : new Periode(
            Laatste(d.Periode.Ingangsdatum, Budgetperiode.Ingangsdatum), Eerste(d.Periode.Einddatum, Budgetperiode.Einddatum)))
        .Where(p => p.Ingangsdatum <= p.Einddatum && p.Ingangsdatum <= periode.Einddatum && periode.Ingangsdatum <= p.Einddatum)
        .Select(p => (DateOnly?)p.Einddatum).Max();

    /// <summary>Records how far messages could carry out the decision. The dossier hears when that changes.</summary>
    /// <param name="rest">What is left for a person; null when nothing is.</param>
    /// <param name="nu">Now.</param>
    public void Uitgevoerd(Handwerk? rest, DateTimeOffset nu)
    {
        // A period that has passed stays a question for a person, whatever a later decision says about other days.
        if (rest is null && MetDeHand is null or Uitvoeringsreden.PeriodeVoorbij) return;
        if (rest is null)
        {
            RondAf(nu);
            return;
        }
        MetDeHand = rest.Reden;
        Announce(new UitvoeringMetDeHand(VoorzieningId, Stand, rest.Reden, rest.Vanaf), nu);
    }

    /// <summary>A person did what was left.</summary>
    public void RondAf(DateTimeOffset nu)
    {
        if (MetDeHand is null)
            throw Weigering.Toestand("niets-met-de-hand", "Van dit besluit is niets met de hand te doen: het is helemaal uitgevoerd.");
        MetDeHand = null;
        Announce(new UitvoeringAfgerond(VoorzieningId, Stand), nu);
    }

    private static IReadOnlyList<Voorzieningdeel> Vorm(IReadOnlyList<Voorzieningdeel> delen, Leveringsvorm vorm) =>
        [.. delen.Where(d => d.Leveringsvorm == vorm)];

    private static DateOnly Laatste(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Eerste(DateOnly a, DateOnly b) => a < b ? a : b;
}

/// <summary>What is left of a decision for a person.</summary>
/// <param name="Reden">Why no message can do it.</param>
/// <param name="Vanaf">The first day that it is about.</param>
public sealed record Handwerk(Uitvoeringsreden Reden, DateOnly Vanaf);
