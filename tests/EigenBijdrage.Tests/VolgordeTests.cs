using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// Random histories of the help of one person. Whatever the order, repetition and delay in which the events arrive, and whenever the CAK
/// answers, the CAK ends up with the same days. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class VolgordeTests(ITestOutputHelper uitvoer) : IAsyncLifetime
{
    private readonly Huis _huis = new();

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task The_CAK_ends_up_with_the_agreed_days_in_any_order_of_arrival()
    {
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var (zaad, vroegst) = (Volgorde.Zaad + n, _huis.Vandaag.AddDays(-200));
            var (inVolgorde, door) = (new Persoon(), new Persoon());
            var verhaal = Verhaal(inVolgorde, new Random(zaad), vroegst);
            var lot = new Random(zaad);
            var geschud = Schud(Verhaal(door, new Random(zaad), vroegst), lot);

            foreach (var gebeurtenis in verhaal)
            {
                await _huis.Dienst.Verwerk((dynamic)gebeurtenis);
                await Beantwoord(inVolgorde);
            }
            foreach (var gebeurtenis in geschud)
            {
                await _huis.Dienst.Verwerk((dynamic)gebeurtenis);
                if (lot.Next(2) == 0) await Beantwoord(door);
            }
            await Beantwoord(door);

            var beschrijving = $"zaad {zaad}: {string.Join(", ", geschud.Select(g => $"{g.GetType().Name} v{g.Versie}"))}";
            uitvoer.WriteLine(beschrijving);
            Dagen(door).ShouldBe(Dagen(inVolgorde), beschrijving);
            Dagen(door).ShouldBe(Verwachting.Dagen(verhaal), beschrijving);
        }
    }

    /// <summary>One to three toewijzingen and budgets, each with some valid reports of a provider or decisions on its budget.</summary>
    private static List<Gebeurtenis> Verhaal(Persoon persoon, Random lot, DateOnly vroegst)
    {
        var verhaal = new List<Gebeurtenis>();
        var vorige = persoon.NieuweHulp();
        for (var h = lot.Next(1, 4); h > 0; h--)
        {
            var hulp = lot.Next(3) == 0
                ? vorige.BijAndereAanbieder(aansluitend: lot.Next(2) == 0)
                : persoon.NieuweHulp(lot.Next(6) == 0 ? "11" : "02");
            verhaal.AddRange(lot.Next(3) == 0 ? Budget(hulp, lot, vroegst) : Toewijzing(hulp, lot, vroegst));
            vorige = hulp;
        }
        return verhaal;
    }

    private static IEnumerable<Gebeurtenis> Toewijzing(Persoon.Hulp hulp, Random lot, DateOnly dag)
    {
        dag = dag.AddDays(lot.Next(60));
        if (lot.Next(2) == 0) yield return hulp.Afgesproken(dag, dag.AddDays(lot.Next(20, 90)));
        if (lot.Next(6) == 0) yield break;
        yield return hulp.Gestart(dag);
        while (lot.Next(4) == 0)
        {
            yield return hulp.StartVerwijderd(dag);
            if (lot.Next(4) == 0)
            {
                yield return lot.Next(2) == 0 ? hulp.Vervallen() : hulp.Afgelopen();
                yield break;
            }
            yield return hulp.Gestart(dag = dag.AddDays(lot.Next(-10, 20)));
        }
        while (lot.Next(3) == 0)
        {
            yield return hulp.TijdelijkGestopt(dag = dag.AddDays(lot.Next(1, 15)));
            if (lot.Next(3) == 0) break;
            yield return hulp.Gestart(dag = dag.AddDays(lot.Next(1, 15)));
        }
        if (lot.Next(4) == 0) yield break;
        if (lot.Next(3) == 0)
        {
            yield return hulp.Afgelopen();
            yield break;
        }
        dag = dag.AddDays(lot.Next(1, 20));
        if (lot.Next(3) != 0) yield return hulp.Gestopt(dag);
        else
        {
            yield return hulp.EerderGestopt(dag);
            if (lot.Next(3) != 0) yield return hulp.EindeVastgesteld();
        }
        if (lot.Next(4) != 0) yield break;
        yield return hulp.StopVerwijderd(dag);
        if (lot.Next(2) == 0) yield return hulp.Gestopt(dag.AddDays(lot.Next(1, 20)));
    }

    private static IEnumerable<Gebeurtenis> Budget(Persoon.Hulp hulp, Random lot, DateOnly dag)
    {
        dag = dag.AddDays(lot.Next(60));
        if (lot.Next(2) == 0) yield return hulp.Toegekend(dag, dag.AddDays(lot.Next(20, 90)));
        if (lot.Next(5) != 0)
        {
            yield return hulp.Gereserveerd(dag);
            while (lot.Next(3) == 0) yield return hulp.Gewijzigd(dag = dag.AddDays(lot.Next(-10, 20)));
        }
        if (lot.Next(4) == 0)
        {
            var (begin, van) = (dag.AddDays(lot.Next(-5, 5)), dag.AddDays(lot.Next(10, 30)));
            yield return hulp.Hernomen(begin, van.AddDays(lot.Next(20, 40)), new(van, van.AddDays(lot.Next(10))));
        }
        if (lot.Next(2) == 0) yield return hulp.Beeindigd(dag.AddDays(lot.Next(1, 60)), ingetrokken: lot.Next(4) == 0);
    }

    private static List<Gebeurtenis> Schud(List<Gebeurtenis> verhaal, Random lot)
    {
        Gebeurtenis[] geschud = [.. verhaal, .. verhaal.Where(_ => lot.Next(4) == 0)];
        lot.Shuffle(geschud);
        return [.. geschud];
    }

    /// <summary>The CAK agrees with everything, until nothing more comes.</summary>
    private async Task Beantwoord(Persoon persoon)
    {
        while (true)
        {
            var open = (await _huis.AllesBijCak(persoon.Bsn)).Where(b => _beantwoord.Add(b.Identificatie)).ToList();
            foreach (var bericht in open) await _huis.Antwoord(Berichten.Akkoord(bericht));
            if (open.Count > 0) continue;
            if (!await _huis.Wacht(persoon.Id)) return;
            _huis.Dienst.Klok.Vooruit(TimeSpan.FromDays(1));
            await _huis.Ronde();
        }
    }

    private readonly HashSet<string> _beantwoord = [];

    /// <summary>The days for which the CAK charges this person, from the messages that it has.</summary>
    private string Dagen(Persoon persoon)
    {
        var starts = new Dictionary<long, DateOnly>();
        var stops = new Dictionary<long, DateOnly>();
        foreach (var bericht in _huis.BijCak(persoon.Bsn))
        {
            var (nummer, dag, status, lijst) = bericht is Wmo401 start
                ? (start.Client.StartEigenBijdrage.EbStartNummer, start.Client.StartEigenBijdrage.EbStartdatum,
                    start.Client.StartEigenBijdrage.StatusAanlevering, starts)
                : (((Wmo403)bericht).Client.StopEigenBijdrage.EbStartNummer, ((Wmo403)bericht).Client.StopEigenBijdrage.EbStopdatum,
                    ((Wmo403)bericht).Client.StopEigenBijdrage.StatusAanlevering, stops);
            if (status == StatusAanlevering.Verwijderen) lijst.Remove(nummer);
            else lijst[nummer] = dag;
        }
        return Verwachting.Samen(starts.Select(s => (s.Value, stops.TryGetValue(s.Key, out var stop) ? stop : (DateOnly?)null)));
    }
}
