using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>Later decisions on the help of a story.</summary>
public abstract partial class Verhaal
{
    private string Herzieningnummer { get; set; } = "";
    private string Herzieningspad => $"/beschikkingen/v1/herzieningen/{Herzieningnummer}";

    /// <summary>The municipality prepares the end of the help.</summary>
    /// <param name="grond">For instance niet-meer-aangewezen.</param>
    /// <param name="vanaf">The first day without help.</param>
    /// <param name="redenTerug">Why it works back in time; null when it does not.</param>
    internal Verhaal IntrekkingVoorbereid(string grond, string vanaf, string? redenTerug = null) =>
        HerzieningVoorbereid(grond, () => new { vanaf = Iso(vanaf), einde = true }, redenTerug);

    /// <summary>Other help from a day on is prepared, with the consent of the resident unless a ground is named.</summary>
    /// <param name="vanaf">The first day on which it is other help.</param>
    /// <param name="uren">So many hours a week.</param>
    /// <param name="tot">Another last day.</param>
    /// <param name="grond">For instance niet-meer-toereikend.</param>
    internal Verhaal AndereHulpVoorbereid(
        string vanaf, int? uren = null, string? tot = null, string grond = "in-overeenstemming") => HerzieningVoorbereid(grond, () => new
        {
            vanaf = Iso(vanaf),
            einddatum = Iso(tot),
            omvang = uren is { } volume ? new { volume, eenheid = "04", frequentie = "2" } : null,
        });

    /// <summary>In consultation with the resident the help comes from De Brug from this day on.</summary>
    internal Verhaal AndereAanbiederVoorbereid(string vanaf) =>
        HerzieningVoorbereid("in-overeenstemming", () => new { vanaf = Iso(vanaf), agb = Agb.DeBrug });

    /// <summary>In consultation with the resident a pgb becomes help in kind of Zorg Dichtbij from this day on.</summary>
    /// <param name="vanaf">The first day of help in kind.</param>
    /// <param name="tot">The last day.</param>
    /// <param name="totDan">The euros of the pgb until then.</param>
    internal Verhaal NaarZinVoorbereid(string vanaf, string tot, decimal totDan) => HerzieningVoorbereid("in-overeenstemming", () => new
    {
        vanaf = Iso(vanaf),
        einddatum = Iso(tot),
        leveringsvorm = "zin",
        agb = Agb.ZorgDichtbij,
        budgetTotDan = totDan,
    });

    /// <summary>In consultation with the resident help in kind becomes a pgb from this day on.</summary>
    /// <param name="vanaf">The first day of the pgb.</param>
    /// <param name="budget">The euros from then until the last day.</param>
    internal Verhaal NaarPgbVoorbereid(string vanaf, decimal budget) => HerzieningVoorbereid("in-overeenstemming", () => new
    {
        vanaf = Iso(vanaf),
        leveringsvorm = "pgb",
        budget,
    });

    /// <summary>In consultation with the resident the budget of a pgb becomes another from a day on.</summary>
    /// <param name="vanaf">The first day of the other budget.</param>
    /// <param name="totDan">The euros until then.</param>
    /// <param name="daarna">The euros from then until the last day.</param>
    internal Verhaal AnderBudgetVoorbereid(string vanaf, decimal totDan, decimal daarna) => HerzieningVoorbereid("in-overeenstemming",
        () => new { vanaf = Iso(vanaf), budget = daarna, budgetTotDan = totDan });

    private Verhaal HerzieningVoorbereid(string grond, Func<object> verandering, string? redenTerug = null) => Stap(async () => Neem(
        await _platform.Doe(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/herzieningen",
            new
            {
                grond,
                verandering = verandering(),
                redenTerug,
                gevraagdOp = grond == "in-overeenstemming" ? Vandaag : null,
            })));

    /// <summary>The municipality and the resident agree on so many hours a week, in a period.</summary>
    internal Verhaal WijzigingAfgesproken(int uren, string vanaf, string tot) => Stap(async () => Neem(
        await _platform.Doe(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/herzieningen", new
        {
            grond = "in-overeenstemming",
            verandering = new
            {
                vanaf = Iso(vanaf),
                einddatum = Iso(tot),
                omvang = new { volume = uren, eenheid = "04", frequentie = "2" },
            },
            gevraagdOp = Vandaag,
        })));

    /// <summary>The story goes on about another voorziening of it, which becomes the first one.</summary>
    /// <param name="plaats">The place of that voorziening in the onderzoek, from 1.</param>
    internal Verhaal OverVoorziening(int plaats) => Stap(() =>
    {
        (Voorzieningen[0], Voorzieningen[plaats - 1]) = (Voorzieningen[plaats - 1], Voorzieningen[0]);
        return Task.CompletedTask;
    });

    /// <summary>The resident says that the help may end.</summary>
    internal Verhaal Opgezegd(string laatsteDag) => Stap(async () => Neem(await _platform.Doe(Mensen.Consulent,
        $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/opzegging", new { laatsteDag = Iso(laatsteDag) })));

    private void Neem(JsonNode? herziening) => Herzieningnummer = herziening!["herzieningnummer"]!.GetValue<string>();

    /// <summary>The resident is told what the municipality intends, and may answer until this day.</summary>
    internal Verhaal IntrekkingVoorgenomen(string uiterlijk) => Stap(() => _platform.Doe(Mensen.Consulent, $"{Herzieningspad}/voornemen",
        new { uiterlijk = Iso(uiterlijk), toelichting = "De hulp lijkt niet meer nodig." }));

    internal Verhaal IntrekkingBesproken() => Stap(() =>
        _platform.Doe(Mensen.Consulent, $"{Herzieningspad}/zienswijze", new { inhoud = "Ik kan niet zonder." }));

    /// <param name="door">The user who decides; a beslisser by default.</param>
    internal Verhaal HerzieningBesloten(string door = Mensen.Beslisser) => Stap(() =>
        _platform.Doe(door, $"{Herzieningspad}/besluit", new { motivering = "Zo volgt uit het onderzoek." }));

    /// <param name="door">The user who approves; another beslisser by default.</param>
    internal Verhaal HerzieningGoedgekeurd(string door = Mensen.TweedeBeslisser) => Stap(() =>
        _platform.Doe(door, $"{Herzieningspad}/besluit/goedkeuring", new { }, gezienOp: Herzieningspad));

    internal Verhaal HerzieningBekendgemaakt() => Stap(() => _platform.Doe(Mensen.Beslisser, $"{Herzieningspad}/bekendmaking", new { }));

    /// <param name="uitkomst">hulp-past or wordt-herzien.</param>
    internal Verhaal HeroverwegingGedaan(string uitkomst) => Stap(() => _platform.Doe(Mensen.Consulent,
        $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/heroverweging/uitkomst",
        new { uitkomst, toelichting = "De hulp helpt." }));

    /// <summary>It is planned when the municipality looks again whether the help fits, or recorded that it did.</summary>
    /// <param name="op">The day; null when it was done.</param>
    internal Verhaal HeroverwegingGepland(string? op) => Stap(() => _platform.Doe(Mensen.Consulent,
        $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/heroverweging", new { op = Iso(op) }));

    /// <summary>The resident takes the opzegging back.</summary>
    internal Verhaal OpzeggingTeruggenomen() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Herzieningspad}/herroeping", new { }));

    private static readonly string[] Adres = ["Havenstraat 1", "1315 AA Almere"];

    /// <param name="bedrag">Euros.</param>
    /// <param name="dag">The day that it is about.</param>
    /// <param name="vanMeewerker">Whether it is claimed from who helped.</param>
    internal Verhaal Teruggevorderd(decimal bedrag, string dag = "dinsdag 3 maart 2026", bool vanMeewerker = false) => Stap(async () =>
        _laatsteVordering = (await _platform.Doe(Mensen.Beslisser, $"{Herzieningspad}/terugvorderingen", new
        {
            posten = new[]
            {
                new
                {
                    periode = new { ingangsdatum = Iso(dag), einddatum = Iso(dag) },
                    bedrag,
                    bron = "declaratie",
                    kenmerk = "D-2026-1",
                },
            },
            berekening = "Twintig uur hulp.",
            opzet = "De inwoner verzweeg de inwonende zus.",
            motivering = "De hulp was niet nodig.",
            meewerker = vanMeewerker ? new { naam = "M. de Wit", adresregels = Adres } : null,
        }))!["id"]!.GetValue<string>());

    internal Verhaal VorderingBetaald(decimal bedrag) => Stap(() =>
        _platform.Doe(Mensen.Backoffice, $"{Herzieningspad}/terugvorderingen/{_laatsteVordering}/betalingen", new { bedrag }));
}
