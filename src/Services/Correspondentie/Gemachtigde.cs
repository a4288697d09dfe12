using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>Where letters go under one machtiging. Its address is sealed, and not kept once the machtiging ended.</summary>
public sealed class Gemachtigde
{
    private Gemachtigde()
    {
    }

    internal Gemachtigde(Guid machtigingId, string dossiernummer) => (Id, Dossiernummer) = (machtigingId, dossiernummer);

    /// <summary>The machtiging.</summary>
    public Guid Id { get; private set; }
    public string Dossiernummer { get; private set; } = "";

    /// <summary>Name and address (<see cref="Postadres"/>), sealed by <see cref="Vault"/>; null once it ended.</summary>
    public Sealed? Verzegeld { get; private set; }
    public bool IsBeeindigd { get; private set; }

    private Seat Plaats => new(SeatKind.Row, $"{nameof(Gemachtigde)}.{nameof(Verzegeld)}", Id.ToString(), Dossiernummer);

    /// <summary>Name and address; null once it ended.</summary>
    public Postadres? Post(Vault kluis) => Verzegeld is { } post ? kluis.UnsealJson<Postadres>(post, Plaats) : null;

    internal void Neem(Postadres post, Vault kluis) => Verzegeld = IsBeeindigd ? null : kluis.SealJson(post, Plaats);

    internal void Eindigt() => (IsBeeindigd, Verzegeld) = (true, null);
}
