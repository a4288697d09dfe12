using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Regels;

namespace WmoPlatform.Zorgaanbieders.Aanbiederplatform;

/// <summary>The plan that a provider made with the client, as it was sent in. It is never changed: a newer plan comes beside it.</summary>
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

    internal static Begeleidingsplan Van(Guid toewijzingId, Plandocument document, Vault kluis, DateTimeOffset nu) => new()
    {
        ToewijzingId = toewijzingId,
        Soort = document.Soort,
        Grootte = document.Inhoud.Length,
        OntvangenOp = nu.ToUniversalTime(),
        VerzegeldeNaam = kluis.SealText(document.Naam),
        VerzegeldeInhoud = kluis.Seal(document.Inhoud),
    };
}
