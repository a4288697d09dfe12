using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>
/// One person with several kinds of help, in one dossier or more. Every event has the next version of its toewijzing or budget.
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

        public Guid VoorzieningId { get; private init; } = Guid.CreateVersion7();

        /// <summary>The same voorziening at another provider: another toewijzing, with its own versions.</summary>
        public Hulp BijAndereAanbieder() => new(persoon, categorie, dossiernummer) { VoorzieningId = VoorzieningId };
        public string Dossiernummer => dossiernummer;

        public ZorgGestart Gestart(DateOnly dag, bool hervat = false) =>
            Van(new ZorgGestart(VoorzieningId, 1, persoon.Id, dag, categorie, new(persoon.Kern))
            {
                Hervat = hervat,
                GeenBerichtenverkeer = persoon.GeenBerichten,
            });
        public ZorgTijdelijkGestopt TijdelijkGestopt(DateOnly dag) => Van(new ZorgTijdelijkGestopt(VoorzieningId, 1, persoon.Id, dag));
        public ZorgGestopt Gestopt(DateOnly dag) => Van(new ZorgGestopt(VoorzieningId, 1, persoon.Id, dag, "19"));
        public ZorgstartVerwijderd StartVerwijderd(DateOnly dag) => Van(new ZorgstartVerwijderd(VoorzieningId, 1, persoon.Id, dag));
        public ZorgstopVerwijderd StopVerwijderd(DateOnly dag) => Van(new ZorgstopVerwijderd(VoorzieningId, 1, persoon.Id, dag));
        public BudgetGereserveerd Gereserveerd(DateOnly dag) =>
            Van(new BudgetGereserveerd(VoorzieningId, persoon.Id, new(dag, dag.AddDays(300)), categorie, new(persoon.Kern))
            {
                GeenBerichtenverkeer = persoon.GeenBerichten,
            });
        public BudgetwijzigingBevestigd Gewijzigd(DateOnly dag) =>
            Van(new BudgetwijzigingBevestigd(VoorzieningId, persoon.Id, new(dag, dag.AddDays(300))));
        public BudgetBeeindigd Beeindigd(DateOnly dag, bool ingetrokken = false) =>
            Van(new BudgetBeeindigd(VoorzieningId, persoon.Id, dag, ingetrokken));

        private T Van<T>(T gebeurtenis) where T : Gebeurtenis =>
            gebeurtenis with { Dossiernummer = dossiernummer, AggregaatId = _aggregaat, Versie = ++_versie, Op = DateTimeOffset.UtcNow };
    }
}
