using System.Text;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie.Emailadressen;

/// <summary>
/// An e-mail address that a person gave. Nothing about the person goes there until somebody who reads its mail has confirmed it.
/// </summary>
public sealed class Emailadres
{
    /// <summary>Identity, which is a part of the code to confirm it with (<see cref="Bevestigingscode"/>).</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    /// <summary>The person who gave it.</summary>
    public Guid PersoonId { get; private init; }

    /// <summary>A fingerprint of the address.</summary>
    public byte[] Kenmerk { get; private init; } = [];

    /// <summary>When it was first given, by the clock of the database.</summary>
    public DateTimeOffset Op { get; private init; }

    /// <summary>Null until it is confirmed, and again after an e-mail came back.</summary>
    public DateTimeOffset? BevestigdOp { get; private set; }

    /// <summary>How often an e-mail came back. A code of before that confirms nothing any more.</summary>
    public int Ronde { get; private set; }

    public static Emailadres Van(Guid persoonId, string adres, Vault kluis) =>
        new() { PersoonId = persoonId, Kenmerk = Kenmerken(adres, kluis)[0] };

    /// <summary>Each fingerprint that may be kept of an address, the one that is kept now first.</summary>
    public static byte[][] Kenmerken(string adres, Vault kluis)
    {
        ArgumentNullException.ThrowIfNull(adres);
        ArgumentNullException.ThrowIfNull(kluis);
        return kluis.Fingerprints("e-mailadres").All(Encoding.UTF8.GetBytes(adres.Trim().ToLowerInvariant()));
    }

    /// <summary>Somebody who reads its mail says that it is right.</summary>
    public void Bevestig(DateTimeOffset nu) => BevestigdOp ??= nu.ToUniversalTime();

    /// <summary>An e-mail came back, so it has to be confirmed again.</summary>
    public void KwamTerug() => (BevestigdOp, Ronde) = (null, Ronde + 1);
}
