using System.Text.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// Random histories of an aanvraag: the signed verslag, and for each voorziening a pgb-toets that ran, ended and was repeated before or
/// after it. What was finally judged about the pgb decides what can be granted.
/// </summary>
public sealed class VolgordeTests(Dienst dienst, ITestOutputHelper uitvoer)
{
    [Fact]
    public async Task An_aanvraag_is_decided_the_same_in_any_order_of_arrival()
    {
        var paren = new List<(Inwoner InVolgorde, Inwoner Door, string Gelopen)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (new Inwoner(dienst.Vandaag, new Random(zaad)), new Inwoner(dienst.Vandaag, new Random(zaad)));
            await Volgorde.Loop(Verhaal(inVolgorde, new Random(zaad)));
            var lot = new Random(zaad);
            var geschud = Volgorde.Schud(Verhaal(door, new Random(zaad)), lot);
            paren.Add((inVolgorde, door, $"zaad {zaad}: {await Volgorde.LoopDoorElkaar(geschud)}"));
            uitvoer.WriteLine(paren[^1].Gelopen);
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), paren[^1].Gelopen);
            (await Besluit(door)).ShouldBe(await Besluit(inVolgorde), paren[^1].Gelopen);
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), paren[^1].Gelopen);
        }

        var aangekondigd = (await dienst.Fabriek.Aangekondigd()).ToLookup(g => g.Dossiernummer);
        foreach (var (inVolgorde, door, gelopen) in paren) Vertelt(door).ShouldBe(Vertelt(inVolgorde), gelopen);

        string Vertelt(Inwoner inwoner) => string.Join('\n', aangekondigd[inwoner.Dossiernummer].Select(g => g is BeschikkingBekendgemaakt b
            ? $"{nameof(BeschikkingBekendgemaakt)} {JsonSerializer.Serialize(b.Voorzieningen)}".Zonder(inwoner.Namen)
            : g.GetType().Name));
    }

    /// <summary>
    /// An onderzoek with its indicaties, choices and verslagen, and an aanvraag that is no signed verslag: too early, after the onderzoek,
    /// or after the six weeks. Sometimes the verslag is signed all the same, or was signed instead.
    /// </summary>
    [Fact]
    public async Task An_aanvraag_in_any_form_is_the_same_in_any_order_of_arrival()
    {
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (new Zaakverhaal(zaad), new Zaakverhaal(zaad));
            await Volgorde.Loop(inVolgorde.Stappen(dienst));
            var gelopen = $"zaad {zaad}: {await Volgorde.LoopDoorElkaar(Volgorde.Schud(door.Stappen(dienst), new Random(zaad)))}";
            uitvoer.WriteLine(gelopen);
            (await door.Beeld(dienst)).ShouldBe(await inVolgorde.Beeld(dienst), gelopen);
        }
    }

    private sealed class Zaakverhaal(int zaad)
    {
        private readonly Zaak _zaak = new();
        private readonly List<GekozenVoorziening> _voorzieningen = [];

        public IReadOnlyList<Stap> Stappen(Dienst dienst)
        {
            var lot = new Random(zaad);
            var (gemeld, geopend, gedaan) = (false, false, false);
            List<Stap> stappen =
            [
                dienst.Fabriek.Komt(_zaak.Gemeld()).Daarna(() => gemeld = true),
                dienst.Fabriek.Komt(_zaak.Bekend()),
                dienst.Fabriek.Komt(_zaak.Geopend()).Daarna(() => geopend = true),
            ];
            // Before the onderzoek is done, after its first verslag, or after the six weeks.
            var dag = ((string[])["2026-05-12", "2026-05-22", "2026-06-20"])[lot.Next(3)];
            var zelf = lot.Next(4) != 0;
            string? verslag = null;
            foreach (var op in (string[])["2026-05-20", "2026-06-24"])
            {
                if (lot.Next(4) == 0) continue;
                foreach (var v in Enumerable.Range(0, lot.Next(3)).Select(_ => lot.Next(2) == 0 ? Voorbeelden.Zin() : Voorbeelden.Pgb()))
                {
                    _voorzieningen.Add(v);
                    stappen.Add(dienst.Fabriek.Komt(_zaak.Indicatie(v)));
                    stappen.Add(dienst.Fabriek.Komt(_zaak.Keuze(v)));
                }
                stappen.Add(dienst.Fabriek.Komt(_zaak.Verslag(verslag = op, [.. _voorzieningen])));
            }
            if (verslag is null && lot.Next(2) == 0)
                stappen.Add(dienst.Fabriek.Komt(_zaak.Gestopt(Stopreden.Wlz, "2026-05-21")));
            if (zelf)
                stappen.Insert(lot.Next(3, stappen.Count + 1), Volgorde.Doet($"aanvraag van {dag}", async () =>
                {
                    using var antwoord = await dienst.Backoffice.Stuur("/beschikkingen/v1/aanvragen",
                        new
                        {
                            nummer = _zaak.Meldingnummer,
                            vraag = "Ik wil hulp.",
                            kanaal = "brief",
                            ontvangenOp = dag,
                            redenLaat = "De brief lag op een bureau.",
                        });
                    antwoord.EnsureSuccessStatusCode();
                    gedaan = true;
                }).Zodra(() => gemeld && geopend));
            // A signature that was there before the other aanvraag makes that one superfluous, which its sender is told.
            if (verslag is not null && lot.Next(2) == 0)
                stappen.Add(dienst.Fabriek.Komt(_zaak.Ondertekend("2026-06-25", verslag, [.. _voorzieningen]))
                    .Zodra(() => gedaan || !zelf));
            return stappen;
        }

        public async Task<string> Beeld(Dienst dienst)
        {
            using var antwoord = await dienst.Backoffice.GetAsync(new Uri(_zaak.Pad, UriKind.Relative));
            if (!antwoord.IsSuccessStatusCode) return "geen aanvraag";
            var detail = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!;
            return detail.ToJsonString().Zonder([_zaak.Dossiernummer, _zaak.Meldingnummer,
                detail["aanvraag"]!["aanvraagnummer"]!.GetValue<string>(), .. _voorzieningen.Select(v => v.VoorzieningId.ToString())]);
        }
    }

    private List<Stap> Verhaal(Inwoner inwoner, Random lot)
    {
        var gevraagd = false;
        var verhaal = inwoner.Verslag.Voorzieningen.SelectMany(v => Toets(v, inwoner.Dossiernummer, lot))
            .Select(dienst.Fabriek.Komt).ToList();
        verhaal.Add(dienst.Fabriek.Komt(inwoner.Verslag).Daarna(() => gevraagd = true));
        if (lot.Next(3) == 0)
            verhaal.Add(Volgorde.Doet("uitgesteld", async () => await dienst.Backoffice.Doe($"{inwoner.Pad}/uitstel",
                new { weken = 2, reden = "Wij wachten op een advies." })).Zodra(() => gevraagd));
        return verhaal;
    }

    /// <summary>The toets of a pgb. A resident who chose zorg in natura in the end may have had one too.</summary>
    private static IEnumerable<Gebeurtenis> Toets(GekozenVoorziening voorziening, string dossiernummer, Random lot)
    {
        if (voorziening.Leveringsvorm == Leveringsvorm.Zin && lot.Next(2) == 0) yield break;
        var (toets, versie) = (Guid.CreateVersion7(), 0);
        do
        {
            yield return new PgbToetsGestart(voorziening.VoorzieningId)
            { Dossiernummer = dossiernummer, AggregaatId = toets, Versie = ++versie, Op = DateTimeOffset.UtcNow };
            if (lot.Next(4) == 0) continue;
            // The documents and the gesprek took the versions between.
            yield return new PgbToetsAfgerond(voorziening.VoorzieningId, Akkoord: lot.Next(3) != 0)
            { Dossiernummer = dossiernummer, AggregaatId = toets, Versie = versie += lot.Next(1, 5), Op = DateTimeOffset.UtcNow };
        }
        while (lot.Next(3) == 0);
    }

    private async Task<string> Beeld(Inwoner inwoner) =>
        (await dienst.Backoffice.Lees(inwoner.Pad)).ToJsonString().Zonder(
            [.. inwoner.Namen, await Nummer(inwoner, "aanvraagnummer"), await Nummer(inwoner, "beschikkingnummer")]);

    private async Task<string> Nummer(Inwoner inwoner, string naam) =>
        (await dienst.Backoffice.Lees(inwoner.Pad))["aanvraag"]![naam]?.GetValue<string>() ?? "geen nummer";

    /// <summary>
    /// The beslisser tries to grant everything, and refuses the pgbs for which that is impossible. Then the beschikking is made known.
    /// </summary>
    private async Task<string> Besluit(Inwoner inwoner)
    {
        var verloop = new List<string>();
        HashSet<Guid> afgewezen = [];
        var voorzieningen = inwoner.Verslag.Voorzieningen;
        for (var poging = 0; poging <= voorzieningen.Count; poging++)
        {
            var besluiten = voorzieningen.Select(v => Uitkomst(v, afgewezen.Contains(v.VoorzieningId)));
            using var antwoord = await dienst.Beslisser.Stuur($"{inwoner.Pad}/besluit",
                new { besluiten = voorzieningen is [] ? [Afwijzing(null)] : besluiten });
            if (antwoord.IsSuccessStatusCode) break;
            verloop.Add(JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!);
            // The first pgb that was still granted is the one that cannot be.
            afgewezen.Add(voorzieningen.First(v => v.Leveringsvorm == Leveringsvorm.Pgb && !afgewezen.Contains(v.VoorzieningId))
                .VoorzieningId);
        }
        await dienst.Beslisser.Doe($"{inwoner.Pad}/bekendmaking", new { });
        return string.Join(", ", verloop);
    }

    private static object Uitkomst(GekozenVoorziening voorziening, bool afwijzen) => afwijzen ? Afwijzing(voorziening.VoorzieningId) : new
    {
        voorzieningId = voorziening.VoorzieningId,
        uitkomst = "toekennen",
        motivering = "De hulp is nodig en passend.",
        budget = voorziening.Leveringsvorm == Leveringsvorm.Pgb ? 1200m : (decimal?)null,
    };

    private static object Afwijzing(Guid? voorzieningId) => new
    {
        voorzieningId,
        uitkomst = "afwijzen",
        motivering = "De hulp is niet nodig, of een pgb past niet.",
        redenAfwijkingAdvies = voorzieningId is null ? null : "De situatie is veranderd.",
    };

    private sealed class Inwoner
    {
        public Inwoner(DateOnly vandaag, Random lot) => Verslag = Voorbeelden.Verslag(vandaag,
            [.. Enumerable.Range(0, lot.Next(4)).Select(_ => lot.Next(3) == 0 ? Voorbeelden.Zin() : Voorbeelden.Pgb())]);

        public VerslagOndertekend Verslag { get; }
        public string Dossiernummer => Verslag.Dossiernummer;
        public string Pad => Dienst.Pad(Dossiernummer);

        /// <summary>What differs between twins.</summary>
        public string[] Namen => [Dossiernummer, .. Verslag.Voorzieningen.Select(v => v.VoorzieningId.ToString())];
    }
}
