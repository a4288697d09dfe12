namespace WmoPlatform.Contracts;

/// <summary>A message of iWmo was sent to a provider, or received from one.</summary>
/// <param name="BerichtId">Its number in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO301</c>.</param>
/// <param name="Richting">To or from the provider.</param>
/// <param name="Agb">The provider's AGB code, eight digits.</param>
public sealed record WmoberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting, string Agb) : Gebeurtenis;

/// <summary>A message of iPgb was sent to the SVB, or received from it.</summary>
/// <param name="BerichtId">Its number in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO501</c>.</param>
/// <param name="Richting">To or from the SVB.</param>
public sealed record PgbberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting) : Gebeurtenis;

/// <summary>A message of iEb was sent to the CAK, or received from it.</summary>
/// <param name="BerichtId">Its number in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO401</c>.</param>
/// <param name="Richting">To or from the CAK.</param>
public sealed record EbberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting) : Gebeurtenis;

/// <summary>The direction of a chain message, seen from the municipality.</summary>
public enum Berichtrichting
{
    /// <summary>To the partner.</summary>
    Uitgaand,
    /// <summary>From the partner.</summary>
    Inkomend,
}
