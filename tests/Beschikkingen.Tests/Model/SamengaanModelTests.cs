using System.Globalization;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// Random decisions of the municipality and orders of courts on one voorziening, each compared with a model that knows only single days:
/// what the municipality gives on a day, and what each order gives on it. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class SamengaanModelTests
{
    private const int Daden = 20_000;
    private static readonly DateOnly EersteDag = new(2026, 4, 1);
    private const int Dagen = 560;

    [Fact]
    public void On_each_day_the_person_has_what_was_decided_or_ordered_whatever_came_first()
    {
        var toeval = new Random(Volgorde.Zaad);
        var (gedaan, geweigerd) = (0, 0);
        for (var daden = 0; daden < Daden;)
        {
            var proef = new Proef(toeval);
            for (var n = toeval.Next(5, 25); n > 0 && daden < Daden; n--, daden++) _ = proef.Doe() ? gedaan++ : geweigerd++;
        }
        gedaan.ShouldBeGreaterThan(Daden / 3);
        geweigerd.ShouldBeGreaterThan(Daden / 200);
    }

    /// <summary>What one judgment orders, as days.</summary>
    private sealed record Bevel(Guid Id, DateOnly Uitspraak, DateOnly Van, DateOnly Toegezegd, int Volume)
    {
        public DateOnly Tot { get; set; } = Toegezegd;
        public DateOnly Opgezegd { get; set; } = DateOnly.MaxValue;

        public bool Geldt(DateOnly dag) => Van <= dag && dag <= Tot && dag <= Opgezegd;
    }

    private sealed class Proef
    {
        private readonly Random _toeval;
        private readonly Herzieningsloop _loop;
        private readonly int[] _eigen = new int[Dagen];
        private readonly List<Bevel> _bevelen = [];
        private readonly List<string> _verloop = [];
        private DateOnly _vandaag = new(2026, 5, 18);
        private int _stand = 1;
        private (Herziening Herziening, int[] Eerder, DateOnly Vanaf)? _opgezegd;

        public Proef(Random toeval)
        {
            _toeval = toeval;
            var toegekend = toeval.Next(2) == 0;
            _loop = new(uitkomst: toegekend ? Uitkomst.Toekennen : Uitkomst.Afwijzen);
            if (toegekend) Zet(new(2026, 6, 1), new(2027, 5, 31), 120);
        }

        private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private void Zet(DateOnly van, DateOnly tot, int volume)
        {
            for (var i = 0; i < Dagen; i++)
                if (EersteDag.AddDays(i) is var dag && dag >= van) _eigen[i] = dag <= tot ? volume : 0;
        }

        /// <summary>Does one act on both.</summary>
        /// <returns>Whether it was done.</returns>
        public bool Doe()
        {
            if (_toeval.Next(2) == 0 && _vandaag < new DateOnly(2027, 1, 1)) _vandaag = _vandaag.AddDays(_toeval.Next(20));
            _loop.Op(Iso(_vandaag));
            try
            {
                var gedaan = Daad();
                Vergelijk();
                return gedaan;
            }
            catch (ShouldAssertException e)
            {
                throw new ShouldAssertException($"WMOPLATFORM_SEED={Volgorde.Zaad}\n{string.Join('\n', _verloop)}\n{e.Message}", e);
            }
        }

        private bool Daad()
        {
            switch (_toeval.Next(9))
            {
                case 0 or 1:
                    var (vanaf, volume) = (_vandaag.AddDays(_toeval.Next(1, 90)), 30 * _toeval.Next(1, 8));
                    var tot = vanaf.AddDays(_toeval.Next(120));
                    return Besluit($"minder of meer: {volume} van {Iso(vanaf)} tot {Iso(tot)}", new(Herzieningsgrond.InOvereenstemming,
                        new(vanaf, Einddatum: tot, Omvang: new(volume, "01", "2"))), () => Zet(vanaf, tot, volume));
                case 2 when _toeval.Next(2) == 0:
                    var einde = _vandaag.AddDays(_toeval.Next(1, 60));
                    var eerder = _eigen.ToArray();
                    Herziening? opzegging = null;
                    var gedaan = Besluit($"opgezegd vanaf {Iso(einde)}", new(Herzieningsgrond.OpVerzoek, new(einde, Einde: true)), () =>
                    {
                        Zet(einde, einde, 0);
                        foreach (var bevel in _bevelen.Where(b => b.Tot >= einde && b.Opgezegd >= einde))
                            bevel.Opgezegd = einde.AddDays(-1);
                    }, h => opzegging = h);
                    if (gedaan) _opgezegd = (opzegging!, eerder, einde);
                    return gedaan;
                case 3 when _opgezegd is var (herziening, voor, dag):
                    _verloop.Add($"{Iso(_vandaag)} herroepen");
                    if (Weigert(() => _loop.Herroep(herziening)) is { } code)
                    {
                        code.ShouldBe("hulp-is-gestopt");
                        _vandaag.ShouldBeGreaterThanOrEqualTo(dag);
                        _opgezegd = null;
                        return false;
                    }
                    voor.CopyTo(_eigen, 0);
                    foreach (var bevel in _bevelen.Where(b => b.Opgezegd == dag.AddDays(-1))) bevel.Opgezegd = DateOnly.MaxValue;
                    (_opgezegd, _stand) = (null, _stand + 1);
                    return true;
                case 3 or 4 or 5:
                    var van = _vandaag.AddDays(_toeval.Next(-20, 40));
                    var nieuw = (Uitspraak: _vandaag.AddDays(-_toeval.Next(10)), Tot: van.AddDays(_toeval.Next(150)),
                        Volume: 30 * _toeval.Next(1, 8));
                    _verloop.Add($"{Iso(_vandaag)} uitspraak van {Iso(nieuw.Uitspraak)}: {nieuw.Volume} van {Iso(van)} tot "
                        + Iso(nieuw.Tot));
                    var id = _loop.Rechter(Iso(van), Iso(nieuw.Tot), nieuw.Volume, Iso(nieuw.Uitspraak));
                    _bevelen.Add(new(id, nieuw.Uitspraak, van, nieuw.Tot, nieuw.Volume));
                    _stand++;
                    return true;
                default:
                    if (_bevelen.Count == 0) return false;
                    var gekozen = _bevelen[_toeval.Next(_bevelen.Count)];
                    var laatste = _vandaag.AddDays(_toeval.Next(-5, 80));
                    _verloop.Add($"{Iso(_vandaag)} opdracht {_bevelen.IndexOf(gekozen)} tot {Iso(laatste)}");
                    var hulp = Hulp().ToArray();
                    _loop.RechterTot(gekozen.Id, Iso(laatste));
                    gekozen.Tot = laatste < gekozen.Toegezegd ? laatste : gekozen.Toegezegd;
                    // Only what changes the help is announced.
                    if (!hulp.SequenceEqual(Hulp())) _stand++;
                    return true;
            }
        }

        /// <summary>A decision with the agreement of the person, refused only when nothing would change.</summary>
        private bool Besluit(string naam, (Herzieningsgrond Grond, Verandering Verandering) wat, Action model,
            Action<Herziening>? klaar = null)
        {
            _verloop.Add($"{Iso(_vandaag)} {naam}");
            var (eigen, bevelen) = (_eigen.ToArray(), _bevelen.Select(b => b.Opgezegd).ToArray());
            model();
            Herziening? herziening = null;
            var code = Weigert(() =>
            {
                herziening = _loop.Begin(wat.Grond, wat.Verandering, Iso(_vandaag));
                _loop.Beslis(herziening).MaakBekend(herziening);
            });
            if (code is null)
            {
                (_stand, _opgezegd) = (_stand + 1, null);
                klaar?.Invoke(herziening!);
                return true;
            }
            code.ShouldBe("niets-gewijzigd");
            _eigen.ShouldBe(eigen);
            _bevelen.Where((b, i) => b.Opgezegd != bevelen[i] && b.Tot >= b.Van && bevelen[i] >= b.Van).ShouldBeEmpty();
            foreach (var (bevel, was) in _bevelen.Zip(bevelen)) bevel.Opgezegd = was;
            return false;
        }

        private static string? Weigert(Action doe)
        {
            try
            {
                doe();
                return null;
            }
            catch (Weigering w)
            {
                return w.Code;
            }
        }

        /// <summary>The last judgment about a day, unless the municipality gives as much.</summary>
        private IEnumerable<int> Hulp() => Enumerable.Range(0, Dagen).Select(i =>
            _bevelen.Select((b, n) => (b, n)).Where(p => p.b.Geldt(EersteDag.AddDays(i))).OrderBy(p => p.b.Uitspraak).ThenBy(p => p.n)
                .Select(p => p.b).LastOrDefault() is { } bevel && bevel.Volume > _eigen[i] ? bevel.Volume : _eigen[i]);

        private void Vergelijk()
        {
            var voorziening = _loop.Voorziening;
            Per(voorziening.Eigen).ShouldBe(_eigen);
            Per(voorziening.Delen).ShouldBe(Hulp());
            voorziening.Standen.Count.ShouldBe(_stand);
            // Partners hear exactly that, and a term for bezwaar runs only against a decision of the municipality.
            foreach (var g in Herzieningsloop.Aangekondigd(voorziening).OfType<VoorzieningGewijzigd>())
            {
                g.Delen.ShouldBe(voorziening.Standen[g.Stand - 1].Delen);
                (g.Bezwaartermijn is null).ShouldBe(g.Soort == Besluitsoort.Rechter);
            }
        }

        private static int[] Per(IReadOnlyList<Voorzieningdeel> delen)
        {
            var dagen = new int[Dagen];
            foreach (var deel in delen)
                for (var dag = deel.Periode.Ingangsdatum; dag <= deel.Periode.Einddatum; dag = dag.AddDays(1))
                    dagen[dag.DayNumber - EersteDag.DayNumber] += deel.Omvang.Volume;
            return dagen;
        }
    }
}
