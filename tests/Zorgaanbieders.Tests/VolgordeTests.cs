using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>
/// Random histories of one person with several beschikkingen: help in kind that another one continues, a pgb that changes, ends or is
/// withdrawn and is followed by help in kind, a new address, no address, and the safety of the person that forbids messages. The
/// providers answer while the events arrive. No help is granted twice in the end: which of two comes first is for a person to judge.
/// </summary>
public sealed class VolgordeTests(ITestOutputHelper uitvoer) : IAsyncLifetime
{
    private static int _aanbieder;

    private readonly Huis _huis = new();
    private readonly Dictionary<string, List<Wmo301>> _bijAanbieders = [];
    private readonly HashSet<string> _beantwoord = [];
    private int _gelezen;

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task Assignments_and_what_providers_know_end_up_the_same_in_any_order_of_arrival()
    {
        var paren = new List<(Persoon InVolgorde, Persoon Door, string Gelopen)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (await NieuwePersoon(zaad), await NieuwePersoon(zaad));
            await Volgorde.Loop([.. inVolgorde.Verhaal.Select(_huis.Dienst.Komt)], () => Behandel(inVolgorde));
            var lot = new Random(zaad);
            var gelopen = await Volgorde.LoopDoorElkaar(Volgorde.Schud([.. door.Verhaal.Select(_huis.Dienst.Komt)], lot),
                () => lot.Next(2) == 0 ? Behandel(door) : Task.CompletedTask);
            await Behandel(door);
            paren.Add((inVolgorde, door, $"zaad {zaad}: {gelopen}"));
            uitvoer.WriteLine(paren[^1].Gelopen);
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), paren[^1].Gelopen);
        }

        var aangekondigd = (await _huis.Dienst.Aangekondigd()).OfType<IOverToewijzing>()
            .ToLookup(g => g.VoorzieningId, g => g.GetType().Name);
        foreach (var (inVolgorde, door, gelopen) in paren)
            door.InNatura.Select(v => aangekondigd[v.VoorzieningId].LastOrDefault())
                .ShouldBe(inVolgorde.InNatura.Select(v => aangekondigd[v.VoorzieningId].LastOrDefault()), gelopen);
    }

    private async Task<Persoon> NieuwePersoon(int zaad)
    {
        string[] aanbieders = [.. Enumerable.Range(0, 2)
            .Select(_ => string.Create(CultureInfo.InvariantCulture, $"7{Interlocked.Increment(ref _aanbieder):0000000}"))];
        foreach (var agb in aanbieders) await _huis.Contracteer(agb, capaciteit: 10);
        return new(Berichten.Vandaag, new Random(zaad), aanbieders);
    }

    /// <summary>
    /// The providers answer, and the backoffice records what it heard from them where no messages go, until nothing more comes.
    /// </summary>
    private async Task Behandel(Persoon persoon)
    {
        bool nogIets;
        do
        {
            nogIets = false;
            foreach (var bericht in (await BijAanbieders(persoon)).Where(b => _beantwoord.Add(b.Identificatie)).ToList())
            {
                nogIets = true;
                var nieuw = bericht.Client.ToegewezenProducten.Where(p => persoon.WordtAfgekeurd(p.Product!.Code!)).ToHashSet();
                var antwoord = nieuw.Count == 0 ? Berichten.Akkoord(bericht) : (Wmo302)Retour.Afgekeurd<ToegewezenProduct>(
                    bericht, Berichten.Identificatie(), Berichten.Vandaag, p => nieuw.Contains(p) ? ["9332"] : []);
                (await _huis.Lever(antwoord)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            }
            foreach (var toewijzing in await Toewijzingen(persoon))
            {
                if (Tekst(toewijzing, "status") != "toegewezen" || Tekst(toewijzing, "metDeHand") is null) continue;
                nogIets = true;
                var code = toewijzing.GetProperty("product").GetProperty("code").GetString()!;
                (await _huis.Dienst.Als("backoffice").PostAsJsonAsync(
                    $"/zorgaanbieders/v1/toewijzingen/{toewijzing.GetProperty("toewijzingnummer").GetInt64()}/vastlegging",
                    new { wat = persoon.WordtAfgekeurd(code) ? "afgekeurd" : "geaccepteerd" })).EnsureSuccessStatusCode();
            }
        }
        while (nogIets);
    }

    /// <summary>What the backoffice sees, and what each provider knows of the help that goes by message.</summary>
    private async Task<string[]> Beeld(Persoon persoon)
    {
        var beeld = new List<string>();
        var toewijzingen = await Toewijzingen(persoon);
        foreach (var toewijzing in toewijzingen.OrderBy(t => persoon.Plaats(t.GetProperty("voorzieningId").GetGuid())))
        {
            var detail = await _huis.Toewijzing(toewijzing.GetProperty("toewijzingnummer").GetInt64());
            beeld.Add($"{persoon.Plaats(toewijzing.GetProperty("voorzieningId").GetGuid())} {toewijzing.GetProperty("agb")} "
                + $"{toewijzing.GetProperty("product")} {toewijzing.GetProperty("omvang")} {toewijzing.GetProperty("periode")} "
                + $"{Tekst(toewijzing, "status")} {Tekst(toewijzing, "metDeHand")} {Tekst(toewijzing, "bevinding")} "
                + $"{detail.GetProperty("teMelden")} {detail.GetProperty("vervolg")}");
        }
        foreach (var agb in persoon.Aanbieders)
        {
            var perBericht = toewijzingen.Where(t => Tekst(t, "agb") == agb && Tekst(t, "status") == "geaccepteerd"
                && Tekst(t, "metDeHand") is null).ToDictionary(t => t.GetProperty("toewijzingnummer").GetInt64());
            if (perBericht.Count > 0)
            {
                var laatste = (await BijAanbieders(persoon)).Last(b => b.Header.Ontvanger == agb).Client;
                beeld.Add($"{agb} kent huisnummer {laatste.Contactgegevens[0].Adres!.Huis!.Huisnummer}");
                beeld.AddRange(laatste.ToegewezenProducten.Where(p => perBericht.ContainsKey(p.ToewijzingNummer))
                    .OrderBy(p => persoon.Plaats(perBericht[p.ToewijzingNummer].GetProperty("voorzieningId").GetGuid()))
                    .Select(p => $"{p.Product} {p.Omvang} {p.Ingangsdatum} {p.Einddatum}"));
            }
            // A rejection before the next assignment makes the person a new client again, and one after it does not.
            if (!persoon.InNatura.Any(v => persoon.WordtAfgekeurd(v.Product.Code)))
                beeld.Add($"{agb} heeft plaats voor " + (await _huis.Dienst.Als("consulent").GetFromJsonAsync<JsonElement>(
                    $"/zorgaanbieders/v1/zorgaanbieders/{agb}")).GetProperty("capaciteit"));
        }
        return [.. beeld.Select(b => b.Zonder(persoon.Aanbieders))];
    }

    private async Task<IReadOnlyList<JsonElement>> Toewijzingen(Persoon persoon)
    {
        var alle = new List<JsonElement>();
        foreach (var dossiernummer in persoon.Verhaal.OfType<BeschikkingBekendgemaakt>().Select(b => b.Dossiernummer))
            alle.AddRange((await _huis.Dienst.Als("backoffice").GetFromJsonAsync<JsonElement>(
                $"/zorgaanbieders/v1/toewijzingen?dossiernummer={dossiernummer}")).GetProperty("items").EnumerateArray());
        return alle;
    }

    private static string? Tekst(JsonElement waarde, string naam) => waarde.TryGetProperty(naam, out var tekst) ? tekst.GetString() : null;

    /// <summary>The messages about this person at the providers, each once and read once, after all post has left.</summary>
    private async Task<IReadOnlyList<Wmo301>> BijAanbieders(Persoon persoon)
    {
        await Tot.Waar(() => _huis.Dienst.Vraag(db => Task.FromResult(
            !db.Set<Ketenverkeer.Poststuk>().Any(b => b.Status == Ketenverkeer.Poststatus.TeVerzenden))), melding: "de post is weg");
        foreach (var bericht in _huis.Ggk.Genomen.Skip(_gelezen))
        {
            _gelezen++;
            if (bericht is not Wmo301 toewijzing) continue;
            if (!_bijAanbieders.TryGetValue(toewijzing.Client.Bsn, out var eerder))
                _bijAanbieders[toewijzing.Client.Bsn] = eerder = [];
            if (!eerder.Exists(b => b.Identificatie == toewijzing.Identificatie)) eerder.Add(toewijzing);
        }
        return _bijAanbieders.GetValueOrDefault(persoon.Bsn) ?? [];
    }

    private sealed class Persoon
    {
        private readonly Guid _id = Guid.CreateVersion7();
        private readonly HashSet<string> _afgekeurd = [];
        private readonly List<Guid> _hulp = [];

        public Persoon(DateOnly vandaag, Random lot, string[] aanbieders)
        {
            Aanbieders = aanbieders;
            var beschikt = Enumerable.Range(0, lot.Next(2, 5)).Select(_ => new List<BeschikteVoorziening>()).ToArray();
            var verloop = new List<(double Moment, Gebeurtenis Gebeurtenis)>();
            foreach (var code in (string[])["02A01", "02A02", "02A03", "02A04", "03A01"])
            {
                if (lot.Next(3) == 0) continue;
                if (lot.Next(6) == 0) _afgekeurd.Add(code);
                var eerste = lot.Next(beschikt.Length - 1);
                var later = lot.Next(eerste + 1, beschikt.Length);
                if (lot.Next(2) == 0) KenHulpToe(code, eerste, later);
                else KenPgbToe(code, eerste, later);
            }
            var persoon = Huis.Persoon();
            (Bsn, var adres) = (persoon.Bsn, persoon.Adres!);
            foreach (var (nummer, voorzieningen) in beschikt.Index())
            {
                if (lot.Next(2) == 0) adres = adres with { Huisnummer = adres.Huisnummer + 1 };
                var geenBerichten = lot.Next(7) == 0;
                var geenAdres = lot.Next(8) == 0;
                if (voorzieningen.Count > 0)
                    verloop.Add((nummer, Huis.Beschikking(persoon with { Adres = geenAdres ? null : adres }, _id, geenBerichten,
                        hulp: [.. voorzieningen])));
            }
            var begin = DateTimeOffset.UtcNow.AddDays(-10);
            Verhaal = [.. verloop.OrderBy(v => v.Moment).Select(v => v.Gebeurtenis with { Op = begin.AddHours(v.Moment) })];

            // Help in kind, which the later beschikking may continue at the same provider or another one.
            void KenHulpToe(string code, int eerste, int later)
            {
                var eind = vandaag.AddDays(lot.Next(100, 300));
                beschikt[eerste].Add(Hulp(code, new(vandaag.AddDays(lot.Next(-20, 20)), eind), Agb()));
                if (lot.Next(2) == 0) beschikt[later].Add(Hulp(code, new(eind.AddDays(1), eind.AddDays(200)), Agb()));
            }

            // A pgb that changes, ends or is withdrawn, after or before the beschikking that gives the same help in kind.
            void KenPgbToe(string code, int eerste, int later)
            {
                var pgb = Hulp(code, new(vandaag.AddDays(-30), vandaag.AddDays(300)), agb: null);
                beschikt[eerste].Add(pgb);
                var (budget, versie, moment, periode) = (Guid.CreateVersion7(), 2, eerste + 0.1, pgb.Periode);
                for (; lot.Next(2) == 0; moment += lot.NextDouble())
                {
                    periode = periode with { Einddatum = vandaag.AddDays(lot.Next(100, 400)) };
                    verloop.Add((moment, Van(new BudgetwijzigingBevestigd(pgb.VoorzieningId, periode, Verloop(periode), Kern()))));
                }
                if (lot.Next(4) == 0) return;
                var (einde, ingetrokken) = (vandaag.AddDays(lot.Next(60)), lot.Next(3) == 0);
                moment += lot.Next(2) == 0 ? lot.NextDouble() : beschikt.Length;
                verloop.Add((moment, Van(new BudgetBeeindigd(
                    pgb.VoorzieningId, periode, ingetrokken ? periode.Ingangsdatum : einde, ingetrokken, Verloop(periode), Kern()))));
                if (lot.Next(4) == 0) return;
                var vanaf = ingetrokken ? vandaag.AddDays(lot.Next(-20, 20)) : einde.AddDays(1);
                beschikt[later].Add(Hulp(code, new(vanaf, vanaf.AddDays(200)), Agb()));

                Gebeurtenis Van(Gebeurtenis gebeurtenis) => gebeurtenis with
                {
                    Dossiernummer = "D-2026-000001",
                    AggregaatId = budget,
                    Versie = versie += lot.Next(1, 3),
                };
            }

            string Agb() => aanbieders[lot.Next(4) == 0 ? 1 : 0];

            BeschikteVoorziening Hulp(string code, Periode periode, string? agb)
            {
                var hulp = Huis.Hulp(agb ?? "", vorm: agb is null ? Leveringsvorm.Pgb : Leveringsvorm.Zin, code: code) with
                {
                    Product = new(code[..2], code),
                    Periode = periode,
                };
                _hulp.Add(hulp.VoorzieningId);
                return hulp;
            }

            Hulpverloop Verloop(Periode periode) => new(_id, Leveringsvorm.Pgb, "02", periode, periode.Ingangsdatum, null);

            Vertrouwelijk<Persoonskern> Kern() => new(new Persoonskern(TestBsn.Nieuw(), new(1950, 2, 3)));
        }

        public string Bsn { get; }
        public string[] Aanbieders { get; }

        /// <summary>The events, in order.</summary>
        public IReadOnlyList<Gebeurtenis> Verhaal { get; }

        public IEnumerable<BeschikteVoorziening> InNatura => Verhaal.OfType<BeschikkingBekendgemaakt>()
            .SelectMany(b => b.Voorzieningen).Where(v => v.Leveringsvorm == Leveringsvorm.Zin);

        /// <summary>The place of a voorziening among those of the person, which is that of its twin.</summary>
        public int Plaats(Guid voorzieningId) => _hulp.IndexOf(voorzieningId);

        /// <summary>Whether providers reject this help.</summary>
        public bool WordtAfgekeurd(string code) => _afgekeurd.Contains(code);
    }
}
