using System.Net;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// Random decisions on one voorziening: longer, shorter, more, less, other help, another provider, a pgb between, withdrawn and granted
/// again. They arrive in order or in any other order, twice, and with the beschikking last, while the providers answer.
/// </summary>
public sealed class StandvolgordeTests(ITestOutputHelper uitvoer) : IAsyncLifetime
{
    private static readonly string[] Aanbieders = [Huis.ZorgDichtbij, Huis.DeBrug];

    private readonly Huis _huis = new();
    private readonly HashSet<string> _beantwoord = [];

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task The_highest_decision_is_carried_out_the_same_in_any_order_of_arrival()
    {
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (new Verhaal(zaad), new Verhaal(zaad));
            await Volgorde.Loop([.. inVolgorde.Gebeurtenissen.Select(_huis.Dienst.Komt)], Antwoord);
            var lot = new Random(zaad);
            var gelopen = $"zaad {zaad}: " + await Volgorde.LoopDoorElkaar(
                Volgorde.Schud([.. door.Gebeurtenissen.Select(_huis.Dienst.Komt)], lot),
                () => lot.Next(2) == 0 ? Antwoord() : Task.CompletedTask);
            await Antwoord();
            uitvoer.WriteLine(gelopen);
            (await Toegewezen(inVolgorde)).ShouldBe(inVolgorde.Toegekend, gelopen);
            (await Toegewezen(door)).ShouldBe(door.Toegekend, gelopen);
            (await BijAanbieders(inVolgorde)).ShouldBe(inVolgorde.Toegekend, gelopen);
            (await BijAanbieders(door)).ShouldBe(door.Toegekend, gelopen);
        }
    }

    private async Task Antwoord()
    {
        while (await Onbeantwoord() is { Count: > 0 } berichten)
            foreach (var bericht in berichten)
            {
                _beantwoord.Add(bericht.Identificatie);
                (await _huis.Lever(Berichten.Akkoord(bericht))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            }
    }

    private async Task<List<Wmo301>> Onbeantwoord()
    {
        await Tot.Waar(() => _huis.Dienst.Vraag(db => Task.FromResult(
            !db.Set<Poststuk>().Any(b => b.Status == Poststatus.TeVerzenden))), melding: "de post is weg");
        return [.. _huis.Ggk.Genomen.OfType<Wmo301>().Where(b => !_beantwoord.Contains(b.Identificatie)).DistinctBy(b => b.Identificatie)];
    }

    /// <summary>The assigned help, with assignments that follow each other without a difference as one.</summary>
    private Task<string[]> Toegewezen(Verhaal verhaal) => _huis.Dienst.Vraag(db => Task.FromResult(Samen(db.Toewijzingen
        .Where(t => t.VoorzieningId == verhaal.VoorzieningId).AsEnumerable().Where(t => t.Loopt)
        .Select(t => new Stuk($"{t.Agb} {t.Product.Code} {t.Omvang.Volume}", t.Periode.Ingangsdatum, t.Periode.Einddatum)))));

    /// <summary>The help that the providers know of: of each number the last message counts.</summary>
    private Task<string[]> BijAanbieders(Verhaal verhaal) => Task.FromResult(Samen(_huis.Ggk.Genomen.OfType<Wmo301>()
        .Where(b => b.Client.Bsn == verhaal.Bsn)
        .SelectMany(b => b.Client.ToegewezenProducten.Select(p => (Agb: b.Header.Ontvanger, Product: p)))
        .GroupBy(p => p.Product.ToewijzingNummer).Select(g => g.Last()).Where(p => p.Product.RedenWijziging != "13")
        .Select(p => new Stuk(
            $"{p.Agb} {p.Product.Product!.Code} {p.Product.Omvang!.Volume}", p.Product.Ingangsdatum, p.Product.Einddatum!.Value))));

    private static string[] Samen(IEnumerable<Stuk> stukken)
    {
        var samen = new List<Stuk>();
        foreach (var stuk in stukken.OrderBy(s => s.Van))
            if (samen is [.., var vorig] && vorig.Wat == stuk.Wat && vorig.Tot.AddDays(1) == stuk.Van)
                samen[^1] = vorig with { Tot = stuk.Tot };
            else samen.Add(stuk);
        return [.. samen.Select(s => $"{s.Wat} {s.Van:O} {s.Tot:O}")];
    }

    private sealed record Stuk(string Wat, DateOnly Van, DateOnly Tot);

    private sealed class Verhaal
    {
        public Verhaal(int zaad)
        {
            var lot = new Random(zaad);
            var vandaag = Berichten.Vandaag;
            var begin = vandaag.AddDays(lot.Next(-60, 30));
            var hulp = Huis.Hulp(Aanbieders[0]) with { Periode = new(begin, vandaag.AddDays(lot.Next(60, 200))) };
            if (lot.Next(5) == 0) hulp = hulp with { Uitkomst = Uitkomst.Afwijzen };
            var beschikking = Huis.Beschikking(hulp: [hulp]);
            (VoorzieningId, Bsn) = (hulp.VoorzieningId, beschikking.Persoon.Waarde.Bsn);
            var gebeurtenissen = new List<Gebeurtenis> { beschikking };
            Voorzieningdeel[] delen = [];
            var standen = lot.Next(1, 6);
            for (var stand = 2; stand < 2 + standen; stand++)
                gebeurtenissen.Add(Huis.Besluit(beschikking, VoorzieningId, stand, delen = Delen()));
            (Gebeurtenissen, Toegekend) = (gebeurtenissen, Samen(delen.Where(d => d.Leveringsvorm == Leveringsvorm.Zin)
                .Select(d => new Stuk($"{d.Agb} {d.Product.Code} {d.Omvang.Volume}", d.Periode.Ingangsdatum, d.Periode.Einddatum))));

            // Parts without a gap before today, and perhaps one after.
            Voorzieningdeel[] Delen()
            {
                if (lot.Next(7) == 0) return [];
                var (gemaakt, van) = (new List<Voorzieningdeel>(), lot.Next(4) == 0 ? begin.AddDays(lot.Next(-20, 20)) : begin);
                for (var n = lot.Next(1, 4); n > 0; n--)
                {
                    var tot = van.AddDays(lot.Next(5, 120));
                    if (n == 1 && tot < vandaag) tot = vandaag.AddDays(lot.Next(0, 90));
                    var pgb = van > vandaag && lot.Next(4) == 0;
                    gemaakt.Add(new(
                        lot.Next(5) == 0 ? new("02", "02A07") : hulp.Product, hulp.Omvang with { Volume = lot.Next(3, 6) }, new(van, tot),
                        pgb ? Leveringsvorm.Pgb : Leveringsvorm.Zin, pgb ? null : Aanbieders[lot.Next(4) == 0 ? 1 : 0], pgb ? 900 : null));
                    van = tot.AddDays(tot > vandaag && lot.Next(4) == 0 ? lot.Next(2, 30) : 1);
                }
                return [.. gemaakt];
            }
        }

        public Guid VoorzieningId { get; }
        public string Bsn { get; }
        public IReadOnlyList<Gebeurtenis> Gebeurtenissen { get; }

        /// <summary>The help in kind of the last decision.</summary>
        public string[] Toegekend { get; }
    }
}
