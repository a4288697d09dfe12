using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

/// <summary>The plan that a provider made with the client, as it was sent in. It never changes: a newer plan comes beside it.</summary>
public sealed class Begeleidingsplan
{
    private Begeleidingsplan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ToewijzingId { get; private init; }
    public Documentsoort Soort { get; private init; }
    /// <summary>Bytes.</summary>
    public int Grootte { get; private init; }
    public DateTimeOffset OntvangenOp { get; private init; }
    /// <summary>Sealed: people name files after people.</summary>
    public string VerzegeldeNaam { get; private init; } = "";
    public string VerzegeldeInhoud { get; private init; } = "";

    /// <summary>A plan came in for this assignment, which announces it. The content stays here.</summary>
    internal static Begeleidingsplan Ontvang(Toewijzing toewijzing, Plandocument document, Vault kluis, DateTimeOffset nu)
    {
        var plan = new Begeleidingsplan
        {
            ToewijzingId = toewijzing.Id,
            Soort = document.Soort,
            Grootte = document.Inhoud.Length,
            OntvangenOp = nu.ToUniversalTime(),
            VerzegeldeNaam = kluis.SealText(document.Naam),
            VerzegeldeInhoud = kluis.Seal(document.Inhoud),
        };
        toewijzing.OntvangPlan(plan.Id, nu);
        return plan;
    }
}
