using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>A claim, which is a decision of its own (Wmo 2015 art. 2.4.1).</summary>
/// <param name="Id">The claim.</param>
/// <param name="Beschikkingnummer">The number of the decision, by which a bezwaar names it.</param>
/// <param name="BeslotenOp">The day of the decision, on which it was made known.</param>
/// <param name="Posten">The amounts, per period.</param>
/// <param name="Berekening">How they were computed.</param>
/// <param name="Opzet">The proof that the data were given incorrectly or incompletely with intent.</param>
/// <param name="Motivering">The reasons, in words for the receiver.</param>
/// <param name="BeslotenDoor">The user who decided (the <c>sub</c> of their token).</param>
public sealed record Terugvordering(
    Guid Id, string Beschikkingnummer, DateOnly BeslotenOp, IReadOnlyList<Vorderpost> Posten, string Berekening, string Opzet,
    string Motivering, string BeslotenDoor)
{
    /// <summary>Whether it is claimed from somebody who intentionally helped, and not from the person.</summary>
    public bool VanMeewerker { get; init; }

    /// <summary>Euros that are claimed. A later decision may lessen it, to nothing at last.</summary>
    public decimal Bedrag { get; init; }

    /// <summary>The day on which it was lessened last; null when it was not.</summary>
    public DateOnly? GewijzigdOp { get; init; }

    /// <summary>The reason why it was lessened last; null when it was not.</summary>
    public Vorderwijziging? Wijziging { get; init; }

    /// <summary>The agreement to pay in parts; empty without one.</summary>
    public IReadOnlyList<Betaaltermijn> Regeling { get; init; } = [];

    /// <summary>The payments that came in.</summary>
    public IReadOnlyList<Termijnbetaling> Betalingen { get; init; } = [];

    /// <summary>The payments that went back, after it was lessened.</summary>
    public IReadOnlyList<Termijnbetaling> Terugbetalingen { get; init; } = [];

    /// <summary>Euros that are still to be paid.</summary>
    public decimal Open() => Math.Max(0, Bedrag - Ontvangen());

    /// <summary>Euros that were paid and are not owed any more.</summary>
    public decimal TeVeel() => Math.Max(0, Ontvangen() - Bedrag);

    /// <summary>Whether anything is claimed.</summary>
    public bool Geldt() => Bedrag > 0;

    private decimal Ontvangen() => Betalingen.Sum(b => b.Bedrag) - Terugbetalingen.Sum(b => b.Bedrag);
}

/// <summary>An amount of a claim.</summary>
/// <param name="Periode">De dagen waarover het gaat.</param>
/// <param name="Bedrag">Euro's.</param>
/// <param name="Bron">Waaruit blijkt dat dit is geleverd of besteed.</param>
/// <param name="Kenmerk">Het nummer van de declaratie, het overzicht of de rekening.</param>
public sealed record Vorderpost(Periode Periode, decimal Bedrag, Vorderbron Bron, string Kenmerk);

/// <summary>The paper that shows what was delivered or spent.</summary>
public enum Vorderbron
{
    /// <summary>A declaration of the provider that was approved (WMO323).</summary>
    Declaratie,
    /// <summary>A statement of the SVB of what was spent from the budget.</summary>
    PgbBesteding,
    /// <summary>A bill that the municipality paid.</summary>
    Rekening,
}

/// <param name="Op">De dag.</param>
/// <param name="Bedrag">Euro's.</param>
public sealed record Termijnbetaling(DateOnly Op, decimal Bedrag);

/// <summary>A claim, as users see it.</summary>
/// <param name="Id">De terugvordering.</param>
/// <param name="Beschikkingnummer">Het nummer van het besluit.</param>
/// <param name="BeslotenOp">De dag van het besluit.</param>
/// <param name="Bedrag">Euro's die nu worden gevorderd.</param>
/// <param name="Open">Euro's die nog betaald moeten worden.</param>
/// <param name="TeVeelBetaald">Euro's die de gemeente nog moet terugbetalen.</param>
/// <param name="Posten">Waaruit het bedrag is berekend.</param>
/// <param name="Berekening">Hoe het bedrag is berekend.</param>
/// <param name="Opzet">Waaruit blijkt dat de gegevens met opzet onjuist of onvolledig zijn gegeven.</param>
/// <param name="VanMeewerker">Of het wordt gevorderd van wie daaraan met opzet meewerkte, en niet van de inwoner.</param>
/// <param name="Motivering">Waarom, in woorden die de ontvanger begrijpt.</param>
/// <param name="GewijzigdOp">De dag waarop het bedrag het laatst minder werd; leeg als dat niet zo is.</param>
/// <param name="Wijziging">Waarom het bedrag minder werd.</param>
/// <param name="Regeling">De afspraak over betalen in delen; leeg als die er niet is.</param>
/// <param name="Betalingen">De betalingen die binnenkwamen.</param>
/// <param name="Terugbetalingen">Wat de gemeente terugbetaalde.</param>
public sealed record Vorderingstand(
    Guid Id, string Beschikkingnummer, DateOnly BeslotenOp, decimal Bedrag, decimal Open, decimal TeVeelBetaald,
    IReadOnlyList<Vorderpost> Posten, string Berekening, string Opzet, bool VanMeewerker, string Motivering, DateOnly? GewijzigdOp,
    Vorderwijziging? Wijziging, IReadOnlyList<Betaaltermijn> Regeling, IReadOnlyList<Termijnbetaling> Betalingen,
    IReadOnlyList<Termijnbetaling> Terugbetalingen)
{
    internal static Vorderingstand Van(Terugvordering t) => new(t.Id, t.Beschikkingnummer, t.BeslotenOp, t.Bedrag, t.Open(), t.TeVeel(),
        t.Posten, t.Berekening, t.Opzet, t.VanMeewerker, t.Motivering, t.GewijzigdOp, t.Wijziging, t.Regeling, t.Betalingen,
        t.Terugbetalingen);
}
