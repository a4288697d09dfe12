using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The help under a toewijzing or a budget has changed: it was agreed, started, resumed, stopped, ended, or was taken back. Every such
/// event says how that help is now, so the last one says all, in whatever order they arrive.
/// </summary>
public sealed class BijHulpverloop(
    EigenBijdrageDb db, CakSignaal cak, Vault kluis, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
    : IReaction<ZorgAfgesproken>, IReaction<BudgetAfgesproken>, IReaction<ZorgeindeVastgesteld>, IReaction<ZorgAfgelopen>,
        IReaction<ZorgGestart>, IReaction<ZorgTijdelijkGestopt>, IReaction<ZorgGestopt>, IReaction<ZorgstartVerwijderd>,
        IReaction<ZorgstopVerwijderd>, IReaction<BudgetGereserveerd>, IReaction<BudgetwijzigingBevestigd>, IReaction<BudgetBeeindigd>
{
    public Task Handle(ZorgAfgesproken gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(BudgetAfgesproken gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgeindeVastgesteld gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgAfgelopen gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgGestart gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgTijdelijkGestopt gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgGestopt gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgstartVerwijderd gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(ZorgstopVerwijderd gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(BudgetGereserveerd gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(BudgetwijzigingBevestigd gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);
    public Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);

    private async Task Volg<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IMetHulpverloop
    {
        var verloop = gebeurtenis.Hulp;
        var persoon = gebeurtenis.Persoon.Waarde;
        var bijdrage = await db.VanPersoon(verloop.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var isAnderBsn = bijdrage.NeemBsn(persoon.Bsn, persoon.EerdereBsns, kluis);
        if (await db.Persoonsbeeld(verloop.PersoonId, annulering) is { } beeld)
            isAnderBsn |= bijdrage.NeemPersoon(beeld, kluis);
        if (isAnderBsn) await cak.VerbeterBsn(bijdrage, annulering);
        var begin = Bijdragebeleid.Begin(beleid, verloop.Productcategorie, verloop.Periode.Ingangsdatum);
        if (bijdrage.Volg(gebeurtenis, begin, klok.GetUtcNow())) await cak.Signaleer(bijdrage, annulering);
    }
}
