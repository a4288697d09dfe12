using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>
/// Random decisions on one voorziening against a simple SVB, in memory: it takes a message only when that names what it has, it may reject,
/// and its answer may come after a person gave up waiting. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class BudgetVolgtTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = Nu.Dag();
    private static readonly Persoonskern Kern = new("999993653", new(1951, 3, 14));
    private static readonly string[] Opgegeven = ["0001"];

    [Fact]
    public void The_SVB_ends_up_with_the_pgb_parts_of_the_last_decision()
    {
        for (var n = 0; n < 15 * Volgorde.Aantal; n++) new Spel(Volgorde.Zaad + n).Speel();
    }

    private sealed class Spel(int zaad)
    {
        private readonly Random _lot = new(zaad);
        private readonly List<Bericht> _berichten = [];
        private readonly BeschikkingBekendgemaakt _beschikking = Beschikking(Hulp(Vandaag.AddDays(-30)));
        private Budget _budget = null!;
        private Bericht? _bijSvb;
        private IReadOnlyList<Voorzieningdeel> _delen = [];
        private int _stand = 1;
        private string _verloop = "";

        private string Verloop => $"zaad {zaad}:{_verloop}";

        public void Speel()
        {
            var pgb = _beschikking.Voorzieningen[0];
            _delen = [AlsPgb(pgb.Periode.Ingangsdatum, pgb.Periode.Einddatum, pgb.Budget!.Value)];
            _budget = Budget.Ken(_beschikking, pgb, null, Sleutels.Kluis(Diensten.Pgb), Nu);
            Meld();
            for (var stap = 0; stap < 25; stap++)
            {
                switch (_lot.Next(6))
                {
                    case 0 or 1: Beslis(); break;
                    case 2 or 3: Antwoord(Kies(b => b is { Uitkomst: null }), afkeuren: _lot.Next(4) == 0); break;
                    case 4: GeefOp(Kies(b => b is { Uitkomst: null, Opgegeven: false })); break;
                    default: MeldOpnieuw(); break;
                }
                Meld();
            }
            for (var ronde = 0; ronde < 50 && (_berichten.Exists(b => b.Uitkomst is null) || MoetOpnieuw); ronde++)
            {
                Antwoord(Kies(b => b.Uitkomst is null), afkeuren: false);
                MeldOpnieuw();
                Meld();
            }

            var verwacht = Budgetdelen().ToList();
            (_bijSvb?.Delen.Where(d => d.Bedrag > 0) ?? []).ShouldBe(verwacht, ignoreOrder: true, Verloop);
            _budget.AanmeldingVerschuldigd.ShouldBeFalse(Verloop);
            _budget.Status.ShouldBe(verwacht.Count == 0 || verwacht[^1].Periode.Einddatum <= Vandaag
                ? Budgetstatus.Beeindigd : Budgetstatus.Gereserveerd, Verloop);
        }

        private bool MoetOpnieuw =>
            _budget.Status is Budgetstatus.Afgekeurd or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd;

        private void Beslis()
        {
            var delen = new List<Voorzieningdeel>();
            var dag = Vandaag.AddDays(_lot.Next(3) == 0 ? _lot.Next(-60, 20) : -30);
            for (var n = _lot.Next(4); n > 0; n--)
            {
                var einde = dag.AddDays(_lot.Next(50));
                var categorie = _lot.Next(5) == 0 ? "07" : "02";
                if (_lot.Next(4) == 0) delen.Add(AlsZin(dag, einde, categorie));
                else if (_lot.Next(4) > 0) delen.Add(AlsPgb(dag, einde, _lot.Next(1, 4) * 100, categorie));
                dag = einde.AddDays(1);
            }
            _delen = delen;
            _verloop += $"\nbesluit: {string.Join(", ", Budgetdelen())}";
            var besluit = _beschikking.Besluit(_budget.VoorzieningId, ++_stand, Vandaag, [.. delen]);
            _budget.Volg(besluit, [.. Budgetdelen()], null, Sleutels.Kluis(Diensten.Pgb), Nu);
        }

        private IEnumerable<Functiebudget> Budgetdelen() => _delen.Where(d => d.Leveringsvorm == Leveringsvorm.Pgb)
            .Select(d => new Functiebudget(d.Product.Categorie, d.Periode, d.Budget!.Value));

        /// <summary>Reports what is due, as the service does after every change.</summary>
        private void Meld()
        {
            if (_budget.AanmeldingVerschuldigd) Verzend();
        }

        private void MeldOpnieuw()
        {
            if (MoetOpnieuw) Verzend();
        }

        private void Verzend()
        {
            _berichten.ShouldNotContain(b => b.Uitkomst == null && !b.Opgegeven, $"TR507: {Verloop}");
            var situatie = _budget.MeldAan($"W{_berichten.Count + 1}", Nu);
            var bericht = new Bericht(situatie.Berichtidentificatie!, situatie.BudgetIdentificatie, situatie.BudgetIdentificatieOud,
                situatie.Functiebudgetten);
            bericht.Delen.DistinctBy(d => (d.Zorgfunctie, d.Periode)).Count().ShouldBe(bericht.Delen.Count, $"TR101: {Verloop}");
            _berichten.Add(bericht);
            _verloop += $"\nbericht {bericht.Identificatie}: {string.Join(", ", bericht.Delen)}";
        }

        private void Antwoord(Bericht? bericht, bool afkeuren)
        {
            if (bericht is null) return;
            // The SVB takes only what follows on what it has (TR502, TR562), and withdraws only what it had (TR514).
            var kanNiet = bericht.Oud != _bijSvb?.Budget;
            if (!kanNiet)
                foreach (var deel in bericht.Delen.Where(d => d.Bedrag == 0))
                    (_bijSvb?.Delen ?? []).ShouldContain(
                        d => d.Zorgfunctie == deel.Zorgfunctie && d.Periode.Ingangsdatum == deel.Periode.Ingangsdatum, $"TR514: {Verloop}");
            bericht.Uitkomst = !kanNiet && !afkeuren;
            if (bericht.Uitkomst == true) _bijSvb = bericht;
            _budget.Beantwoord(bericht.Identificatie, bericht.Uitkomst == true ? [] : ["9562"], Kern, Nu);
            _verloop += $"\nantwoord op {bericht.Identificatie}: {bericht.Uitkomst}, dan {_budget.Status}";
        }

        private void GeefOp(Bericht? bericht)
        {
            if (bericht is null) return;
            bericht.Opgegeven = true;
            _budget.Beantwoord(bericht.Identificatie, Opgegeven, Kern, Nu);
            _verloop += $"\nopgegeven: {bericht.Identificatie}, dan {_budget.Status}";
        }

        private Bericht? Kies(Func<Bericht, bool> welke) => _berichten.FirstOrDefault(welke);
    }

    private sealed record Bericht(string Identificatie, string Budget, string? Oud, IReadOnlyList<Functiebudget> Delen)
    {
        /// <summary>Whether the SVB took it; null while it did not judge.</summary>
        public bool? Uitkomst { get; set; }

        /// <summary>Whether a person gave up waiting for the answer.</summary>
        public bool Opgegeven { get; set; }
    }
}
