namespace WmoPlatform.Contracts;

/// <summary>The confirmation of receipt was really sent (Wmo 2015 art. 2.3.2 lid 1). A place in a queue does not count.</summary>
/// <param name="Wijze">By e-mail or by letter.</param>
/// <param name="BevestigdOp">The day it was sent, or handed over.</param>
public sealed record OntvangstBevestigd(Verzendwijze Wijze, DateOnly BevestigdOp) : Gebeurtenis;

/// <summary>
/// The confirmation of receipt cannot be sent, because there is no usable e-mail address and no postal address. A consulent or the
/// backoffice must hand it over.
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
