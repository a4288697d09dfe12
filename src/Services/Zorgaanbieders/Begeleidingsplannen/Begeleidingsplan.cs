using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>The plan that a provider made with the client, as it was sent in. It never changes; a newer plan is added beside it.</summary>
public sealed class Begeleidingsplan
{
    private Begeleidingsplan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ToewijzingId { get; private init; }
    public Documentsoort Soort { get; private init; }
    /// <summary>In bytes.</summary>
    public int Grootte { get; private init; }
    public DateTimeOffset OntvangenOp { get; private init; }
    /// <summary>Sealed, because a file may be named after a person.</summary>
    public Sealed VerzegeldeNaam { get; private set; }
    public Sealed VerzegeldeInhoud { get; private set; }

    /// <summary>Makes a plan of this assignment. The content stays in this service.</summary>
    internal static Begeleidingsplan Ontvang(Toewijzing toewijzing, Plandocument document, Vault kluis, DateTimeOffset nu)
    {
        toewijzing.EisNietAfgekeurd();
        var plan = new Begeleidingsplan
        {
            ToewijzingId = toewijzing.Id,
            Soort = document.Soort,
            Grootte = document.Inhoud.Length,
            OntvangenOp = nu.ToUniversalTime(),
        };
        plan.VerzegeldeNaam = kluis.SealText(document.Naam, VanNaam(plan.Id));
        plan.VerzegeldeInhoud = kluis.Seal(document.Inhoud, VanInhoud(plan.Id));
        return plan;
    }

    /// <summary>The name of a plan, without its content.</summary>
    internal static string Naam(Guid id, Sealed verzegeldeNaam, Vault kluis) => kluis.UnsealText(verzegeldeNaam, VanNaam(id));

    internal byte[] Inhoud(Vault kluis) => kluis.Unseal(VerzegeldeInhoud, VanInhoud(Id));

    private static Seat VanNaam(Guid id) => Seat.InRow<Begeleidingsplan>(id, nameof(VerzegeldeNaam));

    private static Seat VanInhoud(Guid id) => Seat.InRow<Begeleidingsplan>(id, nameof(VerzegeldeInhoud));
}
