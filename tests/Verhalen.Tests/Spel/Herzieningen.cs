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
    internal Verhaal IntrekkingVoorbereid(string grond, string vanaf, string? redenTerug = null) => Stap(async () => Neem(
        await _platform.Doe(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/herzieningen",
            new
            {
                grond,
                verandering = new { vanaf = Iso(vanaf), einde = true },
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

    /// <summary>The resident takes the opzegging back.</summary>
    internal Verhaal OpzeggingTeruggenomen() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Herzieningspad}/herroeping", new { }));

    internal Verhaal Teruggevorderd(decimal bedrag) => Stap(async () =>
        _laatsteVordering = (await _platform.Doe(Mensen.Beslisser, $"{Herzieningspad}/terugvorderingen", new
        {
            bedrag,
            berekening = "Twintig uur hulp.",
            opzet = "De inwoner verzweeg de inwonende zus.",
            motivering = "De hulp was niet nodig.",
        }))!["id"]!.GetValue<string>());

    internal Verhaal VorderingBetaald(decimal bedrag) => Stap(() =>
        _platform.Doe(Mensen.Backoffice, $"{Herzieningspad}/terugvorderingen/{_laatsteVordering}/betalingen", new { bedrag }));
}
