using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage.Tests.Model;

/// <summary>
/// Random reports about the help of one person, in any order, twice and late, and a simple CAK that answers late, refuses, or is not waited
/// for any longer. After each act the CAK has what <see cref="Verwachting"/> says of the reports that arrived, or it still has to answer,
/// or a person has to see why it refused. The CAK keeps the rules of iEb, and no message of ours breaks one of them. So a contribution is
/// never stopped and started for what is silence. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
public sealed class BijdrageModelTests
{
    private const int Daden = 20_000;

    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.EigenBijdrage);
    private static readonly string[] Afgekeurd = ["9102"];
    private static readonly string[] Opgegeven = ["0001"];

    [Fact]
    public void After_each_random_act_the_CAK_has_what_was_agreed_or_somebody_is_at_work()
    {
        var geteld = new Telling();
        var toeval = new Random(Volgorde.Zaad);
        while (geteld.Totaal < Daden)
        {
            var proef = new Proef(geteld, toeval);
            for (var n = toeval.Next(10, 60); n > 0 && geteld.Totaal < Daden; n--) proef.DoeIets();
            proef.RondAf();
        }
        geteld.Gedaan.Keys.ShouldBe(Enum.GetValues<Daad>(), ignoreOrder: true);
        geteld.Geweigerd.Keys.ShouldBe(["niet-afgekeurd", "niets-met-de-hand"], ignoreOrder: true);
    }

    private enum Daad
    {
        Melding,
        LateMelding,
        DubbeleMelding,
        Akkoord,
        Afkeuren,
        Opgeven,
        LaatAntwoord,
        Vrijgeven,
        MetDeHand,
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

    /// <summary>A start at the CAK.</summary>
    private sealed record BijCak(DateOnly Start, DateOnly? Stop);

    /// <summary>A message to the CAK.</summary>
    private sealed record Bericht(string Identificatie, long Nummer, EbBericht Soort, EbAanlevering Aanlevering, DateOnly Dag);

    /// <summary>The contribution of one person, and what the CAK has of it.</summary>
    private sealed class Proef
    {
        private readonly Telling _geteld;
        private readonly Random _toeval;
        private readonly Persoon _persoon = new();
        private readonly Bijdrage _bijdrage;
        private readonly List<Persoon.Hulp> _hulp = [];
        private readonly List<Gebeurtenis> _aangekomen = [];
        private readonly List<Gebeurtenis> _onderweg = [];
        private readonly Dictionary<long, BijCak> _cak = [];
        private readonly HashSet<long> _ooitGestopt = [];
        private readonly List<string> _verloop = [];
        private Bericht? _open;
        private Bericht? _laat;
        private Bericht? _metDeHand;
        private int _berichten;
        private long _nummers;
        private DateOnly _dag = new(2026, 1, 5);

        public Proef(Telling geteld, Random toeval)
        {
            (_geteld, _toeval) = (geteld, toeval);
            _bijdrage = new(_persoon.Id, _persoon.Bsn, "D-2026-000001", Kluis);
        }

        private static DateTimeOffset Nu => new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

        public void DoeIets()
        {
            switch (_toeval.Next(12))
            {
                case 0 or 1 or 2: Meld(Daad.Melding, Nieuw()); break;
                case 3:
                    // Some reports arrive after later ones.
                    if (_toeval.Next(2) == 0) _onderweg.Add(Nieuw());
                    else if (_onderweg.Count > 0) Meld(Daad.LateMelding, Uit(_onderweg));
                    break;
                case 4 when _aangekomen.Count > 0: Meld(Daad.DubbeleMelding, _aangekomen[_toeval.Next(_aangekomen.Count)]); break;
                case 5 or 6 or 7 or 8: Antwoord(Daad.Akkoord, []); break;
                case 9 when _toeval.Next(2) == 0: Antwoord(Daad.Afkeuren, Afgekeurd); break;
                case 9: Antwoord(Daad.Opgeven, Opgegeven); break;
                case 10: LaatAntwoord(); break;
                case 11 when _toeval.Next(3) > 0: MetDeHand(_toeval.Next(2) == 0 ? EbBericht.Start : EbBericht.Stop); break;
                default: Doe(Daad.Vrijgeven, "", _bijdrage.GeefVrijNaAfkeuring); break;
            }
        }

        /// <summary>In the end everything has arrived, and the CAK agreed with everything.</summary>
        public void RondAf()
        {
            while (_onderweg.Count > 0) Meld(Daad.LateMelding, Uit(_onderweg));
            for (var n = 0; n < 200 && (_open is not null || _metDeHand is not null || IsAfgekeurd); n++)
            {
                if (_metDeHand is { } hand) MetDeHand(hand.Soort);
                else if (_laat is not null) LaatAntwoord();
                else if (_open is not null) Antwoord(Daad.Akkoord, []);
                else Doe(Daad.Vrijgeven, "", _bijdrage.GeefVrijNaAfkeuring);
            }
            Stand.ShouldBe(Verwachting.Dagen(_aangekomen), Verhaal);
        }

        // ------------------------------------------------------------------------------------------ the help

        private Gebeurtenis Nieuw()
        {
            _dag = _dag.AddDays(_toeval.Next(0, 12));
            if (_hulp.Count == 0 || _toeval.Next(6) == 0)
            {
                _hulp.Add(_hulp.Count > 0 && _toeval.Next(3) == 0 ? _hulp[^1].BijAndereAanbieder(_toeval.Next(2) == 0)
                    : _persoon.NieuweHulp(_toeval.Next(8) == 0 ? "11" : "02"));
                return _toeval.Next(3) == 0 ? _hulp[^1].Toegekend(_dag, _dag.AddDays(_toeval.Next(20, 90)))
                    : _hulp[^1].Afgesproken(_dag, _dag.AddDays(_toeval.Next(20, 90)));
            }
            var hulp = _hulp[_toeval.Next(_hulp.Count)];
            return hulp.Volgende(_dag, _toeval);
        }

        private Gebeurtenis Uit(List<Gebeurtenis> lijst)
        {
            var gebeurtenis = lijst[_toeval.Next(lijst.Count)];
            lijst.Remove(gebeurtenis);
            return gebeurtenis;
        }

        private void Meld(Daad daad, Gebeurtenis gebeurtenis)
        {
            if (daad != Daad.DubbeleMelding) _aangekomen.Add(gebeurtenis);
            var hulp = ((IMetHulpverloop)gebeurtenis).Hulp;
            Doe(daad, $"{gebeurtenis.GetType().Name} v{gebeurtenis.Versie} {gebeurtenis.AggregaatId.ToString()[^4..]} {hulp.Leveringsvorm} "
                + $"{hulp.Periode.Ingangsdatum:MMdd}-{hulp.Periode.Einddatum:MMdd} begin {hulp.Begindatum:MMdd}"
                + $" laatst {hulp.LaatsteDag:MMdd}{(hulp.Tijdelijk ? " tijdelijk" : "")}"
                + $"{(hulp.Vervallen ? " vervallen" : "")}{(hulp.Afgelopen ? " afgelopen" : "")}"
                + $" opvolger {hulp.Opvolger?.ToString()[^4..]}",
                () => _bijdrage.Volg((dynamic)gebeurtenis, Bijdragebegin.EersteLevering, Nu));
        }

        // ------------------------------------------------------------------------------------------ the CAK

        private void Antwoord(Daad daad, string[] codes)
        {
            if (_open is not { } bericht) return;
            _open = null;
            if (daad == Daad.Akkoord) Verwerk(bericht);
            if (daad == Daad.Opgeven) _laat = bericht;
            Doe(daad, bericht.Identificatie, () => _bijdrage.Beantwoord(bericht.Identificatie, codes, Nu));
        }

        /// <summary>A person reported to the CAK by hand, or says so while nothing was to be reported.</summary>
        private void MetDeHand(EbBericht soort)
        {
            var verwacht = _metDeHand?.Soort == soort ? null : "niets-met-de-hand";
            if (verwacht is null)
            {
                Verwerk(_metDeHand!);
                _metDeHand = null;
            }
            Doe(Daad.MetDeHand, $"{soort}", () => _bijdrage.LegVast(soort, Nu), verwacht);
        }

        /// <summary>The CAK answers after all, to a message that was given up and not sent again since.</summary>
        private void LaatAntwoord()
        {
            if (_laat is not { } bericht) return;
            _laat = null;
            var akkoord = _toeval.Next(2) == 0;
            if (akkoord) Verwerk(bericht);
            Doe(Daad.LaatAntwoord, $"{bericht.Identificatie} {akkoord}",
                () => _bijdrage.Beantwoord(bericht.Identificatie, akkoord ? [] : Afgekeurd, Nu));
        }

        /// <summary>Takes a message, as the rules of iEb say.</summary>
        private void Verwerk(Bericht bericht)
        {
            var nu = _cak.GetValueOrDefault(bericht.Nummer);
            switch (bericht.Soort, bericht.Aanlevering)
            {
                case (EbBericht.Start, EbAanlevering.Eerste):
                    nu.ShouldBeNull($"TR102: {Verhaal}");
                    _cak.Values.ShouldAllBe(b => b.Stop != null, $"OP291: {Verhaal}");
                    _cak[bericht.Nummer] = new(bericht.Dag, null);
                    break;
                case (EbBericht.Start, EbAanlevering.Wijziging):
                    nu.ShouldNotBeNull($"TR103: {Verhaal}");
                    _cak[bericht.Nummer] = nu with { Start = bericht.Dag };
                    break;
                case (EbBericht.Start, _):
                    nu.ShouldBe(new BijCak(bericht.Dag, null), $"TR071, TR329: {Verhaal}");
                    _cak.Remove(bericht.Nummer);
                    break;
                case (EbBericht.Stop, EbAanlevering.Eerste):
                    _ooitGestopt.Add(bericht.Nummer).ShouldBeTrue($"TR102: {Verhaal}");
                    nu.ShouldNotBeNull($"TR330: {Verhaal}");
                    _cak[bericht.Nummer] = nu with { Stop = bericht.Dag };
                    break;
                case (EbBericht.Stop, EbAanlevering.Wijziging):
                    nu?.Stop.ShouldNotBeNull($"TR103: {Verhaal}");
                    _cak[bericht.Nummer] = nu! with { Stop = bericht.Dag };
                    break;
                default:
                    nu?.Stop.ShouldBe(bericht.Dag, $"TR329: {Verhaal}");
                    _cak[bericht.Nummer] = nu! with { Stop = null };
                    break;
            }
            if (_cak.TryGetValue(bericht.Nummer, out var na) && na.Stop < na.Start) throw new ShouldAssertException($"TR328: {Verhaal}");
        }

        // ------------------------------------------------------------------------------------------ together

        private bool IsAfgekeurd => _bijdrage.Signalen.Any(s => s.Geldt
            && (s.Status is Signaalstatus.StartAfgekeurd or Signaalstatus.StopAfgekeurd
                || s.OpenCorrectie?.Status == Correctiestatus.Afgekeurd));

        private string Stand => Verwachting.Samen(_cak.Values.Select(b => (b.Start, b.Stop)));

        private string Verhaal => $"WMOPLATFORM_SEED={Volgorde.Zaad}\n{string.Join('\n', _verloop)}";

        private void Doe(Daad daad, string wat, Action doe, string? verwacht = null)
        {
            verwacht ??= daad == Daad.Vrijgeven && !IsAfgekeurd ? "niet-afgekeurd" : null;
            _verloop.Add($"{daad} {wat}");
            string? code = null;
            try
            {
                doe();
            }
            catch (Weigering w)
            {
                code = w.Code;
                _verloop[^1] += $" -> {code}";
                w.Message.ShouldNotBeNullOrWhiteSpace();
            }
            code.ShouldBe(verwacht, Verhaal);
            // A correction that was released is sent again, so an answer to the old message means something else from now on.
            if (daad == Daad.Vrijgeven && code is null) _laat = null;
            Verzend();
            Aankondigingen.Van(_bijdrage);
            if (_open is null && _metDeHand is null && !IsAfgekeurd)
                Stand.ShouldBe(Verwachting.Dagen(_aangekomen), Verhaal);
            _geteld.Tel(daad, code);
        }

        /// <summary>Sends what is due, as the service does after every change.</summary>
        private void Verzend()
        {
            if (_bijdrage.TeVertellen is not { } vraag) return;
            (_open ?? _metDeHand).ShouldBeNull($"OP080: {Verhaal}");
            var nummer = vraag.Bij?.Startnummer ?? ++_nummers;
            var bericht = new Bericht($"W{++_berichten}", nummer, vraag.Bericht, vraag.Aanlevering, vraag.Datum);
            // What follows on a start that went by hand goes by hand too, because the CAK may not know its number.
            Signaalweg weg = vraag.Bij is { IsMetDeHand: true } || _toeval.Next(12) == 0
                ? new Signaalweg.MetDeHand(RedenMetDeHand.TeLangGeleden) : new Signaalweg.PerBericht(bericht.Identificatie);
            _open = weg.Bericht is null ? null : bericht;
            _metDeHand = weg.Bericht is null ? bericht : null;
            _verloop.Add($"  {bericht}");
            _bijdrage.Signaleer(vraag, nummer, weg, new(2026, 6, 1), Nu);
        }
    }
}
