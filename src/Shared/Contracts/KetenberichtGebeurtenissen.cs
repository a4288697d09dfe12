namespace WmoPlatform.Contracts;

/// <summary>A message of the iWmo went to a provider, or came from one.</summary>
/// <param name="BerichtId">Its place in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO301</c>.</param>
/// <param name="Richting">To or from the provider.</param>
/// <param name="Agb">The provider's AGB code, eight digits.</param>
public sealed record WmoberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting, string Agb) : Gebeurtenis;

/// <summary>A message of the iPgb went to the SVB, or came from it.</summary>
/// <param name="BerichtId">Its place in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO501</c>.</param>
/// <param name="Richting">To or from the SVB.</param>
public sealed record PgbberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting) : Gebeurtenis;

/// <summary>A message of the iEb went to the CAK, or came from it.</summary>
/// <param name="BerichtId">Its place in the register of message traffic.</param>
/// <param name="Soort">Kind, for instance <c>WMO401</c>.</param>
/// <param name="Richting">To or from the CAK.</param>
public sealed record EbberichtGewisseld(Guid BerichtId, string Soort, Berichtrichting Richting) : Gebeurtenis;

/// <summary>Which way a chain message went, as the municipality sees it.</summary>
public enum Berichtrichting
{
    /// <summary>To the partner.</summary>
    Uitgaand,
    /// <summary>From the partner.</summary>
    Inkomend,
}
