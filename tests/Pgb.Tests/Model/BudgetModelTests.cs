using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests.Model;

/// <summary>
/// Random acts on budgets, valid and not, each compared with <see cref="BudgetModel"/>, and a simple SVB: it takes a message only when that
/// names what it has, it may reject, and its answer may come after a person gave up waiting. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class BudgetModelTests
{
    private const int Daden = 20_000;

    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Pgb);
    private static readonly Persoonskern Kern = new("999993653", new(1951, 3, 14));
    private static readonly Persoonsgegevens Persoon = new(Kern.Bsn, new("Lokaas-Proefman", null, "Willemijn", "W"), Kern.Geboortedatum,
        null, 2, null);
    private static readonly Vertegenwoordiging Zus =
        new([new(Relatiesoort.Gemachtigde, Relatiebereik.Financien, "000000000000000000A1", Organisatie: "Bewindkantoor")]);
    private static readonly string[] Opgegeven = ["0001"];
    private static readonly string[] Afgekeurd = ["9562"];

    [Fact]
    public void After_each_random_act_the_SVB_has_what_was_decided_or_somebody_is_at_work()
    {
        var geteld = new Telling();
        Verhaal(geteld);
        var toeval = new Random(Volgorde.Zaad);
        while (geteld.Totaal < Daden)
        {
            var proef = new Proef(geteld, metDeHand: toeval.Next(4) == 0);
            for (var n = toeval.Next(10, 60); n > 0 && geteld.Totaal < Daden; n--) proef.DoeIets(toeval);
        }
        // The story does every act and gets every refusal, so this asks nothing of chance.
        geteld.Gedaan.Keys.ShouldBe(Enum.GetValues<Daad>(), ignoreOrder: true);
        geteld.Geweigerd.Keys.ShouldBe(
            ["gaat-met-berichten", "niet-afgekeurd", "niets-te-beantwoorden", "al-beeindigd", "niets-gewijzigd", "besluit-nodig",
                "functie-dubbel", "einde-voor-begin", "verantwoordingsvrij-te-hoog"], ignoreOrder: true);
    }

    /// <summary>The same acts in a fixed order, in which each is done and each refusal is met.</summary>
    private static void Verhaal(Telling geteld)
    {
        var proef = new Proef(geteld, metDeHand: false);
        proef.LegVast(akkoord: true);
        proef.MeldOpnieuw();
        proef.Antwoord(0, afkeuren: true);
        proef.MeldOpnieuw();
        proef.GeefOp(1);
        proef.LegVast(akkoord: true);
        for (var soort = 0; soort < Proef.Verdelingen; soort++) proef.Verdeel(soort, dag: 40);
        proef.Antwoord(2, afkeuren: false);
        proef.Vertegenwoordig();
        proef.Antwoord(3, afkeuren: false);
        proef.Beslis(Proef.Deel(proef.Vandaag, 60, 500));
        proef.Beslis(Proef.Deel(proef.Vandaag, 90, 500));
        proef.Bezorg(1);
        proef.Bezorg(0);
        proef.Antwoord(4, afkeuren: false);
        proef.LaatTijdVerstrijken(100);
        proef.HoudBij();
        proef.Sterf(20);
        proef.Antwoord(5, afkeuren: false);
        proef.Vertegenwoordig();

        var ingetrokken = new Proef(geteld, metDeHand: false);
        ingetrokken.GeefOp(0);
        ingetrokken.Beslis();
        ingetrokken.Bezorg(0);
        ingetrokken.LegVast(akkoord: true);
    }

    private enum Daad
    {
        Beslissen,
        Bezorgen,
        Antwoorden,
        Opgeven,
        MetDeHandVastleggen,
        OpnieuwMelden,
        Verdelen,
        Vertegenwoordigen,
        Overlijden,
        Bijhouden,
        TijdVerstrijkt,
    }

    private sealed class Telling
    {
        public Dictionary<Daad, int> Gedaan { get; } = [];
        public Dictionary<string, int> Geweigerd { get; } = [];
        public int Totaal { get; private set; }

        public void Tel(Daad daad, string? code)
        {
            Totaal++;
            if (code is null) Gedaan[daad] = Gedaan.GetValueOrDefault(daad) + 1;
            else Geweigerd[code] = Geweigerd.GetValueOrDefault(code) + 1;
        }
    }

    /// <summary>A message at the SVB, and what it is in the model.</summary>
    private sealed record Bericht(Situatie Situatie, BudgetModel.Melding Melding);

    /// <summary>One budget, its model, the SVB, and what happened to all of them.</summary>
    private sealed class Proef
    {
        public const int Verdelingen = 7;

        private readonly Telling _geteld;
        private readonly bool _metDeHand;
        private readonly BudgetModel _model;
        private readonly Budget _budget;
        private readonly BeschikkingBekendgemaakt _beschikking;
        private readonly Besluitstand _stand;
        private readonly List<Bericht> _berichten = [];
        private readonly List<(int Stand, DateOnly Op, IReadOnlyList<Functiebudget> Delen)> _besluiten = [];
        private readonly List<string> _verloop = [];
        private Situatie? _bijSvb;

        public Proef(Telling geteld, bool metDeHand)
        {
            (_geteld, _metDeHand) = (geteld, metDeHand);
            DateOnly begin = new(2026, 6, 1);
            var hulp = Hulp(begin.AddDays(-30));
            _beschikking = Beschikking(hulp) with { GeenBerichtenverkeer = metDeHand, Persoon = new(Persoon), BekendgemaaktOp = begin };
            _model = new(begin, [new("02", hulp.Periode, hulp.Budget!.Value)], metDeHand);
            _budget = Budget.Ken(_beschikking, hulp, null, Kluis, Nu);
            _stand = new(hulp.VoorzieningId, 0);
            Meld();
            Aankondigingen.Van(_budget);
            Vergelijk();
        }

        public DateOnly Vandaag => _model.Vandaag;

        private DateTimeOffset Nu => new(_model.Vandaag.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

        public static Functiebudget Deel(DateOnly begin, int dagen, decimal bedrag, string functie = "02") =>
            new(functie, new(begin, begin.AddDays(dagen)), bedrag);

        /// <summary>Does one act on all, mostly one that can be done.</summary>
        public void DoeIets(Random toeval)
        {
            switch (toeval.Next(16))
            {
                case 0 or 1: Beslis([.. Delen(toeval)]); break;
                case 2 or 3: Bezorg(_besluiten.Count - 1 - (toeval.Next(3) == 0 ? toeval.Next(4) : 0)); break;
                case 4 or 5 or 6: Antwoord(Welke(toeval), afkeuren: toeval.Next(4) == 0); break;
                case 7: GeefOp(Welke(toeval)); break;
                case 8: LegVast(akkoord: toeval.Next(4) > 0); break;
                case 9: MeldOpnieuw(); break;
                case 10 or 11: Verdeel(toeval.Next(Verdelingen), toeval.Next(1, 30)); break;
                case 12: Vertegenwoordig(); break;
                case 13 when toeval.Next(6) == 0: Sterf(toeval.Next(30)); break;
                case 14: LaatTijdVerstrijken(toeval.Next(10) == 0 ? toeval.Next(100) : toeval.Next(6)); break;
                default: HoudBij(); break;
            }
        }

        /// <summary>Parts that follow one another, with stretches without budget between them; also none at all.</summary>
        private IEnumerable<Functiebudget> Delen(Random toeval)
        {
            // Often from the same day and for the same money, so that parts stay as they were.
            var dag = toeval.Next(3) == 0 ? Vandaag.AddDays(toeval.Next(-40, 15)) : _beschikking.Voorzieningen[0].Periode.Ingangsdatum;
            for (var n = toeval.Next(4); n > 0; n--)
            {
                var deel = Deel(dag, 20 * toeval.Next(6), toeval.Next(1, 3) * 100, toeval.Next(5) == 0 ? "07" : "02");
                dag = deel.Periode.Einddatum.AddDays(1);
                if (toeval.Next(4) > 0) yield return deel;
            }
        }

        /// <summary>Mostly the last message; now and then an older one.</summary>
        private int Welke(Random toeval) => toeval.Next(3) > 0 ? _berichten.Count - 1 : toeval.Next(Math.Max(1, _berichten.Count));

        // -------------------------------------------------------------------------------------- acts

        /// <summary>A decision is made known. It arrives later, or never.</summary>
        public void Beslis(params Functiebudget[] delen) => Doe(Daad.Beslissen, string.Join(", ", delen.Select(Tekst)), null,
            () => _besluiten.Add((_besluiten.Count + 1, Vandaag, delen)));

        /// <summary>A decision arrives, after a later one or again.</summary>
        public void Bezorg(int nr)
        {
            if (nr < 0) return;
            var (stand, op, delen) = _besluiten[nr];
            var telt = _model.Besluit(stand, op, delen);
            Doe(Daad.Bezorgen, $"besluit {stand}", null, () =>
            {
                _stand.Volg(stand).ShouldBe(telt);
                if (!telt) return;
                _budget.Volg(_beschikking.Besluit(_budget.VoorzieningId, stand, op), delen, _model.OverledenOp, Kluis, Nu);
            });
        }

        public void Antwoord(int nr, bool afkeuren)
        {
            if (nr < 0) return;
            var bericht = _berichten[nr];
            if (_metDeHand)
            {
                LegVast(!afkeuren);
                return;
            }
            // The SVB judges once, and takes only what follows on what it has (TR502, TR562).
            var akkoord = bericht.Melding.Oordeel is BudgetModel.Oordeel.Open or BudgetModel.Oordeel.Opgegeven && Kan(bericht) && !afkeuren;
            if (akkoord) _bijSvb = bericht.Situatie;
            _model.Antwoord(bericht.Melding, akkoord);
            Doe(Daad.Antwoorden, $"op {nr}: {akkoord}", null, () =>
                _budget.Beantwoord(bericht.Situatie.Berichtidentificatie!, akkoord ? [] : Afgekeurd, Kern, Nu));
        }

        public void GeefOp(int nr)
        {
            if (_metDeHand || nr < 0) return;
            var bericht = _berichten[nr];
            _model.GeefOp(bericht.Melding);
            Doe(Daad.Opgeven, $"{nr}", null, () =>
                _budget.Beantwoord(bericht.Situatie.Berichtidentificatie!, Opgegeven, Kern, Nu));
        }

        public void LegVast(bool akkoord)
        {
            var laatste = _berichten.LastOrDefault();
            akkoord &= laatste is not null && Kan(laatste);
            var code = _model.LegVast(akkoord);
            if (code is null && akkoord) _bijSvb = laatste!.Situatie;
            Doe(Daad.MetDeHandVastleggen, $"{akkoord}", code, () => _budget.LegVast(akkoord, Kern, Nu));
        }

        public void MeldOpnieuw() => Doe(Daad.OpnieuwMelden, "", _model.MeldOpnieuw(), () =>
        {
            _budget.MoetAfgekeurdZijn();
            Verzend();
        });

        /// <summary>Divides the first part, or tries to, in one of the ways that are right or wrong.</summary>
        /// <param name="soort">The way, from 0.</param>
        /// <param name="dag">Where it is cut, in days from the first.</param>
        public void Verdeel(int soort, int dag)
        {
            var (heel, rest) = (_model.Verdeling[0], _model.Verdeling.Skip(1));
            var knip = heel.Periode.Ingangsdatum.AddDays(dag) is var na && na < heel.Periode.Einddatum ? na : heel.Periode.Einddatum;
            var kwart = decimal.Round(heel.Bedrag / 4, 2);
            var een = heel with { Periode = heel.Periode with { Einddatum = knip.AddDays(-1) }, Bedrag = kwart };
            var twee = heel with { Periode = heel.Periode with { Ingangsdatum = knip }, Bedrag = heel.Bedrag - een.Bedrag };
            // A part of less than a euro is divided no further.
            IReadOnlyList<Functiebudget> delen = (heel.Bedrag < 1 ? 0 : soort) switch
            {
                0 => [heel, .. rest],
                1 => [een, twee with { Bedrag = twee.Bedrag + 1 }, .. rest],
                2 => [een, heel, .. rest],
                3 => [heel with { Periode = new(knip, knip.AddDays(-1)) }, .. rest],
                4 => [heel with { VerantwoordingsvrijBedrag = heel.Bedrag + 1 }, .. rest],
                5 => [heel with { VerantwoordingsvrijBedrag = dag }, .. rest],
                _ => [een, twee, .. rest],
            };
            Doe(Daad.Verdelen, string.Join(", ", delen.Select(Tekst)), _model.Verdeel(delen), () =>
                _budget.Wijzig("Anders verdeeld.", delen, null, Kluis, Nu));
        }

        public void Vertegenwoordig() => Doe(Daad.Vertegenwoordigen, "", _model.Vertegenwoordig(), () =>
            _budget.Wijzig("Een bewindvoerder.", null, Zus, Kluis, Nu));

        /// <summary>The person died so many days ago, or earlier than was known.</summary>
        public void Sterf(int geleden)
        {
            var dag = Vandaag.AddDays(-geleden);
            if (dag >= _model.OverledenOp) return;
            _model.Sterf(dag);
            Doe(Daad.Overlijden, $"op {dag:yyyy-MM-dd}", null, () => _budget.EindigDoorOverlijden(dag, Vandaag, Kluis, Nu));
        }

        /// <summary>What the service does every hour with what has run out.</summary>
        public void HoudBij()
        {
            _model.HoudBij();
            Doe(Daad.Bijhouden, "", null, () =>
            {
                if (_budget.Periode.Einddatum >= Vandaag) return;
                if (_budget.Status == Budgetstatus.Gereserveerd) _budget.EindigVanRechtswege(Kern, Nu);
                else if (_budget is { IsAfgelopen: false, Status: not Budgetstatus.Beeindigd }) _budget.LoopAf(Kern, Nu);
            });
        }

        public void LaatTijdVerstrijken(int dagen)
        {
            _model.Vandaag = Vandaag.AddDays(dagen);
            Doe(Daad.TijdVerstrijkt, $"{dagen} dagen", null, () => { });
        }

        // -------------------------------------------------------------------------------------- together

        private bool Kan(Bericht bericht) => bericht.Situatie.BudgetIdentificatieOud == _bijSvb?.BudgetIdentificatie;

        private void Doe(Daad daad, string wat, string? verwacht, Action doe)
        {
            _verloop.Add($"{Vandaag:yyyy-MM-dd} {daad} {wat} -> {verwacht ?? "gedaan"}");
            var versie = _budget.Versie;
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
                code.ShouldBe(verwacht);
                if (code is not null) (_budget.Versie, Aankondigingen.Van(_budget).Count).ShouldBe((versie, 0), "geweigerd");
                Meld();
                Aankondigingen.Van(_budget);
                Vergelijk();
            }
            catch (ShouldAssertException e)
            {
                throw new ShouldAssertException($"WMOPLATFORM_SEED={Volgorde.Zaad}\n{string.Join('\n', _verloop)}\n{e.Message}", e);
            }
            _geteld.Tel(daad, code);
        }

        /// <summary>Reports what is due, as the service does after every change.</summary>
        private void Meld()
        {
            _budget.AanmeldingVerschuldigd.ShouldBe(_model.MoetMelden, "een melding is verschuldigd");
            if (_model.MoetMelden) Verzend();
        }

        private void Verzend()
        {
            _model.WachtOpAntwoord.ShouldBeFalse("TR507");
            var situatie = _budget.MeldAan(_metDeHand ? null : $"W{_berichten.Count}", Nu);
            _berichten.Add(new(situatie, _model.Meld()));
            _verloop.Add($"  melding: {string.Join(", ", situatie.Functiebudgetten.Select(Tekst))}");
            situatie.BudgetIdentificatieOud.ShouldBe(_bijSvb?.BudgetIdentificatie, "TR562");
            situatie.Functiebudgetten.Where(d => d.Bedrag > 0).ShouldBe(_model.Gewenst, ignoreOrder: true);
            var bekend = (_bijSvb?.Functiebudgetten ?? []).Select(Sleutel).ToHashSet();
            situatie.Functiebudgetten.Where(d => d.Bedrag == 0).Select(Sleutel).ShouldBeSubsetOf(bekend, "TR514");
            situatie.Functiebudgetten.DistinctBy(Sleutel).Count().ShouldBe(situatie.Functiebudgetten.Count, "TR101");
        }

        private static (string, DateOnly) Sleutel(Functiebudget deel) => (deel.Zorgfunctie, deel.Periode.Ingangsdatum);

        private void Vergelijk()
        {
            _model.Rond();
            var stand = $"{_budget.Status}, verwacht: taak {_model.Taak}, voorbij {_model.Voorbij}, wacht {_model.WachtOpAntwoord}";
            // What the SVB was last told and took is what was decided, or an answer is awaited, or a person has to see to it.
            (_bijSvb?.Functiebudgetten.Where(d => d.Bedrag > 0) ?? []).ToHashSet().SetEquals(_model.Svb?.Delen ?? []).ShouldBeTrue();
            (_model.Klopt || _model.WachtOpAntwoord || _model.Taak).ShouldBeTrue(stand);
            _budget.Geldend.ShouldBe(_model.Gewenst, ignoreOrder: true);
            _budget.Beeindiging?.Einddatum.ShouldBe(_model.Einde ?? default);
            (_budget.Beeindiging is null).ShouldBe(_model.Einde is null, stand);
            var taak = _budget.Status is Budgetstatus.Afgekeurd or Budgetstatus.WijzigingAfgekeurd or Budgetstatus.EindeAfgekeurd;
            taak.ShouldBe(_model.Taak, stand);
            if (taak) return;
            if (_model.InRust) _budget.Status.ShouldBe(_model.Voorbij ? Budgetstatus.Beeindigd : Budgetstatus.Gereserveerd, stand);
            // Otherwise no end by itself overtakes the answer.
            else (_budget.Status is Budgetstatus.Aangemeld or Budgetstatus.WijzigingAangemeld or Budgetstatus.EindeAangemeld)
                .ShouldBeTrue(stand);
        }

        private static string Tekst(Functiebudget d) =>
            $"{d.Zorgfunctie} {d.Periode.Ingangsdatum:MMdd}-{d.Periode.Einddatum:MMdd} {d.Bedrag}";
    }
}
