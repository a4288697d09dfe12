using System.Globalization;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// Random acts on decisions that end help, valid and not, each compared with <see cref="HerzieningModel"/>. Repeat a run with
/// WMOPLATFORM_SEED.
/// </summary>
public sealed class HerzieningModelTests
{
    private const int Daden = 20_000;
    private static readonly Herzieningsgrond[] Gronden =
        [Herzieningsgrond.NietMeerAangewezen, Herzieningsgrond.OnjuisteGegevens, Herzieningsgrond.OpVerzoek];

    [Fact]
    public void After_each_of_many_random_acts_a_herziening_is_what_the_model_says()
    {
        var toeval = new Random(Volgorde.Zaad);
        var (gedaan, geweigerd, gezien) = (0, 0, new HashSet<string>());
        for (var daden = 0; daden < Daden;)
        {
            var proef = new Proef(toeval);
            for (var n = toeval.Next(20, 80); n > 0 && daden < Daden; n--, daden++)
            {
                var code = proef.Doe();
                _ = code is null ? gedaan++ : geweigerd++;
                if (code is not null) gezien.Add(code);
            }
        }
        // The run means something only if it both did and was refused nearly everything.
        gedaan.ShouldBeGreaterThan(Daden / 6);
        geweigerd.ShouldBeGreaterThan(Daden / 6);
        gezien.Count.ShouldBeGreaterThan(20, string.Join(' ', gezien));
    }

    /// <summary>One voorziening, the present decision on it, their model, and what happened.</summary>
    private sealed class Proef(Random toeval)
    {
        private readonly HerzieningModel _model = new(new(2026, 6, 1), new(2027, 5, 31)) { Vandaag = new(2026, 5, 18) };
        private readonly Herzieningsloop _loop = new();
        private readonly List<string> _verloop = [];
        private Herziening? _herziening;

        private DateOnly Dag(int terug = 12, int vooruit = 3) => _model.Vandaag.AddDays(toeval.Next(-terug, vooruit));

        private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>Does one act on both.</summary>
        /// <returns>The code of the refusal; null when it was done.</returns>
        public string? Doe()
        {
            if (toeval.Next(3) == 0) _model.Vandaag = _model.Vandaag.AddDays(toeval.Next(10) == 0 ? toeval.Next(60) : toeval.Next(10));
            _loop.Op(Iso(_model.Vandaag));
            var (naam, verwacht, doe) = Daad();
            _verloop.Add($"{Iso(_model.Vandaag)} {naam} -> {verwacht ?? "gedaan"}");
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
                Vergelijk(verwacht, code);
            }
            catch (ShouldAssertException e)
            {
                throw new ShouldAssertException($"WMOPLATFORM_SEED={Volgorde.Zaad}\n{string.Join('\n', _verloop)}\n{e.Message}", e);
            }
            return code;
        }

        private (string Naam, string? Verwacht, Action Doe) Daad()
        {
            switch (_herziening is null ? 0 : toeval.Next(14))
            {
                case 0 or 1:
                    var grond = Gronden[toeval.Next(Gronden.Length)];
                    var vanaf = toeval.Next(25) == 0 ? _model.Vandaag.AddDays(900) : Dag(20, 120);
                    DateOnly? wil = grond == Herzieningsgrond.OpVerzoek && toeval.Next(8) != 0 ? Dag() : null;
                    var reden = toeval.Next(3) == 0 ? "De inwoner wist het." : null;
                    return ($"begin {grond} vanaf {Iso(vanaf)} wil {wil} reden {reden is not null}",
                        _model.Begin(new(grond, vanaf, wil, reden is not null)), () => _herziening = _loop.Begin(grond,
                            new(vanaf, Einde: true), wil is { } dag ? Iso(dag) : null, reden));
                case 2 or 3:
                    var uiterlijk = toeval.Next(25) == 0 ? _model.Vandaag.AddDays(900) : _model.Vandaag.AddDays(toeval.Next(10, 20));
                    return ($"voornemen tot {Iso(uiterlijk)}", _model.NeemVoor(uiterlijk),
                        () => _loop.NeemVoor(_herziening!, Iso(uiterlijk)));
                case 4 or 5:
                    var op = Dag();
                    return ($"zienswijze {Iso(op)}", _model.NeemZienswijze(op), () => _loop.NeemZienswijze(_herziening!, Iso(op)));
                case 6 or 7 or 8:
                    Zonderhorengrond? zonder = toeval.Next(8) switch
                    {
                        0 => Zonderhorengrond.Spoed,
                        1 => Zonderhorengrond.DoelVerijdeld,
                        _ => null,
                    };
                    return ($"beslis zonder horen {zonder}", _model.Beslis(zonder),
                        () => _loop.Beslis(_herziening!, nietGehoord: zonder is { } grond2 ? new(grond2, "Het kon niet anders.") : null));
                case 9 or 10:
                    return ("bekend", _model.MaakBekend(), () => _loop.MaakBekend(_herziening!));
                case 11:
                    var doorInwoner = toeval.Next(2) == 0;
                    return ($"vervalt door inwoner {doorInwoner}", _model.Vervalt(doorInwoner),
                        () => _loop.Vervalt(_herziening!, doorInwoner));
                case 12:
                    return ("herroep", _model.Herroep(), () => _loop.Herroep(_herziening!));
                default:
                    var dag2 = Iso(_model.Vorderdag);
                    return ("vorder terug", _model.VorderTerug(), () => _loop.VorderTerug(_herziening!, van: dag2));
            }
        }

        private void Vergelijk(string? verwacht, string? code)
        {
            code.ShouldBe(verwacht);
            (_herziening?.Status, _loop.Voorziening.LaatsteDag, _loop.Voorziening.Standen.Count)
                .ShouldBe((_model.Nu?.Status, _model.LaatsteDag, _model.Standen));
            // Partners hear exactly what was decided, each time with the next stand.
            foreach (var gewijzigd in Herzieningsloop.Aangekondigd(_loop.Voorziening).OfType<VoorzieningGewijzigd>())
                (gewijzigd.Stand, gewijzigd.Delen.Count == 0 ? null : (DateOnly?)gewijzigd.Delen[^1].Periode.Einddatum)
                    .ShouldBe((_model.Standen, _model.LaatsteDag));
        }
    }
}
