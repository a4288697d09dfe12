namespace WmoPlatform.ServiceDefaults;

/// <summary>A dossier may hold several zaken of one kind. Its number then means the one that runs.</summary>
public static class Zaakkeuze
{
    /// <summary>
    /// The one that the number of a dossier means: the only one that runs, or else the last. Null when there is none, or several run.
    /// </summary>
    /// <param name="gevonden">The zaken of the dossier, oldest first.</param>
    /// <param name="loopt">Whether one runs.</param>
    public static T? Aangewezen<T>(IReadOnlyList<T> gevonden, Func<T, bool> loopt) where T : class
    {
        ArgumentNullException.ThrowIfNull(gevonden);
        var lopend = gevonden.Where(loopt).ToList();
        return lopend.Count > 1 ? null : lopend.Count == 1 ? lopend[0] : gevonden.Count == 0 ? null : gevonden[^1];
    }
}
