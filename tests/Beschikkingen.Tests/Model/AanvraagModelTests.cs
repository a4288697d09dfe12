using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// Random acts on aanvragen, valid and not, each compared with <see cref="AanvraagModel"/>. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class AanvraagModelTests
{
    private const int Daden = 20_000;

    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private static readonly Dictionary<Guid, bool> GeenToetsen = [];
    private static readonly Opschortingsgrond[] Gronden =
        [Opschortingsgrond.Buitenland, Opschortingsgrond.Instemming, Opschortingsgrond.Toerekenbaar, Opschortingsgrond.Overmacht];

    [Fact]
    public void After_each_of_many_random_acts_the_aanvraag_is_what_the_model_says()
    {
        var toeval = new Random(Volgorde.Zaad);
        var (gedaan, geweigerd, gezien) = (0, 0, new HashSet<string>());
        for (var daden = 0; daden < Daden;)
        {
            var proef = new Proef(toeval);
            // An aanvraag that is over still gets letters; after a while another one begins.
            for (var n = toeval.Next(10, 60); n > 0 && daden < Daden; n--, daden++)
            {
                var code = proef.Doe();
                _ = code is null ? gedaan++ : geweigerd++;
                if (code is not null) gezien.Add(code);
            }
        }
        // The run means something only if it both did and was refused nearly everything.
        gedaan.ShouldBeGreaterThan(Daden / 5);
        geweigerd.ShouldBeGreaterThan(Daden / 5);
        gezien.Count.ShouldBeGreaterThan(25, string.Join(' ', gezien));
    }

    /// <summary>One aanvraag, its model, and what happened to both.</summary>
    private sealed class Proef
    {
        private readonly Random _toeval;
        private readonly AanvraagModel _model;
        private readonly Aanvraag _aanvraag;
        private readonly List<string> _verloop = [];
        private readonly List<Guid> _verzoeken = [];
        private readonly List<Guid> _stilstanden = [];
        private int _versie;

        public Proef(Random toeval)
        {
            _toeval = toeval;
            var verslag = new DateOnly(2026, 1, 5).AddDays(toeval.Next(700));
            var ontvangen = verslag.AddDays(toeval.Next(8));
            GekozenVoorziening[] hulp = [.. Enumerable.Range(0, toeval.Next(1, 4)).Select(_ => Zin())];
            _model = new(ontvangen, verslag, hulp.Length);
            _aanvraag = Aanvraag.Ontvang(Verslag(ontvangen, hulp) with { VerslagVan = verslag }, "A-2026-000001", Kluis, Nu);
            Vergelijk(null, null, _aanvraag.Versie);
        }

        private DateTimeOffset Nu => new(_model.Vandaag.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

        /// <summary>A day around today, mostly in the past.</summary>
        private DateOnly Dag(int terug = 12, int vooruit = 3) => _model.Vandaag.AddDays(_toeval.Next(-terug, vooruit));

        /// <summary>Some days pass, mostly few.</summary>
        private void LaatTijdVerstrijken()
        {
            if (_toeval.Next(3) == 0) _model.Vandaag = _model.Vandaag.AddDays(_toeval.Next(12) == 0 ? _toeval.Next(60) : _toeval.Next(6));
        }

        /// <summary>Does one act on both.</summary>
        /// <returns>The code of the refusal; null when it was done.</returns>
        public string? Doe()
        {
            LaatTijdVerstrijken();
            var versie = _aanvraag.Versie;
            var (naam, verwacht, doe) = Daad();
            _verloop.Add($"{_model.Vandaag:yyyy-MM-dd} {naam} -> {verwacht ?? "gedaan"}");
            string? code = null;
            try
            {
                doe();
            }
            catch (Weigering w)
            {
                code = w.Code;
            }
            try
            {
                Vergelijk(verwacht, code, versie);
            }
            catch (ShouldAssertException e)
            {
                throw new ShouldAssertException($"WMOPLATFORM_SEED={Volgorde.Zaad}\n{string.Join('\n', _verloop)}\n{e.Message}", e);
            }
            return code;
        }

        private (string Naam, string? Verwacht, Action Doe) Daad()
        {
            var beleid = Gemeentebeleid.Almere;
            switch (_toeval.Next(19))
            {
                case 0:
                    var weken = _toeval.Next(1, 4);
                    return ($"uitstel {weken}", _model.StelUit(weken), () => _aanvraag.StelUit(weken, "Druk.", Nu));
                case 1 or 2:
                    var laatste = _model.Vandaag.AddDays(_toeval.Next(30) == 0 ? 900 : _toeval.Next(-1, 21));
                    var (aantal, verslag) = (_toeval.Next(1, 4), _toeval.Next(8) == 0);
                    return ($"aanvulling tot {laatste:yyyy-MM-dd}", _model.VraagAanvulling(laatste, aantal, verslag),
                        () => _verzoeken.Add(_aanvraag.VraagAanvulling(laatste, Stukken(aantal, verslag), null, beleid, Nu).Id));
                case 3 or 4 or 5:
                    var (verzoek, stuk, binnen) = (_toeval.Next(Math.Max(1, _model.Verzoeken.Count)), _toeval.Next(1, 4), Dag());
                    return ($"aangevuld {verzoek}.{stuk} op {binnen:yyyy-MM-dd}", _model.VulAan(verzoek, stuk, binnen), () =>
                        _aanvraag.NeemAanvulling(Van(_verzoeken, verzoek), [stuk], binnen, beleid, Nu));
                case 6 or 7:
                    var (grond, van) = (Gronden[_toeval.Next(4)], _toeval.Next(2) == 0 ? _model.Vandaag : Dag());
                    DateOnly? afgesproken = _toeval.Next(3) == 0 ? null : van.AddDays(_toeval.Next(-1, 15));
                    return ($"opgeschort {grond} van {van:yyyy-MM-dd} tot {afgesproken:yyyy-MM-dd}",
                        _model.SchortOp(grond, van, afgesproken),
                        () => _stilstanden.Add(_aanvraag.SchortOp(grond, van, afgesproken, "Zo is het.", beleid, Nu).Id));
                case 9 when _toeval.Next(3) > 0:
                    var (welke, verwacht) = (_toeval.Next(Math.Max(1, _model.Stiltes.Count)), Dag(3, 12));
                    return ($"opschorting {welke} verwacht tot {verwacht:yyyy-MM-dd}", _model.Verwacht(welke, verwacht), () =>
                        _aanvraag.VerwachtEinde(Van(_stilstanden, welke), verwacht, "Het duurt nog.", beleid, Nu));
                case 8 or 9:
                    var (stilte, tot) = (_toeval.Next(Math.Max(1, _model.Stiltes.Count)), Dag());
                    return ($"opschorting {stilte} voorbij op {tot:yyyy-MM-dd}", _model.BeeindigOpschorting(stilte, tot), () =>
                        _aanvraag.BeeindigOpschorting(Van(_stilstanden, stilte), tot, beleid, Nu));
                case 10:
                    var goed = _model.OntvangenOp.AddDays(_toeval.Next(-4, 5));
                    return ($"ontvangst {goed:yyyy-MM-dd}", _model.Corrigeer(goed), () =>
                        _aanvraag.CorrigeerOntvangst(goed, "Verkeerd geboekt.", beleid, Nu));
                case 11 when _toeval.Next(4) == 0:
                    var (geheel, wanneer) = (_toeval.Next(2) == 0, Dag());
                    IReadOnlyList<Guid>? weg = geheel ? null : [_aanvraag.Voorzieningen[0].VoorzieningId];
                    return ($"ingetrokken {(geheel ? "geheel" : "deels")} op {wanneer:yyyy-MM-dd}", _model.TrekIn(geheel, wanneer), () =>
                        _aanvraag.TrekIn(weg, wanneer, beleid, Nu));
                case 12 or 13:
                    var (brief, aanvragers, laat) = (Dag(20), _toeval.Next(1, 4), _toeval.Next(5) == 0);
                    return ($"in gebreke op {brief:yyyy-MM-dd}{(laat ? ", onredelijk laat" : "")}",
                        _model.StelInGebreke(brief, aanvragers, laat), () =>
                        _aanvraag.StelInGebreke(brief, aanvragers, laat ? "Een jaar later." : null, beleid, Nu));
                case 14 when _toeval.Next(4) == 0:
                    var welk = _toeval.Next(Math.Max(1, _model.Brieven.Count));
                    return ($"brief {welk} onredelijk laat", _model.VindOnredelijkLaat(welk), () => _aanvraag.VindOnredelijkLaat(
                        _aanvraag.Dwangsom.Ingebrekestellingen.ElementAtOrDefault(welk)?.Id ?? Guid.NewGuid(), "Laat.", beleid, Nu));
                case 14:
                    var geen = _toeval.Next(4) == 0;
                    return ($"dwangsom vastgesteld{(geen ? ": geen" : "")}", _model.StelDwangsomVast(geen), () =>
                        _aanvraag.StelDwangsomVast(geen ? GeenDwangsom.OnredelijkLaat : null, "Zo is het.", beleid, Nu));
                case 15 when _toeval.Next(2) == 0:
                    var betaald = Dag(4);
                    return ($"betaald op {betaald:yyyy-MM-dd}", _model.Betaal(betaald), () => _aanvraag.BetaalDwangsom(betaald, Nu));
                case 15:
                    var bedrag = _toeval.Next(1, 600);
                    return ($"teruggevorderd {bedrag}", _model.VorderTerug(bedrag), () =>
                        _aanvraag.VorderDwangsomTerug(bedrag, "Fout.", Nu));
                case 16 when _toeval.Next(12) == 0:
                    return ("doorgezonden", _model.ZendDoor(), () => _aanvraag.ZendDoor("Lelystad", "Woont daar.", beleid, Nu));
                case 17 when _toeval.Next(2) == 0:
                    var buiten = _toeval.Next(2) == 0;
                    return ($"besloten{(buiten ? ": buiten behandeling" : "")}", _model.Beslis(buiten), () => _aanvraag.Beslis(
                        [.. _aanvraag.Voorzieningen.Select(v =>
                            Loop.Over(v, buiten ? Uitkomst.BuitenBehandeling : Uitkomst.Afwijzen))],
                        GeenToetsen, Beslisser(), "B-2026-000001", beleid, Nu));
                case 17 or 18:
                    var bekend = Dag(4);
                    return ($"bekendgemaakt op {bekend:yyyy-MM-dd}", _model.MaakBekend(bekend), () =>
                        _aanvraag.MaakBekend(bekend, GeenToetsen, beleid, Kluis, Nu, buitenPlatform: "Met de hand."));
                default:
                    return ("bijgehouden", _model.HoudBij(), () => _aanvraag.HoudBij(beleid, Nu));
            }
        }

        private static Beslistermijnen.GevraagdStuk[] Stukken(int aantal, bool ookHetVerslag) =>
        [
            .. Enumerable.Range(1, aantal).Select(n => new Beslistermijnen.GevraagdStuk(
                n, Beslistermijnen.Stuksoort.Anders, ookHetVerslag ? "Het verslag" : "Een offerte")),
        ];

        private static Guid Van(List<Guid> ids, int nr) => nr < ids.Count ? ids[nr] : Guid.NewGuid();

        private void Vergelijk(string? verwacht, string? code, int versie)
        {
            code.ShouldBe(verwacht);
            var aangekondigd = Aankondigingen.Van(_aanvraag);
            if (code is not null)
            {
                _aanvraag.Versie.ShouldBe(versie);
                aangekondigd.ShouldBeEmpty();
            }
            foreach (var gebeurtenis in aangekondigd)
            {
                gebeurtenis.Versie.ShouldBe(++_versie);
                (gebeurtenis.AggregaatId, gebeurtenis.Dossiernummer).ShouldBe((_aanvraag.Id, _aanvraag.Dossiernummer));
            }
            _versie.ShouldBe(_aanvraag.Versie);
            // The last event about the term says all of it.
            if (aangekondigd.OfType<IMetBeslistermijn>().LastOrDefault() is { } termijn)
                (termijn.Termijn.Uiterlijk, termijn.ToegezegdeDatum).ShouldBe((_model.Uiterlijk, _model.Toegezegd));
            (_aanvraag.OntvangenOp, _aanvraag.Uiterlijk, _aanvraag.ToegezegdeDatum, _aanvraag.Status.ToString())
                .ShouldBe((_model.OntvangenOp, _model.Uiterlijk, _model.Toegezegd, _model.Status.ToString()));
            if (_model.Status != AanvraagModel.Stand.Ingetrokken) _aanvraag.Voorzieningen.Count.ShouldBe(_model.Voorzieningen);
            _aanvraag.Oordelen(Gemeentebeleid.Almere).Select(o => (o.Brief.OntvangenOp, o.Oordeel))
                .ShouldBe(_model.Oordelen().Select(o => (o.Brief.Op, o.Oordeel)));
            var dwangsom = _aanvraag.DwangsomOp(_model.Vandaag, Gemeentebeleid.Almere);
            (dwangsom?.Dagen, dwangsom?.Bedrag, dwangsom?.LaatsteDag)
                .ShouldBe((_model.Dwangsom()?.Dagen, _model.Dwangsom()?.Bedrag, _model.Dwangsom()?.LaatsteDag));
        }
    }
}
