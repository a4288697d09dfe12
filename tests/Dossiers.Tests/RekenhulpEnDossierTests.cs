using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen;
using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>
/// Random aanvragen of the real service, as their dossiers show them, against the rekenhulp. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class RekenhulpEnDossierTests(Dienst dienst) : IClassFixture<Dienst>
{
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;
    private static readonly Tabel<Gemeentebeleid> Beleid = Gemeentebeleid.Almere;
    private static readonly Opschortingsgrond[] Gronden =
        [Opschortingsgrond.Buitenland, Opschortingsgrond.Instemming, Opschortingsgrond.Toerekenbaar, Opschortingsgrond.Overmacht];

    /// <summary>The terms that only their first day decides.</summary>
    private static readonly string[] Zelfstandig = ["bevestiging", "onderzoek", "bezwaar", "buiten-behandeling", "betaling"];

    [Fact]
    public async Task The_rekenhulp_and_the_dossier_never_give_different_days()
    {
        var toeval = new Random(Volgorde.Zaad);
        var gevallen = Enumerable.Range(0, Duur.Lang ? 1000 : 120).Select(n => new Geval(dienst.Nummer(), toeval, teLaat: n % 5 == 0))
            .ToList();
        await dienst.Verwerk(gevallen.SelectMany(g => g.Gebeurtenissen));

        var gezien = new Dictionary<string, int>();
        foreach (var geval in gevallen)
        {
            var dossier = await Lees(geval.Dossiernummer);
            foreach (var termijn in dossier["termijnen"]!.AsArray().OfType<JsonNode>())
            {
                var soort = termijn["soort"]!.GetValue<string>();
                if (await Rekenhulp(soort, termijn, geval.Aanvraag) is not { } verwacht) continue;
                gezien[soort] = gezien.GetValueOrDefault(soort) + 1;
                (termijn["uiterlijk"]?.GetValue<string>(), termijn["toegezegdeDatum"]?.GetValue<string>())
                    .ShouldBe(verwacht, $"{soort} in WMOPLATFORM_SEED={Volgorde.Zaad}\n{geval}");
            }
        }
        gezien.Keys.ShouldBe([.. Zelfstandig, "beschikking", "ingebrekestelling"], ignoreOrder: true);
    }

    /// <summary>The same question to the rekenhulp; null when it answers none of this kind.</summary>
    private async Task<(string? Uiterlijk, string? Toegezegd)?> Rekenhulp(string soort, JsonNode termijn, Aanvraag aanvraag)
    {
        var start = termijn["start"]!.GetValue<string>();
        if (Zelfstandig.Contains(soort)) return Dagen(await Vraag("termijnen", new { soort, start }));
        if (soort == "ingebrekestelling")
        {
            var dwangsom = await Vraag("dwangsommen",
                new { beslistermijn = aanvraag.Uiterlijk, ingebrekestelling = start, peildatum = start });
            return (Iso(DateOnly.Parse(dwangsom["eersteDag"]!.GetValue<string>(), CultureInfo.InvariantCulture).AddDays(-1)), null);
        }
        if (soort != "beschikking") return null;
        var feiten = aanvraag.Beslistermijn;
        return Dagen(await Vraag("termijnen", new
        {
            soort,
            start,
            opschortingen = feiten.Aanvulverzoeken.Select(v => Stil("aanvulling", v.GevraagdOp, v.Uiterlijk, v.VolledigOp))
                .Concat(feiten.Stilstanden.Select(s => Stil(s.Grond.ToString().ToLowerInvariant(), s.Van, s.TermijnTot, s.Tot))),
            uitstel = feiten.Uitstel is { } u ? new { bekendgemaakt = u.AangekondigdOp, weken = u.Weken } : null,
        }));

        static object Stil(string grond, DateOnly van, DateOnly? termijnTot, DateOnly? tot) => new { grond, van, termijnTot, tot };
        static (string?, string?) Dagen(JsonNode antwoord) =>
            (antwoord["uiterlijk"]?.GetValue<string>(), antwoord["toegezegdeDatum"]?.GetValue<string>());
    }

    private async Task<JsonNode> Vraag(string wat, object vraag)
    {
        using var http = dienst.Fabriek.Als(Rollen.Consulent, teams: [Verhaal.Wijkteam]);
        using var antwoord = await http.PostAsJsonAsync($"/rekenhulp/v1/{wat}", vraag, Annulering);
        var tekst = await antwoord.Content.ReadAsStringAsync(Annulering);
        antwoord.IsSuccessStatusCode.ShouldBeTrue(tekst);
        return JsonNode.Parse(tekst)!;
    }

    private async Task<JsonNode> Lees(string dossiernummer)
    {
        using var http = dienst.Fabriek.Als(Rollen.Consulent, teams: [Verhaal.Wijkteam]);
        return JsonNode.Parse(await http.GetStringAsync(
            new Uri($"/dossiers/v1/dossiers/{dossiernummer}", UriKind.Relative), Annulering))!;
    }

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A melding and its aanvraag, to which all kinds of things happened that move its term.</summary>
    private sealed class Geval
    {
        private readonly Random _toeval;
        private readonly List<string> _verloop = [];
        private readonly List<Gebeurtenis> _gebeurtenissen;
        private DateOnly _vandaag;

        public Geval(string dossiernummer, Random toeval, bool teLaat)
        {
            (Dossiernummer, _toeval) = (dossiernummer, toeval);
            _gebeurtenissen = [.. Verhaal.Gemeld(dossiernummer).InOnderzoek().Gebeurtenissen];
            _vandaag = new DateOnly(2026, 5, 6).AddDays(toeval.Next(600));
            Aanvraag = Aanvraag.Ontvang(new(_vandaag, Ondertekenwijze.Papier, Guid.NewGuid(), Verhaal.Wijkteam,
                [new(Guid.NewGuid(), Verhaal.Product, Verhaal.Omvang, Verhaal.Periode, Leveringsvorm.Zin, Verhaal.Agb)], false,
                Verhaal.Persoon)
            {
                Dossiernummer = dossiernummer,
                AggregaatId = Guid.NewGuid(),
                Meldingnummer = "M-2026-000001",
                VerslagVan = _vandaag.AddDays(-4),
            }, $"A{dossiernummer[1..]}", Kluis, Nu);
            for (var n = toeval.Next(3, 14); n > 0; n--)
            {
                _vandaag = _vandaag.AddDays(toeval.Next(7));
                Probeer(Doe);
            }
            // Chance alone leads to a dwangsom too seldom.
            if (teLaat)
            {
                _vandaag = _vandaag.AddDays(60);
                Probeer(StelInGebreke);
                Probeer(StelDwangsomVast);
            }
            _gebeurtenissen.AddRange(Aankondigingen.Van(Aanvraag));
        }

        public string Dossiernummer { get; }
        public Aanvraag Aanvraag { get; }
        public IReadOnlyList<Gebeurtenis> Gebeurtenissen => _gebeurtenissen;

        public override string ToString() => $"{Dossiernummer}, ontvangen {Iso(Aanvraag.OntvangenOp)}\n{string.Join('\n', _verloop)}";

        private DateTimeOffset Nu => new(_vandaag.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

        private void Probeer(Action handeling)
        {
            try
            {
                handeling();
            }
            catch (Weigering w)
            {
                _verloop[^1] += $" ({w.Code})";
            }
        }

        private void StelInGebreke()
        {
            Noteer("in gebreke");
            Aanvraag.StelInGebreke(_vandaag, 1, null, Beleid, Nu);
        }

        private void StelDwangsomVast()
        {
            Noteer("dwangsom vastgesteld");
            _vandaag = _vandaag.AddDays(60);
            Aanvraag.HoudBij(Beleid, Nu);
            Aanvraag.StelDwangsomVast(null, "Te laat.", Beleid, Nu);
        }

        private void Doe()
        {
            var (dag, a) = (_vandaag.AddDays(-_toeval.Next(4)), Aanvraag);
            switch (_toeval.Next(9))
            {
                case 0 or 1:
                    Noteer($"aanvulling tot {Iso(_vandaag.AddDays(7))}");
                    a.VraagAanvulling(_vandaag.AddDays(7), [new(1, Stuksoort.Handtekening, "Uw handtekening")], null, Beleid, Nu);
                    break;
                case 2 when a.Beslistermijn.Onvolledig.LastOrDefault() is { } verzoek:
                    Noteer($"aangevuld op {Iso(dag)}");
                    a.NeemAanvulling(verzoek.Id, [1], dag, Beleid, Nu);
                    break;
                case 3:
                    var (grond, van) = (Gronden[_toeval.Next(4)], _toeval.Next(2) == 0 ? _vandaag : dag);
                    Noteer($"opgeschort {grond} van {Iso(van)}");
                    a.SchortOp(grond, van, _toeval.Next(3) == 0 ? null : van.AddDays(_toeval.Next(12)), "Zo is het.", Beleid, Nu);
                    break;
                case 4 when a.Beslistermijn.Stilstanden is [.., var stilstand]:
                    Noteer($"opschorting voorbij op {Iso(dag)}");
                    a.BeeindigOpschorting(stilstand.Id, dag, Beleid, Nu);
                    break;
                case 5:
                    Noteer("uitstel");
                    a.StelUit(_toeval.Next(1, 3), "Druk.", Nu);
                    break;
                case 6:
                    Noteer("ontvangst gecorrigeerd");
                    a.CorrigeerOntvangst(a.OntvangenOp.AddDays(_toeval.Next(-3, 3)), "Verkeerd geboekt.", Beleid, Nu);
                    break;
                case 7:
                    Noteer($"in gebreke op {Iso(dag)}");
                    a.StelInGebreke(dag, 1, null, Beleid, Nu);
                    break;
                case 8 when _toeval.Next(3) == 0:
                    StelDwangsomVast();
                    break;
                default:
                    Noteer("bijgehouden");
                    a.HoudBij(Beleid, Nu);
                    break;
            }
        }

        private void Noteer(string wat) => _verloop.Add($"{Iso(_vandaag)} {wat}");
    }
}
