namespace WmoPlatform.Contracts;

/// <summary>The confirmation of receipt has really been sent (Wmo 2015 art. 2.3.2 lid 1); handing it to a queue does not count.</summary>
/// <param name="Wijze">By e-mail or by letter.</param>
/// <param name="BevestigdOp">The day it was sent, or handed over.</param>
public sealed record OntvangstBevestigd(Verzendwijze Wijze, DateOnly BevestigdOp) : Gebeurtenis;

/// <summary>
/// The confirmation of receipt cannot be sent: no e-mail address will do, and the person is known without an address. Somebody must hand it
/// over.
/// </summary>
public sealed record AdresNietGevonden : Gebeurtenis;

/// <summary>How correspondence is sent.</summary>
public enum Verzendwijze
{
    /// <summary>By e-mail.</summary>
    Email,
    /// <summary>By letter.</summary>
    Brief,
}
