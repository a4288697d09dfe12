using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// Random acts on bezwaren, valid and not, each compared with <see cref="BezwaarModel"/>. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class BezwaarModelTests
{
    private const int Daden = 20_000;
    private static readonly Geenhoorgrond[] Hoorgronden =
        [Geenhoorgrond.WilNiet, Geenhoorgrond.KennelijkNietOntvankelijk, Geenhoorgrond.KennelijkOngegrond];
    private static readonly Nietontvankelijkgrond?[] Gronden =
        [null, null, Nietontvankelijkgrond.TeLaat, Nietontvankelijkgrond.VerzuimNietHersteld];

    [Fact]
    public void After_each_of_many_random_acts_the_bezwaar_is_what_the_model_says()
    {
        var toeval = new Random(Volgorde.Zaad);
        var (gedaan, geweigerd, gezien) = (0, 0, new HashSet<string>());
        for (var daden = 0; daden < Daden;)
        {
            var proef = new Proef(toeval);
            for (var n = toeval.Next(10, 60); n > 0 && daden < Daden; n--, daden++)
            {
                var code = proef.Doe();
                _ = code is null ? gedaan++ : geweigerd++;
                if (code is not null) gezien.Add(code);
            }
        }
        // The run means something only if it both did and was refused nearly everything.
        gedaan.ShouldBeGreaterThan(Daden / 6);
        geweigerd.ShouldBeGreaterThan(Daden / 6);
        gezien.Count.ShouldBeGreaterThan(25, string.Join(' ', gezien));
    }

    /// <summary>One bezwaar, its model, and what happened to both.</summary>
    private sealed class Proef
    {
        private readonly Random _toeval;
        private readonly BezwaarModel _model;
        private readonly Bezwaar _bezwaar;
        private readonly BeschikteVoorziening _was;
        private readonly List<string> _verloop = [];
        private readonly List<Guid> _verzoeken = [];
        private int _versie;

        public Proef(Random toeval)
        {
            _toeval = toeval;
            var bekend = new DateOnly(2026, 1, 5).AddDays(toeval.Next(300));
            var ontvangen = bekend.AddDays(toeval.Next(70));
            _was = new(Guid.CreateVersion7(), Uitkomst.Afwijzen, new("02", "02T21"), new(120, "01", "2"),
                new(bekend, bekend.AddDays(200)), Leveringsvorm.Zin, "12345678", null);
            _model = new(bekend, ontvangen);
            _bezwaar = Bezwaar.Ontvang("Z-2026-000001", new("D-2026-000001", Guid.NewGuid(), Voorbeelden.Inwoner, Voorbeelden.Team),
                new(BestredenSoort.Beschikking, Guid.NewGuid(), "B-2026-000001", bekend, "beslisser-1", [_was]), true, new(ontvangen),
                "Ik heb de hulp wel nodig.", false, Nu);
            Vergelijk(null, null, 0);
        }

        private DateTimeOffset Nu => new(_model.Vandaag.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

        private DateOnly Dag(int terug = 12, int vooruit = 3) => _model.Vandaag.AddDays(_toeval.Next(-terug, vooruit));

        /// <summary>Does one act on both.</summary>
        /// <returns>The code of the refusal; null when it was done.</returns>
        public string? Doe()
        {
            if (_toeval.Next(3) == 0) _model.Vandaag = _model.Vandaag.AddDays(_toeval.Next(12) == 0 ? _toeval.Next(90) : _toeval.Next(8));
            var versie = _bezwaar.Versie;
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
            switch (_toeval.Next(20))
            {
                case 0 or 1:
                    var laatste = _model.Vandaag.AddDays(_toeval.Next(30) == 0 ? 900 : _toeval.Next(-1, 21));
                    return ($"herstel tot {laatste:yyyy-MM-dd}", _model.VraagHerstel(laatste),
                        () => _verzoeken.Add(_bezwaar.VraagHerstel(laatste, [Verzuimsoort.Gronden], null, beleid, Nu).Id));
                case 2 or 3:
                    var (nr, hersteld) = (_toeval.Next(_verzoeken.Count + 1), Dag());
                    var verzoek = nr < _verzoeken.Count ? _verzoeken[nr] : Guid.NewGuid();
                    return ($"hersteld {nr} op {hersteld:yyyy-MM-dd}", _model.Herstel(nr, hersteld),
                        () => _bezwaar.NeemHerstel(verzoek, [Verzuimsoort.Gronden], "Daarom.", hersteld, beleid, Nu));
                case 4:
                    return _toeval.Next(3) == 0
                        ? ("commissie", _model.SchakelCommissieIn(), () => _bezwaar.SchakelCommissieIn(beleid, Nu))
                        : ("bijhouden", BezwaarModel.HoudBij(), () => _bezwaar.HoudBij(beleid, Nu));
                case 5 or 6:
                    var advies = Dag();
                    return ($"advies op {advies:yyyy-MM-dd}", _model.NeemAdvies(advies),
                        () => _bezwaar.NeemAdvies(new(advies, Bezwaaruitkomst.Ongegrond, "Laat het zo."), Nu));
                case 7:
                    var weken = _toeval.Next(1, 8);
                    return ($"verdaagd {weken}", _model.Verdaag(weken), () => _bezwaar.Verdaag(weken, "Druk.", beleid, Nu));
                case 8:
                    var tot = _toeval.Next(20) == 0 ? _model.Vandaag.AddDays(900) : _model.Uiterlijk.AddDays(_toeval.Next(-5, 20));
                    return ($"uitgesteld tot {tot:yyyy-MM-dd}", _model.StelVerderUit(tot),
                        () => _bezwaar.StelVerderUit(Bezwaaruitstelgrond.Instemming, tot, "Samen.", beleid, Nu));
                case 9 or 10:
                    var goed = _toeval.Next(2) == 0;
                    return ($"verschoonbaar {goed}", _model.Beoordeel(goed), () => _bezwaar.BeoordeelVerschoning(goed, "Zo is het.", Nu));
                case 11 or 12:
                    var hoorgrond = Hoorgronden[_toeval.Next(Hoorgronden.Length)];
                    return ($"niet horen: {hoorgrond}", _model.ZieAf(hoorgrond), () => _bezwaar.ZieAfVanHoren(hoorgrond, "Zo is het.", Nu));
                case 13 when _toeval.Next(6) == 0:
                    var weg = Dag();
                    return ($"ingetrokken op {weg:yyyy-MM-dd}", _model.TrekIn(weg), () => _bezwaar.TrekIn(weg, beleid, Nu));
                case 13 or 14:
                    var brief = Dag();
                    return ($"in gebreke op {brief:yyyy-MM-dd}", _model.StelInGebreke(brief),
                        () => _bezwaar.StelInGebreke(brief, 1, null, beleid, Nu));
                case 15:
                    var termijn = _toeval.Next(2, 9);
                    var zaak = $"R-2026-{_bezwaar.Vernietigd.Count + 1:000000}";
                    return ($"vernietigd, {termijn} weken", _model.Heropen(termijn),
                        () => _bezwaar.Heropen(zaak, _model.Vandaag, termijn, beleid, Nu));
                case 16 or 17:
                    var (bekend, buiten) = (_toeval.Next(2) == 0 ? _model.Vandaag : Dag(5), _toeval.Next(2) == 0);
                    return ($"bekend op {bekend:yyyy-MM-dd}, buiten {buiten}", _model.MaakBekend(bekend, buiten),
                        () => _bezwaar.MaakBekend(bekend, Bezwaarkennis.Geen, beleid, Nu, buiten ? "Aan de balie." : null));
                default:
                    var grond = Gronden[_toeval.Next(Gronden.Length)];
                    var uitkomst = grond is not null && _toeval.Next(6) != 0 ? Bezwaaruitkomst.NietOntvankelijk
                        : (Bezwaaruitkomst)_toeval.Next(2);
                    var (kennelijk, ander, uitgelegd) = (_toeval.Next(2) == 0, _toeval.Next(8) != 0, _toeval.Next(4) == 0);
                    return ($"beslist {uitkomst} {grond} kennelijk {kennelijk} ander {ander} uitgelegd {uitgelegd}",
                        _model.Beslis(uitkomst, grond, kennelijk, ander, uitgelegd), () => _bezwaar.Beslis(
                            new(uitkomst, "Zo is het.", kennelijk, grond, uitkomst == Bezwaaruitkomst.Gegrond
                                ? [new(Uitkomst.Toekennen, "Nodig.", _was.VoorzieningId)] : null,
                                AfwijkingAdvies: uitgelegd ? "Daarom." : null),
                            new(ander ? "beslisser-2" : "beslisser-1", new HashSet<string> { Rollen.Beslisser }, null, null,
                                new HashSet<string>()), Bezwaarkennis.Geen, beleid, Nu));
            }
        }

        private void Vergelijk(string? verwacht, string? code, int versie)
        {
            code.ShouldBe(verwacht);
            if (code is not null) _bezwaar.Versie.ShouldBe(versie);
            (_bezwaar.Status, _bezwaar.Uiterlijk, _bezwaar.BekendgemaaktOp, _bezwaar.BeroepUiterlijk)
                .ShouldBe((_model.Status, _model.Uiterlijk, _model.BekendgemaaktOp, _model.BeroepUiterlijk));
            _bezwaar.Oordelen(Gemeentebeleid.Almere).Select(o => o.Oordeel).ShouldBe(_model.Oordelen());
            // A court's term never touches what followed from a decision that it annulled.
            _bezwaar.VernietigdeRondes().Select(r => (r.LaatsteDag, r.KlaarOp, string.Join(", ", r.Oordelen(Gemeentebeleid.Almere)
                .Select(o => o.Oordeel)))).ShouldBe(_model.Vernietigd.Select(v => ((DateOnly?)v.Uiterlijk, (DateOnly?)v.Bekend,
                string.Join(", ", BezwaarModel.Oordelen(v.Brieven, v.Uiterlijk)))));
            foreach (var gebeurtenis in Aankondigingen.Van(_bezwaar))
            {
                gebeurtenis.Versie.ShouldBe(++_versie);
                // What others hear of the term is what Wetgeving says of it.
                if (gebeurtenis is IMetBezwaartermijn met) met.Termijn?.Uiterlijk.ShouldBe(_model.Uiterlijk);
            }
        }
    }
}
