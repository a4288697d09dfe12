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

    internal sealed class Hulp(Persoon persoon, string categorie, string dossiernummer)
    {
        private readonly Guid _aggregaat = Guid.CreateVersion7();
        private int _versie = 1;
        private List<DateOnly> _starts = [];
        private DateOnly? _laatste;
        private bool _tijdelijk;
        private Periode _periode = new(new(2026, 1, 1), new(2026, 12, 31));

        public Guid VoorzieningId { get; private init; } = Guid.CreateVersion7();

        /// <summary>The same voorziening at another provider: another toewijzing, with its own versions.</summary>
        /// <param name="aansluitend">Whether it was agreed that the help goes on without a break.</param>
        public Hulp BijAndereAanbieder(bool aansluitend = false)
        {
            var vanaf = _periode.Einddatum.AddDays(aansluitend ? 1 : 2);
            return new(persoon, categorie, dossiernummer) { VoorzieningId = VoorzieningId, _periode = new(vanaf, vanaf.AddDays(300)) };
        }

        public string Dossiernummer => dossiernummer;

        public ZorgGestart Gestart(DateOnly dag)
        {
            if (_starts.Count > 0 && !_tijdelijk) _starts.Clear();
            var hervat = _starts.Count > 0;
            _starts.Add(dag);
            (_laatste, _tijdelijk) = (null, false);
            return Van(new ZorgGestart(VoorzieningId, 1, dag, Nu(Leveringsvorm.Zin), new(persoon.Kern)) { Hervat = hervat });
        }

        public ZorgTijdelijkGestopt TijdelijkGestopt(DateOnly dag)
        {
            (_laatste, _tijdelijk) = (dag, true);
            return Van(new ZorgTijdelijkGestopt(VoorzieningId, 1, dag, Nu(Leveringsvorm.Zin), new(persoon.Kern)));
        }

        public ZorgGestopt Gestopt(DateOnly dag)
        {
            (_laatste, _tijdelijk) = (dag, false);
            return Van(new ZorgGestopt(VoorzieningId, 1, dag, "19", Nu(Leveringsvorm.Zin), new(persoon.Kern)));
        }

        public ZorgstartVerwijderd StartVerwijderd(DateOnly dag)
        {
            _starts.Remove(dag);
            var nu = Nu(Leveringsvorm.Zin) with { TeruggenomenStart = _starts.Count == 0 ? dag : null };
            return Van(new ZorgstartVerwijderd(VoorzieningId, 1, dag, nu, new(persoon.Kern)));
        }

        public ZorgstopVerwijderd StopVerwijderd(DateOnly dag)
        {
            (_laatste, _tijdelijk) = (null, false);
            return Van(new ZorgstopVerwijderd(VoorzieningId, 1, dag, Nu(Leveringsvorm.Zin), new(persoon.Kern)));
        }

        public BudgetGereserveerd Gereserveerd(DateOnly dag)
        {
            _starts = [dag];
            return Van(new BudgetGereserveerd(VoorzieningId, Periode(dag), Nu(Leveringsvorm.Pgb), new(persoon.Kern)));
        }

        public BudgetwijzigingBevestigd Gewijzigd(DateOnly dag)
        {
            _starts = [dag];
            return Van(new BudgetwijzigingBevestigd(VoorzieningId, Periode(dag), Nu(Leveringsvorm.Pgb), new(persoon.Kern)));
        }

        public BudgetBeeindigd Beeindigd(DateOnly dag, bool ingetrokken = false)
        {
            _laatste = dag;
            if (ingetrokken) _starts = [];
            return Van(new BudgetBeeindigd(VoorzieningId, Periode(dag), dag, ingetrokken, Nu(Leveringsvorm.Pgb), new(persoon.Kern)));
        }

        private static Periode Periode(DateOnly dag) => new(dag, dag.AddDays(300));

        private Hulpverloop Nu(Leveringsvorm vorm) =>
            new(persoon.Id, vorm, categorie, _periode, _starts.Count > 0 ? _starts[0] : null, _laatste)
            {
                HervatOp = [.. _starts.Skip(1)],
                Tijdelijk = _tijdelijk,
                GeenBerichtenverkeer = persoon.GeenBerichten,
            };

        private T Van<T>(T gebeurtenis) where T : Gebeurtenis =>
            gebeurtenis with { Dossiernummer = dossiernummer, AggregaatId = _aggregaat, Versie = ++_versie, Op = DateTimeOffset.UtcNow };
    }
}
