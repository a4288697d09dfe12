using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// One person with several kinds of help, in one dossier or more. Every event has the next version of its toewijzing or budget, and how its
/// help is then.
/// </summary>
internal sealed class Persoon(DateOnly? geboren = null, bool geenBerichten = false)
{
    private static int _dossier;

    public Guid Id { get; } = Guid.CreateVersion7();
    public string Bsn { get; } = TestBsn.Nieuw();
    private Persoonskern Kern => new(Bsn, geboren ?? new(1951, 3, 14));
    private bool GeenBerichten => geenBerichten;

    /// <summary>Help for this person, in a new dossier.</summary>
    public Hulp NieuweHulp(string productcategorie = "02") =>
        new(this, productcategorie, Nummers.Dossiernummer(2026, Interlocked.Increment(ref _dossier)));

    /// <summary>
    /// The help under one toewijzing or budget. Unless a period is agreed first, the help begins on the first agreed day and is agreed for
    /// sixty days more.
    /// </summary>
    internal sealed class Hulp(Persoon persoon, string categorie, string dossiernummer)
    {
        private const int Duur = 60;

        private readonly Guid _aggregaat = Guid.CreateVersion7();
        private int _versie = 1;
        private List<DateOnly> _starts = [];
        private DateOnly? _laatste;
        private bool _tijdelijk;
        private bool _vervallen;
        private bool _afgelopen;
        private Guid? _opvolger;
        private Leveringsvorm _vorm = Leveringsvorm.Zin;
        private Periode? _periode;
        private Periode? _voorDeStop;
        private Periode? _onderbreking;
        private int _stand = 1;

        public Guid VoorzieningId { get; private init; } = Guid.CreateVersion7();

        /// <summary>The same voorziening at another provider: another toewijzing, with its own versions.</summary>
        /// <param name="aansluitend">Whether it was agreed that the help goes on without a break.</param>
        public Hulp BijAndereAanbieder(bool aansluitend = false)
        {
            var opvolger = new Hulp(persoon, categorie, dossiernummer) { VoorzieningId = VoorzieningId };
            if (_periode?.Einddatum.AddDays(aansluitend ? 1 : 2) is { } vanaf) opvolger._periode = new(vanaf, vanaf.AddDays(Duur));
            _opvolger = opvolger._aggregaat;
            return opvolger;
        }

        /// <summary>The same voorziening in the other form: a budget beside a toewijzing, or the reverse.</summary>
        public Hulp InAndereVorm() => new(persoon, categorie, dossiernummer) { VoorzieningId = VoorzieningId };

        /// <summary>A later decision: in which form the voorziening is granted when.</summary>
        public VoorzieningGewijzigd Besluit(params (Leveringsvorm Vorm, DateOnly Van, DateOnly TotEnMet)[] delen)
        {
            var gegevens = new Persoonsgegevens(persoon.Bsn, new("Proefman", null, "Willemijn", "W"), persoon.Kern.Geboortedatum, null, 2,
                new("Kadeplein", 7, null, null, "1315AA", "Almere"));
            _stand++;
            return new(VoorzieningId, _stand, Besluitsoort.Herziening, Guid.CreateVersion7(), Nummers.Beschikkingnummer(2026, _stand),
                new(2026, 6, 1), new("bezwaar", new(2026, 6, 1), new(2026, 7, 13), "Awb 6:7"), persoon.Id, "wijkteam-haven",
                [
                    .. delen.Select(d => new Voorzieningdeel(new(categorie, $"{categorie}A05"), new(2, "04", "2"), new(d.Van, d.TotEnMet),
                        d.Vorm, d.Vorm == Leveringsvorm.Zin ? "12345678" : null, d.Vorm == Leveringsvorm.Pgb ? 1000m : null)),
                ], persoon.GeenBerichten, new(gegevens))
            {
                Dossiernummer = dossiernummer,
                AggregaatId = VoorzieningId,
                Versie = _stand,
                Op = DateTimeOffset.UtcNow,
            };
        }

        public string Dossiernummer => dossiernummer;

        /// <summary>The first day that is agreed.</summary>
        public DateOnly Begin => _periode!.Ingangsdatum;

        /// <summary>The last day that was reported.</summary>
        public DateOnly LaatsteDag => _laatste!.Value;

        /// <summary>The period of a toewijzing that is agreed now.</summary>
        public ZorgAfgesproken Afgesproken(DateOnly van, DateOnly totEnMet)
        {
            _periode = new(van, totEnMet);
            return Van(new ZorgAfgesproken(VoorzieningId, 1, Nu, new(persoon.Kern)));
        }

        /// <summary>The toewijzing is removed, or replaced before any start.</summary>
        public ZorgAfgesproken Vervallen()
        {
            _vervallen = true;
            return Van(new ZorgAfgesproken(VoorzieningId, 1, Nu, new(persoon.Kern)));
        }

        /// <summary>The period of a budget that was granted.</summary>
        public BudgetAfgesproken Toegekend(DateOnly van, DateOnly totEnMet)
        {
            (_periode, _vorm) = (new(van, totEnMet), Leveringsvorm.Pgb);
            return Van(new BudgetAfgesproken(VoorzieningId, Nu, new(persoon.Kern)));
        }

        /// <summary>A later decision grants a budget again, for other days or after an end, perhaps with a gap.</summary>
        public BudgetAfgesproken Hernomen(DateOnly van, DateOnly totEnMet, Periode? onderbreking = null)
        {
            (_laatste, _vervallen, _onderbreking) = (null, false, onderbreking);
            return Toegekend(van, totEnMet);
        }

        /// <summary>The last day of a budget passed before it was reserved.</summary>
        public BudgetAfgesproken NooitGereserveerd()
        {
            _afgelopen = true;
            return Van(new BudgetAfgesproken(VoorzieningId, Nu, new(persoon.Kern)));
        }

        public ZorgGestart Gestart(DateOnly dag)
        {
            if (_starts.Count > 0 && !_tijdelijk) _starts.Clear();
            var hervat = _starts.Count > 0;
            _starts.Add(dag);
            (_laatste, _tijdelijk) = (null, false);
            _periode ??= new(dag, dag.AddDays(Duur));
            if (dag < _periode.Ingangsdatum) _periode = _periode with { Ingangsdatum = dag };
            if (dag > _periode.Einddatum) _periode = _periode with { Einddatum = dag.AddDays(Duur) };
            return Van(new ZorgGestart(VoorzieningId, 1, dag, Nu, new(persoon.Kern)) { Hervat = hervat });
        }

        public ZorgTijdelijkGestopt TijdelijkGestopt(DateOnly dag)
        {
            (_laatste, _tijdelijk) = (dag, true);
            return Van(new ZorgTijdelijkGestopt(VoorzieningId, 1, dag, Nu, new(persoon.Kern)));
        }

        /// <summary>The provider reports the end on the day that was agreed.</summary>
        public ZorgGestopt Gestopt(DateOnly dag)
        {
            _voorDeStop = _periode;
            _periode = new(_periode?.Ingangsdatum ?? dag, dag);
            return EerderGestopt(dag);
        }

        /// <summary>The provider reports an end before the agreed one.</summary>
        public ZorgGestopt EerderGestopt(DateOnly dag)
        {
            (_laatste, _tijdelijk) = (dag, false);
            return Van(new ZorgGestopt(VoorzieningId, 1, dag, "19", Nu, new(persoon.Kern)));
        }

        public ZorgeindeVastgesteld EindeVastgesteld()
        {
            _voorDeStop = _periode;
            _periode = _periode! with { Einddatum = _laatste!.Value };
            return Van(new ZorgeindeVastgesteld(
                VoorzieningId, 1, _laatste!.Value, Eindereden.NietMeerNodig, Nu, new(persoon.Kern)));
        }

        public ZorgAfgelopen Afgelopen()
        {
            _afgelopen = true;
            return Van(new ZorgAfgelopen(VoorzieningId, 1, _periode!.Einddatum, Nu, new(persoon.Kern)));
        }

        public ZorgstartVerwijderd StartVerwijderd(DateOnly dag)
        {
            _starts.Remove(dag);
            return Van(new ZorgstartVerwijderd(VoorzieningId, 1, dag, Nu, new(persoon.Kern)));
        }

        public ZorgstopVerwijderd StopVerwijderd(DateOnly dag)
        {
            (_laatste, _tijdelijk, _periode) = (null, false, _voorDeStop ?? _periode);
            return Van(new ZorgstopVerwijderd(VoorzieningId, 1, dag, Nu, new(persoon.Kern)));
        }

        public BudgetGereserveerd Gereserveerd(DateOnly dag)
        {
            Reserveer(dag);
            return Van(new BudgetGereserveerd(VoorzieningId, _periode!, Nu, new(persoon.Kern)));
        }

        public BudgetwijzigingBevestigd Gewijzigd(DateOnly dag)
        {
            Reserveer(dag);
            return Van(new BudgetwijzigingBevestigd(VoorzieningId, _periode!, Nu, new(persoon.Kern)));
        }

        public BudgetBeeindigd Beeindigd(DateOnly dag, bool ingetrokken = false)
        {
            _periode ??= new(dag, dag.AddDays(Duur));
            if (dag < _periode.Ingangsdatum) dag = _periode.Ingangsdatum;
            if (dag <= _onderbreking?.Einddatum) _onderbreking = null;
            (_vorm, _laatste, _vervallen) = (Leveringsvorm.Pgb, dag, ingetrokken);
            if (ingetrokken) _starts = [];
            return Van(new BudgetBeeindigd(VoorzieningId, _periode, dag, ingetrokken, Nu, new(persoon.Kern)));
        }

        /// <summary>A next report about it that can be, on this day.</summary>
        public Gebeurtenis Volgende(DateOnly dag, Random lot)
        {
            if (_vorm == Leveringsvorm.Pgb)
                return _starts.Count == 0 && !_afgelopen ? Gereserveerd(Begin)
                    : _laatste is not null ? Hernomen(Begin, Laatste(dag).AddDays(lot.Next(10, 60)))
                    : lot.Next(3) switch
                    {
                        0 => Beeindigd(dag, ingetrokken: lot.Next(4) == 0),
                        1 => Gewijzigd(Begin),
                        _ => Hernomen(Begin, Laatste(dag).AddDays(lot.Next(10, 60))),
                    };
            if (_starts.Count == 0) return lot.Next(4) == 0 ? Vervallen() : Gestart(_vervallen ? Begin : Laatste(dag));
            if (_tijdelijk) return lot.Next(3) == 0 ? EerderGestopt(LaatsteDag) : Gestart(Laatste(dag));
            if (_laatste is not null)
                return lot.Next(3) switch
                {
                    0 => StopVerwijderd(LaatsteDag),
                    1 => Afgesproken(Begin, Laatste(dag).AddDays(lot.Next(0, 60))),
                    _ => EindeVastgesteld(),
                };
            return lot.Next(6) switch
            {
                0 => StartVerwijderd(_starts[^1]),
                1 => Afgesproken(Begin, Laatste(dag).AddDays(lot.Next(0, 60))),
                2 => TijdelijkGestopt(Laatste(dag)),
                3 => EerderGestopt(Laatste(dag)),
                4 => Gestopt(Laatste(dag)),
                _ => Afgelopen(),
            };

            // Nothing is reported before what was reported last.
            DateOnly Laatste(DateOnly op) => new[] { op, _laatste?.AddDays(1), _starts.Count > 0 ? _starts[^1] : null, Begin }.Max()!.Value;
        }

        private void Reserveer(DateOnly dag)
        {
            (_vorm, _starts) = (Leveringsvorm.Pgb, [dag]);
            if (_onderbreking?.Ingangsdatum <= dag) _onderbreking = null;
            _periode = new(dag, _periode is { } p && p.Einddatum > dag ? p.Einddatum : dag.AddDays(Duur));
        }

        private Hulpverloop Nu => new(persoon.Id, _vorm, categorie, _periode!, _starts.Count > 0 ? _starts[0] : null, _laatste)
        {
            HervatOp = [.. _starts.Skip(1)],
            Tijdelijk = _tijdelijk,
            Vervallen = _vervallen,
            Afgelopen = _afgelopen,
            Opvolger = _opvolger,
            Onderbrekingen = _onderbreking is null ? null : [_onderbreking],
            GeenBerichtenverkeer = persoon.GeenBerichten,
        };

        private T Van<T>(T gebeurtenis) where T : Gebeurtenis =>
            gebeurtenis with { Dossiernummer = dossiernummer, AggregaatId = _aggregaat, Versie = ++_versie, Op = DateTimeOffset.UtcNow };
    }
}
