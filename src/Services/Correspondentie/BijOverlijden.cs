using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>Help ended because the resident died, so the heirs get one letter, and nobody gets another.</summary>
public sealed class BijOverlijden(Briefpost post)
    : IReaction<ToewijzingGewijzigd>, IReaction<ZorgeindeVastgesteld>, IReaction<BudgetBeeindigd>
{
    public Task Handle(ToewijzingGewijzigd gebeurtenis, CancellationToken annulering) =>
        gebeurtenis.WegensOverlijden ? Schrijf(gebeurtenis, gebeurtenis.Periode.Einddatum, annulering) : Task.CompletedTask;

    public Task Handle(ZorgeindeVastgesteld gebeurtenis, CancellationToken annulering) =>
        gebeurtenis.Reden == Eindereden.Overleden ? Schrijf(gebeurtenis, gebeurtenis.Einddatum, annulering) : Task.CompletedTask;

    public Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering) =>
        gebeurtenis is { WegensOverlijden: true, Ingetrokken: false }
            ? Schrijf(gebeurtenis, gebeurtenis.Einddatum, annulering) : Task.CompletedTask;

    private Task Schrijf(Gebeurtenis gebeurtenis, DateOnly einde, CancellationToken annulering) =>
        post.Leg(new Nabestaandenbrief(einde, gebeurtenis.Op.Dag()), gebeurtenis.Dossiernummer, annulering);
}
