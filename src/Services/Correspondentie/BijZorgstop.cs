using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// A provider reported an early stop by itself or by the person, so the person is told or asked. About any other stop the consulent talks
/// with the person.
/// </summary>
public sealed class BijZorgstop(Briefpost post) : IReaction<EerderEindeGemeld>
{
    public Task Handle(EerderEindeGemeld g, CancellationToken annulering) => g.Vraag == Stopvraag.Bespreken ? Task.CompletedTask
        : post.Leg(new Zorgstopbrief(g.Op.Dag(), g.Einddatum, g.Vraag == Stopvraag.InwonerVragen, g.Termijn.Uiterlijk), g, annulering);
}
