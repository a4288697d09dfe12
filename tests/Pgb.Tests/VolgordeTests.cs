using System.Text.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>
/// Random histories of the pgbs of one person: choices that change, indicaties that are withdrawn, an onderzoek that stops or a
/// beschikking, and later decisions on the voorzieningen, which may arrive before it. The consulent does the toetsen, and the SVB answers,
/// sometimes with a rejection, while the events arrive. Who acts is the same in both orders; when they act is not.
/// </summary>
public sealed class VolgordeTests(ITestOutputHelper uitvoer) : IAsyncLifetime
{
    private readonly Huis _huis = new();
    private readonly Dictionary<string, List<Wmo501>> _bijSvb = [];
    private readonly Dictionary<string, Svbuitkomst> _antwoorden = [];
    private int _gelezen;

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task Toetsen_and_the_budgets_at_the_SVB_end_up_the_same_in_any_order_of_arrival()
    {
        var paren = new List<(Persoon InVolgorde, Persoon Door, string Gelopen)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (new Persoon(_huis.Vandaag, new Random(zaad)), new Persoon(_huis.Vandaag, new Random(zaad)));
            await Volgorde.Loop(Verhaal(inVolgorde), async () =>
            {
                await Toets(inVolgorde.Voorzieningen.Where(v => v.Dossier.WordtGetoetst));
                await Behandel(inVolgorde);
            });
            var lot = new Random(zaad);
            var gelopen = await Volgorde.LoopDoorElkaar(Volgorde.Schud(Verhaal(door), lot), async () =>
            {
                if (lot.Next(2) == 0) await Toets(door.Voorzieningen.Where(v => v.Dossier.WordtGetoetst));
                if (lot.Next(2) == 0) await Behandel(door);
            });
            await Toets(door.Voorzieningen.Where(v => v.Dossier.WordtGetoetst));
            await Behandel(door);
            paren.Add((inVolgorde, door, $"zaad {zaad}: {gelopen}"));
            uitvoer.WriteLine(paren[^1].Gelopen);
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), paren[^1].Gelopen);
        }

        var aangekondigd = (await _huis.Dienst.Aangekondigd()).OfType<IOverVoorziening>().ToLookup(g => g.VoorzieningId);
        foreach (var (inVolgorde, door, gelopen) in paren) Vertelt(door).ShouldBe(Vertelt(inVolgorde), gelopen);

        string Vertelt(Persoon persoon) => string.Join('\n', persoon.Voorzieningen.Select(v =>
        {
            var toets = v.Vervallen ? null : aangekondigd[v.Id].LastOrDefault(g => g is PgbToetsGestart or PgbToetsAfgerond);
            var hulp = aangekondigd[v.Id].OfType<IMetHulpverloop>().LastOrDefault()?.Hulp;
            // Of what was withdrawn as a whole it depends on the order whether it was there for a while.
            if (hulp is { Vervallen: true }) hulp = null;
            return $"{toets?.GetType().Name} {(toets as PgbToetsAfgerond)?.Akkoord} {JsonSerializer.Serialize(hulp)}"
                .Zonder(persoon.Id.ToString());
        }));
    }

    private List<Stap> Verhaal(Persoon persoon) => [.. persoon.Dossiers.SelectMany(d => Verhaal(persoon, d))];

    private IEnumerable<Stap> Verhaal(Persoon persoon, Dossier dossier)
    {
        var wachtOp = dossier.Voorzieningen.Count(v => v.WordtPgb);
        foreach (var gebeurtenis in dossier.Onderzoek)
        {
            var laatste = dossier.Voorzieningen.Exists(v => v.WordtPgb && v.LaatsteKeuze == gebeurtenis);
            var gehad = false;
            yield return _huis.Dienst.Komt(gebeurtenis).Daarna(() =>
            {
                if (laatste && !gehad) wachtOp--;
                gehad = true;
            });
        }
        if (dossier.Beschikking(persoon) is not { } beschikking) yield break;

        // The toetsen on which the beschikking rests ended before it: the consulent does them now, if that was not done before.
        var komt = _huis.Dienst.Komt(beschikking);
        yield return (komt with
        {
            Doe = async () =>
            {
                if (dossier.WordtGetoetst) await Toets(dossier.Voorzieningen);
                return await komt.Doe();
            },
        }).Zodra(() => wachtOp == 0 || !dossier.WordtGetoetst);

        foreach (var voorziening in dossier.Voorzieningen.Where(v => v.IsBeschikt))
            foreach (var (nummer, delen) in voorziening.Besluiten.Index())
                yield return _huis.Dienst.Komt(beschikking.Besluit(voorziening.Id, nummer + 2, _huis.Vandaag, delen));
    }

    /// <summary>The consulent does every toets that runs.</summary>
    private async Task Toets(IEnumerable<Voorziening> voorzieningen)
    {
        foreach (var voorziening in voorzieningen)
        {
            var pad = Huis.Toets(voorziening.Id);
            if (await Lees(pad) is not { } toets || Tekst(toets["toets"]!["status"]) != "lopend") continue;
            foreach (var soort in (string[])["uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst"])
                await _huis.Backoffice.Doe($"{pad}/documenten", new { soort, ontvangenOp = _huis.Vandaag.AddDays(-80) });
            await _huis.Consulent.Doe($"{pad}/bewustekeuzegesprek", new
            {
                gevoerdOp = Tekst(toets["toets"]!["gestartOp"]),
                vaardigheden = new Dictionary<string, string>
                {
                    ["situatie-overzien"] = "ja",
                    ["regels-kennen"] = "ja",
                    ["hulp-beoordelen"] = "ja",
                    ["hulp-kiezen"] = voorziening.Vaardig ? "ja" : "nee",
                },
                vaardig = voorziening.Vaardig,
                toelichting = "Dat bleek in het gesprek.",
            });
        }
    }

    /// <summary>The SVB answers and the backoffice does what that asks, until nothing more comes.</summary>
    private async Task Behandel(Persoon persoon)
    {
        bool nogIets;
        do
        {
            nogIets = false;
            foreach (var bericht in (await BijSvb(persoon.Bsn)).Where(b => !_antwoorden.ContainsKey(b.Identificatie)).ToList())
            {
                nogIets = true;
                var budget = persoon.Voorzieningen.Single(v => v.Categorie == bericht.Client.Budget.FunctieBudgetten[0].Zorgfunctie);
                var akkoord = !budget.EerstAfgekeurd || budget.Afgekeurd;
                budget.Afgekeurd = true;
                _antwoorden[bericht.Identificatie] = akkoord ? Svbuitkomst.Akkoord : Svbuitkomst.Afgekeurd;
                await _huis.Antwoord(akkoord ? Akkoord(bericht) : Afkeuring(bericht, "9504"));
            }
            foreach (var voorziening in persoon.Voorzieningen.Where(v => v.IsBeschikt))
            {
                var pad = Huis.Budget(voorziening.Id);
                if (await Lees(pad) is not { } budget) continue;
                var metDeHand = budget["metDeHand"]!.GetValue<bool>();
                var (vraag, inhoud) = Tekst(budget["status"]) switch
                {
                    "aangemeld" or "wijziging-aangemeld" or "einde-aangemeld" when !metDeHand => ("", null),
                    "in-eigen-beheer" or "aangemeld" or "wijziging-aangemeld" or "einde-aangemeld" =>
                        ("vastlegging", new { akkoord = true }),
                    "afgekeurd" or "wijziging-afgekeurd" or "einde-afgekeurd" => ("nieuwe-aanmelding", (object)new { }),
                    _ => ("", null),
                };
                if (inhoud is null) continue;
                nogIets = true;
                await _huis.Backoffice.Doe($"{pad}/{vraag}", inhoud);
            }
        }
        while (nogIets);
    }

    /// <summary>What the consulent and the backoffice see, and what the SVB has.</summary>
    private async Task<string[]> Beeld(Persoon persoon)
    {
        var beeld = new List<string>();
        foreach (var voorziening in persoon.Voorzieningen)
        {
            beeld.Add(await Toetsbeeld(voorziening));
            if (!voorziening.IsBeschikt) continue;
            var budget = (await Lees(Huis.Budget(voorziening.Id)))?.AsObject();
            var situaties = budget?["situaties"]!.AsArray().Select(s => Tekst(s!["budgetIdentificatie"])).ToHashSet() ?? [];
            // A part of 0 euros is withdrawn: to the SVB it was never granted.
            var bijSvb = (await BijSvb(persoon.Bsn))
                .LastOrDefault(b => situaties.Contains(b.Client.Budget.BudgetIdentificatie)
                    && _antwoorden[b.Identificatie] == Svbuitkomst.Akkoord)?
                .Client.Budget.FunctieBudgetten.Where(f => f.FunctieBudgetBedrag != 0).ToList() ?? [];
            if (budget?["metDeHand"]!.GetValue<bool>() == false && !voorziening.IsHulpmiddel)
                bijSvb.ShouldBe(voorziening.Verwacht, "de SVB heeft wat het laatst is besloten");
            beeld.AddRange(bijSvb.Select(f => $"{f.Zorgfunctie} {f.FunctieBudgetPeriode} {f.FunctieBudgetBedrag}"));
            if (budget is null || budget["beeindiging"]?["ingetrokken"]!.GetValue<bool>() == true) continue;
            // Of the decisions those that a later one overtook do not count.
            foreach (var veld in (string[])["situaties", "wijzigingen"]) budget.Remove(veld);
            (budget["beeindiging"] as JsonObject)?.Remove("reden");
            beeld.Add(budget.ToJsonString());
        }
        return [.. beeld.Select(b => b.Zonder(
            [.. persoon.Dossiers.Select(d => d.Nummer), .. persoon.Voorzieningen.Select(v => v.Id.ToString())]))];
    }

    private async Task<string> Toetsbeeld(Voorziening voorziening)
    {
        if (await Lees(Huis.Toets(voorziening.Id)) is not { } toets) return "geen toets";
        using var consulent = await _huis.Consulent.GetAsync(new Uri(Huis.Toets(voorziening.Id), UriKind.Relative));
        voorziening.Vervallen = Tekst(toets["toets"]!["status"]) == "vervallen";
        // Whether a lapsed toets ran before it lapsed depends on the order, and what was done for it then as well.
        return $"{(int)consulent.StatusCode} "
            + (voorziening.Vervallen ? $"vervallen {toets["toets"]!["wijkteam"]} {toets["toets"]!["vervolg"]}" : toets.ToJsonString());
    }

    private async Task<JsonNode?> Lees(string pad)
    {
        using var antwoord = await _huis.Backoffice.GetAsync(new Uri(pad, UriKind.Relative));
        return antwoord.IsSuccessStatusCode ? JsonNode.Parse(await antwoord.Content.ReadAsStringAsync()) : null;
    }

    private static string? Tekst(JsonNode? waarde) => waarde?.GetValue<string>();

    /// <summary>The messages about this person at the SVB, each once and read once, after all post has left.</summary>
    private async Task<IReadOnlyList<Wmo501>> BijSvb(string bsn)
    {
        await Tot.Waar(() => _huis.Dienst.Vraag(db => Task.FromResult(
            !db.Set<Ketenverkeer.Poststuk>().Any(b => b.Status == Ketenverkeer.Poststatus.TeVerzenden))), melding: "de post is weg");
        foreach (var inhoud in _huis.Svb.Genomen.Skip(_gelezen))
        {
            _gelezen++;
            var bericht = (Wmo501)Ketenbericht.Lees(new MemoryStream(inhoud));
            if (!_bijSvb.TryGetValue(bericht.Client.Bsn, out var eerder)) _bijSvb[bericht.Client.Bsn] = eerder = [];
            if (!eerder.Exists(b => b.Identificatie == bericht.Identificatie)) eerder.Add(bericht);
        }
        return _bijSvb.GetValueOrDefault(bsn) ?? [];
    }

    private sealed class Persoon
    {
        private readonly bool _geenBerichten;
        private readonly Persoonsgegevens _gegevens;

        public Persoon(DateOnly vandaag, Random lot)
        {
            _gegevens = new(TestBsn.Nieuw(), new("Proefman", "van", "Willemijn", "W"), new(1951, 3, 14), null, 2,
                new("Kadeplein", 7, null, null, "1315AA", "Almere"));
            _geenBerichten = lot.Next(6) == 0;
            // Two budgets for the same zorgfunctie are for a person to judge: every voorziening has its own. 11 and 12 are aids.
            string[] categorieen = ["01", "02", "03", "04", "05", "06", "07", "11", "12"];
            lot.Shuffle(categorieen);
            var vrij = new Queue<string>(categorieen);
            Dossiers = [.. Enumerable.Range(0, lot.Next(1, 3)).Select(_ => new Dossier(Id, vandaag, lot, vrij))];
        }

        public Guid Id { get; } = Guid.CreateVersion7();
        public string Bsn => _gegevens.Bsn;
        public List<Dossier> Dossiers { get; }
        public IEnumerable<Voorziening> Voorzieningen => Dossiers.SelectMany(d => d.Voorzieningen);

        public BeschikkingBekendgemaakt Beschikking(string dossiernummer, Guid onderzoek, BeschikteVoorziening[] voorzieningen) =>
            Voorbeelden.Beschikking(voorzieningen) with
            {
                Dossiernummer = dossiernummer,
                OnderzoekId = onderzoek,
                PersoonId = Id,
                GeenBerichtenverkeer = _geenBerichten,
                Persoon = new(_gegevens),
            };
    }

    /// <summary>One onderzoek with its choices, and how it ended.</summary>
    private sealed class Dossier
    {
        private readonly Einde _einde;
        private readonly Guid _onderzoek = Guid.CreateVersion7();
        private BeschikkingBekendgemaakt? _beschikking;

        public Dossier(Guid persoonId, DateOnly vandaag, Random lot, Queue<string> categorieen)
        {
            _einde = (Einde)lot.Next(4);
            Nummer = Keuze().Dossiernummer;
            Voorzieningen =
                [.. Enumerable.Range(0, lot.Next(1, 4)).Select(_ => new Voorziening(this, vandaag, lot, categorieen.Dequeue()))];
            var (versie, dag) = (5, new DateTimeOffset(vandaag.AddDays(-60), new(12, 0), TimeSpan.Zero));
            // What happens to one voorziening keeps its order; those of the others stand between.
            var open = Voorzieningen.Where(v => v.HeeftNog).ToList();
            while (open.Count > 0)
            {
                var voorziening = open[lot.Next(open.Count)];
                Voeg(voorziening.Volgende(persoonId));
                if (!voorziening.HeeftNog) open.Remove(voorziening);
            }
            if (_einde == Einde.Gestopt) Voeg(new OnderzoekGestopt(Stopreden.AnderDomein, vandaag));

            void Voeg(Gebeurtenis gebeurtenis)
            {
                versie += lot.Next(1, 3);
                Onderzoek.Add(gebeurtenis with
                {
                    Dossiernummer = Nummer,
                    AggregaatId = _onderzoek,
                    Versie = versie,
                    Op = dag = dag.AddDays(1),
                });
                Voorzieningen.Find(v => (gebeurtenis as IOverVoorziening)?.VoorzieningId == v.Id)?.Onthoud(Onderzoek[^1]);
            }
        }

        public string Nummer { get; }
        public List<Voorziening> Voorzieningen { get; }
        public List<Gebeurtenis> Onderzoek { get; } = [];

        /// <summary>Whether the consulent does the toetsen. Without that no pgb is granted.</summary>
        public bool WordtGetoetst => _einde != Einde.BeschiktZonderToets;

        public bool IsBeschikt => _einde is Einde.Beschikt or Einde.BeschiktZonderToets;

        public BeschikkingBekendgemaakt? Beschikking(Persoon persoon) => !IsBeschikt ? null : _beschikking ??= persoon.Beschikking(
            Nummer, _onderzoek, [.. Voorzieningen.Where(v => !v.IsIngetrokken).Select(v => v.Beschikt())]);

        private enum Einde
        {
            Open,
            Gestopt,
            Beschikt,
            BeschiktZonderToets,
        }
    }

    private sealed class Voorziening
    {
        private readonly Queue<Func<Guid, Gebeurtenis>> _verloop = [];
        private readonly decimal _bedrag;
        private Leveringsvorm? _keuze;

        public Voorziening(Dossier dossier, DateOnly vandaag, Random lot, string categorie)
        {
            (Dossier, Categorie, Periode) = (dossier, categorie, new(vandaag.AddDays(lot.Next(10)), vandaag.AddDays(lot.Next(100, 400))));
            (Vaardig, EerstAfgekeurd, _bedrag) = (lot.Next(4) != 0, lot.Next(4) == 0, lot.Next(1000, 9000));
            var vorm = lot.Next(3) == 0 ? Leveringsvorm.Zin : Leveringsvorm.Pgb;
            for (var keuzes = lot.Next(6) == 0 ? 0 : lot.Next(1, 5); keuzes > 0; keuzes--)
            {
                var gekozen = vorm;
                _verloop.Enqueue(persoonId => Keuze(gekozen, voorzieningId: Id) with { PersoonId = persoonId });
                vorm = vorm == Leveringsvorm.Zin ? Leveringsvorm.Pgb : Leveringsvorm.Zin;
            }
            IsIngetrokken = _verloop.Count == 0 || lot.Next(6) == 0;
            if (IsIngetrokken) _verloop.Enqueue(_ => new IndicatieIngetrokken(Id, new(Categorie, $"{Categorie}A05")));

            for (var aantal = lot.Next(5); aantal > 0; aantal--) Besluiten.Add(Delen(vandaag, lot));
        }

        /// <summary>A random state: parts as pgb or in natura, with or without time between them.</summary>
        private Voorzieningdeel[] Delen(DateOnly vandaag, Random lot)
        {
            var delen = new List<Voorzieningdeel>();
            var dag = lot.Next(2) == 0 ? Periode.Ingangsdatum : vandaag.AddDays(lot.Next(-40, 10));
            for (var n = lot.Next(4); n > 0; n--)
            {
                var einde = dag.AddDays(lot.Next(60));
                var wat = lot.Next(5);
                if (wat == 0) delen.Add(AlsZin(dag, einde, Categorie));
                else if (wat > 1) delen.Add(AlsPgb(dag, einde, lot.Next(1000, 9000), Categorie));
                dag = einde.AddDays(1);
            }
            return [.. delen];
        }

        public Guid Id { get; } = Guid.CreateVersion7();
        public Dossier Dossier { get; }
        public string Categorie { get; }
        public Periode Periode { get; }

        /// <summary>Whether the toets says yes.</summary>
        public bool Vaardig { get; }
        public bool IsIngetrokken { get; }

        /// <summary>The states that the later decisions give it, the first of which is the second decision.</summary>
        public List<Voorzieningdeel[]> Besluiten { get; } = [];

        public bool IsBeschikt => Dossier.IsBeschikt && !IsIngetrokken;
        public bool IsHulpmiddel => Categorie is "11" or "12";

        /// <summary>The pgb-parts of the last decision.</summary>
        public IEnumerable<FunctieBudget> Verwacht =>
            (Besluiten.Count > 0 ? Besluiten[^1] : Toegekend ? [AlsPgb(Periode.Ingangsdatum, Periode.Einddatum, _bedrag, Categorie)] : [])
            .Where(d => d.Leveringsvorm == Leveringsvorm.Pgb)
            .Select(d => new FunctieBudget(Categorie, new(d.Periode.Ingangsdatum, d.Periode.Einddatum), Bedrag.InCenten(d.Budget!.Value)));
        public Gebeurtenis? LaatsteKeuze { get; private set; }
        public bool HeeftNog => _verloop.Count > 0;

        /// <summary>Whether the verslag asks for a pgb.</summary>
        public bool WordtPgb => !IsIngetrokken && _keuze == Leveringsvorm.Pgb;
        public bool Toegekend => Dossier.IsBeschikt && Dossier.WordtGetoetst && WordtPgb && Vaardig;

        /// <summary>Whether the SVB rejects the first message about it, and whether it has judged one.</summary>
        public bool EerstAfgekeurd { get; }
        public bool Afgekeurd { get; set; }

        /// <summary>Whether its toets turned out to have lapsed.</summary>
        public bool Vervallen { get; set; }

        public Gebeurtenis Volgende(Guid persoonId) => _verloop.Dequeue()(persoonId);

        public void Onthoud(Gebeurtenis gebeurtenis)
        {
            if (gebeurtenis is LeveringsvormGekozen keuze) (LaatsteKeuze, _keuze) = (keuze, keuze.Leveringsvorm);
        }

        public BeschikteVoorziening Beschikt() => new(Id, WordtPgb && !Toegekend ? Uitkomst.Afwijzen : Uitkomst.Toekennen,
            new(Categorie, $"{Categorie}A05"), new(2, "04", "2"), Periode, _keuze!.Value, _keuze == Leveringsvorm.Zin ? "12345678" : null,
            Toegekend ? _bedrag : null);
    }
}
